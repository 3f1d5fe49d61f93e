//! When a request is refused before it reaches an operation.

crate::catalogue! {
    /// When the error is returned.
    HTTP_METHOD =
        "The HTTP method is neither GET nor POST.",
        "HTTP 方法不是 GET 或 POST。";
    /// When the error is returned.
    HTTP_UNREADABLE =
        "The request is too long, has too many parameters, or contains text that is not UTF-8.",
        "请求过长，或参数过多，或含有不是 UTF-8 编码的内容。";
    /// When the error is returned.
    FORMAT_VALUE =
        "Format is neither JSON nor XML (case-insensitive).",
        "Format 的取值不是 JSON 或 XML（不区分大小写）。";
    /// When the error is returned.
    ACTION_MISSING =
        "The request does not specify an operation: Action and x-acs-action are both missing.",
        "请求没有指明接口：缺少 Action 或 x-acs-action。";
    /// When the error is returned.
    VERSION_MISSING =
        "The request does not specify an API version: Version and x-acs-version are both missing.",
        "请求没有指明 API 版本：缺少 Version 或 x-acs-version。";
    /// When the error is returned.
    VERSION_VALUE =
        "The version is not 2014-05-26.",
        "版本不是 2014-05-26。";
    /// When the error is returned.
    ACTION_UNKNOWN =
        "The emulator has no operation with this name (case-sensitive).",
        "模拟器没有此名称的接口（区分大小写）。";
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
        "Timestamp and x-acs-date are both missing.",
        "缺少 Timestamp 或 x-acs-date。";
    /// When the error is returned.
    TIMESTAMP_FORMAT =
        "The timestamp does not have the format 2026-01-31T12:00:00Z. A fraction of a second is accepted, and so is a missing Z.",
        "时间戳的格式不是 2026-01-31T12:00:00Z（允许带小数秒，也允许省略 Z）。";
    /// When the error is returned.
    TIMESTAMP_EXPIRED =
        "The timestamp differs from the service's clock by more than 15 minutes.",
        "时间戳与服务端时间相差超过 15 分钟。";
    /// When the error is returned.
    ACCESS_KEY_MISSING =
        "AccessKeyId is missing.",
        "缺少 AccessKeyId。";
    /// When the error is returned.
    ACCESS_KEY_UNKNOWN =
        "No AccessKey with this ID exists.",
        "AccessKeyId 不存在。";
    /// When the error is returned.
    SIGNATURE_MISSING =
        "The request is to be signed in its headers, but Authorization is missing.",
        "请求应在请求头中签名，但缺少 Authorization。";
    /// When the error is returned.
    SIGNATURE_PARAMETER_MISSING =
        "The request is to be signed in its parameters, but Signature is missing.",
        "请求应在参数中签名，但缺少 Signature。";
    /// When the error is returned.
    SIGNATURE_INCOMPLETE =
        "The Authorization header does not have the ACS3-HMAC-SHA256 format, or lists a header that is not sent.",
        "Authorization 不符合 ACS3-HMAC-SHA256 的格式，或其中列出的请求头没有发送。";
    /// When the error is returned.
    SIGNATURE_MISMATCH =
        "The signature is not the one calculated with the secret of this AccessKey.",
        "签名与使用该 AccessKey Secret 计算的结果不一致。";
    /// When the error is returned.
    NONCE_MISSING =
        "SignatureNonce and x-acs-signature-nonce are both missing.",
        "缺少 SignatureNonce 或 x-acs-signature-nonce。";
    /// When the error is returned.
    NONCE_USED =
        "An earlier request used the same nonce.",
        "此前的请求使用过相同的随机数。";
    /// When the error is returned.
    THROTTLED =
        "The AccessKey exceeded its limit of requests per minute.",
        "该 AccessKey 一分钟内的请求次数超过上限。";
    /// When the error is returned.
    NO_PERMISSION =
        "The account has not granted the owner of the AccessKey permission to call this operation.",
        "账号没有授予该 AccessKey 所属用户调用此接口的权限。";
    /// When the error is returned.
    OWNER_TWICE =
        "OwnerId and OwnerAccount are both specified.",
        "同时指定了 OwnerId 和 OwnerAccount。";
    /// When the error is returned.
    OTHER_REGION =
        "The request is sent to the endpoint of a region, and its RegionId is that of another region.",
        "请求发送到某个地域的接入地址，但 RegionId 是另一个地域。";
}
