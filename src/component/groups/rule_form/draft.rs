//! A rule as it is typed: plain words, wrong ones too.

use crate::component::groups::rule_form::field::{Field, PeerKind};
use sg_core::emulator::PermissionForm;
use sg_core::model::{IpNet, Peer, PortRange, Rule, Scenario, SecurityGroup};

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RuleDraft {
    policy: String,
    priority: String,
    protocol: String,
    ports: String,
    source_ports: String,
    pub(crate) peer_kind: PeerKind,
    cidr: String,
    group: String,
    list: String,
    foreign: String,
    owner: String,
    own_side: String,
    description: String,
}

impl RuleDraft {
    /// A first rule worth adding: one port, from the first address of the scene.
    pub(crate) fn new(scenario: &Scenario, own: &SecurityGroup) -> Self {
        let address = scenario.interfaces().next().and_then(|i| i.addresses.first().copied());
        let cidr = address
            .map_or_else(|| "0.0.0.0/0".to_owned(), |address| IpNet::from(address).to_string());
        let other = scenario.groups().find(|group| group.id != own.id);
        let list = scenario.parts().prefix_lists.keys().next();
        Self {
            policy: "accept".to_owned(),
            priority: "1".to_owned(),
            protocol: "TCP".to_owned(),
            ports: "22/22".to_owned(),
            source_ports: String::new(),
            peer_kind: PeerKind::Cidr,
            cidr,
            group: other.map_or_else(String::new, |group| group.id.to_string()),
            list: list.map_or_else(String::new, ToString::to_string),
            foreign: String::new(),
            owner: String::new(),
            own_side: String::new(),
            description: String::new(),
        }
    }

    /// A rule as it stands, to be changed.
    pub(crate) fn of(scenario: &Scenario, own: &SecurityGroup, rule: &Rule) -> Self {
        let source = rule.protocol.ports().map(|ports| ports.source);
        let source = source.filter(|source| *source != PortRange::ALL);
        let mut draft = Self {
            policy: rule.policy.as_str().to_ascii_lowercase(),
            priority: rule.priority.to_string(),
            protocol: rule.protocol.name().to_string(),
            ports: rule.protocol.port_range_text(),
            source_ports: source.map_or_else(String::new, |source| source.to_string()),
            own_side: rule.own_side.map_or_else(String::new, |block| block.to_string()),
            description: rule.description.clone(),
            ..Self::new(scenario, own)
        };
        match &rule.peer {
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
            },
            Field::Owner => &self.owner,
            Field::OwnSide => &self.own_side,
            Field::Description => &self.description,
        }
    }

    /// The draft with another value. A protocol brings the only port range it can have, so that
    /// the common case is right without thinking; it may still be typed over.
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
            },
            Field::Owner => next.owner = value,
            Field::OwnSide => next.own_side = value,
            Field::Description => next.description = value,
        }
        next
    }

    /// The draft as the emulator takes a rule from a form.
    pub(crate) fn permission(&self) -> PermissionForm<'_> {
        let foreign = self.peer_kind == PeerKind::OtherAccount;
        PermissionForm {
            policy: &self.policy,
            priority: &self.priority,
            protocol: &self.protocol,
            port_range: &self.ports,
            source_port_range: &self.source_ports,
            peer: self.get(Field::Peer),
            peer_owner: if foreign { &self.owner } else { "" },
            own_side: &self.own_side,
            description: &self.description,
        }
    }

    /// What differs from the rule as it stands; what does not is left out.
    pub(crate) fn changes<'a>(&'a self, from: &Self) -> PermissionForm<'a> {
        let (new, old) = (self.permission(), from.permission());
        let differs = |new: &'a str, old: &str| if new == old { "" } else { new };
        PermissionForm {
            policy: differs(new.policy, old.policy),
            priority: differs(new.priority, old.priority),
            protocol: differs(new.protocol, old.protocol),
            port_range: differs(new.port_range, old.port_range),
            source_port_range: differs(new.source_port_range, old.source_port_range),
            peer: differs(new.peer, old.peer),
            peer_owner: differs(new.peer_owner, old.peer_owner),
            own_side: differs(new.own_side, old.own_side),
            description: differs(new.description, old.description),
        }
    }

    /// Whether a field of the rule was emptied, which the API does not do.
    pub(crate) fn empties(&self, from: &Self) -> bool {
        let fields =
            [Field::Priority, Field::Ports, Field::SourcePorts, Field::OwnSide, Field::Description];
        fields.into_iter().any(|field| self.get(field).is_empty() && !from.get(field).is_empty())
    }

    /// Whether the rule says more than a trituple: its own side, or source ports.
    pub(crate) fn is_quintuple(&self) -> bool {
        !self.own_side.is_empty() || !self.source_ports.is_empty()
    }
}
