//! Interfaces that no compiled rule, route or platform behaviour tells apart: the same groups, VPC
//! and address families, and addresses of the same classes in every table.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::connectivity::end::End;
use crate::connectivity::reach::Reach;
use crate::connectivity::reach::address_index::EndpointRecord;
use crate::model::{AddressFamily, Direction, NetworkInterface, Product};

/// The positions of the ends of a scenario.
pub(super) struct Ends {
    /// Interfaces that nothing tells apart; never empty.
    pub(super) interfaces: Vec<Vec<usize>>,
    pub(super) outside: Vec<usize>,
}

impl Ends {
    /// One end of each class, the interfaces first.
    pub(super) fn columns(&self) -> Vec<usize> {
        let first = self.interfaces.iter().filter_map(|members| members.first());
        first.chain(&self.outside).copied().collect()
    }
}

/// The search for the classes, one group a step.
pub(super) struct Search<'a> {
    reach: &'a Reach,
    /// The class of each interface, and the number of classes.
    class_of: Vec<u32>,
    count: usize,
    /// The first private address of each interface, for each family in which some have one.
    points: Vec<Vec<Option<usize>>>,
    /// The interfaces of each group.
    members: Vec<Vec<usize>>,
    /// The next group.
    next: usize,
    /// Used by [`refine`](Self::refine), and kept so that it is not made anew.
    numbers: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl<'a> Search<'a> {
    pub(super) fn new(reach: &'a Reach) -> Self {
        let hosts = &reach.address_index.hosts;
        let mut known: BTreeMap<Traits<'_>, u32> = BTreeMap::new();
        let mut class_of = Vec::with_capacity(hosts.len());
        let mut members = vec![Vec::new(); reach.nodes.len()];
        for (at, (host, interface)) in hosts.iter().zip(reach.scenario().interfaces()).enumerate() {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            class_of.push(*known.entry(Traits::of(host, interface)).or_insert(next));
            for group in &host.groups {
                members.get_mut(*group).into_iter().for_each(|members| members.push(at));
            }
        }
        let points = [AddressFamily::V4, AddressFamily::V6].map(|family| {
            hosts.iter().map(|host| primary(host, family)).collect::<Vec<Option<usize>>>()
        });
        let points = points.into_iter().filter(|points| points.iter().any(Option::is_some));
        let (count, numbers) = (known.len(), Vec::new());
        Self { reach, class_of, count, points: points.collect(), members, next: 0, numbers }
    }

    /// Tells apart what the rules of the next group do; whether there is another one.
    pub(super) fn step(&mut self) -> bool {
        let group = self.next;
        let Some(node) = self.reach.nodes.get(group) else { return false };
        self.next += 1;
        // The rules of a group without members decide nothing.
        let members = self.members.get_mut(group).map(std::mem::take).unwrap_or_default();
        if members.is_empty() {
            return true;
        }
        let points = std::mem::take(&mut self.points);
        let all: Vec<usize> = (0..self.class_of.len()).collect();
        for table in [Direction::Egress, Direction::Ingress].map(|way| node.table(way)) {
            // The rules that may match as well, where not all are known, tell addresses apart too.
            for table in [Some(table), table.best()].into_iter().flatten() {
                for points in &points {
                    let peers = table.peers();
                    self.refine(&all, points, peers.count(), |point| peers.class(point));
                    // No class has members and others, whose local addresses do not matter.
                    let own = table.own();
                    self.refine(&members, points, own.count(), |point| own.class(point));
                }
            }
        }
        self.points = points;
        true
    }

    /// Splits the classes of some interfaces by a class of their addresses. Those of one class all
    /// have an address or all have none.
    fn refine(
        &mut self,
        interfaces: &[usize],
        points: &[Option<usize>],
        width: usize,
        class: impl Fn(usize) -> usize,
    ) {
        // Nothing to tell apart, or everything already told apart.
        if width < 2 || self.count == self.class_of.len() {
            return;
        }
        // What each class becomes by value, and whether its own number is taken.
        let stride = width + 1;
        self.numbers.clear();
        self.numbers.resize(self.count * stride, NONE);
        for at in interfaces {
            let Some(point) = points.get(*at).copied().flatten() else { continue };
            let Some(own) = self.class_of.get_mut(*at) else { continue };
            let row = *own as usize * stride;
            let numbers = self.numbers.get_mut(row..row + stride);
            let Some([taken, numbers @ ..]) = numbers else { continue };
            let Some(number) = numbers.get_mut(class(point)) else { continue };
            if *number == NONE && *taken == NONE {
                (*taken, *number) = (*own, *own);
            } else if *number == NONE {
                *number = u32::try_from(self.count).unwrap_or(NONE);
                self.count += 1;
            }
            *own = *number;
        }
    }

    /// The classes, with the interfaces as positions among the ends.
    pub(super) fn ends(&self, ends: &[End]) -> Ends {
        let interfaces = vec![Vec::new(); self.count];
        let mut classes = Ends { interfaces, outside: Vec::new() };
        for (place, end) in ends.iter().enumerate() {
            let host = match end {
                End::Interface(id) => self.reach.scenario().parts().interfaces.get_index_of(id),
                End::Outside(_) => None,
            };
            let class = host.and_then(|host| self.class_of.get(host)).map(|class| *class as usize);
            match class.and_then(|class| classes.interfaces.get_mut(class)) {
                Some(members) => members.push(place),
                None => classes.outside.push(place),
            }
        }
        classes.interfaces.retain(|members| !members.is_empty());
        classes
    }
}

/// What tells two interfaces apart regardless of rules.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Traits<'a> {
    vpc: usize,
    /// In the interface's order.
    groups: &'a [usize],
    /// The family of the first private address, in which two interfaces meet if they can, and
    /// whether there are any in each family.
    families: (Option<AddressFamily>, [bool; 2]),
    /// The family of the first public address, and whether the primary IPv4 address has one.
    public: (Option<AddressFamily>, bool),
    /// Whether its groups are read as those of a load balancer.
    balances: bool,
    /// The service it belongs to, and whether it belongs to something other than an instance.
    held: (Option<Product>, bool),
}

impl<'a> Traits<'a> {
    fn of(host: &'a EndpointRecord, interface: &NetworkInterface) -> Self {
        // Both are listed in full, so that a new property has to be considered here.
        let EndpointRecord { groups, vpc, private: _, public: _, balances } = host;
        // A cell speaks of the first address of each kind.
        let NetworkInterface {
            id: _,
            vpc: _,
            groups: _,
            addresses,
            vswitch: _,
            public_address: _,
            more: _,
            holder,
        } = interface;
        let first = addresses.iter().copied().find(IpAddr::is_ipv4);
        let has_public = first.is_some_and(|first| interface.public_for(first).is_some());
        let families = || addresses.iter().copied().map(AddressFamily::of);
        let any = |family| families().any(|own| own == family);
        Self {
            vpc: *vpc,
            groups,
            families: (families().next(), [any(AddressFamily::V4), any(AddressFamily::V6)]),
            public: (interface.public_addresses().next().map(AddressFamily::of), has_public),
            balances: *balances,
            held: (interface.product(), holder.is_some()),
        }
    }
}

/// The first private address of a family.
fn primary(host: &EndpointRecord, family: AddressFamily) -> Option<usize> {
    let own = |(address, _): &&(_, usize)| AddressFamily::of(*address) == family;
    host.private.iter().find(own).map(|(_, point)| *point)
}
