//! What a log came to, for people: headings and lines, and the same as Markdown.

use crate::flow_log::{
    Disagreement, LogPlace, Narrowing, RecordFault, Report, RuleUse, Traffic, UnknownRecords,
};
use crate::history::edit_lines::{edit_lines, undo_lines};
use crate::language::{Language, Text};
use crate::model::{Rule, SecurityGroupId};
use crate::quote::markdown;

use super::judged::JudgedLog;
use super::text;
use super::words::Words;

/// A list below a heading: what is about one thing is one entry, its first line the important one.
#[derive(Debug)]
pub struct List {
    /// The heading.
    pub heading: String,
    /// The entries.
    pub entries: Vec<Vec<String>>,
    /// Lines below the entries.
    pub more: Vec<String>,
}

/// Everything that is shown, in order.
#[derive(Debug)]
pub struct View {
    /// What was read, with its time.
    pub first: String,
    /// How many records ended how: a number and what it counts.
    pub counts: Vec<Vec<String>>,
    /// Remarks about the counts.
    pub notes: Vec<String>,
    /// Everything else, in order.
    pub lists: Vec<List>,
}

impl View {
    /// The answer with at most so many entries of each list.
    pub fn new(judged: &JudgedLog<'_>, language: Language, most: usize) -> Self {
        let words = Words { scenario: judged.scenario, files: judged.files, language };
        let lists = [
            disagreements(judged, words, most),
            unknown(judged, words, most),
            strangers(judged, words, most),
            faults(judged, words),
            judged.with_use.then(|| usage(judged.report, words)),
            judged.narrowings.map(|all| narrow(judged.report, all, words, most)),
        ];
        Self {
            first: summary(judged, words),
            counts: counts(judged)
                .into_iter()
                .map(|(count, text)| vec![count.to_string(), words.say(text)])
                .collect(),
            notes: judged.unread.iter().cloned().chain(notes(judged.report, words)).collect(),
            lists: lists.into_iter().flatten().collect(),
        }
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
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

/// What was read, with its time.
pub fn summary(judged: &JudgedLog<'_>, words: Words<'_>) -> String {
    let entries = judged.intake.entries.to_string();
    match judged.report.span {
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

/// How many records ended how, and what each number counts. Some are only told if there are any.
pub fn counts(judged: &JudgedLog<'_>) -> Vec<(u64, Text)> {
    let (totals, intake) = (&judged.report.totals, judged.intake);
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
    always.into_iter().chain(shown).collect()
}

/// Remarks about the counts.
pub fn notes(report: &Report, words: Words<'_>) -> Vec<String> {
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

fn disagreements(judged: &JudgedLog<'_>, words: Words<'_>, most: usize) -> Option<List> {
    let Report { disagreements, more_disagreements, .. } = judged.report;
    let lines = |own: &Disagreement| disagreement_lines(own, words);
    let heading = words.say(text::DISAGREEMENTS);
    list(heading, disagreements, most, more_disagreements.records, words, lines)
}

/// A disagreement: its headline, and what belongs to it.
pub fn disagreement_lines(own: &Disagreement, words: Words<'_>) -> Vec<String> {
    let mut lines = vec![words.headline(own), words.traffic(&own.traffic)];
    lines.extend(words.decides(own));
    lines.push(words.record(&own.record));
    lines.extend(own.reasons.iter().map(|reason| {
        let reason = reason.say(words.language);
        words.fill(text::MAYBE, &[("reason", &reason)])
    }));
    lines
}

/// Records of which nothing is known: why, and what belongs to it.
pub fn unknown_lines(own: &UnknownRecords, words: Words<'_>) -> Vec<String> {
    vec![words.unknown(own), words.traffic(&own.traffic), words.record(&own.record)]
}

/// An entry that is no record: where, and why.
pub fn fault_line((place, fault): &(LogPlace, RecordFault), words: Words<'_>) -> String {
    format!("{}: {}", words.place(*place), fault.say(words.language))
}

/// A rule by its id and group.
pub fn rule_line(group: &SecurityGroupId, rule: &Rule, words: Words<'_>) -> String {
    let (own, group) = (rule.in_words(words.scenario, words.language), words.group(group));
    let values = [("id", rule.id.as_str()), ("group", &*group), ("rule", &*own)];
    words.fill(text::RULE, &values)
}

/// What a rule decided.
pub fn use_line(own: &RuleUse, words: Words<'_>) -> String {
    match (&own.traffic, own.could_show) {
        (Some(traffic), _) => words.traffic(traffic),
        (None, true) => words.say(text::NEVER),
        (None, false) => words.say(text::NOT_SHOWN),
    }
}

/// The heading above what rules decided, with the time of the log.
pub fn use_heading(report: &Report, words: Words<'_>) -> String {
    let (from, to) =
        report.span.map_or_else(Default::default, |(from, to)| (from.to_string(), to.to_string()));
    let length = report.span.map_or_else(String::new, |span| words.length(span));
    let values = [("from", &*from), ("to", &*to), ("length", &*length)];
    words.fill(text::USE_LIST, &values)
}

/// What a rule let through that could be narrower, and how that was verified.
pub fn seen_line(own: &Narrowing, words: Words<'_>) -> String {
    let (flows, verified) = (own.flows.to_string(), own.verified.to_string());
    let records = own.traffic.tally.records.to_string();
    let seen = [("flows", &*flows), ("records", &*records), ("verified", &*verified)];
    words.fill(text::NARROW_SEEN, &seen)
}

/// What the proposals rest on.
pub fn caution(report: &Report, words: Words<'_>) -> String {
    let length = report.span.map_or_else(String::new, |span| words.length(span));
    words.fill(text::NARROW_CAUTION, &[("length", &length)])
}

fn unknown(judged: &JudgedLog<'_>, words: Words<'_>, most: usize) -> Option<List> {
    let Report { unknown, more_unknown, .. } = judged.report;
    let heading = words.say(text::UNKNOWN_LIST);
    list(heading, unknown, most, more_unknown.records, words, |own| unknown_lines(own, words))
}

fn strangers(judged: &JudgedLog<'_>, words: Words<'_>, most: usize) -> Option<List> {
    let intake = judged.intake;
    let all: Vec<(&String, &Traffic)> = intake.strangers.iter().collect();
    let heading = words.say(text::STRANGER_LIST);
    list(heading, &all, most, intake.more_strangers.records, words, |(name, traffic)| {
        vec![(*name).clone(), words.traffic(traffic)]
    })
}

fn faults(judged: &JudgedLog<'_>, words: Words<'_>) -> Option<List> {
    let intake = judged.intake;
    let named = u64::try_from(intake.faults.len()).unwrap_or(0);
    let heading = words.say(text::FAULT_LIST);
    let more = intake.malformed.saturating_sub(named);
    list(heading, &intake.faults, usize::MAX, more, words, |own| vec![fault_line(own, words)])
}

fn usage(report: &Report, words: Words<'_>) -> List {
    let rule = |own: &RuleUse| vec![rule_line(&own.group, &own.rule, words), use_line(own, words)];
    let others = report.others.iter();
    let others = others.map(|(other, traffic)| vec![words.other(other), words.traffic(traffic)]);
    List {
        heading: use_heading(report, words),
        entries: report.rules.iter().map(rule).chain(others).collect(),
        more: Vec::new(),
    }
}

fn narrow(report: &Report, all: &[Narrowing], words: Words<'_>, most: usize) -> List {
    let lines = |own: &Narrowing| narrow_lines(own, words);
    let heading = words.say(text::NARROW_LIST);
    match list(heading.clone(), all, most, 0, words, lines) {
        Some(mut list) => {
            list.more.push(caution(report, words));
            list
        }
        None => List { heading, entries: Vec::new(), more: vec![words.say(text::NARROW_NONE)] },
    }
}

fn narrow_lines(own: &Narrowing, words: Words<'_>) -> Vec<String> {
    let (edits, commands) = edit_lines(words.scenario, &own.edits, words.language);
    let undo = undo_lines(words.scenario, &own.edits, words.language);
    let head = [rule_line(&own.group, &own.rule, words), seen_line(own, words)];
    head.into_iter().chain(edits).chain(commands).chain(undo).collect()
}
