//! The parts of a course in the builder, with buttons that move and remove them.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::learn::training::names::name_of_draft;
use crate::hooks::Session;
use crate::state::{Action, TrainingEdit};
use crate::text::training as text;
use sg_core::language::Text;
use sg_core::training::CourseDocument;

/// The list.
pub(crate) fn parts(session: &Session, course: &Rc<CourseDocument>) -> Html {
    let all = course.parts.len();
    let item = |place: usize| {
        let name = course.parts.get(place).map(|part| name_of_draft(session, part));
        let name = name.unwrap_or_default();
        let button = |glyph, label: Text, to: Option<usize>| {
            let label = session.fill(label, &[("part", &name)]);
            let moved = to.map(|to| moved(course, place, to)).unwrap_or_default();
            let act =
                session.on(Action::Training(TrainingEdit::CourseDraft(moved.packed().into())));
            IconButton::new(glyph, label, act)
                .enabled(to.is_some())
                .fallback("course-part-lesson")
                .show()
        };
        let up = place.checked_sub(1);
        let down = (place + 1 < all).then_some(place + 1);
        html! {
            <li key={place}>
                <span>{name.clone()}</span>{" "}
                {button("↑", text::UP, up)}
                {button("↓", text::DOWN, down)}
                {IconButton::cross(session.fill(text::REMOVE_PART, &[("part", &name)]), session.on(without(course, place))).fallback("course-part-lesson").show()}
            </li>
        }
    };
    html! { <ol class="course-parts">{for (0..all).map(item)}</ol> }
}

fn moved(course: &CourseDocument, from: usize, to: usize) -> CourseDocument {
    let mut course = course.clone();
    if from < course.parts.len() && to < course.parts.len() {
        course.parts.swap(from, to);
    }
    course
}

fn without(course: &CourseDocument, place: usize) -> Action {
    let mut course = course.clone();
    if place < course.parts.len() {
        course.parts.remove(place);
    }
    Action::Training(TrainingEdit::CourseDraft(course.packed().into()))
}
