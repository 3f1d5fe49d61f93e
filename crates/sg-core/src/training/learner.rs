//! What a browser keeps of a learner: finished lessons, the work on each lesson, quiz and course, and
//! drafts. Version 1; published: fields may be added but never changed.
//!
//! ```
//! use sg_core::training::{Learner, LearnerError};
//!
//! let learner = Learner { name: "Ann".to_owned(), ..Learner::default() };
//! assert_eq!(Learner::read(&learner.write()), Ok(learner));
//! assert_eq!(Learner::read(r#"{ "version": 9 }"#), Err(LearnerError::Newer(9)));
//! ```

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::lesson::Draft;
use crate::lesson::course::Words;
use crate::quiz::{Answer, Misconception, Session, Standing};

use super::course::{Course, CoursePart};
use super::practice::Practice;
use super::quiz_work::QuizWork;
use super::result::{PartResult, QuizScore, Results, SolvedLesson, subject_of};

/// The version that is written.
const NEWEST: u64 = 1;

/// How many visits are kept: the latest ones.
const MOST_VISITS: usize = 30;

/// How many of them are exercises, of which there is no end: they must not replace other work.
const MOST_EXERCISES: usize = 5;

/// How the address of an exercise begins.
const EXERCISE: &str = "#exercise/";

/// How large the record may be, in bytes.
const MOST_BYTES: usize = 400_000;

/// A learner.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Learner {
    /// The name as typed; empty if none was typed.
    pub name: String,
    /// When the learner last began anew, in seconds since the Unix epoch.
    pub since: i64,
    /// The ids of finished built-in lessons.
    pub done: BTreeSet<String>,
    /// The boxes of the misconceptions that were practised.
    #[serde(skip_serializing_if = "Practice::is_empty")]
    pub practice: Practice,
    /// The work on lessons, quizzes and courses, the latest last.
    pub visits: Vec<Visit>,
    /// The address of the visit that is open.
    pub open: Option<String>,
    /// The lesson in the lesson builder.
    pub lesson_draft: Draft,
    /// The course in the course builder: its file, which need not be valid; empty if there is none.
    pub course_draft: String,
}

/// The work on a lesson, a quiz or a course.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Visit {
    /// Its address without a part, such as `#lesson/three-groups`.
    pub address: String,
    /// Its title.
    pub title: Words,
    /// When it last changed, in seconds since the Unix epoch.
    pub changed: i64,
    /// The open part, from 0; the number of parts is the end page.
    pub part: usize,
    /// The work on each part that was opened, by its place.
    pub parts: Vec<PartWork>,
}

/// The work on one part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PartWork {
    /// Whether it was opened.
    pub opened: bool,
    /// The time spent on it, in seconds.
    pub seconds: u32,
    /// The work, if the part is a lesson.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lesson: Option<LessonWork>,
    /// The best solution of the lesson so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub solved: Option<SolvedLesson>,
    /// The work, if the part is a quiz.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiz: Option<QuizWork>,
}

/// The work on a lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LessonWork {
    /// The open step, from 1.
    pub step: u16,
    /// The answer selected before the work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub predicted: Option<usize>,
    /// The number of hints shown.
    pub hints: usize,
    /// Whether a solution was shown.
    #[serde(skip_serializing_if = "is_false")]
    pub shown: bool,
    /// The scenario with its log, as [`Saved`](crate::share::Saved) writes it; absent before the first
    /// edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saved: Option<String>,
}

/// Why a record cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LearnerError {
    /// It was saved by a later version of the page.
    #[error("the record has version {0}, and the newest known here is {NEWEST}")]
    Newer(u64),
    /// It is no record.
    #[error("what is saved is no record of a learner: {0}")]
    Foreign(String),
}

#[derive(Deserialize)]
struct Version {
    version: u64,
}

impl Learner {
    /// Writes the record, without the oldest visits if it is too large.
    pub fn write(&self) -> String {
        let mut learner = self.clone();
        loop {
            let body = serde_json::to_string(&learner).unwrap_or_default();
            let text = body.replacen('{', &format!("{{\"version\":{NEWEST},"), 1);
            if text.len() <= MOST_BYTES || learner.visits.is_empty() {
                return text;
            }
            learner.visits.remove(0);
        }
    }

    /// Reads a record.
    ///
    /// # Errors
    /// [`LearnerError`] if a later version wrote it, or if it is no record.
    pub fn read(text: &str) -> Result<Self, LearnerError> {
        let foreign = |error: serde_json::Error| LearnerError::Foreign(error.to_string());
        match serde_json::from_str::<Version>(text).map_err(foreign)?.version {
            NEWEST => serde_json::from_str(text).map_err(foreign),
            version => Err(LearnerError::Newer(version)),
        }
    }

    /// The visit at an address.
    pub fn visit(&self, address: &str) -> Option<&Visit> {
        self.visits.iter().find(|visit| visit.address == address)
    }

    /// Puts a visit in the place of an earlier one at the same address.
    pub fn put(&mut self, visit: Visit) {
        self.visits.retain(|own| own.address != visit.address);
        self.visits.push(visit);
        let is_exercise = |own: &Visit| own.address.starts_with(EXERCISE);
        let exercises = self.visits.iter().filter(|own| is_exercise(own)).count();
        let mut old = exercises.saturating_sub(MOST_EXERCISES);
        self.visits.retain(|own| {
            let goes = old > 0 && is_exercise(own);
            old = old.saturating_sub(usize::from(goes));
            !goes
        });
        let surplus = self.visits.len().saturating_sub(MOST_VISITS);
        self.visits.drain(..surplus);
    }

    /// Whether there is nothing that a later visit would miss.
    pub fn is_empty(&self) -> bool {
        *self == Self { name: self.name.clone(), since: self.since, ..Self::default() }
    }
}

impl Visit {
    /// The work on a part; empty if it was never opened.
    pub fn work(&self, part: usize) -> PartWork {
        self.parts.get(part).cloned().unwrap_or_default()
    }

    /// Replaces the work on a part.
    pub fn set_work(&mut self, part: usize, work: PartWork) {
        if self.parts.len() <= part {
            self.parts.resize(part + 1, PartWork::default());
        }
        if let Some(own) = self.parts.get_mut(part) {
            *own = work;
        }
    }

    /// Whether anything was done that is worth returning to.
    pub fn has_work(&self) -> bool {
        self.part > 0 || self.parts.iter().any(PartWork::has_work)
    }

    /// All answers to its quizzes, in the order of the parts.
    pub fn session(&self) -> Session {
        let quizzes = self.parts.iter().filter_map(|part| part.quiz.as_ref());
        quizzes.fold(Session::new(0), |session, quiz| quiz.after(session))
    }

    /// The results of the visit to a course.
    pub fn results(&self, course: &Course, name: &str, title: &str) -> Results {
        let session = self.session();
        let parts = course.parts.iter().enumerate();
        let parts: Vec<_> = parts.map(|(place, part)| self.work(place).result(part)).collect();
        let all = || Misconception::ALL.iter().copied();
        let seconds = self.parts.iter().map(|part| part.seconds);
        Results {
            name: name.to_owned(),
            title: title.to_owned(),
            subject: subject_of(&self.address),
            seconds: seconds.fold(0, u32::saturating_add),
            met: all().filter(|own| session.has_met(*own)).collect(),
            ruled_out: session.of(Standing::Clear).collect(),
            parts,
        }
    }
}

impl PartWork {
    /// Whether anything was done that is worth returning to.
    pub fn has_work(&self) -> bool {
        let lesson = self.lesson.as_ref();
        let worked =
            |own: &LessonWork| own.step > 1 || own.predicted.is_some() || own.saved.is_some();
        self.solved.is_some()
            || lesson.is_some_and(worked)
            || self.quiz.as_ref().is_some_and(|quiz| !quiz.answers.is_empty())
    }

    /// Whether the part of a course is done.
    pub fn is_done(&self, part: &CoursePart) -> bool {
        match part {
            CoursePart::Lesson(_) => self.solved.is_some(),
            CoursePart::Quiz(seeds) => seeds.iter().all(|seed| self.answer(*seed).is_some()),
            CoursePart::Example(_) | CoursePart::Text(_) => self.opened,
        }
    }

    /// The answer to a quiz.
    pub fn answer(&self, seed: u64) -> Option<&Answer> {
        self.quiz.as_ref()?.answers.iter().rev().find(|answer| answer.seed == seed)
    }

    /// The result of a part of a course.
    pub fn result(&self, part: &CoursePart) -> PartResult {
        match part {
            CoursePart::Lesson(_) => PartResult::Lesson(self.solved),
            CoursePart::Quiz(seeds) => PartResult::Quiz(self.score(seeds)),
            CoursePart::Example(_) | CoursePart::Text(_) => PartResult::Read(self.opened),
        }
    }

    fn score(&self, seeds: &[u64]) -> QuizScore {
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let answers: Vec<&Answer> = seeds.iter().filter_map(|seed| self.answer(*seed)).collect();
        QuizScore {
            asked: count(seeds.len()),
            answered: count(answers.len()),
            right: count(answers.iter().filter(|answer| answer.right).count()),
        }
    }
}

const fn is_false(value: &bool) -> bool {
    !*value
}
