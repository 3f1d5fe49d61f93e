//! An outside block as seen from one interface: its addresses, grouped by the rules that match
//! them.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::model::{AddressFamily, Direction, IpNet, NetworkInterface, Peer, Scenario};

use super::route::{METADATA_SERVICE, NOT_INTERNET, SERVICE_RANGE, is_internet};

/// The first and last address of an interval.
pub(super) type Range = (IpAddr, IpAddr);

/// Groups the addresses of an outside block into classes that no rule of the interface
/// distinguishes. Each class is a list of intervals in ascending order.
///
/// Addresses inside a VPC and public addresses of interfaces are excluded because they are not
/// outside. A block that includes Internet addresses stands for those only, so that `0.0.0.0/0`
/// means the Internet without the private ranges. Empty if nothing is left.
pub(super) fn classes(
    scenario: &Scenario,
    block: IpNet,
    interface: &NetworkInterface,
    direction: Direction,
) -> Vec<Vec<Range>> {
    let whole = range_of(block);
    let family = AddressFamily::of_block(&block);
    let telling = telling_ranges(scenario, interface, direction);
    let ours = our_ranges(scenario);
    let mut starts = BTreeSet::from([number(whole.0)]);
    for &(first, last) in telling.iter().chain(&ours).chain(NOT_INTERNET) {
        if AddressFamily::of(first) == family {
            starts.insert(number(first));
            starts.extend(next(last).map(number));
        }
    }
    let (low, high) = (number(whole.0), number(whole.1));
    let starts: Vec<u128> = starts.into_iter().filter(|n| low <= *n && *n <= high).collect();
    let lasts = starts.iter().skip(1).map(|next| next - 1).chain([high]);
    let stretches: Vec<Range> = starts
        .iter()
        .zip(lasts)
        .map(|(&first, last)| (address(first, family), address(last, family)))
        .filter(|(first, _)| !ours.iter().any(|range| holds(*range, *first)))
        .collect();
    let internet = stretches.iter().any(|(first, _)| is_internet(*first));
    let mut classes: BTreeMap<Vec<bool>, Vec<Range>> = BTreeMap::new();
    for stretch in stretches {
        if internet && !is_internet(stretch.0) {
            continue;
        }
        let signature = telling.iter().map(|range| holds(*range, stretch.0)).collect();
        push(classes.entry(signature).or_default(), stretch);
    }
    classes.into_values().collect()
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
fn telling_ranges(
    scenario: &Scenario,
    interface: &NetworkInterface,
    direction: Direction,
) -> Vec<Range> {
    let mut ranges = match direction {
        Direction::Egress => vec![(METADATA_SERVICE, METADATA_SERVICE)],
        Direction::Ingress => vec![SERVICE_RANGE],
    };
    let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
    for rule in groups.flat_map(|group| group.rules_of(direction)) {
        match &rule.spec.peer {
            Peer::Cidr(block) => ranges.push(range_of(*block)),
            Peer::PrefixList(id) => {
                let list = scenario.prefix_list(id);
                ranges.extend(list.iter().flat_map(|list| &list.blocks).copied().map(range_of));
            }
            // A group stands for private addresses, none of which is outside.
            Peer::Group(_) => {}
        }
    }
    ranges.sort_unstable();
    ranges.dedup();
    ranges
}

fn our_ranges(scenario: &Scenario) -> Vec<Range> {
    let vpcs = scenario.parts().vpcs.values();
    let blocks = vpcs.flat_map(|vpc| &vpc.blocks).copied().map(range_of);
    let public = scenario.interfaces().filter_map(|interface| interface.public_address);
    blocks.chain(public.map(|address| (address, address))).collect()
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
