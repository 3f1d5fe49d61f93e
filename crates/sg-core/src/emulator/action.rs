//! The operations, one file each: its error table, and what it does to a scene.

pub mod authorize_security_group;
pub mod authorize_security_group_egress;
pub mod create_security_group;
pub mod delete_security_group;
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
