//! What may match a packet: rules of which not everything is known.

use std::net::IpAddr;

use crate::connectivity::{Decider, UnknownReason, UnreadPart};
use crate::model::*;

/// The place of a rule in the order: the priority, and whether it allows.
pub(super) type Rank = (Priority, bool);

/// A rule that may match, as one action.
pub(in crate::connectivity::check) struct Doubt {
    pub(super) rank: Rank,
    pub(in crate::connectivity::check) protocol: ProtocolFilter,
    part: UnreadPart,
}

impl Doubt {
    /// The reason if it could decide.
    pub(super) fn reason(&self) -> Decider {
        Decider::Unknown(UnknownReason::Unread(self.part.clone()))
    }
}

/// Everything of a group that may match in a direction, given what is known of each peer.
pub(super) fn doubts(
    group: &SecurityGroup,
    direction: Direction,
    own: IpAddr,
    names: &dyn Fn(&Peer) -> Option<bool>,
) -> Vec<Doubt> {
    let mut found = Vec::new();
    let id = || group.id.clone();
    for rule in &group.rules {
        let spec = &rule.spec;
        let local = spec.local_cidr.is_none_or(|block| block.contains(&own));
        if spec.direction == direction && local && names(&spec.peer).is_none() {
            let part =
                UnreadPart::Peer { group: id(), rule: rule.id.clone(), peer: spec.peer.clone() };
            let rank = (spec.priority, spec.policy == RulePolicy::Accept);
            let filters = spec.filters();
            found.extend(filters.map(|protocol| Doubt { rank, protocol, part: part.clone() }));
        }
    }
    for rule in &group.unread.rules {
        let peer = rule.peer.as_ref().and_then(names);
        if rule.direction.is_some_and(|own| own != direction) || peer == Some(false) {
            continue;
        }
        for accepts in [false, true] {
            if rule.policy.is_none_or(|policy| (policy == RulePolicy::Accept) == accepts) {
                let (place, value) = (rule.place.clone(), rule.value.clone());
                found.push(Doubt {
                    rank: (rule.priority.unwrap_or(Priority::STRONGEST), accepts),
                    protocol: rule.protocol.unwrap_or(ProtocolFilter::All),
                    part: UnreadPart::Rule { group: id(), place, value },
                });
            }
        }
    }
    if group.unread.more_rules {
        found.extend([false, true].map(|accepts| Doubt {
            rank: (Priority::STRONGEST, accepts),
            protocol: ProtocolFilter::All,
            part: UnreadPart::MoreRules { group: id() },
        }));
    }
    found
}
