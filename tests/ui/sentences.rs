//! Rules and names in what people read: sentences with chips, in the reader's language; the glossary,
//! the version and the colours beside them.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{Intent, PacketChoice};
use sg_core::emulator::{Call, PermissionForm};
use sg_core::explain::outside_names;
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::lesson::{Entry, Example, Term};
use sg_core::model::*;
use sg_core::share::Route;
use sg_playground::component::answer::fixes::FixPanel;
use sg_playground::component::learn::gallery::Gallery;
use sg_playground::component::learn::reference::glossary::Glossary;
use sg_playground::component::learn::reference::statements::Statements;
use sg_playground::component::shell::header::Header;
use sg_playground::export::{File, Form, Style};
use sg_playground::state::{
    Action, DrawerTab, Opening, Presentation, Selection, State, Theme, VERSION, View, ViewMode,
    versioned,
};
use sg_testing::environment::env;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{attribute, draw, page, tags, words};

fn opened(fragment: &str, language: Language) -> Rc<State> {
    Rc::new(State::opened(Opening::of(fragment), &View::new(language, Theme::Light)))
}

fn then(state: Rc<State>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(state, |state, action| state.reduce(action))
}

/// The short form of a rule that only logs and tests use.
fn has_short_form(said: &str) -> bool {
    said.contains(" prio ") || said.contains("in accept") || said.contains("in drop")
}

#[test]
fn a_fix_and_a_problem_are_sentences_with_rules_as_chips() {
    for (language, rule) in [
        (Language::En, "inbound Allow TCP 22 from 0.0.0.0/0 (priority 1)"),
        (Language::Zh, "入方向｜允许｜TCP 22｜授权对象 0.0.0.0/0｜优先级 1"),
    ] {
        let state = opened("#ex/ping", language);
        let markup =
            page(&then(state, [Action::Drawer(Some(DrawerTab::Problems)), Action::Fixes(true)]));
        assert!(!has_short_form(&words(&markup)), "{}", words(&markup));
        let problems = markup.split("class=\"problems\"").nth(1).unwrap();
        let said = words(&format!("<{problems}"));
        let chips = tags(problems, "button").into_iter().filter(|tag| tag.contains("chip-rule"));
        assert!(chips.count() > 0 && said.contains(rule), "{said}");
        assert!(!said.contains('`'), "{said}");
    }
}

#[test]
fn the_rule_of_a_proposed_fix_is_a_part_of_its_own() {
    let state = opened("", Language::Zh);
    let scenario = Arc::clone(state.scenario());
    let ends = sg_core::connectivity::ends(&scenario);
    let pair = Selection { from: ends[0].clone(), to: ends[2].clone() };
    let panel = |language| {
        let (history, pair) = (Rc::clone(&state.history), pair.clone());
        let intents = vec![Intent::Allow];
        draw(
            language,
            html! { <FixPanel {history} {pair} packet={PacketChoice::All} {intents} open=true /> },
        )
    };
    let english = panel(Language::En);
    let rule =
        "<code translate=\"no\">inbound Allow all traffic from 10.0.0.11/32 (priority 100)</code>";
    assert!(english.contains(rule), "{}", words(&english));
    let chinese = panel(Language::Zh);
    let rule =
        "<code translate=\"no\">入方向｜允许｜全部协议｜授权对象 10.0.0.11/32｜优先级 100</code>";
    assert!(chinese.contains(rule), "{}", words(&chinese));
    // The calls that undo a fix need ids.
    let calls = english.split("<pre").filter_map(|part| part.split_once("</pre>"));
    let others: String = calls.map(|(_, after)| after).collect();
    let said = words(&format!("{}{others}", english.split("<pre").next().unwrap()));
    assert!(said.contains("from G1"), "a group has its name: {said}");
    assert!(!said.contains("sg-bp1"), "{said}");
}

#[test]
fn an_edit_is_told_with_its_rule_or_its_member() {
    let rule = PermissionForm {
        protocol: "TCP",
        port_range: "22/22",
        peer: "0.0.0.0/0",
        ..PermissionForm::default()
    };
    for (language, added, removed, left) in [
        (
            Language::En,
            "“G3: add inbound Allow TCP 22 from 0.0.0.0/0 (priority 1)”",
            "“G3: remove inbound Allow TCP 22 from 0.0.0.0/0 (priority 1)”",
            "“ecs2 leaves G3”",
        ),
        (
            Language::Zh,
            "“G3：添加规则（入方向｜允许｜TCP 22｜授权对象 0.0.0.0/0｜优先级 1）”",
            "“G3：删除规则（入方向｜允许｜TCP 22｜授权对象 0.0.0.0/0｜优先级 1）”",
            "“将 ecs2 移出 G3”",
        ),
    ] {
        let state = opened("", language);
        let region = state.scenario().region().clone();
        let group = SecurityGroupId::parse("sg-bp1g3").unwrap();
        let strip = |state: &Rc<State>| {
            let markup = page(state);
            let strip = markup.split("class=\"strip").nth(1).unwrap_or_default();
            words(&format!("<{}", strip.split("</p>").next().unwrap_or_default()))
        };
        let call = Call::authorize(&region, &group, Direction::Ingress, &[rule]);
        let state = then(state, [Action::Edit(Edit::Call(call), env(1))]);
        assert!(strip(&state).contains(added), "{}", strip(&state));
        let own = state.scenario().group(&group).unwrap().rules.last().unwrap().id.clone();
        let call = Call::revoke(&region, &group, Direction::Ingress, &[own]);
        let state = then(state, [Action::Edit(Edit::Call(call), env(2))]);
        assert!(strip(&state).contains(removed), "{}", strip(&state));
        let instance = InstanceId::parse("i-bp1ecs2").unwrap();
        let call = Call::leave_instance(&region, &instance, &group);
        let state = then(state, [Action::Edit(Edit::Call(call), env(3))]);
        assert!(strip(&state).contains(left), "{}", strip(&state));
    }
}

#[test]
fn names_that_are_ours_are_in_the_readers_language() {
    let ours: BTreeSet<&str> = outside_names::ALL.iter().map(|(_, text)| text.en).collect();
    let mut seen = BTreeSet::new();
    for example in Example::all() {
        let scenario = example.scenario().unwrap();
        let names = scenario.outside().iter().map(|outside| outside.name.clone());
        for name in names {
            assert!(
                ours.contains(name.as_str()),
                "{} has the end {name} without a Chinese name",
                example.id
            );
            seen.insert(name);
        }
    }
    assert!(seen.len() >= 7, "{seen:?}");
    for view_mode in ViewMode::ALL {
        let state = then(opened("#ex/prefix-list", Language::Zh), [Action::ViewMode(view_mode)]);
        let said = words(&page(&state));
        for name in ["合作方", "陌生地址"] {
            assert!(said.contains(name), "{view_mode:?}: {said}");
        }
        let state = then(opened("", Language::Zh), [Action::ViewMode(view_mode)]);
        let said = words(&page(&state));
        assert!(said.contains("公网") && !said.contains("internet"), "{view_mode:?}: {said}");
    }
    // Documents and links keep the name.
    let state = opened("", Language::Zh);
    let document = File::of(&state, Form::Scenario, style(Language::Zh)).unwrap().text;
    assert!(document.contains("\"internet\"") && !document.contains("公网"), "{document}");
}

#[test]
fn every_word_that_leads_to_the_glossary_is_in_it() {
    let glossary = draw(Language::Zh, html! { <Glossary /> });
    let entries: Vec<&str> = Term::ALL.iter().map(|term| term.name.en).collect();
    let mut found = BTreeSet::new();
    for fragment in ["", "#ex/managed-group", "#ex/replies"] {
        let markup = page(&opened(fragment, Language::En));
        for tag in tags(&markup, "button") {
            let Some(entry) = attribute(tag, "data-term") else { continue };
            assert!(entries.contains(&entry), "{entry} is not in the glossary");
            found.insert(entry.to_owned());
        }
    }
    for entry in Entry::ALL {
        assert!(glossary.contains(&format!("id=\"{}\"", entry.id())), "{entry:?}");
    }
    let expected = [Entry::BasicGroup, Entry::ManagedGroup, Entry::Priority, Entry::DefaultRule];
    for entry in expected.into_iter().chain([Entry::AuthorizationObject, Entry::InternalIsolation])
    {
        assert!(found.contains(entry.name()), "{entry:?} in {found:?}");
    }
}

#[test]
fn an_empty_scenario_is_offered_by_name() {
    for (language, name) in [(Language::En, "New empty scenario"), (Language::Zh, "新建空场景")]
    {
        let gallery = draw(language, html! { <Gallery /> });
        assert!(gallery.contains(&format!("href=\"{}\"", Route::New)), "a real link");
        assert!(words(&gallery).contains(name), "{}", words(&gallery));
        let header = draw(
            language,
            html! { <Header theme={Theme::System} can_undo=false can_redo=false shortcuts=false /> },
        );
        let menu = header.split("id=\"more-menu\"").nth(1).unwrap();
        assert!(words(&format!("<{menu}")).contains(name), "{}", words(menu));
        let button = tags(&header, "button").into_iter().find(|tag| tag.contains("\"open-new\""));
        assert!(attribute(button.unwrap(), "title").unwrap().starts_with(name));
    }
}

#[test]
fn every_press_of_the_theme_button_changes_the_colours() {
    let dark = |theme: Theme, system: bool| match theme {
        Theme::System => system,
        Theme::Light => false,
        Theme::Dark => true,
    };
    for system in [true, false] {
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            let next = theme.next(system);
            assert_ne!(dark(theme, system), dark(next, system), "{theme:?}, system dark: {system}");
        }
        assert_eq!(Theme::System.next(system).next(system), Theme::System, "and back again");
    }
}

#[test]
fn the_version_and_the_date_of_the_facts_are_told_and_stand_in_links() {
    for language in Language::ALL {
        let header = draw(
            language,
            html! { <Header theme={Theme::System} can_undo=false can_redo=false shortcuts=false /> },
        );
        let statements = draw(
            language,
            html! { <Statements scenario={Arc::clone(opened("", language).scenario())} /> },
        );
        let presentation = Presentation::parse("?embed=1");
        let view =
            View { presentation: Rc::new(presentation), ..View::new(language, Theme::Light) };
        let embedded = page(&Rc::new(State::opened(Opening::of(""), &view)));
        for markup in [&header, &statements, &embedded] {
            assert!(markup.contains(VERSION), "{}", words(markup));
            assert!(markup.contains(sg_core::citation::NEWEST_SOURCE), "{}", words(markup));
        }
    }
    let query = versioned("?lang=zh");
    assert_eq!(query, format!("?lang=zh&v={VERSION}"));
    let read = Presentation::parse(&query);
    assert_eq!((read.language, read.ignored.len()), (Some(Language::Zh), 0), "a page ignores it");
    let state = opened("#ex/three-groups", Language::En);
    let answer = File::of(&state, Form::Markdown, style(Language::En)).unwrap().text;
    assert!(answer.contains(VERSION), "{answer}");
}

fn style(language: Language) -> Style<'static> {
    Style { language, dark: false, page: "" }
}
