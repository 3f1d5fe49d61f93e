//! RevokeSecurityGroup: removes inbound rules.

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
    /// Why RevokeSecurityGroup refuses a call.
    DestCidrFlat 400 "InvalidDestCidrIp.Malformed"
        "The specified parameter DestCidrIp is not valid.",
        cause::DEST_CIDR;
    PeerGroupAdvanced 400 "InvalidGroupAuthParameter.OperationDenied"
        "The security group can not authorize to enterprise level security group.",
        cause::PEER_GROUP_ADVANCED;
    AdvancedNamesGroup 400 "InvalidGroupParameter.OperationDenied"
        "The attributes Policy, SourceGroupId, DestGroupId of enterprise level security groups are not allowed to be set or modified.",
        cause::ADVANCED_NAMES_GROUP;
    PortRangeFlat 400 "InvalidIpPortRange.Malformed"
        "The specified parameter PortRange is not valid.",
        cause::PORT_RANGE;
    ProtocolUnknown 400 "InvalidIpProtocol.ValueNotSupported"
        "The parameter IpProtocol must be specified with case insensitive TCP, UDP, ICMP, GRE or All.",
        cause::PROTOCOL;
    NicType 400 "InvalidNicType.ValueNotSupported" "The specified parameter %s is not valid.",
        cause::NIC_TYPE;
    DestCidr 400 "InvalidParam.DestCidrIp" "The specified parameter %s is not valid.",
        cause::DEST_CIDR;
    DestBothFamilies 400 "InvalidParam.DestIp"
        "The Parameters DestCidrIp and Ipv6DestCidrIp in %s cannot be set at the same time.",
        cause::DEST_BOTH_FAMILIES;
    Duplicate 400 "InvalidParam.DuplicatePermissions"
        "There are duplicate permissions in the specified parameter Permissions.",
        cause::DUPLICATE_PERMISSIONS;
    Ipv4ProtocolWithIpv6 400 "InvalidParam.Ipv4ProtocolConflictWithIpv6Address"
        "IPv6 address cannot be specified for IPv4-specific protocol.",
        cause::IPV4_PROTOCOL_WITH_IPV6;
    Ipv6DestCidr 400 "InvalidParam.Ipv6DestCidrIp" "The specified parameter %s is not valid.",
        cause::IPV6_DEST_CIDR;
    Ipv6ProtocolWithIpv4 400 "InvalidParam.Ipv6ProtocolConflictWithIpv4Address"
        "IPv4 address cannot be specified for IPv6-specific protocol.",
        cause::IPV6_PROTOCOL_WITH_IPV4;
    Ipv6SourceCidr 400 "InvalidParam.Ipv6SourceCidrIp" "The specified parameter %s is not valid.",
        cause::IPV6_SOURCE_CIDR;
    MixedForms 400 "InvalidParam.Permissions"
        "The specified parameter Permissions cannot coexist with other parameters.",
        cause::MIXED_FORMS_REVOKE;
    PortRange 400 "InvalidParam.PortRange"
        "The specified parameter %s is not valid. It should be two integers less than 65535 in ?/? format.",
        cause::PORT_RANGE;
    PortListProtocol 400 "InvalidParam.ProtocolNotSupportPortRangeList"
        "The specified protocol does not support the port range list.",
        cause::PORT_LIST_PROTOCOL;
    RuleIdUnknown 400 "InvalidParam.SecurityGroupRuleId"
        "The specified parameter SecurityGroupRuleId is not valid.",
        cause::RULE_ID_UNKNOWN;
    RuleIdRepeated 400 "InvalidParam.SecurityGroupRuleIdRepeated"
        "The specified parameter SecurityGroupRuleId is repeated.",
        cause::RULE_ID_REPEATED;
    SourceCidr 400 "InvalidParam.SourceCidrIp" "The specified parameter %s is not valid.",
        cause::SOURCE_CIDR;
    SourceBothFamilies 400 "InvalidParam.SourceIp"
        "The Parameters SourceCidrIp and Ipv6SourceCidrIp in %s cannot be set at the same time.",
        cause::SOURCE_BOTH_FAMILIES;
    Ipv6Prefix 400 "InvalidParameter.Ipv6CidrIp" "The specified Ipv6CidrIp is not valid.",
        cause::IPV6_PREFIX;
    OwnGroup 400 "InvalidParamter.Conflict"
        "The specified SecurityGroupId should be different from the SourceGroupId.",
        cause::OWN_GROUP;
    Policy 400 "InvalidPolicy.Malformed" "The specified parameter %s is not valid.",
        cause::RULE_POLICY;
    PortRangeMissing 400 "InvalidPortRange.Malformed" "The specified parameter PortRange must set.",
        cause::PORT_RANGE_MISSING;
    PortListNotFound 400 "InvalidPortRangeListId.NotFound"
        "The specified port range list was not found.",
        cause::PORT_LIST_UNKNOWN;
    PriorityMalformed 400 "InvalidPriority.Malformed" "The parameter Priority is invalid.",
        cause::PRIORITY_MALFORMED;
    PriorityOutOfRange 400 "InvalidPriority.ValueNotSupported"
        "The specified parameter %s is invalid.",
        cause::PRIORITY_OUT_OF_RANGE;
    NetworkType 400 "InvalidSecurityGroup.InvalidNetworkType"
        "The specified security group network type is not support this operation, please check the security group network types. For VPC security groups, ClassicLink must be enabled.",
        cause::NETWORK_TYPE, never cause::NEVER_CLASSIC;
    Description 400 "InvalidSecurityGroupDiscription.Malformed"
        "The specified security group rule description is not valid.",
        cause::RULE_DESCRIPTION;
    GroupIdMalformed 400 "InvalidSecurityGroupId.Malformed"
        "The specified parameter SecurityGroupId is not valid.",
        cause::GROUP_ID_MALFORMED;
    GroupNotFoundAsMalformed 400 "InvalidSecurityGroupId.NotFound"
        "The specified parameter SecurityGroupId is not valid.",
        cause::GROUP_UNKNOWN, never cause::NEVER_OTHER_ROW;
    RuleNotExist 400 "InvalidSecurityGroupRule.RuleNotExist"
        "The specified rule does not exist.",
        cause::RULE_NOT_EXIST;
    SourceCidrFlat 400 "InvalidSourceCidrIp.Malformed"
        "The specified parameter SourceCidrIp is not valid.",
        cause::SOURCE_CIDR;
    PeerGroupOtherVpc 400 "InvalidSourceGroupId.Mismatch"
        "Specified security group and source group are not in the same VPC.",
        cause::PEER_GROUP_OTHER_VPC;
    SourcePortRange 400 "InvalidSourcePortRange.Malformed"
        "The specified parameter SourcePortRange is not valid.",
        cause::SOURCE_PORT_RANGE;
    PeerMissingFlat 400 "MissingParameter"
        "The input parameter SourceGroupId or SourceCidrIp cannot be both blank.",
        cause::SOURCE_MISSING_FLAT;
    PeerMissing 400 "MissingParameter.Source"
        "One of the parameters SourceCidrIp, Ipv6SourceCidrIp, SourceGroupId or SourcePrefixListId in %s must be specified.",
        cause::SOURCE_MISSING;
    ClassicPrefixList 400 "NotSupported.ClassicNetworkPrefixList"
        "The prefix list is not supported when the network type of security group is classic.",
        cause::CLASSIC_PREFIX_LIST, never cause::NEVER_CLASSIC;
    NotAuthorized 401 "InvalidOperation.SecurityGroupNotAuthorized"
        "The specified security group is not authorized to operate.",
        cause::NOT_AUTHORIZED, never cause::NEVER_ACCOUNT;
    NoGroupRule 403 "InvalidGroupAuthItem.NotFound"
        "Specified group authorized item does not exist in our records.",
        cause::NO_GROUP_RULE, never cause::NEVER_NO_MATCH;
    NicTypeMismatch 403 "InvalidNicType.Mismatch"
        "The specified NicType conflicts with the authorization record.",
        cause::NIC_TYPE_MISMATCH, never cause::NEVER_CLASSIC;
    Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
    PrefixListNotFound 404 "InvalidPrefixListId.NotFound"
        "The specified prefix list was not found.",
        cause::PREFIX_LIST_UNKNOWN;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "The specified SecurityGroupId does not exist.",
        cause::GROUP_UNKNOWN;
    RuleOfOtherGroup 404 "InvalidSecurityGroupRuleId.NotFound"
        "The specified SecurityGroupRuleId is not exists.",
        cause::RULE_OTHER_GROUP;
    PeerGroupNotFound 404 "InvalidSourceGroupId.NotFound"
        "The SourceGroupId provided does not exist in our records.",
        cause::SOURCE_GROUP_UNKNOWN;
    Internal 500 "InternalError" "The request processing has failed due to some unknown error.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
}

/// The operation row of RevokeSecurityGroup.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesRules,
    params: PARAMS,
    table_year: Some(2026),
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
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    revoke::answer::<Error>(request, Direction::Ingress)
}

impl RevokeError for Error {
    const GROUP_ID_MALFORMED: Self = Self::GroupIdMalformed;
    const GROUP_NOT_FOUND: Self = Self::GroupNotFound;
    const MANAGED: Self = Self::Managed;
    const MIXED_FORMS: Self = Self::MixedForms;
    const RULE_ID_MALFORMED: Self = Self::RuleIdUnknown;
    const RULE_ID_UNKNOWN: Self = Self::RuleIdUnknown;
    const RULE_ID_REPEATED: Self = Self::RuleIdRepeated;
    const RULE_OF_OTHER_GROUP: Self = Self::RuleOfOtherGroup;
    const RULE_OF_OTHER_DIRECTION: Self = Self::RuleNotExist;
    const NO_MATCH: Self = Self::RuleNotExist;

    /// Several faults have two rows, one that names the parameter at fault (`%s`) and one that
    /// does not (`Assumption::RowsByForm`).
    fn of(fault: Fault, form: Form) -> Option<Self> {
        Some(match (fault, form) {
            (Fault::MixedForms, _) => Self::MixedForms,
            (Fault::Protocol, _) => Self::ProtocolUnknown,
            (Fault::PortRangeMissing, _) => Self::PortRangeMissing,
            (Fault::PortRange, Form::Nested(_)) => Self::PortRange,
            (Fault::PortRange, Form::Flat)
            | (Fault::PortRangeProtocol | Fault::PortRangeUnused, _) => Self::PortRangeFlat,
            (Fault::PortListProtocol, _) => Self::PortListProtocol,
            (Fault::PortListUnknown | Fault::PortListKind, _) => Self::PortListNotFound,
            (Fault::SourcePortRange, _) => Self::SourcePortRange,
            (Fault::Policy, _) => Self::Policy,
            (Fault::PriorityMalformed, _) => Self::PriorityMalformed,
            (Fault::PriorityOutOfRange, _) => Self::PriorityOutOfRange,
            (Fault::NicType, _) => Self::NicType,
            (Fault::Cidr(Side::Source), Form::Nested(_)) => Self::SourceCidr,
            (Fault::Cidr(Side::Source), Form::Flat) => Self::SourceCidrFlat,
            (Fault::Cidr(Side::Dest), Form::Nested(_)) => Self::DestCidr,
            (Fault::Cidr(Side::Dest), Form::Flat) => Self::DestCidrFlat,
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
