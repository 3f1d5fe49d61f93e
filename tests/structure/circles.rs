//! No circular imports between files.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::imports::{Import, Modules};
use crate::source::{Source, files};

/// The crates, by source folder.
const CRATES: [&str; 3] = ["crates/sg-core/src/", "crates/sgp/src/", "src/"];

/// Known circles, each with all its files; all of them should be removed.
const STILL_CLOSED: &[&[&str]] = &[];

/// A file and the parts in its own folder count as one: the file calls its parts, and they use its
/// definitions. Definitions that both need belong in a part of their own.
const STILL_CLOSED_WITH_OWN_PARTS: &[&[&str]] = &[];

/// The imports of each file, with their lines.
type Needs<'a> = BTreeMap<&'a str, BTreeMap<&'a str, usize>>;

fn needs(imports: &[Import]) -> Needs<'_> {
    let mut needs = Needs::new();
    for Import { from, to, line } in imports {
        needs.entry(from).or_default().insert(to, *line);
    }
    needs
}

/// All files reachable from a file through imports, each with its predecessor on a shortest path.
fn reached<'a>(needs: &Needs<'a>, from: &'a str) -> BTreeMap<&'a str, &'a str> {
    let (mut before, mut next) = (BTreeMap::new(), VecDeque::from([from]));
    while let Some(file) = next.pop_front() {
        for to in needs.get(file).into_iter().flat_map(BTreeMap::keys) {
            if !before.contains_key(to) {
                before.insert(*to, file);
                next.push_back(to);
            }
        }
    }
    before
}

/// The sets of files that import each other, directly or indirectly (the strongly connected
/// components).
fn circles<'a>(needs: &Needs<'a>) -> Vec<BTreeSet<&'a str>> {
    let reach: BTreeMap<&str, _> = needs.keys().map(|file| (*file, reached(needs, file))).collect();
    let mutual = |a: &str, b: &str| {
        reach[a].contains_key(b) && reach.get(b).is_some_and(|back| back.contains_key(a))
    };
    let mut found: Vec<BTreeSet<&str>> = Vec::new();
    for file in needs.keys().filter(|file| mutual(file, file)) {
        match found.iter_mut().find(|circle| circle.iter().any(|other| mutual(file, other))) {
            Some(circle) => drop(circle.insert(file)),
            None => found.push(BTreeSet::from([*file])),
        }
    }
    found
}

/// A shortest cycle through some file of a circle, with the lines that cause it.
fn way_around(needs: &Needs<'_>, circle: &BTreeSet<&str>) -> Vec<String> {
    let ways = circle.iter().map(|start| {
        let before = reached(needs, start);
        let (mut at, mut steps) = (*start, Vec::new());
        loop {
            let from = before[at];
            steps.push(format!("    {from}:{} imports {at}", needs[from][at]));
            at = from;
            if at == *start {
                break;
            }
        }
        steps.reverse();
        steps
    });
    ways.min_by_key(Vec::len).unwrap_or_default()
}

#[test]
fn no_circle_of_imports() {
    let excused = [STILL_CLOSED, STILL_CLOSED_WITH_OWN_PARTS].concat();
    let (mut closed, mut count) = (Vec::new(), 0);
    for folder in CRATES {
        let sources = files(&[folder]);
        let imports = Modules::of(folder, &sources).imports();
        count += imports.len();
        let needs = needs(&imports);
        for circle in circles(&needs) {
            let names: Vec<&str> = circle.iter().copied().collect();
            if !excused.contains(&names.as_slice()) {
                let way = way_around(&needs, &circle).join("\n");
                closed.push(format!("{names:#?}\n  for example\n{way}"));
            }
        }
        let open = |files: &&&[&str]| {
            let own = files[0].strip_prefix(folder).is_some();
            own && !circles(&needs).iter().any(|circle| circle.iter().eq(files.iter()))
        };
        let opened: Vec<_> = excused.iter().filter(open).collect();
        assert!(opened.is_empty(), "no longer a circle of exactly these files: {opened:#?}");
    }
    assert!(count > 1_000, "too few imports found: {count}");
    assert!(closed.is_empty(), "circles of imports:\n{}", closed.join("\n"));
}

/// The imports of a sample crate.
fn made_up(files: &[(&str, &str)]) -> Vec<Import> {
    let source = |(path, text): &(&str, &str)| Source::new(path, (*text).to_owned());
    let sources: Vec<Source> = files.iter().map(source).collect();
    Modules::of("src/", &sources).imports()
}

#[test]
fn a_circle_is_found_through_a_facade_and_in_macros() {
    let imports = made_up(&[
        ("src/lib.rs", "mod a;\nmod b;\nmod c;"),
        ("src/a.rs", "pub(crate) mod inner;\npub(crate) use inner::{Inner, other as Outer};"),
        ("src/a/inner.rs", "pub struct Inner;\npub fn other() {\n    crate::b::go();\n}"),
        ("src/b.rs", "use crate::c;\npub fn go() {\n    html! { <p>{c::say()}</p> }\n}"),
        ("src/c.rs", "use crate::a::Outer;\npub fn say() { Outer() }"),
    ]);
    let needs = needs(&imports);
    let circles = circles(&needs);
    assert_eq!(circles, [BTreeSet::from(["src/a/inner.rs", "src/b.rs", "src/c.rs"])]);
    let way = way_around(&needs, &circles[0]);
    assert_eq!(
        way,
        [
            "    src/a/inner.rs:3 imports src/b.rs",
            "    src/b.rs:3 imports src/c.rs",
            "    src/c.rs:1 imports src/a/inner.rs"
        ]
    );
}

#[test]
fn a_parent_that_only_hands_names_on_imports_nothing() {
    let files = |parent: &'static str| {
        made_up(&[
            ("src/lib.rs", "pub mod room;\nuse serde::Serialize;"),
            ("src/room.rs", parent),
            ("src/room/part.rs", "use super::Limit;\npub struct Part(Limit);"),
        ])
    };
    let only = "mod part;\npub use part::Part;\npub struct Limit;";
    let needed = "mod part;\npub use part::Part;\npub struct Limit;\npub fn all() -> Vec<Part> {}";
    let qualified = "mod part;\npub struct Limit;\npub fn all() -> part::Part {}";
    assert_eq!(circles(&needs(&files(only))), Vec::<BTreeSet<&str>>::new());
    for closed in [needed, qualified] {
        let circle = BTreeSet::from(["src/room.rs", "src/room/part.rs"]);
        assert_eq!(circles(&needs(&files(closed))), [circle], "{closed}");
    }
}

#[test]
fn modules_in_braces_tests_and_other_crates_are_no_way_around() {
    let imports = made_up(&[
        ("src/lib.rs", "mod a;\nmod b;"),
        ("src/a.rs", "pub mod words {\n    use super::super::b::B;\n}\nuse b as other;\nuse gloo;"),
        (
            "src/b.rs",
            "use std::b::a;\npub struct B;\n/// crate::a::words\n#[cfg(test)]\nmod tests {\n    \
             use crate::a::words;\n}",
        ),
    ]);
    let pairs: Vec<_> = imports.iter().map(|i| (i.from.as_str(), i.to.as_str(), i.line)).collect();
    assert_eq!(pairs, [("src/a.rs", "src/b.rs", 2)]);
}
