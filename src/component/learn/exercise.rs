//! What an exercise has and a lesson has not: a grade, the misconception that fails it, and the next
//! one.

use yew::prelude::*;

use crate::component::learn::lesson::words::said;
use crate::component::learn::quiz::misconception::explained;
use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, TrainingEdit};
use crate::text::exercises as text;
use sg_core::exercise::{Exercise, Grade};
use sg_core::language::Text;
use sg_core::lesson::Lesson;

/// The grade of an exercise.
pub(crate) fn grade(session: &Session, seed: u64) -> &'static str {
    let grade = Exercise::about(seed).map_or(Grade::Easy, |(_, grade)| grade);
    session.say(name_of(grade))
}

const fn name_of(grade: Grade) -> Text {
    match grade {
        Grade::Easy => text::EASY,
        Grade::Medium => text::MEDIUM,
        Grade::Hard => text::HARD,
    }
}

/// The misconception that an exercise is about, and how it fails.
pub(crate) fn about(session: &Session, seed: u64, lesson: &Lesson) -> Html {
    let Some((topic, _)) = Exercise::about(seed) else { return Html::default() };
    html! {
        <div class="misconception">
            <p>{session.say(text::ABOUT)}{session.gap()}<b>{session.say(topic.explanation().name)}</b></p>
            {explained(session, topic)}
            {for lesson.why.iter().map(|reason| html! { <p>{said(session, &reason.text)}</p> })}
        </div>
    }
}

/// The button to the next exercise.
pub(crate) fn next(session: &Session) -> Html {
    let onclick = session.dispatch.reform(|_: MouseEvent| {
        platform::focus_soon("lesson");
        Action::Training(TrainingEdit::NextExercise(platform::env()))
    });
    html! {
        <button type="button" id="next-exercise" class="primary" data-focus-fallback="lesson" {onclick}>{session.say(text::NEXT)}</button>
    }
}
