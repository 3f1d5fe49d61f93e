//! Runs every command of `docs/on-call.md` and compares what it prints with the document.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once and say where")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sg_core::share::write;
use sg_testing::account::{Account, Problem};
use sg_testing::golden::assert_golden;
use sg_testing::root;

/// The account of the document.
const SEED: u64 = 1;

const DOCUMENT: &str = "docs/on-call.md";

#[test]
fn the_account_of_the_document_is_the_generated_one() {
    let account = Account::new(SEED, &Problem::ALL);
    assert_golden("tests/data/evening.json", &write(&account.before));
    assert_golden("tests/data/night.json", &write(&account.scenario));
    let document = fs::read_to_string(root().join(DOCUMENT)).unwrap();
    for planted in &account.planted {
        let symptom = format!("| {} → {}, TCP {} |", planted.from, planted.to, planted.port);
        assert!(document.contains(&symptom), "{symptom}");
    }
}

/// A folder with the accounts, and a path on which the program comes first.
fn folder() -> (PathBuf, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("on-call");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in ["evening.json", "night.json"] {
        fs::copy(root().join("tests/data").join(file), folder.join(file)).unwrap();
    }
    let program = Path::new(env!("CARGO_BIN_EXE_sgp")).parent().unwrap();
    (folder, format!("{}:{}", program.display(), std::env::var("PATH").unwrap()))
}

/// What a terminal shows after a command.
fn shown(command: &str, (folder, path): &(PathBuf, String)) -> String {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("{{ {command}\n}} 2>&1"));
    let output = shell.env("PATH", path).current_dir(folder).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The document with what its commands print today.
fn run(document: &str) -> String {
    let place = folder();
    let (mut new, mut within) = (String::new(), false);
    for line in document.lines() {
        let command = line.strip_prefix("$ ").filter(|_| within);
        match (command, within, line) {
            (Some(command), ..) => new += &format!("{line}\n{}", shown(command, &place)),
            (None, true, "```") | (None, false, _) => new += &format!("{line}\n"),
            (None, true, _) => {}
        }
        within = match line {
            "```console" => true,
            "```" => false,
            _ => within,
        };
    }
    new
}

#[test]
fn every_command_of_the_document_prints_what_the_document_shows() {
    let document = fs::read_to_string(root().join(DOCUMENT)).unwrap();
    assert!(document.matches("\n$ sgp ").count() > 10, "the commands are found");
    assert_golden(DOCUMENT, &run(&document));
}
