//! Where a presented page goes on: through the steps of the log, of a lesson, and the parts of a course.

use crate::state::action::Action;
use crate::state::lesson::{LessonEdit, LessonStep};
use crate::state::look::Slides;
use crate::state::page::State;
use crate::state::training::TrainingEdit;
use sg_core::emulator::Env;

/// The ways from what is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turns {
    /// One back; `None` at the beginning.
    pub back: Option<Turn>,
    /// One further; `None` at the end.
    pub next: Option<Turn>,
    /// Where this is, of how many; 0 of 0 if there is only one.
    pub place: (usize, usize),
}

/// A slide that can be turned to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The scenario after this many steps of the log.
    Log(usize),
    /// A step of the open lesson.
    Lesson(LessonStep),
    /// A part of the open course, from 0.
    Part(usize),
}

impl Turn {
    /// What shows the slide.
    pub const fn action(self, env: Env) -> Action {
        match self {
            Self::Log(position) => Action::Scrub(position),
            Self::Lesson(step) => Action::Lesson(LessonEdit::Step(step)),
            Self::Part(part) => Action::Training(TrainingEdit::Part(part, env)),
        }
    }
}

impl State {
    /// The ways from here. In a course, a lesson leads on to the next part.
    pub fn turns(&self) -> Turns {
        if self.view.presenting == Some(Slides::Steps) {
            return self.steps_of_log();
        }
        let course = self.location.opened.course.as_ref();
        let before = course.and_then(|own| own.part.checked_sub(1)).map(Turn::Part);
        let after = course.filter(|own| !own.is_end()).map(|own| Turn::Part(own.part + 1));
        if let Some(learning) = &self.location.learning {
            let steps = LessonStep::ALL;
            let place = steps.iter().position(|own| *own == learning.step).unwrap_or_default();
            let to = |place: usize| steps.get(place).copied().map(Turn::Lesson);
            let back = place.checked_sub(1).and_then(to).or(before);
            return Turns { back, next: to(place + 1).or(after), place: (place + 1, steps.len()) };
        }
        match course {
            Some(own) => {
                let place = (own.part + 1, own.course.parts.len() + 1);
                Turns { back: before, next: after, place }
            }
            None if self.shows_page() || self.asked().is_some() => {
                Turns { back: None, next: None, place: (0, 0) }
            }
            None => self.steps_of_log(),
        }
    }

    fn steps_of_log(&self) -> Turns {
        let (position, last) = (self.history.position(), self.history.steps().len());
        Turns {
            back: position.checked_sub(1).map(Turn::Log),
            next: (position < last).then(|| Turn::Log(position + 1)),
            place: (position, last),
        }
    }
}
