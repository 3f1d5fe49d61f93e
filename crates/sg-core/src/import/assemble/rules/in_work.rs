//! The rules of an import that are being added.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::import::record::{ListRecord, RuleRecord};
use crate::model::{PrefixListId, Rule, RuleId, SecurityGroupId};

use super::kept::Kept;

/// Rules that are being added, some in each step.
#[derive(Debug)]
pub(in crate::import::assemble) struct RulesInWork {
    pub(super) left: std::vec::IntoIter<RuleRecord>,
    pub(super) lists: IndexMap<PrefixListId, ListRecord>,
    /// The IDs that rules have.
    pub(super) taken: BTreeSet<RuleId>,
    pub(super) kept: Kept,
    pub(super) added: IndexMap<SecurityGroupId, Vec<Arc<Rule>>>,
}
