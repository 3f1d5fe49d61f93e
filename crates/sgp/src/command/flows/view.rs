//! The answer of `sgp flows` for people: as text for a terminal, and as Markdown.

use sg_core::flow_log::{Disagreement, Narrowing, Report, RuleUse, Traffic};
use sg_core::language::{Language, Text};
use sg_core::quote::hidden::visible;
use sg_core::quote::markdown;

use super::outcome::Outcome;
use super::text;
use super::words::Words;
use crate::edits::{lines, undo_lines};
use crate::table::columns;

/// How many entries of each list are shown, unless all are asked for.
pub(super) const FEW: usize = 10;

/// A list below a heading: what is about one thing is one entry, its first line the important one.
struct List {
    heading: String,
    entries: Vec<Vec<String>>,
    /// A line below the entries.
    more: Vec<String>,
}

/// Everything that is shown, in order.
pub(super) struct View {
    first: String,
    counts: Vec<Vec<String>>,
    notes: Vec<String>,
    lists: Vec<List>,
}

impl View {
    pub(super) fn new(outcome: &Outcome<'_>, language: Language, most: usize) -> Self {
        let scenario = outcome.reach.scenario();
        let words = Words { scenario, files: outcome.files, language };
        let lists = [
            disagreements(outcome, words, most),
            unknown(outcome, words, most),
            strangers(outcome, words, most),
            faults(outcome, words),
            outcome.with_use.then(|| usage(&outcome.report, words)),
            outcome.with_narrow.then(|| narrow(outcome, words, most)),
        ];
        Self {
            first: first(outcome, words),
            counts: counts(outcome, words),
            notes: notes(&outcome.report, words),
            lists: lists.into_iter().flatten().collect(),
        }
    }

    /// As text for a terminal.
    pub(super) fn text(&self) -> String {
        let mut all = format!("{}\n{}", self.first, columns(&self.counts));
        self.notes.iter().for_each(|note| all.extend([note, "\n"]));
        for list in &self.lists {
            all.extend(["\n", &list.heading, "\n"]);
            for lines in &list.entries {
                for (number, line) in lines.iter().enumerate() {
                    let indent = if number == 0 { "  " } else { "    " };
                    all.extend([indent, &visible(line), "\n"]);
                }
            }
            list.more.iter().for_each(|line| all.extend(["  ", line, "\n"]));
        }
        all
    }

    /// As Markdown.
    pub(super) fn markdown(&self) -> String {
        let mut all = format!("{}\n\n", markdown::text(&self.first));
        for count in &self.counts {
            let cells: Vec<String> = count.iter().map(|cell| markdown::text(cell)).collect();
            all.extend(["- ", &cells.join(" "), "\n"]);
        }
        self.notes.iter().for_each(|note| all.extend(["\n", &markdown::text(note), "\n"]));
        for list in &self.lists {
            all.extend(["\n## ", &markdown::text(&list.heading), "\n\n"]);
            for lines in &list.entries {
                for (number, line) in lines.iter().enumerate() {
                    let indent = if number == 0 { "- " } else { "  - " };
                    all.extend([indent, &markdown::text(line), "\n"]);
                }
            }
            list.more.iter().for_each(|line| all.extend(["\n", &markdown::text(line), "\n"]));
        }
        all
    }
}

fn first(outcome: &Outcome<'_>, words: Words<'_>) -> String {
    let entries = outcome.intake.entries.to_string();
    match outcome.report.span {
        None => words.fill(text::ENTRIES, &[("entries", &entries)]),
        Some((from, to)) => {
            let length = words.length((from, to));
            let (from, to) = (from.to_string(), to.to_string());
            let values =
                [("entries", &*entries), ("from", &*from), ("to", &*to), ("length", &*length)];
            words.fill(text::SPAN, &values)
        }
    }
}

fn counts(outcome: &Outcome<'_>, words: Words<'_>) -> Vec<Vec<String>> {
    let (totals, intake) = (&outcome.report.totals, &outcome.intake);
    let always = [
        (totals.agree.records, text::AGREE),
        (totals.disagree.records, text::DISAGREE),
        (totals.unknown.records, text::UNKNOWN),
        (totals.replies.records, text::REPLIES),
        (totals.running.records, text::RUNNING),
    ];
    let sometimes = [
        (intake.no_data, text::NO_DATA),
        (intake.skip_data, text::SKIP_DATA),
        (intake.malformed, text::MALFORMED),
        (intake.all_strangers().records, text::STRANGERS),
    ];
    let shown = sometimes.into_iter().filter(|(count, _)| *count > 0);
    let row = |(count, text): (u64, Text)| vec![count.to_string(), words.say(text)];
    always.into_iter().chain(shown).map(row).collect()
}

fn notes(report: &Report, words: Words<'_>) -> Vec<String> {
    let notes =
        [(report.totals.seen_twice, text::SEEN_TWICE), (report.totals.forgotten, text::FORGOTTEN)];
    let notes = notes.into_iter().filter(|(count, _)| *count > 0);
    notes.map(|(count, text)| words.fill(text, &[("count", &count.to_string())])).collect()
}

/// A list of at most so many entries; `None` without any.
fn list<T>(
    heading: String,
    all: &[T],
    most: usize,
    more_records: u64,
    words: Words<'_>,
    lines: impl Fn(&T) -> Vec<String>,
) -> Option<List> {
    let left = all.len().saturating_sub(most);
    let more = [(u64::try_from(left).unwrap_or(0), text::MORE), (more_records, text::MORE_RECORDS)];
    let more = more.into_iter().filter(|(count, _)| *count > 0);
    let more = more.map(|(count, text)| words.fill(text, &[("count", &count.to_string())]));
    let entries = all.iter().take(most).map(lines).collect();
    (!all.is_empty()).then(|| List { heading, entries, more: more.collect() })
}

fn disagreements(outcome: &Outcome<'_>, words: Words<'_>, most: usize) -> Option<List> {
    let Report { disagreements, more_disagreements, .. } = &outcome.report;
    let lines = |own: &Disagreement| {
        let mut lines = vec![words.headline(own), words.traffic(&own.traffic)];
        lines.extend(words.decides(own));
        lines.push(words.record(&own.record));
        lines.extend(own.reasons.iter().map(|reason| {
            let reason = reason.say(words.language);
            words.fill(text::MAYBE, &[("reason", &reason)])
        }));
        lines
    };
    let heading = words.say(text::DISAGREEMENTS);
    list(heading, disagreements, most, more_disagreements.records, words, lines)
}

fn unknown(outcome: &Outcome<'_>, words: Words<'_>, most: usize) -> Option<List> {
    let Report { unknown, more_unknown, .. } = &outcome.report;
    let heading = words.say(text::UNKNOWN_LIST);
    list(heading, unknown, most, more_unknown.records, words, |own| {
        vec![words.unknown(own), words.traffic(&own.traffic), words.record(&own.record)]
    })
}

fn strangers(outcome: &Outcome<'_>, words: Words<'_>, most: usize) -> Option<List> {
    let intake = &outcome.intake;
    let all: Vec<(&String, &Traffic)> = intake.strangers.iter().collect();
    let heading = words.say(text::STRANGER_LIST);
    list(heading, &all, most, intake.more_strangers.records, words, |(name, traffic)| {
        vec![(*name).clone(), words.traffic(traffic)]
    })
}

fn faults(outcome: &Outcome<'_>, words: Words<'_>) -> Option<List> {
    let intake = &outcome.intake;
    let named = u64::try_from(intake.faults.len()).unwrap_or(0);
    let heading = words.say(text::FAULT_LIST);
    let more = intake.malformed.saturating_sub(named);
    list(heading, &intake.faults, usize::MAX, more, words, |(place, fault)| {
        vec![format!("{}: {}", words.place(*place), fault.say(words.language))]
    })
}

fn usage(report: &Report, words: Words<'_>) -> List {
    let (from, to) =
        report.span.map_or_else(Default::default, |(from, to)| (from.to_string(), to.to_string()));
    let length = report.span.map_or_else(String::new, |span| words.length(span));
    let values = [("from", &*from), ("to", &*to), ("length", &*length)];
    let rule = |own: &RuleUse| {
        let rule = own.rule.in_words(words.scenario, words.language);
        let group = words.group(&own.group);
        let values = [("id", own.rule.id.as_str()), ("group", &*group), ("rule", &*rule)];
        let traffic = match (&own.traffic, own.could_show) {
            (Some(traffic), _) => words.traffic(traffic),
            (None, true) => words.say(text::NEVER),
            (None, false) => words.say(text::NOT_SHOWN),
        };
        vec![words.fill(text::RULE, &values), traffic]
    };
    let others = report.others.iter();
    let others = others.map(|(other, traffic)| vec![words.other(other), words.traffic(traffic)]);
    List {
        heading: words.fill(text::USE_LIST, &values),
        entries: report.rules.iter().map(rule).chain(others).collect(),
        more: Vec::new(),
    }
}

fn narrow(outcome: &Outcome<'_>, words: Words<'_>, most: usize) -> List {
    let all = &outcome.narrowings;
    let lines = |own: &Narrowing| narrow_lines(own, words);
    let heading = words.say(text::NARROW_LIST);
    let listed = list(heading.clone(), all, most, 0, words, lines);
    let length = outcome.report.span.map_or_else(String::new, |span| words.length(span));
    let caution = words.fill(text::NARROW_CAUTION, &[("length", &length)]);
    match listed {
        Some(mut list) => {
            list.more.push(caution);
            list
        }
        None => List { heading, entries: Vec::new(), more: vec![words.say(text::NARROW_NONE)] },
    }
}

fn narrow_lines(own: &Narrowing, words: Words<'_>) -> Vec<String> {
    let rule = own.rule.in_words(words.scenario, words.language);
    let group = words.group(&own.group);
    let values = [("id", own.rule.id.as_str()), ("group", &*group), ("rule", &*rule)];
    let (flows, verified) = (own.flows.to_string(), own.verified.to_string());
    let records = own.traffic.tally.records.to_string();
    let seen = [("flows", &*flows), ("records", &*records), ("verified", &*verified)];
    let (edits, commands) = lines(words.scenario, &own.edits, words.language);
    let undo = undo_lines(words.scenario, &own.edits, words.language);
    let head = [words.fill(text::RULE, &values), words.fill(text::NARROW_SEEN, &seen)];
    head.into_iter().chain(edits).chain(commands).chain(undo).collect()
}
