//! What is configured differently, in words.

use std::collections::BTreeMap;

use crate::connectivity::End;
use crate::explain::{ends_with_labels, range_of_names};
use crate::language::{Language, Text};
use crate::model::{NetworkInterfaceId, Rule, Scenario, SecurityGroupId};

use super::difference::{About, Difference, How, Property, PropertyChange};
use super::text;

/// Puts differences into words.
#[derive(Debug, Clone)]
pub struct DifferenceWords {
    language: Language,
    interfaces: BTreeMap<NetworkInterfaceId, String>,
    groups: BTreeMap<SecurityGroupId, String>,
    before: Scenario,
    after: Scenario,
}

impl DifferenceWords {
    /// Knows the names of both scenarios.
    pub fn new(before: &Scenario, after: &Scenario, language: Language) -> Self {
        let (mut interfaces, mut groups) = (BTreeMap::new(), BTreeMap::new());
        for scenario in [before, after] {
            for (end, label) in ends_with_labels(scenario, language) {
                if let End::Interface(id) = end {
                    interfaces.insert(id, label);
                }
            }
            let named = scenario.groups().map(|group| (group.id.clone(), group.label().to_owned()));
            groups.extend(named);
        }
        let (before, after) = (before.clone(), after.clone());
        Self { language, interfaces, groups, before, after }
    }

    /// A difference on one line, such as `added: rule of db: inbound Deny TCP 5432 from 10.0.0.0/8
    /// (priority 1) (sgr-3)`.
    pub fn line(&self, difference: &Difference) -> String {
        // Names as they were of what is gone.
        let gone = matches!(difference.how, How::Removed);
        let what = self.about(&difference.about, if gone { &self.before } else { &self.after });
        match &difference.how {
            How::Added => text::ADDED.fill(self.language, &[("what", &what)]),
            How::Removed => text::REMOVED.fill(self.language, &[("what", &what)]),
            How::Changed(properties) => {
                let all = properties.iter().map(|property| self.property(property));
                let all = self.joined(all);
                text::CHANGED.fill(self.language, &[("what", &what), ("properties", &all)])
            }
        }
    }

    fn about(&self, about: &About, scenario: &Scenario) -> String {
        let fill = |text: Text, values: &[(&str, &str)]| text.fill(self.language, values);
        match about {
            About::Group { group, rules } if rules.is_empty() => {
                fill(text::GROUP, &[("group", &named(&group.label, &group.id))])
            }
            About::Group { group, rules } => {
                let (name, count) = (named(&group.label, &group.id), rules.len().to_string());
                fill(text::GROUP_WITH_RULES, &[("group", &name), ("count", &count)])
            }
            About::Rule { group, rule } => {
                fill(text::RULE, &[("group", &group.label), ("rule", &self.rule(rule, scenario))])
            }
            About::Members { group, interfaces } => {
                let names = interfaces.iter().map(|id| self.interface(id));
                let names = range_of_names(names);
                fill(text::MEMBERS, &[("group", &group.label), ("names", &names)])
            }
            About::Instances { instances, groups } => {
                let names = match &**instances {
                    [only] => named(&only.label, &only.id),
                    several => range_of_names(several.iter().map(|one| one.label.as_str())),
                };
                if groups.is_empty() {
                    return fill(text::INSTANCES, &[("names", &names)]);
                }
                let label = |id: &SecurityGroupId| match self.groups.get(id) {
                    Some(label) => label.clone(),
                    None => id.to_string(),
                };
                let groups = self.joined(groups.iter().map(label));
                fill(text::INSTANCES_IN, &[("names", &names), ("groups", &groups)])
            }
            About::Interface { id, addresses } => {
                let addresses = self.joined(addresses.iter().cloned());
                let values = [("name", self.interface(id)), ("addresses", addresses.as_str())];
                fill(text::INTERFACE, &values)
            }
            About::PrefixList(list) => {
                fill(text::PREFIX_LIST, &[("name", &named(&list.label, &list.id))])
            }
            About::PortList(list) => {
                fill(text::PORT_LIST, &[("name", &named(&list.label, &list.id))])
            }
            About::Vpc(vpc) => fill(text::VPC, &[("name", &named(&vpc.label, &vpc.id))]),
            About::Route { a, b } => fill(text::ROUTE, &[("a", a), ("b", b)]),
            About::Outside { name, block } => {
                fill(text::OUTSIDE, &[("name", name), ("block", block)])
            }
            About::Scenario => text::SCENARIO.get(self.language).to_owned(),
        }
    }

    /// A rule with its ID, description and creation time.
    fn rule(&self, rule: &Rule, scenario: &Scenario) -> String {
        let mut details = vec![rule.id.to_string()];
        if !rule.description.is_empty() {
            details.push(format!("“{}”", rule.description));
        }
        if let Some(time) = rule.created.on_record() {
            let time = time.to_string();
            details.push(text::CREATED_AT.fill(self.language, &[("time", &time)]));
        }
        let details = self.joined(details.into_iter());
        let values = [("rule", rule.in_words(scenario, self.language)), ("details", details)];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        text::RULE_DETAILS.fill(self.language, &values)
    }

    fn interface<'a>(&'a self, id: &'a NetworkInterfaceId) -> &'a str {
        self.interfaces.get(id).map_or(id.as_str(), String::as_str)
    }

    fn property(&self, change: &PropertyChange) -> String {
        let value = |value: &str| match value {
            "" => text::NONE.get(self.language).to_owned(),
            value => value.to_owned(),
        };
        let values = [
            ("property", property_text(change.property).get(self.language).to_owned()),
            ("before", value(&change.before)),
            ("after", value(&change.after)),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        text::PROPERTY.fill(self.language, &values)
    }

    fn joined(&self, parts: impl Iterator<Item = String>) -> String {
        parts.collect::<Vec<_>>().join(text::COMMA.get(self.language))
    }
}

/// A name with the ID behind it, if that is something else.
fn named(label: &str, id: &str) -> String {
    if label == id { label.to_owned() } else { format!("{label} ({id})") }
}

const fn property_text(property: Property) -> Text {
    match property {
        Property::Policy => text::POLICY,
        Property::GroupType => text::GROUP_TYPE,
        Property::Name => text::NAME,
        Property::Description => text::DESCRIPTION,
        Property::Vpc => text::VPC_ID,
        Property::Managed => text::MANAGED,
        Property::Owner => text::OWNER,
        Property::Tags => text::TAGS,
        Property::ResourceGroup => text::RESOURCE_GROUP,
        Property::DeletionProtection => text::DELETION_PROTECTION,
        Property::NotKnown => text::NOT_KNOWN,
        Property::Action => text::ACTION,
        Property::Priority => text::PRIORITY,
        Property::Ports => text::PORTS,
        Property::Peer => text::PEER,
        Property::LocalCidr => text::LOCAL_CIDR,
        Property::Addresses => text::ADDRESSES,
        Property::PublicAddresses => text::PUBLIC_ADDRESSES,
        Property::Holder => text::HOLDER,
        Property::Blocks => text::BLOCKS,
        Property::Snat => text::SNAT,
        Property::MaxEntries => text::MAX_ENTRIES,
        Property::Region => text::REGION,
        Property::Quotas => text::QUOTAS,
        Property::RoutesNotKnown => text::ROUTES_NOT_KNOWN,
        Property::MembersNotKnown => text::MEMBERS_NOT_KNOWN,
        Property::Reading => text::READING,
    }
}
