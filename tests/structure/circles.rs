//! No circular imports between files.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::imports::{Import, Modules};
use crate::source::{Source, files};

/// The crates, by source folder.
const CRATES: [&str; 3] = ["crates/sg-core/src/", "crates/sgp/src/", "src/"];

/// Circles that are still there, each with all its files; every one of them is to be opened.
const STILL_CLOSED: &[&[&str]] = &[
    &[
        "crates/sg-core/src/connectivity/cell.rs",
        "crates/sg-core/src/connectivity/choice.rs",
        "crates/sg-core/src/connectivity/matrix.rs",
        "crates/sg-core/src/connectivity/pair.rs",
        "crates/sg-core/src/connectivity/reach.rs",
        "crates/sg-core/src/connectivity/reach/gallery.rs",
        "crates/sg-core/src/connectivity/reach/regions.rs",
        "crates/sg-core/src/connectivity/reach/sides.rs",
        "crates/sg-core/src/connectivity/reach/update.rs",
        "crates/sg-core/src/connectivity/space.rs",
        "crates/sg-core/src/connectivity/tile.rs",
    ],
    &["crates/sg-core/src/connectivity/trace.rs", "crates/sg-core/src/connectivity/verdict.rs"],
    &[
        "crates/sg-core/src/emulator/action/authorize_security_group.rs",
        "crates/sg-core/src/emulator/action/authorize_security_group_egress.rs",
        "crates/sg-core/src/emulator/action/create_security_group.rs",
        "crates/sg-core/src/emulator/action/delete_security_group.rs",
        "crates/sg-core/src/emulator/action/describe_instances.rs",
        "crates/sg-core/src/emulator/action/describe_regions.rs",
        "crates/sg-core/src/emulator/action/describe_security_group_attribute.rs",
        "crates/sg-core/src/emulator/action/describe_security_group_references.rs",
        "crates/sg-core/src/emulator/action/describe_security_groups.rs",
        "crates/sg-core/src/emulator/action/join_security_group.rs",
        "crates/sg-core/src/emulator/action/leave_security_group.rs",
        "crates/sg-core/src/emulator/action/modify_security_group_attribute.rs",
        "crates/sg-core/src/emulator/action/modify_security_group_egress_rule.rs",
        "crates/sg-core/src/emulator/action/modify_security_group_policy.rs",
        "crates/sg-core/src/emulator/action/modify_security_group_rule.rs",
        "crates/sg-core/src/emulator/action/revoke_security_group.rs",
        "crates/sg-core/src/emulator/action/revoke_security_group_egress.rs",
        "crates/sg-core/src/emulator/answer.rs",
        "crates/sg-core/src/emulator/authorize.rs",
        "crates/sg-core/src/emulator/common.rs",
        "crates/sg-core/src/emulator/membership.rs",
        "crates/sg-core/src/emulator/modify_rule.rs",
        "crates/sg-core/src/emulator/paging.rs",
        "crates/sg-core/src/emulator/revoke.rs",
        "crates/sg-core/src/emulator/rule_form.rs",
        "crates/sg-core/src/emulator/rule_form/fault.rs",
        "crates/sg-core/src/emulator/rule_form/parse.rs",
        "crates/sg-core/src/emulator/rule_form/spell.rs",
    ],
    &[
        "crates/sg-core/src/import/json.rs",
        "crates/sg-core/src/import/tree.rs",
        "crates/sg-core/src/import/xml.rs",
    ],
    &["crates/sg-core/src/model/protocol.rs", "crates/sg-core/src/model/rule.rs"],
    &["src/component/instances/addresses.rs", "src/component/instances/interface.rs"],
    &["src/component/quiz/ends.rs", "src/component/quiz/scene.rs"],
    &["src/drawing/block.rs", "src/drawing/layout.rs"],
];

/// A file and the parts in its own folder count as one: the file calls its parts, and they use its
/// definitions. Definitions that both need belong in a part of their own.
const STILL_CLOSED_WITH_OWN_PARTS: &[&[&str]] = &[
    &["crates/sg-core/src/connectivity/check.rs", "crates/sg-core/src/connectivity/check/judge.rs"],
    &[
        "crates/sg-core/src/connectivity/fix.rs",
        "crates/sg-core/src/connectivity/fix/candidates.rs",
        "crates/sg-core/src/connectivity/fix/price.rs",
    ],
    &[
        "crates/sg-core/src/connectivity/lint.rs",
        "crates/sg-core/src/connectivity/lint/exposure.rs",
        "crates/sg-core/src/connectivity/lint/rules.rs",
        "crates/sg-core/src/connectivity/lint/usage.rs",
    ],
    &[
        "crates/sg-core/src/gateway.rs",
        "crates/sg-core/src/gateway/authenticate.rs",
        "crates/sg-core/src/gateway/state.rs",
    ],
    &["crates/sg-core/src/history.rs", "crates/sg-core/src/history/script.rs"],
    &["crates/sg-core/src/import/gather.rs", "crates/sg-core/src/import/gather/classify.rs"],
    &["crates/sg-core/src/lesson/course.rs", "crates/sg-core/src/lesson/course/progress.rs"],
    &[
        "crates/sg-core/src/lesson/example.rs",
        "crates/sg-core/src/lesson/example/api.rs",
        "crates/sg-core/src/lesson/example/rules.rs",
        "crates/sg-core/src/lesson/example/several.rs",
        "crates/sg-core/src/lesson/example/switch.rs",
    ],
    &["crates/sg-core/src/lesson/glossary.rs", "crates/sg-core/src/lesson/glossary/terms.rs"],
    &[
        "crates/sg-core/src/model/scenario.rs",
        "crates/sg-core/src/model/scenario/check.rs",
        "crates/sg-core/src/model/scenario/quota.rs",
    ],
    &[
        "crates/sg-core/src/request/parse.rs",
        "crates/sg-core/src/request/parse/command.rs",
        "crates/sg-core/src/request/parse/error.rs",
        "crates/sg-core/src/request/parse/query.rs",
        "crates/sg-core/src/request/parse/shell.rs",
        "crates/sg-core/src/request/parse/text.rs",
    ],
    &[
        "crates/sg-core/src/request/snippet.rs",
        "crates/sg-core/src/request/snippet/curl.rs",
        "crates/sg-core/src/request/snippet/go.rs",
        "crates/sg-core/src/request/snippet/java.rs",
        "crates/sg-core/src/request/snippet/node.rs",
        "crates/sg-core/src/request/snippet/python.rs",
    ],
    &[
        "crates/sg-core/src/share/document/lines.rs",
        "crates/sg-core/src/share/document/lines/read.rs",
        "crates/sg-core/src/share/document/lines/what.rs",
        "crates/sg-core/src/share/document/lines/write.rs",
    ],
    &[
        "crates/sg-core/src/specimen.rs",
        "crates/sg-core/src/specimen/predict.rs",
        "crates/sg-core/src/specimen/recipe.rs",
        "crates/sg-core/src/specimen/recipe/groups.rs",
        "crates/sg-core/src/specimen/recipe/members.rs",
        "crates/sg-core/src/specimen/recipe/modify.rs",
        "crates/sg-core/src/specimen/recipe/rules.rs",
    ],
    &["crates/sg-core/src/specimen/fixture.rs", "crates/sg-core/src/specimen/fixture/rules.rs"],
    &["crates/sgp/src/command.rs", "crates/sgp/src/lib.rs"],
    &["crates/sgp/src/command/diff.rs", "crates/sgp/src/command/diff/json.rs"],
    &["crates/sgp/src/serve.rs", "crates/sgp/src/serve/patience.rs"],
    &["src/component/drawer/console.rs", "src/component/drawer/console/prompt.rs"],
    &["src/component/drawer/signing.rs", "src/component/drawer/signing/settings.rs"],
    &["src/component/header.rs", "src/component/header/menu.rs"],
    &["src/component/interface_fields.rs", "src/component/interface_fields/group_choice.rs"],
    &["src/component/matrix.rs", "src/component/matrix/cell.rs", "src/component/matrix/sight.rs"],
    &["src/component/rule_form.rs", "src/component/rule_form/fields.rs"],
    &[
        "src/platform.rs",
        "src/platform/address.rs",
        "src/platform/download.rs",
        "src/platform/memory.rs",
        "src/platform/preference.rs",
        "src/platform/scene.rs",
    ],
    &[
        "src/state.rs",
        "src/state/keeping.rs",
        "src/state/lesson.rs",
        "src/state/opening.rs",
        "src/state/origins.rs",
        "src/state/place.rs",
        "src/state/presentation.rs",
        "src/state/quiz.rs",
        "src/state/request.rs",
        "src/state/sending.rs",
        "src/state/view.rs",
    ],
];

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
