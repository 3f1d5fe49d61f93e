//! When a call about a security group as a whole is refused.

crate::catalogue! {
    /// When the error is returned.
    INNER_POLICY_VALUE =
        "InnerAccessPolicy is missing, or is neither Accept nor Drop (case-insensitive).",
        "缺少 InnerAccessPolicy，或取值不是 Accept、Drop（不区分大小写）。";
    /// How to fix it.
    CURE_INNER_POLICY_VALUE =
        "Specify Accept for intra-group connectivity or Drop for internal isolation.",
        "组内互通取值 Accept，组内隔离取值 Drop。";
    /// When the error is returned.
    ADVANCED_POLICY =
        "The security group is advanced; its members are always isolated.",
        "该安全组是企业级安全组，组内连通策略固定为组内隔离。";
    /// How to fix it.
    CURE_ADVANCED_POLICY =
        "Use rules to allow traffic between members, or use a basic security group.",
        "用安全组规则放行成员之间的访问，或改用普通安全组。";
    /// When the error is returned.
    SERVICE_MANAGED_VALUE =
        "ServiceManaged is neither true nor false.",
        "ServiceManaged 的取值不是 true 或 false。";
    /// When the error is returned.
    GROUP_NAME =
        "SecurityGroupName does not have 2 to 128 characters, does not start with a letter or a Chinese character, starts with http:// or https://, or contains characters other than letters, digits, colons, underscores, periods and hyphens.",
        "SecurityGroupName 长度不是 2～128 个字符，或不以字母、汉字开头，或以 http://、https:// 开头，或含有字母、数字、半角冒号（:）、下划线（_）、半角句号（.）、短划线（-）以外的字符。";
    /// When the error is returned.
    GROUP_DESCRIPTION_LENGTH =
        "Description has fewer than 2 or more than 256 characters.",
        "Description 长度不是 2～256 个字符。";
    /// When the error is returned.
    GROUP_DESCRIPTION_PREFIX =
        "Description starts with http:// or https://.",
        "Description 以 http:// 或 https:// 开头。";
    /// When the error is returned.
    GROUP_TYPE_VALUE =
        "SecurityGroupType is neither normal nor enterprise.",
        "SecurityGroupType 的取值不是 normal 或 enterprise。";
    /// When the error is returned.
    ADVANCED_WITHOUT_VPC =
        "An advanced security group is to be created without VpcId.",
        "创建企业级安全组时缺少 VpcId。";
    /// When the error is returned.
    VPC_MISSING =
        "VpcId is missing, and the region supports VPCs only.",
        "缺少 VpcId，而该地域只支持专有网络 VPC。";
    /// When the error is returned.
    VPC_UNKNOWN =
        "No VPC with this VpcId exists in this region.",
        "该地域下没有此 ID 的专有网络 VPC。";
    /// When the error is returned.
    VPC_STATUS =
        "The VPC is being created or modified.",
        "专有网络 VPC 正在创建或变更。";
    /// When the error is returned.
    RESOURCE_GROUP_UNKNOWN =
        "No resource group with this ResourceGroupId exists.",
        "ResourceGroupId 对应的资源组不存在。";
    /// When the error is returned.
    GROUP_LIMIT =
        "The number of security groups in the region has reached the quota.",
        "该地域的安全组数量已达配额上限。";
    /// When the error is returned.
    TAG_KEY_REPEATED =
        "Two tags have the same key.",
        "两个标签的键相同。";
    /// When the error is returned.
    TAG_KEY =
        "A tag key is empty, longer than 128 characters, starts with aliyun or acs:, or contains http:// or https://.",
        "标签键为空，或超过 128 个字符，或以 aliyun、acs: 开头，或包含 http://、https://。";
    /// When the error is returned.
    TAG_VALUE =
        "A tag value is longer than 128 characters or contains http:// or https://.",
        "标签值超过 128 个字符，或包含 http://、https://。";
    /// When the error is returned.
    TAG_LIMIT =
        "The call has more than 20 tags.",
        "请求中的标签超过 20 个。";
    /// When the error is returned.
    GROUP_HAS_MEMBERS =
        "The security group still contains instances or network interfaces.",
        "安全组内还有实例或弹性网卡。";
    /// When the error is returned.
    DELETION_PROTECTION =
        "The security group has deletion protection. An ACK cluster switches it on for its group and off when the cluster is deleted; it cannot be switched off by hand.",
        "安全组开启了删除保护。ACK 集群会为其安全组开启删除保护，集群删除后自动关闭，无法手动关闭。";
    /// When the error is returned.
    GROUP_REFERENCED =
        "A rule of another security group references this group.",
        "该安全组被其他安全组的规则引用。";
    /// When the error is returned.
    ATTRIBUTE_GROUP_ID =
        "SecurityGroupId does not have a valid format.",
        "SecurityGroupId 的格式不正确。";
    /// When the error is returned.
    GROUP_DESCRIPTION =
        "Description does not have 2 to 256 characters, or starts with http:// or https://.",
        "Description 长度不是 2～256 个字符，或以 http://、https:// 开头。";
}
