//! Puts pairs of classes together as few products of senders and receivers.

use std::collections::{BTreeMap, BTreeSet};

/// A set of pairs of classes, each with what is known of it.
#[derive(Debug)]
pub(super) struct Relation<T> {
    rows: BTreeMap<usize, BTreeMap<usize, T>>,
}

/// Some senders and some receivers.
pub(super) type Rectangle = (Vec<usize>, Vec<usize>);

impl<T> Default for Relation<T> {
    fn default() -> Self {
        Self { rows: BTreeMap::new() }
    }
}

impl<T> Relation<T> {
    /// Adds a pair.
    pub(super) fn add(&mut self, from: usize, to: usize, about: T) {
        self.rows.entry(from).or_default().insert(to, about);
    }

    /// What is known of one pair of a rectangle.
    pub(super) fn of(&self, from: &[usize], to: &[usize]) -> Option<&T> {
        let row = |sender: &usize| {
            let row = self.rows.get(sender)?;
            to.iter().find_map(|receiver| row.get(receiver))
        };
        from.iter().find_map(row)
    }

    /// The receivers of each sender.
    fn by_sender(&self) -> BTreeMap<usize, BTreeSet<usize>> {
        self.rows.iter().map(|(from, row)| (*from, row.keys().copied().collect())).collect()
    }

    /// The senders of each receiver.
    fn by_receiver(&self) -> BTreeMap<usize, BTreeSet<usize>> {
        let mut columns: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (from, row) in &self.rows {
            for to in row.keys() {
                columns.entry(*to).or_default().insert(*from);
            }
        }
        columns
    }
}

/// Divides the pairs into products, in whichever direction there are fewer of them. A class with a
/// single member has no pair with itself, so such a pair may be in a product without being in the
/// relation.
pub(super) fn rectangles<T>(
    relation: &Relation<T>,
    single: impl Fn(usize) -> bool,
) -> Vec<Rectangle> {
    let by_sender = products(&relation.by_sender(), &single);
    let by_receiver = products(&relation.by_receiver(), &single);
    if by_sender.len() <= by_receiver.len() {
        return by_sender;
    }
    by_receiver.into_iter().map(|(to, from)| (from, to)).collect()
}

/// Puts rows with the same columns together.
fn products(
    rows: &BTreeMap<usize, BTreeSet<usize>>,
    single: &impl Fn(usize) -> bool,
) -> Vec<Rectangle> {
    // Rows with equal columns, which most rows have.
    let mut equal: BTreeMap<&BTreeSet<usize>, Vec<usize>> = BTreeMap::new();
    for (row, columns) in rows {
        equal.entry(columns).or_default().push(*row);
    }
    let mut products: Vec<(Vec<usize>, BTreeSet<usize>)> = Vec::new();
    for (columns, rows) in equal {
        let fits = |product: &&mut (Vec<usize>, BTreeSet<usize>)| {
            let own = |row: &usize, column: &usize| row == column && single(*row);
            let (known, theirs) = product;
            // Every row of either has all columns of both.
            let all = |rows: &[usize], has: &BTreeSet<usize>, wanted: &BTreeSet<usize>| {
                let mut missing = wanted.difference(has);
                missing.all(|column| rows.iter().all(|row| own(row, column)))
            };
            all(&rows, columns, theirs) && all(known, theirs, columns)
        };
        match products.iter_mut().find(fits) {
            Some((known, theirs)) => {
                known.extend(rows);
                theirs.extend(columns.iter().copied());
            }
            None => products.push((rows, columns.clone())),
        }
    }
    let sorted = |(mut rows, columns): (Vec<usize>, BTreeSet<usize>)| {
        rows.sort_unstable();
        (rows, columns.into_iter().collect())
    };
    products.into_iter().map(sorted).collect()
}

#[cfg(test)]
mod tests {
    use super::{Relation, rectangles};

    #[test]
    fn a_missing_pair_of_an_end_with_itself_divides_nothing() {
        let mut relation = Relation::default();
        for (from, to) in [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (5, 1)] {
            relation.add(from, to, ());
        }
        let all = rectangles(&relation, |class| class != 5);
        assert_eq!(all, [(vec![0, 1, 2], vec![0, 1, 2]), (vec![5], vec![1])]);
        // With several members each, the classes have pairs of their own, which are missing.
        assert_eq!(rectangles(&relation, |_| false).len(), 3);
    }
}
