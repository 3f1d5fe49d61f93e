//! The glossary terms, from the group through rules and their effect to the API.

use super::term::Term;

pub(super) const TERMS: &[Term] = &[
    Term::new("Security group", "安全组")
        .api(&["SecurityGroupId"])
        .also("virtual firewall", "虚拟防火墙")
        .means(
            "A set of network interfaces with rules that control which traffic they can receive and send.",
            "一组网卡以及作用于这些网卡的规则，规则决定哪些流量可以流入和流出。",
        ),
    Term::new("Basic security group", "普通安全组")
        .api(&["SecurityGroupType", "normal"])
        .means(
            "A group whose intra-group policy can be changed. If no rule matches, it allows outbound traffic and denies inbound traffic.",
            "可以切换组内连通策略的安全组；没有规则匹配时，放行出方向流量，拒绝入方向流量。",
        ),
    Term::new("Advanced security group", "企业级安全组")
        .api(&["SecurityGroupType", "enterprise"])
        .also("enterprise security group", "企业安全组")
        .means(
            "A group for large numbers of addresses. Its members are always isolated, and if no rule matches, traffic is denied in both directions.",
            "可容纳更多地址的安全组。成员之间始终隔离，没有规则匹配时不放行任何流量。",
        ),
    Term::new("Managed security group", "托管安全组")
        .api(&["ServiceManaged", "InvalidOperation.ResourceManagedByCloudProduct"])
        .means(
            "A group created and managed by a cloud service. Users can view but not change it.",
            "由云服务创建并管理的安全组，用户只能查看，不能修改。",
        ),
    Term::new("Intra-group connectivity policy", "组内连通策略")
        .api(&["InnerAccessPolicy", "ModifySecurityGroupPolicy"])
        .also(
            "internal access control policy, network communication policy, internal communication policy",
            "内网连通策略、网络连通策略",
        )
        .means(
            "Determines whether the members of a basic group can reach each other over the internal network merely because they are members.",
            "决定普通安全组的成员仅凭同属该组，能否在内网互通。",
        ),
    Term::new("Intra-group connectivity", "组内互通")
        .api(&["InnerAccessPolicy", "Accept"])
        .also("internal interconnectivity, intra-group interworking", "互通")
        .means(
            "Members can reach each other over the internal network, and custom rules between them are ignored.",
            "成员之间内网互通，它们之间的自定义规则不起作用。",
        ),
    Term::new("Internal isolation", "组内隔离")
        .api(&["InnerAccessPolicy", "Drop"])
        .also("group isolation, in-group network isolation", "组内网络隔离、隔离")
        .means(
            "The group itself does not allow traffic between its members: they are isolated unless a rule allows it.",
            "安全组本身不放行成员之间的流量：除非有规则允许，成员之间互相隔离。",
        ),
    Term::new("ECS instance", "ECS 实例")
        .api(&["InstanceId"])
        .also("virtual machine, server", "云服务器、虚拟机")
        .means(
            "A virtual machine. Security groups apply to its network interfaces, not to the instance itself.",
            "即云服务器。安全组作用于它的网卡，而不是实例本身。",
        ),
    Term::new("Elastic network interface", "弹性网卡")
        .api(&["NetworkInterfaceId"])
        .also("ENI, network card", "ENI、网卡")
        .means(
            "What joins security groups and has IP addresses. An instance has one primary network interface and may have secondary ones.",
            "加入安全组并拥有 IP 地址的对象。每台实例有一块主网卡，还可以有辅助网卡。",
        ),
    Term::new("Virtual private cloud", "专有网络")
        .api(&["VpcId"])
        .also("VPC", "VPC、私有网络")
        .means(
            "A private network, isolated from all others. A security group belongs to exactly one VPC.",
            "相互隔离的私有网络。每个安全组只属于一个专有网络。",
        ),
    Term::new("Classic network", "经典网络")
        .api(&["NetworkType", "classic"])
        .means(
            "The network from before VPCs, shared by multiple tenants and now being retired. This page does not model it.",
            "专有网络出现之前、由多个租户共用的网络，正在逐步下线。本页面不模拟经典网络。",
        ),
    Term::new("Region", "地域")
        .api(&["RegionId"])
        .means(
            "The location of a security group. Every request specifies one.",
            "安全组所在的位置，每个请求都要指明地域。",
        ),
    Term::new("Prefix list", "前缀列表")
        .api(&["SourcePrefixListId", "DestPrefixListId"])
        .means(
            "Several CIDR blocks under one ID, so that a single rule can reference all of them.",
            "用一个 ID 表示的多个地址段，一条规则即可全部引用。",
        ),
    Term::new("Security group rule", "安全组规则")
        .api(&["Permissions.N", "SecurityGroupRuleId"])
        .also("custom rule, permission", "自定义规则、访问规则")
        .means(
            "An entry of a security group that allows or denies a certain type of traffic.",
            "安全组中的一条规定：允许或拒绝某一类流量。",
        ),
    Term::new("Default access control rule", "默认访问控制规则")
        .also("implicit rule", "隐含规则")
        .means(
            "What applies when no custom rule matches. It depends on the group type, and the API does not return it.",
            "没有自定义规则匹配时的处理方式，取决于安全组类型；API 不会返回这类规则。",
        ),
    Term::new("Rule direction", "规则方向")
        .api(&["Direction"])
        .means(
            "From the perspective of the network interface in the group: traffic to it or from it.",
            "以安全组内的网卡为准：流向网卡，或者从网卡流出。",
        ),
    Term::new("Inbound", "入方向")
        .api(&["ingress", "AuthorizeSecurityGroup"])
        .also("ingress, incoming", "入站、入规则")
        .means(
            "Traffic to the members. The other end is the source.",
            "流向组内成员的流量，对端是源端。",
        ),
    Term::new("Outbound", "出方向")
        .api(&["egress", "AuthorizeSecurityGroupEgress"])
        .also("egress, outgoing", "出站、出规则")
        .means(
            "Traffic from the members. The other end is the destination.",
            "组内成员发出的流量，对端是目的端。",
        ),
    Term::new("Action", "授权策略")
        .api(&["Policy"])
        .also("authorization policy", "访问权限、访问策略")
        .means(
            "Whether a rule allows or denies the traffic it matches. Not to be confused with the intra-group policy.",
            "规则允许还是拒绝匹配的流量，注意与组内连通策略区分。",
        ),
    Term::new("Allow", "允许").api(&["Policy", "accept"]).also("accept", "接受访问").means(
        "Traffic that matches the rule is allowed.",
        "放行规则匹配的流量。",
    ),
    Term::new("Deny", "拒绝")
        .api(&["Policy", "drop"])
        .also("forbid, drop", "拒绝访问、丢弃")
        .means(
            "Traffic that matches the rule is discarded without a response: the source sees a timeout.",
            "丢弃规则匹配的流量且不返回任何信息，源端看到的是超时。",
        ),
    Term::new("Priority", "优先级")
        .api(&["Priority"])
        .means(
            "A number from 1 to 100. Rules with a smaller number come first; at the same number, Deny comes before Allow.",
            "1 到 100 的数值，数值小的先匹配；数值相同时，拒绝的规则优先于允许的规则。",
        ),
    Term::new("Protocol type", "协议类型")
        .api(&["IpProtocol"])
        .also("protocol", "协议")
        .means(
            "TCP, UDP, ICMP, ICMPv6, GRE, or all protocols.",
            "TCP、UDP、ICMP、ICMPv6、GRE，或者全部协议。",
        ),
    Term::new("Port range", "端口范围")
        .api(&["PortRange", "22/22", "-1/-1"])
        .also("destination port", "访问目的（本实例）、目的端口")
        .means(
            "The first and last destination port, in both directions; -1/-1 means all ports.",
            "目的端口的起止值，两个方向都指目的端口；-1/-1 表示全部端口。",
        ),
    Term::new("Source port range", "源端口范围")
        .api(&["SourcePortRange"])
        .means(
            "The source ports of a packet. Rarely specified, because clients usually choose them at random.",
            "数据包的源端口范围。客户端的源端口通常是随机的，因此很少填写。",
        ),
    Term::new("Port list", "端口列表")
        .api(&["PortRangeListId"])
        .means(
            "Several port ranges under one ID, so that a single rule can reference all of them. Scenarios on this page have none.",
            "用一个 ID 表示的多个端口范围，一条规则即可全部引用。本页面的场景中没有端口列表。",
        ),
    Term::new("Authorization object", "授权对象")
        .api(&["SourceCidrIp", "SourceGroupId", "DestCidrIp", "DestGroupId"])
        .also("peer, source or destination of a rule", "访问来源、访问目的、规则的源或目的")
        .means(
            "The other end of the traffic: a CIDR block, another security group or a prefix list.",
            "对端是谁：地址段、另一个安全组或前缀列表。",
        ),
    Term::new("CIDR block", "CIDR 地址块")
        .api(&["SourceCidrIp", "Ipv6SourceCidrIp", "DestCidrIp", "Ipv6DestCidrIp"])
        .also("address block, subnet, IP range", "地址段、网段")
        .means(
            "A range of addresses with a common prefix, such as 10.0.0.0/16; 0.0.0.0/0 means all IPv4 addresses.",
            "前缀相同的一段地址，例如 10.0.0.0/16；0.0.0.0/0 表示全部 IPv4 地址。",
        ),
    Term::new("Authorize another security group", "授权安全组访问")
        .api(&["SourceGroupId", "DestGroupId"])
        .also("group-based authorization", "授权给其他安全组、组组授权")
        .means(
            "A rule whose authorization object is a security group; it stands for the private IP addresses of that group's members.",
            "以安全组为授权对象的规则，代表该组成员的私网 IP 地址。",
        ),
    Term::new("Quintuple rule", "五元组规则")
        .api(&["SourceCidrIp", "DestCidrIp", "SourcePortRange", "PortRange", "IpProtocol"])
        .also("five-tuple rule", "五元组")
        .means(
            "A rule that also specifies the local address and the source port.",
            "还指定本端地址和源端口的规则。",
        ),
    Term::new("Stateful", "有状态")
        .also("stateful packet inspection, SPI", "状态检测")
        .means(
            "Once the first packet of a session is allowed, replies are allowed without a rule.",
            "会话的首个数据包放行之后，应答无需规则即可通过。",
        ),
    Term::new("Quota", "配额")
        .also("limit", "使用限制")
        .means(
            "The maximum number of security groups, rules or members. Beyond it, the API returns an error.",
            "安全组、规则、成员等的数量上限，超出时 API 返回错误。",
        ),
    Term::new("Join a security group", "加入安全组")
        .api(&["JoinSecurityGroup"])
        .also("add to a group", "添加到安全组")
        .means(
            "Makes an instance or network interface a member of the group.",
            "使实例或网卡成为安全组的成员。",
        ),
    Term::new("Leave a security group", "移出安全组")
        .api(&["LeaveSecurityGroup"])
        .also("remove from a group", "离开安全组")
        .means(
            "Removes an instance or network interface from the group. Every network interface must stay in at least one group.",
            "将实例或网卡移出安全组，每张网卡至少保留在一个安全组中。",
        ),
    Term::new("Delete rules", "删除安全组规则")
        .api(&["RevokeSecurityGroup", "RevokeSecurityGroupEgress"])
        .also("revoke", "撤销授权")
        .means(
            "Deletes rules by ID or by fields. Deleting by fields succeeds even if no rule matches.",
            "按规则 ID 或规则属性删除；按属性删除时，没有匹配的规则也不会报错。",
        ),
    Term::new("Error code", "错误码")
        .api(&["Code", "Message"])
        .also("error message", "错误信息、报错")
        .means(
            "A fixed name for what is wrong with a request, returned with a readable message.",
            "请求出错原因的固定名称，同时返回便于阅读的错误信息。",
        ),
    Term::new("Request ID", "请求 ID")
        .api(&["RequestId"])
        .means(
            "The unique ID of a response, for questions to technical support.",
            "每次返回的唯一编号，咨询技术支持时使用。",
        ),
    Term::new("Idempotence", "幂等性")
        .api(&["ClientToken"])
        .also("client token", "客户端 Token")
        .means(
            "A request with the same parameters and token is executed only once and returns the same result each time.",
            "参数和 Token 相同的请求只执行一次，每次返回相同的结果。",
        ),
    Term::new("Signature", "签名")
        .api(&["Signature", "Authorization"])
        .also("signature mechanism, string-to-sign", "签名机制、待签名字符串")
        .means(
            "Proves who sent a request and that it was not altered, without sending the secret.",
            "在不发送密钥的情况下，证明请求的发送者身份以及内容未被篡改。",
        ),
    Term::new("Dry run", "预检请求")
        .api(&["DryRun", "DryRunOperation"])
        .means(
            "A request that is only checked and not executed; it returns whether it would succeed.",
            "只做检查而不实际执行的请求，返回是否能够成功。",
        ),
    Term::new("Deprecated", "已废弃")
        .also("outdated", "不推荐使用")
        .means(
            "Still accepted but not to be used in new programs, for example rule fields outside Permissions.N.",
            "仍可使用，但新程序不应再用，例如不带 Permissions.N 的规则属性。",
        ),
];
