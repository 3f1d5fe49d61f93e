//! The location: the link of the page, a bad link, the open dialog.

use std::rc::Rc;

use crate::state::lesson::{Learning, LessonStep};
use crate::state::look::BuilderTab;
use crate::state::opening::{BadLink, LostLog, Opening};
use crate::state::question::Question;
use sg_core::emulator::Env;
use sg_core::lesson::Draft;
use sg_core::share::Route;

/// The location of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// What was opened last.
    pub opened: Rc<Opening>,
    /// What is wrong with the last link, until the notice is dismissed.
    pub bad: Option<BadLink>,
    /// The source of the omitted log, until the notice is dismissed.
    pub lost_log: Option<LostLog>,
    /// Whether the line about the opened example is shown.
    pub about: bool,
    /// The question that it asks, until it is dismissed.
    pub question: Option<Question>,
    /// The open lesson.
    pub learning: Option<Learning>,
    /// The open dialog.
    pub dialog: Option<OpenDialog>,
}

/// A dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenDialog {
    /// The gallery of examples.
    Examples,
    /// The import of an account.
    Import,
    /// The list of lessons.
    Lessons,
    /// The links to the scenario.
    Share,
    /// The export of the scenario and its answers as files.
    Export,
    /// The comparison of two steps of the log.
    Compare,
    /// The comparison of flow logs with the scenario.
    Flows,
    /// The statements behind the answers.
    Statements,
    /// The glossary in both languages.
    Glossary,
    /// The course builder.
    CourseBuilder,
}

/// The location actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocationEdit {
    /// Opens a link. Undo returns to earlier work, except after `#new`.
    Open(Rc<Opening>, Env),
    /// Opens what a fragment links to.
    Follow(String, Env),
    /// Opens or closes a dialog.
    Dialog(Option<OpenDialog>),
    /// Edits the lesson draft.
    Draft(Rc<Draft>),
    /// Opens a part of the lesson builder, a panel beside the matrix, or closes it.
    Builder(Option<BuilderTab>),
    /// Dismisses the notice about a bad link.
    HideBad,
    /// Dismisses the notice about an omitted log.
    HideLostLog,
    /// Dismisses the notice about the example.
    HideAbout,
}

impl Location {
    /// The location of a page that has just opened something.
    pub(crate) fn at(opened: Rc<Opening>) -> Self {
        let about = matches!(opened.route, Some(Route::Example { .. }));
        let mut step = opened.lesson_step;
        if let Some(Route::Lesson { step: asked, .. }) = &opened.route {
            step = *asked;
        }
        let lesson = opened.lesson.clone();
        let exercise =
            if let Some(Route::Exercise { seed }) = opened.route { Some(seed) } else { None };
        let learning = lesson.map(|lesson| Learning {
            exercise,
            ..Learning::new(lesson, LessonStep::from_number(step))
        });
        let (bad, lost_log) = (opened.bad.clone(), opened.lost_log);
        let question = Question::of(&opened);
        Self { bad, lost_log, about, question, learning, dialog: None, opened }
    }
}
