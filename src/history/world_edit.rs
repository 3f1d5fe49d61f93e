//! Edits that no security group call can make: instances, and groups that a cloud service owns.

use std::net::IpAddr;
use std::sync::Arc;

use indexmap::IndexSet;
use ipnet::IpNet;
use thiserror::Error;

use crate::emulator::{Env, Mint};
use crate::model::{
    GroupType, Instance, InstanceId, Labels, LimitId, NetworkInterface, Scenario, ScenarioError,
    SecurityGroup, SecurityGroupId, VpcId,
};

/// An edit of the world around the groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorldEdit {
    /// A new instance with one network interface, in the VPC of its groups.
    CreateInstance {
        /// The name to show; may be empty.
        name: String,
        /// Its groups, at least one.
        groups: Vec<SecurityGroupId>,
        /// Whether it gets a public address.
        public: bool,
    },
    /// Releases an instance with its interfaces.
    ReleaseInstance {
        /// Which one.
        instance: InstanceId,
    },
    /// A cloud service creates a group of its own, which the account may only query.
    CreateManagedGroup {
        /// The name to show.
        name: String,
        /// Where it lies.
        vpc: VpcId,
        /// Basic or advanced.
        group_type: GroupType,
    },
    /// Begins again on another scene; undone like any edit.
    StartOver {
        /// The scene to begin on.
        scenario: Arc<Scenario>,
    },
}

/// Why a world edit is not possible.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WorldEditError {
    /// An instance must have a group.
    #[error("an instance needs at least one security group")]
    NoGroup,
    /// Nothing has this id.
    #[error("`{0}` does not exist")]
    Unknown(String),
    /// No address is left in the VPC, or in the range public addresses are drawn from.
    #[error("no free address is left")]
    NoFreeAddress,
    /// Only a basic or advanced group of an existing VPC can be made; the quota counts too.
    #[error("{0}")]
    Invalid(#[from] ScenarioError),
}

impl WorldEdit {
    /// The scene after the edit.
    ///
    /// # Errors
    /// [`WorldEditError`] when the edit is not possible; the scene given is never touched.
    pub fn apply(&self, scenario: &Scenario, env: &Env) -> Result<Scenario, WorldEditError> {
        match self {
            Self::CreateInstance { name, groups, public } => {
                create_instance(scenario, name, groups, *public, env)
            }
            Self::ReleaseInstance { instance } => release_instance(scenario, instance),
            Self::CreateManagedGroup { name, vpc, group_type } => {
                create_managed_group(scenario, name, vpc, *group_type, env)
            }
            Self::StartOver { scenario } => Ok(scenario.as_ref().clone()),
        }
    }
}

fn create_instance(
    scenario: &Scenario,
    name: &str,
    groups: &[SecurityGroupId],
    public: bool,
    env: &Env,
) -> Result<Scenario, WorldEditError> {
    let first = groups.first().ok_or(WorldEditError::NoGroup)?;
    let unknown = |id: &dyn ToString| WorldEditError::Unknown(id.to_string());
    let vpc = scenario.group(first).ok_or_else(|| unknown(first))?.vpc.clone();
    let address = free_private_address(scenario, &vpc).ok_or(WorldEditError::NoFreeAddress)?;
    let public_address = match public {
        true => Some(free_public_address(scenario).ok_or(WorldEditError::NoFreeAddress)?),
        false => None,
    };
    let mut mint = Mint::new(env.entropy);
    let id = mint.instance_id(scenario);
    let interface = mint.network_interface_id(scenario);
    Ok(scenario.edited(|parts| {
        let instance =
            Instance { id: id.clone(), name: name.to_owned(), interfaces: vec![interface.clone()] };
        let interface = NetworkInterface {
            id: interface,
            vpc,
            groups: groups.iter().cloned().collect::<IndexSet<_>>(),
            addresses: vec![address],
            public_address,
        };
        parts.interfaces.insert(interface.id.clone(), Arc::new(interface));
        parts.instances.insert(id, Arc::new(instance));
    })?)
}

fn release_instance(
    scenario: &Scenario,
    instance: &InstanceId,
) -> Result<Scenario, WorldEditError> {
    let unknown = || WorldEditError::Unknown(instance.to_string());
    let interfaces = scenario.instance(instance).ok_or_else(unknown)?.interfaces.clone();
    Ok(scenario.edited(|parts| {
        parts.instances.shift_remove(instance);
        for interface in &interfaces {
            parts.interfaces.shift_remove(interface);
        }
    })?)
}

fn create_managed_group(
    scenario: &Scenario,
    name: &str,
    vpc: &VpcId,
    group_type: GroupType,
    env: &Env,
) -> Result<Scenario, WorldEditError> {
    let id = Mint::new(env.entropy).security_group_id(scenario);
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
    };
    Ok(scenario.edited(|parts| {
        parts.groups.insert(id, Arc::new(group));
    })?)
}

/// The lowest free host address of the VPC's first IPv4 block, past the ones the service keeps
/// for itself (the first of a vSwitch and the last three).
fn free_private_address(scenario: &Scenario, vpc: &VpcId) -> Option<IpAddr> {
    let block = scenario.vpc(vpc)?.blocks.iter().find_map(|block| match block {
        IpNet::V4(block) => Some(*block),
        IpNet::V6(_) => None,
    })?;
    let taken = |address: &IpAddr| {
        scenario.interfaces().any(|i| &i.vpc == vpc && i.addresses.contains(address))
    };
    let last = u32::from(block.broadcast()).saturating_sub(3);
    let enough = LimitId::AddressesPerBasicGroup.value() * 2;
    block
        .hosts()
        .skip(10)
        .take_while(|address| u32::from(*address) < last)
        .take(enough)
        .map(IpAddr::V4)
        .find(|address| !taken(address))
}

/// The lowest free address of 203.0.113.0/24 (TEST-NET-3), which no real host has.
fn free_public_address(scenario: &Scenario) -> Option<IpAddr> {
    let taken = |address: &IpAddr| {
        scenario.interfaces().any(|interface| interface.public_address == Some(*address))
            || scenario
                .outside()
                .iter()
                .any(|o| o.block.prefix_len() > 0 && o.block.contains(address))
    };
    (1..=254).map(|last| IpAddr::from([203, 0, 113, last])).find(|address| !taken(address))
}
