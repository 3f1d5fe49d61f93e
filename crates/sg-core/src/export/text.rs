//! Comments in exported files: requirements and unsupported parts.

crate::catalogue! {
    FROM_TO = "from \\ to", "源 \\ 目的";
    REBUILDS = "Rebuilds the security groups of a scene with their rules and members.", "重建一个场景的安全组、安全组规则及成员关系。";
    EXISTING = "No security group call makes what follows: put the ids of your own here.", "以下资源无法通过安全组 API 创建，请填写您自己的 ID。";
    VPC = "VPC {name}, {blocks}", "VPC {name}，{blocks}";
    LIST = "Prefix list {name}: {blocks}", "前缀列表 {name}：{blocks}";
    INSTANCE = "Instance {name}, {addresses}", "实例 {name}，{addresses}";
    INTERFACE = "Network interface of {name}, {addresses}", "{name} 的弹性网卡，{addresses}";
    MANAGED = "Group {name}, which a cloud service manages", "安全组 {name}，由云服务托管";
    START = "The group that the instances of {vpc} are in now; they leave it", "{vpc} 中的实例当前所在的安全组，实例随后会移出该组";
    START_ADVANCED = "The advanced group that the instances of {vpc} are in now; they leave it", "{vpc} 中的实例当前所在的企业级安全组，实例随后会移出该组";
    JOINED = "{a} and {b} must be joined (VPC peering or CEN).", "{a} 与 {b} 之间需要打通（VPC 对等连接或云企业网）。";
    PUBLIC = "{name} needs the public address {address}, such as an EIP.", "{name} 需要公网地址 {address}，例如绑定 EIP。";
    REFUSED = "The service refuses this call ({code}):", "此调用会被拒绝（{code}）：";
    NOT_SAID = "Not to be said as a command: {error}", "无法写成命令：{error}";
    LEFT_OUT = "The names of this group are none that the API takes: {name}", "此安全组的名称或描述不符合 API 要求：{name}";
    IMAGE = "An image of the region", "所在地域的镜像";
    TYPE = "An instance type of the zone", "所在可用区的实例规格";
    ZONE = "The zone the instances stand in", "实例所在的可用区";
    MANAGED_ID = "The id of {name}, which a cloud service manages", "由云服务托管的安全组 {name} 的 ID";
    RULE_NOT_SAID = "The provider has no attribute for all of this rule: {rule}", "Provider 没有可以完整表达此规则的属性：{rule}";
    IPV6 = "IPv6 blocks of {name} are assigned by the service, not chosen: {blocks}", "{name} 的 IPv6 网段由系统分配，无法指定：{blocks}";
    ADDRESSES_NOT_SAID = "Addresses of {name} that are assigned, not chosen: {addresses}", "{name} 的以下地址由系统分配，无法指定：{addresses}";
    NO_PLACE = "{name} has no IPv4 address, so there is no vSwitch to put it into.", "{name} 没有 IPv4 地址，无法确定所属的交换机。";
    NO_BLOCK = "{name} has no IPv4 block, which the provider needs.", "{name} 没有 IPv4 网段，而 Provider 需要该网段。";
}
