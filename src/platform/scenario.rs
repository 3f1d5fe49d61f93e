//! Autosave in the browser's storage: the scenario is read at startup and saved after edits, and
//! never overwrites what another page or a later version saved.

use std::cell::RefCell;
use std::iter::once;

use crate::part::Missing;
use crate::platform::env::{entropy, env};
use crate::platform::memory::{Kept, Refused, forget, keep, recall};
use crate::platform::window::document;
use crate::seam;
use crate::state::autosave::READ_SAVED;
use crate::state::reduce::autosave::{RESTORED, RESUMED};
use crate::state::{AutosaveNotice, MaySave, Opening, State, View, Work};
use sg_core::share;
use sg_core::share::{Saved, SavedError, Stamp};

/// The key of the scenario. The recovery panel in `static/boot.js` reads it too.
pub const SCENARIO: &str = "scene";

/// The key prefix for unreadable data that was set aside, followed by a timestamp in seconds.
const ASIDE: &str = "scene.aside";

/// The key that is written and removed to learn whether anything can be stored.
const TRIAL: &str = "scene.trial";

thread_local! {
    static KEEPER: RefCell<Keeper> = RefCell::new(Keeper::default());
}

/// What this page knows about the stored scenario.
#[derive(Default)]
struct Keeper {
    /// The name under which this page saves.
    page: String,
    /// What was stored when it opened something else, until its stamp is needed.
    noted: Option<String>,
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
    let (Some(read), Some(restored)) = (READ_SAVED.get(), RESTORED.get()) else { return first() };
    match read(&text) {
        Ok(saved) => {
            saw(Some(saved.stamp.clone()));
            restored(&saved, view)
        }
        Err(SavedError::Newer(version)) => first().saying(AutosaveNotice::Newer(version)),
        Err(error) => match set_aside(&text) {
            Ok(()) => {
                saw(None);
                first().saying(AutosaveNotice::Unread(error.to_string()))
            }
            Err(refused) => first().saying(refused.into()),
        },
    }
}

/// The saved page, if the link of the address is its own.
pub(crate) fn resumed_page(opening: &Opening, view: &View) -> Option<State> {
    let saved = READ_SAVED.get()?(&recall(SCENARIO)?).ok()?;
    let there = RESUMED.get()?(opening, &saved, view)?;
    saw(Some(saved.stamp));
    Some(there)
}

/// Notes what is saved when the page shows something else, so that only later saves count as made
/// by another page.
pub(crate) fn note_saved_scenario() {
    KEEPER.with_borrow_mut(|keeper| keeper.noted = recall(SCENARIO));
}

seam! { static SAVE: fn(&State) -> Option<AutosaveNotice> = save; save_work in writing }
seam! { static SAVE_OVER: fn(&State) -> Option<AutosaveNotice> = overwrite; save_over_other in writing }
seam! { static READ_STAMP: fn(&str) -> Option<Stamp> = |text| Stamp::of(text).ok(); read_stamp in writing }

/// Downloads what saves.
///
/// # Errors
/// [`Missing`] if it does not arrive.
pub async fn fetch_saving() -> Result<(), Missing> {
    SAVE.fetch().await?;
    SAVE_OVER.fetch().await?;
    READ_STAMP.fetch().await.map(drop)
}

/// Saves the page's work, if any and if what saves is here; returns a message if saving is not
/// possible.
pub fn save_scenario(state: &State) -> Option<AutosaveNotice> {
    SAVE.get()?(state)
}

/// Saves the page's work over what another page or a later version saved. Unreadable data is set
/// aside first.
pub fn save_over(state: &State) -> Option<AutosaveNotice> {
    SAVE_OVER.get()?(state)
}

/// The stamp of what another page has just saved, once this page can save.
pub fn stamp_of(text: &str) -> Option<Stamp> {
    READ_STAMP.get()?(text)
}

/// What to say about work too large to be saved after each edit: that it is saved on leaving or, tried
/// with no more than a key, what prevents even that.
pub fn saved_when_left() -> Option<AutosaveNotice> {
    let kept = keep(TRIAL, "");
    forget(TRIAL);
    match kept {
        Kept::Stored => Some(AutosaveNotice::WhenLeft),
        Kept::OnPurposeNot => None,
        Kept::UntilGone(refused) => Some(refused.into()),
    }
}

fn save(state: &State) -> Option<AutosaveNotice> {
    if state.autosave.work != Work::Edited {
        return None;
    }
    let stored = recall(SCENARIO);
    let may = KEEPER.with_borrow_mut(|keeper| {
        if let Some(text) = keeper.noted.take() {
            keeper.seen = Stamp::of(&text).ok();
        }
        if keeper.page.is_empty() {
            keeper.page = format!("{:x}", entropy());
        }
        MaySave::decide(stored.as_deref(), keeper.seen.as_ref(), &keeper.page, keeper.sure)
    });
    let (stamp, said) = match may {
        MaySave::Yes(stamp) => (stamp, None),
        MaySave::OnceAside(stamp, reason) => match set_aside(&stored.unwrap_or_default()) {
            Ok(()) => (stamp, Some(AutosaveNotice::Unread(reason))),
            Err(refused) => {
                leave_for_recovery(Some(state));
                return Some(refused.into());
            }
        },
        MaySave::Ask(notice) => {
            leave_for_recovery(Some(state));
            return Some(notice);
        }
    };
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
        Kept::UntilGone(refused) => Some(refused.into()),
    }
}

fn overwrite(state: &State) -> Option<AutosaveNotice> {
    if let Some(text) = recall(SCENARIO) {
        match Stamp::of(&text) {
            Ok(stamp) => saw(Some(stamp)),
            Err(_) => {
                if let Err(refused) = set_aside(&text) {
                    return Some(refused.into());
                }
            }
        }
    }
    save(state)
}

/// What another page saved; `None` if it cannot be read.
pub fn saved_elsewhere() -> Option<Saved> {
    let saved = READ_SAVED.get()?(&recall(SCENARIO)?).ok()?;
    saw(Some(saved.stamp.clone()));
    Some(saved)
}

fn saw(stamp: Option<Stamp>) {
    KEEPER.with_borrow_mut(|keeper| {
        keeper.noted = None;
        keeper.seen = stamp;
        keeper.sure = true;
        keeper.last = None;
    });
}

/// Moves unreadable data to another key, one that holds nothing. It stays where it is, and is not
/// overwritten, unless the copy is stored.
fn set_aside(text: &str) -> Result<(), Refused> {
    let place = format!("{ASIDE}.{}", env().now.unix_seconds());
    let places = (2..).map(|number| format!("{place}.{number}"));
    let mut places = once(place.clone()).chain(places);
    let free = places.find(|place| recall(place).is_none_or(|aside| aside == text));
    match keep(&free.unwrap_or(place), text) {
        Kept::Stored | Kept::OnPurposeNot => {
            forget(SCENARIO);
            Ok(())
        }
        Kept::UntilGone(refused) => Err(refused),
    }
}

impl From<Refused> for AutosaveNotice {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Denied => Self::Denied,
            Refused::Full => Self::Full,
        }
    }
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
