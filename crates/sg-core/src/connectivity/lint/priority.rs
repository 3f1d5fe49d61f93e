//! Rules that lose because of their priority, and the changes of priority that let them win.

use std::collections::BTreeSet;

use crate::model::{Priority, Rule, RuleId, RulePolicy, Scenario, SecurityGroupId};

use super::by_rule::ByRule;
use super::sight::{Line, Sight};
use crate::connectivity::fix::Edit;
use crate::connectivity::packet_set::PacketSet;

/// A rule with its group, by its id.
fn find<'a>(scenario: &'a Scenario, id: &RuleId) -> Option<(&'a SecurityGroupId, &'a Rule)> {
    scenario.groups().find_map(|group| {
        let rule = group.rules.iter().find(|rule| rule.id == *id)?;
        Some((&group.id, rule.as_ref()))
    })
}

/// Whether an Accept rule only loses to Drop rules of the same priority.
pub(super) fn is_tie(scenario: &Scenario, line: Line<'_>, covering: &BTreeSet<&RuleId>) -> bool {
    let own = line.rule.spec.priority;
    line.rule.spec.policy == RulePolicy::Accept
        && is_overruled(scenario, line, covering)
        && covering
            .iter()
            .all(|id| find(scenario, id).is_some_and(|(_, rule)| rule.spec.priority == own))
}

/// Whether a rule only loses to rules with the opposite action.
pub(super) fn is_overruled(
    scenario: &Scenario,
    line: Line<'_>,
    covering: &BTreeSet<&RuleId>,
) -> bool {
    let opposes = |id: &&RuleId| {
        find(scenario, id).is_some_and(|(_, rule)| rule.spec.policy != line.rule.spec.policy)
    };
    !covering.is_empty() && covering.iter().all(opposes)
}

/// The change of priority that lets a rule win against all rules that cover it: the weakest that
/// does or, where none is left, that of the only other rule.
pub(super) fn let_win(scenario: &Scenario, line: Line<'_>, covering: &[RuleId]) -> Option<Edit> {
    let others = || covering.iter().filter_map(|id| find(scenario, id));
    let strongest = others().map(|(_, rule)| rule.spec.priority).min()?;
    // At equal priority, Drop comes first.
    let step = u8::from(line.rule.spec.policy == RulePolicy::Accept);
    if let Some(priority) = strongest.get().checked_sub(step).and_then(writable) {
        return Some(reprioritise(line.group, &line.rule.id, priority));
    }
    let (group, only) = others().next().filter(|_| covering.len() == 1)?;
    let priority = writable(line.rule.spec.priority.get().checked_add(step)?)?;
    Some(reprioritise(group, &only.id, priority))
}

/// The changes of priority that end ties of an Accept rule with Drop rules: it becomes stronger, or
/// it becomes weaker, which is what applies now. Each to the next priority that no Drop rule has.
pub(super) fn untie(scenario: &Scenario, line: Line<'_>) -> Vec<Edit> {
    let direction = line.rule.spec.direction;
    let drops: BTreeSet<u8> = scenario
        .groups()
        .flat_map(|group| group.rules_of(direction))
        .filter(|rule| rule.spec.policy == RulePolicy::Drop)
        .map(|rule| rule.spec.priority.get())
        .collect();
    let free = |priority: &u8| !drops.contains(priority);
    let own = line.rule.spec.priority.get();
    let stronger = (1..own).rev().find(free);
    let weaker = (own..=Priority::WEAKEST_WRITABLE.get()).skip(1).find(free);
    let steps = stronger.into_iter().chain(weaker).filter_map(writable);
    steps.map(|priority| reprioritise(line.group, &line.rule.id, priority)).collect()
}

fn writable(priority: u8) -> Option<Priority> {
    Priority::new(priority).ok().filter(|priority| *priority <= Priority::WEAKEST_WRITABLE)
}

fn reprioritise(group: &SecurityGroupId, rule: &RuleId, priority: Priority) -> Edit {
    Edit::Reprioritise { group: group.clone(), rule: rule.clone(), priority }
}

/// Whether a rule is an exception from another: wherever both apply, it matches no packet that the
/// other does not match.
pub(super) fn is_exception(
    scenario: &Scenario,
    id: &RuleId,
    from: Line<'_>,
    sights: &ByRule<'_>,
) -> bool {
    let Some((group, rule)) = find(scenario, id) else { return true };
    let has = |sight: &Sight<'_>, id: &RuleId| sight.lines.iter().any(|line| line.rule.id == *id);
    let apart = sights.get(id).into_iter().flatten().any(|sight| {
        let groups = &sight.interface.groups;
        groups.contains(group) && groups.contains(from.group) && !has(sight, &from.rule.id)
    });
    let within = match (PacketSet::all_of(&rule.spec), PacketSet::all_of(&from.rule.spec)) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(own), Some(whole)) => {
            own.iter().all(|own| whole.iter().any(|whole| own.intersection(whole) == Some(*own)))
        }
    };
    within && !apart
}
