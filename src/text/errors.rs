//! Texts of the error laboratory.

sg_core::catalogue! {
    ERRORS_OF = "Documented errors of {action}", "{action} 的错误码";
    COMMON = "Errors of the service as a whole", "服务的公共错误码";
    THIS_ONE = "this request", "当前请求";
    OUR_WORDS = "(the documents print %s; these words are ours)", "（文档中为 %s，此处文字由本站填写）";
    SHOW = "Show me", "演示";
    SHOW_NAMED = "Show me {code}", "演示 {code}";
}
