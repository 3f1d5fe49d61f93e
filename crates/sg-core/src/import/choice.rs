//! What a reader chooses where the texts leave a choice.

use crate::model::RegionId;

/// The reader's choices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// The region to read, if the texts are from several.
    pub region: Option<RegionId>,
    /// The side of Terraform plans to read.
    pub plan: PlanSide,
}

/// A side of a Terraform plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlanSide {
    /// What is there before the plan is applied: its prior state.
    Before,
    /// What is there once the plan was applied: its planned values.
    #[default]
    After,
}

/// A region in an import, and how much of it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionFound {
    /// The region.
    pub region: RegionId,
    /// How many security groups of it were read.
    pub groups: usize,
    /// How many instances of it were read.
    pub instances: usize,
}
