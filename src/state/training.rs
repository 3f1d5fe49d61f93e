//! The learner, the place in a course, and what is said about both.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::emulator::Env;
use sg_core::lesson::course::Words;
use sg_core::model::Timestamp;
use sg_core::training::{Course, Learner};

/// The learner and what is said about the record.
#[derive(Debug, Clone, Default)]
pub struct Training {
    /// The learner's record.
    pub learner: Rc<Learner>,
    /// When the learner last did something in this page, in seconds since the Unix epoch.
    pub(crate) seen: Option<i64>,
    /// The current notice.
    pub notice: Option<TrainingNotice>,
    /// The last notice about the storage, so that it is not repeated.
    pub(crate) said: Option<TrainingNotice>,
}

/// Records are compared by their address: a new one is made only if something has changed, and
/// comparing their contents would be part of the first download.
impl PartialEq for Training {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.learner, &other.learner)
            && (self.seen, &self.notice, &self.said) == (other.seen, &other.notice, &other.said)
    }
}

impl Eq for Training {}

/// A notice about the learner's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrainingNotice {
    /// The learner left a lesson, quiz or course, whose work is kept at this address.
    Left(Words, String),
    /// The browser gives the page no storage.
    Denied,
    /// The storage has no room for the record.
    Full,
    /// The record could not be read and was set aside; with the reason.
    Unread(String),
    /// A later version of the page wrote the record, which this one does not overwrite.
    Newer(u64),
}

/// The place in a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoursePlace {
    /// The course.
    pub course: Arc<Course>,
    /// The part, from 0; the number of parts is the end page.
    pub part: usize,
}

/// The training actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrainingEdit {
    /// Notes what the learner has done by now.
    Note(Timestamp),
    /// Shows another learner's record and nothing of this one's.
    Become(Rc<Learner>, Env),
    /// Forgets what the learner has done. Drafts stay.
    Reset(Env),
    /// Replaces the course in the course builder by the text of its file.
    CourseDraft(Rc<str>),
    /// Opens the question or exercise that is to be practised next.
    Practise(Env),
    /// Opens another exercise: about what is to be practised next.
    NextExercise(Env),
    /// Opens a part of the course, from 0.
    Part(usize, Env),
    /// Leaves the course or the results.
    Leave(Env),
    /// Shows a notice, unless it is the same as the last one.
    Say(TrainingNotice),
    /// Dismisses the notice.
    Hide,
}

impl CoursePlace {
    /// Whether it is the end page.
    pub fn is_end(&self) -> bool {
        self.part >= self.course.parts.len()
    }
}
