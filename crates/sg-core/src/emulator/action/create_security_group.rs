//! CreateSecurityGroup: creates a basic or an advanced group in a VPC.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::FullRegion;
use crate::emulator::env::IdGenerator;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::params::Params;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::tag::TagError;
use crate::emulator::value::Value;
use crate::emulator::{cause, common, naming, tag};
use crate::model::{GroupType, InnerAccessPolicy, Labels, LimitId, SecurityGroup, Unread, VpcId};

error_table! {
    /// Why CreateSecurityGroup refuses a call.
    TagKeyRepeated 400 "Duplicate.TagKey" "The Tag.N.Key contain duplicate key.",
        cause::TAG_KEY_REPEATED;
    VpcBusy 400 "IncorrectVpcStatus" "Current VPC status does not support this operation.",
        cause::VPC_STATUS, never cause::NEVER_STATE;
    DescriptionLength 400 "InvalidDescription.Malformed"
        "The specified parameter \"Description\" is not valid.",
        cause::GROUP_DESCRIPTION_LENGTH;
    TypeUnknown 400 "InvalidParams.GroupType" "The specified security group type is not valid.",
        cause::GROUP_TYPE_VALUE;
    AdvancedWithoutVpc 400 "InvalidParams.VpcIdGroupType"
        "Only VPC instance supports enterprise level security group.",
        cause::ADVANCED_WITHOUT_VPC;
    DescriptionPrefix 400 "InvalidSecurityGroupDiscription.Malformed"
        "Specified security group description is not valid.",
        cause::GROUP_DESCRIPTION_PREFIX;
    NameMalformed 400 "InvalidSecurityGroupName.Malformed"
        "The specified parameter SecurityGroupName is not valid.",
        cause::GROUP_NAME;
    TagKeyMalformed 400 "InvalidTagKey.Malformed" "Specified tag key is not valid.", cause::TAG_KEY;
    TagValueMalformed 400 "InvalidTagValue.Malformed" "Specified tag value is not valid.",
        cause::TAG_VALUE;
    TokenInUse 403 "IdempotentProcessing" "The previous idempotent request(s) is still processing.",
        cause::TOKEN_IN_USE, never cause::NEVER_OUTAGE;
    VpcForbids 403 "IncorrectVpcStatus" "Current VPC status does not support this operation.",
        cause::VPC_STATUS, never cause::NEVER_STATE;
    Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s",
        cause::MANAGED, never cause::NEVER_MANAGED_CREATE;
    VpcMissing 403 "InvalidVpcId.NotFound" "The VpcId must not empty when only support vpc vm.",
        cause::VPC_MISSING;
    GroupLimit 403 "QuotaExceed.SecurityGroup" "The maximum number of security groups is reached.",
        cause::GROUP_LIMIT;
    TagLimit 403 "QuotaExceed.Tags" "%s", cause::TAG_LIMIT;
    RegionNotFound 404 "InvalidRegionId.NotFound" "The specified region does not exist.",
        cause::REGION_UNKNOWN;
    ResourceGroupNotFound 404 "InvalidResourceGroup.NotFound"
        "The ResourceGroup provided does not exist in our records.",
        cause::RESOURCE_GROUP_UNKNOWN;
    VpcNotFound 404 "InvalidVpcId.NotFound" "Specified VPC does not exist.", cause::VPC_UNKNOWN;
    Internal 500 "InternalError" "The request processing has failed due to some unknown error.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
    Unavailable 500 "ServiceUnavailable" "The service is unavailable, please try again later.",
        cause::UNAVAILABLE, never cause::NEVER_OUTAGE;
}

impl TagError for Error {
    const KEY: Self = Self::TagKeyMalformed;
    const VALUE: Self = Self::TagValueMalformed;
    const REPEATED: Self = Self::TagKeyRepeated;
    const LIMIT: Self = Self::TagLimit;
    const RESOURCE: &'static str = "a security group";
}

/// The operation row of CreateSecurityGroup.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesGroups,
    params: PARAMS,
    table_year: Some(2026),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Create, &[permission::GROUPS, permission::VPC]),
    terraform: Terraform::NewGroup,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::WithNewIds(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("VpcId", "vpc-bp1opxu1zkhn00gzv****").usual(),
    ParamSpec::new("SecurityGroupType", "enterprise").usual().one_of(&["normal", "enterprise"]),
    ParamSpec::new("SecurityGroupName", "testSecurityGroupName").usual(),
    ParamSpec::new("Description", "testDescription"),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4p****"),
    ParamSpec::new("ServiceManaged", "false").truth(),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("Tag.N.key", "").deprecated(),
    ParamSpec::new("Tag.N.value", "").deprecated(),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("VpcId=$vpc Tag.1.Key=team Tag.2.Key=team"),
    CallTemplate::new("VpcId=$vpc Description=a"),
    CallTemplate::new("VpcId=$vpc SecurityGroupType=basic"),
    CallTemplate::new("SecurityGroupType=enterprise"),
    CallTemplate::new("VpcId=$vpc Description=http://example.com"),
    CallTemplate::new("VpcId=$vpc SecurityGroupName=1st"),
    CallTemplate::new("VpcId=$vpc Tag.1.Key=aliyun-team"),
    CallTemplate::new("VpcId=$vpc Tag.1.Key=team Tag.1.Value=@x*129"),
    CallTemplate::new("SecurityGroupName=web"),
    CallTemplate::new("VpcId=$vpc Tag.*21*.Key=k#"),
    CallTemplate::new("RegionId=mars-1 VpcId=$vpc"),
    CallTemplate::new("VpcId=$vpc ResourceGroupId=rg-nobody"),
    CallTemplate::new("VpcId=vpc-nobody"),
    CallTemplate::with("VpcId=$vpc", &[FullRegion]),
    CallTemplate::new("VpcId=$vpc ClientToken=@x*65"),
    CallTemplate::after(
        "VpcId=$vpc ClientToken=$token",
        "VpcId=$vpc SecurityGroupName=web ClientToken=$token",
    ),
    CallTemplate::new("-RegionId VpcId=$vpc"),
    CallTemplate::new("VpcId=$vpc ServiceManaged=yes"),
];

/// Answers the call. A basic group starts with policy Accept and without rules.
///
/// The table has no row for a missing RegionId (`Assumption::CommonRows`). `ServiceManaged` creates
/// a managed group (`Assumption::ServiceManagedIsOpen`).
fn answer(request: &Request<'_>, generator: &mut IdGenerator) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = common::region(request)?;
    let name = name(params)?;
    let description = description(params)?;
    let group_type = group_type(params)?;
    let service_managed = common::service_managed(params)?;
    let service_managed = service_managed.unwrap_or(false);
    let tags = tag::of_new::<Error>(params)?;
    common::client_token(request)?;
    if !common::region_exists(request, region) {
        return Err(Error::RegionNotFound.at("RegionId"));
    }
    let resource_group = common::resource_group(request, Error::ResourceGroupNotFound)?;
    let labels = Labels { tags, resource_group, ..Labels::default() };
    let vpc = vpc(request, region, group_type)?;
    if request.scenario.groups().len() >= request.scenario.quotas().get(LimitId::GroupsPerRegion) {
        return Err(Error::GroupLimit.at("RegionId"));
    }
    let id = generator.security_group_id(request.scenario);
    let group = SecurityGroup {
        id: id.clone(),
        name: name.to_owned(),
        description: description.to_owned(),
        vpc,
        group_type,
        service_managed,
        labels,
        rules: Vec::new(),
        created: request.now,
        owner: None,
        unread: Unread::default(),
    };
    let fields = vec![("SecurityGroupId", Value::text(id.as_str()))];
    let outcome = common::edited(request, |parts| {
        parts.groups.insert(id, Arc::new(group));
    })?;
    // Only the page of this operation shows the new ID before RequestId.
    Ok(outcome.saying(fields).request_id_last())
}

/// The name, which is optional.
fn name(params: &Params) -> Result<&str, Refusal> {
    match params.given("SecurityGroupName") {
        Some(name) if !naming::is_group_name(name) => {
            Err(Error::NameMalformed.at("SecurityGroupName"))
        }
        name => Ok(name.unwrap_or_default()),
    }
}

/// The description, which is optional (`Assumption::DescriptionRows`).
fn description(params: &Params) -> Result<&str, Refusal> {
    let Some(description) = params.given("Description") else { return Ok("") };
    if naming::is_web_address(description) {
        Err(Error::DescriptionPrefix.at("Description"))
    } else if naming::is_group_description(description) {
        Ok(description)
    } else {
        Err(Error::DescriptionLength.at("Description"))
    }
}

fn group_type(params: &Params) -> Result<GroupType, Refusal> {
    match params.given("SecurityGroupType") {
        None | Some("normal") => Ok(GroupType::Basic(InnerAccessPolicy::Accept)),
        Some("enterprise") => Ok(GroupType::Advanced),
        Some(_) => Err(Error::TypeUnknown.at("SecurityGroupType")),
    }
}

/// The VPC of the new group. It is required because the classic network is not supported.
fn vpc(request: &Request<'_>, region: &str, group_type: GroupType) -> Result<VpcId, Refusal> {
    let Some(text) = request.params.given("VpcId") else {
        return Err(match group_type {
            GroupType::Advanced => Error::AdvancedWithoutVpc.at("VpcId"),
            GroupType::Basic(_) => Error::VpcMissing.at("VpcId"),
        });
    };
    let here = region == request.scenario.region().as_str();
    let vpc = VpcId::parse(text).ok().and_then(|id| request.scenario.vpc(&id)).filter(|_| here);
    vpc.map(|vpc| vpc.id.clone()).ok_or_else(|| Error::VpcNotFound.at("VpcId"))
}
