//! The texts of the error examples in both languages.

crate::catalogue! {
    // Descriptions of preparatory edits.
    SCENE_OF_ITS_OWN =
        "Your scene has no room for it, so a small scene of the laboratory takes its place; undo brings yours back.",
        "当前场景没有空间，改用实验室的小场景；撤销即可恢复您的场景。";
    FIRST_CALL =
        "Makes a call before it.",
        "先发起一次调用。";
    ADD_GROUPS =
        "Adds two basic security groups.",
        "添加两个普通安全组。";
    ADD_MANAGED =
        "Adds a security group that a cloud service manages.",
        "添加一个由云服务托管的安全组。";
    ADD_ADVANCED =
        "Adds an advanced security group.",
        "添加一个企业级安全组。";
    ADD_FOREIGN =
        "Adds a security group in another VPC.",
        "在另一个专有网络 VPC 中添加一个安全组。";
    ADD_MEMBER =
        "Adds an instance in one security group.",
        "添加一台只属于一个安全组的实例。";
    ADD_RULES =
        "Adds a security group with rules of every kind, and prefix lists.",
        "添加一个包含各类规则的安全组，以及前缀列表。";
    FILL_REGION =
        "Fills the region with as many security groups as the quota allows.",
        "将该地域的安全组数量填满至配额上限。";
    FILL_INTERFACE =
        "Adds an instance in as many security groups as it may join.",
        "添加一台加入安全组数量已达上限的实例。";
    FILL_RULES =
        "Adds an instance whose security group has as many rules as the quota allows.",
        "添加一台实例，其安全组的规则数量已达配额上限。";
    FILL_PEERS =
        "Adds a security group with as many rules that name a security group as it may have.",
        "添加一个安全组，其中授权对象为安全组的规则已达上限。";
    FILL_BASIC =
        "Adds a basic security group whose members have as many private addresses as it may hold.",
        "添加一个私网 IP 地址数量已达上限的普通安全组。";
    FILL_ADVANCED =
        "Adds an advanced security group with as many network interfaces as it may hold.",
        "添加一个弹性网卡数量已达上限的企业级安全组。";

    /// There is no example for the error.
    NO_RECIPE =
        "The laboratory knows no call that ends in this error.",
        "实验室没有触发该错误的调用。";

    // Defects of a request.
    FAULT_METHOD = "The request is sent with PUT.", "以 PUT 方法发送请求。";
    FAULT_BYTES = "A value decodes to bytes that are not UTF-8.", "某个值解码后不是 UTF-8 文本。";
    FAULT_LEFT_OUT = "{name} is left out.", "没有填写 {name}。";
    FAULT_VALUE = "{name} has another value: {value}", "{name} 改为其他值：{value}";
    FAULT_CLOCK = "The clock of the caller is an hour slow.", "调用方的时钟慢一小时。";
    FAULT_SECRET = "Another secret signs.", "用其他 AccessKey Secret 签名。";
    FAULT_HEADER = "The Authorization header names a header that is not sent.", "Authorization 中的请求头没有发送。";
    FAULT_TWICE = "The same request is sent twice.", "同一请求发送两次。";
    FAULT_TOO_OFTEN =
        "It is the second call within a minute, and the key may make one.",
        "一分钟内的第二次调用，而该 AccessKey 每分钟只能调用一次。";
    FAULT_DENIED =
        "The key has no permission for the operation.",
        "该 AccessKey 没有执行此操作的权限。";
    FAULT_OWNERS = "OwnerId and OwnerAccount are both sent.", "同时填写 OwnerId 和 OwnerAccount。";
    /// There is no request for the error.
    NO_FAULT =
        "The laboratory knows no request that ends in this error.",
        "实验室没有触发该错误的请求。";

    // Errors that cannot be triggered here.
    /// When the error is returned.
    CAUSE_THROTTLING =
        "The account has made too many calls of all kinds in a short time.",
        "账号在短时间内对各类操作的调用次数过多。";
    /// Why it cannot be triggered.
    NEVER_THROTTLING =
        "The emulator counts the calls of a key, not of an account.",
        "模拟器按 AccessKey 计数，不按账号计数。";
    /// When the error is returned.
    CAUSE_DISABLED =
        "The AccessKey exists and is disabled.",
        "AccessKey 存在，但已被禁用。";
    /// Why it cannot be triggered.
    NEVER_DISABLED =
        "The keys here are always enabled.",
        "此处的 AccessKey 始终启用。";
    /// When the error is returned.
    CAUSE_RISK =
        "The risk control of the service has stopped the operation.",
        "操作被服务的风控系统拦截。";
    /// Why it cannot be triggered.
    NEVER_RISK =
        "The emulator has no risk control.",
        "模拟器没有风控系统。";
    /// When the error is returned.
    CAUSE_OUTAGE =
        "The service is out for a moment.",
        "服务暂时不可用。";
    /// Why it cannot be triggered.
    NEVER_OUTAGE =
        "The emulator has no outages.",
        "模拟器不会中断服务。";
}
