//! Interfaces by the role of their instances, as people speak of them: `app-01 … app-12 × 12`.

use std::collections::BTreeMap;

use crate::connectivity::End;
use crate::language::Language;
use crate::model::{NetworkInterfaceId, Scenario, role_of};

use super::line::range_of_names;
use super::name::end_label;

/// One name for each role among the interfaces, in the order of their first members: `app-01 …
/// app-12 × 12`, or the label of the only one.
pub fn by_role(
    scenario: &Scenario,
    interfaces: &[NetworkInterfaceId],
    language: Language,
) -> Vec<String> {
    let mut order: Vec<(String, Vec<String>)> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for id in interfaces {
        let label = end_label(scenario, &End::Interface(id.clone()), language);
        let role = role_of(&label).unwrap_or_else(|| label.clone());
        let at = *known.entry(role.clone()).or_insert(order.len());
        match order.get_mut(at) {
            Some((_, labels)) => labels.push(label),
            None => order.push((role, vec![label])),
        }
    }
    let ranges = order.iter().map(|(_, labels)| range_of_names(labels.iter().map(String::as_str)));
    ranges.collect()
}
