//! What no edit of a group can change.

use super::goal::Goal;
use super::intent::Intent;
use super::path::{Path, Spaces};
use crate::connectivity::outside;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::partition::union;
use crate::connectivity::reason::UnknownReason;
use crate::connectivity::route::route;
use crate::connectivity::verdict::Decider;
use crate::model::Scenario;

/// Packets of a goal for which no fix exists, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The packets, for at least one address of an outside end. Empty if none of the goal exists.
    pub packets: Vec<PacketSet>,
    /// What decides them, whatever the groups say.
    pub decider: Decider,
}

/// The obstacles to a goal, in the order of the packets.
pub(super) fn obstacles(
    scenario: &Scenario,
    path: &Path,
    spaces: &Spaces,
    goal: &Goal,
) -> Vec<Obstacle> {
    let mut obstacles: Vec<Obstacle> = Vec::new();
    let mut asked = false;
    for (ranges, space) in spaces {
        let (source, destination) = path.at(outside::representative(ranges));
        let route = route(scenario, &source, &destination);
        // What rules block here would be in doubt as soon as they let it through.
        let doubt = route.doubt().filter(|_| goal.intent == Intent::Allow);
        let doubt = doubt.map(|reason| Decider::Unknown(reason.clone()));
        for region in &space.regions {
            let Some(packets) = goal.within(region) else { continue };
            asked = true;
            let fixed = goal.intent.cannot_change(&region.decider);
            let Some(decider) = fixed.then_some(&region.decider).or(doubt.as_ref()) else {
                continue;
            };
            match obstacles.iter_mut().find(|obstacle| obstacle.decider == *decider) {
                Some(known) => known.packets.push(packets),
                None => {
                    obstacles.push(Obstacle { packets: vec![packets], decider: decider.clone() });
                }
            }
        }
    }
    if !asked {
        let decider = Decider::Unknown(UnknownReason::NoSuchPacket);
        return vec![Obstacle { packets: Vec::new(), decider }];
    }
    for obstacle in &mut obstacles {
        obstacle.packets = union(&obstacle.packets);
    }
    obstacles
}
