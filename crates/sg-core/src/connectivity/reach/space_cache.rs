//! A cache of packet spaces for the cells of a matrix: one space for all pairs with equal decision
//! lists.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::connectivity::choice::CheckedDirections;
use crate::connectivity::flow::Endpoint;
use crate::connectivity::reason::UnknownReason;
use crate::connectivity::route::Route;
use crate::connectivity::space::PacketSpace;

use super::resolve::ResolvedRoute;
use super::sides::Sides;
use super::{Reach, regions};

/// The packet spaces requested so far, as decided by the checks of the given directions.
pub(in crate::connectivity) struct SpaceCache<'a> {
    reach: &'a Reach,
    view: CheckedDirections,
    known: BTreeMap<Vec<usize>, Arc<PacketSpace>>,
}

impl<'a> SpaceCache<'a> {
    pub(in crate::connectivity) const fn new(reach: &'a Reach, view: CheckedDirections) -> Self {
        Self { reach, view, known: BTreeMap::new() }
    }

    /// All packets from one end to another, and whether any selected check is on the path.
    pub(in crate::connectivity) fn space(
        &mut self,
        source: &Endpoint,
        destination: &Endpoint,
    ) -> (Arc<PacketSpace>, bool) {
        match self.reach.resolve_route(source, destination) {
            ResolvedRoute::Uniform(route) => {
                let filtered = !matches!(route, Route::Unknown(UnknownReason::BothOutside));
                (Arc::new(regions::uniform(&route)), filtered)
            }
            ResolvedRoute::Sides(sides) => self.checked(sides),
        }
    }

    /// The space of a path with checks.
    pub(super) fn checked(&mut self, sides: Sides<'a>) -> (Arc<PacketSpace>, bool) {
        let sides = sides.viewed(self.view);
        let filtered = sides.egress.is_some() || sides.ingress.is_some();
        let draw = || Arc::new(regions::of(&sides));
        let space = match sides.key() {
            Some(key) => Arc::clone(self.known.entry(key).or_insert_with(draw)),
            None => draw(),
        };
        (space, filtered)
    }
}
