//! Finds the rules of a call among its parameters, still as text.

use super::fault::{Fault, Found};
use super::form::Form;
use crate::emulator::handler::Request;
use crate::emulator::params::Params;
use crate::model::Direction;

/// One rule of a call, as text.
#[derive(Debug, Clone, Copy)]
pub(in crate::emulator) struct Spelled<'a> {
    pub(super) params: &'a Params,
    pub(super) form: Form,
}

impl<'a> Spelled<'a> {
    pub(super) fn given(self, field: &str) -> Option<&'a str> {
        self.params.given(&self.form.name(field))
    }

    /// The form of the rule.
    pub(in crate::emulator) const fn form(self) -> Form {
        self.form
    }

    pub(super) fn found(self, fault: Fault, field: &str) -> Found {
        Found::new(fault, self.form, field)
    }
}

/// The top-level fields of a rule, by direction. `PortRangeListId` only exists below Permissions.
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

/// The rules of a call, in order. `NicType` and `Description` alone do not make a top-level rule.
///
/// # Errors
/// If the call mixes both forms or has no rule in either form. In a call without a rule, what is
/// missing first is the protocol (`Assumption::OrderInRule`).
pub(in crate::emulator) fn spelled<'a>(
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
        (true, false) => Err(Found::new(Fault::Protocol, Form::Flat, "IpProtocol")),
    }
}

/// The rule that the top-level fields of a call describe.
pub(in crate::emulator) fn flat(params: &Params) -> Spelled<'_> {
    Spelled { params, form: Form::Flat }
}

/// Whether a call has a top-level field that describes a rule in this direction.
pub(in crate::emulator) fn is_flat(params: &Params, direction: Direction) -> bool {
    flat_fields(direction).into_iter().any(|field| params.given(field).is_some())
}
