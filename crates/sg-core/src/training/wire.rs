//! The wire types of a course, version 1. Published: fields may be added but never changed.

use serde::{Deserialize, Serialize};

use crate::lesson::course::Words;
use crate::lesson::course::wire::LessonDocument;
use crate::share::{object, objects};

/// The version that these types describe.
pub(super) const VERSION: u64 = 1;

/// A course file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CourseDocument {
    /// The location of the schema, for editors; ignored when reading.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always 1.
    pub version: u64,
    /// The title.
    #[serde(default)]
    pub title: Words,
    /// The parts, in order; at least one.
    #[serde(default, deserialize_with = "objects")]
    pub parts: Vec<PartDocument>,
}

/// A part of a course: exactly one of these fields is set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartDocument {
    /// The id of a built-in lesson.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<String>,
    /// A whole custom lesson.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub own_lesson: Option<LessonDocument>,
    /// The numbers of quizzes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiz: Option<Vec<u64>>,
    /// The id of an example.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// A text to read. Paragraphs are separated by line breaks, and code is set in backticks.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub text: Option<Words>,
}

impl Default for CourseDocument {
    fn default() -> Self {
        Self { schema: None, version: VERSION, title: Words::default(), parts: Vec::new() }
    }
}

impl CourseDocument {
    /// The course in the text of a draft; an empty one if the text is none.
    pub fn draft(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The text of its file.
    pub fn file(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The text that a link holds: the same without spaces and line breaks.
    pub fn packed(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
