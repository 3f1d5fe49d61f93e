//! DeleteSecurityGroup: deletes a group that is not in use.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{Managed, Member, Protected, Rules};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::{cause, common};
use crate::model::SecurityGroupId;

error_table! {
    /// Why DeleteSecurityGroup refuses a call.
    RegionMissing 400 "MissingParameter.RegionId" "The parameter \"RegionId\" should not be null.",
        cause::REGION_MISSING;
    NotAuthorized 401 "InvalidOperation.SecurityGroupNotAuthorized"
        "The specified security group is not authorized to operate.",
        cause::NOT_AUTHORIZED, never cause::NEVER_ACCOUNT;
    HasMembers 403 "DependencyViolation"
        "There is still instance(s) in the specified security group.",
        cause::GROUP_HAS_MEMBERS;
    Referenced 403 "DependencyViolation"
        "The specified security group has been authorized in another one.",
        cause::GROUP_REFERENCED;
    Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
    GroupNotFound 404 "InvalidSecurityGroup.NotFound" "The specified security group is not found.",
        cause::GROUP_UNKNOWN;
    Internal 500 "InternalError" "The request processing has failed due to some unknown error.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
    // Named in the description of the operation, without status and message.
    + DeletionProtection 403 "InvalidOperation.DeletionProtection" "%s",
        cause::DELETION_PROTECTION;
}

/// The operation row of DeleteSecurityGroup.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesGroups,
    params: PARAMS,
    table_year: Some(2026),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Delete, &[permission::GROUP]),
    terraform: Terraform::Removes,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("-RegionId &G"),
    CallTemplate::with("SecurityGroupId=$memberGroup", &[Member]),
    CallTemplate::with("SecurityGroupId=$named", &[Rules]),
    CallTemplate::with("SecurityGroupId=$managed", &[Managed]),
    CallTemplate::with("SecurityGroupId=$protected", &[Protected]),
    CallTemplate::new("SecurityGroupId=sg-nobody"),
    CallTemplate::new("RegionId=mars-1 &G"),
    CallTemplate::new("SecurityGroupId="),
];

/// Answers the call.
///
/// The table has no row for a missing ID (`Assumption::CommonRows`) or for a malformed one
/// (`Assumption::MalformedIsUnknown`). Deletion protection is checked before members
/// (`Assumption::ProtectionFirst`), and members before references (`Assumption::MembersFirst`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = params.given("RegionId").ok_or_else(|| Error::RegionMissing.at("RegionId"))?;
    let id = params.given("SecurityGroupId");
    let id = id.ok_or_else(|| common::Error::GroupIdMissing.at("SecurityGroupId"))?;
    common::known_region(request, region)?;
    let id = SecurityGroupId::parse(id).map_err(|_| Error::GroupNotFound.at("SecurityGroupId"))?;
    let rows = (Error::GroupNotFound, Error::Managed);
    let group = common::changeable_group(request, region, &id, rows)?;
    if group.labels.deletion_protection {
        let words = format!("security group `{id}` is protected against deletion");
        return Err(Error::DeletionProtection.saying("SecurityGroupId", &words));
    }
    if request.scenario.members(&group.id).next().is_some() {
        return Err(Error::HasMembers.at("SecurityGroupId"));
    }
    if request.scenario.groups().any(|other| other.names(&group.id)) {
        return Err(Error::Referenced.at("SecurityGroupId"));
    }
    common::edited(request, |parts| {
        parts.groups.shift_remove(&group.id);
    })
}
