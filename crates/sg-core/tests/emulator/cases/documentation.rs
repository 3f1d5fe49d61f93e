//! `docs/operations.md` says what the tables, the cases and the records say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use serde::Deserialize;
use sg_core::emulator::{
    Action, Assumption, ErrorRow, Reach, ReplyFields, common_rows, error_rows, gateway,
    supplementary_rows,
};

use sg_core::evidence::{Kind, Record, records};
use sg_testing::golden::assert_golden;

use super::case::cases;

const HEAD: &str = "\
# What backs each operation

This file is generated from the error tables, the cases and what was recorded. A test fails if it is out
of date.

- *Documented*: the rows of the operation's own error table, and the year of its newest page.
- *Rows reached*: how many of these rows a case reaches. The others are listed below, with the reason.
- *Cases*: calls under `tests/cases/emulator`, each with its exact change or its exact error.
- *Golden*: recorded request URLs and signed requests of real clients, compared byte for byte.
- *Real clients*: clients that called the operation with success in their last recorded run;
  [Real clients](#real-clients) names them.
- *Live cloud*: recorded answers of the service itself, with their years. [What was recorded](#what-was-recorded)
  has each of them; the tests replay them.
- *Other evidence*: recorded facts of pages, of client libraries, and what follows from them, in the
  same place.

| operation | documented | rows reached | cases | golden | real clients | live cloud | other evidence |
|---|---|---|---|---|---|---|---|
";

fn read(path: &str) -> String {
    fs::read_to_string(sg_testing::root().join(path)).unwrap()
}

/// The last recorded run of every client, as `tests/sdk/run.py --record` and `programs.py --record`
/// write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    client: String,
    version: String,
    date: String,
    /// How many steps passed; a run with one that fails is not recorded.
    passed: usize,
    /// The operations that answered with success, by the log of the server.
    operations: BTreeSet<String>,
}

fn runs() -> Vec<Run> {
    serde_json::from_str(&read("tests/data/clients.json")).unwrap()
}

/// Whether the scripts call an operation: in the life of a group, or in a file of its own.
fn called_by_scripts(action: Action) -> bool {
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
    let runs = runs();
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
        let clients = runs.iter().filter(|run| run.operations.contains(name)).count();
        let calls = calls.get(&action).copied().unwrap_or_default();
        writeln!(
            text,
            "| {name} | {documented} | {reached} of {} | {calls} | {golden} | {clients} | {} | {} |",
            rows.len(),
            live(action),
            other_evidence(action)
        )
        .unwrap();
    }
    text
}

/// How many answers of the live service are recorded, and from when.
fn live(action: Action) -> String {
    let seen = || {
        let own = |record: &&Record| record.action() == Some(action) && record.kind == Kind::Live;
        records().iter().filter(own)
    };
    let years: BTreeSet<&str> = seen()
        .map(|record| record.date.as_deref().map_or("undated", |date| date.get(..4).unwrap()))
        .collect();
    match seen().count() {
        0 => String::new(),
        count => format!("{count} ({})", years.into_iter().collect::<Vec<_>>().join(", ")),
    }
}

/// How many facts are recorded that nobody saw on the live service, by their kind.
fn other_evidence(action: Action) -> String {
    let count = |kind: Kind| {
        let own = |record: &&Record| record.action() == Some(action) && record.kind == kind;
        records().iter().filter(own).count()
    };
    let kinds = [(Kind::Page, "page"), (Kind::Sdk, "SDK"), (Kind::Inferred, "inferred")];
    let counts = kinds.map(|(kind, name)| (count(kind), name));
    let said = counts.iter().filter(|(count, _)| *count > 0);
    said.map(|(count, name)| format!("{count} {name}")).collect::<Vec<_>>().join(", ")
}

/// The clients, with what their last run passed and called.
fn clients() -> String {
    let mut text =
        "| client | version | last run | steps passed | operations |\n|---|---|---|---|---|\n"
            .to_owned();
    for Run { client, version, date, passed, operations } in runs() {
        let operations = match operations.len() {
            // Those that the whole table lists need no names.
            many if many > 10 => many.to_string(),
            _ => operations.into_iter().collect::<Vec<_>>().join(", "),
        };
        writeln!(text, "| {client} | {version} | {date} | {passed} | {operations} |").unwrap();
    }
    text
}

/// Every record: the situation, the answer, where it is from, and the assumption that follows it.
fn evidence() -> String {
    let mut text =
        "| operation | situation | answer | from | number |\n|---|---|---|---|---|\n".to_owned();
    for record in records() {
        let Record { action, situation, answer, source, .. } = record;
        let status = answer.status.map(|status| status.to_string());
        let code = answer.code.as_ref().map(|code| format!("`{code}`"));
        let parts: Vec<String> =
            [status, code, answer.message.clone()].into_iter().flatten().collect();
        let number = record.assumption().map(|own| own.to_string()).unwrap_or_default();
        writeln!(
            text,
            "| {action} | {} | {} | {}: {} | {number} |",
            situation.en,
            parts.join(" ").replace('|', "\\|"),
            record.basis(),
            source.en
        )
        .unwrap();
    }
    text
}

/// The rows that an operation's own table lacks: what each rests on.
fn borrowed() -> String {
    let mut text = "| operation | status | code | rests on |\n|---|---|---|---|\n".to_owned();
    for action in Action::ALL {
        for row in supplementary_rows(action) {
            let own = |record: &&Record| {
                let answer = &record.answer;
                record.action() == Some(action)
                    && answer.code.as_deref() == Some(row.code)
                    && answer.message.as_deref().is_none_or(|message| message == row.message)
            };
            let bases: BTreeSet<String> =
                records().iter().filter(own).map(|record| record.basis().to_string()).collect();
            let basis = match bases.is_empty() {
                true => "inferred: the table of a similar operation has it".to_owned(),
                false => bases.into_iter().collect::<Vec<_>>().join(", "),
            };
            let name = action.as_str();
            writeln!(text, "| {name} | {} | `{}` | {basis} |", row.status, row.code).unwrap();
        }
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
         ## Errors that no scenario can reach\n\n{}\n## Rows of other tables\n\n\
         Rows of an operation's own table rest on its page, with the year given above. These rows are \
         not in it.\n\n{}\n## What was recorded\n\n\
         Facts about the service with their sources. [evidence.md](evidence.md) describes the file and \
         how to add to it. The tests replay each record against the emulator.\n\n{}\n\
         ## Real clients\n\n\
         `tests/sdk/run.py` takes a group through its life with each of the vendor's libraries and makes \
         the calls of `tests/sdk/cases`; `tests/sdk/programs.py` runs other people's programs. Each has a \
         server to itself. A run is recorded only if every step passes.\n\n{}\n\
         ## Fields that a reply leaves out\n\n\
         A scenario does not know their values.\n\n{}\n## Where pages are silent or disagree\n\nThe code \
         that decides names the number.\n\n{}",
        operations(),
        front(),
        unreachable(),
        borrowed(),
        evidence(),
        clients(),
        left_out(),
        assumptions()
    );
    assert_golden("docs/operations.md", &text);
}

#[test]
fn every_operation_has_a_case_and_a_real_client() {
    let called: BTreeSet<Action> = cases().iter().map(|case| case.call.action).collect();
    for action in Action::ALL {
        assert!(called.contains(&action), "no case calls {}", action.as_str());
        assert!(called_by_scripts(action), "no client calls {}", action.as_str());
    }
}

#[test]
fn the_recorded_runs_are_of_every_client_in_its_pinned_version() {
    let names = |script: &str| {
        let text = read(script);
        let clients = text.split_once("\nCLIENTS = {\n").unwrap().1.split_once("\n}").unwrap().0;
        let name =
            |line: &str| Some(line.trim_start().strip_prefix('"')?.split_once('"')?.0.to_owned());
        clients.lines().filter_map(name).collect::<Vec<_>>()
    };
    let pins = ["requirements.txt", "scanners.txt", "scanners-alone.txt", "package.json"];
    let pins = pins.map(|file| read(&format!("tests/sdk/{file}")).replace('_', "-")).concat();
    let runs = runs();
    for script in ["tests/sdk/run.py", "tests/sdk/programs.py"] {
        for name in names(script) {
            let own = runs.iter().find(|run| run.client == name);
            let Run { version, passed, operations, .. } =
                own.unwrap_or_else(|| panic!("{script} --record has not been run with {name}"));
            let plain = name.replace('_', "-");
            let pinned = [format!("\n{plain}=={version}\n"), format!("\"{plain}\": \"{version}\"")];
            assert!(
                pinned.iter().any(|pin| pins.contains(pin)),
                "{name} is not pinned to {version}"
            );
            assert!(*passed > 0 && !operations.is_empty(), "{name}");
        }
    }
    let known: BTreeSet<&str> = Action::ALL.into_iter().map(Action::as_str).collect();
    for run in &runs {
        let strange = run.operations.iter().find(|own| !known.contains(own.as_str()));
        assert_eq!(strange, None, "{}", run.client);
    }
}
