//! ModifyInstanceAttribute: replaces the groups of an instance, or changes its name.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{
    Advanced, Foreign, FullAdvanced, FullBasic, FullRules, Managed, Member, Rules,
};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::group_set::{self, GroupSetError};
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::{cause, common, naming};
use crate::model::InstanceId;

error_table! {
    /// Why ModifyInstanceAttribute refuses a call.
    Name 400 "InvalidInstanceName.Malformed"
        "The specified parameter \"InstanceName\" is not valid.",
        cause::INSTANCE_NAME;
    Description 400 "InvalidDescription.Malformed"
        "The specified parameter \"Description\" is not valid.",
        cause::GROUP_DESCRIPTION;
    HostPassword 400 "InvalidHostPassword.Malformed"
        "The specified parameter \"Password\" is not valid.",
        cause::INSTANCE_PASSWORD, never cause::NEVER_NOT_MODELLED;
    HostName 400 "InvalidHostName.Malformed"
        "The specified parameter \"HostName\" is not valid.",
        cause::INSTANCE_HOST_NAME, never cause::NEVER_NOT_MODELLED;
    InstanceStatus 403 "IncorrectInstanceStatus"
        "The current status of the resource does not support this operation.",
        cause::INSTANCE_STATUS, never cause::NEVER_STATE;
    InstanceLocked 403 "InstanceLockedForSecurity"
        "The specified operation is denied as your instance is locked for security reasons.",
        cause::INSTANCE_LOCKED, never cause::NEVER_STATE;
    InstanceNotFound 404 "InvalidInstanceId.NotFound"
        "The specified InstanceId does not exist.",
        cause::INSTANCE_UNKNOWN;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "The specified SecurityGroupId does not exist.",
        cause::GROUP_UNKNOWN;
    BasicGroupFull 403 "OperationDenied"
        "The instance amount in the specified SecurityGroup reach its limit.",
        cause::BASIC_GROUP_FULL;
    OperationStatus 403 "OperationDenied"
        "The current status of the resource does not support this operation.",
        cause::INSTANCE_STATUS, never cause::NEVER_STATE;
    Password 400 "InvalidPassword.Malformed"
        "The specified parameter \"Password\" is not valid.",
        cause::INSTANCE_PASSWORD, never cause::NEVER_NOT_MODELLED;
    Internal 500 "InternalError"
        "The request processing has failed due to some unknown error.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
    UserDataForbidden 403 "InvalidUserData.Forbidden"
        "User not authorized to input the parameter \"UserData\"please apply for permission \"UserData\"",
        cause::INSTANCE_USER_DATA, never cause::NEVER_NOT_MODELLED;
    UserDataSize 400 "InvalidUserData.SizeExceeded"
        "The specified parameter \"UserData\" exceeds the size.",
        cause::INSTANCE_USER_DATA, never cause::NEVER_NOT_MODELLED;
    UserDataNotSupported 400 "InvalidUserData.NotSupported"
        "The specified parameter \"UserData\" only support the vpc and IoOptimized Instance.",
        cause::INSTANCE_USER_DATA, never cause::NEVER_NOT_MODELLED;
    CloudInit 400 "ImageNotSupportCloudInit"
        "The specified image does not support cloud-init.",
        cause::INSTANCE_USER_DATA, never cause::NEVER_NOT_MODELLED;
    ChargeType 400 "ChargeTypeViolation"
        "Pay-As-You-Go instances do not support this operation.",
        cause::INSTANCE_BILLING, never cause::NEVER_NOT_MODELLED;
    RecycleBin 400 "InvalidParameter.RecycleBin"
        "You do not have permission to set recyclable properties.",
        cause::INSTANCE_BILLING, never cause::NEVER_NOT_MODELLED;
    Credit 400 "InvalidParameter.CreditSpecification"
        "The specified CreditSpecification is not supported in this region.",
        cause::INSTANCE_CREDIT, never cause::NEVER_NOT_MODELLED;
    CreditRestricted 400 "InvalidInstanceStatus.CreditSpecRestricted"
        "The current status of the resource does not support this operation.",
        cause::INSTANCE_CREDIT, never cause::NEVER_NOT_MODELLED;
    NotRunning 400 "InvalidInstanceStatus.NotRunning"
        "The current status of the resource is invalid, you can only do this operation when instance is running.",
        cause::INSTANCE_STATUS, never cause::NEVER_STATE;
    CreditNotFound 404 "Credit.NotFound"
        "The specified credit information does not exist.",
        cause::INSTANCE_CREDIT, never cause::NEVER_NOT_MODELLED;
    InternalLonger 500 "InternalError"
        "The request processing has failed due to some unknown error, exception or failure.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
    Unauthorized 403 "InvalidUser.Unauthorized"
        "The user is not authorized",
        cause::NOT_AUTHORIZED, never cause::NEVER_ACCOUNT;
    AdvancedGroupFull 403 "SecurityGroupInstanceLimitExceed"
        "%s",
        cause::ADVANCED_GROUP_FULL;
    NotMember 403 "InstanceNotInSecurityGroup"
        "The instance not in the group.",
        cause::NOT_MEMBER, never cause::NEVER_SET_REPLACED;
    Region 403 "InvalidOperation.InvalidRegion"
        "%s",
        cause::INSTANCE_REGION, never cause::NEVER_NOT_MODELLED;
    Parameter 400 "InvalidParameter"
        "The specified parameter is not valid.",
        cause::INSTANCE_PARAMETER;
    ImageDisabled 403 "OperationDenied"
        "The specified Image is disabled or is deleted.",
        cause::INSTANCE_IMAGE, never cause::NEVER_NOT_MODELLED;
    InstanceState 400 "InvalidOperation.InvalidEcsState"
        "%s",
        cause::INSTANCE_STATUS, never cause::NEVER_STATE;
    // The table is older than the parameter SecurityGroupIds: these rows are those of joining.
    + Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
    + OtherVpc 400 "InvalidInstanceId.Mismatch"
        "Specified instance and security group are not in the same VPC.",
        cause::MEMBER_OTHER_VPC;
    + MixedTypes 400 "InvalidOperation.MultiGroupType"
        "The specified instance can't join different types of security group.",
        cause::MIXED_GROUP_TYPES;
    + GroupLimit 400 "InstanceSecurityGroupLimitExceeded"
        "Exceeding the allowed amount of security groups that an instance can be in.",
        cause::INSTANCE_GROUP_LIMIT;
    + RuleLimit 403 "AclLimitExceed" "%s", cause::INTERFACE_RULE_LIMIT;
}

impl GroupSetError for Error {
    const ID_UNFIT: Self = Self::Parameter;
    const GROUP_NOT_FOUND: Self = Self::GroupNotFound;
    const MANAGED: Self = Self::Managed;
    const OTHER_VPC: Self = Self::OtherVpc;
    const MIXED_TYPES: Self = Self::MixedTypes;
    const GROUP_LIMIT: Self = Self::GroupLimit;
    const RULE_LIMIT: Self = Self::RuleLimit;
    const BASIC_FULL: Self = Self::BasicGroupFull;
    const ADVANCED_FULL: Self = Self::AdvancedGroupFull;
}

/// The operation row of ModifyInstanceAttribute.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesMembers,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::INSTANCE, permission::GROUP])
        .with_keys(&["ecs:tag", "ecs:PasswordCustomized"]),
    terraform: Terraform::GroupList,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("InstanceId", "i-bp67acfmxazb4ph****").required(),
    ParamSpec::new("SecurityGroupIds.N", "sg-bp15ed6xe1yxeycg7****").usual(),
    ParamSpec::new("InstanceName", "testInstanceName"),
    ParamSpec::new("Description", "testInstanceDescription"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::with("-RegionId InstanceId=$member InstanceName=1st", &[Member]),
    CallTemplate::with("-RegionId InstanceId=$member Description=a", &[Member]),
    CallTemplate::new("-RegionId InstanceId=i-bp67acfmxazb4p**** InstanceName=web"),
    CallTemplate::new("-RegionId InstanceId=i-nobody InstanceName=web"),
    CallTemplate::new("-RegionId InstanceName=web"),
    CallTemplate::with("-RegionId InstanceId=$member SecurityGroupIds.1=sg-nobody", &[Member]),
    CallTemplate::with(
        "-RegionId InstanceId=$member SecurityGroupIds.1=$memberGroup SecurityGroupIds.2=$managed",
        &[Member, Managed],
    ),
    CallTemplate::with(
        "-RegionId InstanceId=$member SecurityGroupIds.1=$foreign",
        &[Member, Foreign],
    ),
    CallTemplate::with(
        "-RegionId InstanceId=$member SecurityGroupIds.1=$memberGroup SecurityGroupIds.2=$advanced",
        &[Member, Advanced],
    ),
    CallTemplate::with(
        "-RegionId InstanceId=$busyMember SecurityGroupIds.1=$busy SecurityGroupIds.2=$g4",
        &[FullRules, Rules],
    ),
    CallTemplate::with(
        "-RegionId InstanceId=$member SecurityGroupIds.*101*=sg-nobody-#",
        &[Member],
    ),
    CallTemplate::with(
        "-RegionId InstanceId=$member SecurityGroupIds.1=$crowd",
        &[Member, FullBasic],
    ),
    CallTemplate::with(
        "-RegionId InstanceId=$advancedMember SecurityGroupIds.1=$advancedCrowd",
        &[Advanced, FullAdvanced],
    ),
];

/// Answers the call. The groups are those of the primary interface, all of which are replaced; they
/// may be of another type than before. Without `SecurityGroupIds`, they stay.
///
/// The operation has no `RegionId` parameter: an instance is found by its ID alone. `Description`
/// is checked but not kept (`Assumption::DetailsAreNotKept`). Empty values change nothing
/// (`Assumption::EmptyStays`). For the rows about groups that the table lacks, see
/// `Assumption::RowsOfJoining`.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let (params, scenario) = (request.params, request.scenario);
    let name = params.given("InstanceName");
    if name.is_some_and(|name| !naming::is_group_name(name)) {
        return Err(Error::Name.at("InstanceName"));
    }
    if params.given("Description").is_some_and(|text| !naming::is_group_description(text)) {
        return Err(Error::Description.at("Description"));
    }
    let id = params.given("InstanceId");
    let id = id.ok_or_else(|| common::Error::InstanceIdMissing.at("InstanceId"))?;
    let id = InstanceId::parse(id).map_err(|_| Error::Parameter.at("InstanceId"))?;
    let given = group_set::given::<Error>(params, "SecurityGroupIds")?;
    let instance = scenario.instance(&id);
    let instance = instance.ok_or_else(|| Error::InstanceNotFound.at("InstanceId"))?;
    let primary = instance.primary().and_then(|id| scenario.interface(id));
    let primary = primary.ok_or_else(|| Error::InstanceNotFound.at("InstanceId"))?;
    let groups = if given.is_empty() {
        primary.groups.clone()
    } else {
        group_set::checked::<Error>(request, scenario.region().as_str(), primary, &given)?
    };
    common::edited(request, |parts| {
        if let Some(interface) = parts.interfaces.get_mut(&primary.id) {
            Arc::make_mut(interface).groups = groups;
        }
        if let (Some(name), Some(instance)) = (name, parts.instances.get_mut(&id)) {
            Arc::make_mut(instance).name = name.to_owned();
        }
    })
}
