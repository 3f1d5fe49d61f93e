//! A solution of a lesson, found by the search for the fewest edits of rules and policies.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::connectivity::Edit as Change;
use crate::emulator::{Call, Env};
use crate::goal::Traffic;
use crate::history::{Edit, History, TopologyEdit, as_calls};
use crate::least_rules::least_rules;
use crate::model::{Direction, RuleSpec, Scenario, SecurityGroupId};

use super::Lesson;
use super::claim::Claim;

/// Calls that meet every goal of a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Whether they meet them only from the beginning of the lesson, so that it starts over.
    pub starts_over: bool,
    /// The calls, in order.
    pub calls: Vec<Call>,
    /// The log with them.
    pub history: History,
}

impl Lesson {
    /// Whether the search for a solution understands every goal: what packets do, and how many calls
    /// that may take.
    pub fn can_be_searched(&self) -> bool {
        let is_traffic = |claim: &Claim| matches!(claim, Claim::Traffic { .. });
        let is_known = |claim: &Claim| is_traffic(claim) || matches!(claim, Claim::Budget { .. });
        let claims = || self.goals.iter().map(|goal| &goal.claim);
        claims().any(is_traffic) && claims().all(is_known)
    }

    /// The fewest edits of rules and policies that meet every goal from where a log stands or, if that
    /// does not work, from the beginning, as calls that were tried on the emulator. `None` if nothing
    /// was found.
    pub fn solution(&self, history: &History, env: Env) -> Option<Solution> {
        if !self.can_be_searched() {
            return None;
        }
        let goals: Vec<Traffic> = self
            .goals
            .iter()
            .filter_map(|goal| match &goal.claim {
                Claim::Traffic { ways, .. } => Some(ways),
                Claim::Called { .. }
                | Claim::Policy { .. }
                | Claim::Member { .. }
                | Claim::Exists { .. }
                | Claim::Budget { .. } => None,
            })
            .flatten()
            .cloned()
            .collect();
        let from_here = self.tried(history, &goals, env);
        from_here
            .map(|(calls, history)| (false, calls, history))
            .or_else(|| {
                let again = TopologyEdit::start_over(Arc::clone(&self.scenario));
                let history = history.with(Edit::Topology(again), env);
                let (calls, history) = self.tried(&history, &goals, env)?;
                Some((true, calls, history))
            })
            .map(|(starts_over, calls, history)| Solution { starts_over, calls, history })
    }

    fn tried(
        &self,
        history: &History,
        goals: &[Traffic],
        env: Env,
    ) -> Option<(Vec<Call>, History)> {
        let scenario = Arc::clone(history.scenario());
        let found = least_rules(&scenario, goals).ok()?;
        let calls = as_calls(&scenario, &found.edits).ok()?;
        // Where calls are counted, several rules may have to share one.
        let ways = [calls, joined(&scenario, &found.edits)];
        ways.into_iter().find_map(|calls| {
            let mut after = history.clone();
            for (number, call) in (0_u64..).zip(&calls) {
                // Two calls that create something must not make the same id.
                let entropy = env.entropy.wrapping_add(number);
                after = after.with(Edit::Call(call.clone()), Env { entropy, ..env });
            }
            self.progress(&after).is_done().then_some((calls, after))
        })
    }
}

/// The calls that make edits, with one for all rules that are added to a group on one side.
fn joined(scenario: &Scenario, edits: &[Change]) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut added: BTreeMap<(&SecurityGroupId, Direction), Vec<(&RuleSpec, &str)>> =
        BTreeMap::new();
    for edit in edits {
        match edit.added_rule() {
            Some(rule) => {
                added.entry((edit.group(), rule.direction)).or_default().push((rule, ""));
            }
            None => {
                calls.extend(as_calls(scenario, std::slice::from_ref(edit)).unwrap_or_default())
            }
        }
    }
    let region = scenario.region();
    calls.extend(added.into_iter().map(|((group, direction), rules)| {
        Call::authorize_rules(region, group, direction, &rules)
    }));
    calls
}
