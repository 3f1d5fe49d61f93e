//! Log files compared with a scenario: what came of it, and what was not read.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::platform::ChosenFile;
use crate::text::flows as text;
use sg_core::flow_log::{Intake, LogError, Narrowing, Report};
use sg_core::flow_report::{JudgedLog, Words};
use sg_core::language::Language;
use sg_core::model::Scenario;

/// Log files compared with a scenario.
#[derive(Debug, PartialEq, Eq)]
pub struct JudgedFiles {
    /// The scenario that the records were compared with.
    pub scenario: Arc<Scenario>,
    /// The files, to read them again.
    pub files: Sources,
    /// What was read besides records that are judged.
    pub intake: Intake,
    /// How the records compare with the rules.
    pub report: Report,
    /// Rules that could be narrower, as far as was looked; `None` if reading was stopped.
    pub narrowings: Option<Vec<Narrowing>>,
    /// Whether all rules were looked at for that.
    pub all_narrowed: bool,
    /// The bytes read and all bytes, if reading was stopped.
    pub stopped: Option<(usize, usize)>,
    /// What is wrong with files, by their number.
    pub faults: Vec<(usize, FileFault)>,
}

/// Files in the order in which they are read, with their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources {
    /// The names.
    pub names: Vec<String>,
    /// The files.
    pub files: Vec<ChosenFile>,
}

impl Sources {
    /// Files in the order of their names, in which numbers count as such.
    pub fn of(mut files: Vec<ChosenFile>) -> Self {
        files.sort_by(|a, b| by_name(&a.name(), &b.name()));
        Self { names: files.iter().map(ChosenFile::name).collect(), files }
    }
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// It is empty.
    Empty,
    /// It is no text.
    Binary,
    /// It is no flow log.
    NotALog(LogError),
    /// It has no records.
    NoRecords,
    /// It can no longer be read.
    Gone,
    /// Its gzip data ends too early.
    CutOff,
    /// Its gzip data is damaged.
    Broken,
    /// The browser cannot unpack it.
    NoGzip,
}

impl FileFault {
    /// The fault of a file in a sentence.
    pub fn say(&self, name: &str, language: Language) -> String {
        let reason = match self {
            Self::NotALog(error) => error.say(language),
            Self::Empty
            | Self::Binary
            | Self::NoRecords
            | Self::Gone
            | Self::CutOff
            | Self::Broken
            | Self::NoGzip => String::new(),
        };
        let text = match self {
            Self::Empty => text::EMPTY,
            Self::Binary => text::BINARY,
            Self::NotALog(_) => text::NOT_A_LOG,
            Self::NoRecords => text::NO_RECORDS,
            Self::Gone => text::GONE,
            Self::CutOff => text::CUT_OFF,
            Self::Broken => text::BROKEN,
            Self::NoGzip => text::NO_GZIP,
        };
        text.fill(language, &[("name", name), ("reason", &reason)])
    }
}

impl JudgedFiles {
    /// What was not read, as sentences.
    pub fn unread(&self, language: Language) -> Vec<String> {
        let stopped = self.stopped.map(|(done, all)| {
            let values = [("done", &*megabytes(done)), ("all", &*megabytes(all))];
            text::STOPPED.fill(language, &values)
        });
        let halved = (stopped.is_none() && !self.all_narrowed)
            .then(|| text::STOPPED_SUMMING.get(language).to_owned());
        let faults = fault_lines(&self.files.names, &self.faults, language);
        stopped.into_iter().chain(halved).chain(faults).collect()
    }

    /// Puts the report into words.
    pub fn words(&self, language: Language) -> Words<'_> {
        Words { scenario: &self.scenario, files: &self.files.names, language }
    }

    /// Everything, for the writers of reports. `unread` is [`Self::unread`].
    pub fn told<'a>(&'a self, unread: &'a [String], with_use: bool) -> JudgedLog<'a> {
        JudgedLog {
            scenario: &self.scenario,
            files: &self.files.names,
            intake: &self.intake,
            report: &self.report,
            with_use,
            narrowings: self.narrowings.as_deref(),
            unread,
        }
    }
}

/// What is wrong with files, as sentences.
pub(crate) fn fault_lines(
    names: &[String],
    faults: &[(usize, FileFault)],
    language: Language,
) -> Vec<String> {
    let say = |(number, fault): &(usize, FileFault)| {
        fault.say(names.get(*number).map_or("", String::as_str), language)
    };
    faults.iter().map(say).collect()
}

/// Bytes in megabytes, with one digit after the point.
pub(crate) fn megabytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Compares names, in which numbers count as such: `flows-9` comes before `flows-10`.
fn by_name(a: &str, b: &str) -> Ordering {
    let mut rest = (a, b);
    loop {
        let ((left, after_left), (right, after_right)) = (first_word(rest.0), first_word(rest.1));
        let order = match (left.parse::<u64>(), right.parse::<u64>()) {
            (Ok(left), Ok(right)) => left.cmp(&right),
            _ => left.cmp(right),
        };
        let at_end = left.is_empty() || right.is_empty();
        if order != Ordering::Equal || at_end {
            return order.then_with(|| a.cmp(b));
        }
        rest = (after_left, after_right);
    }
}

/// The digits, or everything else, at the beginning of a name, and the rest.
fn first_word(name: &str) -> (&str, &str) {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let kind = name.chars().next().is_some_and(is_digit);
    let end = name.find(|sign| is_digit(sign) != kind).unwrap_or(name.len());
    name.split_at_checked(end).unwrap_or((name, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_count_as_such() {
        let mut names = ["b-10.json", "b-9.json", "a", "b-10", "B", "b-09.json"];
        names.sort_by(|a, b| by_name(a, b));
        assert_eq!(names, ["B", "a", "b-09.json", "b-9.json", "b-10", "b-10.json"]);
    }

    #[test]
    fn bytes_are_rounded_up() {
        assert_eq!(megabytes(0), "0.0");
        assert_eq!(megabytes(1), "0.1");
        assert_eq!(megabytes(12_340_000), "12.4");
    }
}
