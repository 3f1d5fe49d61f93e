//! Claims about a scenario and its log. A claim that does not hold reports why.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::connectivity::{ClauseId, Decider, UnknownReason};
use crate::emulator::{Action, Call};
use crate::goal::{Directory, Traffic};
use crate::history::{Edit, History, Outcome, Step};
use crate::model::{GroupType, InnerAccessPolicy, Scenario, SecurityGroup};

use super::miss::Miss;

/// A claim that holds or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// The fate of packets, optionally in both directions.
    Traffic {
        /// One direction, or both.
        ways: Vec<Traffic>,
        /// The clause that must decide about all of them.
        clause: Option<ClauseId>,
    },
    /// A call in the log got a certain answer.
    Called {
        /// The operation; any operation if `None`.
        action: Option<Action>,
        /// Parameters that the call had.
        with: BTreeMap<String, String>,
        /// Whether it came after the last edit that changed the scenario.
        fresh: bool,
        /// `200`, or an error code.
        answer: String,
    },
    /// A group's intra-group policy.
    Policy {
        /// The group, by id or name.
        group: String,
        /// The policy.
        is: InnerAccessPolicy,
    },
    /// Whether an instance's primary interface is in a group.
    Member {
        /// The instance, by id or name.
        instance: String,
        /// The group, by id or name.
        group: String,
        /// Whether it should be a member.
        is: bool,
    },
    /// Whether a group exists.
    Exists {
        /// The group, by id or name.
        group: String,
        /// Whether it should exist.
        is: bool,
    },
    /// How many edits may have changed the scenario, and with which operations.
    Budget {
        /// The maximum number of edits.
        most: usize,
        /// The permitted operations; any edit if `None`.
        only: Option<Vec<Action>>,
    },
}

/// A scenario and the steps that led to it.
#[derive(Debug, Clone, Copy)]
pub struct Attempt<'a> {
    history: &'a History,
    first: usize,
}

impl<'a> Attempt<'a> {
    /// The steps since the scenario was opened, or since the last `StartOver`.
    pub fn of(history: &'a History) -> Self {
        Self { history, first: history.position() - history.steps_since_opened().len() }
    }

    /// The current scenario.
    pub fn scenario(&self) -> &'a Arc<Scenario> {
        self.history.scenario()
    }

    /// All steps.
    pub fn steps(&self) -> &'a [Arc<Step>] {
        self.history.steps().get(self.first..self.history.position()).unwrap_or_default()
    }

    /// The edits that changed the scenario.
    pub fn changes(&self) -> impl Iterator<Item = &'a Edit> {
        let history = self.history;
        let places =
            self.steps().iter().enumerate().map(|(index, step)| (self.first + index, step));
        let changed = places
            .filter(move |(place, step)| !Arc::ptr_eq(history.scenario_at(*place), &step.after));
        changed.map(|(_, step)| &step.edit)
    }

    /// The steps after the last edit that changed the scenario.
    fn since_last_change(&self) -> &'a [Arc<Step>] {
        let now = self.scenario();
        let silent = self.steps().iter().rev();
        let last = self.steps().len();
        // A step that changed nothing keeps the scenario from before.
        let met = |place: usize| self.history.scenario_at(self.first + place);
        let silent =
            silent.zip((0..last).rev()).take_while(|(_, place)| Arc::ptr_eq(met(*place), now));
        self.steps().get(last - silent.count()..).unwrap_or_default()
    }

    fn group(&self, name: &str) -> Option<&'a Arc<SecurityGroup>> {
        self.scenario().groups().find(|group| group.id.as_str() == name || group.name == name)
    }
}

impl Claim {
    /// Why the claim does not hold; `None` if it holds.
    pub fn miss(&self, attempt: &Attempt<'_>) -> Option<Miss> {
        match self {
            Self::Traffic { ways, clause } => {
                let scenario = attempt.scenario();
                let directory = &mut Directory::new(scenario);
                ways.iter().find_map(|way| traffic_miss(scenario, directory, way, *clause))
            }
            Self::Called { action, with, fresh, answer } => {
                let steps = if *fresh { attempt.since_last_change() } else { attempt.steps() };
                called_miss(steps, *action, with, answer)
            }
            Self::Policy { group, is } => {
                let Some(found) = attempt.group(group) else {
                    return Some(Miss::NoGroup(group.clone()));
                };
                let got = policy_of(found);
                (got != *is).then(|| Miss::OtherPolicy { group: group.clone(), wanted: *is, got })
            }
            Self::Member { instance, group, is } => member_miss(attempt, instance, group, *is),
            Self::Exists { group, is } => match (attempt.group(group), is) {
                (None, true) => Some(Miss::NoGroup(group.clone())),
                (Some(_), false) => Some(Miss::GroupStays(group.clone())),
                (None, false) | (Some(_), true) => None,
            },
            Self::Budget { most, only } => budget_miss(attempt, *most, only.as_deref()),
        }
    }
}

/// The effective policy of a group: an advanced group isolates.
fn policy_of(group: &SecurityGroup) -> InnerAccessPolicy {
    match group.group_type {
        GroupType::Basic(policy) => policy,
        GroupType::Advanced => InnerAccessPolicy::Drop,
    }
}

fn traffic_miss(
    scenario: &Scenario,
    directory: &mut Directory<'_>,
    traffic: &Traffic,
    clause: Option<ClauseId>,
) -> Option<Miss> {
    if let Some(wrong) = traffic.wrong(scenario, directory) {
        return Some(Miss::Traffic { traffic: traffic.clone(), wrong });
    }
    let clause = clause?;
    let decided = deciding(directory, traffic)?;
    decided.iter().any(|own| *own != clause).then(|| Miss::OtherReason(traffic.clone(), clause))
}

/// The clauses that decide about the packets of a traffic goal, each once.
pub(in crate::lesson) fn deciding(
    directory: &mut Directory<'_>,
    traffic: &Traffic,
) -> Option<Vec<ClauseId>> {
    let (from, to) = (directory.find(&traffic.from).ok()?, directory.find(&traffic.to).ok()?);
    let answers = traffic.answers(directory, &from, &to)?;
    let parts = answers.iter().flat_map(|answer| &answer.parts);
    let missing = Decider::Unknown(UnknownReason::NoSuchPacket);
    let mut clauses = Vec::new();
    let asked =
        parts.flat_map(|part| &part.space.regions).filter(|region| region.decider != missing);
    for region in asked {
        let clause = region.decider.clause();
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
    Some(clauses)
}

fn called_miss(
    steps: &[Arc<Step>],
    action: Option<Action>,
    with: &BTreeMap<String, String>,
    answer: &str,
) -> Option<Miss> {
    let mut got = None;
    for step in steps {
        let Edit::Call(call) = &step.edit else { continue };
        if action.is_some_and(|action| action != call.action) {
            continue;
        }
        let answered = match &step.outcome {
            Outcome::Replied(_) => "200".to_owned(),
            Outcome::Refused(error) => error.code().to_owned(),
            Outcome::Done | Outcome::Impossible(_) => continue,
        };
        if answered == answer && has(call, with) {
            return None;
        }
        got = Some(answered);
    }
    let got = got.filter(|got| action.is_some() && got != answer);
    Some(Miss::NotAnswered { action, answer: answer.to_owned(), got })
}

fn has(call: &Call, with: &BTreeMap<String, String>) -> bool {
    let same = |(name, value): (&String, &String)| {
        call.params.get(name).is_some_and(|given| given.eq_ignore_ascii_case(value))
    };
    with.iter().all(same)
}

fn member_miss(attempt: &Attempt<'_>, instance: &str, group: &str, is: bool) -> Option<Miss> {
    let scenario = attempt.scenario();
    let named = |id: &str, name: &str| id == instance || name == instance;
    let Some(found) = scenario.instances().find(|own| named(own.id.as_str(), &own.name)) else {
        return Some(Miss::NoInstance(instance.to_owned()));
    };
    let interface = found.primary().and_then(|id| scenario.interface(id));
    let member = attempt.group(group).is_some_and(|group| {
        interface.is_some_and(|interface| interface.groups.contains(&group.id))
    });
    let (instance, group) = (instance.to_owned(), group.to_owned());
    (member != is).then_some(Miss::Membership { instance, group, is: member })
}

fn budget_miss(attempt: &Attempt<'_>, most: usize, only: Option<&[Action]>) -> Option<Miss> {
    if let Some(only) = only {
        for edit in attempt.changes() {
            match edit {
                Edit::Call(call) if only.contains(&call.action) => {}
                Edit::Call(call) => return Some(Miss::NotWith(Some(call.action))),
                Edit::Topology(_) => return Some(Miss::NotWith(None)),
            }
        }
    }
    let count = attempt.changes().count();
    (count > most).then_some(Miss::TooMany { count, most })
}
