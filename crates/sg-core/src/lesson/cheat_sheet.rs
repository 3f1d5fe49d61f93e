//! The cheat sheet: the essentials of security groups on one printed page.
//!
//! `static/cheat-sheet.*.html` are rendered from this data; a test keeps them in sync.

use crate::connectivity::ClauseId::{
    self, AcceptConnects, AdvancedEgressDefault, AdvancedIngressDefault, AdvancedIsolates,
    BasicEgressDefault, BasicIngressDefault, BothSidesMustPass, DropBeforeAccept,
    DropLeavesItToRules, FamiliesAreSeparate, FirstMatchDecides, GroupPeerIsPrivate,
    JoinBeforeLeaving, LoadBalancerExempt, MatchTest, MergedByPriority, MetadataAlwaysReachable,
    OneAcceptingGroupSuffices, OnlySharedGroupsCount, OutboundMailClosed, PerInterface,
    PolicyAgainstEgressRules, PolicyIsInternal, Stateful, VpcsAreSeparate,
};
use crate::language::Text;

/// A section of the sheet.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// The heading.
    pub title: Text,
    /// The lines; code is set in backticks.
    pub lines: &'static [Line],
}

/// A fact.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// The text.
    pub text: Text,
    /// The statements it rests on; empty if it is about the API itself.
    pub clauses: &'static [ClauseId],
}

/// Declares the sections: a title in both languages, then the lines with their clauses.
macro_rules! sections {
    ($($title_en:literal, $title_zh:literal => {
        $([$($clause:expr),*] $en:literal, $zh:literal;)+
    })+) => {
        /// All sections, from the order of evaluation to the errors.
        pub const SECTIONS: &[Section] = &[$(Section {
            title: Text { en: $title_en, zh: $title_zh },
            lines: &[$(Line { text: Text { en: $en, zh: $zh }, clauses: &[$($clause),*] }),+],
        }),+];
    };
}

crate::catalogue! {
    /// The title.
    TITLE = "ECS security groups on one page", "ECS 安全组速查表";
    /// The introduction.
    LEAD = "How a packet is decided, what holds by default, and which call does what. The numbers name the statements of the playground.", "数据包如何判断、默认行为是什么、用哪个请求完成什么操作。编号对应演练场中的说明条目。";
    /// The heading of the table of defaults.
    DEFAULTS = "What holds when no rule matches", "没有规则匹配时的默认行为";
    /// The heading of its first column.
    KIND = "Group", "安全组";
    /// The heading of the column for traffic between members.
    BETWEEN = "Between members", "成员之间";
    /// The heading of the inbound column.
    INBOUND = "Inbound", "入方向";
    /// The heading of the outbound column.
    OUTBOUND = "Outbound", "出方向";
    /// A basic group with the policy Accept.
    BASIC_ACCEPT = "Basic, `Accept`", "普通，`Accept`";
    /// A basic group with the policy Drop.
    BASIC_DROP = "Basic, `Drop`", "普通，`Drop`";
    /// An advanced group.
    ADVANCED = "Advanced", "企业级";
    /// Everything passes, regardless of the rules.
    ALLOWED_ALWAYS = "allowed, rules ignored", "放行，规则不起作用";
    /// The rules decide.
    BY_RULES = "by the rules", "由规则决定";
    /// Allowed.
    ALLOWED = "allowed", "放行";
    /// Denied.
    DENIED = "denied", "拒绝";
}

/// The table of defaults: group, between members, inbound, outbound.
pub const DEFAULT_ROWS: [[Text; 4]; 3] = [
    [BASIC_ACCEPT, ALLOWED_ALWAYS, DENIED, ALLOWED],
    [BASIC_DROP, BY_RULES, DENIED, ALLOWED],
    [ADVANCED, BY_RULES, DENIED, DENIED],
];

/// The statements the table rests on.
pub const DEFAULT_CLAUSES: &[ClauseId] = &[
    AcceptConnects,
    DropLeavesItToRules,
    AdvancedIsolates,
    BasicEgressDefault,
    BasicIngressDefault,
    AdvancedIngressDefault,
    AdvancedEgressDefault,
];

sections! {
    "How a packet is decided", "数据包的判断顺序" => {
        [VpcsAreSeparate] "Is there a route at all? Rules do not replace one.", "有没有路由？规则不能代替路由。";
        [AcceptConnects, OneAcceptingGroupSuffices, PolicyIsInternal] "On the internal network: do both interfaces share a basic group set to `Accept`? Then it passes. One such group is enough.", "内网中：两块网卡是否同属一个组内互通（`Accept`）的普通安全组？是则放行，有一个就够。";
        [BothSidesMustPass] "Otherwise it must pass the sender's outbound rules and the receiver's inbound rules.", "否则须同时通过发送端的出方向规则和接收端的入方向规则。";
        [FirstMatchDecides] "On each side the first rule that matches decides; without one, the default.", "每一侧由第一条命中的规则决定；没有命中则按默认行为。";
        [Stateful] "Replies need no rule: they belong to the session, for at most 910 seconds.", "应答不需要规则：它属于已建立的会话（最长 910 秒）。";
    }
    "The switch: `InnerAccessPolicy`", "开关：`InnerAccessPolicy`" => {
        [AcceptConnects] "`Accept` (intra-group connectivity): members reach each other, rules between them are ignored.", "`Accept`（组内互通）：成员之间始终互通，成员之间的规则不起作用。";
        [DropLeavesItToRules] "`Drop` (internal isolation) is no deny rule. It only takes the free passage away; any Accept rule opens a path again.", "`Drop`（组内隔离）不是拒绝规则，只是去掉默认放行；任何允许规则都能重新放行。";
        [OnlySharedGroupsCount] "Only groups in common count, never by way of a third member.", "只看共同所属的安全组，不会经由第三个成员传递。";
        [PerInterface] "Isolation is between interfaces, not between instances.", "隔离是网卡之间的，不是实例之间的。";
        [PolicyIsInternal] "Traffic to a public address is left to the rules.", "发往公网地址的流量由规则决定。";
        [PolicyAgainstEgressRules] "Sources disagree whether a custom outbound Drop stops members under `Accept`.", "`Accept` 时，出方向的自定义拒绝规则能否阻断成员，文档说法不一。";
    }
    "Rules", "规则" => {
        [MergedByPriority] "All groups of an interface form one list per direction. Priority 1 to 100, the smaller number first.", "网卡所属全部安全组的规则按方向合并为一张列表。优先级 1～100，数值小的优先。";
        [DropBeforeAccept] "At equal priority Drop comes before Accept, even when it is broader.", "优先级相同时拒绝优先，即使它的范围更大。";
        [MatchTest] "Protocol, destination port and peer must match. In both directions the port is the destination's.", "协议、目的端口和授权对象都要匹配。无论哪个方向，端口都指目的端口。";
        [GroupPeerIsPrivate] "A group as peer means the private addresses of its members, in one direction.", "以安全组为授权对象，指其成员的私网地址，且是单向的。";
        [FamiliesAreSeparate] "`0.0.0.0/0` is all of IPv4, private addresses too, and none of IPv6; that is `::/0`.", "`0.0.0.0/0` 包含所有 IPv4 地址（含私网），不含 IPv6；IPv6 用 `::/0`。";
        [] "TCP and UDP: `80/80`, all ports `1/65535`. Every other protocol: `-1/-1`. Ping is ICMP.", "TCP、UDP：`80/80`，全部端口 `1/65535`；其他协议：`-1/-1`。ping 使用 ICMP。";
    }
    "What rules cannot change", "规则无法改变的" => {
        [MetadataAlwaysReachable] "100.100.100.200 (metadata) is always reachable.", "100.100.100.200（元数据服务）始终可达。";
        [OutboundMailClosed] "Outbound TCP 25 to the Internet is closed by the platform.", "访问公网的 TCP 25 由平台封禁。";
        [LoadBalancerExempt] "What ALB, NLB and CLB forward is not checked against the backend's groups.", "ALB、NLB、CLB 转发的流量不受后端安全组限制。";
    }
    "Calls", "请求" => {
        [] "`ModifySecurityGroupPolicy`: the switch. `DescribeSecurityGroupAttribute`: reads it back, with the rules.", "`ModifySecurityGroupPolicy`：切换开关。`DescribeSecurityGroupAttribute`：回读开关和规则。";
        [] "`AuthorizeSecurityGroup`, `RevokeSecurityGroup`: inbound rules; with `Egress` at the end: outbound. Up to 100 rules a call, all or none.", "`AuthorizeSecurityGroup`、`RevokeSecurityGroup`：入方向规则；末尾加 `Egress` 为出方向。一次最多 100 条，要么全部成功，要么全部失败。";
        [JoinBeforeLeaving] "`JoinSecurityGroup`, `LeaveSecurityGroup`: an instance or one interface. To move: join, wait about ten seconds, leave.", "`JoinSecurityGroup`、`LeaveSecurityGroup`：实例或单块网卡的加入与离开。更换时先加入，等待约 10 秒，再离开。";
    }
    "Errors, as they are spelled", "错误码（按原样拼写）" => {
        [AdvancedIsolates] "404 `InvalidParameter.InnerAccessPolicy`: the group is advanced; open paths by rules.", "404 `InvalidParameter.InnerAccessPolicy`：企业级安全组，请用规则放行。";
        [] "403 `InvalidOperation.ResourceManagedByCloudProduct`: a cloud service keeps this group; it can only be queried.", "403 `InvalidOperation.ResourceManagedByCloudProduct`：托管安全组，只能查询。";
        [] "403 `InvalidParamter.Conflict`: a group names itself; use an address block or a second group.", "403 `InvalidParamter.Conflict`：安全组引用自身，请改用地址段或另一个安全组。";
        [] "403 `DependencyViolation`: members or rules of other groups stand in the way of deleting.", "403 `DependencyViolation`：还有成员或被其他安全组的规则引用，无法删除。";
        [] "403 `InstanceLastSecurityGroup`: join another group first.", "403 `InstanceLastSecurityGroup`：请先加入另一个安全组。";
    }
}
