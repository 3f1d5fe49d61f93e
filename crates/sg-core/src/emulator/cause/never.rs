//! Why an error cannot occur here.

crate::catalogue! {
    /// Why an error cannot occur here.
    NEVER_PAGE_NUMBER =
        "All accounts in the emulator support paging by page number.",
        "模拟器中的账号都支持按页码分页。";
    /// Why an error cannot occur here.
    NEVER_INTERNAL =
        "The emulator completes all checks before it changes the scenario.",
        "模拟器在修改场景之前已完成全部检查。";
    /// Why an error cannot occur here.
    NEVER_OUTAGE =
        "The emulator has no outages and handles one request at a time.",
        "模拟器不会中断服务，且逐个处理请求。";
    /// Why an error cannot occur here.
    NEVER_CLASSIC =
        "All security groups in a scenario are in a VPC.",
        "场景中的安全组都属于专有网络 VPC。";
    /// Why an error cannot occur here.
    NEVER_ACCOUNT =
        "A scenario has a single account with all permissions.",
        "场景中只有一个账号，且拥有全部权限。";
    /// Why an error cannot occur here.
    NEVER_STATE =
        "VPCs, instances and network interfaces in a scenario are always available.",
        "场景中的专有网络、实例和弹性网卡始终处于可用状态。";
    /// Why an error cannot occur here.
    NEVER_SERVICE_INTERFACE =
        "No network interface in a scenario is managed by a cloud service.",
        "场景中没有云服务托管的弹性网卡。";
    /// Why an error cannot occur here.
    NEVER_INSTANCE_TYPE =
        "All instances in a scenario support advanced security groups.",
        "场景中的实例都支持企业级安全组。";
    /// Why an error cannot occur here.
    NEVER_INTERFACE_TYPE =
        "The documents do not say which network interface types are rejected, so the emulator rejects none.",
        "文档没有说明哪些网卡类型会被拒绝，因此模拟器不作限制。";
    /// Why an error cannot occur here.
    NEVER_OTHER_WORDING =
        "The documents show this error with several wordings; the emulator returns a different one.",
        "文档对该错误有多种写法，模拟器返回其中另一种。";
    /// Why an error cannot occur here.
    NEVER_OTHER_ROW =
        "The documents list two errors for this case; the emulator returns the other one.",
        "文档对该情况列出两个错误，模拟器返回另一个。";
    /// Why an error cannot occur here.
    NEVER_NO_MATCH =
        "Deleting rules by their fields succeeds even if no rule matches.",
        "按规则属性删除时，没有匹配的规则也会成功。";
    /// Why an error cannot occur here.
    NEVER_NOT_MEMBER_SINCE_2024 =
        "Since 8 July 2024 the error is InvalidSecurityGroupAssociation.NotFound.",
        "自 2024 年 7 月 8 日起返回 InvalidSecurityGroupAssociation.NotFound。";
    /// Why an error cannot occur here.
    NEVER_PREFIX_LIST_CLOSED =
        "Prefix lists are now available to every account.",
        "前缀列表已对所有账号开放。";
    /// Why an error cannot occur here.
    NEVER_PREFIX_LIST_QUOTA =
        "Scenarios do not track how many resources use a prefix list.",
        "场景不统计前缀列表关联的资源数量。";
    /// Why an error cannot occur here.
    NEVER_VPC_DISABLED =
        "Every security group can now be used in a VPC.",
        "目前所有安全组都能在专有网络 VPC 中使用。";
    /// Why an error cannot occur here.
    NEVER_VSWITCH =
        "Scenarios have no vSwitches.",
        "场景中没有交换机。";
    /// Why an error cannot occur here.
    NEVER_MANAGED_CREATE =
        "When a group is created, it cannot be managed yet.",
        "创建时还没有可被托管的安全组。";
}
