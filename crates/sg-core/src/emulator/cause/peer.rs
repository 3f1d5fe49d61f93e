//! When the remote side or the local CIDR of a rule is refused.

crate::catalogue! {
    /// When the error is returned.
    SOURCE_CIDR =
        "SourceCidrIp is not an IPv4 address or CIDR block.",
        "SourceCidrIp 不是 IPv4 地址或 CIDR 地址块。";
    /// When the error is returned.
    DEST_CIDR =
        "DestCidrIp is not an IPv4 address or CIDR block.",
        "DestCidrIp 不是 IPv4 地址或 CIDR 地址块。";
    /// When the error is returned.
    IPV6_SOURCE_CIDR =
        "Ipv6SourceCidrIp is not an IPv6 address or CIDR block.",
        "Ipv6SourceCidrIp 不是 IPv6 地址或 CIDR 地址块。";
    /// When the error is returned.
    IPV6_DEST_CIDR =
        "Ipv6DestCidrIp is not an IPv6 address or CIDR block.",
        "Ipv6DestCidrIp 不是 IPv6 地址或 CIDR 地址块。";
    /// When the error is returned.
    IPV6_PREFIX =
        "The prefix length of an IPv6 CIDR block is not a number from 0 to 128.",
        "IPv6 CIDR 地址块的前缀长度不是 0～128 的整数。";
    /// When the error is returned.
    SOURCE_BOTH_FAMILIES =
        "SourceCidrIp and Ipv6SourceCidrIp are both specified.",
        "同时指定了 SourceCidrIp 和 Ipv6SourceCidrIp。";
    /// When the error is returned.
    DEST_BOTH_FAMILIES =
        "DestCidrIp and Ipv6DestCidrIp are both specified.",
        "同时指定了 DestCidrIp 和 Ipv6DestCidrIp。";
    /// When the error is returned.
    MIXED_FAMILIES =
        "One side of the rule uses an IPv4 CIDR block and the other an IPv6 CIDR block.",
        "规则的一端是 IPv4 地址，另一端是 IPv6 地址。";
    /// When the error is returned.
    SAME_BLOCK =
        "The source and destination CIDR blocks are identical.",
        "源端与目的端的地址块相同。";
    /// When the error is returned.
    IPV4_PROTOCOL_WITH_IPV6 =
        "ICMP, which is IPv4 only, is combined with an IPv6 CIDR block.",
        "ICMP 只用于 IPv4，却指定了 IPv6 地址段。";
    /// When the error is returned.
    IPV6_PROTOCOL_WITH_IPV4 =
        "ICMPv6, which is IPv6 only, is combined with an IPv4 CIDR block.",
        "ICMPv6 只用于 IPv6，却指定了 IPv4 地址段。";
    /// When the error is returned.
    SOURCE_MISSING =
        "The rule has no source: no CIDR block, security group or prefix list is specified.",
        "规则没有源端：未指定 CIDR 地址块、安全组或前缀列表。";
    /// When the error is returned.
    DEST_MISSING =
        "The rule has no destination: no CIDR block, security group or prefix list is specified.",
        "规则没有目的端：未指定 CIDR 地址块、安全组或前缀列表。";
    /// When the error is returned.
    SOURCE_MISSING_FLAT =
        "The deprecated top-level parameters do not specify a source.",
        "使用已废弃的顶层参数时没有指定源端。";
    /// When the error is returned.
    DEST_MISSING_FLAT =
        "The deprecated top-level parameters do not specify a destination.",
        "使用已废弃的顶层参数时没有指定目的端。";
    /// When the error is returned.
    SOURCE_GROUP_MALFORMED =
        "SourceGroupId does not have a valid format.",
        "SourceGroupId 的格式不正确。";
    /// When the error is returned.
    DEST_GROUP_MALFORMED =
        "DestGroupId does not have a valid format.",
        "DestGroupId 的格式不正确。";
    /// When the error is returned.
    SOURCE_GROUP_UNKNOWN =
        "No security group with this SourceGroupId exists.",
        "SourceGroupId 对应的安全组不存在。";
    /// When the error is returned.
    DEST_GROUP_UNKNOWN =
        "No security group with this DestGroupId exists.",
        "DestGroupId 对应的安全组不存在。";
    /// When the error is returned.
    PEER_GROUP_OTHER_VPC =
        "The two security groups are in different VPCs.",
        "两个安全组不在同一个专有网络 VPC。";
    /// When the error is returned.
    PEER_GROUP_ADVANCED =
        "The authorization object is an advanced security group, which rules cannot reference.",
        "授权对象是企业级安全组，规则不能引用企业级安全组。";
    /// When the error is returned.
    ADVANCED_NAMES_GROUP =
        "A rule of an advanced security group references a security group.",
        "企业级安全组的规则不能以安全组作为授权对象。";
    /// When the error is returned.
    OWN_GROUP =
        "The rule references its own security group.",
        "规则的授权对象是安全组自身。";
    /// When the error is returned.
    PREFIX_LIST_UNKNOWN =
        "The prefix list does not exist.",
        "前缀列表不存在。";
    /// When the error is returned.
    PREFIX_LIST_FAMILY =
        "The address family of the prefix list differs from the rest of the rule.",
        "前缀列表的地址族与规则的其他部分不一致。";
    /// When the error is returned.
    PREFIX_LIST_QUOTA =
        "The prefix list has reached its limit of associated resources.",
        "前缀列表关联的资源数量已达上限。";
    /// When the error is returned.
    PREFIX_LIST_CLOSED =
        "Prefix lists are not available to this account yet.",
        "账号尚未开通前缀列表功能。";
    /// When the error is returned.
    CLASSIC_PREFIX_LIST =
        "The security group is in the classic network, which does not support prefix lists.",
        "经典网络的安全组不支持前缀列表。";
    /// When the error is returned.
    NETWORK_TYPE =
        "One security group is in a VPC and the other in the classic network.",
        "一个安全组属于专有网络 VPC，另一个属于经典网络。";
    /// When the error is returned.
    VPC_DISABLED =
        "The security group cannot be used in a VPC.",
        "该安全组不能在专有网络 VPC 中使用。";
}
