//! The texts of explanations in both languages.

crate::catalogue! {
    // Headlines. `{packets}` is one packet or a packet set.
    /// All packets between two ends.
    ALL_PACKETS = "every packet", "所有数据包";
    /// Decided by the intra-group policy.
    HEAD_POLICY = "{source} → {destination}: {packets} passes, because both are members of {group}, whose intra-group connectivity policy is {accept}; custom rules between them are ignored.", "{source} → {destination}：{packets} 可以通过。双方同属 {group}，其组内连通策略为 {accept}，双方之间的自定义规则不起作用。";
    /// Allowed by an inbound rule.
    HEAD_INGRESS_ACCEPT = "{source} → {destination}: {packets} passes, because an inbound rule of {group} accepts it: {rule}.", "{source} → {destination}：{packets} 可以通过，因为 {group} 的一条入方向规则允许它：{rule}。";
    /// Allowed by an outbound rule.
    HEAD_EGRESS_ACCEPT = "{source} → {destination}: {packets} passes, because an outbound rule of {group} accepts it: {rule}.", "{source} → {destination}：{packets} 可以通过，因为 {group} 的一条出方向规则允许它：{rule}。";
    /// Blocked by an inbound rule.
    HEAD_INGRESS_DROP = "{source} → {destination}: {packets} is blocked, because an inbound Drop rule of {group} discards it: {rule}.", "{source} → {destination}：{packets} 被阻断，因为 {group} 的一条入方向 Drop 规则将其丢弃：{rule}。";
    /// Blocked by an outbound rule.
    HEAD_EGRESS_DROP = "{source} → {destination}: {packets} is blocked, because an outbound Drop rule of {group} discards it: {rule}.", "{source} → {destination}：{packets} 被阻断，因为 {group} 的一条出方向 Drop 规则将其丢弃：{rule}。";
    /// Blocked by the inbound default.
    HEAD_INGRESS_DENY = "{source} → {destination}: {packets} is blocked, because no inbound rule of {destination} allows it; what no rule allows stays out.", "{source} → {destination}：{packets} 被阻断，因为 {destination} 没有任何入方向规则允许它；入方向默认拒绝。";
    /// Blocked by the outbound default of advanced groups.
    HEAD_EGRESS_DENY = "{source} → {destination}: {packets} is blocked, because no outbound rule of {source} allows it, and an advanced security group lets nothing out by default.", "{source} → {destination}：{packets} 被阻断，因为 {source} 没有任何出方向规则允许它；企业级安全组出方向默认拒绝。";
    /// Allowed by the outbound default of basic groups.
    HEAD_EGRESS_ALLOW = "{source} → {destination}: {packets} passes, because no outbound rule of {source} matches it, and a basic security group lets out what no rule stops.", "{source} → {destination}：{packets} 可以通过，因为 {source} 没有出方向规则与之匹配；普通安全组出方向默认允许。";
    /// The metadata service.
    HEAD_METADATA = "{source} → {destination}: {packets} passes, because the metadata service at {address} is always reachable, whatever the rules say.", "{source} → {destination}：{packets} 可以通过，因为元数据服务 {address} 始终可以访问，与规则无关。";
    /// Outbound TCP port 25.
    HEAD_MAIL = "{source} → {destination}: {packets} is blocked, because the platform closes TCP port 25 towards the Internet; no rule can open it.", "{source} → {destination}：{packets} 被阻断，因为平台封禁访问公网的 TCP 25 端口，规则无法放行。";
    /// Traffic from a load balancer.
    HEAD_BALANCER = "{source} → {destination}: {packets} passes, because a load balancer forwards it.", "{source} → {destination}：{packets} 可以通过，因为它由负载均衡转发。";
    /// VPCs that are not connected.
    HEAD_SEPARATE = "{source} → {destination}: {packets} is blocked, because they lie in VPCs that nothing connects; no security group was asked.", "{source} → {destination}：{packets} 被阻断，因为双方位于未连通的专有网络 VPC，未经安全组判断。";
    /// A sender without a public address.
    HEAD_NO_PUBLIC = "{source} → {destination}: {packets} is blocked, because {source} has no public IP address from which to reach a public one; no security group was asked.", "{source} → {destination}：{packets} 被阻断，因为 {source} 没有公网 IP 地址，无法访问对方的公网地址，未经安全组判断。";
    /// Different address families.
    HEAD_FAMILIES = "{source} → {destination}: {packets} is blocked, because one end has only IPv4 and the other only IPv6 addresses here.", "{source} → {destination}：{packets} 被阻断，因为这里一端只有 IPv4 地址，另一端只有 IPv6 地址。";
    /// An interface that sends to itself.
    HEAD_ITSELF = "{source} → {destination}: {packets} passes, because what an interface sends to itself does not cross a security group.", "{source} → {destination}：{packets} 可以通过，因为网卡发给自身的流量不经过安全组。";
    /// Traffic the model does not cover.
    HEAD_UNKNOWN = "{source} → {destination}: {packets} cannot be judged here. {reason}", "{source} → {destination}：{packets} 无法在此判断。{reason}";

    // Headlines of packet spaces.
    /// Few packets pass, all of one kind.
    SPACE_ONLY_ONE = "{source} → {destination}: only {packets} passes; {rest}", "{source} → {destination}：只有 {packets} 可以通过；{rest}";
    /// Few packets pass, of several kinds.
    SPACE_ONLY_SOME = "{source} → {destination}: only {packets} pass; {rest}", "{source} → {destination}：只有 {packets} 可以通过；{rest}";
    /// The rest is blocked by default.
    REST_BY_DEFAULT = "everything else is denied by default, because no rule allows it.", "其余没有规则允许，默认拒绝。";
    /// The rest is blocked by one rule.
    REST_BY_RULE = "everything else is discarded by an explicit Drop rule of {group}: {rule}.", "其余被 {group} 的一条 Drop 规则丢弃：{rule}。";
    /// The rest is blocked for several reasons.
    REST_BLOCKED = "everything else is blocked.", "其余均被阻断。";
    /// Most packets pass, so the exceptions are named.
    SPACE_ALL_BUT = "{source} → {destination}: everything passes except {packets}.", "{source} → {destination}：除 {packets} 外，其余均可通过。";
    /// Everything passes, for several reasons.
    SPACE_ALL = "{source} → {destination}: everything passes, for different reasons.", "{source} → {destination}：全部可以通过，但依据不同。";
    /// Nothing passes, for several reasons.
    SPACE_NONE = "{source} → {destination}: nothing passes, for different reasons.", "{source} → {destination}：全部被阻断，但依据不同。";
    /// No security group on this side.
    SPACE_NOT_FILTERED = "{source} → {destination}: no security group stands on this side.", "{source} → {destination}：这一侧没有安全组。";
    /// The rest of a packet space as a layer.
    EVERYTHING_ELSE = "everything else", "其余所有";

    // Layer names.
    /// The path layer.
    LAYER_PATH = "Path", "路径";
    /// The policy layer.
    LAYER_POLICY = "Intra-group policy", "组内连通策略";
    /// The check on the sender's side.
    LAYER_EGRESS = "Egress of {end}", "{end} 出方向";
    /// The check on the receiver's side.
    LAYER_INGRESS = "Ingress of {end}", "{end} 入方向";

    // What happens in a layer.
    /// Public addresses.
    PATH_PUBLIC = "public network: the sender writes to {destination_address}, the receiver sees {source_address}", "公网：发送端访问 {destination_address}，接收端看到的来源是 {source_address}";
    /// No connection between the VPCs.
    PATH_SEPARATE = "{source_vpc} and {destination_vpc} are not connected", "{source_vpc} 与 {destination_vpc} 未连通";
    /// No public address.
    PATH_NO_PUBLIC = "{source} has no public IP address", "{source} 没有公网 IP 地址";
    /// Different address families.
    PATH_FAMILIES = "{source_address} and {destination_address} are of different address families", "{source_address} 与 {destination_address} 不属于同一地址族";
    /// A packet to the sending interface itself.
    PATH_ITSELF = "the packet does not leave the interface", "数据包不离开这块网卡";
    /// A shared group with the policy Accept.
    POLICY_ACCEPTS = "{group} is shared and set to {accept}: members reach each other", "同属 {group}，其策略为 {accept}：成员互通";
    /// A shared group with the policy Accept beside others set to Drop.
    POLICY_ACCEPTS_DESPITE = "{group} is shared and set to {accept}, which is enough even beside {others}, set to {drop}", "同属 {group}，其策略为 {accept}；即使同属的 {others} 为 {drop}，有一个互通即可";
    /// A shared group with Accept, but custom egress rules are evaluated first.
    POLICY_AFTER_EGRESS = "{group} is shared and set to {accept}, but custom outbound rules are read first here", "同属 {group}，其策略为 {accept}，但此处先看出方向自定义规则";
    /// Shared groups, all set to Drop.
    POLICY_ISOLATES = "shared: {others}, set to {drop}, which allows nothing by itself", "同属 {others}，但策略为 {drop}，本身不放行任何流量";
    /// Shared advanced groups.
    POLICY_ADVANCED = "shared: {others}; but an advanced security group always isolates", "同属 {others}，但企业级安全组始终组内隔离";
    /// No shared group.
    POLICY_NOTHING_SHARED = "no security group is shared", "没有共同所属的安全组";
    /// A shared group, but a public path.
    POLICY_NOT_INTERNAL = "shared: {others}; but the policy covers the internal network only", "同属 {others}，但组内连通策略只作用于内网";
    /// A side decided by the policy.
    SIDE_POLICY = "custom rules are not asked: {group} is set to {accept}", "不看自定义规则：{group} 的策略为 {accept}";
    /// A side decided by an Accept rule.
    SIDE_ACCEPT = "{rule} in {group} lets it pass", "{group} 的 {rule} 允许通过";
    /// A side decided by a Drop rule.
    SIDE_DROP = "{rule} in {group} discards it", "{group} 的 {rule} 将其丢弃";
    /// The outbound default of a basic group.
    SIDE_BASIC_EGRESS = "no rule matches; a basic security group lets traffic out", "没有规则匹配；普通安全组出方向默认允许";
    /// The inbound default of a basic group.
    SIDE_BASIC_INGRESS = "no rule matches; a basic security group denies inbound traffic by default", "没有规则匹配；普通安全组入方向默认拒绝";
    /// The inbound default of an advanced group.
    SIDE_ADVANCED_INGRESS = "no rule matches; an advanced security group denies inbound traffic by default", "没有规则匹配；企业级安全组入方向默认拒绝";
    /// The outbound default of an advanced group.
    SIDE_ADVANCED_EGRESS = "no rule matches; an advanced security group denies outbound traffic by default", "没有规则匹配；企业级安全组出方向默认拒绝";
    /// A platform rule: the metadata service.
    SIDE_METADATA = "the metadata service is always reachable; rules are not asked", "元数据服务始终可以访问，不看规则";
    /// A platform rule: TCP port 25.
    SIDE_MAIL = "the platform closes TCP port 25 towards the Internet; rules are not asked", "平台封禁访问公网的 TCP 25 端口，不看规则";
    /// A platform rule: the load balancer.
    SIDE_BALANCER = "traffic that a load balancer forwards is not checked", "负载均衡转发的流量不受检查";
    /// A side that is not checked because it is outside.
    SIDE_OUTSIDE = "this end is outside, where no security group of the scene applies", "这一端在外部，不受这里的安全组约束";

    // The result of a rule.
    /// The rule decides.
    RULE_DECIDES = "first match: decides", "第一条命中：生效";
    /// The rule does not match.
    RULE_NO_MATCH = "does not match: {fields}", "不匹配：{fields}";
    /// Outranked by a rule with a smaller priority number.
    RULE_PRIORITY = "matches, but {rule} has the smaller priority number", "匹配，但 {rule} 的优先级数值更小";
    /// Outranked by a Drop rule at equal priority.
    RULE_TIE = "matches, but at equal priority the Drop rule {rule} comes first", "匹配，但优先级相同时 Drop 规则 {rule} 在前";
    /// Same action at the same priority as the deciding rule.
    RULE_SAME = "matches as well; {rule} says the same at the same priority", "同样匹配；{rule} 的优先级与授权策略相同";
    /// Ignored because of the policy.
    RULE_POLICY = "matches, but is ignored: {group} is set to {accept}", "匹配，但不起作用：{group} 的策略为 {accept}";
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
    /// The local CIDR of a five-tuple rule.
    FIELD_OWN_ADDRESS = "own address", "本端地址";

    // Notes.
    /// The packet would pass under the other reading.
    NOTE_OTHER_PASSES = "Sources disagree: under the other reading it would pass.", "文档说法不一：按另一种理解，它可以通过。";
    /// The packet would be blocked under the other reading.
    NOTE_OTHER_BLOCKED = "Sources disagree: under the other reading it would be blocked.", "文档说法不一：按另一种理解，它会被阻断。";
    /// Some packets of a space are contested.
    NOTE_SPACE_CONTESTED = "Sources disagree about {packets}.", "关于 {packets}，文档说法不一。";
    /// A load balancer might forward the packet.
    NOTE_BALANCER = "If a load balancer forwards it, the security groups of the backend do not apply and it passes.", "如果它由负载均衡转发，则不受后端安全组限制，可以通过。";
    /// Custom rules that match but are ignored.
    NOTE_IGNORED = "Matching but ignored: {rules}.", "匹配但不起作用：{rules}。";
    /// Both sides block the packet.
    NOTE_ALSO_INGRESS = "The inbound check of {destination} would stop it too.", "{destination} 的入方向检查也会将其阻断。";

    // Address partitions of an outside block.
    /// Which address the sentence is about.
    PIECE_REPRESENTS = "The answer depends on the address; the sentence above speaks of {address} and most others.", "结论与地址有关；以上说的是 {address} 等多数地址。";
    /// A partition where nothing passes.
    PIECE_CLOSED = "For {addresses}: nothing passes.", "{addresses}：全部被阻断。";
    /// A partition where everything passes.
    PIECE_ALL = "For {addresses}: everything passes.", "{addresses}：全部可以通过。";
    /// A partition where most packets pass.
    PIECE_ALL_BUT = "For {addresses}: everything except {packets} passes.", "{addresses}：除 {packets} 外均可通过。";
    /// A partition where few packets pass.
    PIECE_ONLY = "For {addresses}: only {packets} can pass.", "{addresses}：只有 {packets} 可以通过。";

    // Reasons for an unknown verdict.
    /// The interface does not exist.
    UNKNOWN_INTERFACE = "There is no network interface {id}.", "不存在网卡 {id}。";
    /// The address does not belong to the interface.
    UNKNOWN_ADDRESS = "The address {address} does not belong to {id} (a sender uses a private address).", "地址 {address} 不属于 {id}（发送端使用私网地址）。";
    /// The address is not outside.
    UNKNOWN_NOT_OUTSIDE = "The address {address} is not outside: choose the interface that has it.", "地址 {address} 不在外部，请选择拥有它的网卡。";
    /// Both ends are outside.
    UNKNOWN_BOTH_OUTSIDE = "Both ends are outside, so no security group sees the packet.", "两端都在外部，没有安全组会看到这个数据包。";
    /// The protocol does not exist in this address family.
    UNKNOWN_NO_PACKET = "ICMP exists over IPv4 only and ICMPv6 over IPv6 only.", "ICMP 只存在于 IPv4，ICMPv6 只存在于 IPv6。";

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
