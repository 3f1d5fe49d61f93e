//! ModifySecurityGroupPolicy: sets whether the members of a basic group can reach each other.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{Advanced, Managed};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::{cause, common};
use crate::model::{GroupType, InnerAccessPolicy};

error_table! {
    /// Why ModifySecurityGroupPolicy refuses a call: the six rows of its page, in order.
    RegionMissing 400 "MissingParamter.RegionId" "The RegionId should not be null.",
        cause::REGION_MISSING, cure cause::CURE_REGION_MISSING;
    GroupIdMalformed 400 "InvalidSecurityGroupId.Malformed"
        "The SecurityGroupId is invalid. Only letters, numbers and underscores are supported. Maximum length is 100 characters.",
        cause::GROUP_ID_MALFORMED, cure cause::CURE_GROUP_ID_MALFORMED;
    PolicyMalformed 400 "InvalidPolicy.Malformed"
        "The Policy is invalid. Only 'Accept' and 'Drop' are supported. Ignore case.",
        cause::INNER_POLICY_VALUE, cure cause::CURE_INNER_POLICY_VALUE;
    Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s",
        cause::MANAGED, cure cause::CURE_MANAGED;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound" "The specified SecurityGroupId does not exist.",
        cause::GROUP_UNKNOWN, cure cause::CURE_GROUP_UNKNOWN;
    Advanced 404 "InvalidParameter.InnerAccessPolicy"
        "The InnerAccessPolicy attribute of enterprise level security group can't be modified.",
        cause::ADVANCED_POLICY, cure cause::CURE_ADVANCED_POLICY;
}

/// The operation row of ModifySecurityGroupPolicy.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesPolicy,
    params: PARAMS,
    table_year: Some(2026),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::GROUP]),
    terraform: Terraform::GroupPolicy,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("InnerAccessPolicy", "Drop").required().one_of(&["Accept", "Drop"]),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("-RegionId &G InnerAccessPolicy=$flipped"),
    CallTemplate::new("SecurityGroupId=sg-bp67acfmxazb4p**** InnerAccessPolicy=Drop"),
    CallTemplate::new("&G InnerAccessPolicy=Allow"),
    CallTemplate::with("SecurityGroupId=$managed InnerAccessPolicy=Drop", &[Managed]),
    CallTemplate::new("SecurityGroupId=sg-nobody InnerAccessPolicy=Drop"),
    CallTemplate::with("SecurityGroupId=$advanced InnerAccessPolicy=Accept", &[Advanced]),
    CallTemplate::new("RegionId=mars-1 &G InnerAccessPolicy=$flipped"),
    CallTemplate::new("&G InnerAccessPolicy=$flipped ClientToken=@x*65"),
    CallTemplate::after(
        "&G InnerAccessPolicy=$policy ClientToken=$token",
        "&G InnerAccessPolicy=$flipped ClientToken=$token",
    ),
];

/// Answers the call.
///
/// The checks follow the order of `Assumption::OrderOfChecks`: a group must be found before its
/// owner or type can be known. There is no row for an unknown region (`Assumption::CommonRows`).
/// For a policy that the group already has, see `Assumption::UnchangedPolicy`; for Drop on an
/// advanced group, `Assumption::DropOnAdvanced`.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = params.given("RegionId").ok_or_else(|| Error::RegionMissing.at("RegionId"))?;
    // The ID type follows `Assumption::HyphensInIds`. A missing ID or policy gives the same error
    // as a malformed one (`Assumption::MissingIsMalformed`).
    let id = common::group_id(params, Error::GroupIdMalformed)?;
    let policy = params.given("InnerAccessPolicy").and_then(InnerAccessPolicy::parse);
    let policy = policy.ok_or_else(|| Error::PolicyMalformed.at("InnerAccessPolicy"))?;
    common::client_token(request)?;
    common::known_region(request, region)?;
    let group =
        common::changeable_group(request, region, &id, (Error::GroupNotFound, Error::Managed))?;
    match group.group_type {
        GroupType::Advanced => Err(Error::Advanced.at("InnerAccessPolicy")),
        GroupType::Basic(current) if current == policy && !group.unread.policy => {
            Ok(Outcome::unchanged(request))
        }
        GroupType::Basic(_) => common::edited(request, |parts| {
            if let Some(group) = parts.groups.get_mut(&id) {
                let group = Arc::make_mut(group);
                group.group_type = GroupType::Basic(policy);
                group.unread.policy = false;
            }
        }),
    }
}
