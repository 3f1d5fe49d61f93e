//! The smallest edits that open or block the selected pair, each applied with one click.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::answer::fixes::applied::{Applied, use_applied};
use crate::component::answer::fixes::goal::asked;
use crate::component::answer::fixes::list::FixList;
use crate::hooks::{Session, use_session};
use crate::state::{Action, Selection};
use crate::text::fix as text;
use sg_core::connectivity::{Goal, Intent, PacketChoice};
use sg_core::explain::{end_label, packets_text};
use sg_core::history::History;
use sg_core::model::{ProtocolFilter, Scenario};

mod applied;
mod buttons;
mod goal;
mod list;
mod words;

/// Properties of [`FixPanel`].
#[derive(Properties, PartialEq, Eq)]
pub struct FixPanelProps {
    /// The log, including the current scenario.
    pub history: Rc<History>,
    /// The selected pair.
    pub pair: Selection,
    /// The selected packets.
    pub packet: PacketChoice,
    /// What can be wanted of them: whatever is not so already. A pair that is partly open can be
    /// opened and blocked.
    pub intents: Vec<Intent>,
    /// Whether to search for fixes.
    pub open: bool,
    /// Whether an open question would be answered by what a fix opens and closes.
    #[prop_or_default]
    pub hidden: bool,
}

/// Searches only on request, because the search evaluates many scenarios. After a fix is applied,
/// the goal and the list stay as they were, so that it can be undone in its place.
#[component]
pub fn FixPanel(props: &FixPanelProps) -> Html {
    let session = use_session();
    let FixPanelProps { history, pair, packet, .. } = props;
    let (applied, apply) = use_applied(history, (pair, *packet));
    let (scenario, intents) = match &applied {
        Some(Applied { before, intents, .. }) => (before, intents),
        None => (history.scenario(), &props.intents),
    };
    let toggle = session.on(Action::Fixes(!props.open));
    let list = |intent: &Intent| {
        let goal = goal(props, *intent);
        let own = applied.as_ref().filter(|applied| applied.intent == *intent);
        let onapply = {
            let (apply, intent) = (apply.clone(), *intent);
            let (before, intents) = (Arc::clone(scenario), intents.clone());
            Callback::from(move |edits| {
                let (before, intents) = (Arc::clone(&before), intents.clone());
                apply.emit(Applied { before, intents, intent, edits });
            })
        };
        html! {
            <>
                if intents.len() > 1 {
                    <h4>{session.say(if *intent == Intent::Allow { text::REST } else { text::WHOLE })}</h4>
                }
                <FixList
                    key={usize::from(*intent == Intent::Block)}
                    scenario={Arc::clone(scenario)}
                    {goal}
                    applied={own.map(|own| own.edits.clone())}
                    waiting={applied.is_some()}
                    position={history.position()}
                    hidden={props.hidden}
                    {onapply}
                />
            </>
        }
    };
    html! {
        <section class="fixes" data-focus-fallback="find-fixes">
            <h3>
                {title(&session, props, scenario, intents)}
                <button type="button" class="link" id="find-fixes" aria-expanded={props.open.to_string()} onclick={toggle}>
                    {session.say(if props.open { text::HIDE } else { text::FIND })}
                </button>
            </h3>
            if props.open {
                {for intents.iter().map(list)}
                <p class="faint">{session.say(text::SEARCHED)}</p>
            }
        </section>
    }
}

fn goal(props: &FixPanelProps, intent: Intent) -> Goal {
    let Selection { from, to } = props.pair.clone();
    Goal { from, to, packets: asked(props.packet), intent }
}

fn title(
    session: &Session,
    props: &FixPanelProps,
    scenario: &Scenario,
    intents: &[Intent],
) -> String {
    let packets = match (asked(props.packet), props.packet.packets()) {
        (ProtocolFilter::All, _) | (_, None) => session.say(text::ALL_PACKETS).to_owned(),
        (_, Some(set)) => packets_text(&set, session.language),
    };
    let text = match intents {
        [Intent::Allow] => text::REACH,
        [Intent::Block] => text::STOP,
        _ => text::CHANGE,
    };
    let Selection { from, to } = &props.pair;
    let (from, to) =
        (end_label(scenario, from, session.language), end_label(scenario, to, session.language));
    session.fill(text, &[("from", &from), ("to", &to), ("packets", &packets)])
}
