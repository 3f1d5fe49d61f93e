//! When any operation may refuse a call.

crate::catalogue! {
    /// When the error is returned.
    REGION_MISSING =
        "RegionId is left out or empty.",
        "没有填写 RegionId，或值为空。";
    /// What to do about it.
    CURE_REGION_MISSING =
        "Send RegionId with the region the security group is in.",
        "填写 RegionId，值为安全组所在地域的 ID。";
    /// When the error is returned.
    REGION_MISSING_FOR_INTERFACE =
        "NetworkInterfaceId is sent without RegionId.",
        "填写了 NetworkInterfaceId，但没有填写 RegionId。";
    /// When the error is returned.
    REGION_UNKNOWN =
        "RegionId does not name a region of the service.",
        "RegionId 不是已开放的地域 ID。";
    /// When the error is returned.
    GROUP_ID_MALFORMED =
        "SecurityGroupId is missing, longer than 100 characters, or has a character other than letters, digits, underscores and hyphens.",
        "没有填写 SecurityGroupId，或超过 100 个字符，或含有字母、数字、下划线（_）、短划线（-）以外的字符。";
    /// What to do about it.
    CURE_GROUP_ID_MALFORMED =
        "Copy the whole id of the group, such as sg-bp67acfmxazb4ph1xyz9. The masked ids of sample pages end in asterisks and do not pass.",
        "复制完整的安全组 ID，例如 sg-bp67acfmxazb4ph1xyz9。文档示例中以星号遮盖的 ID 不能直接使用。";
    /// When the error is returned.
    GROUP_ID_MISSING =
        "SecurityGroupId is left out or empty.",
        "没有填写 SecurityGroupId，或值为空。";
    /// When the error is returned.
    GROUP_UNKNOWN =
        "No security group with this id exists in this region.",
        "该地域下没有此 ID 的安全组。";
    /// What to do about it.
    CURE_GROUP_UNKNOWN =
        "Check the id and the region; the group may have been deleted.",
        "检查安全组 ID 和地域是否正确；安全组可能已被删除。";
    /// When the error is returned.
    MANAGED =
        "A cloud service manages the security group, so your account can only query it.",
        "该安全组是云服务创建的托管安全组，您的账号只能查询。";
    /// What to do about it.
    CURE_MANAGED =
        "Make the change in the cloud service that created the group, or use a group of your own.",
        "在创建该安全组的云服务中修改，或改用自己创建的安全组。";
    /// When the error is returned.
    CLIENT_TOKEN =
        "ClientToken has a character outside ASCII or more than 64 characters.",
        "ClientToken 含有非 ASCII 字符，或超过 64 个字符。";
    /// When the error is returned.
    TOKEN_MISMATCH =
        "An earlier call of this operation had the same ClientToken and other parameters.",
        "此前有一次同名操作使用了相同的 ClientToken，但其他参数不同。";
    /// What to do about it.
    CURE_TOKEN_MISMATCH =
        "Send a new ClientToken with a new request; keep the old one only to retry the same request.",
        "新的请求使用新的 ClientToken；只有重试同一请求时才沿用原来的值。";
    /// When the error is returned.
    INTERNAL =
        "The service itself has failed; try again later.",
        "服务内部出错，请稍后重试。";
    /// When the error is returned.
    UNAVAILABLE =
        "The service is out for a moment; try again later.",
        "服务暂时不可用，请稍后重试。";
    /// When the error is returned.
    TIMEOUT =
        "A part of the service did not answer in time.",
        "服务的上游没有及时响应。";
    /// When the error is returned.
    TOKEN_IN_USE =
        "A call with the same ClientToken is still running.",
        "使用相同 ClientToken 的请求仍在处理中。";
    /// When the error is returned.
    CALL_IN_PROGRESS =
        "Another call on the same resource is still running.",
        "针对同一资源的另一个请求仍在处理中。";
    /// When the error is returned.
    NOT_AUTHORIZED =
        "The caller may not act on this security group.",
        "调用者无权操作该安全组。";
    /// When the error is returned.
    OTHER_ACCOUNT =
        "The resource belongs to another account.",
        "资源属于其他账号。";
}
