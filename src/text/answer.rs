//! Texts around the explanation: the reverse path, open sessions, all regions, one address,
//! copying.

sg_core::catalogue! {
    MORE = "More", "更多";
    LESS = "Less", "收起";
    REVERSE = "Opposite direction", "反方向";
    REVERSE_TITLE = "Choose {from} → {to}", "选择 {from} → {to}";
    REPLIES = "Replies need no rule", "仅指主动发起的访问；应答无需规则";
    SESSION = "Open sessions", "已有会话";
    SESSION_GOES_ON = "{packets} sessions continue: the last edit does not change their result", "{packets} 的已有会话不受影响：上一次修改没有改变它的结论";
    SESSION_MAY_END = "{packets} sessions may be interrupted by the last edit; when is not documented", "{packets} 的已有会话可能因上一次修改而中断，何时中断没有文档说明";
    SESSION_NEVER = "no {packets} sessions: nothing was allowed before the last edit", "没有 {packets} 的会话：上一次修改之前并未放行";
    SESSION_UNKNOWN = "it cannot be determined whether {packets} sessions continue", "{packets} 的会话是否受影响，无法判断";
    SESSION_CONTESTED = "Sources disagree: the other reading gives a different result", "文档说法不一：按另一种说法，结论不同";
    SESSION_ADVICE = "How to keep sessions open", "如何保持会话";
    REGIONS = "All packets as a table ({count})", "全部数据包明细（{count}）";
    REGIONS_FOR = "All packets for {addresses} as a table ({count})", "{addresses} 的全部数据包明细（{count}）";
    REGIONS_CUT = "The first {shown} of {count}.", "共 {count} 项，仅显示前 {shown} 项。";
    PROTOCOL = "Protocol", "协议";
    SOURCE_PORTS = "Source ports", "源端口";
    DESTINATION_PORTS = "Destination ports", "目的端口";
    VERDICT = "Result", "结论";
    REASON = "Decided by", "决定因素";
    ANY = "any", "任意";
    PASSES = "allowed", "放行";
    BLOCKED = "blocked", "阻断";
    UNKNOWN = "unknown", "未知";
    OTHERWISE = "sources disagree", "文档说法不一";
    COPY_MARKDOWN = "Copy as Markdown", "复制为 Markdown";
    COPY_JSON = "Copy as JSON", "复制为 JSON";
    COPIED_MARKDOWN = "Result for {pair} copied as Markdown", "已将 {pair} 的结论复制为 Markdown";
    COPIED_JSON = "Result for {pair} copied as JSON", "已将 {pair} 的结论复制为 JSON";
    NOT_COPIED = "The browser did not allow copying. Select the text and copy it instead.", "浏览器不允许复制，请手动选择文本并复制。";
    ADDRESS = "Outside address", "外部地址";
    ADDRESS_TITLE = "Check a single address in {block}", "查询 {block} 中的某个地址";
    NOT_AN_ADDRESS = "This is not a valid IP address.", "这不是有效的 IP 地址。";
    NOT_INSIDE = "{address} is not in {block}.", "{address} 不在 {block} 内。";
    SOURCE_PORT = "Source port", "源端口";
    ANY_PORT = "any", "任意";
    FROM_PORT = "from port", "源端口";
    NUMBER = "Protocol number", "协议号";
    OTHER_PROTOCOL = "other protocol", "其他协议";
    SINCE = "Created since (UTC)", "创建时间不早于（UTC）";
    NO_MOMENT = "Not a time. Write 20:00, 20:00+08:00, 2026-11-29 or 2026-11-29T20:00; without an offset, it is UTC.", "不是有效的时间。请填写 20:00、20:00+08:00、2026-11-29 或 2026-11-29T20:00，未注明时区偏移时按 UTC 计算。";
    OLDER_RULES = "{count} older", "另有 {count} 条更早的规则";
    SHORTCUT_FIX = "Find the smallest changes for the selected pair", "查找所选访问路径的最小改动";
    SHORTCUT_VIEW_MODE = "Switch between matrix and drawing", "在矩阵与拓扑图之间切换";
    SHORTCUT_PAGES = "Move by a page or to the edge of the matrix", "在矩阵中翻页移动";
}
