//! DescribeInstances: the instances of the scenario, as far as it describes them.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::paging::Listing;
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::params::Params;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::value::Value;
use crate::emulator::{common, instance_fields};
use crate::model::{Instance, NetworkInterface, Scenario};

/// The operation row of DescribeInstances.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: None,
    errors: &[],
    borrowed: &[],
    reply: ReplyFields::NoListAtHand,
    permission: Permission::new(Access::List, &[permission::INSTANCES]).undocumented(),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
    answer: Handler::Plain(answer),
};

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("InstanceIds", "[\"i-bp67acfmxazb4p****\"]"),
    ParamSpec::new("InstanceName", "SampleName"),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****"),
    ParamSpec::new("VpcId", "vpc-bp1opxu1zkhn00gzv****"),
    ParamSpec::new("MaxResults", "10").short(),
    ParamSpec::new("NextToken", "e71d8a535bd9cc11"),
    ParamSpec::new("PageNumber", "1").short(),
    ParamSpec::new("PageSize", "10").short(),
    ParamSpec::new("DryRun", "false").truth(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("RegionId=mars-1"),
    CallTemplate::new("-RegionId"),
    CallTemplate::new("MaxResults=x"),
    CallTemplate::new("NextToken=x"),
    CallTemplate::new("InstanceIds=i-1"),
    CallTemplate::new("PageNumber=0"),
    CallTemplate::new("PageSize=1000"),
    CallTemplate::new("DryRun=1"),
    CallTemplate::new("DryRun=true"),
];

/// Answers the call, filtered by `InstanceIds` (a JSON array of at most 100), `SecurityGroupId`,
/// `VpcId` and `InstanceName`. Other filters of the real operation concern things that scenarios do
/// not have, and are ignored. No error table is available (`Assumption::NoTableAtHand`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = common::region(request)?;
    let ids = ids(params)?;
    common::known_region(request, region)?;
    let scenario = request.scenario;
    let here = region == scenario.region().as_str();
    let met = |instance: &&Arc<Instance>| {
        let interfaces = || instance_fields::interfaces(scenario, instance);
        let group = params.given("SecurityGroupId");
        let vpc = params.given("VpcId");
        let in_group = |id: &str| interfaces().any(|it| it.groups.iter().any(|g| g.as_str() == id));
        here && ids.as_ref().is_none_or(|ids| ids.iter().any(|id| id == instance.id.as_str()))
            && group.is_none_or(in_group)
            && vpc.is_none_or(|vpc| interfaces().any(|it| it.vpc.as_str() == vpc))
            && params.given("InstanceName").is_none_or(|name| instance.name == name)
    };
    let instances: Vec<&Arc<Instance>> = scenario.instances().filter(met).collect();
    let none = common::Error::NextToken;
    let listing = Listing::of(params, "DescribeInstances", instances.len(), none)?;
    common::dry_run(params)?;
    let shown = listing.cut(instances).map(|instance| entry(scenario, instance)).collect();
    let mut fields = listing.fields();
    fields.push(("Instances", Value::wrapped("Instance", shown)));
    Ok(Outcome::unchanged(request).saying(fields))
}

fn ids(params: &Params) -> Result<Option<Vec<String>>, Refusal> {
    let Some(text) = params.given("InstanceIds") else { return Ok(None) };
    let ids: Option<Vec<String>> = serde_json::from_str(text).ok();
    let ids = ids.filter(|ids| ids.len() <= 100);
    ids.map(Some).ok_or_else(|| common::Error::InstanceIds.at("InstanceIds"))
}

fn entry(scenario: &Scenario, instance: &Instance) -> Value {
    let primary = instance_fields::primary(scenario, instance);
    let interfaces = instance_fields::interfaces(scenario, instance).enumerate();
    let interfaces = interfaces.map(|(place, it)| card(place, it)).collect();
    Value::Object(vec![
        ("InstanceId", Value::text(instance.id.as_str())),
        ("InstanceName", Value::text(&instance.name)),
        ("RegionId", Value::text(scenario.region().as_str())),
        ("Status", Value::text(instance_fields::STATUS)),
        ("InstanceNetworkType", Value::text(instance_fields::NETWORK_TYPE)),
        ("SecurityGroupIds", instance_fields::group_ids(primary)),
        ("VpcAttributes", instance_fields::vpc_attributes(primary)),
        ("PublicIpAddress", instance_fields::public_addresses(primary)),
        ("NetworkInterfaces", Value::wrapped("NetworkInterface", interfaces)),
    ])
}

fn card(place: usize, interface: &NetworkInterface) -> Value {
    let primary = interface.addresses.first().map(ToString::to_string).unwrap_or_default();
    Value::Object(vec![
        ("NetworkInterfaceId", Value::text(interface.id.as_str())),
        ("Type", Value::text(if place == 0 { "Primary" } else { "Secondary" })),
        ("PrimaryIpAddress", Value::text(primary)),
    ])
}
