//! Autosave: whether the page holds the user's work, when it may be saved, and what is reported if
//! it may not.

use std::rc::Rc;

use crate::seam;
use sg_core::emulator::Env;
use sg_core::share::{Saved, SavedError, Stamp};

/// The autosave state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Autosave {
    /// Whether the page holds the user's work.
    pub work: Work,
    /// The current notice.
    pub notice: Option<AutosaveNotice>,
    /// The last notice, so that it is not repeated.
    pub(crate) said: Option<AutosaveNotice>,
}

/// Whether the page holds the user's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Work {
    /// The content of a link, unedited: never saved.
    #[default]
    Opened,
    /// The saved scenario, unedited.
    Restored,
    /// Work that has been edited since it was opened: it is saved.
    Edited,
}

/// A notice about autosave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AutosaveNotice {
    /// The browser gives the page no storage.
    Denied,
    /// The storage has no room for the scenario.
    Full,
    /// The saved data could not be read and was set aside; with the reason.
    Unread(String),
    /// A later version of the page has saved a scenario, which this one does not overwrite.
    Newer(u64),
    /// The scenario is too large to be saved after each edit; it is saved on leaving the page.
    WhenLeft,
    /// The part of the program that saves did not arrive.
    NotYet,
    /// Another page has saved something since this one last read the storage.
    Elsewhere(Stamp),
}

/// The autosave actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AutosaveAction {
    /// Shows a notice, unless it is the same as the last one.
    Say(AutosaveNotice),
    /// Dismisses the notice.
    Hide,
    /// Loads what another page saved; undo returns to the current work.
    Take(Rc<Saved>, Env),
}

/// Whether a page may save now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MaySave {
    /// Yes, with this stamp.
    Yes(Stamp),
    /// Yes, with this stamp, once the unreadable data is set aside; with the reason.
    OnceAside(Stamp, String),
    /// Not until the user decides.
    Ask(AutosaveNotice),
}

seam! { pub(crate) static READ_SAVED: fn(&str) -> Result<Saved, SavedError> = Saved::read; read_saved in reading }

impl MaySave {
    /// Whether a page of this name may overwrite what is stored. `seen` is the stamp that it last
    /// read or saved: any other stamp comes from another page, which is not overwritten without
    /// asking. Unless the page is `sure` that the stored data is readable, it is parsed in full
    /// now.
    pub fn decide(stored: Option<&str>, seen: Option<&Stamp>, page: &str, sure: bool) -> Self {
        let look = |text: &str| match sure {
            true => Stamp::of(text),
            false => Saved::read(text).map(|saved| saved.stamp),
        };
        let last = seen.map_or(0, |stamp| stamp.revision);
        let next = |last: u64| Stamp { page: page.to_owned(), revision: last.saturating_add(1) };
        match stored.map(look) {
            None => Self::Yes(next(last)),
            Some(Ok(stamp)) if Some(&stamp) == seen => Self::Yes(next(stamp.revision)),
            Some(Ok(stamp)) => Self::Ask(AutosaveNotice::Elsewhere(stamp)),
            Some(Err(SavedError::Newer(version))) => Self::Ask(AutosaveNotice::Newer(version)),
            Some(Err(error)) => Self::OnceAside(next(last), error.to_string()),
        }
    }
}

impl Autosave {
    /// The same page after something else was opened in it.
    pub(crate) fn reopened(&self) -> Self {
        Self { work: Work::Opened, ..self.clone() }
    }
}
