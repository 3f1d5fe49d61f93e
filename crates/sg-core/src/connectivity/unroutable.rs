//! Addresses that no packet at an instance can have at its other end, whatever the routes say.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::model::{Direction, IpNet};

use super::internet::Range;

/// Addresses that are neither a source nor a destination: "this network" (RFC 791), loopback,
/// link-local (the metadata service is not there), reserved and limited broadcast; in IPv6 the
/// unspecified address and loopback.
///
/// IPv6 link-local addresses are not among them: neighbours use them, and no page says whether
/// rules see those packets.
const NEITHER: &[Range] = &[
    (v4(0, 0, 0, 0), v4(0, 255, 255, 255)),
    (v4(127, 0, 0, 0), v4(127, 255, 255, 255)),
    (v4(169, 254, 0, 0), v4(169, 254, 255, 255)),
    (v4(240, 0, 0, 0), v4(255, 255, 255, 255)),
    (IpAddr::V6(Ipv6Addr::UNSPECIFIED), IpAddr::V6(Ipv6Addr::LOCALHOST)),
];

/// Those, and multicast addresses: never a source, but a destination where a transit router forwards
/// multicast.
const NO_SOURCE: &[Range] = &[
    (v4(0, 0, 0, 0), v4(0, 255, 255, 255)),
    (v4(127, 0, 0, 0), v4(127, 255, 255, 255)),
    (v4(169, 254, 0, 0), v4(169, 254, 255, 255)),
    (v4(224, 0, 0, 0), v4(255, 255, 255, 255)),
    (IpAddr::V6(Ipv6Addr::UNSPECIFIED), IpAddr::V6(Ipv6Addr::LOCALHOST)),
    (MULTICAST_V6.0, MULTICAST_V6.1),
];

const MULTICAST_V6: Range = (
    IpAddr::V6(Ipv6Addr::new(0xff00, 0, 0, 0, 0, 0, 0, 0)),
    IpAddr::V6(Ipv6Addr::from_bits(u128::MAX)),
);

const fn v4(a: u8, b: u8, c: u8, d: u8) -> IpAddr {
    IpAddr::V4(Ipv4Addr::new(a, b, c, d))
}

/// The ranges that cannot be at the other end of a packet in one direction.
pub(super) const fn ranges(direction: Direction) -> &'static [Range] {
    match direction {
        Direction::Ingress => NO_SOURCE,
        Direction::Egress => NEITHER,
    }
}

/// Whether an address cannot be at the other end.
pub(super) fn holds(direction: Direction, address: IpAddr) -> bool {
    ranges(direction).iter().any(|(first, last)| *first <= address && address <= *last)
}

/// Whether none of a block's addresses can be at the other end.
pub(super) fn covers(direction: Direction, block: IpNet) -> bool {
    let within = |(first, last): &Range| *first <= block.network() && block.broadcast() <= *last;
    ranges(direction).iter().any(within)
}
