//! Where the focus came from when a key moved it, so that closing what was opened leads back.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

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
        super::reveal(id);
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
    super::document()?.active_element()?.dyn_into().ok()
}
