//! Texts of the signing workbench.

sg_core::catalogue! {
    VERSION = "Signature version", "签名版本";
    MOMENT = "Time (UTC)", "时间（UTC）";
    NONCE = "Nonce", "随机数（Nonce）";
    ACCESS_KEY_ID = "AccessKey ID", "AccessKey ID";
    ACCESS_KEY_SECRET = "AccessKey Secret", "AccessKey Secret";
    KEYS = "Demo keys. What you enter stays in this form; it is never put into links, storage or the log.", "默认使用演示密钥。输入的内容只留在此表单中，不会进入链接、存储或记录。";
    RESET = "Reset to demo keys and current time", "恢复演示密钥和当前时间";
    REAL_KEY = "This looks like a real AccessKey pair. Never enter real keys in a web page; use the demo keys.", "这看起来是真实的 AccessKey。请勿在任何网页输入真实密钥，请使用演示密钥。";
    BAD_MOMENT = "The time must have the format 2026-01-31T08:00:00Z.", "时间格式应为 2026-01-31T08:00:00Z。";
    REQUEST = "Complete request", "完整请求";
    REQUEST_HOW = "What is sent over the network.", "实际发送的内容。";
    COPY = "Copy", "复制";
    COPIED = "{what} copied", "已复制{what}";
    COMPARE = "Compare: paste a string-to-sign, a canonical request, or the whole IncompleteSignature or SignatureDoesNotMatch message", "对比：粘贴待签名字符串、规范化请求，或 IncompleteSignature、SignatureDoesNotMatch 的完整错误信息";
    SAME = "Identical.", "完全一致。";
    DIFFERS = "They differ from byte {place} on.", "从第 {place} 个字节开始不同。";
    OURS = "This page", "本页面";
    THEIRS = "Pasted", "粘贴内容";
    LINES = "Lines of the canonical request that differ:", "规范化请求中不同的行：";
    NO_LINE = "none", "无";
}
