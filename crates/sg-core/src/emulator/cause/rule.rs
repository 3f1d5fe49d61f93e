//! When adding, removing or changing a rule is refused, apart from its peer and local CIDR.

crate::catalogue! {
    /// When the error is returned.
    PERMISSION_COUNT =
        "Permissions contains more than 100 rules.",
        "Permissions 中的规则超过 100 条。";
    /// When the error is returned.
    RULE_ID_COUNT =
        "SecurityGroupRuleId contains more than 100 IDs.",
        "SecurityGroupRuleId 超过 100 个。";
    /// When the error is returned.
    PROTOCOL =
        "IpProtocol is missing, or is none of TCP, UDP, ICMP, ICMPv6, GRE and ALL (case-insensitive; some regions also accept protocol numbers from 0 to 255).",
        "缺少 IpProtocol，或取值不是 TCP、UDP、ICMP、ICMPv6、GRE、ALL（不区分大小写；部分地域还支持 0～255 的协议号）。";
    /// When the error is returned.
    PORT_RANGE =
        "PortRange is not two ports from 1 to 65535 separated by a slash, smaller port first, for example 80/80.",
        "PortRange 不是以斜线（/）分隔的两个端口（1～65535，起始端口不大于终止端口），例如 80/80。";
    /// When the error is returned.
    PORT_RANGE_SEEN =
        "PortRange is not two ports from 1 to 65535 separated by a slash, smaller port first, for example 80/80, or contains ports although the protocol has none.",
        "PortRange 不是以斜线（/）分隔的两个端口（1～65535，起始端口不大于终止端口），例如 80/80；或协议没有端口，却指定了端口。";
    /// When the error is returned.
    PORT_RANGE_MISSING =
        "PortRange is missing, and no port list is specified.",
        "缺少 PortRange，也没有指定端口列表。";
    /// When the error is returned.
    PORT_RANGE_PROTOCOL =
        "PortRange does not fit the protocol: TCP and UDP need ports, all other protocols need -1/-1.",
        "PortRange 与协议不匹配：TCP、UDP 需要指定端口，其他协议只能为 -1/-1。";
    /// When the error is returned.
    SOURCE_PORT_RANGE =
        "SourcePortRange is not a range of ports such as 80/80, or does not fit the protocol.",
        "SourcePortRange 不是 80/80 这样的端口范围，或与协议不匹配。";
    /// When the error is returned.
    PORT_LIST_PROTOCOL =
        "A port list is specified for a protocol that has no ports.",
        "协议没有端口，不能使用端口列表。";
    /// When the error is returned.
    PORT_LIST_UNKNOWN =
        "No port list with this PortRangeListId exists.",
        "PortRangeListId 对应的端口列表不存在。";
    /// When the error is returned.
    RULE_POLICY =
        "Policy is neither accept nor drop.",
        "Policy 的取值不是 accept 或 drop。";
    /// When the error is returned.
    PRIORITY_MALFORMED =
        "Priority is not a whole number.",
        "Priority 不是整数。";
    /// When the error is returned.
    PRIORITY_OUT_OF_RANGE =
        "Priority is not between 1 and 100. Rules with 101 to 110, which the service itself made in the past, can be read and removed, but no call can write them.",
        "Priority 不在 1～100 之间。优先级为 101～110 的规则由系统早期创建，可以查看和删除，但无法通过调用写入。";
    /// When the error is returned.
    NIC_TYPE =
        "NicType is neither internet nor intranet.",
        "NicType 的取值不是 internet 或 intranet。";
    /// When the error is returned.
    NIC_TYPE_MISMATCH =
        "NicType differs from that of the existing rule.",
        "NicType 与已有规则不一致。";
    /// When the error is returned.
    NIC_TYPE_FOR_GROUP =
        "The authorization object is a security group, but NicType is not intranet.",
        "授权对象为安全组时，NicType 不是 intranet。";
    /// When the error is returned.
    RULE_DESCRIPTION =
        "Description has more than 512 characters.",
        "Description 超过 512 个字符。";
    /// When the error is returned.
    MIXED_FORMS =
        "Permissions and the deprecated top-level parameters are both specified.",
        "同时指定了 Permissions 和已废弃的顶层参数。";
    /// When the error is returned.
    MIXED_FORMS_REVOKE =
        "Permissions is specified together with SecurityGroupRuleId or the deprecated top-level parameters.",
        "同时指定了 Permissions 与 SecurityGroupRuleId 或已废弃的顶层参数。";
    /// When the error is returned.
    DUPLICATE_PERMISSIONS =
        "Permissions contains the same rule twice.",
        "Permissions 中有两条相同的规则。";
    /// When the error is returned.
    RULE_LIMIT =
        "The total number of rules in all groups of a network interface would exceed the quota.",
        "网卡所在全部安全组的规则总数会超过配额上限。";
    /// When the error is returned.
    GROUP_PEER_LIMIT =
        "The basic security group already has 20 rules that reference a security group.",
        "普通安全组中授权对象为安全组的规则已有 20 条。";
    /// When the error is returned.
    RULE_ID_UNKNOWN =
        "No rule with this SecurityGroupRuleId exists.",
        "SecurityGroupRuleId 对应的规则不存在。";
    /// When the error is returned.
    RULE_ID_REPEATED =
        "SecurityGroupRuleId contains the same rule ID twice.",
        "SecurityGroupRuleId 中有重复的规则 ID。";
    /// When the error is returned.
    RULE_OTHER_GROUP =
        "The rule with this SecurityGroupRuleId belongs to another security group.",
        "SecurityGroupRuleId 对应的规则属于其他安全组。";
    /// When the error is returned.
    RULE_NOT_EXIST =
        "The rule with this SecurityGroupRuleId is for the other direction, or no rule matches the top-level rule fields.",
        "SecurityGroupRuleId 对应的规则方向不符，或没有与顶层规则属性匹配的规则。";
    /// When the error is returned.
    RULE_NOT_EXIST_OUTBOUND =
        "No rule with this SecurityGroupRuleId exists, or it is for the other direction, or no rule matches the top-level rule fields.",
        "SecurityGroupRuleId 对应的规则不存在或方向不符，或没有与顶层规则属性匹配的规则。";
    /// When the error is returned.
    NO_GROUP_RULE =
        "No rule references this security group.",
        "没有引用该安全组的规则。";
    /// When the error is returned.
    NIC_TYPE_CHANGED =
        "NicType differs from the rule's current value.",
        "NicType 与规则原有的取值不同。";
    /// When the error is returned.
    PORT_RANGE_TYPE_CHANGED =
        "The rule uses a port range, but the call specifies a port list.",
        "规则使用端口范围，而请求改用端口列表。";
    /// When the error is returned.
    PEER_KIND_CHANGED =
        "The call would change the type of the rule's source or destination (IPv4 CIDR block, IPv6 CIDR block, security group or prefix list).",
        "请求会改变规则的源端或目的端类型（IPv4 地址块、IPv6 地址块、安全组、前缀列表）。";
    /// When the error is returned.
    RULE_DUPLICATE =
        "After the change, the rule would be identical to another rule of the security group.",
        "修改后会与该安全组的另一条规则相同。";
    /// When the error is returned.
    MODIFY_NOTHING =
        "SecurityGroupRuleId is specified without anything to change, or the change would result in an invalid rule.",
        "指定了 SecurityGroupRuleId，但没有要修改的内容，或修改后的规则无效。";
    /// When the error is returned.
    MODIFY_NO_RULE =
        "SecurityGroupRuleId and the fields of a rule are both missing.",
        "没有指定 SecurityGroupRuleId，也没有指定规则的属性。";
    /// When the error is returned.
    PROTOCOL_FAMILY =
        "The protocol does not match the address family of the rule.",
        "协议与规则的地址族不匹配。";
    /// When the error is returned.
    PEER_DIRECTION =
        "A security group or prefix list is specified on the wrong side for the rule's direction.",
        "安全组或前缀列表指定在了与规则方向不符的一端。";
    /// When the error is returned.
    RULE_ID_MALFORMED =
        "SecurityGroupRuleId does not have a valid format.",
        "SecurityGroupRuleId 的格式不正确。";
    /// When the error is returned.
    RULE_ID_NOT_IN_GROUP =
        "The security group has no rule with this ID in this direction.",
        "该安全组的该方向上没有此 ID 的规则。";
    /// When the error is returned.
    RULE_FIELDS_UNKNOWN =
        "The security group has no rule with exactly these fields.",
        "该安全组没有与所指定属性完全一致的规则。";
}
