//! When a call about instances or network interfaces is refused, beyond membership.

crate::catalogue! {
    /// When the error is returned.
    INSTANCE_NAME =
        "InstanceName does not have 2 to 128 characters, does not start with a letter or a Chinese character, starts with http:// or https://, or contains characters other than letters, digits, colons, underscores, periods and hyphens.",
        "InstanceName 长度不是 2～128 个字符，或不以字母、汉字开头，或以 http://、https:// 开头，或含有字母、数字、半角冒号（:）、下划线（_）、半角句号（.）、短划线（-）以外的字符。";
    /// When the error is returned.
    INSTANCE_PARAMETER =
        "InstanceId or SecurityGroupIds.N does not have a valid format, or SecurityGroupIds.N names a group twice.",
        "InstanceId 或 SecurityGroupIds.N 的格式不正确，或 SecurityGroupIds.N 中有重复的安全组。";
    /// When the error is returned.
    INSTANCE_ID_MISSING =
        "InstanceId is missing or empty.",
        "缺少 InstanceId，或值为空。";
    /// When the error is returned.
    INSTANCE_PASSWORD =
        "Password does not meet the requirements.",
        "Password 不符合要求。";
    /// When the error is returned.
    INSTANCE_HOST_NAME =
        "HostName does not meet the requirements.",
        "HostName 不符合要求。";
    /// When the error is returned.
    INSTANCE_USER_DATA =
        "UserData is too large, or the instance or its image does not support it.",
        "UserData 过大，或实例、镜像不支持自定义数据。";
    /// When the error is returned.
    INSTANCE_CREDIT =
        "The performance mode of a burstable instance cannot be changed.",
        "无法变更突发性能实例的运行模式。";
    /// When the error is returned.
    INSTANCE_BILLING =
        "The billing method of the instance does not allow the change.",
        "实例的计费方式不支持该变更。";
    /// When the error is returned.
    INSTANCE_IMAGE =
        "The image of the instance is disabled or deleted.",
        "实例的镜像已被禁用或删除。";
    /// When the error is returned.
    INSTANCE_REGION =
        "The instance is in a region that does not support the change.",
        "实例所在地域不支持该变更。";
    /// When the error is returned.
    INTERFACE_MISSING_PARAMETER =
        "A required parameter is missing or empty.",
        "缺少必需的参数，或值为空。";
    /// When the error is returned.
    INTERFACE_PARAMETER =
        "NetworkInterfaceName, Description or the ID of a security group does not have a valid format, a number is out of range, or a security group is given twice.",
        "NetworkInterfaceName、Description 或安全组 ID 的格式不正确，或数量超出范围，或安全组重复。";
    /// When the error is returned.
    INTERFACE_ID_MALFORMED =
        "NetworkInterfaceId does not have a valid format.",
        "NetworkInterfaceId 的格式不正确。";
    /// When the error is returned.
    ENI_UNSUPPORTED_PARAMETER =
        "The call has a parameter that the operation does not support.",
        "请求中有该接口不支持的参数。";
    /// When the error is returned.
    ENI_ACCOUNT =
        "The account cannot use network interfaces, or is not authorized to manage this one.",
        "账号不能使用弹性网卡，或无权管理该弹性网卡。";
    /// When the error is returned.
    ENI_INSTANCE_MALFORMED =
        "InstanceId does not have a valid format.",
        "InstanceId 的格式不正确。";
    /// When the error is returned.
    ENI_PRIMARY =
        "The network interface is the primary one of its instance.",
        "该弹性网卡是实例的主网卡。";
    /// When the error is returned.
    ENI_LIMIT =
        "The number of network interfaces has reached the quota of the account or of the instance type.",
        "弹性网卡数量已达账号或实例规格的上限。";
    /// When the error is returned.
    ENI_ZONE =
        "The instance and the network interface are in different zones.",
        "实例与弹性网卡不在同一可用区。";
    /// When the error is returned.
    ENI_GROUP_FULL =
        "A security group has no room left: a basic one for private IP addresses, an advanced one for network interfaces.",
        "安全组已满：普通安全组的私网 IP 地址数量或企业级安全组的弹性网卡数量已达上限。";
    /// When the error is returned.
    ENI_CLASSIC =
        "The security group is in the classic network.",
        "安全组属于经典网络。";
    /// When the error is returned.
    ENI_REGION =
        "The region does not offer network interfaces.",
        "该地域不支持弹性网卡。";
    /// When the error is returned.
    ENI_NO_ADDRESS =
        "The vSwitch does not have enough free addresses.",
        "交换机的可用 IP 地址不足。";
    /// When the error is returned.
    ENI_ADDRESS =
        "An IPv4 address does not have a valid format or is not in the vSwitch.",
        "IPv4 地址的格式不正确，或不在交换机的网段内。";
    /// When the error is returned.
    ENI_ADDRESS_V6 =
        "An IPv6 address does not have a valid format or is not in the vSwitch.",
        "IPv6 地址的格式不正确，或不在交换机的网段内。";
    /// When the error is returned.
    ENI_ADDRESS_REPEATED =
        "An address is given twice.",
        "地址重复。";
    /// When the error is returned.
    ENI_ADDRESS_TAKEN =
        "Another network interface has the address.",
        "该地址已被其他弹性网卡使用。";
    /// When the error is returned.
    ENI_CONFLICT =
        "Two parameters that exclude each other are given: SecurityGroupId and SecurityGroupIds.N, or addresses and their number.",
        "同时指定了互斥的参数：SecurityGroupId 与 SecurityGroupIds.N，或地址与地址数量。";
    /// When the error is returned.
    ENI_GENERATION =
        "The instance type does not support what the network interface has.",
        "实例规格不支持该弹性网卡。";
    /// When the error is returned.
    ENI_ATTACHED =
        "The network interface is attached to an instance.",
        "弹性网卡已绑定实例。";
    /// When the error is returned.
    ENI_NOT_ATTACHED =
        "The network interface is not attached to this instance.",
        "弹性网卡没有绑定到该实例。";
    /// When the error is returned.
    ENI_LINKED =
        "The network interface is associated with another one.",
        "弹性网卡关联了其他弹性网卡。";
}
