//! The import inputs: a text box, a file field and a drop area.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::file_field::FileField;
use crate::hooks::{Session, text_of, use_session};
use crate::platform;
use crate::platform::ChosenFile;
use crate::text::import as text;

/// Properties of [`Intake`].
#[derive(Properties, PartialEq)]
pub(crate) struct IntakeProps {
    /// The files selected so far.
    pub(crate) files: Vec<ChosenFile>,
    /// Called with the pasted text.
    pub(crate) onpaste: Callback<String>,
    /// Called with the files to read.
    pub(crate) onfiles: Callback<Vec<ChosenFile>>,
}

/// The box, the field, and the selected files.
#[component]
pub(crate) fn Intake(props: &IntakeProps) -> Html {
    let session = use_session();
    let over = use_state(|| false);
    let add = {
        let (known, onfiles) = (props.files.clone(), props.onfiles.clone());
        Callback::from(move |new: Vec<ChosenFile>| {
            if !new.is_empty() {
                onfiles.emit(known.iter().cloned().chain(new).collect());
            }
        })
    };
    let drags = |inside: bool| {
        let over = over.setter();
        Callback::from(move |event: DragEvent| {
            // Otherwise the browser would open the file and leave the page.
            event.prevent_default();
            over.set(inside);
        })
    };
    let ondrop = {
        let (over, add) = (over.setter(), add.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            add.emit(platform::dropped_files(&event));
        })
    };
    html! {
        <div
            class={classes!("intake", over.then_some("over-it"))}
            ondragover={drags(true)}
            ondragleave={drags(false)}
            {ondrop}
        >
            <label for="import-paste">{session.say(text::PASTE)}</label>
            <textarea
                id="import-paste"
                rows="5"
                spellcheck="false"
                autocomplete="off"
                translate="no"
                oninput={props.onpaste.reform(|event: InputEvent| text_of(&event))}
            />
            <FileField id="import-files" label={text::FILES} hint={text::DROP} onfiles={add} />
            if !props.files.is_empty() {
                <ul class="chosen" aria-label={session.say(text::CHOSEN)}>
                    {for props.files.iter().enumerate().map(|(place, file)| chosen(&session, props, place, file))}
                </ul>
            }
        </div>
    }
}

fn remove(props: &IntakeProps, place: usize) -> Callback<MouseEvent> {
    let (files, onfiles) = (props.files.clone(), props.onfiles.clone());
    Callback::from(move |_: MouseEvent| {
        platform::focus("import-files");
        let others = files.iter().enumerate().filter(|(other, _)| *other != place);
        onfiles.emit(others.map(|(_, file)| file.clone()).collect());
    })
}

/// A selected file with its size, and a button that removes it.
fn chosen(session: &Session, props: &IntakeProps, place: usize, file: &ChosenFile) -> Html {
    let size = file.size().div_ceil(1024).to_string();
    let label = session.fill(text::REMOVE, &[("name", &file.name())]);
    html! {
        <li key={place}>
            <span class="mono" translate="no">{file.name()}</span>
            <span class="muted">{session.fill(text::SIZE, &[("kilobytes", &size)])}</span>
            {IconButton::cross(label, remove(props, place)).show()}
        </li>
    }
}
