//! The numbered statements behind every verdict, each with its source and status.

use std::fmt;

pub use crate::citation::{Source, Status};
use crate::language::Text;

/// One statement about how security groups behave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Its number, which never changes.
    pub id: ClauseId,
    /// The statement, in our own words.
    pub statement: Text,
    /// The pages it comes from; never empty.
    pub sources: &'static [Source],
    /// How well the pages support it.
    pub status: Status,
}

const POLICY: Source = Source {
    title: Text { en: "ModifySecurityGroupPolicy", zh: "ModifySecurityGroupPolicy" },
    date: "2026-09",
};
const RULES: Source =
    Source { title: Text { en: "Security group rules", zh: "安全组规则" }, date: "2026-01" };
const TYPES: Source = Source {
    title: Text {
        en: "Basic and advanced security groups", zh: "普通安全组与企业级安全组"
    },
    date: "2026",
};
const USING: Source =
    Source { title: Text { en: "Use security groups", zh: "使用安全组" }, date: "2026-01" };
const OVERVIEW: Source = Source {
    title: Text { en: "Security group overview", zh: "安全组概述" },
    date: "2025-11",
};
const ISOLATION: Source = Source {
    title: Text {
        en: "Network isolation within a basic security group",
        zh: "普通安全组内网络隔离",
    },
    date: "2021-04",
};
const ADDING: Source = Source {
    title: Text { en: "Add security group rules", zh: "添加安全组规则" },
    date: "2018-11",
};
const BALANCERS: Source = Source {
    title: Text {
        en: "Use security groups as blacklists or whitelists for ALB",
        zh: "使用安全组实现 ALB 黑白名单访问策略",
    },
    date: "2026-03",
};
const INTERNET: Source = Source {
    title: Text {
        en: "Internet access overview (VPC)", zh: "访问公网概述（专有网络）"
    },
    date: "2023-09-05",
};
const PEERING: Source =
    Source { title: Text { en: "VPC peering connections", zh: "VPC 对等连接" }, date: "2026" };

/// Declares the clauses in order: the first is `S-01`. New ones are appended, so that a published
/// ID never changes its meaning.
macro_rules! clauses {
    ($($(#[$doc:meta])* $name:ident $status:ident [$($source:ident),+] $en:literal, $zh:literal;)+) => {
        /// The number of a clause, written `S-01`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ClauseId {
            $($(#[$doc])* $name,)+
        }

        impl ClauseId {
            /// Every clause, in numerical order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The statement, its sources and status.
            pub const fn clause(self) -> Clause {
                match self {
                    $(Self::$name => Clause {
                        id: self,
                        statement: Text { en: $en, zh: $zh },
                        sources: &[$($source),+],
                        status: Status::$status,
                    },)+
                }
            }
        }
    };
}

clauses! {
    /// Accept connects the members and custom rules are ignored.
    AcceptConnects Documented [POLICY, TYPES]
        "With intra-group connectivity (Accept), the members of a basic security group can reach each other over the internal network, and custom rules between them are ignored.",
        "普通安全组的组内连通策略为“组内互通”（Accept）时，组内成员内网互通，成员之间的自定义规则不起作用。";
    /// One accepting shared group is enough.
    OneAcceptingGroupSuffices Documented [USING, ISOLATION]
        "When two network interfaces share several groups, one shared group set to Accept is enough to connect them, even if another shared group is set to Drop.",
        "两张网卡同属多个安全组时，只要其中一个共同所属的安全组为组内互通，它们就互通，即使另一个共同所属的安全组为组内隔离。";
    /// Drop removes the implicit allow and nothing more.
    DropLeavesItToRules Documented [POLICY, TYPES]
        "With internal isolation (Drop), a shared group does not allow anything by itself; custom rules can still let members reach each other.",
        "组内连通策略为“组内隔离”（Drop）时，仅凭同属一个安全组，不会放行任何流量；自定义规则仍可让成员之间互通。";
    /// Only shared groups count.
    OnlySharedGroupsCount Documented [ISOLATION]
        "The intra-group policy connects only network interfaces that belong to the same group; connectivity is not passed on through a third member.",
        "组内连通策略只连通同属一个安全组的网卡，不会经由第三个成员传递。";
    /// Advanced groups always isolate.
    AdvancedIsolates Documented [POLICY, TYPES]
        "An advanced security group always isolates its members. This cannot be changed.",
        "企业级安全组始终组内隔离，且不支持修改。";
    /// The policy applies to the internal network only.
    PolicyIsInternal Documented [TYPES, ADDING]
        "The intra-group policy applies to the internal network only; traffic sent to a public IP address is controlled by rules.",
        "组内连通策略只作用于内网；发往公网 IP 地址的流量由规则决定。";
    /// Basic, egress, no match.
    BasicEgressDefault Documented [TYPES]
        "A basic security group allows outbound traffic when no custom rule matches.",
        "没有自定义规则匹配时，普通安全组放行出方向流量。";
    /// Basic, ingress, no match.
    BasicIngressDefault Documented [TYPES]
        "A basic security group denies inbound traffic when no custom rule matches.",
        "没有自定义规则匹配时，普通安全组拒绝入方向流量。";
    /// Advanced, ingress, no match.
    AdvancedIngressDefault Documented [TYPES]
        "An advanced security group denies inbound traffic when no custom rule matches.",
        "没有自定义规则匹配时，企业级安全组拒绝入方向流量。";
    /// Advanced, egress, no match.
    AdvancedEgressDefault Documented [TYPES]
        "An advanced security group denies outbound traffic when no custom rule matches.",
        "没有自定义规则匹配时，企业级安全组拒绝出方向流量。";
    /// First match decides.
    FirstMatchDecides Documented [RULES]
        "Rules are evaluated in order, and the first one that matches decides: Accept allows the packet, Drop discards it without a response.",
        "规则按顺序逐条匹配，第一条匹配的规则生效：Accept 放行，Drop 丢弃且不返回任何信息。";
    /// One list over all groups, by priority.
    MergedByPriority Documented [RULES, USING]
        "The rules of all groups of a network interface form one list per direction. A smaller priority number comes first, no matter which group the rule belongs to.",
        "同一网卡所属全部安全组的规则按方向合并为一个列表，优先级数值小的在前，与规则属于哪个安全组无关。";
    /// Drop before Accept at the same priority.
    DropBeforeAccept Documented [RULES]
        "At equal priority, a Deny (Drop) rule comes before an Allow (Accept) rule, even if the Allow rule is narrower.",
        "优先级相同时，拒绝（Drop）的规则优先于允许（Accept）的规则，即使后者的范围更小。";
    /// What a match is.
    MatchTest Documented [RULES]
        "A rule matches when its protocol, destination port and authorization object match, and also its source port and local address if the rule specifies them. In both directions, the port range means the destination port.",
        "协议、目的端口和授权对象均匹配时规则才匹配；规则还写明源端口或本端地址时，这些也须匹配。无论哪个方向，端口范围都指目的端口。";
    /// A group as authorization object.
    GroupPeerIsPrivate Documented [RULES, ADDING]
        "A group as the authorization object stands for the private IP addresses of its members and applies in the rule's direction only; it never matches a public IP address.",
        "以安全组作为授权对象时，指该组成员的私网 IP 地址，且只对规则所在方向生效；不会匹配公网 IP 地址。";
    /// Isolation is per interface.
    PerInterface Documented [ISOLATION]
        "Security groups apply to network interfaces, not to instances: each network interface is evaluated with its own groups only.",
        "安全组作用于网卡而不是实例：每张网卡只按自己所属的安全组判断。";
    /// Both sides must pass.
    BothSidesMustPass Inferred [RULES, TYPES]
        "Between two network interfaces, a packet must pass the source's outbound check and the destination's inbound check.",
        "两张网卡之间的数据包须同时通过源端的出方向检查和目的端的入方向检查。";
    /// Stateful.
    Stateful Documented [RULES]
        "Security groups are stateful: once the first packet of a session is allowed, replies are allowed for the duration of the session, at most 910 seconds.",
        "安全组是有状态的：会话的首个数据包放行后，会话保持期间（最长 910 秒）的应答自动放行。";
    /// Policy against custom egress rules.
    PolicyAgainstEgressRules SourcesDisagree [POLICY, RULES, TYPES]
        "The documents disagree on whether a custom outbound Deny rule blocks traffic between members of a group set to Accept: the policy and rules pages ignore custom rules in both directions, while the outbound table of the group types page evaluates custom rules first.",
        "组内互通时，出方向的自定义拒绝规则能否阻断成员之间的流量，文档说法不一：策略接口与规则页面称两个方向的自定义规则都不起作用，而安全组类型页面的出方向表格把自定义规则排在最前。";
    /// The metadata service.
    MetadataAlwaysReachable Documented [RULES]
        "Outbound access to the metadata service at 100.100.100.200 is always allowed; rules cannot block it.",
        "访问元数据服务 100.100.100.200 的出方向流量始终放行，规则无法阻断。";
    /// TCP 25.
    OutboundMailClosed Documented [RULES, USING]
        "The platform blocks outbound TCP port 25 to the Internet by default. Rules cannot allow it; only an unblock request can.",
        "平台默认封禁访问公网的 TCP 25 端口；规则无法放行，只能申请解封。";
    /// Load balancers.
    LoadBalancerExempt Documented [RULES, USING]
        "Traffic forwarded by a load balancer (ALB, NLB, CLB) is not checked by the backend's security groups. Health checks and monitoring from 100.64.0.0/10 may still need a rule.",
        "负载均衡（ALB、NLB、CLB）转发的流量不经过后端安全组检查；来自 100.64.0.0/10 的健康检查和监控仍可能需要规则放行。";
    /// VPC isolation.
    VpcsAreSeparate Documented [PEERING, OVERVIEW]
        "VPCs are isolated from each other: private traffic between two VPCs needs a connection with routes. No security group rule can replace it.",
        "专有网络之间默认隔离：跨专有网络的私网流量需要连接和路由，安全组规则无法代替。";
    /// The public path.
    PublicPathAddresses Inferred [RULES, ADDING]
        "When two instances communicate by public IP addresses, address translation takes place at the gateway: the source's group sees the destination's public address, and the destination's group sees the source's public address. A source without a public IP address has no such path unless its VPC has SNAT.",
        "两台实例通过公网 IP 地址互访时，地址转换发生在网关：源端安全组看到目的端的公网 IP 地址，目的端安全组看到源端的公网 IP 地址；源端没有公网 IP 地址时，除非其专有网络配置了 SNAT，否则这条路径不存在。";
    /// IPv4 and IPv6.
    FamiliesAreSeparate Inferred [RULES]
        "IPv4 and IPv6 are separate: 0.0.0.0/0 never matches IPv6, ::/0 never matches IPv4, ICMP exists only over IPv4, and ICMPv6 only over IPv6.",
        "IPv4 与 IPv6 相互独立：0.0.0.0/0 不匹配 IPv6，::/0 不匹配 IPv4；ICMP 只属于 IPv4，ICMPv6 只属于 IPv6。";
    /// An interface and itself.
    SelfNotFiltered Inferred [OVERVIEW]
        "Traffic from a network interface to itself does not pass through a security group.",
        "网卡发给自身的流量不经过安全组。";
    /// Outside the model.
    OutsideTheModel Inferred [OVERVIEW]
        "A security group filters only the traffic of its own network interfaces; this model makes no statement about anything else on the path.",
        "安全组只过滤所属网卡的流量；对途中的其他环节，本模型不作判断。";
    /// Drops in groups that are not shared.
    AcceptBeatsUnsharedGroups Inferred [POLICY, USING]
        "When a shared group is set to Accept, custom rules of groups that only one of the two network interfaces belongs to are ignored as well.",
        "双方共同所属的安全组为组内互通时，即使某个安全组只有一方加入，其自定义规则也不起作用。";
    /// Secondary addresses and IPv6 inside the VPC.
    EveryPrivateAddressCounts Inferred [TYPES, RULES]
        "Secondary private IP addresses and IPv6 addresses in the VPC count as internal, both for the intra-group policy and for rules with a security group as the authorization object.",
        "辅助私网 IP 地址和专有网络内的 IPv6 地址同样视为内网，适用于组内连通策略和以安全组为授权对象的规则。";
    /// Paths to the outside.
    OutsideHasOneSide Inferred [RULES]
        "Between a network interface and an external address, only the groups of the network interface are evaluated. Whether the Internet is connected at all is judged separately (S-36, S-37); how packets to and from other addresses travel (VPN, Express Connect) is not modeled.",
        "网卡与外部地址之间只检查网卡一侧的安全组。公网是否连通另行判断（S-36、S-37）；往来其他地址的数据包如何传输（VPN、高速通道）不在模型范围内。";
    /// Open sessions whose outcome stays.
    UnchangedSessionsStay Documented [RULES]
        "Changing rules or memberships does not affect an open session whose result stays the same.",
        "修改规则或安全组成员时，结果不变的已有会话不受影响。";
    /// Open sessions whose outcome changes.
    ChangedSessionsMayEnd Inferred [RULES]
        "An open session that the changed rules no longer allow may be interrupted. When this happens is not documented.",
        "按修改后的规则不再允许的已有会话可能中断；何时中断，文档没有说明。";
    /// Moving between groups.
    JoinBeforeLeaving Documented [RULES]
        "If traffic depends on the intra-group policy, first add the network interface to the new group, wait about 10 seconds, and then remove it from the old group to avoid interruptions.",
        "如果流量依赖组内连通策略，更换安全组时应先将网卡加入新安全组，等待约 10 秒，再移出原安全组，以免中断。";
    /// The groups of a load balancer.
    LoadBalancerGroups Documented [BALANCERS]
        "A load balancer (ALB, NLB) reads its security groups in its own way: inbound traffic that no Deny rule blocks is allowed, and outbound traffic is never blocked.",
        "负载均衡（ALB、NLB）按自己的方式使用安全组：入方向只要没有被拒绝规则阻断就放行，出方向从不限制。";
    /// What is not known decides nothing.
    UnreadIsUnknown Inferred [OVERVIEW]
        "A rule, a member or a policy that is not known may decide either way. Where it could change the verdict, the verdict is unknown.",
        "未知的规则、成员或策略可能得出任一结果；凡其可能改变结论之处，结论即为未知。";
    /// From the Internet to an interface.
    InternetNeedsPublicAddress Documented [INTERNET]
        "By default, nothing on the Internet can reach a VPC over IPv4. A packet from a public IPv4 address reaches a network interface only at a public IP address (EIP or static) of that interface; no security group rule can replace it. Through a load balancer or a DNAT entry, packets arrive by another path, on which their groups or access control lists decide.",
        "专有网络默认不能通过 IPv4 被公网访问。来自公网 IPv4 地址的数据包，只能通过网卡自己的公网 IP 地址（EIP 或固定公网 IP）到达该网卡，安全组规则无法代替。经由负载均衡或 DNAT 条目的数据包走另一条路径，由其安全组或访问控制列表判断。";
    /// From an interface to the Internet.
    InternetNeedsSnat Documented [INTERNET]
        "By default, nothing in a VPC can reach the Internet over IPv4. A network interface without a public IP address needs a NAT gateway with an SNAT entry; no security group rule can replace it, and no reply of the security group API says whether there is one.",
        "专有网络默认不能通过 IPv4 访问公网。没有公网 IP 地址的网卡需要配置了 SNAT 条目的 NAT 网关，安全组规则无法代替；安全组的任何接口都不返回是否存在该条目。";
}

impl fmt::Display for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S-{:02}", *self as u8 + 1)
    }
}
