//! Dialog elements, and moving the focus into them and back.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use crate::platform::focus::focus;

/// Opens a modal dialog and focuses its search field if it has one.
pub fn show_dialog(node: &yew::NodeRef) -> Option<HtmlDialogElement> {
    let dialog = node.cast::<HtmlDialogElement>()?;
    if dialog.show_modal().is_err() {
        // Browsers without modal support show it inline.
        dialog.set_open(true);
    }
    let search = dialog.query_selector("[type=search]").ok().flatten();
    if let Some(search) = search.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = search.focus();
    }
    Some(dialog)
}

/// Closes a dialog and returns the focus to the element that opened it. While the dialog is open,
/// nothing behind it can have the focus.
pub fn close_dialog(dialog: Option<HtmlDialogElement>, opener: &str) {
    if let Some(dialog) = dialog {
        dialog.close();
    }
    focus(opener);
}
