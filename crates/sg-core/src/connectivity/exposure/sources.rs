//! The Internet addresses of a row, exactly, and in few blocks.

use std::net::IpAddr;

use crate::connectivity::internet::Range;
use crate::connectivity::outside;
use crate::model::{AddressFamily, IpNet};

use super::cover::{cover, range, whole};

/// Internet addresses: those in a block of `blocks` and in none of `except`.
///
/// Blocks may also hold addresses that are not on the Internet, such as 10.0.0.0/8 in 0.0.0.0/0:
/// nothing is said about those.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sources {
    /// The blocks.
    pub blocks: Vec<IpNet>,
    /// The blocks whose addresses are not among them, because another rule decides about those.
    pub except: Vec<IpNet>,
    /// How many bits of an address are fixed: 0 if the addresses are at least half of the Internet.
    bits: u32,
}

impl Sources {
    /// Some of the Internet addresses `all`, preferably in the words of `stated`, the blocks of the
    /// rule that decides. Both lists of ranges are ascending.
    pub(super) fn new(ranges: &[Range], all: &[Range], stated: &[IpNet]) -> Self {
        let size = outside::size(ranges).max(1);
        let bits = outside::size(all).max(1).ilog2().saturating_sub(size.ilog2());
        let rest = without(all, ranges);
        let within = |block: &IpNet| !clipped(ranges, *block).is_empty();
        let mut blocks: Vec<IpNet> = stated.iter().copied().filter(within).collect();
        if blocks.is_empty() {
            blocks.extend(ranges.first().map(|(first, _)| whole(*first)));
        }
        let inside: Vec<Range> =
            merged(blocks.iter().flat_map(|block| clipped(&rest, *block)).collect());
        let except = cover(&inside, ranges);
        if !except.is_empty() {
            let direct = cover(ranges, &rest);
            if direct.len() <= blocks.len() + except.len() {
                return Self { blocks: direct, except: Vec::new(), bits };
            }
        }
        Self { blocks, except, bits }
    }

    /// Whether an Internet address is among them.
    pub fn contains(&self, address: IpAddr) -> bool {
        let holds = |blocks: &[IpNet]| blocks.iter().any(|block| block.contains(&address));
        holds(&self.blocks) && !holds(&self.except)
    }

    /// Whether they are at least half of the Internet of their family.
    pub const fn is_world(&self) -> bool {
        self.bits == 0
    }

    /// Greater for more addresses, relative to the Internet of their family.
    pub(super) const fn breadth(&self) -> u32 {
        u32::MAX - self.bits
    }

    /// The family of the addresses.
    pub fn family(&self) -> AddressFamily {
        self.blocks.first().map_or(AddressFamily::V4, AddressFamily::of_block)
    }
}

/// The parts of ranges that lie in a block.
fn clipped(ranges: &[Range], block: IpNet) -> Vec<Range> {
    let (low, high) = range(block);
    let clip = |(first, last): &Range| {
        let part = ((*first).max(low), (*last).min(high));
        (part.0 <= part.1 && part.0.is_ipv4() == low.is_ipv4()).then_some(part)
    };
    ranges.iter().filter_map(clip).collect()
}

/// Ranges in ascending order, none of which overlaps another.
pub(super) fn merged(mut ranges: Vec<Range>) -> Vec<Range> {
    ranges.sort_unstable();
    let mut apart: Vec<Range> = Vec::with_capacity(ranges.len());
    for (first, last) in ranges {
        let adjoins = |before: &Range| {
            first <= before.1 || outside::next(before.1).is_some_and(|next| next == first)
        };
        match apart.last_mut() {
            Some(before) if adjoins(before) => before.1 = before.1.max(last),
            _ => apart.push((first, last)),
        }
    }
    apart
}

/// The addresses of `all` that are not in `taken`, which lies in `all`. Both are ascending.
fn without(all: &[Range], taken: &[Range]) -> Vec<Range> {
    let mut rest = Vec::new();
    for &(first, last) in all {
        let mut next = Some(first);
        for &(low, high) in taken.iter().filter(|(low, high)| *low <= last && first <= *high) {
            if let (Some(start), Some(end)) = (next, outside::previous(low))
                && start < low
            {
                rest.push((start, end));
            }
            next = outside::next(high);
        }
        if let Some(start) = next
            && start <= last
        {
            rest.push((start, last));
        }
    }
    rest
}
