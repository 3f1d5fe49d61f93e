//! AttachNetworkInterface: attaches an interface to an instance.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{
    ForeignInterface, Member, ServiceInterface, Unattached,
};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::interface::{self, InstanceError, InterfaceError};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::{cause, common};

error_table! {
    /// Why AttachNetworkInterface refuses a call.
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
        cause::ENI_ATTACHED;
    Primary 400 "InvalidOperation.DetachPrimaryEniNotAllowed"
        "%s",
        cause::ENI_PRIMARY, never cause::NEVER_SHARED_TABLE;
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
        cause::MEMBER_OTHER_VPC;
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
    InstanceNotFoundToo 403 "InvalidInstanceId.NotFound"
        "%s",
        cause::INSTANCE_UNKNOWN, never cause::NEVER_OTHER_ROW;
    Generation 400 "InvalidOperation.InvalidGeneration"
        "%s",
        cause::ENI_GENERATION, never cause::NEVER_ENI_QUOTA;
    InterfaceIdMalformed 400 "InvalidParams.EniId"
        "%s",
        cause::INTERFACE_ID_MALFORMED;
    V4Count 403 "InvalidOperation.Ipv4CountExceeded"
        "%s",
        cause::ENI_LIMIT, never cause::NEVER_ENI_QUOTA;
    InterfaceManaged 403 "InvalidOperation.EniServiceManaged"
        "%s",
        cause::INTERFACE_MANAGED;
    V6 403 "InvalidOperation.Ipv6NotSupport"
        "%s",
        cause::ENI_GENERATION, never cause::NEVER_ENI_QUOTA;
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

/// The operation row of AttachNetworkInterface.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesTopology,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::INSTANCE, permission::INTERFACE])
        .undocumented(),
    terraform: Terraform::Attachment,
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
        "RegionId=mars-1 InstanceId=$member NetworkInterfaceId=$freeEni",
        &[Member, Unattached],
    ),
    CallTemplate::new("InstanceId=i-nobody NetworkInterfaceId=eni-nobody"),
    CallTemplate::with("InstanceId=$member NetworkInterfaceId=eni-nobody", &[Member]),
    CallTemplate::with("InstanceId=$member NetworkInterfaceId=$memberEni", &[Member]),
    CallTemplate::with(
        "InstanceId=$member NetworkInterfaceId=$serviceEni",
        &[Member, ServiceInterface],
    ),
    CallTemplate::with(
        "InstanceId=$member NetworkInterfaceId=eni-laboratory-foreign",
        &[Member, ForeignInterface],
    ),
];

/// Answers the call. An instance holds any number of interfaces. The groups of the interface stay as
/// they are.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let region = interface::region::<Error>(request)?;
    let instance = interface::instance_id::<Error>(request)?;
    let id = interface::id::<Error>(request)?;
    if !common::region_exists(request, region) {
        let words = format!("region `{region}` does not exist");
        return Err(Error::Region.saying("RegionId", &words));
    }
    let instance = interface::instance::<Error>(request, region, &instance)?;
    let interface = interface::own::<Error>(request, region, &id)?;
    if !interface.is_unattached() {
        let words = format!("network interface `{id}` is attached to an instance already");
        return Err(Error::InterfaceState.saying("NetworkInterfaceId", &words));
    }
    let primary = instance.primary().and_then(|id| request.scenario.interface(id));
    if primary.is_some_and(|primary| primary.vpc != interface.vpc) {
        let words = format!("instance `{}` is not in `{}`", instance.id, interface.vpc);
        return Err(Error::OtherVpc.saying("InstanceId", &words));
    }
    common::edited(request, |parts| {
        if let Some(own) = parts.interfaces.get_mut(&id) {
            Arc::make_mut(own).holder = None;
        }
        if let Some(instance) = parts.instances.get_mut(&instance.id) {
            Arc::make_mut(instance).interfaces.push(id);
        }
    })
}
