//! Lessons, quizzes, courses and results are visits: leaving one returns to where one was, with its scenario and log.

use std::rc::Rc;

use crate::state::autosave::Autosave;
use crate::state::location::Location;
use crate::state::opening::Opening;
use crate::state::page::State;
use crate::state::quiz::Quizzing;
use crate::state::training::CoursePlace;
use crate::state::view::View;
use sg_core::training::CoursePart;

impl State {
    /// Whether a lesson, a quiz, a course or the results of a class are open.
    pub fn is_visiting(&self) -> bool {
        let opened = &self.location.opened;
        let page = opened.course.is_some() || opened.results.is_some();
        page || self.location.learning.is_some() || self.asked().is_some()
    }

    /// Whether a page that shows no scenario is open: a text of a course, its end, or results.
    pub fn shows_page(&self) -> bool {
        let opened = &self.location.opened;
        let reads = |place: &CoursePlace| {
            matches!(place.course.parts.get(place.part), Some(CoursePart::Text(_)) | None)
        };
        opened.results.is_some() || opened.course.as_ref().is_some_and(reads)
    }

    /// The page as it was before the open lesson or quiz; `None` if it began with one. What belongs
    /// to the visitor, such as the language and the completed lessons, stays as it is now.
    pub(crate) fn returned(&self) -> Option<Self> {
        let there = self.came_from.as_ref()?;
        let View { language, theme, form, drawer_height, presenting, .. } = self.view;
        let view = View {
            language,
            theme,
            form,
            drawer_height,
            presenting,
            learned: self.view.learned.clone(),
            presentation: Rc::clone(&self.view.presentation),
            shortcuts: false,
            locked_notice: None,
            ..there.view.clone()
        };
        let work = there.autosave.work;
        Some(Self {
            view,
            preview: None,
            location: Location { dialog: None, bad: None, ..there.location.clone() },
            console: Rc::clone(&self.console),
            draft: self.draft.clone(),
            training: Rc::clone(&self.training),
            autosave: Autosave { work, ..self.autosave.clone() },
            quiz: Quizzing { left: there.quiz.left, ..self.quiz.turned() },
            ..State::clone(there)
        })
    }

    /// The page to return to if the link is the one that the visit began at, as after Back.
    pub(crate) fn returning(&self, opening: &Opening) -> Option<Self> {
        let there = self.came_from.as_ref()?;
        self.returned().filter(|_| opening.route.is_some() && there.route() == opening.route)
    }
}
