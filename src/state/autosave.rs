//! What the page keeps of its work for the next visit: whose work is on it, when it may be saved,
//! and what is said where it may not.

use std::rc::Rc;

use sg_core::emulator::Env;
use sg_core::share::{Saved, SavedError, Stamp};

/// Whose work is on the page, and what is to be said about keeping it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Autosave {
    /// Whose work it is.
    pub work: Work,
    /// What is said above the work.
    pub notice: Option<AutosaveNotice>,
    /// What was said last, so that nothing is said twice in a row.
    pub(crate) said: Option<AutosaveNotice>,
}

/// Whose work is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Work {
    /// What a link opened, as it was opened: no work of the reader, and never saved.
    #[default]
    Opened,
    /// What was saved before, as it was saved.
    Restored,
    /// Something that the reader has changed since: it is saved.
    Edited,
}

/// What is to be said about keeping the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AutosaveNotice {
    /// The browser gives the page no storage.
    Denied,
    /// The storage has no room for the scenario.
    Full,
    /// What was saved cannot be read, and was set aside; with the reason.
    Unread(String),
    /// A later version of the page has saved a scenario, which this one does not write over.
    Newer(u64),
    /// Another page has saved something since this one last looked.
    Elsewhere(Stamp),
}

/// What can happen to autosave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AutosaveAction {
    /// Says something, unless it is what was said last.
    Say(AutosaveNotice),
    /// Puts away what is said.
    Hide,
    /// Shows what another page has saved; the work that was here is one undo away.
    Take(Rc<Saved>, Env),
}

/// Whether a page may save now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MaySave {
    /// Under this stamp.
    Yes(Stamp),
    /// Under this stamp, once what lies there unread is set aside; with the reason.
    OnceAside(Stamp, String),
    /// Not before the reader has decided.
    Ask(AutosaveNotice),
}

impl MaySave {
    /// Whether a page of this name may save over what is stored. `seen` is the stamp of what it
    /// read or saved last: anything else comes from another page, and is not written over unasked.
    /// Unless it is `sure` that what it has seen can be read, it looks at the whole of it now.
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
