//! DetachNetworkInterface: detaches a secondary interface from its instance.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{Member, ServiceInterface, Unattached};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::interface::{self, InstanceError, InterfaceError};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::{cause, common};
use crate::model::Holder;

error_table! {
    /// Why DetachNetworkInterface refuses a call.
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
        cause::ENI_INSTANCE_MALFORMED;
    Region 400 "InvalidOperation.InvalidRegion"
        "%s",
        cause::REGION_UNKNOWN;
    InstanceState 400 "InvalidOperation.InvalidEcsState"
        "%s",
        cause::INSTANCE_STATUS, never cause::NEVER_STATE;
    InterfaceState 400 "InvalidOperation.InvalidEniState"
        "%s",
        cause::ENI_NOT_ATTACHED;
    Primary 400 "InvalidOperation.DetachPrimaryEniNotAllowed"
        "%s",
        cause::ENI_PRIMARY;
    InstanceNotFound 404 "InvalidEcsId.NotFound"
        "%s",
        cause::INSTANCE_UNKNOWN;
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
    Linked 403 "InvalidOperation.EniLinked"
        "%s",
        cause::ENI_LINKED, never cause::NEVER_STATE;
    InstanceNotFoundToo 403 "InvalidInstanceId.NotFound"
        "%s",
        cause::INSTANCE_UNKNOWN, never cause::NEVER_OTHER_ROW;
}

impl InterfaceError for Error {
    const MISSING: Self = Self::Missing;
    const ID_MALFORMED: Self = Self::InterfaceIdMalformed;
    const NOT_FOUND: Self = Self::InterfaceNotFound;
    const SERVICE_MANAGED: Self = Self::InterfaceManaged;
}

impl InstanceError for Error {
    const INSTANCE_MALFORMED: Self = Self::InstanceIdMalformed;
    const INSTANCE_NOT_FOUND: Self = Self::InstanceNotFound;
}

/// The operation row of DetachNetworkInterface.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesTopology,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::INSTANCE, permission::INTERFACE])
        .undocumented(),
    terraform: Terraform::Removes,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("InstanceId", "i-bp16qstyvxj9gpqw****").required(),
    ParamSpec::new("NetworkInterfaceId", "eni-bp17pdijfczax1huji****").required(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("InstanceId=i-nobody"),
    CallTemplate::new("InstanceId=i-*** NetworkInterfaceId=eni-nobody"),
    CallTemplate::new("InstanceId=i-nobody NetworkInterfaceId=eni-***"),
    CallTemplate::with(
        "RegionId=mars-1 InstanceId=$member NetworkInterfaceId=$memberEni",
        &[Member],
    ),
    CallTemplate::new("InstanceId=i-nobody NetworkInterfaceId=eni-nobody"),
    CallTemplate::with("InstanceId=$member NetworkInterfaceId=eni-nobody", &[Member]),
    CallTemplate::with("InstanceId=$member NetworkInterfaceId=$memberEni", &[Member]),
    CallTemplate::with(
        "InstanceId=$member NetworkInterfaceId=$serviceEni",
        &[Member, ServiceInterface],
    ),
    CallTemplate::with("InstanceId=$member NetworkInterfaceId=$freeEni", &[Member, Unattached]),
];

/// Answers the call. The interface keeps its groups, its private addresses and its public address,
/// and is attached to nothing from then on.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let region = interface::region::<Error>(request)?;
    let instance = interface::instance_id::<Error>(request)?;
    let id = interface::id::<Error>(request)?;
    if !common::region_exists(request, region) {
        let words = format!("region `{region}` does not exist");
        return Err(Error::Region.saying("RegionId", &words));
    }
    let instance = interface::instance::<Error>(request, region, &instance)?;
    interface::own::<Error>(request, region, &id)?;
    if instance.primary() == Some(&id) {
        let words = format!("network interface `{id}` is the primary one of its instance");
        return Err(Error::Primary.saying("NetworkInterfaceId", &words));
    }
    if !instance.interfaces.contains(&id) {
        let words = format!("network interface `{id}` is not attached to `{}`", instance.id);
        return Err(Error::InterfaceState.saying("NetworkInterfaceId", &words));
    }
    common::edited(request, |parts| {
        if let Some(instance) = parts.instances.get_mut(&instance.id) {
            Arc::make_mut(instance).interfaces.retain(|own| *own != id);
        }
        if let Some(own) = parts.interfaces.get_mut(&id) {
            Arc::make_mut(own).holder = Some(Holder::Nothing);
        }
    })
}
