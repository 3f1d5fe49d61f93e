//! DescribeSecurityGroupAttribute: a group with its policy and its rules.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::paging;
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::value::{Field, Value};
use crate::emulator::{cause, common};
use crate::model::{
    AddressFamily, Direction, IpNet, Peer, PortListId, PortRange, Rule, Scenario, SecurityGroup,
};

error_table! {
    /// Why DescribeSecurityGroupAttribute refuses a call.
    NicType 400 "InvalidNicType.ValueNotSupported" "The specified NicType does not exist.",
        cause::NIC_TYPE;
    Attribute 400 "InvalidParameter.AttributeNotSupported"
        "The specified value for parameter Attribute is not supported. Valid values: snapshotPolicyIds.",
        cause::ATTRIBUTE_VALUE;
    Parameter 400 "InvalidParamter" "Invalid Parameter.", cause::QUERY_PARAMETER;
    GroupIdMalformed 400 "InvalidSecurityGroupId.Malformed"
        "The specified parameter \"SecurityGroupId\" is not valid.",
        cause::GROUP_ID_MALFORMED;
    RegionMissing 400 "MissingParameter.RegionId" "The parameter RegionId is missing.",
        cause::REGION_MISSING;
    RegionNotFound 404 "InvalidRegionId.NotFound" "The specified RegionId does not exist.",
        cause::REGION_UNKNOWN;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "The specified SecurityGroupId does not exist.",
        cause::GROUP_UNKNOWN;
    Internal 500 "InternalError" "The request processing has failed due to some unknown error.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
    Unavailable 500 "ServiceUnavailable" "The service is unavailable, please try again later.",
        cause::UNAVAILABLE, never cause::NEVER_OUTAGE;
}

/// The default maximum number of rules on a page.
const PAGE: usize = 500;

/// The operation row of DescribeSecurityGroupAttribute.
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
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("Attribute", "snapshotPolicyIds").one_of(&["snapshotPolicyIds"]),
    ParamSpec::new("Direction", "all").usual().one_of(&["egress", "ingress", "all"]),
    ParamSpec::new("MaxResults", "500").short(),
    ParamSpec::new("NextToken", "e71d8a535bd9cc11"),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("&G NicType=public"),
    CallTemplate::new("&G Attribute=rules"),
    CallTemplate::new("&G Direction=in"),
    CallTemplate::new("SecurityGroupId=sg-bp67acfmxazb4p****"),
    CallTemplate::new("-RegionId &G"),
    CallTemplate::new("RegionId=mars-1 &G"),
    CallTemplate::new("SecurityGroupId=sg-nobody"),
];

/// Answers the call. Managed groups can be read too.
///
/// Rules are paged if `MaxResults` or `NextToken` is given; otherwise the reply has all of them.
/// `NicType` does not filter anything (`Assumption::NicTypeIsIntranet`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = params.given("RegionId").ok_or_else(|| Error::RegionMissing.at("RegionId"))?;
    let id = common::group_id(params, Error::GroupIdMalformed)?;
    let direction = direction(request)?;
    if !matches!(params.given("NicType"), None | Some("internet" | "intranet")) {
        return Err(Error::NicType.at("NicType"));
    }
    if !matches!(params.given("Attribute"), None | Some("snapshotPolicyIds")) {
        return Err(Error::Attribute.at("Attribute"));
    }
    let most = paging::max_results(params, 10..=1000).map_err(|name| Error::Parameter.at(name))?;
    if !common::region_exists(request, region) {
        return Err(Error::RegionNotFound.at("RegionId"));
    }
    let group = common::group_in(request, region, &id);
    let group = group.ok_or_else(|| Error::GroupNotFound.at("SecurityGroupId"))?;
    let asked =
        |rule: &&Arc<Rule>| direction.is_none_or(|direction| rule.spec.direction == direction);
    let rules: Vec<&Arc<Rule>> = group.rules.iter().filter(asked).collect();
    let page = paging::page(params, id.as_str(), rules.len(), most, PAGE);
    let page = page.ok_or_else(|| Error::Parameter.at("NextToken"))?;
    let shown = rules.into_iter().skip(page.start).take(page.length);
    let permissions = shown.map(|rule| permission(request.scenario, rule)).collect();
    let mut fields = head(request.scenario, group);
    fields.push(("NextToken", Value::text(page.next_token)));
    if params.given("Attribute").is_some() {
        // Scenarios have no snapshot policies.
        let none = Value::wrapped("SnapshotPolicyId", Vec::new());
        fields.push(("SnapshotPolicyIds", none));
    }
    fields.push(("Permissions", Value::wrapped("Permission", permissions)));
    Ok(Outcome::unchanged(request).saying(fields))
}

/// The requested direction; `None` means both.
fn direction(request: &Request<'_>) -> Result<Option<Direction>, Refusal> {
    match request.params.given("Direction") {
        None | Some("all") => Ok(None),
        Some("ingress") => Ok(Some(Direction::Ingress)),
        Some("egress") => Ok(Some(Direction::Egress)),
        Some(_) => Err(Error::Parameter.at("Direction")),
    }
}

fn head(scenario: &Scenario, group: &SecurityGroup) -> Vec<Field> {
    vec![
        ("RegionId", Value::text(scenario.region().as_str())),
        ("VpcId", Value::text(group.vpc.as_str())),
        ("SecurityGroupId", Value::text(group.id.as_str())),
        ("SecurityGroupName", Value::text(&group.name)),
        ("Description", Value::text(&group.description)),
        ("InnerAccessPolicy", Value::text(group.group_type.inner_access_policy().as_str())),
    ]
}

/// One rule with every documented field, in order. Fields that do not apply are empty.
///
/// For the value of `Priority`, see `Assumption::PriorityIsNumber`.
fn permission(scenario: &Scenario, rule: &Rule) -> Value {
    let source_ports = rule.spec.protocol.ports().map(|ports| ports.source);
    let source_ports = source_ports.filter(|range| *range != PortRange::ALL);
    // A rule with a port list has no range of its own.
    let list = rule.spec.list();
    let ports = list.map_or_else(|| rule.spec.protocol.port_range_text(), |_| String::new());
    let name = list.and_then(|id| scenario.port_list(id)).map_or("", |list| list.name.as_str());
    let mut fields = vec![
        ("SecurityGroupRuleId", Value::text(rule.id.as_str())),
        ("Direction", Value::text(rule.spec.direction.as_str())),
        ("IpProtocol", Value::text(rule.spec.protocol.protocol().to_string())),
        ("PortRange", Value::text(ports)),
        ("SourcePortRange", Value::text(source_ports.map_or_else(String::new, |r| r.to_string()))),
        ("Policy", Value::text(rule.spec.policy.as_str())),
        ("Priority", Value::Number(i64::from(rule.spec.priority.get()))),
        ("NicType", Value::text("intranet")),
        ("Description", Value::text(&rule.description)),
        ("CreateTime", Value::text(rule.created.to_string())),
    ];
    let remote = Ends::remote(scenario, &rule.spec.peer);
    let own = rule
        .spec
        .local_cidr
        .map_or_else(Ends::default, |block| Ends::remote(scenario, &Peer::Cidr(block)));
    let (source, dest) = match rule.spec.direction {
        Direction::Ingress => (remote, own),
        Direction::Egress => (own, remote),
    };
    fields.extend(source.fields(SOURCE));
    fields.extend(dest.fields(DEST));
    fields.push(("PortRangeListId", Value::text(list.map_or("", PortListId::as_str))));
    fields.push(("PortRangeListName", Value::text(name)));
    Value::Object(fields)
}

const SOURCE: [&str; 7] = [
    "SourceCidrIp",
    "Ipv6SourceCidrIp",
    "SourceGroupId",
    "SourceGroupName",
    "SourceGroupOwnerAccount",
    "SourcePrefixListId",
    "SourcePrefixListName",
];

const DEST: [&str; 7] = [
    "DestCidrIp",
    "Ipv6DestCidrIp",
    "DestGroupId",
    "DestGroupName",
    "DestGroupOwnerAccount",
    "DestPrefixListId",
    "DestPrefixListName",
];

/// A block as replies show it: a single address has no mask (`Assumption::HostWithoutMask`).
fn unmasked(block: &IpNet) -> String {
    if block.prefix_len() == block.max_prefix_len() {
        block.addr().to_string()
    } else {
        block.to_string()
    }
}

/// The fields of one side of a rule, in the order of the field names above.
#[derive(Default)]
struct Ends([String; 7]);

impl Ends {
    fn remote(scenario: &Scenario, peer: &Peer) -> Self {
        let mut ends = Self::default();
        let [v4, v6, group_id, group_name, owner, list_id, list_name] = &mut ends.0;
        match peer {
            Peer::Cidr(block) => match AddressFamily::of_block(block) {
                AddressFamily::V4 => *v4 = unmasked(block),
                AddressFamily::V6 => *v6 = unmasked(block),
            },
            Peer::Group(id) => {
                *group_id = id.to_string();
                if let Some(group) = scenario.group(id) {
                    group_name.clone_from(&group.name);
                    *owner = group.owner.clone().unwrap_or_default();
                }
            }
            Peer::PrefixList(id) => {
                *list_id = id.to_string();
                let list = scenario.prefix_list(id);
                *list_name = list.map_or_else(String::new, |it| it.name.clone());
            }
        }
        ends
    }

    fn fields(self, names: [&'static str; 7]) -> impl Iterator<Item = Field> {
        names.into_iter().zip(self.0).map(|(name, text)| (name, Value::Text(text)))
    }
}
