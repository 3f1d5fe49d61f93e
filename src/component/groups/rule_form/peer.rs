//! The authorization object of a rule: its kind and its value.

use yew::prelude::*;

use crate::component::groups::rule_form::control::Fields;
use crate::component::groups::rule_form::field::{Field, PeerKind};
use crate::component::words::topology_edit::vpc_label;
use crate::text::connectivity::LIST_SEPARATOR;
use crate::text::{edit, rules as text};
use sg_core::language::Text;
use sg_core::model::{Direction, IpNet, Scenario, SecurityGroup};

/// The addresses of a group's members as blocks, of the families in which the protocol exists.
pub(crate) fn members_of(
    scenario: &Scenario,
    group: &SecurityGroup,
    protocol: &str,
) -> Vec<String> {
    let addresses = scenario.members(&group.id).flat_map(|own| own.addresses.iter());
    let fits = |block: &IpNet| match (protocol, block) {
        ("ICMP", block) => matches!(block, IpNet::V4(_)),
        ("ICMPv6", block) => matches!(block, IpNet::V6(_)),
        _ => true,
    };
    addresses.map(|address| IpNet::from(*address)).filter(fits).map(|own| own.to_string()).collect()
}

impl Fields<'_> {
    /// The kind and the value.
    pub(crate) fn peers(&self) -> Html {
        let mut kinds = vec![
            (PeerKind::Cidr.word(), text::PEER_CIDR),
            (PeerKind::Group.word(), text::PEER_GROUP),
            (PeerKind::PrefixList.word(), edit::PREFIX_LIST),
            (PeerKind::OtherAccount.word(), edit::OTHER_ACCOUNT),
        ];
        if self.props.rule.is_none() {
            kinds.push((PeerKind::Members.word(), text::OWN_MEMBERS));
        }
        let (name, _) = self.side();
        html! {
            <>
                {self.select(Field::PeerKind, text::PEER_KIND, &kinds)}
                {self.peer(name)}
            </>
        }
    }

    /// The names of the field and of its quick choices.
    pub(crate) const fn side(&self) -> (Text, Text) {
        match self.props.direction {
            Direction::Ingress => (text::SOURCE, text::QUICK_SOURCE),
            Direction::Egress => (text::DESTINATION, text::QUICK_DESTINATION),
        }
    }

    /// The blocks of the members.
    pub(crate) fn members(&self) -> Vec<String> {
        members_of(&self.props.scenario, &self.props.group, &self.draft.protocol)
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
            PeerKind::Members => self.framed(Field::Peer, name, html! {
                <input readonly=true value={self.members().join(self.session.say(LIST_SEPARATOR))} />
            }),
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
}
