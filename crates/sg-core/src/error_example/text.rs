//! The texts of the error examples in both languages.

crate::catalogue! {
    // Descriptions of preparatory edits.
    SCENARIO_OF_ITS_OWN =
        "Your scenario has no room for this, so a small sample scenario is used instead. Undo restores yours.",
        "当前场景没有空间，改用一个小的示例场景；撤销即可恢复您的场景。";
    /// Preparation.
    FIRST_CALL =
        "Makes another call first.",
        "先发起一次调用。";
    ADD_GROUPS =
        "Adds two basic security groups.",
        "添加两个普通安全组。";
    ADD_MANAGED =
        "Adds a security group managed by a cloud service.",
        "添加一个由云服务托管的安全组。";
    ADD_PROTECTED =
        "Adds a security group with deletion protection.",
        "添加一个开启了删除保护的安全组。";
    ADD_ADVANCED =
        "Adds an advanced security group.",
        "添加一个企业级安全组。";
    ADD_FOREIGN =
        "Adds a security group in another VPC.",
        "在另一个专有网络 VPC 中添加一个安全组。";
    ADD_MEMBER =
        "Adds an instance that is in a single security group.",
        "添加一台只属于一个安全组的实例。";
    ADD_SERVICE_INTERFACE =
        "Adds a network interface managed by a cloud service.",
        "添加一个由云服务托管的弹性网卡。";
    ADD_UNATTACHED =
        "Adds a network interface that is attached to no instance.",
        "添加一个未绑定实例的弹性网卡。";
    ADD_FOREIGN_INTERFACE =
        "Adds a network interface in another VPC.",
        "添加一个其他专有网络中的弹性网卡。";
    ADD_TINY_VPC =
        "Adds a VPC without free addresses, and a security group in it.",
        "添加一个没有可用地址的专有网络，以及其中的一个安全组。";
    ADD_LIST =
        "Adds a prefix list that is full.",
        "添加一个条目已满的前缀列表。";
    ADD_PORT_LIST =
        "Adds a port list that no rule references.",
        "添加一个没有被规则引用的端口列表。";
    ADD_TAGGED =
        "Adds a security group with a tag, in a resource group.",
        "添加一个带有标签、属于某个资源组的安全组。";
    ADD_RULES =
        "Adds a security group with rules of every type, and prefix lists.",
        "添加一个包含各类规则的安全组，以及前缀列表。";
    FILL_REGION =
        "Creates security groups in the region up to the quota.",
        "将该地域的安全组数量填满至配额上限。";
    FILL_INTERFACE =
        "Adds an instance that is in the maximum number of security groups.",
        "添加一台加入安全组数量已达上限的实例。";
    FILL_RULES =
        "Adds an instance whose security group has the maximum number of rules.",
        "添加一台实例，其安全组的规则数量已达配额上限。";
    FILL_PEERS =
        "Adds a security group with the maximum number of rules that reference a security group.",
        "添加一个安全组，其中授权对象为安全组的规则已达上限。";
    FILL_BASIC =
        "Adds a basic security group with the maximum number of private IP addresses.",
        "添加一个私网 IP 地址数量已达上限的普通安全组。";
    FILL_ADVANCED =
        "Adds an advanced security group with the maximum number of network interfaces.",
        "添加一个弹性网卡数量已达上限的企业级安全组。";

    /// There is no example for the error.
    NO_TEMPLATE =
        "No call is available here that triggers this error.",
        "此处没有可以触发该错误的请求。";

    // Defects of a request.
    FAULT_METHOD = "The request is sent with PUT.", "以 PUT 方法发送请求。";
    /// Fault.
    FAULT_BYTES = "A value decodes to bytes that are not valid UTF-8.", "某个值解码后不是 UTF-8 文本。";
    /// Fault.
    FAULT_LEFT_OUT = "{name} is omitted.", "缺少 {name}。";
    /// Fault.
    FAULT_VALUE = "{name} is set to a different value: {value}", "{name} 改为其他值：{value}";
    /// Fault.
    FAULT_CLOCK = "The caller's clock is one hour slow.", "调用方的时钟慢一小时。";
    /// Fault.
    FAULT_SECRET = "The request is signed with a different AccessKey secret.", "用其他 AccessKey Secret 签名。";
    /// Fault.
    FAULT_SECRET_IN_HEADERS = "The request is signed in its headers with a different AccessKey secret.", "在请求头中签名，但使用了其他 AccessKey Secret。";
    /// What is wrong with the request.
    FAULT_ENDPOINT = "The request is sent to the endpoint of another region.", "请求发送到其他地域的接入地址。";
    /// What is wrong with the request.
    FAULT_HEADER = "The Authorization header lists a header that is not sent.", "Authorization 中的请求头没有发送。";
    /// Fault.
    FAULT_TWICE = "The same request is sent twice.", "同一请求发送两次。";
    FAULT_TOO_OFTEN =
        "This is the second call within a minute, but the AccessKey is limited to one.",
        "一分钟内的第二次调用，而该 AccessKey 每分钟只能调用一次。";
    FAULT_DENIED =
        "The AccessKey does not have permission for this operation.",
        "该 AccessKey 没有调用此接口的权限。";
    /// Fault.
    FAULT_OWNERS = "OwnerId and OwnerAccount are both specified.", "同时指定了 OwnerId 和 OwnerAccount。";
    /// Why there is no error example.
    NO_FAULT =
        "No request is available here that triggers this error.",
        "此处没有可以触发该错误的请求。";

    // Errors that cannot be triggered here.
    /// When the error is returned.
    CAUSE_THROTTLING =
        "The account made too many calls in a short time, across all operations.",
        "账号在短时间内对各接口的调用次数过多。";
    /// Why it cannot be shown.
    NEVER_THROTTLING =
        "The emulator counts calls per AccessKey, not per account.",
        "模拟器按 AccessKey 计数，不按账号计数。";
    /// When the error is returned.
    CAUSE_DISABLED =
        "The AccessKey exists but is disabled.",
        "AccessKey 存在，但已被禁用。";
    /// Why it cannot be triggered.
    NEVER_DISABLED =
        "AccessKeys are always enabled here.",
        "此处的 AccessKey 始终启用。";
    /// When the error is returned.
    CAUSE_RISK =
        "The service's risk control blocked the operation.",
        "操作被服务的风控系统拦截。";
    /// Why it cannot be triggered.
    NEVER_RISK =
        "The emulator has no risk control.",
        "模拟器没有风控系统。";
    /// When the error is returned.
    CAUSE_OUTAGE =
        "The service is temporarily unavailable.",
        "服务暂时不可用。";
    /// Why it cannot be triggered.
    NEVER_OUTAGE =
        "The emulator has no outages.",
        "模拟器不会中断服务。";
}
