//! The results of a class: a table, and the misconceptions that are still held.

use super::result::Results;
use super::text;
use crate::language::Language;
use crate::quiz::Misconception;
use crate::quote::csv;

/// The results of a class.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Class {
    /// One for each code, in the order of the codes.
    pub all: Vec<Results>,
}

impl Class {
    /// The misconceptions that are still held, with the number of learners who hold them: the most
    /// frequent first, equally frequent ones in numerical order.
    pub fn held(&self) -> Vec<(Misconception, usize)> {
        let count = |own: Misconception| {
            self.all.iter().filter(|results| results.held().any(|held| held == own)).count()
        };
        let all = Misconception::ALL.iter().map(|own| (*own, count(*own)));
        let mut held: Vec<_> = all.filter(|(_, count)| *count > 0).collect();
        held.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        held
    }

    /// The table as CSV, with a row of names first.
    pub fn csv(&self, language: Language) -> String {
        let head = [
            text::NAME,
            text::TITLE,
            text::SOLVED,
            text::LESSONS,
            text::CHANGES,
            text::NEEDLESS,
            text::RIGHT,
            text::ASKED,
            text::MISCONCEPTIONS,
            text::CLEARED,
            text::TIME_SECONDS,
        ];
        let head = head.map(|name| csv::cell(name.get(language))).join(",");
        let rows = self.all.iter().map(|results| row(results, language));
        let mut lines = std::iter::once(head).chain(rows).collect::<Vec<_>>().join("\r\n");
        lines.push_str("\r\n");
        lines
    }
}

fn row(results: &Results, language: Language) -> String {
    let (solved, lessons) = results.solved();
    let (effort, score) = (results.effort(), results.score());
    let named = |all: &mut dyn Iterator<Item = Misconception>| {
        let names: Vec<&str> = all.map(|own| own.explanation().name.get(language)).collect();
        names.join(text::SEPARATOR.get(language))
    };
    let cells = [
        results.name.clone(),
        results.title.clone(),
        solved.to_string(),
        lessons.to_string(),
        effort.calls.to_string(),
        effort.openings.to_string(),
        score.right.to_string(),
        score.asked.to_string(),
        named(&mut results.held()),
        named(&mut results.ruled_out.iter().copied()),
        results.seconds.to_string(),
    ];
    cells.map(|text| csv::cell(&text)).join(",")
}
