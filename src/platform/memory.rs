//! What the page keeps for the next visit: in the browser's storage, else as long as it is open.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, StorageEvent};
use yew::Callback;

use crate::platform::query::may_store;
use crate::platform::window::window;

/// Stands before every key, so that the page knows its own among others of the same host, and the
/// recovery panel of `static/boot.js` finds all of them.
const OURS: &str = "sgp.";

/// A place where texts lie by their keys, and which may refuse.
pub trait Shelf {
    /// The text of a key.
    fn get(&self, key: &str) -> Option<String>;
    /// Puts a text under a key.
    ///
    /// # Errors
    /// [`Refused`] says why it does not lie there; what lay there before still does.
    fn put(&self, key: &str, text: &str) -> Result<(), Refused>;
    /// Takes a key away.
    fn remove(&self, key: &str);
}

/// Why a text could not be kept for the next visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The browser gives this page no storage.
    Denied,
    /// The storage has no room for it.
    Full,
}

/// What became of a text that was to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The next visit finds it.
    Stored,
    /// It is forgotten when the page goes, for this reason.
    UntilGone(Refused),
    /// The page was asked to keep nothing, and nobody needs to be told.
    OnPurposeNot,
}

/// Texts by their keys: on a shelf, and what the shelf refused in the page itself.
#[derive(Debug)]
pub struct Memory<S> {
    shelf: Option<S>,
    here: BTreeMap<String, String>,
    on_purpose: bool,
}

impl<S: Shelf> Memory<S> {
    /// A memory on a shelf, or without one where it was denied.
    pub const fn on(shelf: Option<S>) -> Self {
        Self { shelf, here: BTreeMap::new(), on_purpose: false }
    }

    /// A memory that touches no storage and says nothing about it: for a page inside another.
    pub const fn none() -> Self {
        Self { shelf: None, here: BTreeMap::new(), on_purpose: true }
    }

    /// Whether there is a shelf, though perhaps a full one.
    pub const fn is_kept(&self) -> bool {
        self.shelf.is_some()
    }

    /// The text kept last under a key.
    pub fn recall(&self, key: &str) -> Option<String> {
        let here = self.here.get(key).cloned();
        here.or_else(|| self.shelf.as_ref()?.get(key))
    }

    /// Keeps a text under a key, in the page itself where the shelf refuses.
    pub fn keep(&mut self, key: &str, text: &str) -> Kept {
        let put = self.shelf.as_ref().map_or(Err(Refused::Denied), |shelf| shelf.put(key, text));
        match put {
            Ok(()) => {
                self.here.remove(key);
                Kept::Stored
            }
            Err(refused) => {
                self.here.insert(key.to_owned(), text.to_owned());
                if self.on_purpose { Kept::OnPurposeNot } else { Kept::UntilGone(refused) }
            }
        }
    }

    /// Forgets what is kept under a key.
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

/// The text that an earlier visit, or this one, kept under a key.
pub fn recall(key: &str) -> Option<String> {
    MEMORY.with_borrow(|memory| memory.recall(&ours(key)))
}

/// Keeps a text under a key for the next visit, and says what became of it. A refusal costs
/// nothing now: [`recall`] finds the text until the page goes.
pub fn keep(key: &str, text: &str) -> Kept {
    MEMORY.with_borrow_mut(|memory| memory.keep(&ours(key), text))
}

/// Whether the next visit can find anything at all.
pub(crate) fn is_kept() -> bool {
    MEMORY.with_borrow(Memory::is_kept)
}

/// Forgets what is kept under a key.
pub fn forget(key: &str) {
    MEMORY.with_borrow_mut(|memory| memory.forget(&ours(key)));
}

/// Calls back with the new text of a key whenever another page of this host has kept one there,
/// until the listener is dropped.
pub fn on_kept_elsewhere(key: &str, changed: Callback<String>) -> Option<EventListener> {
    // A page that keeps nothing has nothing to lose to another one.
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

/// The browser's storage; nothing at all inside another page, as `static/theme.js` decides too.
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
        // What cannot be taken away is written over the next time.
        let _ = self.0.remove_item(key);
    }
}

/// Storage that is full and storage that is denied throw exceptions of different names.
fn why(error: &JsValue) -> Refused {
    let name = js_sys::Reflect::get(error, &JsValue::from_str("name")).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Refused::Full,
        Some(_) | None => Refused::Denied,
    }
}
