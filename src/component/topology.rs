//! Everything around the groups: instances, outside addresses, VPCs, prefix lists.

pub mod instance_form;
pub mod instances;
pub mod interface_fields;
pub mod outside;
pub mod prefix_lists;
pub mod readings;
pub mod surroundings;
pub mod vpcs;
