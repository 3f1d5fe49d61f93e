//! A rule as typed: plain text, possibly invalid.

use crate::component::groups::rule_form::field::{Field, PeerKind};
use crate::state::Suggested;
use sg_core::model::{Direction, Peer, PortRange, ProtocolFilter, Rule, Scenario, SecurityGroup};

/// The text of the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RuleDraft {
    pub(crate) policy: String,
    pub(crate) priority: String,
    pub(crate) protocol: String,
    pub(crate) ports: String,
    pub(crate) source_ports: String,
    pub(crate) peer_kind: PeerKind,
    pub(crate) cidr: String,
    pub(crate) group: String,
    pub(crate) list: String,
    pub(crate) foreign: String,
    pub(crate) owner: String,
    pub(crate) local_cidr: String,
    pub(crate) description: String,
}

impl RuleDraft {
    /// An initial rule for what is selected: its other end, its packets. In a lesson, what to open
    /// is the reader's task, so the form begins empty.
    pub(crate) fn new(
        scenario: &Scenario,
        own: &SecurityGroup,
        direction: Direction,
        suggested: &Suggested,
    ) -> Self {
        let peer = suggested.peer(scenario, own, direction);
        let (protocol, ports, source_ports) = match (suggested.traffic(), suggested.lesson) {
            (Some(own), _) => {
                (own.protocol().to_string(), own.port_range_text(), source_ports_text(own))
            }
            (None, true) => ("TCP".to_owned(), String::new(), String::new()),
            (None, false) => ("TCP".to_owned(), "22/22".to_owned(), String::new()),
        };
        let other = scenario.groups().find(|group| group.id != own.id);
        let list = scenario.parts().prefix_lists.keys().next();
        Self {
            policy: "accept".to_owned(),
            priority: "1".to_owned(),
            protocol,
            ports,
            source_ports,
            peer_kind: PeerKind::Cidr,
            cidr: peer.map_or_else(String::new, |(_, block)| block.to_string()),
            group: other.map_or_else(String::new, |group| group.id.to_string()),
            list: list.map_or_else(String::new, ToString::to_string),
            foreign: String::new(),
            owner: String::new(),
            local_cidr: String::new(),
            description: String::new(),
        }
    }

    /// An existing rule as input.
    pub(crate) fn of(scenario: &Scenario, own: &SecurityGroup, rule: &Rule) -> Self {
        let mut draft = Self {
            policy: rule.spec.policy.as_str().to_ascii_lowercase(),
            priority: rule.spec.priority.to_string(),
            protocol: rule.spec.protocol.protocol().to_string(),
            ports: rule.spec.ports_text(),
            source_ports: source_ports_text(rule.spec.protocol),
            local_cidr: rule.spec.local_cidr.map_or_else(String::new, |block| block.to_string()),
            description: rule.description.clone(),
            ..Self::new(scenario, own, rule.spec.direction, &Suggested::default())
        };
        match &rule.spec.peer {
            Peer::Cidr(block) => draft.cidr = block.to_string(),
            Peer::Group(id) => {
                draft.peer_kind = PeerKind::Group;
                draft.group = id.to_string();
            }
            Peer::PrefixList(id) => {
                draft.peer_kind = PeerKind::PrefixList;
                draft.list = id.to_string();
            }
        }
        draft
    }

    pub(crate) fn get(&self, field: Field) -> &str {
        match field {
            Field::Policy => &self.policy,
            Field::Priority => &self.priority,
            Field::Protocol => &self.protocol,
            Field::Ports => &self.ports,
            Field::SourcePorts => &self.source_ports,
            Field::PeerKind => self.peer_kind.word(),
            Field::Peer => match self.peer_kind {
                PeerKind::Cidr => &self.cidr,
                PeerKind::Group => &self.group,
                PeerKind::PrefixList => &self.list,
                PeerKind::OtherAccount => &self.foreign,
                PeerKind::Members => "",
            },
            Field::Owner => &self.owner,
            Field::LocalCidr => &self.local_cidr,
            Field::Description => &self.description,
        }
    }

    /// The draft with another value. Selecting a protocol that allows only one port range fills it
    /// in, which can still be overwritten.
    pub(crate) fn with(&self, field: Field, value: String) -> Self {
        let mut next = self.clone();
        match field {
            Field::Policy => next.policy = value,
            Field::Priority => next.priority = value,
            Field::Protocol => {
                let has_ports = matches!(value.as_str(), "TCP" | "UDP");
                match (has_ports, next.ports.as_str()) {
                    (true, "-1/-1") => next.ports = "1/65535".to_owned(),
                    (false, _) => next.ports = "-1/-1".to_owned(),
                    (true, _) => {}
                }
                next.protocol = value;
            }
            Field::Ports => next.ports = value,
            Field::SourcePorts => next.source_ports = value,
            Field::PeerKind => next.peer_kind = PeerKind::of(&value),
            Field::Peer => match next.peer_kind {
                PeerKind::Cidr => next.cidr = value,
                PeerKind::Group => next.group = value,
                PeerKind::PrefixList => next.list = value,
                PeerKind::OtherAccount => next.foreign = value,
                PeerKind::Members => {}
            },
            Field::Owner => next.owner = value,
            Field::LocalCidr => next.local_cidr = value,
            Field::Description => next.description = value,
        }
        next
    }
}

/// The source ports that a filter names; empty if it allows any.
fn source_ports_text(filter: ProtocolFilter) -> String {
    let source = filter.ports().map(|ports| ports.source);
    let source = source.filter(|source| *source != PortRange::ALL);
    source.map_or_else(String::new, |source| source.to_string())
}
