//! What stands above a lesson that its author looks at as a learner.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::hooks::{Session, use_session};
use crate::platform;
use crate::state::{Action, BuilderTab, LessonEdit, LocationEdit};
use crate::text::builder as text;
use sg_core::history::History;
use sg_core::lesson::course::Words;
use sg_core::lesson::course::wire::{ParWire, WhyWire};
use sg_core::lesson::solution::{conditions, statements};
use sg_core::lesson::{Draft, Lesson, Progress};

/// Properties of [`PreviewBar`].
#[derive(Properties, PartialEq, Eq)]
pub struct PreviewBarProps {
    /// The author's draft.
    pub draft: Rc<Draft>,
    /// The lesson.
    pub lesson: Arc<Lesson>,
    /// The author's progress as a learner.
    pub progress: Rc<Progress>,
    /// The log.
    pub history: Rc<History>,
}

/// The way back and, once the lesson is solved, a button that begins to explain the solution.
#[component]
pub fn PreviewBar(props: &PreviewBarProps) -> Html {
    let session = use_session();
    let back = {
        let dispatch = session.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Lesson(LessonEdit::Leave));
            platform::focus_soon("builder");
        })
    };
    html! {
        <div class="preview-bar">
            <span>{session.say(text::PREVIEWING)}</span>
            <button type="button" id="preview-back" onclick={back}>{session.say(text::BACK_TO_BUILDER)}</button>
            if props.progress.is_done() {
                <button type="button" id="preview-explain" onclick={explain(&session, props)}>{session.say(text::EXPLAIN)}</button>
            }
        </div>
    }
}

/// Adds a reason that holds of solutions like this one, and returns to where it is written.
fn explain(session: &Session, props: &PreviewBarProps) -> Callback<MouseEvent> {
    let (draft, lesson) = (Rc::clone(&props.draft), Arc::clone(&props.lesson));
    let (history, progress) = (Rc::clone(&props.history), Rc::clone(&props.progress));
    let dispatch = session.dispatch.clone();
    Callback::from(move |_: MouseEvent| {
        let goals = draft.document(&lesson.scenario).goals;
        let when = conditions(&lesson, &goals, &history);
        let mut draft = Draft::clone(&draft);
        let rests = statements(&when);
        let place = match draft.reasons.iter().position(|own| own.when == when) {
            Some(place) => place,
            None => {
                draft.reasons.push(WhyWire { text: Words::default(), rests, when });
                draft.reasons.len() - 1
            }
        };
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let own =
            ParWire { calls: count(progress.calls), openings: count(progress.openings.len()) };
        let better = |known: ParWire| (known.openings, known.calls) <= (own.openings, own.calls);
        draft.par = Some(draft.par.filter(|known| better(*known)).unwrap_or(own));
        dispatch.emit(Action::Location(LocationEdit::Draft(Rc::new(draft))));
        dispatch.emit(Action::Lesson(LessonEdit::Leave));
        dispatch.emit(Action::Location(LocationEdit::Builder(Some(BuilderTab::Why))));
        platform::focus_soon(format!("lesson-reason-of-{}-en", place + 1));
    })
}
