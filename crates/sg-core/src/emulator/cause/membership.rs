//! When joining or leaving a security group is refused.

crate::catalogue! {
    /// When the error is returned.
    INSTANCE_AND_INTERFACE =
        "InstanceId and NetworkInterfaceId are both specified.",
        "同时指定了 InstanceId 和 NetworkInterfaceId。";
    /// When the error is returned.
    INSTANCE_ID_MALFORMED =
        "InstanceId and NetworkInterfaceId are both missing, or InstanceId does not have a valid format.",
        "InstanceId 和 NetworkInterfaceId 均未指定，或 InstanceId 的格式不正确。";
    /// When the error is returned.
    MEMBERSHIP_ID_MALFORMED =
        "SecurityGroupId or NetworkInterfaceId does not have a valid format.",
        "SecurityGroupId 或 NetworkInterfaceId 的格式不正确。";
    /// When the error is returned.
    INSTANCE_UNKNOWN =
        "No instance with this ID exists in this region.",
        "该地域下没有此 ID 的实例。";
    /// When the error is returned.
    INTERFACE_UNKNOWN =
        "No network interface with this ID exists in this region.",
        "该地域下没有此 ID 的弹性网卡。";
    /// When the error is returned.
    MEMBER_OTHER_VPC =
        "The security group and the instance or network interface are in different VPCs.",
        "安全组与实例（或弹性网卡）不在同一个专有网络 VPC。";
    /// When the error is returned.
    ALREADY_MEMBER =
        "The instance or network interface is already in the security group.",
        "实例或弹性网卡已在该安全组中。";
    /// When the error is returned.
    NOT_MEMBER =
        "The instance or network interface is not in the security group.",
        "实例或弹性网卡不在该安全组中。";
    /// When the error is returned.
    LAST_GROUP =
        "This is the only security group that the instance or network interface is in.",
        "这是该实例或弹性网卡所在的最后一个安全组。";
    /// When the error is returned.
    MIXED_GROUP_TYPES =
        "The network interface would be in basic and advanced security groups at the same time.",
        "同一张网卡会同时加入普通安全组和企业级安全组。";
    /// When the error is returned.
    INSTANCE_GROUP_LIMIT =
        "The instance is already in the maximum number of security groups per network interface.",
        "实例加入的安全组数量已达单张网卡的上限。";
    /// When the error is returned.
    INTERFACE_GROUP_LIMIT =
        "The network interface is already in the maximum number of security groups.",
        "弹性网卡加入的安全组数量已达上限。";
    /// When the error is returned.
    INTERFACE_RULE_LIMIT =
        "The total number of rules in all groups of the network interface would exceed the quota.",
        "网卡所在全部安全组的规则总数会超过配额上限。";
    /// When the error is returned.
    BASIC_GROUP_FULL =
        "The basic security group has reached its limit of private IP addresses.",
        "普通安全组能容纳的私网 IP 地址数量已达上限。";
    /// When the error is returned.
    ADVANCED_GROUP_FULL =
        "The advanced security group has reached its limit of network interfaces.",
        "企业级安全组能容纳的弹性网卡数量已达上限。";
    /// When the error is returned.
    INTERFACE_STATE =
        "The network interface is in a state that does not allow the change.",
        "弹性网卡当前状态不允许变更。";
    /// When the error is returned.
    INTERFACE_TYPE =
        "The network interface is of a type that does not allow the change.",
        "弹性网卡的类型不允许变更。";
    /// When the error is returned.
    INTERFACE_MANAGED =
        "The network interface is managed by a cloud service.",
        "弹性网卡由云服务托管。";
    /// When the error is returned.
    INSTANCE_STATUS =
        "The instance is neither in the Running state nor in the Stopped state.",
        "实例的状态既不是“运行中”，也不是“已停止”。";
    /// When the error is returned.
    INSTANCE_LOCKED =
        "The instance is locked for security reasons.",
        "实例因安全原因被锁定。";
    /// When the error is returned.
    INSTANCE_TYPE_UNFIT =
        "The instance type does not support advanced security groups.",
        "实例规格不支持企业级安全组。";
    /// When the error is returned.
    BEING_CREATED =
        "The instance or network interface is still being created.",
        "实例或弹性网卡仍在创建中。";
    /// When the error is returned.
    VSWITCH_UNKNOWN =
        "The vSwitch of the network interface does not exist.",
        "弹性网卡所在的交换机不存在。";
}
