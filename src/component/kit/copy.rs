//! A button that copies a text and confirms it.

use yew::prelude::*;

use crate::hooks::use_session;
use crate::platform;
use crate::text::request as text;

/// Properties of [`CopyButton`].
#[derive(Properties, PartialEq, Eq)]
pub struct CopyButtonProps {
    /// The label of the button.
    pub label: AttrValue,
    /// The confirmation.
    pub done: AttrValue,
    /// The text to copy.
    pub what: AttrValue,
}

/// The button; its confirmation stays until the text changes.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let session = use_session();
    let report = use_state_eq(|| None::<bool>);
    {
        let report = report.clone();
        use_effect_with(props.what.clone(), move |_| report.set(None));
    }
    let onclick = {
        let (what, report) = (props.what.clone(), report.clone());
        Callback::from(move |_: MouseEvent| {
            let report = report.clone();
            platform::copy(&what, Callback::from(move |copied| report.set(Some(copied))));
        })
    };
    html! {
        <span class="copy">
            <span class="muted" role="status">
                {match *report {
                    Some(true) => props.done.to_string(),
                    Some(false) => session.say(text::NOT_COPIED).to_owned(),
                    None => String::new(),
                }}
            </span>
            <button type="button" class="link" {onclick}>{props.label.clone()}</button>
        </span>
    }
}
