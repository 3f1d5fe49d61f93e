//! The fields of a rule in the console's order, each with the API error beside it.

use yew::prelude::*;

use crate::component::groups::rule_form::control::Fields;
use crate::component::groups::rule_form::field::{Field, PeerKind, QUICK};
use crate::component::words::topology_edit::vpc_label;
use crate::text::{edit, rules as text};
use sg_core::language::Text;
use sg_core::model::{Direction, SecurityGroup};

impl Fields<'_> {
    /// All fields, in the console's order.
    pub(crate) fn all(&self) -> Html {
        let peer = match self.props.direction {
            Direction::Ingress => text::SOURCE,
            Direction::Egress => text::DESTINATION,
        };
        let policies = [("accept", text::ALLOW), ("drop", text::DENY)];
        let kinds = [
            (PeerKind::Cidr.word(), text::PEER_CIDR),
            (PeerKind::Group.word(), text::PEER_GROUP),
            (PeerKind::PrefixList.word(), edit::PREFIX_LIST),
            (PeerKind::OtherAccount.word(), edit::OTHER_ACCOUNT),
        ];
        html! {
            <>
                {self.select(Field::Policy, text::ACTION, &policies)}
                {self.input(Field::Priority, text::PRIORITY)}
                {self.protocols()}
                {self.input(Field::Ports, text::PORT_RANGE)}
                {self.select(Field::PeerKind, text::PEER_KIND, &kinds)}
                {self.peer(peer)}
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

    fn peer(&self, name: Text) -> Html {
        match self.draft.peer_kind {
            PeerKind::Cidr => self.input(Field::Peer, name),
            PeerKind::Group => {
                let groups = self.props.scenario.groups();
                let options = groups.map(|group| (group.id.as_str(), self.group_label(group)));
                self.options(Field::Peer, name, options.collect())
            }
            PeerKind::PrefixList => {
                let lists = self.props.scenario.parts().prefix_lists.values();
                let mut options: Vec<_> =
                    lists.map(|list| (list.id.as_str(), list.name.clone())).collect();
                if options.is_empty() {
                    options.push(("", "–".to_owned()));
                }
                self.options(Field::Peer, name, options)
            }
            PeerKind::OtherAccount => html! {
                <>
                    {self.input(Field::Peer, edit::FOREIGN_GROUP)}
                    {self.input(Field::Owner, edit::OWNER)}
                </>
            },
        }
    }

    /// The list includes the group itself and groups of other VPCs: naming one is a documented
    /// error worth seeing.
    /// error worth seeing.
    fn group_label(&self, group: &SecurityGroup) -> String {
        let own = &self.props.group;
        if group.id == own.id {
            self.session.fill(edit::ITSELF, &[("group", group.label())])
        } else if group.vpc != own.vpc {
            let vpc = vpc_label(&self.props.scenario, &group.vpc);
            self.session.fill(edit::IN_VPC, &[("group", group.label()), ("vpc", &vpc)])
        } else {
            group.label().to_owned()
        }
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
