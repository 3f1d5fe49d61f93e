//! DescribeInstances: the instances of the scene, with what a scene knows of them.

use std::sync::Arc;

use crate::emulator::answer::{Outcome, Request};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::paging::Listing;
use crate::emulator::{Params, Value, common};
use crate::model::{Instance, NetworkInterface, Scenario};

/// Answers the call, filtered by `InstanceIds` (a JSON array of at most 100), `SecurityGroupId`,
/// `VpcId` and `InstanceName`. Other filters of the real operation are of things that scenes do
/// not have, and are ignored. Errors are the gateway's own.
pub(in crate::emulator) fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = common::region(request)?;
    let ids = ids(params)?;
    common::known_region(request, region)?;
    let scenario = request.scenario;
    let here = region == scenario.region().as_str();
    let met = |instance: &&Arc<Instance>| {
        let interfaces = || interfaces(scenario, instance);
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
    common::rehearsal(params)?;
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

fn interfaces<'a>(
    scenario: &'a Scenario,
    instance: &'a Instance,
) -> impl Iterator<Item = &'a Arc<NetworkInterface>> {
    instance.interfaces.iter().filter_map(|id| scenario.interface(id))
}

/// One instance. Groups, VPC and addresses at the top are those of the primary interface.
fn entry(scenario: &Scenario, instance: &Instance) -> Value {
    let primary = interfaces(scenario, instance).next();
    let groups = primary.map(|it| texts(it.groups.iter())).unwrap_or_default();
    let addresses = primary.map(|it| texts(it.addresses.iter())).unwrap_or_default();
    let vpc = primary.map_or("", |it| it.vpc.as_str());
    let public = primary.and_then(|it| it.public_address.as_ref());
    let attributes = Value::Object(vec![
        ("VpcId", Value::text(vpc)),
        ("PrivateIpAddress", Value::wrapped("IpAddress", addresses)),
    ]);
    let cards = interfaces(scenario, instance).enumerate().map(|(place, it)| card(place, it));
    Value::Object(vec![
        ("InstanceId", Value::text(instance.id.as_str())),
        ("InstanceName", Value::text(&instance.name)),
        ("RegionId", Value::text(scenario.region().as_str())),
        ("Status", Value::text("Running")),
        ("InstanceNetworkType", Value::text("vpc")),
        ("SecurityGroupIds", Value::wrapped("SecurityGroupId", groups)),
        ("VpcAttributes", attributes),
        ("PublicIpAddress", Value::wrapped("IpAddress", texts(public))),
        ("NetworkInterfaces", Value::wrapped("NetworkInterface", cards.collect())),
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

fn texts<T: ToString>(items: impl IntoIterator<Item = T>) -> Vec<Value> {
    items.into_iter().map(|item| Value::text(item.to_string())).collect()
}
