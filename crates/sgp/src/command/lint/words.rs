//! What text and Markdown say alike.

use sg_core::connectivity::Severity;
use sg_core::language::{Language, Text};
use sg_core::model::Timestamp;

use crate::text;

/// That there is no finding.
pub(super) fn nothing(since: Option<Timestamp>, language: Language) -> String {
    match since {
        None => text::LINT_NOTHING.get(language).to_owned(),
        Some(since) => text::LINT_NOTHING_SINCE.fill(language, &[("time", &since.to_string())]),
    }
}

pub(super) const fn severity_text(severity: Severity) -> Text {
    match severity {
        Severity::Risk => text::LINT_RISK,
        Severity::Warning => text::LINT_WARNING,
        Severity::Notice => text::LINT_NOTICE,
    }
}
