//! The API's own error, beside what caused it.

use yew::prelude::*;

use sg_core::emulator::ApiError;

/// Properties of [`ApiErrorLine`].
#[derive(Properties, PartialEq)]
pub struct ApiErrorLineProps {
    /// The error.
    pub error: ApiError,
    /// The element's id, for `aria-describedby`.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// One line: status, code, message.
#[component]
pub fn ApiErrorLine(props: &ApiErrorLineProps) -> Html {
    let row = props.error.row();
    html! {
        <p class="api-error" id={props.id.clone()}>
            <span class="glyph" aria-hidden="true">{"✗"}</span>
            <code translate="no">{row.status}{" "}{row.code}</code>{" "}
            <span lang="en" translate="no">{props.error.message().to_owned()}</span>
        </p>
    }
}
