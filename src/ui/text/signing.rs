//! Texts of the signing workbench.

crate::catalogue! {
    VERSION = "Version of the signature", "签名版本";
    V1 = "V1 · HMAC-SHA1 in a parameter", "V1 · HMAC-SHA1，放在参数中";
    V3 = "V3 · ACS3-HMAC-SHA256 in a header", "V3 · ACS3-HMAC-SHA256，放在请求头中";
    METHOD = "HTTP method", "HTTP 方法";
    MOMENT = "Moment (UTC)", "时间（UTC）";
    NONCE = "Nonce", "随机数（Nonce）";
    ACCESS_KEY_ID = "AccessKey ID", "AccessKey ID";
    ACCESS_KEY_SECRET = "AccessKey Secret", "AccessKey Secret";
    KEYS = "Demo keys. What you type stays in this form: not in links, not in storage, not in the log.", "默认使用演示密钥。输入的内容只留在此表单中，不会进入链接、存储或记录。";
    RESET = "Demo keys, this moment", "恢复演示密钥和当前时间";
    REAL_KEY = "This looks like a real AccessKey ID. Never type a real pair into a page; use the demo pair.", "这看起来是真实的 AccessKey ID。请勿在任何网页输入真实密钥，请使用演示密钥。";
    BAD_MOMENT = "The moment must look like 2026-01-31T08:00:00Z.", "时间格式应为 2026-01-31T08:00:00Z。";
    PARAMETERS = "All parameters", "全部参数";
    PARAMETERS_HOW = "The operation's own and the common ones, without Signature.", "接口参数和公共参数，不含 Signature。";
    CANONICAL_QUERY = "Canonicalized query string", "规范化请求字符串";
    CANONICAL_QUERY_HOW = "Names and values percent-encoded (RFC 3986), sorted by name, joined.", "对参数名和值按 RFC 3986 编码，按参数名排序后拼接。";
    STRING_TO_SIGN = "String to sign", "待签名字符串";
    STRING_TO_SIGN_V1_HOW = "Method, encoded path and the query encoded once more.", "HTTP 方法、编码后的路径，以及再次编码的请求字符串。";
    STRING_TO_SIGN_V3_HOW = "The algorithm and the SHA-256 of the canonical request.", "算法名称和规范化请求的 SHA-256 值。";
    SIGNATURE = "Signature", "签名";
    SIGNATURE_V1_HOW = "HMAC-SHA1 with the secret and an ampersand as the key, in Base64.", "以 AccessKey Secret 加 & 为密钥计算 HMAC-SHA1，再做 Base64 编码。";
    SIGNATURE_V3_HOW = "HMAC-SHA256 with the secret as the key, in hexadecimal.", "以 AccessKey Secret 为密钥计算 HMAC-SHA256，以十六进制表示。";
    SIGNED_URL = "Signed URL", "带签名的 URL";
    SIGNED_URL_HOW = "The parameters with Signature at the end.", "在参数末尾加上 Signature。";
    FORM = "Form body", "表单内容";
    FORM_HOW = "The parameters with Signature at the end, as the body.", "参数末尾加上 Signature，作为请求体发送。";
    CANONICAL_REQUEST = "Canonical request", "规范化请求";
    CANONICAL_REQUEST_HOW = "Method, path, query, signed headers, their names, SHA-256 of the body.", "HTTP 方法、路径、请求字符串、参与签名的请求头及其名称、请求体的 SHA-256 值。";
    AUTHORIZATION = "Authorization header", "Authorization 请求头";
    AUTHORIZATION_HOW = "Algorithm, AccessKey ID, names of the signed headers, signature.", "算法、AccessKey ID、参与签名的请求头名称和签名。";
    REQUEST = "The request", "完整请求";
    REQUEST_HOW = "What goes over the wire.", "实际发送的内容。";
    COPY = "Copy", "复制";
    COPIED = "{what} copied", "已复制{what}";
    COMPARE = "Compare: paste a string to sign, or the message of SignatureDoesNotMatch", "对比：粘贴待签名字符串，或 SignatureDoesNotMatch 的错误信息";
    SAME = "The same, character for character.", "完全一致。";
    DIFFERS = "They part at character {place}.", "从第 {place} 个字符开始不同。";
    OURS = "Here", "此处";
    THEIRS = "Pasted", "粘贴内容";
}
