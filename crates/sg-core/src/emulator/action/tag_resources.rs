//! TagResources: adds tags to security groups.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::Groups;
use crate::emulator::call_template::Fixture::Managed;
use crate::emulator::call_template::Fixture::Member;
use crate::emulator::call_template::Fixture::Tagged;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::tagging::{self, Target};
use crate::emulator::{cause, common};
use crate::model::Labels;

error_table! {
    /// Why TagResources refuses a call.
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
        cause::TAG_VALUE;
    TagQuota 400 "OperationDenied.QuotaExceed"
        "The quota of tags on resource is beyond permitted range.",
        cause::TAG_QUOTA;
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
    TagQuotaToo 403 "QuotaExceed.Tags"
        "%s",
        cause::TAG_QUOTA, never cause::NEVER_OTHER_ROW;
    // No row of the table is about managed groups.
    + Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
}

tagging::tagging_rows!();

/// The operation row of TagResources.
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
    ParamSpec::new("Tag.N.Key", "TestKey").required(),
    ParamSpec::new("Tag.N.Value", "TestValue").required(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::with(
        "-RegionId ResourceType=securitygroup ResourceId.1=$basic Tag.1.Key=team",
        &[Groups],
    ),
    CallTemplate::with(
        "RegionId=mars-1 ResourceType=securitygroup ResourceId.1=$basic Tag.1.Key=team",
        &[Groups],
    ),
    CallTemplate::with("ResourceId.1=$basic Tag.1.Key=team", &[Groups]),
    CallTemplate::with("ResourceType=group ResourceId.1=$basic Tag.1.Key=team", &[Groups]),
    CallTemplate::new("ResourceType=securitygroup ResourceId.*51*=sg-nobody-# Tag.1.Key=team"),
    CallTemplate::with("ResourceType=securitygroup ResourceId.1=$basic", &[Groups]),
    CallTemplate::with("ResourceType=securitygroup ResourceId.1=$basic Tag.*21*.Key=k#", &[Groups]),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$basic Tag.1.Key=team Tag.2.Key=team",
        &[Groups],
    ),
    CallTemplate::new("ResourceType=securitygroup ResourceId.1=sg-nobody Tag.1.Key=team"),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$basic Tag.1.Key=aliyun-team",
        &[Groups],
    ),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$basic Tag.1.Key=team Tag.1.Value=@x*129",
        &[Groups],
    ),
    CallTemplate::with("ResourceType=instance ResourceId.1=$member Tag.1.Key=team", &[Member]),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$managed Tag.1.Key=team",
        &[Managed],
    ),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$tagged Tag.*20*.Key=k#",
        &[Tagged],
    ),
];

/// Answers the call. A tag whose key a group has already gets the new value. Either all resources get
/// all tags or none gets any.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let target = Target::of::<Error>(request)?;
    let tags = tagging::tags::<Error>(request)?;
    target.region_exists::<Error>(request)?;
    let groups = target.groups::<Error>(request)?;
    for (group, (param, _)) in groups.iter().zip(&target.ids) {
        if group.service_managed {
            return Err(common::managed(group, param, Error::Managed));
        }
        let added = tags.iter().filter(|tag| !group.labels.tags.contains_key(tag.key)).count();
        if group.labels.tags.len() + added > Labels::MOST_TAGS {
            return Err(Error::TagQuota.at(param));
        }
    }
    common::edited(request, |parts| {
        for group in groups {
            let Some(group) = parts.groups.get_mut(&group.id) else { continue };
            let own = &mut Arc::make_mut(group).labels.tags;
            own.extend(tags.iter().map(|tag| (tag.key.to_owned(), tag.value.to_owned())));
        }
    })
}
