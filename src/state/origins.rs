//! Where the rules of an imported scenario came from.

use std::collections::BTreeMap;
use std::sync::Arc;

use sg_core::import::{Names, Place, Reading};
use sg_core::model::{Rule, RuleId, Scenario};

/// Where the rules of an imported scenario came from, as long as they stay as they were.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origins {
    files: Vec<String>,
    rules: BTreeMap<RuleId, (Arc<Rule>, Place)>,
}

/// Where a rule came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The name of the text.
    pub file: &'a str,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

impl Origins {
    /// The places that a reading kept, for the scenario that is opened: the one read, or the same
    /// under other names.
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

    /// Where a rule came from; none for one that was not imported or was edited since.
    pub fn origin(&self, rule: &Rule) -> Option<Origin<'_>> {
        let (imported, place) = self.rules.get(&rule.id)?;
        let file = self.files.get(place.file)?;
        let same = imported.spec == rule.spec;
        same.then_some(Origin { file, line: place.line, column: place.column })
    }
}
