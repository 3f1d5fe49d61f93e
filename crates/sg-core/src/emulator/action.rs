//! The registry of operations. Each operation has a file, a module and a line here.

use super::error::ErrorRow;
use super::operation::{Effect, operations};
use super::param_spec::ParamSpec;

pub mod authorize_security_group;
pub mod authorize_security_group_egress;
pub mod create_security_group;
pub mod delete_security_group;
pub mod describe_instance_attribute;
pub mod describe_instances;
pub mod describe_regions;
pub mod describe_security_group_attribute;
pub mod describe_security_group_references;
pub mod describe_security_groups;
pub mod join_security_group;
pub mod leave_security_group;
pub mod modify_security_group_attribute;
pub mod modify_security_group_egress_rule;
pub mod modify_security_group_policy;
pub mod modify_security_group_rule;
pub mod revoke_security_group;
pub mod revoke_security_group_egress;

operations! {
    ModifySecurityGroupPolicy in modify_security_group_policy;
    CreateSecurityGroup in create_security_group;
    DeleteSecurityGroup in delete_security_group;
    DescribeSecurityGroupAttribute in describe_security_group_attribute;
    AuthorizeSecurityGroup in authorize_security_group;
    AuthorizeSecurityGroupEgress in authorize_security_group_egress;
    RevokeSecurityGroup in revoke_security_group;
    RevokeSecurityGroupEgress in revoke_security_group_egress;
    JoinSecurityGroup in join_security_group;
    LeaveSecurityGroup in leave_security_group;
    ModifySecurityGroupAttribute in modify_security_group_attribute;
    ModifySecurityGroupRule in modify_security_group_rule;
    ModifySecurityGroupEgressRule in modify_security_group_egress_rule;
    DescribeSecurityGroups in describe_security_groups;
    DescribeSecurityGroupReferences in describe_security_group_references;
    DescribeInstances in describe_instances;
    DescribeRegions in describe_regions;
    DescribeInstanceAttribute in describe_instance_attribute;
}

impl Action {
    /// Parses the value of the `Action` parameter, which is case-sensitive.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == text)
    }

    /// Whether the operation only reads.
    pub fn is_query(self) -> bool {
        self.operation().effect == Effect::Reads
    }

    /// The documented parameter with this name, where `N` stands for any number. `None` if the
    /// operation does not document it; common parameters are not included.
    pub fn param(self, name: &str) -> Option<&'static ParamSpec> {
        ParamSpec::find(self.operation().params, name)
    }
}

/// The documented parameters of an operation.
pub const fn param_specs(action: Action) -> &'static [ParamSpec] {
    action.operation().params
}

/// The rows of the operation's newest published error table, in the published order. Rows that
/// appear only on older pages and those of [`supplementary_rows`] are not included.
pub const fn error_rows(action: Action) -> &'static [ErrorRow] {
    action.operation().errors
}

/// Rows borrowed from the page of a sibling operation, for errors that the operation's own table
/// does not list (`Assumption::SiblingRows`).
pub const fn supplementary_rows(action: Action) -> &'static [ErrorRow] {
    action.operation().borrowed
}
