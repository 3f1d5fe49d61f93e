//! The texts of findings in both languages.

crate::catalogue! {
    /// Between names in a list.
    COMMA = ", ", "、";

    // Titles.
    /// Title of `open-to-the-world`.
    TITLE_OPEN = "Sensitive port open to the Internet", "敏感端口对公网开放";
    /// Title of `drop-ignored-by-accept`.
    TITLE_IGNORED = "Deny rule has no effect between members", "拒绝规则在组内成员之间不起作用";
    /// Title of `unmatchable-rule`.
    TITLE_UNMATCHABLE = "Rule never matches", "永远不会匹配的规则";
    /// Title of `shadowed-rule`.
    TITLE_SHADOWED = "Rule fully covered by other rules", "冗余规则（被其他规则完全覆盖）";
    /// Title of `advanced-group-sends-nothing`.
    TITLE_SILENT = "Advanced security group without outbound access", "企业级安全组未放行出方向";
    /// Title of `quota-near`.
    TITLE_NEAR = "Quota almost used up", "配额即将用尽";
    /// Title of `redundant-rule`.
    TITLE_REDUNDANT = "Removable rule (no effect on the result)", "可删除的规则（删除后结果不变）";
    /// Title of `ipv4-only-opening`.
    TITLE_IPV4_ONLY = "Open over IPv4 only", "仅对 IPv4 开放";
    /// Title of `group-without-members`.
    TITLE_EMPTY = "Security group without members", "没有成员的安全组";

    // Evidence.
    /// A rule opens sensitive ports.
    OPEN = "Any Internet address can reach {services} because of this rule: {rule}. Example: {packet} from {source} to {destination}.", "此规则允许任意公网 IP 地址访问 {services}：{rule}。例如从 {source} 到 {destination} 的 {packet}。";
    /// A service by name and port.
    SERVICE = "{service} ({protocol} {port})", "{service}（{protocol} {port}）";
    /// A Drop is passed over.
    IGNORED = "This rule looks as if it blocked {packet} from {source} to {destination}: {rule}. But both are members of {group}, whose intra-group connectivity policy is Accept, so custom rules between them are ignored.", "此规则看似会阻断从 {source} 到 {destination} 的 {packet}：{rule}。但双方同属 {group}，其组内连通策略为 Accept，双方之间的自定义规则不起作用。";
    /// A rule never matches.
    UNMATCHABLE = "No packet that a member of {group} sends or receives can match this rule: {rule}.", "{group} 的成员收发的任何数据包都不会匹配此规则：{rule}。";
    /// A rule is hidden.
    SHADOWED = "This rule never takes effect: {rule}. Every packet it matches is already decided by {others}.", "此规则不会生效：{rule}。它能匹配的数据包都先由以下规则决定：{others}。";
    /// A rule changes nothing because of others.
    REDUNDANT_BESIDE = "Without this rule, the result is the same for every packet of every member: {rule}. Other rules or the default then decide: {others}.", "去掉此规则后，所有成员的全部数据包结果不变：{rule}。改由以下规则或默认规则决定：{others}。";
    /// A rule changes nothing.
    REDUNDANT = "Without this rule, the result is the same for every packet of every member, because the default decides the same way: {rule}.", "去掉此规则后，所有成员的全部数据包结果不变，改由默认规则决定：{rule}。";
    /// A member can send nothing.
    SILENT = "{member} cannot initiate any session: an advanced security group denies outbound traffic by default, and no outbound rule allows any.", "{member} 无法主动发起任何会话：企业级安全组默认拒绝出方向流量，且没有出方向规则放行。";
    /// IPv6 stays out.
    IPV4_ONLY = "This rule opens {group} to all IPv4 addresses: {rule}. But {packet} from {source} to {destination} is blocked, because 0.0.0.0/0 never matches IPv6.", "此规则对全部 IPv4 地址开放了 {group}：{rule}。但从 {source} 到 {destination} 的 {packet} 仍被阻断，因为 0.0.0.0/0 不匹配 IPv6。";
    /// A group protects nobody.
    EMPTY = "No network interface belongs to {group}.", "没有任何网卡加入 {group}。";
    /// A quota is used.
    USAGE = "{place}: {used} of {limit} {what} in use ({source}, {date}).", "{place}：{what}，已使用 {used}，上限 {limit}（{source}，{date}）。";

    // What each quota counts.
    /// Groups in a region.
    GROUPS_PER_REGION = "security groups in the region", "地域内安全组数";
    /// Groups of an interface.
    GROUPS_PER_INTERFACE = "security groups of one network interface", "单张网卡安全组数";
    /// Rules of an interface.
    RULES_PER_INTERFACE = "rules in all groups of one network interface", "单张网卡全部安全组的规则数";
    /// Rules naming a group.
    PEERS_PER_GROUP = "rules with a security group as authorization object", "以安全组为授权对象的规则数";
    /// Addresses in a basic group.
    ADDRESSES_PER_GROUP = "private IP addresses in one basic security group", "普通安全组内私网 IP 地址数";
    /// Interfaces in an advanced group.
    INTERFACES_PER_GROUP = "interfaces in one advanced security group", "企业级安全组内网卡数";
    /// Rules in a call.
    PERMISSIONS_PER_CALL = "rules in one call", "单次调用的规则数";
    /// Characters of a description.
    DESCRIPTION_CHARACTERS = "characters in a description", "描述字符数";
}
