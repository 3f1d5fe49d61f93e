//! Problems in the scenario: each finding with its location and a fix.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::words::fix::edits_text;
use crate::hooks::{Session, use_presentation, use_session};
use crate::state::{Action, Presentation};
use crate::text::problems as text;
use sg_core::connectivity::{Edit as Fix, End, Finding, Place, Severity, lint};
use sg_core::explain::end_label;
use sg_core::history::{Edit, as_calls};
use sg_core::language::Text;
use sg_core::model::Scenario;

/// Properties of [`Problems`].
#[derive(Properties, PartialEq)]
pub(crate) struct ProblemsProps {
    /// The scenario.
    pub(crate) scenario: Arc<Scenario>,
}

/// The most severe problems come first.
#[component]
pub(crate) fn Problems(props: &ProblemsProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let findings = use_memo(Arc::clone(&props.scenario), |scenario| lint(scenario));
    if findings.is_empty() {
        return html! { <p class="none">{session.say(text::NONE)}</p> };
    }
    html! {
        <ul class="problems">
            {for findings.iter().map(|finding| row(&session, &presentation, &props.scenario, finding))}
        </ul>
    }
}

fn row(
    session: &Session,
    presentation: &Presentation,
    scenario: &Scenario,
    finding: &Finding,
) -> Html {
    let (class, glyph, severity) = look(finding.id.severity());
    html! {
        <li>
            <span class={classes!("severity", class)}><span aria-hidden="true">{glyph}</span>{" "}{session.say(severity)}</span>
            <div>
                <p>{finding.sentence(scenario, session.language)}</p>
                <p class="muted">
                    {session.say(finding.id.title())}{" · "}
                    <code translate="no">{finding.id.as_str()}</code>
                    {jump(session, scenario, &finding.place)}
                </p>
            </div>
            <div class="cures">{for finding.fixes.iter().map(|fix| cure(session, presentation, scenario, fix))}</div>
        </li>
    }
}

/// A link to the location of a finding; `None` if it concerns the whole scenario.
fn jump(session: &Session, scenario: &Scenario, place: &Place) -> Html {
    let (label, actions) = match place {
        Place::Scenario => return Html::default(),
        Place::Interface(id) => {
            return html! { <>{" · "}{end_label(scenario, &End::Interface(id.clone()))}</> };
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

fn cure(session: &Session, presentation: &Presentation, scenario: &Scenario, fix: &Fix) -> Html {
    let edits = std::slice::from_ref(fix);
    let calls = as_calls(scenario, edits).unwrap_or_default();
    let calls: Vec<Edit> = calls.into_iter().map(Edit::Call).collect();
    let locked = presentation.rejects(scenario, &calls);
    let apply = session.edit_all(calls);
    html! {
        <button type="button" class="apply" disabled={locked} onclick={apply}>{edits_text(session, scenario, edits)}</button>
    }
}

const fn look(severity: Severity) -> (&'static str, &'static str, Text) {
    match severity {
        Severity::Risk => ("bad", "▲", text::RISK),
        Severity::Warning => ("warn", "!", text::WARNING),
        Severity::Notice => ("muted", "·", text::NOTICE),
    }
}
