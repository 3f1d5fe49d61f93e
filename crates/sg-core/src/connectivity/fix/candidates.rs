//! The edits that might allow or block traffic between two ends.
//!
//! A rule, once added, or moved to another priority, only ever helps more the stronger it is, and a
//! rule that works against the goal only ever harms less the weaker it is. Edits are therefore
//! first tried in their most effective form ([`Candidates::strongest`]); only where that works, all
//! forms are tried, weakest first ([`Candidates::forms`]).

use std::collections::BTreeSet;

use crate::model::{
    GroupType, InnerAccessPolicy, Priority, Rule, RuleId, RulePolicy, RuleSpec, Scenario,
    SecurityGroup, SecurityGroupId,
};

use super::edit::Edit;
use super::goal::Goal;
use super::intent::Intent;
use super::side::{Facts, Side, sides};

/// The edits of all kinds that can affect a goal in a scenario.
pub(super) struct Candidates<'a> {
    scenario: &'a Scenario,
    goal: &'a Goal,
    facts: &'a Facts,
    sides: Vec<Side<'a>>,
}

/// The weakest priority that a rule can be given.
const WEAKEST: u8 = Priority::WEAKEST_WRITABLE.get();

impl<'a> Candidates<'a> {
    pub(super) fn new(scenario: &'a Scenario, goal: &'a Goal, facts: &'a Facts) -> Self {
        Self { scenario, goal, facts, sides: sides(scenario, facts) }
    }

    /// One edit for each effect, in its most effective form and in the order in which two of them
    /// are applied: first what changes memberships, last what depends on every other rule.
    ///
    /// A removed rule also stands for the same rule at a weaker priority. Of the rules that can be
    /// added on one side, the first possible one stands for all, because each matches every packet
    /// of the goal.
    pub(super) fn strongest(&self) -> Vec<Edit> {
        let mut edits: Vec<Edit> = self.sides.iter().flat_map(|side| self.joins(side)).collect();
        edits.extend(self.sides.iter().flat_map(Side::leaves));
        edits.extend(self.policies());
        edits.extend(self.sides.iter().flat_map(|side| self.removals(side)));
        edits.extend(self.sides.iter().flat_map(|side| self.strengthened(side)));
        for side in &self.sides {
            let mut adds = self.rules_to_add(side).into_iter();
            edits.extend(adds.find(|add| add.apply(self.scenario).is_ok()));
        }
        edits
    }

    /// What an edit in its most effective form stands for: lists of edits that differ only in
    /// priority, the weakest first.
    pub(super) fn forms(&self, strongest: &Edit) -> Vec<Vec<Edit>> {
        match strongest {
            Edit::AddRule { rule, .. } => {
                let side = self.sides.iter().filter(|side| side.direction == rule.direction);
                let adds = side.flat_map(|side| {
                    let adds = self.rules_to_add(side).into_iter();
                    adds.map(|add| self.at_priorities(&add, &self.beating(side)))
                });
                adds.collect()
            }
            Edit::Reprioritise { group, rule, .. } => {
                let mut forms = Vec::new();
                if let Some((side, old)) = self.find(group, rule) {
                    let priorities = self.beating(side).into_iter();
                    let stronger: Vec<u8> =
                        priorities.filter(|p| *p < old.spec.priority.get()).collect();
                    forms.push(self.at_priorities(strongest, &stronger));
                }
                forms
            }
            Edit::RemoveRule { group, rule } => {
                let mut forms = vec![vec![strongest.clone()]];
                if let Some((_, old)) = self.find(group, rule) {
                    let step = Edit::Reprioritise {
                        group: group.clone(),
                        rule: rule.clone(),
                        priority: old.spec.priority,
                    };
                    forms.push(self.at_priorities(&step, &self.yielding(old)));
                }
                forms
            }
            Edit::SetPolicy { .. } | Edit::Join { .. } | Edit::Leave { .. } => {
                vec![vec![strongest.clone()]]
            }
        }
    }

    fn find(&self, group: &SecurityGroupId, rule: &RuleId) -> Option<(&Side<'a>, &'a Rule)> {
        let group = self.scenario.group(group)?;
        let old = group.rules.iter().find(|other| other.id == *rule)?;
        let side = self.sides.iter().find(|side| side.direction == old.spec.direction)?;
        Some((side, old.as_ref()))
    }

    fn at_priorities(&self, edit: &Edit, priorities: &[u8]) -> Vec<Edit> {
        let priorities = priorities.iter().filter_map(|p| Priority::new(*p).ok());
        priorities.map(|priority| edit.with_priority(priority)).collect()
    }

    /// The priorities at which a rule for the goal beats one rule more that works against it,
    /// weakest first. At equal priority, Drop takes precedence.
    fn beating(&self, side: &Side<'_>) -> Vec<u8> {
        let opposed = self.goal.intent.opposed_policy();
        let rules = side.rules(self.scenario, opposed).map(|(_, rule)| rule.spec.priority);
        let rules = rules.chain(side.unread_priorities(self.scenario, opposed));
        let against: BTreeSet<u8> = rules
            .map(|priority| match opposed {
                RulePolicy::Drop => priority.get() - 1,
                RulePolicy::Accept => priority.get(),
            })
            .collect();
        let weaker = against.into_iter().rev().filter(|priority| *priority < WEAKEST);
        std::iter::once(WEAKEST).chain(weaker).collect()
    }

    /// The priorities at which a rule against the goal yields to one rule more, strongest first:
    /// one step for each priority that any rule of the scenario has, because a second edit can
    /// bring or move a rule there.
    fn yielding(&self, rule: &Rule) -> Vec<u8> {
        let own = rule.spec.priority.get();
        let taken = self.facts.priorities(rule.spec.direction).iter();
        let steps: BTreeSet<u8> = taken.flat_map(|taken| [*taken, taken + 1]).collect();
        steps.into_iter().filter(|step| *step > own && *step <= WEAKEST).collect()
    }

    fn rules_to_add(&self, side: &Side<'_>) -> Vec<Edit> {
        let mut edits = Vec::new();
        for group in side.groups(self.scenario) {
            for (peer, local_cidr) in side.places(self.scenario, group, self.facts) {
                let rule = RuleSpec {
                    direction: side.direction,
                    policy: self.goal.intent.rule_policy(),
                    priority: Priority::STRONGEST,
                    protocol: self.goal.packets,
                    peer,
                    local_cidr,
                    port_list: None,
                };
                edits.push(Edit::AddRule { group: group.id.clone(), rule });
            }
        }
        edits
    }

    fn removals(&self, side: &Side<'a>) -> Vec<Edit> {
        let opposed = side.rules(self.scenario, self.goal.intent.opposed_policy());
        let remove = |(group, rule): (&SecurityGroup, &Rule)| Edit::RemoveRule {
            group: group.id.clone(),
            rule: rule.id.clone(),
        };
        opposed.map(remove).collect()
    }

    fn strengthened(&self, side: &Side<'a>) -> Vec<Edit> {
        let wished = side.rules(self.scenario, self.goal.intent.rule_policy());
        let weaker = wished.filter(|(_, rule)| rule.spec.priority > Priority::STRONGEST);
        let moved = weaker.map(|(group, rule)| Edit::Reprioritise {
            group: group.id.clone(),
            rule: rule.id.clone(),
            priority: Priority::STRONGEST,
        });
        moved.collect()
    }

    /// Sets the policy of every group that both ends are in.
    fn policies(&self) -> Vec<Edit> {
        let [source, destination] = self.sides.as_slice() else { return Vec::new() };
        let policy = match self.goal.intent {
            Intent::Allow => InnerAccessPolicy::Accept,
            Intent::Block => InnerAccessPolicy::Drop,
        };
        let other = GroupType::Basic(policy.flipped());
        let shared = source.own.groups.intersection(&destination.own.groups);
        shared
            .filter(|id| {
                let group = self.scenario.group(id);
                group.is_some_and(|group| group.group_type == other || group.unread.policy)
            })
            .map(|group| Edit::SetPolicy { group: group.clone(), policy })
            .collect()
    }

    fn joins(&self, side: &Side<'a>) -> Vec<Edit> {
        let possible = self.facts.joinable.iter().filter(|id| !side.own.groups.contains(*id));
        let join =
            |id: &SecurityGroupId| Edit::Join { interface: side.own.id.clone(), group: id.clone() };
        possible.map(join).collect()
    }
}
