//! Which changes of a Terraform plan are behind a difference between its two sides.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::{Effect, EffectLine};
use crate::connectivity::{
    Decider, End, Endpoint, Flow, UnknownReason, UnreadPart, evaluate, flow_between,
};
use crate::import::{Plan, ResourceChange};
use crate::model::{Peer, Scenario, SecurityGroupId};

/// A plan and the scenarios before and after it is applied.
#[derive(Debug, Clone, Copy)]
pub struct PlanSides<'a> {
    /// What is there before.
    pub before: &'a Scenario,
    /// What is there after.
    pub after: &'a Scenario,
    /// The changes, and the resources behind the IDs of both scenarios.
    pub plan: &'a Plan,
}

/// The groups of an end before and after; none for an outside address.
type Groups<'a> = [BTreeSet<&'a SecurityGroupId>; 2];

impl<'a> PlanSides<'a> {
    /// The resource changes behind a difference between two ends: those of what decided before and
    /// decides now; or else those of the two ends; or else those of their groups and the rules of
    /// these. `deciders` holds `None` for a side that does not have the packets.
    pub fn causes(&self, ends: [&End; 2], deciders: [Option<&Decider>; 2]) -> Vec<ResourceChange> {
        let mut found: Vec<&ResourceChange> = Vec::new();
        deciders.into_iter().flatten().for_each(|decider| self.of_decider(decider, &mut found));
        if found.is_empty() || deciders.contains(&None) {
            let one_sided = !found.is_empty();
            self.of_ends(ends, one_sided, &mut found);
        }
        if found.is_empty() {
            self.of_groups(ends, &mut found);
        }
        by_address(found)
    }

    /// The resource changes behind a line of an effect: behind its packet, for each kind of pair in
    /// the line. Pairs are of one kind if their ends are in the same groups.
    pub fn causes_of(&self, effect: &Effect, line: &EffectLine) -> Vec<ResourceChange> {
        let (senders, receivers) = (self.kinds(effect, &line.from), self.kinds(effect, &line.to));
        let mut all: Vec<ResourceChange> = Vec::new();
        for sender in senders.values() {
            for receiver in receivers.values() {
                // An end and itself are no pair.
                let [Some(from), to] = [sender.first(), receiver.first()] else { continue };
                let to = to.filter(|to| *to != from).or_else(|| receiver.get(1));
                if let Some(to) = to {
                    all.extend(self.causes_between([from, to], &line.sample.flow));
                }
            }
        }
        by_address(all.iter().collect())
    }

    /// What is behind the change of a packet between two ends.
    fn causes_between(&self, ends: [&End; 2], sample: &Flow) -> Vec<ResourceChange> {
        let [from, to] = ends;
        let decider = |scenario: &Scenario| {
            let flow = flow_between(scenario, from, to, sample.packet)?;
            let source = at(flow.source, &sample.source);
            let destination = at(flow.destination, &sample.destination);
            let flow = Flow { source, destination, packet: sample.packet };
            Some(evaluate(scenario, &flow).decider)
        };
        let deciders = [decider(self.before), decider(self.after)];
        self.causes(ends, deciders.each_ref().map(Option::as_ref))
    }

    /// Two ends of each kind among some ends of an effect.
    fn kinds(&self, effect: &'a Effect, ends: &[usize]) -> BTreeMap<Groups<'a>, Vec<&'a End>> {
        let mut kinds: BTreeMap<Groups<'a>, Vec<&End>> = BTreeMap::new();
        for end in ends.iter().filter_map(|place| effect.ends.get(*place)) {
            let groups = [self.before, self.after].map(|scenario| match end {
                End::Interface(id) => {
                    scenario.interface(id).into_iter().flat_map(|own| &own.groups).collect()
                }
                End::Outside(_) => BTreeSet::new(),
            });
            let known = kinds.entry(groups).or_default();
            if known.len() < 2 {
                known.push(end);
            }
        }
        kinds
    }

    fn of_decider(&self, decider: &Decider, found: &mut Vec<&'a ResourceChange>) {
        let mut add = |id: &str| found.extend(self.plan.change_of(id));
        match decider {
            Decider::Policy { group } => add(group.as_str()),
            Decider::Rule { rule, .. } => {
                add(rule.id.as_str());
                if let Peer::PrefixList(list) = &rule.spec.peer {
                    add(list.as_str());
                }
            }
            Decider::Unknown(UnknownReason::Unread(part)) => match part {
                UnreadPart::Peer { rule, .. } => add(rule.as_str()),
                UnreadPart::Policy { group } => add(group.as_str()),
                UnreadPart::Rule { value, place, .. } => {
                    // A rule that is known in part is named by its address or, if it depends on an
                    // address that is not known yet, by its ID.
                    let address = value.split_once(": ").map(|(address, _)| address);
                    let named = self.plan.changes.iter();
                    let named = named.filter(|change| Some(change.address.as_str()) == address);
                    found.extend(named);
                    found.extend(self.plan.change_of(place));
                }
                UnreadPart::MoreRules { .. } => {}
            },
            Decider::Implicit { .. }
            | Decider::Platform(_)
            | Decider::Route(_)
            | Decider::Itself
            | Decider::Unknown(_) => {}
        }
    }

    /// The changes of the two ends, or only of those that exist on one side.
    fn of_ends(&self, ends: [&End; 2], one_sided: bool, found: &mut Vec<&'a ResourceChange>) {
        for end in ends {
            let End::Interface(id) = end else { continue };
            let both = self.before.interface(id).is_some() && self.after.interface(id).is_some();
            if one_sided && both {
                continue;
            }
            found.extend(self.plan.change_of(id.as_str()));
            for scenario in [self.before, self.after] {
                if let Some(instance) = scenario.instance_of(id) {
                    found.extend(self.plan.change_of(instance.id.as_str()));
                }
            }
        }
    }

    fn of_groups(&self, ends: [&End; 2], found: &mut Vec<&'a ResourceChange>) {
        for scenario in [self.before, self.after] {
            for end in ends {
                let End::Interface(id) = end else { continue };
                let groups = scenario.interface(id).map(|it| it.groups.iter());
                for group in groups.into_iter().flatten() {
                    self.of_group(scenario, group, found);
                }
            }
        }
    }

    fn of_group(
        &self,
        scenario: &Scenario,
        id: &SecurityGroupId,
        found: &mut Vec<&'a ResourceChange>,
    ) {
        found.extend(self.plan.change_of(id.as_str()));
        let Some(group) = scenario.group(id) else { return };
        for rule in &group.rules {
            found.extend(self.plan.change_of(rule.id.as_str()));
        }
    }
}

/// An endpoint; an outside one at the address of the sample.
fn at(own: Endpoint, sample: &Endpoint) -> Endpoint {
    match (&own, sample) {
        (Endpoint::Outside { .. }, Endpoint::Outside { .. }) => sample.clone(),
        _ => own,
    }
}

/// Each change once, by its address.
fn by_address(found: Vec<&ResourceChange>) -> Vec<ResourceChange> {
    let mut changes: Vec<ResourceChange> = Vec::new();
    for change in found {
        if !changes.contains(change) {
            changes.push(change.clone());
        }
    }
    changes.sort_by(|a, b| a.address.cmp(&b.address));
    changes
}
