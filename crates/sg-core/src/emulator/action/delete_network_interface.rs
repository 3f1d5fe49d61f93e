//! DeleteNetworkInterface: deletes an interface that is attached to nothing.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{Member, ServiceInterface};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::interface::{self, InterfaceError};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::{cause, common};

error_table! {
    /// Why DeleteNetworkInterface refuses a call.
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
        cause::INTERFACE_PARAMETER, never cause::NEVER_SHARED_TABLE;
    InstanceIdMalformed 400 "InvalidInstanceID.Malformed"
        "%s",
        cause::ENI_INSTANCE_MALFORMED, never cause::NEVER_SHARED_TABLE;
    InstanceState 400 "InvalidOperation.InvalidEcsState"
        "%s",
        cause::INSTANCE_STATUS, never cause::NEVER_STATE;
    InterfaceState 400 "InvalidOperation.InvalidEniState"
        "%s",
        cause::ENI_ATTACHED;
    Primary 400 "InvalidOperation.DetachPrimaryEniNotAllowed"
        "%s",
        cause::ENI_PRIMARY, never cause::NEVER_SHARED_TABLE;
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
        cause::GROUP_UNKNOWN, never cause::NEVER_SHARED_TABLE;
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
        cause::MEMBER_OTHER_VPC, never cause::NEVER_SHARED_TABLE;
    GroupFull 403 "SecurityGroupInstanceLimitExceed"
        "%s",
        cause::ENI_GROUP_FULL, never cause::NEVER_SHARED_TABLE;
    Classic 403 "InvalidSecurityGroupId.NotVpc"
        "%s",
        cause::ENI_CLASSIC, never cause::NEVER_CLASSIC;
    InterfaceType 403 "InvalidOperation.InvalidEniType"
        "%s",
        cause::INTERFACE_TYPE, never cause::NEVER_INTERFACE_TYPE;
    RegionForbidden 400 "Forbidden.RegionId"
        "%s",
        cause::ENI_REGION, never cause::NEVER_ENI_REGION;
    InterfaceIdMalformed 400 "InvalidParams.EniId"
        "%s",
        cause::INTERFACE_ID_MALFORMED;
    InterfaceManaged 403 "InvalidOperation.EniServiceManaged"
        "%s",
        cause::INTERFACE_MANAGED;
}

impl InterfaceError for Error {
    const MISSING: Self = Self::Missing;
    const ID_MALFORMED: Self = Self::InterfaceIdMalformed;
    const NOT_FOUND: Self = Self::InterfaceNotFound;
    const SERVICE_MANAGED: Self = Self::InterfaceManaged;
}

/// The operation row of DeleteNetworkInterface.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesTopology,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Delete, &[permission::INTERFACE]).undocumented(),
    terraform: Terraform::Removes,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("NetworkInterfaceId", "eni-bp14v2sdd3v8htln****").required(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("RegionId=$region"),
    CallTemplate::new("NetworkInterfaceId=eni-***"),
    CallTemplate::new("NetworkInterfaceId=eni-nobody"),
    CallTemplate::with("NetworkInterfaceId=$memberEni", &[Member]),
    CallTemplate::with("NetworkInterfaceId=$serviceEni", &[ServiceInterface]),
    CallTemplate::with("RegionId=mars-1 NetworkInterfaceId=$memberEni", &[Member]),
];

/// Answers the call. The interface leaves its groups and releases its addresses.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let region = interface::region::<Error>(request)?;
    let id = interface::id::<Error>(request)?;
    common::known_region(request, region)?;
    let interface = interface::own::<Error>(request, region, &id)?;
    if !interface.is_unattached() {
        let words = format!("network interface `{id}` is attached to an instance");
        return Err(Error::InterfaceState.saying("NetworkInterfaceId", &words));
    }
    common::edited(request, |parts| {
        parts.interfaces.shift_remove(&id);
    })
}
