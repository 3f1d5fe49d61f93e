//! Texts of the rule table and the rule form, with the console's terms and column order.

sg_core::catalogue! {
    INBOUND = "Inbound", "入方向";
    OUTBOUND = "Outbound", "出方向";
    DIRECTIONS = "Rule direction in {group}", "{group} 的规则方向";
    ACTION = "Action", "授权策略";
    PRIORITY = "Priority", "优先级";
    PRIORITY_SHORT = "Prio", "优先级";
    PROTOCOL = "Protocol", "协议类型";
    PORT_RANGE = "Port range", "端口范围";
    PORTS_OR_LIST = "Port range or port list", "端口范围或端口列表";
    PORT_SHORT = "Port", "端口";
    SOURCE = "Source", "授权对象（访问来源）";
    DESTINATION = "Destination", "授权对象（访问目的）";
    PEER = "Authorization object", "授权对象";
    DESCRIPTION = "Description", "描述";
    OPERATIONS = "Actions", "操作";
    ALLOW = "Allow", "允许";
    DENY = "Deny", "拒绝";
    ADD_RULE = "+ rule", "+ 规则";
    ADD_RULE_TITLE = "Add a rule to {group}", "为 {group} 添加规则";
    ADD = "Add", "添加";
    DELETE_RULE = "Delete rule {rule}", "删除规则：{rule}";
    QUICK_ADD = "Quick add", "快速添加";
    PORT_LISTS = "Port lists", "端口列表";
    QUICK_SOURCE = "From", "快速选择来源";
    QUICK_DESTINATION = "To", "快速选择目的";
    ANYWHERE_IPV4 = "Anywhere 0.0.0.0/0", "任意 IPv4 0.0.0.0/0";
    ANYWHERE_IPV6 = "Anywhere IPv6 ::/0", "任意 IPv6 ::/0";
    OWN_MEMBERS = "This group's members", "本安全组的成员";
    ANOTHER_GROUP = "Another group", "其他安全组";
    OWN_ADDRESS = "My address…", "我的 IP 地址…";
    OWN_ADDRESS_TITLE = "Type the public address that you connect from. This page does not look it up.", "请填写您访问时使用的公网 IP 地址，本页面不会查询它。";
    PEER_CIDR = "CIDR block", "CIDR 地址块";
    PEER_GROUP = "Security group", "安全组";
    PEER_KIND = "Type of authorization object", "授权对象类型";
    ALL_PROTOCOLS = "All", "全部";
    DEFAULT = "Default", "默认";
    IMPLICIT_BASIC_ACCEPT_IN = "No custom rules. {default}: allow members, deny everything else.", "没有自定义规则。{default}：允许组内成员，拒绝其他全部流量。";
    IMPLICIT_BASIC_DROP_IN = "No custom rules. {default}: deny everything, including members.", "没有自定义规则。{default}：拒绝全部流量，包括组内成员。";
    IMPLICIT_ADVANCED_IN = "No custom rules. {default}: deny everything.", "没有自定义规则。{default}：拒绝全部流量。";
    IMPLICIT_BASIC_OUT = "No custom rules. {default}: allow everything.", "没有自定义规则。{default}：允许全部流量。";
    IMPLICIT_ADVANCED_OUT = "No custom rules. {default}: deny everything.", "没有自定义规则。{default}：拒绝全部流量。";
}
