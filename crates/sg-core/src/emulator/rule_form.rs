//! The rules a call speaks of, read from its parameters in either of the two forms.

use super::Params;
use super::answer::Request;
use crate::model::{Direction, Rule, RuleId, RuleSpec, Timestamp};

mod fault;
mod form;
mod parse;
mod resolve;
mod side;
mod spell;

pub(super) use fault::{Fault, Found};
pub(super) use form::Form;
pub(super) use parse::Parsed;
pub(super) use side::Side;
pub(super) use spell::{fields, spell};

/// One rule of a call, still text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelled<'a> {
    params: &'a Params,
    form: Form,
}

impl<'a> Spelled<'a> {
    fn given(self, field: &str) -> Option<&'a str> {
        self.params.given(&self.form.name(field))
    }

    fn found(self, fault: Fault, field: &str) -> Found {
        Found::new(fault, self.form, field)
    }
}

/// The top-level fields of a rule, by direction. `PortRangeListId` exists below Permissions only.
fn flat_fields(direction: Direction) -> [&'static str; 13] {
    let [group, owner, account, list] = match direction {
        Direction::Ingress => {
            ["SourceGroupId", "SourceGroupOwnerId", "SourceGroupOwnerAccount", "SourcePrefixListId"]
        }
        Direction::Egress => {
            ["DestGroupId", "DestGroupOwnerId", "DestGroupOwnerAccount", "DestPrefixListId"]
        }
    };
    [
        "IpProtocol",
        "PortRange",
        "SourcePortRange",
        "Policy",
        "Priority",
        "SourceCidrIp",
        "Ipv6SourceCidrIp",
        "DestCidrIp",
        "Ipv6DestCidrIp",
        group,
        owner,
        account,
        list,
    ]
}

/// The rules of a call, in order. `NicType` and `Description` alone do not make a flat rule.
///
/// # Errors
/// Both forms in one call, or no rule in any form.
pub(super) fn spelled<'a>(
    request: &Request<'a>,
    direction: Direction,
) -> Result<Vec<Spelled<'a>>, Found> {
    let params = request.params;
    let numbers = params.numbers("Permissions");
    let flat = is_flat(params, direction);
    match (numbers.is_empty(), flat) {
        (false, true) => Err(Found::of_call(Fault::MixedForms, Form::Flat)),
        (false, false) => {
            let nested = |number| Spelled { params, form: Form::Nested(number) };
            Ok(numbers.into_iter().map(nested).collect())
        }
        (true, true) => Ok(vec![Spelled { params, form: Form::Flat }]),
        (true, false) => {
            let remote = Side::remote(direction).as_str();
            Err(Found::new(Fault::PeerMissing, Form::Flat, &format!("{remote}CidrIp")))
        }
    }
}

/// The rule that the top-level fields of a call describe.
pub(super) fn flat(params: &Params) -> Spelled<'_> {
    Spelled { params, form: Form::Flat }
}

/// Whether a call has any top-level field that describes a rule of this direction.
pub(super) fn is_flat(params: &Params, direction: Direction) -> bool {
    flat_fields(direction).into_iter().any(|field| params.given(field).is_some())
}

/// A rule a call asks for, checked against the scene.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) form: Form,
    pub(super) spec: RuleSpec,
    pub(super) description: String,
}

impl Wanted {
    /// The rule with the id and age it gets.
    pub(super) fn into_rule(self, id: RuleId, created: Timestamp) -> Rule {
        Rule { id, created, description: self.description, spec: self.spec }
    }
}
