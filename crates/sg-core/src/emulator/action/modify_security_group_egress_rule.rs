//! ModifySecurityGroupEgressRule: changes an outbound rule.

use crate::emulator::cause;
use crate::emulator::error::Refusal;
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::modify_rule::templates;
use crate::emulator::modify_rule::{self, By, ModifyRuleError};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::rule_form::{Fault, Side};
use crate::model::Direction;

error_table! {
    /// Why ModifySecurityGroupEgressRule refuses a call.
    ///
    /// The newest table found for this operation is from July 2021, when only descriptions could be
    /// changed. For everything else, the supplement borrows rows from the newest page of
    /// ModifySecurityGroupRule.
    Ipv6Prefix 400 "ILLEGAL_IPV6_CIDR"
        "%s",
        cause::IPV6_PREFIX;
    DestCidrOtherWording 400 "InvalidDestCidrIp.Malformed"
        "The specified parameter \"DestCidrIp\" is not valid.",
        cause::DEST_CIDR, never cause::NEVER_OTHER_WORDING;
    DestCidr 400 "InvalidDestCidrIp.Malformed"
        "The specified parameter DestCidrIp is not valid.",
        cause::DEST_CIDR;
    PeerGroupMalformed 400 "InvalidDestGroup.NotFound"
        "Specified destination security group does not exist.",
        cause::DEST_GROUP_MALFORMED;
    PeerGroupOtherVpc 400 "InvalidDestGroupId.Mismatch"
        "Specified security group and destination group are not in the same VPC.",
        cause::PEER_GROUP_OTHER_VPC;
    PortRangeMissing 400 "InvalidIpProtocol.Malformed"
        "The specified parameter \"PortRange\" is not valid.",
        cause::PORT_RANGE_MISSING;
    ProtocolUnknown 400 "InvalidIpProtocol.ValueNotSupported"
        "The specified parameter IpProtocol should not be null and only tcp, udp, icmp, gre or all is supported. Ignore case.",
        cause::PROTOCOL;
    NicTypeMismatch 400 "InvalidNicType.Mismatch"
        "Specified nic type conflicts with the authorization record.",
        cause::NIC_TYPE_MISMATCH, never cause::NEVER_CLASSIC;
    NicType 400 "InvalidNicType.ValueNotSupported"
        "The specified NicType does not exist.",
        cause::NIC_TYPE;
    NicTypeOtherWording 400 "InvalidNicType.ValueNotSupported"
        "The specified NicType is not valid.",
        cause::NIC_TYPE, never cause::NEVER_OTHER_WORDING;
    DestBothFamilies 400 "InvalidParam.DestIp"
        "%s",
        cause::DEST_BOTH_FAMILIES;
    Ipv4ProtocolWithIpv6 400 "InvalidParam.Ipv4ProtocolConflictWithIpv6Address"
        "%s",
        cause::IPV4_PROTOCOL_WITH_IPV6;
    Ipv6DestCidr 400 "InvalidParam.Ipv6DestCidrIp"
        "%s",
        cause::IPV6_DEST_CIDR;
    Ipv6ProtocolWithIpv4 400 "InvalidParam.Ipv6ProtocolConflictWithIpv4Address"
        "%s",
        cause::IPV6_PROTOCOL_WITH_IPV4;
    Ipv6SourceCidr 400 "InvalidParam.Ipv6SourceCidrIp"
        "%s",
        cause::IPV6_SOURCE_CIDR;
    PortRange 400 "InvalidParam.PortRange"
        "The specified param PortRange or SourcePortRange is not valid. should be integer and less than 65535, range separator is '/'.",
        cause::PORT_RANGE;
    SourceBothFamilies 400 "InvalidParam.SourceIp"
        "%s",
        cause::SOURCE_BOTH_FAMILIES;
    Policy 400 "InvalidPolicy.Malformed"
        "The specified parameter \"Policy\" is not valid.",
        cause::RULE_POLICY;
    PriorityMalformed 400 "InvalidPriority.Malformed"
        "The specified parameter \"Priority\" is not valid.",
        cause::PRIORITY_MALFORMED;
    PriorityOutOfRange 400 "InvalidPriority.ValueNotSupported"
        "The specified Priority is invalid.",
        cause::PRIORITY_OUT_OF_RANGE;
    PriorityOtherWording 400 "InvalidPriority.ValueNotSupported"
        "The parameter Priority is invalid.",
        cause::PRIORITY_OUT_OF_RANGE, never cause::NEVER_OTHER_WORDING;
    NetworkType 400 "InvalidSecurityGroup.InvalidNetworkType"
        "The specified security group network type is not support this operation, please check the security group network types. For VPC security groups, ClassicLink must be enabled.",
        cause::NETWORK_TYPE, never cause::NEVER_CLASSIC;
    Description 400 "InvalidSecurityGroupDiscription.Malformed"
        "The specified security group rule description is not valid.",
        cause::RULE_DESCRIPTION;
    SourcePortRange 400 "InvalidSourcePortRange.Malformed"
        "The specified parameter \"SourcePortRange\" is not valid.",
        cause::SOURCE_PORT_RANGE;
    PeerMissingOtherWording 400 "MissingParameter.Dest"
        "The parameter DestCidrIp or DestGroupId is essential.",
        cause::DEST_MISSING, never cause::NEVER_OTHER_WORDING;
    PeerMissing 400 "MissingParameter.Dest"
        "One of the parameters DestCidrIp, DestGroupId or DestPrefixListId must be specified.",
        cause::DEST_MISSING;
    PortRangeProtocol 400 "OperationDenied"
        "The specified IpProtocol does not exist or IpProtocol and PortRange do not match.",
        cause::PORT_RANGE_PROTOCOL;
    VpcDisabled 400 "VPCDisabled"
        "Can't use the SecurityGroup in VPC.",
        cause::VPC_DISABLED, never cause::NEVER_VPC_DISABLED;
    RuleLimit 403 "AuthorizationLimitExceed"
        "The limit of authorization records in the security group reaches.",
        cause::RULE_LIMIT;
    NicTypeForGroup 403 "InvalidDestGroupId.Mismatch"
        "NicType is required or NicType expects intranet.",
        cause::NIC_TYPE_FOR_GROUP, never cause::NEVER_CLASSIC;
    NetworkTypeConflict 403 "InvalidNetworkType.Conflict"
        "The specified SecurityGroup network type should be same with SourceGroup network type (vpc or classic).",
        cause::NETWORK_TYPE, never cause::NEVER_CLASSIC;
    Managed 403 "InvalidOperation.ResourceManagedByCloudProduct"
        "%s",
        cause::MANAGED;
    OwnGroupOtherRow 403 "InvalidParamter.Conflict"
        "The specified SecurityGroupId should be different from the SourceGroupId.",
        cause::OWN_GROUP, never cause::NEVER_OTHER_ROW;
    OwnGroup 403 "InvalidSecurityGroup.IsSame"
        "The authorized SecurityGroupId should be different from the DestGroupId.",
        cause::OWN_GROUP;
    NothingGiven 403 "MissingParameter"
        "The input parameter \"DestGroupId\" or \"DestCidrIp\" cannot be both blank.",
        cause::MODIFY_NO_RULE;
    PeerGroupNotFound 404 "InvalidDestGroupId.NotFound"
        "The DestGroupId provided does not exist in our records.",
        cause::DEST_GROUP_UNKNOWN;
    PrefixListNotFound 404 "InvalidPrefixListId.NotFound"
        "The specified prefix list was not found.",
        cause::PREFIX_LIST_UNKNOWN;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "The specified SecurityGroupId does not exist.",
        cause::GROUP_UNKNOWN;
    PrefixListClosed 404 "NotSupported.GrayFunction"
        "The prefix list is a gray-scale function, not currently supported.",
        cause::PREFIX_LIST_CLOSED, never cause::NEVER_PREFIX_LIST_CLOSED;
    RuleNotFound 404 "SecurityGroupRule.NotFound"
        "The target security group rule do not exist.",
        cause::RULE_FIELDS_UNKNOWN;
    Internal 500 "InternalError"
        "The request processing has failed due to some unknown error.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
    + GroupIdMalformed 400 "InvalidSecurityGroupId.Malformed"
        "The specified parameter SecurityGroupId is not valid.",
        cause::GROUP_ID_MALFORMED;
    + SourceCidr 400 "InvalidParam.SourceCidrIp"
        "The specified param SourceCidrIp is not valid.",
        cause::SOURCE_CIDR;
    + MixedFamilies 400 "InvalidParameter.Conflict"
        "IPv6 and IPv4 addresses cannot exist at the same time.",
        cause::MIXED_FAMILIES;
    + RuleIdMalformed 400 "InvalidParam.SecurityGroupRuleId"
        "The specified parameter SecurityGroupRuleId is not valid.",
        cause::RULE_ID_MALFORMED;
    + PeerKind 400 "InvalidOperation.ModifySgRuleEntityType"
        "The source or destination type of the rules cannot be modified.",
        cause::PEER_KIND_CHANGED;
    + PrefixListFamily 400 "InvalidParam.PrefixListAddressFamilyMismatch"
        "The address family of the prefix list does not match the rule.",
        cause::PREFIX_LIST_FAMILY;
    + NothingAsked 400 "InvalidParam.InvalidModifyRuleRequest"
        "The request parameters are illegal.",
        cause::MODIFY_NOTHING;
    + SameBlock 400 "InvalidParamter.Conflict"
        "The specified SourceCidrIp should be different from the DestCidrIp.",
        cause::SAME_BLOCK;
    + Duplicate 400 "InvalidOperation.RuleDuplicate"
        "%s.",
        cause::RULE_DUPLICATE;
    + PortListProtocol 400 "InvalidParam.ProtocolNotSupportPortRangeList"
        "The specified protocol does not support the port range list.",
        cause::PORT_LIST_PROTOCOL;
    + Direction 400 "InvalidSourceOrDestGroupId.DirectionMissmatch"
        "The specified SourceGroupId or DestGroupId does not match the direction of the rule.",
        cause::PEER_DIRECTION;
    + PortRangeType 400 "InvalidOperation.ModifyPortRangeType"
        "The PortRange type is not allowed to be modified. You cannot modify a rule from using the port list to not using it, and vice versa.",
        cause::PORT_RANGE_TYPE_CHANGED;
    + PortListNotFound 400 "InvalidPortRangeListId.NotFound"
        "The specified port range list was not found.",
        cause::PORT_LIST_UNKNOWN;
    + RuleIdUnknown 404 "InvalidSecurityGroupRuleId.NotFound"
        "The specified SecurityGroupRuleId is not exists.",
        cause::RULE_ID_NOT_IN_GROUP;
}

/// The operation row of ModifySecurityGroupEgressRule.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesRules,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::ANY]).with_keys(&[
        "ecs:tag",
        "ecs:SecurityGroupIpProtocols",
        "ecs:SecurityGroupSourceCidrIps",
    ]),
    terraform: Terraform::ChangesRule,
    templates: &[templates::TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("SecurityGroupRuleId", "sgr-bp67acfmxa123b****").usual(),
    ParamSpec::new("Policy", "accept").usual().one_of(&["accept", "drop"]),
    ParamSpec::new("Priority", "1").usual(),
    ParamSpec::new("IpProtocol", "TCP").one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"]),
    ParamSpec::new("PortRange", "80/80"),
    ParamSpec::new("SourcePortRange", "80/80"),
    ParamSpec::new("PortRangeListId", "prl-2ze9743****"),
    ParamSpec::new("SourceCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Ipv6SourceCidrIp", "2001:db8:1234:1a00::***"),
    ParamSpec::new("DestCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Ipv6DestCidrIp", "2001:db8:1233:1a00::***"),
    ParamSpec::new("DestGroupId", "sg-bp67acfmxa123b****"),
    ParamSpec::new("DestPrefixListId", "pl-x1j1k5ykzqlixdcy****"),
    ParamSpec::new("DestGroupOwnerId", "12345678910").long(),
    ParamSpec::new("DestGroupOwnerAccount", "Test@aliyun.com"),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]),
    ParamSpec::new("Description", "testDescription"),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
];

/// Answers the call.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    modify_rule::answer::<Error>(request, Direction::Egress)
}

impl ModifyRuleError for Error {
    const GROUP_ID_MALFORMED: Self = Self::GroupIdMalformed;
    const GROUP_NOT_FOUND: Self = Self::GroupNotFound;
    const MANAGED: Self = Self::Managed;
    const RULE_ID_MALFORMED: Self = Self::RuleIdMalformed;
    const RULE_ID_UNKNOWN: Self = Self::RuleIdUnknown;
    const RULE_NOT_FOUND: Self = Self::RuleNotFound;
    const NOTHING_ASKED: Self = Self::NothingAsked;
    const NOTHING_GIVEN: Self = Self::NothingGiven;
    const DIRECTION: Self = Self::Direction;
    const PEER_KIND: Self = Self::PeerKind;

    /// The borrowed rows follow `Assumption::SiblingRows`. Giving a port list to a rule with ports
    /// would change the kind of ports; a rule identified by its fields cannot have one. There is no
    /// row for an advanced peer: a rule with impossible fields is not found, and a change to such
    /// fields is illegal.
    fn of(fault: Fault, by: By) -> Self {
        match (fault, by) {
            (Fault::Protocol, _) => Self::ProtocolUnknown,
            (Fault::PortRangeMissing, _) => Self::PortRangeMissing,
            (Fault::PortRange, _) => Self::PortRange,
            (Fault::PortRangeProtocol | Fault::PortRangeUnused, _) => Self::PortRangeProtocol,
            (Fault::PortListProtocol, _) => Self::PortListProtocol,
            (Fault::PortListKind, _) => Self::PortRangeType,
            (Fault::PortListUnknown, _) => Self::PortListNotFound,
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
            (Fault::PeerMissing, _) => Self::PeerMissing,
            (Fault::MixedFamilies, _) => Self::MixedFamilies,
            (Fault::SameBlock, _) => Self::SameBlock,
            (Fault::Ipv4ProtocolWithIpv6, _) => Self::Ipv4ProtocolWithIpv6,
            (Fault::Ipv6ProtocolWithIpv4, _) => Self::Ipv6ProtocolWithIpv4,
            (Fault::Description, _) => Self::Description,
            (Fault::PeerGroupMalformed, _) => Self::PeerGroupMalformed,
            (Fault::PeerGroupUnknown, _) => Self::PeerGroupNotFound,
            (Fault::OwnGroup, _) => Self::OwnGroup,
            (Fault::PeerGroupOtherVpc, _) => Self::PeerGroupOtherVpc,
            (Fault::PeerGroupAdvanced | Fault::AdvancedNamesGroup, By::Fields) => {
                Self::RuleNotFound
            }
            (Fault::PrefixListUnknown, _) => Self::PrefixListNotFound,
            (Fault::PrefixListFamily, _) => Self::PrefixListFamily,
            (Fault::Duplicate, _) => Self::Duplicate,
            (Fault::GroupPeerLimit | Fault::RuleLimit, _) => Self::RuleLimit,
            (Fault::MixedForms, _)
            | (Fault::PeerGroupAdvanced | Fault::AdvancedNamesGroup, By::Id) => Self::NothingAsked,
        }
    }
}
