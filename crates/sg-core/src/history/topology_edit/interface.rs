//! Network interfaces: attach, detach, and edit private and public addresses.

use std::net::IpAddr;
use std::sync::Arc;

use super::TopologyEditError;
use super::address::free_public_address;
use crate::emulator::IdGenerator;
use crate::model::{
    AddressFamily, InstanceId, MoreAddresses, NetworkInterface, NetworkInterfaceId, Scenario,
    SecurityGroupId, free_private_address,
};

/// A network interface to create.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewInterface {
    /// Its groups, at least one. The interface is created in their VPC.
    pub groups: Vec<SecurityGroupId>,
    /// Its private addresses, the primary one first. If empty, the next free IPv4 address is used.
    pub addresses: Vec<IpAddr>,
    /// Its public address.
    pub public: PublicAddress,
}

/// The public address of a new interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PublicAddress {
    /// No public address.
    #[default]
    None,
    /// The next free address.
    NextFree,
    /// A specific address.
    Given(IpAddr),
}

/// An edit of an instance's network interfaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InterfaceEdit {
    /// Attaches a new interface, in the VPC of the instance.
    Attach {
        /// The instance.
        instance: InstanceId,
        /// The interface to create.
        interface: NewInterface,
    },
    /// Detaches an interface; not possible for the primary one.
    Detach {
        /// The interface.
        interface: NetworkInterfaceId,
    },
    /// Adds a private address.
    AddAddress {
        /// The interface.
        interface: NetworkInterfaceId,
        /// The address, from a block of the VPC.
        address: IpAddr,
    },
    /// Removes a private address; not possible for the primary one.
    RemoveAddress {
        /// The interface.
        interface: NetworkInterfaceId,
        /// The address.
        address: IpAddr,
    },
    /// Sets or removes the public address of an interface.
    SetPublic {
        /// The interface.
        interface: NetworkInterfaceId,
        /// The address; `None` removes it.
        address: Option<IpAddr>,
    },
}

impl InterfaceEdit {
    pub(super) fn apply(
        &self,
        scenario: &Scenario,
        generator: &mut IdGenerator,
    ) -> Result<Scenario, TopologyEditError> {
        match self {
            Self::Attach { instance, interface } => {
                attach(scenario, instance, interface, generator)
            }
            Self::Detach { interface } => detach(scenario, interface),
            Self::AddAddress { interface, address } => {
                changed(scenario, interface, |own| own.addresses.push(*address))
            }
            Self::RemoveAddress { interface, address } => {
                remove_address(scenario, interface, *address)
            }
            Self::SetPublic { interface, address } => {
                changed(scenario, interface, |own| own.public_address = *address)
            }
        }
    }
}

/// A new interface with a generated id and addresses, not yet part of the scenario.
pub(super) fn built(
    scenario: &Scenario,
    wanted: &NewInterface,
    generator: &mut IdGenerator,
) -> Result<NetworkInterface, TopologyEditError> {
    let first = wanted.groups.first().ok_or(TopologyEditError::NoGroup)?;
    let unknown = || TopologyEditError::Unknown(first.to_string());
    let vpc = scenario.group(first).ok_or_else(unknown)?.vpc.clone();
    let next = || free_private_address(scenario, &vpc, AddressFamily::V4);
    let addresses = match wanted.addresses.as_slice() {
        [] => vec![next().ok_or(TopologyEditError::NoFreeAddress)?],
        given => given.to_vec(),
    };
    let public_address = match wanted.public {
        PublicAddress::None => None,
        PublicAddress::NextFree => {
            Some(free_public_address(scenario).ok_or(TopologyEditError::NoFreeAddress)?)
        }
        PublicAddress::Given(address) => Some(address),
    };
    let id = generator.network_interface_id(scenario);
    let groups = wanted.groups.iter().cloned().collect();
    let more = MoreAddresses::default();
    Ok(NetworkInterface {
        id,
        vpc,
        groups,
        addresses,
        vswitch: None,
        public_address,
        more,
        holder: None,
    })
}

pub(super) fn attach(
    scenario: &Scenario,
    instance: &InstanceId,
    wanted: &NewInterface,
    generator: &mut IdGenerator,
) -> Result<Scenario, TopologyEditError> {
    let unknown = || TopologyEditError::Unknown(instance.to_string());
    let owner = scenario.instance(instance).ok_or_else(unknown)?;
    let interface = built(scenario, wanted, generator)?;
    let primary = owner.primary().and_then(|id| scenario.interface(id));
    if primary.is_some_and(|primary| primary.vpc != interface.vpc) {
        let group = wanted.groups.first().and_then(|id| scenario.group(id));
        let label = group.map_or_else(String::new, |group| group.label().to_owned());
        return Err(TopologyEditError::OtherVpc(label));
    }
    Ok(scenario.edited(|parts| {
        if let Some(owner) = parts.instances.get_mut(instance) {
            Arc::make_mut(owner).interfaces.push(interface.id.clone());
        }
        parts.interfaces.insert(interface.id.clone(), Arc::new(interface));
    })?)
}

fn detach(scenario: &Scenario, id: &NetworkInterfaceId) -> Result<Scenario, TopologyEditError> {
    let unknown = || TopologyEditError::Unknown(id.to_string());
    let owner = scenario.instance_of(id).ok_or_else(unknown)?;
    if owner.primary() == Some(id) {
        return Err(TopologyEditError::PrimaryInterface);
    }
    Ok(scenario.edited(|parts| {
        if let Some(owner) = parts.instances.get_mut(&owner.id) {
            Arc::make_mut(owner).interfaces.retain(|own| own != id);
        }
        parts.interfaces.shift_remove(id);
    })?)
}

fn remove_address(
    scenario: &Scenario,
    id: &NetworkInterfaceId,
    address: IpAddr,
) -> Result<Scenario, TopologyEditError> {
    let unknown = || TopologyEditError::Unknown(id.to_string());
    let addresses = &scenario.interface(id).ok_or_else(unknown)?.addresses;
    match addresses.iter().position(|own| *own == address) {
        None => Err(TopologyEditError::NotItsAddress(address)),
        Some(0) => Err(TopologyEditError::PrimaryAddress(address)),
        Some(_) => changed(scenario, id, |own| own.addresses.retain(|other| *other != address)),
    }
}

fn changed(
    scenario: &Scenario,
    id: &NetworkInterfaceId,
    change: impl FnOnce(&mut NetworkInterface),
) -> Result<Scenario, TopologyEditError> {
    scenario.interface(id).ok_or_else(|| TopologyEditError::Unknown(id.to_string()))?;
    Ok(scenario.edited(|parts| {
        if let Some(interface) = parts.interfaces.get_mut(id) {
            change(Arc::make_mut(interface));
        }
    })?)
}
