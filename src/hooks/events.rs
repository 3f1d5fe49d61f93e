//! Reads values from field events.

use yew::prelude::*;

/// The value of the input or select that raised the event.
pub fn value_of(event: &Event) -> String {
    let input = event.target_dyn_into::<web_sys::HtmlInputElement>().map(|input| input.value());
    let select = || event.target_dyn_into::<web_sys::HtmlSelectElement>().map(|s| s.value());
    input.or_else(select).unwrap_or_default()
}

/// The text of the field that raised the event.
pub fn text_of(event: &InputEvent) -> String {
    let line = event.target_dyn_into::<web_sys::HtmlInputElement>().map(|line| line.value());
    let area = || event.target_dyn_into::<web_sys::HtmlTextAreaElement>().map(|a| a.value());
    line.or_else(area).unwrap_or_default()
}
