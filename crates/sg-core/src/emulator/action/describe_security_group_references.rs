//! DescribeSecurityGroupReferences: which groups have rules that name these.

use std::sync::Arc;

use crate::emulator::answer::{Outcome, Request};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::{Value, cause, common};
use crate::model::{Peer, Scenario, SecurityGroup, SecurityGroupId};

error_table! {
    /// Why DescribeSecurityGroupReferences refuses a call.
    GroupIds 400 "InvalidSecurityGroupId.Malformed"
        "The specified parameter SecurityGroupId is essential and size should less than 10",
        cause::REFERENCED_IDS;
    RegionNotFound 404 "InvalidRegionId.NotFound"
        "The RegionId provided does not exist in our records.",
        cause::REGION_UNKNOWN;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "The SecurityGroupId provided does not exist in our records.",
        cause::GROUP_UNKNOWN;
}

/// Answers the call for 1 to 10 groups, in the order of their numbers; a group sent twice is told
/// of twice.
///
/// Ten pass (`Assumption::TenReferences`). The table has no row for a missing region
/// (`Assumption::CommonRows`). A group that no rule names comes with an empty list.
pub(in crate::emulator) fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let region = common::region(request)?;
    let texts = request.params.list("SecurityGroupId");
    if texts.is_empty() || texts.len() > 10 {
        return Err(Error::GroupIds.at("SecurityGroupId"));
    }
    let mut ids = Vec::with_capacity(texts.len());
    for (number, text) in texts {
        let name = format!("SecurityGroupId.{number}");
        let id = SecurityGroupId::parse(text).map_err(|_| Error::GroupIds.at(&name))?;
        ids.push((name, id));
    }
    if !common::region_exists(request, region) {
        return Err(Error::RegionNotFound.at("RegionId"));
    }
    let mut references = Vec::with_capacity(ids.len());
    for (name, id) in ids {
        let group = common::group_in(request, region, &id);
        let group = group.ok_or_else(|| Error::GroupNotFound.at(&name))?;
        references.push(reference(request.scenario, group));
    }
    let references = Value::wrapped("SecurityGroupReference", references);
    Ok(Outcome::unchanged(request).saying(vec![("SecurityGroupReferences", references)]))
}

/// A group with the groups whose rules name it. The account (`AliUid`) is empty: the one account
/// of a scene has no number.
fn reference(scenario: &Scenario, group: &Arc<SecurityGroup>) -> Value {
    let names = |other: &&Arc<SecurityGroup>| {
        other.rules.iter().any(|rule| matches!(&rule.spec.peer, Peer::Group(id) if *id == group.id))
    };
    let referencing = scenario.groups().filter(names).map(|other| {
        let id = ("SecurityGroupId", Value::text(other.id.as_str()));
        Value::Object(vec![("AliUid", Value::text("")), id])
    });
    let referencing = Value::wrapped("ReferencingSecurityGroup", referencing.collect());
    Value::Object(vec![
        ("SecurityGroupId", Value::text(group.id.as_str())),
        ("ReferencingSecurityGroups", referencing),
    ])
}
