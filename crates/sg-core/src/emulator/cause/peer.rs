//! When the remote side of a rule is refused, or the own side beside it.

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
        "Ipv6SourceCidrIp does not start with an IPv6 address.",
        "Ipv6SourceCidrIp 不是 IPv6 地址或 CIDR 地址块。";
    /// When the error is returned.
    IPV6_DEST_CIDR =
        "Ipv6DestCidrIp does not start with an IPv6 address.",
        "Ipv6DestCidrIp 不是 IPv6 地址或 CIDR 地址块。";
    /// When the error is returned.
    IPV6_PREFIX =
        "The prefix length of an IPv6 CIDR block is not a number from 0 to 128.",
        "IPv6 CIDR 地址块的前缀长度不是 0～128 的整数。";
    /// When the error is returned.
    SOURCE_BOTH_FAMILIES =
        "SourceCidrIp and Ipv6SourceCidrIp are both sent.",
        "同时填写了 SourceCidrIp 和 Ipv6SourceCidrIp。";
    /// When the error is returned.
    DEST_BOTH_FAMILIES =
        "DestCidrIp and Ipv6DestCidrIp are both sent.",
        "同时填写了 DestCidrIp 和 Ipv6DestCidrIp。";
    /// When the error is returned.
    MIXED_FAMILIES =
        "One side of the rule is an IPv4 block and the other an IPv6 block.",
        "规则的一端是 IPv4 地址，另一端是 IPv6 地址。";
    /// When the error is returned.
    SAME_BLOCK =
        "The source and destination blocks are the same.",
        "源端与目的端的地址块相同。";
    /// When the error is returned.
    IPV4_PROTOCOL_WITH_IPV6 =
        "ICMP, which is for IPv4 only, is combined with an IPv6 block.",
        "ICMP 只用于 IPv4，却填写了 IPv6 地址。";
    /// When the error is returned.
    IPV6_PROTOCOL_WITH_IPV4 =
        "ICMPv6, which is for IPv6 only, is combined with an IPv4 block.",
        "ICMPv6 只用于 IPv6，却填写了 IPv4 地址。";
    /// When the error is returned.
    SOURCE_MISSING =
        "The rule names no source: no CIDR block, security group or prefix list.",
        "规则没有源端：未指定 CIDR 地址块、安全组或前缀列表。";
    /// When the error is returned.
    DEST_MISSING =
        "The rule names no destination: no CIDR block, security group or prefix list.",
        "规则没有目的端：未指定 CIDR 地址块、安全组或前缀列表。";
    /// When the error is returned.
    SOURCE_MISSING_FLAT =
        "The deprecated top-level parameters name no source.",
        "使用已废弃的顶层参数时没有指定源端。";
    /// When the error is returned.
    DEST_MISSING_FLAT =
        "The deprecated top-level parameters name no destination.",
        "使用已废弃的顶层参数时没有指定目的端。";
    /// When the error is returned.
    SOURCE_GROUP_MALFORMED =
        "SourceGroupId cannot be an id.",
        "SourceGroupId 的格式不正确。";
    /// When the error is returned.
    DEST_GROUP_MALFORMED =
        "DestGroupId cannot be an id.",
        "DestGroupId 的格式不正确。";
    /// When the error is returned.
    SOURCE_GROUP_UNKNOWN =
        "SourceGroupId does not name a security group.",
        "SourceGroupId 对应的安全组不存在。";
    /// When the error is returned.
    DEST_GROUP_UNKNOWN =
        "DestGroupId does not name a security group.",
        "DestGroupId 对应的安全组不存在。";
    /// When the error is returned.
    PEER_GROUP_OTHER_VPC =
        "The two security groups are in different VPCs.",
        "两个安全组不在同一个专有网络 VPC。";
    /// When the error is returned.
    PEER_GROUP_ADVANCED =
        "The peer is an advanced security group, which no rule can name.",
        "授权对象是企业级安全组，规则不能授权给企业级安全组。";
    /// When the error is returned.
    ADVANCED_NAMES_GROUP =
        "A rule of an advanced security group names a security group.",
        "企业级安全组的规则不能以安全组作为授权对象。";
    /// When the error is returned.
    OWN_GROUP =
        "The rule names its own security group.",
        "规则的授权对象是安全组自身。";
    /// When the error is returned.
    PREFIX_LIST_UNKNOWN =
        "The prefix list does not exist.",
        "前缀列表不存在。";
    /// When the error is returned.
    PREFIX_LIST_FAMILY =
        "The prefix list is of the other address family than the rest of the rule.",
        "前缀列表的地址族与规则的其他部分不一致。";
    /// When the error is returned.
    PREFIX_LIST_QUOTA =
        "The prefix list is used by as many resources as it may be.",
        "前缀列表关联的资源数量已达上限。";
    /// When the error is returned.
    PREFIX_LIST_CLOSED =
        "Prefix lists are not open to the account yet.",
        "账号尚未开通前缀列表功能。";
    /// When the error is returned.
    CLASSIC_PREFIX_LIST =
        "The security group is of the classic network, where rules cannot name prefix lists.",
        "经典网络的安全组不支持前缀列表。";
    /// When the error is returned.
    NETWORK_TYPE =
        "One security group is of a VPC and the other of the classic network.",
        "一个安全组属于专有网络 VPC，另一个属于经典网络。";
    /// When the error is returned.
    VPC_DISABLED =
        "The security group cannot be used in a VPC.",
        "该安全组不能在专有网络 VPC 中使用。";
}
