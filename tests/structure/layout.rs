//! How files are laid out: a first line, a size limit, a name, and forbidden content.

#![expect(clippy::wildcard_enum_match_arm, reason = "other variants are irrelevant here")]

use std::fs;

use proc_macro2::{Delimiter, TokenTree};

use crate::source::{PRODUCT, Source, collect, files, inside, is, root};

const ALL: [&str; 4] = ["crates", "src", "tests", "xtask/src"];

/// The most lines of a file, by location, and of a function.
const CORE_LINES: usize = 300;
const COMPONENT_LINES: usize = 150;
const FUNCTION_LINES: usize = 60;

/// Exceptions for longer files: their limit and the reason.
const LONG_FILES: &[(&str, usize, &str)] = &[];

/// Exceptions for longer functions: their limit and the reason.
const LONG_FUNCTIONS: &[(&str, &str, usize, &str)] = &[];

#[test]
fn every_file_opens_with_what_it_is() {
    for source in files(&ALL) {
        let first = source.text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "{}: {first}", source.path);
    }
}

#[test]
fn no_file_is_called_by_a_name_that_says_nothing() {
    for source in files(&ALL) {
        // The tests of the core are the binary `core`; a module of this name would shadow Rust's
        // own.
        let path = source.path.replace("tests/core/", "tests/");
        for part in path.trim_end_matches(".rs").split('/') {
            let vague = ["util", "utils", "helper", "helpers", "misc", "core", "std", "alloc"];
            assert!(!vague.contains(&part), "{}", source.path);
        }
    }
}

/// A module `x` is `x.rs`, with its parts in `x/`. Clippy enforces this only for what it compiles;
/// this test also covers other targets.
#[test]
fn there_is_one_way_to_lay_out_a_module() {
    for source in files(&["crates", "src", "tests", "xtask", "fuzz/fuzz_targets"]) {
        assert!(!source.path.ends_with("/mod.rs"), "{} is the other way", source.path);
    }
}

#[test]
fn files_have_a_size_that_reads_well() {
    let mut long = Vec::new();
    let mut used: Vec<&(&str, usize, &str)> = Vec::new();
    for source in files(&PRODUCT) {
        let usual = match source.path.starts_with("src/component/") {
            true => COMPONENT_LINES,
            false => CORE_LINES,
        };
        let exception = LONG_FILES.iter().find(|(path, ..)| *path == source.path);
        let lines = source.lines();
        let most = exception.map_or(usual, |(_, most, _)| *most);
        if lines > most {
            long.push(format!("{} has {lines} lines, more than {most}", source.path));
        }
        used.extend(exception.filter(|_| lines > usual));
    }
    assert!(long.is_empty(), "{long:#?}");
    assert_eq!(used.len(), LONG_FILES.len(), "an exception is no longer needed: {used:?}");
}

#[test]
fn functions_have_a_size_that_reads_well() {
    let mut long = Vec::new();
    let mut used: Vec<&(&str, &str, usize, &str)> = Vec::new();
    for source in files(&PRODUCT) {
        for (name, lines) in functions(source.trees()) {
            let exception =
                LONG_FUNCTIONS.iter().find(|(path, own, ..)| *path == source.path && *own == name);
            let most = exception.map_or(FUNCTION_LINES, |(_, _, most, _)| *most);
            if lines > most {
                long.push(format!("{}: {name} has {lines} lines, more than {most}", source.path));
            }
            used.extend(exception.filter(|_| lines > FUNCTION_LINES));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
    assert_eq!(used.len(), LONG_FUNCTIONS.len(), "an exception is no longer needed: {used:?}");
}

/// The functions of a file, including those in macros, with the lines from `fn` to the closing
/// brace.
fn functions(trees: &[TokenTree]) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (place, tree) in trees.iter().enumerate() {
        if let TokenTree::Group(group) = tree {
            found.append(&mut functions(&inside(group)));
        }
        let Some(TokenTree::Ident(name)) = trees.get(place + 1).filter(|_| is(tree, "fn")) else {
            continue;
        };
        // A declaration ends with a semicolon and has no body.
        let rest = trees[place + 2..].iter().take_while(|tree| !is(tree, ";"));
        let body = rest.filter_map(|tree| match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group),
            _ => None,
        });
        let first = tree.span().start().line;
        let last = body.map(|body| body.span_close().end().line).next().unwrap_or(first);
        found.push((name.to_string(), last + 1 - first));
    }
    found
}

#[test]
fn nothing_is_switched_off_or_smuggled_past_the_policy() {
    // Built here, so that this file does not contain them.
    let forbidden = [
        concat!("#[", "ignore"),
        concat!("from_html", "_unchecked"),
        concat!(" style", "={"),
        concat!(" style", "=\""),
        concat!("inner", "_html"),
    ];
    for source in files(&ALL) {
        for (number, line) in source.text.lines().enumerate() {
            for word in forbidden {
                // The lint table and these tests may contain the forbidden text.
                let said = line.trim_start().starts_with("//");
                assert!(said || !line.contains(word), "{}:{}: {word}", source.path, number + 1);
            }
        }
    }
}

#[test]
fn tests_wait_for_conditions_and_never_for_time() {
    let count =
        |source: &Source, wanted: &str| source.words().filter(|(_, word)| *word == wanted).count();
    for source in files(&ALL) {
        // A journey that waits for a condition polls it with a pause, of the page or of a driver.
        let polls = ["tests/journeys/browser.rs", "tests/journeys/browser/engine.rs"];
        let waits = polls.contains(&source.path.as_str());
        assert!(count(&source, "sleep") <= if waits { 2 } else { 0 }, "{} sleeps", source.path);
        let measures = waits || !source.path.contains("tests/");
        assert!(measures || count(&source, "elapsed") == 0, "{} measures time", source.path);
    }
}

#[test]
fn every_button_says_that_it_does_not_submit() {
    for source in files(&["src"]) {
        let mut rest = source.text.as_str();
        while let Some((_, after)) = rest.split_once("<button") {
            let tag = &after[..after.find('>').unwrap_or(after.len())];
            assert!(tag.contains("type=\""), "{}: a button without a type:{tag}", source.path);
            rest = after;
        }
    }
}

#[test]
fn the_page_asks_for_nothing_from_elsewhere() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    assert!(page.contains("Content-Security-Policy"), "the page must contain the policy");
    let policy = |text: &str| {
        let start = text.find("default-src").unwrap();
        text[start..].split(['"', '\n']).next().unwrap().trim().to_owned()
    };
    let headers = fs::read_to_string(root().join("static/_headers")).unwrap();
    for part in policy(&page).split("; ") {
        assert!(policy(&headers).contains(part), "static/_headers has a different policy: {part}");
    }
    for forbidden in ["src=\"http", "href=\"http", " onclick=", " onload=", "<style", "style=\""] {
        assert!(!page.contains(forbidden), "index.html contains {forbidden}");
    }
    for tag in page.split("<script").skip(1) {
        assert!(tag.contains("src=") && tag.contains("></script>"), "an inline script: {tag:.80}");
    }
    let mut styles = Vec::new();
    collect(&root().join("static"), "css", &mut styles);
    assert!(!styles.is_empty());
    for file in styles {
        let text = fs::read_to_string(&file).unwrap();
        for forbidden in ["@import", "http://", "https://", "url(//"] {
            assert!(!text.contains(forbidden), "{} holds {forbidden}", file.display());
        }
    }
}
