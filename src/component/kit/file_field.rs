//! A field for files whose words are the page's own: the browser's would be in its language.

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
    /// What the button says.
    pub label: Text,
    /// What else can be done, beside it.
    pub hint: Text,
    /// Hears of the files that were chosen.
    pub onfiles: Callback<Vec<ChosenFile>>,
}

/// A real file input, out of sight, and its label as the button that is seen. The input has the
/// focus and the keys, and the label wears its ring.
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
