//! Courses: lessons, quizzes, examples and texts in a fixed order.
//!
//! ```
//! use sg_core::training::{Course, CoursePart};
//!
//! let course = Course::read(
//!     r#"{ "version": 1, "title": { "en": "Isolation" },
//!          "parts": [{ "text": { "en": "Welcome" } }, { "lesson": "three-groups" }, { "quiz": [7, 12] }] }"#,
//! )?;
//! assert_eq!(course.parts[2], CoursePart::Quiz(vec![7, 12]));
//! let error = Course::read(r#"{ "version": 1, "title": { "en": "Empty" }, "parts": [{ "quiz": [] }] }"#);
//! assert_eq!(error.unwrap_err().path, "parts[0].quiz");
//! # Ok::<(), sg_core::share::DocumentError>(())
//! ```

use std::sync::Arc;

use crate::lesson::course::{Words, words};
use crate::lesson::{Example, Lesson};
use crate::quiz::Quiz;
use crate::share::{DocumentError, MOST_QUESTIONS, typed};

use super::wire::{CourseDocument, PartDocument, VERSION};

type Read<T> = Result<T, DocumentError>;

/// The maximum number of parts of a course.
pub const MOST_COURSE_PARTS: usize = 40;

/// The maximum size of a course file, in bytes.
const MOST_BYTES: usize = 256 * 1024;

/// The maximum length of one text, in characters.
const MOST_CHARACTERS: usize = 4_000;

/// A course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The title.
    pub title: Words,
    /// The parts, in order; never empty.
    pub parts: Vec<CoursePart>,
}

/// A part of a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CoursePart {
    /// A lesson, built in or custom.
    Lesson(Arc<Lesson>),
    /// The seeds of quizzes; each exists, and none stands twice.
    Quiz(Vec<u64>),
    /// An example.
    Example(&'static Example),
    /// A text to read.
    Text(Words),
}

impl Course {
    /// Reads a course from its file.
    ///
    /// # Errors
    /// [`DocumentError`] names the path of the first problem, such as `parts[2].quiz`.
    pub fn read(text: &str) -> Read<Self> {
        if text.len() > MOST_BYTES {
            let size = text.len();
            return Err(at("", format!("the course has {size} bytes, more than {MOST_BYTES}")));
        }
        Self::try_from(&typed::<CourseDocument>(text)?)
    }

    /// A lesson as a course of one part.
    pub fn of_lesson(lesson: &Arc<Lesson>) -> Self {
        let parts = vec![CoursePart::Lesson(Arc::clone(lesson))];
        Self { title: lesson.title.clone(), parts }
    }

    /// A series of quizzes as a course of one part.
    pub fn of_quiz(title: Words, seeds: Vec<u64>) -> Self {
        Self { title, parts: vec![CoursePart::Quiz(seeds)] }
    }
}

impl TryFrom<&CourseDocument> for Course {
    type Error = DocumentError;

    fn try_from(document: &CourseDocument) -> Read<Self> {
        if document.version != VERSION {
            return Err(at("version", "the version of a course is the number 1".to_owned()));
        }
        let title = said("title", &document.title)?;
        let count = document.parts.len();
        if count == 0 {
            return Err(at("parts", "a course has at least one part".to_owned()));
        }
        if count > MOST_COURSE_PARTS {
            let sentence = format!("the course has {count} parts, more than {MOST_COURSE_PARTS}");
            return Err(at("parts", sentence));
        }
        let parts = document.parts.iter().enumerate();
        let parts = parts.map(|(index, part)| read_part(&format!("parts[{index}]"), part));
        Ok(Self { title, parts: parts.collect::<Read<_>>()? })
    }
}

fn read_part(path: &str, document: &PartDocument) -> Read<CoursePart> {
    let PartDocument { lesson, own_lesson, quiz, example, text } = document;
    let field = |name: &str| format!("{path}.{name}");
    match (lesson, own_lesson, quiz, example, text) {
        (Some(id), None, None, None, None) => {
            let missing =
                || at(&field("lesson"), format!("there is no lesson `{}`", id.escape_debug()));
            Ok(CoursePart::Lesson(Arc::clone(Lesson::find(id).ok_or_else(missing)?)))
        }
        (None, Some(lesson), None, None, None) => {
            let inside = |error: DocumentError| {
                let own = field("ownLesson");
                let path =
                    if error.path.is_empty() { own } else { format!("{own}.{}", error.path) };
                at(&path, error.sentence)
            };
            Ok(CoursePart::Lesson(Arc::new(Lesson::try_from(lesson).map_err(inside)?)))
        }
        (None, None, Some(seeds), None, None) => {
            Ok(CoursePart::Quiz(quizzes(&field("quiz"), seeds)?))
        }
        (None, None, None, Some(id), None) => {
            let missing =
                || at(&field("example"), format!("there is no example `{}`", id.escape_debug()));
            Ok(CoursePart::Example(Example::find(id).ok_or_else(missing)?))
        }
        (None, None, None, None, Some(text)) => Ok(CoursePart::Text(said(&field("text"), text)?)),
        _ => {
            let sentence = "a part has exactly one of lesson, ownLesson, quiz, example and text";
            Err(at(path, sentence.to_owned()))
        }
    }
}

fn quizzes(path: &str, seeds: &[u64]) -> Read<Vec<u64>> {
    let count = seeds.len();
    if !(1..=MOST_QUESTIONS).contains(&count) {
        return Err(at(
            path,
            format!("a quiz part has 1 to {MOST_QUESTIONS} quizzes, not {count}"),
        ));
    }
    for (place, seed) in seeds.iter().enumerate() {
        if *seed >= Quiz::COUNT {
            return Err(at(path, format!("there is no quiz {seed}")));
        }
        if seeds.iter().take(place).any(|earlier| earlier == seed) {
            return Err(at(path, format!("the quiz {seed} stands twice")));
        }
    }
    Ok(seeds.to_vec())
}

/// A text in one or both languages that is not too long.
fn said(path: &str, text: &Words) -> Read<Words> {
    let text = words(path, text)?;
    for said in [&text.en, &text.zh].into_iter().flatten() {
        let count = said.chars().count();
        if count > MOST_CHARACTERS {
            let sentence = format!("the text has {count} characters, more than {MOST_CHARACTERS}");
            return Err(at(path, sentence));
        }
    }
    Ok(text)
}

fn at(path: &str, sentence: String) -> DocumentError {
    DocumentError { path: path.to_owned(), sentence }
}
