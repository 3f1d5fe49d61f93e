//! The rules a call speaks of, read from its parameters in either of the two forms.

use crate::model::{
    Direction, IpNet, Peer, Priority, ProtocolFilter, Rule, RuleId, RulePolicy, Timestamp,
};

mod fault;
mod form;
mod parse;
mod resolve;
mod spell;
mod spelled;
pub(super) mod templates;

pub(super) use fault::{Fault, Found};
pub(super) use form::{Form, Side};
pub(super) use parse::Parsed;
pub(super) use spell::spell;
pub(super) use spelled::{flat, is_flat, spelled};

/// A rule a call asks for, checked against the scene.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) form: Form,
    pub(super) direction: Direction,
    pub(super) policy: RulePolicy,
    pub(super) priority: Priority,
    pub(super) protocol: ProtocolFilter,
    pub(super) peer: Peer,
    pub(super) own_side: Option<IpNet>,
    pub(super) description: String,
}

impl Wanted {
    /// The rule with the id and age it gets.
    pub(super) fn into_rule(self, id: RuleId, created: Timestamp) -> Rule {
        Rule {
            id,
            direction: self.direction,
            policy: self.policy,
            priority: self.priority,
            protocol: self.protocol,
            peer: self.peer,
            own_side: self.own_side,
            description: self.description,
            created,
        }
    }

    /// Whether two rules of a call say the same of every packet.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        (self.direction, self.policy, self.priority, self.protocol, self.own_side)
            == (other.direction, other.policy, other.priority, other.protocol, other.own_side)
            && self.peer == other.peer
    }

    /// Whether a rule says the same of every packet.
    pub(super) fn is(&self, rule: &Rule) -> bool {
        self.clone().into_rule(rule.id.clone(), rule.created).says_the_same(rule)
    }
}
