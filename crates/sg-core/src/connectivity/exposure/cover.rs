//! Address ranges as few blocks.

use std::net::IpAddr;

use crate::connectivity::internet::Range;
use crate::model::IpNet;

/// The fewest blocks that hold every address of `want` and none of `avoid`, each as small as its
/// wanted addresses allow. Both lists are ascending, do not overlap, and are of one family.
pub(super) fn cover(want: &[Range], avoid: &[Range]) -> Vec<IpNet> {
    let mut blocks = Vec::new();
    if let Some((first, _)) = want.first() {
        divide(whole(*first), want, avoid, &mut blocks);
    }
    blocks
}

fn divide(block: IpNet, want: &[Range], avoid: &[Range], blocks: &mut Vec<IpNet>) {
    let (want, avoid) = (within(block, want), within(block, avoid));
    let (Some(first), Some(last)) = (want.first(), want.last()) else { return };
    let (low, high) = range(block);
    let halves: Vec<IpNet> = block
        .prefix_len()
        .checked_add(1)
        .and_then(|length| block.subnets(length).ok())
        .map(Iterator::collect)
        .unwrap_or_default();
    if avoid.is_empty() || halves.is_empty() {
        // As small as possible: one half, if it holds everything wanted.
        let (first, last) = (first.0.max(low), last.1.min(high));
        let smaller = halves.iter().find(|half| half.contains(&first) && half.contains(&last));
        match smaller {
            Some(half) => divide(*half, want, avoid, blocks),
            None => blocks.push(block),
        }
        return;
    }
    for half in halves {
        divide(half, want, avoid, blocks);
    }
}

/// The ranges that have an address in a block.
fn within(block: IpNet, ranges: &[Range]) -> &[Range] {
    let (low, high) = range(block);
    let start = ranges.partition_point(|(_, last)| *last < low);
    let end = ranges.partition_point(|(first, _)| *first <= high);
    ranges.get(start..end).unwrap_or_default()
}

/// Every address of a family.
pub(super) fn whole(address: IpAddr) -> IpNet {
    let first: IpAddr = match address {
        IpAddr::V4(_) => std::net::Ipv4Addr::UNSPECIFIED.into(),
        IpAddr::V6(_) => std::net::Ipv6Addr::UNSPECIFIED.into(),
    };
    IpNet::new(first, 0).unwrap_or_else(|_| IpNet::from(first))
}

/// The first and last address of a block.
pub(super) fn range(block: IpNet) -> Range {
    (block.network(), block.broadcast())
}
