//! The actions on the call in the request pane.

use crate::state::page::State;
use crate::state::request::RequestEdit;

impl State {
    /// The state after an edit of the call in the request pane.
    pub(crate) fn requested(&self, edit: RequestEdit) -> Self {
        let request = self.request.edited(edit, self.scenario());
        Self { request, preview: None, ..self.clone() }
    }
}
