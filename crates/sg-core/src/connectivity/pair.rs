//! Two ends, with everything about them that does not depend on the packet.

use crate::model::{
    AddressFamily, Direction, IntraGroupPrecedence, NetworkInterface, Scenario, SecurityGroupId,
};

use super::choice::CheckedDirections;
use super::clause::ClauseId;
use super::flow::{Endpoint, Packet};
use super::interface_filter::{InterfaceFilter, SideChoice};
use super::internet;
use super::reason::{PlatformRule, UnknownReason, UnreadPart};
use super::route::{self, EndpointPair, Route};
use super::surroundings::Surroundings;
use super::trace::{IntraGroup, NotChecked, SharedGroup, Side, SideDecider};
use super::verdict::{Contested, Decider, Verdict};

mod shared;

use shared::{connecting, shared};

/// A pair of ends, prepared to decide any packet.
#[derive(Debug, Clone)]
pub(super) struct Pair<'a> {
    pub(super) route: Route<'a>,
    pub(super) intra_group: IntraGroup,
    pub(super) family: AddressFamily,
    egress: Option<InterfaceFilter<'a>>,
    ingress: Option<InterfaceFilter<'a>>,
    reading: IntraGroupPrecedence,
    /// A shared group whose policy is not known, if no other shared group connects the ends.
    unread_policy: Option<&'a SecurityGroupId>,
    /// The sender may be a load balancer, whose traffic is not filtered by groups (S-22).
    from_service_range: bool,
}

/// What decides a packet, as an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    /// The route alone, for every packet.
    Route,
    /// The protocol does not exist between these ends.
    NoSuchPacket,
    Egress(SideChoice),
    Ingress(SideChoice),
    /// The intra-group policy of a shared group, which is not known.
    UnreadPolicy,
    /// The checks let the packet through, but whether it has a way is not known.
    Doubt,
    /// The requested side does not exist.
    NoSide,
}

impl<'a> Pair<'a> {
    pub(super) fn new(scenario: &'a Scenario, source: &Endpoint, destination: &Endpoint) -> Self {
        let route = route::route(scenario, source, destination);
        let interface = |end: &Endpoint| {
            end.interface().and_then(|id| scenario.interface(id)).map(AsRef::as_ref)
        };
        let family = AddressFamily::of(destination.address());
        Self::on(scenario, route, [interface(source), interface(destination)], family)
    }

    /// The same on a route that is given.
    pub(super) fn on(
        scenario: &'a Scenario,
        route: Route<'a>,
        [from, to]: [Option<&'a NetworkInterface>; 2],
        family: AddressFamily,
    ) -> Self {
        let shared = shared(scenario, from, to);
        let accepting = connecting(&route, &shared, true);
        let unread_policy =
            accepting.is_none().then(|| connecting(&route, &shared, false)).flatten();
        let policy = accepting.or(unread_policy);
        let egress = |seen: &EndpointPair<'_>, surroundings| {
            let interface: &NetworkInterface = from?;
            let way = Direction::Egress;
            Some(InterfaceFilter::new(scenario, interface, way, seen, policy, surroundings))
        };
        let ingress = |seen: &EndpointPair<'_>| {
            let interface: &NetworkInterface = to?;
            let way = Direction::Ingress;
            let surroundings = Surroundings::Plain;
            Some(InterfaceFilter::new(scenario, interface, way, seen, policy, surroundings))
        };
        let (egress, ingress) = match &route {
            Route::Internal(seen) => (egress(seen, Surroundings::Plain), ingress(seen)),
            Route::Public { at_source, at_destination } => {
                (egress(at_source, Surroundings::Internet), ingress(at_destination))
            }
            Route::Outbound(seen, _) => {
                (egress(seen, Surroundings::of(seen.destination.address)), None)
            }
            Route::Translated(seen, _) => (egress(seen, Surroundings::Internet), None),
            Route::Inbound(seen, _) => (None, ingress(seen)),
            Route::Itself | Route::None(_) | Route::Unknown(_) => (None, None),
        };
        let from_service_range = matches!(&route, Route::Inbound(seen, _)
            if internet::is_service_range(seen.source.address));
        let shared = shared
            .into_iter()
            .map(|group| SharedGroup { id: group.id.clone(), group_type: group.group_type })
            .collect();
        Self {
            intra_group: IntraGroup { shared, accepting: accepting.cloned() },
            family,
            egress,
            ingress,
            reading: scenario.options().intra_group_precedence,
            unread_policy,
            from_service_range,
            route,
        }
    }

    /// The same pair, restricted to the checked directions.
    pub(super) fn viewed(mut self, view: CheckedDirections) -> Self {
        match view {
            CheckedDirections::Egress => self.ingress = None,
            CheckedDirections::Ingress => self.egress = None,
            CheckedDirections::Both => {}
        }
        self
    }

    /// Whether no group filters the remaining sides of the route.
    pub(super) fn has_no_side(&self) -> bool {
        let both_outside = matches!(self.route, Route::Unknown(UnknownReason::BothOutside));
        both_outside || self.choose(Packet::Gre) == Choice::NoSide
    }

    /// What decides a packet under the scenario's reading of the sources.
    pub(super) fn choose(&self, packet: Packet) -> Choice {
        self.choose_under(packet, self.reading)
    }

    fn choose_under(&self, packet: Packet, reading: IntraGroupPrecedence) -> Choice {
        let certain = self.intra_group.accepting.is_some();
        let choice = self.choose_with(packet, reading, certain);
        if self.unread_policy.is_none() || self.verdict(choice) == Verdict::Unknown {
            return choice;
        }
        let connected = self.choose_with(packet, reading, true);
        match self.verdict(connected) == self.verdict(choice) {
            true => choice,
            false => Choice::UnreadPolicy,
        }
    }

    /// What decides a packet if the policy of the shared group connects the ends, or if it does not.
    fn choose_with(&self, packet: Packet, reading: IntraGroupPrecedence, policy: bool) -> Choice {
        match self.route {
            Route::Itself | Route::None(_) | Route::Unknown(_) => return Choice::Route,
            Route::Internal(_)
            | Route::Public { .. }
            | Route::Outbound(..)
            | Route::Inbound(..)
            | Route::Translated(..) => {}
        }
        if packet.family().is_some_and(|family| family != self.family) {
            return Choice::NoSuchPacket;
        }
        // Both sides must pass (S-17): the reason is the first side that blocks, or else the first
        // of which that is not known, or else the last one that was checked.
        let decide = |guard: &InterfaceFilter<'_>| {
            let choice = guard.decide(packet, reading, policy);
            (choice, guard.verdict(choice))
        };
        let egress = self.egress.as_ref().map(decide);
        if let Some((choice, Verdict::Blocked)) = egress {
            return Choice::Egress(choice);
        }
        match (self.ingress.as_ref().map(decide), egress) {
            (Some((choice, Verdict::Blocked)), _) => Choice::Ingress(choice),
            (_, Some((choice, Verdict::Unknown))) => Choice::Egress(choice),
            (Some((choice, Verdict::Unknown)), _) => Choice::Ingress(choice),
            (Some(_), _) | (_, Some(_)) if self.route.doubt().is_some() => Choice::Doubt,
            (Some((choice, _)), _) => Choice::Ingress(choice),
            (None, Some((choice, _))) => Choice::Egress(choice),
            (None, None) => Choice::NoSide,
        }
    }

    /// The verdict of a choice.
    pub(super) fn verdict(&self, choice: Choice) -> Verdict {
        let of = |guard: &Option<InterfaceFilter<'_>>, side| {
            guard.as_ref().map_or(Verdict::Pass, |guard| guard.verdict(side))
        };
        match choice {
            Choice::Route => self.route.verdict(),
            Choice::NoSuchPacket | Choice::UnreadPolicy | Choice::Doubt => Verdict::Unknown,
            Choice::Egress(side) => of(&self.egress, side),
            Choice::Ingress(side) => of(&self.ingress, side),
            Choice::NoSide => Verdict::Pass,
        }
    }

    /// The full decider of a choice.
    pub(super) fn decider(&self, choice: Choice) -> Decider {
        let of = |guard: &Option<InterfaceFilter<'_>>, side| {
            let guard = guard.as_ref()?;
            Some(side_decider(guard.direction, guard.decider(side)))
        };
        let decider = match choice {
            Choice::Route => return self.route.decider(),
            Choice::NoSuchPacket => return Decider::Unknown(UnknownReason::NoSuchPacket),
            Choice::UnreadPolicy => self.unread_policy.map(|group| {
                let group = group.clone();
                Decider::Unknown(UnknownReason::Unread(UnreadPart::Policy { group }))
            }),
            Choice::Doubt => self.route.doubt().cloned().map(Decider::Unknown),
            Choice::Egress(side) => of(&self.egress, side),
            Choice::Ingress(side) => of(&self.ingress, side),
            Choice::NoSide => None,
        };
        decider.unwrap_or(Decider::Unknown(UnknownReason::BothOutside))
    }

    /// The answer under another reading, if its verdict differs.
    pub(super) fn contested(&self, packet: Packet) -> Option<Contested> {
        let verdict = self.verdict(self.choose(packet));
        if self.intra_group.accepting.is_some() {
            let other = self.choose_under(packet, other_reading(self.reading));
            let clause = ClauseId::PolicyAgainstEgressRules;
            return (self.verdict(other) != verdict).then(|| Contested {
                clause,
                verdict: self.verdict(other),
                decider: self.decider(other),
            });
        }
        // The model cannot see who forwards a packet. From the range that load balancers use, a
        // packet that the rules block may still arrive (S-22).
        (self.from_service_range && verdict == Verdict::Blocked).then_some(Contested {
            clause: ClauseId::LoadBalancerExempt,
            verdict: Verdict::Pass,
            decider: Decider::Platform(PlatformRule::LoadBalancer),
        })
    }

    /// The trace of the check at the sender.
    pub(super) fn egress_side(&self, packet: Packet) -> Side {
        self.side(self.egress.as_ref(), packet)
    }

    /// The trace of the check at the receiver.
    pub(super) fn ingress_side(&self, packet: Packet) -> Side {
        self.side(self.ingress.as_ref(), packet)
    }

    fn side(&self, guard: Option<&InterfaceFilter<'a>>, packet: Packet) -> Side {
        if self.choose(packet) == Choice::NoSuchPacket {
            return Side::NotChecked(NotChecked::Unknown);
        }
        match guard {
            Some(guard) => {
                let policy = self.intra_group.accepting.is_some();
                Side::Checked(guard.trace(packet, self.reading, policy))
            }
            None => Side::NotChecked(self.route.unchecked()),
        }
    }

    /// The interface filters that apply, the sender's first.
    pub(super) fn guards(&self) -> impl Iterator<Item = &InterfaceFilter<'a>> {
        self.egress.iter().chain(&self.ingress)
    }
}

pub(super) fn side_decider(direction: Direction, side: SideDecider) -> Decider {
    match side {
        SideDecider::Policy { group } => Decider::Policy { group },
        SideDecider::Rule { group, rule } => Decider::Rule { direction, group, rule },
        SideDecider::Implicit { group_kind } => Decider::Implicit { direction, group_kind },
        SideDecider::Platform(rule) => Decider::Platform(rule),
        SideDecider::Unread(part) => Decider::Unknown(UnknownReason::Unread(part)),
    }
}

const fn other_reading(reading: IntraGroupPrecedence) -> IntraGroupPrecedence {
    match reading {
        IntraGroupPrecedence::PolicyWins => IntraGroupPrecedence::CustomEgressFirst,
        IntraGroupPrecedence::CustomEgressFirst => IntraGroupPrecedence::PolicyWins,
    }
}
