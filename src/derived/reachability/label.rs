//! The names of ends that an edit adds or removes.

use crate::derived::reachability::Reachability;
use crate::state::Selection;
use sg_core::connectivity::End;
use sg_core::explain::end_label;
use sg_core::language::Language;
use sg_core::model::Scenario;

impl Reachability {
    /// The names of the rows of a pair's ends or, if these may be in several, of the ends.
    pub(crate) fn names_of(
        &self,
        pair: &Selection,
        language: Language,
    ) -> Option<(String, String)> {
        if self.member_cells().is_some() {
            return Some((self.label(&pair.from, language), self.label(&pair.to, language)));
        }
        let (from, to) = self.place(pair)?;
        Some((self.names.get(from)?.clone(), self.names.get(to)?.clone()))
    }

    /// The name of an end. What an edit adds or removes is only in the scenario compared with.
    pub(crate) fn label(&self, end: &End, language: Language) -> String {
        let other = self.other.as_ref().map(|(other, _)| other.scenario());
        let holds = |scenario: &Scenario| match end {
            End::Interface(id) => scenario.interface(id).is_some(),
            End::Outside(_) => true,
        };
        let scenario = other.filter(|_| !holds(self.scenario())).unwrap_or(self.scenario());
        end_label(scenario, end, language)
    }
}
