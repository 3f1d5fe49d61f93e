//! The fixes for one goal, as rows with a button that applies them.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::answer::fixes::buttons::{apply, once, undo};
use crate::component::answer::fixes::words::effects;
use crate::component::kit::named_rules::rules_on_record;
use crate::component::kit::proposed::{ProposedProps, proposed};
use crate::component::words::parts::parts;
use crate::derived::Proposals;
use crate::hooks::{Session, use_presentation, use_session};
use crate::state::Presentation;
use crate::text::connectivity::{KIND_SEPARATOR, LIST_SEPARATOR};
use crate::text::fix as text;
use sg_core::connectivity::{Fix, Fixes, Goal, Obstacle, fix};
use sg_core::explain::{edited_rules, edits_in_words, named_rules, packets_text, plain};
use sg_core::history::{Edit, as_calls};
use sg_core::model::Scenario;

/// Properties of [`FixList`].
#[derive(Properties, PartialEq)]
pub(crate) struct FixListProps {
    /// The scenario to fix.
    pub(crate) scenario: Arc<Scenario>,
    /// The goal.
    pub(crate) goal: Goal,
    /// The edits of the fix that was applied, if it is one of these.
    pub(crate) applied: Option<Vec<Edit>>,
    /// Whether a fix is applied, so that no other can be.
    pub(crate) waiting: bool,
    /// The position in the log.
    pub(crate) position: usize,
    /// Whether an open question would be answered by what a fix opens and closes.
    pub(crate) hidden: bool,
    /// Called with the edits of the fix to apply.
    pub(crate) onapply: Callback<Vec<Edit>>,
}

/// How many fixes are listed; the rest are counted.
const SHOWN: usize = 4;

/// The list.
#[component]
pub(crate) fn FixList(props: &FixListProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let asked = (Arc::clone(&props.scenario), props.goal.clone());
    let found = use_memo(asked, |(scenario, goal)| fix(scenario, goal));
    let to = use_memo(Arc::clone(&props.scenario), Proposals::to);
    let Some(found) = &*found else { return Html::default() };
    let Fixes { obstacles, fixes, depth, .. } = found;
    if *depth == 0 && !found.rest_holds {
        return html! { <p class="none">{session.say(text::OBSTACLE)}</p> };
    }
    let unfixable = obstacles.iter().map(|obstacle| unfixable(&session, obstacle));
    if fixes.is_empty() {
        let depth = depth.to_string();
        return html! {
            <>
                {for unfixable}
                if !found.rest_holds {
                    <p class="none">{session.fill(text::NONE, &[("depth", &depth)])}</p>
                }
                {incomplete(&session, found)}
            </>
        };
    }
    let more = (fixes.len() + found.more).saturating_sub(SHOWN);
    html! {
        <>
            {for unfixable}
            <ol>{for fixes.iter().take(SHOWN).map(|fix| row(&session, &presentation, (props, &to), fix))}</ol>
            if more > 0 {
                <p class="faint">{session.fill(text::MORE, &[("count", &more.to_string())])}</p>
            }
            {incomplete(&session, found)}
        </>
    }
}

/// Packets that no fix can help.
fn unfixable(session: &Session, obstacle: &Obstacle) -> Html {
    let packets: Vec<String> =
        obstacle.packets.iter().map(|set| packets_text(set, session.language)).collect();
    let packets = packets.join(session.say(LIST_SEPARATOR));
    html! { <p class="none">{session.fill(text::UNFIXABLE, &[("packets", &packets)])}</p> }
}

fn incomplete(session: &Session, found: &Fixes) -> Html {
    html! {
        if !found.complete {
            <p class="faint">{session.say(text::INCOMPLETE)}</p>
        }
    }
}

fn row(
    session: &Session,
    presentation: &Presentation,
    (props, to): (&FixListProps, &Rc<Proposals>),
    fix: &Fix,
) -> Html {
    let scenario = &props.scenario;
    let said = edits_in_words(scenario, &fix.edits, session.language);
    let name = plain(&said);
    let calls = as_calls(scenario, &fix.edits).unwrap_or_default();
    let edits: Vec<Edit> = calls.into_iter().map(Edit::Call).collect();
    let applied = props.applied.as_ref() == Some(&edits);
    // Apply all edits or none: half a fix may open something unintended.
    let disabled = props.waiting || presentation.rejects(scenario, &edits);
    let acts = match applied {
        true => undo(session, props.position.saturating_sub(edits.len())),
        false => {
            apply(session, &name, disabled, once(props.onapply.reform(move |()| edits.clone())))
        }
    };
    let id = applied.then_some("fix-applied");
    html! {
        <li key={name.clone()} {id} tabindex={applied.then_some("-1")}>
            <span class="said">{parts(session, &said)}{session.say(KIND_SEPARATOR)}<span class="faint">{effects(session, scenario, fix)}</span></span>
            if fix.contested {
                <span class="tag">{session.say(text::CONTESTED)}</span>
            }
            {acts}
            {rules_on_record(session, scenario, &named_rules(scenario, &edited_rules(&fix.edits), None))}
            {proposed(ProposedProps { to: Rc::clone(to), edits: fix.edits.clone(), hidden: props.hidden })}
        </li>
    }
}
