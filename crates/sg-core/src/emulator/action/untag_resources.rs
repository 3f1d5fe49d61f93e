//! UntagResources: removes tags from security groups.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::Groups;
use crate::emulator::call_template::Fixture::Managed;
use crate::emulator::call_template::Fixture::Member;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::tagging::{self, Target};
use crate::emulator::{cause, common};

error_table! {
    /// Why UntagResources refuses a call.
    RegionOther 404 "InvalidRegionId.NotFound"
        "%s",
        cause::REGION_UNKNOWN, never cause::NEVER_OTHER_WORDING;
    OwnerMissing 404 "MissingParameter.TagOwnerUid"
        "The parameter - TagOwnerUid should not be null",
        cause::TAG_OWNER, never cause::NEVER_ACCOUNT;
    OwnerBidMissing 404 "MissingParameter.TagOwnerBid"
        "The parameter - TagOwnerBid should not be null",
        cause::TAG_OWNER, never cause::NEVER_ACCOUNT;
    TypeMissing 404 "MissingParameter.ResourceType"
        "The parameter - ResourceType should not be null",
        cause::RESOURCE_TYPE_MISSING;
    TagsMissing 404 "MissingParameter.Tags"
        "The parameter - Tags should not be null",
        cause::TAGS_MISSING;
    RegionMissing 404 "MissingParameter.RegionId"
        "The parameter - RegionId should not be null",
        cause::REGION_MISSING;
    OwnerDenied 403 "PermissionDenied.TagOwnerUid"
        "The specified operator not have permission to set TagOwnerUid value.",
        cause::TAG_OWNER, never cause::NEVER_ACCOUNT;
    ScopeDenied 403 "PermissionDenied.Scope"
        "The specified operator not have permission to set Scope value.",
        cause::TAG_SCOPE, never cause::NEVER_ACCOUNT;
    TooManyResources 400 "NumberExceed.ResourceIds"
        "The ResourceIds parameter's number is exceed , Valid : 50",
        cause::RESOURCE_COUNT;
    TooManyTags 400 "NumberExceed.Tags"
        "The Tags parameter's number is exceed , Valid : 20",
        cause::TAG_COUNT;
    TagKeyRepeated 400 "Duplicate.TagKey"
        "The Tag.N.Key contain duplicate key.",
        cause::TAG_KEY_REPEATED;
    ResourceNotFound 404 "InvalidResourceId.NotFound"
        "The specified ResourceIds are not found in our records.",
        cause::RESOURCE_UNKNOWN;
    TypeUnknown 404 "InvalidResourceType.NotFound"
        "The ResourceType provided does not exist in our records.",
        cause::RESOURCE_TYPE;
    TagKey 400 "InvalidTagKey.Malformed"
        "The specified Tag.n.Key is not valid.",
        cause::TAG_KEY;
    TagValue 400 "InvalidTagValue.Malformed"
        "The specified Tag.n.Value is not valid.",
        cause::TAG_VALUE, never cause::NEVER_SHARED_TAGS;
    TagQuota 400 "OperationDenied.QuotaExceed"
        "The quota of tags on resource is beyond permitted range.",
        cause::TAG_QUOTA, never cause::NEVER_SHARED_TAGS;
    NotTagged 403 "InvalidResourceId.NotSupported"
        "The specified ResourceId does not support tagging.",
        cause::RESOURCE_NOT_TAGGED;
    Mismatch 400 "InvalidTag.Mismatch"
        "The specified Tag.n.Key and Tag.n.Value are not match.",
        cause::TAG_MISMATCH, never cause::NEVER_OTHER_ROW;
    TagCount 400 "InvalidTagCount"
        "The specified tags are beyond the permitted range.",
        cause::TAG_COUNT, never cause::NEVER_OTHER_ROW;
    RegionNotFound 404 "InvalidRegionId.NotFound"
        "The specified RegionId does not exist.",
        cause::REGION_UNKNOWN;
    Scope 400 "Invalid.Scope"
        "The specified scope is invalid.",
        cause::TAG_SCOPE, never cause::NEVER_ACCOUNT;
    NoPermission 403 "NoPermission.Tag"
        "The operator is not permission for the tag.",
        cause::TAG_OWNER, never cause::NEVER_ACCOUNT;
    // No row of the table is about managed groups.
    + Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
}

tagging::tagging_rows!();

/// The operation row of UntagResources.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesGroups,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::GROUP]).undocumented(),
    terraform: Terraform::InResource,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("ResourceType", "securitygroup").required().one_of(tagging::TYPES),
    ParamSpec::new("ResourceId.N", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("TagKey.N", "TestKey").usual(),
    ParamSpec::new("All", "false").truth(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::with(
        "-RegionId ResourceType=securitygroup ResourceId.1=$basic TagKey.1=team",
        &[Groups],
    ),
    CallTemplate::with(
        "RegionId=mars-1 ResourceType=securitygroup ResourceId.1=$basic TagKey.1=team",
        &[Groups],
    ),
    CallTemplate::with("ResourceId.1=$basic TagKey.1=team", &[Groups]),
    CallTemplate::with("ResourceType=group ResourceId.1=$basic TagKey.1=team", &[Groups]),
    CallTemplate::new("ResourceType=securitygroup ResourceId.*51*=sg-nobody-# TagKey.1=team"),
    CallTemplate::with("ResourceType=securitygroup ResourceId.1=$basic", &[Groups]),
    CallTemplate::with("ResourceType=securitygroup ResourceId.1=$basic TagKey.*21*=k#", &[Groups]),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$basic TagKey.1=team TagKey.2=team",
        &[Groups],
    ),
    CallTemplate::new("ResourceType=securitygroup ResourceId.1=sg-nobody TagKey.1=team"),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$basic TagKey.1=aliyun-team",
        &[Groups],
    ),
    CallTemplate::with("ResourceType=instance ResourceId.1=$member TagKey.1=team", &[Member]),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$managed TagKey.1=team",
        &[Managed],
    ),
    CallTemplate::with("ResourceType=securitygroup ResourceId.1=$basic All=yes", &[Groups]),
];

/// Answers the call. Keys that a group does not have are ignored. `All` counts only without
/// `TagKey.N`.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let target = Target::of::<Error>(request)?;
    let keys = tagging::keys::<Error>(request)?;
    let all = common::truth(request.params, "All", common::Error::AllValue)?.unwrap_or(false);
    if keys.is_empty() && !all {
        return Err(Error::TagsMissing.at("TagKey.1"));
    }
    target.region_exists::<Error>(request)?;
    let groups = target.groups::<Error>(request)?;
    for (group, (param, _)) in groups.iter().zip(&target.ids) {
        if group.service_managed {
            return Err(common::managed(group, param, Error::Managed));
        }
    }
    common::edited(request, |parts| {
        for group in groups {
            let Some(group) = parts.groups.get_mut(&group.id) else { continue };
            let own = &mut Arc::make_mut(group).labels.tags;
            own.retain(|key, _| !keys.is_empty() && !keys.contains(&key.as_str()));
        }
    })
}
