//! LeaveSecurityGroup: removes an instance or an interface from a group.

use std::sync::Arc;

use crate::emulator::cause;
use crate::emulator::common;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::membership::{self, Member, MembershipError};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::permission::{self, Access, Permission};

error_table! {
    /// Why LeaveSecurityGroup refuses a call.
    InstanceIdMalformed 400 "InvalidInstanceId.Malformed"
        "The specified parameter \"InstanceId\" is not valid.",
        cause::INSTANCE_ID_MALFORMED;
    InterfaceState 400 "InvalidOperation.InvalidEniState" "%s",
        cause::INTERFACE_STATE, never cause::NEVER_STATE;
    NotMember 400 "InvalidSecurityGroupAssociation.NotFound" "%s.", cause::NOT_MEMBER;
    RegionMissing 400 "MissingParameter.RegionId" "The specified RegionId should not be null.",
        cause::REGION_MISSING_FOR_INTERFACE;
    InstanceStatus 403 "IncorrectInstanceStatus"
        "The current status of the resource does not support this operation.",
        cause::INSTANCE_STATUS, never cause::NEVER_STATE;
    InstanceLastGroup 403 "InstanceLastSecurityGroup"
        "The specified security group is the last security group for the instance.",
        cause::LAST_GROUP;
    InstanceLocked 403 "InstanceLockedForSecurity"
        "The specified operation is denied as your instance is locked for security reasons.",
        cause::INSTANCE_LOCKED, never cause::NEVER_STATE;
    InstanceNotInGroup 403 "InstanceNotInSecurityGroup" "The instance not in the group.",
        cause::NOT_MEMBER, never cause::NEVER_NOT_MEMBER_SINCE_2024;
    InterfaceLastGroup 403 "InvalidOperation.AtLeastInOneGroup" "%s", cause::LAST_GROUP;
    InterfaceManaged 403 "InvalidOperation.EniServiceManaged" "%s",
        cause::INTERFACE_MANAGED, never cause::NEVER_SERVICE_INTERFACE;
    InterfaceType 403 "InvalidOperation.InvalidEniType" "%s",
        cause::INTERFACE_TYPE, never cause::NEVER_INTERFACE_TYPE;
    Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
    InstanceAndInterface 403 "InvalidParam.EniIdAndInstanceId.Conflict" "%s",
        cause::INSTANCE_AND_INTERFACE;
    IdMalformed 403 "InvalidParam.Malformed" "%s", cause::MEMBERSHIP_ID_MALFORMED;
    InterfaceNotFound 404 "InvalidEniId.NotFound" "%s", cause::INTERFACE_UNKNOWN;
    InstanceNotFound 404 "InvalidInstanceId.NotFound" "The specified InstanceId does not exist.",
        cause::INSTANCE_UNKNOWN;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "The specified SecurityGroupId does not exist.",
        cause::GROUP_UNKNOWN;
    VSwitchNotFound 404 "InvalidVSwitchId.NotFound"
        "The specified virtual switch %s does not exist.",
        cause::VSWITCH_UNKNOWN, never cause::NEVER_VSWITCH;
    Conflict 409 "InvalidOperation.Conflict"
        "Request was denied due to conflict with a previous request, please try again later.",
        cause::CALL_IN_PROGRESS, never cause::NEVER_OUTAGE;
    Timeout 504 "RequestTimeout" "The request encounters an upstream server timeout.",
        cause::TIMEOUT, never cause::NEVER_OUTAGE;
}

impl MembershipError for Error {
    const REGION_MISSING: Self = Self::RegionMissing;
    const INSTANCE_AND_INTERFACE: Self = Self::InstanceAndInterface;
    const INSTANCE_ID_MALFORMED: Self = Self::InstanceIdMalformed;
    const ID_MALFORMED: Self = Self::IdMalformed;
    const GROUP_NOT_FOUND: Self = Self::GroupNotFound;
    const INSTANCE_NOT_FOUND: Self = Self::InstanceNotFound;
    const INTERFACE_NOT_FOUND: Self = Self::InterfaceNotFound;
    const MANAGED: Self = Self::Managed;
}

/// The operation row of LeaveSecurityGroup.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesMembers,
    params: membership::PARAMS,
    table_year: Some(2026),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::INSTANCE, permission::GROUP]),
    terraform: Terraform::Members,
    templates: &[membership::templates::TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

/// Answers the call. An instance leaves with its primary interface.
///
/// Since 2024-07-08, leaving a group without being a member fails. An interface must stay in at
/// least one group; the table has a row for instances and one for interfaces.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let (member, group) = membership::read::<Error>(request)?;
    let interface = member.interface();
    if !interface.groups.contains(&group.id) {
        let words = format!("`{}` is not in security group `{}`", interface.id, group.id);
        return Err(Error::NotMember.saying(member.param(), &words));
    }
    if interface.groups.len() == 1 {
        let words = format!("`{}` is in no other security group and must keep one", interface.id);
        return Err(match member {
            Member::Instance(_) => Error::InstanceLastGroup.at(member.param()),
            Member::Interface(_) => Error::InterfaceLastGroup.saying(member.param(), &words),
        });
    }
    common::edited(request, |parts| {
        if let Some(interface) = parts.interfaces.get_mut(&interface.id) {
            Arc::make_mut(interface).groups.shift_remove(&group.id);
        }
    })
}
