//! The parts of a scenario, free to edit.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    Instance, InstanceId, NetworkInterface, NetworkInterfaceId, OutsideAddress, PrefixList,
    PrefixListId, RegionId, Route, SecurityGroup, SecurityGroupId, Vpc, VpcId,
};

/// The parts of a scenario, free to edit. [`Scenario::new`] decides whether they fit together.
///
/// Every map keeps the order in which things were created, which is the order the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioDraft {
    /// The region everything lies in.
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
    /// Which reading of a disputed statement holds.
    pub options: Options,
}

impl ScenarioDraft {
    /// Nothing but a region.
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

/// Which reading holds where the documents disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether a custom egress Drop stops traffic that the intra-group policy accepts.
    pub intra_group_precedence: IntraGroupPrecedence,
}

/// The order of the intra-group policy and custom egress rules, on which the pages disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IntraGroupPrecedence {
    /// Accept covers both directions and custom rules are ignored (the ModifySecurityGroupPolicy
    /// page and the rules page).
    #[default]
    PolicyWins,
    /// Custom egress rules come first (the ordered outbound table of the types page).
    CustomEgressFirst,
}
