//! When a query is refused: paging, filters, dry runs.

crate::catalogue! {
    /// When the error is returned.
    ATTRIBUTE_VALUE =
        "Attribute is not snapshotPolicyIds.",
        "Attribute 的取值不是 snapshotPolicyIds。";
    /// When the error is returned.
    QUERY_PARAMETER =
        "Direction is not ingress, egress or all; MaxResults is not a whole number from 10 to 1000; or NextToken was not returned by an earlier response.",
        "Direction 的取值不是 ingress、egress 或 all，或 MaxResults 不是 10～1000 的整数，或 NextToken 不是上一次返回的凭证。";
    /// When the error is returned.
    MAX_RESULTS =
        "MaxResults is not a whole number from 1 to 100.",
        "MaxResults 不是 1～100 的整数。";
    /// When the error is returned.
    PAGE_NUMBER =
        "PageNumber is not a whole number greater than 0.",
        "PageNumber 不是大于 0 的整数。";
    /// When the error is returned.
    PAGE_SIZE =
        "PageSize is not a whole number from 1 to 50, or to 100 for instances and network interfaces.",
        "PageSize 不是 1～50（查询实例和弹性网卡时为 1～100）的整数。";
    /// When the error is returned.
    NEXT_TOKEN =
        "NextToken was not returned by an earlier response of this operation.",
        "NextToken 不是该接口上一次返回的凭证。";
    /// When the error is returned.
    NETWORK_TYPE_VALUE =
        "NetworkType is neither vpc nor classic.",
        "NetworkType 的取值不是 vpc 或 classic。";
    /// When the error is returned.
    INSTANCE_IDS =
        "InstanceIds is not a JSON array of at most 100 IDs.",
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
        "DryRun is true and the request passed all checks; nothing was changed.",
        "DryRun 为 true，请求已通过全部检查，未做任何修改。";
    /// When the error is returned.
    PAGE_NUMBER_CLOSED =
        "The account does not support paging by page number.",
        "账号不支持按页码分页。";
    /// When the error is returned.
    GROUP_IDS_MALFORMED =
        "SecurityGroupId or an ID in SecurityGroupIds does not have a valid format, or SecurityGroupIds is not a JSON array of at most 100 IDs.",
        "SecurityGroupId 或 SecurityGroupIds 中的 ID 格式不正确，或 SecurityGroupIds 不是最多含 100 个 ID 的 JSON 数组。";
    /// When the error is returned.
    REFERENCED_IDS =
        "SecurityGroupId.N is missing, has more than 10 IDs, or contains an ID without a valid format.",
        "缺少 SecurityGroupId.N，或超过 10 个，或其中有格式不正确的 ID。";
    /// When the error is returned.
    ADDRESS_LIST =
        "PrivateIpAddresses or PublicIpAddresses is not a JSON array of at most 100 addresses.",
        "PrivateIpAddresses 或 PublicIpAddresses 不是最多含 100 个地址的 JSON 数组。";
    /// When the error is returned.
    CHARGE_TYPE_VALUE =
        "InstanceChargeType is neither PrePaid nor PostPaid.",
        "InstanceChargeType 的取值不是 PrePaid 或 PostPaid。";
    /// When the error is returned.
    SPOT_STRATEGY_VALUE =
        "SpotStrategy is not NoSpot, SpotWithPriceLimit or SpotAsPriceGo.",
        "SpotStrategy 的取值不是 NoSpot、SpotWithPriceLimit 或 SpotAsPriceGo。";
    /// When the error is returned.
    LANGUAGE_VALUE =
        "AcceptLanguage is not a supported language.",
        "AcceptLanguage 不是支持的语言。";
    /// When the error is returned.
    INSTANCE_STATUS_VALUE =
        "Status is not Pending, Starting, Running, Stopping or Stopped.",
        "Status 的取值不是 Pending、Starting、Running、Stopping 或 Stopped。";
    /// When the error is returned.
    INSTANCE_NETWORK_VALUE =
        "InstanceNetworkType is neither vpc nor classic.",
        "InstanceNetworkType 的取值不是 vpc 或 classic。";
    /// When the error is returned.
    INSTANCE_FILTER =
        "A filter has a value that the service does not know.",
        "过滤条件的取值不正确。";
    /// When the error is returned.
    INTERFACE_FILTER =
        "Type, Status or ServiceManaged has a value that is not listed; MaxResults is not a whole number; NextToken was not returned by an earlier response; or a list has more than 100 items.",
        "Type、Status 或 ServiceManaged 的取值不正确，或 MaxResults 不是整数，或 NextToken 不是上一次返回的凭证，或列表超过 100 项。";
    /// When the error is returned.
    INTERFACE_REGION_FORM =
        "RegionId does not have a valid format.",
        "RegionId 的格式不正确。";
    /// When the error is returned.
    VPC_EMPTY =
        "VpcId is empty.",
        "VpcId 的值为空。";
}
