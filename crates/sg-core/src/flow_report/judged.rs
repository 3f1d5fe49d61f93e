//! Everything that is told about a log.

use crate::flow_log::{Intake, Narrowing, Report};
use crate::model::Scenario;

/// Everything that is told about a log.
#[derive(Debug, Clone, Copy)]
pub struct JudgedLog<'a> {
    /// The scenario that the log is compared with.
    pub scenario: &'a Scenario,
    /// The names of the files, in the order in which they were read.
    pub files: &'a [String],
    /// What was read besides records that are judged.
    pub intake: &'a Intake,
    /// How the records compare with the rules.
    pub report: &'a Report,
    /// Whether what each rule decided is told.
    pub with_use: bool,
    /// The narrower rules; `None` if they are not told.
    pub narrowings: Option<&'a [Narrowing]>,
    /// What was not read, as sentences.
    pub unread: &'a [String],
}
