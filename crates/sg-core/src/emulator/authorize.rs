//! Adds rules: the shared part of AuthorizeSecurityGroup and AuthorizeSecurityGroupEgress.

use std::sync::Arc;

use super::common;
use super::env::IdGenerator;
use super::error::{OperationError, Refusal};
use super::handler::{Outcome, Request};
use super::quota;
use super::region;
use super::rule_form::{self, Fault, Form, Found, Parsed, Wanted};
use crate::model::{Direction, LimitId, Peer, Rule, RuleId, SecurityGroup};

/// The error rows of an operation that adds rules.
pub(super) trait AuthorizeError: OperationError {
    /// The group ID is missing or malformed.
    const GROUP_ID_MALFORMED: Self;
    /// The group does not exist.
    const GROUP_NOT_FOUND: Self;
    /// The group is managed by a cloud service.
    const MANAGED: Self;

    /// The row for a fault in a rule.
    fn of(fault: Fault, form: Form) -> Self;
}

/// Answers a call that adds rules in one direction. Either all rules are added or none.
///
/// Neither page lists an error for a missing RegionId (`Assumption::CommonRows`). A rule that
/// already exists is left unchanged and the call succeeds (`Assumption::DuplicateAuthorize`).
pub(super) fn answer<E: AuthorizeError>(
    request: &Request<'_>,
    generator: &mut IdGenerator,
    direction: Direction,
) -> Result<Outcome, Refusal> {
    let region = common::region(request)?;
    let id = common::group_id(request.params, E::GROUP_ID_MALFORMED)?;
    let refuse = |found: Found| found.refuse(E::of(found.fault, found.form));
    let parsed = parse(request, direction, refuse)?;
    common::client_token(request)?;
    common::known_region(request, region)?;
    let group = common::changeable_group(request, region, &id, (E::GROUP_NOT_FOUND, E::MANAGED))?;
    let mut wanted: Vec<Wanted> = Vec::with_capacity(parsed.len());
    for rule in parsed {
        wanted.push(rule.resolve(request.scenario, group, direction).map_err(refuse)?);
    }
    let rules = new_rules(request, generator, group, wanted).map_err(refuse)?;
    if rules.is_empty() {
        return Ok(Outcome::unchanged(request));
    }
    common::edited(request, |parts| {
        if let Some(group) = parts.groups.get_mut(&id) {
            Arc::make_mut(group).rules.extend(rules);
        }
    })
}

fn parse<'a>(
    request: &Request<'a>,
    direction: Direction,
    refuse: impl Fn(Found) -> Refusal + Copy,
) -> Result<Vec<Parsed<'a>>, Refusal> {
    let spelled = rule_form::spelled(request, direction).map_err(refuse)?;
    if spelled.len() > LimitId::PermissionsPerCall.value() {
        return Err(common::Error::TooManyPermissions.at("Permissions"));
    }
    let numbers = region::takes_protocol_numbers(request.scenario.region().as_str());
    spelled.into_iter().map(|rule| rule.parse(direction, numbers).map_err(refuse)).collect()
}

/// The rules to add: those the group does not have yet. The same rule twice in one call is an
/// error, and so is exceeding a quota.
fn new_rules(
    request: &Request<'_>,
    generator: &mut IdGenerator,
    group: &Arc<SecurityGroup>,
    wanted: Vec<Wanted>,
) -> Result<Vec<Arc<Rule>>, Found> {
    let form = wanted.first().map_or(Form::Flat, |wanted| wanted.form);
    let mut rules: Vec<Arc<Rule>> = Vec::new();
    let mut ids: Vec<RuleId> = Vec::new();
    for wanted in wanted {
        if rules.iter().any(|rule| rule.spec == wanted.spec) {
            return Err(Found::of_call(Fault::Duplicate, wanted.form));
        }
        let id = generator.rule_id(request.scenario, &ids);
        ids.push(id.clone());
        rules.push(Arc::new(wanted.into_rule(id, request.now)));
    }
    rules.retain(|rule| !group.rules.iter().any(|own| own.spec == rule.spec));
    let names_group = |rule: &&Arc<Rule>| matches!(rule.spec.peer, Peer::Group(_));
    let group_peers = group.rules.iter().chain(&rules).filter(names_group).count();
    let most_peers = request.scenario.quotas().get(LimitId::GroupPeersPerBasicGroup);
    let more = rules.iter().map(|rule| quota::weight(request.scenario, rule)).sum();
    if rules.is_empty() {
        Ok(rules)
    } else if group_peers > most_peers {
        Err(Found::of_call(Fault::GroupPeerLimit, form))
    } else if quota::exceeds_rules(request.scenario, group, more) {
        Err(Found::of_call(Fault::RuleLimit, form))
    } else {
        Ok(rules)
    }
}
