//! What an import reports.

use std::collections::BTreeMap;

use crate::import::message::Message;
use crate::import::place::Place;
use crate::import::reading::{Assumed, Assumption, Note};

/// The maximum number of notes to keep; further ones are only counted.
const MOST_NOTES: usize = 200;

/// What to report.
#[derive(Debug, Default)]
pub(in crate::import) struct Notes {
    /// What is there only in part, or in several versions.
    pub(in crate::import) incomplete: Vec<Note>,
    pub(in crate::import) unread: Vec<Note>,
    /// How many more notes there are than these keep.
    pub(in crate::import) more: usize,
    pub(in crate::import) assumed: BTreeMap<Assumption, Assumed>,
}

impl Notes {
    /// Reports something of which the texts hold only a part, or several versions.
    pub(in crate::import) fn incomplete(&mut self, place: Option<Place>, said: impl Into<Message>) {
        if self.incomplete.len() < MOST_NOTES {
            self.incomplete.push(Note { place, said: said.into() });
        } else {
            self.more += 1;
        }
    }

    /// Reports something that was not understood or was left out.
    pub(in crate::import) fn unread(&mut self, place: Option<Place>, said: impl Into<Message>) {
        if self.unread.len() < MOST_NOTES {
            self.unread.push(Note { place, said: said.into() });
        } else {
            self.more += 1;
        }
    }

    /// Reports an assumption and what it concerns.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers pass texts, IDs and numbers directly"
    )]
    pub(in crate::import) fn assumed(&mut self, which: Assumption, about: impl ToString) {
        let entry = self.assumed.entry(which).or_insert_with(|| Assumed::none_of(which));
        entry.count += 1;
        if entry.about.len() < MOST_NOTES {
            entry.about.push(about.to_string());
        }
    }
}
