//! Texts of the import: the inputs, the preview, the origin of rules.

sg_core::catalogue! {
    IMPORT = "Import", "导入";
    LEAD = "Paste your account's configuration or choose files: responses of DescribeSecurityGroupAttribute, DescribeSecurityGroups, DescribeInstances, DescribeNetworkInterfaces, DescribePrefixListAttributes and DescribeVpcs in JSON or XML, as printed by a client or the console; a Terraform state (terraform show -json); or a scenario document. Everything is combined into one scenario. Nothing leaves this page.", "粘贴或选择账号中的实际配置：DescribeSecurityGroupAttribute、DescribeSecurityGroups、DescribeInstances、DescribeNetworkInterfaces、DescribePrefixListAttributes 与 DescribeVpcs 的响应（JSON 或 XML，命令行工具、SDK 或控制台输出均可），Terraform 状态（terraform show -json），或者场景文档。所有内容合并为一个场景，不会上传任何数据。";
    PASTE = "Paste here", "在此粘贴";
    FILES = "Choose files", "选择文件";
    DROP = "or drop them here", "或将文件拖放到此处";
    PASTED = "pasted text", "粘贴的文本";
    CHOSEN = "Chosen files", "已选择的文件";
    SIZE = "{kilobytes} KB", "大小 {kilobytes} KB";
    REMOVE = "Remove {name}", "移除 {name}";
    READING = "Reading: {done} of {all} KB", "正在读取：{done} / {all} KB";
    CANCEL = "Cancel", "取消";
    CANCELLED = "Canceled. Nothing was changed.", "已取消，未做任何更改。";
    UNREADABLE = "{name} could not be read. It may have been changed or deleted. Choose it again.", "无法读取 {name}：文件可能已更改或已删除，请重新选择。";
    PREVIEW = "Preview", "预览";
    UNDERSTOOD = "Recognized", "已识别";
    NOTHING_IN_IT = "nothing", "无";
    UNREAD = "Not recognized or skipped ({count})", "未识别或未导入（{count}）";
    ALL_READ = "All relevant content was recognized.", "所有相关内容均已识别。";
    ASSUMED = "Assumptions ({count})", "假设（{count}）";
    PLACE = "{file}, line {line}, column {column}", "{file}，第 {line} 行，第 {column} 列";
    MORE = "and {count} more", "另有 {count} 项";
    ANONYMISE = "Replace all names and addresses", "更换所有名称与地址";
    ANONYMISE_HINT = "Replaces IDs, names and addresses, and removes descriptions, tags and times. Containment between address blocks is preserved, so all results stay the same.", "替换 ID、名称和地址，移除描述、标签和时间。地址之间的包含关系保持不变，因此所有结果都相同。";
    RENAMED = "{old} becomes {new}", "{old} 变为 {new}";
    OPEN = "Open this scenario", "打开此场景";
    OPEN_HINT = "Undo brings back what you have now.", "撤销一次即可回到当前内容。";
    NOT_YET = "There is no scenario to open yet.", "还没有可打开的场景。";
    ORIGIN = "Imported from {file}, line {line}, column {column}", "导入自 {file}，第 {line} 行，第 {column} 列";
    ORIGIN_SHORT = "imported from", "导入自";
}
