//! RevokeSecurityGroupEgress: removes outbound rules.

use crate::emulator::cause;
use crate::emulator::error::Refusal;
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::revoke::{self, RevokeError};
use crate::emulator::rule_form::templates;
use crate::emulator::rule_form::{Fault, Form, Side};
use crate::model::Direction;

error_table! {
    /// Why RevokeSecurityGroupEgress refuses a call.
    ///
    /// The newest table found for this operation is from July 2021, before rules had IDs. Where it
    /// has no row for a fault, the supplement borrows the row from the newest page of
    /// RevokeSecurityGroup.
    Ipv6Prefix 400 "ILLEGAL_IPV6_CIDR" "%s", cause::IPV6_PREFIX;
    DestCidrQuoted 400 "InvalidDestCidrIp.Malformed"
        "The specified parameter \"DestCidrIp\" is not valid.",
        cause::DEST_CIDR, never cause::NEVER_OTHER_WORDING;
    DestCidr 400 "InvalidDestCidrIp.Malformed" "The specified parameter DestCidrIp is not valid.",
        cause::DEST_CIDR;
    DestCidrMisspelt 400 "InvalidDestCidrIp.sMalformed"
        "The specified parameter \"DestCidrIp\" is not valid.",
        cause::DEST_CIDR, never cause::NEVER_OTHER_WORDING;
    PeerGroupOtherVpc 400 "InvalidDestGroupId.Mismatch"
        "Specified security group and destination group are not in the same VPC.",
        cause::PEER_GROUP_OTHER_VPC;
    PortRange 400 "InvalidIpPortRange.Malformed"
        "The specified parameter \"PortRange\" is not valid.",
        cause::PORT_RANGE;
    ProtocolOtherWording 400 "InvalidIpProtocol.ValueNotSupported"
        "The specified IpProtocol does not exist.",
        cause::PROTOCOL, never cause::NEVER_OTHER_WORDING;
    ProtocolUnknown 400 "InvalidIpProtocol.ValueNotSupported"
        "The parameter IpProtocol must be specified with case insensitive TCP, UDP, ICMP, GRE or All.",
        cause::PROTOCOL;
    NicType 400 "InvalidNicType.ValueNotSupported" "The specified NicType does not exist.",
        cause::NIC_TYPE;
    DestBothFamilies 400 "InvalidParam.DestIp" "%s", cause::DEST_BOTH_FAMILIES;
    Ipv4ProtocolWithIpv6 400 "InvalidParam.Ipv4ProtocolConflictWithIpv6Address" "%s",
        cause::IPV4_PROTOCOL_WITH_IPV6;
    Ipv6DestCidr 400 "InvalidParam.Ipv6DestCidrIp" "%s", cause::IPV6_DEST_CIDR;
    Ipv6ProtocolWithIpv4 400 "InvalidParam.Ipv6ProtocolConflictWithIpv4Address" "%s",
        cause::IPV6_PROTOCOL_WITH_IPV4;
    Ipv6SourceCidr 400 "InvalidParam.Ipv6SourceCidrIp" "%s", cause::IPV6_SOURCE_CIDR;
    SourceBothFamilies 400 "InvalidParam.SourceIp" "%s", cause::SOURCE_BOTH_FAMILIES;
    Policy 400 "InvalidPolicy.Malformed" "The specified parameter \"Policy\" is not valid.",
        cause::RULE_POLICY;
    PriorityMalformed 400 "InvalidPriority.Malformed" "The parameter Priority is invalid.",
        cause::PRIORITY_MALFORMED;
    PriorityOutOfRange 400 "InvalidPriority.ValueNotSupported" "The parameter Priority is invalid.",
        cause::PRIORITY_OUT_OF_RANGE;
    Description 400 "InvalidSecurityGroupDiscription.Malformed"
        "The specified security group rule description is not valid.",
        cause::RULE_DESCRIPTION;
    GroupIdMalformed 400 "InvalidSecurityGroupId.Malformed"
        "The specified parameter \"SecurityGroupId\" is not valid.",
        cause::GROUP_ID_MALFORMED;
    SourcePortRange 400 "InvalidSourcePortRange.Malformed"
        "The specified parameter \"SourcePortRange\" is not valid.",
        cause::SOURCE_PORT_RANGE;
    PeerMissingFlat 400 "MissingParameter"
        "The input parameter \"DestGroupId\" or \"DestCidrIp\" cannot be both blank.",
        cause::DEST_MISSING_FLAT;
    PeerMissingOtherWording 400 "MissingParameter.Dest"
        "Either DestCidrIp or DestGroupId must be specified.",
        cause::DEST_MISSING, never cause::NEVER_OTHER_WORDING;
    PeerMissing 400 "MissingParameter.Dest"
        "One of the parameters DestCidrIp, DestGroupId or DestPrefixListId must be specified.",
        cause::DEST_MISSING;
    ClassicPrefixList 400 "NotSupported.ClassicNetworkPrefixList"
        "The prefix list is not supported when the network type of security group is classic.",
        cause::CLASSIC_PREFIX_LIST, never cause::NEVER_CLASSIC;
    VpcDisabled 400 "VPCDisabled" "Can't use the SecurityGroup in VPC.",
        cause::VPC_DISABLED, never cause::NEVER_VPC_DISABLED;
    NoGroupRule 403 "InvalidGroupAuthItem.NotFound"
        "Specified group authorized item does not exist in our records.",
        cause::NO_GROUP_RULE, never cause::NEVER_NO_MATCH;
    NicTypeMismatch 403 "InvalidNicType.Mismatch"
        "Specified nic type conflicts with the authorization record.",
        cause::NIC_TYPE_MISMATCH, never cause::NEVER_CLASSIC;
    Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
    OwnGroupAsSource 403 "InvalidParamter.Conflict"
        "The specified SecurityGroupId should be different from the SourceGroupId.",
        cause::OWN_GROUP, never cause::NEVER_OTHER_ROW;
    OwnGroup 403 "InvalidSecurityGroup.IsSame"
        "The authorized SecurityGroupId should be different from the DestGroupId.",
        cause::OWN_GROUP;
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
    Internal 500 "InternalError" "The request processing has failed due to some unknown error.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
    + MixedForms 400 "InvalidParam.Permissions"
        "The specified parameter Permissions cannot coexist with other parameters.",
        cause::MIXED_FORMS_REVOKE;
    + Duplicate 400 "InvalidParam.DuplicatePermissions"
        "There are duplicate permissions in the specified parameter Permissions.",
        cause::DUPLICATE_PERMISSIONS;
    + PortListProtocol 400 "InvalidParam.ProtocolNotSupportPortRangeList"
        "The specified protocol does not support the port range list.",
        cause::PORT_LIST_PROTOCOL;
    + PortListNotFound 400 "InvalidPortRangeListId.NotFound"
        "The specified port range list was not found.",
        cause::PORT_LIST_UNKNOWN;
    + SourceCidr 400 "InvalidParam.SourceCidrIp" "The specified parameter %s is not valid.",
        cause::SOURCE_CIDR;
    + PeerGroupAdvanced 400 "InvalidGroupAuthParameter.OperationDenied"
        "The security group can not authorize to enterprise level security group.",
        cause::PEER_GROUP_ADVANCED;
    + AdvancedNamesGroup 400 "InvalidGroupParameter.OperationDenied"
        "The attributes Policy, SourceGroupId, DestGroupId of enterprise level security groups are not allowed to be set or modified.",
        cause::ADVANCED_NAMES_GROUP;
    + RuleIdMalformed 400 "InvalidParam.SecurityGroupRuleId"
        "The specified parameter SecurityGroupRuleId is not valid.",
        cause::RULE_ID_MALFORMED;
    + RuleIdRepeated 400 "InvalidParam.SecurityGroupRuleIdRepeated"
        "The specified parameter SecurityGroupRuleId is repeated.",
        cause::RULE_ID_REPEATED;
    + RuleNotExist 400 "InvalidSecurityGroupRule.RuleNotExist"
        "The specified rule does not exist.",
        cause::RULE_NOT_EXIST_OUTBOUND;
    + RuleOfOtherGroup 404 "InvalidSecurityGroupRuleId.NotFound"
        "The specified SecurityGroupRuleId is not exists.",
        cause::RULE_OTHER_GROUP;
}

/// The operation row of RevokeSecurityGroupEgress.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesRules,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Delete, &[permission::GROUP]).with_keys(&["ecs:tag"]),
    terraform: Terraform::Removes,
    templates: &[templates::RULES, revoke::TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("SecurityGroupRuleId.N", "sgr-bp67acfmxa123b****").usual(),
    ParamSpec::new("Permissions.N.Policy", "accept").one_of(&["accept", "drop"]),
    ParamSpec::new("Permissions.N.Priority", "1"),
    ParamSpec::new("Permissions.N.IpProtocol", "TCP")
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"]),
    ParamSpec::new("Permissions.N.PortRange", "80/80"),
    ParamSpec::new("Permissions.N.SourcePortRange", "80/80"),
    ParamSpec::new("Permissions.N.PortRangeListId", "prl-2ze9743****"),
    ParamSpec::new("Permissions.N.SourceCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Permissions.N.Ipv6SourceCidrIp", "2001:db8:1234:1a00::***"),
    ParamSpec::new("Permissions.N.DestCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Permissions.N.Ipv6DestCidrIp", "2001:db8:1233:1a00::***"),
    ParamSpec::new("Permissions.N.DestGroupId", "sg-bp67acfmxazb4p****"),
    ParamSpec::new("Permissions.N.DestPrefixListId", "pl-x1j1k5ykzqlixdcy****"),
    ParamSpec::new("Permissions.N.DestGroupOwnerId", "12345678910"),
    ParamSpec::new("Permissions.N.DestGroupOwnerAccount", "Test@aliyun.com"),
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
    ParamSpec::new("DestCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6DestCidrIp", "2001:db8:1233:1a00::***").deprecated(),
    ParamSpec::new("DestGroupId", "sg-bp67acfmxazb4p****").deprecated(),
    ParamSpec::new("DestPrefixListId", "pl-x1j1k5ykzqlixdcy****").deprecated(),
    ParamSpec::new("DestGroupOwnerId", "12345678910").long().deprecated(),
    ParamSpec::new("DestGroupOwnerAccount", "Test@aliyun.com").deprecated(),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]).deprecated(),
    ParamSpec::new("Description", "testDescription").deprecated(),
];

/// Answers the call.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    revoke::answer::<Error>(request, Direction::Egress)
}

impl RevokeError for Error {
    const GROUP_ID_MALFORMED: Self = Self::GroupIdMalformed;
    const GROUP_NOT_FOUND: Self = Self::GroupNotFound;
    const MANAGED: Self = Self::Managed;
    const MIXED_FORMS: Self = Self::MixedForms;
    const RULE_ID_MALFORMED: Self = Self::RuleIdMalformed;
    const RULE_ID_UNKNOWN: Self = Self::RuleNotExist;
    const RULE_ID_REPEATED: Self = Self::RuleIdRepeated;
    const RULE_OF_OTHER_GROUP: Self = Self::RuleOfOtherGroup;
    const RULE_OF_OTHER_DIRECTION: Self = Self::RuleNotExist;
    const NO_MATCH: Self = Self::RuleNotExist;

    /// The 2021 table has a single row for every fault of a port range, including a missing one.
    fn of(fault: Fault, form: Form) -> Option<Self> {
        Some(match (fault, form) {
            (Fault::MixedForms, _) => Self::MixedForms,
            (Fault::Protocol, _) => Self::ProtocolUnknown,
            (Fault::PortRangeMissing, _)
            | (Fault::PortRange, _)
            | (Fault::PortRangeProtocol | Fault::PortRangeUnused, _) => Self::PortRange,
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
            (Fault::Ipv4ProtocolWithIpv6, _) => Self::Ipv4ProtocolWithIpv6,
            (Fault::Ipv6ProtocolWithIpv4, _) => Self::Ipv6ProtocolWithIpv4,
            (Fault::Description, _) => Self::Description,
            (Fault::PeerGroupMalformed, _) | (Fault::PeerGroupUnknown, _) => {
                Self::PeerGroupNotFound
            }
            (Fault::OwnGroup, _) => Self::OwnGroup,
            (Fault::PeerGroupOtherVpc, _) => Self::PeerGroupOtherVpc,
            (Fault::PeerGroupAdvanced, _) => Self::PeerGroupAdvanced,
            (Fault::AdvancedNamesGroup, _) => Self::AdvancedNamesGroup,
            (Fault::PrefixListUnknown, _) => Self::PrefixListNotFound,
            (Fault::Duplicate, _) => Self::Duplicate,
            (Fault::MixedFamilies, _)
            | (Fault::SameBlock, _)
            | (Fault::PrefixListFamily, _)
            | (Fault::GroupPeerLimit, _)
            | (Fault::RuleLimit, _) => return None,
        })
    }
}
