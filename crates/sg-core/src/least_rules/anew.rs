//! The fewest rules in place of those that there are.

use std::sync::Arc;

use crate::connectivity::Edit;
use crate::goal::Traffic;
use crate::model::{Rule, RuleSpec, Scenario, SecurityGroup};

use super::find::{LeastRules, least_rules};
use super::unmet::Unmet;

/// The fewest rules that meet every goal in place of all rules of the groups that the account can
/// edit, as edits of the scenario: first what is added, then what is removed. Rules that are needed
/// and exist stay. Policies stay, unless a goal needs another one.
///
/// # Errors
/// As [`least_rules`]. [`Unmet::NotFound`], too, if the added rules do not fit beside the existing
/// ones within a quota.
pub fn least_rules_anew(scenario: &Scenario, goals: &[Traffic]) -> Result<LeastRules, Unmet> {
    let editable = |group: &SecurityGroup| !group.is_read_only() && group.owner.is_none();
    let bare = scenario.edited(|draft| {
        for group in draft.groups.values_mut().filter(|group| editable(group)) {
            Arc::make_mut(group).rules.clear();
        }
    });
    let bare = bare.unwrap_or_else(|_| scenario.clone());
    let mut found = least_rules(&bare, goals)?;
    let needed: Vec<(&SecurityGroup, &RuleSpec)> = found.after.groups().flat_map(specs).collect();
    let exists = |edit: &&Edit| {
        let rules = scenario.group(edit.group()).into_iter().flat_map(|group| &group.rules);
        edit.added_rule().is_some_and(|rule| rules.into_iter().any(|own| own.spec == *rule))
    };
    let mut edits: Vec<Edit> = found.edits.iter().filter(|edit| !exists(edit)).cloned().collect();
    for group in scenario.groups().filter(|group| editable(group)) {
        let needless = |rule: &&Arc<Rule>| {
            !needed.iter().any(|(own, spec)| own.id == group.id && **spec == rule.spec)
        };
        edits.extend(
            group
                .rules
                .iter()
                .filter(needless)
                .map(|rule| Edit::RemoveRule { group: group.id.clone(), rule: rule.id.clone() }),
        );
    }
    let after = Edit::apply_all(&edits, scenario);
    found.after = after.map_err(|_| Unmet::NotFound { tried: found.tried })?;
    found.edits = edits;
    Ok(found)
}

fn specs(group: &Arc<SecurityGroup>) -> impl Iterator<Item = (&SecurityGroup, &RuleSpec)> {
    group.rules.iter().map(|rule| (group.as_ref(), &rule.spec))
}
