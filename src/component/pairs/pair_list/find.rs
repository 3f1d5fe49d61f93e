//! Filters pairs, first by name, then by answer, up to a limit.

use crate::derived::Reachability;
use sg_core::connectivity::CellState;

/// The answer to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    Any,
    Pass,
    Partial,
    Blocked,
    Unknown,
}

impl Wanted {
    pub(crate) const ALL: [Self; 5] =
        [Self::Any, Self::Pass, Self::Partial, Self::Blocked, Self::Unknown];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Pass => "pass",
            Self::Partial => "partial",
            Self::Blocked => "blocked",
            Self::Unknown => "unknown",
        }
    }

    pub(crate) fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|wanted| wanted.word() == word).unwrap_or(Self::Any)
    }

    const fn fits(self, state: &CellState) -> bool {
        match state {
            CellState::Itself | CellState::NotFiltered => false,
            CellState::Pass => matches!(self, Self::Any | Self::Pass),
            CellState::Partial(_) => matches!(self, Self::Any | Self::Partial),
            CellState::Blocked => matches!(self, Self::Any | Self::Blocked),
            CellState::Unknown => matches!(self, Self::Any | Self::Unknown),
        }
    }
}

/// The pairs found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The row and column of each, in matrix order.
    pub(crate) pairs: Vec<(usize, usize)>,
    /// The number of pairs that match by name.
    pub(crate) named: usize,
    /// The number of these that were evaluated: all, unless a limit was reached.
    pub(crate) looked: usize,
}

/// Finds at most `shown` pairs, evaluating at most `most` cells.
pub(crate) fn find(
    seen: &Reachability,
    names: &str,
    wanted: Wanted,
    shown: usize,
    most: usize,
) -> Found {
    let (from, to) = sides(&seen.names, names);
    let named = from.iter().zip(&to);
    // Every sender pairs with every receiver; an end that is both is not paired with itself.
    let (senders, receivers, both) =
        named.fold((0, 0, 0), |(senders, receivers, both), (from, to)| {
            (
                senders + usize::from(*from),
                receivers + usize::from(*to),
                both + usize::from(*from && *to),
            )
        });
    let total = match one_word_side(names) {
        false => senders * receivers - both,
        true => either(&from),
    };
    let fits = |a: usize, b: usize| match one_word_side(names) {
        false => hit(&from, a) && hit(&to, b),
        true => hit(&from, a) || hit(&to, b),
    };
    let mut found = Found { pairs: Vec::new(), named: total, looked: 0 };
    for a in 0..seen.ends.len() {
        for b in (0..seen.ends.len()).filter(|b| *b != a && fits(a, *b)) {
            if found.pairs.len() >= shown || found.looked >= most {
                return found;
            }
            found.looked += 1;
            if seen.cell(a, b).is_some_and(|cell| wanted.fits(&cell.state)) {
                found.pairs.push((a, b));
            }
        }
    }
    found
}

fn hit(hits: &[bool], place: usize) -> bool {
    hits.get(place) == Some(&true)
}

/// The ordered pairs in which either end matches.
fn either(hits: &[bool]) -> usize {
    let (all, others) = (hits.len(), hits.iter().filter(|hit| !**hit).count());
    all * all.saturating_sub(1) - others * others.saturating_sub(1)
}

/// Whether the filter leaves the direction open.
fn one_word_side(names: &str) -> bool {
    !names.contains("->") && !names.contains('→')
}

/// Which ends may send and which may receive: `web -> db` names both sides, `web` either.
fn sides(all: &[String], names: &str) -> (Vec<bool>, Vec<bool>) {
    let names = names.replace('→', "->").to_lowercase();
    let (from, to) = names.split_once("->").unwrap_or((&names, &names));
    let hits = |part: &str| {
        let part = part.trim();
        all.iter().map(|name| part.is_empty() || name.to_lowercase().contains(part)).collect()
    };
    (hits(from), hits(to))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use sg_core::connectivity::{CheckedDirections, PacketChoice};
    use sg_core::lesson::first_scenario;

    fn found(names: &str, wanted: Wanted) -> Vec<String> {
        let scenario = Arc::new(first_scenario());
        let (choice, view) = (PacketChoice::All, CheckedDirections::Both);
        let seen = Reachability::new(&scenario, &scenario, None, choice, view);
        let found = find(&seen, names, wanted, 100, 1_000);
        assert_eq!(found.named, found.looked, "all were looked at");
        let name = |place: usize| seen.names[place].clone();
        found.pairs.iter().map(|(a, b)| format!("{} {}", name(*a), name(*b))).collect()
    }

    #[test]
    fn names_and_answers_narrow_the_list() {
        assert_eq!(found("", Wanted::Any).len(), 12, "three instances and the Internet");
        assert_eq!(found("", Wanted::Pass), ["ecs1 ecs2", "ecs2 ecs1", "ecs2 ecs3", "ecs3 ecs2"]);
        assert_eq!(found("ECS1 -> ecs", Wanted::Blocked), ["ecs1 ecs3"]);
        assert_eq!(found("→ internet", Wanted::Partial).len(), 3);
        assert_eq!(found("ecs3", Wanted::Pass), ["ecs2 ecs3", "ecs3 ecs2"]);
        assert_eq!(found("ecs3", Wanted::Any).len(), 6);
        assert!(found("nobody", Wanted::Any).is_empty());
        assert!(found("", Wanted::Unknown).is_empty());
    }

    #[test]
    fn enough_is_enough() {
        let scenario = Arc::new(first_scenario());
        let (choice, view) = (PacketChoice::All, CheckedDirections::Both);
        let seen = Reachability::new(&scenario, &scenario, None, choice, view);
        let three = find(&seen, "", Wanted::Any, 3, 1_000);
        assert_eq!((three.pairs.len(), three.named), (3, 12));
        let looked = find(&seen, "", Wanted::Blocked, 100, 2);
        assert_eq!((looked.pairs.len(), looked.looked), (1, 2));
    }
}
