//! AuthorizeSecurityGroup: adds inbound rules.

use crate::emulator::authorize::{self, AuthorizeError};
use crate::emulator::cause;
use crate::emulator::env::IdGenerator;
use crate::emulator::error::Refusal;
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::rule_form::templates;
use crate::emulator::rule_form::{Fault, Form, Side};
use crate::model::Direction;

error_table! {
    /// Why AuthorizeSecurityGroup refuses a call.
    ///
    /// The newest table found for this operation is from July 2021. Where it has no row for a
    /// fault, the supplement borrows the row from the newest page of AuthorizeSecurityGroupEgress.
    Ipv6Prefix 400 "ILLEGAL_IPV6_CIDR" "%s", cause::IPV6_PREFIX;
    DestCidr 400 "InvalidDestCidrIp.Malformed" "The specified parameter DestCidrIp is not valid.",
        cause::DEST_CIDR;
    PortRangeMissing 400 "InvalidIpProtocol.Malformed"
        "The specified parameter \"PortRange\" is not valid.",
        cause::PORT_RANGE_MISSING;
    ProtocolUnknown 400 "InvalidIpProtocol.ValueNotSupported"
        "The parameter IpProtocol must be specified with case insensitive TCP, UDP, ICMP, GRE or All.",
        cause::PROTOCOL;
    NicTypeMismatch 400 "InvalidNicType.Mismatch"
        "Specified nic type conflicts with the authorization record.",
        cause::NIC_TYPE_MISMATCH, never cause::NEVER_CLASSIC;
    NicType 400 "InvalidNicType.ValueNotSupported" "The specified NicType does not exist.",
        cause::NIC_TYPE;
    NicTypeOtherWording 400 "InvalidNicType.ValueNotSupported"
        "The specified NicType is not valid.",
        cause::NIC_TYPE, never cause::NEVER_OTHER_WORDING;
    DestBothFamilies 400 "InvalidParam.DestIp" "%s", cause::DEST_BOTH_FAMILIES;
    Ipv4ProtocolWithIpv6 400 "InvalidParam.Ipv4ProtocolConflictWithIpv6Address" "%s",
        cause::IPV4_PROTOCOL_WITH_IPV6;
    Ipv6DestCidr 400 "InvalidParam.Ipv6DestCidrIp" "%s", cause::IPV6_DEST_CIDR;
    Ipv6ProtocolWithIpv4 400 "InvalidParam.Ipv6ProtocolConflictWithIpv4Address" "%s",
        cause::IPV6_PROTOCOL_WITH_IPV4;
    Ipv6SourceCidr 400 "InvalidParam.Ipv6SourceCidrIp" "%s", cause::IPV6_SOURCE_CIDR;
    PrefixListFamily 400 "InvalidParam.PrefixListAddressFamilyMismatch"
        "The address family of the specified prefix list does not match the specified CidrIp.",
        cause::PREFIX_LIST_FAMILY;
    SourceBothFamilies 400 "InvalidParam.SourceIp" "%s", cause::SOURCE_BOTH_FAMILIES;
    SameBlock 400 "InvalidParamter.Conflict"
        "The specified SourceCidrIp should be different from the DestCidrIp.",
        cause::SAME_BLOCK;
    Policy 400 "InvalidPolicy.Malformed" "The specified parameter \"Policy\" is not valid.",
        cause::RULE_POLICY;
    PriorityMalformed 400 "InvalidPriority.Malformed" "The parameter Priority is invalid.",
        cause::PRIORITY_MALFORMED;
    PriorityOutOfRange 400 "InvalidPriority.ValueNotSupported" "The parameter Priority is invalid.",
        cause::PRIORITY_OUT_OF_RANGE;
    NetworkType 400 "InvalidSecurityGroup.InvalidNetworkType"
        "The specified security group network type is not support this operation, please check the security group network types. For VPC security groups, ClassicLink must be enabled.",
        cause::NETWORK_TYPE, never cause::NEVER_CLASSIC;
    Description 400 "InvalidSecurityGroupDiscription.Malformed"
        "The specified security group rule description is not valid.",
        cause::RULE_DESCRIPTION;
    GroupIdMalformed 400 "InvalidSecurityGroupId.Malformed"
        "The specified parameter \"SecurityGroupId\" is not valid.",
        cause::GROUP_ID_MALFORMED;
    SourceCidr 400 "InvalidSourceCidrIp.Malformed"
        "The specified parameter \"SourceCidrIp\" is not valid.",
        cause::SOURCE_CIDR;
    PeerGroupMalformed 400 "InvalidSourceGroup.NotFound"
        "Specified source security group does not exist.",
        cause::SOURCE_GROUP_MALFORMED;
    PeerGroupOtherVpc 400 "InvalidSourceGroupId.Mismatch"
        "Specified security group and source group are not in the same VPC.",
        cause::PEER_GROUP_OTHER_VPC;
    SourcePortRange 400 "InvalidSourcePortRange.Malformed"
        "The specified parameter \"SourcePortRange\" is not valid.",
        cause::SOURCE_PORT_RANGE;
    PeerMissingOtherWording 400 "MissingParameter.Source"
        "Either SourceCidrIp or SourceGroupId must be specified.",
        cause::SOURCE_MISSING, never cause::NEVER_OTHER_WORDING;
    PeerMissing 400 "MissingParameter.Source"
        "One of the parameters SourceCidrIp, SourceGroupId or SourcePrefixListId must be specified.",
        cause::SOURCE_MISSING;
    ClassicPrefixList 400 "NotSupported.ClassicNetworkPrefixList"
        "The prefix list is not supported when the network type of security group is classic.",
        cause::CLASSIC_PREFIX_LIST, never cause::NEVER_CLASSIC;
    PortRangeProtocol 400 "OperationDenied"
        "The specified IpProtocol does not exist or IpProtocol and PortRange do not match.",
        cause::PORT_RANGE_PROTOCOL;
    VpcDisabled 400 "VPCDisabled" "Can't use the SecurityGroup in VPC.",
        cause::VPC_DISABLED, never cause::NEVER_VPC_DISABLED;
    RuleLimit 403 "AuthorizationLimitExceed"
        "The limit of authorization records in the security group reaches.",
        cause::RULE_LIMIT;
    NetworkTypeConflict 403 "InvalidNetworkType.Conflict"
        "The specified SecurityGroup network type should be same with SourceGroup network type (vpc or classic).",
        cause::NETWORK_TYPE, never cause::NEVER_CLASSIC;
    NetworkTypeMismatch 403 "InvalidNetworkType.Mismatch"
        "The specified SecurityGroup network type should be same with SourceGroup network type (vpc or classic).",
        cause::NETWORK_TYPE, never cause::NEVER_CLASSIC;
    Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
    OwnGroup 403 "InvalidParamter.Conflict"
        "The specified SecurityGroupId should be different from the SourceGroupId.",
        cause::OWN_GROUP;
    NicTypeForGroup 403 "InvalidSourceGroupId.Mismatch"
        "NicType is required or NicType expects intranet.",
        cause::NIC_TYPE_FOR_GROUP, never cause::NEVER_CLASSIC;
    PrefixListQuota 403 "LimitExceed.PrefixListAssociationResource"
        "The number of resources associated with the prefix list exceeds the limit.",
        cause::PREFIX_LIST_QUOTA, never cause::NEVER_PREFIX_LIST_QUOTA;
    PeerMissingFlat 403 "MissingParameter"
        "The input parameter \"SourceGroupId\" or \"SourceCidrIp\" cannot be both blank.",
        cause::SOURCE_MISSING_FLAT;
    PrefixListNotFound 404 "InvalidPrefixListId.NotFound"
        "The specified prefix list was not found.",
        cause::PREFIX_LIST_UNKNOWN;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "The specified SecurityGroupId does not exist.",
        cause::GROUP_UNKNOWN;
    PeerGroupNotFound 404 "InvalidSourceGroupId.NotFound"
        "The SourceGroupId provided does not exist in our records.",
        cause::SOURCE_GROUP_UNKNOWN;
    PrefixListClosed 404 "NotSupported.GrayFunction"
        "The prefix list is a gray-scale function, not currently supported.",
        cause::PREFIX_LIST_CLOSED, never cause::NEVER_PREFIX_LIST_CLOSED;
    Internal 500 "InternalError" "The request processing has failed due to some unknown error.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
    Direction 500 "InvalidGressFlow.Malformed"
        "The specified parameter GressFlow is not valid,it cause by internal,try calling again.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
    + MixedForms 400 "InvalidParam.Permissions"
        "The specified parameter Permissions cannot coexist with other parameters.",
        cause::MIXED_FORMS;
    + Duplicate 400 "InvalidParam.DuplicatePermissions"
        "There are duplicate permissions in the specified parameter Permissions.",
        cause::DUPLICATE_PERMISSIONS;
    + PortListProtocol 400 "InvalidParam.ProtocolNotSupportPortRangeList"
        "The specified protocol does not support the port range list.",
        cause::PORT_LIST_PROTOCOL;
    + PortListNotFound 400 "InvalidPortRangeListId.NotFound"
        "The specified port range list was not found.",
        cause::PORT_LIST_UNKNOWN;
    + MixedFamilies 400 "InvalidParameter.Conflict"
        "IPv6 and IPv4 addresses cannot exist at the same time.",
        cause::MIXED_FAMILIES;
    + PeerGroupAdvanced 400 "InvalidGroupAuthParameter.OperationDenied"
        "The security group can not authorize to enterprise level security group.",
        cause::PEER_GROUP_ADVANCED;
    + AdvancedNamesGroup 400 "InvalidGroupParameter.OperationDenied"
        "The attributes Policy, SourceGroupId, DestGroupId of enterprise level security groups are not allowed to be set or modified.",
        cause::ADVANCED_NAMES_GROUP;
    + GroupPeerLimit 400 "AuthorizedGroupRule.LimitExceed"
        "You have reached the limit on the number of group authorization rules that you can add to a security group.When authorization object of rule is security group, the limit is 20.",
        cause::GROUP_PEER_LIMIT;
    + PortRange 400 "InvalidParam.PortRange"
        "Please specify the PortRange or SourcePortRange in integer, less than 65535, and separate the range with ?/?.",
        cause::PORT_RANGE_SEEN;
}

/// The operation row of AuthorizeSecurityGroup.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesRules,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Create, &[permission::ANY])
        .with_keys(&["ecs:SecurityGroupIpProtocols", "ecs:SecurityGroupSourceCidrIps"]),
    terraform: Terraform::InboundRules,
    templates: &[templates::RULES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::WithNewIds(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("Permissions.N.Policy", "accept").usual().one_of(&["accept", "drop"]),
    ParamSpec::new("Permissions.N.Priority", "1").usual(),
    ParamSpec::new("Permissions.N.IpProtocol", "TCP")
        .usual()
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"]),
    ParamSpec::new("Permissions.N.PortRange", "80/80").usual(),
    ParamSpec::new("Permissions.N.SourcePortRange", "80/80"),
    ParamSpec::new("Permissions.N.PortRangeListId", "prl-2ze9743****"),
    ParamSpec::new("Permissions.N.SourceCidrIp", "10.0.0.0/8").usual(),
    ParamSpec::new("Permissions.N.Ipv6SourceCidrIp", "2001:db8:1234:1a00::***"),
    ParamSpec::new("Permissions.N.SourceGroupId", "sg-bp67acfmxa123b****"),
    ParamSpec::new("Permissions.N.SourcePrefixListId", "pl-x1j1k5ykzqlixdcy****"),
    ParamSpec::new("Permissions.N.DestCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Permissions.N.Ipv6DestCidrIp", "2001:db8:1233:1a00::***"),
    ParamSpec::new("Permissions.N.SourceGroupOwnerId", "12345678910").long(),
    ParamSpec::new("Permissions.N.SourceGroupOwnerAccount", "Test@aliyun.com"),
    ParamSpec::new("Permissions.N.NicType", "intranet").one_of(&["internet", "intranet"]),
    ParamSpec::new("Permissions.N.Description", "testDescription"),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
    ParamSpec::new("Policy", "accept").one_of(&["accept", "drop"]).deprecated(),
    ParamSpec::new("Priority", "1").deprecated(),
    ParamSpec::new("IpProtocol", "TCP")
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"])
        .deprecated(),
    ParamSpec::new("PortRange", "80/80").deprecated(),
    ParamSpec::new("SourcePortRange", "80/80").deprecated(),
    ParamSpec::new("SourceCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6SourceCidrIp", "2001:db8:1234:1a00::***").deprecated(),
    ParamSpec::new("SourceGroupId", "sg-bp67acfmxa123b****").deprecated(),
    ParamSpec::new("SourcePrefixListId", "pl-x1j1k5ykzqlixdcy****").deprecated(),
    ParamSpec::new("DestCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6DestCidrIp", "2001:db8:1233:1a00::***").deprecated(),
    ParamSpec::new("SourceGroupOwnerId", "12345678910").long().deprecated(),
    ParamSpec::new("SourceGroupOwnerAccount", "Test@aliyun.com").deprecated(),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]).deprecated(),
    ParamSpec::new("Description", "testDescription").deprecated(),
];

/// Answers the call.
fn answer(request: &Request<'_>, generator: &mut IdGenerator) -> Result<Outcome, Refusal> {
    authorize::answer::<Error>(request, generator, Direction::Ingress)
}

impl AuthorizeError for Error {
    const GROUP_ID_MALFORMED: Self = Self::GroupIdMalformed;
    const GROUP_NOT_FOUND: Self = Self::GroupNotFound;
    const MANAGED: Self = Self::Managed;

    /// A malformed port range has the row that was seen live (`Assumption::PortRangeSeen`).
    fn of(fault: Fault, form: Form) -> Self {
        match (fault, form) {
            (Fault::MixedForms, _) => Self::MixedForms,
            (Fault::Protocol, _) => Self::ProtocolUnknown,
            (Fault::PortRangeMissing, _) => Self::PortRangeMissing,
            (Fault::PortRange | Fault::PortRangeUnused, _) => Self::PortRange,
            (Fault::PortRangeProtocol, _) => Self::PortRangeProtocol,
            (Fault::PortListProtocol, _) => Self::PortListProtocol,
            (Fault::PortListUnknown | Fault::PortListKind, _) => Self::PortListNotFound,
            (Fault::SourcePortRange, _) => Self::SourcePortRange,
            (Fault::Policy, _) => Self::Policy,
            (Fault::PriorityMalformed, _) => Self::PriorityMalformed,
            (Fault::PriorityOutOfRange, _) => Self::PriorityOutOfRange,
            (Fault::NicType, _) => Self::NicType,
            (Fault::Cidr(Side::Source), _) => Self::SourceCidr,
            (Fault::Cidr(Side::Dest), _) => Self::DestCidr,
            (Fault::Ipv6Cidr(Side::Source), _) => Self::Ipv6SourceCidr,
            (Fault::Ipv6Cidr(Side::Dest), _) => Self::Ipv6DestCidr,
            (Fault::Ipv6Prefix, _) => Self::Ipv6Prefix,
            (Fault::BothFamilies(Side::Source), _) => Self::SourceBothFamilies,
            (Fault::BothFamilies(Side::Dest), _) => Self::DestBothFamilies,
            (Fault::PeerMissing, Form::Nested(_)) => Self::PeerMissing,
            (Fault::PeerMissing, Form::Flat) => Self::PeerMissingFlat,
            (Fault::MixedFamilies, _) => Self::MixedFamilies,
            (Fault::SameBlock, _) => Self::SameBlock,
            (Fault::Ipv4ProtocolWithIpv6, _) => Self::Ipv4ProtocolWithIpv6,
            (Fault::Ipv6ProtocolWithIpv4, _) => Self::Ipv6ProtocolWithIpv4,
            (Fault::Description, _) => Self::Description,
            (Fault::PeerGroupMalformed, _) => Self::PeerGroupMalformed,
            (Fault::PeerGroupUnknown, _) => Self::PeerGroupNotFound,
            (Fault::OwnGroup, _) => Self::OwnGroup,
            (Fault::PeerGroupOtherVpc, _) => Self::PeerGroupOtherVpc,
            (Fault::PeerGroupAdvanced, _) => Self::PeerGroupAdvanced,
            (Fault::AdvancedNamesGroup, _) => Self::AdvancedNamesGroup,
            (Fault::PrefixListUnknown, _) => Self::PrefixListNotFound,
            (Fault::PrefixListFamily, _) => Self::PrefixListFamily,
            (Fault::Duplicate, _) => Self::Duplicate,
            (Fault::GroupPeerLimit, _) => Self::GroupPeerLimit,
            (Fault::RuleLimit, _) => Self::RuleLimit,
        }
    }
}
