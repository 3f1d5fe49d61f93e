//! Every sentence an import can say.

crate::catalogue! {
    GROUPS = "security groups", "安全组";
    RULES = "rules", "规则";
    INSTANCES = "instances", "实例";
    INTERFACES = "network interfaces", "弹性网卡";
    PREFIX_LISTS = "prefix lists", "前缀列表";
    VPCS = "VPCs", "专有网络";

    NEITHER = "This is neither JSON nor XML; reading goes on at the next line that is.", "此处既不是 JSON 也不是 XML，将从下一处可识别的行继续读取。";
    TERRAFORM_SOURCE = "This looks like Terraform configuration. Import the state instead: terraform show -json.", "这似乎是 Terraform 配置文件。请改为导入状态：terraform show -json。";
    ENDS = "The document that begins here is not closed before the text ends.", "从此处开始的文档直到文本末尾都没有结束。";
    JSON_VALUE = "A JSON value is expected here.", "此处应为一个 JSON 值。";
    JSON_KEY = "A key in quotation marks is expected here.", "此处应为带引号的键名。";
    JSON_COLON = "A colon is expected here, between a key and its value.", "此处应为冒号，用于分隔键名与值。";
    JSON_COMMA = "A comma or the end of the list or object is expected here.", "此处应为逗号，或者列表、对象的结尾。";
    JSON_ESCAPE = "This escape sequence does not exist in JSON.", "JSON 中没有这种转义序列。";
    JSON_QUOTE = "The text that begins here is not closed on its line.", "从此处开始的文本没有在本行内结束。";
    XML_MARKUP = "This is not well-formed XML.", "此处的 XML 格式不正确。";
    XML_END_TAG = "This end tag does not belong to the element that is open.", "此结束标签与当前打开的元素不匹配。";
    XML_ENTITY = "Only the five predefined entities and characters by number are read here.", "此处只读取五个预定义实体和以编号表示的字符。";
    XML_DOCTYPE = "Document types and sections outside elements are not read.", "不读取文档类型声明以及元素之外的区段。";
    TOO_DEEP = "Objects and lists lie too deep inside each other here.", "此处对象与列表的嵌套层级过深。";
    TOO_MANY_VALUES = "This document has more values than are read.", "此文档包含的值超过读取上限。";
    TOO_LARGE = "{name} has {bytes} bytes; at most {most} are read in one import.", "{name} 有 {bytes} 字节，一次导入最多读取 {most} 字节。";
    NOT_TEXT = "{name} is not text in UTF-8 or UTF-16.", "{name} 不是 UTF-8 或 UTF-16 编码的文本。";
    TOO_MANY = "There are more than {most} {what}, the most that are read.", "{what}超过 {most} 个，超出读取上限。";
    WHAT_GROUPS = "security groups", "安全组";
    WHAT_RULES = "rules", "规则";
    WHAT_INSTANCES = "instances", "实例";
    WHAT_INTERFACES = "network interfaces", "弹性网卡";
    WHAT_LISTS = "prefix lists", "前缀列表";

    SINGLE_VALUE = "A single value stands here, where a reply is expected.", "此处是一个单独的值，应为一个 API 响应。";
    UNKNOWN_OBJECT = "This object is no reply that an import knows: security groups, instances, network interfaces, prefix lists, VPCs, a Terraform state, a scenario document.", "无法识别此对象。可导入的内容包括：安全组、实例、弹性网卡、前缀列表、专有网络的 API 响应，Terraform 状态以及场景文档。";
    ERROR_REPLY = "This reply is an error: {code}.", "此响应是一个错误：{code}。";
    TEXT_BODY = "The body of this reply is a text of its own; paste that text.", "此响应的 body 是一段文本，请直接粘贴其中的内容。";
    NO_TERRAFORM = "This Terraform state holds none of the resources an import knows.", "此 Terraform 状态中没有可导入的资源。";
    PLANNED = "This is a Terraform plan, in which ids are not known yet. Import the state: terraform show -json.", "这是一个 Terraform 执行计划，其中的 ID 尚未生成。请导入状态：terraform show -json。";
    SECOND_SCENE = "Only one scenario document is imported at a time; this one is left out.", "一次只能导入一个场景文档，此文档未导入。";
    BAD_SCENE = "This scenario document does not hold together: {error}.", "此场景文档有误：{error}。";

    NO_ID = "{field} is missing, so what stands here is left out.", "缺少 {field}，此处的内容未导入。";
    BAD_ID = "`{value}` is not an id: only letters, digits, hyphens and underscores, at most 100.", "`{value}` 不是有效的 ID：只能包含字母、数字、连字符和下划线，最多 100 个字符。";
    BAD_POLICY = "InnerAccessPolicy `{value}` is neither Accept nor Drop.", "InnerAccessPolicy 的值 `{value}` 既不是 Accept 也不是 Drop。";
    BAD_RULE_POLICY = "Policy `{value}` is neither Accept nor Drop; the rule is left out.", "Policy 的值 `{value}` 既不是 Accept 也不是 Drop，此规则未导入。";
    BAD_TYPE = "SecurityGroupType `{value}` is neither normal nor enterprise.", "SecurityGroupType 的值 `{value}` 既不是 normal 也不是 enterprise。";
    BAD_DIRECTION = "Direction `{value}` is neither ingress nor egress; the rule is left out.", "Direction 的值 `{value}` 既不是 ingress 也不是 egress，此规则未导入。";
    BAD_PROTOCOL = "The protocol `{value}` is not known; the rule is left out.", "协议 `{value}` 无法识别，此规则未导入。";
    BAD_PORTS = "{field} `{value}` is no port range such as 80/80; the rule is left out.", "{field} 的值 `{value}` 不是 80/80 这样的端口范围，此规则未导入。";
    PORT_LIST = "The ports are named by the port list {value}, whose entries are not in any reply; the rule is left out.", "端口由端口列表 {value} 指定，其条目不在任何响应中，此规则未导入。";
    BAD_PRIORITY = "The priority `{value}` is not a whole number from 1 to 100; the rule is left out.", "优先级 `{value}` 不是 1~100 的整数，此规则未导入。";
    BAD_BLOCK = "`{value}` is no address block.", "`{value}` 不是有效的网段。";
    BAD_BLOCK_RULE = "{field} `{value}` is no address block; the rule is left out.", "{field} 的值 `{value}` 不是有效的网段，此规则未导入。";
    BAD_ADDRESS = "`{value}` is no IP address.", "`{value}` 不是有效的 IP 地址。";
    NO_PEER = "The rule names no authorization object; it is left out.", "此规则没有授权对象，未导入。";
    LONG_DESCRIPTION = "The description has more than 512 characters and is cut.", "描述超过 512 个字符，已截断。";
    TOO_MANY_TAGS = "A security group has at most 20 tags; the others are left out.", "一个安全组最多 20 个标签，多出的标签未导入。";

    CLASSIC = "{what} lies in the classic network, which scenes do not have; it is left out.", "{what} 位于经典网络，场景不支持经典网络，未导入。";
    UNATTACHED = "The network interface {what} belongs to no instance and is left out.", "弹性网卡 {what} 没有绑定实例，未导入。";
    CARD_UNKNOWN = "The security groups of {what} are not known and it is left out; DescribeNetworkInterfaces tells them.", "无法得知 {what} 所属的安全组，未导入；DescribeNetworkInterfaces 可以提供。";
    NO_ADDRESS = "No private address of {what} is known; it is left out.", "无法得知 {what} 的私网 IP，未导入。";
    NO_GROUPS = "No security group of {what} is known; it is left out.", "无法得知 {what} 所属的安全组，未导入。";
    NO_VPC = "The VPC of {what} is not known; it is left out.", "无法得知 {what} 所属的专有网络，未导入。";
    RULE_WITHOUT_GROUP = "The rule belongs to {what}, which was not imported.", "此规则属于 {what}，该安全组未导入。";
    DIFFERS = "{what} was read before with other values ({field}); those are kept.", "{what} 先前已读取且取值不同（{field}），保留先前的取值。";
    IN_SCENE = "{what} is in the scenario document already; what is said of it here is left out.", "场景文档中已有 {what}，此处的内容未导入。";
    RULE_DIFFERS = "The rule {what} was read before and said something else; the first is kept.", "规则 {what} 先前已读取且内容不同，保留先前的内容。";

    LEFT_RULE = "The rule is left out: {why}", "此规则未导入：{why}";
    LEFT_RULES = "{what} has more rules that name a group than the {most} allowed; {count} are left out.", "{what} 中授权对象为安全组的规则超过上限 {most} 条，{count} 条未导入。";
    LEFT_GROUP = "The security group {what} is left out: it has no members, no rule names it, and a scene holds {most} groups.", "安全组 {what} 未导入：它没有成员，也没有规则引用它，而一个场景最多容纳 {most} 个安全组。";
    LEFT_ADDRESS = "An address of {what} is left out: {why}", "{what} 的一个地址未导入：{why}";
    LEFT_PUBLIC = "The public address of {what} is left out: {why}", "{what} 的公网 IP 未导入：{why}";
    LEFT_INTERFACE = "The network interface {what} is left out: {why}", "弹性网卡 {what} 未导入：{why}";
    LEFT_ENTRIES = "The entries of {what} are left out: {why}", "{what} 的条目未导入：{why}";
    LEFT_OUTSIDE = "An outside address is left out: {why}", "一个外部地址未导入：{why}";
    NO_SCENE = "What was read does not make a scene: {why}", "读取的内容无法组成场景：{why}";
    TOO_MANY_REPAIRS = "More than {most} things do not fit together, so there is no scene.", "超过 {most} 处内容互相矛盾，无法组成场景。";
    NOTHING = "No security group and no instance was found.", "没有找到安全组或实例。";

    WHY_OWN_GROUP = "a rule may not name its own security group.", "规则的授权对象不能是规则所属的安全组。";
    WHY_ADVANCED = "rules between security groups exist for basic groups only.", "只有普通安全组的规则可以以安全组为授权对象。";
    WHY_OTHER_VPC = "{value} lies in another VPC.", "{value} 位于另一个专有网络。";
    WHY_FAMILIES = "it mixes IPv4 and IPv6.", "混用了 IPv4 与 IPv6。";
    WHY_UNKNOWN = "{value} was not imported.", "{value} 未导入。";
    WHY_REPEATED = "{value} is there twice.", "{value} 重复出现。";
    WHY_MIXED_TYPES = "it is in basic and advanced security groups at once.", "同时属于普通安全组和企业级安全组。";
    WHY_OUTSIDE = "{value} lies outside the address blocks of its VPC.", "{value} 不在所属专有网络的网段内。";
    WHY_INSIDE = "{value} lies inside a VPC.", "{value} 位于专有网络的网段内。";
    WHY_NOT_IPV4 = "{value} is not an IPv4 address.", "{value} 不是 IPv4 地址。";
    WHY_EMPTY = "nothing is left of it.", "其中没有可导入的内容。";
    WHY_GROUPS = "it has {count} security groups, and a scene holds {limit}. Without the unused ones there are still too many: import fewer at a time.", "共有 {count} 个安全组，而一个场景最多容纳 {limit} 个；去掉未使用的仍然过多，请分批导入。";
    WHY_TOO_MANY = "it holds {count}, and {limit} are allowed.", "数量为 {count}，上限为 {limit}。";

    ASSUME_POLICY = "The intra-group policy is not given ({count}): Accept, as new basic groups have. DescribeSecurityGroupAttribute tells it.", "{count} 个安全组未提供组内连通策略：按新建普通安全组的默认值 Accept 处理。DescribeSecurityGroupAttribute 可以提供。";
    ASSUME_TYPE = "The type is not given ({count}): basic. DescribeSecurityGroups tells it.", "{count} 个安全组未提供类型：按普通安全组处理。DescribeSecurityGroups 可以提供。";
    ASSUME_NO_RULES = "The rules are not given ({count}): none. DescribeSecurityGroupAttribute tells them.", "{count} 个安全组未提供规则：按没有规则处理。DescribeSecurityGroupAttribute 可以提供。";
    ASSUME_GROUP = "Named but not imported ({count}): taken for basic groups without rules.", "{count} 个安全组被引用但未导入：按没有规则的普通安全组处理。";
    ASSUME_ENTRIES = "Prefix lists whose entries are not given ({count}): empty, so rules with them match nothing. DescribePrefixListAttributes tells them.", "{count} 个前缀列表未提供条目：按空列表处理，使用它的规则不匹配任何地址。DescribePrefixListAttributes 可以提供。";
    ASSUME_INSTANCE = "Instances known only by their network interfaces ({count}): named by their id. DescribeInstances tells more.", "{count} 个实例仅从弹性网卡得知：以 ID 作为名称。DescribeInstances 可以提供更多信息。";
    ASSUME_BLOCKS = "The address blocks of a VPC are not given, or not all of them ({count}): the smallest that hold its known addresses.", "{count} 个专有网络未提供网段或网段不全：取能包含已知地址的最小网段。";
    ASSUME_VPC = "The VPC is not given ({count}): the only one there is.", "{count} 项未说明所属的专有网络：按唯一的专有网络处理。";
    ASSUME_ROUTES = "There are several VPCs ({count}): no connection between them.", "共有 {count} 个专有网络：按互不连通处理。";
    ASSUME_INTERNET = "Replies do not speak of the outside: the Internet is added as an end of paths.", "响应中不包含外部地址：已添加互联网作为路径的一端。";
    ASSUME_REGION = "Things of several regions ({count}): all are taken for the first.", "内容来自 {count} 个地域：全部按第一个地域处理。";
    ASSUME_PEER = "Rules that name several authorization objects ({count}): the first counts, a block before a group before a prefix list.", "{count} 条规则有多个授权对象：取第一个，顺序为网段、安全组、前缀列表。";
    ASSUME_PUBLIC = "Several public addresses of one network interface ({count}): the first counts.", "{count} 个弹性网卡有多个公网 IP：取第一个。";
    ASSUME_MASKED = "Ids hidden by asterisks ({count}): x stands in place of each asterisk.", "{count} 个 ID 被星号遮盖：以 x 代替每个星号。";
    ASSUME_PAGES = "Replies that go on ({count}): what stands on the pages that were not given is missing.", "{count} 个响应还有后续分页：未提供的分页内容缺失。";
}
