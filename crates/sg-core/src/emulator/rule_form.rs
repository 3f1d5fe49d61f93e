//! The rules in a call, read from its parameters in either of the two forms.

use crate::model::{Rule, RuleId, RuleSpec, Timestamp};

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
pub(super) use side::Side;
pub(super) use spell::{fields, spell};
pub(super) use spelled::{flat, is_flat, spelled};

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
