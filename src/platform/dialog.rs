//! Dialog elements, and moving the focus into them and back.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use crate::platform::focus::focus;
use crate::platform::window::document;

/// An open dialog, and what had the focus before.
pub struct Shown {
    dialog: HtmlDialogElement,
    from: Option<HtmlElement>,
}

/// Opens a modal dialog and focuses its search field if it has one.
pub fn show_dialog(node: &yew::NodeRef) -> Option<Shown> {
    let dialog = node.cast::<HtmlDialogElement>()?;
    let from = document().and_then(|document| document.active_element());
    let from = from.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if dialog.show_modal().is_err() {
        // Browsers without modal support show it inline.
        dialog.set_open(true);
    }
    let search = dialog.query_selector("[type=search]").ok().flatten();
    if let Some(search) = search.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = search.focus();
    }
    Some(Shown { dialog, from })
}

/// Closes a dialog and returns the focus to where it came from, or to its usual opener if that is
/// gone or hidden. While the dialog is open, nothing behind it can have the focus.
pub fn close_dialog(shown: Option<Shown>, opener: &str) {
    let from = shown.and_then(|Shown { dialog, from }| {
        dialog.close();
        from
    });
    if let Some(from) = from {
        let _ = from.focus();
        let now = document().and_then(|document| document.active_element());
        if now.is_some_and(|now| now == *from.as_ref() && now.tag_name() != "BODY") {
            return;
        }
    }
    focus(opener);
}
