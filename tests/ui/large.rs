//! A scenario larger than any link: it has no link, the page says why, and offers the file.

use std::rc::Rc;
use std::sync::Arc;

use serde_json::json;
use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::rng::SplitMix64;
use sg_core::share::{Limits, Route, read};
use sg_playground::component::share::link::SharePanel;
use sg_playground::export::{File, Form, Style};
use sg_playground::state::{Action, LocationEdit, Opening, Origins, State, permalink};
use sg_playground::text::links as text;
use sg_testing::environment::env;
use sg_testing::workload::Workload;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{self, draw, tags, words};
use crate::opened::at;

/// A scenario with so many groups and instances.
fn of(groups: usize, instances: usize) -> Scenario {
    let size = Workload { groups, instances, rules_per_group: 2, ..Workload::A };
    size.scenario(1)
}

/// One group more than a link holds.
fn one_too_many() -> Scenario {
    of(Limits::LINK.groups + 1, 3)
}

fn imported(scenario: Scenario) -> Rc<State> {
    let opening = Opening::imported(Arc::new(scenario), Origins::default());
    at("").reduce(Action::Location(LocationEdit::Open(Rc::new(opening), env(3))))
}

/// The state after an edit of the first group.
fn edited(state: &Rc<State>) -> Rc<State> {
    let group = state.scenario().groups().next().unwrap();
    let policy = group.group_type.inner_access_policy().flipped();
    let call = Call::modify_security_group_policy(state.scenario().region(), &group.id, policy);
    Rc::clone(state).reduce(Action::Edit(Edit::Call(call), env(4)))
}

#[test]
fn what_is_larger_than_any_link_has_none_before_and_after_an_edit() {
    for scenario in [one_too_many(), of(50, 201), of(100, 2_000)] {
        let opened = imported(scenario);
        assert!(permalink(opened.scenario(), &opened.view, None, None).is_err());
        for state in [edited(&opened), opened] {
            assert_eq!((state.route(), state.sent_steps()), (None, None));
            assert_eq!((state.shared_route(true), state.shared_route(false)), (None, None));
        }
    }
}

#[test]
fn undo_of_a_large_import_has_the_link_of_what_was_there() {
    let opened = imported(one_too_many());
    let back = Rc::clone(&opened).reduce(Action::Undo);
    assert_eq!(back.scenario(), at("").scenario());
    // What it began with is too large, and what it is now is not.
    let Some(Route::Scenario { .. }) = back.route() else { panic!("{:?}", back.route()) };
    assert_eq!(at(&back.route().unwrap().to_string()).scenario(), back.scenario());
}

#[test]
fn share_says_why_there_is_no_link_and_offers_the_file() {
    let state = imported(one_too_many());
    for language in Language::ALL {
        let share = draw(language, html! { <SharePanel state={Rc::clone(&state)} /> });
        let said = words(&share);
        let [count, most] = [Limits::LINK.groups + 1, Limits::LINK.groups].map(|n| n.to_string());
        let reason = text::MORE_GROUPS.fill(language, &[("count", &count), ("most", &most)]);
        assert!(said.contains(&reason), "{said}");
        assert!(said.contains(text::AS_FILE.get(language)), "{said}");
        assert!(!said.contains(text::SHARE_LEAD.get(language)), "{said}");
        assert!(
            tags(&share, "textarea").is_empty() && tags(&share, "iframe").is_empty(),
            "{share}"
        );
    }
    let small = draw(Language::En, html! { <SharePanel state={at("")} /> });
    assert!(!words(&small).contains(text::AS_FILE.en), "{small}");
    let style = Style { language: Language::En, dark: false, page: "" };
    let file = File::of(&state, Form::Scenario, style).unwrap();
    assert_eq!(file.name, "scenario.json");
    assert_eq!(read(&file.text, &Limits::FILE).as_ref(), Ok(&**state.scenario()));
}

/// Few things with more words than a link holds, and more outside addresses than it holds.
#[test]
fn share_says_of_every_limit_that_it_is_exceeded() {
    let mut numbers = SplitMix64::new(1);
    let mut words = |count: usize| -> String {
        (0..count)
            .map(|_| numbers.pick(&['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']).unwrap())
            .collect()
    };
    let described = |description: String| {
        let group = json!({ "securityGroupId": "sg-1", "description": description });
        json!({ "version": 1, "vpcs": [{ "vpcId": "vpc-1", "cidrBlocks": ["10.0.0.0/8"] }], "securityGroups": [group] })
    };
    let outside = |number: usize| json!({ "name": number.to_string(), "cidrBlock": "0.0.0.0/0" });
    let outside: Vec<_> = (0..=Limits::LINK.outside).map(outside).collect();
    for (document, sentence) in [
        (described(words(100_000)), text::MORE_CHARACTERS),
        (described("x".repeat(Limits::LINK.bytes)), text::MORE_BYTES),
        (json!({ "version": 1, "outsideAddresses": outside }), text::MORE_OUTSIDE),
    ] {
        let state = imported(read(&document.to_string(), &Limits::FILE).unwrap());
        assert_eq!((state.route(), state.shared_route(true)), (None, None));
        let share = draw(Language::En, html! { <SharePanel {state} /> });
        let start = sentence.en.split("{count}").next().unwrap();
        assert!(drawn::words(&share).contains(start), "{start}: {share}");
        assert!(drawn::words(&share).contains(text::AS_FILE.en), "{share}");
    }
}

#[test]
fn an_answer_about_it_is_exported_without_a_link() {
    let style = Style { language: Language::En, dark: false, page: "https://example.org/" };
    let answer = |state: &State| File::of(state, Form::Markdown, style).unwrap().text;
    let large = answer(&imported(one_too_many()));
    assert!(!large.contains("https://example.org/"), "{large}");
    assert!(answer(&at("#ex/ping")).contains("https://example.org/"));
}
