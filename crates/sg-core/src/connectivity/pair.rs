//! Two ends with everything about them that does not depend on the packet.

use crate::model::{
    AddressFamily, Direction, GroupType, InnerAccessPolicy, IntraGroupPrecedence, NetworkInterface,
    Scenario, SecurityGroupId,
};

use super::choice::CheckedDirections;
use super::clause::ClauseId;
use super::flow::{Endpoint, Packet};
use super::interface_filter::{InterfaceFilter, SideChoice, Surroundings};
use super::reason::{PlatformRule, UnknownReason};
use super::route::{self, EndpointPair, Route};
use super::trace::{IntraGroup, NotChecked, SharedGroup, Side, SideDecider};
use super::verdict::{Contested, Decider, Verdict};

/// A pair of ends, ready to be asked about any packet.
#[derive(Debug, Clone)]
pub(super) struct Pair<'a> {
    pub(super) route: Route<'a>,
    pub(super) intra_group: IntraGroup,
    pub(super) family: AddressFamily,
    egress: Option<InterfaceFilter<'a>>,
    ingress: Option<InterfaceFilter<'a>>,
    reading: IntraGroupPrecedence,
    /// The sender may be a load balancer, whose traffic groups do not filter (S-22).
    from_service_range: bool,
}

/// What decides about a packet, by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    /// The route alone, whatever the packet.
    Route,
    /// The protocol does not exist between these ends.
    NoSuchPacket,
    Egress(SideChoice),
    Ingress(SideChoice),
    /// The side that was asked for is not there.
    NoSide,
}

/// The shared group whose policy lets members reach each other. The policy applies to the internal
/// network only (S-06), and one accepting group among the shared ones is enough (S-02).
fn accepting<'a>(
    route: &Route<'_>,
    shared: &[(&'a SecurityGroupId, GroupType)],
) -> Option<&'a SecurityGroupId> {
    match route {
        Route::Internal(_) => shared
            .iter()
            .find(|(_, group_type)| *group_type == GroupType::Basic(InnerAccessPolicy::Accept))
            .map(|(id, _)| *id),
        Route::Public { .. }
        | Route::Outbound(_)
        | Route::Inbound(_)
        | Route::Itself
        | Route::None(_)
        | Route::Unknown(_) => None,
    }
}

impl<'a> Pair<'a> {
    pub(super) fn new(scenario: &'a Scenario, source: &Endpoint, destination: &Endpoint) -> Self {
        let route = route::route(scenario, source, destination);
        let from = source.interface().and_then(|id| scenario.interface(id));
        let to = destination.interface().and_then(|id| scenario.interface(id));
        let shared = shared(scenario, from.map(AsRef::as_ref), to.map(AsRef::as_ref));
        let accepting = accepting(&route, &shared);
        let egress = |seen: &EndpointPair<'_>, surroundings| {
            let interface: &NetworkInterface = from?;
            let way = Direction::Egress;
            Some(InterfaceFilter::new(scenario, interface, way, seen, accepting, surroundings))
        };
        let ingress = |seen: &EndpointPair<'_>| {
            let interface: &NetworkInterface = to?;
            let way = Direction::Ingress;
            Some(InterfaceFilter::new(
                scenario,
                interface,
                way,
                seen,
                accepting,
                Surroundings::Plain,
            ))
        };
        let (egress, ingress) = match &route {
            Route::Internal(seen) => (egress(seen, Surroundings::Plain), ingress(seen)),
            Route::Public { at_source, at_destination } => {
                (egress(at_source, Surroundings::Internet), ingress(at_destination))
            }
            Route::Outbound(seen) => {
                (egress(seen, Surroundings::of(seen.destination.address)), None)
            }
            Route::Inbound(seen) => (None, ingress(seen)),
            Route::Itself | Route::None(_) | Route::Unknown(_) => (None, None),
        };
        let from_service_range = matches!(&route, Route::Inbound(seen)
            if route::is_service_range(seen.source.address));
        let shared = shared
            .into_iter()
            .map(|(id, group_type)| SharedGroup { id: id.clone(), group_type })
            .collect();
        Self {
            intra_group: IntraGroup { shared, accepting: accepting.cloned() },
            family: AddressFamily::of(destination.address()),
            egress,
            ingress,
            reading: scenario.options().intra_group_precedence,
            from_service_range,
            route,
        }
    }

    /// The same pair with only the sides a view shows.
    pub(super) fn viewed(mut self, view: CheckedDirections) -> Self {
        match view {
            CheckedDirections::Egress => self.ingress = None,
            CheckedDirections::Ingress => self.egress = None,
            CheckedDirections::Both => {}
        }
        self
    }

    /// Whether the route leads through no group at all on the sides that are left.
    pub(super) fn has_no_side(&self) -> bool {
        let both_outside = matches!(self.route, Route::Unknown(UnknownReason::BothOutside));
        both_outside || self.choose(Packet::Gre) == Choice::NoSide
    }

    /// What decides about a packet under the scenario's reading of the sources.
    pub(super) fn choose(&self, packet: Packet) -> Choice {
        self.choose_under(packet, self.reading)
    }

    fn choose_under(&self, packet: Packet, reading: IntraGroupPrecedence) -> Choice {
        match self.route {
            Route::Itself | Route::None(_) | Route::Unknown(_) => return Choice::Route,
            Route::Internal(_) | Route::Public { .. } | Route::Outbound(_) | Route::Inbound(_) => {}
        }
        if packet.family().is_some_and(|family| family != self.family) {
            return Choice::NoSuchPacket;
        }
        // Both sides must pass (S-17): the first that fails is the reason, or else the last that
        // was asked.
        let egress = self.egress.as_ref().map(|guard| (guard, guard.decide(packet, reading)));
        if let Some((guard, choice)) = egress
            && !guard.passes(choice)
        {
            return Choice::Egress(choice);
        }
        match (&self.ingress, egress) {
            (Some(guard), _) => Choice::Ingress(guard.decide(packet, reading)),
            (None, Some((_, choice))) => Choice::Egress(choice),
            (None, None) => Choice::NoSide,
        }
    }

    /// The verdict a choice stands for.
    pub(super) fn verdict(&self, choice: Choice) -> Verdict {
        let passes = match choice {
            Choice::Route => return self.route.verdict(),
            Choice::NoSuchPacket => return Verdict::Unknown,
            Choice::Egress(side) => self.egress.as_ref().is_none_or(|guard| guard.passes(side)),
            Choice::Ingress(side) => self.ingress.as_ref().is_none_or(|guard| guard.passes(side)),
            Choice::NoSide => true,
        };
        if passes { Verdict::Pass } else { Verdict::Blocked }
    }

    /// A choice in full.
    pub(super) fn decider(&self, choice: Choice) -> Decider {
        let of = |guard: &Option<InterfaceFilter<'_>>, side| {
            let guard = guard.as_ref()?;
            Some(side_decider(guard.direction, guard.decider(side)))
        };
        let decider = match choice {
            Choice::Route => return self.route.decider(),
            Choice::NoSuchPacket => return Decider::Unknown(UnknownReason::NoSuchPacket),
            Choice::Egress(side) => of(&self.egress, side),
            Choice::Ingress(side) => of(&self.ingress, side),
            Choice::NoSide => None,
        };
        decider.unwrap_or(Decider::Unknown(UnknownReason::BothOutside))
    }

    /// What another reading would answer, where its verdict differs.
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
        // packet the rules block may still arrive (S-22).
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
        match (guard, &self.route) {
            (Some(guard), _) => Side::Checked(guard.trace(packet, self.reading)),
            (None, Route::Itself) => Side::NotChecked(NotChecked::Itself),
            (None, Route::None(_)) => Side::NotChecked(NotChecked::NoPath),
            (None, Route::Unknown(_)) => Side::NotChecked(NotChecked::Unknown),
            (
                None,
                Route::Internal(_) | Route::Public { .. } | Route::Outbound(_) | Route::Inbound(_),
            ) => Side::NotChecked(NotChecked::Outside),
        }
    }

    /// The interface filters that are asked, the sender's first.
    pub(super) fn guards(&self) -> impl Iterator<Item = &InterfaceFilter<'a>> {
        self.egress.iter().chain(&self.ingress)
    }
}

fn side_decider(direction: Direction, side: SideDecider) -> Decider {
    match side {
        SideDecider::Policy { group } => Decider::Policy { group },
        SideDecider::Rule { group, rule } => Decider::Rule { direction, group, rule },
        SideDecider::Implicit { group_kind } => Decider::Implicit { direction, group_kind },
        SideDecider::Platform(rule) => Decider::Platform(rule),
    }
}

const fn other_reading(reading: IntraGroupPrecedence) -> IntraGroupPrecedence {
    match reading {
        IntraGroupPrecedence::PolicyWins => IntraGroupPrecedence::CustomEgressFirst,
        IntraGroupPrecedence::CustomEgressFirst => IntraGroupPrecedence::PolicyWins,
    }
}

/// The groups both interfaces belong to; a group of one side only plays no part (S-04).
fn shared<'a>(
    scenario: &'a Scenario,
    from: Option<&'a NetworkInterface>,
    to: Option<&'a NetworkInterface>,
) -> Vec<(&'a SecurityGroupId, GroupType)> {
    let (Some(from), Some(to)) = (from, to) else { return Vec::new() };
    from.groups
        .iter()
        .filter(|id| to.groups.contains(*id))
        .filter_map(|id| Some((id, scenario.group(id)?.group_type)))
        .collect()
}
