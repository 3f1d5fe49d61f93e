//! When any operation may refuse a call.

crate::catalogue! {
    /// When the error is returned.
    REGION_MISSING =
        "RegionId is missing or empty.",
        "缺少 RegionId，或值为空。";
    /// How to fix it.
    CURE_REGION_MISSING =
        "Specify RegionId with the region of the security group.",
        "指定 RegionId，值为安全组所在地域的 ID。";
    /// When the error is returned.
    REGION_MISSING_FOR_INTERFACE =
        "NetworkInterfaceId is specified without RegionId.",
        "指定了 NetworkInterfaceId，但缺少 RegionId。";
    /// When the error is returned.
    REGION_UNKNOWN =
        "RegionId is not a region ID of the service.",
        "RegionId 不是已开放的地域 ID。";
    /// When the error is returned.
    GROUP_ID_MALFORMED =
        "SecurityGroupId is missing, longer than 100 characters, or contains characters other than letters, digits, underscores and hyphens.",
        "缺少 SecurityGroupId，或超过 100 个字符，或含有字母、数字、下划线（_）、短划线（-）以外的字符。";
    /// How to fix it.
    CURE_GROUP_ID_MALFORMED =
        "Copy the complete group ID, for example sg-bp67acfmxazb4ph1xyz9. The masked IDs in sample pages end in asterisks and cannot be used.",
        "复制完整的安全组 ID，例如 sg-bp67acfmxazb4ph1xyz9。文档示例中以星号遮盖的 ID 不能直接使用。";
    /// When the error is returned.
    GROUP_ID_MISSING =
        "SecurityGroupId is missing or empty.",
        "缺少 SecurityGroupId，或值为空。";
    /// When the error is returned.
    GROUP_UNKNOWN =
        "No security group with this ID exists in this region.",
        "该地域下没有此 ID 的安全组。";
    /// How to fix it.
    CURE_GROUP_UNKNOWN =
        "Check the group ID and the region. The group may have been deleted.",
        "检查安全组 ID 和地域是否正确；安全组可能已被删除。";
    /// When the error is returned.
    MANAGED =
        "A cloud service manages the security group; your account can only query it.",
        "该安全组是云服务创建的托管安全组，您的账号只能查询。";
    /// How to fix it.
    CURE_MANAGED =
        "Make the change in the cloud service that created the group, or use your own group.",
        "在创建该安全组的云服务中修改，或改用自己创建的安全组。";
    /// When the error is returned.
    CLIENT_TOKEN =
        "ClientToken contains non-ASCII characters or has more than 64 characters.",
        "ClientToken 含有非 ASCII 字符，或超过 64 个字符。";
    /// When the error is returned.
    TOKEN_MISMATCH =
        "An earlier call of this operation used the same ClientToken with different parameters.",
        "此前对同一接口的请求使用了相同的 ClientToken，但其他参数不同。";
    /// How to fix it.
    CURE_TOKEN_MISMATCH =
        "Use a new ClientToken for a new request; reuse a token only to retry the same request.",
        "新的请求使用新的 ClientToken；只有重试同一请求时才沿用原来的值。";
    /// When the error is returned.
    INTERNAL =
        "An internal error occurred in the service. Try again later.",
        "服务内部出错，请稍后重试。";
    /// When the error is returned.
    UNAVAILABLE =
        "The service is temporarily unavailable. Try again later.",
        "服务暂时不可用，请稍后重试。";
    /// When the error is returned.
    TIMEOUT =
        "Part of the service did not respond in time.",
        "服务的部分组件未及时响应。";
    /// When the error is returned.
    TOKEN_IN_USE =
        "A call with the same ClientToken is still in progress.",
        "使用相同 ClientToken 的请求仍在处理中。";
    /// When the error is returned.
    CALL_IN_PROGRESS =
        "Another call on the same resource is still in progress.",
        "针对同一资源的另一个请求仍在处理中。";
    /// When the error is returned.
    NOT_AUTHORIZED =
        "The caller is not authorized to operate on this security group.",
        "调用者无权操作该安全组。";
    /// When the error is returned.
    OTHER_ACCOUNT =
        "The resource belongs to another account.",
        "资源属于其他账号。";
}
