//! Numbered assumptions: each has a source, and the code that relies on it names it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use sg_core::citation::Status;
use sg_core::emulator::Assumption;

/// The source files, except for the list itself.
fn sources() -> Vec<(PathBuf, String)> {
    let root = sg_testing::root().join("crates/sg-core/src");
    let (mut folders, mut found) = (vec![root], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let place = path.to_string_lossy().replace('\\', "/");
            // The list itself, and the import, which is independent of the emulator and has its own
            // assumptions.
            let is_list = place.contains("emulator/assumption") || place.contains("src/import");
            if path.is_dir() {
                folders.push(path);
            } else if !is_list && path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

/// The names after `Assumption::` in a text.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split("Assumption::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        &rest[..end]
    })
}

#[test]
fn every_assumption_has_a_source_and_a_stable_number() {
    for (place, assumption) in Assumption::ALL.iter().enumerate() {
        let reading = assumption.reading();
        assert_eq!(assumption.to_string(), format!("A-{:02}", place + 1));
        assert!(!reading.sources.is_empty(), "{assumption} has no source");
        let statement = reading.statement;
        assert!(statement.en.ends_with('.') && statement.zh.ends_with('。'), "{assumption}");
        for source in reading.sources {
            assert!(!source.title.en.is_empty() && !source.title.zh.is_empty(), "{assumption}");
            assert!(source.date.starts_with("20"), "{assumption}: {}", source.date);
        }
        let several = reading.sources.len() > 1
            || reading.statement.en.contains("message")
            || reading.statement.en.contains("sample");
        assert!(
            reading.status != Status::SourcesDisagree || several,
            "{assumption}: too few sources"
        );
    }
    // The numbers are published, so a new assumption is added at the end.
    assert_eq!(Assumption::HyphensInIds.to_string(), "A-01");
    assert_eq!(Assumption::DuplicateAuthorize.to_string(), "A-12");
    assert_eq!(Assumption::DenialByOperation.to_string(), "A-46");
}

#[test]
fn the_code_that_decides_names_its_assumption() {
    let known: BTreeSet<String> = Assumption::ALL.iter().map(|it| format!("{it:?}")).collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (path, text) in sources() {
        for name in named(&text) {
            // The list of all assumptions, shown on the page.
            if name == "ALL" {
                continue;
            }
            assert!(known.contains(name), "{}: there is no assumption {name}", path.display());
            seen.insert(name.to_owned());
        }
        for (number, line) in text.lines().enumerate() {
            let silent = path.to_string_lossy().contains("emulator")
                && (line.contains("Assumed:") || line.contains(" assumed"));
            assert!(!silent, "{}:{}: not numbered: {line}", path.display(), number + 1);
        }
    }
    let unnamed: Vec<&String> = known.difference(&seen).collect();
    assert!(unnamed.is_empty(), "no code names {unnamed:?}");
}
