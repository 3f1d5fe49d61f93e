//! Why a text is no flow log.

use thiserror::Error;

use super::record::Field;
use super::text;
use crate::language::Language;

/// Why a text is no flow log.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LogError {
    /// It is no JSON, and its first line is no header that names this field.
    #[error("it is neither JSON nor a table whose first line names `{}`", .0.as_str())]
    NoHeader(Field),
    /// Lists and objects lie deeper inside each other than in any log.
    #[error("its objects and lists lie too deep inside each other")]
    TooDeep,
}

impl LogError {
    /// The error in a sentence.
    pub fn say(&self, language: Language) -> String {
        match self {
            Self::NoHeader(field) => text::NO_HEADER.fill(language, &[("field", field.as_str())]),
            Self::TooDeep => text::TOO_DEEP.get(language).to_owned(),
        }
    }
}
