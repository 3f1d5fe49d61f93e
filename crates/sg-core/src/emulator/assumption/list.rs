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
        "Before it reaches the operation, a request is checked in this order: method and form, Format, version and operation, timestamp, AccessKey, signature, nonce, throttling, permission.",
        "请求到达接口之前按以下顺序检查：请求方法与形式、Format、版本与接口名称、时间戳、AccessKey、签名、随机数、流控、权限。";
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
    Recommend Inferred [COMMON_ERRORS]
        "An error includes Recommend, a troubleshooting address composed of the error code and RequestId. Client libraries read it, but no page documents its format.",
        "错误返回带有 Recommend，即由错误码和 RequestId 组成的诊断地址；SDK 会读取它，但文档没有给出格式。";
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
        "Since 8 July 2024, deleting a rule by an ID that does not exist fails.",
        "自 2024 年 7 月 8 日起，按不存在的规则 ID 删除会失败。";
    /// Removing what is not there.
    NoMatchSucceeds Documented [REVOKE]
        "Deleting rules by their fields succeeds even if no rule matches.",
        "按规则属性删除时，没有匹配的规则也会成功。";
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
    /// Port lists of a scenario.
    NoPortLists Inferred [AUTHORIZE, MODIFY_RULE]
        "Scenarios have no port lists, so no PortRangeListId exists.",
        "场景中没有端口列表，因此任何 PortRangeListId 都不存在。";
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
    OrderInRule Inferred [AUTHORIZE]
        "The fields of a rule are checked in this order: protocol and ports, action, priority, addresses, and finally combinations that are not allowed.",
        "规则的属性按以下顺序检查：协议与端口、授权策略、优先级、地址，最后检查相互之间是否匹配。";
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
}
