//! The list of assumptions.

super::readings! {
    /// Ids may hold hyphens.
    HyphensInIds SourcesDisagree [POLICY]
        "IDs may contain hyphens. The message for a malformed ID allows only letters, digits and underscores, but every ID shown on the pages has a hyphen.",
        "ID 可以含有短划线：格式错误的提示信息只允许字母、数字和下划线，但文档中的 ID 都带有短划线。";
    /// What is missing is malformed.
    MissingIsMalformed Documented [POLICY_2021]
        "A missing SecurityGroupId or InnerAccessPolicy returns the same error as a malformed one.",
        "缺少 SecurityGroupId 或 InnerAccessPolicy 时，返回与格式错误相同的错误。";
    /// The order of an operation's checks.
    OrderOfChecks Inferred [POLICY, COMMON_ERRORS]
        "An operation checks the format of its parameters in the order of its error table, then ClientToken, then whether the region and the group exist, then who manages the group and its type. Only then does it change anything.",
        "接口先按错误码表的顺序检查各参数的格式，再检查 ClientToken，然后确认地域和安全组是否存在，再检查安全组是否为托管安全组以及其类型；全部通过后才会修改。";
    /// The order of the checks before an operation.
    OrderOfTheFront Inferred [COMMON_PARAMETERS, COMMON_ERRORS]
        "Before it reaches the operation, a request is checked in this order: method and form, Format, version and operation, AccessKey, signature, timestamp, nonce, throttling, permission, endpoint.",
        "请求到达接口之前按以下顺序检查：请求方法与形式、Format、版本与接口名称、AccessKey、签名、时间戳、随机数、流控、权限、接入地址。";
    /// The same policy again.
    UnchangedPolicy Inferred [POLICY]
        "Setting the policy that a basic security group already has succeeds and changes nothing.",
        "将普通安全组设为它当前的组内连通策略会成功，且不产生任何变化。";
    /// Drop on an advanced group.
    DropOnAdvanced Inferred [POLICY]
        "Setting Drop on an advanced security group fails like any other value, even though nothing would change.",
        "对企业级安全组设置 Drop 与设置其他值一样失败，尽管结果不会有变化。";
    /// Rows of the service as a whole.
    CommonRows Inferred [COMMON_ERRORS, CLIENT_ERRORS]
        "If the operation's error table has no row for an error, such as a missing or unknown region, a missing ID or an invalid page size, the service's common error is returned.",
        "接口的错误码表没有对应的行时（例如缺少地域、地域不存在、缺少 ID、分页大小不正确），返回服务的公共错误。";
    /// Rows of the sibling operation.
    SiblingRows Inferred [AUTHORIZE_2021, REVOKE_EGRESS_2021, EGRESS, REVOKE]
        "Three operations have no error table newer than 2021. For an error missing from such a table, the matching row of the operation for the other direction is returned.",
        "有三个接口没有 2021 年之后的错误码表；表中没有列出的错误，按另一方向接口错误码表中的对应行返回。";
    /// Words in place of %s.
    OwnWords Inferred [POLICY]
        "If a documented message is only a placeholder (%s), it is filled with the parameter name or with the emulator's own text, which is marked as such.",
        "文档中的信息只有占位符（%s）时，填入参数名，或填入标明由模拟器填写的文字。";
    /// The address in Recommend.
    Recommend Documented [ERROR_SAMPLES, COMMON_ERRORS]
        "An error includes Recommend, the address of a troubleshooting page with the error code and RequestId. The pages show one address for each of the vendor's sites; a region in China gets that of the Chinese site.",
        "错误返回带有 Recommend，即包含错误码和 RequestId 的诊断页面地址。文档中国际站和中国站的地址不同；中国地域返回中国站的地址。";
    /// The default body format.
    DefaultFormat SourcesDisagree [COMMON_PARAMETERS, POLICY]
        "Without Format, the reply is XML, as the parameter's pages say. A request signed in its headers gets JSON, the only format that the newest pages show.",
        "缺少 Format 时按参数说明返回 XML；在请求头中签名的请求返回 JSON，最新文档的示例只有 JSON。";
    /// A rule that exists already.
    DuplicateAuthorize SourcesDisagree [AUTHORIZE, AUTHORIZE_2021, EGRESS_2021]
        "Adding a rule that already exists succeeds and adds nothing, in both directions. An outbound page from 2021 says that it fails.",
        "添加已有的规则会成功，且不新增规则，两个方向相同；2021 年的出方向文档称会失败。";
    /// Removing by an unknown id.
    UnknownRuleId Documented [REVOKE]
        "Since 8 July 2024, deleting a rule by an ID that does not exist fails, for an inbound rule with InvalidParam.SecurityGroupRuleId.",
        "自 2024 年 7 月 8 日起，按不存在的规则 ID 删除会失败；入方向返回 InvalidParam.SecurityGroupRuleId。";
    /// Removing what is not there.
    NoMatchSucceeds Documented [REVOKE]
        "Deleting rules by their fields under Permissions.N succeeds even if no rule matches.",
        "以 Permissions.N 指定规则属性删除时，没有匹配的规则也会成功。";
    /// Which row for which rule id.
    RuleIdRows Inferred [REVOKE]
        "Of the remaining rows about rule IDs, one is used for a rule of another group and one for a rule of the other direction. The page does not say when each applies.",
        "关于规则 ID 的其余两行，一行用于其他安全组的规则，一行用于另一方向的规则；文档没有说明各自的适用情况。";
    /// Ids beside flat fields.
    RuleIdsWin Inferred [REVOKE]
        "If a call contains both rule IDs and top-level rule fields, the IDs take precedence.",
        "同一请求中既有规则 ID 又有顶层的规则属性时，以规则 ID 为准。";
    /// Two rows for two forms.
    RowsByForm Inferred [EGRESS, REVOKE]
        "If a table has one row that names the parameter and one that does not, the first is used for Permissions.N and the second for the deprecated top-level fields.",
        "错误码表中一行带参数名、另一行不带时，前者对应 Permissions.N，后者对应已废弃的顶层属性。";
    /// A token after a refusal.
    RefusalFreesToken Inferred [IDEMPOTENCE]
        "A rejected call does not use up its ClientToken.",
        "被拒绝的请求不会占用它的 ClientToken。";
    /// A token's reach.
    TokenPerOperation Inferred [IDEMPOTENCE]
        "A ClientToken applies to one operation. Another operation may use the same value.",
        "ClientToken 只对同一接口有效：另一个接口可以使用相同的值。";
    /// The reply to a repeated token.
    ReplyComesBack Inferred [IDEMPOTENCE]
        "A call that repeats both ClientToken and parameters gets the complete first reply again, including RequestId. An empty parameter counts as omitted.",
        "ClientToken 和参数都相同的请求会得到与首次完全一样的返回，包括 RequestId；值为空的参数视为未指定。";
    /// How long a token is remembered.
    TokenLifetime Inferred [IDEMPOTENCE]
        "A ClientToken is remembered as long as the log contains its call; a server remembers the last thousand. No page documents a lifetime.",
        "只要调用记录仍在，其中的 ClientToken 就有效，服务器上保留最近一千个；文档没有给出有效期。";
    /// Two rows on a description.
    DescriptionRows Inferred [CREATE]
        "Of the two rows about a group's description, one is used for its length and one for a web address at its start.",
        "关于安全组描述的两行错误，一行用于长度，一行用于以网址开头。";
    /// Resource groups of a scenario.
    ResourceGroupsOfScenario Inferred [CREATE]
        "A resource group exists if it contains a security group of the scenario. Creating a group in any other resource group fails.",
        "场景中有安全组属于某个资源组时，该资源组才存在；在其他资源组中创建安全组会失败。";
    /// Several tags in a filter.
    AllTagsMatch Inferred [GROUPS]
        "Filtering by several tags lists the groups that have all of them. A tag without a value matches by its key alone.",
        "按多个标签过滤时，列出具有全部标签的安全组；标签没有值时只比较键。";
    /// Rules with a prefix list and a port list.
    BothListsCount Inferred [AUTHORIZE, MODIFY_RULE]
        "A rule with a prefix list and a port list counts as the product of their maximum numbers of entries.",
        "同时使用前缀列表和端口列表的规则，按两者最大条目数的乘积计算规则数。";
    /// Page numbers beside tokens.
    NoPageBesideToken Inferred [GROUPS]
        "If a page is requested with NextToken or MaxResults, PageNumber and PageSize in the reply are 0.",
        "按 NextToken 或 MaxResults 查询时，返回的 PageNumber 和 PageSize 为 0。";
    /// Ten groups at once.
    TenReferences SourcesDisagree [REFERENCES]
        "The references of up to ten groups can be queried at once. The parameter allows ten, but the error message says fewer than ten.",
        "一次最多查询 10 个安全组的引用关系：参数说明允许 10 个，错误信息称应少于 10 个。";
    /// Members before references.
    MembersFirst Inferred [DELETE]
        "Deleting a group that has members and is also referenced by a rule is rejected because of its members.",
        "删除既有成员又被其他规则引用的安全组时，因有成员而被拒绝。";
    /// A malformed id where no row is about it.
    MalformedIsUnknown Inferred [DELETE]
        "Deleting by a malformed ID returns that the group does not exist, because the table has no row for the format.",
        "删除时 ID 格式不正确，按安全组不存在处理：错误码表没有关于格式的行。";
    /// A rule's priority in a reply.
    PriorityIsNumber SourcesDisagree [ATTRIBUTE]
        "Priority is returned as a number. The table calls it a string, but the sample shows a number.",
        "返回的 Priority 为数字：参数表称其为字符串，示例为数字。";
    /// An interface that is a member.
    MemberRow Inferred [JOIN]
        "For an interface that is already in the group, the row about an instance is returned.",
        "弹性网卡已在安全组中时，返回针对实例的那一行错误。";
    /// Region of a membership call.
    RegionForInterface Documented [JOIN, LEAVE]
        "Joining and leaving require RegionId for an interface, but not for an instance.",
        "加入或移出安全组时，弹性网卡须指定 RegionId，实例可以不指定。";
    /// Group before member.
    GroupBeforeMember Inferred [JOIN, LEAVE]
        "Joining and leaving first look up the group and check who manages it, and only then look up the member.",
        "加入或移出安全组时，先查找安全组并检查是否为托管安全组，再查找成员。";
    /// What a rule change may change.
    RuleById SourcesDisagree [MODIFY_RULE, MODIFY_RULE_2021]
        "A rule identified by its ID can be changed except for the types of its ends and ports. For a rule identified by all its fields, as on pages from 2021, only the description can be changed.",
        "按规则 ID 修改时，除两端和端口的类型外均可修改；按 2021 年文档以全部属性指定规则时，只能修改描述。";
    /// Rows of a rule change.
    ModifyRuleRows Inferred [MODIFY_RULE, MODIFY_RULE_2021]
        "If two rows fit an error in a rule modification, one is used for a rule identified by its ID and one for the older form.",
        "修改规则时，若有两行错误都适用，一行用于按规则 ID 修改，一行用于旧的方式。";
    /// The order inside a rule.
    OrderInRule Inferred [AUTHORIZE, SEEN_2026_10]
        "The fields of a rule are checked in this order: protocol and ports, action, priority, addresses, and finally combinations that are not allowed. A call without any rule was seen to fail with a protocol error.",
        "规则的属性按以下顺序检查：协议与端口、授权策略、优先级、地址，最后检查相互之间是否匹配。未指定任何规则时返回协议错误，与实际响应一致。";
    /// Halves of an IPv6 block.
    Ipv6Halves Inferred [AUTHORIZE]
        "Of the two rows about an IPv6 block, one is used for its address and one for its prefix length.",
        "关于 IPv6 地址块的两行错误，一行用于地址，一行用于前缀长度。";
    /// Peer groups in one VPC.
    PeerInSameVpc Documented [AUTHORIZE]
        "A rule can reference only groups in the same VPC, even if two VPCs are connected by a route.",
        "规则只能引用同一专有网络内的安全组，即使两个专有网络之间有路由。";
    /// Advanced groups and peer groups.
    AdvancedNamesNoGroup SourcesDisagree [EGRESS, OVERVIEW_2021]
        "A rule of an advanced group cannot reference a group, as the newest error table says. The table adds that Policy cannot be set either, but the overview says the opposite, so both actions are accepted.",
        "企业级安全组的规则不能引用安全组，与最新错误码表一致；该表还称不能设置 Policy，而概述的说法相反，因此两种授权策略都接受。";
    /// NicType of a VPC group.
    NicTypeIsIntranet SourcesDisagree [ATTRIBUTE, QUESTIONS]
        "Every rule of a group in a VPC is shown as intranet, whatever NicType a query specifies.",
        "专有网络 VPC 内安全组的规则一律显示为 intranet，与查询时的 NicType 无关。";
    /// Who may ask for a managed group.
    ServiceManagedIsOpen Inferred [CREATE]
        "ServiceManaged creates a managed group here so that you can examine one. In the cloud, only cloud services can use it.",
        "在此设置 ServiceManaged 会创建托管安全组，便于观察；云上只有云服务才能使用。";
    /// A dry run that passes.
    DryRunPasses Inferred [GROUPS]
        "A dry run (DryRun) that passes returns DryRunOperation with status 400. The pages give only the code.",
        "预检（DryRun）通过时返回 DryRunOperation，状态码为 400；文档只给出错误码。";
    /// Quota of a group alone.
    QuotaOfLoneGroup Inferred [RULES]
        "A group without members is limited to the number of rules allowed per interface. Pages from 2026 give no figure for a single group.",
        "没有成员的安全组按单张网卡的规则数上限计算；2026 年的文档没有给出单个安全组的上限。";
    /// Empty fields when a group is renamed.
    EmptyStays Inferred [RENAME]
        "If a name or description is specified as empty, it stays unchanged.",
        "名称或描述的值为空时，保持不变。";
    /// The words of throttling.
    ThrottlingWords SourcesDisagree [CLIENT_ERRORS, COMMON_ERRORS]
        "Of the two messages for Throttling, the one from the newer page is sent.",
        "Throttling 有两种提示信息，返回较新文档中的一种。";
    /// Permission by operation.
    DenialByOperation Inferred [COMMON_ERRORS]
        "Forbidden.RAM is decided by the operation's name alone and does not include AccessDeniedDetail, whose fields no page lists.",
        "Forbidden.RAM 只按接口名称判断，且不带 AccessDeniedDetail，文档没有列出它的字段。";
    /// An operation without an error table.
    NoTableAtHand Inferred [CLIENT_ERRORS, JOIN]
        "Where no error table of an operation is at hand, the error is the one that another operation documents for the same parameter, or else the one common to the service.",
        "没有某接口的错误码表时，返回其他接口针对相同参数所列的错误；没有这样的错误时，返回公共错误。";
    /// Deletion protection before members.
    ProtectionFirst Inferred [DELETE]
        "Deleting a group with deletion protection is rejected with status 403 before its members are checked. The page gives only the code.",
        "删除开启了删除保护的安全组时，在检查成员之前即被拒绝，状态码为 403；文档只给出错误码。";
    /// Deletion protection in replies.
    ProtectionIsListed Inferred [GROUPS]
        "DescribeSecurityGroups returns DeletionProtection. Responses that people show have the field, but the page does not list it.",
        "DescribeSecurityGroups 返回 DeletionProtection：实际的响应中有此属性，但文档没有列出。";
    /// Rows about groups that a table lacks.
    RowsOfJoining Inferred [INSTANCE_2021, INTERFACE_2021, JOIN]
        "Where a call replaces the security groups of an instance or a network interface and its table has no row for an error, the row of JoinSecurityGroup is returned. The tables are from 2021.",
        "替换实例或弹性网卡的安全组时，若错误码表中没有对应的行，返回 JoinSecurityGroup 的对应行；这些错误码表来自 2021 年。";
    /// Managed groups in a set.
    ManagedInSet Inferred [INSTANCE, JOIN, LEAVE]
        "A call that replaces all security groups is rejected if it adds or removes a managed group. A managed group that stays does not matter.",
        "替换全部安全组时，如果会加入或移出托管安全组，则被拒绝；保留不变的托管安全组不受影响。";
    /// Names and descriptions of instances and interfaces.
    DetailsAreNotKept Inferred [INSTANCE, INTERFACE]
        "The description of an instance, and the name, description, tags and resource group of a network interface, are checked, but the scenario does not hold them.",
        "实例的描述以及弹性网卡的名称、描述、标签和资源组会被检查，但场景中不保存。";
    /// The primary interface in a call about interfaces.
    PrimaryInterfaceToo Inferred [INTERFACE, INTERFACE_2021]
        "ModifyNetworkInterfaceAttribute changes the security groups of a primary network interface too. The page speaks of secondary ones, but no row rejects a primary one.",
        "ModifyNetworkInterfaceAttribute 也能修改主网卡的安全组：文档只提到辅助弹性网卡，但没有拒绝主网卡的错误码。";
    /// Zones, vSwitches and types that scenarios do not hold.
    MadeUpSurroundings Inferred [INSTANCES, INTERFACES, ZONES_2021]
        "Scenarios hold no instance types or creation times of instances, and vSwitches and their zones only as far as they are known. Besides the zones of known vSwitches, a region has one whose ID is that of the region followed by -a or a. Besides known vSwitches, a VPC has one whose ID is the VPC ID with vsw- in place of vpc-; DescribeVpcs lists it if no other is known. InstanceType is ecs.unknown and CreationTime 1970-01-01T00:00Z, because many clients fail without the fields.",
        "场景中没有实例规格和实例的创建时间，交换机及其可用区仅在已知时才有。除已知交换机的可用区外，每个地域还有一个可用区，其 ID 为地域 ID 后加 -a 或 a；除已知的交换机外，每个专有网络还有一个交换机，其 ID 为将专有网络 ID 开头的 vpc- 替换为 vsw-；没有已知的交换机时，DescribeVpcs 返回该交换机。InstanceType 为 ecs.unknown，CreationTime 为 1970-01-01T00:00Z，因为许多客户端缺少这些属性就会出错。";
    /// Top-level fields that match no rule.
    NoFlatMatchFails SeenLive [SEEN_2026_10, REVOKE]
        "Deleting a rule by the deprecated top-level fields fails with InvalidSecurityGroupRule.RuleNotExist if no rule matches. This was seen for inbound rules; outbound rules are treated alike.",
        "以已废弃的顶层属性删除规则时，没有匹配的规则则返回 InvalidSecurityGroupRule.RuleNotExist。该现象见于入方向，出方向按相同方式处理。";
    /// Removing an outbound rule by an unknown id.
    UnknownRuleIdOutbound Documented [REVOKE_EGRESS]
        "Since 8 July 2024, deleting an outbound rule by an ID that does not exist fails with InvalidSecurityGroupRule.RuleNotExist.",
        "自 2024 年 7 月 8 日起，按不存在的规则 ID 删除出方向规则时返回 InvalidSecurityGroupRule.RuleNotExist。";
    /// A malformed port range of a new rule.
    PortRangeSeen SeenLive [SEEN_2018, SEEN_2020, SEEN_UNDATED]
        "Adding a rule with a malformed PortRange, or with ports for a protocol that has none, returns InvalidParam.PortRange with the message that was seen: for outbound rules in 2018 and 2020, and, at a date that is not recorded, for protocol ALL with 1/65535 in an inbound rule. Both directions and both forms are treated alike.",
        "添加规则时 PortRange 格式不正确，或为没有端口的协议指定了端口，返回 InvalidParam.PortRange，提示信息与实际见到的一致：出方向见于 2018 年和 2020 年；入方向协议为 ALL、端口为 1/65535 的情况也曾见到，日期未记录。两个方向和两种形式按相同方式处理。";
    /// A wrong secret, signature version 1.0.
    WrongSecretInParameters SeenLive [SEEN_2020]
        "A request that is signed in its parameters with a wrong secret returns IncompleteSignature, as ECS was seen to do in 2019 and 2020. Other products return SignatureDoesNotMatch.",
        "在参数中签名而密钥错误时返回 IncompleteSignature，与 2019 年和 2020 年 ECS 的实际响应一致；其他产品返回 SignatureDoesNotMatch。";
    /// A wrong secret, signature version 3.
    WrongSecretInHeaders SeenLive [SEEN_2025]
        "A request that is signed in its headers with a wrong secret returns SignatureDoesNotMatch. The message repeats the string-to-sign and the canonical request of the server.",
        "在请求头中签名而密钥错误时返回 SignatureDoesNotMatch，提示信息中包含服务端的待签名字符串和规范化请求。";
    /// No signature, signature version 1.0.
    MissingSignature SeenLive [SEEN_2023]
        "A request without Signature returns MissingSignature. This was seen with other products of the same gateway.",
        "缺少 Signature 时返回 MissingSignature。该响应见于使用同一网关的其他产品。";
    /// The signature before the timestamp.
    SignatureBeforeTime SeenLive [SEEN_2018]
        "The signature is checked before the form and age of the timestamp. A timestamp may have a fraction of a second and may lack its Z.",
        "先检查签名，再检查时间戳的格式和时效。时间戳可以带有小数秒，也可以省略 Z。";
    /// The endpoint of one region.
    EndpointRegion Documented [CLIENT_ERRORS, SEEN_UNDATED]
        "The endpoint of a region refuses calls for another region. A server here serves every region unless it is started with --endpoint-region.",
        "某个地域的接入地址会拒绝其他地域的请求。此处的服务默认接受所有地域，除非启动时指定 --endpoint-region。";
    /// The host in a reply.
    HostIsCalled Documented [ERROR_SAMPLES]
        "HostId is the host that was called.",
        "HostId 为请求所访问的域名。";
    /// Operations that are not emulated.
    NotEmulated Documented [LIBRARY, CLIENT_ERRORS]
        "An operation of the API that is not emulated returns InvalidAction.NotFound, as an operation that does not exist would. Log, response header and page add that it exists.",
        "API 中存在但未模拟的接口返回 InvalidAction.NotFound，与不存在的接口相同；日志、响应头和页面会注明该接口存在。";
    /// A single address in a reply.
    HostWithoutMask SeenLive [SEEN_UNDATED]
        "A reply shows a single address without a mask, however the rule was written: 10.0.0.1/32 is returned as 10.0.0.1. Calls match both forms.",
        "返回结果中的单个地址不带掩码，与写入时的形式无关：10.0.0.1/32 返回为 10.0.0.1。调用中两种写法等同。";
    /// A group of another account as a peer.
    PeerOfOtherAccount Inferred [ATTRIBUTE, AUTHORIZE]
        "A rule can reference a group of another account if the scenario has this group and the call names its owner. As any other, it has to be a basic group in the same VPC.",
        "场景中有其他账号的安全组时，指定其所属账号即可在规则中引用；与其他安全组一样，须为同一专有网络内的普通安全组。";
    /// Both address families on one side.
    BothFamiliesRefused SourcesDisagree [AUTHORIZE, LIBRARY]
        "A rule with an IPv4 and an IPv6 block on the same side is rejected, as the pages say. One client stopped rejecting it itself in April 2026, so the service may have changed.",
        "同一端同时指定 IPv4 和 IPv6 地址块的规则会被拒绝，与文档一致；有客户端在 2026 年 4 月取消了自身的限制，服务可能已有变化。";
    /// Letter case of an action.
    PolicyInAnyCase SeenLive [SEEN_2020, AUTHORIZE]
        "Policy is accepted in any letter case: ACcept was accepted in 2020.",
        "Policy 不区分大小写：2020 年 ACcept 被接受。";
    /// Tags and resource groups of other resources.
    OnlyGroupsHaveTags Inferred [TAG_2021, RESOURCE_GROUP_2021]
        "Scenarios hold the tags and resource groups of security groups only. Tagging an instance or a network interface fails with InvalidResourceId.NotSupported, and JoinResourceGroup accepts no other type of resource. A query leaves out resources that do not exist.",
        "场景中只保存安全组的标签和资源组。为实例或弹性网卡添加标签时返回 InvalidResourceId.NotSupported，JoinResourceGroup 不接受其他资源类型；查询时忽略不存在的资源。";
    /// The family of a prefix list without entries.
    FamilyOfEmptyList Inferred [PREFIX_LIST]
        "Scenarios do not hold the address family of a prefix list: it is that of its entries. A list without entries reads as IPv4, and the first entries that are added decide.",
        "场景中不保存前缀列表的地址族，以条目的地址族为准。没有条目的前缀列表视为 IPv4，由首次添加的条目决定。";
    /// Names and descriptions of prefix lists.
    DetailsOfListsAreNotKept Inferred [PREFIX_LIST]
        "The descriptions of a prefix list and its entries, its tags and its resource group are checked, but the scenario does not hold them.",
        "前缀列表及其条目的描述、标签和资源组会被检查，但场景中不保存。";
    /// Entries that are removed.
    RemovedEntries Inferred [CHANGE_PREFIX_LIST]
        "Removing an entry that a prefix list does not have succeeds and changes nothing.",
        "删除前缀列表中不存在的条目时，请求成功，不做任何变更。";
    /// Descriptions and labels of port lists.
    DetailsOfPortLists Inferred [PORT_LIST]
        "The description of a port list, its tags and its resource group are checked, but the scenario does not hold them. Entries keep their descriptions.",
        "端口列表的描述、标签和资源组会被检查，但场景中不保存；条目的描述会保存。";
}
