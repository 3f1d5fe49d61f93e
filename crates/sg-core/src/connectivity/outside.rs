//! An outside block as seen from one interface: its addresses, grouped by the rules that match
//! them.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::model::{
    AddressFamily, Direction, IpNet, NetworkInterface, Peer, Scenario, SecurityGroup,
};

use super::internet::{METADATA_SERVICE, NOT_INTERNET, Range, SERVICE_RANGE, is_internet};
use super::unroutable;

/// Groups the addresses of an outside block into classes that no rule of the interface
/// distinguishes. Each class is a list of intervals in ascending order.
///
/// Addresses inside a VPC and public addresses of interfaces are excluded because they are not
/// outside. `0.0.0.0/0` and `::/0` mean the Internet without the private ranges. Of any other block
/// that includes Internet addresses, those and the private ones are in different classes, because
/// they travel differently. Empty if nothing is left.
pub(super) fn classes(
    scenario: &Scenario,
    block: IpNet,
    interface: &NetworkInterface,
    direction: Direction,
) -> Vec<Vec<Range>> {
    let whole = range_of(block);
    let family = AddressFamily::of_block(&block);
    let telling = telling_ranges(scenario, interface, direction);
    let mut starts = BTreeSet::from([number(whole.0)]);
    for &(first, last) in telling.iter().chain(NOT_INTERNET) {
        if AddressFamily::of(first) == family {
            starts.insert(number(first));
            starts.extend(next(last).map(number));
        }
    }
    let (low, high) = (number(whole.0), number(whole.1));
    let starts: Vec<u128> = starts.into_iter().filter(|n| low <= *n && *n <= high).collect();
    let lasts = starts.iter().skip(1).map(|next| next - 1).chain([high]);
    let stretches: Vec<(IpAddr, Vec<Range>)> = starts
        .iter()
        .zip(lasts)
        .map(|(&first, last)| (address(first, family), address(last, family)))
        .map(|stretch| (stretch.0, without(stretch, scenario.own_ranges())))
        .filter(|(_, left)| !left.is_empty())
        .collect();
    let internet = stretches.iter().any(|(first, _)| is_internet(*first));
    let everything = block.prefix_len() == 0;
    let mut classes: BTreeMap<Vec<bool>, Vec<Range>> = BTreeMap::new();
    for (first, left) in stretches {
        let on_internet = is_internet(first);
        let beside = internet && !on_internet;
        let signature: Vec<bool> =
            telling.iter().map(|range| holds(*range, first)).chain([on_internet]).collect();
        for stretch in left {
            if beside && (everything || unroutable::holds(direction, stretch.0)) {
                continue;
            }
            push(classes.entry(signature.clone()).or_default(), stretch);
        }
    }
    classes.into_values().collect()
}

/// What some ranges, ascending and apart, leave of an interval.
fn without((first, last): Range, ranges: &[Range]) -> Vec<Range> {
    let mut left = Vec::new();
    let mut from = Some(first);
    let reached = ranges.partition_point(|(_, end)| *end < first);
    for (start, end) in ranges.iter().skip(reached).take_while(|(start, _)| *start <= last) {
        let before = previous(*start);
        left.extend(from.zip(before).filter(|(from, before)| from <= before));
        from = next(*end);
    }
    left.extend(from.filter(|from| *from <= last).map(|from| (from, last)));
    left
}

/// Appends an interval, merged with the last one if they are adjacent.
pub(super) fn push(stretches: &mut Vec<Range>, stretch: Range) {
    match stretches.last_mut() {
        Some(last) if next(last.1) == Some(stretch.0) => last.1 = stretch.1,
        _ => stretches.push(stretch),
    }
}

/// A representative address of a class: a host address rather than the first of the block, if
/// possible.
pub(super) fn representative(stretches: &[Range]) -> Option<IpAddr> {
    let &(first, last) = stretches.first()?;
    let second = next(first).filter(|second| *second < last);
    Some(second.unwrap_or(first))
}

/// The number of addresses in the intervals, saturating for all of IPv6.
pub(super) fn size(stretches: &[Range]) -> u128 {
    stretches.iter().fold(0, |sum: u128, (first, last)| {
        sum.saturating_add((number(*last) - number(*first)).saturating_add(1))
    })
}

/// The ranges that the rules of the interface or the platform distinguish.
fn telling_ranges<'a>(
    scenario: &'a Scenario,
    interface: &'a NetworkInterface,
    direction: Direction,
) -> Vec<Range> {
    let mut ranges = match direction {
        Direction::Egress => vec![(METADATA_SERVICE, METADATA_SERVICE)],
        Direction::Ingress => vec![SERVICE_RANGE],
    };
    let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
    let known = |group: &'a SecurityGroup| group.rules_of(direction).map(|rule| &rule.spec.peer);
    let unread =
        |group: &'a SecurityGroup| group.unread.rules.iter().filter_map(|rule| rule.peer.as_ref());
    for peer in groups.flat_map(|group| known(group).chain(unread(group))) {
        match peer {
            Peer::Cidr(block) => ranges.push(range_of(*block)),
            Peer::PrefixList(id) => {
                let list = scenario.prefix_list(id);
                ranges.extend(list.iter().flat_map(|list| &list.blocks).copied().map(range_of));
            }
            // A group stands for private addresses. Those of a group of another account may be
            // outside, but a class lies either on the Internet or not, never across the border.
            Peer::Group(_) => {}
        }
    }
    ranges.sort_unstable();
    ranges.dedup();
    ranges
}

fn range_of(block: IpNet) -> Range {
    (block.network(), block.broadcast())
}

fn holds((first, last): Range, address: IpAddr) -> bool {
    first <= address && address <= last
}

/// The next address; `None` after the last of its family.
pub(super) fn next(address: IpAddr) -> Option<IpAddr> {
    match address {
        IpAddr::V4(v4) => u32::from(v4).checked_add(1).map(|n| Ipv4Addr::from(n).into()),
        IpAddr::V6(v6) => u128::from(v6).checked_add(1).map(|n| Ipv6Addr::from(n).into()),
    }
}

/// The previous address; `None` before the first of its family.
pub(super) fn previous(address: IpAddr) -> Option<IpAddr> {
    match address {
        IpAddr::V4(v4) => u32::from(v4).checked_sub(1).map(|n| Ipv4Addr::from(n).into()),
        IpAddr::V6(v6) => u128::from(v6).checked_sub(1).map(|n| Ipv6Addr::from(n).into()),
    }
}

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u32::from(v4).into(),
        IpAddr::V6(v6) => v6.into(),
    }
}

fn address(number: u128, family: AddressFamily) -> IpAddr {
    match family {
        AddressFamily::V4 => Ipv4Addr::from(u32::try_from(number).unwrap_or(u32::MAX)).into(),
        AddressFamily::V6 => Ipv6Addr::from(number).into(),
    }
}
