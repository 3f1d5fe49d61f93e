//! What goals demand of single packets.

use crate::connectivity::{Flow, Verdict, evaluate};
use crate::goal::{Directory, Expect, Failure, Traffic, Wrong};
use crate::model::Scenario;

/// A packet and the verdict that a goal demands of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Demand {
    pub(super) flow: Flow,
    pub(super) wanted: Verdict,
}

impl Demand {
    pub(super) fn is_met(&self, scenario: &Scenario) -> bool {
        evaluate(scenario, &self.flow).verdict == self.wanted
    }
}

/// What a goal demands of a packet between its ends.
pub(super) fn wanted(goal: &Traffic, flow: &Flow) -> Verdict {
    let named = || {
        let sets = goal.packets.as_ref();
        sets.is_none_or(|sets| sets.iter().any(|set| set.contains(flow.packet)))
    };
    match goal.expect {
        Expect::Blocked => Verdict::Blocked,
        Expect::Pass => Verdict::Pass,
        Expect::PassOnly if named() => Verdict::Pass,
        Expect::PassOnly => Verdict::Blocked,
    }
}

/// Packets that do not get the verdict that a goal demands, one for pairs of ends that fail alike.
/// Empty if every goal is met.
pub(super) fn unmet(scenario: &Scenario, goals: &[Traffic]) -> Vec<Demand> {
    let mut directory = Directory::new(scenario);
    let mut demands = Vec::new();
    for goal in goals {
        for failure in failures(scenario, goal, &mut directory) {
            if let Wrong::Packet { flow, .. } = failure.wrong {
                let wanted = wanted(goal, &flow);
                demands.push(Demand { flow, wanted });
            }
        }
    }
    demands
}

/// The first goal that is not met in a way that no edit of rules and policies changes, and how.
pub(super) fn never(scenario: &Scenario, goals: &[Traffic]) -> Option<(usize, Wrong)> {
    let mut directory = Directory::new(scenario);
    goals.iter().enumerate().find_map(|(place, goal)| {
        let wrong = match goal.failures(scenario, &mut directory) {
            Ok(failures) => {
                let mut wrong = failures.into_iter().map(|failure| failure.wrong);
                wrong.find(|wrong| !matches!(wrong, Wrong::Packet { .. }))?
            }
            Err((field, sentence)) => {
                let end = if field == "from" { &goal.from } else { &goal.to };
                Wrong::NoEnd { end: end.clone(), sentence }
            }
        };
        Some((place, wrong))
    })
}

/// How a goal is not met first.
pub(super) fn wrong(scenario: &Scenario, goal: &Traffic) -> Option<Wrong> {
    let mut directory = Directory::new(scenario);
    failures(scenario, goal, &mut directory).into_iter().next().map(|own| own.wrong)
}

fn failures(scenario: &Scenario, goal: &Traffic, directory: &mut Directory<'_>) -> Vec<Failure> {
    // The ends were found in the scenario before it was edited, and no edit takes one away.
    goal.failures(scenario, directory).unwrap_or_default()
}
