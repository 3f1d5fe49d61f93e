//! Filters pairs, first by name, then by answer, up to a limit.

use crate::component::pairs::pair_list::wanted::Wanted;
use crate::derived::Reachability;

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
    let several = |row: usize| seen.stands_for_several(row);
    let named = from.iter().zip(&to).enumerate();
    // Every sender pairs with every receiver; an end that is both is not paired with itself.
    let (senders, receivers, both) =
        named.fold((0, 0, 0), |(senders, receivers, both), (row, (from, to))| {
            (
                senders + usize::from(*from),
                receivers + usize::from(*to),
                both + usize::from(*from && *to && !several(row)),
            )
        });
    let within = from.iter().enumerate().filter(|(row, hit)| **hit && several(*row)).count();
    let total = match one_word_side(names) {
        false => senders * receivers - both,
        true => either(&from) + within,
    };
    let fits = |a: usize, b: usize| match one_word_side(names) {
        false => hit(&from, a) && hit(&to, b),
        true => hit(&from, a) || hit(&to, b),
    };
    let mut found = Found { pairs: Vec::new(), named: total, looked: 0 };
    for a in 0..seen.ends.len() {
        for b in (0..seen.ends.len()).filter(|b| (*b != a || several(a)) && fits(a, *b)) {
            if found.pairs.len() >= shown || found.looked >= most {
                return found;
            }
            found.looked += 1;
            // A hidden answer is none that can be searched for.
            let fits = match seen.hides_at(a, b) {
                true => wanted == Wanted::Any,
                false if wanted == Wanted::Changed => seen.mark(a, b).is_some(),
                false => seen.cell(a, b).is_some_and(|cell| wanted.fits(&cell.state)),
            };
            if fits {
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
    typed_sides(names).1.is_none()
}

/// What is typed for the sender and, after an arrow, for the receiver.
pub(crate) fn typed_sides(names: &str) -> (&str, Option<&str>) {
    let arrows = ["->", "→"].into_iter();
    let first = arrows.filter_map(|arrow| Some((names.find(arrow)?, arrow))).min();
    match first.and_then(|(_, arrow)| names.split_once(arrow)) {
        Some((from, to)) => (from.trim(), Some(to.trim())),
        None => (names.trim(), None),
    }
}

/// Which ends may send and which may receive: `web -> db` names both sides, `web` either.
fn sides(all: &[String], names: &str) -> (Vec<bool>, Vec<bool>) {
    let names = names.to_lowercase();
    let (from, to) = typed_sides(&names);
    let hits = |part: &str| {
        all.iter().map(|name| part.is_empty() || name.to_lowercase().contains(part)).collect()
    };
    (hits(from), hits(to.unwrap_or(from)))
}
