//! A learner's results as a code that the page can check. `docs/results.md` describes the format.
//!
//! A code is no proof: anybody who reads this file can write one. Its check only finds codes that
//! were changed by accident.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::quiz::Misconception;
use crate::share::{LinkError, Route, fields, line, result_code, unpacked_result};

use super::course::MOST_COURSE_PARTS;

/// The maximum length of a name, in characters.
pub const MOST_NAME: usize = 60;

/// The maximum length of a title, in characters.
const MOST_TITLE: usize = 120;

/// The number of characters of the check: the beginning of a SHA-256 in hexadecimal.
const CHECK: usize = 12;

/// What a learner has done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Results {
    /// The name as the learner typed it; empty if none was typed.
    pub name: String,
    /// The title of the lesson, quiz or course.
    pub title: String,
    /// Tells one lesson, quiz or course from another: see [`subject_of`].
    pub subject: String,
    /// The time spent on it, in seconds.
    pub seconds: u32,
    /// The misconceptions that wrong answers matched, in numerical order.
    pub met: Vec<Misconception>,
    /// The misconceptions that the answers contradict, in numerical order.
    pub ruled_out: Vec<Misconception>,
    /// The parts, in order.
    pub parts: Vec<PartResult>,
}

/// What was done in one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartResult {
    /// A lesson; `None` if its goals were never met.
    Lesson(Option<SolvedLesson>),
    /// Quizzes.
    Quiz(QuizScore),
    /// An example or a text, and whether it was opened.
    Read(bool),
}

/// The effort of a solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SolvedLesson {
    /// The number of edits that changed the scenario.
    pub calls: u32,
    /// The number of pairs that got more access than the goals require.
    pub openings: u32,
}

/// The answers to the quizzes of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QuizScore {
    /// The number of quizzes.
    pub asked: u32,
    /// How many were answered.
    pub answered: u32,
    /// How many were answered right.
    pub right: u32,
}

/// Why a result code is invalid.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ResultError {
    /// It cannot be unpacked.
    #[error(transparent)]
    Code(#[from] LinkError),
    /// It unpacks, but its check does not fit.
    #[error("the code was changed: its check does not fit")]
    Check,
    /// It unpacks correctly, but its contents are no result.
    #[error("the code holds no result: `{0}`")]
    Contents(String),
}

/// The subject of a page address without its part: a name that is short, whatever the address is.
pub fn subject_of(address: &str) -> String {
    let plain = address.trim_start_matches('#');
    match plain.starts_with("lesson/") && plain.len() <= 80 {
        true => plain.to_owned(),
        false => hash(plain),
    }
}

fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.take(CHECK).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

impl Results {
    /// Its code: the part of its link after `#result/`.
    pub fn code(&self) -> String {
        let body = self.body();
        let check = hash(&body);
        result_code(&format!("{body}\n{check}"))
    }

    /// Its link.
    pub fn route(&self) -> Route {
        Route::Result { text: self.code() }
    }

    /// Reads a code.
    ///
    /// # Errors
    /// [`ResultError`] says what is wrong with it.
    pub fn read(code: &str) -> Result<Self, ResultError> {
        let text = unpacked_result(code)?;
        let (body, check) = text.rsplit_once('\n').ok_or(ResultError::Check)?;
        if hash(body) != check {
            return Err(ResultError::Check);
        }
        Self::parse(body)
    }

    fn body(&self) -> String {
        let short = |text: &str, most: usize| -> String {
            text.chars().filter(|c| !c.is_control()).take(most).collect()
        };
        let (name, title) = (short(self.name.trim(), MOST_NAME), short(&self.title, MOST_TITLE));
        let list =
            |all: &[Misconception]| all.iter().map(|one| one.word()).collect::<Vec<_>>().join(",");
        let seconds = self.seconds.to_string();
        // The last field is never empty, so that none is trimmed from the end.
        let head = line(&[
            &name,
            &title,
            &self.subject,
            &list(&self.met),
            &list(&self.ruled_out),
            &seconds,
        ]);
        let parts = self.parts.iter().take(MOST_COURSE_PARTS).map(|part| part.line());
        std::iter::once(head).chain(parts).collect::<Vec<_>>().join("\n")
    }

    fn parse(body: &str) -> Result<Self, ResultError> {
        let mut lines = body.split('\n');
        let head = lines.next().unwrap_or_default();
        let bad = |text: &str| ResultError::Contents(text.chars().take(40).collect());
        let all = fields(head);
        let [name, title, subject, met, ruled_out, seconds] = all.as_slice() else {
            return Err(bad(head));
        };
        // A misconception that this version does not know is left out: everything else still holds.
        let list = |text: &str| -> Vec<Misconception> {
            text.split(',').filter_map(Misconception::from_word).collect()
        };
        let parts: Vec<&str> = lines.collect();
        if parts.len() > MOST_COURSE_PARTS {
            return Err(bad(head));
        }
        let parts = parts.iter().map(|line| PartResult::parse(line).ok_or_else(|| bad(line)));
        Ok(Self {
            name: name.chars().take(MOST_NAME).collect(),
            title: title.chars().take(MOST_TITLE).collect(),
            subject: subject.clone(),
            seconds: seconds.parse().map_err(|_| bad(head))?,
            met: list(met),
            ruled_out: list(ruled_out),
            parts: parts.collect::<Result<_, _>>()?,
        })
    }

    /// The misconceptions that were met and not ruled out since.
    pub fn held(&self) -> impl Iterator<Item = Misconception> {
        self.met.iter().copied().filter(|own| !self.ruled_out.contains(own))
    }

    /// The number of lessons solved, and the number of lessons.
    pub fn solved(&self) -> (usize, usize) {
        let lessons = || self.parts.iter().filter_map(|part| part.lesson());
        (lessons().flatten().count(), lessons().count())
    }

    /// The effort of all solved lessons.
    pub fn effort(&self) -> SolvedLesson {
        let solved = self.parts.iter().filter_map(|part| part.lesson().flatten());
        solved.fold(SolvedLesson::default(), |sum, own| SolvedLesson {
            calls: sum.calls.saturating_add(own.calls),
            openings: sum.openings.saturating_add(own.openings),
        })
    }

    /// All answers to quizzes.
    pub fn score(&self) -> QuizScore {
        let scores = self.parts.iter().filter_map(|part| match part {
            PartResult::Quiz(score) => Some(*score),
            PartResult::Lesson(_) | PartResult::Read(_) => None,
        });
        scores.fold(QuizScore::default(), |sum, own| QuizScore {
            asked: sum.asked.saturating_add(own.asked),
            answered: sum.answered.saturating_add(own.answered),
            right: sum.right.saturating_add(own.right),
        })
    }
}

impl PartResult {
    /// Whether everything in it is done.
    pub const fn is_done(self) -> bool {
        match self {
            Self::Lesson(solved) => solved.is_some(),
            Self::Quiz(score) => score.answered >= score.asked,
            Self::Read(opened) => opened,
        }
    }

    const fn lesson(self) -> Option<Option<SolvedLesson>> {
        match self {
            Self::Lesson(solved) => Some(solved),
            Self::Quiz(_) | Self::Read(_) => None,
        }
    }

    fn line(self) -> String {
        let (word, numbers) = match self {
            Self::Lesson(Some(SolvedLesson { calls, openings })) => ("l", vec![calls, openings]),
            Self::Lesson(None) => ("l", Vec::new()),
            Self::Quiz(QuizScore { asked, answered, right }) => ("q", vec![asked, answered, right]),
            Self::Read(opened) => ("r", vec![u32::from(opened)]),
        };
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        let all = std::iter::once(word).chain(numbers.iter().map(String::as_str));
        line(&all.collect::<Vec<_>>())
    }

    fn parse(line: &str) -> Option<Self> {
        let all = fields(line);
        let (word, numbers) = all.split_first()?;
        let numbers: Vec<u32> =
            numbers.iter().map(|own| own.parse().ok()).collect::<Option<_>>()?;
        match (word.as_str(), numbers.as_slice()) {
            ("l", []) => Some(Self::Lesson(None)),
            ("l", [calls, openings]) => {
                Some(Self::Lesson(Some(SolvedLesson { calls: *calls, openings: *openings })))
            }
            ("q", [asked, answered, right]) if right <= answered && answered <= asked => {
                Some(Self::Quiz(QuizScore { asked: *asked, answered: *answered, right: *right }))
            }
            ("r", [opened @ 0..=1]) => Some(Self::Read(*opened == 1)),
            _ => None,
        }
    }
}
