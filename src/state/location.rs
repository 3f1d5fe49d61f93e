//! Where the page is: the link it stands for, a bad link it was given, what lies over the work.

use std::rc::Rc;

use crate::state::lesson::{Learning, LessonStep};
use crate::state::opening::{BadLink, LostLog, Opening};
use sg_core::emulator::Env;
use sg_core::lesson::Draft;
use sg_core::share::Route;

/// Where the page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// What was opened last.
    pub opened: Rc<Opening>,
    /// Which way the last link was bad, until the reader puts it away.
    pub bad: Option<BadLink>,
    /// Whose log was left out of what was opened, until the reader puts that line away.
    pub lost_log: Option<LostLog>,
    /// Whether the line about the opened example is shown.
    pub about: bool,
    /// The open lesson.
    pub learning: Option<Learning>,
    /// What lies over the work.
    pub dialog: Option<OpenDialog>,
}

/// What lies over the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenDialog {
    /// The gallery of examples.
    Examples,
    /// The import of a real account.
    Import,
    /// The list of lessons.
    Lessons,
    /// The links to the scenario.
    Share,
    /// The scenario and its answers as files.
    Export,
    /// Every statement the answers rest on.
    Statements,
    /// The words of the page in both languages.
    Glossary,
    /// The lesson builder.
    Builder,
}

/// What can happen to the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocationEdit {
    /// Opens what a link asks for. Earlier work can be undone to, except by `#new`.
    Open(Rc<Opening>, Env),
    /// Lays something over the work, or takes it away.
    Dialog(Option<OpenDialog>),
    /// Writes on the lesson that is being made.
    Draft(Rc<Draft>),
    /// Puts the message about a bad link away.
    HideBad,
    /// Puts the line about a log that was left out away.
    HideLostLog,
    /// Puts the line about the example away.
    HideAbout,
}

impl Location {
    /// The place of a page that has just opened something.
    pub(crate) fn at(opened: Rc<Opening>) -> Self {
        let about = matches!(opened.route, Route::Example { .. });
        let mut step = opened.lesson_step;
        if let Route::Lesson { step: asked, .. } = &opened.route {
            step = *asked;
        }
        let lesson = opened.lesson.clone();
        let learning = lesson.map(|lesson| Learning::new(lesson, LessonStep::from_number(step)));
        let (bad, lost_log) = (opened.bad.clone(), opened.lost_log);
        Self { bad, lost_log, about, learning, dialog: None, opened }
    }
}
