//! Finds every minimal edit that allows or blocks traffic between two ends, with its side effects.

mod apply;
mod candidates;
mod edit;
mod goal;
mod path;
mod price;

pub use apply::Refused;
pub use edit::{Edit, EditKind};
pub use goal::{Goal, Intent};
pub use price::Effect;

use crate::model::Scenario;

use super::choice::CheckedDirections;
use super::reason::{PlatformRule, UnknownReason};
use super::verdict::Decider;
use candidates::candidates;
use path::{Path, Spaces};
use price::Prices;

/// The ways to achieve a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixes {
    /// Whether the goal is already met; then there are no fixes.
    pub holds: bool,
    /// Obstacles that no edit of a group can remove; if there are any, no search is made.
    pub obstacles: Vec<Decider>,
    /// Every minimal fix, the one with the fewest side effects first.
    pub fixes: Vec<Fix>,
    /// The kinds of edit that were tried.
    pub searched: &'static [EditKind],
    /// The maximum number of edits in a fix. Pairs are only tried if no single edit works. The
    /// first edit of a pair must by itself change the decider of some packet between the ends.
    pub depth: usize,
    /// The number of scenarios evaluated.
    pub tried: usize,
}

/// Edits that achieve a goal together, none of which can be omitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edits, in a valid order.
    pub edits: Vec<Edit>,
    /// Side effects: changes to other pairs, and to other packets between the two ends.
    pub effects: Vec<Effect>,
    /// Whether the result differs under another reading of a disputed statement.
    pub contested: bool,
}

impl Fix {
    /// The number of other pairs affected.
    pub fn cells(&self) -> usize {
        self.effects.len()
    }

    /// The number of packet sets that open or close in addition to the goal.
    pub fn regions(&self) -> usize {
        self.effects.iter().map(|effect| effect.opens.len() + effect.closes.len()).sum()
    }
}

/// Finds every minimal fix. `None` if one of the ends does not exist.
///
/// Each fix is verified: it is applied, and the pair and every other pair it can affect are
/// evaluated again. The order of the result is deterministic.
pub fn fix(scenario: &Scenario, goal: &Goal) -> Option<Fixes> {
    let path = Path::new(scenario, &goal.from, &goal.to)?;
    let spaces = path.spaces(scenario, CheckedDirections::Both);
    let obstacles = obstacles(&spaces, goal);
    let holds = obstacles.is_empty() && goal.holds(&spaces);
    let mut answer =
        Fixes { holds, obstacles, fixes: Vec::new(), searched: &EditKind::ALL, depth: 0, tried: 0 };
    if answer.holds || !answer.obstacles.is_empty() {
        return Some(answer);
    }
    let mut search = Search { path, goal, tried: 0 };
    let mut found = search.singles(scenario);
    answer.depth = 1;
    if found.is_empty() {
        answer.depth = 2;
        found = search.pairs(scenario);
    }
    answer.tried = search.tried;
    let mut prices = Prices::new(scenario, goal);
    answer.fixes = found
        .into_iter()
        .map(|(edits, after)| {
            let effects = prices.effects(&edits, &after);
            let spaces = search.path.spaces(&after, CheckedDirections::Both);
            let contested = goal.regions(&spaces).any(|region| region.contested.is_some());
            Fix { edits, effects, contested }
        })
        .collect();
    answer.fixes.sort_by_key(|fix| (fix.cells() > 0, fix.contested, fix.cells(), fix.regions()));
    Some(answer)
}

/// Obstacles to the goal that do not depend on security groups.
fn obstacles(spaces: &Spaces, goal: &Goal) -> Vec<Decider> {
    let mut obstacles: Vec<Decider> = Vec::new();
    let mut asked = false;
    for region in goal.regions(spaces) {
        asked = true;
        let immovable = match (&region.decider, goal.intent) {
            (Decider::Unknown(_), _) => true,
            (Decider::Route(_) | Decider::Platform(PlatformRule::OutboundMail), intent) => {
                intent == Intent::Allow
            }
            (Decider::Platform(_) | Decider::Itself, intent) => intent == Intent::Block,
            (Decider::Policy { .. } | Decider::Rule { .. } | Decider::Implicit { .. }, _) => false,
        };
        if immovable && !obstacles.contains(&region.decider) {
            obstacles.push(region.decider.clone());
        }
    }
    if !asked {
        obstacles.push(Decider::Unknown(UnknownReason::NoSuchPacket));
    }
    obstacles
}

/// Edits and the resulting scenario.
type Found = Vec<(Vec<Edit>, Scenario)>;

struct Search<'a> {
    path: Path,
    goal: &'a Goal,
    tried: usize,
}

impl Search<'_> {
    fn works(&mut self, scenario: &Scenario) -> bool {
        self.tried += 1;
        self.goal.holds(&self.path.spaces(scenario, CheckedDirections::Both))
    }

    fn singles(&mut self, scenario: &Scenario) -> Found {
        let mut found = Found::new();
        for edit in candidates(scenario, &self.path, self.goal) {
            let edits = vec![edit];
            // Of edits that differ only in priority, the weakest that works is enough.
            if contains(&found, &edits) {
                continue;
            }
            let Ok(after) = apply(&edits, scenario) else { continue };
            if self.works(&after) {
                found.push((edits, after));
            }
        }
        found
    }

    fn pairs(&mut self, scenario: &Scenario) -> Found {
        let mut found = Found::new();
        let before = self.sides(scenario);
        for first in candidates(scenario, &self.path, self.goal) {
            let Ok(between) = first.apply(scenario) else { continue };
            if self.sides(&between) == before {
                continue;
            }
            for second in candidates(&between, &self.path, self.goal) {
                let edits = vec![first.clone(), second];
                if contains(&found, &edits) {
                    continue;
                }
                let Some(after) = edits.get(1).and_then(|edit| edit.apply(&between).ok()) else {
                    continue;
                };
                if self.works(&after) && !self.works_alone(edits.get(1), scenario) {
                    found.push((edits, after));
                }
            }
        }
        found
    }

    fn works_alone(&mut self, edit: Option<&Edit>, scenario: &Scenario) -> bool {
        let after = edit.and_then(|edit| edit.apply(scenario).ok());
        after.is_some_and(|after| self.works(&after))
    }

    /// What each side decides about the packets between the ends, with reasons.
    fn sides(&self, scenario: &Scenario) -> [Spaces; 2] {
        [CheckedDirections::Egress, CheckedDirections::Ingress]
            .map(|view| self.path.spaces(scenario, view))
    }
}

fn apply(edits: &[Edit], scenario: &Scenario) -> Result<Scenario, Refused> {
    edits.iter().try_fold(scenario.clone(), |scenario, edit| edit.apply(&scenario))
}

/// Whether the same edits were found already, in any order and with any priorities.
fn contains(found: &Found, edits: &[Edit]) -> bool {
    let shapes: Vec<Edit> = edits.iter().map(Edit::without_priority).collect();
    found.iter().any(|(other, _)| {
        let other: Vec<Edit> = other.iter().map(Edit::without_priority).collect();
        other.len() == shapes.len() && shapes.iter().all(|edit| other.contains(edit))
    })
}
