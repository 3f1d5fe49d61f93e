//! Every message of an import.

crate::catalogue! {
    GROUPS = "security groups", "安全组";
    RULES = "rules", "规则";
    INSTANCES = "instances", "实例";
    INTERFACES = "network interfaces", "弹性网卡";
    PREFIX_LISTS = "prefix lists", "前缀列表";
    VPCS = "VPCs", "专有网络";

    NEITHER = "This is neither JSON nor XML. Reading continues at the next recognizable line.", "此处既不是 JSON 也不是 XML，将从下一处可识别的行继续读取。";
    TERRAFORM_SOURCE = "This looks like Terraform configuration. Import the state instead: terraform show -json.", "这似乎是 Terraform 配置文件。请改为导入状态：terraform show -json。";
    ENDS = "The document that starts here is not closed before the end of the text.", "从此处开始的文档直到文本末尾都没有结束。";
    JSON_VALUE = "Expected a JSON value here.", "此处应为一个 JSON 值。";
    JSON_KEY = "Expected a key in quotation marks here.", "此处应为带引号的键名。";
    JSON_COLON = "Expected a colon between key and value here.", "此处应为冒号，用于分隔键名与值。";
    JSON_COMMA = "Expected a comma or the end of the list or object here.", "此处应为逗号，或者列表、对象的结尾。";
    JSON_ESCAPE = "This is not a valid JSON escape sequence.", "JSON 中没有这种转义序列。";
    JSON_QUOTE = "The string that starts here is not closed on the same line.", "从此处开始的文本没有在本行内结束。";
    XML_MARKUP = "This is not well-formed XML.", "此处的 XML 格式不正确。";
    XML_END_TAG = "This end tag does not match the open element.", "此结束标签与当前打开的元素不匹配。";
    XML_ENTITY = "Only the five predefined entities and numeric character references are supported.", "此处只读取五个预定义实体和以编号表示的字符。";
    XML_DOCTYPE = "Document type declarations and sections outside elements are not supported.", "不读取文档类型声明以及元素之外的区段。";
    TOO_DEEP = "Objects and lists are nested too deeply here.", "此处对象与列表的嵌套层级过深。";
    TOO_MANY_VALUES = "This document has more values than can be read.", "此文档包含的值超过读取上限。";
    TOO_LARGE = "{name} has {bytes} bytes; an import can read at most {most}.", "{name} 有 {bytes} 字节，一次导入最多读取 {most} 字节。";
    NOT_TEXT = "{name} is not UTF-8 or UTF-16 text.", "{name} 不是 UTF-8 或 UTF-16 编码的文本。";
    TOO_MANY = "There are more than {most} {what}, which is the limit.", "{what}超过 {most} 个，超出读取上限。";
    WHAT_GROUPS = "security groups", "安全组";
    WHAT_RULES = "rules", "规则";
    WHAT_INSTANCES = "instances", "实例";
    WHAT_INTERFACES = "network interfaces", "弹性网卡";
    WHAT_LISTS = "prefix lists", "前缀列表";

    SINGLE_VALUE = "This is a single value; an API response was expected.", "此处是一个单独的值，应为一个 API 响应。";
    UNKNOWN_OBJECT = "This object is not recognized. You can import API responses about security groups, instances, network interfaces, prefix lists and VPCs, a Terraform state, or a scenario document.", "无法识别此对象。可导入的内容包括：安全组、实例、弹性网卡、前缀列表、专有网络的 API 响应，Terraform 状态以及场景文档。";
    ERROR_REPLY = "This response is an error: {code}.", "此响应是一个错误：{code}。";
    TEXT_BODY = "The body of this response is a text. Paste that text instead.", "此响应的 body 是一段文本，请直接粘贴其中的内容。";
    NO_TERRAFORM = "This Terraform state contains no resources that can be imported.", "此 Terraform 状态中没有可导入的资源。";
    PLANNED = "This is a Terraform plan, in which IDs are not known yet. Import the state: terraform show -json.", "这是一个 Terraform 执行计划，其中的 ID 尚未生成。请导入状态：terraform show -json。";
    SECOND_SCENARIO = "Only one scenario document can be imported at a time; this one was skipped.", "一次只能导入一个场景文档，此文档未导入。";
    BAD_SCENARIO = "This scenario document is invalid: {error}.", "此场景文档有误：{error}。";

    NO_ID = "{field} is missing, so this item was skipped.", "缺少 {field}，此处的内容未导入。";
    BAD_ID = "`{value}` is not a valid ID: IDs have only letters, digits, hyphens and underscores, at most 100 characters.", "`{value}` 不是有效的 ID：只能包含字母、数字、短划线和下划线，最多 100 个字符。";
    BAD_POLICY = "InnerAccessPolicy `{value}` is neither Accept nor Drop.", "InnerAccessPolicy 的值 `{value}` 既不是 Accept 也不是 Drop。";
    BAD_RULE_POLICY = "Policy `{value}` is neither Accept nor Drop; the rule was skipped.", "Policy 的值 `{value}` 既不是 Accept 也不是 Drop，此规则未导入。";
    BAD_TYPE = "SecurityGroupType `{value}` is neither normal nor enterprise.", "SecurityGroupType 的值 `{value}` 既不是 normal 也不是 enterprise。";
    BAD_DIRECTION = "Direction `{value}` is neither ingress nor egress; the rule was skipped.", "Direction 的值 `{value}` 既不是 ingress 也不是 egress，此规则未导入。";
    BAD_PROTOCOL = "The protocol `{value}` is unknown; the rule was skipped.", "协议 `{value}` 无法识别，此规则未导入。";
    BAD_PORTS = "{field} `{value}` is not a port range such as 80/80; the rule was skipped.", "{field} 的值 `{value}` 不是 80/80 这样的端口范围，此规则未导入。";
    PORT_LIST = "The ports are specified by the port list {value}, whose entries are not in any response; the rule was skipped.", "端口由端口列表 {value} 指定，其条目不在任何响应中，此规则未导入。";
    BAD_PRIORITY = "The priority `{value}` is not a whole number from 1 to 100; the rule was skipped.", "优先级 `{value}` 不是 1～100 的整数，此规则未导入。";
    BAD_BLOCK = "`{value}` is not a valid CIDR block.", "`{value}` 不是有效的地址段。";
    BAD_BLOCK_RULE = "{field} `{value}` is not a valid CIDR block; the rule was skipped.", "{field} 的值 `{value}` 不是有效的地址段，此规则未导入。";
    BAD_ADDRESS = "`{value}` is not a valid IP address.", "`{value}` 不是有效的 IP 地址。";
    NO_PEER = "The rule has no authorization object; it was skipped.", "此规则没有授权对象，未导入。";
    LONG_DESCRIPTION = "The description has more than 512 characters and was truncated.", "描述超过 512 个字符，已截断。";
    TOO_MANY_TAGS = "A security group can have at most 20 tags; the others were skipped.", "一个安全组最多 20 个标签，多出的标签未导入。";

    CLASSIC = "{what} is in the classic network, which scenarios do not support; it was skipped.", "{what} 位于经典网络，场景不支持经典网络，未导入。";
    UNATTACHED = "The network interface {what} is not attached to an instance; it was skipped.", "弹性网卡 {what} 没有绑定实例，未导入。";
    CARD_UNKNOWN = "The security groups of {what} are unknown, so it was skipped. DescribeNetworkInterfaces provides them.", "无法得知 {what} 所属的安全组，未导入；DescribeNetworkInterfaces 可以提供。";
    NO_ADDRESS = "No private IP address of {what} is known; it was skipped.", "无法得知 {what} 的私网 IP 地址，未导入。";
    NO_GROUPS = "No security group of {what} is known; it was skipped.", "无法得知 {what} 所属的安全组，未导入。";
    NO_VPC = "The VPC of {what} is unknown; it was skipped.", "无法得知 {what} 所属的专有网络，未导入。";
    RULE_WITHOUT_GROUP = "The rule belongs to {what}, which was not imported.", "此规则属于 {what}，该安全组未导入。";
    DIFFERS = "{what} was already read with a different value ({field}); the earlier value is kept.", "{what} 先前已读取且取值不同（{field}），保留先前的取值。";
    IN_SCENARIO = "{what} is already in the scenario document; this item was skipped.", "场景文档中已有 {what}，此处的内容未导入。";
    RULE_DIFFERS = "The rule {what} was already read with different content; the earlier one is kept.", "规则 {what} 先前已读取且内容不同，保留先前的内容。";

    LEFT_RULE = "The rule was skipped: {why}", "此规则未导入：{why}";
    LEFT_RULES = "{what} has more than the {most} allowed rules that reference a group; number skipped: {count}.", "{what} 中授权对象为安全组的规则超过上限 {most} 条，{count} 条未导入。";
    LEFT_GROUP = "The security group {what} was skipped: it has no members, no rule references it, and a scenario can contain at most {most} groups.", "安全组 {what} 未导入：它没有成员，也没有规则引用它，而一个场景最多容纳 {most} 个安全组。";
    LEFT_ADDRESS = "An address of {what} was skipped: {why}", "{what} 的一个地址未导入：{why}";
    LEFT_PUBLIC = "The public IP address of {what} was skipped: {why}", "{what} 的公网 IP 地址未导入：{why}";
    LEFT_INTERFACE = "The network interface {what} was skipped: {why}", "弹性网卡 {what} 未导入：{why}";
    LEFT_ENTRIES = "The entries of {what} were skipped: {why}", "{what} 的条目未导入：{why}";
    LEFT_OUTSIDE = "An external address was skipped: {why}", "一个外部地址未导入：{why}";
    NO_SCENARIO = "The content read does not form a valid scenario: {why}", "读取的内容无法组成场景：{why}";
    TOO_MANY_REPAIRS = "There are more than {most} inconsistencies, so no scenario was created.", "超过 {most} 处内容互相矛盾，无法组成场景。";
    NOTHING = "No security groups or instances were found.", "没有找到安全组或实例。";

    WHY_OWN_GROUP = "a rule cannot reference its own security group.", "规则的授权对象不能是规则所属的安全组。";
    WHY_ADVANCED = "rules that reference a security group are supported only between basic groups.", "只有普通安全组的规则可以以安全组为授权对象。";
    WHY_OTHER_VPC = "{value} is in another VPC.", "{value} 位于另一个专有网络。";
    WHY_FAMILIES = "it mixes IPv4 and IPv6.", "混用了 IPv4 与 IPv6。";
    WHY_UNKNOWN = "{value} was not imported.", "{value} 未导入。";
    WHY_REPEATED = "{value} appears twice.", "{value} 重复出现。";
    WHY_MIXED_TYPES = "it is in basic and advanced security groups at the same time.", "同时属于普通安全组和企业级安全组。";
    WHY_OUTSIDE = "{value} is not within the CIDR blocks of its VPC.", "{value} 不在所属专有网络的地址段内。";
    WHY_INSIDE = "{value} is within a VPC.", "{value} 位于专有网络的地址段内。";
    WHY_NOT_IPV4 = "{value} is not an IPv4 address.", "{value} 不是 IPv4 地址。";
    WHY_EMPTY = "nothing in it can be imported.", "其中没有可导入的内容。";
    WHY_GROUPS = "it has {count} security groups, but a scenario can contain at most {limit}. Even without the unused ones there are too many: import fewer at a time.", "共有 {count} 个安全组，而一个场景最多容纳 {limit} 个；去掉未使用的仍然过多，请分批导入。";
    WHY_TOO_MANY = "there are {count}; the limit is {limit}.", "数量为 {count}，上限为 {limit}。";

    ASSUME_POLICY = "Intra-group policy not given ({count}): Accept is assumed, the default of new basic groups. DescribeSecurityGroupAttribute provides it.", "{count} 个安全组未提供组内连通策略：按新建普通安全组的默认值 Accept 处理。DescribeSecurityGroupAttribute 可以提供。";
    ASSUME_TYPE = "Group type not given ({count}): basic is assumed. DescribeSecurityGroups provides it.", "{count} 个安全组未提供类型：按普通安全组处理。DescribeSecurityGroups 可以提供。";
    ASSUME_NO_RULES = "Rules not given ({count}): no rules are assumed. DescribeSecurityGroupAttribute provides them.", "{count} 个安全组未提供规则：按没有规则处理。DescribeSecurityGroupAttribute 可以提供。";
    ASSUME_GROUP = "Groups referenced but not imported ({count}): treated as basic groups without rules.", "{count} 个安全组被引用但未导入：按没有规则的普通安全组处理。";
    ASSUME_ENTRIES = "Prefix list entries not given ({count}): treated as empty, so rules that use these lists match nothing. DescribePrefixListAttributes provides them.", "{count} 个前缀列表未提供条目：按空列表处理，使用它的规则不匹配任何地址。DescribePrefixListAttributes 可以提供。";
    ASSUME_INSTANCE = "Instances known only from their network interfaces ({count}): named by ID. DescribeInstances provides more.", "{count} 台实例仅从弹性网卡得知：以 ID 作为名称。DescribeInstances 可以提供更多信息。";
    ASSUME_BLOCKS = "CIDR blocks of VPCs missing or incomplete ({count}): the smallest block that contains the known addresses is used.", "{count} 个专有网络未提供地址段或地址段不全：取能包含已知地址的最小地址段。";
    ASSUME_VPC = "VPC not given ({count}): the only VPC is used.", "{count} 项未说明所属的专有网络：按唯一的专有网络处理。";
    ASSUME_ROUTES = "Several VPCs ({count}): treated as not connected.", "共有 {count} 个专有网络：按互不连通处理。";
    ASSUME_INTERNET = "The responses contain no external addresses: the Internet was added as an end of paths.", "响应中不包含外部地址：已添加公网作为访问路径的一端。";
    ASSUME_REGION = "Several regions ({count}): everything is treated as if it were in the first one.", "内容来自 {count} 个地域：全部按第一个地域处理。";
    ASSUME_PEER = "Rules with several authorization objects ({count}): the first one counts, in the order CIDR block, group, prefix list.", "{count} 条规则有多个授权对象：取第一个，顺序为地址段、安全组、前缀列表。";
    ASSUME_PUBLIC = "Network interfaces with several public IP addresses ({count}): the first one is used.", "{count} 张弹性网卡有多个公网 IP 地址：取第一个。";
    ASSUME_MASKED = "Masked IDs ({count}): each asterisk is replaced by x.", "{count} 个 ID 被星号遮盖：以 x 代替每个星号。";
    ASSUME_PAGES = "Responses with more pages ({count}): content on the pages that were not provided is missing.", "{count} 个响应还有后续分页：未提供的分页内容缺失。";
}
