//! Texts of the import: the inputs, the preview, the origin of rules.

sg_core::catalogue! {
    IMPORT = "Import", "导入";
    LEAD = "Paste your account's configuration or choose files: responses of DescribeSecurityGroupAttribute, DescribeSecurityGroups, DescribeInstances, DescribeNetworkInterfaces, DescribePrefixListAttributes and DescribeVpcs in JSON or XML, as printed by a client; rules exported by the console (JSON or CSV); a Terraform state or plan; or a scenario document. Everything is combined into one scenario. Nothing leaves this page.", "粘贴或选择账号中的实际配置：DescribeSecurityGroupAttribute、DescribeSecurityGroups、DescribeInstances、DescribeNetworkInterfaces、DescribePrefixListAttributes 与 DescribeVpcs 的响应（JSON 或 XML，命令行工具或 SDK 的输出均可），控制台导出的安全组规则（JSON 或 CSV），Terraform 状态或执行计划，或者场景文档。所有内容合并为一个场景，不会上传任何数据。";
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
    REGIONS = "The content is from several regions. A scenario holds one: choose it.", "内容来自多个地域，而一个场景只包含一个地域，请选择一个。";
    REGION_HOLDS = "security groups: {groups}, instances: {instances}", "安全组 {groups} 个，实例 {instances} 台";
    PLAN = "A Terraform plan has two sides. Which one do you want to open?", "Terraform 执行计划包含应用前与应用后的状态，打开哪一个？";
    PLAN_BEFORE = "what is there before the plan is applied", "应用前的状态";
    PLAN_AFTER = "what will be there after it is applied", "应用后的状态";
    PREVIEW = "Preview", "预览";
    UNDERSTOOD = "Recognized", "已识别";
    NOTHING_IN_IT = "nothing", "无";
    INCOMPLETE = "Incomplete ({count}): results that this could change are unknown.", "内容不完整（{count}）：可能受其影响的结果为未知。";
    UNREAD = "Not recognized or skipped ({count})", "未识别或未导入（{count}）";
    ALL_READ = "All relevant content was recognized.", "所有相关内容均已识别。";
    ASSUMED = "Assumptions ({count})", "假设（{count}）";
    PLACE = "{file}, line {line}, column {column}", "{file}，第 {line} 行，第 {column} 列";
    MORE = "and {count} more", "另有 {count} 项";
    ANONYMISE = "Replace all names and addresses", "更换所有名称与地址";
    ANONYMISE_HINT = "Replaces IDs, names and addresses, and removes descriptions, tags and times. Of a name, only an ordinary word for a role stays: shop-app-07 becomes app-1. Containment between address blocks is preserved, so all results stay the same.", "替换 ID、名称和地址，移除描述、标签和时间。名称中只保留常见的角色词：shop-app-07 变为 app-1。地址之间的包含关系保持不变，因此所有结果都相同。";
    RENAMED = "{old} becomes {new}", "{old} 变为 {new}";
    OPEN = "Open this scenario", "打开此场景";
    OPEN_HINT = "Undo brings back what you have now.", "撤销一次即可回到当前内容。";
    NOT_YET = "There is no scenario to open yet.", "还没有可打开的场景。";
    ORIGIN = "Imported from {file}, line {line}, column {column}", "导入自 {file}，第 {line} 行，第 {column} 列";
    ORIGIN_SHORT = "imported from", "导入自";
}
