//! What the page keeps for the next visit: in the browser's storage or, failing that, in memory.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, StorageEvent};
use yew::Callback;

use crate::platform::query::may_store;
use crate::platform::window::window;

/// The prefix of every key. It separates this page's keys from those of others on the same host and
/// lets the recovery panel in `static/boot.js` find them.
const OURS: &str = "sgp.";

/// A key-value store for text that may refuse writes.
pub trait Shelf {
    /// The text stored under a key.
    fn get(&self, key: &str) -> Option<String>;
    /// Stores a text under a key.
    ///
    /// # Errors
    /// [`Refused`] gives the reason; the previous value is kept.
    fn put(&self, key: &str, text: &str) -> Result<(), Refused>;
    /// Removes a key.
    fn remove(&self, key: &str);
}

/// Why a text could not be stored for the next visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The browser denies this page storage.
    Denied,
    /// The storage is full.
    Full,
}

/// The outcome of storing a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Stored for the next visit.
    Stored,
    /// Kept only until the page closes, for this reason.
    UntilGone(Refused),
    /// Storage is disabled on purpose; there is nothing to report.
    OnPurposeNot,
}

/// Text by key: in the store, and in memory for writes that the store refused.
#[derive(Debug)]
pub struct Memory<S> {
    shelf: Option<S>,
    here: BTreeMap<String, Unstored>,
    on_purpose: bool,
}

/// A text that the store refused. Another page may store one under the same key later.
#[derive(Debug)]
struct Unstored {
    text: String,
    /// What the store held when it refused the text.
    instead_of: Option<String>,
}

impl<S: Shelf> Memory<S> {
    /// A memory backed by a store, or by memory alone if storage is denied.
    pub const fn on(shelf: Option<S>) -> Self {
        Self { shelf, here: BTreeMap::new(), on_purpose: false }
    }

    /// A memory that never touches storage and reports nothing, for embedded pages.
    pub const fn none() -> Self {
        Self { shelf: None, here: BTreeMap::new(), on_purpose: true }
    }

    /// Whether there is a store, even if it is full.
    pub const fn is_kept(&self) -> bool {
        self.shelf.is_some()
    }

    /// The last text stored under a key: what another page stored after the store refused a text of
    /// this one is later than that text.
    pub fn recall(&self, key: &str) -> Option<String> {
        let stored = self.shelf.as_ref().and_then(|shelf| shelf.get(key));
        let here = self.here.get(key);
        let here = here.filter(|own| stored.is_none() || stored == own.instead_of);
        here.map(|own| own.text.clone()).or(stored)
    }

    /// Stores a text under a key, in memory if the store refuses it.
    pub fn keep(&mut self, key: &str, text: &str) -> Kept {
        let put = self.shelf.as_ref().map_or(Err(Refused::Denied), |shelf| shelf.put(key, text));
        match put {
            Ok(()) => {
                self.here.remove(key);
                Kept::Stored
            }
            Err(refused) => {
                let instead_of = self.shelf.as_ref().and_then(|shelf| shelf.get(key));
                let own = Unstored { text: text.to_owned(), instead_of };
                self.here.insert(key.to_owned(), own);
                if self.on_purpose { Kept::OnPurposeNot } else { Kept::UntilGone(refused) }
            }
        }
    }

    /// Removes what is stored under a key.
    pub fn forget(&mut self, key: &str) {
        self.here.remove(key);
        if let Some(shelf) = &self.shelf {
            shelf.remove(key);
        }
    }
}

thread_local! {
    static MEMORY: RefCell<Memory<BrowserShelf>> = RefCell::new(usual());
}

/// The text stored under a key in this or an earlier visit.
pub fn recall(key: &str) -> Option<String> {
    MEMORY.with_borrow(|memory| memory.recall(&ours(key)))
}

/// Stores a text under a key for the next visit and reports the outcome. If refused, [`recall`]
/// still returns the text until the page closes.
pub fn keep(key: &str, text: &str) -> Kept {
    MEMORY.with_borrow_mut(|memory| memory.keep(&ours(key), text))
}

/// Whether anything can be kept for the next visit.
pub(crate) fn is_kept() -> bool {
    MEMORY.with_borrow(Memory::is_kept)
}

/// Removes what is stored under a key.
pub fn forget(key: &str) {
    MEMORY.with_borrow_mut(|memory| memory.forget(&ours(key)));
}

/// Calls back with the new text whenever another page of this host stores one under the key, until
/// the listener is dropped.
pub fn on_kept_elsewhere(key: &str, changed: Callback<String>) -> Option<EventListener> {
    // A page that stores nothing cannot conflict with another page.
    if !may_store() {
        return None;
    }
    let key = ours(key);
    let window = window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        if let Some(text) = event.new_value().filter(|_| event.key().as_ref() == Some(&key)) {
            changed.emit(text);
        }
    }))
}

fn ours(key: &str) -> String {
    format!("{OURS}{key}")
}

/// The browser's storage; none in an embedded page, matching `static/theme.js`.
fn usual() -> Memory<BrowserShelf> {
    if !may_store() {
        return Memory::none();
    }
    let storage = window().and_then(|window| window.local_storage().ok().flatten());
    Memory::on(storage.map(BrowserShelf))
}

struct BrowserShelf(Storage);

impl Shelf for BrowserShelf {
    fn get(&self, key: &str) -> Option<String> {
        self.0.get_item(key).ok().flatten()
    }

    fn put(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.0.set_item(key, text).map_err(|error| why(&error))
    }

    fn remove(&self, key: &str) {
        // If removal fails, the next write overwrites the value.
        let _ = self.0.remove_item(key);
    }
}

/// Full storage and denied storage throw exceptions with different names.
fn why(error: &JsValue) -> Refused {
    let name = js_sys::Reflect::get(error, &JsValue::from_str("name")).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Refused::Full,
        Some(_) | None => Refused::Denied,
    }
}
