//! A course file, opened in the course builder.

use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::hooks::{Session, use_session, use_typed};
use crate::state::{Action, TrainingEdit};
use crate::text::{builder, training as text};
use sg_core::share::{DocumentError, typed as read_typed};
use sg_core::training::CourseDocument;

/// Opens a course file in the builder.
#[component]
pub(crate) fn CourseFile() -> Html {
    let session = use_session();
    let typed = use_typed(String::new);
    let read = (!typed.trim().is_empty()).then(|| read_typed::<CourseDocument>(&typed));
    let edit = {
        let (dispatch, course) = (session.dispatch.clone(), read.clone().and_then(Result::ok));
        Callback::from(move |_: MouseEvent| {
            if let Some(course) = course.clone() {
                dispatch.emit(Action::Training(TrainingEdit::CourseDraft(course.packed().into())));
            }
        })
    };
    html! {
        <details class="builder-file">
            <summary>{session.say(text::OPEN_COURSE_FILE)}</summary>
            <textarea id="course-file" rows="6" maxlength={Limit::DOCUMENT} spellcheck="false" aria-label={session.say(text::OPEN_COURSE_FILE)} value={typed.value()} oninput={typed.oninput()} />
            if let Some(read) = read {
                {read.as_ref().err().map(|error| wrong(&session, error)).unwrap_or_default()}
                <button type="button" disabled={read.is_err()} onclick={edit}>{session.say(text::EDIT_COURSE_FILE)}</button>
            }
        </details>
    }
}

/// What is wrong with a course, and where.
pub(crate) fn wrong(session: &Session, error: &DocumentError) -> Html {
    let at = match error.path.is_empty() {
        true => session.say(builder::WRONG).to_owned(),
        false => session.fill(text::COURSE_WRONG, &[("path", &error.path)]),
    };
    html! { <p><span class="bad" aria-hidden="true">{"✗ "}</span>{at}{" "}<code translate="no">{error.sentence.clone()}</code></p> }
}
