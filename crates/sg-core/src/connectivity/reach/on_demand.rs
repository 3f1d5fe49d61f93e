//! Single cells and changes, computed on demand, for scenarios whose full matrix would be too
//! large.

use std::collections::BTreeMap;

use crate::connectivity::cell::{Cell, cell};
use crate::connectivity::choice::{CheckedDirections, PacketChoice};
use crate::connectivity::diff::{CellChange, TwoCells, compare};
use crate::connectivity::end::{End, ends};
use crate::connectivity::flow::Endpoint;
use crate::map::map_of;

use super::Reach;
use super::space_cache::SpaceCache;
use super::update::Kept;

/// The changes made by an edit, as far as they were compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The changed pairs in the order of the later scenario, followed by pairs that no longer
    /// exist.
    pub found: Vec<CellChange>,
    /// The number of pairs the edit may affect, if there were too many to compare; then `found` is
    /// empty. Otherwise 0, and `found` is complete.
    pub uncompared: usize,
}

impl Reach {
    /// One cell of the matrix, as in [`matrix`](crate::connectivity::matrix); `None` if an end does
    /// not exist.
    pub fn cell(
        &self,
        from: &End,
        to: &End,
        choice: PacketChoice,
        view: CheckedDirections,
    ) -> Option<Cell> {
        self.cached_in(&mut SpaceCache::new(self, view), (from, to), choice)
    }

    /// How a pair changes in a later scenario; `None` if no packet changes.
    pub fn change_between(
        &self,
        after: &Self,
        (from, to): (&End, &End),
        choice: PacketChoice,
        view: CheckedDirections,
    ) -> Option<CellChange> {
        let old = self.cell(from, to, choice, view);
        let new = after.cell(from, to, choice, view);
        let asked = choice.packets();
        if from == to {
            return None;
        }
        let pair = TwoCells { from, to, before: old.as_ref(), after: new.as_ref() };
        compare(&pair, asked.as_ref())
    }

    /// The same result as [`diff`](crate::connectivity::diff) on the matrices of two scenarios,
    /// without building them: only pairs that the edit can affect are compared, and none if there
    /// are more than `most`.
    pub fn changes(
        &self,
        after: &Self,
        choice: PacketChoice,
        view: CheckedDirections,
        most: usize,
    ) -> Changes {
        let (old_ends, new_ends) = (ends(&self.scenario), ends(&after.scenario));
        let pairs = self.touched_pairs(after, &old_ends, &new_ends, most);
        let pairs = match pairs {
            Ok(pairs) => pairs,
            Err(uncompared) => return Changes { found: Vec::new(), uncompared },
        };
        let asked = choice.packets();
        let (mut before, mut now) = (SpaceCache::new(self, view), SpaceCache::new(after, view));
        let found = pairs.into_iter().filter_map(|(from, to)| {
            let old = self.cached_in(&mut before, (from, to), choice);
            let new = after.cached_in(&mut now, (from, to), choice);
            let pair = TwoCells { from, to, before: old.as_ref(), after: new.as_ref() };
            compare(&pair, asked.as_ref())
        });
        Changes { found: found.collect(), uncompared: 0 }
    }

    /// The pairs that an edit may affect, or their number if there are more than `most`.
    fn touched_pairs<'a>(
        &self,
        after: &Self,
        old: &'a [End],
        new: &'a [End],
        most: usize,
    ) -> Result<Vec<(&'a End, &'a End)>, usize> {
        let kept = Kept::between(self, after).filter(|_| old == new);
        let Some(kept) = kept else {
            let later: BTreeMap<&End, ()> = map_of(new.iter().map(|end| (end, ())));
            let gone: Vec<&End> = old.iter().filter(|end| !later.contains_key(end)).collect();
            // Pairs of a removed end with every previous end, in both directions.
            let lost = pairs_of(old.len()).saturating_sub(pairs_of(old.len() - gone.len()));
            let count = pairs_of(new.len()).saturating_add(lost);
            if count > most {
                return Err(count);
            }
            let all = |ends: &'a [End]| {
                ends.iter().flat_map(|from| ends.iter().map(move |to| (from, to)))
            };
            let lost = |end: &End| !later.contains_key(end);
            let gone = all(old).filter(|(from, to)| lost(from) || lost(to));
            return Ok(all(new).chain(gone).filter(|(from, to)| from != to).collect());
        };
        let parts = self.scenario.parts();
        let place = |end: &End| match end {
            End::Interface(id) => parts.interfaces.get_index_of(id),
            End::Outside(_) => None,
        };
        let places: Vec<Option<usize>> = new.iter().map(place).collect();
        let (mut pairs, mut count) = (Vec::new(), 0);
        for (from, to) in kept.touched(&places) {
            count += 1;
            if count <= most {
                pairs.extend(new.get(from).zip(new.get(to)));
            }
        }
        if count > most { Err(count) } else { Ok(pairs) }
    }

    fn cached_in(
        &self,
        space_cache: &mut SpaceCache<'_>,
        (from, to): (&End, &End),
        choice: PacketChoice,
    ) -> Option<Cell> {
        let mut spaces =
            |source: &Endpoint, destination: &Endpoint| space_cache.space(source, destination);
        cell(&self.scenario, from, to, choice, &mut spaces)
    }
}

/// The number of ordered pairs of different ends. Saturates, because on a 32-bit target it
/// overflows beyond 65,536 ends.
const fn pairs_of(ends: usize) -> usize {
    ends.saturating_mul(ends.saturating_sub(1))
}
