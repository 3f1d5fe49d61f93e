//! Comments in exported files: requirements and unsupported parts.

crate::catalogue! {
    FROM_TO = "from \\ to", "源 \\ 目的";
    REBUILDS = "Recreates the security groups of a scenario with their rules and members.", "重建一个场景的安全组、安全组规则及成员关系。";
    EXISTING = "The following cannot be created through the security group API. Enter your own IDs here.", "以下资源无法通过安全组 API 创建，请填写您自己的 ID。";
    VPC = "VPC {name}, {blocks}", "VPC {name}，{blocks}";
    LIST = "Prefix list {name}: {blocks}", "前缀列表 {name}：{blocks}";
    INSTANCE = "Instance {name}, {addresses}", "实例 {name}，{addresses}";
    INTERFACE = "Network interface of {name}, {addresses}", "{name} 的弹性网卡，{addresses}";
    MANAGED = "Security group {name}, managed by a cloud service", "安全组 {name}，由云服务托管";
    START = "The group that the instances of {vpc} are in now and will leave", "{vpc} 中的实例当前所在的安全组，实例随后会移出该组";
    START_ADVANCED = "The advanced group that the instances of {vpc} are in now and will leave", "{vpc} 中的实例当前所在的企业级安全组，实例随后会移出该组";
    JOINED = "{a} and {b} must be connected by a VPC peering connection or CEN.", "{a} 与 {b} 之间需要打通（VPC 对等连接或云企业网）。";
    PUBLIC = "{name} needs the public IP address {address}, for example an EIP.", "{name} 需要公网 IP 地址 {address}，例如绑定 EIP。";
    REFUSED = "This call would be rejected with {code}:", "此调用会被拒绝（{code}）：";
    NOT_SAID = "Cannot be written as a command: {error}", "无法写成命令：{error}";
    LEFT_OUT = "The name or description of this group is not accepted by the API: {name}", "此安全组的名称或描述不符合 API 要求：{name}";
    IMAGE = "An image available in the region", "所在地域的镜像";
    TYPE = "An instance type available in the zone", "所在可用区的实例规格";
    ZONE = "The zone of the instances", "实例所在的可用区";
    MANAGED_ID = "ID of {name}, which is managed by a cloud service", "由云服务托管的安全组 {name} 的 ID";
    RULE_NOT_SAID = "The provider has no attributes that fully express this rule: {rule}", "Provider 没有可以完整表达此规则的属性：{rule}";
    IPV6 = "The IPv6 blocks of {name} are assigned by the service and cannot be specified: {blocks}", "{name} 的 IPv6 地址段由系统分配，无法指定：{blocks}";
    ADDRESSES_NOT_SAID = "These addresses of {name} are assigned by the service and cannot be specified: {addresses}", "{name} 的以下地址由系统分配，无法指定：{addresses}";
    NO_PLACE = "{name} has no IPv4 address, so its vSwitch cannot be determined.", "{name} 没有 IPv4 地址，无法确定所属的交换机。";
    NO_BLOCK = "{name} has no IPv4 block, which the provider requires.", "{name} 没有 IPv4 地址段，而 Provider 需要该地址段。";
}
