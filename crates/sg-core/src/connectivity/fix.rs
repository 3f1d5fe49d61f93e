//! Finds every minimal set of edits that allows or blocks traffic between two ends, with its side
//! effects.
//!
//! `docs/fixes.md` says what is searched and how long it takes at most.

mod apply;
mod candidates;
mod edit;
mod goal;
mod intent;
mod obstacle;
mod path;
mod price;
mod rank;
mod search;
mod side;
mod slice;
mod tie;

pub use apply::Refused;
pub use edit::{Edit, EditKind};
pub use goal::Goal;
pub use intent::Intent;
pub use obstacle::Obstacle;
pub use price::{Effect, Fix};
pub use tie::Tie;

use crate::model::{Direction, Scenario};

use super::choice::CheckedDirections;
use obstacle::obstacles;
use path::Path;
use price::Prices;
use search::{Alternatives, MOST_TRIED, Search};
use side::{Facts, sides};

/// The ways to achieve a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixes {
    /// Whether the goal is already met; then there are no fixes.
    pub holds: bool,
    /// Packets of the goal that no edit of a group can help. The fixes are for all the others, and
    /// for what groups block where only the way to the Internet is not known.
    pub obstacles: Vec<Obstacle>,
    /// Whether the goal is already met for all packets but these.
    pub rest_holds: bool,
    /// Every minimal fix, in the order in which to propose them (`docs/fixes.md`). Of sets that
    /// differ only in priorities, the one with the fewest side effects.
    pub fixes: Vec<Fix>,
    /// The number of further fixes of the same size whose side effects were not determined, because
    /// there are too many.
    pub more: usize,
    /// The kinds of edit that were tried.
    pub searched: &'static [EditKind],
    /// The maximum number of edits in a fix. Pairs are only tried if no single edit works.
    pub depth: usize,
    /// The number of scenarios evaluated.
    pub tried: usize,
    /// Whether everything was tried. Otherwise the search ended at its limit.
    pub complete: bool,
}

/// The most fixes whose side effects are determined.
const MOST_PRICED: usize = 64;

/// Finds every minimal fix. `None` if one of the ends does not exist.
///
/// Each fix is verified: it is applied, and the pair and every other pair it can affect are
/// evaluated again. The order of the result is deterministic.
pub fn fix(scenario: &Scenario, goal: &Goal) -> Option<Fixes> {
    let path = Path::new(scenario, &goal.from, &goal.to)?;
    let spaces = path.spaces(scenario, CheckedDirections::Both);
    let obstacles = obstacles(scenario, &path, &spaces, goal);
    let rest_holds = goal.holds(&spaces);
    let mut answer = Fixes {
        holds: obstacles.is_empty() && rest_holds,
        rest_holds: rest_holds && goal.regions(&spaces).next().is_some(),
        obstacles,
        fixes: Vec::new(),
        more: 0,
        searched: &EditKind::ALL,
        depth: 0,
        tried: 0,
        complete: true,
    };
    if rest_holds {
        return Some(answer);
    }
    let facts = Facts::new(scenario, &path, goal.packets);
    let mut search = Search::new(scenario, goal, Facts::new(scenario, &path, goal.packets));
    let mut found = search.singles();
    answer.depth = 1;
    if found.is_empty() {
        answer.depth = 2;
        found = search.pairs();
    }
    answer.tried = search.tried;
    answer.complete = search.tried < MOST_TRIED;
    found.sort_by_cached_key(|sets| sets.first().map(|set| kinds(scenario, set)));
    answer.more = found.len().saturating_sub(MOST_PRICED);
    found.truncate(MOST_PRICED);
    if !found.is_empty() {
        let prices = Prices::new(scenario, goal, &path);
        answer.fixes = found.into_iter().filter_map(|sets| cheapest(&prices, sets)).collect();
        let sides = sides(scenario, &facts);
        for fix in &mut answer.fixes {
            fix.tie = tie::tie(scenario, &sides, &fix.edits);
        }
        answer.fixes.sort_by_cached_key(|fix| rank::rank(goal, fix));
    }
    Some(answer)
}

/// The set with the fewest side effects.
fn cheapest(prices: &Prices<'_>, sets: Alternatives) -> Option<Fix> {
    let priced = sets.into_iter().filter_map(|edits| prices.fix(edits));
    priced.min_by_key(Fix::price)
}

/// The kinds of the edits and the side that they are on, to list fixes in a stable order.
fn kinds(scenario: &Scenario, edits: &[Edit]) -> Vec<(EditKind, bool)> {
    let inbound = |edit: &Edit| match edit {
        Edit::AddRule { rule, .. } => rule.direction == Direction::Ingress,
        Edit::RemoveRule { group, rule } | Edit::Reprioritise { group, rule, .. } => {
            let rules = scenario.group(group).into_iter().flat_map(|group| &group.rules);
            let mut rules = rules.filter(|other| other.id == *rule);
            rules.any(|rule| rule.spec.direction == Direction::Ingress)
        }
        Edit::SetPolicy { .. } | Edit::Join { .. } | Edit::Leave { .. } => false,
    };
    let mut kinds: Vec<_> = edits.iter().map(|edit| (edit.kind(), inbound(edit))).collect();
    kinds.sort_unstable();
    kinds
}
