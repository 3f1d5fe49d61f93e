//! One word per concept: abandoned words must not return.

use std::fs;
use std::path::Path;

use crate::source::{Source, root};

/// Abandoned words and their replacements.
///
/// A lower-case word matches anywhere, including its plural: in names of any style (`oldWord`,
/// `OLD_WORD`, `old-word`), in comments and texts, and in file names. Two words match in sequence.
/// A capitalized word matches only the full name of a type, trait or variant: `Said` is abandoned,
/// while `SaidTwice` and prose are fine.
const OLD_WORDS: &[(&str, &str)] = &[
    ("Belief", "Misconception"),
    ("Caps", "Limits"),
    ("DirectionView", "CheckedDirections"),
    ("Ground", "TemplateContext"),
    ("Guard", "InterfaceFilter"),
    ("KeepEdit", "AutosaveAction"),
    ("Keeping", "Autosave"),
    ("KeptFocus", "FocusRestorer"),
    ("Lens", "ViewMode"),
    ("Mint", "IdGenerator"),
    ("Over", "OpenDialog"),
    ("Patient", "a deadline on the stream"),
    ("Piece", "AddressPartition"),
    ("Said", "Message"),
    ("Seen", "EndpointPair"),
    ("Station", "PacketEndpoint"),
    ("Told", "Explanation"),
    ("Wish", "Intent"),
    ("WorldEdit", "TopologyEdit"),
    ("belief", "misconception"),
    ("heir", "focus fallback"),
    ("rehearsal", "dry run"),
    ("scene", "scenario"),
    ("specimen", "error example"),
    ("turning", "transition"),
    ("veil", "hidden answer"),
];

/// Published content that cannot change, by path prefix.
const FROZEN: &[(&str, &str)] = &[
    ("CHANGELOG.md", "history, in the words of the time"),
    ("Cargo.lock", "names of third-party crates"),
    ("LICENSE", "third-party text"),
    ("fuzz/Cargo.lock", "names of third-party crates"),
    ("crates/sg-core/src/lesson/lessons/", "the lesson file has a field of this name"),
    ("static/lesson.schema.json", "the lesson file has a field of this name"),
    ("tests/data/", "links, documents and saved work that must stay readable"),
    ("tests/structure/words.rs", "the list itself"),
];

/// Exceptions: the word, the file, and the reason.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("scene", "CONTRIBUTING.md", "says which word to use instead"),
    (
        "scene",
        "crates/sg-core/src/lesson/course/read.rs",
        "the lesson file has a field of this name",
    ),
    (
        "scene",
        "crates/sg-core/src/lesson/course/wire.rs",
        "the lesson file has a field of this name",
    ),
    ("scene", "crates/sg-core/src/share/saved.rs", "saved work has a field of this name"),
    ("scene", "crates/sg-core/tests/core/hostile_links.rs", "a class of lines in published data"),
    ("scene", "crates/sg-core/tests/core/parsers.rs", "saved work has a field of this name"),
    ("scene", "crates/sg-core/tests/core/lessons.rs", "the lesson file has a field of this name"),
    ("scene", "src/platform/scenario.rs", "the key in the browser's storage"),
    ("scene", "static/boot.js", "the key in the browser's storage"),
    ("scene", "tests/journeys/faults.rs", "the key in the browser's storage"),
    ("scene", "tests/journeys/storage.rs", "the key in the browser's storage"),
    ("scene", "tests/ui/links.rs", "published link data"),
    ("scene", "tests/ui/memory.rs", "the key in the browser's storage"),
];

/// The endings of files to check.
const TEXTS: [&str; 14] = [
    "css", "html", "js", "json", "jsonl", "md", "py", "rs", "svg", "toml", "tsv", "txt", "yaml",
    "yml",
];

/// A file of the project with its path and text.
struct Text {
    path: String,
    text: String,
}

/// All text files, except in hidden folders and build output.
fn texts() -> Vec<Text> {
    fn walk(folder: &Path, found: &mut Vec<Text>) {
        for entry in fs::read_dir(folder).unwrap() {
            let file = entry.unwrap().path();
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let built = ["target", "dist", ".git", "node_modules", "corpus", "artifacts"];
            let text = file.extension().is_some_and(|own| TEXTS.iter().any(|text| own == *text));
            if file.is_dir() {
                if !built.contains(&name.as_str()) && !name.starts_with("mutants.out") {
                    walk(&file, found);
                }
            } else if text || name == "_headers" || file.ends_with(".ci/run") {
                let own = file.strip_prefix(root()).unwrap();
                let parts = own.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>();
                let text = fs::read_to_string(&file).unwrap();
                found.push(Text { path: parts.join("/"), text });
            }
        }
    }
    let mut found = Vec::new();
    walk(root(), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The words of a text with their lines; identifiers are split into words.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let chars: Vec<char> = line.chars().collect();
        let mut word = String::new();
        for (place, c) in chars.iter().enumerate() {
            let (last, next) = (chars[..place].last(), chars.get(place + 1));
            let lower = |c: Option<&char>| c.is_some_and(|c| c.is_lowercase());
            // `oldWord` and the end of an acronym, as in `XMLText`.
            let hump = c.is_uppercase() && (lower(last) || lower(next));
            if (hump || !c.is_alphabetic()) && !word.is_empty() {
                words.push((number, std::mem::take(&mut word)));
            }
            word.extend(Some(c).filter(|c| c.is_alphabetic()));
        }
        words.extend(Some((number, word)).filter(|(_, word)| !word.is_empty()));
    }
    words
}

/// Whether a word is this one or its plural.
fn same(word: &str, old: &str) -> bool {
    let word = word.to_lowercase();
    word.strip_prefix(old).is_some_and(|end| matches!(end, "" | "s" | "es"))
}

/// Where a file contains an abandoned word: line numbers, with 0 for the file name.
fn said(file: &Text, old: &str) -> Vec<usize> {
    if old.starts_with(char::is_uppercase) {
        // Reading a file as Rust is slow, and few files hold the word at all.
        if !file.path.ends_with(".rs") || !file.text.contains(old) {
            return Vec::new();
        }
        let source = Source::new(&file.path, file.text.clone());
        let names = source.words().filter(|(_, name)| *name == old);
        return names.map(|(line, _)| line).collect();
    }
    let old: Vec<&str> = old.split(' ').collect();
    let hits = |words: &[(usize, String)]| -> Vec<usize> {
        let hit = |window: &&[(usize, String)]| {
            window.iter().zip(&old).all(|((_, word), old)| same(word, old))
        };
        words.windows(old.len()).filter(hit).map(|window| window[0].0).collect()
    };
    let mut lines = hits(&words(&file.text));
    lines.extend(hits(&words(&file.path)).iter().map(|_| 0));
    lines
}

/// All violations: abandoned words, and unnecessary exceptions.
fn faults(
    files: &[Text],
    old_words: &[(&str, &str)],
    frozen: &[(&str, &str)],
    allowed: &[(&str, &str, &str)],
) -> Vec<String> {
    let mut faults = Vec::new();
    let mut needed = vec![false; allowed.len()];
    for file in files {
        if frozen.iter().any(|(path, _)| file.path.starts_with(path)) {
            continue;
        }
        for (old, better) in old_words {
            let lines = said(file, old);
            let here = |(word, path, _): &&(&str, &str, &str)| word == old && *path == file.path;
            match allowed.iter().position(|entry| here(&entry)) {
                Some(entry) => needed[entry] |= !lines.is_empty(),
                None => faults.extend(lines.iter().map(|line| {
                    format!("{}:{line}: `{old}` was given up: say `{better}`", file.path)
                })),
            }
        }
    }
    let idle = allowed.iter().zip(needed).filter(|(_, needed)| !needed);
    faults.extend(idle.map(|((word, path, _), _)| format!("{path} may say `{word}` and does not")));
    faults
}

#[test]
fn words_that_were_given_up_do_not_come_back() {
    let files = texts();
    for path in ["README.md", "index.html", "src/lib.rs", "crates/sg-core/src/lib.rs", ".ci/run"] {
        assert!(files.iter().any(|file| file.path == path), "{path} was not read");
    }
    for (path, _) in FROZEN {
        let there = root().join(path).exists();
        assert!(there, "{path} is gone: its entry is no longer needed");
    }
    let faults = faults(&files, OLD_WORDS, FROZEN, ALLOWED);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_old_word_is_found_however_it_is_written() {
    let file = |path: &str, text: &str| Text { path: path.to_owned(), text: text.to_owned() };
    let files = [
        file("src/a.rs", "//! A lamp.\nlet oldLamp = LAMP_TOP;\nlet text = \"two lamps\";\n"),
        file(
            "src/lamp.rs",
            "//! One clamp, its lampshade.\nstruct Said(XMLLamp, SaidSo); // Said so.",
        ),
        file("docs/b.md", "An own\n> side-table, one's own sides. Said: done.\n"),
        file("tests/data/old.json", "{\"lamp\": 1}"),
    ];
    let old = [("lamp", "light"), ("own side", "local"), ("Said", "Message")];
    let frozen = [("tests/data/", "published")];
    let places = |allowed: &[(&str, &str, &str)]| -> Vec<String> {
        let faults = faults(&files, &old, &frozen, allowed);
        faults.iter().map(|fault| fault.split(": ").next().unwrap().to_owned()).collect()
    };
    let all = [
        "src/a.rs:1",
        "src/a.rs:2",
        "src/a.rs:2",
        "src/a.rs:3",
        "src/lamp.rs:2",
        "src/lamp.rs:0",
        "src/lamp.rs:2",
        "docs/b.md:1",
        "docs/b.md:2",
    ];
    assert_eq!(places(&[]), all);
    let allowed = [("lamp", "src/a.rs", "a wire form"), ("lamp", "docs/b.md", "needed by nobody")];
    let rest: Vec<&str> = all[4..].to_vec();
    assert_eq!(places(&allowed)[..5], rest);
    assert_eq!(places(&allowed)[5], "docs/b.md may say `lamp` and does not");
}
