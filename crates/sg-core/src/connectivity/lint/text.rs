//! The texts of findings in both languages.

crate::catalogue! {
    /// Between names in a list.
    COMMA = ", ", "、";

    /// Protocols by their numbers.
    PROTOCOLS = "protocols {numbers}", "协议 {numbers}";

    // Titles.
    /// Title of `open-to-the-world`.
    TITLE_OPEN = "Sensitive port open to the Internet", "敏感端口对公网开放";
    /// Title of `drop-ignored-by-accept`.
    TITLE_IGNORED = "Deny rule has no effect between members", "拒绝规则在组内成员之间不起作用";
    /// Title of `unmatchable-rule`.
    TITLE_UNMATCHABLE = "Rule never matches", "永远不会匹配的规则";
    /// Title of `priority-tie`.
    TITLE_TIE = "Allow rule loses a tie", "允许规则因优先级相同而不生效";
    /// Title of `wrong-priority`.
    TITLE_WRONG_PRIORITY = "Rule overruled because of its priority", "规则因优先级较低而不生效";
    /// Title of `own-public-address`.
    TITLE_OWN_PUBLIC = "Rule uses a public IP address of this account", "规则使用了本账号的公网 IP 地址";
    /// Title of `wrong-group`.
    TITLE_WRONG_GROUP = "Instance may be in the wrong security group", "实例可能加入了错误的安全组";
    /// Title of `isolated-members`.
    TITLE_ISOLATED = "Members are isolated from each other", "组内成员相互隔离";
    /// Title of `tie-in-part`.
    TITLE_TIE_IN_PART = "Allow rule partly overridden by a Deny rule of equal priority", "允许规则因优先级相同而部分不生效";
    /// Title of `shadowed-rule`.
    TITLE_SHADOWED = "Rule fully covered by other rules", "冗余规则（被其他规则完全覆盖）";
    /// Title of `advanced-group-sends-nothing`.
    TITLE_SILENT = "Advanced security group without outbound access", "企业级安全组未放行出方向";
    /// Title of `quota-near`.
    TITLE_NEAR = "Quota almost used up", "配额即将用尽";
    /// Title of `quota-exceeded`.
    TITLE_EXCEEDED = "Quota exceeded", "超出配额";
    /// Title of `redundant-rule`.
    TITLE_REDUNDANT = "Removable rule (no effect on the result)", "可删除的规则（删除后结果不变）";
    /// Title of `ipv4-only-opening`.
    TITLE_IPV4_ONLY = "Open over IPv4 only", "仅对 IPv4 开放";
    /// Title of `group-without-members`.
    TITLE_EMPTY = "Security group without known members", "没有已知成员的安全组";

    // Evidence.
    /// A rule opens sensitive ports.
    OPEN = "Any Internet address can reach {services} because of this rule: {rule}. Example: {packet} from {source} to {destination}.", "此规则允许任意公网 IP 地址访问 {services}：{rule}。例如从 {source} 到 {destination} 的 {packet}。";
    /// A rule opens sensitive ports of members without a public address.
    OPEN_WITHOUT_PUBLIC_ADDRESS = "This rule allows {services} from any Internet address: {rule}. No public IP address is known for the members it applies to, so the Internet does not reach them now. As soon as one of them gets a public IP address, it is exposed. Example: {packet} from {source} to {destination}.", "此规则允许任意公网 IP 地址访问 {services}：{rule}。就目前所知，此规则生效的成员没有公网 IP 地址，因此公网现在无法访问；成员一旦绑定公网 IP 地址，就会暴露在公网上。例如从 {source} 到 {destination} 的 {packet}。";
    /// A rule would open sensitive ports of any member.
    WOULD_OPEN = "No member of {group} is known. Any member would be open to every Internet address on {services} because of this rule, unless another of its groups denies it: {rule}. Example: {packet} from {source}.", "没有已知的 {group} 成员。除非成员的其他安全组拒绝，此规则会使任何成员的 {services} 对所有公网 IP 地址开放：{rule}。例如来自 {source} 的 {packet}。";
    /// A service by name and port.
    SERVICE = "{service} ({protocol} {port})", "{service}（{protocol} {port}）";
    /// A Drop is passed over.
    IGNORED = "This rule looks as if it blocked {packet} from {source} to {destination}: {rule}. But both are members of {group}, whose intra-group connectivity policy is Accept, so custom rules between them are ignored.", "此规则看似会阻断从 {source} 到 {destination} 的 {packet}：{rule}。但双方同属 {group}，其组内连通策略为 Accept，双方之间的自定义规则不起作用。";
    /// A rule never matches.
    UNMATCHABLE = "No packet that a member of {group} sends or receives can match this rule: {rule}.", "{group} 的成员收发的任何数据包都不会匹配此规则：{rule}。";
    /// A rule names an empty prefix list.
    EMPTY_LIST = "This rule matches nothing, because the prefix list {list} has no entries: {rule}.", "前缀列表 {list} 没有任何条目，因此此规则不会匹配任何数据包：{rule}。";
    /// A rule names an empty port list.
    EMPTY_PORT_LIST = "This rule matches nothing, because the port list {list} has no entries: {rule}.", "端口列表 {list} 没有任何条目，因此此规则不会匹配任何数据包：{rule}。";
    /// A rule names addresses that do not occur.
    UNROUTABLE = "This rule matches nothing, because no packet comes from or goes to these addresses in a VPC: {blocks}. Rule: {rule}.", "专有网络中没有数据包会来自或发往 {blocks}，因此此规则不会匹配任何数据包：{rule}。";
    /// A rule names a group without known members.
    PEER_WITHOUT_MEMBERS = "No member of {peer} is known, so nothing that is known matches this rule: {rule}.", "没有已知的 {peer} 成员，因此已知的数据包都不会匹配此规则：{rule}。";
    /// A rule loses a tie.
    TIE = "This rule never takes effect: {rule}. Every packet it matches is denied by a rule of the same priority, and at equal priority Deny comes first: {others}.", "此规则不会生效：{rule}。它能匹配的数据包都被优先级相同的规则拒绝，而优先级相同时拒绝优先：{others}。";
    /// A rule loses a tie, whoever the members are.
    TIE_FOR_ANY = "No member of {group} is known. For any member, this rule would never take effect: {rule}. Every packet it matches is denied by a rule of the same priority, and at equal priority Deny comes first: {others}.", "没有已知的 {group} 成员。对任何成员，此规则都不会生效：{rule}。它能匹配的数据包都被优先级相同的规则拒绝，而优先级相同时拒绝优先：{others}。";
    /// A rule loses to stronger rules of the opposite action.
    OVERRULED = "This rule never takes effect: {rule}. Every packet it matches is decided the other way by rules of higher precedence: {others}.", "此规则不会生效：{rule}。它能匹配的数据包都先由优先级更高、授权策略相反的规则决定：{others}。";
    /// The same, whoever the members are.
    OVERRULED_FOR_ANY = "No member of {group} is known. For any member, this rule would never take effect: {rule}. Every packet it matches is decided the other way by rules of higher precedence: {others}.", "没有已知的 {group} 成员。对任何成员，此规则都不会生效：{rule}。它能匹配的数据包都先由优先级更高、授权策略相反的规则决定：{others}。";
    /// A rule loses a tie for some packets.
    TIE_IN_PART = "This rule does not take effect for some of its packets: {rule}. A rule of the same priority denies them, and at equal priority Deny comes first: {others}. Example: {packet} from {source} to {destination}.", "此规则对部分数据包不生效：{rule}。优先级相同的规则拒绝了这些数据包，而优先级相同时拒绝优先：{others}。例如从 {source} 到 {destination} 的 {packet}。";
    /// An Accept rule names a public address of the account.
    PUBLIC_ALLOW = "{public} is a public address of {owner}, and packets inside a VPC carry private addresses, so this rule does not match them: {rule}. Example: {packet} from {source} to {destination} is blocked.", "{public} 是 {owner} 的公网 IP 地址，而专有网络内的数据包使用私网地址，因此不会匹配此规则：{rule}。例如从 {source} 到 {destination} 的 {packet} 被阻断。";
    /// A Drop rule names a public address of the account.
    PUBLIC_DENY = "{public} is a public address of {owner}, and packets inside a VPC carry private addresses, so this rule does not match them: {rule}. Example: {packet} from {source} to {destination} is not denied.", "{public} 是 {owner} 的公网 IP 地址，而专有网络内的数据包使用私网地址，因此不会匹配此规则：{rule}。例如从 {source} 到 {destination} 的 {packet} 未被拒绝。";
    /// Members of a group are isolated.
    ISOLATED = "The intra-group connectivity policy of {group} is Drop, and no rule allows traffic specifically between its members, so they cannot reach each other. Example: {packet} from {source} to {destination} is blocked. If they could before, this policy is what changed.", "{group} 的组内连通策略为 Drop，且没有专门允许成员之间互访的规则，因此成员之间无法互访。例如从 {source} 到 {destination} 的 {packet} 被阻断。如果以前可以互访，则是该策略发生了变化。";
    /// Members of a group are isolated except for what rules for others let through.
    ISOLATED_BUT = "The intra-group connectivity policy of {group} is Drop, and no rule allows traffic specifically between its members, so only traffic that is also open to others passes between them: {passing}. Example: {packet} from {source} to {destination} is blocked. If it passed before, this policy is what changed.", "{group} 的组内连通策略为 Drop，且没有专门允许成员之间互访的规则，因此成员之间只有同样对其他来源开放的流量可以通过：{passing}。例如从 {source} 到 {destination} 的 {packet} 被阻断。如果以前可以通过，则是该策略发生了变化。";
    /// An instance lacks groups of its role and has others.
    UNLIKE_BOTH = "{member} is in {extra} and not in {missing}, unlike {alike} of the {all} instances named {role}. This is a hint from the names: check what the instance is for.", "{member} 在 {extra} 中而不在 {missing} 中，与 {all} 台名称为 {role} 的实例中的 {alike} 台不同。这只是根据名称得出的提示，请核对该实例的用途。";
    /// An instance lacks groups of its role.
    UNLIKE_MISSING = "{member} is not in {missing}, unlike {alike} of the {all} instances named {role}. This is a hint from the names: check what the instance is for.", "{member} 不在 {missing} 中，与 {all} 台名称为 {role} 的实例中的 {alike} 台不同。这只是根据名称得出的提示，请核对该实例的用途。";
    /// An instance has groups that its role does not have.
    UNLIKE_EXTRA = "{member} is also in {extra}, unlike {alike} of the {all} instances named {role}. This is a hint from the names: check what the instance is for.", "{member} 还在 {extra} 中，与 {all} 台名称为 {role} 的实例中的 {alike} 台不同。这只是根据名称得出的提示，请核对该实例的用途。";
    /// A rule is hidden.
    SHADOWED = "This rule never takes effect: {rule}. Every packet it matches is already decided by {others}.", "此规则不会生效：{rule}。它能匹配的数据包都先由以下规则决定：{others}。";
    /// A rule is hidden, whoever the members are.
    SHADOWED_FOR_ANY = "No member of {group} is known. For any member, this rule would never take effect: {rule}. Every packet it matches is already decided by {others}.", "没有已知的 {group} 成员。对任何成员，此规则都不会生效：{rule}。它能匹配的数据包都先由以下规则决定：{others}。";
    /// A rule changes nothing because of others.
    REDUNDANT_BESIDE = "Without this rule, the result is the same for every packet of every member: {rule}. Other rules or the default then decide: {others}.", "去掉此规则后，所有成员的全部数据包结果不变：{rule}。改由以下规则或默认规则决定：{others}。";
    /// A rule changes nothing.
    REDUNDANT = "Without this rule, the result is the same for every packet of every member, because the default decides the same way: {rule}.", "去掉此规则后，所有成员的全部数据包结果不变，改由默认规则决定：{rule}。";
    /// A member can send nothing.
    SILENT = "{member} cannot initiate any session: an advanced security group denies outbound traffic by default, and no outbound rule allows any.", "{member} 无法主动发起任何会话：企业级安全组默认拒绝出方向流量，且没有出方向规则放行。";
    /// IPv6 stays out.
    IPV4_ONLY = "This rule opens {group} to all IPv4 addresses: {rule}. But {packet} from {source} to {destination} is blocked, because 0.0.0.0/0 never matches IPv6.", "此规则对全部 IPv4 地址开放了 {group}：{rule}。但从 {source} 到 {destination} 的 {packet} 仍被阻断，因为 0.0.0.0/0 不匹配 IPv6。";
    /// A group protects nobody.
    EMPTY = "No member of {group} is known. Its rules are judged for any member it may have.", "没有已知的 {group} 成员。按其可能拥有的任何成员来判断其规则。";
    /// A quota is used.
    USAGE_RAISED = "{place}: {used} of {limit} {what} in use (raised quota of this account).", "{place}：{what}，已使用 {used}，上限 {limit}（此账号提升后的配额）。";
    USAGE = "{place}: {used} of {limit} {what} in use ({source}, {date}).", "{place}：{what}，已使用 {used}，上限 {limit}（{source}，{date}）。";

    /// A quota is exceeded.
    USAGE_EXCEEDED = "{place}: {used} {what}, more than the {limit} allowed ({source}, {date}).", "{place}：{what}为 {used}，超出上限 {limit}（{source}，{date}）。";

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
