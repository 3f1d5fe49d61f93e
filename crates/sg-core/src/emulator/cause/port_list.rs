//! When a call about port lists is refused.

crate::catalogue! {
    /// When the error is returned.
    PORT_LIST_MISSING =
        "A required parameter is missing or empty.",
        "缺少必需的参数，或值为空。";
    /// When the error is returned.
    PORT_LIST_PARAMETER =
        "The name or a description is not valid, MaxEntries is not a whole number from 1 to 2000, a port range is malformed or given twice, there would be more entries than MaxEntries allows, a call lists more than 200 entries, or a tag is not valid.",
        "名称或描述不正确，或 MaxEntries 不是 1～2000 的整数，或端口范围格式不正确、重复，或条目数量将超过 MaxEntries，或单次指定的条目超过 200 个，或标签不正确。";
    /// When the error is returned.
    PORT_LIST_IN_USE =
        "A rule of a security group references the port list.",
        "有安全组规则引用了该端口列表。";
    /// When the error is returned.
    PORT_LIST_BUSY =
        "An earlier change of the port list is not complete.",
        "端口列表的上一次变更尚未完成。";
    /// When the error is returned.
    PORT_LIST_FILTER =
        "MaxResults is not a whole number from 1 to 100, NextToken was not returned by an earlier response, or a list has more than 100 items.",
        "MaxResults 不是 1～100 的整数，或 NextToken 不是上一次返回的凭证，或列表超过 100 项。";
}
