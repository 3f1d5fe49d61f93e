//! Texts of the drawer's frame and tabs.

sg_core::catalogue! {
    REQUEST = "Request", "请求";
    ERRORS = "Errors", "错误码";
    TIMELINE = "Timeline", "时间线";
    SIGNING = "Signing", "签名";
    CONSOLE = "Command line", "命令行";
    PROBLEMS = "Problems", "问题";
    EXPOSURE = "Exposure", "公网暴露";
    TALLER = "Increase height", "增高";
    LOWER = "Decrease height", "降低";
}
