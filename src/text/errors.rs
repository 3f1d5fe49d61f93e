//! Texts of the error laboratory.

sg_core::catalogue! {
    ERRORS_OF = "Documented errors of {action}", "{action} 的错误码";
    COMMON = "Common errors of the service", "服务的公共错误码";
    THIS_ONE = "this request", "当前请求";
    OUR_WORDS = "→ {message} (the documents show only %s; the emulator supplies this text)", "→ {message}（文档原文仅为 %s，此处文字由模拟器填写）";
    CURED = "{cause} Solution: {cure}", "{cause}解决方法：{cure}";
    SHOW = "Try it", "演示";
    SHOW_NAMED = "Try it: {code}", "演示 {code}";
}
