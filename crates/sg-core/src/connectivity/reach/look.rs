//! Single cells and single changes, put together when somebody looks: for scenes whose whole
//! matrix is more than anybody sees at once.

use std::collections::BTreeMap;

use crate::connectivity::cell::{Cell, cell};
use crate::connectivity::choice::{DirectionView, PacketChoice};
use crate::connectivity::diff::{CellChange, TwoCells, compare};
use crate::connectivity::end::{End, ends};
use crate::connectivity::flow::Endpoint;

use super::Reach;
use super::gallery::Gallery;
use super::update::Kept;

/// What an edit changes, as far as it was compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The pairs that changed, in the order of the later scene, then the pairs that are gone.
    pub found: Vec<CellChange>,
    /// How many pairs the edit may touch when they were more than should be compared: then none
    /// was, and nothing is found. Otherwise 0, and what is found is all there is.
    pub uncompared: usize,
}

impl Reach {
    /// One cell of the matrix, as [`matrix`](crate::connectivity::matrix) draws it; none when an
    /// end does not exist.
    pub fn cell(
        &self,
        from: &End,
        to: &End,
        choice: PacketChoice,
        view: DirectionView,
    ) -> Option<Cell> {
        self.in_gallery(&mut Gallery::new(self, view), (from, to), choice)
    }

    /// What became of one pair in a later scene; none where no packet changes.
    pub fn change_between(
        &self,
        after: &Self,
        (from, to): (&End, &End),
        choice: PacketChoice,
        view: DirectionView,
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

    /// What [`diff`](crate::connectivity::diff) says of the matrices of two scenes, without drawing
    /// them: only pairs that the edit between the two can touch are compared, and none where these
    /// are more than `most`.
    pub fn changes(
        &self,
        after: &Self,
        choice: PacketChoice,
        view: DirectionView,
        most: usize,
    ) -> Changes {
        let (old_ends, new_ends) = (ends(&self.scenario), ends(&after.scenario));
        let pairs = self.touched_pairs(after, &old_ends, &new_ends, most);
        let pairs = match pairs {
            Ok(pairs) => pairs,
            Err(uncompared) => return Changes { found: Vec::new(), uncompared },
        };
        let asked = choice.packets();
        let (mut before, mut now) = (Gallery::new(self, view), Gallery::new(after, view));
        let found = pairs.into_iter().filter_map(|(from, to)| {
            let old = self.in_gallery(&mut before, (from, to), choice);
            let new = after.in_gallery(&mut now, (from, to), choice);
            let pair = TwoCells { from, to, before: old.as_ref(), after: new.as_ref() };
            compare(&pair, asked.as_ref())
        });
        Changes { found: found.collect(), uncompared: 0 }
    }

    /// The pairs that the way from one scene to the other may touch; how many, where they are more
    /// than `most`.
    fn touched_pairs<'a>(
        &self,
        after: &Self,
        old: &'a [End],
        new: &'a [End],
        most: usize,
    ) -> Result<Vec<(&'a End, &'a End)>, usize> {
        let kept = Kept::between(self, after).filter(|_| old == new);
        let Some(kept) = kept else {
            let later: BTreeMap<&End, ()> = new.iter().map(|end| (end, ())).collect();
            let gone: Vec<&End> = old.iter().filter(|end| !later.contains_key(end)).collect();
            // Pairs of a gone end with every end that was there, both ways.
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

    fn in_gallery(
        &self,
        gallery: &mut Gallery<'_>,
        (from, to): (&End, &End),
        choice: PacketChoice,
    ) -> Option<Cell> {
        let mut spaces =
            |source: &Endpoint, destination: &Endpoint| gallery.space(source, destination);
        cell(&self.scenario, from, to, choice, &mut spaces)
    }
}

/// How many ordered pairs of different ends there are; the largest number there is where a browser
/// cannot count them, beyond 65,536 ends.
const fn pairs_of(ends: usize) -> usize {
    ends.saturating_mul(ends.saturating_sub(1))
}
