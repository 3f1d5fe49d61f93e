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
        "If no rule matches, the call succeeds or returns InvalidSecurityGroupRule.RuleNotExist, depending on its form.",
        "没有匹配的规则时，根据调用形式，调用成功或返回 InvalidSecurityGroupRule.RuleNotExist。";
    /// Why an error cannot occur here.
    NEVER_SEEN_OTHERWISE =
        "The live service was seen to return a different error in this case.",
        "线上服务在该情况下返回的是另一个错误。";
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
    NEVER_TASK =
        "Every change is complete before the next call.",
        "每次变更都会在下一次调用之前完成。";
    /// Why an error cannot occur here.
    NEVER_VSWITCH =
        "The call names no vSwitch.",
        "该调用不涉及交换机。";
    /// Why an error cannot occur here.
    NEVER_MANAGED_CREATE =
        "When a group is created, it cannot be managed yet.",
        "创建时还没有可被托管的安全组。";
    /// Why an error cannot occur here.
    NEVER_NOT_MODELLED =
        "The emulator keeps the name and the security groups of an instance; it does not read the parameters that this error is about.",
        "模拟器只保存实例的名称和安全组，不读取与此错误有关的参数。";
    /// Why an error cannot occur here.
    NEVER_SET_REPLACED =
        "The call replaces the whole set of groups, so it names no group to leave.",
        "该接口替换全部安全组，因此请求中没有要移出的安全组。";
    /// Why an error cannot occur here.
    NEVER_SHARED_TABLE =
        "The documents list the same errors for every operation on network interfaces; this operation has nothing that this one could be about.",
        "文档为弹性网卡的各个接口列出同样的错误，此错误与该接口无关。";
    /// Why an error cannot occur here.
    NEVER_UNSUPPORTED =
        "The emulator ignores parameters that it does not know.",
        "模拟器忽略不认识的参数。";
    /// Why an error cannot occur here.
    NEVER_ENI_QUOTA =
        "The emulator does not limit the number of network interfaces; the limit depends on the instance type.",
        "模拟器不限制弹性网卡数量；该上限取决于实例规格。";
    /// Why an error cannot occur here.
    NEVER_ZONE =
        "A region of the emulator has a single zone.",
        "模拟器的每个地域只有一个可用区。";
    /// Why an error cannot occur here.
    NEVER_ENI_REGION =
        "Network interfaces are available in every region of the emulator.",
        "模拟器的所有地域都支持弹性网卡。";
    /// Why an error cannot occur here.
    NEVER_FILTER =
        "The emulator does not read the filter that this error is about; scenarios hold nothing that it could match.",
        "模拟器不读取与此错误有关的过滤条件，场景中没有相应的内容。";
    /// Why an error cannot occur here.
    NEVER_EMPTY =
        "An empty value counts as omitted.",
        "值为空的参数视为未指定。";
    /// Why an error cannot occur here.
    NEVER_SHARED_TAGS =
        "The documents list the same errors for every operation on tags; this operation has nothing that this one could be about.",
        "文档为标签的各个接口列出同样的错误，此错误与该接口无关。";
    /// Why an error cannot occur here.
    NEVER_LISTED =
        "A query leaves out resources that do not exist.",
        "查询时忽略不存在的资源。";
    /// Why an error cannot occur here.
    NEVER_PREFIX_LISTS =
        "The emulator does not limit the number of prefix lists.",
        "模拟器不限制前缀列表的数量。";
}
