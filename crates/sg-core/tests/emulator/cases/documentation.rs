//! `docs/operations.md` says what the tables, the cases and the scripts say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use sg_core::emulator::{
    Action, Assumption, ErrorRow, Reach, ReplyFields, common_rows, error_rows, gateway,
    supplementary_rows,
};

use sg_testing::golden::assert_golden;

use super::case::cases;

const HEAD: &str = "\
# What backs each operation

This file is generated from the error tables, the cases and the scripts. A test fails if it is out of
date.

- *Documented*: the rows of the operation's own error table, and the year of its newest page.
- *Rows reached*: how many of these rows a case reaches. The others are listed below, with the reason.
- *Cases*: calls under `tests/cases/emulator`, each with its exact change or its exact error.
- *Golden*: recorded request URLs and signed requests of real clients, compared byte for byte.
- *Real clients*: client libraries that call the operation in `tests/sdk/run.py` or `tests/sdk/cases`.
- *Live cloud*: comparisons with the service itself. None have been made yet.

| operation | documented | rows reached | cases | golden | real clients | live cloud |
|---|---|---|---|---|---|---|
";

fn read(path: &str) -> String {
    fs::read_to_string(sg_testing::root().join(path)).unwrap()
}

/// Whether the client libraries call an operation: in the life of a group, or in a file of its own.
fn called_by_clients(action: Action) -> bool {
    let name = format!("\"{}\"", action.as_str());
    let folder = fs::read_dir(sg_testing::root().join("tests/sdk/cases")).unwrap();
    let mut cases = folder.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    read("tests/sdk/run.py").contains(&name) || cases.any(|case| case.contains(&name))
}

fn operations() -> String {
    let mut calls: BTreeMap<Action, usize> = BTreeMap::new();
    for case in cases() {
        *calls.entry(case.call.action).or_default() += 1;
    }
    let urls = read("tests/snapshots/emulator/urls.txt");
    let signed =
        ["v1.jsonl", "v3.jsonl"].map(|file| read(&format!("tests/data/signatures/{file}")));
    let script = read("tests/sdk/run.py");
    let clients = script.split_once("CLIENTS = {\n").unwrap().1.split_once("\n}").unwrap().0;
    let clients = clients.lines().count();
    let mut text = String::new();
    for action in Action::ALL {
        let (name, rows) = (action.as_str(), error_rows(action));
        let reached = rows.iter().filter(|row| row.reach == Reach::Reached).count();
        let url = |line: &&str| line.contains(&format!("?Action={name}&"));
        let vector = |line: &&str| {
            line.contains(&format!("\"Action\": \"{name}\""))
                || line.contains(&format!("\"x-acs-action\": \"{name}\""))
        };
        let golden = urls.lines().filter(url).count()
            + signed.iter().flat_map(|file| file.lines()).filter(vector).count();
        let documented = match action.operation().table_year {
            None => "no table at hand".to_owned(),
            Some(year) => format!("{} rows, {year}", rows.len()),
        };
        let clients = if called_by_clients(action) { clients } else { 0 };
        let calls = calls.get(&action).copied().unwrap_or_default();
        writeln!(
            text,
            "| {name} | {documented} | {reached} of {} | {calls} | {golden} | {clients} | |",
            rows.len()
        )
        .unwrap();
    }
    text
}

/// The published fields that a reply lacks, by the operation.
fn left_out() -> String {
    let mut text = String::new();
    for action in Action::ALL {
        let lacks = match action.operation().reply {
            ReplyFields::All => continue,
            ReplyFields::Without(fields) => {
                let fields: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
                fields.join(", ")
            }
            ReplyFields::NoListAtHand => "no list of its fields is at hand".to_owned(),
        };
        writeln!(text, "- {}: {lacks}", action.as_str()).unwrap();
    }
    text
}

/// The rows that no scenario leads to, by the reason.
fn unreachable() -> String {
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    let mut note = |place: &str, row: &ErrorRow| {
        let Reach::Never(reason) = row.reach else { return };
        let entry = format!("{place} {} `{}`", row.status, row.code);
        match reasons.iter_mut().find(|(own, _)| *own == reason.en) {
            Some((_, rows)) => rows.push(entry),
            None => reasons.push((reason.en, vec![entry])),
        }
    };
    for action in Action::ALL {
        let rows = error_rows(action).iter().chain(supplementary_rows(action));
        rows.for_each(|row| note(action.as_str(), row));
    }
    common_rows().iter().for_each(|row| note("any operation", row));
    gateway::rows().iter().for_each(|row| note("before the operation", row));
    let mut text = String::new();
    for (reason, rows) in reasons {
        writeln!(text, "- {reason}").unwrap();
        rows.iter().for_each(|row| writeln!(text, "  - {row}").unwrap());
    }
    text
}

fn front() -> String {
    let mut text = "| status | code | message |\n|---|---|---|\n".to_owned();
    for row in gateway::rows() {
        let message = row.message.replace("%s", "…");
        writeln!(text, "| {} | `{}` | {message} |", row.status, row.code).unwrap();
    }
    text
}

fn assumptions() -> String {
    let mut text = "| | what the emulator does | status | pages |\n|---|---|---|---|\n".to_owned();
    for assumption in Assumption::ALL {
        let reading = assumption.reading();
        let pages: BTreeSet<String> = reading
            .sources
            .iter()
            .map(|source| format!("{} ({})", source.title.en, source.date))
            .collect();
        let pages = pages.into_iter().collect::<Vec<_>>().join(", ");
        let (status, statement) = (reading.status.as_str(), reading.statement.en);
        writeln!(text, "| {assumption} | {statement} | {status} | {pages} |").unwrap();
    }
    text
}

#[test]
fn the_table_of_operations_is_up_to_date() {
    let text = format!(
        "{HEAD}{}\n## Errors before the operation\n\nThe errors a request can meet before it reaches \
         its operation, in the order of the checks. The tests of the gateway reach each of them.\n\n{}\n\
         ## Errors that no scenario can reach\n\n{}\n## Fields that a reply leaves out\n\n\
         A scenario does not know their values.\n\n{}\n## Where pages are silent or disagree\n\nThe code \
         that decides names the number.\n\n{}",
        operations(),
        front(),
        unreachable(),
        left_out(),
        assumptions()
    );
    assert_golden("docs/operations.md", &text);
}

/// If the column of real clients says four, all four have made the call: each script ends by
/// checking the server log for every operation that has a table.
#[test]
fn every_operation_has_a_case_and_a_real_client() {
    let called: BTreeSet<Action> = cases().iter().map(|case| case.call.action).collect();
    for action in Action::ALL {
        assert!(called.contains(&action), "no case calls {}", action.as_str());
        assert!(called_by_clients(action), "no client calls {}", action.as_str());
    }
}
