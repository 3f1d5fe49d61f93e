//! Which packets the matrix asks about, and at which side it looks.

use yew::prelude::*;

use crate::connectivity::{AskedPacket, DirectionView, PacketChoice};
use crate::language::Text;
use crate::model::Port;
use crate::ui::hooks::{text_of, use_session, value_of};
use crate::ui::state::Action;
use crate::ui::text::connectivity as text;

/// Properties of [`PacketPicker`].
#[derive(Properties, PartialEq)]
pub struct PacketPickerProps {
    /// The packets asked about now.
    pub packet: PacketChoice,
    /// The side looked at now.
    pub direction: DirectionView,
}

const HTTPS: Port = match Port::new(443) {
    Some(port) => port,
    None => Port::MIN,
};

/// Protocol, port where the protocol has ports, and three buttons for the side.
#[component]
pub fn PacketPicker(props: &PacketPickerProps) -> Html {
    let session = use_session();
    let port = port_of(props.packet);
    // What is typed stays as typed; only a whole port is asked about.
    let typed = use_state(|| port.unwrap_or(HTTPS).to_string());
    let last = Port::parse(&typed).unwrap_or(HTTPS);
    let choose = session
        .dispatch
        .reform(move |event: Event| Action::Ask(choice_of(&value_of(&event), last)));
    let ask_port = {
        let (typed, dispatch, packet) = (typed.clone(), session.dispatch.clone(), props.packet);
        Callback::from(move |event: InputEvent| {
            let text = text_of(&event);
            if let Some(port) = Port::parse(&text) {
                dispatch.emit(Action::Ask(with_port(packet, port)));
            }
            typed.set(text);
        })
    };
    let current = word_of(props.packet);
    let option = |word: &'static str, label: &'static str| {
        html! {
            <option value={word} selected={word == current}>{label}</option>
        }
    };
    let side = |view: DirectionView, name: Text, title: Text| {
        html! {
            <button
                type="button"
                aria-pressed={(view == props.direction).to_string()}
                title={session.say(title)}
                onclick={session.on(Action::Look(view))}
            >
                {session.say(name)}
            </button>
        }
    };
    let wrong = Port::parse(&typed).is_none();
    html! {
        <>
            <label class="field">
                {session.say(text::PACKET)}
                <select onchange={choose}>
                    {option("all", session.say(text::ALL_PACKETS))}
                    {option("tcp", "TCP")}
                    {option("udp", "UDP")}
                    {option("icmp", "ICMP")}
                    {option("icmpv6", "ICMPv6")}
                    {option("gre", "GRE")}
                </select>
            </label>
            if port.is_some() {
                <input
                    class="port"
                    inputmode="numeric"
                    aria-label={session.say(text::PORT)}
                    aria-invalid={wrong.to_string()}
                    value={(*typed).clone()}
                    oninput={ask_port}
                />
            }
            <div class="seg" role="group" aria-label={session.say(text::DIRECTION)}>
                {side(DirectionView::Egress, text::EGRESS, text::EGRESS_TITLE)}
                {side(DirectionView::Ingress, text::INGRESS, text::INGRESS_TITLE)}
                {side(DirectionView::Both, text::BOTH, text::BOTH_TITLE)}
            </div>
        </>
    }
}

fn choice_of(word: &str, port: Port) -> PacketChoice {
    match word {
        "tcp" => PacketChoice::One(AskedPacket::Tcp(port)),
        "udp" => PacketChoice::One(AskedPacket::Udp(port)),
        "icmp" => PacketChoice::One(AskedPacket::Icmp),
        "icmpv6" => PacketChoice::One(AskedPacket::Icmpv6),
        "gre" => PacketChoice::One(AskedPacket::Gre),
        _ => PacketChoice::All,
    }
}

const fn word_of(choice: PacketChoice) -> &'static str {
    match choice {
        PacketChoice::All => "all",
        PacketChoice::One(AskedPacket::Tcp(_)) => "tcp",
        PacketChoice::One(AskedPacket::Udp(_)) => "udp",
        PacketChoice::One(AskedPacket::Icmp) => "icmp",
        PacketChoice::One(AskedPacket::Icmpv6) => "icmpv6",
        PacketChoice::One(AskedPacket::Gre) => "gre",
    }
}

const fn port_of(choice: PacketChoice) -> Option<Port> {
    match choice {
        PacketChoice::One(AskedPacket::Tcp(port) | AskedPacket::Udp(port)) => Some(port),
        PacketChoice::All
        | PacketChoice::One(AskedPacket::Icmp | AskedPacket::Icmpv6 | AskedPacket::Gre) => None,
    }
}

const fn with_port(choice: PacketChoice, port: Port) -> PacketChoice {
    match choice {
        PacketChoice::One(AskedPacket::Udp(_)) => PacketChoice::One(AskedPacket::Udp(port)),
        PacketChoice::All | PacketChoice::One(_) => PacketChoice::One(AskedPacket::Tcp(port)),
    }
}
