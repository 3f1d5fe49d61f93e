//! Autosave in the browser's storage: the scenario is read at startup and saved after edits, and
//! never overwrites what another page or a later version saved.

use std::cell::RefCell;

use crate::platform::env::{entropy, env};
use crate::platform::memory::{Kept, Refused, forget, keep, recall};
use crate::platform::window::document;
use crate::state::{AutosaveNotice, MaySave, State, View, Work};
use sg_core::share;
use sg_core::share::{Saved, SavedError, Stamp};

/// The key of the scenario. The recovery panel in `static/boot.js` reads it too.
pub const SCENARIO: &str = "scene";

/// The key prefix for unreadable data that was set aside, followed by a timestamp in seconds.
const ASIDE: &str = "scene.aside";

thread_local! {
    static KEEPER: RefCell<Keeper> = RefCell::new(Keeper::default());
}

/// What this page knows about the stored scenario.
#[derive(Default)]
struct Keeper {
    /// The name under which this page saves.
    page: String,
    /// The stamp it last read or saved.
    seen: Option<Stamp>,
    /// Whether it has read or saved a whole scenario, not just a stamp.
    sure: bool,
    /// What it last saved. Identical content is not saved again, because other pages would see a
    /// change.
    last: Option<Saved>,
}

/// The saved page, or the first scenario with a message if it cannot be read.
pub(crate) fn left_page(first: impl FnOnce() -> State, view: &View) -> State {
    let Some(text) = recall(SCENARIO) else { return first() };
    match Saved::read(&text) {
        Ok(saved) => {
            saw(Some(saved.stamp.clone()));
            State::restored(&saved, view)
        }
        Err(SavedError::Newer(version)) => first().saying(AutosaveNotice::Newer(version)),
        Err(error) => {
            let notice = set_aside(&text, error.to_string());
            saw(None);
            first().saying(notice)
        }
    }
}

/// Reads the stamp of the saved scenario when the page shows something else, so that only later
/// saves count as made by another page.
pub(crate) fn note_saved_scenario() {
    let stamp = recall(SCENARIO).and_then(|text| Stamp::of(&text).ok());
    KEEPER.with_borrow_mut(|keeper| keeper.seen = stamp);
}

/// Saves the page's work, if any; returns a message if saving is not possible.
pub fn save_scenario(state: &State) -> Option<AutosaveNotice> {
    if state.autosave.work != Work::Edited {
        return None;
    }
    let stored = recall(SCENARIO);
    let may = KEEPER.with_borrow_mut(|keeper| {
        if keeper.page.is_empty() {
            keeper.page = format!("{:x}", entropy());
        }
        MaySave::decide(stored.as_deref(), keeper.seen.as_ref(), &keeper.page, keeper.sure)
    });
    let (stamp, said) = match may {
        MaySave::Yes(stamp) => (stamp, None),
        MaySave::OnceAside(stamp, reason) => {
            (stamp, Some(set_aside(&stored.unwrap_or_default(), reason)))
        }
        MaySave::Ask(notice) => {
            leave_for_recovery(Some(state));
            return Some(notice);
        }
    };
    if said == Some(AutosaveNotice::Full) {
        leave_for_recovery(Some(state));
        return said;
    }
    let saved = state.saved(stamp.clone(), env().now);
    let same = |last: &Saved| {
        (&last.scenario, &last.view, &last.log) == (&saved.scenario, &saved.view, &saved.log)
    };
    if KEEPER.with_borrow(|keeper| keeper.last.as_ref().is_some_and(same)) {
        return said;
    }
    let kept = keep(SCENARIO, &saved.write());
    saw(Some(stamp));
    KEEPER.with_borrow_mut(|keeper| keeper.last = Some(saved));
    leave_for_recovery((kept != Kept::Stored).then_some(state));
    match kept {
        Kept::Stored | Kept::OnPurposeNot => said,
        Kept::UntilGone(Refused::Denied) => Some(AutosaveNotice::Denied),
        Kept::UntilGone(Refused::Full) => Some(AutosaveNotice::Full),
    }
}

/// Saves the page's work over what another page or a later version saved. Unreadable data is set
/// aside first.
pub fn save_over(state: &State) -> Option<AutosaveNotice> {
    if let Some(text) = recall(SCENARIO) {
        match Stamp::of(&text) {
            Ok(stamp) => saw(Some(stamp)),
            Err(error) => {
                let notice = set_aside(&text, error.to_string());
                if notice == AutosaveNotice::Full {
                    return Some(notice);
                }
            }
        }
    }
    save_scenario(state)
}

/// What another page saved; `None` if it cannot be read.
pub fn saved_elsewhere() -> Option<Saved> {
    let saved = Saved::read(&recall(SCENARIO)?).ok()?;
    saw(Some(saved.stamp.clone()));
    Some(saved)
}

fn saw(stamp: Option<Stamp>) {
    KEEPER.with_borrow_mut(|keeper| {
        keeper.seen = stamp;
        keeper.sure = true;
        keeper.last = None;
    });
}

/// Moves unreadable data to another key. If there is no room for a copy, it stays and is not
/// overwritten.
fn set_aside(text: &str, reason: String) -> AutosaveNotice {
    let place = format!("{ASIDE}.{}", env().now.unix_seconds());
    if keep(&place, text) == Kept::UntilGone(Refused::Full) {
        return AutosaveNotice::Full;
    }
    forget(SCENARIO);
    AutosaveNotice::Unread(reason)
}

/// Stores the scenario on the root element, where the recovery panel finds it if storage has none
/// or a different one; removes it once it is stored.
fn leave_for_recovery(state: Option<&State>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match state {
        Some(state) => root.set_attribute("data-scenario", &share::write(state.scenario())),
        None => root.remove_attribute("data-scenario"),
    };
}
