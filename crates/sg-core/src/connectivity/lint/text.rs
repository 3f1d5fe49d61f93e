//! The texts of findings in both languages.

crate::catalogue! {
    /// Between names in a list.
    COMMA = ", ", "、";

    // Titles.
    /// Title of `open-to-the-world`.
    TITLE_OPEN = "Sensitive port open to the Internet", "敏感端口对公网开放";
    /// Title of `drop-ignored-by-accept`.
    TITLE_IGNORED = "Drop rule without effect between members", "拒绝规则在组内成员之间不起作用";
    /// Title of `unmatchable-rule`.
    TITLE_UNMATCHABLE = "Rule that never matches", "永远不会命中的规则";
    /// Title of `shadowed-rule`.
    TITLE_SHADOWED = "Shadowed rule", "被遮蔽的规则";
    /// Title of `advanced-group-sends-nothing`.
    TITLE_SILENT = "Advanced security group without a way out", "企业级安全组未放行出方向";
    /// Title of `quota-near`.
    TITLE_NEAR = "Quota nearly used", "配额即将用尽";
    /// Title of `redundant-rule`.
    TITLE_REDUNDANT = "Redundant rule", "冗余规则";
    /// Title of `ipv4-only-opening`.
    TITLE_IPV4_ONLY = "Open over IPv4, closed over IPv6", "仅对 IPv4 开放";
    /// Title of `group-without-members`.
    TITLE_EMPTY = "Security group without members", "没有成员的安全组";

    // Evidence.
    /// A rule exposes sensitive ports.
    OPEN = "{rule} lets every Internet address reach {services}; for example {packet} from {source} to {destination}.", "{rule} 允许任意公网地址访问 {services}，例如从 {source} 到 {destination} 的 {packet}。";
    /// A Drop rule is overridden.
    IGNORED = "{rule} is meant to stop {packet} from {source} to {destination}, but both are members of {group}, whose intra-group connectivity policy is Accept: custom rules between them are ignored.", "{rule} 本应阻断从 {source} 到 {destination} 的 {packet}，但双方同属 {group}，其组内连通策略为 Accept，双方之间的自定义规则不起作用。";
    /// A rule never matches.
    UNMATCHABLE = "No packet that a member of {group} sends or receives can match {rule}.", "{group} 的成员收发的任何数据包都不会命中 {rule}。";
    /// A rule is shadowed.
    SHADOWED = "Everything {rule} matches is decided before it by {others}.", "{rule} 能命中的数据包都先由 {others} 决定。";
    /// A rule is redundant because of others.
    REDUNDANT_BESIDE = "Without {rule} every packet of every member fares the same, decided by {others} or by default.", "去掉 {rule} 后，所有成员的所有数据包结果不变，改由 {others} 或默认规则决定。";
    /// A rule is redundant.
    REDUNDANT = "Without {rule} every packet of every member fares the same, decided by default.", "去掉 {rule} 后，所有成员的所有数据包结果不变，改由默认规则决定。";
    /// A member cannot start sessions.
    SILENT = "{member} cannot begin any session: an advanced security group denies outbound traffic by default, and no outbound rule allows any.", "{member} 无法主动发起任何会话：企业级安全组默认拒绝出方向流量，且没有出方向规则放行。";
    /// IPv6 is blocked.
    IPV4_ONLY = "{rule} opens {group} to all of IPv4, yet {packet} from {source} to {destination} stays out: 0.0.0.0/0 never matches IPv6.", "{rule} 对全部 IPv4 地址开放了 {group}，但从 {source} 到 {destination} 的 {packet} 仍被阻断：0.0.0.0/0 不匹配 IPv6。";
    /// A group has no members.
    EMPTY = "No network interface belongs to {group}.", "没有任何网卡加入 {group}。";
    /// A quota is nearly exhausted.
    USAGE = "{place}: {used} of {limit} {what} used ({source}, {date}).", "{place}：{what}，已使用 {used}，上限 {limit}（{source}，{date}）。";

    // What each quota counts.
    /// Groups in a region.
    GROUPS_PER_REGION = "security groups in the region", "地域内安全组数";
    /// Groups on an interface.
    GROUPS_PER_INTERFACE = "security groups on one interface", "单网卡安全组数";
    /// Rules on an interface.
    RULES_PER_INTERFACE = "rules over all groups of one interface", "单网卡全部安全组的规则数";
    /// Rules that reference a group.
    PEERS_PER_GROUP = "rules with a security group as authorization object", "以安全组为授权对象的规则数";
    /// Addresses in a basic group.
    ADDRESSES_PER_GROUP = "private IP addresses in one basic security group", "普通安全组内私网 IP 地址数";
    /// Interfaces in an advanced group.
    INTERFACES_PER_GROUP = "interfaces in one advanced security group", "企业级安全组内网卡数";
    /// Rules in a call.
    PERMISSIONS_PER_CALL = "rules in one call", "单次调用的规则数";
    /// Characters in a description.
    DESCRIPTION_CHARACTERS = "characters of a description", "描述字符数";
}
