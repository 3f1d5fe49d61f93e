//! What a log came to as comma-separated values, with the names of the fields in every language,
//! because programs read it.

use crate::export::csv;
use crate::flow_log::{Disagreement, RuleUse, Traffic};
use crate::language::Language;

use super::json::kind;
use super::judged::JudgedLog;
use super::words::{Words, action, time};
use crate::explain::json_words::verdict as verdict_word;

/// The disagreements, a row each; or the rules, if what they decided is told.
pub fn csv_of(judged: &JudgedLog<'_>, language: Language) -> String {
    let words = Words { scenario: judged.scenario, files: judged.files, language };
    let report = judged.report;
    let (head, rows): (&[&str], Vec<Vec<String>>) = match judged.with_use {
        true => (RULES, report.rules.iter().map(rule).collect()),
        false => (DISAGREEMENTS, report.disagreements.iter().map(|own| row(words, own)).collect()),
    };
    let head = head.iter().map(|name| (*name).to_owned()).collect();
    let all: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    csv(&all)
}

const DISAGREEMENTS: &[&str] = &[
    "kind",
    "action",
    "verdict",
    "interface",
    "direction",
    "source",
    "source_port",
    "destination",
    "destination_port",
    "protocol",
    "records",
    "packets",
    "bytes",
    "first",
    "last",
    "clause",
    "decides",
    "reasons",
    "record",
];

const RULES: &[&str] =
    &["group", "rule", "text", "could_show", "records", "packets", "bytes", "first", "last"];

fn row(words: Words<'_>, own: &Disagreement) -> Vec<String> {
    let (record, decision) = (&own.record, own.decision.as_ref());
    let reasons: Vec<&str> = own.reasons.iter().map(|reason| reason.as_str()).collect();
    let start = [
        kind(own.kind).to_owned(),
        action(own.kind).as_str().to_owned(),
        decision.map_or_else(String::new, |own| verdict_word(own.verdict).to_owned()),
        record.interface.to_string(),
        record.direction.as_str().to_owned(),
        record.source().to_string(),
        record.source_port.to_string(),
        record.destination().to_string(),
        record.destination_port.to_string(),
        record.protocol.to_string(),
    ];
    let end = [
        decision.map_or_else(String::new, |own| own.clause.to_string()),
        words.decides(own).unwrap_or_default(),
        reasons.join(" "),
        words.place(record.place),
    ];
    start.into_iter().chain(traffic(Some(&own.traffic))).chain(end).collect()
}

fn rule(own: &RuleUse) -> Vec<String> {
    let start = [
        own.group.to_string(),
        own.rule.id.to_string(),
        own.rule.to_string(),
        own.could_show.to_string(),
    ];
    start.into_iter().chain(traffic(own.traffic.as_ref())).collect()
}

fn traffic(own: Option<&Traffic>) -> [String; 5] {
    let Some(Traffic { tally, first, last }) = own else {
        let none = "0".to_owned();
        return [none.clone(), none.clone(), none, String::new(), String::new()];
    };
    let counts = [tally.records, tally.packets, tally.bytes].map(|count| count.to_string());
    let [records, packets, bytes] = counts;
    [records, packets, bytes, time(*first), time(*last)]
}
