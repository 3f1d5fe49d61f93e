//! The operations of the API that the emulator answers.

/// An operation of the ECS API (version 2014-05-26) that this emulator answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Sets a basic group's intra-group policy.
    ModifySecurityGroupPolicy,
    /// Creates a group.
    CreateSecurityGroup,
    /// Deletes a group that nothing uses.
    DeleteSecurityGroup,
    /// Reads a group with its rules.
    DescribeSecurityGroupAttribute,
    /// Adds inbound rules.
    AuthorizeSecurityGroup,
    /// Adds outbound rules.
    AuthorizeSecurityGroupEgress,
    /// Removes inbound rules.
    RevokeSecurityGroup,
    /// Removes outbound rules.
    RevokeSecurityGroupEgress,
    /// Puts an instance or an interface into a group.
    JoinSecurityGroup,
    /// Takes an instance or an interface out of a group.
    LeaveSecurityGroup,
    /// Changes a group's name or description.
    ModifySecurityGroupAttribute,
    /// Changes an inbound rule.
    ModifySecurityGroupRule,
    /// Changes an outbound rule.
    ModifySecurityGroupEgressRule,
    /// Lists groups, filtered and in pages.
    DescribeSecurityGroups,
    /// Tells which groups have rules that name these.
    DescribeSecurityGroupReferences,
    /// Lists instances with their interfaces and groups, as far as a scene has them.
    DescribeInstances,
    /// Lists the regions of the service.
    DescribeRegions,
}

impl Action {
    /// Every operation, once each.
    pub const ALL: [Self; 17] = [
        Self::ModifySecurityGroupPolicy,
        Self::CreateSecurityGroup,
        Self::DeleteSecurityGroup,
        Self::DescribeSecurityGroupAttribute,
        Self::AuthorizeSecurityGroup,
        Self::AuthorizeSecurityGroupEgress,
        Self::RevokeSecurityGroup,
        Self::RevokeSecurityGroupEgress,
        Self::JoinSecurityGroup,
        Self::LeaveSecurityGroup,
        Self::ModifySecurityGroupAttribute,
        Self::ModifySecurityGroupRule,
        Self::ModifySecurityGroupEgressRule,
        Self::DescribeSecurityGroups,
        Self::DescribeSecurityGroupReferences,
        Self::DescribeInstances,
        Self::DescribeRegions,
    ];

    /// The value of the `Action` parameter.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ModifySecurityGroupPolicy => "ModifySecurityGroupPolicy",
            Self::CreateSecurityGroup => "CreateSecurityGroup",
            Self::DeleteSecurityGroup => "DeleteSecurityGroup",
            Self::DescribeSecurityGroupAttribute => "DescribeSecurityGroupAttribute",
            Self::AuthorizeSecurityGroup => "AuthorizeSecurityGroup",
            Self::AuthorizeSecurityGroupEgress => "AuthorizeSecurityGroupEgress",
            Self::RevokeSecurityGroup => "RevokeSecurityGroup",
            Self::RevokeSecurityGroupEgress => "RevokeSecurityGroupEgress",
            Self::JoinSecurityGroup => "JoinSecurityGroup",
            Self::LeaveSecurityGroup => "LeaveSecurityGroup",
            Self::ModifySecurityGroupAttribute => "ModifySecurityGroupAttribute",
            Self::ModifySecurityGroupRule => "ModifySecurityGroupRule",
            Self::ModifySecurityGroupEgressRule => "ModifySecurityGroupEgressRule",
            Self::DescribeSecurityGroups => "DescribeSecurityGroups",
            Self::DescribeSecurityGroupReferences => "DescribeSecurityGroupReferences",
            Self::DescribeInstances => "DescribeInstances",
            Self::DescribeRegions => "DescribeRegions",
        }
    }

    /// Reads the value of the `Action` parameter, which is case-sensitive.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == text)
    }

    /// Whether the operation only reads.
    pub const fn is_query(self) -> bool {
        matches!(
            self,
            Self::DescribeSecurityGroupAttribute
                | Self::DescribeSecurityGroups
                | Self::DescribeSecurityGroupReferences
                | Self::DescribeInstances
                | Self::DescribeRegions
        )
    }
}
