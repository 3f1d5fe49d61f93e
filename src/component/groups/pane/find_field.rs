//! The field that narrows the left pane to what it names.

use yew::prelude::*;

use crate::hooks::{escape_to, text_of, use_session};
use crate::platform::FIND_FIELD;
use crate::text::edit as text;

/// Properties of [`FindField`].
#[derive(Properties, PartialEq)]
pub(crate) struct FindFieldProps {
    /// What is looked for.
    pub(crate) value: AttrValue,
    /// Whether there is little to look through: small screens leave the field out then.
    pub(crate) few: bool,
    /// What is typed.
    pub(crate) oninput: Callback<String>,
}

/// The field. Esc empties it; a second Esc is heard by the page.
#[component]
pub(crate) fn FindField(props: &FindFieldProps) -> Html {
    let session = use_session();
    let empty = props.oninput.reform(|()| String::new());
    let onkeydown = (!props.value.is_empty()).then(|| escape_to(&empty));
    html! {
        <input
            type="search"
            id={FIND_FIELD}
            class={classes!("find", (props.few && props.value.is_empty()).then_some("few"))}
            value={props.value.clone()}
            placeholder={session.say(text::FIND_SHORT)}
            aria-label={session.say(text::FIND)}
            title={session.say(text::FIND)}
            aria-keyshortcuts="/"
            autocomplete="off"
            spellcheck="false"
            oninput={props.oninput.reform(|event: InputEvent| text_of(&event))}
            {onkeydown}
        />
    }
}
