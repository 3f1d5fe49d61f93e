//! Answers for all pairs: the rules of each group are compiled once and shared, and the answer for
//! a pair is only assembled on demand.

mod address_index;
mod all_pairs;
mod decision_table;
mod group_tables;
mod mask;
mod on_demand;
mod outcome;
mod packet_line;
mod regions;
mod sides;
mod space_cache;
mod table;
mod update;

use std::sync::Arc;

use crate::model::{AddressFamily, Direction, NetworkInterface, Scenario};

use super::clause::ClauseId;
use super::flow::{Endpoint, Flow};
use super::interface_filter::Surroundings;
use super::reason::{GroupKind, UnknownReason};
use super::route::{self, EndpointPair, PacketEndpoint, Route};
use super::space::PacketSpace;
use super::verdict::{Decider, Verdict};

use address_index::{AddressIndex, EndpointRecord};
use group_tables::GroupTables;
use outcome::Procedure;
use sides::{Meeting, Remote, Side, Sides, accepts, isolates};
pub(super) use space_cache::SpaceCache;
pub(super) use update::Kept;

pub use all_pairs::{Outcome, PairAnswer};
pub use on_demand::Changes;

/// A scenario prepared for any number of queries.
///
/// Gives the same answer as [`evaluate`](super::evaluate) for every packet, without the trace, and
/// as [`packet_space`](super::packet_space) for every pair. Its size grows with the groups and
/// their rules, not with the number of pairs. Answers are assembled on demand.
///
/// ```
/// use sg_core::connectivity::{Packet, Reach, Verdict, ends, evaluate, flow_between};
/// use sg_core::lesson::first_scenario;
/// use sg_core::model::{GroupType::Basic, InnerAccessPolicy::Drop, Port};
/// use std::sync::Arc;
///
/// let scenario = first_scenario();
/// let (reach, ends) = (Reach::new(&scenario), ends(&scenario));
/// let packet = Packet::tcp(Port::new(443).unwrap());
/// let flow = flow_between(&scenario, &ends[0], &ends[1], packet).unwrap();
/// assert_eq!(reach.decide(&flow).verdict, Verdict::Pass);
/// assert_eq!(reach.decide(&flow).clause, evaluate(&scenario, &flow).clause());
///
/// // After an edit, the prepared answers are updated instead of rebuilt.
/// let edited = scenario.edited(|parts| {
///     let groups = parts.groups.values_mut().map(Arc::make_mut);
///     groups.for_each(|group| group.group_type = Basic(Drop));
/// });
/// assert_eq!(reach.updated(&edited.unwrap()).decide(&flow).verdict, Verdict::Blocked);
/// ```
#[derive(Debug, Clone)]
pub struct Reach {
    scenario: Scenario,
    address_index: Arc<AddressIndex>,
    nodes: Vec<GroupTables>,
}

/// The verdict for one packet, without a trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// The decider it rests on.
    pub decider: Decider,
    /// The statement it rests on, the same as [`Evaluation::clause`](super::Evaluation::clause).
    pub clause: ClauseId,
    /// The verdict under the other reading, if sources disagree about this packet.
    pub contested: Option<Verdict>,
}

/// The path between two ends and its checks.
enum ResolvedRoute<'a> {
    /// The route alone decides.
    Uniform(Route<'a>),
    Sides(Sides<'a>),
}

impl Reach {
    /// Prepares a scenario.
    pub fn new(scenario: &Scenario) -> Self {
        let address_index = AddressIndex::new(scenario);
        let nodes = scenario
            .groups()
            .map(|group| GroupTables::new(scenario, group, &address_index))
            .collect();
        Self { scenario: scenario.clone(), address_index: Arc::new(address_index), nodes }
    }

    /// The prepared scenario.
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Decides one packet.
    pub fn decide(&self, flow: &Flow) -> Decision {
        let uniform = |verdict, decider: Decider| {
            let clause = decider.clause();
            Decision { verdict, decider, clause, contested: None }
        };
        let sides = match self.resolve_route(&flow.source, &flow.destination) {
            ResolvedRoute::Uniform(route) => return uniform(route.verdict(), route.decider()),
            ResolvedRoute::Sides(sides) => sides,
        };
        let Some((judged, of_rule)) = sides.ask(flow.packet) else {
            let reason = UnknownReason::NoSuchPacket;
            return uniform(Verdict::Unknown, Decider::Unknown(reason));
        };
        let decider = sides.decider(judged.by);
        let clause = sides.clause(&decider, of_rule);
        Decision { verdict: judged.by.verdict(), decider, clause, contested: judged.contested }
    }

    /// All packets from one end to another.
    pub fn space(&self, source: &Endpoint, destination: &Endpoint) -> PacketSpace {
        match self.resolve_route(source, destination) {
            ResolvedRoute::Uniform(route) => regions::uniform(&route),
            ResolvedRoute::Sides(sides) => regions::of(&sides),
        }
    }

    fn host(&self, interface: &NetworkInterface) -> Option<&EndpointRecord> {
        let index = self.scenario.parts().interfaces.get_index_of(&interface.id)?;
        self.address_index.hosts.get(index)
    }

    fn resolve_route<'a>(&'a self, source: &Endpoint, destination: &Endpoint) -> ResolvedRoute<'a> {
        if let Some(sides) = self.neighbours(source, destination) {
            return ResolvedRoute::Sides(sides);
        }
        let route = route::route(&self.scenario, source, destination);
        let family = AddressFamily::of(destination.address());
        match self.sides(&route, family) {
            Some(sides) => ResolvedRoute::Sides(sides),
            None => ResolvedRoute::Uniform(route),
        }
    }

    /// The checks between private addresses of two interfaces in one VPC: the common case, found
    /// without resolving the route. `None` in every other case.
    fn neighbours<'a>(&'a self, source: &Endpoint, destination: &Endpoint) -> Option<Sides<'a>> {
        let find = |end: &Endpoint| {
            let index = self.scenario.parts().interfaces.get_index_of(end.interface()?)?;
            let host = self.address_index.hosts.get(index)?;
            let at = |(address, _): &&(_, usize)| *address == end.address();
            Some((index, host, host.private.iter().find(at)?.1))
        };
        let ((from, sender, sends), (to, receiver, receives)) = (find(source)?, find(destination)?);
        let family = AddressFamily::of(destination.address());
        let one_family = AddressFamily::of(source.address()) == family;
        if from == to || sender.vpc != receiver.vpc || !one_family {
            return None;
        }
        let meeting = self.meeting(sender, receiver);
        let side = |direction, host, own, peer| {
            Some(self.side_of(direction, host, own, Remote::Point(peer), Surroundings::Plain))
        };
        Some(Sides {
            scenario: &self.scenario,
            egress: side(Direction::Egress, sender, sends, receives),
            ingress: side(Direction::Ingress, receiver, receives, sends),
            meeting,
            family,
            procedure: self.procedure(meeting, false),
        })
    }

    fn procedure(&self, meeting: Meeting, from_service_range: bool) -> Procedure {
        let reading = self.scenario.options().intra_group_precedence;
        Procedure { accepting: meeting.accepting.is_some(), reading, from_service_range }
    }

    /// The checks on a route; `None` if the route alone decides.
    fn sides<'a>(&'a self, route: &Route<'a>, family: AddressFamily) -> Option<Sides<'a>> {
        let mut meeting = Meeting::default();
        let (egress, ingress) = match route {
            Route::Itself | Route::None(_) | Route::Unknown(_) => return None,
            Route::Internal(seen) => {
                let from = self.host(seen.source.interface?)?;
                let to = self.host(seen.destination.interface?)?;
                meeting = self.meeting(from, to);
                let egress = self.side(Direction::Egress, from, seen, Surroundings::Plain);
                (egress, self.side(Direction::Ingress, to, seen, Surroundings::Plain))
            }
            Route::Public { at_source, at_destination } => {
                let from = self.host(at_source.source.interface?)?;
                let to = self.host(at_destination.destination.interface?)?;
                let egress = self.side(Direction::Egress, from, at_source, Surroundings::Internet);
                (egress, self.side(Direction::Ingress, to, at_destination, Surroundings::Plain))
            }
            Route::Outbound(seen) => {
                let from = self.host(seen.source.interface?)?;
                let surroundings = Surroundings::of(seen.destination.address);
                (self.side(Direction::Egress, from, seen, surroundings), None)
            }
            Route::Inbound(seen) => {
                let to = self.host(seen.destination.interface?)?;
                (None, self.side(Direction::Ingress, to, seen, Surroundings::Plain))
            }
        };
        let from_service_range = matches!(route, Route::Inbound(seen)
            if route::is_service_range(seen.source.address));
        let procedure = self.procedure(meeting, from_service_range);
        Some(Sides { scenario: &self.scenario, egress, ingress, meeting, family, procedure })
    }

    fn side<'a>(
        &'a self,
        direction: Direction,
        host: &'a EndpointRecord,
        seen: &EndpointPair<'_>,
        surroundings: Surroundings,
    ) -> Option<Side<'a>> {
        let (own, remote) = match direction {
            Direction::Egress => (&seen.source, &seen.destination),
            Direction::Ingress => (&seen.destination, &seen.source),
        };
        let (_, own) = *host.private.iter().find(|(address, _)| *address == own.address)?;
        let peer = self.remote(direction, host, remote);
        Some(self.side_of(direction, host, own, peer, surroundings))
    }

    fn side_of<'a>(
        &'a self,
        direction: Direction,
        host: &'a EndpointRecord,
        own: usize,
        peer: Remote,
        surroundings: Surroundings,
    ) -> Side<'a> {
        let kind = host.groups.first().and_then(|group| self.nodes.get(*group));
        // A scenario has no interface without groups; if there were one, nothing would be allowed.
        let kind = kind.map_or(GroupKind::Advanced, |node| GroupKind::from(node.group_type));
        Side { direction, groups: &host.groups, nodes: &self.nodes, kind, own, peer, surroundings }
    }

    fn remote(
        &self,
        direction: Direction,
        host: &EndpointRecord,
        endpoint: &PacketEndpoint<'_>,
    ) -> Remote {
        let known = endpoint.interface.and_then(|interface| self.host(interface));
        let at = |(address, _): &&(_, usize)| *address == endpoint.address;
        if let Some((_, point)) = known.and_then(|known| known.private.iter().find(at)) {
            return Remote::Point(*point);
        }
        let nodes = host.groups.iter().filter_map(|group| self.nodes.get(*group));
        let masks =
            nodes.map(|node| node.table(direction).stranger(&self.scenario, endpoint.address));
        Remote::Stranger(masks.collect())
    }

    fn meeting(&self, from: &EndpointRecord, to: &EndpointRecord) -> Meeting {
        let mut meeting = Meeting::default();
        for group in from.groups.iter().filter(|group| to.groups.contains(group)) {
            let Some(node) = self.nodes.get(*group) else { continue };
            meeting.isolating |= isolates(node.group_type);
            if accepts(node.group_type) {
                meeting.accepting = meeting.accepting.or(Some(*group));
            }
        }
        meeting
    }
}
