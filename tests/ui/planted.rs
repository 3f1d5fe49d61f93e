//! The problems that wake an engineer, on the page: opened with the account at the pair that no
//! longer works, the answer names what was planted.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{AskedPacket, End, PacketChoice};
use sg_core::language::Language;
use sg_core::model::{Port, Scenario};
use sg_playground::state::{Action, DrawerTab, LocationEdit, Opening, Origins, Selection, State};
use sg_testing::account::{Account, Planted, Problem};
use sg_testing::environment::env;
use yew::Reducible;

use crate::drawn::{page, words};
use crate::opened::at;

fn end(scenario: &Scenario, name: &str) -> End {
    let instance = scenario.instances().find(|instance| instance.name == name).unwrap();
    End::Interface(instance.primary().unwrap().clone())
}

/// The page after the import of an account, at the pair of a symptom.
fn asked(account: &Account, planted: &Planted) -> Rc<State> {
    let scenario = Arc::new(account.scenario.clone());
    let pair = Selection { from: end(&scenario, &planted.from), to: end(&scenario, &planted.to) };
    let opening = Opening::imported(scenario, Origins::default());
    let open = LocationEdit::Open(Rc::new(opening), env(3));
    let port = Port::new(planted.port).unwrap();
    let state = at("").reduce(Action::SetLanguage(Language::En));
    let state = state.reduce(Action::Location(open)).reduce(Action::Select(pair));
    state.reduce(Action::Ask(PacketChoice::One(AskedPacket::Tcp(port))))
}

/// The first sentence, the layers, and the one that decides.
fn answer(markup: &str) -> (String, String, String) {
    let (_, from) = markup.split_once("<p class=\"verdict\">").unwrap();
    let (verdict, from) = from.split_once("</p>").unwrap();
    let (layers, _) = from.split_once("</ol>").unwrap();
    let (_, deciding) = layers.split_once("<li class=\"decides\">").unwrap();
    let (deciding, _) = deciding.split_once("<details").unwrap_or((deciding, ""));
    (words(verdict), words(layers), words(deciding))
}

#[test]
fn the_answer_of_the_page_names_what_was_planted() {
    // One symptom of each account, every kind in turn.
    for seed in 0..200 {
        let account = Account::new(seed, &Problem::ALL);
        let turn = usize::try_from(seed).unwrap() % Problem::ALL.len();
        let planted = account.planted.get(turn).unwrap();
        let state = asked(&account, planted);
        let (verdict, layers, deciding) = answer(&page(&state));
        let rules = account.scenario.groups().flat_map(|group| &group.rules);
        let mut rules = rules.filter(|rule| rule.id.as_str() == planted.culprit);
        let rule = rules.next().map(|rule| rule.in_words(&account.scenario, Language::En));
        let group = &account.scenario.group(&planted.group).unwrap().name;
        let named = match planted.problem {
            Problem::WrongPriority | Problem::Tie => verdict.contains(&rule.unwrap()),
            Problem::AdvancedWithoutEgress => {
                verdict.contains(&planted.from) && deciding.contains("advanced security group")
            }
            Problem::PolicyDrop => {
                layers.contains(&format!("both are in {group}")) && layers.contains("Drop")
            }
            Problem::PublicAddress => layers.contains(&rule.unwrap()),
            Problem::WrongGroup => {
                let rule = "inbound Allow TCP 11211 from app-prod";
                verdict.contains(&planted.culprit) && layers.contains(rule)
            }
        };
        assert!(verdict.contains("is blocked"), "{seed} {verdict}");
        assert!(named, "{seed} {planted:?}\n{verdict}\n{layers}");
    }
}

#[test]
fn the_problems_of_the_page_name_everything_that_was_planted() {
    // The rendering is slow in a debug build, and the command line tries the same with more accounts.
    for seed in 0..40 {
        let account = Account::new(seed, &Problem::ALL);
        let opening = Opening::imported(Arc::new(account.scenario.clone()), Origins::default());
        let open = LocationEdit::Open(Rc::new(opening), env(3));
        let state = at("").reduce(Action::SetLanguage(Language::En));
        let state = state.reduce(Action::Location(open));
        let markup = page(&state.reduce(Action::Drawer(Some(DrawerTab::Problems))));
        let (_, problems) = markup.split_once("<ul class=\"problems\">").unwrap();
        let problems: Vec<String> = problems.split("<li>").map(words).collect();
        for planted in &account.planted {
            let rules = account.scenario.groups().flat_map(|group| &group.rules);
            let mut rules = rules.filter(|rule| rule.id.as_str() == planted.culprit);
            let rule = rules.next().map(|rule| rule.in_words(&account.scenario, Language::En));
            let named = match planted.problem {
                Problem::WrongPriority | Problem::Tie | Problem::PublicAddress => rule.unwrap(),
                Problem::AdvancedWithoutEgress | Problem::PolicyDrop => {
                    account.scenario.group(&planted.group).unwrap().name.clone()
                }
                Problem::WrongGroup => planted.culprit.clone(),
            };
            let about =
                |text: &String| text.contains(planted.problem.finding()) && text.contains(&named);
            assert!(problems.iter().any(about), "{seed} {planted:?}\n{problems:#?}");
        }
    }
}
