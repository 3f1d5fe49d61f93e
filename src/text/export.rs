//! Texts of the export dialog.

sg_core::catalogue! {
    EXPORT = "Export", "导出";
    LEAD = "Generated in this page from what you see. Nothing is uploaded.", "由本页面根据当前内容生成，不会上传任何内容。";
    FORMS = "What to export", "导出内容";
    SCENARIO = "Scenario document", "场景文档";
    SCRIPT = "CLI script", "CLI 脚本";
    TERRAFORM = "Terraform", "Terraform 配置";
    MATRIX = "Matrix as CSV", "矩阵（CSV）";
    MATRIX_PICTURE = "Matrix as SVG", "矩阵（SVG）";
    DRAWING = "Drawing as SVG", "拓扑图（SVG）";
    FOR_LIGHT = "For light pages", "用于浅色页面";
    FOR_DARK = "For dark pages", "用于深色页面";
    OPEN_HERE = "Open this result in the playground", "在演练场中打开此结论";
    MARKDOWN = "Result as Markdown", "结论（Markdown）";
    JSON = "Result as JSON", "结论（JSON）";
    ABOUT_SCENARIO = "The complete scenario as JSON. This page, the command-line tool and the server can read it back.", "以 JSON 表示的完整场景，可由本页面、命令行工具和服务器重新读取。";
    ABOUT_SCRIPT = "Creates the groups with their rules and members from scratch. Enter the IDs of your own VPCs and instances at the top.", "从零创建安全组及其规则和成员。请先在开头填写您自己的 VPC 和实例的 ID。";
    ABOUT_TERRAFORM = "Creates the scenario with the aliyun/alicloud provider. Anything it cannot express is written as a comment.", "使用 aliyun/alicloud Provider 构建场景，无法表达的内容写在注释中。";
    ABOUT_MATRIX = "Who can reach whom, for the selected packets and sides, for use in a spreadsheet.", "当前所选数据包和检查端的连通情况，可用电子表格打开。";
    ABOUT_MATRIX_PICTURE = "The matrix as a picture with a legend, on transparent ground, with a text description included.", "矩阵图片，带图例，背景透明，并附文字说明。";
    ABOUT_DRAWING = "The paths from the selected source as a picture with a legend, on transparent ground, with a text description included.", "所选源端的全部路径，带图例，背景透明，并附文字说明。";
    ABOUT_MARKDOWN = "The result for the selected pair, the reasons for it and a link that opens it, for an issue or a document.", "所选访问路径的结论、原因以及可打开此结论的链接，适合用于工单或文档。";
    ABOUT_JSON = "The same content for programs: verdict, layers, rules checked, sources.", "内容与上一项相同，供程序读取：结论、各层判断、比对过的规则和出处。";
    SAVE = "Download", "下载";
    SAVED = "Passed to the browser for saving.", "已交由浏览器保存。";
    NOT_SAVED = "The browser does not allow saving files here. Copy the text instead.", "浏览器不允许在此保存，请改为复制文本。";
    COPIED = "Copied", "已复制";
    BYTES = "{count} bytes", "{count} 字节";
    KILOBYTES = "{count} KB", "{count} KB";
    CUT = "Only the beginning is shown. The file contains everything.", "此处仅显示开头部分，文件包含全部内容。";
    NO_CHOICE = "Select a pair first. Its result is exported here.", "请先选择一条访问路径，此处导出的是它的结论。";
    NOTHING = "The scenario is still empty.", "场景中还没有可以展示的内容。";
    OPEN = "This would reveal the answer. Answer the question first.", "这会透露答案，请先回答问题。";
    TOO_WIDE = "With more than {most} instances and external addresses, the matrix is too wide for a picture. Export it as CSV, or the drawing.", "实例和外部地址超过 {most} 个时，矩阵过宽，不生成图片，请导出 CSV 或拓扑图。";
    TOO_LARGE = "With more than {most} instances and external addresses, the table is too large for this page. Use the command line: sgp export --as csv.", "实例和外部地址超过 {most} 个时，页面不生成表格，请使用命令行：sgp export --as csv。";
}
