//! The first step of a decision: the route of a packet, and the packet as each end sees it.

use std::net::IpAddr;

use crate::model::{AddressFamily, NetworkInterface, NetworkInterfaceId, Scenario};

use super::flow::Endpoint;
use super::internet::{self, Access};
use super::reason::{RouteFault, UnknownReason};
use super::trace::NotChecked;
use super::verdict::{Decider, Verdict};

/// The route between two ends.
#[derive(Debug, Clone)]
pub(super) enum Route<'a> {
    /// Between private addresses; both sides see the same packet.
    Internal(EndpointPair<'a>),
    /// Over the Internet: the gateway translates addresses, so each side sees a different packet.
    Public { at_source: EndpointPair<'a>, at_destination: EndpointPair<'a> },
    /// From an interface to an outside address. Whether it exists may not be known.
    Outbound(EndpointPair<'a>, Option<UnknownReason>),
    /// From an outside address to an interface. Whether it exists may not be known.
    Inbound(EndpointPair<'a>, Option<UnknownReason>),
    /// Over the Internet from an interface that has no public address itself: what the receiver
    /// sees is not known.
    Translated(EndpointPair<'a>, UnknownReason),
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
            | Self::Outbound(..)
            | Self::Inbound(..)
            | Self::Translated(..) => Verdict::Pass,
        }
    }

    /// Why a packet that every check lets through may still not arrive.
    pub(super) const fn doubt(&self) -> Option<&UnknownReason> {
        match self {
            Self::Outbound(_, doubt) | Self::Inbound(_, doubt) => doubt.as_ref(),
            Self::Translated(_, doubt) => Some(doubt),
            Self::Internal(_)
            | Self::Public { .. }
            | Self::Itself
            | Self::None(_)
            | Self::Unknown(_) => None,
        }
    }

    /// Why a side that no interface filters is not checked.
    pub(super) const fn unchecked(&self) -> NotChecked {
        match self {
            Self::Itself => NotChecked::Itself,
            Self::None(_) => NotChecked::NoPath,
            Self::Unknown(_) | Self::Translated(..) => NotChecked::Unknown,
            Self::Internal(_) | Self::Public { .. } | Self::Outbound(..) | Self::Inbound(..) => {
                NotChecked::Outside
            }
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
            | Self::Outbound(..)
            | Self::Inbound(..)
            | Self::Translated(..) => Decider::Itself,
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
    pub(super) const fn private(interface: &'a NetworkInterface, address: IpAddr) -> Self {
        Self { address, interface: Some(interface) }
    }

    pub(super) const fn foreign(address: IpAddr) -> Self {
        Self { address, interface: None }
    }
}

/// Finds the route from one end to the other.
pub(super) fn route<'a>(
    scenario: &'a Scenario,
    source: &Endpoint,
    destination: &Endpoint,
) -> Route<'a> {
    let is_public = |address| {
        scenario.interfaces().any(|own| own.public_addresses().any(|public| public == address))
    };
    route_knowing(scenario, &is_public, source, destination)
}

/// The same, asking whether an address is the public one of an interface where that is known
/// without looking at every interface.
pub(super) fn route_knowing<'a>(
    scenario: &'a Scenario,
    is_public: &dyn Fn(IpAddr) -> bool,
    source: &Endpoint,
    destination: &Endpoint,
) -> Route<'a> {
    find(scenario, is_public, source, destination).unwrap_or_else(Route::Unknown)
}

fn find<'a>(
    scenario: &'a Scenario,
    is_public: &dyn Fn(IpAddr) -> bool,
    source: &Endpoint,
    destination: &Endpoint,
) -> Result<Route<'a>, UnknownReason> {
    let outside = |address| outside(scenario, is_public, address);
    match (source, destination) {
        (
            Endpoint::Interface { id: from, address: sends },
            Endpoint::Interface { id: to, address: receives },
        ) => between(scenario, (from, *sends), (to, *receives)),
        (Endpoint::Interface { id, address: sends }, Endpoint::Outside { address }) => {
            let interface = sender(scenario, id, *sends)?;
            let remote = outside(*address)?;
            if let Some(fault) = one_family(*sends, *address) {
                return Ok(fault);
            }
            let seen = EndpointPair {
                source: PacketEndpoint::private(interface, *sends),
                destination: PacketEndpoint::foreign(remote),
            };
            Ok(match internet::outbound(scenario, interface, *sends, remote) {
                Access::Open => Route::Outbound(seen, None),
                Access::NotKnown(reason) => Route::Outbound(seen, Some(reason)),
                Access::Closed => {
                    let (interface, vpc) = (interface.id.clone(), interface.vpc.clone());
                    Route::None(RouteFault::NoSnat { interface, vpc })
                }
            })
        }
        (Endpoint::Outside { address }, Endpoint::Interface { id, address: receives }) => {
            let (interface, private) = receiver(scenario, id, *receives)?;
            let remote = outside(*address)?;
            if let Some(fault) = one_family(*address, *receives) {
                return Ok(fault);
            }
            let seen = EndpointPair {
                source: PacketEndpoint::foreign(remote),
                destination: PacketEndpoint::private(interface, private),
            };
            Ok(match internet::inbound(interface, private, remote) {
                Access::Open => Route::Inbound(seen, None),
                Access::NotKnown(reason) => Route::Inbound(seen, Some(reason)),
                Access::Closed => {
                    Route::None(RouteFault::NotPublic { interface: interface.id.clone() })
                }
            })
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
            let (source, destination) = (source.vpc.clone(), destination.vpc.clone());
            if scenario.parts().unread_routes {
                return Err(UnknownReason::UnreadRoutes { source, destination });
            }
            return Ok(Route::None(RouteFault::SeparateVpcs { source, destination }));
        }
        return Ok(Route::Internal(EndpointPair {
            source: PacketEndpoint::private(source, sends),
            destination: PacketEndpoint::private(destination, private),
        }));
    }
    let at_source = EndpointPair {
        source: PacketEndpoint::private(source, sends),
        destination: PacketEndpoint::foreign(receives),
    };
    let Some(public) = source.public_for(sends) else {
        return Ok(match internet::through_snat(scenario, source) {
            Access::Open => {
                Route::Translated(at_source, UnknownReason::SnatAddress { vpc: source.vpc.clone() })
            }
            Access::NotKnown(reason) => Route::Translated(at_source, reason),
            Access::Closed => {
                Route::None(RouteFault::NoPublicAddress { interface: source.id.clone() })
            }
        });
    };
    Ok(Route::Public {
        at_source,
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
    if interface.holds(address) {
        return Ok(interface);
    }
    Err(UnknownReason::NotItsAddress { interface: id.clone(), address })
}

/// The receiving interface, and the packet's destination address on arrival: the gateway translates
/// a public address to a private one.
fn receiver<'a>(
    scenario: &'a Scenario,
    id: &NetworkInterfaceId,
    address: IpAddr,
) -> Result<(&'a NetworkInterface, IpAddr), UnknownReason> {
    let interface =
        scenario.interface(id).ok_or_else(|| UnknownReason::NoSuchInterface(id.clone()))?;
    if interface.holds(address) {
        return Ok((interface, address));
    }
    match interface.private_behind(address) {
        Some(private) => Ok((interface, private)),
        None => Err(UnknownReason::NotItsAddress { interface: id.clone(), address }),
    }
}

/// The first private address of a family.
pub(super) fn primary(interface: &NetworkInterface, family: AddressFamily) -> Option<IpAddr> {
    interface.addresses.iter().copied().find(|address| AddressFamily::of(*address) == family)
}

/// An address that is really outside: in no VPC, and not the public address of an interface.
fn outside(
    scenario: &Scenario,
    is_public: &dyn Fn(IpAddr) -> bool,
    address: IpAddr,
) -> Result<IpAddr, UnknownReason> {
    if is_public(address) {
        return Err(UnknownReason::NotOutside(address));
    }
    if !scenario.is_private(address) {
        return Ok(address);
    }
    let held = scenario.interfaces().any(|own| own.holds(address));
    Err(match held {
        true => UnknownReason::NotOutside(address),
        false => UnknownReason::NoInterfaceHas(address),
    })
}
