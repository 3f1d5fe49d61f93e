//! The page under other names: what is shared or exported of a real account without saying whose it
//! is.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use crate::state::lines_shown::LinesShown;
use crate::state::opening::Opening;
use crate::state::page::State;
use crate::state::selection::Selection;
use crate::state::sending::permalink;
use crate::state::view::View;
use sg_core::connectivity::End;
use sg_core::import::{Anonymised, anonymise};
use sg_core::model::ScenarioError;
use sg_core::share::{Pane, Route};

impl State {
    /// Whether the page shows names that are the user's own: not those of an example or a lesson.
    pub fn has_own_names(&self) -> bool {
        let opened = &self.location.opened;
        // Only a scenario of the user's own can be larger than any link.
        let sent = matches!(opened.route, Some(Route::Scenario { .. }) | None);
        !self.is_visiting() && (sent || **self.scenario() != *opened.scenario)
    }

    /// The same page with every ID, name and address replaced, at the same pair, packets and view.
    /// Nothing else of the page comes along: no steps, no console lines, no filter, no origins. Equal
    /// seeds give equal names and addresses.
    ///
    /// # Errors
    /// [`ScenarioError`] if the anonymised scenario is not valid, which its own invariants rule out.
    pub fn anonymised(&self, seed: u64) -> Result<Self, ScenarioError> {
        let other = anonymise(self.scenario(), seed)?;
        let selection = self.view.selection.as_ref().and_then(|Selection { from, to }| {
            Some(Selection { from: renamed(&other, from)?, to: renamed(&other, to)? })
        });
        let LinesShown { by, opened, filter: _, only_changed: _ } = &*self.view.lines;
        let opened: BTreeSet<End> = opened.iter().filter_map(|end| renamed(&other, end)).collect();
        let lines = LinesShown { by: *by, opened, ..LinesShown::USUAL };
        let address = self.view.address.map(|address| other.address(address));
        let view = View {
            selection: selection.clone(),
            lines: Rc::new(lines.clone()),
            address,
            group: None,
            rule: None,
            ..self.view.clone()
        };
        let opening = Opening {
            route: permalink(&other.scenario, &view, None, None).ok(),
            selection,
            packet: view.packet,
            direction: view.direction,
            lines,
            address,
            pane: Some(view.pane().unwrap_or(Pane::Matrix)),
            ..Opening::start(Arc::new(other.scenario))
        };
        Ok(Self::opened(opening, &view))
    }
}

fn renamed(other: &Anonymised, end: &End) -> Option<End> {
    match end {
        End::Interface(id) => other.names.interfaces.get(id).cloned().map(End::Interface),
        End::Outside(name) => other.names.outside.get(name).cloned().map(End::Outside),
    }
}
