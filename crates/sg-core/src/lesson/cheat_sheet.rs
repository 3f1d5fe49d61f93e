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
    /// What it is about.
    LEAD = "How packets are evaluated, what the defaults are, and which call does what. The numbers refer to the statements in the playground.", "如何判断数据包能否通过、默认行为是什么、用哪个请求完成什么操作。编号对应演练场中的“判断依据”。";
    /// The heading of the table of defaults.
    DEFAULTS = "Defaults when no rule matches", "没有规则匹配时的默认行为";
    /// Its first column.
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
    BY_RULES = "depends on rules", "由规则决定";
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
    "How a packet is evaluated", "数据包的判断顺序" => {
        [VpcsAreSeparate] "Is there a route? Rules cannot replace one.", "有没有路由？规则不能代替路由。";
        [AcceptConnects, OneAcceptingGroupSuffices, PolicyIsInternal] "On the internal network: do both network interfaces share a basic group set to `Accept`? If so, the packet is allowed. One such group is enough.", "内网中：两张网卡是否同属一个组内互通（`Accept`）的普通安全组？是则放行，有一个就够。";
        [BothSidesMustPass] "Otherwise it must pass the source's outbound rules and the destination's inbound rules.", "否则须同时通过源端的出方向规则和目的端的入方向规则。";
        [FirstMatchDecides] "On each side, the first matching rule decides; if none matches, the default applies.", "每一侧由第一条匹配的规则决定；没有匹配则按默认行为。";
        [Stateful] "Replies need no rule: they belong to the session (at most 910 seconds).", "应答不需要规则：它属于已建立的会话（最长 910 秒）。";
    }
    "The switch: `InnerAccessPolicy`", "开关：`InnerAccessPolicy`" => {
        [AcceptConnects] "`Accept` (intra-group connectivity): members can reach each other; rules between them are ignored.", "`Accept`（组内互通）：组内成员内网互通，成员之间的规则不起作用。";
        [DropLeavesItToRules] "`Drop` (internal isolation) is not a Deny rule. It only removes the default permission; any Allow rule can still allow traffic.", "`Drop`（组内隔离）不是拒绝规则，只是去掉默认放行；任何允许规则都能重新放行。";
        [OnlySharedGroupsCount] "Only shared groups count; connectivity is not passed on through a third member.", "只看共同所属的安全组，不会经由第三个成员传递。";
        [PerInterface] "Isolation applies between network interfaces, not between instances.", "隔离是网卡之间的，不是实例之间的。";
        [PolicyIsInternal] "Traffic to a public IP address is controlled by rules.", "发往公网 IP 地址的流量由规则决定。";
        [PolicyAgainstEgressRules] "Sources disagree on whether a custom outbound Deny rule blocks members of a group set to `Accept`.", "`Accept` 时，出方向的自定义拒绝规则能否阻断成员，文档说法不一。";
    }
    "Rules", "规则" => {
        [MergedByPriority] "The rules of all groups of a network interface form one list per direction. Priority 1 to 100; the smaller number comes first.", "网卡所属全部安全组的规则按方向合并为一张列表。优先级 1～100，数值小的优先。";
        [DropBeforeAccept] "At equal priority, Deny comes before Allow, even if the Deny rule is broader.", "优先级相同时拒绝优先，即使它的范围更大。";
        [MatchTest] "Protocol, destination port and authorization object must match. In both directions, the port is the destination port.", "协议、目的端口和授权对象都要匹配。无论哪个方向，端口都指目的端口。";
        [GroupPeerIsPrivate] "A group as the authorization object means the private IP addresses of its members, in one direction.", "以安全组为授权对象，指其成员的私网 IP 地址，且是单向的。";
        [FamiliesAreSeparate] "`0.0.0.0/0` covers all IPv4 addresses, including private ones, but no IPv6 addresses; use `::/0` for IPv6.", "`0.0.0.0/0` 包含所有 IPv4 地址（含私网），不含 IPv6；IPv6 用 `::/0`。";
        [] "TCP and UDP: `80/80`, all ports `1/65535`. Every other protocol: `-1/-1`. Ping is ICMP.", "TCP、UDP：`80/80`，全部端口 `1/65535`；其他协议：`-1/-1`。ping 使用 ICMP。";
    }
    "What rules cannot change", "规则无法改变的行为" => {
        [MetadataAlwaysReachable] "100.100.100.200 (metadata) is always reachable.", "100.100.100.200（元数据服务）始终可达。";
        [OutboundMailClosed] "The platform blocks outbound TCP 25 to the Internet.", "访问公网的 TCP 25 由平台封禁。";
        [LoadBalancerExempt] "Traffic forwarded by ALB, NLB and CLB is not checked by the backend's security groups.", "ALB、NLB、CLB 转发的流量不经过后端安全组检查。";
    }
    "Calls", "请求" => {
        [] "`ModifySecurityGroupPolicy`: sets the intra-group policy. `DescribeSecurityGroupAttribute`: returns the policy and the rules.", "`ModifySecurityGroupPolicy`：修改组内连通策略。`DescribeSecurityGroupAttribute`：查询组内连通策略和规则。";
        [] "`AuthorizeSecurityGroup`, `RevokeSecurityGroup`: inbound rules; add `Egress` for outbound. Up to 100 rules per call, all or nothing.", "`AuthorizeSecurityGroup`、`RevokeSecurityGroup`：入方向规则；末尾加 `Egress` 为出方向。一次最多 100 条，要么全部成功，要么全部失败。";
        [JoinBeforeLeaving] "`JoinSecurityGroup`, `LeaveSecurityGroup`: add or remove an instance or a single network interface. To switch groups: join, wait about 10 seconds, leave.", "`JoinSecurityGroup`、`LeaveSecurityGroup`：将实例或单张网卡加入、移出安全组。更换时先加入，等待约 10 秒，再移出。";
    }
    "Error codes (exact spelling)", "错误码（按原样拼写）" => {
        [AdvancedIsolates] "404 `InvalidParameter.InnerAccessPolicy`: the group is advanced; allow traffic with rules.", "404 `InvalidParameter.InnerAccessPolicy`：企业级安全组，请用规则放行。";
        [] "403 `InvalidOperation.ResourceManagedByCloudProduct`: a cloud service manages this group; you can only query it.", "403 `InvalidOperation.ResourceManagedByCloudProduct`：托管安全组，只能查询。";
        [] "403 `InvalidParamter.Conflict`: a group references itself; use a CIDR block or a second group.", "403 `InvalidParamter.Conflict`：安全组引用自身，请改用地址段或另一个安全组。";
        [] "403 `DependencyViolation`: the group has members or is referenced by rules of other groups, so it cannot be deleted.", "403 `DependencyViolation`：还有成员或被其他安全组的规则引用，无法删除。";
        [] "403 `InstanceLastSecurityGroup`: join another group first.", "403 `InstanceLastSecurityGroup`：请先加入另一个安全组。";
    }
}
