//! DescribeSecurityGroupReferences: which groups have rules that refer to the given groups.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::value::Value;
use crate::emulator::{cause, common};
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

/// The operation row of DescribeSecurityGroupReferences.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: Some(2026),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Get, &[permission::GROUP]),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId.N", "sg-bp67acfmxazb4p****").required(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("SecurityGroupId.1=sg-bp67acfmxazb4p****"),
    CallTemplate::new("RegionId=mars-1 SecurityGroupId.1=$basic"),
    CallTemplate::new("RegionId=$otherRegion SecurityGroupId.1=$basic"),
    CallTemplate::new("SecurityGroupId.1=sg-nobody"),
    CallTemplate::new("-RegionId SecurityGroupId.1=$basic"),
];

/// Answers the call for 1 to 10 groups, in numerical order. A group given twice is listed twice.
///
/// Ten are allowed (`Assumption::TenReferences`). The table has no row for a missing region
/// (`Assumption::CommonRows`). A group that no rule refers to has an empty list.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
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

/// A group with the groups whose rules refer to it. The account (`AliUid`) is empty: the only
/// account of a scenario has no number.
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
