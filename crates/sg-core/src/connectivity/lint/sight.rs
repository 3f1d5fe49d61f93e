//! Every remote end that the rules of an interface can match, as seen from that interface.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use crate::model::{
    AddressFamily, Direction, IpNet, Ipv4Net, Ipv6Net, NetworkInterface, Rule, RuleId, RulePolicy,
    Scenario, SecurityGroupId,
};

use super::any_member::is_known;
use super::peer::{blocks, is_uncertain, uncertain_groups};
use crate::connectivity::flow::{Endpoint, Flow, Packet};
use crate::connectivity::internet::{NOT_INTERNET, Range, is_internet};
use crate::connectivity::reason::GroupKind;
use crate::connectivity::route::{EndpointPair, PacketEndpoint};
use crate::connectivity::trace::FieldMatch;
use crate::connectivity::{outside, precedence, predicate, unroutable};

/// A rule and its group.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) group: &'a SecurityGroupId,
    pub(super) rule: &'a Arc<Rule>,
}

/// An interface's view of one remote end in one direction, with addresses already matched.
#[derive(Debug, Clone)]
pub(super) struct Sight<'a> {
    pub(super) interface: &'a NetworkInterface,
    pub(super) direction: Direction,
    pub(super) own: IpAddr,
    /// Its address, and its interface if the address belongs to one in the scenario.
    pub(super) remote: (IpAddr, Option<&'a NetworkInterface>),
    /// The rules whose addresses match, strongest first.
    pub(super) lines: Vec<Line<'a>>,
    /// The shared group whose policy Accept takes precedence over the rules.
    pub(super) accepting: Option<&'a SecurityGroupId>,
    /// Whether the remote end is a host on the Internet.
    pub(super) sees_internet: bool,
    /// Whether a group of the interface has rules that are not known completely, or names something
    /// of which not everything is known. Such rules are not among `lines`.
    pub(super) uncertain: bool,
    /// Whether the interface exists, rather than standing for any member of a group.
    pub(super) known: bool,
    kind: GroupKind,
}

impl<'a> Sight<'a> {
    /// The position of the first rule that matches a packet, ignoring the rules in `without`.
    pub(super) fn first(&self, packet: Packet, without: &[&RuleId]) -> Option<usize> {
        self.lines.iter().position(|line| {
            !without.contains(&&line.rule.id) && predicate::speaks(line.rule, packet)
        })
    }

    /// Whether the rules or the default let a packet through on this side.
    pub(super) fn passes(&self, packet: Packet, without: &[&RuleId]) -> bool {
        let first = self.first(packet, without).and_then(|index| self.lines.get(index));
        match first {
            Some(line) => line.rule.spec.policy == RulePolicy::Accept,
            None => self.accepting.is_some() || self.kind.default_passes(self.direction),
        }
    }

    /// Whether rules have any effect. Under Accept, inbound rules never do, and outbound rules do
    /// only in the reading that evaluates custom rules first. The lint assumes that reading, to be
    /// safe.
    pub(super) const fn heeds_rules(&self) -> bool {
        self.accepting.is_none() || matches!(self.direction, Direction::Egress)
    }

    /// Whether the Internet reaches the own address, as far as is known.
    pub(super) fn is_public(&self) -> bool {
        self.own.is_ipv6() || self.interface.public_for(self.own).is_some()
    }

    /// Whether a packet can exist here.
    pub(super) fn can_carry(&self, packet: Packet) -> bool {
        packet.family().is_none_or(|family| family == AddressFamily::of(self.own))
    }

    /// A packet between the two ends as a flow for evaluation.
    pub(super) fn flow(&self, packet: Packet) -> Flow {
        let (address, interface) = self.remote;
        let remote = match interface {
            Some(interface) => Endpoint::Interface { id: interface.id.clone(), address },
            None => Endpoint::Outside { address },
        };
        let id = self.interface.id.clone();
        let own = |address| Endpoint::Interface { id: id.clone(), address };
        match self.direction {
            Direction::Egress => Flow { source: own(self.own), destination: remote, packet },
            Direction::Ingress => {
                // The Internet uses the public address of the private one.
                let public = self.interface.public_for(self.own).filter(|_| self.sees_internet);
                Flow { source: remote, destination: own(public.unwrap_or(self.own)), packet }
            }
        }
    }
}

/// Every distinct view of every member: which rules match by address, and which policy covers both
/// ends. Equivalent views are listed once. `imagined` are the members of [`any_members`].
///
/// [`any_members`]: super::any_member::any_members
pub(super) fn sights<'a>(
    scenario: &'a Scenario,
    imagined: &'a [NetworkInterface],
) -> Vec<Sight<'a>> {
    let mut sights = Vec::new();
    let mut seen = BTreeSet::new();
    let unread = uncertain_groups(scenario);
    let public = public_addresses(scenario);
    let is_unread = |interface: &NetworkInterface| {
        !unread.is_empty() && interface.groups.iter().any(|id| unread.contains(id))
    };
    let known = viewpoints(scenario).into_iter().map(|interface| (interface, true));
    for (interface, known) in known.chain(imagined.iter().map(|interface| (interface, false))) {
        for direction in [Direction::Ingress, Direction::Egress] {
            let lines = lines(scenario, interface, direction);
            for own in own_addresses(interface, &lines) {
                for remote in remotes(scenario, (interface, own), direction, (&lines, &public)) {
                    let mut sight = sight(scenario, (interface, own), direction, remote, &lines);
                    sight.sees_internet &= !public.contains(&remote.0);
                    sight.known = known;
                    sight.uncertain = is_unread(interface) || remote.1.is_some_and(is_unread);
                    let hits: Vec<&RuleId> = sight.lines.iter().map(|l| &l.rule.id).collect();
                    let groups: Vec<&SecurityGroupId> = interface.groups.iter().collect();
                    let ends = (sight.sees_internet, sight.uncertain, sight.is_public());
                    let family = AddressFamily::of(own);
                    if seen.insert((groups, direction, family, hits, sight.accepting, ends)) {
                        sights.push(sight);
                    }
                }
            }
        }
    }
    sights
}

/// The private addresses that rules distinguish, the primary one first.
fn own_addresses(interface: &NetworkInterface, lines: &[Line<'_>]) -> Vec<IpAddr> {
    let mut seen = BTreeSet::new();
    let told_apart = |own: &IpAddr| {
        let local_cidrs = lines.iter().filter_map(|line| line.rule.spec.local_cidr);
        let hits: Vec<bool> = local_cidrs.map(|block| block.contains(own)).collect();
        seen.insert((AddressFamily::of(*own), hits, interface.public_for(*own).is_some()))
    };
    interface.addresses.iter().copied().filter(told_apart).collect()
}

/// Interfaces that represent all others: two of each class with the same groups and the same rule
/// matches, so that each is also seen by the other.
fn viewpoints(scenario: &Scenario) -> Vec<&NetworkInterface> {
    let mut classes: BTreeMap<_, usize> = BTreeMap::new();
    let mut chosen = Vec::new();
    for interface in scenario.interfaces().filter(|interface| is_known(interface)) {
        let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
        let rules = groups.flat_map(|group| &group.rules);
        let local_cidrs: Vec<Vec<bool>> = rules
            .filter_map(|rule| rule.spec.local_cidr)
            .map(|block| interface.addresses.iter().map(|own| block.contains(own)).collect())
            .map(|mut hits: Vec<bool>| {
                hits.dedup();
                hits
            })
            .collect();
        let mut families: Vec<bool> = interface.addresses.iter().map(IpAddr::is_ipv4).collect();
        families.dedup();
        let groups: Vec<&SecurityGroupId> = interface.groups.iter().collect();
        let public = |own: &IpAddr| interface.public_for(*own).is_some();
        let mut public: Vec<bool> = interface.addresses.iter().map(public).collect();
        public.dedup();
        let count = classes.entry((groups, local_cidrs, families, public)).or_default();
        *count += 1;
        if *count <= 2 {
            chosen.push(interface.as_ref());
        }
    }
    chosen
}

fn lines<'a>(
    scenario: &'a Scenario,
    interface: &'a NetworkInterface,
    direction: Direction,
) -> Vec<Line<'a>> {
    let tried = GroupKind::on(interface, scenario).is_none_or(|kind| kind.tries_rules(direction));
    let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
    let mut lines: Vec<Line<'a>> = groups
        .filter(|_| tried)
        .flat_map(|group| group.rules_of(direction).map(|rule| Line { group: &group.id, rule }))
        .filter(|line| !is_uncertain(scenario, line.rule))
        .collect();
    lines.sort_by(|a, b| precedence::order(a.rule, b.rule));
    lines
}

/// A remote end: its address, and its interface if it belongs to one in the scenario.
type Remote<'a> = (IpAddr, Option<&'a NetworkInterface>);

/// One address from every interval that rules do not distinguish and that packets can come from or
/// go to, and every private address of another interface that private packets can reach.
fn remotes<'a>(
    scenario: &'a Scenario,
    (interface, own): (&NetworkInterface, IpAddr),
    direction: Direction,
    (lines, public): (&[Line<'a>], &BTreeSet<IpAddr>),
) -> Vec<Remote<'a>> {
    let family = AddressFamily::of(own);
    let others = scenario
        .interfaces()
        .filter(|other| other.id != interface.id && scenario.routed(&interface.vpc, &other.vpc));
    let ends: Vec<Remote<'a>> = others
        .flat_map(|other| other.addresses.iter().map(|own| (*own, Some(other.as_ref()))))
        .filter(|(address, _)| AddressFamily::of(*address) == family)
        .collect();
    let own = interface.addresses.iter().copied();
    let taken: BTreeSet<IpAddr> = ends.iter().map(|(address, _)| *address).chain(own).collect();
    let vpcs = scenario.parts().vpcs.values().flat_map(|vpc| vpc.blocks.iter().copied());
    let blocks = lines.iter().flat_map(|line| blocks(scenario, line.rule)).chain(vpcs);
    let mut ranges: Vec<Range> = blocks.map(|block| (block.network(), block.broadcast())).collect();
    ranges.extend(NOT_INTERNET);
    ranges.extend(unroutable::ranges(direction));
    let whole = match family {
        AddressFamily::V4 => IpNet::V4(Ipv4Net::default()),
        AddressFamily::V6 => IpNet::V6(Ipv6Net::default()),
    };
    let mut starts = BTreeSet::from([whole.network()]);
    for (first, last) in ranges.into_iter().filter(|range| AddressFamily::of(range.0) == family) {
        starts.insert(first);
        starts.extend(outside::next(last));
    }
    let stops = starts.iter().skip(1).copied().map(Some).chain([None]);
    let intervals = starts.iter().zip(stops);
    let possible = intervals.filter(|(start, _)| !unroutable::holds(direction, **start));
    let foreign = possible.filter_map(|(start, stop)| {
        let stretch = || {
            let all = std::iter::successors(Some(*start), |address| outside::next(*address));
            all.take_while(move |address| Some(*address) != stop)
        };
        let free = |address: &IpAddr| !taken.contains(address);
        let plain = |address: &IpAddr| free(address) && !public.contains(address);
        // A public address of the scenario represents its interval only if the interval has no
        // other address.
        let nearby = stretch().take(taken.len() + public.len() + 1);
        nearby.clone().find(plain).or_else(|| nearby.clone().find(free))
    });
    foreign.map(|address| (address, None)).chain(ends).collect()
}

fn public_addresses(scenario: &Scenario) -> BTreeSet<IpAddr> {
    scenario.interfaces().flat_map(|interface| interface.public_addresses()).collect()
}

fn sight<'a>(
    scenario: &'a Scenario,
    (interface, own): (&'a NetworkInterface, IpAddr),
    direction: Direction,
    remote: Remote<'a>,
    lines: &[Line<'a>],
) -> Sight<'a> {
    let here = PacketEndpoint { address: own, interface: Some(interface) };
    let there = PacketEndpoint { address: remote.0, interface: remote.1 };
    let seen = match direction {
        Direction::Ingress => EndpointPair { source: there, destination: here },
        Direction::Egress => EndpointPair { source: here, destination: there },
    };
    let hit = |line: &&Line<'a>| {
        !predicate::addresses(scenario, line.rule, &seen).contains(&FieldMatch::Missed)
    };
    let accepts = |id: &&SecurityGroupId| {
        scenario.group(id).is_some_and(|group| precedence::connects(group) == Some(true))
    };
    let shared =
        remote.1.and_then(|other| interface.groups.intersection(&other.groups).find(accepts));
    let kind = GroupKind::on(interface, scenario);
    Sight {
        interface,
        direction,
        own,
        remote,
        lines: lines.iter().filter(hit).copied().collect(),
        accepting: shared,
        sees_internet: remote.1.is_none() && is_internet(remote.0),
        uncertain: false,
        known: true,
        kind: kind.unwrap_or(GroupKind::Advanced),
    }
}
