//! The things that findings name, in words.

use crate::connectivity::flow::{Endpoint, Flow};
use crate::connectivity::packet_set::PacketSet;
use crate::language::{Language, Text};
use crate::model::{
    LimitId, NetworkInterfaceId, PortFilter, PortListId, PrefixListId, ProtocolFilter, RuleId,
    Scenario, SecurityGroupId,
};

use super::finding::Place;
use super::sensitive_port::SensitivePort;
use super::text;

/// A part of a finding's sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingPart {
    /// Words.
    Words(String),
    /// A rule in words.
    Rule(RuleId, String),
}

impl FindingPart {
    /// The part as plain text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Words(text) | Self::Rule(_, text) => text,
        }
    }
}

impl From<String> for FindingPart {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

/// A value of a sentence with its name.
pub(super) type Value = (&'static str, Vec<FindingPart>);

/// Puts the parts of a scenario into words.
pub(super) struct Words<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) language: Language,
}

impl Words<'_> {
    fn label(&self, id: &SecurityGroupId) -> String {
        self.scenario.group(id).map_or_else(|| id.to_string(), |group| group.label().to_owned())
    }

    pub(super) fn group(&self, id: &SecurityGroupId) -> FindingPart {
        self.label(id).into()
    }

    pub(super) fn rule(&self, id: &RuleId) -> FindingPart {
        let mut rules = self.scenario.groups().flat_map(|group| &group.rules);
        let rule = rules.find(|rule| rule.id == *id);
        let said =
            rule.map_or_else(|| id.to_string(), |rule| rule.in_words(self.scenario, self.language));
        FindingPart::Rule(id.clone(), said)
    }

    pub(super) fn rules(&self, ids: &[RuleId]) -> Vec<FindingPart> {
        self.list(ids.iter().map(|id| self.rule(id)))
    }

    pub(super) fn list_name(&self, id: &PrefixListId) -> String {
        let list = self.scenario.prefix_list(id).filter(|list| !list.name.is_empty());
        list.map_or_else(|| id.to_string(), |list| list.name.clone())
    }

    pub(super) fn port_list_name(&self, id: &PortListId) -> String {
        let list = self.scenario.port_list(id);
        list.map_or_else(|| id.to_string(), |list| list.label().to_owned())
    }

    fn service(&self, port: &SensitivePort) -> FindingPart {
        let number = port.port.to_string();
        let protocol = if port.udp { "UDP" } else { "TCP" };
        let values = [("service", port.service), ("protocol", protocol), ("port", &*number)];
        text::SERVICE.fill(self.language, &values).into()
    }

    pub(super) fn services(&self, ports: &[SensitivePort]) -> Vec<FindingPart> {
        self.list(ports.iter().map(|port| self.service(port)))
    }

    pub(super) fn flow(&self, flow: &Flow) -> Vec<Value> {
        vec![
            ("packet", vec![flow.packet.to_string().into()]),
            ("source", vec![self.end(&flow.source)]),
            ("destination", vec![self.end(&flow.destination)]),
        ]
    }

    pub(super) fn list(&self, items: impl Iterator<Item = FindingPart>) -> Vec<FindingPart> {
        let mut all = Vec::new();
        for item in items {
            if !all.is_empty() {
                all.push(text::COMMA.get(self.language).to_owned().into());
            }
            all.push(item);
        }
        all
    }

    /// Packets as a rule names them.
    pub(super) fn packets(&self, set: PacketSet) -> String {
        let ports = |source, destination| PortFilter { source, destination };
        let filter = match set {
            PacketSet::Tcp { source, destination } => {
                ProtocolFilter::Tcp(ports(source, destination))
            }
            PacketSet::Udp { source, destination } => {
                ProtocolFilter::Udp(ports(source, destination))
            }
            PacketSet::Icmp => ProtocolFilter::Icmp,
            PacketSet::Icmpv6 => ProtocolFilter::Icmpv6,
            PacketSet::Gre => ProtocolFilter::Gre,
            PacketSet::Other { first, last } if first == last => ProtocolFilter::Number(first),
            PacketSet::Other { first, last } => {
                let numbers = format!("{first}-{last}");
                return text::PROTOCOLS.fill(self.language, &[("numbers", &numbers)]);
            }
        };
        filter.in_words(self.language)
    }

    pub(super) fn interface(&self, id: &NetworkInterfaceId) -> String {
        let instance = self.scenario.instance_of(id);
        instance.map_or_else(|| id.to_string(), |instance| instance.label().to_owned())
    }

    fn end(&self, end: &Endpoint) -> FindingPart {
        end.interface().map_or_else(|| end.address().to_string(), |id| self.interface(id)).into()
    }

    pub(super) fn usage(
        &self,
        place: &Place,
        limit: LimitId,
        used: usize,
    ) -> Vec<(&'static str, String)> {
        let place = match place {
            Place::Scenario => self.scenario.region().to_string(),
            Place::Group(id) | Place::Rule { group: id, .. } => self.label(id),
            Place::Interface(id) => self.interface(id),
        };
        let row = limit.limit();
        vec![
            ("place", place),
            ("used", used.to_string()),
            ("limit", self.scenario.quotas().get(limit).to_string()),
            ("what", counted(limit).get(self.language).to_owned()),
            ("source", row.source.to_owned()),
            ("date", row.date.to_owned()),
        ]
    }
}

const fn counted(limit: LimitId) -> Text {
    match limit {
        LimitId::GroupsPerRegion => text::GROUPS_PER_REGION,
        LimitId::GroupsPerInterface => text::GROUPS_PER_INTERFACE,
        LimitId::RulesPerInterface => text::RULES_PER_INTERFACE,
        LimitId::GroupPeersPerBasicGroup => text::PEERS_PER_GROUP,
        LimitId::AddressesPerBasicGroup => text::ADDRESSES_PER_GROUP,
        LimitId::InterfacesPerAdvancedGroup => text::INTERFACES_PER_GROUP,
        LimitId::PermissionsPerCall => text::PERMISSIONS_PER_CALL,
        LimitId::RuleDescriptionCharacters => text::DESCRIPTION_CHARACTERS,
    }
}
