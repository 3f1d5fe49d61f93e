//! The bar of a course: its title, a dot for each part, back and next.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::learn::lesson::words::said;
use crate::component::learn::training::names::name_of;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::state::{Action, CoursePlace, State, TrainingEdit};
use crate::text::training as text;
use sg_core::training::{Course, CoursePart};

/// Properties of [`CourseBar`].
#[derive(Properties, PartialEq, Eq)]
pub struct CourseBarProps {
    /// Everything the page remembers.
    pub state: Rc<State>,
}

/// The bar. The dots are buttons: every part can be opened at any time.
#[component]
pub fn CourseBar(props: &CourseBarProps) -> Html {
    let session = use_session();
    let state = &props.state;
    let Some(CoursePlace { course, part }) = &state.location.opened.course else {
        return Html::default();
    };
    let (course, part) = (&**course, *part);
    let done = state.done_parts();
    let dots = (0..=course.parts.len()).map(|place| {
        let done = done.get(place).copied().unwrap_or(false);
        dot(&session, course, (place, part), done)
    });
    let leave = session
        .dispatch
        .reform(|_: MouseEvent| Action::Training(TrainingEdit::Leave(platform::env())));
    html! {
        <nav class="course-bar" aria-label={course.title.get(session.language).to_owned()}>
            <b class="course-title">{said(&session, &course.title)}</b>
            <ol class="course-dots" data-all={course.parts.len().to_string()} aria-label={session.say(text::COURSE_PARTS)}>{for dots}</ol>
            <button type="button" id="course-back" data-focus-fallback="course-next" disabled={part == 0} onclick={to(&session, course, part.saturating_sub(1))}>{session.say(text::BACK)}</button>
            <button type="button" id="course-next" data-focus-fallback="course-back" class="primary" disabled={part >= course.parts.len()} onclick={to(&session, course, part + 1)}>
                {session.say(if part + 1 == course.parts.len() { text::TO_END } else { text::NEXT })}
            </button>
            {IconButton::cross(session.say(text::LEAVE_COURSE), leave).fallback("open-lessons").show()}
        </nav>
    }
}

fn dot(session: &Session, course: &Course, (place, open): (usize, usize), done: bool) -> Html {
    let all = course.parts.len();
    let name = name_of(session, course, place);
    let name = match place == all {
        true => name,
        false => {
            let numbers = [("number", &*(place + 1).to_string()), ("all", &*all.to_string())];
            session.fill(text::PART_OF, &[numbers.as_slice(), &[("name", &name)]].concat())
        }
    };
    let name = if done { session.fill(text::PART_DONE, &[("part", &name)]) } else { name };
    let glyph = match (done, place == all) {
        (true, _) => "✓".to_owned(),
        (false, true) => "⚑".to_owned(),
        (false, false) => (place + 1).to_string(),
    };
    let class = classes!("dot", done.then_some("done"));
    let current = (place == open).then_some("step");
    html! {
        <li key={place}>
            <button type="button" {class} aria-current={current} aria-label={name.clone()} title={name} onclick={to(session, course, place)}>{glyph}</button>
        </li>
    }
}

/// Opens a part and puts the focus where it begins.
pub(crate) fn to(session: &Session, course: &Course, part: usize) -> Callback<MouseEvent> {
    let focus = match course.parts.get(part) {
        Some(CoursePart::Lesson(_)) => "lesson",
        Some(CoursePart::Quiz(_)) => "quiz-question",
        Some(CoursePart::Example(_)) => "matrix",
        Some(CoursePart::Text(_)) | None => "course-page",
    };
    opens(session, part, Some(focus))
}

fn opens(session: &Session, part: usize, focus: Option<&'static str>) -> Callback<MouseEvent> {
    let dispatch = session.dispatch.clone();
    Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::Training(TrainingEdit::Part(part, platform::env())));
        if let Some(focus) = focus {
            platform::focus_soon(focus);
        }
    })
}

/// A button to the next part, below what ends one.
pub(crate) fn next_part(session: &Session, part: usize) -> Html {
    html! {
        <button type="button" class="primary next-part" data-focus-fallback="course-back" onclick={opens(session, part, None)}>
            {session.say(text::NEXT)}
        </button>
    }
}
