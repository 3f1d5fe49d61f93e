//! The texts of explanations in both languages.

crate::catalogue! {
    // Headlines. `{packets}` is one packet or a set of them.
    /// Everything between two ends passes or not.
    ALL_PACKETS = "all traffic", "全部数据包";
    /// Decided by the intra-group policy.
    HEAD_POLICY = "{source} → {destination}: {packets} is allowed because both are members of {group}, whose intra-group connectivity policy is {accept}; custom rules between them are ignored.", "{source} → {destination}：{packets} 可以通过。双方同属 {group}，其组内连通策略为 {accept}，双方之间的自定义规则不起作用。";
    /// Let in by an inbound rule.
    HEAD_INGRESS_ACCEPT = "{source} → {destination}: {packets} is allowed by an inbound rule of {group}: {rule}.", "{source} → {destination}：{packets} 可以通过，{group} 有入方向规则放行：{rule}。";
    /// Let out by an outbound rule.
    HEAD_EGRESS_ACCEPT = "{source} → {destination}: {packets} is allowed by an outbound rule of {group}: {rule}.", "{source} → {destination}：{packets} 可以通过，{group} 有出方向规则放行：{rule}。";
    /// Stopped by an inbound rule.
    HEAD_INGRESS_DROP = "{source} → {destination}: {packets} is blocked by an inbound Deny rule of {group}: {rule}.", "{source} → {destination}：{packets} 被阻断，{group} 有入方向拒绝规则：{rule}。";
    /// Stopped by an outbound rule.
    HEAD_EGRESS_DROP = "{source} → {destination}: {packets} is blocked by an outbound Deny rule of {group}: {rule}.", "{source} → {destination}：{packets} 被阻断，{group} 有出方向拒绝规则：{rule}。";
    /// Stopped by the inbound default.
    HEAD_INGRESS_DENY = "{source} → {destination}: {packets} is blocked because no inbound rule of {destination} allows it; inbound traffic is denied by default.", "{source} → {destination}：{packets} 被阻断：{destination} 所属安全组没有入方向规则放行，入方向默认拒绝。";
    /// What a load balancer lets in.
    HEAD_LOAD_BALANCER_INGRESS = "{source} → {destination}: {packets} is allowed because no Deny rule of {destination} matches it; a load balancer allows inbound traffic by default.", "{source} → {destination}：{packets} 可以通过：{destination} 所属安全组没有匹配的拒绝规则，负载均衡入方向默认允许。";
    /// What a load balancer sends.
    HEAD_LOAD_BALANCER_EGRESS = "{source} → {destination}: {packets} is allowed because the outbound traffic of a load balancer is never blocked.", "{source} → {destination}：{packets} 可以通过，因为负载均衡的出方向流量从不限制。";
    /// Stopped by the outbound default of advanced groups.
    HEAD_EGRESS_DENY = "{source} → {destination}: {packets} is blocked because no outbound rule of {source} allows it; an advanced security group denies outbound traffic by default.", "{source} → {destination}：{packets} 被阻断：{source} 所属安全组没有出方向规则放行，企业级安全组出方向默认拒绝。";
    /// Let out by the outbound default of basic groups.
    HEAD_EGRESS_ALLOW = "{source} → {destination}: {packets} is allowed because no outbound rule of {source} matches it; a basic security group allows outbound traffic by default.", "{source} → {destination}：{packets} 可以通过：{source} 所属安全组没有匹配的出方向规则，普通安全组出方向默认允许。";
    /// The metadata service.
    HEAD_METADATA = "{source} → {destination}: {packets} is allowed because the metadata service at {address} is always reachable, regardless of rules.", "{source} → {destination}：{packets} 可以通过，因为元数据服务 {address} 始终可以访问，与规则无关。";
    /// TCP 25.
    HEAD_MAIL = "{source} → {destination}: {packets} is blocked because the platform blocks TCP port 25 to the Internet; no rule can allow it.", "{source} → {destination}：{packets} 被阻断，因为平台封禁访问公网的 TCP 25 端口，规则无法放行。";
    /// A load balancer.
    HEAD_BALANCER = "{source} → {destination}: {packets} is allowed because a load balancer forwards it.", "{source} → {destination}：{packets} 可以通过，因为它由负载均衡转发。";
    /// VPCs without a connection.
    HEAD_SEPARATE = "{source} → {destination}: {packets} is blocked because the two ends are in VPCs that are not connected; security groups were not evaluated.", "{source} → {destination}：{packets} 被阻断，因为双方位于未连通的专有网络 VPC，未经安全组判断。";
    /// A sender without a public address.
    HEAD_NO_PUBLIC = "{source} → {destination}: {packets} is blocked because {source} has no public IP address and so cannot reach a public one; security groups were not evaluated.", "{source} → {destination}：{packets} 被阻断，因为 {source} 没有公网 IP 地址，无法访问对方的公网 IP 地址，未经安全组判断。";
    /// A receiver that the Internet does not reach.
    HEAD_NOT_PUBLIC = "{source} → {destination}: {packets} is blocked because no public IP address leads to {destination}; security groups were not evaluated.", "{source} → {destination}：{packets} 被阻断，因为没有公网 IP 地址通向 {destination}，未经安全组判断。";
    /// A sender without a way to the Internet.
    HEAD_NO_SNAT = "{source} → {destination}: {packets} is blocked because {source} has no public IP address and its VPC has no SNAT; security groups were not evaluated.", "{source} → {destination}：{packets} 被阻断，因为 {source} 没有公网 IP 地址，其专有网络 VPC 也未配置 SNAT，未经安全组判断。";
    /// IPv4 and IPv6.
    HEAD_FAMILIES = "{source} → {destination}: {packets} is blocked because one end has only IPv4 addresses here and the other only IPv6 addresses.", "{source} → {destination}：{packets} 被阻断，因为这里一端只有 IPv4 地址，另一端只有 IPv6 地址。";
    /// An interface and itself.
    HEAD_ITSELF = "{source} → {destination}: {packets} is allowed because traffic from a network interface to itself does not pass through a security group.", "{source} → {destination}：{packets} 可以通过，因为网卡发给自身的流量不经过安全组。";
    /// Outside the model.
    HEAD_UNKNOWN = "{source} → {destination}: {packets} cannot be evaluated here. {reason}", "{source} → {destination}：{packets} 无法在此判断。{reason}";

    /// Something that is not known could change the verdict.
    HEAD_UNREAD = "{source} → {destination}: it is unknown whether {packets} is allowed. {reason}", "{source} → {destination}：不能确定 {packets} 能否通过。{reason}";

    // Headlines of packet spaces.
    /// Few packets pass, all of one kind.
    SPACE_ONLY_ONE = "{source} → {destination}: only {packets} is allowed; {rest}", "{source} → {destination}：只有 {packets} 可以通过；{rest}";
    /// Few packets pass, of several kinds.
    SPACE_ONLY_SOME = "{source} → {destination}: only {packets} are allowed; {rest}", "{source} → {destination}：只有 {packets} 可以通过；{rest}";
    /// The rest is stopped because nothing allows it.
    REST_BY_DEFAULT = "everything else is denied by default because no rule allows it.", "其余没有规则允许，默认拒绝。";
    /// The rest is stopped by one rule.
    REST_BY_RULE = "everything else is blocked by an explicit Deny rule of {group}: {rule}.", "其余被 {group} 的一条拒绝规则阻断：{rule}。";
    /// The rest is stopped for several reasons.
    REST_BLOCKED = "everything else is blocked.", "其余均被阻断。";
    /// Naming what is blocked is shorter.
    SPACE_ALL_BUT = "{source} → {destination}: everything is allowed except {packets}.", "{source} → {destination}：除 {packets} 外，其余均可通过。";
    /// All passes, for several reasons.
    SPACE_ALL = "{source} → {destination}: everything is allowed, for different reasons.", "{source} → {destination}：全部可以通过，但原因不同。";
    /// Nothing passes, for several reasons.
    SPACE_NONE = "{source} → {destination}: everything is blocked, for different reasons.", "{source} → {destination}：全部被阻断，但原因不同。";
    /// No group stands there.
    SPACE_NOT_FILTERED = "{source} → {destination}: no security group applies on this side.", "{source} → {destination}：这一侧没有安全组。";
    /// The rest of a packet space as a layer.
    EVERYTHING_ELSE = "everything else", "其余所有";

    // Layer names.
    /// The path layer.
    LAYER_PATH = "Path", "路径";
    /// The policy layer.
    LAYER_POLICY = "Intra-group policy", "组内连通策略";
    /// The sender's check.
    LAYER_EGRESS = "{end} outbound", "{end} 出方向";
    /// The receiver's check.
    LAYER_INGRESS = "{end} inbound", "{end} 入方向";

    // What happens in a layer.
    /// Public addresses.
    PATH_PUBLIC = "public network: the source sends to {destination_address}, the destination sees {source_address}", "公网：源端访问 {destination_address}，目的端看到的来源是 {source_address}";
    /// No connection.
    PATH_SEPARATE = "{source_vpc} and {destination_vpc} are not connected", "{source_vpc} 与 {destination_vpc} 未连通";
    /// No public address.
    PATH_NO_PUBLIC = "{source} has no public IP address", "{source} 没有公网 IP 地址";
    /// No public address at the receiver.
    PATH_NOT_PUBLIC = "no public IP address leads to {destination}", "没有公网 IP 地址通向 {destination}";
    /// Neither a public address nor SNAT.
    PATH_NO_SNAT = "{source} has no public IP address, and {vpc} has no SNAT", "{source} 没有公网 IP 地址，{vpc} 也未配置 SNAT";
    /// Two families.
    PATH_FAMILIES = "{source_address} and {destination_address} belong to different address families", "{source_address} 与 {destination_address} 不属于同一地址族";
    /// Itself.
    PATH_ITSELF = "the packet does not leave the interface", "数据包不离开这张网卡";
    /// Shared and accepting.
    POLICY_ACCEPTS = "both are in {group}, set to {accept}: members can reach each other", "同属 {group}，其组内连通策略为 {accept}：成员互通";
    /// Shared and accepting beside others that isolate.
    POLICY_ACCEPTS_DESPITE = "both are in {group}, set to {accept}; this is enough even though they also share {others}, set to {drop}", "同属 {group}，其组内连通策略为 {accept}；即使同属的 {others} 为 {drop}，有一个互通即可";
    /// Accepting, but custom egress rules are asked first.
    POLICY_AFTER_EGRESS = "both are in {group}, set to {accept}, but custom outbound rules are evaluated first here", "同属 {group}，其组内连通策略为 {accept}，但此处先检查出方向自定义规则";
    /// Shared, all isolating.
    POLICY_ISOLATES = "both are in {others}, set to {drop}, which does not allow anything by itself", "同属 {others}，但组内连通策略为 {drop}，本身不放行任何流量";
    /// Shared, advanced.
    POLICY_ADVANCED = "both are in {others}, but an advanced security group always isolates its members", "同属 {others}，但企业级安全组始终组内隔离";
    /// Nothing shared.
    POLICY_NOTHING_SHARED = "no security group in common", "没有共同所属的安全组";
    /// Public path.
    POLICY_NOT_INTERNAL = "both are in {others}, but the policy applies to the internal network only", "同属 {others}，但组内连通策略只作用于内网";
    /// A side decided by the policy.
    SIDE_POLICY = "custom rules are skipped: {group} is set to {accept}", "跳过自定义规则：{group} 的组内连通策略为 {accept}";
    /// A side decided by an accepting rule.
    SIDE_ACCEPT = "allowed by a rule of {group}: {rule}", "{group} 的规则允许通过：{rule}";
    /// A side decided by a dropping rule.
    SIDE_DROP = "blocked by a rule of {group}: {rule}", "{group} 的规则拒绝通过：{rule}";
    /// Basic, egress.
    SIDE_BASIC_EGRESS = "no rule matches; a basic security group allows outbound traffic by default", "没有规则匹配；普通安全组出方向默认允许";
    /// Basic, ingress.
    SIDE_BASIC_INGRESS = "no rule matches; a basic security group denies inbound traffic by default", "没有规则匹配；普通安全组入方向默认拒绝";
    /// The inbound default of an advanced group.
    SIDE_ADVANCED_INGRESS = "no rule matches; an advanced security group denies inbound traffic by default", "没有规则匹配；企业级安全组入方向默认拒绝";
    /// The outbound default of an advanced group.
    SIDE_ADVANCED_EGRESS = "no rule matches; an advanced security group denies outbound traffic by default", "没有规则匹配；企业级安全组出方向默认拒绝";
    /// The inbound default of a load balancer.
    SIDE_LOAD_BALANCER_INGRESS = "no Deny rule matches; a load balancer allows inbound traffic by default", "没有拒绝规则匹配；负载均衡入方向默认允许";
    /// Outbound traffic of a load balancer.
    SIDE_LOAD_BALANCER_EGRESS = "the outbound traffic of a load balancer is never blocked", "负载均衡的出方向流量从不限制";
    /// A side that something unknown could decide.
    SIDE_UNREAD = "unknown. {reason}", "未知。{reason}";
    /// Platform, metadata.
    SIDE_METADATA = "the metadata service is always reachable; rules are skipped", "元数据服务始终可以访问，与规则无关";
    /// Platform, mail.
    SIDE_MAIL = "the platform blocks TCP port 25 to the Internet; rules are skipped", "平台封禁访问公网的 TCP 25 端口，与规则无关";
    /// Platform, load balancer.
    SIDE_BALANCER = "traffic forwarded by a load balancer is not checked by the backend's security groups", "负载均衡转发的流量不经过后端安全组检查";
    /// Not checked, outside.
    SIDE_OUTSIDE = "this end is external; security groups of the scenario do not apply to it", "这一端是外部地址，不受场景中的安全组约束";

    // What became of a rule.
    /// Decides.
    RULE_DECIDES = "first match: decides the result", "第一条匹配的规则：生效";
    /// No match.
    RULE_NO_MATCH = "does not match: {fields}", "不匹配：{fields}";
    /// Outranked by priority.
    RULE_PRIORITY = "matches, but a rule with a smaller priority number comes first: {rule}", "匹配，但有优先级数值更小的规则：{rule}";
    /// Outranked at a tie.
    RULE_TIE = "matches, but at equal priority the Deny rule comes first: {rule}", "匹配，但优先级相同时拒绝规则在前：{rule}";
    /// Same rank.
    RULE_SAME = "also matches; a rule with the same priority and action comes first: {rule}", "同样匹配，优先级与授权策略相同的规则在前：{rule}";
    /// Ignored because of the policy.
    RULE_POLICY = "matches, but is ignored: {group} is set to {accept}", "匹配，但不起作用：{group} 的组内连通策略为 {accept}";
    /// It may match.
    RULE_MAY_MATCH = "may match; it is unknown whether it decides", "可能匹配；不能确定是否生效";
    /// Ignored because of the platform.
    RULE_PLATFORM = "matches, but the platform decides", "匹配，但由平台决定";

    // Names of a rule's fields.
    /// `IpProtocol`.
    FIELD_PROTOCOL = "protocol", "协议";
    /// `PortRange`.
    FIELD_DESTINATION_PORT = "destination port", "目的端口";
    /// `SourcePortRange`.
    FIELD_SOURCE_PORT = "source port", "源端口";
    /// The authorization object of an inbound rule.
    FIELD_SOURCE = "source", "源端";
    /// The authorization object of an outbound rule.
    FIELD_DESTINATION = "destination", "目的端";
    /// The own-side address of a five-tuple rule.
    FIELD_OWN_ADDRESS = "local address", "本端地址";

    // Notes.
    /// The other reading would differ.
    NOTE_OTHER_PASSES = "Sources disagree: under the other reading it would be allowed.", "文档说法不一：按另一种说法，它可以通过。";
    /// The other reading would differ.
    NOTE_OTHER_UNKNOWN = "Sources disagree: under the other reading it would be unknown.", "文档说法不一：按另一种说法，结论未知。";
    /// The other reading would differ.
    NOTE_OTHER_BLOCKED = "Sources disagree: under the other reading it would be blocked.", "文档说法不一：按另一种说法，它会被阻断。";
    /// Some packets of a space are contested.
    NOTE_SPACE_CONTESTED = "Sources disagree about {packets}.", "关于 {packets}，文档说法不一。";
    /// A load balancer may be behind it.
    NOTE_BALANCER = "If a load balancer forwards this traffic, the backend's security groups do not apply and it is allowed.", "如果它由负载均衡转发，则不经过后端安全组检查，可以通过。";
    /// Custom rules that play no part.
    NOTE_IGNORED = "Rules that match but are ignored: {rules}.", "匹配但不起作用的规则：{rules}。";
    /// Both sides stop it.
    NOTE_ALSO_INGRESS = "The inbound check of {destination} would block it too.", "{destination} 的入方向检查也会将其阻断。";

    // Answers that depend on the address of an outside block.
    /// The whole sentence; the parts say which addresses get which verdict.
    DEPENDS_ON_ADDRESS = "{source} → {destination}: {parts}.", "{source} → {destination}：{parts}。";
    /// The verdict is the same for all addresses.
    SAME_FOR_ALL_ADDRESSES = "{source} → {destination}: {verdicts} for all of these addresses, for different reasons.", "{source} → {destination}：所有地址的 {verdicts}，但原因不同。";
    /// The addresses that the sentence names first.
    FOR_SOME_ADDRESSES = "{verdicts} for some of these addresses: {addresses}", "部分地址（{addresses}）的 {verdicts}";
    /// Further addresses.
    FOR_ADDRESSES = "{verdicts} for {addresses}", "{addresses} 的 {verdicts}";
    /// The addresses that are not named, with their number.
    OTHER_ADDRESSES = "the other {count} addresses", "其余 {count} 个地址";
    /// The addresses that are not named, if there are very many.
    ALL_OTHER_ADDRESSES = "all other addresses", "其余所有地址";
    /// Addresses too many for a sentence.
    MANY_ADDRESSES = "the {count} ranges listed below", "下列 {count} 个地址段";
    /// Everything asked about passes.
    ALL_ALLOWED = "{packets} is allowed", "{packets} 可以通过";
    /// Nothing asked about passes.
    ALL_BLOCKED = "{packets} is blocked", "{packets} 被阻断";
    /// Something that is not known decides about everything asked about.
    ALL_UNKNOWN = "it is unknown whether {packets} is allowed", "{packets} 能否通过未知";
    /// Some packets pass.
    SOME_ALLOWED = "{packets} allowed", "{packets} 可以通过";
    /// Some packets do not pass.
    SOME_BLOCKED = "{packets} blocked", "{packets} 被阻断";
    /// Of some packets it is not known.
    SOME_UNKNOWN = "{packets} unknown", "{packets} 未知";
    /// Packets that get different verdicts.
    SPACE_VERDICTS = "{source} → {destination}: {verdicts}.", "{source} → {destination}：{verdicts}。";
    /// A name with an address, or an address with a name.
    WITH_REMARK = "{label} ({remark})", "{label}（{remark}）";

    // Notes.
    /// Beside an interface that stands for members, with the Internet at the other end.
    NOTE_ANY_MEMBER = "Only the rules are evaluated here. No member of the group is known, so it is also unknown whether any of them can reach the Internet or be reached from it.", "此处仅按规则判断：该安全组没有已知成员，因此其成员能否访问公网或被公网访问也未知。";
    /// Beside a receiver without a public address.
    NOTE_OTHER_WAY_IN = "Through a load balancer or DNAT: judged by their group or list.", "经由负载均衡或 DNAT：由其安全组或访问控制列表判断。";

    // Packets and cells.
    /// Source ports of a packet set.
    PACKETS_FROM_PORTS = "{packets} from port {ports}", "{packets}（源端口 {ports}）";
    /// All other protocols.
    OTHER_PROTOCOLS = "other protocols", "其他协议";
    /// Some other protocols.
    PROTOCOL_NUMBERS = "protocol {numbers}", "协议 {numbers}";
    /// A cell where everything passes.
    CELL_ALL = "all", "全通";
    /// A cell where nothing passes.
    CELL_CLOSED = "closed", "不通";
    /// A cell where most packets pass.
    CELL_ALL_BUT = "all but {packets}", "除 {packets} 外全通";
    /// A cell whose answer depends on the address.
    CELL_WITH_UNKNOWN = "{packets}; unknown: {unknown}", "{packets}；未知：{unknown}";
    /// The answer differs between addresses of a block.
    CELL_SOME_ADDRESSES = "{packets}, some addresses", "{packets}（部分地址）";
    /// A cell for several ends whose answers differ.
    CELL_SOME_PAIRS = "{packets}, some pairs", "{packets}（部分组合）";
    /// The answer of some addresses of a block.
    CELL_OF_ADDRESSES = "{packets} ({addresses})", "{packets}（{addresses}）";
    /// An answer of some pairs between two lines, with their number.
    CELL_OF_PAIRS = "{packets} ({count} pairs)", "{packets}（{count} 条访问路径）";
    /// The first packets of a cell, and the number of the others.
    CELL_AND_MORE = "{packets} +{count}", "{packets} 等 {count} 项";
    /// No security group on this side.
    CELL_NOT_FILTERED = "not filtered", "不过滤";
    /// The verdict is unknown.
    CELL_UNKNOWN = "unknown", "未知";
    /// An interface that stands for the members of a group.
    EXAMPLE_MEMBER = "any member of {group}", "{group} 的任一成员";
    /// The same end as source and destination.
    CELL_ITSELF = "–", "–";

    /// The packets asked about pass.
    SHORT_ALLOWED = "allowed", "可以通过";
    /// The packets asked about do not pass.
    SHORT_BLOCKED = "blocked", "不通";

    // Joins.
    /// Between items.
    COMMA = ", ", "、";
    /// Between clauses of a sentence.
    COMMA_OF_CLAUSES = ", ", "，";
    /// Between parts of a sentence.
    SEMICOLON = "; ", "；";
    /// Before the last item.
    AND = " and ", " 和 ";
    /// Between a name and its text.
    COLON = ": ", "：";
    /// Marks the deciding layer in Markdown.
    DECIDES = "decides", "决定结果";
}
