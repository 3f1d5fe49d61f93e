//! An outside block as one interface sees it: its addresses sorted by which rules they meet.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::model::{AddressFamily, Direction, IpNet, NetworkInterface, Peer, Scenario};

use super::route::{METADATA_SERVICE, NOT_INTERNET, SERVICE_RANGE, is_internet};

/// First and last address of a stretch.
pub(super) type Range = (IpAddr, IpAddr);

/// Sorts the addresses of an outside block into classes no rule of the interface tells apart,
/// each a list of stretches in ascending order.
///
/// Addresses inside a VPC and public addresses of interfaces are left out: they are not outside.
/// A block that has Internet addresses stands for these only, so that `0.0.0.0/0` means the
/// Internet and not also the private ranges. Empty when nothing is left.
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

/// Adds a stretch after the others, joined to the last one where they touch.
pub(super) fn push(stretches: &mut Vec<Range>, stretch: Range) {
    match stretches.last_mut() {
        Some(last) if next(last.1) == Some(stretch.0) => last.1 = stretch.1,
        _ => stretches.push(stretch),
    }
}

/// An address that stands for a class: a host's, not the first of the block, where there is room.
pub(super) fn representative(stretches: &[Range]) -> Option<IpAddr> {
    let &(first, last) = stretches.first()?;
    let second = next(first).filter(|second| *second < last);
    Some(second.unwrap_or(first))
}

/// How many addresses the stretches hold; as large as can be counted where they are all of IPv6.
pub(super) fn size(stretches: &[Range]) -> u128 {
    stretches.iter().fold(0, |sum: u128, (first, last)| {
        sum.saturating_add((number(*last) - number(*first)).saturating_add(1))
    })
}

/// The ranges that rules of the interface name, and those the platform treats apart.
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
            // A group stands for private addresses, and none of those is outside.
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

/// The address after this one; none after the last of its family.
pub(super) fn next(address: IpAddr) -> Option<IpAddr> {
    match address {
        IpAddr::V4(v4) => u32::from(v4).checked_add(1).map(|n| Ipv4Addr::from(n).into()),
        IpAddr::V6(v6) => u128::from(v6).checked_add(1).map(|n| Ipv6Addr::from(n).into()),
    }
}

/// The address before this one; none before the first of its family.
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
