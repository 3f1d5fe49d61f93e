//! A rule as it is typed: plain words, wrong ones too.

use crate::emulator::PermissionForm;
use crate::model::{Scenario, SecurityGroup};

/// Common ports of the console's quick add: what it is for, protocol, port range.
pub(super) const QUICK: [(&str, &str, &str); 6] = [
    ("SSH 22", "TCP", "22/22"),
    ("HTTP 80", "TCP", "80/80"),
    ("HTTPS 443", "TCP", "443/443"),
    ("RDP 3389", "TCP", "3389/3389"),
    ("MySQL 3306", "TCP", "3306/3306"),
    ("Ping", "ICMP", "-1/-1"),
];

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Policy,
    Priority,
    Protocol,
    Ports,
    PeerKind,
    Peer,
    Description,
}

impl Field {
    /// The field that fills a parameter, by the last part of the parameter's name.
    pub(super) fn of(param: Option<&str>) -> Option<Self> {
        Some(match param?.rsplit('.').next()? {
            "Policy" => Self::Policy,
            "Priority" => Self::Priority,
            "IpProtocol" => Self::Protocol,
            "PortRange" => Self::Ports,
            "SourceCidrIp" | "Ipv6SourceCidrIp" | "SourceGroupId" | "DestCidrIp"
            | "Ipv6DestCidrIp" | "DestGroupId" => Self::Peer,
            "Description" => Self::Description,
            _ => return None,
        })
    }

    /// The class of the field's frame.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Priority => "priority",
            Self::Protocol => "protocol",
            Self::Ports => "ports",
            Self::PeerKind => "peer-kind",
            Self::Peer => "peer",
            Self::Description => "description",
        }
    }
}

/// Which kind of authorization object is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PeerKind {
    Cidr,
    Group,
}

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RuleDraft {
    policy: String,
    priority: String,
    protocol: String,
    ports: String,
    pub(super) peer_kind: PeerKind,
    cidr: String,
    group: String,
    description: String,
}

impl RuleDraft {
    /// A first rule worth adding: one port, from the first address of the scene.
    pub(super) fn new(scenario: &Scenario, own: &SecurityGroup) -> Self {
        let address = scenario.interfaces().next().and_then(|i| i.addresses.first().copied());
        let cidr =
            address.map_or_else(|| "0.0.0.0/0".to_owned(), |address| format!("{address}/32"));
        let other = scenario.groups().find(|group| group.id != own.id);
        Self {
            policy: "accept".to_owned(),
            priority: "1".to_owned(),
            protocol: "TCP".to_owned(),
            ports: "22/22".to_owned(),
            peer_kind: PeerKind::Cidr,
            cidr,
            group: other.map_or_else(String::new, |group| group.id.to_string()),
            description: String::new(),
        }
    }

    pub(super) fn get(&self, field: Field) -> &str {
        match field {
            Field::Policy => &self.policy,
            Field::Priority => &self.priority,
            Field::Protocol => &self.protocol,
            Field::Ports => &self.ports,
            Field::PeerKind => match self.peer_kind {
                PeerKind::Cidr => "cidr",
                PeerKind::Group => "group",
            },
            Field::Peer => match self.peer_kind {
                PeerKind::Cidr => &self.cidr,
                PeerKind::Group => &self.group,
            },
            Field::Description => &self.description,
        }
    }

    /// The draft with another value. A protocol brings the only port range it can have, so that
    /// the common case is right without thinking; it may still be typed over.
    pub(super) fn with(&self, field: Field, value: String) -> Self {
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
            Field::PeerKind => {
                next.peer_kind = if value == "group" { PeerKind::Group } else { PeerKind::Cidr };
            }
            Field::Peer => match next.peer_kind {
                PeerKind::Cidr => next.cidr = value,
                PeerKind::Group => next.group = value,
            },
            Field::Description => next.description = value,
        }
        next
    }

    /// The draft as the emulator takes a rule from a form.
    pub(super) fn permission(&self) -> PermissionForm<'_> {
        PermissionForm {
            policy: &self.policy,
            priority: &self.priority,
            protocol: &self.protocol,
            port_range: &self.ports,
            peer: self.get(Field::Peer),
            description: &self.description,
            ..PermissionForm::default()
        }
    }
}
