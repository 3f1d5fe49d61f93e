//! The texts of the command line's output, in both languages.

sg_core::catalogue! {
    // Short reasons, one per line of a table.
    /// The intra-group policy.
    REASON_POLICY = "intra-group policy Accept of {group}", "{group} 组内互通（Accept）";
    /// A custom rule.
    REASON_RULE = "{rule} ({id} of {group})", "{rule}（{group} 的 {id}）";
    /// The inbound default.
    REASON_INGRESS_DENY = "no inbound rule matches: denied by default", "没有入方向规则匹配，默认拒绝";
    /// The outbound default of advanced groups.
    REASON_EGRESS_DENY = "no outbound rule matches: denied by default", "没有出方向规则匹配，默认拒绝";
    /// The outbound default of basic groups.
    REASON_EGRESS_ALLOW = "no outbound rule matches: allowed by default", "没有出方向规则匹配，默认允许";
    /// The metadata service.
    REASON_METADATA = "the metadata service is always reachable", "元数据服务始终可以访问";
    /// TCP 25.
    REASON_MAIL = "TCP port 25 to the Internet is closed by the platform", "平台封禁访问公网的 TCP 25 端口";
    /// A load balancer.
    REASON_BALANCER = "forwarded by a load balancer", "由负载均衡转发";
    /// VPCs without a connection.
    REASON_SEPARATE = "the VPCs are not connected", "专有网络 VPC 之间未连通";
    /// No public address.
    REASON_NO_PUBLIC = "the sender has no public IP address", "发送端没有公网 IP 地址";
    /// IPv4 and IPv6.
    REASON_FAMILIES = "one end speaks IPv4, the other IPv6", "一端为 IPv4，另一端为 IPv6";
    /// An interface and itself.
    REASON_ITSELF = "an interface and itself: not filtered", "网卡自身，不经过安全组";
    /// Outside the model.
    REASON_UNKNOWN = "outside the model", "不在模型范围内";

    // Verdicts.
    /// It passes.
    PASSES = "pass", "通过";
    /// It does not pass.
    IS_BLOCKED = "blocked", "阻断";
    /// The model cannot say.
    IS_UNKNOWN = "unknown", "未知";
    /// Sources disagree.
    CONTESTED = "{verdict} (disputed)", "{verdict}（说法不一）";

    // Headings.
    /// A part of an outside block.
    FOR_ADDRESSES = "For {addresses}:", "对于 {addresses}：";

    // Differences.
    /// Nothing passed before.
    OPENED = "opened", "连通";
    /// Nothing passes anymore.
    CLOSED = "closed", "断开";
    /// More passes.
    WIDENED = "widened", "放宽";
    /// Less passes.
    NARROWED = "narrowed", "收窄";
    /// Some packets gained, some lost.
    CHANGED = "changed", "变化";
    /// The verdict is the same, the reason is not.
    REASON_CHANGED = "reason", "原因变化";
    /// For a pair in which only reasons change.
    ONLY_REASONS = "the same packets pass, some for another reason", "通过的数据包不变，部分判断依据不同";
    /// A verdict and what it rests on.
    SAID = "{verdict} ({reason})", "{verdict}（{reason}）";
    /// No difference at all.
    NO_CHANGE = "No packet changes.", "没有任何数据包受影响。";
    /// The pair is missing from one of the two scenarios.
    ABSENT = "absent", "不存在";
    /// The old and new state, with a packet whose verdict differs.
    DIFFERENCE = "{before} → {after}; for example {packet} from {source} to {destination}", "{before} → {after}；例如从 {source} 到 {destination} 的 {packet}";

    // Fixes.
    /// The goal is already met.
    FIX_HOLDS = "Nothing to fix: it is so already.", "无需修复：已经如此。";
    /// No edit of a group can achieve it.
    FIX_OBSTACLE = "No edit of a security group can change this: {reason}.", "修改安全组无法改变这一点：{reason}。";
    /// The search found nothing.
    FIX_NONE = "No fix was found among up to {depth} edits at once ({tried} scenarios tried).", "在最多同时 {depth} 处修改中没有找到修复方法（尝试了 {tried} 种情形）。";
    /// A fix without side effects.
    FIX_CLEAN = "changes nothing else", "不影响其他流量";
    /// What a fix opens as a side effect.
    FIX_OPENS = "also opens {source} → {destination}: {packets}", "同时放通 {source} → {destination}：{packets}";
    /// What a fix closes as a side effect.
    FIX_CLOSES = "also closes {source} → {destination}: {packets}", "同时阻断 {source} → {destination}：{packets}";
    /// The other reading gives a different result.
    FIX_CONTESTED = "sources disagree about the outcome", "文档对结果说法不一";

    // Findings.
    /// There are no findings.
    IMPORT_ASSUMED = "assumed ({name}): {sentence} {about}", "假设（{name}）：{sentence}{about}";
    IMPORT_MORE = "{count} more like these.", "另有 {count} 项。";
    LINT_NOTHING = "Nothing found.", "没有发现问题。";
    /// The highest severity.
    LINT_RISK = "risk", "风险";
    /// The middle severity.
    LINT_WARNING = "warning", "警告";
    /// The lowest severity.
    LINT_NOTICE = "notice", "提示";
    /// An edit that fixes the finding.
    LINT_FIX = "fix: {edit}", "修复：{edit}";

    // The independent check of a packet space.
    /// It agrees.
    CHECKED = "Checked: {packets} packets, each in one region and rightly decided ({questions} asked again).", "已核对：{packets} 种数据包，均只属于一个区域且判断正确（逐一复核 {questions} 种）。";
    /// It does not.
    WRONG = "The check disagrees about {packet}: this is a defect of the program.", "复核对 {packet} 的判断不一致：这是程序的缺陷。";

    /// A protocol without a name.
    PROTOCOL_NUMBER = "protocol {number}", "协议 {number}";

    // Goals.
    /// A goal is met.
    MET = "ok  {name}", "达成  {name}";
    /// The line of a goal that is not met.
    UNMET = "FAIL  {name}: {sentence}", "未达成  {name}：{sentence}";
    /// One packet that violates the goal.
    OFFENDING = "{sentence} [{packet} from {source} port {port} to {destination}]", "{sentence}（{packet}，从 {source} 端口 {port} 到 {destination}）";
    /// The same, for a protocol without ports.
    OFFENDING_WITHOUT_PORT = "{sentence} [{packet} from {source} to {destination}]", "{sentence}（{packet}，从 {source} 到 {destination}）";
    /// The count at the end.
    SUMMARY = "{met} of {all} goals are met", "{all} 个目标中达成 {met} 个";
}
