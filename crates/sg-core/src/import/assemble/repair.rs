//! Removes what makes a scenario invalid, as reported by its own validation, and says why.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::import::message::Message;
use crate::import::place::Place;
use crate::import::text;
use crate::model::{
    LimitId, NetworkInterfaceId, Peer, PrefixListId, RuleId, ScenarioError, ScenarioFault,
    SecurityGroupId,
};

use super::Assembly;
use super::later::unread;

/// The maximum number of single removals; each requires validating the whole scenario again.
const MOST_REPAIRS: usize = 500;

impl Assembly {
    /// Removes what an error refers to and reports it; returns whether that was possible.
    pub(super) fn repair(&mut self, error: &ScenarioError) -> bool {
        self.repairs += 1;
        if self.repairs > MOST_REPAIRS {
            let said = Message::plain(text::TOO_MANY_REPAIRS).with("most", MOST_REPAIRS);
            self.unread(None, said);
            return false;
        }
        let parts: Vec<&str> = error.path.split('.').collect();
        let left = match parts.as_slice() {
            ["groups"] => self.leave_idle_groups(),
            ["groups", group, "rules", rule] => self.leave_rule(group, rule, &error.fault),
            ["groups", group, "rules"] => self.leave_group_peers(group),
            ["interfaces", id, "public_address"] => self.leave_public(id, &error.fault),
            ["interfaces", id, "addresses"] => {
                self.leave_address(id, &error.fault) || self.leave_interface(id, &error.fault)
            }
            ["interfaces", id] | ["interfaces", id, _] => self.leave_interface(id, &error.fault),
            ["prefix_lists", id] => self.leave_entries(id, &error.fault),
            [outside] if outside.starts_with("outside[") => self.leave_outside(&error.fault),
            _ => false,
        };
        if !left {
            let said = if error.path == "groups" {
                Message::plain(text::WHY_GROUPS)
                    .with("count", self.draft.groups.len())
                    .with("limit", self.draft.quotas.get(LimitId::GroupsPerRegion))
            } else {
                why(&error.fault)
            };
            self.unread(None, Message::plain(text::NO_SCENARIO).because("why", said));
        }
        left
    }

    /// Removes the last groups beyond what a scenario can hold that have no effect here: those
    /// without members that no rule refers to.
    fn leave_idle_groups(&mut self) -> bool {
        let most = self.draft.quotas.get(LimitId::GroupsPerRegion);
        let beyond = self.draft.groups.len().saturating_sub(most);
        let mut needed: BTreeSet<&SecurityGroupId> =
            self.draft.interfaces.values().flat_map(|own| &own.groups).collect();
        for rule in self.draft.groups.values().flat_map(|group| &group.rules) {
            if let Peer::Group(named) = &rule.spec.peer {
                needed.insert(named);
            }
        }
        let idle = self.draft.groups.keys().rev().filter(|id| !needed.contains(id));
        let idle: Vec<SecurityGroupId> = idle.take(beyond).cloned().collect();
        if idle.len() < beyond {
            return false;
        }
        for id in &idle {
            self.draft.groups.shift_remove(id);
            let said = Message::plain(text::LEFT_GROUP).with("what", id).with("most", most);
            self.unread(self.place_of_group(id), said);
        }
        beyond > 0
    }

    fn leave_rule(&mut self, group: &str, rule: &str, fault: &ScenarioFault) -> bool {
        let (Ok(id), Ok(rule)) = (SecurityGroupId::parse(group), RuleId::parse(rule)) else {
            return false;
        };
        let Some(group) = self.draft.groups.get_mut(&id) else { return false };
        let rules = &mut Arc::make_mut(group).rules;
        // If two rules have the same ID, the later one is removed.
        let Some(place) = rules.iter().rposition(|own| own.id == rule) else { return false };
        let left = rules.remove(place);
        let at = self.rule_places.get(&rule).copied();
        let from = at.map_or_else(String::new, |at| format!("{}:{}", self.file_name(at), at.line));
        self.edit_group(&id, |group| {
            group.unread.rules.push(Arc::new(unread(&left.spec, from)));
        });
        self.unread(at, Message::plain(text::LEFT_RULE).because("why", why(fault)));
        true
    }

    /// Removes the rules that refer to a group and exceed the quota.
    fn leave_group_peers(&mut self, group: &str) -> bool {
        let Ok(id) = SecurityGroupId::parse(group) else { return false };
        let most = self.draft.quotas.get(LimitId::GroupPeersPerBasicGroup);
        let Some(group) = self.draft.groups.get_mut(&id) else { return false };
        let rules = &mut Arc::make_mut(group).rules;
        let before = rules.len();
        let mut named = 0;
        rules.retain(|rule| {
            named += usize::from(matches!(rule.spec.peer, Peer::Group(_)));
            named <= most || !matches!(rule.spec.peer, Peer::Group(_))
        });
        let count = before - rules.len();
        Arc::make_mut(group).unread.more_rules |= count > 0;
        let said = Message::plain(text::LEFT_RULES).with("what", &id).with("most", most);
        let at = self.place_of_group(&id);
        self.unread(at, said.with("count", count));
        count > 0
    }

    fn place_of_group(&self, id: &SecurityGroupId) -> Option<Place> {
        self.groups.get(id).map(|record| record.at)
    }

    fn place_of_interface(&self, id: &NetworkInterfaceId) -> Option<Place> {
        self.interface_places.get(id).copied()
    }

    fn leave_public(&mut self, id: &str, fault: &ScenarioFault) -> bool {
        let Ok(id) = NetworkInterfaceId::parse(id) else { return false };
        let Some(interface) = self.draft.interfaces.get_mut(&id) else { return false };
        Arc::make_mut(interface).public_address = None;
        let at = self.place_of_interface(&id);
        let said = Message::plain(text::LEFT_PUBLIC).with("what", &id);
        self.unread(at, said.because("why", why(fault)));
        true
    }

    fn leave_address(&mut self, id: &str, fault: &ScenarioFault) -> bool {
        let address = if let ScenarioFault::AddressOutsideVpc(address) = fault {
            Some(*address)
        } else if let ScenarioFault::Repeated(text) = fault {
            text.parse().ok()
        } else {
            None
        };
        let (Ok(id), Some(address)) = (NetworkInterfaceId::parse(id), address) else {
            return false;
        };
        let Some(interface) = self.draft.interfaces.get_mut(&id) else { return false };
        if interface.addresses.len() < 2 {
            return false;
        }
        let addresses = &mut Arc::make_mut(interface).addresses;
        let Some(place) = addresses.iter().rposition(|own| *own == address) else { return false };
        addresses.remove(place);
        let at = self.place_of_interface(&id);
        let said = Message::plain(text::LEFT_ADDRESS).with("what", &id);
        self.unread(at, said.because("why", why(fault)));
        true
    }

    /// Removes an interface, and its instance if it was the last one.
    fn leave_interface(&mut self, id: &str, fault: &ScenarioFault) -> bool {
        let Ok(id) = NetworkInterfaceId::parse(id) else { return false };
        if self.draft.interfaces.shift_remove(&id).is_none() {
            return false;
        }
        for instance in self.draft.instances.values_mut() {
            if instance.interfaces.contains(&id) {
                Arc::make_mut(instance).interfaces.retain(|own| *own != id);
            }
        }
        self.draft.instances.retain(|_, instance| !instance.interfaces.is_empty());
        let at = self.place_of_interface(&id);
        let said = Message::plain(text::LEFT_INTERFACE).with("what", &id);
        self.unread(at, said.because("why", why(fault)));
        true
    }

    fn leave_entries(&mut self, id: &str, fault: &ScenarioFault) -> bool {
        let Ok(id) = PrefixListId::parse(id) else { return false };
        let Some(list) = self.draft.prefix_lists.get_mut(&id) else { return false };
        if list.blocks.is_empty() {
            return false;
        }
        let list = Arc::make_mut(list);
        list.blocks.clear();
        list.unread_entries = true;
        let said = Message::plain(text::LEFT_ENTRIES).with("what", &id);
        self.unread(None, said.because("why", why(fault)));
        true
    }

    /// Removes the outside addresses that are inside a VPC.
    fn leave_outside(&mut self, fault: &ScenarioFault) -> bool {
        let ScenarioFault::AddressInsideVpc(block) = fault else { return false };
        let before = self.draft.outside.len();
        self.draft.outside.retain(|outside| outside.block != *block);
        self.unread(None, Message::plain(text::LEFT_OUTSIDE).because("why", why(fault)));
        self.draft.outside.len() < before
    }
}

/// A fault as a message.
fn why(fault: &ScenarioFault) -> Message {
    let value = |text, value: &dyn ToString| Message::plain(text).with("value", value.to_string());
    match fault {
        ScenarioFault::MisfiledId(id) | ScenarioFault::Unknown(id) => value(text::WHY_UNKNOWN, id),
        ScenarioFault::Empty => Message::plain(text::WHY_EMPTY),
        ScenarioFault::Repeated(id) => value(text::WHY_REPEATED, id),
        ScenarioFault::MixedGroupTypes => Message::plain(text::WHY_MIXED_TYPES),
        ScenarioFault::OtherVpc(id) => value(text::WHY_OTHER_VPC, id),
        ScenarioFault::AddressOutsideVpc(address) => value(text::WHY_OUTSIDE, address),
        ScenarioFault::AddressInsideVpc(block) => value(text::WHY_INSIDE, block),
        ScenarioFault::NotIpv4(address) => value(text::WHY_NOT_IPV4, address),
        ScenarioFault::MixedFamilies => Message::plain(text::WHY_FAMILIES),
        ScenarioFault::OwnGroup => Message::plain(text::WHY_OWN_GROUP),
        ScenarioFault::AdvancedPeer => Message::plain(text::WHY_ADVANCED),
        ScenarioFault::NoPorts => Message::plain(text::WHY_NO_PORTS),
        ScenarioFault::TooMany { count, limit } => {
            Message::plain(text::WHY_TOO_MANY).with("count", count).with("limit", limit)
        }
    }
}
