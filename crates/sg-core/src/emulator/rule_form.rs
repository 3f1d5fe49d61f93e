//! The rules in a call, read from its parameters in either of the two forms.

use crate::emulator::action::Action;
use crate::emulator::call::Call;
use crate::model::{
    Direction, Peer, PrefixListId, Rule, RuleId, RuleSpec, SecurityGroupId, Timestamp,
};

mod fault;
mod form;
mod parse;
mod resolve;
mod side;
mod spell;
mod spelled;
pub(super) mod templates;

pub(super) use fault::{Fault, Found};
pub(super) use form::Form;
pub(super) use parse::Parsed;
use parse::PeerText;
pub(super) use side::Side;
pub(super) use spell::{fields, spell};
use spelled::Spelled;
pub(super) use spelled::{flat, is_flat, spelled};

/// The rules that a call adds, as far as they can be read without a scenario: none if one of them
/// is malformed.
pub fn new_rules(call: &Call) -> Vec<RuleSpec> {
    let direction = if call.action == Action::AuthorizeSecurityGroup {
        Direction::Ingress
    } else if call.action == Action::AuthorizeSecurityGroupEgress {
        Direction::Egress
    } else {
        return Vec::new();
    };
    let params = &call.params;
    let nested = params.numbers("Permissions").into_iter().map(Form::Nested);
    let flat = is_flat(params, direction).then_some(Form::Flat);
    let rule = |form| {
        let parsed = Spelled { params, form }.parse(direction, true).ok()?;
        // Its ranges are in the scenario.
        if parsed.port_list.is_some() {
            return None;
        }
        let peer = match parsed.peer {
            PeerText::Cidr(block) => Peer::Cidr(block),
            PeerText::Group(id) => Peer::Group(SecurityGroupId::parse(id).ok()?),
            PeerText::PrefixList(id) => Peer::PrefixList(PrefixListId::parse(id).ok()?),
        };
        Some(RuleSpec {
            direction,
            policy: parsed.policy,
            priority: parsed.priority,
            protocol: parsed.protocol,
            peer,
            local_cidr: parsed.local_cidr,
            port_list: None,
        })
    };
    nested.chain(flat).map(rule).collect::<Option<_>>().unwrap_or_default()
}

/// A rule from a call, checked against the scenario.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) form: Form,
    pub(super) spec: RuleSpec,
    pub(super) description: String,
}

impl Wanted {
    /// The rule with its ID and creation time.
    pub(super) fn into_rule(self, id: RuleId, created: Timestamp) -> Rule {
        Rule { id, created, description: self.description, spec: self.spec }
    }
}
