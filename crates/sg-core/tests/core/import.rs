//! Imports: every case under `tests/cases/import/` with its expected reading, responses from the
//! vendor's own models in all their forms, and properties of every reading.
//!
//! A case is one file: `=== name` before each text, then `=== reading` with the expected result. If
//! `SGP_RECORD` is set, the readings are written instead of compared; review the diff before
//! committing.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test panics on the first error"
)]

mod properties;
mod readers;
mod sdk;

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use sg_core::connectivity::*;
use sg_core::import::{Assumption, Note, Reading, Text, read};
use sg_core::language::Language;
use sg_core::model::*;

pub(crate) fn folder() -> PathBuf {
    sg_testing::root().join("tests/cases/import")
}

pub(crate) fn text(name: &str, content: &str) -> Text {
    Text { name: name.to_owned(), content: content.to_owned() }
}

/// The reading as text: what was understood, what was not, the assumptions, the scenario and its
/// answers.
fn told(reading: &Reading) -> String {
    let mut out = String::new();
    for (file, understood) in reading.files.iter().zip(&reading.understood) {
        let counts = understood.counts().into_iter().filter(|(_, count)| *count > 0);
        let counts: Vec<String> =
            counts.map(|(kind, count)| format!("{count} {}", kind.en)).collect();
        let documents = understood.documents;
        writeln!(out, "{file}: {documents} documents: {}", counts.join(", ")).unwrap();
    }
    for Note { place, said } in &reading.unread {
        let place = place.map_or_else(String::new, |at| {
            format!("{}:{}:{} ", reading.files[at.file], at.line, at.column)
        });
        writeln!(out, "unread {place}{}", said.say(Language::En)).unwrap();
    }
    if reading.more_unread > 0 {
        writeln!(out, "unread {} more", reading.more_unread).unwrap();
    }
    for assumed in &reading.assumed {
        let about = assumed.about.join("; ");
        writeln!(out, "assumed {} {}: {about}", assumed.which.as_str(), assumed.count).unwrap();
    }
    if let Some(scenario) = &reading.scenario {
        scenario_lines(&mut out, scenario, reading);
    } else {
        writeln!(out, "no scenario").unwrap();
    }
    out
}

fn scenario_lines(out: &mut String, scenario: &Scenario, reading: &Reading) {
    writeln!(out, "region {}", scenario.region()).unwrap();
    for vpc in scenario.parts().vpcs.values() {
        writeln!(out, "vpc {} {:?} {:?}", vpc.id, vpc.name, vpc.blocks).unwrap();
    }
    for list in scenario.parts().prefix_lists.values() {
        let PrefixList { id, name, blocks, max_entries } = &**list;
        writeln!(out, "list {id} {name:?} {blocks:?} of {max_entries}").unwrap();
    }
    for group in scenario.groups() {
        let (id, name, kind) = (&group.id, &group.name, group.group_type);
        writeln!(out, "group {id} {name:?} {:?} {kind:?} in {}", group.description, group.vpc)
            .unwrap();
        let labels = &group.labels;
        if *labels != Labels::default() || group.service_managed {
            let managed = if group.service_managed { " managed" } else { "" };
            writeln!(out, "  {:?} {:?}{managed}", labels.tags, labels.resource_group).unwrap();
        }
        for rule in &group.rules {
            let at = reading.origins.get(&rule.id).expect("every rule has an origin");
            let (file, line, column) = (&reading.files[at.file], at.line, at.column);
            writeln!(out, "  {file}:{line}:{column} {} {rule} {:?}", rule.id, rule.description)
                .unwrap();
        }
    }
    for instance in scenario.instances() {
        writeln!(out, "instance {} {:?}", instance.id, instance.name).unwrap();
        for id in &instance.interfaces {
            let it = scenario.interface(id).unwrap();
            let (groups, addresses) = (&it.groups, &it.addresses);
            let public = it.public_address.map_or_else(String::new, |ip| format!(" public {ip}"));
            writeln!(out, "  {id} in {} {groups:?} {addresses:?}{public}", it.vpc).unwrap();
        }
    }
    for outside in scenario.outside() {
        writeln!(out, "outside {} {}", outside.name, outside.block).unwrap();
    }
    answers(out, scenario);
}

/// What passes between each pair of ends, one character each: + everything, - nothing, ~ something.
fn answers(out: &mut String, scenario: &Scenario) {
    let matrix = matrix(scenario, PacketChoice::All, CheckedDirections::Both);
    let all = ends(scenario);
    for (row, end) in all.iter().enumerate() {
        let letter = |column: usize| match matrix.cell(row, column).unwrap().state {
            CellState::Itself => '.',
            CellState::Pass => '+',
            CellState::Blocked => '-',
            CellState::Partial(_) => '~',
            CellState::NotFiltered => '0',
            CellState::Unknown => '?',
        };
        let name = match end {
            End::Interface(id) => id.to_string(),
            End::Outside(name) => name.clone(),
        };
        writeln!(out, "{} {name}", (0..all.len()).map(letter).collect::<String>()).unwrap();
    }
}

/// The texts of a case and the expected reading.
fn parse(case: &str) -> (Vec<Text>, String) {
    let mut texts: Vec<Text> = Vec::new();
    for line in case.split_inclusive('\n') {
        match line.strip_prefix("=== ") {
            Some(name) => texts.push(text(name.trim_end(), "")),
            None => texts.last_mut().expect("a case begins with ===").content.push_str(line),
        }
    }
    let reading = texts.pop().unwrap();
    assert_eq!(reading.name, "reading", "the last section");
    (texts, reading.content)
}

#[test]
fn every_case_gives_its_reading() {
    let mut different = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "case") {
            continue;
        }
        count += 1;
        let case = fs::read_to_string(&path).unwrap();
        let (texts, recorded) = parse(&case);
        let now = told(&read(texts));
        if std::env::var_os("SGP_RECORD").is_some() {
            let (inputs, _) = case.split_once("=== reading\n").unwrap();
            fs::write(&path, format!("{inputs}=== reading\n{now}")).unwrap();
        } else if now != recorded {
            different.push(format!("{}: recorded\n{recorded}\nnow\n{now}", path.display()));
        }
    }
    assert!(count > 30, "{count} cases");
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn every_assumption_is_reached_by_a_case_and_none_twice() {
    let cases: String = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "case"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    for which in Assumption::ALL {
        let line = format!("\nassumed {} ", which.as_str());
        assert!(cases.contains(&line), "{}", which.as_str());
    }
}

#[test]
fn sentences_are_filled_in_both_languages() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "case") {
            continue;
        }
        let (texts, _) = parse(&fs::read_to_string(&path).unwrap());
        let reading = read(texts);
        for language in Language::ALL {
            let notes = reading.unread.iter().map(|note| note.said.say(language));
            for said in notes.chain(reading.assumed.iter().map(|assumed| assumed.say(language))) {
                for place in ["{what}", "{why}", "{value}", "{field}", "{most}", "{count}"] {
                    assert!(!said.contains(place), "{}: {said}", path.display());
                }
            }
        }
    }
}
