//! The texts about what a flow log came to, in both languages.

crate::catalogue! {
    // The summary.
    /// What was read, with its time.
    SPAN = "{entries} entries, traffic from {from} to {to} ({length})", "共 {entries} 条日志，流量时间 {from} 至 {to}（{length}）";
    /// What was read, without traffic that could be judged.
    ENTRIES = "{entries} entries", "共 {entries} 条日志";
    /// How long.
    DAYS = "{count} days", "{count} 天";
    /// How long.
    HOURS = "{count} hours", "{count} 小时";
    /// How long.
    MINUTES = "{count} min", "{count} 分钟";
    /// Records that agree.
    AGREE = "agree", "一致";
    /// Records that do not.
    DISAGREE = "disagree", "不一致";
    /// Records of which nothing is known.
    UNKNOWN = "unknown", "未知";
    /// Replies.
    REPLIES = "replies", "回包";
    /// TCP without SYN.
    RUNNING = "TCP without SYN (sessions open before)", "无 SYN 的 TCP（此前已建立的会话）";
    /// `NODATA`.
    NO_DATA = "capture windows without traffic (NODATA)", "无流量的采集窗口（NODATA）";
    /// `SKIPDATA`.
    SKIP_DATA = "capture windows with lost records (SKIPDATA)", "丢失记录的采集窗口（SKIPDATA）";
    /// Entries that are no records.
    MALFORMED = "malformed entries", "格式错误的日志";
    /// Other interfaces.
    STRANGERS = "records of interfaces that the scenario lacks", "场景中没有的网卡的记录";
    /// Packets seen twice.
    SEEN_TWICE = "{count} of the judged records are the receivers’ view of packets whose senders are in the log too.", "已判定的记录中有 {count} 条是接收端对同一报文的记录，其发送端也在日志中。";
    /// Forgotten sessions.
    FORGOTTEN = "{count} sessions had to be forgotten within 910 seconds: some replies may count as openers.", "有 {count} 个会话未满 910 秒即被丢弃，部分回包可能被当作会话的首包。";

    // Lists.
    /// Disagreements.
    DISAGREEMENTS = "Disagreements", "不一致的记录";
    /// One.
    DISAGREEMENT = "{action}, rules say {verdict}: {ends}, {way} at {interface}, {packet}", "{action}，规则为 {verdict}：{ends}，{interface} {way}，{packet}";
    /// A reply.
    REJECTED_REPLY = "{action} of a reply: {ends}, {way} at {interface}, {packet}", "回包被 {action}：{ends}，{interface} {way}，{packet}";
    /// Without a way.
    NO_WAY = "{action}, no way in the scenario: {ends}, {way} at {interface}, {packet}", "{action}，场景中没有路径：{ends}，{interface} {way}，{packet}";
    /// Inbound.
    INBOUND = "inbound", "入方向";
    /// Outbound.
    OUTBOUND = "outbound", "出方向";
    /// How many, and when.
    TRAFFIC = "records: {records}, packets: {packets}, bytes: {bytes}, {first} to {last}", "记录 {records} 条，数据包 {packets} 个，{bytes} 字节，{first} 至 {last}";
    /// What decides.
    DECIDES = "rules: {reason} ({clause})", "规则：{reason}（{clause}）";
    /// One record.
    RECORD = "for example {place}: {source} → {destination}", "例如 {place}：{source} → {destination}";
    /// What may be the reason.
    MAYBE = "possibly: {reason}", "可能原因：{reason}";
    /// Records of which nothing is known.
    UNKNOWN_LIST = "Unknown", "未知的记录";
    /// An address.
    NOBODY_HAS = "{address} is an address of a VPC, but of no interface in the scenario", "{address} 属于专有网络的网段，但场景中没有网卡使用该地址";
    /// An address at an interface.
    NOT_ITS_ADDRESS = "{interface} has no address {address} in the scenario", "场景中 {interface} 没有地址 {address}";
    /// A part that is not known.
    UNREAD = "{interface}: {reason}", "{interface}：{reason}";
    /// TCP 25.
    BY_PLATFORM = "the platform decides, which is neither a security group nor a network ACL", "由平台决定，与安全组和网络 ACL 无关";
    /// Fragments.
    NO_PORTS = "TCP or UDP without ports, such as fragments", "没有端口的 TCP 或 UDP，例如分片报文";
    /// ICMP over IPv6.
    NO_SUCH_PACKET = "the protocol does not exist between such addresses", "该协议不存在于此类地址之间";
    /// Interfaces that are not there.
    STRANGER_LIST = "Interfaces that the scenario lacks", "场景中没有的网卡";
    /// Malformed entries.
    FAULT_LIST = "Malformed entries", "格式错误的日志";
    /// More of a list.
    MORE = "… and {count} more (--all lists them)", "……另有 {count} 项（使用 --all 列出）";
    /// Beyond what is held.
    MORE_RECORDS = "… and {count} records beyond what is told apart", "……另有 {count} 条记录未逐一区分";

    // Use.
    /// The rules.
    USE_LIST = "What decided, in this log ({length} from {from} to {to})", "此日志中各规则的命中情况（{from} 至 {to}，{length}）";
    /// A rule.
    RULE = "{id} of {group}: {rule}", "{group} 的 {id}：{rule}";
    /// A rule that did nothing.
    NEVER = "decided nothing in this log", "在此日志中没有命中";
    /// A rule of a group without records.
    NOT_SHOWN = "no interface of the group is in this log", "此日志中没有该安全组的网卡";
    /// A policy.
    POLICY = "intra-group policy Accept of {group}", "{group} 组内互通（Accept）";
    /// A default that lets through or not.
    DEFAULT = "{way} default: no rule matches", "{way} 默认规则：没有规则匹配";
    /// The platform.
    PLATFORM = "the platform", "平台";
    /// An interface to itself.
    ITSELF = "an interface and itself", "网卡自身";

    // Narrower rules.
    /// The proposals.
    NARROW_LIST = "Rules that could be narrowed to what this log has seen", "可以按此日志收窄的规则";
    /// None.
    NARROW_NONE = "No rule could be narrowed to what this log has seen.", "没有可以按此日志收窄的规则。";
    /// What was seen.
    NARROW_SEEN = "flows let through: {flows} (records: {records}); flows judged again: {verified}, none that passed is blocked", "放行了 {flows} 种不同的流量，共 {records} 条记录；已用 {verified} 种流量验证：放行过的流量均不会被拦截";
    /// A caution.
    NARROW_CAUTION = "The log shows {length}: traffic that is rarer than that is not in it.", "日志仅覆盖 {length}，更少见的流量不在其中。";
}
