//! The first step of a decision: the route of a packet, and the packet as each end sees it.

use std::net::IpAddr;

use crate::model::{AddressFamily, NetworkInterface, NetworkInterfaceId, Scenario};

use super::flow::Endpoint;
use super::reason::{RouteFault, UnknownReason};
use super::verdict::{Decider, Verdict};

/// The route between two ends.
#[derive(Debug, Clone)]
pub(super) enum Route<'a> {
    /// Between private addresses; both sides see the same packet.
    Internal(EndpointPair<'a>),
    /// Over the Internet: the gateway translates addresses, so each side sees a different packet.
    Public { at_source: EndpointPair<'a>, at_destination: EndpointPair<'a> },
    /// From an interface to an outside address.
    Outbound(EndpointPair<'a>),
    /// From an outside address to an interface.
    Inbound(EndpointPair<'a>),
    /// From an interface to itself.
    Itself,
    /// No route.
    None(RouteFault),
    /// The model cannot tell.
    Unknown(UnknownReason),
}

impl Route<'_> {
    /// The verdict if the route alone decides.
    pub(super) const fn verdict(&self) -> Verdict {
        match self {
            Self::None(_) => Verdict::Blocked,
            Self::Unknown(_) => Verdict::Unknown,
            Self::Itself
            | Self::Internal(_)
            | Self::Public { .. }
            | Self::Outbound(_)
            | Self::Inbound(_) => Verdict::Pass,
        }
    }

    /// The decider if the route alone decides.
    pub(super) fn decider(&self) -> Decider {
        match self {
            Self::None(fault) => Decider::Route(fault.clone()),
            Self::Unknown(reason) => Decider::Unknown(reason.clone()),
            Self::Itself
            | Self::Internal(_)
            | Self::Public { .. }
            | Self::Outbound(_)
            | Self::Inbound(_) => Decider::Itself,
        }
    }
}

/// A packet's addresses as one interface sees them.
#[derive(Debug, Clone, Copy)]
pub(super) struct EndpointPair<'a> {
    pub(super) source: PacketEndpoint<'a>,
    pub(super) destination: PacketEndpoint<'a>,
}

/// One end of a packet, as an interface sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct PacketEndpoint<'a> {
    /// The address in the packet.
    pub(super) address: IpAddr,
    /// The interface with this private address; `None` for outside and public addresses.
    pub(super) interface: Option<&'a NetworkInterface>,
}

impl<'a> PacketEndpoint<'a> {
    const fn private(interface: &'a NetworkInterface, address: IpAddr) -> Self {
        Self { address, interface: Some(interface) }
    }

    const fn foreign(address: IpAddr) -> Self {
        Self { address, interface: None }
    }
}

/// Finds the route from one end to the other.
pub(super) fn route<'a>(
    scenario: &'a Scenario,
    source: &Endpoint,
    destination: &Endpoint,
) -> Route<'a> {
    find(scenario, source, destination).unwrap_or_else(Route::Unknown)
}

fn find<'a>(
    scenario: &'a Scenario,
    source: &Endpoint,
    destination: &Endpoint,
) -> Result<Route<'a>, UnknownReason> {
    match (source, destination) {
        (
            Endpoint::Interface { id: from, address: sends },
            Endpoint::Interface { id: to, address: receives },
        ) => between(scenario, (from, *sends), (to, *receives)),
        (Endpoint::Interface { id, address: sends }, Endpoint::Outside { address }) => {
            let endpoint = PacketEndpoint::private(sender(scenario, id, *sends)?, *sends);
            let remote = outside(scenario, *address)?;
            Ok(one_family(*sends, *address).unwrap_or(Route::Outbound(EndpointPair {
                source: endpoint,
                destination: PacketEndpoint::foreign(remote),
            })))
        }
        (Endpoint::Outside { address }, Endpoint::Interface { id, address: receives }) => {
            let (interface, private) = receiver(scenario, id, *receives)?;
            let remote = outside(scenario, *address)?;
            Ok(one_family(*address, *receives).unwrap_or(Route::Inbound(EndpointPair {
                source: PacketEndpoint::foreign(remote),
                destination: PacketEndpoint::private(interface, private),
            })))
        }
        (Endpoint::Outside { .. }, Endpoint::Outside { .. }) => Err(UnknownReason::BothOutside),
    }
}

fn between<'a>(
    scenario: &'a Scenario,
    (from, sends): (&NetworkInterfaceId, IpAddr),
    (to, receives): (&NetworkInterfaceId, IpAddr),
) -> Result<Route<'a>, UnknownReason> {
    let source = sender(scenario, from, sends)?;
    let (destination, private) = receiver(scenario, to, receives)?;
    if from == to {
        return Ok(Route::Itself);
    }
    if let Some(fault) = one_family(sends, receives) {
        return Ok(fault);
    }
    if private == receives {
        if !scenario.routed(&source.vpc, &destination.vpc) {
            return Ok(Route::None(RouteFault::SeparateVpcs {
                source: source.vpc.clone(),
                destination: destination.vpc.clone(),
            }));
        }
        return Ok(Route::Internal(EndpointPair {
            source: PacketEndpoint::private(source, sends),
            destination: PacketEndpoint::private(destination, private),
        }));
    }
    let Some(public) = source.public_address else {
        return Ok(Route::None(RouteFault::NoPublicAddress { interface: source.id.clone() }));
    };
    Ok(Route::Public {
        at_source: EndpointPair {
            source: PacketEndpoint::private(source, sends),
            destination: PacketEndpoint::foreign(receives),
        },
        at_destination: EndpointPair {
            source: PacketEndpoint::foreign(public),
            destination: PacketEndpoint::private(destination, private),
        },
    })
}

fn one_family<'a>(a: IpAddr, b: IpAddr) -> Option<Route<'a>> {
    (a.is_ipv4() != b.is_ipv4()).then_some(Route::None(RouteFault::MixedFamilies))
}

/// The sending interface, provided that the address is one of its private addresses.
fn sender<'a>(
    scenario: &'a Scenario,
    id: &NetworkInterfaceId,
    address: IpAddr,
) -> Result<&'a NetworkInterface, UnknownReason> {
    let interface =
        scenario.interface(id).ok_or_else(|| UnknownReason::NoSuchInterface(id.clone()))?;
    if interface.addresses.contains(&address) {
        return Ok(interface);
    }
    Err(UnknownReason::NotItsAddress { interface: id.clone(), address })
}

/// The receiving interface, and the packet's destination address on arrival: the gateway translates
/// a public address to the primary private IPv4 address.
fn receiver<'a>(
    scenario: &'a Scenario,
    id: &NetworkInterfaceId,
    address: IpAddr,
) -> Result<(&'a NetworkInterface, IpAddr), UnknownReason> {
    let interface =
        scenario.interface(id).ok_or_else(|| UnknownReason::NoSuchInterface(id.clone()))?;
    if interface.addresses.contains(&address) {
        return Ok((interface, address));
    }
    let behind = primary(interface, AddressFamily::V4);
    match behind.filter(|_| interface.public_address == Some(address)) {
        Some(private) => Ok((interface, private)),
        None => Err(UnknownReason::NotItsAddress { interface: id.clone(), address }),
    }
}

/// The first private address of a family.
pub(super) fn primary(interface: &NetworkInterface, family: AddressFamily) -> Option<IpAddr> {
    interface.addresses.iter().copied().find(|address| AddressFamily::of(*address) == family)
}

/// An address that is really outside: in no VPC, and not the public address of an interface.
fn outside(scenario: &Scenario, address: IpAddr) -> Result<IpAddr, UnknownReason> {
    let ours = scenario.interfaces().any(|interface| interface.public_address == Some(address));
    if ours || scenario.is_private(address) {
        Err(UnknownReason::NotOutside(address))
    } else {
        Ok(address)
    }
}

/// The metadata service, reachable from every instance.
pub(super) const METADATA_SERVICE: IpAddr = v4(100, 100, 100, 200);

/// Whether an outside address is on the Internet rather than in a range that is routed privately
/// (RFC 1918, RFC 6598, link-local, RFC 4193) or not at all. The documentation ranges (RFC 5737,
/// RFC 3849) count as the Internet because examples use them that way.
pub(super) fn is_internet(address: IpAddr) -> bool {
    !NOT_INTERNET.iter().any(|(first, last)| *first <= address && address <= *last)
}

/// The shared address space (RFC 6598), which load balancers and monitoring use as source.
pub(super) const SERVICE_RANGE: (IpAddr, IpAddr) = (v4(100, 64, 0, 0), v4(100, 127, 255, 255));

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
pub(super) const NOT_INTERNET: &[(IpAddr, IpAddr)] = &[
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
