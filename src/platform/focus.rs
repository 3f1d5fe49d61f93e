//! Remembers where the focus came from, so that closing a panel can return it.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use crate::platform::sight::reveal;
use crate::platform::window::document;

/// The id of the search field for groups and instances, which the `/` key focuses.
pub const FIND_FIELD: &str = "find";

/// Focuses an element or, if it is in a closed menu, the button of the menu; returns whether the
/// element exists.
pub fn focus(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = &element {
        // If an element cannot take the focus, leaving the focus unchanged is the best option.
        let _ = element.focus();
        if focused().is_none_or(|now| now != *element)
            && let Some(button) = button_of_menu(element)
        {
            let _ = button.focus();
        }
    }
    element.is_some()
}

/// The button of the closed menu that an element is in.
fn button_of_menu(element: &HtmlElement) -> Option<HtmlElement> {
    let menu = element.closest("[popover]:not(:popover-open)").ok()??;
    let button = document()?.query_selector(&format!("[popovertarget='{}']", menu.id())).ok()??;
    button.dyn_into().ok()
}

/// Focuses an element wherever it is, without scrolling to it.
pub fn focus_in_place(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Focuses an element that the next render shows.
pub fn focus_next(id: String) {
    Timeout::new(0, move || {
        focus(&id);
    })
    .forget();
}

thread_local! {
    static AWAITED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Focuses an element now or, if its part of the program is still to come, once it is there.
pub fn focus_or_await(id: &str) {
    let missing = (!focus(id)).then(|| id.to_owned());
    AWAITED.set(missing);
}

/// Focuses the element that was awaited, if it is there now.
pub fn focus_awaited() {
    if AWAITED.with_borrow(|id| id.as_deref().is_some_and(focus)) {
        AWAITED.set(None);
    }
}

/// Focuses an element after the next render, because a closing panel would otherwise take the focus
/// back. Gives up after a second.
pub fn focus_soon(id: impl Into<String>) {
    focus_within(id.into(), FOCUS_TRIES);
}

/// How many times to try focusing an element, and the pause between tries in milliseconds.
const FOCUS_TRIES: u32 = 50;

const FOCUS_PAUSE: u32 = 20;

fn focus_within(id: String, tries: u32) {
    let again = move || {
        focus(&id);
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

/// Where the focus was before it was moved.
#[derive(Debug, Default)]
pub struct Focus {
    from: RefCell<Option<HtmlElement>>,
}

impl PartialEq for Focus {
    /// Always equal: the remembered element does not affect rendering.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Focus {
    /// Focuses an element and remembers the previous focus; does nothing if the element already has
    /// it.
    pub fn go(&self, id: &str) {
        let Some(now) = focused().filter(|now| now.id() != id) else { return };
        *self.from.borrow_mut() = Some(now);
        super::focus(id);
        reveal(id);
    }

    /// Returns the focus if it is still on an element it was moved to.
    pub fn go_back(&self, id: &str) {
        let from = self.from.borrow_mut().take();
        if let Some(from) = from.filter(|_| focused().is_some_and(|now| now.id() == id)) {
            // A removed element cannot take the focus, so the focus stays where it is.
            let _ = from.focus();
        }
    }
}

fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}
