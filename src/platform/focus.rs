//! Where the focus came from when a key moved it, so that closing what was opened leads back.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::platform::sight::reveal;
use crate::platform::window::document;

/// The id of the field that finds groups and instances, where the key `/` leads.
pub const FIND_FIELD: &str = "find";

/// Moves the focus to an element; whether it is there.
pub fn focus(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = &element {
        // An element that cannot take the focus leaves it where it is, which is the best answer.
        let _ = element.focus();
    }
    element.is_some()
}

/// Moves the focus to an element when what happens now has been drawn: a panel that closes meanwhile
/// would take it back. After a second the focus stays where it is.
pub fn focus_soon(id: &'static str) {
    focus_within(id, FOCUS_TRIES);
}

/// How often an element is asked to take the focus, and the pause in between in milliseconds.
const FOCUS_TRIES: u32 = 50;

const FOCUS_PAUSE: u32 = 20;

fn focus_within(id: &'static str, tries: u32) {
    let again = move || {
        focus(id);
        let now = document().and_then(|document| document.active_element());
        if tries > 1 && now.is_none_or(|now| now.id() != id) {
            focus_within(id, tries - 1);
        }
    };
    Timeout::new(FOCUS_PAUSE, again).forget();
}

/// Moves the focus to the matrix's tab stop.
pub fn focus_matrix() {
    let stop =
        document().and_then(|d| d.query_selector("[role=grid] [tabindex='0']").ok()).flatten();
    if let Some(stop) = stop {
        focus(&stop.id());
    }
}

/// The place the focus was moved from.
#[derive(Debug, Default)]
pub struct Focus {
    from: RefCell<Option<HtmlElement>>,
}

impl PartialEq for Focus {
    /// Never told apart: what it remembers is nothing the page shows.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Focus {
    /// Moves the focus to an element and remembers where it was; nothing where it is there already.
    pub fn go(&self, id: &str) {
        let Some(now) = focused().filter(|now| now.id() != id) else { return };
        *self.from.borrow_mut() = Some(now);
        super::focus(id);
        reveal(id);
    }

    /// Moves the focus back, where it still is on an element it was moved to.
    pub fn go_back(&self, id: &str) {
        let from = self.from.borrow_mut().take();
        if let Some(from) = from.filter(|_| focused().is_some_and(|now| now.id() == id)) {
            // An element that is gone cannot take the focus: it stays where it is.
            let _ = from.focus();
        }
    }
}

fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}
