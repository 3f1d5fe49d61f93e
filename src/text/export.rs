//! Texts of the export dialog.

sg_core::catalogue! {
    EXPORT = "Export", "导出";
    LEAD = "Made in this page, from what you see. Nothing is sent anywhere.", "由本页面根据当前内容生成，不会上传任何内容。";
    FORMS = "What to export", "导出内容";
    SCENARIO = "Scenario document", "场景文档";
    SCRIPT = "CLI script", "CLI 脚本";
    TERRAFORM = "Terraform", "Terraform 配置";
    MATRIX = "Matrix as CSV", "矩阵（CSV）";
    DRAWING = "Drawing as SVG", "拓扑图（SVG）";
    MARKDOWN = "Answer as Markdown", "结论（Markdown）";
    JSON = "Answer as JSON", "结论（JSON）";
    ABOUT_SCENARIO = "The whole scene as JSON. This page, the command line and the server read it back.", "以 JSON 表示的完整场景，可由本页面、命令行工具和服务器重新读取。";
    ABOUT_SCRIPT = "Builds the groups with their rules and members from nothing. Put the ids of your own VPCs and instances at the top.", "从零创建安全组及其规则和成员。请先在开头填写您自己的 VPC 和实例的 ID。";
    ABOUT_TERRAFORM = "Builds the scene with the provider aliyun/alicloud. What it cannot say stands in comments.", "使用 aliyun/alicloud Provider 构建场景，无法表达的内容写在注释中。";
    ABOUT_MATRIX = "Who reaches whom, for the packets and the sides that are shown, for a spreadsheet.", "当前所选报文和方向的互通情况，可用电子表格打开。";
    ABOUT_DRAWING = "A picture in light colours with the paths of the chosen sender, and all of it in words inside.", "浅色图片，包含所选源端的全部路径，并附文字说明。";
    ABOUT_MARKDOWN = "Why the chosen pair's answer is as it is, for an issue or a page.", "所选访问路径的结论及原因，适合用于工单或文档。";
    ABOUT_JSON = "The same for programs: verdict, layers, rules tried, sources.", "供程序使用的同样内容：结论、各层判断、尝试过的规则和出处。";
    SAVE = "Download", "下载";
    SAVED = "Handed to the browser to save.", "已交由浏览器保存。";
    NOT_SAVED = "The browser does not allow saving here. Copy the text instead.", "浏览器不允许在此保存，请改为复制文本。";
    COPIED = "Copied.", "已复制。";
    BYTES = "{count} bytes", "{count} 字节";
    KILOBYTES = "{count} KB", "{count} KB";
    CUT = "Only the beginning is shown; the file has all of it.", "此处仅显示开头部分，文件包含全部内容。";
    NO_CHOICE = "Choose a pair first: its answer is what is exported here.", "请先选择一条访问路径，此处导出的是它的结论。";
    NOTHING = "There is nothing in the scene yet to show here.", "场景中还没有可以展示的内容。";
    OPEN = "This would tell the answer: answer the question first.", "这会透露答案，请先回答问题。";
    TOO_LARGE = "A table of more than {most} ends is nothing for a page; the command line writes it: sgp export --as csv.", "端点超过 {most} 个时页面不生成表格，请使用命令行：sgp export --as csv。";
}
