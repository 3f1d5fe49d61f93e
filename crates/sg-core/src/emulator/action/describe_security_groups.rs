//! DescribeSecurityGroups: the groups of a region, filtered and paged.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::paging::Listing;
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::params::Params;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::tag::{self, SpelledTag};
use crate::emulator::value::Value;
use crate::emulator::{cause, common, naming};
use crate::model::{
    GroupType, LimitId, Peer, ResourceGroupId, Scenario, SecurityGroup, SecurityGroupId,
};

error_table! {
    /// Why DescribeSecurityGroups refuses a call.
    NextToken 400 "InValidParameter.NextToken" "The parameter NextToken is invalid.",
        cause::NEXT_TOKEN;
    GroupType 400 "InvalidParameter.SecurityGroupType"
        "The specified SecurityGroupType is not valid.",
        cause::GROUP_TYPE_VALUE;
    GroupIdMalformed 400 "InvalidSecurityGroupId.Malformed"
        "The specified parameter SecurityGroupId is not valid.",
        cause::GROUP_IDS_MALFORMED;
    Name 400 "InvalidSecurityGroupName.Malformed"
        "The specified parameter SecurityGroupName is not valid.",
        cause::GROUP_NAME;
    RegionMissing 400 "MissingParameter.RegionId"
        "The input parameter RegionId that is mandatory for processing this request is not supplied.",
        cause::REGION_MISSING;
    PageNumber 400 "NotSupported.PageNumberAndPageSize"
        "The parameters PageNumber and PageSize are currently not supported, please use NextToken and MaxResults instead.",
        cause::PAGE_NUMBER_CLOSED, never cause::NEVER_PAGE_NUMBER;
    Internal 500 "InternalError" "The request processing has failed due to some unknown error.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
}

/// The operation row of DescribeSecurityGroups.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: Some(2026),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Get, &[permission::GROUP]).with_keys(&["ecs:tag"]),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****"),
    ParamSpec::new("SecurityGroupIds", "[\"sg-bp67acfmxazb4p****\", \"sg-bp67acfmxazb4p****\"]"),
    ParamSpec::new("SecurityGroupName", "testSecurityGroupName"),
    ParamSpec::new("SecurityGroupType", "enterprise").one_of(&["normal", "enterprise"]),
    ParamSpec::new("VpcId", "vpc-bp1opxu1zkhn00gzv****"),
    ParamSpec::new("NetworkType", "vpc").one_of(&["vpc", "classic"]),
    ParamSpec::new("ServiceManaged", "false").truth(),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4p****"),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("MaxResults", "10").short().usual(),
    ParamSpec::new("NextToken", "e71d8a535bd9cc11"),
    ParamSpec::new("DryRun", "false").truth(),
    ParamSpec::new("PageNumber", "1").short().deprecated(),
    ParamSpec::new("PageSize", "10").short().deprecated(),
    ParamSpec::new("FuzzyQuery", "").truth().deprecated(),
    ParamSpec::new("IsQueryEcsCount", "").truth().deprecated(),
    ParamSpec::new("Tag.N.key", "").deprecated(),
    ParamSpec::new("Tag.N.value", "").deprecated(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("NextToken=e71d8a535bd9cc11"),
    CallTemplate::new("SecurityGroupType=basic"),
    CallTemplate::new("SecurityGroupId=sg-bp67acfmxazb4p****"),
    CallTemplate::new("SecurityGroupName=1st"),
    CallTemplate::new("-RegionId"),
    CallTemplate::new("RegionId=mars-1"),
    CallTemplate::new("ServiceManaged=maybe"),
    CallTemplate::new("MaxResults=0"),
    CallTemplate::new("PageNumber=0"),
    CallTemplate::new("PageSize=51"),
    CallTemplate::new("NetworkType=vlan"),
    CallTemplate::new("IsQueryEcsCount=1"),
    CallTemplate::new("FuzzyQuery=1"),
    CallTemplate::new("DryRun=1"),
    CallTemplate::new("DryRun=true"),
];

/// Answers the call. Managed groups are listed too. A filter that no group matches gives an empty
/// list, not an error.
///
/// Without `SecurityGroupType`, both types are listed. If several tags are given, a group must have
/// all of them (`Assumption::AllTagsMatch`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = params.given("RegionId").ok_or_else(|| Error::RegionMissing.at("RegionId"))?;
    let filter = Filter::of(params)?;
    let count = common::truth(params, "IsQueryEcsCount", common::Error::QueryCount)?;
    common::known_region(request, region)?;
    let here = region == request.scenario.region().as_str();
    let met = |group: &&Arc<SecurityGroup>| here && filter.meets(group);
    let groups: Vec<&Arc<SecurityGroup>> = {
        let own = request.scenario.groups().filter(|group| group.owner.is_none());
        own.filter(met).collect()
    };
    let listing = Listing::of(params, "DescribeSecurityGroups", groups.len(), Error::NextToken)?;
    common::dry_run(params)?;
    let entry = |group| entry(request.scenario, group, count == Some(true));
    let shown = listing.cut(groups).map(entry).collect();
    let mut fields = vec![("RegionId", Value::text(region))];
    fields.extend(listing.fields());
    fields.push(("SecurityGroups", Value::wrapped("SecurityGroup", shown)));
    Ok(Outcome::unchanged(request).saying(fields))
}

/// The conditions for a group to be listed.
struct Filter<'a> {
    ids: Option<BTreeSet<SecurityGroupId>>,
    name: Option<&'a str>,
    fuzzy: bool,
    group_type: Option<&'a str>,
    vpc: Option<&'a str>,
    managed: Option<bool>,
    tags: Vec<SpelledTag<'a>>,
    resource_group: Option<&'a str>,
    /// Whether classic groups are requested; no scenario has any.
    classic: bool,
}

impl<'a> Filter<'a> {
    fn of(params: &'a Params) -> Result<Self, Refusal> {
        let ids = ids(params)?;
        let name = params.given("SecurityGroupName");
        if name.is_some_and(|name| !naming::is_group_name(name)) {
            return Err(Error::Name.at("SecurityGroupName"));
        }
        let group_type = params.given("SecurityGroupType");
        if !matches!(group_type, None | Some("normal" | "enterprise")) {
            return Err(Error::GroupType.at("SecurityGroupType"));
        }
        let classic = match params.given("NetworkType") {
            None | Some("vpc") => false,
            Some("classic") => true,
            Some(_) => return Err(common::Error::NetworkType.at("NetworkType")),
        };
        let fuzzy = common::truth(params, "FuzzyQuery", common::Error::FuzzyQuery)?;
        Ok(Self {
            ids,
            name,
            fuzzy: fuzzy == Some(true),
            group_type,
            vpc: params.given("VpcId"),
            managed: common::service_managed(params)?,
            tags: tag::spelled(params),
            resource_group: params.given("ResourceGroupId"),
            classic,
        })
    }

    fn meets(&self, group: &SecurityGroup) -> bool {
        let named = |name: &str| match self.fuzzy {
            true => group.name.contains(name),
            false => group.name == name,
        };
        let own = group.labels.resource_group.as_ref();
        !self.classic
            && self.ids.as_ref().is_none_or(|ids| ids.contains(&group.id))
            && self.name.is_none_or(named)
            && self.group_type.is_none_or(|own| group.group_type.as_str() == own)
            && self.vpc.is_none_or(|vpc| group.vpc.as_str() == vpc)
            && self.managed.is_none_or(|managed| group.service_managed == managed)
            && self.tags.iter().all(|tag| tag.is_on(&group.labels))
            && self.resource_group.is_none_or(|id| own.is_some_and(|own| own.as_str() == id))
    }
}

/// The requested IDs: `SecurityGroupId`, and `SecurityGroupIds`, a JSON array of at most 100. If
/// both are given, a group must be in both.
fn ids(params: &Params) -> Result<Option<BTreeSet<SecurityGroupId>>, Refusal> {
    let one = match params.given("SecurityGroupId") {
        None => None,
        Some(text) => Some(id(text, "SecurityGroupId")?),
    };
    let Some(text) = params.given("SecurityGroupIds") else {
        return Ok(one.map(|id| BTreeSet::from([id])));
    };
    let malformed = || Error::GroupIdMalformed.at("SecurityGroupIds");
    let texts: Vec<String> = serde_json::from_str(text).map_err(|_| malformed())?;
    if texts.len() > 100 {
        return Err(malformed());
    }
    let all: Result<BTreeSet<_>, _> =
        texts.iter().map(|text| id(text, "SecurityGroupIds")).collect();
    let all = all?;
    Ok(Some(match one {
        Some(one) => all.into_iter().filter(|id| *id == one).collect(),
        None => all,
    }))
}

fn id(text: &str, param: &str) -> Result<SecurityGroupId, Refusal> {
    SecurityGroupId::parse(text).map_err(|_| Error::GroupIdMalformed.at(param))
}

/// One group with every documented field, in order. `EcsCount` and `AvailableInstanceAmount` are
/// only counted on request, as the page says of `IsQueryEcsCount`. For `DeletionProtection`, see
/// `Assumption::ProtectionIsListed`.
fn entry(scenario: &Scenario, group: &Arc<SecurityGroup>, count: bool) -> Value {
    let members = match group.group_type {
        GroupType::Basic(_) => scenario.quotas().get(LimitId::AddressesPerBasicGroup),
        GroupType::Advanced => scenario.quotas().get(LimitId::InterfacesPerAdvancedGroup),
    };
    let used = match group.group_type {
        GroupType::Basic(_) => scenario.members(&group.id).map(|it| it.addresses.len()).sum(),
        GroupType::Advanced => scenario.members(&group.id).count(),
    };
    let instances: BTreeSet<_> = scenario
        .members(&group.id)
        .filter_map(|interface| scenario.instance_of(&interface.id))
        .map(|instance| &instance.id)
        .collect();
    let on_request = |number: usize| Value::count(if count { number } else { 0 });
    let service = group.labels.service.id.and_then(|id| i64::try_from(id).ok()).unwrap_or(0);
    let resource_group = group.labels.resource_group.as_ref();
    let tag = |(key, value): (&String, &String)| {
        Value::Object(vec![("TagKey", Value::text(key)), ("TagValue", Value::text(value))])
    };
    let peers = group.rules.iter().filter(|rule| matches!(rule.spec.peer, Peer::Group(_))).count();
    Value::Object(vec![
        ("SecurityGroupId", Value::text(group.id.as_str())),
        ("SecurityGroupName", Value::text(&group.name)),
        ("Description", Value::text(&group.description)),
        ("SecurityGroupType", Value::text(group.group_type.as_str())),
        ("VpcId", Value::text(group.vpc.as_str())),
        ("CreationTime", Value::text(group.created.to_string())),
        ("EcsCount", on_request(instances.len())),
        ("AvailableInstanceAmount", on_request(members.saturating_sub(used))),
        ("ResourceGroupId", Value::text(resource_group.map_or("", ResourceGroupId::as_str))),
        ("ServiceManaged", Value::Truth(group.service_managed)),
        ("ServiceID", Value::Number(service)),
        ("DeletionProtection", Value::Truth(group.labels.deletion_protection)),
        ("RuleCount", Value::count(group.rules.len())),
        ("GroupToGroupRuleCount", Value::count(peers)),
        ("Tags", Value::wrapped("Tag", group.labels.tags.iter().map(tag).collect())),
    ])
}
