//! When a call about tags or resource groups is refused.

crate::catalogue! {
    /// When the error is returned.
    TAG_OWNER =
        "The caller may not manage the tag, or does not name its owner, which only cloud services do.",
        "调用者无权管理该标签，或没有指定标签的所有者（仅云服务需要指定）。";
    /// When the error is returned.
    TAG_SCOPE =
        "The scope of the tag is not valid, or the caller may not set it.",
        "标签的作用范围不正确，或无权设置。";
    /// When the error is returned.
    TAGS_MISSING =
        "The call has no tag, or a query has neither tags nor resources.",
        "请求中没有标签，或查询时既没有标签也没有资源。";
    /// When the error is returned.
    TAG_COUNT =
        "The call has more than 20 tags.",
        "请求中的标签超过 20 个。";
    /// When the error is returned.
    TAG_MISMATCH =
        "A tag value is given without its key.",
        "指定了标签值，但没有对应的标签键。";
    /// When the error is returned.
    TAG_VALUE_ALONE =
        "A tag value is given without its key.",
        "指定了标签值，但没有对应的标签键。";
    /// When the error is returned.
    TAG_QUOTA =
        "The resource would have more than 20 tags.",
        "资源的标签将超过 20 个。";
    /// When the error is returned.
    ALL_VALUE =
        "All is neither true nor false.",
        "All 的取值不是 true 或 false。";
    /// When the error is returned.
    RESOURCE_TYPE_MISSING =
        "ResourceType is left out or empty.",
        "缺少 ResourceType，或值为空。";
    /// When the error is returned.
    RESOURCE_TYPE =
        "ResourceType is not a type of resource that has tags.",
        "ResourceType 不是支持标签的资源类型。";
    /// When the error is returned.
    RESOURCE_COUNT =
        "The call has more than 50 resources.",
        "请求中的资源超过 50 个。";
    /// When the error is returned.
    RESOURCE_UNKNOWN =
        "No resource of this type has this ID in this region, or no ID is given.",
        "该地域下没有此类型和 ID 的资源，或没有指定 ID。";
    /// When the error is returned.
    RESOURCE_NOT_TAGGED =
        "The resource does not support tags.",
        "该资源不支持标签。";
    /// When the error is returned.
    RESOURCE_ID_MISSING =
        "ResourceId is left out or empty.",
        "缺少 ResourceId，或值为空。";
    /// When the error is returned.
    RESOURCE_GROUP_MISSING =
        "ResourceGroupId is left out or empty.",
        "缺少 ResourceGroupId，或值为空。";
    /// When the error is returned.
    RESOURCE_GROUP_TYPE =
        "ResourceType is left out, or is not a type of resource that belongs to resource groups.",
        "缺少 ResourceType，或不是可加入资源组的资源类型。";
    /// When the error is returned.
    RESOURCE_GROUP_SAME =
        "The resource is in this resource group already.",
        "资源已在该资源组中。";
}
