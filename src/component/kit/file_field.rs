//! A file field with labels of its own, because the browser's labels follow the browser's language.

use yew::prelude::*;

use crate::hooks::use_session;
use crate::platform;
use crate::platform::ChosenFile;
use sg_core::language::Text;

/// Properties of [`FileField`].
#[derive(Properties, PartialEq)]
pub struct FileFieldProps {
    /// The id of the input, unique on the page; the focus goes there.
    pub id: AttrValue,
    /// The label of the button.
    pub label: Text,
    /// A hint beside the button.
    pub hint: Text,
    /// Called with the selected files.
    pub onfiles: Callback<Vec<ChosenFile>>,
}

/// A visually hidden file input, with its label shown as the button. The input takes the focus and
/// the keys; the label shows the focus ring.
#[component]
pub fn FileField(props: &FileFieldProps) -> Html {
    let session = use_session();
    let hint = format!("{}-hint", props.id);
    html! {
        <div class="file-field">
            <input
                id={props.id.clone()}
                type="file"
                class="visually-hidden"
                multiple=true
                aria-describedby={hint.clone()}
                onchange={props.onfiles.reform(|event: Event| platform::chosen_files(&event))}
            />
            <label for={props.id.clone()} class="file-button">{session.say(props.label)}</label>
            <span id={hint} class="muted">{session.say(props.hint)}</span>
        </div>
    }
}
