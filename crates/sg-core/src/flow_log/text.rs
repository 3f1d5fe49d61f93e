//! The texts about flow logs, in both languages.

crate::catalogue! {
    // What fields hold: the end of a sentence.
    /// `__topic__`.
    A_TOPIC = "the topic flow_log", "主题 flow_log";
    /// `eni-id`.
    AN_INTERFACE = "the ID of a network interface", "弹性网卡 ID";
    /// `srcaddr` and `dstaddr`.
    AN_ADDRESS = "an IP address", "IP 地址";
    /// `srcport` and `dstport`.
    A_PORT = "a port from 0 to 65535", "0 到 65535 的端口";
    /// `protocol` and `tcp-flags`.
    A_SMALL_NUMBER = "a number from 0 to 255", "0 到 255 的数字";
    /// `direction`.
    A_DIRECTION = "in or out", "in 或 out";
    /// `packets` and `bytes`.
    A_COUNT = "a whole number", "整数";
    /// `start` and `end`.
    A_TIME = "a Unix timestamp in seconds", "Unix 时间戳（秒）";
    /// `log-status`.
    A_STATUS = "OK, NODATA or SKIPDATA", "OK、NODATA 或 SKIPDATA";
    /// `action`.
    AN_ACTION = "ACCEPT or REJECT", "ACCEPT 或 REJECT";

    // What is wrong with a record.
    /// A field that is not there.
    MISSING = "the field `{field}` is missing or empty", "缺少字段 {field}，或其值为空";
    /// A field that is there twice.
    TWICE = "the field `{field}` stands there twice", "字段 {field} 出现了两次";
    /// A value that cannot be.
    VALUE = "`{field}` is `{value}`, not {expected}", "{field} 的值为 {value}，应为 {expected}";
    /// Addresses of both families.
    MIXED_FAMILIES = "one address is IPv4, the other IPv6", "一个地址为 IPv4，另一个为 IPv6";
    /// Broken JSON.
    NOT_JSON = "this is not JSON: {message}", "不是合法的 JSON：{message}";
    /// A number, text or list.
    NOT_AN_OBJECT = "this is no JSON object", "不是 JSON 对象";
    /// The text ends.
    CUT_OFF = "the text ends within the record", "记录不完整，文本在此结束";
    /// Too many bytes.
    TOO_LONG = "the record has more than 65,536 bytes", "记录超过 65,536 字节";
    /// Not a text.
    NOT_UTF8 = "it is not UTF-8", "不是 UTF-8 文本";
    /// A table.
    COLUMNS = "the line has {found} columns, the header has {expected}", "该行有 {found} 列，表头有 {expected} 列";

    // Why a text is no flow log.
    /// Neither JSON nor a table.
    NO_HEADER = "it is neither JSON nor a table whose first line names `{field}`", "既不是 JSON，也不是首行包含 {field} 的表格";
    /// Lists in lists.
    TOO_DEEP = "its objects and lists lie too deep inside each other", "对象与列表的嵌套层数过多";

    // What may be the reason for a disagreement.
    /// A rejected packet that the groups let through.
    NETWORK_ACL = "A network ACL of the vSwitch may have rejected it: `action` is about security groups and network ACLs together.", "可能被交换机的网络 ACL 拒绝：action 反映的是安全组与网络 ACL 共同的结果。";
    /// A rejected reply.
    STATELESS_ACL = "Security groups let replies through by themselves; a network ACL does not, and needs a rule for the ports of replies.", "安全组会自动放行回包；网络 ACL 没有状态，需要为回包的端口添加规则。";
    /// A reply of a session that no longer exists.
    SESSION_ENDED = "The session may have ended before (after 910 seconds), or have been cut off by a change of rules.", "会话可能已经结束（超过 910 秒），或因规则变更而中断。";
    /// A rule that is newer than the traffic.
    NEWER_RULE = "The rule was created after this traffic ({created}).", "该规则在这些流量之后才创建（{created}）。";
    /// The picture or the log is old.
    OTHER_TIME = "The rules or members may have been different at the time of the log.", "记录日志时，规则或组内成员可能与现在不同。";
    /// Something is missing.
    INCOMPLETE = "The scenario may lack a rule or a group of this interface.", "场景中可能缺少该网卡的某条规则或某个安全组。";
    /// A session that is older than the rules.
    ESTABLISHED = "It may belong to a session that was open before.", "可能属于此前已经建立的会话。";
    /// No way.
    NO_WAY = "The scenario has no way by which it could arrive: a route, a NAT gateway, a load balancer or a public IP address may be missing in it.", "场景中没有使其到达的路径：可能缺少路由、NAT 网关、负载均衡或公网 IP 地址。";
    /// Sources disagree.
    OTHER_READING = "Sources disagree about this; under the other reading the log is right.", "对此说法不一；按另一种理解，日志与规则一致。";
    /// Pings and path MTU discovery.
    PROBE = "The platform’s own probe pings and the ICMP errors of path MTU discovery pass whatever the rules say.", "平台的探测 ping 以及路径 MTU 发现的 ICMP 差错报文不受规则限制。";
}
