//! Changes a rule: the shared part of ModifySecurityGroupRule and ModifySecurityGroupEgressRule.

use std::sync::Arc;

use super::common;
use super::error::{OperationError, Refusal};
use super::handler::{Outcome, Request};
use super::params::Params;
use super::quota;
use super::region;
use super::rule_form::{self, Fault, Form, Found, Parsed, Side};
use crate::model::{AddressFamily, Direction, Peer, Rule, RuleId, Scenario, SecurityGroup};

pub(super) mod templates;

/// How a call refers to the rule to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// By ID: most fields can be changed.
    Id,
    /// By all its fields, the older form: only the description can be changed.
    Fields,
}

/// The error rows of an operation that changes a rule.
pub(super) trait ModifyRuleError: OperationError {
    /// The group ID is missing or malformed.
    const GROUP_ID_MALFORMED: Self;
    /// The group does not exist.
    const GROUP_NOT_FOUND: Self;
    /// The group is managed by a cloud service.
    const MANAGED: Self;
    /// The rule ID is malformed.
    const RULE_ID_MALFORMED: Self;
    /// The group has no rule with this ID in this direction.
    const RULE_ID_UNKNOWN: Self;
    /// The group has no rule with these fields.
    const RULE_NOT_FOUND: Self;
    /// A rule ID is given, but nothing to change.
    const NOTHING_ASKED: Self;
    /// Neither a rule ID nor the fields of a rule are given.
    const NOTHING_GIVEN: Self;
    /// A peer field belongs to the other direction.
    const DIRECTION: Self;
    /// The peer or local CIDR is of a different kind than that of the rule.
    const PEER_KIND: Self;

    /// The row for a fault in a field.
    fn of(fault: Fault, by: By) -> Self;
}

/// The change that a call requests.
enum Target<'a> {
    ById(RuleId),
    ByFields(Parsed<'a>),
}

/// Answers a call that changes one rule in one direction.
///
/// With a rule ID, the given fields replace those of the rule, and the result is checked like a new
/// rule; a field cannot be cleared. The kind of peer (IPv4 block, IPv6 block, group, prefix list),
/// the kind of local CIDR and the choice between ports and a port list cannot change. Without a
/// rule ID, all fields together identify the rule, and only the description changes
/// (`Assumption::RuleById`).
pub(super) fn answer<E: ModifyRuleError>(
    request: &Request<'_>,
    direction: Direction,
) -> Result<Outcome, Refusal> {
    let region = common::region(request)?;
    let id = common::group_id(request.params, E::GROUP_ID_MALFORMED)?;
    let target = target::<E>(request, direction)?;
    common::client_token(request)?;
    common::known_region(request, region)?;
    let group = common::changeable_group(request, region, &id, (E::GROUP_NOT_FOUND, E::MANAGED))?;
    let rule = match target {
        Target::ById(rule) => by_id::<E>(request, direction, group, &rule)?,
        Target::ByFields(rule) => by_fields::<E>(request, direction, group, rule)?,
    };
    if group.rules.iter().any(|own| **own == rule) {
        return Ok(Outcome::unchanged(request));
    }
    common::edited(request, |parts| {
        if let Some(group) = parts.groups.get_mut(&id) {
            let group = Arc::make_mut(group);
            if let Some(own) = group.rules.iter_mut().find(|own| own.id == rule.id) {
                *own = Arc::new(rule);
            }
        }
    })
}

fn target<'a, E: ModifyRuleError>(
    request: &Request<'a>,
    direction: Direction,
) -> Result<Target<'a>, Refusal> {
    let params = request.params;
    let remote = Side::remote(direction).as_str();
    let other = Side::own(direction).as_str();
    let misplaced = ["GroupId", "GroupOwnerId", "GroupOwnerAccount", "PrefixListId"]
        .map(|field| format!("{other}{field}"))
        .into_iter()
        .find(|field| params.given(field).is_some());
    if let Some(field) = misplaced {
        return Err(E::DIRECTION.at(&field));
    }
    let fields = rule_form::is_flat(params, direction);
    match params.given(RULE_ID) {
        Some(text) => {
            let more = ["NicType", "Description", "PortRangeListId"];
            if !fields && more.into_iter().all(|field| params.given(field).is_none()) {
                return Err(E::NOTHING_ASKED.at(RULE_ID));
            }
            let id = RuleId::parse(text).map_err(|_| E::RULE_ID_MALFORMED.at(RULE_ID))?;
            Ok(Target::ById(id))
        }
        None if fields => {
            let numbers = region::takes_protocol_numbers(request.scenario.region().as_str());
            let parsed = rule_form::flat(params).parse(direction, numbers);
            parsed.map(Target::ByFields).map_err(refuse::<E>(By::Fields))
        }
        None => Err(E::NOTHING_GIVEN.at(&format!("{remote}CidrIp"))),
    }
}

const RULE_ID: &str = "SecurityGroupRuleId";

fn refuse<E: ModifyRuleError>(by: By) -> impl Fn(Found) -> Refusal {
    move |found| found.refuse(E::of(found.fault, by))
}

/// The changed rule. The rule must be found before its new fields can be checked.
fn by_id<E: ModifyRuleError>(
    request: &Request<'_>,
    direction: Direction,
    group: &Arc<SecurityGroup>,
    id: &RuleId,
) -> Result<Rule, Refusal> {
    let old = group.rules.iter().find(|rule| rule.id == *id && rule.spec.direction == direction);
    let old = old.ok_or_else(|| E::RULE_ID_UNKNOWN.at(RULE_ID))?;
    if let Some(field) = other_kind(old, request.params) {
        return Err(E::PEER_KIND.at(&field));
    }
    let fields = merged(request.scenario, old, request.params);
    let refuse = refuse::<E>(By::Id);
    if let Some(field) = other_ports(old, request.params) {
        return Err(refuse(Found::new(Fault::PortListKind, Form::Flat, field)));
    }
    // A protocol number that the rule already has is allowed in every region.
    let numbers = request.params.given("IpProtocol").is_none()
        || region::takes_protocol_numbers(request.scenario.region().as_str());
    let parsed = rule_form::flat(&fields).parse(direction, numbers).map_err(&refuse)?;
    let wanted = parsed.resolve(request.scenario, group, direction).map_err(&refuse)?;
    let mut rule = wanted.into_rule(old.id.clone(), old.created);
    if keeps_priority(old, request.params) {
        rule.spec.priority = old.spec.priority;
    }
    let of_rule = |fault| Found::new(fault, Form::Flat, RULE_ID);
    if group.rules.iter().any(|other| other.id != old.id && other.spec == rule.spec) {
        return Err(refuse(of_rule(Fault::Duplicate)));
    }
    let weight = |rule| quota::weight(request.scenario, rule);
    let more = weight(&rule).saturating_sub(weight(old));
    if more > 0 && quota::exceeds_rules(request.scenario, group, more) {
        return Err(refuse(of_rule(Fault::RuleLimit)));
    }
    Ok(rule)
}

/// Whether the rule has a priority that no call can write and this one leaves it alone.
fn keeps_priority(old: &Rule, params: &Params) -> bool {
    !old.spec.priority.is_writable() && params.given("Priority").is_none()
}

/// The fields of a rule, overridden by those of the call.
fn merged(scenario: &Scenario, old: &Rule, params: &Params) -> Params {
    let mut fields = rule_form::spell(old);
    if let Peer::Group(id) = &old.spec.peer
        && let Some(owner) = scenario.group(id).and_then(|group| group.owner.as_deref())
    {
        let remote = Side::remote(old.spec.direction).as_str();
        if params.given(&format!("{remote}GroupId")).is_none() {
            fields.set(format!("{remote}GroupOwnerId"), owner);
        }
    }
    if keeps_priority(old, params) {
        fields.remove("Priority");
    }
    if params.given("PortRangeListId").is_some() {
        // A port list stands in the place of ports.
        fields.remove("PortRange");
    }
    for (name, value) in params.iter().filter(|(_, value)| !value.is_empty()) {
        fields.set(name, value);
    }
    fields
}

/// The field that would change whether a rule takes its ports from a port list. Ports count before a
/// port list. A protocol without ports has neither, which is another fault.
fn other_ports(old: &Rule, params: &Params) -> Option<&'static str> {
    let given = |name: &str| params.given(name).is_some();
    let (ports, list) = (given("PortRange"), given("PortRangeListId"));
    match &old.spec.port_list {
        Some(_) if ports => Some("PortRange"),
        None if list && !ports && old.spec.protocol.ports().is_some() => Some("PortRangeListId"),
        _ => None,
    }
}

/// The field that would change the kind of peer or local CIDR. If there are several peer fields,
/// the one with precedence counts, as everywhere else.
fn other_kind(old: &Rule, params: &Params) -> Option<String> {
    let (remote, own) =
        (Side::remote(old.spec.direction).as_str(), Side::own(old.spec.direction).as_str());
    let family = |block| match AddressFamily::of_block(block) {
        AddressFamily::V4 => 0,
        AddressFamily::V6 => 1,
    };
    let kind = match &old.spec.peer {
        Peer::Cidr(block) => family(block),
        Peer::Group(_) => 2,
        Peer::PrefixList(_) => 3,
    };
    let kinds = [
        format!("{remote}CidrIp"),
        format!("Ipv6{remote}CidrIp"),
        format!("{remote}GroupId"),
        format!("{remote}PrefixListId"),
    ];
    let given = |field: &String| params.given(field).is_some();
    // Both families at once are a different fault.
    let both = kinds.iter().take(2).all(given);
    let asked = kinds.iter().position(given).filter(|asked| !both && *asked != kind);
    if let Some(field) = asked.and_then(|asked| kinds.get(asked)) {
        return Some(field.clone());
    }
    let own_kind = old.spec.local_cidr.as_ref().map(family)?;
    let own_kinds = [format!("{own}CidrIp"), format!("Ipv6{own}CidrIp")];
    let both = own_kinds.iter().all(given);
    let asked = own_kinds.iter().position(given).filter(|asked| !both && *asked != own_kind);
    asked.and_then(|asked| own_kinds.get(asked)).cloned()
}

/// The rule identified by all its fields, with its new description.
fn by_fields<E: ModifyRuleError>(
    request: &Request<'_>,
    direction: Direction,
    group: &Arc<SecurityGroup>,
    parsed: Parsed<'_>,
) -> Result<Rule, Refusal> {
    let wanted = parsed.resolve(request.scenario, group, direction);
    let wanted = wanted.map_err(refuse::<E>(By::Fields))?;
    let old = group.rules.iter().find(|rule| wanted.spec == rule.spec);
    let old = old.ok_or_else(|| E::RULE_NOT_FOUND.alone())?;
    let description = request.params.given("Description").unwrap_or(&old.description);
    Ok(Rule { description: description.to_owned(), ..(**old).clone() })
}
