//! The members of one group: leave, and join.

use std::sync::Arc;

use yew::prelude::*;

use crate::emulator::Call;
use crate::history::Edit;
use crate::model::{Instance, Scenario, SecurityGroup};
use crate::ui::hooks::{use_session, value_of};
use crate::ui::text::groups as text;

/// Properties of [`Members`].
#[derive(Properties, PartialEq)]
pub struct MembersProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// Whose members.
    pub group: Arc<SecurityGroup>,
}

/// A chip per member, with a button to leave; a list of the others, to join.
#[component]
pub fn Members(props: &MembersProps) -> Html {
    let session = use_session();
    let group = &props.group;
    let region = props.scenario.region();
    let (members, others): (Vec<_>, Vec<_>) =
        props.scenario.instances().cloned().partition(|i| is_member(&props.scenario, i, group));
    let chip = |instance: &Arc<Instance>| {
        let leave = Edit::Call(Call::leave_instance(region, &instance.id, &group.id));
        let names = [("instance", instance.label()), ("group", group.label())];
        html! {
            <li class="chip" key={instance.id.to_string()}>
                {instance.label().to_owned()}
                <button
                    type="button"
                    class="chip-remove"
                    aria-label={session.fill(text::REMOVE_MEMBER, &names)}
                    title={session.fill(text::REMOVE_MEMBER, &names)}
                    onclick={session.on_edit(leave)}
                >
                    {"×"}
                </button>
            </li>
        }
    };
    let join = {
        let (region, group, others) = (region.clone(), group.id.clone(), others.clone());
        let edit = session.edit.clone();
        Callback::from(move |event: Event| {
            let chosen = value_of(&event);
            if let Some(instance) = others.iter().find(|instance| instance.id.as_str() == chosen) {
                edit.emit(Edit::Call(Call::join_instance(&region, &instance.id, &group)));
            }
        })
    };
    html! {
        <ul class="members" aria-label={session.fill(text::MEMBERS, &[("group", group.label())])}>
            if members.is_empty() {
                <li class="faint">{session.say(text::NO_MEMBERS)}</li>
            }
            {for members.iter().map(chip)}
            if !others.is_empty() {
                <li>
                    // Drawn anew for every membership, so that it never keeps a choice.
                    <select
                        key={others.len()}
                        class="chip add"
                        aria-label={session.fill(text::ADD_MEMBER_TO, &[("group", group.label())])}
                        onchange={join}
                    >
                        <option value="" selected=true>{session.say(text::ADD_MEMBER)}</option>
                        {for others.iter().map(|instance| html! {
                            <option value={instance.id.to_string()}>{instance.label().to_owned()}</option>
                        })}
                    </select>
                </li>
            }
        </ul>
    }
}

fn is_member(scenario: &Scenario, instance: &Instance, group: &SecurityGroup) -> bool {
    instance
        .interfaces
        .iter()
        .filter_map(|id| scenario.interface(id))
        .any(|interface| interface.groups.contains(&group.id))
}
