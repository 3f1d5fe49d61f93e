//! The members of one group: leave, and join.

use std::sync::Arc;

use yew::prelude::*;

use crate::connectivity::End;
use crate::explain::end_label;
use crate::history::{Edit, join_call, leave_call};
use crate::model::{NetworkInterface, Scenario, SecurityGroup};
use crate::ui::component::EditButton;
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

/// A chip per member, with a button to leave; a list of the others, to join. Members are network
/// interfaces; that of an instance with only one bears the instance's name.
#[component]
pub fn Members(props: &MembersProps) -> Html {
    let session = use_session();
    let MembersProps { scenario, group } = props;
    let label = |own: &NetworkInterface| end_label(scenario, &End::Interface(own.id.clone()));
    let (members, others): (Vec<_>, Vec<_>) =
        scenario.interfaces().partition(|own| own.groups.contains(&group.id));
    let chip = |own: &Arc<NetworkInterface>| {
        let leave = Edit::Call(leave_call(scenario, &own.id, &group.id));
        let label = label(own);
        let name =
            session.fill(text::REMOVE_MEMBER, &[("instance", &label), ("group", group.label())]);
        html! {
            <li class="chip" key={own.id.to_string()}>
                {label}
                <EditButton edit={leave} class="chip-remove" label={name}>{"×"}</EditButton>
            </li>
        }
    };
    let join = {
        let (scenario, group) = (Arc::clone(scenario), group.id.clone());
        let edit = session.edit.clone();
        Callback::from(move |event: Event| {
            let chosen = value_of(&event);
            let own = scenario.interfaces().find(|own| own.id.as_str() == chosen);
            if let Some(own) = own {
                edit.emit(Edit::Call(join_call(&scenario, &own.id, &group)));
            }
        })
    };
    html! {
        <ul class="members" aria-label={session.fill(text::MEMBERS, &[("group", group.label())])}>
            if members.is_empty() {
                <li class="faint">{session.say(text::NO_MEMBERS)}</li>
            }
            {for members.iter().map(|own| chip(own))}
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
                        {for others.iter().map(|own| html! {
                            <option value={own.id.to_string()}>{label(own)}</option>
                        })}
                    </select>
                </li>
            }
        </ul>
    }
}
