//! Replaces all groups of an interface at once: the shared part of the operations that take the
//! whole set.

use indexmap::IndexSet;

use super::common;
use super::error::{OperationError, Refusal};
use super::handler::Request;
use super::params::Params;
use super::quota;
use crate::model::{GroupType, LimitId, NetworkInterface, SecurityGroup, SecurityGroupId};
use std::sync::Arc;

/// The error rows that every operation that takes a set of groups has.
pub(super) trait GroupSetError: OperationError {
    /// An ID is malformed or occurs twice.
    const ID_UNFIT: Self;
    /// A group does not exist.
    const GROUP_NOT_FOUND: Self;
    /// A group that would be joined or left is managed by a cloud service.
    const MANAGED: Self;
    /// A group is in another VPC.
    const OTHER_VPC: Self;
    /// The set has basic and advanced groups.
    const MIXED_TYPES: Self;
    /// The set has more groups than an interface may have.
    const GROUP_LIMIT: Self;
    /// The groups of the set have more rules than an interface may have.
    const RULE_LIMIT: Self;
    /// A basic group has no room for the interface's addresses.
    const BASIC_FULL: Self;
    /// An advanced group has no room for the interface.
    const ADVANCED_FULL: Self;
}

/// A group as given in a call: the parameter and the ID.
pub(super) type GivenGroup = (String, SecurityGroupId);

/// The groups of `name.1`, `name.2`, …, in the order of their numbers. Empty if none is given.
pub(super) fn given<E: GroupSetError>(
    params: &Params,
    name: &str,
) -> Result<Vec<GivenGroup>, Refusal> {
    let mut groups: Vec<GivenGroup> = Vec::new();
    let texts = params.list(name);
    for (number, text) in texts {
        let param = format!("{name}.{number}");
        let id = parsed::<E>(&param, text)?;
        if groups.iter().any(|(_, other)| *other == id) {
            let words = format!("`{name}` has `{id}` twice");
            return Err(E::ID_UNFIT.saying(&param, &words));
        }
        groups.push((param, id));
    }
    Ok(groups)
}

/// The ID of a group in a parameter.
pub(super) fn parsed<E: GroupSetError>(
    param: &str,
    text: &str,
) -> Result<SecurityGroupId, Refusal> {
    let unfit = |_| E::ID_UNFIT.saying(param, &format!("`{param}` cannot be an id"));
    SecurityGroupId::parse(text).map_err(unfit)
}

/// The set that an interface gets, if it may have it. `interface` is as it is before the call; a new
/// interface is in no group.
///
/// A managed group can neither be joined nor left this way (`Assumption::ManagedInSet`).
pub(super) fn checked<E: GroupSetError>(
    request: &Request<'_>,
    region: &str,
    interface: &NetworkInterface,
    given: &[GivenGroup],
) -> Result<IndexSet<SecurityGroupId>, Refusal> {
    number::<E>(request, given)?;
    let mut groups: Vec<(&str, &Arc<SecurityGroup>)> = Vec::new();
    for (param, id) in given {
        let words = format!("security group `{id}` does not exist");
        let group = common::group_in(request, region, id);
        groups.push((param, group.ok_or_else(|| E::GROUP_NOT_FOUND.saying(param, &words))?));
    }
    managed::<E>(request, interface, &groups)?;
    together::<E>(interface, &groups)?;
    room::<E>(request, interface, &groups)?;
    Ok(given.iter().map(|(_, id)| id.clone()).collect())
}

fn managed<E: GroupSetError>(
    request: &Request<'_>,
    interface: &NetworkInterface,
    groups: &[(&str, &Arc<SecurityGroup>)],
) -> Result<(), Refusal> {
    let joined = groups.iter().copied().filter(|(_, group)| !interface.groups.contains(&group.id));
    let stays = |id: &&SecurityGroupId| groups.iter().any(|(_, group)| group.id == **id);
    let left = interface.groups.iter().filter(|id| !stays(id));
    let first = groups.first().map_or("", |(param, _)| *param);
    let left = left.filter_map(|id| request.scenario.group(id)).map(|group| (first, group));
    match joined.chain(left).find(|(_, group)| group.service_managed) {
        Some((param, group)) => Err(common::managed(group, param, E::MANAGED)),
        None => Ok(()),
    }
}

/// Whether the groups can be on one interface of this VPC.
fn together<E: GroupSetError>(
    interface: &NetworkInterface,
    groups: &[(&str, &Arc<SecurityGroup>)],
) -> Result<(), Refusal> {
    for (param, group) in groups {
        if group.vpc != interface.vpc {
            let words = format!("security group `{}` is not in `{}`", group.id, interface.vpc);
            return Err(E::OTHER_VPC.saying(param, &words));
        }
    }
    let mut pairs = groups.iter().zip(groups.iter().skip(1));
    let mixed = pairs.find(|((_, a), (_, b))| !a.group_type.mixes_with(b.group_type));
    match mixed {
        Some((_, (param, _))) => {
            let words = "the security groups are not all of one type";
            Err(E::MIXED_TYPES.saying(param, words))
        }
        None => Ok(()),
    }
}

/// Checks the quota on the groups of an interface. It bounds the length of the list, so it is looked
/// at before the groups are.
fn number<E: GroupSetError>(request: &Request<'_>, given: &[GivenGroup]) -> Result<(), Refusal> {
    let most = request.scenario.quotas().get(LimitId::GroupsPerInterface);
    match given.get(most) {
        Some((param, _)) => {
            let words = format!("{} security groups, the limit is {most}", given.len());
            Err(E::GROUP_LIMIT.saying(param, &words))
        }
        None => Ok(()),
    }
}

/// Checks the quotas: rules on the interface, members of the new groups.
fn room<E: GroupSetError>(
    request: &Request<'_>,
    interface: &NetworkInterface,
    groups: &[(&str, &Arc<SecurityGroup>)],
) -> Result<(), Refusal> {
    let scenario = request.scenario;
    let last = groups.last().map_or("", |(param, _)| *param);
    let most = scenario.quotas().get(LimitId::RulesPerInterface);
    let rules: usize = groups.iter().map(|(_, group)| quota::rules_of(scenario, group)).sum();
    if rules > most {
        let words = format!("the security groups have {rules} rules, the limit is {most}");
        return Err(E::RULE_LIMIT.saying(last, &words));
    }
    for (param, group) in groups.iter().filter(|(_, it)| !interface.groups.contains(&it.id)) {
        let (limit, used) = quota::members_of(scenario, group);
        if used + quota::share_of(group, interface) > scenario.quotas().get(limit) {
            let words = format!("security group `{}` is full", group.id);
            let row = match group.group_type {
                GroupType::Basic(_) => E::BASIC_FULL,
                GroupType::Advanced => E::ADVANCED_FULL,
            };
            return Err(row.saying(param, &words));
        }
    }
    Ok(())
}
