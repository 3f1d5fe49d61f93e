//! ListTagResources: lists the tags of security groups.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::Groups;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::tagging::{self, Target};
use crate::emulator::value::Value;
use crate::emulator::{cause, common, tag};

error_table! {
    /// Why ListTagResources refuses a call.
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
        cause::RESOURCE_UNKNOWN, never cause::NEVER_LISTED;
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
        cause::TAG_QUOTA, never cause::NEVER_SHARED_TAGS;
    NotTagged 403 "InvalidResourceId.NotSupported"
        "The specified ResourceId does not support tagging.",
        cause::RESOURCE_NOT_TAGGED, never cause::NEVER_LISTED;
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
    // Named in the description of a parameter, without status and message.
    + ValueAlone 400 "InvalidParameter.TagValue" "%s", cause::TAG_VALUE_ALONE;
}

tagging::tagging_rows!();

/// The operation row of ListTagResources.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::List, &[permission::GROUPS]).undocumented(),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("ResourceType", "securitygroup").required().one_of(tagging::TYPES),
    ParamSpec::new("ResourceId.N", "sg-bp67acfmxazb4p****").usual(),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("NextToken", "caeba0bbb2be03f84eb48b699f0a4883"),
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
    CallTemplate::new("ResourceType=securitygroup"),
    CallTemplate::with("ResourceType=securitygroup ResourceId.1=$basic Tag.*21*.Key=k#", &[Groups]),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$basic Tag.1.Key=team Tag.2.Key=team",
        &[Groups],
    ),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$basic Tag.1.Key=aliyun-team",
        &[Groups],
    ),
    CallTemplate::with(
        "ResourceType=securitygroup ResourceId.1=$basic Tag.1.Key=team Tag.1.Value=@x*129",
        &[Groups],
    ),
    CallTemplate::with("ResourceType=securitygroup ResourceId.1=$basic Tag.1.Value=web", &[Groups]),
    CallTemplate::with("ResourceType=securitygroup ResourceId.1=$basic NextToken=x", &[Groups]),
];

/// Answers the call. Resources that do not exist are left out, and resources other than security
/// groups have no tags (`Assumption::OnlyGroupsHaveTags`). With several tags, a group must have all of
/// them; a tag without a value matches any. Only the tags that were asked for are listed.
///
/// Everything is on one page, since the page does not state the size of one.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let target = Target::of::<Error>(request)?;
    let spelled = tag::spelled(params);
    if let Some(first) = spelled.iter().find(|tag| tag.key.is_empty()) {
        let words = "a value is given without its key";
        return Err(Error::ValueAlone.saying(&first.value_param(), words));
    }
    if spelled.is_empty() && target.ids.is_empty() {
        return Err(Error::TagsMissing.at("ResourceId.1"));
    }
    let tags = if spelled.is_empty() { spelled } else { tagging::tags::<Error>(request)? };
    target.region_exists::<Error>(request)?;
    if params.given("NextToken").is_some() {
        return Err(common::Error::NextToken.at("NextToken"));
    }
    let mut shown = Vec::new();
    for group in target.found(request) {
        if !tags.iter().all(|tag| tag.is_on(&group.labels)) {
            continue;
        }
        let asked = |key: &str| tags.is_empty() || tags.iter().any(|tag| tag.key == key);
        for (key, value) in group.labels.tags.iter().filter(|(key, _)| asked(key)) {
            shown.push(Value::Object(vec![
                ("ResourceId", Value::text(group.id.as_str())),
                ("ResourceType", Value::text(tagging::GROUPS)),
                ("TagKey", Value::text(key)),
                ("TagValue", Value::text(value)),
            ]));
        }
    }
    let resources = Value::wrapped("TagResource", shown);
    let fields = vec![("NextToken", Value::text("")), ("TagResources", resources)];
    Ok(Outcome::unchanged(request).saying(fields))
}
