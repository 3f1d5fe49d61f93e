//! When each error is returned and what cures it, in both languages.

crate::catalogue! {
    /// Region missing.
    REGION_MISSING = "RegionId is left out or empty.", "没有填写 RegionId，或值为空。";
    /// Its cure.
    CURE_REGION_MISSING = "Send RegionId with the region the security group is in.", "填写 RegionId，值为安全组所在地域的 ID。";
    /// Region unknown.
    REGION_UNKNOWN = "RegionId does not name a region of the service.", "RegionId 不是已开放的地域 ID。";
    /// Group id malformed.
    GROUP_ID_MALFORMED = "SecurityGroupId is missing, longer than 100 characters, or has a character other than letters, digits, underscores and hyphens.", "没有填写 SecurityGroupId，或超过 100 个字符，或含有字母、数字、下划线（_）、短划线（-）以外的字符。";
    /// Its cure.
    CURE_GROUP_ID_MALFORMED = "Copy the whole id of the group, such as sg-bp67acfmxazb4ph1xyz9. The masked ids of sample pages end in asterisks and do not pass.", "复制完整的安全组 ID，例如 sg-bp67acfmxazb4ph1xyz9。文档示例中以星号遮盖的 ID 不能直接使用。";
    /// Group id missing.
    GROUP_ID_MISSING = "SecurityGroupId is left out or empty.", "没有填写 SecurityGroupId，或值为空。";
    /// Group unknown.
    GROUP_UNKNOWN = "No security group with this id exists in this region.", "该地域下没有此 ID 的安全组。";
    /// Its cure.
    CURE_GROUP_UNKNOWN = "Check the id and the region; the group may have been deleted.", "检查安全组 ID 和地域是否正确；安全组可能已被删除。";
    /// Group managed.
    MANAGED = "A cloud service manages the security group, so your account can only query it.", "该安全组是云服务创建的托管安全组，您的账号只能查询。";
    /// Its cure.
    CURE_MANAGED = "Make the change in the cloud service that created the group, or use a group of your own.", "在创建该安全组的云服务中修改，或改用自己创建的安全组。";
    /// Intra-group policy value.
    INNER_POLICY_VALUE = "InnerAccessPolicy is missing or is neither Accept nor Drop, in any letter case.", "没有填写 InnerAccessPolicy，或取值不是 Accept、Drop（不区分大小写）。";
    /// Its cure.
    CURE_INNER_POLICY_VALUE = "Send Accept for intra-group connectivity or Drop for internal isolation.", "组内互通填 Accept，组内隔离填 Drop。";
    /// Policy of an advanced group.
    ADVANCED_POLICY = "The security group is an advanced one; its members are always isolated.", "该安全组是企业级安全组，组内连通策略固定为组内隔离。";
    /// Its cure.
    CURE_ADVANCED_POLICY = "Open paths between members with rules, or use a basic security group.", "用安全组规则放行成员之间的访问，或改用普通安全组。";
    /// Client token.
    CLIENT_TOKEN = "ClientToken has a character outside ASCII or more than 64 characters.", "ClientToken 含有非 ASCII 字符，或超过 64 个字符。";
    /// ServiceManaged.
    SERVICE_MANAGED_VALUE = "ServiceManaged is neither true nor false.", "ServiceManaged 的取值不是 true 或 false。";
    /// Number of permissions.
    PERMISSION_COUNT = "Permissions holds more than 100 rules.", "Permissions 中的规则超过 100 条。";
    /// Number of rule ids.
    RULE_ID_COUNT = "SecurityGroupRuleId holds more than 100 ids.", "SecurityGroupRuleId 超过 100 个。";
    /// Internal error.
    INTERNAL = "The service itself has failed; try again later.", "服务内部出错，请稍后重试。";
    /// Why the internal error never shows here.
    NEVER_INTERNAL = "The emulator checks everything before it changes a scene.", "模拟器在修改场景之前已完成全部检查，不会出现内部错误。";
}
