//! Dialog elements, and the focus in and out of them.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use crate::platform::focus::focus;

/// Opens a dialog element over the page, with the focus in its search field if it has one.
pub fn show_dialog(node: &yew::NodeRef) -> Option<HtmlDialogElement> {
    let dialog = node.cast::<HtmlDialogElement>()?;
    if dialog.show_modal().is_err() {
        // Without support for a layer of its own it shows in its place.
        dialog.set_open(true);
    }
    let search = dialog.query_selector("[type=search]").ok().flatten();
    if let Some(search) = search.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = search.focus();
    }
    Some(dialog)
}

/// Closes a dialog element and gives the focus to what opened it. As long as the dialog is open,
/// nothing behind it can have the focus.
pub fn close_dialog(dialog: Option<HtmlDialogElement>, opener: &str) {
    if let Some(dialog) = dialog {
        dialog.close();
    }
    focus(opener);
}
