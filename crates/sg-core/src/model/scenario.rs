//! The scenario: groups, instances and network as one value whose invariants always hold.

use std::fmt;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use super::{
    Instance, InstanceId, NetworkInterface, NetworkInterfaceId, OutsideAddress, PortList,
    PortListId, PrefixList, PrefixListId, Quotas, RegionId, Route, SecurityGroup, SecurityGroupId,
    Vpc, VpcId,
};

mod check;
mod draft;
mod fault;
mod index;
pub mod quota;
mod seal;

pub use draft::{IntraGroupPrecedence, Options, ScenarioDraft};
pub use fault::{ScenarioError, ScenarioFault};

use index::Index;

/// A consistent scenario: every reference resolves, every interface has groups of one type in its
/// own VPC, and every address lies where it is declared.
///
/// Immutable: edits create a new value, which shares the unchanged parts.
#[derive(Clone)]
pub struct Scenario {
    parts: ScenarioDraft,
    /// Follows from the parts.
    index: OnceLock<Arc<Index>>,
}

impl PartialEq for Scenario {
    fn eq(&self, other: &Self) -> bool {
        self.parts == other.parts
    }
}

impl Eq for Scenario {}

impl fmt::Debug for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scenario").field("parts", &self.parts).finish_non_exhaustive()
    }
}

impl Scenario {
    /// Read access to all parts.
    pub fn parts(&self) -> &ScenarioDraft {
        &self.parts
    }

    /// The region of all resources.
    pub fn region(&self) -> &RegionId {
        &self.parts.region
    }

    /// Which reading of a disputed statement applies.
    pub fn options(&self) -> Options {
        self.parts.options
    }

    /// The quotas of the account.
    pub fn quotas(&self) -> &Quotas {
        &self.parts.quotas
    }

    /// The groups, oldest first.
    pub fn groups(&self) -> impl ExactSizeIterator<Item = &Arc<SecurityGroup>> {
        self.parts.groups.values()
    }

    /// A group by id.
    pub fn group(&self, id: &SecurityGroupId) -> Option<&Arc<SecurityGroup>> {
        self.parts.groups.get(id)
    }

    /// The instances, oldest first.
    pub fn instances(&self) -> impl ExactSizeIterator<Item = &Arc<Instance>> {
        self.parts.instances.values()
    }

    /// An instance by id.
    pub fn instance(&self, id: &InstanceId) -> Option<&Arc<Instance>> {
        self.parts.instances.get(id)
    }

    /// The network interfaces, oldest first.
    pub fn interfaces(&self) -> impl ExactSizeIterator<Item = &Arc<NetworkInterface>> {
        self.parts.interfaces.values()
    }

    /// An interface by id.
    pub fn interface(&self, id: &NetworkInterfaceId) -> Option<&Arc<NetworkInterface>> {
        self.parts.interfaces.get(id)
    }

    /// The instance an interface belongs to.
    pub fn instance_of(&self, interface: &NetworkInterfaceId) -> Option<&Arc<Instance>> {
        let place = self.parts.interfaces.get_index_of(interface)?;
        let (_, instance) = self.parts.instances.get_index(self.index().owner(place)?)?;
        Some(instance)
    }

    /// A VPC by id.
    pub fn vpc(&self, id: &VpcId) -> Option<&Arc<Vpc>> {
        self.parts.vpcs.get(id)
    }

    /// A port list by id.
    pub fn port_list(&self, id: &PortListId) -> Option<&Arc<PortList>> {
        self.parts.port_lists.get(id)
    }

    /// A prefix list by id.
    pub fn prefix_list(&self, id: &PrefixListId) -> Option<&Arc<PrefixList>> {
        self.parts.prefix_lists.get(id)
    }

    /// The outside address blocks.
    pub fn outside(&self) -> &[OutsideAddress] {
        &self.parts.outside
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Arc::new(Index::new(&self.parts)))
    }

    /// The interfaces that belong to a group.
    pub fn members<'a>(
        &'a self,
        group: &'a SecurityGroupId,
    ) -> impl Iterator<Item = &'a Arc<NetworkInterface>> {
        let place = self.parts.groups.get_index_of(group);
        let places = place.map_or(&[][..], |place| self.index().members(place)).iter();
        places.filter_map(|place| Some(self.parts.interfaces.get_index(*place)?.1))
    }

    /// The addresses inside VPCs and the public ones of interfaces: the first and the last address of
    /// each range, ascending. No address is in two ranges.
    pub fn own_ranges(&self) -> &[(IpAddr, IpAddr)] {
        self.index().own_ranges()
    }

    /// Whether private packets can travel between two VPCs: the same VPC, or two joined by a route.
    pub fn routed(&self, a: &VpcId, b: &VpcId) -> bool {
        let joins =
            |route: &Route| (&route.a == a && &route.b == b) || (&route.a == b && &route.b == a);
        a == b || self.parts.routes.iter().any(joins)
    }

    /// Whether an address lies in the private blocks of any VPC.
    pub fn is_private(&self, address: IpAddr) -> bool {
        self.parts.vpcs.values().any(|vpc| vpc.blocks.iter().any(|block| block.contains(&address)))
    }
}
