//! Text fields and the keys they receive.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, InputEvent, KeyboardEvent};

use crate::platform::window::document;

/// Selects the text of a text area so that it can be copied manually.
pub fn select_text(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = element.and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok()) {
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

/// Whether a key event targets something that arrows and page keys move in: a field, a slider, a group
/// of radio buttons, or the cells of the matrix.
pub fn takes_arrows(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| {
        let takes = "input:not([type=checkbox], [type=button], [type=submit]), select, textarea, \
                     [role=grid] *, [contenteditable]";
        element.matches(takes).unwrap_or(false)
    })
}

/// Whether a key event targets a field whose cursor is at the end of its text.
pub fn is_at_end(event: &KeyboardEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    field.is_some_and(|field| {
        let end = field.value().encode_utf16().count();
        let place = |place: Option<u32>| place.and_then(|place| usize::try_from(place).ok());
        let (start, stop) = (field.selection_start().ok(), field.selection_end().ok());
        [start, stop].map(|at| place(at.flatten())) == [Some(end), Some(end)]
    })
}

/// How much longer a field's text would be than the field takes, if the event inserts a whole text
/// at once (pastes or drops it). Browsers would cut the text without a word.
pub fn excess(event: &InputEvent) -> Option<Excess> {
    let whole = ["insertFromPaste", "insertFromDrop", "insertFromYank"];
    if !whole.contains(&event.input_type().as_str()) {
        return None;
    }
    let field = Field::of(event)?;
    let most = u32::try_from(field.most()).ok()?;
    let length = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    let (value, selected) = field.contents();
    let after = length(&value).saturating_sub(selected).saturating_add(length(&event.data()?));
    (after > most).then_some(Excess { length: after, most })
}

/// A text that is too long for a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excess {
    /// How long the field's text would be.
    pub length: u32,
    /// How long it may be.
    pub most: u32,
}

/// Says something at the field of an event, until [`say_no_more`].
pub fn say_at(event: &InputEvent, words: &str) {
    match Field::of(event) {
        Some(Field::Line(line)) => {
            line.set_custom_validity(words);
            line.report_validity();
        }
        Some(Field::Area(area)) => {
            area.set_custom_validity(words);
            area.report_validity();
        }
        None => {}
    }
}

/// Takes back what was said at the field of an event.
pub fn say_no_more(event: &InputEvent) {
    match Field::of(event) {
        Some(Field::Line(line)) => line.set_custom_validity(""),
        Some(Field::Area(area)) => area.set_custom_validity(""),
        None => {}
    }
}

enum Field {
    Line(HtmlInputElement),
    Area(HtmlTextAreaElement),
}

impl Field {
    fn of(event: &InputEvent) -> Option<Self> {
        let target = event.target()?;
        match target.dyn_into::<HtmlInputElement>() {
            Ok(line) => Some(Self::Line(line)),
            Err(target) => target.dyn_into().ok().map(Self::Area),
        }
    }

    /// The longest text it takes; negative if any.
    fn most(&self) -> i32 {
        match self {
            Self::Line(line) => line.max_length(),
            Self::Area(area) => area.max_length(),
        }
    }

    /// The text, and the length of what is selected in it.
    fn contents(&self) -> (String, u32) {
        let (value, range) = match self {
            Self::Line(line) => (line.value(), [line.selection_start(), line.selection_end()]),
            Self::Area(area) => (area.value(), [area.selection_start(), area.selection_end()]),
        };
        let [start, end] = range.map(|place| place.ok().flatten().unwrap_or_default());
        (value, end.saturating_sub(start))
    }
}

/// Moves the cursor to the end of the field that receives the focus, so that typing continues the
/// existing text.
pub fn caret_to_end(event: &web_sys::FocusEvent) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
        let _ = field.set_selection_range(end, end);
    }
}
