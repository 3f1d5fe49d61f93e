//! Opens a lesson file in the builder: chosen, or pasted.

use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::component::kit::file_field::FileField;
use crate::component::kit::limit::Limit;
use crate::component::learn::lesson::builder::file_fault::file_fault;
use crate::hooks::{Session, use_session, use_typed};
use crate::platform::ChosenFile;
use crate::state::{Action, LocationEdit};
use crate::text::builder as text;
use sg_core::history::{Edit, TopologyEdit};
use sg_core::lesson::course::wire::LessonDocument;
use sg_core::lesson::{Draft, Lesson};
use sg_core::share::DocumentError;

#[derive(Properties, PartialEq)]
pub(super) struct OpenFileProps {
    pub(super) draft: Rc<Draft>,
}

/// What was said about the last file.
#[derive(Clone, PartialEq)]
enum Report {
    Opened,
    Wrong(DocumentError),
    Fault(String),
}

/// The two ways. What is wrong with a file that is no lesson is said here; what is wrong with a lesson,
/// by the builder itself.
#[component]
pub(super) fn OpenFile(props: &OpenFileProps) -> Html {
    let session = use_session();
    let typed = use_typed(String::new);
    let told = use_state(|| None::<Report>);
    let open = {
        let (session, draft, setter) = (session.clone(), Rc::clone(&props.draft), told.setter());
        Callback::from(move |(name, text): (String, String)| {
            setter.set(Some(match LessonDocument::read(&text) {
                Ok(document) => opened(&session, &draft, &document, name),
                Err(error) => Report::Wrong(error),
            }));
        })
    };
    let onfiles = {
        let (session, open, setter) = (session.clone(), open.clone(), told.setter());
        Callback::from(move |files: Vec<ChosenFile>| {
            let Some(file) = files.into_iter().next() else { return };
            let (session, open, setter) = (session.clone(), open.clone(), setter.clone());
            spawn_local(async move {
                match file.text(Lesson::MOST_BYTES).await {
                    Ok(text) => open.emit((file.name(), text)),
                    Err(fault) => {
                        setter.set(Some(Report::Fault(file_fault(&session, &file, fault))))
                    }
                }
            });
        })
    };
    let pasted = {
        let text = typed.value();
        open.reform(move |_: MouseEvent| (String::new(), text.clone()))
    };
    let blank = typed.trim().is_empty();
    html! {
        <>
            <p class="muted">{session.say(text::OPEN_MORE)}</p>
            <FileField id="lesson-file-choose" label={text::CHOOSE_FILE} hint={text::CHOOSE_HINT} {onfiles} />
            <details class="builder-file">
                <summary>{session.say(text::PASTE)}</summary>
                <textarea id="lesson-file" rows="6" maxlength={Limit::DOCUMENT} spellcheck="false" aria-label={session.say(text::OPEN_LEAD)} value={typed.value()} oninput={typed.oninput()} />
                <button type="button" id="lesson-file-open" disabled={blank} onclick={pasted}>{session.say(text::OPEN_PASTED)}</button>
            </details>
            <div role="status">{(*told).as_ref().map(|told| line(&session, told)).unwrap_or_default()}</div>
        </>
    }
}

fn line(session: &Session, told: &Report) -> Html {
    let bad = html! { <span class="bad" aria-hidden="true">{"✗ "}</span> };
    match told {
        Report::Opened => html! {
            <p><span class="ok" aria-hidden="true">{"✓ "}</span>{session.say(text::OPENED)}</p>
        },
        Report::Fault(said) => html! { <p>{bad}{said.clone()}</p> },
        Report::Wrong(error) => html! {
            <p>{bad}{session.say(text::NOT_A_LESSON)}{" "}<code translate="no">{error.to_string()}</code></p>
        },
    }
}

/// Fills the draft, and opens the scenario of the file as a step of the log.
fn opened(session: &Session, draft: &Draft, document: &LessonDocument, name: String) -> Report {
    let scenario = match document.scenario() {
        Ok(scenario) => Arc::new(scenario),
        Err(error) => return Report::Wrong(error),
    };
    let next = Rc::new(Draft::of(document).in_place_of(draft));
    let open = TopologyEdit::StartOver { scenario, source: name };
    session.edit.emit(Edit::Topology(open));
    session.dispatch.emit(Action::Location(LocationEdit::Draft(next)));
    Report::Opened
}
