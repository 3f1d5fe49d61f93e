//! The scenario: groups, instances and network as one value whose invariants always hold.

use std::net::IpAddr;
use std::sync::Arc;

use indexmap::IndexMap;

use super::{
    Instance, InstanceId, NetworkInterface, NetworkInterfaceId, OutsideAddress, PrefixList,
    PrefixListId, RegionId, Route, SecurityGroup, SecurityGroupId, Vpc, VpcId,
};

mod check;
pub mod quota;

pub use check::{ScenarioError, ScenarioFault};

/// The editable parts of a scenario. [`Scenario::new`] checks that they are consistent.
///
/// Every map keeps creation order, which is also the display order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioDraft {
    /// The region of all resources.
    pub region: RegionId,
    /// VPCs by id.
    pub vpcs: IndexMap<VpcId, Arc<Vpc>>,
    /// Connections between VPCs.
    pub routes: Vec<Route>,
    /// Security groups by id.
    pub groups: IndexMap<SecurityGroupId, Arc<SecurityGroup>>,
    /// Instances by id.
    pub instances: IndexMap<InstanceId, Arc<Instance>>,
    /// Network interfaces by id; each belongs to one instance.
    pub interfaces: IndexMap<NetworkInterfaceId, Arc<NetworkInterface>>,
    /// Prefix lists by id.
    pub prefix_lists: IndexMap<PrefixListId, Arc<PrefixList>>,
    /// Address blocks outside every VPC.
    pub outside: Vec<OutsideAddress>,
    /// Which reading of a disputed statement applies.
    pub options: Options,
}

impl ScenarioDraft {
    /// A draft with nothing but a region.
    pub fn empty(region: RegionId) -> Self {
        Self {
            region,
            vpcs: IndexMap::new(),
            routes: Vec::new(),
            groups: IndexMap::new(),
            instances: IndexMap::new(),
            interfaces: IndexMap::new(),
            prefix_lists: IndexMap::new(),
            outside: Vec::new(),
            options: Options::default(),
        }
    }
}

/// Which reading applies where the documentation is inconsistent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether a custom egress Drop rule blocks traffic that the intra-group policy accepts.
    pub intra_group_precedence: IntraGroupPrecedence,
}

/// The order of the intra-group policy and custom egress rules, on which the pages disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IntraGroupPrecedence {
    /// Accept applies in both directions and custom rules are ignored (the
    /// ModifySecurityGroupPolicy page and the rules page).
    #[default]
    PolicyWins,
    /// Custom egress rules are evaluated first (the ordered outbound table on the types page).
    CustomEgressFirst,
}

/// A consistent scenario: every reference resolves, every interface has groups of one type in its
/// own VPC, and every address lies where it is declared.
///
/// Immutable: edits create a new value, which shares the unchanged parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    parts: ScenarioDraft,
}

impl Scenario {
    /// Validates the parts.
    ///
    /// # Errors
    /// [`ScenarioError`] names the path of the first invalid part.
    pub fn new(parts: ScenarioDraft) -> Result<Self, ScenarioError> {
        check::check(&parts)?;
        let scenario = Self { parts };
        quota::check(&scenario)?;
        Ok(scenario)
    }

    /// Returns the edited scenario; `self` is unchanged.
    ///
    /// # Errors
    /// [`ScenarioError`] if the edited parts are inconsistent.
    pub fn edited(&self, edit: impl FnOnce(&mut ScenarioDraft)) -> Result<Self, ScenarioError> {
        let mut parts = self.parts.clone();
        edit(&mut parts);
        Self::new(parts)
    }

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
        self.instances().find(|instance| instance.interfaces.contains(interface))
    }

    /// A VPC by id.
    pub fn vpc(&self, id: &VpcId) -> Option<&Arc<Vpc>> {
        self.parts.vpcs.get(id)
    }

    /// A prefix list by id.
    pub fn prefix_list(&self, id: &PrefixListId) -> Option<&Arc<PrefixList>> {
        self.parts.prefix_lists.get(id)
    }

    /// The outside address blocks.
    pub fn outside(&self) -> &[OutsideAddress] {
        &self.parts.outside
    }

    /// The interfaces that belong to a group.
    pub fn members<'a>(
        &'a self,
        group: &'a SecurityGroupId,
    ) -> impl Iterator<Item = &'a Arc<NetworkInterface>> {
        self.interfaces().filter(move |interface| interface.groups.contains(group))
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
