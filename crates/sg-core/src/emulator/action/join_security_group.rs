//! JoinSecurityGroup: adds an instance or an interface to a group.

use std::sync::Arc;

use crate::emulator::common;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::membership::{self, Member, MembershipError};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::{cause, quota};
use crate::model::{GroupType, LimitId, NetworkInterface, SecurityGroup};

error_table! {
    /// Why JoinSecurityGroup refuses a call.
    InstanceGroupLimit 400 "InstanceSecurityGroupLimitExceeded"
        "Exceeding the allowed amount of security groups that an instance can be in.",
        cause::INSTANCE_GROUP_LIMIT;
    InstanceIdMalformed 400 "InvalidInstanceId.Malformed"
        "The specified parameter \"InstanceId\" is not valid.",
        cause::INSTANCE_ID_MALFORMED;
    InstanceOtherVpc 400 "InvalidInstanceId.Mismatch"
        "Specified instance and security group are not in the same VPC.",
        cause::MEMBER_OTHER_VPC;
    OtherAccount 400 "InvalidOperation.EniAndGroupNotBelongSameUser" "%s",
        cause::OTHER_ACCOUNT, never cause::NEVER_ACCOUNT;
    InterfaceState 400 "InvalidOperation.InvalidEniState" "%s",
        cause::INTERFACE_STATE, never cause::NEVER_STATE;
    MixedTypes 400 "InvalidOperation.MultiGroupType"
        "The specified instance can't join different types of security group.",
        cause::MIXED_GROUP_TYPES;
    InstanceTypeUnfit 400 "InvalidOperation.NotSupportEnterpriseGroup"
        "The specified instance type doesn't support enterprise level security group.",
        cause::INSTANCE_TYPE_UNFIT, never cause::NEVER_INSTANCE_TYPE;
    BeingCreated 400 "InvalidStatus.EniOrInstanceIsBeingCreated" "%s.",
        cause::BEING_CREATED, never cause::NEVER_STATE;
    RegionMissing 400 "MissingParameter.RegionId" "The specified RegionId should not be null.",
        cause::REGION_MISSING_FOR_INTERFACE;
    NotOwn 400 "NotBelongUser" "%s", cause::OTHER_ACCOUNT, never cause::NEVER_ACCOUNT;
    RuleLimit 403 "AclLimitExceed" "%s", cause::INTERFACE_RULE_LIMIT;
    InstanceBeingCreated 403 "Forbidden.InstanceIsBeingCreated"
        "The specified instance is being created.",
        cause::BEING_CREATED, never cause::NEVER_STATE;
    InstanceStatus 403 "IncorrectInstanceStatus"
        "The current status of the resource does not support this operation.",
        cause::INSTANCE_STATUS, never cause::NEVER_STATE;
    InstanceLocked 403 "InstanceLockedForSecurity"
        "The specified operation is denied as your instance is locked for security reasons.",
        cause::INSTANCE_LOCKED, never cause::NEVER_STATE;
    InterfaceGroupLimit 403 "InstanceSecurityGroupLimitExceeded" "%s", cause::INTERFACE_GROUP_LIMIT;
    AlreadyMember 403 "InvalidInstanceId.AlreadyExists"
        "The specified instance already exists in the specified security group.",
        cause::ALREADY_MEMBER;
    InterfaceManaged 403 "InvalidOperation.EniServiceManaged" "%s",
        cause::INTERFACE_MANAGED, never cause::NEVER_SERVICE_INTERFACE;
    InterfaceType 403 "InvalidOperation.InvalidEniType" "%s",
        cause::INTERFACE_TYPE, never cause::NEVER_INTERFACE_TYPE;
    AdvancedGroupFull 403 "InvalidOperation.NetworkInterfaceCountExceeded"
        "The maximum number of NetworkInterface in a enterprise level security group is exceeded.",
        cause::ADVANCED_GROUP_FULL;
    Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
    InterfaceOtherVpc 403 "InvalidOperation.VpcMismatch" "%s", cause::MEMBER_OTHER_VPC;
    InstanceAndInterface 403 "InvalidParam.EniIdAndInstanceId.Conflict" "%s",
        cause::INSTANCE_AND_INTERFACE;
    IdMalformed 403 "InvalidParam.Malformed" "%s", cause::MEMBERSHIP_ID_MALFORMED;
    BasicGroupFull 403 "SecurityGroupInstanceLimitExceeded"
        "The maximum number of instances in a security group is exceeded.",
        cause::BASIC_GROUP_FULL;
    InterfaceNotFound 404 "InvalidEniId.NotFound" "%s", cause::INTERFACE_UNKNOWN;
    InstanceNotFound 404 "InvalidInstanceId.NotFound" "The specified InstanceId does not exist.",
        cause::INSTANCE_UNKNOWN;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "The specified SecurityGroupId does not exist.",
        cause::GROUP_UNKNOWN;
    Conflict 409 "InvalidOperation.Conflict"
        "Request was denied due to conflict with a previous request, please try again later.",
        cause::CALL_IN_PROGRESS, never cause::NEVER_OUTAGE;
    Internal 500 "InternalError" "The request processing has failed due to some unknown error.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
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

/// The operation row of JoinSecurityGroup.
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

/// Answers the call. An instance joins with its primary interface.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let (member, group) = membership::read::<Error>(request)?;
    let interface = member.interface();
    fits(request, &member, group)?;
    room(request, &member, group)?;
    common::edited(request, |parts| {
        if let Some(interface) = parts.interfaces.get_mut(&interface.id) {
            Arc::make_mut(interface).groups.insert(group.id.clone());
        }
    })
}

/// Checks that the member can join the group.
///
/// Several faults have one row for instances and one for interfaces; a member that is already in
/// the group has only one (`Assumption::MemberRow`).
fn fits(request: &Request<'_>, member: &Member<'_>, group: &SecurityGroup) -> Result<(), Refusal> {
    let interface = member.interface();
    if interface.vpc != group.vpc {
        let words =
            format!("`{}` and security group `{}` are in different VPCs", interface.id, group.id);
        return Err(match member {
            Member::Instance(_) => Error::InstanceOtherVpc.at(member.param()),
            Member::Interface(_) => Error::InterfaceOtherVpc.saying(member.param(), &words),
        });
    }
    if interface.groups.contains(&group.id) {
        return Err(Error::AlreadyMember.at(member.param()));
    }
    let mut others = interface.groups.iter().filter_map(|id| request.scenario.group(id));
    if others.any(|other| !other.group_type.mixes_with(group.group_type)) {
        return Err(Error::MixedTypes.at("SecurityGroupId"));
    }
    Ok(())
}

/// Checks the quotas: groups of the interface, rules on the interface, members of the group.
fn room(
    request: &Request<'_>,
    member: &Member<'_>,
    group: &Arc<SecurityGroup>,
) -> Result<(), Refusal> {
    let (scenario, interface) = (request.scenario, member.interface());
    let most = scenario.quotas().get(LimitId::GroupsPerInterface);
    if interface.groups.len() >= most {
        let words = format!("`{}` is in {most} security groups, which is the limit", interface.id);
        return Err(match member {
            Member::Instance(_) => Error::InstanceGroupLimit.at(member.param()),
            Member::Interface(_) => Error::InterfaceGroupLimit.saying(member.param(), &words),
        });
    }
    let most = scenario.quotas().get(LimitId::RulesPerInterface);
    let rules = quota::rules_on(scenario, interface) + quota::rules_of(scenario, group);
    if rules > most {
        let words = format!("`{}` would have {rules} rules, the limit is {most}", interface.id);
        return Err(Error::RuleLimit.saying(member.param(), &words));
    }
    full(request, interface, group).map_or(Ok(()), |error| Err(error.at("SecurityGroupId")))
}

/// The row for a full group: basic groups count private addresses, advanced groups interfaces.
fn full(
    request: &Request<'_>,
    interface: &NetworkInterface,
    group: &SecurityGroup,
) -> Option<Error> {
    let scenario = request.scenario;
    match group.group_type {
        GroupType::Basic(_) => {
            let addresses = quota::addresses_in(scenario, &group.id) + interface.addresses.len();
            let limit = scenario.quotas().get(LimitId::AddressesPerBasicGroup);
            (addresses > limit).then_some(Error::BasicGroupFull)
        }
        GroupType::Advanced => {
            let members = scenario.members(&group.id).count();
            let limit = scenario.quotas().get(LimitId::InterfacesPerAdvancedGroup);
            (members >= limit).then_some(Error::AdvancedGroupFull)
        }
    }
}
