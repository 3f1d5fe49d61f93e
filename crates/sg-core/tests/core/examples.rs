//! Checks every example: its scenario is readable, and its cell and call have the listed results.
//!
//! The list is `tests/data/examples.txt`. Links to examples are published, so lines may be added to
//! it but never removed.
//!
//! ```text
//! three-groups: pass S-02
//! public-address: ecs1 -> ecs2@203.0.113.12 tcp 80: blocked S-08
//! managed-group: call: 403 InvalidOperation.ResourceManagedByCloudProduct
//! ```
//! The first form is the cell that the example opens, with its packets; the second is any other
//! packet in its scenario; the third is its call.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use std::collections::BTreeSet;

use sg_core::connectivity::*;
use sg_core::emulator::{Env, answer};
use sg_core::explain::explain_answer;
use sg_core::language::Language;
use sg_core::lesson::{Example, Lesson, Level, end_named, first_scenario};
use sg_core::model::*;
use sg_core::share::{Route, is_id};

const EXPECTED: &str = include_str!("../../../../tests/data/examples.txt");

/// A line of the list: the example, the question (empty for its own cell) and the answer.
fn expected() -> Vec<(&'static str, &'static str, &'static str)> {
    let lines = EXPECTED.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (id, rest) = line.split_once(": ").expect(line);
            let (question, answer) = rest.rsplit_once(": ").unwrap_or(("", rest));
            (id, question, answer)
        })
        .collect()
}

fn scenario(example: &Example) -> Scenario {
    example.scenario().unwrap_or_else(|error| panic!("{}: {error}", example.id))
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Blocked => "blocked",
        Verdict::Unknown => "unknown",
    }
}

fn described(evaluation: &Evaluation) -> String {
    let mut text = format!("{} {}", verdict(evaluation.verdict), evaluation.clause());
    if let Some(contested) = &evaluation.contested {
        text += &format!(", contested {} {}", verdict(contested.verdict), contested.clause);
    }
    text
}

/// What the page shows for the cell that the example opens.
fn own_answer(example: &Example) -> String {
    let scenario = scenario(example);
    let (from, to) = example.ends(&scenario).expect(example.id);
    match example.packet {
        PacketChoice::One(asked) => {
            let flow = flow_between(&scenario, &from, &to, asked.sample()).unwrap();
            described(&evaluate(&scenario, &flow))
        }
        PacketChoice::All => {
            let all =
                cell_between(&scenario, &from, &to, PacketChoice::All, CheckedDirections::Both)
                    .unwrap();
            let answer = all.answer(&scenario, &from, &to, PacketChoice::All).unwrap();
            let told = explain_answer(&scenario, &answer, Language::En);
            let state = match all.state {
                CellState::Pass => "pass",
                CellState::Blocked => "blocked",
                CellState::Partial(_) => "partial",
                other @ (CellState::Itself | CellState::NotFiltered | CellState::Unknown) => {
                    panic!("{}: {other:?}", example.id)
                }
            };
            match told.clause {
                Some(clause) => format!("{state} {clause}"),
                None => state.to_owned(),
            }
        }
    }
}

/// The answer to a question such as `ecs1 -> ecs2@203.0.113.12 tcp 80 from 1000`.
fn other_answer(example: &Example, question: &str) -> String {
    let scenario = scenario(example);
    let words: Vec<&str> = question.split_whitespace().collect();
    let [from, "->", to, protocol, ports @ ..] = words.as_slice() else { panic!("{question}") };
    let port = |text: &str| Port::parse(text).expect(question);
    let source_port = match ports {
        [_, "from", source] => port(source),
        _ => Packet::DYNAMIC_PORT,
    };
    let packet = match *protocol {
        "tcp" => Packet::Tcp { source_port, destination_port: port(ports[0]) },
        "udp" => Packet::Udp { source_port, destination_port: port(ports[0]) },
        "icmp" => Packet::Icmp,
        other => panic!("{other} in {question}"),
    };
    let named = |text: &str| {
        let (name, at) = text.split_once('@').map_or((text, None), |(name, at)| (name, Some(at)));
        let end = end_named(&scenario, name).expect(question);
        (end, at.map(|at| at.parse().expect(question)))
    };
    let ((from, _), (to, at)) = (named(from), named(to));
    let mut flow = flow_between(&scenario, &from, &to, packet).unwrap();
    if let (Endpoint::Interface { address, .. }, Some(at)) = (&mut flow.destination, at) {
        *address = at;
    }
    described(&evaluate(&scenario, &flow))
}

fn call_answer(example: &Example) -> String {
    let env = Env { now: Timestamp::from_unix_seconds(1_767_225_600), entropy: 7 };
    match answer(&scenario(example), &example.call().expect(example.id), &env) {
        Ok(answer) => {
            format!("200 {}", if answer.scenario == scenario(example) { "read" } else { "changed" })
        }
        Err(error) => format!("{} {}", error.status(), error.code()),
    }
}

#[test]
fn every_example_answers_as_the_list_says() {
    let mut failures = Vec::new();
    for (id, question, expected) in expected() {
        let example = Example::find(id).unwrap_or_else(|| panic!("no example {id}"));
        let actual = match question {
            "" => own_answer(example),
            "call" => call_answer(example),
            question => other_answer(example, question),
        };
        if actual != expected {
            failures.push(format!("{id}: {question}\n    expected {expected}\n    found {actual}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_example_is_on_the_list() {
    let listed: BTreeSet<(&str, bool)> =
        expected().into_iter().map(|(id, question, _)| (id, question == "call")).collect();
    for example in Example::all() {
        assert!(listed.contains(&(example.id, false)), "{}: {}", example.id, own_answer(example));
        if example.call().is_some() {
            assert!(
                listed.contains(&(example.id, true)),
                "{}: {}",
                example.id,
                call_answer(example)
            );
        }
    }
}

#[test]
fn ids_are_unique_and_fit_into_a_link() {
    let ids: BTreeSet<&str> = Example::all().map(|example| example.id).collect();
    assert_eq!(ids.len(), Example::all().count());
    assert!(ids.len() >= 20, "only {} examples", ids.len());
    assert!(ids.iter().all(|id| is_id(id)), "{ids:?}");
    for level in Level::ALL {
        assert!(Example::all().any(|example| example.level == level), "{level:?} has no example");
    }
    assert!(Example::all().map(|example| example.level).is_sorted(), "ordered by level");
}

#[test]
fn every_example_says_what_it_shows_in_both_languages() {
    for Example { id, title, shows, .. } in Example::all() {
        for text in [title, shows] {
            assert!(!text.en.is_empty() && !text.zh.is_empty(), "{id}");
        }
        assert!(shows.en.ends_with('.') && shows.zh.ends_with('。'), "{id}: {shows:?}");
        assert!(!title.en.ends_with('.') && !title.zh.ends_with('。'), "{id}: {title:?}");
        assert!(shows.en.len() <= 220, "{id} says more than one thing: {}", shows.en.len());
    }
}

#[test]
fn the_first_example_is_the_first_scenario() {
    let example = Example::find("three-groups").unwrap();
    assert_eq!(scenario(example), first_scenario());
}

#[test]
fn the_scenario_files_are_the_examples_and_no_others() {
    let folder = sg_testing::root().join("crates/sg-core/src/lesson/scenarios");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let ids: BTreeSet<String> = Example::all().map(|example| example.id.to_owned()).collect();
    assert_eq!(files, ids);
}

#[test]
fn a_search_finds_an_example_by_words_of_either_language() {
    let found = |search: &str| -> Vec<&str> {
        Example::all().filter(|example| example.matches(search)).map(|example| example.id).collect()
    };
    assert!(found("PING icmp").contains(&"ping"));
    assert!(found("元数据").contains(&"metadata"));
    assert_eq!(found("InvalidParamter.Conflict"), ["own-group-as-source"]);
    assert_eq!(found(""), Example::all().map(|example| example.id).collect::<Vec<_>>());
    assert_eq!(found("there is no such example"), Vec::<&str>::new());
}

/// The documented traffic scenarios, with the example for each.
#[test]
fn every_scenario_of_the_documents_has_its_example() {
    let shown = [
        "one-group",
        "accept-ignores-rules",
        "drop-wakes-the-rule",
        "isolated",
        "open-one-port",
        "one-accept-is-enough",
        "not-transitive",
        "advanced-isolates",
        "advanced-refuses-the-switch",
        "advanced-way-out",
        "tie-goes-to-drop",
        "smaller-number-wins",
        "replies",
        "public-address",
        "group-as-source",
        "group-is-one-way",
        "metadata",
        "mail",
        "load-balancer",
        "open-but-silent",
        "ping",
        "ipv6-client",
        "own-group-as-source",
        "two-interfaces",
        "managed-group",
        "moving",
        "outbound-port",
        "ports-and-protocols",
        "read-it-back",
        "three-groups",
    ];
    for id in shown {
        assert!(Example::find(id).is_some(), "{id}");
    }
}

#[test]
fn every_link_of_each_readme_opens_what_exists() {
    for file in ["README.md", "README.zh-CN.md"] {
        let readme = std::fs::read_to_string(sg_testing::root().join(file)).unwrap();
        let links = readme.split("(http://127.0.0.1:8080/").skip(1);
        let links: Vec<&str> = links.filter_map(|rest| rest.split(')').next()).collect();
        assert!(links.len() > 10, "{file}: {links:?}");
        links.into_iter().for_each(|link| opens(file, link));
    }
}

fn opens(file: &str, link: &str) {
    if let Some((page, "html")) = link.rsplit_once('.') {
        let page = sg_testing::root().join("static").join(page).with_extension("html");
        assert!(page.exists(), "{file}: {link}");
        return;
    }
    match Route::parse(link) {
        Ok(Route::Example { id, .. }) => assert!(Example::find(&id).is_some(), "{file}: {link}"),
        Ok(Route::Lesson { id, .. }) => assert!(Lesson::find(&id).is_some(), "{file}: {link}"),
        other => panic!("{file}: {link}: {other:?}"),
    }
}
