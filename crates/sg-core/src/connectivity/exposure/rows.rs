//! The rows of the report: for every public address, which packets from which sources pass.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::rc::Rc;

use crate::connectivity::flow::{Endpoint, Packet};
use crate::connectivity::interface_filter::InterfaceFilter;
use crate::connectivity::internet::Range;
use crate::connectivity::lint::any_member::{is_known, unlisted_members};
use crate::connectivity::lint::peer::blocks;
use crate::connectivity::outside;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::pair::side_decider;
use crate::connectivity::partition::partition;
use crate::connectivity::route::{EndpointPair, PacketEndpoint};
use crate::connectivity::space::{Region, packet_space};
use crate::connectivity::surroundings::Surroundings;
use crate::connectivity::verdict::{Decider, Verdict};
use crate::model::{
    AddressFamily, Direction, IpNet, NetworkInterface, Product, Scenario, SecurityGroupId,
};

use super::address::{ExposedAddress, PublicAddress, local_cidrs, public_addresses};
use super::cover::whole;
use super::risk::services;
use super::row::Exposure;
use super::sources::{Sources, merged};

/// Rows of one address, without the address.
type Openings = Rc<[Exposure]>;

/// What tells the openings of one address from those of another: the groups, the family, whether
/// a load balancer reads the groups in its own way, and which local CIDRs hold the address.
type Kind = (Vec<SecurityGroupId>, AddressFamily, bool, Vec<bool>);

/// Every row, in no particular order.
pub(super) fn rows(scenario: &Scenario) -> Vec<Exposure> {
    let mut known: BTreeMap<Kind, Openings> = BTreeMap::new();
    let mut rows = Vec::new();
    for interface in scenario.interfaces().filter(|interface| is_known(interface)) {
        // It would be reached only once an instance has it.
        if interface.is_unattached() {
            continue;
        }
        for address in public_addresses(scenario, interface) {
            let kind = kind(scenario, interface, address.private);
            let openings = known.entry(kind).or_insert_with(|| {
                let space = |source| regions(scenario, interface, address, source);
                openings(scenario, interface, address.private, space).into()
            });
            let target =
                ExposedAddress::Public { interface: interface.id.clone(), block: address.block };
            rows.extend(openings.iter().map(|opening| at(opening, target.clone())));
        }
    }
    for member in unlisted_members(scenario) {
        let Some(group) = member.groups.first() else { continue };
        let target = ExposedAddress::AnyMember { group: group.clone() };
        rows.append(&mut unlisted(scenario, &member, &target));
    }
    for interface in scenario.interfaces().filter(|own| publishes(own)) {
        let target = ExposedAddress::Unlisted { interface: interface.id.clone() };
        rows.append(&mut unlisted(scenario, interface, &target));
    }
    rows
}

/// What an interface is open to at a public address that is not listed, should it have one.
fn unlisted(
    scenario: &Scenario,
    interface: &NetworkInterface,
    target: &ExposedAddress,
) -> Vec<Exposure> {
    let mut rows: Vec<Exposure> = Vec::new();
    for &own in &interface.addresses {
        let space = |source| any_regions(scenario, interface, own, source);
        for opening in openings(scenario, interface, own, space) {
            let row = Exposure { verdict: Verdict::Unknown, ..at(&opening, target.clone()) };
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    rows
}

/// Whether an interface belongs to a service that may publish addresses of its own, such as those
/// of a load balancer, which no reply about interfaces lists.
fn publishes(interface: &NetworkInterface) -> bool {
    let of_service = interface.product().is_some_and(Product::publishes);
    of_service && interface.public_addresses().next().is_none()
}

fn at(opening: &Exposure, target: ExposedAddress) -> Exposure {
    Exposure { targets: vec![target], ..opening.clone() }
}

fn kind(scenario: &Scenario, interface: &NetworkInterface, own: IpAddr) -> Kind {
    let balances = interface.product().is_some_and(Product::balances);
    let local = local_cidrs(scenario, interface).map(|block| block.contains(&own)).collect();
    (interface.groups.iter().cloned().collect(), AddressFamily::of(own), balances, local)
}

/// What happens to every packet from an Internet address.
fn regions(
    scenario: &Scenario,
    interface: &NetworkInterface,
    address: PublicAddress,
    source: IpAddr,
) -> Vec<Region> {
    let source = Endpoint::Outside { address: source };
    let destination = Endpoint::Interface { id: interface.id.clone(), address: address.public };
    packet_space(scenario, &source, &destination).regions
}

/// The same for an interface that stands for any member of a group, which no route leads to.
fn any_regions(
    scenario: &Scenario,
    interface: &NetworkInterface,
    own: IpAddr,
    source: IpAddr,
) -> Vec<Region> {
    let seen = EndpointPair {
        source: PacketEndpoint::foreign(source),
        destination: PacketEndpoint::private(interface, own),
    };
    let way = Direction::Ingress;
    let filter = InterfaceFilter::new(scenario, interface, way, &seen, None, Surroundings::Plain);
    let cuts: Vec<PacketSet> = filter.filters_in_reach().filter_map(PacketSet::of).collect();
    let reading = scenario.options().intra_group_precedence;
    let family = AddressFamily::of(own);
    let ask = |packet: Packet| {
        let exists = packet.family().is_none_or(|own| own == family);
        exists.then(|| filter.decide(packet, reading, false))
    };
    let region = |(packets, choice)| Region {
        packets,
        verdict: filter.verdict(choice),
        decider: side_decider(way, filter.decider(choice)),
        contested: None,
    };
    partition(&cuts, ask).into_iter().map(region).collect()
}

/// What an address is open to. `space` gives the regions of all packets from an Internet address.
fn openings(
    scenario: &Scenario,
    interface: &NetworkInterface,
    own: IpAddr,
    space: impl Fn(IpAddr) -> Vec<Region>,
) -> Vec<Exposure> {
    let classes: Vec<Class> = outside::classes(scenario, whole(own), interface, Direction::Ingress)
        .into_iter()
        .filter_map(|ranges| {
            let regions = space(outside::representative(&ranges)?);
            let open = regions.into_iter().filter(|it| it.verdict != Verdict::Blocked);
            Some(Class { ranges, open: open.collect() })
        })
        .collect();
    let internet = merged(classes.iter().flat_map(|class| class.ranges.clone()).collect());
    let mut deciders: Vec<(Verdict, &Decider)> = Vec::new();
    for region in classes.iter().flat_map(|class| &class.open) {
        if !deciders.contains(&(region.verdict, &region.decider)) {
            deciders.push((region.verdict, &region.decider));
        }
    }
    deciders
        .into_iter()
        .flat_map(|(verdict, decider)| {
            let stated = stated(scenario, decider, AddressFamily::of(own));
            parts(&classes, verdict, decider).into_iter().map(move |(packets, ranges)| {
                let services = services(&packets);
                (packets, ranges, services, verdict, decider.clone(), stated.clone())
            })
        })
        .map(|(packets, ranges, services, verdict, decider, stated)| Exposure {
            targets: Vec::new(),
            sources: Sources::new(&ranges, &internet, &stated),
            packets,
            verdict,
            decider,
            services,
        })
        .collect()
}

/// Internet addresses that no rule of the interface distinguishes, and what is open to them.
struct Class {
    ranges: Vec<Range>,
    open: Vec<Region>,
}

/// What one decider opens, divided into packets that are open to the same addresses.
fn parts(
    classes: &[Class],
    verdict: Verdict,
    decider: &Decider,
) -> Vec<(Vec<PacketSet>, Vec<Range>)> {
    let opened: Vec<Vec<PacketSet>> = classes
        .iter()
        .map(|class| {
            let own = |it: &&Region| it.verdict == verdict && it.decider == *decider;
            class.open.iter().filter(own).map(|region| region.packets).collect()
        })
        .collect();
    // The classes that each packet is open to, interned.
    let found: RefCell<Vec<Vec<usize>>> = RefCell::default();
    let ask = |packet| {
        let open = |(_, sets): &(usize, &Vec<PacketSet>)| {
            sets.iter().any(|set: &PacketSet| set.contains(packet))
        };
        let to: Vec<usize> =
            opened.iter().enumerate().filter(open).map(|(place, _)| place).collect();
        if to.is_empty() {
            return None;
        }
        let mut found = found.borrow_mut();
        Some(found.iter().position(|known| *known == to).unwrap_or_else(|| {
            found.push(to);
            found.len() - 1
        }))
    };
    let sets = partition(&opened.concat(), ask);
    found
        .into_inner()
        .into_iter()
        .enumerate()
        .map(|(place, to)| {
            let own = |(_, key): &&(PacketSet, usize)| *key == place;
            let packets = sets.iter().filter(own).map(|(set, _)| *set).collect();
            let ranges = to.iter().filter_map(|class| classes.get(*class));
            (packets, merged(ranges.flat_map(|class| class.ranges.clone()).collect()))
        })
        .collect()
}

/// The blocks that a rule names, if one decides.
fn stated(scenario: &Scenario, decider: &Decider, family: AddressFamily) -> Vec<IpNet> {
    match decider {
        Decider::Rule { rule, .. } => {
            let own = |block: &IpNet| AddressFamily::of_block(block) == family;
            blocks(scenario, rule).into_iter().filter(own).collect()
        }
        Decider::Policy { .. }
        | Decider::Implicit { .. }
        | Decider::Platform(_)
        | Decider::Route(_)
        | Decider::Itself
        | Decider::Unknown(_) => Vec::new(),
    }
}
