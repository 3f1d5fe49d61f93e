//! The operations, one file each: its error table, and what it does to a scene.

pub mod modify_security_group_policy;
