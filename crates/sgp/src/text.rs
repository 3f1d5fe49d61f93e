//! The texts of the command line's output, in both languages.

sg_core::catalogue! {
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
    /// For a pair in which it becomes unknown, or known, whether packets pass.
    BECOMES_UNKNOWN = "whether packets pass is unknown before or after", "之前或之后是否连通未知";
    /// A verdict and what it rests on.
    SAID = "{verdict} ({reason})", "{verdict}（{reason}）";
    /// No difference at all.
    NO_CHANGE = "No traffic is affected.", "没有任何数据包受到影响。";
    /// The pair is missing from one of the two scenarios.
    ABSENT = "absent", "不存在";
    /// The old and new state, with a packet whose verdict differs.
    DIFFERENCE = "{before} → {after}; for example {packet} from {source} to {destination}", "{before} → {after}；例如从 {source} 到 {destination} 的 {packet}";

    // What two scenarios have differently, and what that does.
    /// The heading of what is configured differently.
    CONFIGURED_HEADING = "Configuration differences ({count}):", "配置差异（{count} 项）：";
    /// There is no such thing.
    NOTHING_CONFIGURED = "The configurations are identical.", "配置没有差异。";
    /// The heading of what that does.
    EFFECT_HEADING = "Effect on traffic ({count}):", "对访问的影响（{count} 项）：";
    /// A line with a packet as an example.
    LINE_WITH_SAMPLE = "{line}; {sample}", "{line}；{sample}";
    /// One packet.
    SAMPLE = "for example {packet} from {source} to {destination}", "例如从 {source} 到 {destination} 的 {packet}";
    /// Lines that are left out.
    MORE_ALL = "and {count} more (show everything with --all)", "另有 {count} 项，使用 --all 显示全部";
    /// A column heading.
    COLUMN_PAIRS = "pairs", "访问路径数";

    // What calls would change.
    /// The heading of a report.
    WHAT_IF_TITLE = "What these calls would change", "这些调用会带来的变化";
    /// The API answers a call.
    CALL_ANSWERED = "call {number}, {action}: answered without an error", "调用 {number}（{action}）：成功";
    /// The API refuses a call.
    CALL_REFUSED = "call {number}, {action}: {code}: {message}", "调用 {number}（{action}）：{code}：{message}";
    /// The heading of the calls that take everything back.
    TAKES_BACK = "Calls that undo it:", "用于撤销的调用：";
    /// The way back ends at a call.
    BACK_REFUSED = "Undo stops here: the API rejects {action} with {code}.", "撤销到此为止：API 拒绝 {action}，错误码为 {code}。";
    /// What the way back does not restore.
    BACK_LEAVES = "Cannot be undone by an API call: {what}", "无法通过 API 调用撤销：{what}";

    // Reports of differences.
    /// Packets that did not pass before.
    EFFECT_OPENS = "opens", "连通";
    /// Packets that may pass.
    EFFECT_MAY_OPEN = "may open", "可能连通";
    /// Packets that no longer pass.
    EFFECT_CLOSES = "closes", "断开";
    /// Packets that may no longer pass.
    EFFECT_MAY_CLOSE = "may close", "可能断开";
    /// The changes behind an effect.
    CAUSED_BY = "by {changes}", "原因：{changes}";
    /// The heading of a report; the name is that of a file.
    REPORT_TITLE = "Who reaches whom after {name}", "{name} 之后的连通性";
    /// How many pairs are affected.
    REPORT_SUMMARY = "Pairs that open: {opens}; that close: {closes}; not known yet: {unknown}.", "连通的访问路径 {opens} 条，断开 {closes} 条，尚不确定 {unknown} 条。";
    /// Column headings.
    COLUMN_EFFECT = "effect", "影响";
    COLUMN_PAIR = "from → to", "源 → 目的";
    COLUMN_PACKETS = "packets", "数据包";
    COLUMN_CAUSE = "because of", "原因";

    // Fixes.
    /// The heading of the fixes in Markdown.
    FIX_TITLE = "Fixes", "修复方法";
    /// The heading of the findings in Markdown.
    LINT_TITLE = "Problems ({count})", "问题（{count} 项）";
    /// The goal is already met.
    FIX_HOLDS = "Nothing to fix: it is so already.", "无需修复：已经如此。";
    /// No edit of a group can achieve it.
    FIX_OBSTACLE = "No edit of a security group can change this: {reason}.", "修改安全组无法改变这一点：{reason}。";
    /// No edit of a group can achieve it for some of the packets.
    FIX_UNFIXABLE = "Not for {packets}: no edit of a security group can change this: {reason}.", "不包括 {packets}：修改安全组无法改变这一点：{reason}。";
    /// The other packets need no fix.
    FIX_REST_HOLDS = "Nothing to fix for the other packets: it is so already.", "其余数据包无需修复：已经如此。";
    /// The search found nothing.
    FIX_NONE = "No fix was found among up to {depth} edits at once ({tried} scenarios tried).", "在最多同时 {depth} 处修改中没有找到修复方法（尝试了 {tried} 种情形）。";
    /// Fixes without side effects shown.
    FIX_MORE = "{count} more fixes of this size are not shown, because too many would have to be compared.", "另有 {count} 种同样大小的修复方法未显示，因为需要比较的太多。";
    /// The search was not finished.
    FIX_INCOMPLETE = "The search ended at its limit of {tried} scenarios; there may be other fixes.", "搜索在尝试 {tried} 种情形后达到上限而结束，可能还有其他修复方法。";
    /// A fix that affects too many pairs.
    FIX_UNCOMPARED = "may affect {count} pairs, too many to compare", "可能影响 {count} 条访问路径，数量过多，未逐一比较";
    /// A fix that ends a tie.
    FIX_TIE = "resolves the tie between {allow} and {deny}: at equal priority, Deny comes first", "消除 {allow} 与 {deny} 的同优先级冲突：优先级相同时拒绝优先";
    /// A fix without side effects.
    FIX_CLEAN = "changes nothing else", "不影响其他流量";
    /// The other reading gives a different result.
    FIX_CONTESTED = "sources disagree about the outcome", "文档对结果说法不一";

    // The fewest rules.
    /// The goals are met already.
    RULES_HOLD = "Nothing to change: every goal is met.", "无需修改：所有目标均已达成。";
    /// One edit meets the goals.
    RULES_ONE = "One edit meets every goal:", "一处修改即可达成所有目标：";
    /// So many edits meet the goals, and no fewer do.
    RULES_LEAST = "{count} edits meet every goal, and no fewer do:", "{count} 处修改可达成所有目标，且不能更少：";
    /// So many edits meet the goals.
    RULES_FOUND = "{count} edits meet every goal. There may be fewer: the search ended at its limit of {tried} scenarios.", "{count} 处修改可达成所有目标。搜索在尝试 {tried} 种情形后达到上限而结束，可能存在更少的修改。";
    /// In place of the existing rules.
    RULES_ANEW = "In place of the rules that there are, {count} edits:", "替换现有规则，共 {count} 处修改：";
    /// Other sets of as few edits.
    RULES_OTHERS = "Other sets with as few edits that were found: {count}. This one is the first in the order of docs/least-rules.md.", "另找到 {count} 组同样少的修改。此处按 docs/least-rules.md 中的优先顺序取第一组。";
    /// A goal that no edit can meet.
    RULES_IMPOSSIBLE = "No rule or policy of a security group can meet this goal: {goal}. {sentence}", "任何安全组规则或组内策略都无法达成该目标：{goal}。{sentence}";
    /// Two goals that exclude each other.
    RULES_CONTRADICTION = "Two goals contradict each other about {packet} from {source} to {destination}:", "两个目标对从 {source} 到 {destination} 的 {packet} 要求相反：";
    /// What one of two goals demands.
    RULES_PASSES = "passes: {goal}", "要求允许：{goal}";
    /// What the other demands.
    RULES_BLOCKED = "blocked: {goal}", "要求拒绝：{goal}";
    /// Nothing was found.
    RULES_NOT_FOUND = "No set of edits was found within the limit of the search ({tried} scenarios tried).", "在搜索上限内没有找到可行的修改（尝试了 {tried} 种情形）。";

    // What an import has to say.
    /// Something of which the files hold only a part, or several versions.
    IMPORT_INCOMPLETE = "INCOMPLETE: {note}", "【不完整】{note}";
    /// With --strict.
    IMPORT_STRICT = "Nothing was written, because --strict is given and the above was assumed, left out or incomplete.", "由于指定了 --strict，且存在上述假设、未导入或不完整的内容，未写入任何内容。";
    IMPORT_ASSUMED = "assumed ({name}): {sentence} {about}", "假设（{name}）：{sentence}{about}";
    IMPORT_MORE = "{count} more like these.", "另有 {count} 项。";

    // Findings.
    /// There are no findings.
    LINT_NOTHING = "Nothing found.", "没有发现问题。";
    /// The highest severity.
    LINT_RISK = "risk", "风险";
    /// The middle severity.
    LINT_WARNING = "warning", "警告";
    /// The lowest severity.
    LINT_NOTICE = "notice", "提示";
    /// An edit that fixes the finding.
    LINT_FIX = "fix: {edit}", "修复：{edit}";
    /// Who a finding is about, by role.
    LINT_AFFECTED = "affected: {roles}", "涉及：{roles}";
    /// No finding names a rule created since a time.
    LINT_NOTHING_SINCE = "No finding names a rule that was created since {time}. Policy and membership changes are not timestamped: run without --since to see those findings.", "没有发现涉及 {time} 之后创建的规则的问题。组内连通策略和成员的变更没有时间记录，请查看不带 --since 的结果。";

    // The exposure report.
    /// Nothing is exposed.
    EXPOSED_NOTHING = "Nothing is reachable from the Internet.", "公网无法访问任何地址。";
    /// The number of addresses that share a row.
    EXPOSED_COUNT = "{count} addresses", "{count} 个地址";
    /// What is reached, after the reason why it comes first.
    EXPOSED_RISK = "{risk}: {what}", "{risk}：{what}";
    /// What reaches it.
    EXPOSED_PACKETS = "{packets} from {sources}", "来自 {sources} 的 {packets}";
    /// What reaches it, if sensitive ports are among it.
    EXPOSED_SENSITIVE = "{packets} from {sources}; sensitive: {services}", "来自 {sources} 的 {packets}；敏感端口：{services}";

    // The independent check of a packet space.
    /// It agrees.
    CHECKED = "Checked: {packets} packets, each in one region and rightly decided ({questions} asked again).", "已核对：{packets} 种数据包，均只属于一个区域且判断正确（逐一复核 {questions} 种）。";
    /// It does not.
    WRONG = "The check disagrees about {packet}: this is a defect of the program.", "复核对 {packet} 的判断不一致：这是程序的缺陷。";

    // Goals.
    /// A goal is met.
    MET = "ok  {name}", "达成  {name}";
    /// The line of a goal that is not met.
    UNMET = "FAIL  {name}: {sentence}", "未达成  {name}：{sentence}";
    /// A goal about several ends that is not met; a line for each kind of failure follows.
    UNMET_BY = "FAIL  {name}:", "未达成  {name}：";
    /// One packet that violates the goal.
    OFFENDING = "{sentence} [{packet} from {source} port {port} to {destination}]", "{sentence}（{packet}，从 {source} 端口 {port} 到 {destination}）";
    /// The same, for a protocol without ports.
    OFFENDING_WITHOUT_PORT = "{sentence} [{packet} from {source} to {destination}]", "{sentence}（{packet}，从 {source} 到 {destination}）";
    /// The count at the end.
    SUMMARY = "{met} of {all} goals are met", "{all} 个目标中达成 {met} 个";
}
