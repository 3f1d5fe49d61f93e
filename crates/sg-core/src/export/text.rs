//! Comments in exported files: requirements and unsupported parts.

crate::catalogue! {
    FROM_TO = "from \\ to", "源 \\ 目的";
    REBUILDS = "Recreates the security groups of a scenario with their rules and members.", "重建一个场景的安全组、安全组规则及成员关系。";
    EXISTING = "The following cannot be created through the security group API. Enter your own IDs here.", "以下资源无法通过安全组 API 创建，请填写您自己的 ID。";
    VPC = "VPC {name}, {blocks}", "VPC {name}，{blocks}";
    LIST = "Prefix list {name}: {blocks}", "前缀列表 {name}：{blocks}";
    PORT_LIST = "ID of an existing port list {name}: {ranges}", "已有端口列表 {name} 的 ID：{ranges}";
    INSTANCE = "Instance {name}, {addresses}", "实例 {name}，{addresses}";
    INTERFACE = "Network interface of {name}, {addresses}", "{name} 的弹性网卡，{addresses}";
    MANAGED = "Security group {name}, managed by a cloud service or owned by another account", "安全组 {name}，由云服务托管或属于其他账号";
    START = "The group that the instances of {vpc} are in now and will leave", "{vpc} 中的实例当前所在的安全组，实例随后会移出该组";
    START_ADVANCED = "The advanced group that the instances of {vpc} are in now and will leave", "{vpc} 中的实例当前所在的企业级安全组，实例随后会移出该组";
    JOINED = "{a} and {b} must be connected by a VPC peering connection or CEN.", "{a} 与 {b} 之间需要打通（VPC 对等连接或云企业网）。";
    NAT = "{name} needs a NAT gateway with SNAT entries: instances without a public IP address reach the Internet through it.", "{name} 需要配置了 SNAT 条目的 NAT 网关：没有公网 IP 地址的实例通过它访问公网。";
    PUBLIC = "{name} needs the public IP address {address}, for example an EIP.", "{name} 需要公网 IP 地址 {address}，例如绑定 EIP。";
    REFUSED = "This call would be rejected with {code}:", "此调用会被拒绝（{code}）：";
    NOT_SAID = "Cannot be written as a command: {error}", "无法写成命令：{error}";
    LEFT_OUT = "The name or description of this group is not accepted by the API: {name}", "此安全组的名称或描述不符合 API 要求：{name}";
    IMAGE = "An image available in the region", "所在地域的镜像";
    TYPE = "An instance type available in the zone", "所在可用区的实例规格";
    ZONE = "The zone of the instances", "实例所在的可用区";
    HELD = "{name} belongs to a cloud service, which creates it.", "{name} 属于云服务，由该服务创建。";
    UNATTACHED = "{name} is attached to no instance; create it with CreateNetworkInterface in a vSwitch of {vpc}.", "{name} 没有绑定实例；请在 {vpc} 的交换机中通过 CreateNetworkInterface 创建。";
    UNATTACHED_IN = "{name} is attached to no instance; create it with CreateNetworkInterface in the vSwitch {vswitch}.", "{name} 没有绑定实例；请在交换机 {vswitch} 中通过 CreateNetworkInterface 创建。";
    UNREAD = "Not everything about {name} is known; what is unknown is left out.", "安全组 {name} 的信息并不完整，未知的部分已略去。";
    MANAGED_ID = "ID of {name}, which this account can only read: a cloud service manages it, or another account owns it", "安全组 {name} 的 ID（由云服务托管或属于其他账号，本账号只能查看）";
    RULE_NOT_SAID = "The provider has no attributes that fully express this rule: {rule}", "Provider 没有可以完整表达此规则的属性：{rule}";
    PRIORITY_NOT_WRITABLE = "A priority above 100 cannot be written, so this rule is left out: {rule}", "优先级大于 100 的规则无法写入，因此略去：{rule}";
    IPV6 = "The IPv6 blocks of {name} are assigned by the service and cannot be specified: {blocks}", "{name} 的 IPv6 地址段由系统分配，无法指定：{blocks}";
    ADDRESSES_NOT_SAID = "These addresses of {name} are assigned by the service and cannot be specified: {addresses}", "{name} 的以下地址由系统分配，无法指定：{addresses}";
    NO_PLACE = "{name} has no IPv4 address, so its vSwitch cannot be determined.", "{name} 没有 IPv4 地址，无法确定所属的交换机。";
    NO_BLOCK = "{name} has no IPv4 block, which the provider requires.", "{name} 没有 IPv4 地址段，而 Provider 需要该地址段。";

    // The exposure report.
    /// Between items of a list.
    COMMA = ", ", "、";
    /// Headings.
    EXPOSED_RISK = "Risk", "风险";
    EXPOSED_ADDRESS = "Public address", "公网地址";
    EXPOSED_NAME = "Instance", "实例";
    EXPOSED_PACKETS = "Packets", "数据包";
    EXPOSED_SOURCES = "Source", "源地址";
    EXPOSED_SERVICES = "Sensitive ports", "敏感端口";
    EXPOSED_RULE = "Rule", "规则";
    EXPOSED_RULE_ID = "Rule ID", "规则 ID";
    EXPOSED_DESCRIPTION = "Description", "描述";
    EXPOSED_CREATED = "Created at", "创建时间";
    EXPOSED_GROUP = "Security group", "安全组";
    /// Sensitive ports are open to the whole Internet.
    EXPOSED_CRITICAL = "open to the Internet", "对公网开放";
    /// Something that is not known decides.
    EXPOSED_UNKNOWN = "unknown", "未知";
    /// A member of a group that the scenario does not list.
    EXPOSED_ANY_MEMBER = "any unlisted member of {group}", "{group} 的任一未列出的成员";
    /// Every packet.
    EXPOSED_EVERYTHING = "all traffic", "全部数据包";
    /// Blocks without some of their addresses.
    EXPOSED_EXCEPT = "{blocks} except {except}", "{blocks}，除 {except} 外";
    /// No rule decides.
    EXPOSED_BY_DEFAULT = "no inbound Deny rule matches: allowed by default", "没有入方向拒绝规则匹配，默认允许";
    /// Something else decides.
    EXPOSED_OTHERWISE = "not decided by a rule", "不由规则决定";
    /// A row about members that are not known.
    EXPOSED_IF_PUBLIC = "Not all members are known. Any member with a public address would be exposed by this rule: {rule}.", "成员信息不完整。拥有公网地址的成员会因以下规则对公网开放：{rule}。";
    /// A row about addresses that a service publishes.
    EXPOSED_IF_PUBLISHED = "The public addresses of this service are not known. Any that leads here would be exposed by this rule: {rule}.", "该云服务的公网地址未知。指向此处的公网地址会因以下规则对公网开放：{rule}。";

    // What an export leaves out.
    OMITTED = "Left out, each with a comment below that says why: {items}.", "已略去以下内容，原因见下方各处注释：{items}。";
    OMITTED_GROUPS = "security groups: {count}", "安全组 {count} 个";
    OMITTED_GROUP_TEXTS = "names and descriptions of groups: {count}", "安全组名称和描述 {count} 处";
    OMITTED_RESOURCE_GROUPS = "resource groups: {count}", "资源组 {count} 个";
    OMITTED_TAGS = "tags: {count}", "标签 {count} 个";
    OMITTED_PROTECTIONS = "deletion protection: {count}", "删除保护 {count} 处";
    OMITTED_UNKNOWN = "groups that are not known completely: {count}", "信息不完整的安全组 {count} 个";
    OMITTED_RULES = "rules: {count}", "规则 {count} 条";
    OMITTED_RULE_DESCRIPTIONS = "descriptions of rules: {count}", "规则描述 {count} 处";
    OMITTED_INTERFACES = "network interfaces: {count}", "弹性网卡 {count} 个";
    OMITTED_MEMBERSHIPS = "memberships: {count}", "成员关系 {count} 处";
    OMITTED_ADDRESSES = "addresses and blocks: {count}", "地址和地址段 {count} 个";
    OMITTED_ROUTES = "connections between VPCs: {count}", "专有网络之间的连接 {count} 处";
    RESOURCE_GROUP = "Resource group", "资源组";
    TAG_LEFT_OUT = "The API does not accept this tag of {name}, for example because the prefix is reserved: {tag}", "API 不接受 {name} 的这个标签（例如使用了系统保留的前缀）：{tag}";
    RESOURCE_GROUP_LEFT_OUT = "The API does not accept the resource group of {name}: {id}", "API 不接受 {name} 的资源组：{id}";
    RULE_DESCRIPTION_LEFT_OUT = "The description of this rule of {name} cannot be written: {description}", "{name} 的这条规则的描述无法写入：{description}";
    PROTECTION_LEFT_OUT = "Deletion protection of {name} is set by the service that owns it, and by no call of an account.", "{name} 的删除保护由所属的云服务设置，账号无法通过 API 调用设置。";
}
