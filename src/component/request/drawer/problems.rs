//! Problems in the scenario: each finding with its location and a fix.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::named_rules::rules_on_record;
use crate::component::kit::proposed::{ProposedProps, proposed};
use crate::component::kit::since_field::SinceField;
use crate::component::request::drawer::problems::created::created_since;
use crate::component::words::parts::finding_parts;
use crate::derived::Proposals;
use crate::hooks::{Session, use_presentation, use_session};
use crate::state::{Action, Presentation, Since};
use crate::text::connectivity::LIST_SEPARATOR;
use crate::text::problems as text;
use sg_core::connectivity::{Edit as Fix, End, Finding, Place, Severity, lint};
use sg_core::explain::{by_role, edits_in_words, end_label, findings_since, named_rules, plain};
use sg_core::history::{Edit, as_calls};
use sg_core::language::Text;
use sg_core::model::Scenario;

mod created;

/// Properties of [`Problems`].
#[derive(Properties, PartialEq)]
pub(crate) struct ProblemsProps {
    /// The scenario.
    pub(crate) scenario: Arc<Scenario>,
    /// Since when the rules were created that are listed.
    pub(crate) since: Rc<Since>,
    /// Whether an open question would be answered by what a fix opens and closes.
    pub(crate) hidden: bool,
}

/// The most severe problems come first.
#[component]
pub(crate) fn Problems(props: &ProblemsProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let findings = use_memo(Arc::clone(&props.scenario), |scenario| lint(scenario));
    let to = use_memo(Arc::clone(&props.scenario), Proposals::to);
    let since = props.since.moment().unwrap_or_default();
    let shown = findings_since(&props.scenario, findings.to_vec(), since);
    let nothing = match (since, findings.is_empty()) {
        (Some(since), false) => session.fill(text::NONE_SINCE, &[("time", &since.to_string())]),
        (_, true) | (None, false) => session.say(text::NONE).to_owned(),
    };
    html! {
        <>
            <SinceField id="problems-since" since={Rc::clone(&props.since)} />
            {since.map(|since| created_since(&session, &props.scenario, since)).unwrap_or_default()}
            if shown.is_empty() {
                <p class="none" role="status">{nothing}</p>
            }
            <ul class="problems">
                {for shown.iter().map(|finding| row(&session, &presentation, (&to, props.hidden), finding))}
            </ul>
        </>
    }
}

fn row(
    session: &Session,
    presentation: &Presentation,
    list: (&Rc<Proposals>, bool),
    finding: &Finding,
) -> Html {
    let scenario = list.0.scenario();
    let (class, glyph, severity) = look(finding.id.severity());
    html! {
        <li>
            <span class={classes!("severity", class)}><span aria-hidden="true">{glyph}</span>{" "}{session.say(severity)}</span>
            <div>
                <p class="said">{finding_parts(session, &finding.parts(scenario, session.language))}</p>
                <p class="muted">
                    {session.say(finding.id.title())}{" · "}
                    <code translate="no">{finding.id.as_str()}</code>
                    {jump(session, scenario, &finding.place)}
                </p>
                {affected(session, scenario, finding)}
                {rules_on_record(session, scenario, &named_rules(scenario, &finding.rules(scenario), None))}
                {for finding.fixes.iter().map(|fix| cure(session, presentation, list, fix))}
            </div>
        </li>
    }
}

/// A link to the location of a finding; `None` if it concerns the whole scenario.
fn jump(session: &Session, scenario: &Scenario, place: &Place) -> Html {
    let (label, actions) = match place {
        Place::Scenario => return Html::default(),
        Place::Interface(id) => {
            return html! { <>{" · "}{end_label(scenario, &End::Interface(id.clone()), session.language)}</> };
        }
        Place::Group(id) => (id, vec![Action::FocusGroup(id.clone())]),
        Place::Rule { group, rule } => {
            (group, vec![Action::FocusGroup(group.clone()), Action::Show(rule.clone())])
        }
    };
    let name = scenario.group(label).map_or(label.as_str(), |group| group.label());
    let dispatch = session.dispatch.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| actions.iter().cloned().for_each(|a| dispatch.emit(a)));
    html! {
        <>{" · "}<button type="button" class="link" {onclick}>{session.fill(text::SHOW, &[("group", name)])}</button></>
    }
}

/// Everything that a finding is about, by role.
fn affected(session: &Session, scenario: &Scenario, finding: &Finding) -> Html {
    let roles = by_role(scenario, &finding.affected, session.language);
    if roles.is_empty() {
        return Html::default();
    }
    let roles = roles.join(session.say(LIST_SEPARATOR));
    html! { <p class="muted">{session.fill(text::AFFECTED, &[("roles", &roles)])}</p> }
}

fn cure(
    session: &Session,
    presentation: &Presentation,
    (to, hidden): (&Rc<Proposals>, bool),
    edits: &[Fix],
) -> Html {
    let scenario = to.scenario();
    let calls = as_calls(scenario, edits).unwrap_or_default();
    let calls: Vec<Edit> = calls.into_iter().map(Edit::Call).collect();
    let locked = presentation.rejects(scenario, &calls);
    let apply = session.edit_all(calls);
    html! {
        <div class="cure">
            <button type="button" class="apply" disabled={locked} onclick={apply}>{plain(&edits_in_words(scenario, edits, session.language))}</button>
            {proposed(ProposedProps { to: Rc::clone(to), edits: edits.to_vec(), hidden })}
        </div>
    }
}

const fn look(severity: Severity) -> (&'static str, &'static str, Text) {
    match severity {
        Severity::Risk => ("bad", "▲", text::RISK),
        Severity::Warning => ("warn", "!", text::WARNING),
        Severity::Notice => ("muted", "·", text::NOTICE),
    }
}
