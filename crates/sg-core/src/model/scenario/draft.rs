//! The parts of a scenario, free to edit.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    Instance, InstanceId, NetworkInterface, NetworkInterfaceId, OutsideAddress, PrefixList,
    PrefixListId, RegionId, Route, SecurityGroup, SecurityGroupId, Vpc, VpcId,
};

/// The editable parts of a scenario. [`Scenario::new`](crate::model::Scenario::new) checks that they
/// are consistent.
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
