//! JoinResourceGroup: moves a security group to a resource group.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{Groups, Tagged};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::tagging::GROUPS;
use crate::emulator::{cause, common};
use crate::model::SecurityGroupId;

error_table! {
    /// Why JoinResourceGroup refuses a call.
    ResourceMissing 403 "MissingParameter"
        "The input parameter \"ResourceId\" that is mandatory for processing this request is not supplied.",
        cause::RESOURCE_ID_MISSING;
    ResourceGroupMissing 403 "MissingParameter"
        "The input parameter \"ResourceGroupId\" that is mandatory for processing this request is not supplied.",
        cause::RESOURCE_GROUP_MISSING;
    RegionMissing 403 "MissingParameter"
        "The input parameter \"RegionId\" that is mandatory for processing this request is not supplied.",
        cause::REGION_MISSING;
    TypeUnknown 404 "InvalidResourceType.NotFound"
        "The ResourceType provided does not exist in our records.",
        cause::RESOURCE_GROUP_TYPE;
    ResourceGroupNotFound 404 "InvalidResourceGroup.NotFound"
        "The ResourceGroup provided does not exist in our records.",
        cause::RESOURCE_GROUP_UNKNOWN;
    ResourceNotFound 404 "InvalidResourceId.NotFound"
        "The ResourceId provided does not exist in our records.",
        cause::RESOURCE_UNKNOWN;
    InItAlready 403 "InvalidResourceGroup.Duplicate"
        "The ResourceId provided has a ResourceGroup in our records.",
        cause::RESOURCE_GROUP_SAME;
}

/// The operation row of JoinResourceGroup.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesGroups,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::GROUP]).undocumented(),
    terraform: Terraform::InResource,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").usual(),
    ParamSpec::new("ResourceType", "securitygroup").usual(),
    ParamSpec::new("ResourceId", "sg-bp67acfmxazb4p****").usual(),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4p****").usual(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("ResourceType=securitygroup ResourceGroupId=rg-1"),
    CallTemplate::with("ResourceType=securitygroup ResourceId=$basic", &[Groups]),
    CallTemplate::with(
        "-RegionId ResourceType=securitygroup ResourceId=$basic ResourceGroupId=rg-1",
        &[Groups],
    ),
    CallTemplate::with(
        "ResourceType=SecurityGroup ResourceId=$basic ResourceGroupId=rg-1",
        &[Groups],
    ),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId=$basic ResourceGroupId=rg-nobody",
        &[Groups],
    ),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId=sg-nobody ResourceGroupId=rg-laboratory",
        &[Tagged],
    ),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId=$tagged ResourceGroupId=rg-laboratory",
        &[Tagged],
    ),
    CallTemplate::with(
        "RegionId=mars-1 ResourceType=securitygroup ResourceId=$basic ResourceGroupId=rg-1",
        &[Groups],
    ),
];

/// Answers the call. Scenarios hold the resource groups of security groups only
/// (`Assumption::OnlyGroupsHaveTags`); for which resource groups exist, see
/// `Assumption::ResourceGroupsOfScenario`. A managed group is moved like any other.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let id = params.given("ResourceId");
    let id = id.ok_or_else(|| Error::ResourceMissing.at("ResourceId"))?;
    if params.given("ResourceGroupId").is_none() {
        return Err(Error::ResourceGroupMissing.at("ResourceGroupId"));
    }
    let region = params.given("RegionId").ok_or_else(|| Error::RegionMissing.at("RegionId"))?;
    if params.given("ResourceType") != Some(GROUPS) {
        return Err(Error::TypeUnknown.at("ResourceType"));
    }
    common::known_region(request, region)?;
    let resource_group = common::resource_group(request, Error::ResourceGroupNotFound)?;
    let id = SecurityGroupId::parse(id).ok();
    let group = id.and_then(|id| common::group_in(request, region, &id));
    let group = group.ok_or_else(|| Error::ResourceNotFound.at("ResourceId"))?;
    if group.labels.resource_group == resource_group {
        return Err(Error::InItAlready.at("ResourceGroupId"));
    }
    common::edited(request, |parts| {
        if let Some(group) = parts.groups.get_mut(&group.id) {
            Arc::make_mut(group).labels.resource_group = resource_group;
        }
    })
}
