//! Which addresses are on the Internet, and whether a packet has a way between an interface and the
//! IPv4 Internet: a public address of the interface, or SNAT of its VPC. Groups are not asked here.
//!
//! An interface that stands for the members of a group of which none is known is judged by rules
//! alone, as a member with a public address would be: the question is what the rules do.
//!
//! IPv6 addresses of a VPC are judged by their groups alone: what an IPv6 gateway lets through is
//! not modelled.

use std::net::IpAddr;

use crate::model::{Holder, NetworkInterface, Scenario};

use super::reason::UnknownReason;

/// The first and last address of an interval.
pub(super) type Range = (IpAddr, IpAddr);

/// Whether there is a way, as far as that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Access {
    Open,
    Closed,
    NotKnown(UnknownReason),
}

/// From an outside address to a private address of an interface (S-36).
pub(super) fn inbound(interface: &NetworkInterface, private: IpAddr, remote: IpAddr) -> Access {
    if is_open(interface, private, remote) {
        Access::Open
    } else if interface.may_be_public() {
        let interface = interface.id.clone();
        Access::NotKnown(UnknownReason::UnreadPublicAddress { interface })
    } else {
        Access::Closed
    }
}

/// From a private address of an interface to an outside address (S-37).
pub(super) fn outbound(
    scenario: &Scenario,
    interface: &NetworkInterface,
    private: IpAddr,
    remote: IpAddr,
) -> Access {
    if is_open(interface, private, remote) {
        Access::Open
    } else {
        through_snat(scenario, interface)
    }
}

fn is_open(interface: &NetworkInterface, private: IpAddr, remote: IpAddr) -> bool {
    !needs_public_address(remote)
        || interface.public_for(private).is_some()
        || interface.holder == Some(Holder::Example)
}

/// From an interface to the Internet, if the address it sends from has no public one (S-37).
pub(super) fn through_snat(scenario: &Scenario, interface: &NetworkInterface) -> Access {
    match scenario.vpc(&interface.vpc).and_then(|vpc| vpc.snat) {
        Some(true) => Access::Open,
        Some(false) if interface.may_be_public() => {
            let interface = interface.id.clone();
            Access::NotKnown(UnknownReason::UnreadPublicAddress { interface })
        }
        Some(false) => Access::Closed,
        None => {
            let vpc = interface.vpc.clone();
            Access::NotKnown(UnknownReason::UnreadSnat { vpc })
        }
    }
}

/// Whether packets to and from an outside address travel over the IPv4 Internet. Others come by
/// VPN, Express Connect or peering, or over IPv6.
pub fn needs_public_address(remote: IpAddr) -> bool {
    remote.is_ipv4() && is_internet(remote)
}

/// The metadata service, reachable from every instance.
pub(super) const METADATA_SERVICE: IpAddr = v4(100, 100, 100, 200);

/// Whether an outside address is on the Internet rather than in a range that is routed privately
/// (RFC 1918, RFC 6598, link-local, RFC 4193) or not at all. The documentation ranges (RFC 5737,
/// RFC 3849) count as the Internet because examples use them that way.
pub(crate) fn is_internet(address: IpAddr) -> bool {
    !NOT_INTERNET.iter().any(|(first, last)| *first <= address && address <= *last)
}

/// Whether any address of an interval is on the Internet: no two of the other ranges adjoin.
pub(crate) fn touches_internet((first, last): Range) -> bool {
    !NOT_INTERNET.iter().any(|(start, end)| *start <= first && last <= *end)
}

/// The shared address space (RFC 6598), which load balancers and monitoring use as source.
pub(super) const SERVICE_RANGE: Range = (v4(100, 64, 0, 0), v4(100, 127, 255, 255));

/// Whether an address is in the range used by load balancers and monitoring.
pub(super) fn is_service_range(address: IpAddr) -> bool {
    SERVICE_RANGE.0 <= address && address <= SERVICE_RANGE.1
}

const fn v4(a: u8, b: u8, c: u8, d: u8) -> IpAddr {
    IpAddr::V4(std::net::Ipv4Addr::new(a, b, c, d))
}

const fn v6(first: u16, rest: u16) -> IpAddr {
    IpAddr::V6(std::net::Ipv6Addr::new(first, rest, rest, rest, rest, rest, rest, rest))
}

/// The first and last address of every range that is not the Internet, ascending within each
/// family.
pub(super) const NOT_INTERNET: &[Range] = &[
    (v4(0, 0, 0, 0), v4(0, 255, 255, 255)),
    (v4(10, 0, 0, 0), v4(10, 255, 255, 255)),
    SERVICE_RANGE,
    (v4(127, 0, 0, 0), v4(127, 255, 255, 255)),
    (v4(169, 254, 0, 0), v4(169, 254, 255, 255)),
    (v4(172, 16, 0, 0), v4(172, 31, 255, 255)),
    (v4(192, 168, 0, 0), v4(192, 168, 255, 255)),
    (v4(224, 0, 0, 0), v4(255, 255, 255, 255)),
    // Everything below and above the global unicast block 2000::/3.
    (v6(0, 0), v6(0x1fff, 0xffff)),
    (v6(0x4000, 0), v6(0xffff, 0xffff)),
];
