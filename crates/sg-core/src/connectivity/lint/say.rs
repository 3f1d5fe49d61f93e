//! Describes findings in words.

use crate::language::{Language, Text};
use crate::model::{LimitId, NetworkInterfaceId, RuleId, Scenario, SecurityGroupId};

use super::finding::{Evidence, Finding, LintId, Place};
use super::sensitive_port::SensitivePort;
use super::text;
use crate::connectivity::flow::{Endpoint, Flow};

impl LintId {
    /// A short title for the kind of finding.
    pub const fn title(self) -> Text {
        match self {
            Self::OpenToTheWorld => text::TITLE_OPEN,
            Self::DropIgnoredByAccept => text::TITLE_IGNORED,
            Self::UnmatchableRule => text::TITLE_UNMATCHABLE,
            Self::ShadowedRule => text::TITLE_SHADOWED,
            Self::AdvancedGroupSendsNothing => text::TITLE_SILENT,
            Self::QuotaNear => text::TITLE_NEAR,
            Self::RedundantRule => text::TITLE_REDUNDANT,
            Self::Ipv4OnlyOpening => text::TITLE_IPV4_ONLY,
            Self::GroupWithoutMembers => text::TITLE_EMPTY,
        }
    }
}

impl Finding {
    /// The finding as one sentence. `scenario` must be the one it was found in.
    pub fn sentence(&self, scenario: &Scenario, language: Language) -> String {
        let words = Words { scenario, language };
        let (group, rule) = match &self.place {
            Place::Rule { group, rule } => (words.group(group), words.rule(rule)),
            Place::Group(group) => (words.group(group), String::new()),
            Place::Interface(_) | Place::Scenario => (String::new(), String::new()),
        };
        let mut values = vec![("group", group), ("rule", rule)];
        let mut tell = |flow: &Flow| {
            values.push(("packet", flow.packet.to_string()));
            values.push(("source", words.end(&flow.source)));
            values.push(("destination", words.end(&flow.destination)));
        };
        let sentence = match &self.evidence {
            Evidence::None => text::EMPTY,
            Evidence::NeverMatches => text::UNMATCHABLE,
            Evidence::CoveredBy(rules) => {
                values.push(("others", words.rules(rules)));
                text::SHADOWED
            }
            Evidence::SameWithout(rules) if rules.is_empty() => text::REDUNDANT,
            Evidence::SameWithout(rules) => {
                values.push(("others", words.rules(rules)));
                text::REDUNDANT_BESIDE
            }
            Evidence::Ignored { accepting, flow } => {
                tell(flow);
                values.retain(|(name, _)| *name != "group");
                values.push(("group", words.group(accepting)));
                text::IGNORED
            }
            Evidence::Open { services, flow } => {
                tell(flow);
                values.push((
                    "services",
                    words.list(services.iter().map(|port| words.service(port))),
                ));
                text::OPEN
            }
            Evidence::ClosedOverIpv6 { flow } => {
                tell(flow);
                text::IPV4_ONLY
            }
            Evidence::Member(interface) => {
                values.push(("member", words.interface(interface)));
                text::SILENT
            }
            Evidence::Usage { limit, used } => {
                values.extend(words.usage(&self.place, *limit, *used));
                text::USAGE
            }
        };
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        sentence.fill(language, &values)
    }
}

struct Words<'a> {
    scenario: &'a Scenario,
    language: Language,
}

impl Words<'_> {
    fn group(&self, id: &SecurityGroupId) -> String {
        self.scenario.group(id).map_or_else(|| id.to_string(), |group| group.label().to_owned())
    }

    fn rule(&self, id: &RuleId) -> String {
        let mut rules = self.scenario.groups().flat_map(|group| &group.rules);
        let rule = rules.find(|rule| rule.id == *id);
        rule.map_or_else(|| id.to_string(), |rule| rule.in_words(self.language))
    }

    fn rules(&self, ids: &[RuleId]) -> String {
        self.list(ids.iter().map(|id| self.rule(id)))
    }

    fn service(&self, port: &SensitivePort) -> String {
        let number = port.port.to_string();
        let protocol = if port.udp { "UDP" } else { "TCP" };
        let values = [("service", port.service), ("protocol", protocol), ("port", &*number)];
        text::SERVICE.fill(self.language, &values)
    }

    fn list(&self, items: impl Iterator<Item = String>) -> String {
        items.collect::<Vec<_>>().join(text::COMMA.get(self.language))
    }

    fn interface(&self, id: &NetworkInterfaceId) -> String {
        let instance = self.scenario.instance_of(id);
        instance.map_or_else(|| id.to_string(), |instance| instance.label().to_owned())
    }

    fn end(&self, end: &Endpoint) -> String {
        end.interface().map_or_else(|| end.address().to_string(), |id| self.interface(id))
    }

    fn usage(&self, place: &Place, limit: LimitId, used: usize) -> Vec<(&'static str, String)> {
        let place = match place {
            Place::Scenario => self.scenario.region().to_string(),
            Place::Group(id) | Place::Rule { group: id, .. } => self.group(id),
            Place::Interface(id) => self.interface(id),
        };
        let row = limit.limit();
        vec![
            ("place", place),
            ("used", used.to_string()),
            ("limit", row.value.to_string()),
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
