//! Texts around the reason: the way back, open sessions, all regions, one address, copying.

sg_core::catalogue! {
    REVERSE = "Way back", "反方向";
    REVERSE_TITLE = "Choose {from} → {to}", "选择 {from} → {to}";
    REPLIES = "Replies need no rule", "应答无需规则放行";
    SESSION = "Open session", "已有会话";
    SESSION_GOES_ON = "one of {packets} goes on: the last edit leaves its answer as it was", "{packets} 的已有会话不受影响：上一次修改没有改变它的结论";
    SESSION_MAY_END = "one of {packets} can be cut by the last edit; when is not documented", "{packets} 的已有会话可能因上一次修改而中断，何时中断没有文档说明";
    SESSION_NEVER = "none of {packets}: nothing passed before the last edit", "没有 {packets} 的会话：上一次修改之前并未放行";
    SESSION_UNKNOWN = "for {packets} this cannot be told", "{packets} 的会话是否受影响，无法判断";
    SESSION_CONTESTED = "sources disagree: the other reading says otherwise", "文档说法不一：按另一种理解，结论不同";
    SESSION_ADVICE = "How to keep it", "如何保持会话";
    REGIONS = "All packets as a table ({count})", "全部数据包明细（{count}）";
    REGIONS_CUT = "The first {shown} of {count}.", "共 {count} 项，仅显示前 {shown} 项。";
    PROTOCOL = "Protocol", "协议";
    SOURCE_PORTS = "Source ports", "源端口";
    DESTINATION_PORTS = "Destination ports", "目的端口";
    VERDICT = "Answer", "结论";
    REASON = "Decided by", "依据";
    ANY = "any", "任意";
    PASSES = "passes", "放行";
    BLOCKED = "blocked", "阻断";
    UNKNOWN = "unknown", "未知";
    OTHERWISE = "sources disagree", "文档说法不一";
    COPY_MARKDOWN = "Copy as Markdown", "复制为 Markdown";
    COPY_JSON = "Copy as JSON", "复制为 JSON";
    COPIED_MARKDOWN = "Answer about {pair} copied as Markdown", "已将 {pair} 的结论复制为 Markdown";
    COPIED_JSON = "Answer about {pair} copied as JSON", "已将 {pair} 的结论复制为 JSON";
    NOT_COPIED = "The browser refused to copy: select the text instead.", "浏览器拒绝复制，请手动选择文本。";
    ADDRESS = "Outside address", "外部地址";
    ADDRESS_TITLE = "Ask about one address of {block}", "查询 {block} 中的某个地址";
    NOT_AN_ADDRESS = "This is not an IP address.", "这不是有效的 IP 地址。";
    NOT_INSIDE = "{address} is not one of the addresses that {block} stands for.", "{address} 不在 {block} 所代表的地址之内。";
    SOURCE_PORT = "Source port", "源端口";
    ANY_PORT = "any", "任意";
    FROM_PORT = "from", "源";
    NUMBER = "Protocol number", "协议号";
    OTHER_PROTOCOL = "other protocol", "其他协议";
    SHORTCUT_FIX = "Find the smallest fixes of the chosen pair", "查找所选访问路径的最小修复";
    SHORTCUT_LENS = "Switch between matrix and drawing", "在矩阵与拓扑图之间切换";
    SHORTCUT_PAGES = "Go far in the matrix", "在矩阵中大幅移动";
}
