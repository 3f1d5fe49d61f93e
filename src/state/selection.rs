//! The selected pair.

use sg_core::connectivity::End;
use sg_core::model::Scenario;

/// A cell of the matrix, by its two ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The row.
    pub from: End,
    /// The column.
    pub to: End,
}

impl Selection {
    /// Whether both ends exist in the scenario.
    pub fn exists_in(&self, scenario: &Scenario) -> bool {
        let exists = |end: &End| match end {
            End::Interface(id) => scenario.interface(id).is_some(),
            End::Outside(name) => scenario.outside().iter().any(|outside| &outside.name == name),
        };
        exists(&self.from) && exists(&self.to)
    }
}
