//! The lesson builder: goals and texts for the current scenario, tried out at once, saved as a
//! file.

use std::rc::Rc;
use std::sync::Arc;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::prelude::*;

use crate::component::kit::copy::CopyButton;
use crate::component::kit::dialog::Dialog;
use crate::component::kit::limit::Limit;
use crate::component::kit::text_field::TextField;
use crate::component::learn::lesson::builder_goals::BuilderGoals;
use crate::component::learn::lesson::builder_link::SendLink;
use crate::component::learn::lesson::standing::{standing, verdict};
use crate::hooks::{Session, use_session, use_typed};
use crate::platform;
use crate::state::{Action, LocationEdit, Opening, View};
use crate::text::builder as text;
use sg_core::language::Text;
use sg_core::lesson::course::{Words, written};
use sg_core::lesson::{Draft, Lesson};
use sg_core::model::Scenario;
use sg_core::quote::json;
use sg_core::share::lesson_route;

/// Properties of [`Builder`].
#[derive(Properties, PartialEq, Eq)]
pub struct BuilderProps {
    /// The scenario that the lesson starts with.
    pub scenario: Arc<Scenario>,
    /// The author's draft.
    pub draft: Rc<Draft>,
    /// The view, whose selected cell is offered first.
    pub view: View,
}

/// The builder. Errors are listed below from the first keystroke.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let session = use_session();
    let BuilderProps { scenario, draft, view } = props;
    let lesson = draft.lesson(scenario);
    let file = use_memo((Rc::clone(draft), Arc::clone(scenario)), |(draft, scenario)| {
        written(&draft.document(scenario))
    });
    let href = format!("data:application/json,{}", utf8_percent_encode(&file, NON_ALPHANUMERIC));
    html! {
        <Dialog title={&text::BUILDER} opener="more">
            <div class="builder">
                <p class="muted">{session.say(text::LEAD)}</p>
                <BuilderGoals scenario={Arc::clone(scenario)} draft={Rc::clone(draft)} selection={view.selection.clone()} />
                <h3>{session.say(text::TEXTS)}</h3>
                <div class="builder-texts">{texts(&session, draft)}</div>
                {standing(&session, draft, &lesson)}
                <div class="builder-acts">
                    <button type="button" class="primary" disabled={lesson.is_err()} onclick={open(&session, lesson.ok().map(|lesson| (lesson, (*file).clone())))}>{session.say(text::TRY)}</button>
                    <SendLink file={file.to_string()} />
                    <a class="alone-link" download="lesson.json" {href}>{session.say(text::SAVE)}</a>
                    <CopyButton label={session.say(text::COPY)} done={session.say(text::COPIED)} what={json::visible(&file).into_owned()} />
                </div>
                <File />
            </div>
        </Dialog>
    }
}

/// Opens a lesson file: shows its errors or starts the lesson.
#[component]
fn File() -> Html {
    let session = use_session();
    let typed = use_typed(String::new);
    let lesson = (!typed.trim().is_empty()).then(|| Lesson::read(&typed));
    html! {
        <details class="builder-file">
            <summary>{session.say(text::OPEN_FILE)}</summary>
            <textarea id="lesson-file" rows="6" maxlength={Limit::DOCUMENT} spellcheck="false" aria-label={session.say(text::OPEN_FILE)} value={typed.value()} oninput={typed.oninput()} />
            if let Some(lesson) = lesson {
                {verdict(&session, &lesson)}
                <button type="button" disabled={lesson.is_err()} onclick={open(&session, lesson.ok().map(|lesson| (lesson, typed.value())))}>{session.say(text::TRY_FILE)}</button>
            }
        </details>
    }
}

/// The lesson and its source file.
fn open(session: &Session, lesson: Option<(Lesson, String)>) -> Callback<MouseEvent> {
    let dispatch = session.dispatch.clone();
    let lesson = lesson.map(|(lesson, file)| (Arc::new(lesson), file));
    Callback::from(move |_: MouseEvent| {
        if let Some((lesson, file)) = lesson.clone() {
            let opening = Rc::new(Opening::of_lesson(lesson_route(&file).ok(), lesson));
            dispatch.emit(Action::Location(LocationEdit::Open(opening, platform::env())));
        }
    })
}

/// A field for each text and language.
fn texts(session: &Session, draft: &Rc<Draft>) -> Html {
    type Own = fn(&mut Draft) -> &mut Words;
    let parts: [(_, _, Own); 3] = [
        ([text::TITLE_EN, text::TITLE_ZH], "title", |draft| &mut draft.title),
        ([text::TASK_EN, text::TASK_ZH], "task", |draft| &mut draft.task),
        ([text::WHY_EN, text::WHY_ZH], "why", |draft| &mut draft.why),
    ];
    let field = |(labels, id, part): ([Text; 2], &str, Own)| {
        let words = part(&mut Draft::clone(draft)).clone();
        let fields = [(words.en, "en"), (words.zh, "zh")].into_iter().zip(labels);
        fields.map(|((value, tag), label)| {
            let (draft, dispatch) = (Rc::clone(draft), session.dispatch.clone());
            let oninput = Callback::from(move |typed: String| {
                let mut draft = Draft::clone(&draft);
                let words = part(&mut draft);
                let own = if tag == "en" { &mut words.en } else { &mut words.zh };
                *own = (!typed.is_empty()).then_some(typed);
                dispatch.emit(Action::Location(LocationEdit::Draft(Rc::new(draft))));
            });
            html! { <TextField id={format!("lesson-{id}-{tag}")} {label} value={value.unwrap_or_default()} {oninput} wide={true} limit={Limit::LIST} /> }
        }).collect::<Html>()
    };
    parts.into_iter().map(field).collect()
}
