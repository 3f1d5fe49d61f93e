//! The origins of an imported scenario's rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use sg_core::import::{Names, Place, Reading};
use sg_core::model::{Rule, RuleId, Scenario};

/// How many source texts are named where they stand for the import.
const NAMED: usize = 3;

/// The most characters of a name there.
const LONGEST: usize = 80;

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
        let renamed: Option<BTreeMap<&RuleId, Place>> = names.map(|names| {
            let origins = reading.origins.iter();
            origins.map(|(id, place)| (names.rules.get(id).unwrap_or(id), *place)).collect()
        });
        let place_of = |id: &RuleId| match &renamed {
            Some(renamed) => renamed.get(id).copied(),
            None => reading.origins.get(id).copied(),
        };
        let rules = scenario.groups().flat_map(|group| &group.rules).filter_map(|rule| {
            let place = place_of(&rule.id)?;
            Some((rule.id.clone(), (Arc::clone(rule), place)))
        });
        // The name of a file can say whose account it holds.
        let files = match names {
            None => reading.files.clone(),
            Some(_) => (1..=reading.files.len()).map(|number| format!("file-{number}")).collect(),
        };
        Self { files, rules: rules.collect() }
    }

    /// The names of the first source texts.
    pub(crate) fn name(&self) -> String {
        let named = self.files.iter().take(NAMED);
        let names: Vec<String> = named.map(|name| name.chars().take(LONGEST).collect()).collect();
        let more = if self.files.len() > NAMED { ", …" } else { "" };
        format!("{}{more}", names.join(", "))
    }

    /// The origin of a rule; `None` if it was not imported or has been edited since.
    pub fn origin(&self, rule: &Rule) -> Option<Origin<'_>> {
        let (imported, place) = self.rules.get(&rule.id)?;
        let file = self.files.get(place.file)?;
        let same = imported.spec == rule.spec;
        same.then_some(Origin { file, line: place.line, column: place.column })
    }
}
