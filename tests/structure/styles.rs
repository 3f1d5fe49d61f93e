//! Style sheets: what one area calls its parts does not style another area, and the layouts change
//! at the widths that the program knows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use regex_lite::Regex;
use sg_playground::state::PageLayout;

use crate::source::root;

/// The sheet of the words that all areas share; it also puts the parts of the page in order.
const SHARED: &str = "page.css";

/// Parts that one area shows although another one styles them: the sheet that adapts them, the
/// class, and what is shown.
const BORROWED: &[(&str, &str, &str)] = &[
    ("connectivity.css", "list-wrap", "the table of all packets"),
    ("connectivity.css", "pairs", "the table of all packets"),
    ("quiz.css", "drawing-wrap", "the drawing of a quiz"),
    ("quiz.css", "node", "the drawing of a quiz"),
    ("quiz.css", "rules", "the rules of a quiz"),
];

/// Each style sheet of the page: its name, and its text without comments.
pub(crate) fn sheets() -> BTreeMap<String, String> {
    let comment = Regex::new(r"(?s)/\*.*?\*/").unwrap();
    let folder = fs::read_dir(root().join("static/css")).unwrap();
    let sheet = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, comment.replace_all(&text, "").into_owned())
    };
    folder.map(sheet).collect()
}

/// The selectors of a sheet, split at the commas between alternatives, without `#app`.
fn selectors(css: &str) -> Vec<String> {
    let rule = Regex::new(r"([^{};]+)\{").unwrap();
    let heads = rule.captures_iter(css).map(|found| found[1].trim().to_owned());
    let mut all = Vec::new();
    for head in heads.filter(|head| !head.starts_with('@')) {
        let (mut depth, mut start) = (0, 0);
        for (place, character) in head.char_indices().chain([(head.len(), ',')]) {
            match character {
                '(' => depth += 1,
                ')' => depth -= 1,
                ',' if depth == 0 => {
                    let one = head[start..place].trim();
                    all.push(
                        one.strip_prefix("#app ")
                            .unwrap_or(one)
                            .trim_start_matches(['>', ' '])
                            .to_owned(),
                    );
                    start = place + 1;
                }
                _ => {}
            }
        }
    }
    all
}

/// The class that a selector begins with if nothing else limits the place it styles.
fn own_class(selector: &str) -> Option<&str> {
    let name = selector.strip_prefix('.')?;
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len());
    let (class, rest) = name.split_at(end);
    // A pseudo-class or an attribute is still anywhere.
    (rest.is_empty() || rest.starts_with(':') || rest.starts_with('[')).then_some(class)
}

/// Meanings that collide: a class that a sheet styles wherever it stands, and a selector in another
/// sheet that gives the class a meaning within a scope of its own.
fn collisions(sheets: &BTreeMap<String, String>) -> BTreeSet<(String, String, String)> {
    let parsed: Vec<(&String, Vec<String>)> =
        sheets.iter().map(|(name, css)| (name, selectors(css))).collect();
    let homes: BTreeSet<(&str, &str)> = parsed
        .iter()
        .flat_map(|(name, all)| all.iter().filter_map(|one| Some((own_class(one)?, name.as_str()))))
        .filter(|(_, home)| *home != SHARED)
        .collect();
    let mut found = BTreeSet::new();
    for (class, home) in homes {
        // After another part of the same element, or after an element around it.
        let within = format!(r"(?:[^\s(,]|\S[\s>+~]+)\.{class}(?:$|[^\w-])");
        let within = Regex::new(&within).unwrap();
        for (name, all) in
            parsed.iter().filter(|(name, _)| ![home, SHARED].contains(&name.as_str()))
        {
            let scoped = all.iter().filter(|one| !one.starts_with(":root") && within.is_match(one));
            found.extend(scoped.map(|one| (class.to_owned(), (*name).clone(), one.clone())));
        }
    }
    found
}

#[test]
fn what_one_area_calls_a_part_does_not_style_another() {
    let mut used = BTreeSet::new();
    let borrowed = |class: &str, sheet: &str| {
        BORROWED.iter().position(|(own, name, _)| (*own, *name) == (sheet, class))
    };
    let mut wrong = Vec::new();
    for (class, sheet, selector) in collisions(&sheets()) {
        match borrowed(&class, &sheet) {
            Some(place) => drop(used.insert(place)),
            None => wrong.push(format!("{sheet}: `{selector}`, but another sheet styles .{class}")),
        }
    }
    assert!(wrong.is_empty(), "give the class a scope in both sheets:\n{}", wrong.join("\n"));
    assert_eq!(used.len(), BORROWED.len(), "an exception is no longer needed");
}

#[test]
fn a_collision_is_told_from_a_part_of_the_same_name() {
    let sheets = |a: &str, b: &str| {
        BTreeMap::from([("a.css".to_owned(), a.to_owned()), ("b.css".to_owned(), b.to_owned())])
    };
    let count = |a: &str, b: &str| collisions(&sheets(a, b)).len();
    assert_eq!(count(".chosen { display: flex; }", ".pairs tr.chosen { color: red; }"), 1);
    assert_eq!(count(".steps { max-width: 1em; }", ".why .steps > li { color: red; }"), 1);
    assert_eq!(count(".intake .chosen { display: flex; }", ".pairs tr.chosen { color: red; }"), 0);
    assert_eq!(count(".group { color: red; }", ".group .form { color: red; }"), 0, "a part of it");
    assert_eq!(count(".rules { color: red; }", ".quiz .rules-wrap { color: red; }"), 0);
    assert_eq!(selectors("@media print { .a, #app :is(.b, .c) { } }"), [".a", ":is(.b, .c)"]);
}

#[test]
fn the_layouts_change_at_the_widths_that_the_program_knows() {
    let query = Regex::new(r"@container page \(width < (\d+)px\)").unwrap();
    let mut widths = BTreeSet::new();
    for css in sheets().values() {
        assert!(!css.contains("(max-width:"), "the width of the page decides, not of the window");
        widths.extend(query.captures_iter(css).map(|found| found[1].parse::<u32>().unwrap()));
    }
    // In the wide layout, there is one more step for words that have no room.
    assert_eq!(widths, BTreeSet::from([PageLayout::COLUMNS, PageLayout::WIDE, 1_100]));
}
