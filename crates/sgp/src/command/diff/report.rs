//! Reports of what a change does: lines for a terminal, Markdown for a pull request, JUnit for CI.

use sg_core::import::ResourceChange;
use sg_core::language::Language;
use sg_core::quote::markdown;

use super::effect::{Effect, FailOn, Row, count};
use super::pairs::NAMED_RANGES;
use crate::failure::Failure;
use crate::{junit, table, text};

/// The most rows of a Markdown table. A comment of a pull request has a limited size.
const MOST_ROWS: usize = 200;

/// Lines for a terminal, the summary last.
pub(super) fn lines(rows: &[Row], language: Language) -> String {
    if rows.is_empty() {
        return format!("{}\n", text::NO_CHANGE.get(language));
    }
    let cells = |row: &Row| {
        vec![
            row.effect.text().get(language).to_owned(),
            format!("{} → {}", row.from, row.to),
            packets(row),
            causes(row, language),
        ]
    };
    let cells: Vec<Vec<String>> = rows.iter().map(cells).collect();
    format!("{}{}\n", table::columns(&cells), summary(rows, language))
}

/// A summary for a pull request.
pub(super) fn markdown(title: &str, rows: &[Row], language: Language) -> String {
    let heading = heading(title, language);
    if rows.is_empty() {
        return format!("### {heading}\n\n{}\n", text::NO_CHANGE.get(language));
    }
    let names = [text::COLUMN_EFFECT, text::COLUMN_PAIR, text::COLUMN_PACKETS, text::COLUMN_CAUSE];
    let names = names.map(|name| name.get(language)).join(" | ");
    let mut out = format!("### {heading}\n\n{}\n\n", summary(rows, language));
    out.push_str(&format!("| {names} |\n|---|---|---|---|\n"));
    for row in rows.iter().take(MOST_ROWS) {
        let cause = |cause: &ResourceChange| {
            format!("{} ({})", markdown::code(&cause.address), cause.action.as_str())
        };
        let causes: Vec<String> = row.causes.iter().map(cause).collect();
        let (from, to) = (markdown::code(&row.from), markdown::code(&row.to));
        let effect = row.effect.text().get(language);
        let line = [
            effect.to_owned(),
            format!("{from} → {to}"),
            markdown::text(&packets(row)),
            causes.join(", "),
        ];
        out.push_str(&format!("| {} |\n", line.map(|cell| cell.replace('|', "\\|")).join(" | ")));
    }
    if let Some(rest) = rows.len().checked_sub(MOST_ROWS).filter(|rest| *rest > 0) {
        let rest = rest.to_string();
        out.push_str(&format!("\n{}\n", text::IMPORT_MORE.fill(language, &[("count", &rest)])));
    }
    out
}

/// The heading of a report about a file.
pub(super) fn heading(title: &str, language: Language) -> String {
    text::REPORT_TITLE.fill(language, &[("name", &markdown::code(title))])
}

/// A JUnit report: one case for each row, which fails if `--fail-on` names its effect.
pub(super) fn junit(
    suite: &str,
    rows: &[Row],
    fail_on: Option<FailOn>,
    language: Language,
) -> Result<String, Failure> {
    let names: Vec<String> =
        rows.iter().map(|row| format!("{} → {}: {}", row.from, row.to, packets(row))).collect();
    let mut cases: Vec<junit::Case<'_>> = Vec::new();
    for (row, name) in rows.iter().zip(&names) {
        let failed = fail_on.is_some_and(|fail_on| fail_on.is(row.effect));
        let failure = failed.then(|| {
            let effect = row.effect.text().get(language);
            format!("{effect}  {name}  {}", causes(row, language)).trim_end().to_owned()
        });
        cases.push(junit::Case { name, failure });
    }
    if cases.is_empty() {
        cases.push(junit::Case { name: text::NO_CHANGE.get(language), failure: None });
    }
    junit::report(suite, &cases)
}

fn summary(rows: &[Row], language: Language) -> String {
    let values = [
        ("opens", count(rows, &[Effect::Opens])),
        ("closes", count(rows, &[Effect::Closes])),
        ("unknown", count(rows, &[Effect::MayOpen, Effect::MayClose])),
    ];
    let values = values.map(|(name, count)| (name, count.to_string()));
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    text::REPORT_SUMMARY.fill(language, &values)
}

/// The packets of a row, and the outside addresses they are limited to.
fn packets(row: &Row) -> String {
    let packets = row.packets.join(", ");
    if row.addresses.is_empty() {
        return packets;
    }
    let mut addresses = row.addresses.clone();
    if addresses.len() > NAMED_RANGES {
        addresses.truncate(NAMED_RANGES);
        addresses.push("…".to_owned());
    }
    format!("{packets} ({})", addresses.join(", "))
}

fn causes(row: &Row, language: Language) -> String {
    if row.causes.is_empty() {
        return String::new();
    }
    let cause = |cause: &ResourceChange| format!("{} ({})", cause.address, cause.action.as_str());
    let all: Vec<String> = row.causes.iter().map(cause).collect();
    text::CAUSED_BY.fill(language, &[("changes", &all.join(", "))])
}
