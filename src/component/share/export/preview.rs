//! A file as text, to save or copy.

use std::rc::Rc;

use yew::prelude::*;

use crate::export::File;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::text::{export as text, links};
use sg_core::language::Text;

#[derive(Properties, PartialEq)]
pub(crate) struct PreviewProps {
    pub(crate) file: Rc<File>,
}

/// The file as text with its name and size, and buttons to save and copy it.
#[component]
pub(crate) fn Preview(props: &PreviewProps) -> Html {
    let session = use_session();
    let said = use_state_eq(|| None::<Text>);
    let file = &props.file;
    let save = {
        let (file, said) = (Rc::clone(file), said.setter());
        Callback::from(move |_: MouseEvent| {
            let saved = platform::download(&file.name, file.kind, &file.bytes());
            said.set(Some(if saved { text::SAVED } else { text::NOT_SAVED }));
        })
    };
    let copy = {
        let (file, said) = (Rc::clone(file), said.setter());
        Callback::from(move |_: MouseEvent| {
            let said = said.clone();
            let done = Callback::from(move |worked: bool| {
                if !worked {
                    platform::select_text(FIELD);
                }
                said.set(Some(if worked { text::COPIED } else { links::NOT_COPIED }));
            });
            platform::copy(&file.text, done);
        })
    };
    let shown: String = file.text.chars().take(MOST_SHOWN).collect();
    let cut = shown.len() < file.text.len();
    html! {
        <>
            <p class="export-head">
                <code translate="no">{file.name.clone()}</code>
                <span class="muted">{size(&session, file.size())}</span>
                <span class="grow"></span>
                <button type="button" class="primary" onclick={save}>{session.say(text::SAVE)}</button>
                <button type="button" class="plain" onclick={copy}>{session.say(links::COPY)}</button>
            </p>
            <p role="status" class="muted">{said.map(|said| session.say(said))}</p>
            <textarea id={FIELD} readonly=true rows="18" value={shown} spellcheck="false" translate="no" aria-label={file.name.clone()} />
            if cut {
                <p class="faint">{session.say(text::CUT)}</p>
            }
        </>
    }
}

/// The element id of the text.
const FIELD: &str = "export-text";

/// How many characters of a file are shown: browsers are slow with megabytes in a field.
const MOST_SHOWN: usize = 100_000;

fn size(session: &Session, bytes: usize) -> String {
    match bytes {
        0..1_000 => session.fill(text::BYTES, &[("count", &bytes.to_string())]),
        _ => session.fill(text::KILOBYTES, &[("count", &bytes.div_ceil(1_000).to_string())]),
    }
}
