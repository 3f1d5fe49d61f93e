//! The addresses of a question: those of its ends, and the parts of an outside block that an
//! interface's rules distinguish, each with its packets.

use std::net::IpAddr;
use std::sync::Arc;

use crate::model::{AddressFamily, Direction, IpNet, NetworkInterface, Scenario};

use super::addresses::{PartialEndpoint, complete};
use super::answer::{AnswerPart, merged};
use super::asked_end::AskedEnd;
use super::flow::Endpoint;
use super::outside;
use super::space::PacketSpace;

/// All packets from one end to another, and whether any of the checked directions is filtered.
pub(super) type Spaces<'a> = dyn FnMut(&Endpoint, &Endpoint) -> (Arc<PacketSpace>, bool) + 'a;

/// The parts of a question, largest first, and whether any of the checked directions is filtered.
pub(super) struct Pieces {
    pub(super) parts: Vec<AnswerPart>,
    pub(super) filtered: bool,
}

/// The parts of a question about packets that exist in one address family only, or in both. `None` if
/// an end does not exist or has no address.
pub(super) fn pieces(
    scenario: &Scenario,
    from: &AskedEnd,
    to: &AskedEnd,
    family: Option<AddressFamily>,
    spaces: &mut Spaces<'_>,
) -> Option<Pieces> {
    let mut drawn = Drawn { spaces, filtered: false };
    let parts = match (find(scenario, from)?, find(scenario, to)?) {
        (Found::Interface(from), Found::Block(block)) => {
            let classes = outside::classes(scenario, block, from.interface, Direction::Egress);
            let ends = |address| complete(from.partial, PartialEndpoint::Outside(address), None);
            drawn.all(block, classes, ends)
        }
        (Found::Block(block), Found::Interface(to)) => {
            let classes = outside::classes(scenario, block, to.interface, Direction::Ingress);
            let ends = |address| complete(PartialEndpoint::Outside(address), to.partial, None);
            drawn.all(block, classes, ends)
        }
        (from, to) => {
            let (source, destination) = complete(from.partial(), to.partial(), family)?;
            vec![drawn.part(source, destination, Vec::new())]
        }
    };
    (!parts.is_empty()).then_some(Pieces { parts, filtered: drawn.filtered })
}

/// The ends of a packet of one part of a question: an interface is reached at its public address if
/// the address of the other end is on the Internet.
pub(super) fn ends_at(
    scenario: &Scenario,
    from: &AskedEnd,
    to: &AskedEnd,
    address: IpAddr,
) -> Option<(Endpoint, Endpoint)> {
    complete(find(scenario, from)?.at(address), find(scenario, to)?.at(address), None)
}

/// One end, looked up.
#[derive(Clone, Copy)]
enum Found<'a> {
    Interface(Interface<'a>),
    Block(IpNet),
    Address(IpAddr),
}

/// An interface with the addresses that it may use.
#[derive(Clone, Copy)]
struct Interface<'a> {
    interface: &'a NetworkInterface,
    partial: PartialEndpoint<'a>,
}

impl<'a> Found<'a> {
    /// The end as far as it is determined, where an address of a block is chosen.
    const fn at(self, address: IpAddr) -> PartialEndpoint<'a> {
        match self {
            Self::Interface(Interface { partial, .. }) => partial,
            Self::Block(_) => PartialEndpoint::Outside(address),
            Self::Address(own) => PartialEndpoint::Outside(own),
        }
    }

    /// The end as far as it is determined; a block is represented by its first address.
    fn partial(self) -> PartialEndpoint<'a> {
        match self {
            Self::Interface(Interface { partial, .. }) => partial,
            Self::Block(block) => PartialEndpoint::Outside(block.network()),
            Self::Address(address) => PartialEndpoint::Outside(address),
        }
    }
}

fn find<'a>(scenario: &'a Scenario, end: &AskedEnd) -> Option<Found<'a>> {
    Some(match end {
        AskedEnd::Interface(id) => {
            let interface: &NetworkInterface = scenario.interface(id)?;
            let partial = PartialEndpoint::Interface(interface);
            Found::Interface(Interface { interface, partial })
        }
        AskedEnd::InterfaceAt(id, address) => {
            let interface: &NetworkInterface = scenario.interface(id)?;
            let partial = PartialEndpoint::InterfaceAt(interface, *address);
            Found::Interface(Interface { interface, partial })
        }
        AskedEnd::Block { block, .. } => Found::Block(*block),
        AskedEnd::Address(address) => Found::Address(*address),
    })
}

/// Collects the packets of parts.
struct Drawn<'a, 'b> {
    spaces: &'a mut Spaces<'b>,
    filtered: bool,
}

impl Drawn<'_, '_> {
    fn part(
        &mut self,
        source: Endpoint,
        destination: Endpoint,
        ranges: Vec<(IpAddr, IpAddr)>,
    ) -> AnswerPart {
        let (space, filtered) = (self.spaces)(&source, &destination);
        self.filtered |= filtered;
        AnswerPart { source, destination, ranges, space }
    }

    /// The parts of an outside block, merged if their packet spaces are equal, largest first.
    fn all(
        &mut self,
        block: IpNet,
        mut classes: Vec<Vec<(IpAddr, IpAddr)>>,
        ends: impl Fn(IpAddr) -> Option<(Endpoint, Endpoint)>,
    ) -> Vec<AnswerPart> {
        // A block without any address left still has a cell, which gives the reason.
        if classes.is_empty() {
            classes.push(vec![(block.network(), block.network())]);
        }
        let mut parts = Vec::new();
        for ranges in classes {
            let address = outside::representative(&ranges).and_then(&ends);
            let Some((source, destination)) = address else { continue };
            parts.push(self.part(source, destination, ranges));
        }
        merged(parts)
    }
}
