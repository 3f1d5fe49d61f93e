//! What stands in the way of deleting a group, and buttons that clear it.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::words::leaving::{Way, ways};
use crate::hooks::{Session, use_presentation, use_session, value_of};
use crate::state::Presentation;
use crate::text::{connectivity, groups as text};
use sg_core::connectivity::End;
use sg_core::explain::end_label;
use sg_core::history::Edit;
use sg_core::model::{Scenario, SecurityGroup};

/// Properties of [`Leaving`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct LeavingProps {
    /// The scenario.
    pub(crate) scenario: Arc<Scenario>,
    /// The group that could not be deleted.
    pub(crate) group: Arc<SecurityGroup>,
}

/// Offers every way to empty the group and then delete it: its members leave, move to another group
/// or are released. Each step is an edit of its own in the log.
#[component]
pub(crate) fn Leaving(props: &LeavingProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let LeavingProps { scenario, group } = props;
    let chosen = use_state_eq(String::new);
    let all = ways(scenario, group);
    let moves: Vec<&Way> = all.iter().filter(|way| way.target.is_some()).collect();
    let target = |way: &&&Way| way.target.as_ref().is_some_and(|id| id.as_str() == *chosen);
    let moving = moves.iter().find(target).or(moves.first()).copied();
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| chosen.set(value_of(&event)))
    };
    let option = |way: &&Way| {
        let id = way.target.as_ref().map(ToString::to_string).unwrap_or_default();
        let selected = moving == Some(*way);
        html! { <option value={id} {selected}>{way.name.clone()}</option> }
    };
    html! {
        <div class="leaving" role="group" aria-label={session.fill(text::BEFORE_DELETION, &[("group", group.label())])}>
            <p>{reasons(&session, scenario, group)}</p>
            if let Some(moving) = moving {
                <span class="moving">
                    <select aria-label={session.say(text::MOVE_TARGET)} onchange={choose}>{for moves.iter().map(option)}</select>
                    {button(&session, &presentation, props, moving)}
                </span>
            }
            {for all.iter().filter(|way| way.target.is_none()).map(|way| button(&session, &presentation, props, way))}
        </div>
    }
}

/// Who is still in the group, and which groups name it.
fn reasons(session: &Session, scenario: &Scenario, group: &SecurityGroup) -> String {
    let list = |names: Vec<String>| names.join(session.say(connectivity::LIST_SEPARATOR));
    let label = |end: End| end_label(scenario, &end, session.language);
    let members = scenario.members(&group.id).map(|own| label(End::Interface(own.id.clone())));
    let naming = scenario.groups().filter(|other| other.names(&group.id));
    let (members, naming) =
        (list(members.collect()), list(naming.map(|other| other.label().to_owned()).collect()));
    let still = session.fill(text::STILL_MEMBERS, &[("members", &members)]);
    let named = session.fill(text::STILL_NAMED, &[("groups", &naming), ("group", group.label())]);
    match (members.is_empty(), naming.is_empty()) {
        (false, true) => still,
        (true, _) => named,
        (false, false) => [still, named].join(session.gap()),
    }
}

fn button(session: &Session, presentation: &Presentation, props: &LeavingProps, way: &Way) -> Html {
    let edits: Vec<Edit> = way.edits.clone();
    // All of it or nothing: half of it would leave the group behind.
    let disabled = presentation.rejects(&props.scenario, &edits);
    let values = [("group", props.group.label()), ("target", way.name.as_str())];
    html! {
        <button type="button" {disabled} onclick={session.edit_all::<MouseEvent>(edits)}>
            {session.fill(way.words, &values)}
        </button>
    }
}
