//! When each error is returned, why some cannot be here, and what cures them, in both languages.

crate::catalogue! {
    /// When the error is returned.
    REGION_MISSING =
        "RegionId is left out or empty.",
        "没有填写 RegionId，或值为空。";
    /// What to do about it.
    CURE_REGION_MISSING =
        "Send RegionId with the region the security group is in.",
        "填写 RegionId，值为安全组所在地域的 ID。";
    /// When the error is returned.
    REGION_MISSING_FOR_INTERFACE =
        "NetworkInterfaceId is sent without RegionId.",
        "填写了 NetworkInterfaceId，但没有填写 RegionId。";
    /// When the error is returned.
    REGION_UNKNOWN =
        "RegionId does not name a region of the service.",
        "RegionId 不是已开放的地域 ID。";
    /// When the error is returned.
    GROUP_ID_MALFORMED =
        "SecurityGroupId is missing, longer than 100 characters, or has a character other than letters, digits, underscores and hyphens.",
        "没有填写 SecurityGroupId，或超过 100 个字符，或含有字母、数字、下划线（_）、短划线（-）以外的字符。";
    /// What to do about it.
    CURE_GROUP_ID_MALFORMED =
        "Copy the whole id of the group, such as sg-bp67acfmxazb4ph1xyz9. The masked ids of sample pages end in asterisks and do not pass.",
        "复制完整的安全组 ID，例如 sg-bp67acfmxazb4ph1xyz9。文档示例中以星号遮盖的 ID 不能直接使用。";
    /// When the error is returned.
    GROUP_ID_MISSING =
        "SecurityGroupId is left out or empty.",
        "没有填写 SecurityGroupId，或值为空。";
    /// When the error is returned.
    GROUP_UNKNOWN =
        "No security group with this id exists in this region.",
        "该地域下没有此 ID 的安全组。";
    /// What to do about it.
    CURE_GROUP_UNKNOWN =
        "Check the id and the region; the group may have been deleted.",
        "检查安全组 ID 和地域是否正确；安全组可能已被删除。";
    /// When the error is returned.
    MANAGED =
        "A cloud service manages the security group, so your account can only query it.",
        "该安全组是云服务创建的托管安全组，您的账号只能查询。";
    /// What to do about it.
    CURE_MANAGED =
        "Make the change in the cloud service that created the group, or use a group of your own.",
        "在创建该安全组的云服务中修改，或改用自己创建的安全组。";
    /// When the error is returned.
    INNER_POLICY_VALUE =
        "InnerAccessPolicy is missing or is neither Accept nor Drop, in any letter case.",
        "没有填写 InnerAccessPolicy，或取值不是 Accept、Drop（不区分大小写）。";
    /// What to do about it.
    CURE_INNER_POLICY_VALUE =
        "Send Accept for intra-group connectivity or Drop for internal isolation.",
        "组内互通填 Accept，组内隔离填 Drop。";
    /// When the error is returned.
    ADVANCED_POLICY =
        "The security group is an advanced one; its members are always isolated.",
        "该安全组是企业级安全组，组内连通策略固定为组内隔离。";
    /// What to do about it.
    CURE_ADVANCED_POLICY =
        "Open paths between members with rules, or use a basic security group.",
        "用安全组规则放行成员之间的访问，或改用普通安全组。";
    /// When the error is returned.
    CLIENT_TOKEN =
        "ClientToken has a character outside ASCII or more than 64 characters.",
        "ClientToken 含有非 ASCII 字符，或超过 64 个字符。";
    /// When the error is returned.
    TOKEN_MISMATCH =
        "An earlier call of this operation had the same ClientToken and other parameters.",
        "此前有一次同名操作使用了相同的 ClientToken，但其他参数不同。";
    /// What to do about it.
    CURE_TOKEN_MISMATCH =
        "Send a new ClientToken with a new request; keep the old one only to retry the same request.",
        "新的请求使用新的 ClientToken；只有重试同一请求时才沿用原来的值。";
    /// When the error is returned.
    SERVICE_MANAGED_VALUE =
        "ServiceManaged is neither true nor false.",
        "ServiceManaged 的取值不是 true 或 false。";
    /// When the error is returned.
    PERMISSION_COUNT =
        "Permissions holds more than 100 rules.",
        "Permissions 中的规则超过 100 条。";
    /// When the error is returned.
    RULE_ID_COUNT =
        "SecurityGroupRuleId holds more than 100 ids.",
        "SecurityGroupRuleId 超过 100 个。";
    /// When the error is returned.
    INTERNAL =
        "The service itself has failed; try again later.",
        "服务内部出错，请稍后重试。";
    /// When the error is returned.
    UNAVAILABLE =
        "The service is out for a moment; try again later.",
        "服务暂时不可用，请稍后重试。";
    /// When the error is returned.
    TIMEOUT =
        "A part of the service did not answer in time.",
        "服务的上游没有及时响应。";
    /// When the error is returned.
    TOKEN_IN_USE =
        "A call with the same ClientToken is still running.",
        "使用相同 ClientToken 的请求仍在处理中。";
    /// When the error is returned.
    CALL_IN_PROGRESS =
        "Another call on the same resource is still running.",
        "针对同一资源的另一个请求仍在处理中。";
    /// When the error is returned.
    NOT_AUTHORIZED =
        "The caller may not act on this security group.",
        "调用者无权操作该安全组。";
    /// When the error is returned.
    OTHER_ACCOUNT =
        "The resource belongs to another account.",
        "资源属于其他账号。";
    /// When the error is returned.
    GROUP_NAME =
        "SecurityGroupName does not have 2 to 128 characters, does not start with a letter or a Chinese character, starts with http:// or https://, or has a character other than letters, digits, colons, underscores, full stops and hyphens.",
        "SecurityGroupName 长度不是 2～128 个字符，或不以字母、汉字开头，或以 http://、https:// 开头，或含有字母、数字、半角冒号（:）、下划线（_）、半角句号（.）、短划线（-）以外的字符。";
    /// When the error is returned.
    GROUP_DESCRIPTION_LENGTH =
        "Description has fewer than 2 or more than 256 characters.",
        "Description 长度不是 2～256 个字符。";
    /// When the error is returned.
    GROUP_DESCRIPTION_PREFIX =
        "Description starts with http:// or https://.",
        "Description 以 http:// 或 https:// 开头。";
    /// When the error is returned.
    GROUP_TYPE_VALUE =
        "SecurityGroupType is neither normal nor enterprise.",
        "SecurityGroupType 的取值不是 normal 或 enterprise。";
    /// When the error is returned.
    ADVANCED_WITHOUT_VPC =
        "An advanced security group is asked for without VpcId.",
        "创建企业级安全组时没有填写 VpcId。";
    /// When the error is returned.
    VPC_MISSING =
        "VpcId is left out, and the region offers VPCs only.",
        "没有填写 VpcId，而该地域只支持专有网络 VPC。";
    /// When the error is returned.
    VPC_UNKNOWN =
        "VpcId does not name a VPC of this region.",
        "该地域下没有此 ID 的专有网络 VPC。";
    /// When the error is returned.
    VPC_STATUS =
        "The VPC is being created or changed.",
        "专有网络 VPC 正在创建或变更。";
    /// When the error is returned.
    RESOURCE_GROUP_UNKNOWN =
        "ResourceGroupId does not name a resource group.",
        "ResourceGroupId 对应的资源组不存在。";
    /// When the error is returned.
    GROUP_LIMIT =
        "The region already has as many security groups as the quota allows.",
        "该地域的安全组数量已达配额上限。";
    /// When the error is returned.
    TAG_KEY_REPEATED =
        "Two tags have the same key.",
        "两个标签的键相同。";
    /// When the error is returned.
    TAG_KEY =
        "A tag key is empty, longer than 128 characters, starts with aliyun or acs:, or contains http:// or https://.",
        "标签键为空，或超过 128 个字符，或以 aliyun、acs: 开头，或包含 http://、https://。";
    /// When the error is returned.
    TAG_VALUE =
        "A tag value is longer than 128 characters or contains http:// or https://.",
        "标签值超过 128 个字符，或包含 http://、https://。";
    /// When the error is returned.
    TAG_LIMIT =
        "The call has more than 20 tags.",
        "请求中的标签超过 20 个。";
    /// When the error is returned.
    GROUP_HAS_MEMBERS =
        "Instances or network interfaces still belong to the security group.",
        "安全组内还有实例或弹性网卡。";
    /// When the error is returned.
    GROUP_REFERENCED =
        "A rule of another security group names this one.",
        "其他安全组的规则授权了该安全组。";
    /// When the error is returned.
    ATTRIBUTE_VALUE =
        "Attribute is not snapshotPolicyIds.",
        "Attribute 的取值不是 snapshotPolicyIds。";
    /// When the error is returned.
    QUERY_PARAMETER =
        "Direction is not ingress, egress or all; MaxResults is not a number from 10 to 1000; or NextToken is not one that a reply gave.",
        "Direction 的取值不是 ingress、egress 或 all，或 MaxResults 不是 10～1000 的整数，或 NextToken 不是上一次返回的凭证。";
    /// When the error is returned.
    INSTANCE_AND_INTERFACE =
        "InstanceId and NetworkInterfaceId are both sent.",
        "同时填写了 InstanceId 和 NetworkInterfaceId。";
    /// When the error is returned.
    INSTANCE_ID_MALFORMED =
        "Neither InstanceId nor NetworkInterfaceId is sent, or InstanceId cannot be an id.",
        "没有填写 InstanceId 和 NetworkInterfaceId，或 InstanceId 的格式不正确。";
    /// When the error is returned.
    MEMBERSHIP_ID_MALFORMED =
        "SecurityGroupId or NetworkInterfaceId cannot be an id.",
        "SecurityGroupId 或 NetworkInterfaceId 的格式不正确。";
    /// When the error is returned.
    INSTANCE_UNKNOWN =
        "No instance with this id exists in this region.",
        "该地域下没有此 ID 的实例。";
    /// When the error is returned.
    INTERFACE_UNKNOWN =
        "No network interface with this id exists in this region.",
        "该地域下没有此 ID 的弹性网卡。";
    /// When the error is returned.
    MEMBER_OTHER_VPC =
        "The security group and the instance or network interface are in different VPCs.",
        "安全组与实例（或弹性网卡）不在同一个专有网络 VPC。";
    /// When the error is returned.
    ALREADY_MEMBER =
        "The instance or network interface is in the security group already.",
        "实例或弹性网卡已在该安全组中。";
    /// When the error is returned.
    NOT_MEMBER =
        "The instance or network interface is not in the security group.",
        "实例或弹性网卡不在该安全组中。";
    /// When the error is returned.
    LAST_GROUP =
        "It is the only security group the instance or network interface is in.",
        "这是该实例或弹性网卡所在的最后一个安全组。";
    /// When the error is returned.
    MIXED_GROUP_TYPES =
        "The network interface would be in basic and advanced security groups at once.",
        "同一张网卡会同时加入普通安全组和企业级安全组。";
    /// When the error is returned.
    INSTANCE_GROUP_LIMIT =
        "The instance is in as many security groups as one network interface may join.",
        "实例加入的安全组数量已达单网卡上限。";
    /// When the error is returned.
    INTERFACE_GROUP_LIMIT =
        "The network interface is in as many security groups as it may join.",
        "弹性网卡加入的安全组数量已达上限。";
    /// When the error is returned.
    INTERFACE_RULE_LIMIT =
        "The groups of the network interface would have more rules together than the quota allows.",
        "网卡所在全部安全组的规则总数会超过配额上限。";
    /// When the error is returned.
    BASIC_GROUP_FULL =
        "The basic security group has no room for the private addresses of another member.",
        "普通安全组能容纳的私网 IP 地址数量已达上限。";
    /// When the error is returned.
    ADVANCED_GROUP_FULL =
        "The advanced security group has no room for another network interface.",
        "企业级安全组能容纳的弹性网卡数量已达上限。";
    /// When the error is returned.
    INTERFACE_STATE =
        "The state of the network interface does not allow the change.",
        "弹性网卡当前状态不允许变更。";
    /// When the error is returned.
    INTERFACE_TYPE =
        "The type of the network interface does not allow the change.",
        "弹性网卡的类型不允许变更。";
    /// When the error is returned.
    INTERFACE_MANAGED =
        "A cloud service owns the network interface.",
        "弹性网卡由云服务托管。";
    /// When the error is returned.
    INSTANCE_STATUS =
        "The instance is neither running nor stopped.",
        "实例不在运行中或已停止状态。";
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
    /// When the error is returned.
    PROTOCOL =
        "IpProtocol is missing or is none of TCP, UDP, ICMP, ICMPv6, GRE and ALL, in any letter case (some regions also take numbers from 0 to 255).",
        "没有填写 IpProtocol，或取值不是 TCP、UDP、ICMP、ICMPv6、GRE、ALL（不区分大小写；部分地域还支持 0～255 的协议号）。";
    /// When the error is returned.
    PORT_RANGE =
        "PortRange is not two ports from 1 to 65535 with a slash between them, the smaller first, such as 80/80.",
        "PortRange 不是以斜线（/）分隔的两个端口（1～65535，起始端口不大于终止端口），例如 80/80。";
    /// When the error is returned.
    PORT_RANGE_MISSING =
        "PortRange is left out, and no port list is named.",
        "没有填写 PortRange，也没有指定端口列表。";
    /// When the error is returned.
    PORT_RANGE_PROTOCOL =
        "PortRange does not fit the protocol: TCP and UDP need ports, all others need -1/-1.",
        "PortRange 与协议不匹配：TCP、UDP 需要填写端口，其他协议只能填 -1/-1。";
    /// When the error is returned.
    SOURCE_PORT_RANGE =
        "SourcePortRange is not a range of ports such as 80/80, or does not fit the protocol.",
        "SourcePortRange 不是 80/80 这样的端口范围，或与协议不匹配。";
    /// When the error is returned.
    PORT_LIST_PROTOCOL =
        "A port list is named for a protocol without ports.",
        "协议没有端口，不能使用端口列表。";
    /// When the error is returned.
    PORT_LIST_UNKNOWN =
        "PortRangeListId does not name a port list.",
        "PortRangeListId 对应的端口列表不存在。";
    /// When the error is returned.
    RULE_POLICY =
        "Policy is neither accept nor drop.",
        "Policy 的取值不是 accept 或 drop。";
    /// When the error is returned.
    PRIORITY_MALFORMED =
        "Priority is not a whole number.",
        "Priority 不是整数。";
    /// When the error is returned.
    PRIORITY_OUT_OF_RANGE =
        "Priority is not from 1 to 100.",
        "Priority 不在 1～100 之间。";
    /// When the error is returned.
    NIC_TYPE =
        "NicType is neither internet nor intranet.",
        "NicType 的取值不是 internet 或 intranet。";
    /// When the error is returned.
    NIC_TYPE_MISMATCH =
        "NicType differs from the one the rule was added with.",
        "NicType 与已有规则不一致。";
    /// When the error is returned.
    NIC_TYPE_FOR_GROUP =
        "The peer is a security group, and NicType is not intranet.",
        "授权对象为安全组时，NicType 不是 intranet。";
    /// When the error is returned.
    RULE_DESCRIPTION =
        "Description has more than 512 characters.",
        "Description 超过 512 个字符。";
    /// When the error is returned.
    SOURCE_CIDR =
        "SourceCidrIp is not an IPv4 address or CIDR block.",
        "SourceCidrIp 不是 IPv4 地址或 CIDR 地址块。";
    /// When the error is returned.
    DEST_CIDR =
        "DestCidrIp is not an IPv4 address or CIDR block.",
        "DestCidrIp 不是 IPv4 地址或 CIDR 地址块。";
    /// When the error is returned.
    IPV6_SOURCE_CIDR =
        "Ipv6SourceCidrIp does not start with an IPv6 address.",
        "Ipv6SourceCidrIp 不是 IPv6 地址或 CIDR 地址块。";
    /// When the error is returned.
    IPV6_DEST_CIDR =
        "Ipv6DestCidrIp does not start with an IPv6 address.",
        "Ipv6DestCidrIp 不是 IPv6 地址或 CIDR 地址块。";
    /// When the error is returned.
    IPV6_PREFIX =
        "The prefix length of an IPv6 CIDR block is not a number from 0 to 128.",
        "IPv6 CIDR 地址块的前缀长度不是 0～128 的整数。";
    /// When the error is returned.
    SOURCE_BOTH_FAMILIES =
        "SourceCidrIp and Ipv6SourceCidrIp are both sent.",
        "同时填写了 SourceCidrIp 和 Ipv6SourceCidrIp。";
    /// When the error is returned.
    DEST_BOTH_FAMILIES =
        "DestCidrIp and Ipv6DestCidrIp are both sent.",
        "同时填写了 DestCidrIp 和 Ipv6DestCidrIp。";
    /// When the error is returned.
    MIXED_FAMILIES =
        "One side of the rule is an IPv4 block and the other an IPv6 block.",
        "规则的一端是 IPv4 地址，另一端是 IPv6 地址。";
    /// When the error is returned.
    SAME_BLOCK =
        "The source and destination blocks are the same.",
        "源端与目的端的地址块相同。";
    /// When the error is returned.
    IPV4_PROTOCOL_WITH_IPV6 =
        "ICMP, which is for IPv4 only, is combined with an IPv6 block.",
        "ICMP 只用于 IPv4，却填写了 IPv6 地址。";
    /// When the error is returned.
    IPV6_PROTOCOL_WITH_IPV4 =
        "ICMPv6, which is for IPv6 only, is combined with an IPv4 block.",
        "ICMPv6 只用于 IPv6，却填写了 IPv4 地址。";
    /// When the error is returned.
    SOURCE_MISSING =
        "The rule names no source: no CIDR block, security group or prefix list.",
        "规则没有源端：未指定 CIDR 地址块、安全组或前缀列表。";
    /// When the error is returned.
    DEST_MISSING =
        "The rule names no destination: no CIDR block, security group or prefix list.",
        "规则没有目的端：未指定 CIDR 地址块、安全组或前缀列表。";
    /// When the error is returned.
    SOURCE_MISSING_FLAT =
        "The deprecated top-level parameters name no source.",
        "使用已废弃的顶层参数时没有指定源端。";
    /// When the error is returned.
    DEST_MISSING_FLAT =
        "The deprecated top-level parameters name no destination.",
        "使用已废弃的顶层参数时没有指定目的端。";
    /// When the error is returned.
    SOURCE_GROUP_MALFORMED =
        "SourceGroupId cannot be an id.",
        "SourceGroupId 的格式不正确。";
    /// When the error is returned.
    DEST_GROUP_MALFORMED =
        "DestGroupId cannot be an id.",
        "DestGroupId 的格式不正确。";
    /// When the error is returned.
    SOURCE_GROUP_UNKNOWN =
        "SourceGroupId does not name a security group.",
        "SourceGroupId 对应的安全组不存在。";
    /// When the error is returned.
    DEST_GROUP_UNKNOWN =
        "DestGroupId does not name a security group.",
        "DestGroupId 对应的安全组不存在。";
    /// When the error is returned.
    PEER_GROUP_OTHER_VPC =
        "The two security groups are in different VPCs.",
        "两个安全组不在同一个专有网络 VPC。";
    /// When the error is returned.
    PEER_GROUP_ADVANCED =
        "The peer is an advanced security group, which no rule can name.",
        "授权对象是企业级安全组，规则不能授权给企业级安全组。";
    /// When the error is returned.
    ADVANCED_NAMES_GROUP =
        "A rule of an advanced security group names a security group.",
        "企业级安全组的规则不能以安全组作为授权对象。";
    /// When the error is returned.
    OWN_GROUP =
        "The rule names its own security group.",
        "规则的授权对象是安全组自身。";
    /// When the error is returned.
    PREFIX_LIST_UNKNOWN =
        "The prefix list does not exist.",
        "前缀列表不存在。";
    /// When the error is returned.
    PREFIX_LIST_FAMILY =
        "The prefix list is of the other address family than the rest of the rule.",
        "前缀列表的地址族与规则的其他部分不一致。";
    /// When the error is returned.
    PREFIX_LIST_QUOTA =
        "The prefix list is used by as many resources as it may be.",
        "前缀列表关联的资源数量已达上限。";
    /// When the error is returned.
    PREFIX_LIST_CLOSED =
        "Prefix lists are not open to the account yet.",
        "账号尚未开通前缀列表功能。";
    /// When the error is returned.
    CLASSIC_PREFIX_LIST =
        "The security group is of the classic network, where rules cannot name prefix lists.",
        "经典网络的安全组不支持前缀列表。";
    /// When the error is returned.
    NETWORK_TYPE =
        "One security group is of a VPC and the other of the classic network.",
        "一个安全组属于专有网络 VPC，另一个属于经典网络。";
    /// When the error is returned.
    VPC_DISABLED =
        "The security group cannot be used in a VPC.",
        "该安全组不能在专有网络 VPC 中使用。";
    /// When the error is returned.
    MIXED_FORMS =
        "Permissions is combined with the deprecated top-level parameters.",
        "同时填写了 Permissions 和已废弃的顶层参数。";
    /// When the error is returned.
    MIXED_FORMS_REVOKE =
        "Permissions is combined with SecurityGroupRuleId or with the deprecated top-level parameters.",
        "Permissions 与 SecurityGroupRuleId 或已废弃的顶层参数同时填写。";
    /// When the error is returned.
    DUPLICATE_PERMISSIONS =
        "Permissions holds the same rule twice.",
        "Permissions 中有两条相同的规则。";
    /// When the error is returned.
    RULE_LIMIT =
        "A network interface would have more rules over all its groups than the quota allows.",
        "网卡所在全部安全组的规则总数会超过配额上限。";
    /// When the error is returned.
    GROUP_PEER_LIMIT =
        "The basic security group already has 20 rules that name a security group.",
        "普通安全组中授权对象为安全组的规则已有 20 条。";
    /// When the error is returned.
    RULE_ID_UNKNOWN =
        "SecurityGroupRuleId does not name a rule.",
        "SecurityGroupRuleId 对应的规则不存在。";
    /// When the error is returned.
    RULE_ID_REPEATED =
        "SecurityGroupRuleId names the same rule twice.",
        "SecurityGroupRuleId 中有重复的规则 ID。";
    /// When the error is returned.
    RULE_OTHER_GROUP =
        "SecurityGroupRuleId names a rule of another security group.",
        "SecurityGroupRuleId 对应的规则属于其他安全组。";
    /// When the error is returned.
    RULE_OTHER_DIRECTION =
        "SecurityGroupRuleId names a rule of the other direction.",
        "SecurityGroupRuleId 对应的规则方向不符。";
    /// When the error is returned.
    NO_GROUP_RULE =
        "No rule names the peer security group.",
        "没有授权该安全组的规则。";
    /// When the error is returned.
    MAX_RESULTS =
        "MaxResults is not a number from 1 to 100.",
        "MaxResults 不是 1～100 的整数。";
    /// When the error is returned.
    PAGE_NUMBER =
        "PageNumber is not a number from 1.",
        "PageNumber 不是大于 0 的整数。";
    /// When the error is returned.
    PAGE_SIZE =
        "PageSize is not a number from 1 to 50.",
        "PageSize 不是 1～50 的整数。";
    /// When the error is returned.
    NEXT_TOKEN =
        "NextToken is not one that a reply to this operation gave.",
        "NextToken 不是该操作上一次返回的凭证。";
    /// When the error is returned.
    NETWORK_TYPE_VALUE =
        "NetworkType is neither vpc nor classic.",
        "NetworkType 的取值不是 vpc 或 classic。";
    /// When the error is returned.
    INSTANCE_IDS =
        "InstanceIds is not a JSON array of at most 100 ids.",
        "InstanceIds 不是最多含 100 个 ID 的 JSON 数组。";
    /// When the error is returned.
    QUERY_COUNT_VALUE =
        "IsQueryEcsCount is neither true nor false.",
        "IsQueryEcsCount 的取值不是 true 或 false。";
    /// When the error is returned.
    FUZZY_QUERY_VALUE =
        "FuzzyQuery is neither true nor false.",
        "FuzzyQuery 的取值不是 true 或 false。";
    /// When the error is returned.
    DRY_RUN_VALUE =
        "DryRun is neither true nor false.",
        "DryRun 的取值不是 true 或 false。";
    /// When the error is returned.
    DRY_RUN =
        "DryRun is true and the request has passed all checks; nothing else was done.",
        "DryRun 为 true，请求已通过全部检查，没有执行其他操作。";
    /// When the error is returned.
    PAGE_NUMBER_CLOSED =
        "Paging by page number is not open to the account.",
        "账号不支持按页码分页。";
    /// When the error is returned.
    GROUP_IDS_MALFORMED =
        "SecurityGroupId or an id in SecurityGroupIds cannot be an id, or SecurityGroupIds is not a JSON array of at most 100 ids.",
        "SecurityGroupId 或 SecurityGroupIds 中的 ID 格式不正确，或 SecurityGroupIds 不是最多含 100 个 ID 的 JSON 数组。";
    /// When the error is returned.
    REFERENCED_IDS =
        "SecurityGroupId.N is not sent, has more than 10 ids, or holds one that cannot be an id.",
        "没有填写 SecurityGroupId.N，或超过 10 个，或其中有格式不正确的 ID。";
    /// When the error is returned.
    ATTRIBUTE_GROUP_ID =
        "SecurityGroupId cannot be an id.",
        "SecurityGroupId 的格式不正确。";
    /// When the error is returned.
    GROUP_DESCRIPTION =
        "Description does not have 2 to 256 characters, or starts with http:// or https://.",
        "Description 长度不是 2～256 个字符，或以 http://、https:// 开头。";
    /// When the error is returned.
    NIC_TYPE_CHANGED =
        "NicType differs from the one of the rule.",
        "NicType 与规则原有的取值不同。";
    /// When the error is returned.
    PORT_RANGE_TYPE_CHANGED =
        "The rule names ports, and the call names a port list in their place.",
        "规则使用端口范围，而请求改用端口列表。";
    /// When the error is returned.
    PEER_KIND_CHANGED =
        "The call would give the rule another kind of source or destination: IPv4 block, IPv6 block, security group or prefix list.",
        "请求会改变规则的源端或目的端类型（IPv4 地址块、IPv6 地址块、安全组、前缀列表）。";
    /// When the error is returned.
    RULE_DUPLICATE =
        "After the change another rule of the security group would say the same.",
        "修改后会与该安全组的另一条规则相同。";
    /// When the error is returned.
    MODIFY_NOTHING =
        "SecurityGroupRuleId is sent without anything to change, or the change leads to a rule that cannot exist.",
        "填写了 SecurityGroupRuleId，但没有要修改的内容，或修改后的规则不能存在。";
    /// When the error is returned.
    MODIFY_NO_RULE =
        "Neither SecurityGroupRuleId nor the fields of a rule are sent.",
        "没有填写 SecurityGroupRuleId，也没有填写规则的属性。";
    /// When the error is returned.
    PROTOCOL_FAMILY =
        "The protocol exists in another address family than the rule.",
        "协议与规则的地址族不匹配。";
    /// When the error is returned.
    PEER_DIRECTION =
        "A security group or prefix list is named on the side that rules of this direction do not have.",
        "安全组或前缀列表填在了与规则方向不符的一端。";
    /// When the error is returned.
    RULE_ID_MALFORMED =
        "SecurityGroupRuleId cannot be an id.",
        "SecurityGroupRuleId 的格式不正确。";
    /// When the error is returned.
    RULE_ID_NOT_IN_GROUP =
        "The security group has no rule with this id in this direction.",
        "该安全组的该方向上没有此 ID 的规则。";
    /// When the error is returned.
    RULE_FIELDS_UNKNOWN =
        "The security group has no rule with exactly these fields.",
        "该安全组没有与所填属性完全一致的规则。";
    /// When the error is returned.
    HTTP_METHOD =
        "The HTTP method is neither GET nor POST.",
        "HTTP 方法不是 GET 或 POST。";
    /// When the error is returned.
    HTTP_UNREADABLE =
        "The request is too long, has too many parameters, or holds text that is not UTF-8.",
        "请求过长，或参数过多，或含有不是 UTF-8 编码的内容。";
    /// When the error is returned.
    FORMAT_VALUE =
        "Format is neither JSON nor XML, in any letter case.",
        "Format 的取值不是 JSON 或 XML（不区分大小写）。";
    /// When the error is returned.
    ACTION_MISSING =
        "The request does not say which operation it wants: neither Action nor x-acs-action.",
        "请求没有指明操作：没有填写 Action，也没有 x-acs-action。";
    /// When the error is returned.
    VERSION_MISSING =
        "The request does not say which version of the API it wants: neither Version nor x-acs-version.",
        "请求没有指明 API 版本：没有填写 Version，也没有 x-acs-version。";
    /// When the error is returned.
    VERSION_VALUE =
        "The version is not 2014-05-26.",
        "版本不是 2014-05-26。";
    /// When the error is returned.
    ACTION_UNKNOWN =
        "The emulator has no operation of this name; names are case-sensitive.",
        "模拟器没有此名称的操作（区分大小写）。";
    /// When the error is returned.
    SIGNATURE_METHOD =
        "SignatureMethod is not HMAC-SHA1.",
        "SignatureMethod 的取值不是 HMAC-SHA1。";
    /// When the error is returned.
    SIGNATURE_VERSION =
        "SignatureVersion is not 1.0.",
        "SignatureVersion 的取值不是 1.0。";
    /// When the error is returned.
    TIMESTAMP_MISSING =
        "Neither Timestamp nor x-acs-date is sent.",
        "没有填写 Timestamp，也没有 x-acs-date。";
    /// When the error is returned.
    TIMESTAMP_FORMAT =
        "The timestamp is not of the form 2026-01-31T12:00:00Z.",
        "时间戳的格式不是 2026-01-31T12:00:00Z。";
    /// When the error is returned.
    TIMESTAMP_EXPIRED =
        "The timestamp is more than 15 minutes off the clock of the service.",
        "时间戳与服务端时间相差超过 15 分钟。";
    /// When the error is returned.
    ACCESS_KEY_MISSING =
        "AccessKeyId is not sent.",
        "没有填写 AccessKeyId。";
    /// When the error is returned.
    ACCESS_KEY_UNKNOWN =
        "No AccessKey has this id.",
        "AccessKeyId 不存在。";
    /// When the error is returned.
    SIGNATURE_MISSING =
        "The request is not signed: neither Signature nor Authorization is sent.",
        "请求没有签名：没有填写 Signature，也没有 Authorization。";
    /// When the error is returned.
    SIGNATURE_INCOMPLETE =
        "The Authorization header is not one of ACS3-HMAC-SHA256, or names a header that is not sent.",
        "Authorization 不符合 ACS3-HMAC-SHA256 的格式，或其中的请求头没有发送。";
    /// When the error is returned.
    SIGNATURE_MISMATCH =
        "The signature is not the one that this request has with the secret of its AccessKey.",
        "签名与用该 AccessKey 计算的结果不一致。";
    /// When the error is returned.
    NONCE_MISSING =
        "Neither SignatureNonce nor x-acs-signature-nonce is sent.",
        "没有填写 SignatureNonce，也没有 x-acs-signature-nonce。";
    /// When the error is returned.
    NONCE_USED =
        "An earlier request had the same nonce.",
        "此前的请求使用过相同的随机数。";
    /// When the error is returned.
    OWNER_TWICE =
        "OwnerId and OwnerAccount are both sent.",
        "同时填写了 OwnerId 和 OwnerAccount。";
    /// Why an error cannot be brought about here.
    NEVER_PAGE_NUMBER =
        "Paging by page number is open to every account here.",
        "模拟器中的账号都支持按页码分页。";
    /// Why an error cannot be brought about here.
    NEVER_INTERNAL =
        "The emulator checks everything before it changes a scene.",
        "模拟器在修改场景之前已完成全部检查。";
    /// Why an error cannot be brought about here.
    NEVER_OUTAGE =
        "The emulator has no outages, and answers one call at a time.",
        "模拟器不会中断服务，且逐个处理请求。";
    /// Why an error cannot be brought about here.
    NEVER_CLASSIC =
        "Every security group here is in a VPC.",
        "场景中的安全组都属于专有网络 VPC。";
    /// Why an error cannot be brought about here.
    NEVER_ACCOUNT =
        "A scene has one account, which may do everything.",
        "场景中只有一个账号，且拥有全部权限。";
    /// Why an error cannot be brought about here.
    NEVER_STATE =
        "VPCs, instances and network interfaces are always ready here.",
        "场景中的 VPC、实例和弹性网卡始终处于可用状态。";
    /// Why an error cannot be brought about here.
    NEVER_SERVICE_INTERFACE =
        "No network interface here belongs to a cloud service.",
        "场景中没有云服务托管的弹性网卡。";
    /// Why an error cannot be brought about here.
    NEVER_INSTANCE_TYPE =
        "Every instance here supports advanced security groups.",
        "场景中的实例都支持企业级安全组。";
    /// Why an error cannot be brought about here.
    NEVER_INTERFACE_TYPE =
        "No page says which types of network interface are refused, so none is here.",
        "文档没有说明哪些网卡类型会被拒绝，因此模拟器不作限制。";
    /// Why an error cannot be brought about here.
    NEVER_OTHER_WORDING =
        "The page prints this error in several wordings; the emulator sends another of them.",
        "文档对该错误有多种写法，模拟器返回其中另一种。";
    /// Why an error cannot be brought about here.
    NEVER_OTHER_ROW =
        "The page lists two errors for this; the emulator sends the other one.",
        "文档对该情况列出两个错误，模拟器返回另一个。";
    /// Why an error cannot be brought about here.
    NEVER_NO_MATCH =
        "Removing rules by their fields succeeds when no rule matches.",
        "按规则属性删除时，没有匹配的规则也会成功。";
    /// Why an error cannot be brought about here.
    NEVER_NOT_MEMBER_SINCE_2024 =
        "Since 8 July 2024 the error is InvalidSecurityGroupAssociation.NotFound.",
        "自 2024 年 7 月 8 日起返回 InvalidSecurityGroupAssociation.NotFound。";
    /// Why an error cannot be brought about here.
    NEVER_PREFIX_LIST_CLOSED =
        "Prefix lists are open to every account today.",
        "前缀列表已对所有账号开放。";
    /// Why an error cannot be brought about here.
    NEVER_PREFIX_LIST_QUOTA =
        "A scene does not count what a prefix list is used by.",
        "场景不统计前缀列表关联的资源数量。";
    /// Why an error cannot be brought about here.
    NEVER_VPC_DISABLED =
        "Every security group can be used in a VPC today.",
        "目前所有安全组都能在专有网络 VPC 中使用。";
    /// Why an error cannot be brought about here.
    NEVER_VSWITCH =
        "Scenes have no vSwitches.",
        "场景中没有交换机。";
    /// Why an error cannot be brought about here.
    NEVER_MANAGED_CREATE =
        "No group exists yet that could be managed.",
        "创建时还没有可被托管的安全组。";
}
