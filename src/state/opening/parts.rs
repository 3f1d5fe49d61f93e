//! Openings of examples, quizzes and parts of courses.

use std::rc::Rc;
use std::sync::Arc;

use super::Opening;
use crate::state::lesson::{LessonStep, asked};
use crate::state::selection::Selection;
use crate::state::training::CoursePlace;
use sg_core::connectivity::PacketChoice;
use sg_core::exercise::Exercise;
use sg_core::lesson::{Example, first_scenario};
use sg_core::quiz::Quiz;
use sg_core::share::{DocumentError, Route};
use sg_core::training::{Course, CoursePart};

impl Opening {
    /// An example in its own view.
    pub(super) fn of_example(route: Route, example: &Example) -> Result<Self, DocumentError> {
        let scenario = example.scenario()?;
        let ends = example.ends(&scenario);
        Ok(Self {
            selection: ends.map(|(from, to)| Selection { from, to }),
            packet: example.packet,
            call: example.call(),
            pane: Some(example.pane),
            ..Self::on(route, scenario)
        })
    }

    /// A quiz; `None` if there is none with this seed.
    pub(super) fn of_quiz(route: Route, seed: u64) -> Option<Self> {
        let quiz = Quiz::of(seed)?;
        let (from, to) = quiz.ends();
        let scenario = Arc::clone(&quiz.scenario);
        Some(Self {
            route: Some(route),
            selection: Some(Selection { from, to }),
            packet: PacketChoice::One(quiz.asked()),
            quiz: Some(Arc::new(quiz)),
            ..Self::start(scenario)
        })
    }

    /// An exercise as a lesson, at the cell of its first goal; `None` if there is none with this seed.
    pub(super) fn of_exercise(route: Route, seed: u64) -> Option<Self> {
        let exercise = Exercise::of(seed)?;
        let first = exercise.aims.first()?;
        let (from, to) = first.ends().clone();
        Some(Self {
            selection: Some(Selection { from, to }),
            packet: PacketChoice::One(asked(first.flow.packet)),
            lesson_step: Some(LessonStep::Do.number()),
            ..Self::of_lesson(Some(route), Arc::new(exercise.lesson()))
        })
    }

    /// A quiz of a series; `None` if there is none with this seed.
    pub(crate) fn in_series(route: Route, seeds: Rc<Vec<u64>>, seed: u64) -> Option<Self> {
        Some(Self { series: Some(seeds), ..Self::of_quiz(route, seed)? })
    }

    /// A part of the course of a link, from 0; its end page if there is no such part.
    pub(crate) fn in_course(text: String, course: &Arc<Course>, part: usize) -> Self {
        let part = part.min(course.parts.len());
        let number = u16::try_from(part + 1).ok();
        let place = CoursePlace { course: Arc::clone(course), part };
        Self::at_place(Route::Course { text, part: number }, place)
    }

    /// A place in a course. Texts and the end page stand before the first scenario.
    pub(super) fn at_place(route: Route, place: CoursePlace) -> Self {
        let part = place.part.min(place.course.parts.len());
        let opening = match place.course.parts.get(part) {
            Some(CoursePart::Lesson(lesson)) => {
                Some(Self::of_lesson(Some(route.clone()), Arc::clone(lesson)))
            }
            Some(CoursePart::Quiz(seeds)) => {
                let first = seeds.first().copied().unwrap_or_default();
                Self::in_series(route.clone(), Rc::new(seeds.clone()), first)
            }
            Some(CoursePart::Example(example)) => Self::of_example(route.clone(), example).ok(),
            Some(CoursePart::Text(_)) | None => None,
        };
        let opening = opening.unwrap_or_else(|| Self::on(route, first_scenario()));
        Self { course: Some(CoursePlace { part, ..place }), ..opening }
    }
}
