//! Removes rules: the shared part of RevokeSecurityGroup and RevokeSecurityGroupEgress.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::call_template::CallTemplate;
use super::call_template::Fixture::{Groups, Rules};
use super::common;
use super::error::{OperationError, Refusal};
use super::handler::{Outcome, Request};
use super::region;
use super::rule_form::{self, Fault, Form, Found, Parsed, Wanted};
use crate::model::{Direction, LimitId, RuleId, SecurityGroup};

/// The error rows of an operation that removes rules.
pub(super) trait RevokeError: OperationError {
    /// The group ID is missing or malformed.
    const GROUP_ID_MALFORMED: Self;
    /// The group does not exist.
    const GROUP_NOT_FOUND: Self;
    /// The group is managed by a cloud service.
    const MANAGED: Self;
    /// Rule IDs are mixed with rules given by their fields.
    const MIXED_FORMS: Self;
    /// The rule ID is malformed.
    const RULE_ID_MALFORMED: Self;
    /// No rule has this ID.
    const RULE_ID_UNKNOWN: Self;
    /// The same rule ID is given twice.
    const RULE_ID_REPEATED: Self;
    /// The rule belongs to another group.
    const RULE_OF_OTHER_GROUP: Self;
    /// The rule has the other direction.
    const RULE_OF_OTHER_DIRECTION: Self;
    /// The deprecated top-level fields match no rule.
    const NO_MATCH: Self;

    /// The row for a fault in a rule; `None` if no table has one because no stored rule can have
    /// that fault. Such a rule matches nothing.
    fn of(fault: Fault, form: Form) -> Option<Self>;
}

/// What a call wants to remove.
enum Target<'a> {
    ByIds(Vec<(String, RuleId)>),
    ByFields(Form, Vec<Parsed<'a>>),
}

/// Answers a call that removes rules in one direction. Either all are removed or none.
/// By ID, an unknown rule is an error (`Assumption::UnknownRuleId`, `Assumption::RuleIdRows`,
/// `Assumption::UnknownRuleIdOutbound`). By fields, no match is a success below `Permissions.N`
/// (`Assumption::NoMatchSucceeds`) and an error in the deprecated top-level form
/// (`Assumption::NoFlatMatchFails`). If both are given, the IDs count (`Assumption::RuleIdsWin`).
pub(super) fn answer<E: RevokeError>(
    request: &Request<'_>,
    direction: Direction,
) -> Result<Outcome, Refusal> {
    let region = common::region(request)?;
    let id = common::group_id(request.params, E::GROUP_ID_MALFORMED)?;
    let target = target::<E>(request, direction)?;
    common::client_token(request)?;
    common::known_region(request, region)?;
    let group = common::changeable_group(request, region, &id, (E::GROUP_NOT_FOUND, E::MANAGED))?;
    let doomed = match target {
        Target::ByIds(ids) => by_ids::<E>(request, direction, group, ids)?,
        Target::ByFields(form, rules) => {
            let doomed = by_fields::<E>(request, direction, group, rules)?;
            if doomed.is_empty() && form == Form::Flat {
                return Err(E::NO_MATCH.alone());
            }
            doomed
        }
    };
    if doomed.is_empty() {
        return Ok(Outcome::unchanged(request));
    }
    common::edited(request, |parts| {
        if let Some(group) = parts.groups.get_mut(&id) {
            Arc::make_mut(group).rules.retain(|rule| !doomed.contains(&rule.id));
        }
    })
}

fn target<'a, E: RevokeError>(
    request: &Request<'a>,
    direction: Direction,
) -> Result<Target<'a>, Refusal> {
    let ids = request.params.list("SecurityGroupRuleId");
    if !ids.is_empty() {
        if !request.params.numbers("Permissions").is_empty() {
            return Err(E::MIXED_FORMS.at("Permissions"));
        }
        return rule_ids::<E>(&ids).map(Target::ByIds);
    }
    let refuse = |found: &Found| E::of(found.fault, found.form).map(|error| found.refuse(error));
    let spelled = match rule_form::spelled(request, direction) {
        Ok(spelled) => spelled,
        Err(found) => {
            return refuse(&found).map_or(Ok(Target::ByFields(found.form, Vec::new())), Err);
        }
    };
    let form = spelled.first().map_or(Form::Flat, |rule| rule.form());
    if spelled.len() > LimitId::PermissionsPerCall.value() {
        return Err(common::Error::TooManyPermissions.at("Permissions"));
    }
    let numbers = region::takes_protocol_numbers(request.scenario.region().as_str());
    let mut rules = Vec::with_capacity(spelled.len());
    for rule in spelled {
        match rule.parse(direction, numbers) {
            Ok(parsed) => rules.push(parsed),
            Err(found) => refuse(&found).map_or(Ok(()), Err)?,
        }
    }
    Ok(Target::ByFields(form, rules))
}

fn rule_ids<E: RevokeError>(
    ids: &std::collections::BTreeMap<u32, &str>,
) -> Result<Vec<(String, RuleId)>, Refusal> {
    if ids.len() > LimitId::PermissionsPerCall.value() {
        return Err(common::Error::TooManyRuleIds.at("SecurityGroupRuleId"));
    }
    let mut seen = BTreeSet::new();
    let mut parsed = Vec::with_capacity(ids.len());
    for (number, text) in ids {
        let name = format!("SecurityGroupRuleId.{number}");
        let id = RuleId::parse(text).map_err(|_| E::RULE_ID_MALFORMED.at(&name))?;
        if !seen.insert(id.clone()) {
            return Err(E::RULE_ID_REPEATED.at(&name));
        }
        parsed.push((name, id));
    }
    Ok(parsed)
}

fn by_ids<E: RevokeError>(
    request: &Request<'_>,
    direction: Direction,
    group: &SecurityGroup,
    ids: Vec<(String, RuleId)>,
) -> Result<BTreeSet<RuleId>, Refusal> {
    let mut doomed = BTreeSet::new();
    for (name, id) in ids {
        match group.rules.iter().find(|rule| rule.id == id) {
            Some(rule) if rule.spec.direction == direction => {
                doomed.insert(id);
            }
            Some(_) => return Err(E::RULE_OF_OTHER_DIRECTION.at(&name)),
            None => {
                let mut others = request.scenario.groups().flat_map(|group| &group.rules);
                let elsewhere = others.any(|rule| rule.id == id);
                let error = if elsewhere { E::RULE_OF_OTHER_GROUP } else { E::RULE_ID_UNKNOWN };
                return Err(error.at(&name));
            }
        }
    }
    Ok(doomed)
}

fn by_fields<E: RevokeError>(
    request: &Request<'_>,
    direction: Direction,
    group: &SecurityGroup,
    rules: Vec<Parsed<'_>>,
) -> Result<BTreeSet<RuleId>, Refusal> {
    let refuse = |found: &Found| E::of(found.fault, found.form).map(|error| found.refuse(error));
    let mut wanted: Vec<Wanted> = Vec::with_capacity(rules.len());
    for rule in rules {
        let form = rule.form();
        match rule.resolve(request.scenario, group, direction) {
            Ok(rule) if wanted.iter().any(|earlier| earlier.spec == rule.spec) => {
                let found = Found::of_call(Fault::Duplicate, form);
                refuse(&found).map_or(Ok(()), Err)?;
            }
            Ok(rule) => wanted.push(rule),
            Err(found) => refuse(&found).map_or(Ok(()), Err)?,
        }
    }
    let matched =
        group.rules.iter().filter(|rule| wanted.iter().any(|wanted| wanted.spec == rule.spec));
    Ok(matched.map(|rule| rule.id.clone()).collect())
}

/// Calls that end in errors about rule IDs.
pub(super) const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("&G SecurityGroupRuleId.1=sgr-nobody"),
    CallTemplate::with(
        "SecurityGroupId=$g4 SecurityGroupRuleId.1=$r4 SecurityGroupRuleId.2=$r4",
        &[Rules],
    ),
    CallTemplate::with("SecurityGroupId=$gBack SecurityGroupRuleId.1=$rBack", &[Rules]),
    CallTemplate::with("&G SecurityGroupRuleId.1=$r4", &[Groups, Rules]),
    CallTemplate::new("&G SecurityGroupRuleId.*101*=sgr-#"),
    CallTemplate::new("&G SecurityGroupRuleId.1=sgr/1"),
    CallTemplate::new("&G &F %RCidrIp=203.0.113.99"),
];
