//! The reference: every statement has its sources and standing, every term both languages, and a
//! search filters both. No browser.

#![expect(clippy::unwrap_used, reason = "a test fails at the first error")]

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{ClauseId, Status};
use sg_core::emulator::{Assumption, Env};
use sg_core::evidence::records;
use sg_core::history::{Edit, TopologyEdit};
use sg_core::language::Language;
use sg_core::lesson::{Term, first_scenario};
use sg_core::model::{IntraGroupPrecedence, Timestamp};
use sg_playground::component::learn::reference::glossary::Glossary;
use sg_playground::component::learn::reference::statements::Statements;
use sg_playground::component::shell::header::Header;
use sg_playground::page::Links;
use sg_playground::state::{Action, LocationEdit, OpenDialog, Opening, State, Theme, View};
use sg_playground::text::reference;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::draw;

fn statements(language: Language, search: &'static str, status: Option<Status>) -> String {
    let scenario = Arc::new(first_scenario());
    draw(language, html! { <Statements {scenario} {search} {status} /> })
}

/// The numbers of the statements shown, in order.
fn numbers(markup: &str) -> Vec<String> {
    let parts = markup.split("id=\"statement-").skip(1);
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

/// A text, escaped as in the markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn open(state: &Rc<State>, over: OpenDialog) -> Rc<State> {
    Rc::clone(state).reduce(Action::Location(LocationEdit::Dialog(Some(over))))
}

fn state() -> Rc<State> {
    Rc::new(State::opened(Opening::of(""), &View::new(Language::En, Theme::Dark)))
}

#[test]
fn every_statement_is_listed_with_its_pages_in_both_languages() {
    let clauses = ClauseId::ALL.iter().map(ToString::to_string);
    let all: Vec<String> = clauses.chain(Assumption::ALL.iter().map(ToString::to_string)).collect();
    for language in Language::ALL {
        let markup = statements(language, "", None);
        assert_eq!(numbers(&markup), all);
        let clauses = ClauseId::ALL.iter().map(|id| (id.clause().statement, id.clause().sources));
        let readings =
            Assumption::ALL.iter().map(|id| (id.reading().statement, id.reading().sources));
        for (statement, sources) in clauses.chain(readings) {
            assert!(markup.contains(&escaped(statement.get(language))), "{}", statement.en);
            for source in sources {
                assert!(
                    markup.contains(&escaped(source.title.get(language))),
                    "{}",
                    source.title.en
                );
                assert!(markup.contains(source.date));
            }
        }
        for glyph in ["●", "◐", "≠"] {
            assert!(markup.matches(glyph).count() > 1, "{glyph}");
        }
    }
}

#[test]
fn a_search_narrows_by_number_and_by_words_of_either_language() {
    for language in Language::ALL {
        assert_eq!(numbers(&statements(language, "s-22", None)), ["S-22"]);
        let english = numbers(&statements(language, "Metadata service", None));
        assert_eq!(english, numbers(&statements(language, "元数据服务", None)));
        assert_eq!(english, ["S-20"]);
        let both = numbers(&statements(language, "ClientToken", None));
        assert!(both.len() > 2 && both.iter().all(|id| id.starts_with("A-")), "{both:?}");
        let none = statements(language, "no such statement", None);
        assert_eq!(numbers(&none), Vec::<String>::new());
        assert!(none.contains(reference::NO_STATEMENT.get(language)));
    }
}

#[test]
fn every_record_is_shown_once_in_both_languages() {
    for language in Language::ALL {
        let markup = statements(language, "", None);
        for record in records() {
            let said = match language {
                Language::En => &record.situation.en,
                Language::Zh => &record.situation.zh,
            };
            assert_eq!(
                markup.matches(&format!("<span>{}</span>", escaped(said))).count(),
                records().iter().filter(|own| own.situation == record.situation).count(),
                "{}",
                record.id
            );
        }
        // A statement is found by its evidence, and a record without a statement as well.
        let found = statements(language, "119.110.100.86/32", None);
        assert_eq!(numbers(&found), [Assumption::HostWithoutMask.to_string()]);
        let found = statements(language, "own-group InvalidParamter.Conflict 2026", None);
        assert_eq!(numbers(&found), Vec::<String>::new());
        let found = statements(language, "InvalidParamter.Conflict Terraform", None);
        assert!(found.contains("InvalidParamter.Conflict"), "{found}");
        assert!(!found.contains(reference::NO_STATEMENT.get(language)));
    }
}

#[test]
fn a_standing_is_shown_alone() {
    let mut sum = 0;
    for status in Status::ALL {
        let shown = numbers(&statements(Language::En, "", Some(status)));
        for id in ClauseId::ALL {
            assert_eq!(shown.contains(&id.to_string()), id.clause().status == status, "{id}");
        }
        for id in Assumption::ALL {
            assert_eq!(shown.contains(&id.to_string()), id.reading().status == status, "{id}");
        }
        sum += shown.len();
    }
    assert_eq!(sum, ClauseId::ALL.len() + Assumption::ALL.len());
}

#[test]
fn the_question_on_which_pages_disagree_has_its_switch_there() {
    let asked = ClauseId::PolicyAgainstEgressRules.to_string();
    let pressed = |state: &Rc<State>| {
        let markup =
            draw(Language::En, html! { <Links state={open(state, OpenDialog::Statements)} /> });
        let mut items = markup.split("id=\"statement-").skip(1);
        let item = items.find(|item| item.starts_with(&asked)).unwrap();
        assert_eq!(markup.matches("class=\"seg\"").count(), 1);
        let pressed = item.split("<button").find(|button| button.contains("aria-pressed=\"true\""));
        pressed.unwrap().split("</button>").next().unwrap().to_owned()
    };
    let state = state();
    assert!(pressed(&state).ends_with("No, the policy takes precedence"));
    let read = TopologyEdit::Read { precedence: IntraGroupPrecedence::CustomEgressFirst };
    let env = Env { now: Timestamp::from_unix_seconds(1_800_000_000), entropy: 1 };
    let state = state.reduce(Action::Edit(Edit::Topology(read), env));
    assert!(pressed(&state).ends_with("Yes, the rule takes precedence"));
}

#[test]
fn every_word_stands_in_both_languages_beside_its_value() {
    for language in Language::ALL {
        let markup = draw(language, html! { <Glossary /> });
        for term in Term::ALL {
            assert!(markup.contains(&format!("<dt lang=\"en\">{}</dt>", term.name.en)));
            assert!(markup.contains(&format!("<dt lang=\"zh-CN\">{}</dt>", term.name.zh)));
            assert!(term.api.iter().all(|value| markup.contains(&format!(">{value}</code>"))));
        }
        let found = draw(language, html! { <Glossary search="企业安全组" /> });
        assert_eq!(found.matches("class=\"term\"").count(), 1);
        assert!(found.contains("Advanced security group") && found.contains("enterprise"));
        let none = draw(language, html! { <Glossary search="no such word" /> });
        assert!(none.contains(reference::NO_TERM.get(language)) && !none.contains("<dt"));
    }
}

#[test]
fn the_header_opens_both_and_closing_gives_the_page_back() {
    for language in Language::ALL {
        let header =
            html! { <Header theme={Theme::Dark} can_undo=false can_redo=false shortcuts=false /> };
        let markup = draw(language, header);
        for (id, name) in
            [("open-statements", reference::STATEMENTS), ("open-glossary", reference::GLOSSARY)]
        {
            assert!(markup.contains(&format!("id=\"{id}\"")), "{markup}");
            assert!(markup.contains(&format!(">{}</button>", name.get(language))));
        }
        for (over, title) in [
            (OpenDialog::Statements, reference::STATEMENTS_TITLE),
            (OpenDialog::Glossary, reference::GLOSSARY),
        ] {
            let opened = open(&state(), over);
            let markup = draw(language, html! { <Links state={Rc::clone(&opened)} /> });
            let label = format!("aria-label=\"{}\"", title.get(language));
            assert!(markup.contains("<dialog") && markup.contains(&label), "{over:?}");
            let closed = opened.reduce(Action::Location(LocationEdit::Dialog(None)));
            let markup = draw(language, html! { <Links state={closed} /> });
            assert!(!markup.contains("<dialog"));
        }
    }
}
