//! Texts of the console.

sg_core::catalogue! {
    LINES = "Command history", "已执行的命令";
    LINE = "Command line, request URL or form body", "命令行、请求 URL 或表单";
    RUN = "Run", "执行";
    HINT = "Enter an Alibaba Cloud CLI command or paste a request URL. It acts on this scenario only. Use ↑ and ↓ to recall commands and → to accept the first suggestion.", "输入阿里云 CLI 命令，或粘贴请求 URL，仅作用于当前场景。按 ↑ ↓ 查看历史命令，按 → 采用第一条建议。";
    UNDOCUMENTED = "{name} is not a parameter of this operation; the service ignores it.", "{name} 不是该接口的参数，服务端会忽略它。";
}
