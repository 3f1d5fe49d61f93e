//! DescribeNetworkInterfaces: the network interfaces of the scenario, filtered and paged.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::interface_fields;
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::paging::Listing;
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::params::Params;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::value::Value;
use crate::emulator::{cause, common, surroundings};
use crate::model::{Holder, NetworkInterface, RegionId, Scenario};

error_table! {
    /// Why DescribeNetworkInterfaces refuses a call.
    UserType 403 "InvalidUserType.NotSupported"
        "%s",
        cause::ENI_ACCOUNT, never cause::NEVER_ACCOUNT;
    AccountNotFound 403 "Abs.InvalidAccount.NotFound"
        "%s",
        cause::ENI_ACCOUNT, never cause::NEVER_ACCOUNT;
    Missing 400 "MissingParameter"
        "%s",
        cause::INTERFACE_MISSING_PARAMETER;
    NotSupportRam 403 "Forbidden.NotSupportRAM"
        "%s",
        cause::ENI_ACCOUNT, never cause::NEVER_ACCOUNT;
    Unsupported 400 "UnsupportedParameter"
        "%s",
        cause::ENI_UNSUPPORTED_PARAMETER, never cause::NEVER_UNSUPPORTED;
    SubUser 403 "Forbidden.SubUser"
        "%s",
        cause::ENI_ACCOUNT, never cause::NEVER_ACCOUNT;
    Parameter 400 "InvalidParameter"
        "%s",
        cause::INTERFACE_FILTER;
    InstanceIdMalformed 400 "InvalidInstanceID.Malformed"
        "%s",
        cause::ENI_INSTANCE_MALFORMED, never cause::NEVER_SHARED_TABLE;
    InstanceState 400 "InvalidOperation.InvalidEcsState"
        "%s",
        cause::INSTANCE_STATUS, never cause::NEVER_STATE;
    InterfaceState 400 "InvalidOperation.InvalidEniState"
        "%s",
        cause::INTERFACE_STATE, never cause::NEVER_STATE;
    Primary 400 "InvalidOperation.DetachPrimaryEniNotAllowed"
        "%s",
        cause::ENI_PRIMARY, never cause::NEVER_SHARED_TABLE;
    InstanceNotFound 404 "InvalidEcsId.NotFound"
        "%s",
        cause::INSTANCE_UNKNOWN, never cause::NEVER_SHARED_TABLE;
    InterfaceNotFound 404 "InvalidEniId.NotFound"
        "%s",
        cause::INTERFACE_UNKNOWN, never cause::NEVER_SHARED_TABLE;
    VSwitchNotFound 404 "InvalidVSwitchId.NotFound"
        "%s",
        cause::VSWITCH_UNKNOWN, never cause::NEVER_SHARED_TABLE;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "%s",
        cause::GROUP_UNKNOWN, never cause::NEVER_SHARED_TABLE;
    InterfaceQuota 403 "MaxEniCountExceeded"
        "%s",
        cause::ENI_LIMIT, never cause::NEVER_ENI_QUOTA;
    InterfacesPerInstance 403 "EniPerInstanceLimitExceeded"
        "%s",
        cause::ENI_LIMIT, never cause::NEVER_ENI_QUOTA;
    OtherZone 403 "InvalidOperation.AvailabilityZoneMismatch"
        "%s",
        cause::ENI_ZONE, never cause::NEVER_ZONE;
    OtherVpc 403 "InvalidOperation.VpcMismatch"
        "%s",
        cause::MEMBER_OTHER_VPC, never cause::NEVER_SHARED_TABLE;
    GroupFull 403 "SecurityGroupInstanceLimitExceed"
        "%s",
        cause::ENI_GROUP_FULL, never cause::NEVER_SHARED_TABLE;
    Classic 403 "InvalidSecurityGroupId.NotVpc"
        "%s",
        cause::ENI_CLASSIC, never cause::NEVER_CLASSIC;
    InterfaceType 403 "InvalidOperation.InvalidEniType"
        "%s",
        cause::INTERFACE_TYPE, never cause::NEVER_INTERFACE_TYPE;
    RegionForbidden 400 "Forbidden.RegionId"
        "%s",
        cause::ENI_REGION, never cause::NEVER_ENI_REGION;
    VpcEmpty 403 "InvalidVpc.Empty"
        "%s",
        cause::VPC_EMPTY, never cause::NEVER_EMPTY;
    RegionMalformed 400 "InvalidRegionId.MalFormed"
        "The specified parameter RegionId is not valid.",
        cause::INTERFACE_REGION_FORM;
}

/// The operation row of DescribeNetworkInterfaces.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::Without(LEFT_OUT),
    permission: Permission::new(Access::List, &[permission::INTERFACES]).undocumented(),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const TYPES: &[&str] = &["Primary", "Secondary"];
const STATUSES: &[&str] = &["Available", "Attaching", "InUse", "Detaching", "Deleting"];

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("NetworkInterfaceId.N", "eni-bp125p95hhdhn3ot****"),
    ParamSpec::new("InstanceId", "i-bp1e2l6djkndyuli****"),
    ParamSpec::new("SecurityGroupId", "sg-bp144yr32sx6ndw****"),
    ParamSpec::new("VpcId", "vpc-bp67acfmxazb4p****"),
    ParamSpec::new("VSwitchId", "vsw-bp16usj2p27htro3****"),
    ParamSpec::new("PrimaryIpAddress", "192.168.0.1"),
    ParamSpec::new("PrivateIpAddress.N", "192.168.0.2"),
    ParamSpec::new("Ipv6Address.N", "2001:db8:1234:1a00::1"),
    ParamSpec::new("NetworkInterfaceName", "test-eni-name"),
    ParamSpec::new("Type", "Secondary").one_of(TYPES),
    ParamSpec::new("Status", "Available").one_of(STATUSES),
    ParamSpec::new("ServiceManaged", "true").truth(),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4p****"),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("MaxResults", "50").short().usual(),
    ParamSpec::new("NextToken", "e71d8a535bd9cc11"),
    ParamSpec::new("PageNumber", "1").short().deprecated(),
    ParamSpec::new("PageSize", "10").short().deprecated(),
];

/// Fields that a scenario does not know: hardware, names, tags.
const LEFT_OUT: &[&str] = &[
    "NetworkInterfaceSets.NetworkInterfaceSet[].Attachment",
    "NetworkInterfaceSets.NetworkInterfaceSet[].CreationTime",
    "NetworkInterfaceSets.NetworkInterfaceSet[].DeleteOnRelease",
    "NetworkInterfaceSets.NetworkInterfaceSet[].MacAddress",
    "NetworkInterfaceSets.NetworkInterfaceSet[].NetworkInterfaceName",
    "NetworkInterfaceSets.NetworkInterfaceSet[].NetworkInterfaceTrafficMode",
    "NetworkInterfaceSets.NetworkInterfaceSet[].OwnerId",
    "NetworkInterfaceSets.NetworkInterfaceSet[].QueueNumber",
    "NetworkInterfaceSets.NetworkInterfaceSet[].QueuePairNumber",
    "NetworkInterfaceSets.NetworkInterfaceSet[].ResourceGroupId",
    "NetworkInterfaceSets.NetworkInterfaceSet[].ServiceID",
    "NetworkInterfaceSets.NetworkInterfaceSet[].SourceDestCheck",
    "NetworkInterfaceSets.NetworkInterfaceSet[].Tags",
    "NetworkInterfaceSets.NetworkInterfaceSet[].AssociatedPublicIp.AllocationId",
    "NetworkInterfaceSets.NetworkInterfaceSet[].PrivateIpSets.PrivateIpSet[].AssociatedPublicIp.AllocationId",
    "NetworkInterfaceSets.NetworkInterfaceSet[].PrivateIpSets.PrivateIpSet[].PrivateDnsName",
    "NetworkInterfaceSets.NetworkInterfaceSet[].Ipv6Sets.Ipv6Set[].Primary",
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("-RegionId"),
    CallTemplate::new("Type=Third"),
    CallTemplate::new("RegionId=Mars!"),
    CallTemplate::new("RegionId=mars-1"),
    CallTemplate::new("PageNumber=0"),
    CallTemplate::new("PageSize=101"),
];

/// Answers the call. Interfaces that stand for members which are not listed are no real ones, and
/// are left out.
///
/// With `SecurityGroupId`, primary interfaces are not listed: the page refers to DescribeInstances
/// for them. Scenarios hold no names, tags and resource groups of interfaces, so such a filter finds
/// nothing. `MaxResults` outside 10 to 500 counts as the nearest number inside, as the page says.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let missing = || Error::Missing.saying("RegionId", "`RegionId` is missing");
    let region = params.given("RegionId").ok_or_else(missing)?;
    RegionId::parse(region).map_err(|_| Error::RegionMalformed.at("RegionId"))?;
    let filter = Filter::of(params)?;
    let most = most(params)?;
    common::known_region(request, region)?;
    let scenario = request.scenario;
    let here = region == scenario.region().as_str();
    let met = |it: &&Arc<NetworkInterface>| {
        here && it.holder != Some(Holder::Example) && filter.meets(scenario, it)
    };
    let interfaces: Vec<_> = scenario.interfaces().filter(met).collect();
    let total = interfaces.len();
    let owner = "DescribeNetworkInterfaces";
    let listing = Listing::by(params, owner, total, Error::Parameter, most, 100)?;
    let mut fields = listing.fields();
    let shown = listing.cut(interfaces).map(|it| entry(scenario, it)).collect();
    fields.push(("NetworkInterfaceSets", Value::wrapped("NetworkInterfaceSet", shown)));
    Ok(Outcome::unchanged(request).saying(fields))
}

fn most(params: &Params) -> Result<Option<usize>, Refusal> {
    let Some(text) = params.given("MaxResults") else { return Ok(None) };
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse::<usize>().ok().filter(|_| digits);
    let number = number.ok_or_else(|| unfit("MaxResults"))?;
    Ok(Some(number.clamp(10, 500)))
}

fn unfit(param: &str) -> Refusal {
    Error::Parameter.saying(param, &format!("`{param}` is not valid"))
}

/// The conditions for an interface to be listed.
struct Filter<'a> {
    params: &'a Params,
    ids: Vec<&'a str>,
    addresses: Vec<&'a str>,
    managed: Option<bool>,
}

impl<'a> Filter<'a> {
    fn of(params: &'a Params) -> Result<Self, Refusal> {
        for (name, values) in [("Type", TYPES), ("Status", STATUSES)] {
            if params.given(name).is_some_and(|value| !values.contains(&value)) {
                return Err(unfit(name));
            }
        }
        let managed = common::service_managed(params).map_err(|_| unfit("ServiceManaged"))?;
        let listed = |name: &str| -> Result<Vec<&'a str>, Refusal> {
            let items: Vec<&str> = params.list(name).into_values().collect();
            if items.len() > 100 { Err(unfit(name)) } else { Ok(items) }
        };
        let mut addresses = listed("PrivateIpAddress")?;
        addresses.extend(listed("Ipv6Address")?);
        Ok(Self { params, ids: listed("NetworkInterfaceId")?, addresses, managed })
    }

    fn meets(&self, scenario: &Scenario, interface: &NetworkInterface) -> bool {
        let is = |name: &str, value: &str| self.params.given(name).is_none_or(|own| own == value);
        let instance = scenario.instance_of(&interface.id);
        let primary = instance.is_some_and(|it| it.primary() == Some(&interface.id));
        let own: Vec<String> = interface.addresses.iter().map(ToString::to_string).collect();
        let in_group = |id: &str| !primary && interface.groups.iter().any(|it| it.as_str() == id);
        let nothing = ["NetworkInterfaceName", "ResourceGroupId"];
        (self.ids.is_empty() || self.ids.contains(&interface.id.as_str()))
            && (self.addresses.is_empty()
                || self.addresses.iter().any(|it| own.iter().any(|own| own == it)))
            && self.managed.is_none_or(|managed| interface.product().is_some() == managed)
            && self.params.given("SecurityGroupId").is_none_or(in_group)
            && nothing.into_iter().all(|name| self.params.given(name).is_none())
            && self.params.numbers("Tag").is_empty()
            && is("InstanceId", instance.map_or("", |it| it.id.as_str()))
            && is("VpcId", interface.vpc.as_str())
            && is("VSwitchId", &surroundings::vswitch_of(scenario, interface))
            && is("PrimaryIpAddress", own.first().map_or("", String::as_str))
            && is("Type", interface_fields::kind(primary))
            && is("Status", interface_fields::status(scenario, interface))
    }
}

fn entry(scenario: &Scenario, interface: &NetworkInterface) -> Value {
    let instance = scenario.instance_of(&interface.id);
    let primary = instance.is_some_and(|it| it.primary() == Some(&interface.id));
    let mut fields = vec![
        ("NetworkInterfaceId", Value::text(interface.id.as_str())),
        ("Status", Value::text(interface_fields::status(scenario, interface))),
        ("Type", Value::text(interface_fields::kind(primary))),
        ("InstanceId", Value::text(instance.map_or("", |it| it.id.as_str()))),
        ("Description", Value::text(interface_fields::description(interface))),
        ("ServiceManaged", Value::Truth(interface.product().is_some())),
    ];
    fields.extend(interface_fields::network(scenario, interface));
    fields.push(("AssociatedPublicIp", interface_fields::public(interface.public_address)));
    fields.push(("PrivateIpSets", interface_fields::private_sets(interface, true)));
    Value::Object(fields)
}
