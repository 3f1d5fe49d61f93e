//! "What changed since 20:00?": the field below an answer and above the problems lists the rules created
//! since then; a text that is no moment is said to be none.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::End;
use sg_core::explain::rules_since;
use sg_core::language::Language;
use sg_core::model::{Scenario, Timestamp};
use sg_core::share::{Limits, read};
use sg_playground::state::{
    Action, DrawerTab, LocationEdit, NoMoment, Opening, Origins, Selection, Since, State,
};
use sg_playground::text::{answer, problems};
use sg_testing::environment::env;
use yew::Reducible;

use crate::drawn::{page, words};
use crate::opened::at;

/// When the night's rules were created: at 22:56, 23:02 and 23:51.
const NIGHT: &str = include_str!("../data/night.json");

fn night(language: Language) -> Rc<State> {
    let scenario = read(NIGHT, &Limits::FILE).unwrap();
    let opening = Opening::imported(Arc::new(scenario), Origins::default());
    let open = LocationEdit::Open(Rc::new(opening), env(3));
    at("").reduce(Action::SetLanguage(language)).reduce(Action::Location(open))
}

/// The moment that somebody types after that night.
fn typed(text: &str) -> Since {
    Since { typed: text.to_owned(), at: Timestamp::parse("2026-11-30T01:30:00Z") }
}

fn since(state: &Rc<State>, text: &str) -> Rc<State> {
    Rc::clone(state).reduce(Action::Since(typed(text)))
}

fn end(scenario: &Scenario, name: &str) -> End {
    let instance = scenario.instances().find(|instance| instance.name == name).unwrap();
    End::Interface(instance.primary().unwrap().clone())
}

/// The words of the rules below the answer about a pair.
fn named(state: &Rc<State>, from: &str, to: &str) -> String {
    let scenario = state.scenario();
    let pair = Selection { from: end(scenario, from), to: end(scenario, to) };
    let drawn = page(&Rc::clone(state).reduce(Action::Select(pair)));
    let (_, list) = drawn.split_once("<section class=\"named-rules\">").unwrap();
    words(list.split_once("</section>").unwrap().0)
}

fn problems_of(state: &Rc<State>) -> String {
    let drawn = page(&Rc::clone(state).reduce(Action::Drawer(Some(DrawerTab::Problems))));
    let (_, drawer) = drawn.split_once("id=\"drawer\"").unwrap();
    words(drawer)
}

#[test]
fn a_moment_is_that_before_it_was_typed() {
    for (text, moment) in [
        ("20:00", Ok(Some("2026-11-29T20:00:00Z"))),
        (" 20:00+08:00 ", Ok(Some("2026-11-29T12:00:00Z"))),
        ("2026-11-29", Ok(Some("2026-11-29T00:00:00Z"))),
        ("", Ok(None)),
        ("  ", Ok(None)),
        ("yesterday", Err(NoMoment)),
    ] {
        let read = typed(text).moment().map(|moment| moment.map(|moment| moment.to_string()));
        assert_eq!(read, moment.map(|moment| moment.map(str::to_owned)), "{text}");
    }
    assert_eq!(Since::default().moment(), Ok(None));
}

#[test]
fn an_answer_lists_the_rules_created_since_then() {
    for language in Language::ALL {
        let night = night(language);
        let all = named(&night, "app-07", "db-04");
        assert!(all.contains("2026-11-29T22:56:00Z") && all.contains("2026-04-02T14:41:00Z"));
        assert!(all.contains(answer::SINCE.get(language)), "{all}");
        let late = named(&since(&night, "20:00"), "app-07", "db-04");
        assert!(late.contains("2026-11-29T22:56:00Z"), "{late}");
        assert!(!late.contains("2026-04-02T14:41:00Z"), "{late}");
        // Without a rule to list, the field stays, so that the time can be changed.
        let none = named(&since(&night, "23:59"), "app-07", "db-04");
        assert!(!none.contains("22:56") && none.contains(answer::SINCE.get(language)), "{none}");
        // What is no time hides nothing.
        let wrong = named(&since(&night, "yesterday"), "app-07", "db-04");
        assert!(wrong.contains(answer::NO_MOMENT.get(language)), "{wrong}");
        assert!(wrong.contains("2026-04-02T14:41:00Z"), "{wrong}");
    }
}

#[test]
fn problems_lists_what_was_created_since_then_and_the_findings_about_it() {
    for language in Language::ALL {
        let night = night(language);
        let all = problems_of(&night);
        for name in ["wrong-priority", "priority-tie", "own-public-address", "wrong-group"] {
            assert!(all.contains(name), "{name}: {all}");
        }
        let moment = Timestamp::parse("2026-11-29T23:00:00Z").unwrap();
        let rules = rules_since(night.scenario(), moment);
        assert_eq!(rules.len(), 2, "the newest first");
        assert!(rules[0].created() > rules[1].created());
        let late = problems_of(&since(&night, "23:00"));
        let values = [("count", "2"), ("time", "2026-11-29T23:00:00Z")];
        assert!(late.contains(&problems::RULES_SINCE.fill(language, &values)), "{late}");
        for rule in rules {
            assert!(late.contains(rule.rule.id.as_str()), "{late}");
        }
        for (name, listed) in [
            ("own-public-address", true),
            ("priority-tie", true),
            ("wrong-priority", false),
            ("wrong-group", false),
        ] {
            assert_eq!(late.contains(name), listed, "{name}: {late}");
        }
        let none = problems_of(&since(&night, "2026-12-01"));
        let values = [("time", "2026-12-01T00:00:00Z")];
        for text in [problems::NO_RULE_SINCE, problems::NONE_SINCE] {
            assert!(none.contains(&text.fill(language, &values)), "{none}");
        }
    }
}
