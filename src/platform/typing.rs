//! Text fields and the keys they receive.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use crate::platform::window::document;

/// Selects the text of a text area so that it can be copied manually.
pub fn select_text(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = element.and_then(|e| e.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
        // The selection is only visible if the field has the focus.
        let _ = field.focus();
        field.select();
    }
}

/// Whether a key event targets a text input, where letters are not shortcuts.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| match element.tag_name().as_str() {
        // Sliders and checkboxes take arrows and Space, but no letters.
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("range" | "checkbox" | "radio" | "button" | "submit")
        ),
        tag => matches!(tag, "SELECT" | "TEXTAREA"),
    })
}

/// Whether a key event targets a field whose cursor is at the end of its text.
pub fn is_at_end(event: &KeyboardEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| {
        let end = field.value().encode_utf16().count();
        let place = |place: Option<u32>| place.and_then(|place| usize::try_from(place).ok());
        let (start, stop) = (field.selection_start().ok(), field.selection_end().ok());
        [start, stop].map(|at| place(at.flatten())) == [Some(end), Some(end)]
    })
}

/// Moves the cursor to the end of the field that receives the focus, so that typing continues the
/// existing text.
pub fn caret_to_end(event: &web_sys::FocusEvent) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
        let _ = field.set_selection_range(end, end);
    }
}
