//! The origins of an imported scenario's rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use sg_core::import::{Names, Place, Reading};
use sg_core::model::{Rule, RuleId, Scenario};

/// The origins of an imported scenario's rules, valid while the rules are unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origins {
    files: Vec<String>,
    rules: BTreeMap<RuleId, (Arc<Rule>, Place)>,
}

/// The origin of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The name of the source text.
    pub file: &'a str,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

impl Origins {
    /// The origins recorded during import for the scenario to open, which may be renamed.
    pub fn of(reading: &Reading, scenario: &Scenario, names: Option<&Names>) -> Self {
        let places = reading.origins.iter().map(|(id, place)| {
            let new = names.and_then(|names| names.rules.get(id)).unwrap_or(id);
            (new.clone(), *place)
        });
        let places: BTreeMap<RuleId, Place> = places.collect();
        let rules = scenario.groups().flat_map(|group| &group.rules).filter_map(|rule| {
            let place = places.get(&rule.id)?;
            Some((rule.id.clone(), (Arc::clone(rule), *place)))
        });
        Self { files: reading.files.clone(), rules: rules.collect() }
    }

    /// The origin of a rule; `None` if it was not imported or has been edited since.
    pub fn origin(&self, rule: &Rule) -> Option<Origin<'_>> {
        let (imported, place) = self.rules.get(&rule.id)?;
        let file = self.files.get(place.file)?;
        let same = imported.spec == rule.spec;
        same.then_some(Origin { file, line: place.line, column: place.column })
    }
}
