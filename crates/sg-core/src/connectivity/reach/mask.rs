//! Sets of rules as bit masks, and the positions where such a set changes.

use super::packet_line::Position;

/// Rows of bits of the same width: bit `n` of a row represents the rule at position `n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Masks {
    /// The number of 64-bit words per row, at least one.
    width: usize,
    words: Vec<u64>,
}

impl Masks {
    /// Creates empty rows for the given number of rules.
    pub(super) fn new(rows: usize, rules: usize) -> Self {
        let width = rules.div_ceil(64).max(1);
        Self { width, words: vec![0; rows * width] }
    }

    pub(super) fn row(&self, row: usize) -> &[u64] {
        self.words.get(row * self.width..(row + 1) * self.width).unwrap_or(&[])
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &[u64]> {
        self.words.chunks_exact(self.width)
    }

    pub(super) fn len(&self) -> usize {
        self.words.len() / self.width
    }

    pub(super) fn set(&mut self, row: usize, rule: usize) {
        if let Some(word) = self.words.get_mut(row * self.width + rule / 64) {
            *word |= 1 << (rule % 64);
        }
    }

    /// Appends a copy of a row and returns its index.
    fn fork(&mut self, row: usize) -> usize {
        self.words.extend_from_within(row * self.width..(row + 1) * self.width);
        self.len() - 1
    }
}

/// The first position set in all four rows.
#[inline]
pub(super) fn first(a: &[u64], b: &[u64], c: &[u64], d: &[u64]) -> Option<usize> {
    let mut words = a.iter().zip(b).zip(c.iter().zip(d)).enumerate();
    words.find_map(|(index, ((a, b), (c, d)))| {
        let common = a & b & c & d;
        (common != 0).then(|| index * 64 + common.trailing_zeros() as usize)
    })
}

/// The first position that is set in all rows but not in `marked`, and the first that is set in all
/// rows and in `marked`.
#[inline]
pub(super) fn firsts(rows: [&[u64]; 4], marked: &[u64]) -> [Option<usize>; 2] {
    let [a, b, c, d] = rows;
    let mut found = [None, None];
    let words = a.iter().zip(b).zip(c.iter().zip(d)).zip(marked).enumerate();
    for (index, (((a, b), (c, d)), marked)) in words {
        let common = a & b & c & d;
        for (slot, bits) in found.iter_mut().zip([common & !marked, common & marked]) {
            if slot.is_none() && bits != 0 {
                *slot = Some(index * 64 + bits.trailing_zeros() as usize);
            }
        }
        if found.iter().all(Option::is_some) {
            break;
        }
    }
    found
}

/// The positions set in all four rows.
pub(super) fn matches(rows: [&[u64]; 4]) -> impl Iterator<Item = usize> {
    let [a, b, c, d] = rows;
    let words = a.iter().zip(b).zip(c.iter().zip(d)).enumerate();
    words.flat_map(|(index, ((a, b), (c, d)))| {
        let mut common = a & b & c & d;
        std::iter::from_fn(move || {
            let bit = (common != 0).then(|| common.trailing_zeros() as usize)?;
            common &= common - 1;
            Some(index * 64 + bit)
        })
    })
}

/// An axis split wherever a rule starts or stops matching, with the rules that match in each
/// interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Axis {
    /// The start of each interval; the first is 0.
    starts: Vec<Position>,
    last: Position,
    masks: Masks,
}

impl Axis {
    /// The axis from 0 to `last`, split at the bounds of the rules' intervals, each of which has the
    /// number of its rule.
    pub(super) fn new(
        intervals: &[(usize, (Position, Position))],
        rules: usize,
        last: Position,
    ) -> Self {
        let ends = intervals.iter().flat_map(|(_, (first, last))| [*first, last + 1]);
        let mut starts: Vec<Position> = ends.chain([0]).filter(|start| *start <= last).collect();
        starts.sort_unstable();
        starts.dedup();
        let mut masks = Masks::new(starts.len(), rules);
        for (rule, (first, last)) in intervals {
            let from = starts.partition_point(|start| start < first);
            let to = starts.partition_point(|start| start <= last);
            (from..to).for_each(|piece| masks.set(piece, *rule));
        }
        Self { starts, last, masks }
    }

    /// The rules that match at a position.
    pub(super) fn at(&self, place: Position) -> &[u64] {
        self.masks.row(self.starts.partition_point(|start| *start <= place).saturating_sub(1))
    }

    /// The intervals in order: the last position of each, and the rules that match there.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (Position, &[u64])> {
        let lasts = self.starts.iter().skip(1).map(|next| next - 1).chain([self.last]);
        lasts.zip(self.masks.rows())
    }
}

/// A partition of addresses into classes that no rule of a list distinguishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sight {
    /// The class of each address.
    class_of: Vec<u32>,
    /// The rules that match the addresses of each class.
    masks: Masks,
}

impl Sight {
    /// A single class of all addresses, matched by the rules in `always`.
    pub(super) fn new(
        address_index: usize,
        rules: usize,
        always: impl Iterator<Item = usize>,
    ) -> Self {
        let mut masks = Masks::new(1, rules);
        always.for_each(|rule| masks.set(0, rule));
        Self { class_of: vec![0; address_index], masks }
    }

    /// Records that a rule matches exactly these addresses; an address may occur more than once.
    pub(super) fn mark(&mut self, rule: usize, address_index: impl Iterator<Item = usize>) {
        const NONE: u32 = u32::MAX;
        let mut forks = vec![NONE; self.masks.len()];
        for point in address_index {
            let Some(class) = self.class_of.get_mut(point) else { continue };
            // A class created during this call contains only addresses that are already marked.
            let Some(fork) = forks.get_mut(*class as usize) else { continue };
            if *fork == NONE {
                let row = self.masks.fork(*class as usize);
                self.masks.set(row, rule);
                *fork = u32::try_from(row).unwrap_or(NONE);
            }
            *class = *fork;
        }
    }

    /// Drops empty classes and renumbers the others by their first address.
    pub(super) fn settle(&mut self) {
        const NONE: u32 = u32::MAX;
        let mut numbers = vec![NONE; self.masks.len()];
        let mut kept = Masks { width: self.masks.width, words: Vec::new() };
        for class in &mut self.class_of {
            let Some(number) = numbers.get_mut(*class as usize) else { continue };
            if *number == NONE {
                *number = u32::try_from(kept.len()).unwrap_or(NONE);
                kept.words.extend_from_slice(self.masks.row(*class as usize));
            }
            *class = *number;
        }
        self.masks = kept;
    }

    /// The class of an address.
    pub(super) fn class(&self, point: usize) -> usize {
        self.class_of.get(point).map_or(0, |class| *class as usize)
    }

    /// The classes of all addresses.
    pub(super) fn classes(&self) -> &[u32] {
        &self.class_of
    }

    /// The number of classes.
    pub(super) fn count(&self) -> usize {
        self.masks.len()
    }

    /// The rules that match the addresses of a class.
    pub(super) fn rules(&self, class: usize) -> &[u64] {
        self.masks.row(class)
    }

    /// Moves an address to the class with exactly these rules.
    pub(super) fn reclass(&mut self, point: usize, rules: &[usize]) {
        let mut row = Masks { width: self.masks.width, words: vec![0; self.masks.width] };
        rules.iter().for_each(|rule| row.set(0, *rule));
        let known = self.masks.rows().position(|other| other == row.words);
        let class = known.unwrap_or_else(|| {
            self.masks.words.extend_from_slice(&row.words);
            self.masks.len() - 1
        });
        if let Some(old) = self.class_of.get_mut(point) {
            *old = u32::try_from(class).unwrap_or(0);
        }
    }
}
