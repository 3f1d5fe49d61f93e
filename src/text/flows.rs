//! Texts of the flow logs: choosing files, reading them, and what is shown around the report.

sg_core::catalogue! {
    FLOWS = "Flow logs", "流日志";
    OPEN = "Flow logs…", "流日志…";
    LEAD = "Compares VPC flow logs with this scenario: which records the rules contradict, and which rules decided what. The files never leave this browser.", "将 VPC 流日志与当前场景比对：哪些记录与规则不一致，各条规则命中了哪些流量。文件只在浏览器中读取，不会上传任何数据。";
    FILES = "Choose log files", "选择日志文件";
    DROP = "or drop them here: JSON, JSON lines or CSV, also compressed with gzip. Several files are one log, read in the order of their names.", "或将文件拖放到此处：JSON、JSON Lines 或 CSV，也可以用 gzip 压缩。多个文件视为一份日志，按文件名顺序读取。";
    PREDICT_FIRST = "The open question asks for a prediction; answer it before comparing a log.", "当前问题需要先预测，回答后即可比对日志。";

    // Reading.
    PREPARING = "Preparing the rules…", "正在准备规则…";
    READING = "Read: {done} of {all} MB, {records} records", "已读取 {done} / {all} MB，{records} 条记录";
    SECONDS_LEFT = "about {count} s left", "约剩 {count} 秒";
    MINUTES_LEFT = "about {count} min left", "约剩 {count} 分钟";
    SUMMING = "Adding up, and looking for rules that could be narrower…", "正在汇总，并查找可以收窄的规则…";
    CANCEL = "Cancel", "取消";

    // What was not read.
    STOPPED = "Canceled after {done} of {all} MB: this is about what was read until then.", "已在读取 {done} / {all} MB 后取消，以下仅为此前读取部分的结果。";
    STOPPED_SUMMING = "Canceled before all rules were looked at: there may be more that could be narrower.", "在检查完所有规则之前已取消，可能还有其他可以收窄的规则。";
    EMPTY = "{name} is empty.", "{name} 是空文件。";
    BINARY = "{name} is not text. Unpack archives other than gzip, and export the log as JSON or CSV.", "{name} 不是文本文件。请先解压 gzip 以外的压缩包，并将日志导出为 JSON 或 CSV。";
    NOT_A_LOG = "{name} is not a flow log: {reason}.", "{name} 不是流日志：{reason}。";
    NO_RECORDS = "{name} has no records.", "{name} 中没有记录。";
    GONE = "{name} could not be read to its end: it was changed, moved or deleted. Choose it again.", "无法读完 {name}：文件已更改、移动或删除，请重新选择。";
    CUT_OFF = "{name} ends too early: its gzip data is incomplete. What came before was read.", "{name} 提前结束：gzip 数据不完整。此前的内容已读取。";
    BROKEN = "{name} cannot be unpacked to its end: its gzip data is damaged, or several gzip files were joined into one. What came before was read.", "无法完整解压 {name}：gzip 数据已损坏，或由多个 gzip 文件拼接而成。此前的内容已读取。";
    NO_GZIP = "This browser cannot unpack gzip. Unpack {name} and choose it again.", "此浏览器不支持解压 gzip，请先解压 {name} 再选择。";
    NOTHING_READ = "No record was read, so there is nothing to compare.", "没有读取到任何记录，无法比对。";

    // The result.
    RESULT = "Result", "结果";
    STALE = "The scenario has changed since: this holds for the scenario as it was when the log was read.", "场景已发生变化：以下结果针对读取日志时的场景。";
    AGAIN = "Compare again", "重新比对";
    ALL_AGREE = "No judged record contradicts the rules.", "所有已判定的记录均与规则一致。";
    DISAGREEMENTS = "Disagreements ({count})", "不一致（{count} 项）";
    UNKNOWN = "Unknown ({count})", "未知（{count} 项）";
    STRANGERS = "Interfaces that the scenario lacks ({count})", "场景中没有的网卡（{count} 个）";
    FAULTS = "Malformed entries ({count})", "格式错误的日志（{count} 条）";
    NARROWER = "Rules that could be narrowed to what this log has seen ({count})", "可以按此日志收窄的规则（{count} 条）";
    SHOW_PAIR = "Show this pair and these packets", "查看此访问路径与数据包";
    NO_PAIR = "Not in the matrix: the scenario has no outside address for {address}.", "矩阵中没有对应的访问路径：场景中没有包含 {address} 的外部地址。";
    NARROW_GONE = "The scenario no longer has this rule as it was.", "场景中已没有这条规则，或规则已更改。";
    CALLS = "Calls that make the change", "用于修改的调用";
    COPY = "Copy", "复制";
    COPIED = "Copied", "已复制";
    SAVE = "Save the report", "保存报告";
    SAVE_MARKDOWN = "Markdown file", "Markdown 文件";
    SAVE_JSON = "JSON file", "JSON 文件";
    SAVE_DISAGREEMENTS = "CSV: disagreements", "CSV：不一致";
    SAVE_RULES = "CSV: rules", "CSV：规则";

    // The line below the pairs.
    BAR = "Disagreements in the flow log: {count}", "流日志中的不一致：{count} 项";
    BACK = "Back to the list…", "返回列表…";
    CLOSE = "Close the flow log", "关闭流日志";
}
