//! The request parameters each operation documents, for a form that takes them raw.

use super::Action;

/// A request parameter as its page documents it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParamSpec {
    /// The name; `N` in it stands for a number from 1.
    pub name: &'static str,
    /// Whether the operation cannot do without it.
    pub required: bool,
    /// The value of the page's sample; may be empty. Sample ids are masked and do not pass.
    pub example: &'static str,
    /// The allowed values, where the page lists them.
    pub values: &'static [&'static str],
    /// Whether the page advises against it.
    pub deprecated: bool,
    /// Whether a call without it does nothing of use, though it is not required: a raw form
    /// begins with it.
    pub usual: bool,
}

impl ParamSpec {
    const fn new(name: &'static str, example: &'static str) -> Self {
        Self { name, required: false, example, values: &[], deprecated: false, usual: false }
    }

    /// What an operation documents for a parameter of this name, numbers standing for `N`; none
    /// when it documents nothing, as for common parameters.
    pub fn of(action: Action, name: &str) -> Option<&'static Self> {
        let number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts = name.split('.').map(|part| if number(part) { "N" } else { part });
        let name = parts.collect::<Vec<_>>().join(".");
        param_specs(action).iter().find(|spec| spec.name == name)
    }

    /// The name as a request carries it first: with 1 for `N`.
    pub fn first_name(&self) -> String {
        let parts = self.name.split('.').map(|part| if part == "N" { "1" } else { part });
        parts.collect::<Vec<_>>().join(".")
    }

    /// Whether a raw form begins with it.
    pub const fn begins(&self) -> bool {
        self.required || self.usual
    }

    const fn usual(self) -> Self {
        Self { usual: true, ..self }
    }

    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn one_of(self, values: &'static [&'static str]) -> Self {
        Self { values, ..self }
    }

    const fn deprecated(self) -> Self {
        Self { deprecated: true, ..self }
    }
}

/// The documented parameters of an operation, the deprecated ones last. The common parameters and
/// the caller-identity fields that only client libraries know (`OwnerId` and its like) are not
/// among them.
pub const fn param_specs(action: Action) -> &'static [ParamSpec] {
    match action {
        Action::ModifySecurityGroupPolicy => POLICY,
        Action::CreateSecurityGroup => CREATE,
        Action::DeleteSecurityGroup => DELETE,
        Action::DescribeSecurityGroupAttribute => DESCRIBE,
        Action::AuthorizeSecurityGroup => AUTHORIZE,
        Action::AuthorizeSecurityGroupEgress => AUTHORIZE_EGRESS,
        Action::RevokeSecurityGroup => REVOKE,
        Action::RevokeSecurityGroupEgress => REVOKE_EGRESS,
        Action::JoinSecurityGroup => MEMBERSHIP,
        Action::LeaveSecurityGroup => MEMBERSHIP,
        Action::ModifySecurityGroupAttribute => ATTRIBUTE,
        Action::ModifySecurityGroupRule => MODIFY_RULE,
        Action::ModifySecurityGroupEgressRule => MODIFY_EGRESS_RULE,
        Action::DescribeSecurityGroups => GROUPS,
        Action::DescribeSecurityGroupReferences => REFERENCES,
        Action::DescribeInstances => INSTANCES,
        Action::DescribeRegions => REGIONS,
    }
}

const POLICY: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("InnerAccessPolicy", "Drop").required().one_of(&["Accept", "Drop"]),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
];

const CREATE: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("VpcId", "vpc-bp1opxu1zkhn00gzv****").usual(),
    ParamSpec::new("SecurityGroupType", "enterprise").usual().one_of(&["normal", "enterprise"]),
    ParamSpec::new("SecurityGroupName", "testSecurityGroupName").usual(),
    ParamSpec::new("Description", "testDescription"),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4p****"),
    ParamSpec::new("ServiceManaged", "false").one_of(&["true", "false"]),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("Tag.N.key", "").deprecated(),
    ParamSpec::new("Tag.N.value", "").deprecated(),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
];

const DELETE: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
];

const DESCRIBE: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("Attribute", "snapshotPolicyIds").one_of(&["snapshotPolicyIds"]),
    ParamSpec::new("Direction", "all").usual().one_of(&["egress", "ingress", "all"]),
    ParamSpec::new("MaxResults", "500"),
    ParamSpec::new("NextToken", "e71d8a535bd9cc11"),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]),
];

const AUTHORIZE: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("Permissions.N.Policy", "accept").usual().one_of(&["accept", "drop"]),
    ParamSpec::new("Permissions.N.Priority", "1").usual(),
    ParamSpec::new("Permissions.N.IpProtocol", "TCP")
        .usual()
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"]),
    ParamSpec::new("Permissions.N.PortRange", "80/80").usual(),
    ParamSpec::new("Permissions.N.SourcePortRange", "80/80"),
    ParamSpec::new("Permissions.N.PortRangeListId", "prl-2ze9743****"),
    ParamSpec::new("Permissions.N.SourceCidrIp", "10.0.0.0/8").usual(),
    ParamSpec::new("Permissions.N.Ipv6SourceCidrIp", "2001:db8:1234:1a00::***"),
    ParamSpec::new("Permissions.N.SourceGroupId", "sg-bp67acfmxa123b****"),
    ParamSpec::new("Permissions.N.SourcePrefixListId", "pl-x1j1k5ykzqlixdcy****"),
    ParamSpec::new("Permissions.N.DestCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Permissions.N.Ipv6DestCidrIp", "2001:db8:1233:1a00::***"),
    ParamSpec::new("Permissions.N.SourceGroupOwnerId", "12345678910"),
    ParamSpec::new("Permissions.N.SourceGroupOwnerAccount", "Test@aliyun.com"),
    ParamSpec::new("Permissions.N.NicType", "intranet").one_of(&["internet", "intranet"]),
    ParamSpec::new("Permissions.N.Description", "testDescription"),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
    ParamSpec::new("Policy", "accept").one_of(&["accept", "drop"]).deprecated(),
    ParamSpec::new("Priority", "1").deprecated(),
    ParamSpec::new("IpProtocol", "TCP")
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"])
        .deprecated(),
    ParamSpec::new("PortRange", "80/80").deprecated(),
    ParamSpec::new("SourcePortRange", "80/80").deprecated(),
    ParamSpec::new("SourceCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6SourceCidrIp", "2001:db8:1234:1a00::***").deprecated(),
    ParamSpec::new("SourceGroupId", "sg-bp67acfmxa123b****").deprecated(),
    ParamSpec::new("SourcePrefixListId", "pl-x1j1k5ykzqlixdcy****").deprecated(),
    ParamSpec::new("DestCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6DestCidrIp", "2001:db8:1233:1a00::***").deprecated(),
    ParamSpec::new("SourceGroupOwnerId", "12345678910").deprecated(),
    ParamSpec::new("SourceGroupOwnerAccount", "Test@aliyun.com").deprecated(),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]).deprecated(),
    ParamSpec::new("Description", "testDescription").deprecated(),
];

const AUTHORIZE_EGRESS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("Permissions.N.Policy", "accept").usual().one_of(&["accept", "drop"]),
    ParamSpec::new("Permissions.N.Priority", "1").usual(),
    ParamSpec::new("Permissions.N.IpProtocol", "TCP")
        .usual()
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"]),
    ParamSpec::new("Permissions.N.PortRange", "80/80").usual(),
    ParamSpec::new("Permissions.N.SourcePortRange", "80/80"),
    ParamSpec::new("Permissions.N.PortRangeListId", "prl-2ze9743****"),
    ParamSpec::new("Permissions.N.SourceCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Permissions.N.Ipv6SourceCidrIp", "2001:db8:1234:1a00::***"),
    ParamSpec::new("Permissions.N.DestCidrIp", "10.0.0.0/8").usual(),
    ParamSpec::new("Permissions.N.Ipv6DestCidrIp", "2001:db8:1233:1a00::***"),
    ParamSpec::new("Permissions.N.DestGroupId", "sg-bp67acfmxazb4p****"),
    ParamSpec::new("Permissions.N.DestPrefixListId", "pl-x1j1k5ykzqlixdcy****"),
    ParamSpec::new("Permissions.N.DestGroupOwnerId", "12345678910"),
    ParamSpec::new("Permissions.N.DestGroupOwnerAccount", "Test@aliyun.com"),
    ParamSpec::new("Permissions.N.NicType", "intranet").one_of(&["internet", "intranet"]),
    ParamSpec::new("Permissions.N.Description", "testDescription"),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
    ParamSpec::new("Policy", "accept").one_of(&["accept", "drop"]).deprecated(),
    ParamSpec::new("Priority", "1").deprecated(),
    ParamSpec::new("IpProtocol", "TCP")
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"])
        .deprecated(),
    ParamSpec::new("PortRange", "80/80").deprecated(),
    ParamSpec::new("SourcePortRange", "80/80").deprecated(),
    ParamSpec::new("SourceCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6SourceCidrIp", "2001:db8:1234:1a00::***").deprecated(),
    ParamSpec::new("DestCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6DestCidrIp", "2001:db8:1233:1a00::***").deprecated(),
    ParamSpec::new("DestGroupId", "sg-bp67acfmxazb4p****").deprecated(),
    ParamSpec::new("DestPrefixListId", "pl-x1j1k5ykzqlixdcy****").deprecated(),
    ParamSpec::new("DestGroupOwnerId", "12345678910").deprecated(),
    ParamSpec::new("DestGroupOwnerAccount", "Test@aliyun.com").deprecated(),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]).deprecated(),
    ParamSpec::new("Description", "testDescription").deprecated(),
];

const REVOKE: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("SecurityGroupRuleId.N", "sgr-bp67acfmxa123b****").usual(),
    ParamSpec::new("Permissions.N.Policy", "accept").one_of(&["accept", "drop"]),
    ParamSpec::new("Permissions.N.Priority", "1"),
    ParamSpec::new("Permissions.N.IpProtocol", "TCP")
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"]),
    ParamSpec::new("Permissions.N.PortRange", "80/80"),
    ParamSpec::new("Permissions.N.SourcePortRange", "80/80"),
    ParamSpec::new("Permissions.N.PortRangeListId", "prl-2ze9743****"),
    ParamSpec::new("Permissions.N.SourceCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Permissions.N.Ipv6SourceCidrIp", "2001:db8:1234:1a00::***"),
    ParamSpec::new("Permissions.N.SourceGroupId", "sg-bp67acfmxa123b****"),
    ParamSpec::new("Permissions.N.SourcePrefixListId", "pl-x1j1k5ykzqlixdcy****"),
    ParamSpec::new("Permissions.N.DestCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Permissions.N.Ipv6DestCidrIp", "2001:db8:1233:1a00::***"),
    ParamSpec::new("Permissions.N.SourceGroupOwnerId", "12345678910"),
    ParamSpec::new("Permissions.N.SourceGroupOwnerAccount", "Test@aliyun.com"),
    ParamSpec::new("Permissions.N.NicType", "intranet").one_of(&["internet", "intranet"]),
    ParamSpec::new("Permissions.N.Description", "testDescription"),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
    ParamSpec::new("Policy", "accept").one_of(&["accept", "drop"]).deprecated(),
    ParamSpec::new("Priority", "1").deprecated(),
    ParamSpec::new("IpProtocol", "TCP")
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"])
        .deprecated(),
    ParamSpec::new("PortRange", "80/80").deprecated(),
    ParamSpec::new("SourcePortRange", "80/80").deprecated(),
    ParamSpec::new("SourceCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6SourceCidrIp", "2001:db8:1234:1a00::***").deprecated(),
    ParamSpec::new("SourceGroupId", "sg-bp67acfmxa123b****").deprecated(),
    ParamSpec::new("SourcePrefixListId", "pl-x1j1k5ykzqlixdcy****").deprecated(),
    ParamSpec::new("DestCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6DestCidrIp", "2001:db8:1233:1a00::***").deprecated(),
    ParamSpec::new("SourceGroupOwnerId", "12345678910").deprecated(),
    ParamSpec::new("SourceGroupOwnerAccount", "Test@aliyun.com").deprecated(),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]).deprecated(),
    ParamSpec::new("Description", "testDescription").deprecated(),
];

const REVOKE_EGRESS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("SecurityGroupRuleId.N", "sgr-bp67acfmxa123b****").usual(),
    ParamSpec::new("Permissions.N.Policy", "accept").one_of(&["accept", "drop"]),
    ParamSpec::new("Permissions.N.Priority", "1"),
    ParamSpec::new("Permissions.N.IpProtocol", "TCP")
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"]),
    ParamSpec::new("Permissions.N.PortRange", "80/80"),
    ParamSpec::new("Permissions.N.SourcePortRange", "80/80"),
    ParamSpec::new("Permissions.N.PortRangeListId", "prl-2ze9743****"),
    ParamSpec::new("Permissions.N.SourceCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Permissions.N.Ipv6SourceCidrIp", "2001:db8:1234:1a00::***"),
    ParamSpec::new("Permissions.N.DestCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Permissions.N.Ipv6DestCidrIp", "2001:db8:1233:1a00::***"),
    ParamSpec::new("Permissions.N.DestGroupId", "sg-bp67acfmxazb4p****"),
    ParamSpec::new("Permissions.N.DestPrefixListId", "pl-x1j1k5ykzqlixdcy****"),
    ParamSpec::new("Permissions.N.DestGroupOwnerId", "12345678910"),
    ParamSpec::new("Permissions.N.DestGroupOwnerAccount", "Test@aliyun.com"),
    ParamSpec::new("Permissions.N.NicType", "intranet").one_of(&["internet", "intranet"]),
    ParamSpec::new("Permissions.N.Description", "testDescription"),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
    ParamSpec::new("Policy", "accept").one_of(&["accept", "drop"]).deprecated(),
    ParamSpec::new("Priority", "1").deprecated(),
    ParamSpec::new("IpProtocol", "TCP")
        .one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"])
        .deprecated(),
    ParamSpec::new("PortRange", "80/80").deprecated(),
    ParamSpec::new("SourcePortRange", "80/80").deprecated(),
    ParamSpec::new("SourceCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6SourceCidrIp", "2001:db8:1234:1a00::***").deprecated(),
    ParamSpec::new("DestCidrIp", "10.0.0.0/8").deprecated(),
    ParamSpec::new("Ipv6DestCidrIp", "2001:db8:1233:1a00::***").deprecated(),
    ParamSpec::new("DestGroupId", "sg-bp67acfmxazb4p****").deprecated(),
    ParamSpec::new("DestPrefixListId", "pl-x1j1k5ykzqlixdcy****").deprecated(),
    ParamSpec::new("DestGroupOwnerId", "12345678910").deprecated(),
    ParamSpec::new("DestGroupOwnerAccount", "Test@aliyun.com").deprecated(),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]).deprecated(),
    ParamSpec::new("Description", "testDescription").deprecated(),
];

const MEMBERSHIP: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").usual(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("InstanceId", "i-bp67acfmxazb4p****").usual(),
    ParamSpec::new("NetworkInterfaceId", "eni-bp13kd656hxambfe****"),
];

const ATTRIBUTE: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("SecurityGroupName", "testSecurityGroupName").usual(),
    ParamSpec::new("Description", "testDescription").usual(),
];

const MODIFY_RULE: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("SecurityGroupRuleId", "sgr-bp67acfmxa123b****").usual(),
    ParamSpec::new("Policy", "accept").usual().one_of(&["accept", "drop"]),
    ParamSpec::new("Priority", "1").usual(),
    ParamSpec::new("IpProtocol", "TCP").one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"]),
    ParamSpec::new("PortRange", "80/80"),
    ParamSpec::new("SourcePortRange", "80/80"),
    ParamSpec::new("PortRangeListId", "prl-2ze9743****"),
    ParamSpec::new("SourceCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Ipv6SourceCidrIp", "2001:db8:1234:1a00::***"),
    ParamSpec::new("DestCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Ipv6DestCidrIp", "2001:db8:1233:1a00::***"),
    ParamSpec::new("SourceGroupId", "sg-bp67acfmxa123b****"),
    ParamSpec::new("SourcePrefixListId", "pl-x1j1k5ykzqlixdcy****"),
    ParamSpec::new("SourceGroupOwnerId", "12345678910"),
    ParamSpec::new("SourceGroupOwnerAccount", "Test@aliyun.com"),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]),
    ParamSpec::new("Description", "testDescription"),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
];

const MODIFY_EGRESS_RULE: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("SecurityGroupRuleId", "sgr-bp67acfmxa123b****").usual(),
    ParamSpec::new("Policy", "accept").usual().one_of(&["accept", "drop"]),
    ParamSpec::new("Priority", "1").usual(),
    ParamSpec::new("IpProtocol", "TCP").one_of(&["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"]),
    ParamSpec::new("PortRange", "80/80"),
    ParamSpec::new("SourcePortRange", "80/80"),
    ParamSpec::new("PortRangeListId", "prl-2ze9743****"),
    ParamSpec::new("SourceCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Ipv6SourceCidrIp", "2001:db8:1234:1a00::***"),
    ParamSpec::new("DestCidrIp", "10.0.0.0/8"),
    ParamSpec::new("Ipv6DestCidrIp", "2001:db8:1233:1a00::***"),
    ParamSpec::new("DestGroupId", "sg-bp67acfmxa123b****"),
    ParamSpec::new("DestPrefixListId", "pl-x1j1k5ykzqlixdcy****"),
    ParamSpec::new("DestGroupOwnerId", "12345678910"),
    ParamSpec::new("DestGroupOwnerAccount", "Test@aliyun.com"),
    ParamSpec::new("NicType", "intranet").one_of(&["internet", "intranet"]),
    ParamSpec::new("Description", "testDescription"),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
];

const GROUPS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****"),
    ParamSpec::new("SecurityGroupIds", "[\"sg-bp67acfmxazb4p****\", \"sg-bp67acfmxazb4p****\"]"),
    ParamSpec::new("SecurityGroupName", "testSecurityGroupName"),
    ParamSpec::new("SecurityGroupType", "enterprise").one_of(&["normal", "enterprise"]),
    ParamSpec::new("VpcId", "vpc-bp1opxu1zkhn00gzv****"),
    ParamSpec::new("NetworkType", "vpc").one_of(&["vpc", "classic"]),
    ParamSpec::new("ServiceManaged", "false").one_of(&["true", "false"]),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4p****"),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("MaxResults", "10").usual(),
    ParamSpec::new("NextToken", "e71d8a535bd9cc11"),
    ParamSpec::new("DryRun", "false").one_of(&["true", "false"]),
    ParamSpec::new("PageNumber", "1").deprecated(),
    ParamSpec::new("PageSize", "10").deprecated(),
    ParamSpec::new("FuzzyQuery", "").one_of(&["true", "false"]).deprecated(),
    ParamSpec::new("IsQueryEcsCount", "").one_of(&["true", "false"]).deprecated(),
    ParamSpec::new("Tag.N.key", "").deprecated(),
    ParamSpec::new("Tag.N.value", "").deprecated(),
];

const REFERENCES: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId.N", "sg-bp67acfmxazb4p****").required(),
];

const INSTANCES: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("InstanceIds", "[\"i-bp67acfmxazb4p****\"]"),
    ParamSpec::new("InstanceName", "SampleName"),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****"),
    ParamSpec::new("VpcId", "vpc-bp1opxu1zkhn00gzv****"),
    ParamSpec::new("MaxResults", "10"),
    ParamSpec::new("NextToken", "e71d8a535bd9cc11"),
    ParamSpec::new("PageNumber", "1"),
    ParamSpec::new("PageSize", "10"),
    ParamSpec::new("DryRun", "false").one_of(&["true", "false"]),
];

const REGIONS: &[ParamSpec] =
    &[ParamSpec::new("AcceptLanguage", "zh-CN").one_of(&["zh-CN", "en-US", "ja"])];
