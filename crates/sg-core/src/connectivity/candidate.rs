//! A rule of an interface as one packet after another is compared with it.

use crate::model::SecurityGroupId;

use super::flow::Packet;
use super::precedence::{Assume, Tried, TriedRule};
use super::predicate;
use super::reason::UnreadPart;
use super::trace::{FieldMatch, FieldMatches};

/// A rule whose address fields have already been matched.
#[derive(Debug, Clone)]
pub(super) struct Candidate<'a> {
    pub(super) group: &'a SecurityGroupId,
    pub(super) tried: Tried,
    pub(super) addresses: [FieldMatch; 2],
}

impl Candidate<'_> {
    pub(super) fn fields(&self, packet: Packet) -> FieldMatches {
        predicate::fields_of(&self.tried, self.addresses, packet)
    }

    /// Whether it matches a packet, given what is assumed of everything that is not known.
    pub(super) fn matches(&self, packet: Packet, assume: Assume) -> bool {
        if self.addresses.contains(&FieldMatch::Missed) {
            return false;
        }
        let fields = self.fields(packet);
        match assume.extends(self.tried.policy) {
            true => fields.any(),
            false => self.tried.known().is_some() && fields.all(),
        }
    }
}

/// Names what is not known of something that is tried.
pub(super) fn unread_part(group: &SecurityGroupId, tried: &Tried) -> UnreadPart {
    let group = group.clone();
    match &tried.rule {
        TriedRule::Known(rule) => {
            UnreadPart::Peer { group, rule: rule.id.clone(), peer: rule.spec.peer.clone() }
        }
        TriedRule::Unread(rule) => {
            UnreadPart::Rule { group, place: rule.place.clone(), value: rule.value.clone() }
        }
        TriedRule::More => UnreadPart::MoreRules { group },
    }
}
