//! What a Terraform plan does to the resources of a scenario.

use std::collections::BTreeMap;

use super::place::Place;
use crate::model::IpNet;

/// The changes of all plans in an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The resources that change, in the order of their plan.
    pub changes: Vec<ResourceChange>,
    /// The address of the resource behind each ID in the scenario: of groups, rules, instances,
    /// interfaces and prefix lists.
    pub addresses: BTreeMap<String, String>,
}

/// A change of one resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceChange {
    /// The address, such as `module.app.alicloud_security_group_rule.ssh["office"]`.
    pub address: String,
    /// What happens to the resource.
    pub action: PlanAction,
    /// Where the plan says so.
    pub place: Place,
}

/// What a plan does to a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanAction {
    /// It is created.
    Create,
    /// It is updated in place.
    Update,
    /// It is destroyed and created anew.
    Replace,
    /// It is destroyed.
    Delete,
    /// Terraform stops managing it; it stays as it is.
    Forget,
}

impl PlanAction {
    /// The action as Terraform calls it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Replace => "replace",
            Self::Delete => "delete",
            Self::Forget => "forget",
        }
    }
}

impl Plan {
    /// The change of the resource behind an ID, if it changes.
    pub fn change_of(&self, id: &str) -> Option<&ResourceChange> {
        let address = self.addresses.get(id)?;
        self.changes.iter().find(|change| change.address == *address)
    }
}

/// What a plan says of a resource that is read: the ID it has or gets, and the attributes that are
/// known only after the plan is applied.
#[derive(Debug, Clone, Default)]
pub(super) struct Planned {
    pub(super) address: String,
    /// The ID that the resource has in the scenario: its own, or a made-up one.
    pub(super) id: String,
    pub(super) unknown: BTreeMap<String, Refers>,
    /// The block of the vSwitch it is in, if known.
    pub(super) subnet: Option<IpNet>,
    /// The primary interface that an instance had before it is replaced; empty otherwise.
    pub(super) interface: String,
}

/// What an attribute that is known only after apply refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refers {
    /// The configuration does not set the attribute: the provider or the service fills it in.
    Default,
    /// To these resources, by the IDs they have in the scenario.
    To(Vec<String>),
    /// To one of these.
    OneOf(Vec<String>),
    /// It is not known to what.
    Unclear,
}
