//! Topology edits, which no security group call can make: instances, addresses, VPCs, prefix lists,
//! outside addresses.
//!
//! Each edit is a plain value and is applied completely or not at all. An edit that is not possible
//! returns a [`TopologyEditError`]; the given scenario is never modified.

use std::sync::Arc;

use crate::emulator::{Env, IdGenerator};
use crate::model::{
    GroupType, InstanceId, IntraGroupPrecedence, Labels, Scenario, SecurityGroup, Unread, VpcId,
};

mod address;
mod error;
mod instance;
mod interface;
mod name;
mod outside;
mod prefix_list;
mod vpc;

pub use address::{
    free_public_address, list_parts, read_address, read_addresses, read_block, read_blocks,
};
pub use error::{About, TopologyEditError};
pub use interface::{InterfaceEdit, NewInterface, PublicAddress};
pub use outside::OutsideEdit;
pub use prefix_list::PrefixListEdit;
pub use vpc::VpcEdit;

/// An edit of the network around the groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TopologyEdit {
    /// Creates an instance in the VPC of its groups.
    CreateInstance {
        /// The display name; may be empty.
        name: String,
        /// Its network interfaces, the primary one first; at least one.
        interfaces: Vec<NewInterface>,
    },
    /// Renames an instance.
    RenameInstance {
        /// The instance.
        instance: InstanceId,
        /// The new name; may be empty.
        name: String,
    },
    /// Releases an instance and its interfaces.
    ReleaseInstance {
        /// The instance.
        instance: InstanceId,
    },
    /// Edits the network interfaces of an instance and their addresses.
    Interface(InterfaceEdit),
    /// Edits the address blocks outside every VPC.
    Outside(OutsideEdit),
    /// Edits a prefix list.
    PrefixList(PrefixListEdit),
    /// Edits a VPC or a route between two VPCs.
    Vpc(VpcEdit),
    /// Creates a group managed by a cloud service, which the account can only query.
    CreateManagedGroup {
        /// The display name.
        name: String,
        /// Its VPC.
        vpc: VpcId,
        /// Basic or advanced.
        group_type: GroupType,
    },
    /// Chooses a reading of the order between the intra-group policy and outbound rules, on which
    /// the documentation is inconsistent.
    Read {
        /// The reading.
        precedence: IntraGroupPrecedence,
    },
    /// Replaces the scenario; can be undone like any edit.
    StartOver {
        /// The new scenario.
        scenario: Arc<Scenario>,
        /// Where it comes from, such as the name of a file; empty if nothing says so. Two steps of the
        /// log are told apart by it.
        source: String,
    },
}

impl TopologyEdit {
    /// Replaces the scenario by one whose source nothing names.
    pub const fn start_over(scenario: Arc<Scenario>) -> Self {
        Self::StartOver { scenario, source: String::new() }
    }

    /// The scenario after the edit.
    ///
    /// # Errors
    /// [`TopologyEditError`] if the edit is not possible; the given scenario is never modified.
    pub fn apply(&self, scenario: &Scenario, env: &Env) -> Result<Scenario, TopologyEditError> {
        let mut generator = IdGenerator::new(env.entropy);
        match self {
            Self::CreateInstance { name, interfaces } => {
                instance::create(scenario, name, interfaces, &mut generator)
            }
            Self::RenameInstance { instance, name } => instance::rename(scenario, instance, name),
            Self::ReleaseInstance { instance } => instance::release(scenario, instance),
            Self::Interface(edit) => edit.apply(scenario, &mut generator),
            Self::Outside(edit) => edit.apply(scenario),
            Self::PrefixList(edit) => edit.apply(scenario, &mut generator),
            Self::Vpc(edit) => edit.apply(scenario, &mut generator),
            Self::CreateManagedGroup { name, vpc, group_type } => {
                create_managed_group(scenario, name, vpc, *group_type, env)
            }
            Self::Read { precedence } => {
                Ok(scenario.edited(|parts| parts.options.intra_group_precedence = *precedence)?)
            }
            Self::StartOver { scenario, .. } => Ok(scenario.as_ref().clone()),
        }
    }
}

fn create_managed_group(
    scenario: &Scenario,
    name: &str,
    vpc: &VpcId,
    group_type: GroupType,
    env: &Env,
) -> Result<Scenario, TopologyEditError> {
    let id = IdGenerator::new(env.entropy).security_group_id(scenario);
    let group = SecurityGroup {
        id: id.clone(),
        name: name.to_owned(),
        description: String::new(),
        vpc: vpc.clone(),
        group_type,
        service_managed: true,
        labels: Labels::default(),
        rules: Vec::new(),
        created: env.now,
        owner: None,
        unread: Unread::default(),
    };
    Ok(scenario.edited(|parts| {
        parts.groups.insert(id, Arc::new(group));
    })?)
}
