//! When a call about prefix lists is refused.

crate::catalogue! {
    /// When the error is returned.
    PREFIX_LIST_MISSING =
        "A required parameter is missing or empty.",
        "缺少必需的参数，或值为空。";
    /// When the error is returned.
    PREFIX_LIST_FAMILY_VALUE =
        "AddressFamily is neither IPv4 nor IPv6.",
        "AddressFamily 的取值不是 IPv4 或 IPv6。";
    /// When the error is returned.
    PREFIX_LIST_PARAMETER =
        "MaxEntries is not a whole number from 1 to 200, a description does not have a valid length or is a web address, or a tag is not valid.",
        "MaxEntries 不是 1～200 的整数，或描述的长度不正确、以 http://、https:// 开头，或标签不正确。";
    /// When the error is returned.
    PREFIX_LIST_NAME =
        "PrefixListName does not have 2 to 128 characters, does not start with a letter or a Chinese character, starts with http://, https://, com.aliyun or com.alibabacloud, or contains other characters than letters, digits, colons, underscores, periods and hyphens.",
        "PrefixListName 长度不是 2～128 个字符，或不以字母、汉字开头，或以 http://、https://、com.aliyun、com.alibabacloud 开头，或含有字母、数字、半角冒号（:）、下划线（_）、半角句号（.）、短划线（-）以外的字符。";
    /// When the error is returned.
    PREFIX_LIST_CIDR =
        "A CIDR block does not have a valid format, has host bits, or is of the other address family.",
        "CIDR 地址块的格式不正确，或主机位不为 0，或与前缀列表的地址族不一致。";
    /// When the error is returned.
    PREFIX_LIST_CIDR_TWICE =
        "A CIDR block occurs twice.",
        "CIDR 地址块重复。";
    /// When the error is returned.
    PREFIX_LIST_CALL_ENTRIES =
        "The call adds or removes more than 200 entries.",
        "单次添加或删除的条目超过 200 个。";
    /// When the error is returned.
    PREFIX_LIST_FULL =
        "The list would have more entries than MaxEntries allows.",
        "条目数量将超过前缀列表的最大条目数。";
    /// When the error is returned.
    PREFIX_LIST_PER_REGION =
        "The region has as many prefix lists as the quota allows.",
        "该地域的前缀列表数量已达上限。";
    /// When the error is returned.
    PREFIX_LIST_IN_USE =
        "A rule of a security group references the prefix list.",
        "有安全组规则引用了该前缀列表。";
    /// When the error is returned.
    PREFIX_LIST_FILTER =
        "AddressFamily is neither IPv4 nor IPv6, MaxResults is not a whole number from 1 to 100, NextToken was not returned by an earlier response, or a list has more than 100 items.",
        "AddressFamily 的取值不是 IPv4 或 IPv6，或 MaxResults 不是 1～100 的整数，或 NextToken 不是上一次返回的凭证，或列表超过 100 项。";
}
