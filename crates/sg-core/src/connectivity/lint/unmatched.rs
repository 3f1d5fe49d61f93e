//! Why a rule matches no packet of any member.

use crate::model::{Peer, Rule, Scenario};

use super::any_member;
use super::finding::Evidence;
use super::peer::{blocks, is_uncertain};
use crate::connectivity::unroutable;

/// The evidence for a rule that never matches. `None` if nothing can be said of it, because it
/// depends on members that are not known.
pub(super) fn why(scenario: &Scenario, rule: &Rule, imagined: bool) -> Option<Evidence> {
    if is_uncertain(scenario, rule) {
        return None;
    }
    if let Some(listed) = rule.spec.port_list.as_ref().filter(|own| own.ranges.is_empty()) {
        return Some(Evidence::EmptyPortList(listed.id.clone()));
    }
    let blocks = blocks(scenario, rule);
    match &rule.spec.peer {
        Peer::PrefixList(list) if blocks.is_empty() => Some(Evidence::EmptyList(list.clone())),
        Peer::Cidr(_) | Peer::PrefixList(_)
            if blocks.iter().all(|block| unroutable::covers(rule.spec.direction, *block)) =>
        {
            Some(Evidence::Unroutable(blocks))
        }
        _ if imagined => None,
        Peer::Group(peer) if any_member::has_none(scenario, peer) => {
            Some(Evidence::PeerWithoutMembers(peer.clone()))
        }
        Peer::Cidr(_) | Peer::PrefixList(_) | Peer::Group(_) => Some(Evidence::NeverMatches),
    }
}
