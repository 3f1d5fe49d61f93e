//! Which packets and which checks the matrix shows.

use yew::prelude::*;

use crate::component::kit::button::choice;
use crate::component::pairs::packet_picker::draft::{Draft, protocol_of};
use crate::component::pairs::packet_picker::fields::fields;
use crate::hooks::{Session, use_session, value_of};
use crate::state::Action;
use crate::text::{answer, connectivity as text};
use sg_core::connectivity::{CheckedDirections, PacketChoice};
use sg_core::language::Text;

mod draft;
mod fields;

/// Properties of [`PacketPicker`].
#[derive(Properties, PartialEq, Eq)]
pub struct PacketPickerProps {
    /// The selected packets.
    pub packet: PacketChoice,
    /// The selected checks.
    pub direction: CheckedDirections,
}

/// The protocol, its ports or number, and three buttons for the checks.
#[component]
pub fn PacketPicker(props: &PacketPickerProps) -> Html {
    let session = use_session();
    let protocol = protocol_of(props.packet);
    // The input stays as typed; only valid ports and numbers take effect.
    let typed = use_state_eq(|| Draft::default().with(props.packet));
    // Other packets than were typed were chosen elsewhere.
    let elsewhere = typed.choice(protocol).is_some_and(|own| own != props.packet);
    let draft = if elsewhere { typed.with(props.packet) } else { (*typed).clone() };
    let choose = {
        let (typed, draft, dispatch) = (typed.clone(), draft.clone(), session.dispatch.clone());
        Callback::from(move |event: Event| {
            let word = value_of(&event);
            // An invalid field left from another protocol must not prevent selecting this one.
            let draft =
                if draft.choice(&word).is_some() { draft.clone() } else { Draft::default() };
            if let Some(choice) = draft.choice(&word) {
                typed.set(draft);
                dispatch.emit(Action::Ask(choice));
            }
        })
    };
    let onedit = {
        let (typed, dispatch) = (typed, session.dispatch.clone());
        Callback::from(move |draft: Draft| {
            if let Some(choice) = draft.choice(protocol) {
                dispatch.emit(Action::Ask(choice));
            }
            typed.set(draft);
        })
    };
    let option = |word: &'static str, label: &'static str| {
        html! {
            <option value={word} selected={word == protocol}>{label}</option>
        }
    };
    html! {
        <div class="picker">
            <label class="field">
                {session.say(text::PACKET)}
                <select onchange={choose}>
                    {option("all", session.say(text::ALL_PACKETS))}
                    {option("tcp", "TCP")}
                    {option("udp", "UDP")}
                    {option("icmp", "ICMP")}
                    {option("icmpv6", "ICMPv6")}
                    {option("gre", "GRE")}
                    {option("other", session.say(answer::OTHER_PROTOCOL))}
                </select>
            </label>
            {fields(&session, protocol, &draft, &onedit)}
            {sides(&session, props.direction)}
        </div>
    }
}

/// Which checks are shown.
fn sides(session: &Session, current: CheckedDirections) -> Html {
    let side = |view: CheckedDirections, name: Text, title: Text| {
        let onclick = session.on(Action::SetDirections(view));
        choice(session.say(name), view == current, Some(session.say(title)), onclick)
    };
    html! {
        <div class="seg" role="group" aria-label={session.say(text::DIRECTION)}>
            {side(CheckedDirections::Egress, text::EGRESS, text::EGRESS_TITLE)}
            {side(CheckedDirections::Ingress, text::INGRESS, text::INGRESS_TITLE)}
            {side(CheckedDirections::Both, text::BOTH, text::BOTH_TITLE)}
        </div>
    }
}
