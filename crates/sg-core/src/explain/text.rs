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
    /// IPv4 and IPv6.
    HEAD_FAMILIES = "{source} → {destination}: {packets} is blocked because one end has only IPv4 addresses here and the other only IPv6 addresses.", "{source} → {destination}：{packets} 被阻断，因为这里一端只有 IPv4 地址，另一端只有 IPv6 地址。";
    /// An interface and itself.
    HEAD_ITSELF = "{source} → {destination}: {packets} is allowed because traffic from a network interface to itself does not pass through a security group.", "{source} → {destination}：{packets} 可以通过，因为网卡发给自身的流量不经过安全组。";
    /// Outside the model.
    HEAD_UNKNOWN = "{source} → {destination}: {packets} cannot be evaluated here. {reason}", "{source} → {destination}：{packets} 无法在此判断。{reason}";

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
    NOTE_OTHER_BLOCKED = "Sources disagree: under the other reading it would be blocked.", "文档说法不一：按另一种说法，它会被阻断。";
    /// Some packets of a space are contested.
    NOTE_SPACE_CONTESTED = "Sources disagree about {packets}.", "关于 {packets}，文档说法不一。";
    /// A load balancer may be behind it.
    NOTE_BALANCER = "If a load balancer forwards this traffic, the backend's security groups do not apply and it is allowed.", "如果它由负载均衡转发，则不经过后端安全组检查，可以通过。";
    /// Custom rules that play no part.
    NOTE_IGNORED = "Rules that match but are ignored: {rules}.", "匹配但不起作用的规则：{rules}。";
    /// Both sides stop it.
    NOTE_ALSO_INGRESS = "The inbound check of {destination} would block it too.", "{destination} 的入方向检查也会将其阻断。";

    // Pieces of an outside block.
    /// Which addresses the sentence speaks of.
    PIECE_REPRESENTS = "The result depends on the address. The sentence above describes {address} and most other addresses.", "结论与地址有关；以上说的是 {address} 等多数地址。";
    /// A piece through which nothing passes.
    PIECE_CLOSED = "For {addresses}: everything is blocked.", "{addresses}：全部被阻断。";
    /// A piece through which everything passes.
    PIECE_ALL = "For {addresses}: everything is allowed.", "{addresses}：全部可以通过。";
    /// A piece through which most passes.
    PIECE_ALL_BUT = "For {addresses}: everything except {packets} is allowed.", "{addresses}：除 {packets} 外均可通过。";
    /// A piece through which little passes.
    PIECE_ONLY = "For {addresses}: only {packets} can be allowed.", "{addresses}：只有 {packets} 可以通过。";

    // Reasons of an unknown verdict.
    /// No such interface.
    UNKNOWN_INTERFACE = "The network interface {id} does not exist.", "不存在网卡 {id}。";
    /// Not its address.
    UNKNOWN_ADDRESS = "The address {address} does not belong to {id} (a source uses a private IP address).", "地址 {address} 不属于 {id}（源端使用私网 IP 地址）。";
    /// Not outside.
    UNKNOWN_NOT_OUTSIDE = "The address {address} is not external: select the network interface that has it.", "地址 {address} 不是外部地址，请选择拥有它的网卡。";
    /// Both outside.
    UNKNOWN_BOTH_OUTSIDE = "Both ends are external, so the packet does not pass through any security group.", "两端都是外部地址，数据包不经过任何安全组。";
    /// No such packet.
    UNKNOWN_NO_PACKET = "ICMP exists only over IPv4 and ICMPv6 only over IPv6.", "ICMP 只存在于 IPv4，ICMPv6 只存在于 IPv6。";

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
    CELL_SOME_ADDRESSES = "{packets}, some addresses", "{packets}（部分地址）";
    /// More than fits.
    CELL_AND_MORE = "{packets} +{count}", "{packets} 等 {count} 项";
    /// No security group on this side.
    CELL_NOT_FILTERED = "not filtered", "不过滤";
    /// The verdict is unknown.
    CELL_UNKNOWN = "unknown", "未知";
    /// The same end as source and destination.
    CELL_ITSELF = "–", "–";

    // Joins.
    /// Between items.
    COMMA = ", ", "、";
    /// Before the last item.
    AND = " and ", " 和 ";
    /// Between a name and its text.
    COLON = ": ", "：";
    /// Marks the deciding layer in Markdown.
    DECIDES = "decides", "决定结果";
}
