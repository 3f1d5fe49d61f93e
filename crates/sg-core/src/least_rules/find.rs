//! Finds the fewest edits, or the goals that exclude each other.

use crate::connectivity::Edit;
use crate::goal::Traffic;
use crate::model::Scenario;

use super::search::{MOST_TRIED, Search};
use super::unmet::Unmet;
use super::{conflict, demand, weight};

/// A set of edits that meets every goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeastRules {
    /// The edits in the order in which to make them. Empty if the goals are met already.
    pub edits: Vec<Edit>,
    /// The scenario with all of them.
    pub after: Scenario,
    /// How many other sets of as few edits were found, which were less to be preferred.
    pub others: usize,
    /// Whether every smaller set of the edits that are searched was ruled out. Otherwise there may
    /// be one: the search ended at its limit.
    pub least: bool,
    /// The number of scenarios that were tried.
    pub tried: usize,
}

/// Searches the fewest edits after which a scenario meets every goal, and verifies them by judging
/// the goals on the edited scenario. Deterministic.
///
/// The scenario must have an outside block for every block that a goal names
/// ([`with_named_blocks`](crate::goal::with_named_blocks)).
///
/// # Errors
/// [`Unmet`]: the smallest set of goals that cannot be met together, which is one goal or two, or
/// that the search ended at its limit.
pub fn least_rules(scenario: &Scenario, goals: &[Traffic]) -> Result<LeastRules, Unmet> {
    least_rules_within(scenario, goals, MOST_TRIED)
}

/// The same with another limit on the number of scenarios that are tried.
///
/// # Errors
/// As [`least_rules`].
pub fn least_rules_within(
    scenario: &Scenario,
    goals: &[Traffic],
    most_tried: usize,
) -> Result<LeastRules, Unmet> {
    if let Some((goal, wrong)) = demand::never(scenario, goals) {
        return Err(Unmet::Impossible { goal, wrong: Box::new(wrong) });
    }
    if let Some(unmet) = conflict::conflict(scenario, goals) {
        return Err(unmet);
    }
    let mut search = Search::new(scenario, goals, most_tried);
    let found = search.run();
    let Some((sets, least)) = found else {
        let tried = search.tried;
        let hopeless = |goal: &Traffic| {
            let mut search = Search::new(scenario, std::slice::from_ref(goal), most_tried);
            search.run().is_none() && search.hopeless
        };
        let impossible = goals.iter().position(hopeless);
        let wrong = impossible.and_then(|goal| demand::wrong(scenario, goals.get(goal)?));
        return Err(match impossible.zip(wrong) {
            Some((goal, wrong)) => Unmet::Impossible { goal, wrong: Box::new(wrong) },
            None => Unmet::NotFound { tried },
        });
    };
    let others = sets.len().saturating_sub(1);
    let edits = weight::lightest(scenario, sets);
    match Edit::apply_all(&edits, scenario) {
        Ok(after) => Ok(LeastRules { edits, after, others, least, tried: search.tried }),
        Err(_) => Err(Unmet::NotFound { tried: search.tried }),
    }
}
