//! CreateNetworkInterface: creates an interface, which is attached to nothing yet.

use std::sync::Arc;

use crate::emulator::env::IdGenerator;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::group_set::{self, GivenGroup, GroupSetError};
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::interface::InterfaceError;
use crate::emulator::new_address::{self, AddressError, Wanted};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::params::Params;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::surroundings::Subnet;
use crate::emulator::tag::{self, TagError};
use crate::emulator::value::Value;
use crate::emulator::{cause, common, interface, interface_fields};
use crate::model::{Holder, MoreAddresses, NetworkInterface};

mod templates;

error_table! {
    /// Why CreateNetworkInterface refuses a call.
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
        cause::INTERFACE_PARAMETER;
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
        cause::VSWITCH_UNKNOWN;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "%s",
        cause::GROUP_UNKNOWN;
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
        cause::MEMBER_OTHER_VPC;
    GroupFull 403 "SecurityGroupInstanceLimitExceed"
        "%s",
        cause::ENI_GROUP_FULL;
    Classic 403 "InvalidSecurityGroupId.NotVpc"
        "%s",
        cause::ENI_CLASSIC, never cause::NEVER_CLASSIC;
    InterfaceType 403 "InvalidOperation.InvalidEniType"
        "%s",
        cause::INTERFACE_TYPE, never cause::NEVER_INTERFACE_TYPE;
    NoFreeAddress 403 "InvalidVSwitchId.IpNotEnough"
        "%s",
        cause::ENI_NO_ADDRESS;
    Address 403 "InvalidVSwitchId.IpInvalid"
        "%s",
        cause::ENI_ADDRESS;
    RegionForbidden 400 "Forbidden.RegionId"
        "%s",
        cause::ENI_REGION, never cause::NEVER_ENI_REGION;
    ResourceGroupNotFound 404 "InvalidResourceGroup.NotFound"
        "The ResourceGroup provided does not exist in our records.",
        cause::RESOURCE_GROUP_UNKNOWN;
    TagKeyRepeated 400 "Duplicate.TagKey"
        "The Tag.N.Key contain duplicate key.",
        cause::TAG_KEY_REPEATED;
    TagKey 400 "InvalidTagKey.Malformed"
        "The specified Tag.n.Key is not valid.",
        cause::TAG_KEY;
    TagValue 400 "InvalidTagValue.Malformed"
        "The specified Tag.n.Value is not valid.",
        cause::TAG_VALUE;
    TagLimit 403 "QuotaExceed.Tags"
        "%s",
        cause::TAG_LIMIT;
    AddressV6 403 "InvalidIp.Address"
        "%s",
        cause::ENI_ADDRESS_V6;
    AddressRepeated 403 "InvalidIp.IpRepeated"
        "%s",
        cause::ENI_ADDRESS_REPEATED;
    AddressTaken 400 "InvalidPrivateIpAddress.Duplicated"
        "Specified private IP address is duplicated.",
        cause::ENI_ADDRESS_TAKEN;
    Conflict 400 "InvalidParameter.Conflict"
        "%s",
        cause::ENI_CONFLICT;
    // The table has no rows for these; they are those of joining.
    + Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
    + MixedTypes 400 "InvalidOperation.MultiGroupType"
        "The specified instance can't join different types of security group.",
        cause::MIXED_GROUP_TYPES;
    + GroupLimit 403 "InstanceSecurityGroupLimitExceeded" "%s", cause::INTERFACE_GROUP_LIMIT;
    + RuleLimit 403 "AclLimitExceed" "%s", cause::INTERFACE_RULE_LIMIT;
}

impl GroupSetError for Error {
    const ID_UNFIT: Self = Self::Parameter;
    const GROUP_NOT_FOUND: Self = Self::GroupNotFound;
    const MANAGED: Self = Self::Managed;
    const OTHER_VPC: Self = Self::OtherVpc;
    const MIXED_TYPES: Self = Self::MixedTypes;
    const GROUP_LIMIT: Self = Self::GroupLimit;
    const RULE_LIMIT: Self = Self::RuleLimit;
    const BASIC_FULL: Self = Self::GroupFull;
    const ADVANCED_FULL: Self = Self::GroupFull;
}

impl InterfaceError for Error {
    const MISSING: Self = Self::Missing;
    const ID_MALFORMED: Self = Self::Parameter;
    const NOT_FOUND: Self = Self::InterfaceNotFound;
    const SERVICE_MANAGED: Self = Self::Managed;
}

impl AddressError for Error {
    const PARAMETER: Self = Self::Parameter;
    const CONFLICT: Self = Self::Conflict;
    const UNFIT: Self = Self::Address;
    const UNFIT_V6: Self = Self::AddressV6;
    const REPEATED: Self = Self::AddressRepeated;
    const TAKEN: Self = Self::AddressTaken;
    const NONE_FREE: Self = Self::NoFreeAddress;
}

impl TagError for Error {
    const KEY: Self = Self::TagKey;
    const VALUE: Self = Self::TagValue;
    const REPEATED: Self = Self::TagKeyRepeated;
    const LIMIT: Self = Self::TagLimit;
    const RESOURCE: &'static str = "a network interface";
}

/// The operation row of CreateNetworkInterface.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesTopology,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::Without(LEFT_OUT),
    permission: Permission::new(Access::Create, &[permission::INTERFACES, permission::GROUP])
        .undocumented(),
    terraform: Terraform::NewInterface,
    templates: &[templates::TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::WithNewIds(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("VSwitchId", "vsw-bp1s5fnvk4gn2tws03****").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp1fg655nh68xyz9i****").usual(),
    ParamSpec::new("SecurityGroupIds.N", "sg-bp1fg655nh68xyz9i****"),
    ParamSpec::new("PrimaryIpAddress", "172.17.XX.XX"),
    ParamSpec::new("PrivateIpAddress.N", "172.17.XX.XX"),
    ParamSpec::new("SecondaryPrivateIpAddressCount", "1").short(),
    ParamSpec::new("Ipv6Address.N", "2001:db8:1234:1a00::****"),
    ParamSpec::new("Ipv6AddressCount", "1").short(),
    ParamSpec::new("NetworkInterfaceName", "my-eni-name"),
    ParamSpec::new("Description", "testDescription"),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4ph****"),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
];

/// Fields that a scenario does not know: hardware, tags, the distributor.
const LEFT_OUT: &[&str] = &[
    "Ipv6Sets.Ipv6Set[].Primary",
    "MacAddress",
    "OwnerId",
    "ResourceGroupId",
    "ServiceID",
    "SourceDestCheck",
    "Tags",
];

/// Answers the call. A VPC has a vSwitch besides those that are known
/// (`Assumption::MadeUpSurroundings`).
/// Addresses that the call does not give are the lowest free ones, not random ones.
///
/// Name, description, resource group and tags are checked but not kept
/// (`Assumption::DetailsAreNotKept`). For the rows about groups that the table lacks, see
/// `Assumption::RowsOfJoining`.
fn answer(request: &Request<'_>, generator: &mut IdGenerator) -> Result<Outcome, Refusal> {
    let (params, scenario) = (request.params, request.scenario);
    let region = interface::region::<Error>(request)?;
    let vswitch = interface::required::<Error>(params, "VSwitchId")?;
    let given = groups(params)?;
    if let Some(param) = interface::unfit_detail(params) {
        return Err(Error::Parameter.saying(param, &format!("`{param}` is not valid")));
    }
    let wanted = Wanted::of::<Error>(request)?;
    tag::of_new::<Error>(params)?;
    common::client_token(request)?;
    common::known_region(request, region)?;
    common::resource_group(request, Error::ResourceGroupNotFound)?;
    let here = region == scenario.region().as_str();
    let subnet = Subnet::of(scenario, vswitch).filter(|_| here);
    let unknown = || {
        Error::VSwitchNotFound.saying("VSwitchId", &format!("vSwitch `{vswitch}` does not exist"))
    };
    let subnet = subnet.ok_or_else(unknown)?;
    let mut interface = NetworkInterface {
        id: generator.network_interface_id(scenario),
        vpc: subnet.vpc.id.clone(),
        groups: indexmap::IndexSet::new(),
        addresses: new_address::chosen::<Error>(request, subnet, wanted)?,
        public_address: None,
        vswitch: subnet.named(scenario, vswitch),
        more: MoreAddresses::default(),
        holder: Some(Holder::Nothing),
    };
    interface.groups = group_set::checked::<Error>(request, region, &interface, &given)?;
    let mut fields = vec![
        ("NetworkInterfaceId", Value::text(interface.id.as_str())),
        (
            "NetworkInterfaceName",
            Value::text(params.get("NetworkInterfaceName").unwrap_or_default()),
        ),
        ("Description", Value::text(params.get("Description").unwrap_or_default())),
        ("Status", Value::text(interface_fields::status(scenario, &interface))),
        ("Type", Value::text(interface_fields::kind(false))),
        ("ServiceManaged", Value::Truth(false)),
    ];
    fields.extend(interface_fields::network(scenario, &interface));
    fields.push(("PrivateIpSets", interface_fields::private_sets(&interface, false)));
    let outcome = common::edited(request, |parts| {
        parts.interfaces.insert(interface.id.clone(), Arc::new(interface));
    })?;
    Ok(outcome.saying(fields))
}

/// The groups: either `SecurityGroupId` or `SecurityGroupIds.N`.
fn groups(params: &Params) -> Result<Vec<GivenGroup>, Refusal> {
    const ONE: &str = "SecurityGroupId";
    let several = group_set::given::<Error>(params, "SecurityGroupIds")?;
    match params.given(ONE) {
        Some(_) if !several.is_empty() => {
            let words = "`SecurityGroupId` cannot be used together with `SecurityGroupIds.N`";
            Err(Error::Conflict.saying(ONE, words))
        }
        Some(text) => Ok(vec![(ONE.to_owned(), group_set::parsed::<Error>(ONE, text)?)]),
        None if several.is_empty() => {
            Err(Error::Missing.saying(ONE, "`SecurityGroupId` is missing"))
        }
        None => Ok(several),
    }
}
