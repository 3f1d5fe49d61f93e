//! One packet as a network interface sees it: what its groups say, whatever the routes are.
//!
//! A record of a flow log is about one interface and one direction. Whether the packet gets any
//! further, or has a way in the scenario at all, is another question.

use std::net::IpAddr;
use std::sync::Arc;

use crate::model::{
    AddressFamily, Direction, NetworkInterface, NetworkInterfaceId, Rule, Scenario, SecurityGroupId,
};

use super::choice::CheckedDirections;
use super::clause::ClauseId;
use super::evaluate::clause;
use super::flow::Packet;
use super::internet::{self, Access};
use super::pair::Pair;
use super::reason::{RouteFault, UnknownReason, Verdict};
use super::route::{EndpointPair, PacketEndpoint, Route};
use super::trace::Side;
use super::verdict::{Contested, Decider};

/// A packet at an interface: the first one of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterfacePacket {
    /// The interface.
    pub interface: NetworkInterfaceId,
    /// Inbound: the packet comes to the interface. Outbound: it leaves it.
    pub direction: Direction,
    /// The address of the interface in the packet, a private one.
    pub local: IpAddr,
    /// The other address in the packet.
    pub remote: IpAddr,
    /// Its protocol and ports.
    pub packet: Packet,
}

/// What the groups of an interface say of a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterfaceDecision {
    /// The verdict of this check alone.
    pub verdict: Verdict,
    /// What it rests on.
    pub decider: Decider,
    /// The statement it rests on.
    pub clause: ClauseId,
    /// If a rule decides: that rule, and those that could equally be named.
    pub rules: Vec<(SecurityGroupId, Arc<Rule>)>,
    /// The answer under another reading, if sources disagree and it would change the verdict.
    pub contested: Option<Contested>,
    /// The interface with the other address, if the scenario connects it with this one.
    pub peer: Option<NetworkInterfaceId>,
    /// Why the scenario has no way by which an inbound packet could have arrived.
    pub no_way: Option<RouteFault>,
}

/// Decides one packet at one interface. Total: what the model does not cover is unknown, with its
/// reason.
pub fn decide_at(scenario: &Scenario, asked: &InterfacePacket) -> InterfaceDecision {
    let holders = |address| {
        let all = scenario.interfaces().map(AsRef::as_ref);
        all.filter(|own: &&NetworkInterface| own.holds(address)).collect()
    };
    let view = match InterfaceView::new(scenario, &holders, asked) {
        Ok(view) => view,
        Err(decider) => return InterfaceDecision::unchecked(decider),
    };
    let family = AddressFamily::of(asked.remote);
    let pair = Pair::on(scenario, view.route.clone(), view.ends(), family);
    let pair = pair.viewed(checked(asked.direction));
    let choice = pair.choose(asked.packet);
    let decider = pair.decider(choice);
    let ends = [pair.egress_side(asked.packet), pair.ingress_side(asked.packet)];
    let clause = clause(&decider, &pair.intra_group, &ends[0], &ends[1]);
    let contested = pair.contested(asked.packet);
    view.decision((pair.verdict(choice), decider, clause), contested, &ends)
}

/// The only check that an interface makes in a direction.
pub(super) const fn checked(direction: Direction) -> CheckedDirections {
    match direction {
        Direction::Egress => CheckedDirections::Egress,
        Direction::Ingress => CheckedDirections::Ingress,
    }
}

impl InterfaceDecision {
    /// The answer without any check.
    pub(super) fn unchecked(decider: Decider) -> Self {
        let verdict = if decider == Decider::Itself { Verdict::Pass } else { Verdict::Unknown };
        let clause = decider.clause();
        let (rules, contested, peer, no_way) = (Vec::new(), None, None, None);
        Self { verdict, decider, clause, rules, contested, peer, no_way }
    }
}

/// The interfaces that have an address as a private one.
pub(super) type Holders<'b, 'a> = &'b dyn Fn(IpAddr) -> Vec<&'a NetworkInterface>;

/// A packet at an interface, with what the scenario knows of its other end.
pub(super) struct InterfaceView<'a> {
    interface: &'a NetworkInterface,
    direction: Direction,
    peer: Option<&'a NetworkInterface>,
    /// The packet on its way, as if there were one.
    pub(super) route: Route<'a>,
    no_way: Option<RouteFault>,
}

impl<'a> InterfaceView<'a> {
    /// Finds the ends of a packet, or why nothing is checked.
    pub(super) fn new(
        scenario: &'a Scenario,
        holders: Holders<'_, 'a>,
        asked: &InterfacePacket,
    ) -> Result<Self, Decider> {
        let InterfacePacket { interface: id, direction, local, remote, packet } = asked;
        let (direction, local, remote) = (*direction, *local, *remote);
        let interface = scenario
            .interface(id)
            .ok_or_else(|| Decider::Unknown(UnknownReason::NoSuchInterface(id.clone())))?;
        if !interface.holds(local) {
            let (interface, address) = (id.clone(), local);
            return Err(Decider::Unknown(UnknownReason::NotItsAddress { interface, address }));
        }
        let family = AddressFamily::of(local);
        let other_family = packet.family().is_some_and(|own| own != family);
        if family != AddressFamily::of(remote) || other_family {
            return Err(Decider::Unknown(UnknownReason::NoSuchPacket));
        }
        if interface.holds(remote) {
            return Err(Decider::Itself);
        }
        let held = holders(remote);
        let near = held.iter().find(|own| own.vpc == interface.vpc);
        let routed = |own: &&&NetworkInterface| scenario.routed(&own.vpc, &interface.vpc);
        let peer = near.or_else(|| held.iter().find(routed)).copied();
        if peer.is_none() && held.is_empty() && scenario.is_private(remote) {
            return Err(Decider::Unknown(UnknownReason::NoInterfaceHas(remote)));
        }
        let own = PacketEndpoint::private(interface, local);
        let other = match peer {
            Some(peer) => PacketEndpoint::private(peer, remote),
            // An interface of a VPC that is not connected is in no group that a rule here can name.
            None => PacketEndpoint::foreign(remote),
        };
        let (source, destination) = match direction {
            Direction::Egress => (own, other),
            Direction::Ingress => (other, own),
        };
        let seen = EndpointPair { source, destination };
        let route = match (peer, direction) {
            (Some(_), _) => Route::Internal(seen),
            (None, Direction::Egress) => Route::Outbound(seen, None),
            (None, Direction::Ingress) => Route::Inbound(seen, None),
        };
        let no_way = match (peer, direction, held.first()) {
            (Some(_), ..) | (None, Direction::Egress, _) => None,
            (None, Direction::Ingress, Some(_)) if scenario.parts().unread_routes => None,
            (None, Direction::Ingress, Some(apart)) => {
                let (source, destination) = (apart.vpc.clone(), interface.vpc.clone());
                Some(RouteFault::SeparateVpcs { source, destination })
            }
            (None, Direction::Ingress, None) => {
                let closed = internet::inbound(interface, local, remote) == Access::Closed;
                closed.then(|| RouteFault::NotPublic { interface: id.clone() })
            }
        };
        Ok(Self { interface, direction, peer, route, no_way })
    }

    /// The sender and the receiver, as far as they are interfaces.
    pub(super) const fn ends(&self) -> [Option<&'a NetworkInterface>; 2] {
        match self.direction {
            Direction::Egress => [Some(self.interface), self.peer],
            Direction::Ingress => [self.peer, Some(self.interface)],
        }
    }

    /// Whether the packet travels between private addresses of two interfaces.
    pub(super) const fn is_internal(&self) -> bool {
        self.peer.is_some()
    }

    /// The answer, given what the check said.
    pub(super) fn decision(
        self,
        (verdict, decider, clause): (Verdict, Decider, ClauseId),
        contested: Option<Contested>,
        [egress, ingress]: &[Side; 2],
    ) -> InterfaceDecision {
        let side = match self.direction {
            Direction::Egress => egress,
            Direction::Ingress => ingress,
        };
        let by_rule = matches!(decider, Decider::Rule { .. });
        let named = side.trials().iter().filter(|trial| by_rule && trial.decides_or_equals());
        let rules = named.map(|trial| (trial.group.clone(), Arc::clone(&trial.rule))).collect();
        let peer = self.peer.map(|peer| peer.id.clone());
        InterfaceDecision { verdict, decider, clause, rules, contested, peer, no_way: self.no_way }
    }
}
