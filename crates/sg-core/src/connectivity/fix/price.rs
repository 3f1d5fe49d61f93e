//! The side effects of a fix.

use std::collections::BTreeMap;

use crate::model::{
    Direction, NetworkInterfaceId, PortFilter, PortRange, ProtocolFilter, Scenario,
};

use super::edit::Edit;
use super::goal::{Goal, Intent};
use super::path::{Path, Spaces, gained};
use crate::connectivity::choice::CheckedDirections;
use crate::connectivity::end::{End, ends};
use crate::connectivity::packet_set::PacketSet;

/// A pair that a fix changes besides its goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The sender.
    pub from: End,
    /// The receiver.
    pub to: End,
    /// Packets that newly pass, for at least one address of an outside end.
    pub opens: Vec<PacketSet>,
    /// Packets that no longer pass, for at least one address of an outside end.
    pub closes: Vec<PacketSet>,
}

/// The state before the fix, evaluated lazily per pair.
pub(super) struct Prices<'a> {
    scenario: &'a Scenario,
    goal: &'a Goal,
    ends: Vec<End>,
    before: BTreeMap<(usize, usize), Option<(Path, Spaces)>>,
}

impl<'a> Prices<'a> {
    pub(super) fn new(scenario: &'a Scenario, goal: &'a Goal) -> Self {
        Self { scenario, goal, ends: ends(scenario), before: BTreeMap::new() }
    }

    /// Everything that changes between the scenario and the edited one, except what the goal asks
    /// for.
    pub(super) fn effects(&mut self, edits: &[Edit], after: &Scenario) -> Vec<Effect> {
        let mut effects = Vec::new();
        let count = self.ends.len();
        for (row, column) in (0..count).flat_map(|row| (0..count).map(move |to| (row, to))) {
            let (Some(from), Some(to)) = (self.ends.get(row), self.ends.get(column)) else {
                continue;
            };
            let touched = edits.iter().any(|edit| {
                touches(edit, self.scenario, from, to) || touches(edit, after, from, to)
            });
            if row == column || !touched {
                continue;
            }
            let scenario = self.scenario;
            let before = self.before.entry((row, column)).or_insert_with(|| {
                let path = Path::new(scenario, from, to)?;
                let spaces = path.spaces(scenario, CheckedDirections::Both);
                Some((path, spaces))
            });
            if let Some((path, before)) = before {
                effects.extend(effect(self.goal, path, before, after));
            }
        }
        effects
    }
}

fn effect(goal: &Goal, path: &Path, before: &Spaces, after: &Scenario) -> Option<Effect> {
    let after = path.spaces(after, CheckedDirections::Both);
    if *before == after {
        return None;
    }
    let (mut wanted_open, mut wanted_closed) = (Vec::new(), Vec::new());
    if path.from == goal.from && path.to == goal.to {
        match goal.intent {
            Intent::Allow => wanted_open = sets(goal.packets),
            Intent::Block => wanted_closed = sets(goal.packets),
        }
    }
    let opens = gained(before, &after, &wanted_open);
    let closes = gained(&after, before, &wanted_closed);
    if opens.is_empty() && closes.is_empty() {
        return None;
    }
    Some(Effect { from: path.from.clone(), to: path.to.clone(), opens, closes })
}

/// Whether an edit can affect a pair at all.
fn touches(edit: &Edit, scenario: &Scenario, from: &End, to: &End) -> bool {
    let is = |end: &End, interface: &NetworkInterfaceId| match end {
        End::Interface(id) => id == interface,
        End::Outside(_) => false,
    };
    let member = |end: &End| match end {
        End::Interface(id) => {
            scenario.interface(id).is_some_and(|own| own.groups.contains(edit.group()))
        }
        End::Outside(_) => false,
    };
    let side = |direction| match direction {
        Direction::Egress => member(from),
        Direction::Ingress => member(to),
    };
    match edit {
        Edit::AddRule { rule, .. } => side(rule.direction),
        Edit::RemoveRule { group, rule } | Edit::Reprioritise { group, rule, .. } => {
            let rules = scenario.group(group).into_iter().flat_map(|group| &group.rules);
            rules.filter(|other| other.id == *rule).any(|rule| side(rule.spec.direction))
        }
        Edit::SetPolicy { .. } => member(from) && member(to),
        // Rules of other groups may reference the group, so every pair of the interface is
        // affected.
        Edit::Join { interface, .. } | Edit::Leave { interface, .. } => {
            is(from, interface) || is(to, interface)
        }
    }
}

/// The packets of a filter as packet sets.
fn sets(filter: ProtocolFilter) -> Vec<PacketSet> {
    let all = PortFilter::to(PortRange::ALL);
    match PacketSet::of(filter) {
        Some(set) => vec![set],
        None => {
            let named = [
                ProtocolFilter::Tcp(all),
                ProtocolFilter::Udp(all),
                ProtocolFilter::Icmp,
                ProtocolFilter::Icmpv6,
                ProtocolFilter::Gre,
            ];
            let others = PacketSet::Other { first: u8::MIN, last: u8::MAX };
            named.into_iter().filter_map(PacketSet::of).chain([others]).collect()
        }
    }
}
