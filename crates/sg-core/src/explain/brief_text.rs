//! The short texts for reasons and verdicts, in both languages.

crate::catalogue! {
    // Short reasons, one per line of a table.
    /// The intra-group policy.
    REASON_POLICY = "intra-group policy Accept of {group}", "{group} 组内互通（Accept）";
    /// A custom rule.
    REASON_RULE = "{rule}, {id} of {group}", "{rule}，{group} 的 {id}";
    /// The inbound default.
    REASON_UNREAD = "not everything that could decide is known", "可能起决定作用的信息并不全部已知";
    /// The inbound default of load balancers.
    REASON_INGRESS_ALLOW = "no inbound Deny rule matches: allowed by default", "没有入方向拒绝规则匹配，默认允许";
    /// The inbound default.
    REASON_INGRESS_DENY = "no inbound rule matches: denied by default", "没有入方向规则匹配，默认拒绝";
    /// The outbound default of advanced groups.
    REASON_EGRESS_DENY = "no outbound rule matches: denied by default", "没有出方向规则匹配，默认拒绝";
    /// The outbound default of basic groups.
    REASON_EGRESS_ALLOW = "no outbound rule matches: allowed by default", "没有出方向规则匹配，默认允许";
    /// The metadata service.
    REASON_METADATA = "the metadata service is always reachable", "元数据服务始终可以访问";
    /// TCP 25.
    REASON_MAIL = "TCP port 25 to the Internet is closed by the platform", "平台封禁访问公网的 TCP 25 端口";
    /// A load balancer.
    REASON_BALANCER = "forwarded by a load balancer", "由负载均衡转发";
    /// VPCs without a connection.
    REASON_SEPARATE = "the VPCs are not connected", "专有网络 VPC 之间未连通";
    /// No public address.
    REASON_NO_PUBLIC = "the sender has no public IP address", "发送端没有公网 IP 地址";
    /// No public address at the receiver.
    REASON_NOT_PUBLIC = "no public IP address leads to the receiver", "没有公网 IP 地址通向接收端";
    /// Neither a public address nor SNAT.
    REASON_NO_SNAT = "the sender has no public IP address, and its VPC has no SNAT", "发送端没有公网 IP 地址，其专有网络也未配置 SNAT";
    /// Whether there is a public address.
    REASON_UNREAD_PUBLIC_ADDRESS = "it is unknown whether a public IP address leads to the interface", "不能确定是否有公网 IP 地址通向该网卡";
    /// Whether there is SNAT.
    REASON_UNREAD_SNAT = "it is unknown whether the VPC of the sender has SNAT", "不能确定发送端的专有网络是否配置了 SNAT";
    /// The address behind SNAT.
    REASON_SNAT_ADDRESS = "SNAT replaces the address of the sender by one that is not known", "SNAT 会把发送端的地址替换为未知的公网 IP 地址";
    /// IPv4 and IPv6.
    REASON_FAMILIES = "one end speaks IPv4, the other IPv6", "一端为 IPv4，另一端为 IPv6";
    /// An interface and itself.
    REASON_ITSELF = "an interface and itself: not filtered", "网卡自身，不经过安全组";
    /// Outside the model.
    REASON_UNKNOWN = "outside the model", "不在模型范围内";

    // Verdicts.
    /// It passes.
    PASSES = "pass", "通过";
    /// It does not pass.
    IS_BLOCKED = "blocked", "阻断";
    /// The model cannot say.
    IS_UNKNOWN = "unknown", "未知";
    /// Sources disagree.
    CONTESTED = "{verdict} (disputed)", "{verdict}（说法不一）";

    // Packets.
    /// A protocol without a name.
    PROTOCOL_NUMBER = "protocol {number}", "协议 {number}";
}
