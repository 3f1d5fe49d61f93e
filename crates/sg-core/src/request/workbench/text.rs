//! The texts of the signing workbench in both languages.

crate::catalogue! {
    // Schemes.
    /// Scheme.
    V1_GET = "Version 1.0 (GET)", "V1.0 签名（GET）";
    /// Scheme.
    V1_POST = "Version 1.0 (POST form)", "V1.0 签名（POST 表单）";
    /// Scheme.
    V3 = "Version 3 (headers)", "V3 签名（请求头）";

    // Stages.
    ENCODED_PAIRS = "Encoded parameters", "编码后的参数";
    CANONICAL_QUERY = "Canonical query", "规范化查询字符串";
    CANONICAL_HEADERS = "Canonical headers", "规范化请求头";
    SIGNED_HEADERS = "Signed headers", "参与签名的请求头";
    /// Stage.
    HASHED_BODY = "Body hash", "请求体的哈希值";
    /// Stage.
    CANONICAL_REQUEST = "Canonical request", "规范化请求";
    /// Stage.
    STRING_TO_SIGN = "String-to-sign", "待签名字符串";
    /// Stage.
    KEY = "Key", "签名密钥";
    SIGNATURE = "Signature", "签名";
    AUTHORIZATION = "Authorization header", "Authorization 请求头";

    // How each stage is computed.
    HOW_PAIRS =
        "The name and value of each parameter are percent-encoded: A–Z, a–z, 0–9 and - _ . ~ are unchanged, a space becomes %20.",
        "对每个参数的名和值做百分号编码：A–Z、a–z、0–9 和 - _ . ~ 不变，空格写成 %20。";
    HOW_QUERY =
        "The pairs are sorted by name in byte order and joined with &.",
        "按参数名的字节顺序排序，以 & 连接。";
    HOW_STRING_V1 =
        "The method, the encoded path (%2F) and the canonical query, encoded once more as a whole, are joined with &.",
        "将 HTTP 方法、编码后的路径（%2F）和整体再编码一次的规范化查询字符串以 & 连接。";
    HOW_KEY_V1 =
        "The AccessKey secret followed by &. The secret is not displayed.",
        "AccessKey Secret 末尾加上 &。Secret 不会显示。";
    HOW_SIGNATURE_V1 =
        "HMAC-SHA1 of the string-to-sign with the key, Base64-encoded. In the URL it is percent-encoded as well.",
        "用签名密钥对待签名字符串计算 HMAC-SHA1，再做 Base64 编码；写入 URL 时还须做百分号编码。";
    HOW_HEADERS =
        "For host, content-type and every x-acs- header, sorted by name: lowercase name, colon, trimmed value and line feed.",
        "host、content-type 和所有 x-acs- 开头的请求头：小写名、冒号、去除首尾空格的值和换行符，按名称排序。";
    HOW_SIGNED_HEADERS =
        "The names of those headers, joined with semicolons.",
        "以半角分号连接上述请求头的名称。";
    HOW_BODY =
        "SHA-256 of the body in lowercase hexadecimal; the body is empty here.",
        "请求体的 SHA-256 值，小写十六进制；此处请求体为空。";
    HOW_REQUEST =
        "Method, path, canonical query, canonical headers, signed headers and body hash, joined with line feeds.",
        "将 HTTP 方法、路径、规范化查询字符串、规范化请求头、参与签名的请求头和请求体的哈希值以换行符连接。";
    HOW_STRING_V3 =
        "ACS3-HMAC-SHA256, a line feed and the SHA-256 of the canonical request.",
        "ACS3-HMAC-SHA256、换行符和规范化请求的 SHA-256 值。";
    HOW_KEY_V3 =
        "The AccessKey secret with nothing appended. It is not displayed.",
        "AccessKey Secret，末尾不加任何字符。Secret 不会显示。";
    HOW_SIGNATURE_V3 =
        "HMAC-SHA256 of the string-to-sign with the key, in lowercase hexadecimal.",
        "用签名密钥对待签名字符串计算 HMAC-SHA256，小写十六进制。";
    HOW_AUTHORIZATION =
        "The algorithm, the AccessKey ID, the signed headers and the signature.",
        "包含签名算法、AccessKey ID、参与签名的请求头和签名。";

    // The usual cause of a difference.
    HINT_VERSION =
        "The two strings use different signature versions.",
        "两者使用的签名版本不同。";
    HINT_METHOD =
        "The HTTP methods differ: GET and POST result in different signatures.",
        "HTTP 方法不同：GET 与 POST 的签名不同。";
    HINT_PATH =
        "The paths differ. The request path is always /, which is encoded as %2F here.",
        "路径不同。请求路径固定为 /，在此处编码为 %2F。";
    HINT_MISSING =
        "The parameter {name} is missing in the pasted string.",
        "粘贴的字符串缺少参数 {name}。";
    HINT_EXTRA =
        "The pasted string has an extra parameter: {name}.",
        "粘贴的字符串多出参数 {name}。";
    HINT_ORDER =
        "The parameters are in a different order. They are sorted by name in byte order, uppercase letters first.",
        "参数的顺序不同。参数按名称的字节顺序排序，大写字母在前。";
    HINT_PLUS =
        "A space in {name} was encoded as +. In a signature it must be %20.",
        "{name} 中的空格被编码为 +，签名时应为 %20。";
    HINT_LOWER_CASE =
        "{name} is encoded with lowercase hexadecimal digits. In a signature they must be uppercase.",
        "{name} 的百分号编码使用了小写十六进制，签名时应为大写。";
    HINT_ENCODING =
        "{name} has the same value but is encoded differently: an asterisk becomes %2A, a tilde is unchanged.",
        "{name} 的值相同，但编码方式不同：星号（*）应为 %2A，波浪号（~）不编码。";
    HINT_VALUE =
        "{name} has a different value. A common reason is that the timestamp or nonce was generated twice.",
        "{name} 的值不同。常见原因是时间戳或随机数生成了两次。";
    HINT_ENCODED_ONCE =
        "The query was not encoded once more as a whole: & and = in it must become %26 and %3D.",
        "查询字符串没有整体再编码一次：其中的 & 和 = 应变为 %26 和 %3D。";
    HINT_HASH =
        "Only hashes are visible here. Paste the whole error message or the canonical request to compare it line by line.",
        "此处只能看到哈希值。请粘贴完整的错误信息或规范化请求，以便逐行比较。";
    HINT_HEADER_MISSING =
        "The header {name} is missing in the pasted request.",
        "粘贴的请求缺少请求头 {name}。";
    HINT_HEADER_EXTRA =
        "The pasted request has an extra header: {name}.",
        "粘贴的请求多出请求头 {name}。";
    HINT_HEADER_VALUE =
        "The header {name} has a different value. A proxy may have changed it, or it was generated twice.",
        "请求头 {name} 的值不同，可能被代理修改，或生成了两次。";
    HINT_SIGNED_HEADERS =
        "The lists of signed headers differ.",
        "参与签名的请求头列表不同。";
    HINT_BODY =
        "The bodies differ: their hashes are not the same.",
        "请求体不同：哈希值不一致。";
    HINT_UNKNOWN =
        "The strings differ from this position on.",
        "两个字符串从此处开始不同。";
}
