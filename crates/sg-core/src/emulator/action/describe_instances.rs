//! DescribeInstances: the instances of the scenario, as far as it describes them.

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
use crate::emulator::value::Value;
use crate::emulator::{cause, common, instance_fields, surroundings};
use crate::model::{Instance, NetworkInterface, Scenario};

error_table! {
    /// Why DescribeInstances refuses a call.
    ChargeType 404 "InvalidInstanceChargeType.NotFound"
        "The InstanceChargeType does not exist in our records",
        cause::INSTANCE_FILTER, never cause::NEVER_FILTER;
    InternetChargeType 404 "InvalidInternetChargeType.ValueNotSupported"
        "The specified InternetChargeType is not valid",
        cause::INSTANCE_FILTER, never cause::NEVER_FILTER;
    LockReason 404 "InvalidLockReason.NotFound"
        "The specified LockReason is not found",
        cause::INSTANCE_FILTER, never cause::NEVER_FILTER;
    FilterKey 404 "InvalidFilterKey.NotFound"
        "",
        cause::INSTANCE_FILTER, never cause::NEVER_FILTER;
    NetworkType 404 "InvalidNetworkType.NotFound"
        "The specified InstanceNetworkType is not found",
        cause::INSTANCE_NETWORK_VALUE;
    Status 404 "InvalidStatus.NotFound"
        "The specified Status is not found",
        cause::INSTANCE_STATUS_VALUE;
    TagMismatch 400 "InvalidTag.Mismatch"
        "The specified Tag.n.Key and Tag.n.Value are not match.",
        cause::INSTANCE_FILTER, never cause::NEVER_FILTER;
    TagCount 400 "InvalidTagCount"
        "The specified tags are beyond the permitted range.",
        cause::INSTANCE_FILTER, never cause::NEVER_FILTER;
    HpcCluster 400 "InvalidHpcClusterId.NotFound"
        "The specified HpcClusterId is not found.",
        cause::INSTANCE_FILTER, never cause::NEVER_FILTER;
    HpcClusterCreating 400 "InvalidHpcClusterId.Creating"
        "The specified HpcClusterId is creating.",
        cause::INSTANCE_FILTER, never cause::NEVER_FILTER;
}

/// The operation row of DescribeInstances.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::Without(LEFT_OUT),
    permission: Permission::new(Access::List, &[permission::INSTANCES]).undocumented(),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("InstanceIds", "[\"i-bp67acfmxazb4p****\"]"),
    ParamSpec::new("InstanceName", "SampleName"),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****"),
    ParamSpec::new("VpcId", "vpc-bp1opxu1zkhn00gzv****"),
    ParamSpec::new("VSwitchId", "vsw-bp67acfmxazb4p****"),
    ParamSpec::new("ZoneId", "cn-hangzhou-g"),
    ParamSpec::new("InstanceType", "ecs.g5.large"),
    ParamSpec::new("InstanceNetworkType", "vpc").one_of(&["vpc", "classic"]),
    ParamSpec::new("Status", "Running").one_of(STATUSES),
    ParamSpec::new("PrivateIpAddresses", "[\"172.16.0.1\"]"),
    ParamSpec::new("PublicIpAddresses", "[\"42.1.1.1\"]"),
    ParamSpec::new("MaxResults", "10").short(),
    ParamSpec::new("NextToken", "e71d8a535bd9cc11"),
    ParamSpec::new("PageNumber", "1").short(),
    ParamSpec::new("PageSize", "10").short(),
    ParamSpec::new("DryRun", "false").truth(),
];

const STATUSES: &[&str] = &["Pending", "Running", "Starting", "Stopping", "Stopped"];

/// Fields that a scenario does not know: hardware, image, price, tags.
const LEFT_OUT: &[&str] = &[
    "Instances.Instance[].AdditionalInfo",
    "Instances.Instance[].AutoReleaseTime",
    "Instances.Instance[].ClockOptions",
    "Instances.Instance[].ClusterId",
    "Instances.Instance[].Cpu",
    "Instances.Instance[].CpuOptions",
    "Instances.Instance[].CreditSpecification",
    "Instances.Instance[].DedicatedHostAttribute",
    "Instances.Instance[].DedicatedInstanceAttribute",
    "Instances.Instance[].DeletionProtection",
    "Instances.Instance[].DeploymentSetGroupNo",
    "Instances.Instance[].DeploymentSetId",
    "Instances.Instance[].Description",
    "Instances.Instance[].DeviceAvailable",
    "Instances.Instance[].EcsCapacityReservationAttr",
    "Instances.Instance[].EipAddress",
    "Instances.Instance[].EnableNVS",
    "Instances.Instance[].ExpiredTime",
    "Instances.Instance[].GPUAmount",
    "Instances.Instance[].GPUSpec",
    "Instances.Instance[].HibernationOptions",
    "Instances.Instance[].HostName",
    "Instances.Instance[].HpcClusterId",
    "Instances.Instance[].ISP",
    "Instances.Instance[].ImageId",
    "Instances.Instance[].ImageOptions",
    "Instances.Instance[].InstanceChargeType",
    "Instances.Instance[].InstanceTypeFamily",
    "Instances.Instance[].InternetChargeType",
    "Instances.Instance[].InternetMaxBandwidthIn",
    "Instances.Instance[].InternetMaxBandwidthOut",
    "Instances.Instance[].IoOptimized",
    "Instances.Instance[].KeyPairName",
    "Instances.Instance[].LocalStorageAmount",
    "Instances.Instance[].LocalStorageCapacity",
    "Instances.Instance[].Memory",
    "Instances.Instance[].MetadataOptions",
    "Instances.Instance[].OSName",
    "Instances.Instance[].OSNameEn",
    "Instances.Instance[].OSType",
    "Instances.Instance[].PrivateDnsNameOptions",
    "Instances.Instance[].RdmaIpAddress",
    "Instances.Instance[].Recyclable",
    "Instances.Instance[].ResourceGroupId",
    "Instances.Instance[].SaleCycle",
    "Instances.Instance[].SecurityOptions",
    "Instances.Instance[].SerialNumber",
    "Instances.Instance[].SpotDuration",
    "Instances.Instance[].SpotInterruptionBehavior",
    "Instances.Instance[].SpotPriceLimit",
    "Instances.Instance[].SpotStrategy",
    "Instances.Instance[].StartTime",
    "Instances.Instance[].StoppedMode",
    "Instances.Instance[].Tags",
    "Instances.Instance[].VlanId",
    "Instances.Instance[].VpcAttributes.NatIpAddress",
    "Instances.Instance[].NetworkInterfaces.NetworkInterface[].Ipv4PrefixSets",
    "Instances.Instance[].NetworkInterfaces.NetworkInterface[].Ipv6PrefixSets",
    "Instances.Instance[].NetworkInterfaces.NetworkInterface[].Ipv6Sets",
    "Instances.Instance[].NetworkInterfaces.NetworkInterface[].MacAddress",
    "Instances.Instance[].NetworkInterfaces.NetworkInterface[].PrivateIpSets",
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("InstanceNetworkType=vlan"),
    CallTemplate::new("Status=Hidden"),
    CallTemplate::new("RegionId=mars-1"),
    CallTemplate::new("-RegionId"),
    CallTemplate::new("MaxResults=x"),
    CallTemplate::new("NextToken=x"),
    CallTemplate::new("InstanceIds=i-1"),
    CallTemplate::new("PrivateIpAddresses=10.0.0.1"),
    CallTemplate::new("PublicIpAddresses=203.0.113.1"),
    CallTemplate::new("PageNumber=0"),
    CallTemplate::new("PageSize=1000"),
    CallTemplate::new("DryRun=1"),
    CallTemplate::new("DryRun=true"),
];

/// Answers the call, filtered by `InstanceIds` (a JSON array of at most 100), `SecurityGroupId`,
/// `VpcId`, `VSwitchId`, `ZoneId`, `InstanceType`, `Status`, `InstanceNetworkType`, addresses (JSON
/// arrays of at most 100) and `InstanceName`. Other filters of the real operation concern things
/// that scenarios do not have, and are ignored. For zones, vSwitches, types and times, see
/// `Assumption::MadeUpSurroundings`; for errors that the table lacks, `Assumption::NoTableAtHand`.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = common::region(request)?;
    let filter = Filter::of(params)?;
    common::known_region(request, region)?;
    let scenario = request.scenario;
    let here = region == scenario.region().as_str();
    let met = |instance: &&Arc<Instance>| here && filter.meets(params, scenario, instance);
    let instances: Vec<&Arc<Instance>> = scenario.instances().filter(met).collect();
    let none = common::Error::NextToken;
    let (most, total) = (Listing::most(params)?, instances.len());
    let listing = Listing::by(params, "DescribeInstances", total, none, most, 100)?;
    common::dry_run(params)?;
    let shown = listing.cut(instances).map(|instance| entry(scenario, instance)).collect();
    let mut fields = listing.fields();
    fields.push(("Instances", Value::wrapped("Instance", shown)));
    Ok(Outcome::unchanged(request).saying(fields))
}

/// The conditions for an instance to be listed, as far as they have to be read first.
struct Filter {
    ids: Option<Vec<String>>,
    private: Option<Vec<String>>,
    public: Option<Vec<String>>,
}

impl Filter {
    fn of(params: &Params) -> Result<Self, Refusal> {
        let listed = |name: &str, otherwise: common::Error| {
            let Some(text) = params.given(name) else { return Ok(None) };
            let items: Option<Vec<String>> = serde_json::from_str(text).ok();
            let items = items.filter(|items| items.len() <= 100);
            items.map(Some).ok_or_else(|| otherwise.at(name))
        };
        let ids = listed("InstanceIds", common::Error::InstanceIds)?;
        let private = listed("PrivateIpAddresses", common::Error::PrivateAddresses)?;
        let public = listed("PublicIpAddresses", common::Error::PublicAddresses)?;
        if !matches!(params.given("InstanceNetworkType"), None | Some("vpc" | "classic")) {
            return Err(Error::NetworkType.at("InstanceNetworkType"));
        }
        if params.given("Status").is_some_and(|status| !STATUSES.contains(&status)) {
            return Err(Error::Status.at("Status"));
        }
        Ok(Self { ids, private, public })
    }

    fn meets(&self, params: &Params, scenario: &Scenario, instance: &Instance) -> bool {
        let interfaces = || instance_fields::interfaces(scenario, instance);
        let is = |name: &str, value: &str| params.given(name).is_none_or(|given| given == value);
        let any = |name: &str, holds: &dyn Fn(&NetworkInterface, &str) -> bool| {
            params.given(name).is_none_or(|given| interfaces().any(|it| holds(it, given)))
        };
        let among = |list: &Option<Vec<String>>, item: &str| {
            list.as_ref().is_none_or(|list| list.iter().any(|own| own == item))
        };
        let has = |list: &Option<Vec<String>>, own: fn(&NetworkInterface) -> Vec<String>| {
            let held: Vec<String> = interfaces().flat_map(|it| own(it)).collect();
            list.as_ref().is_none_or(|list| list.iter().any(|address| held.contains(address)))
        };
        among(&self.ids, instance.id.as_str())
            && has(&self.private, |it| it.addresses.iter().map(ToString::to_string).collect())
            && has(&self.public, |it| it.public_addresses().map(|it| it.to_string()).collect())
            && any("SecurityGroupId", &|it, id| it.groups.iter().any(|own| own.as_str() == id))
            && any("VpcId", &|it, id| it.vpc.as_str() == id)
            && any("VSwitchId", &|it, id| surroundings::vswitch_of(scenario, it) == id)
            && is("InstanceName", &instance.name)
            && is("InstanceType", surroundings::INSTANCE_TYPE)
            && is(
                "ZoneId",
                &surroundings::zone_of(scenario, instance_fields::primary(scenario, instance)),
            )
            && is("InstanceNetworkType", instance_fields::NETWORK_TYPE)
            && is("Status", instance_fields::STATUS)
    }
}

fn entry(scenario: &Scenario, instance: &Instance) -> Value {
    let primary = instance_fields::primary(scenario, instance);
    let interfaces = instance_fields::interfaces(scenario, instance).enumerate();
    let interfaces = interfaces.map(|(place, it)| card(place, it)).collect();
    Value::Object(vec![
        ("InstanceId", Value::text(instance.id.as_str())),
        ("InstanceName", Value::text(&instance.name)),
        ("InstanceType", Value::text(surroundings::INSTANCE_TYPE)),
        ("CreationTime", Value::text(surroundings::CREATION_TIME)),
        ("RegionId", Value::text(scenario.region().as_str())),
        ("ZoneId", Value::text(surroundings::zone_of(scenario, primary))),
        ("Status", Value::text(instance_fields::STATUS)),
        ("InstanceNetworkType", Value::text(instance_fields::NETWORK_TYPE)),
        ("SecurityGroupIds", instance_fields::group_ids(primary)),
        ("VpcAttributes", instance_fields::vpc_attributes(scenario, primary)),
        ("PublicIpAddress", instance_fields::public_addresses(primary)),
        ("InnerIpAddress", instance_fields::inner_addresses()),
        ("OperationLocks", instance_fields::locks()),
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
