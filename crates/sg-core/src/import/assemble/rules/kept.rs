//! Recognises a rule that was read before, so that a response pasted twice gives each rule once.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use crate::model::{RuleId, RuleSpec, SecurityGroupId};

/// The rules kept so far, by group and content. The ID alone does not identify a rule: in responses
/// that people paste, the ends of IDs are often masked.
#[derive(Debug, Default)]
pub(super) struct Kept(IndexMap<SecurityGroupId, IndexMap<RuleSpec, SaidAlike>>);

/// Rules of one group that say the same.
#[derive(Debug, Default)]
struct SaidAlike {
    /// The descriptions, by ID as given.
    by_id: BTreeMap<RuleId, String>,
    /// The description of each, for rules without an ID.
    descriptions: BTreeSet<String>,
}

/// How a rule is one that was read before.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Again {
    /// In everything.
    Same,
    /// In all but its description; this is its ID.
    OtherDescription(RuleId),
}

impl Kept {
    /// Whether a rule was read before.
    pub(super) fn again(
        &self,
        group: &SecurityGroupId,
        id: Option<&RuleId>,
        spec: &RuleSpec,
        description: &str,
    ) -> Option<Again> {
        let alike = self.0.get(group)?.get(spec)?;
        let Some(id) = id else {
            return alike.descriptions.contains(description).then_some(Again::Same);
        };
        let known = alike.by_id.get(id)?;
        Some(if known == description { Again::Same } else { Again::OtherDescription(id.clone()) })
    }

    /// Remembers a rule with the ID that its document gives it.
    pub(super) fn keep(
        &mut self,
        group: &SecurityGroupId,
        id: Option<RuleId>,
        spec: &RuleSpec,
        description: &str,
    ) {
        let of_group = self.0.entry(group.clone()).or_default();
        let alike = of_group.entry(spec.clone()).or_default();
        if let Some(id) = id {
            alike.by_id.insert(id, description.to_owned());
        }
        alike.descriptions.insert(description.to_owned());
    }
}
