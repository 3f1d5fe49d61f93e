//! The parts of a scenario, free to edit.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    Instance, InstanceId, NetworkInterface, NetworkInterfaceId, OutsideAddress, PortList,
    PortListId, PrefixList, PrefixListId, Quotas, RegionId, Route, Rule, SecurityGroup,
    SecurityGroupId, VSwitch, VSwitchId, Vpc, VpcId,
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
    /// Whether VPCs may be connected in ways that `routes` does not list.
    pub unread_routes: bool,
    /// Whether groups may have members that `interfaces` does not list.
    pub unread_members: bool,
    /// The vSwitches that are known, by id.
    pub vswitches: IndexMap<VSwitchId, Arc<VSwitch>>,
    /// Security groups by id.
    pub groups: IndexMap<SecurityGroupId, Arc<SecurityGroup>>,
    /// Instances by id.
    pub instances: IndexMap<InstanceId, Arc<Instance>>,
    /// Network interfaces by id; each belongs to one instance or has a [`Holder`](crate::model::Holder).
    pub interfaces: IndexMap<NetworkInterfaceId, Arc<NetworkInterface>>,
    /// Port lists by id. [`put_port_list`](Self::put_port_list) keeps the rules that name one.
    pub port_lists: IndexMap<PortListId, Arc<PortList>>,
    /// Prefix lists by id.
    pub prefix_lists: IndexMap<PrefixListId, Arc<PrefixList>>,
    /// Address blocks outside every VPC.
    pub outside: Vec<OutsideAddress>,
    /// Which reading of a disputed statement applies.
    pub options: Options,
    /// The quotas of the account.
    pub quotas: Quotas,
}

impl ScenarioDraft {
    /// A draft with nothing but a region.
    pub fn empty(region: RegionId) -> Self {
        Self {
            region,
            vpcs: IndexMap::new(),
            routes: Vec::new(),
            unread_routes: false,
            unread_members: false,
            vswitches: IndexMap::new(),
            groups: IndexMap::new(),
            instances: IndexMap::new(),
            interfaces: IndexMap::new(),
            port_lists: IndexMap::new(),
            prefix_lists: IndexMap::new(),
            outside: Vec::new(),
            options: Options::default(),
            quotas: Quotas::default(),
        }
    }

    /// Inserts a port list, or replaces it in place, and gives the rules that name it its ranges.
    pub fn put_port_list(&mut self, list: PortList) {
        let listed = list.listed();
        let stale = |rule: &Rule| {
            let own = rule.spec.port_list.as_ref();
            own.is_some_and(|own| own.id == listed.id && own.ranges != listed.ranges)
        };
        for group in self.groups.values_mut() {
            if !group.rules.iter().any(|rule| stale(rule)) {
                continue;
            }
            for rule in Arc::make_mut(group).rules.iter_mut().filter(|rule| stale(rule)) {
                Arc::make_mut(rule).spec.port_list = Some(listed.clone());
            }
        }
        self.port_lists.insert(list.id.clone(), Arc::new(list));
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
