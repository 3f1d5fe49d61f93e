//! An error message beside its cause: an API error, or the reason why an edit is not possible.

use yew::prelude::*;

use sg_core::emulator::ApiError;

/// An error of a field or form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldError {
    /// The API refuses the call.
    Api(ApiError),
    /// The scenario does not allow the edit; the reason in the page's language.
    Topology(AttrValue),
}

impl FieldError {
    /// Renders the message. `id` is for `aria-describedby`.
    pub fn show(&self, id: Option<String>) -> Html {
        match self {
            Self::Api(error) => api_error_line(error, id),
            Self::Topology(words) => html! {
                <p class="api-error wrong" {id} role="status">
                    <span class="glyph" aria-hidden="true">{"✗"}</span>
                    <span>{words.clone()}</span>
                </p>
            },
        }
    }
}

/// The API's error on one line: status, code, message.
pub fn api_error_line(error: &ApiError, id: Option<String>) -> Html {
    let row = error.row();
    html! {
        <p class="api-error" {id}>
            <span class="glyph" aria-hidden="true">{"✗"}</span>
            <code translate="no">{row.status}{" "}{row.code}</code>{" "}
            <span lang="en" translate="no">{error.message()}</span>
        </p>
    }
}
