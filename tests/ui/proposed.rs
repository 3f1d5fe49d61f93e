//! Proposals before they are applied: what they open and close by role, the marks, the calls that undo
//! them, and what is on record of the rules behind an answer.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{AskedPacket, End, PacketChoice};
use sg_core::explain::ends_with_labels;
use sg_core::language::Language;
use sg_core::model::{Port, Scenario};
use sg_core::share::{Limits, read};
use sg_playground::state::{Action, DrawerTab, Selection, State, Theme, View};
use sg_testing::scenario_text::scenario_of;
use yew::Reducible;

use crate::drawn::{page, words};

/// An account in which a rule of the last night hides older ones.
fn night() -> Scenario {
    let text = std::fs::read_to_string(sg_testing::root().join("tests/data/night.json")).unwrap();
    read(&text, &Limits::FILE).unwrap()
}

/// The page with an open drawer tab or fixes.
fn drawn(
    scenario: Scenario,
    language: Language,
    actions: impl IntoIterator<Item = Action>,
) -> String {
    let state = Rc::new(State::new(Arc::new(scenario), View::new(language, Theme::Light)));
    page(&actions.into_iter().fold(state, |state, action| state.reduce(action)))
}

fn end(scenario: &Scenario, name: &str) -> End {
    let mut ends = ends_with_labels(scenario, Language::En).into_iter();
    ends.find(|(_, label)| label == name).unwrap().0
}

/// The TCP packets to a port between two ends, with the search for fixes open.
fn asked(scenario: &Scenario, from: &str, to: &str, port: u16) -> [Action; 3] {
    let pair = Selection { from: end(scenario, from), to: end(scenario, to) };
    let packet = PacketChoice::One(AskedPacket::Tcp(Port::new(port).unwrap()));
    [Action::Select(pair), Action::Ask(packet), Action::Fixes(true)]
}

/// The words of the first element of a class and what follows it.
fn from_class(markup: &str, class: &str) -> String {
    let (_, after) = markup.split_once(&format!("class=\"{class}\"")).unwrap();
    words(&format!("<{after}"))
}

#[test]
fn a_problem_says_what_its_cure_opens_by_role_and_which_call_undoes_it() {
    for (language, effect, whole, undo) in [
        (
            Language::En,
            "members of app-prod → cache-*: TCP 6379 opened, 42 pairs",
            "! opens something for every member of cache-prod (3)",
            "Calls that undo it aliyun ecs AuthorizeSecurityGroup",
        ),
        (
            Language::Zh,
            "app-prod 的成员 → cache-*：TCP 6379 放通，42 条访问路径",
            "! 对 cache-prod 的所有成员（3 个）放通",
            "用于撤销的调用 aliyun ecs AuthorizeSecurityGroup",
        ),
    ] {
        let markup = drawn(night(), language, [Action::Drawer(Some(DrawerTab::Problems))]);
        let said = from_class(&markup, "problems");
        for part in [effect, whole, undo] {
            assert!(said.contains(part), "{part}: {said}");
        }
        // Time, group, rule, description and id, the newest first.
        let newest = "2026-11-29T23:02:00Z cache-prod";
        let older = "2026-01-19T06:16:00Z cache-prod";
        let at = |text: &str| said.find(text).unwrap_or_else(|| panic!("{text}: {said}"));
        assert!(at(newest) < at(older), "{said}");
        assert!(
            said.contains("temporary, during the migration sgr-bp18tyy5hqd50gdcw8yq"),
            "{said}"
        );
    }
}

#[test]
fn a_fix_that_opens_to_the_internet_or_a_whole_group_is_marked_before_it_is_applied() {
    let world = "group DB basic drop\ninstance db-1 10.0.2.1 public 203.0.113.9 in DB\n\
                 instance db-2 10.0.2.2 public 203.0.113.10 in DB\noutside internet 0.0.0.0/0";
    for (language, effect, mark, whole) in [
        (
            Language::En,
            "TCP 22 opened, 4 pairs",
            "opens to the Internet",
            "opens something for every member of DB (2)",
        ),
        (Language::Zh, "TCP 22 放通，4 条访问路径", "对公网开放", "对 DB 的所有成员（2 个）放通"),
    ] {
        let scenario = scenario_of(world);
        let actions = asked(&scenario, "internet", "db-1", 22);
        let markup = drawn(scenario, language, actions);
        let fixes = markup.split_once("class=\"fixes\"").unwrap().1;
        let (before, lines) = fixes.split_once("class=\"proposed\"").unwrap();
        assert!(before.contains("class=\"apply\""), "the button comes first: {before}");
        let said = words(&format!("<{lines}"));
        for part in [&*format!("{effect} {mark}"), whole] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(lines.contains("class=\"tag bad\""), "{lines}");
    }
}

#[test]
fn an_answer_lists_the_newest_of_the_rules_behind_it_first_and_counts_the_older() {
    for (language, title, older) in [
        (Language::En, "Rules named, newest first", "older"),
        (Language::Zh, "涉及的规则（从新到旧）", "条更早的规则"),
    ] {
        let actions = asked(&night(), "app-07", "db-04", 5432);
        let said = from_class(&drawn(night(), language, actions), "named-rules");
        let times: Vec<&str> =
            said.split_whitespace().filter(|word| word.starts_with("2026-")).collect();
        assert!(said.contains(title) && said.contains(older), "{said}");
        assert!(times.len() > 3 && times.is_sorted_by(|one, next| one >= next), "{times:?}");
        let rule = said.find("temporary, during the migration sgr-bp141w9og0igefja7m5y");
        assert!(rule < said.find(older), "{said}");
    }
}
