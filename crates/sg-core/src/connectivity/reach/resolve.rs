//! From two ends to the checks between them: the route, and the tables and classes of both sides.

use std::net::IpAddr;

use crate::model::{AddressFamily, Direction, NetworkInterface};

use crate::connectivity::flow::Endpoint;
use crate::connectivity::internet;
use crate::connectivity::reason::GroupKind;
use crate::connectivity::route::{self, EndpointPair, PacketEndpoint, Route};
use crate::connectivity::surroundings::Surroundings;

use super::Reach;
use super::address_index::EndpointRecord;
use super::outcome::Procedure;
use super::side::{Meeting, Remote, Side};
use super::sides::{Sides, isolates};
use super::table::Table;

/// The path between two ends and its checks.
pub(super) enum ResolvedRoute<'a> {
    /// The route alone decides.
    Uniform(Route<'a>),
    Sides(Sides<'a>),
}

impl Reach {
    /// Whether an address belongs to its interface only because of a prefix. Such addresses are not
    /// indexed, because there may be any number of them.
    pub(super) fn in_prefix(&self, end: &Endpoint) -> bool {
        let interface = end.interface().and_then(|id| self.scenario.interface(id));
        interface.is_some_and(|interface| interface.has_in_prefix(end.address()))
    }

    pub(super) fn host(&self, interface: &NetworkInterface) -> Option<&EndpointRecord> {
        let index = self.scenario.parts().interfaces.get_index_of(&interface.id)?;
        self.address_index.hosts.get(index)
    }

    pub(super) fn resolve_route<'a>(
        &'a self,
        source: &Endpoint,
        destination: &Endpoint,
    ) -> ResolvedRoute<'a> {
        if let Some(sides) = self.neighbours(source, destination) {
            return ResolvedRoute::Sides(sides);
        }
        let is_public = |address| self.address_index.is_public(address);
        let route = route::route_knowing(&self.scenario, &is_public, source, destination);
        let family = AddressFamily::of(destination.address());
        match self.sides(&route, family) {
            Some(sides) => ResolvedRoute::Sides(sides),
            None => ResolvedRoute::Uniform(route),
        }
    }

    /// The checks between private addresses of two interfaces in one VPC: the common case, found
    /// without resolving the route. `None` in every other case.
    pub(super) fn neighbours<'a>(
        &'a self,
        source: &Endpoint,
        destination: &Endpoint,
    ) -> Option<Sides<'a>> {
        let find = |end: &Endpoint| {
            let index = self.scenario.parts().interfaces.get_index_of(end.interface()?)?;
            Some((index, end.address()))
        };
        self.neighbouring(find(source)?, find(destination)?)
    }

    /// The same for two interfaces by their positions, each with one of its addresses.
    pub(super) fn neighbouring<'a>(
        &'a self,
        (from, sends): (usize, IpAddr),
        (to, receives): (usize, IpAddr),
    ) -> Option<Sides<'a>> {
        let family = AddressFamily::of(receives);
        let one_family = AddressFamily::of(sends) == family;
        let find = |index: usize, address: IpAddr| {
            let host = self.address_index.hosts.get(index)?;
            let at = |(own, _): &&(_, usize)| *own == address;
            Some((host, host.private.iter().find(at)?.1))
        };
        let ((sender, sends), (receiver, receives)) = (find(from, sends)?, find(to, receives)?);
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
            doubt: None,
        })
    }

    pub(super) fn procedure(&self, meeting: Meeting, from_service_range: bool) -> Procedure {
        let reading = self.scenario.options().intra_group_precedence;
        let accepting = meeting.accepting.is_some();
        Procedure { accepting, reading, from_service_range, doubtful: false }
    }

    /// The checks on a route; `None` if the route alone decides.
    pub(super) fn sides<'a>(
        &'a self,
        route: &Route<'a>,
        family: AddressFamily,
    ) -> Option<Sides<'a>> {
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
            Route::Outbound(seen, _) => {
                let from = self.host(seen.source.interface?)?;
                let surroundings = Surroundings::of(seen.destination.address);
                (self.side(Direction::Egress, from, seen, surroundings), None)
            }
            Route::Translated(seen, _) => {
                let from = self.host(seen.source.interface?)?;
                (self.side(Direction::Egress, from, seen, Surroundings::Internet), None)
            }
            Route::Inbound(seen, _) => {
                let to = self.host(seen.destination.interface?)?;
                (None, self.side(Direction::Ingress, to, seen, Surroundings::Plain))
            }
        };
        let from_service_range = matches!(route, Route::Inbound(seen, _)
            if internet::is_service_range(seen.source.address));
        let doubt = route.doubt().cloned();
        let doubtful = doubt.is_some();
        let procedure = Procedure { doubtful, ..self.procedure(meeting, from_service_range) };
        let scenario = &self.scenario;
        Some(Sides { scenario, egress, ingress, meeting, family, procedure, doubt })
    }

    pub(super) fn side<'a>(
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

    pub(super) fn side_of<'a>(
        &'a self,
        direction: Direction,
        host: &'a EndpointRecord,
        own: usize,
        peer: Remote,
        surroundings: Surroundings,
    ) -> Side<'a> {
        let (groups, nodes, kind) = (&host.groups, &self.nodes, self.kind(host));
        Side { direction, groups, nodes, kind, own, peer, surroundings }
    }

    /// How an interface reads its groups.
    pub(super) fn kind(&self, host: &EndpointRecord) -> GroupKind {
        let group = host.groups.first().and_then(|group| self.nodes.get(*group));
        match group {
            _ if host.balances => GroupKind::LoadBalancer,
            Some(node) => GroupKind::from(node.group_type),
            // A scenario has no interface without groups; if there were one, nothing would be
            // allowed.
            None => GroupKind::Advanced,
        }
    }

    pub(super) fn remote(
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
        let tables = || {
            let nodes = host.groups.iter().filter_map(|group| self.nodes.get(*group));
            nodes.map(|node| node.table(direction))
        };
        let mask = |table: &Table| table.stranger(&self.scenario, endpoint.address);
        Remote::Stranger {
            worst: tables().map(mask).collect(),
            best: tables().map(|table| mask(table.best().unwrap_or(table))).collect(),
        }
    }

    pub(super) fn meeting(&self, from: &EndpointRecord, to: &EndpointRecord) -> Meeting {
        let mut meeting = Meeting::default();
        for group in from.groups.iter().filter(|group| to.groups.contains(group)) {
            let Some(node) = self.nodes.get(*group) else { continue };
            meeting.isolating |= isolates(node.group_type);
            match node.connects {
                Some(true) => meeting.accepting = meeting.accepting.or(Some(*group)),
                None => meeting.unread_policy = meeting.unread_policy.or(Some(*group)),
                Some(false) => {}
            }
        }
        if meeting.accepting.is_some() {
            meeting.unread_policy = None;
        }
        meeting
    }
}
