//! When adding, removing or changing a rule is refused, but for its sides.

crate::catalogue! {
    /// When the error is returned.
    PERMISSION_COUNT =
        "Permissions holds more than 100 rules.",
        "Permissions 中的规则超过 100 条。";
    /// When the error is returned.
    RULE_ID_COUNT =
        "SecurityGroupRuleId holds more than 100 ids.",
        "SecurityGroupRuleId 超过 100 个。";
    /// When the error is returned.
    PROTOCOL =
        "IpProtocol is missing or is none of TCP, UDP, ICMP, ICMPv6, GRE and ALL, in any letter case (some regions also take numbers from 0 to 255).",
        "没有填写 IpProtocol，或取值不是 TCP、UDP、ICMP、ICMPv6、GRE、ALL（不区分大小写；部分地域还支持 0～255 的协议号）。";
    /// When the error is returned.
    PORT_RANGE =
        "PortRange is not two ports from 1 to 65535 with a slash between them, the smaller first, such as 80/80.",
        "PortRange 不是以斜线（/）分隔的两个端口（1～65535，起始端口不大于终止端口），例如 80/80。";
    /// When the error is returned.
    PORT_RANGE_MISSING =
        "PortRange is left out, and no port list is named.",
        "没有填写 PortRange，也没有指定端口列表。";
    /// When the error is returned.
    PORT_RANGE_PROTOCOL =
        "PortRange does not fit the protocol: TCP and UDP need ports, all others need -1/-1.",
        "PortRange 与协议不匹配：TCP、UDP 需要填写端口，其他协议只能填 -1/-1。";
    /// When the error is returned.
    SOURCE_PORT_RANGE =
        "SourcePortRange is not a range of ports such as 80/80, or does not fit the protocol.",
        "SourcePortRange 不是 80/80 这样的端口范围，或与协议不匹配。";
    /// When the error is returned.
    PORT_LIST_PROTOCOL =
        "A port list is named for a protocol without ports.",
        "协议没有端口，不能使用端口列表。";
    /// When the error is returned.
    PORT_LIST_UNKNOWN =
        "PortRangeListId does not name a port list.",
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
        "Priority is not from 1 to 100.",
        "Priority 不在 1～100 之间。";
    /// When the error is returned.
    NIC_TYPE =
        "NicType is neither internet nor intranet.",
        "NicType 的取值不是 internet 或 intranet。";
    /// When the error is returned.
    NIC_TYPE_MISMATCH =
        "NicType differs from the one the rule was added with.",
        "NicType 与已有规则不一致。";
    /// When the error is returned.
    NIC_TYPE_FOR_GROUP =
        "The peer is a security group, and NicType is not intranet.",
        "授权对象为安全组时，NicType 不是 intranet。";
    /// When the error is returned.
    RULE_DESCRIPTION =
        "Description has more than 512 characters.",
        "Description 超过 512 个字符。";
    /// When the error is returned.
    MIXED_FORMS =
        "Permissions is combined with the deprecated top-level parameters.",
        "同时填写了 Permissions 和已废弃的顶层参数。";
    /// When the error is returned.
    MIXED_FORMS_REVOKE =
        "Permissions is combined with SecurityGroupRuleId or with the deprecated top-level parameters.",
        "Permissions 与 SecurityGroupRuleId 或已废弃的顶层参数同时填写。";
    /// When the error is returned.
    DUPLICATE_PERMISSIONS =
        "Permissions holds the same rule twice.",
        "Permissions 中有两条相同的规则。";
    /// When the error is returned.
    RULE_LIMIT =
        "A network interface would have more rules over all its groups than the quota allows.",
        "网卡所在全部安全组的规则总数会超过配额上限。";
    /// When the error is returned.
    GROUP_PEER_LIMIT =
        "The basic security group already has 20 rules that name a security group.",
        "普通安全组中授权对象为安全组的规则已有 20 条。";
    /// When the error is returned.
    RULE_ID_UNKNOWN =
        "SecurityGroupRuleId does not name a rule.",
        "SecurityGroupRuleId 对应的规则不存在。";
    /// When the error is returned.
    RULE_ID_REPEATED =
        "SecurityGroupRuleId names the same rule twice.",
        "SecurityGroupRuleId 中有重复的规则 ID。";
    /// When the error is returned.
    RULE_OTHER_GROUP =
        "SecurityGroupRuleId names a rule of another security group.",
        "SecurityGroupRuleId 对应的规则属于其他安全组。";
    /// When the error is returned.
    RULE_OTHER_DIRECTION =
        "SecurityGroupRuleId names a rule of the other direction.",
        "SecurityGroupRuleId 对应的规则方向不符。";
    /// When the error is returned.
    NO_GROUP_RULE =
        "No rule names the peer security group.",
        "没有授权该安全组的规则。";
    /// When the error is returned.
    NIC_TYPE_CHANGED =
        "NicType differs from the one of the rule.",
        "NicType 与规则原有的取值不同。";
    /// When the error is returned.
    PORT_RANGE_TYPE_CHANGED =
        "The rule names ports, and the call names a port list in their place.",
        "规则使用端口范围，而请求改用端口列表。";
    /// When the error is returned.
    PEER_KIND_CHANGED =
        "The call would give the rule another kind of source or destination: IPv4 block, IPv6 block, security group or prefix list.",
        "请求会改变规则的源端或目的端类型（IPv4 地址块、IPv6 地址块、安全组、前缀列表）。";
    /// When the error is returned.
    RULE_DUPLICATE =
        "After the change another rule of the security group would say the same.",
        "修改后会与该安全组的另一条规则相同。";
    /// When the error is returned.
    MODIFY_NOTHING =
        "SecurityGroupRuleId is sent without anything to change, or the change leads to a rule that cannot exist.",
        "填写了 SecurityGroupRuleId，但没有要修改的内容，或修改后的规则不能存在。";
    /// When the error is returned.
    MODIFY_NO_RULE =
        "Neither SecurityGroupRuleId nor the fields of a rule are sent.",
        "没有填写 SecurityGroupRuleId，也没有填写规则的属性。";
    /// When the error is returned.
    PROTOCOL_FAMILY =
        "The protocol exists in another address family than the rule.",
        "协议与规则的地址族不匹配。";
    /// When the error is returned.
    PEER_DIRECTION =
        "A security group or prefix list is named on the side that rules of this direction do not have.",
        "安全组或前缀列表填在了与规则方向不符的一端。";
    /// When the error is returned.
    RULE_ID_MALFORMED =
        "SecurityGroupRuleId cannot be an id.",
        "SecurityGroupRuleId 的格式不正确。";
    /// When the error is returned.
    RULE_ID_NOT_IN_GROUP =
        "The security group has no rule with this id in this direction.",
        "该安全组的该方向上没有此 ID 的规则。";
    /// When the error is returned.
    RULE_FIELDS_UNKNOWN =
        "The security group has no rule with exactly these fields.",
        "该安全组没有与所填属性完全一致的规则。";
}
