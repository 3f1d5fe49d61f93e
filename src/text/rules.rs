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
    DELETE_RULE = "Delete rule {rule}", "删除规则 {rule}";
    QUICK_ADD = "Quick add", "快速添加";
    PEER_CIDR = "CIDR block", "CIDR 地址块";
    PEER_GROUP = "Security group", "安全组";
    PEER_KIND = "Type of authorization object", "授权对象类型";
    ALL_PROTOCOLS = "All", "全部";
    IMPLICIT_BASIC_ACCEPT_IN = "No custom rules. Default: allow members, deny everything else.", "没有自定义规则。默认：允许组内成员，拒绝其他全部流量。";
    IMPLICIT_BASIC_DROP_IN = "No custom rules. Default: deny everything, including members.", "没有自定义规则。默认：拒绝全部流量，包括组内成员。";
    IMPLICIT_ADVANCED_IN = "No custom rules. Default: deny everything.", "没有自定义规则。默认：拒绝全部流量。";
    IMPLICIT_BASIC_OUT = "No custom rules. Default: allow everything.", "没有自定义规则。默认：允许全部流量。";
    IMPLICIT_ADVANCED_OUT = "No custom rules. Default: deny everything.", "没有自定义规则。默认：拒绝全部流量。";
}
