//! What the lists hold, and how much of it.

use std::rc::Rc;

use crate::derived::{JudgedFiles, Proposals};
use crate::hooks::Session;
use crate::text::flows as text;
use sg_core::flow_report::{caution, use_heading};
use sg_core::language::Language;

/// What lines are about.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ListContext {
    /// What was read and judged.
    pub(super) judged: Rc<JudgedFiles>,
    /// The current scenario, to which narrower rules are proposed.
    pub(super) proposals: Rc<Proposals>,
}

/// What a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// What the log says otherwise than the rules.
    Disagreements,
    /// Records of which nothing is known.
    Unknown,
    /// Interfaces that the scenario lacks.
    Strangers,
    /// Entries that are no records.
    Faults,
    /// What decided which traffic.
    Use,
    /// Rules that could be narrower.
    Narrower,
}

impl Kind {
    pub(super) const ALL: [Self; 6] = [
        Self::Disagreements,
        Self::Unknown,
        Self::Strangers,
        Self::Faults,
        Self::Use,
        Self::Narrower,
    ];

    /// The id of the heading.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Disagreements => "flows-disagreements",
            Self::Unknown => "flows-unknown",
            Self::Strangers => "flows-strangers",
            Self::Faults => "flows-faults",
            Self::Use => "flows-use",
            Self::Narrower => "flows-narrower",
        }
    }

    /// How many lines there are.
    pub(super) fn count(self, ListContext { judged, .. }: &ListContext) -> usize {
        let (report, intake) = (&judged.report, &judged.intake);
        match self {
            Self::Disagreements => report.disagreements.len(),
            Self::Unknown => report.unknown.len(),
            Self::Strangers => intake.strangers.len(),
            Self::Faults => intake.faults.len(),
            Self::Use => report.rules.len() + report.others.len(),
            Self::Narrower => judged.narrowings.as_ref().map_or(0, Vec::len),
        }
    }

    /// How many records are in no line.
    pub(super) fn more_records(self, ListContext { judged, .. }: &ListContext) -> u64 {
        let (report, intake) = (&judged.report, &judged.intake);
        match self {
            Self::Disagreements => report.more_disagreements.records,
            Self::Unknown => report.more_unknown.records,
            Self::Strangers => intake.more_strangers.records,
            Self::Faults => {
                intake.malformed.saturating_sub(u64::try_from(intake.faults.len()).unwrap_or(0))
            }
            Self::Use | Self::Narrower => 0,
        }
    }

    /// The heading; `None` if there is no such list.
    pub(super) fn heading(self, session: &Session, context: &ListContext) -> Option<String> {
        let judged = &context.judged;
        let count = self.count(context);
        let text = match self {
            Self::Use => {
                let any = judged.report.span.is_some();
                return any.then(|| use_heading(&judged.report, judged.words(session.language)));
            }
            Self::Narrower => judged.narrowings.as_ref().map(|_| text::NARROWER)?,
            Self::Disagreements | Self::Unknown | Self::Strangers | Self::Faults if count == 0 => {
                return None;
            }
            Self::Disagreements => text::DISAGREEMENTS,
            Self::Unknown => text::UNKNOWN,
            Self::Strangers => text::STRANGERS,
            Self::Faults => text::FAULTS,
        };
        let count = match self {
            Self::Faults => judged.intake.malformed.to_string(),
            Self::Disagreements | Self::Unknown | Self::Strangers | Self::Use | Self::Narrower => {
                count.to_string()
            }
        };
        Some(session.fill(text, &[("count", &count)]))
    }
}

impl ListContext {
    /// What proposals rest on.
    pub(super) fn caution(&self, language: Language) -> String {
        caution(&self.judged.report, self.judged.words(language))
    }
}
