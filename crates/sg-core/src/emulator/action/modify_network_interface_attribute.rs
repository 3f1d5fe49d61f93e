//! ModifyNetworkInterfaceAttribute: replaces the groups of an interface.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{
    Advanced, Foreign, FullBasic, FullRules, Groups, Managed, Member, Rules, ServiceInterface,
};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::group_set::{self, GroupSetError};
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::interface::{self, InterfaceError};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::{cause, common};

error_table! {
    /// Why ModifyNetworkInterfaceAttribute refuses a call.
    UserType 403 "InvalidUserType.NotSupported"
        "%s",
        cause::ENI_ACCOUNT, never cause::NEVER_ACCOUNT;
    AccountNotFound 403 "Abs.InvalidAccount.NotFound"
        "%s",
        cause::ENI_ACCOUNT, never cause::NEVER_ACCOUNT;
    Missing 400 "MissingParameter"
        "%s",
        cause::INTERFACE_MISSING_PARAMETER;
    NotSupportRam 403 "Forbidden.NotSupportRAM"
        "%s",
        cause::ENI_ACCOUNT, never cause::NEVER_ACCOUNT;
    Unsupported 400 "UnsupportedParameter"
        "%s",
        cause::ENI_UNSUPPORTED_PARAMETER, never cause::NEVER_UNSUPPORTED;
    SubUser 403 "Forbidden.SubUser"
        "%s",
        cause::ENI_ACCOUNT, never cause::NEVER_ACCOUNT;
    Parameter 400 "InvalidParameter"
        "%s",
        cause::INTERFACE_PARAMETER;
    InstanceIdMalformed 400 "InvalidInstanceID.Malformed"
        "%s",
        cause::ENI_INSTANCE_MALFORMED, never cause::NEVER_SHARED_TABLE;
    InstanceState 400 "InvalidOperation.InvalidEcsState"
        "%s",
        cause::INSTANCE_STATUS, never cause::NEVER_STATE;
    InterfaceState 400 "InvalidOperation.InvalidEniState"
        "%s",
        cause::INTERFACE_STATE, never cause::NEVER_STATE;
    Primary 400 "InvalidOperation.DetachPrimaryEniNotAllowed"
        "%s",
        cause::ENI_PRIMARY, never cause::NEVER_SHARED_TABLE;
    InterfaceIdMalformed 400 "InvalidParams.EniId"
        "%s",
        cause::INTERFACE_ID_MALFORMED;
    InstanceNotFound 404 "InvalidEcsId.NotFound"
        "%s",
        cause::INSTANCE_UNKNOWN, never cause::NEVER_SHARED_TABLE;
    InterfaceNotFound 404 "InvalidEniId.NotFound"
        "%s",
        cause::INTERFACE_UNKNOWN;
    VSwitchNotFound 404 "InvalidVSwitchId.NotFound"
        "%s",
        cause::VSWITCH_UNKNOWN, never cause::NEVER_SHARED_TABLE;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "%s",
        cause::GROUP_UNKNOWN;
    InterfaceQuota 403 "MaxEniCountExceeded"
        "%s",
        cause::ENI_LIMIT, never cause::NEVER_ENI_QUOTA;
    InterfacesPerInstance 403 "EniPerInstanceLimitExceeded"
        "%s",
        cause::ENI_LIMIT, never cause::NEVER_ENI_QUOTA;
    OtherZone 403 "InvalidOperation.AvailabilityZoneMismatch"
        "%s",
        cause::ENI_ZONE, never cause::NEVER_ZONE;
    OtherVpc 403 "InvalidOperation.VpcMismatch"
        "%s",
        cause::MEMBER_OTHER_VPC;
    GroupFull 403 "SecurityGroupInstanceLimitExceed"
        "%s",
        cause::ENI_GROUP_FULL;
    Classic 403 "InvalidSecurityGroupId.NotVpc"
        "%s",
        cause::ENI_CLASSIC, never cause::NEVER_CLASSIC;
    InterfaceType 403 "InvalidOperation.InvalidEniType"
        "%s",
        cause::INTERFACE_TYPE, never cause::NEVER_INTERFACE_TYPE;
    RegionForbidden 400 "Forbidden.RegionId"
        "%s",
        cause::ENI_REGION, never cause::NEVER_ENI_REGION;
    InterfaceManaged 403 "InvalidOperation.EniServiceManaged"
        "%s",
        cause::INTERFACE_MANAGED;
    // The table has no rows for these; they are those of joining.
    + Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
    + MixedTypes 400 "InvalidOperation.MultiGroupType"
        "The specified instance can't join different types of security group.",
        cause::MIXED_GROUP_TYPES;
    + GroupLimit 403 "InstanceSecurityGroupLimitExceeded" "%s", cause::INTERFACE_GROUP_LIMIT;
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
    const BASIC_FULL: Self = Self::GroupFull;
    const ADVANCED_FULL: Self = Self::GroupFull;
}

impl InterfaceError for Error {
    const MISSING: Self = Self::Missing;
    const ID_MALFORMED: Self = Self::InterfaceIdMalformed;
    const NOT_FOUND: Self = Self::InterfaceNotFound;
    const SERVICE_MANAGED: Self = Self::InterfaceManaged;
}

/// The operation row of ModifyNetworkInterfaceAttribute.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesMembers,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::INTERFACE, permission::GROUP])
        .undocumented(),
    terraform: Terraform::GroupList,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("NetworkInterfaceId", "eni-bp67acfmxazb4p****").required(),
    ParamSpec::new("SecurityGroupId.N", "sg-bp67acfmxazb4p****").usual(),
    ParamSpec::new("NetworkInterfaceName", "eniTestName"),
    ParamSpec::new("Description", "testDescription"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("SecurityGroupId.1=$basic"),
    CallTemplate::with("NetworkInterfaceId=$memberEni Description=a", &[Member]),
    CallTemplate::new("NetworkInterfaceId=eni-bp67acfmxazb4p**** SecurityGroupId.1=$basic"),
    CallTemplate::new("NetworkInterfaceId=eni-nobody SecurityGroupId.1=$basic"),
    CallTemplate::with("NetworkInterfaceId=$memberEni SecurityGroupId.1=sg-nobody", &[Member]),
    CallTemplate::with(
        "NetworkInterfaceId=$serviceEni SecurityGroupId.1=$basic",
        &[Groups, ServiceInterface],
    ),
    CallTemplate::with(
        "NetworkInterfaceId=$memberEni SecurityGroupId.1=$foreign",
        &[Member, Foreign],
    ),
    CallTemplate::with(
        "NetworkInterfaceId=$memberEni SecurityGroupId.1=$memberGroup SecurityGroupId.2=$managed",
        &[Member, Managed],
    ),
    CallTemplate::with(
        "NetworkInterfaceId=$memberEni SecurityGroupId.1=$memberGroup SecurityGroupId.2=$advanced",
        &[Member, Advanced],
    ),
    CallTemplate::with(
        "NetworkInterfaceId=$busyEni SecurityGroupId.1=$busy SecurityGroupId.2=$g4",
        &[FullRules, Rules],
    ),
    CallTemplate::with(
        "NetworkInterfaceId=$memberEni SecurityGroupId.*101*=sg-nobody-#",
        &[Member],
    ),
    CallTemplate::with("RegionId=mars-1 NetworkInterfaceId=$memberEni", &[Member]),
    CallTemplate::with(
        "NetworkInterfaceId=$memberEni SecurityGroupId.1=$crowd",
        &[Member, FullBasic],
    ),
];

/// Answers the call. All groups of the interface are replaced; without `SecurityGroupId.N`, they
/// stay. The page speaks of secondary interfaces only, but has no row for a primary one, which is
/// changed here as well (`Assumption::PrimaryInterfaceToo`).
///
/// Name and description are checked but not kept (`Assumption::DetailsAreNotKept`). For the rows
/// about groups that the table lacks, see `Assumption::RowsOfJoining`.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = interface::region::<Error>(request)?;
    let id = interface::id::<Error>(request)?;
    if let Some(param) = interface::unfit_detail(params) {
        let words = format!("`{param}` is not valid");
        return Err(Error::Parameter.saying(param, &words));
    }
    let given = group_set::given::<Error>(params, "SecurityGroupId")?;
    common::known_region(request, region)?;
    let interface = interface::own::<Error>(request, region, &id)?;
    if given.is_empty() {
        return Ok(Outcome::unchanged(request));
    }
    let groups = group_set::checked::<Error>(request, region, interface, &given)?;
    common::edited(request, |parts| {
        if let Some(interface) = parts.interfaces.get_mut(&id) {
            Arc::make_mut(interface).groups = groups;
        }
    })
}
