//! The registry of operations. Each operation has a file, a module and a line here.

use super::error::ErrorRow;
use super::operation::{Effect, operations};
use super::param_spec::ParamSpec;

pub mod attach_network_interface;
pub mod authorize_security_group;
pub mod authorize_security_group_egress;
pub mod create_network_interface;
pub mod create_port_range_list;
pub mod create_prefix_list;
pub mod create_security_group;
pub mod delete_network_interface;
pub mod delete_port_range_list;
pub mod delete_prefix_list;
pub mod delete_security_group;
pub mod describe_instance_attribute;
pub mod describe_instances;
pub mod describe_network_interfaces;
pub mod describe_port_range_list_associations;
pub mod describe_port_range_list_entries;
pub mod describe_port_range_lists;
pub mod describe_prefix_list_associations;
pub mod describe_prefix_list_attributes;
pub mod describe_prefix_lists;
pub mod describe_regions;
pub mod describe_security_group_attribute;
pub mod describe_security_group_references;
pub mod describe_security_groups;
pub mod describe_vpcs;
pub mod describe_zones;
pub mod detach_network_interface;
pub mod join_resource_group;
pub mod join_security_group;
pub mod leave_security_group;
pub mod list_tag_resources;
pub mod modify_instance_attribute;
pub mod modify_network_interface_attribute;
pub mod modify_port_range_list;
pub mod modify_prefix_list;
pub mod modify_security_group_attribute;
pub mod modify_security_group_egress_rule;
pub mod modify_security_group_policy;
pub mod modify_security_group_rule;
pub mod revoke_security_group;
pub mod revoke_security_group_egress;
pub mod tag_resources;
pub mod untag_resources;

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
    ModifyInstanceAttribute in modify_instance_attribute;
    ModifyNetworkInterfaceAttribute in modify_network_interface_attribute;
    DescribeNetworkInterfaces in describe_network_interfaces;
    DescribeVpcs in describe_vpcs;
    DescribeZones in describe_zones;
    CreateNetworkInterface in create_network_interface;
    DeleteNetworkInterface in delete_network_interface;
    AttachNetworkInterface in attach_network_interface;
    DetachNetworkInterface in detach_network_interface;
    TagResources in tag_resources;
    UntagResources in untag_resources;
    ListTagResources in list_tag_resources;
    JoinResourceGroup in join_resource_group;
    CreatePrefixList in create_prefix_list;
    ModifyPrefixList in modify_prefix_list;
    DeletePrefixList in delete_prefix_list;
    DescribePrefixLists in describe_prefix_lists;
    DescribePrefixListAttributes in describe_prefix_list_attributes;
    DescribePrefixListAssociations in describe_prefix_list_associations;
    CreatePortRangeList in create_port_range_list;
    ModifyPortRangeList in modify_port_range_list;
    DeletePortRangeList in delete_port_range_list;
    DescribePortRangeLists in describe_port_range_lists;
    DescribePortRangeListEntries in describe_port_range_list_entries;
    DescribePortRangeListAssociations in describe_port_range_list_associations;
}

impl Action {
    /// Parses the value of the `Action` parameter, which is case-sensitive.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == text)
    }

    /// Whether the operation only reads.
    pub fn is_query(self) -> bool {
        self.effect() == Effect::Reads
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
