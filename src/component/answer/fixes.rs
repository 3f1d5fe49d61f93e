//! The smallest edits that open or block the selected pair, each applied with one click.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::answer::fixes::goal::asked;
use crate::component::answer::fixes::words::effects;
use crate::component::words::fix::edits_text;
use crate::hooks::{Session, use_presentation, use_session};
use crate::state::{Action, Presentation, Selection};
use crate::text::fix as text;
use sg_core::connectivity::{Fix, Fixes, Goal, Intent, PacketChoice, fix};
use sg_core::explain::{end_label, packets_text};
use sg_core::history::{Edit, as_calls};
use sg_core::model::{ProtocolFilter, Scenario};

mod goal;
mod words;

/// Properties of [`FixPanel`].
#[derive(Properties, PartialEq, Eq)]
pub struct FixPanelProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The selected pair.
    pub pair: Selection,
    /// The selected packets.
    pub packet: PacketChoice,
    /// Whether all selected packets pass now, so that the goal is to block them.
    pub passes: bool,
    /// Whether to search for fixes.
    pub open: bool,
}

/// How many fixes are listed; the rest are counted.
const SHOWN: usize = 4;

/// Searches only on request, because the search evaluates many scenarios.
#[component]
pub fn FixPanel(props: &FixPanelProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let goal = goal(props);
    let asked = (props.open, Arc::clone(&props.scenario), goal.clone());
    let found =
        use_memo(asked, |(open, scenario, goal)| if *open { fix(scenario, goal) } else { None });
    let toggle = session.on(Action::Fixes(!props.open));
    html! {
        <section class="fixes" data-focus-fallback="find-fixes">
            <h3>
                {title(&session, props, &goal)}
                <button type="button" class="link" id="find-fixes" aria-expanded={props.open.to_string()} onclick={toggle}>
                    {session.say(if props.open { text::HIDE } else { text::FIND })}
                </button>
            </h3>
            {found.as_ref().as_ref().map(|fixes| self::found(&session, &presentation, &props.scenario, fixes)).unwrap_or_default()}
        </section>
    }
}

fn goal(props: &FixPanelProps) -> Goal {
    Goal {
        from: props.pair.from.clone(),
        to: props.pair.to.clone(),
        packets: asked(props.packet),
        intent: if props.passes { Intent::Block } else { Intent::Allow },
    }
}

fn title(session: &Session, props: &FixPanelProps, goal: &Goal) -> String {
    let packets = match (goal.packets, props.packet.packets()) {
        (ProtocolFilter::All, _) | (_, None) => session.say(text::ALL_PACKETS).to_owned(),
        (_, Some(set)) => packets_text(&set, session.language),
    };
    let text = match goal.intent {
        Intent::Allow => text::REACH,
        Intent::Block => text::STOP,
    };
    let (from, to) = (end_label(&props.scenario, &goal.from), end_label(&props.scenario, &goal.to));
    session.fill(text, &[("from", &from), ("to", &to), ("packets", &packets)])
}

fn found(
    session: &Session,
    presentation: &Presentation,
    scenario: &Scenario,
    found: &Fixes,
) -> Html {
    let Fixes { obstacles, fixes, depth, .. } = found;
    if !obstacles.is_empty() {
        return html! { <p class="none">{session.say(text::OBSTACLE)}</p> };
    }
    if fixes.is_empty() {
        let depth = depth.to_string();
        return html! { <p class="none">{session.fill(text::NONE, &[("depth", &depth)])}</p> };
    }
    let more = fixes.len().saturating_sub(SHOWN);
    html! {
        <>
            <ol>{for fixes.iter().take(SHOWN).map(|fix| row(session, presentation, scenario, fix))}</ol>
            <p class="faint">
                if more > 0 {
                    {session.fill(text::MORE, &[("count", &more.to_string())])}{" · "}
                }
                {session.say(text::SEARCHED)}
            </p>
        </>
    }
}

fn row(session: &Session, presentation: &Presentation, scenario: &Scenario, fix: &Fix) -> Html {
    let name = edits_text(session, scenario, &fix.edits);
    let calls = as_calls(scenario, &fix.edits).unwrap_or_default();
    let edits: Vec<Edit> = calls.into_iter().map(Edit::Call).collect();
    // Apply all edits or none: half a fix may open something unintended.
    let locked = presentation.rejects(scenario, &edits);
    let apply = session.edit_all(edits);
    let label = session.fill(text::APPLY_NAMED, &[("fix", &name)]);
    html! {
        <li key={name.clone()}>
            <span>{name.clone()}{" "}<span class="faint">{effects(session, scenario, fix)}</span></span>
            if fix.contested {
                <span class="tag">{session.say(text::CONTESTED)}</span>
            }
            <button type="button" class="apply" aria-label={label} disabled={locked} onclick={apply}>{session.say(text::APPLY)}</button>
        </li>
    }
}
