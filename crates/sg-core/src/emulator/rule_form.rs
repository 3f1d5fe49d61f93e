//! The rules a call speaks of, read from its parameters in either of the two forms.

use super::handler::Request;
use super::params::Params;
use crate::model::{
    Direction, IpNet, Peer, Priority, ProtocolFilter, Rule, RuleId, RulePolicy, Timestamp,
};

mod fault;
mod parse;
mod resolve;
mod spell;
pub(super) mod templates;

pub(super) use fault::{Fault, Found};
pub(super) use parse::Parsed;
pub(super) use spell::spell;

/// How a call spells a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `Permissions.N.Field`.
    Nested(u32),
    /// The deprecated top-level fields, which can hold one rule.
    Flat,
}

impl Form {
    /// The full name of a field.
    fn name(self, field: &str) -> String {
        match self {
            Self::Nested(number) => format!("Permissions.{number}.{field}"),
            Self::Flat => field.to_owned(),
        }
    }

    /// What a message calls the rule as a whole.
    fn container(self) -> String {
        match self {
            Self::Nested(number) => format!("Permissions.{number}"),
            Self::Flat => "the request".to_owned(),
        }
    }
}

/// One end of a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// `Source…` fields.
    Source,
    /// `Dest…` fields.
    Dest,
}

impl Side {
    /// The far side of a rule of this direction.
    pub(super) const fn remote(direction: Direction) -> Self {
        match direction {
            Direction::Ingress => Self::Source,
            Direction::Egress => Self::Dest,
        }
    }

    /// The group's own side of a rule of this direction.
    pub(super) const fn own(direction: Direction) -> Self {
        match direction {
            Direction::Ingress => Self::Dest,
            Direction::Egress => Self::Source,
        }
    }

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Source => "Source",
            Self::Dest => "Dest",
        }
    }
}

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
