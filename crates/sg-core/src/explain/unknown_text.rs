//! Texts about why a verdict is unknown.

crate::catalogue! {
    /// No such interface.
    UNKNOWN_INTERFACE = "The network interface {id} does not exist.", "不存在网卡 {id}。";
    /// Not its address.
    UNKNOWN_ADDRESS = "The address {address} does not belong to {id} (a source uses a private IP address).", "地址 {address} 不属于 {id}（源端使用私网 IP 地址）。";
    /// Not outside.
    UNKNOWN_NOT_OUTSIDE = "The address {address} is not external: select the network interface that has it.", "地址 {address} 不是外部地址，请选择拥有它的网卡。";
    /// Of a VPC, but of no interface.
    UNKNOWN_NO_INTERFACE = "No interface of this scenario has the address {address}, so its security groups are not known.", "场景中没有网卡使用地址 {address}，因此无法得知它属于哪些安全组。";
    /// Both outside.
    UNKNOWN_BOTH_OUTSIDE = "Both ends are external, so the packet does not pass through any security group.", "两端都是外部地址，数据包不经过任何安全组。";
    /// No such packet.
    UNKNOWN_NO_PACKET = "ICMP exists only over IPv4 and ICMPv6 only over IPv6.", "ICMP 只存在于 IPv4，ICMPv6 只存在于 IPv6。";

    /// The members of a group of another account.
    UNREAD_MEMBERS = "This rule of {group} could decide, but the members of {peer}, a group of another account, are unknown: {rule}.", "{group} 的这条规则可能起决定作用，但 {peer} 属于其他账号，其成员未知：{rule}。";
    /// The entries of a prefix list.
    UNREAD_ENTRIES = "This rule of {group} could decide, but not all entries of the prefix list {peer} are known: {rule}.", "{group} 的这条规则可能起决定作用，但前缀列表 {peer} 的条目并不全部已知：{rule}。";
    /// A rule that could not be read.
    UNREAD_RULE = "A rule of {group} that is not known completely could decide: {rule}; found at {where}.", "{group} 有一条并不完全已知的规则可能起决定作用：{rule}；位置：{where}。";
    /// A rule that could not be read, without its place.
    UNREAD_RULE_SOMEWHERE = "A rule of {group} that is not known completely could decide: {rule}.", "{group} 有一条并不完全已知的规则可能起决定作用：{rule}。";
    /// Rules that the input does not list.
    UNREAD_MORE_RULES = "The rules of {group} are not all known.", "{group} 的规则并不全部已知。";
    /// A policy that the input does not give.
    UNREAD_POLICY = "The intra-group policy of {group} is unknown.", "{group} 的组内连通策略未知。";
    /// Whether two VPCs are connected.
    UNREAD_ROUTES = "It is unknown whether the two VPCs are connected.", "不能确定这两个专有网络是否连通。";
    /// Whether a member or a service has a public address.
    UNREAD_PUBLIC_ADDRESS = "The security groups allow it, but it is unknown whether a public IP address leads to {id}.", "安全组允许通过，但不能确定是否有公网 IP 地址通向 {id}。";
    /// Whether a VPC has SNAT.
    UNREAD_SNAT = "The security groups allow it, but it is unknown whether {vpc} has SNAT; the sender has no public IP address.", "安全组允许通过，但不能确定 {vpc} 是否配置了 SNAT；发送端没有公网 IP 地址。";
    /// The address behind SNAT.
    SNAT_ADDRESS = "The sender has no public IP address; SNAT of {vpc} replaces its address by one that is not known here.", "发送端没有公网 IP 地址，{vpc} 的 SNAT 会把其地址替换为此处未知的公网 IP 地址。";
}
