//! The fields of a rule in the console's order, each with the API error beside it.

use yew::prelude::*;

use crate::component::groups::rule_form::control::Fields;
use crate::component::groups::rule_form::field::{Field, PeerKind, QUICK};
use crate::text::{edit, rules as text};

impl Fields<'_> {
    /// All fields, in the console's order.
    pub(crate) fn all(&self) -> Html {
        let policies = [("accept", text::ALLOW), ("drop", text::DENY)];
        html! {
            <>
                {self.select(Field::Policy, text::ACTION, &policies)}
                {self.input(Field::Priority, text::PRIORITY)}
                {self.protocols()}
                {self.ports()}
                {self.quick_peers()}
                {self.peers()}
                {self.input(Field::Description, text::DESCRIPTION)}
                <details class="quintuple" open={self.base.is_quintuple()}>
                    <summary>{self.session.say(edit::FIVE_TUPLE)}</summary>
                    <div class="quintuple-fields">
                        {self.input(Field::SourcePorts, edit::SOURCE_PORTS)}
                        {self.input(Field::LocalCidr, edit::LOCAL_CIDR)}
                    </div>
                </details>
            </>
        }
    }

    /// Whether the form currently shows this field, so that an error can be placed beside it.
    pub(crate) fn shows(&self, field: Option<Field>) -> bool {
        match field {
            Some(Field::Owner) => self.draft.peer_kind == PeerKind::OtherAccount,
            Some(Field::LocalCidr | Field::SourcePorts) => self.draft.is_quintuple(),
            Some(_) => true,
            None => false,
        }
    }

    fn protocols(&self) -> Html {
        let own = ["TCP", "UDP", "ICMP", "ICMPv6", "GRE"];
        let mut options: Vec<(&str, String)> = own.map(|name| (name, name.to_owned())).to_vec();
        options.push(("ALL", format!("{} · ALL", self.session.say(text::ALL_PROTOCOLS))));
        let chosen = self.draft.get(Field::Protocol);
        if options.iter().all(|(value, _)| *value != chosen) {
            // A rule by protocol number.
            options.push((chosen, chosen.to_owned()));
        }
        self.options(Field::Protocol, text::PROTOCOL, options)
    }

    /// The console's quick add: a click fills in the protocol and ports.
    pub(crate) fn quick(&self) -> Html {
        let button = |&(label, protocol, ports): &(&'static str, &'static str, &'static str)| {
            let draft = self.draft.clone();
            let chosen = draft.get(Field::Protocol) == protocol && draft.get(Field::Ports) == ports;
            let fill = Callback::from(move |_: MouseEvent| {
                let filled = draft.with(Field::Protocol, protocol.to_owned());
                draft.set(filled.with(Field::Ports, ports.to_owned()));
            });
            html! { <button type="button" class="chip" aria-pressed={chosen.to_string()} onclick={fill}>{label}</button> }
        };
        html! {
            <div class="quick" role="group" aria-label={self.session.say(text::QUICK_ADD)}>
                <span class="faint">{self.session.say(text::QUICK_ADD)}</span>
                {for QUICK.iter().map(button)}
            </div>
        }
    }
}
