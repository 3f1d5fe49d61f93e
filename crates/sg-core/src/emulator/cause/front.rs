//! When a request is refused before any operation sees it.

crate::catalogue! {
    /// When the error is returned.
    HTTP_METHOD =
        "The HTTP method is neither GET nor POST.",
        "HTTP 方法不是 GET 或 POST。";
    /// When the error is returned.
    HTTP_UNREADABLE =
        "The request is too long, has too many parameters, or holds text that is not UTF-8.",
        "请求过长，或参数过多，或含有不是 UTF-8 编码的内容。";
    /// When the error is returned.
    FORMAT_VALUE =
        "Format is neither JSON nor XML, in any letter case.",
        "Format 的取值不是 JSON 或 XML（不区分大小写）。";
    /// When the error is returned.
    ACTION_MISSING =
        "The request does not say which operation it wants: neither Action nor x-acs-action.",
        "请求没有指明操作：没有填写 Action，也没有 x-acs-action。";
    /// When the error is returned.
    VERSION_MISSING =
        "The request does not say which version of the API it wants: neither Version nor x-acs-version.",
        "请求没有指明 API 版本：没有填写 Version，也没有 x-acs-version。";
    /// When the error is returned.
    VERSION_VALUE =
        "The version is not 2014-05-26.",
        "版本不是 2014-05-26。";
    /// When the error is returned.
    ACTION_UNKNOWN =
        "The emulator has no operation of this name; names are case-sensitive.",
        "模拟器没有此名称的操作（区分大小写）。";
    /// When the error is returned.
    SIGNATURE_METHOD =
        "SignatureMethod is not HMAC-SHA1.",
        "SignatureMethod 的取值不是 HMAC-SHA1。";
    /// When the error is returned.
    SIGNATURE_VERSION =
        "SignatureVersion is not 1.0.",
        "SignatureVersion 的取值不是 1.0。";
    /// When the error is returned.
    TIMESTAMP_MISSING =
        "Neither Timestamp nor x-acs-date is sent.",
        "没有填写 Timestamp，也没有 x-acs-date。";
    /// When the error is returned.
    TIMESTAMP_FORMAT =
        "The timestamp is not of the form 2026-01-31T12:00:00Z.",
        "时间戳的格式不是 2026-01-31T12:00:00Z。";
    /// When the error is returned.
    TIMESTAMP_EXPIRED =
        "The timestamp is more than 15 minutes off the clock of the service.",
        "时间戳与服务端时间相差超过 15 分钟。";
    /// When the error is returned.
    ACCESS_KEY_MISSING =
        "AccessKeyId is not sent.",
        "没有填写 AccessKeyId。";
    /// When the error is returned.
    ACCESS_KEY_UNKNOWN =
        "No AccessKey has this id.",
        "AccessKeyId 不存在。";
    /// When the error is returned.
    SIGNATURE_MISSING =
        "The request is not signed: neither Signature nor Authorization is sent.",
        "请求没有签名：没有填写 Signature，也没有 Authorization。";
    /// When the error is returned.
    SIGNATURE_INCOMPLETE =
        "The Authorization header is not one of ACS3-HMAC-SHA256, or names a header that is not sent.",
        "Authorization 不符合 ACS3-HMAC-SHA256 的格式，或其中的请求头没有发送。";
    /// When the error is returned.
    SIGNATURE_MISMATCH =
        "The signature is not the one that this request has with the secret of its AccessKey.",
        "签名与用该 AccessKey 计算的结果不一致。";
    /// When the error is returned.
    NONCE_MISSING =
        "Neither SignatureNonce nor x-acs-signature-nonce is sent.",
        "没有填写 SignatureNonce，也没有 x-acs-signature-nonce。";
    /// When the error is returned.
    NONCE_USED =
        "An earlier request had the same nonce.",
        "此前的请求使用过相同的随机数。";
    /// When the error is returned.
    THROTTLED =
        "The AccessKey has sent more requests within a minute than it may.",
        "该 AccessKey 一分钟内的请求次数超过上限。";
    /// When the error is returned.
    NO_PERMISSION =
        "The account has not granted the owner of the AccessKey this operation.",
        "账号没有授予该 AccessKey 所属用户调用此接口的权限。";
    /// When the error is returned.
    OWNER_TWICE =
        "OwnerId and OwnerAccount are both sent.",
        "同时填写了 OwnerId 和 OwnerAccount。";
}
