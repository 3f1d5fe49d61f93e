//! The texts of comparisons.

crate::catalogue! {
    /// One line of what changes. `{change}` is one of the words below.
    LINE = "{from} → {to}: {packets} {change}, {pairs}", "{from} → {to}：{packets} {change}，{pairs}";
    /// All packets.
    ALL_PACKETS = "all traffic", "全部数据包";
    /// All packets but a few.
    ALL_PACKETS_EXCEPT = "all traffic except {packets}", "除 {packets} 外的全部数据包";
    /// The packets, at some addresses of an outside block.
    AT_ADDRESSES = "{packets} ({addresses})", "{packets}（{addresses}）";
    /// The number of pairs.
    PAIRS = "{count} pairs", "{count} 条访问路径";
    /// A single pair.
    ONE_PAIR = "1 pair", "1 条访问路径";
    /// Blocked before, passes now.
    OPENED = "opened", "放通";
    /// Passed before, is blocked now.
    CLOSED = "closed", "阻断";
    /// Blocked before, unknown now.
    MAY_OPEN = "may open (unknown now)", "可能放通（现在未知）";
    /// Passed before, unknown now.
    MAY_CLOSE = "may close (unknown now)", "可能阻断（现在未知）";
    /// Unknown before, passes now.
    KNOWN_OPEN = "allowed now (unknown before)", "现在允许（之前未知）";
    /// Unknown before, is blocked now.
    KNOWN_CLOSED = "blocked now (unknown before)", "现在阻断（之前未知）";

    /// Every interface of the scenario.
    EVERY_INTERFACE = "every interface", "所有弹性网卡";
    /// Every interface of the scenario but a few.
    EVERY_INTERFACE_EXCEPT = "every interface except {names}", "除 {names} 外的所有弹性网卡";
    /// All members of a group.
    MEMBERS_OF = "members of {group}", "{group} 的成员";
    /// Several names, and how many ends remain. English counts the rest.
    AND_MORE = "{names} and {count} more", "{names} 等，另有 {count} 个";
    /// Between several names, ports or addresses.
    COMMA = ", ", "、";
    /// How many lines a summary leaves out.
    MORE_LINES = "and {count} more lines", "另有 {count} 行";
    /// Packet sets beyond those named.
    MORE_PACKETS = "{packets} and {count} more ranges", "{packets} 等，另有 {count} 个范围";

    // What is configured differently.
    /// A group, rule or member that is new. `{what}` names it.
    ADDED = "added: {what}", "新增：{what}";
    /// What is no longer there.
    REMOVED = "removed: {what}", "移除：{what}";
    /// What has other properties.
    CHANGED = "changed: {what}: {properties}", "变更：{what}：{properties}";
    /// A property with both values.
    PROPERTY = "{property} {before} → {after}", "{property} {before} → {after}";
    /// A value that is empty.
    NONE = "none", "无";
    /// A group without rules of its own.
    GROUP = "security group {group}", "安全组 {group}";
    /// A group that came or went with its rules.
    GROUP_WITH_RULES = "security group {group} with {count} rules", "安全组 {group}（{count} 条规则）";
    /// A rule, as one line.
    RULE = "rule of {group}: {rule}", "{group} 的规则：{rule}";
    /// A rule with its ID, its description or its creation time.
    RULE_DETAILS = "{rule} ({details})", "{rule}（{details}）";
    /// When a rule was created.
    CREATED_AT = "created {time}", "创建于 {time}";
    /// Interfaces that are members now, or were.
    MEMBERS = "members of {group}: {names}", "{group} 的成员：{names}";
    /// Instances.
    INSTANCES = "instances {names}", "实例 {names}";
    /// Instances and the groups they are in.
    INSTANCES_IN = "instances {names} in {groups}", "实例 {names}，属于 {groups}";
    /// An interface.
    INTERFACE = "network interface {name} ({addresses})", "弹性网卡 {name}（{addresses}）";
    /// A prefix list.
    PREFIX_LIST = "prefix list {name}", "前缀列表 {name}";
    /// A port list.
    PORT_LIST = "port list {name}", "端口列表 {name}";
    /// A VPC.
    VPC = "VPC {name}", "专有网络 {name}";
    /// A connection between two VPCs.
    ROUTE = "connection between {a} and {b}", "{a} 与 {b} 之间的连接";
    /// An outside address.
    OUTSIDE = "outside address {name} ({block})", "外部地址 {name}（{block}）";
    /// The scenario as a whole.
    SCENARIO = "scenario", "场景";

    // Properties.
    /// `InnerAccessPolicy`.
    POLICY = "intra-group connectivity policy", "组内连通策略";
    /// `SecurityGroupType`.
    GROUP_TYPE = "type", "类型";
    /// A name.
    NAME = "name", "名称";
    /// A description.
    DESCRIPTION = "description", "描述";
    /// `VpcId`.
    VPC_ID = "VPC", "专有网络";
    /// `ServiceManaged`.
    MANAGED = "managed by a service", "由云产品托管";
    /// The account.
    OWNER = "owner account", "所属账号";
    /// Tags.
    TAGS = "tags", "标签";
    /// `ResourceGroupId`.
    RESOURCE_GROUP = "resource group", "资源组";
    /// `DeletionProtection`.
    DELETION_PROTECTION = "deletion protection", "删除保护";
    /// What could not be read.
    NOT_KNOWN = "not known", "未知部分";
    /// The action of a rule.
    ACTION = "action", "授权策略";
    /// The priority of a rule.
    PRIORITY = "priority", "优先级";
    /// Protocol and ports.
    PORTS = "protocol and ports", "协议与端口";
    /// The other end of a rule.
    PEER = "authorization object", "授权对象";
    /// The own end of a rule.
    LOCAL_CIDR = "local CIDR block", "本端 CIDR 地址块";
    /// Private addresses.
    ADDRESSES = "private addresses", "私网 IP 地址";
    /// Public addresses.
    PUBLIC_ADDRESSES = "public addresses", "公网 IP 地址";
    /// What an interface belongs to.
    HOLDER = "belongs to", "归属";
    /// Address blocks.
    BLOCKS = "blocks", "地址段";
    /// Whether a VPC has SNAT.
    SNAT = "SNAT", "SNAT";
    /// `MaxEntries`.
    MAX_ENTRIES = "maximum number of entries", "最大条目容量";
    /// `RegionId`.
    REGION = "region", "地域";
    /// Raised quotas.
    QUOTAS = "raised quotas", "已提升的配额";
    /// Connections between VPCs that the input does not list.
    ROUTES_NOT_KNOWN = "other connections between VPCs possible", "专有网络之间可能有其他连接";
    /// Members that the input does not list.
    MEMBERS_NOT_KNOWN = "other members possible", "可能有其他成员";
    /// Which of two readings applies.
    READING = "interpretation of the sources", "采用的文档说法";
}
