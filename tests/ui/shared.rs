//! What is shared and exported is what the page shows, with the user's own names or without them.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{AskedPacket, CheckedDirections, End, GroupBy, PacketChoice, ends};
use sg_core::history::{Edit, TopologyEdit};
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::{Holder, Port, Scenario};
use sg_core::share::{Link, Pane, Route, Saved, Stamp, write};
use sg_playground::component::share::export::ExportPanel;
use sg_playground::component::share::link::SharePanel;
use sg_playground::export::{File, Form, Style};
use sg_playground::state::{
    Action, LinesShown, LocationEdit, Opening, Origins, Selection, State, ViewMode, Work,
};
use sg_playground::text::{import, links as text};
use sg_testing::account::Account;
use sg_testing::environment::{NOW, env};
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{draw, page};
use crate::opened::{at, view};

/// The page after the import of an account.
fn imported(scenario: Scenario) -> Rc<State> {
    let opening = Opening::imported(Arc::new(scenario), Origins::default());
    let open = LocationEdit::Open(Rc::new(opening), env(3));
    at("").reduce(Action::Location(open))
}

fn named(scenario: &Scenario, name: &str) -> End {
    let instance = scenario.instances().find(|instance| instance.name == name).unwrap();
    End::Interface(instance.primary().unwrap().clone())
}

/// The same page at a pair, packets and a view other than those that an import opens with.
fn looked_at(state: &Rc<State>) -> Rc<State> {
    let scenario = Arc::clone(state.scenario());
    let pair =
        Selection { from: End::Outside("internet".to_owned()), to: named(&scenario, "web-03") };
    let lines = LinesShown {
        by: Some(GroupBy::SecurityGroup),
        opened: [named(&scenario, "app-02"), named(&scenario, "app-03")].into(),
        filter: "group:web name:internet".to_owned(),
        only_changed: false,
    };
    let port = Port::new(443).unwrap();
    let state = Rc::clone(state).reduce(Action::Select(pair));
    let state = state.reduce(Action::Ask(PacketChoice::One(AskedPacket::Tcp(port))));
    let state = state.reduce(Action::ViewMode(ViewMode::List));
    let state = state.reduce(Action::SetDirections(CheckedDirections::Ingress));
    let state = state.reduce(Action::Lines(lines));
    state.reduce(Action::Address(Some("192.0.2.77".parse().unwrap())))
}

fn assert_same_view(again: &State, state: &State) {
    let of = |state: &State| {
        let view = &state.view;
        let asked = (view.selection.clone(), view.packet, view.direction, view.address);
        (asked, view.view_mode, LinesShown::clone(&view.lines))
    };
    assert_eq!(of(again), of(state));
    assert_eq!(again.scenario(), state.scenario());
}

#[test]
fn the_link_after_an_import_opens_what_was_chosen() {
    let fresh = imported(Account::new(1, &[]).scenario);
    assert_eq!(fresh.route(), fresh.location.opened.route, "nothing was chosen yet");
    let state = looked_at(&fresh);
    assert_ne!(state.route(), fresh.route(), "the address leads there too");
    for route in [state.route(), state.shared_route(true), state.shared_route(false)] {
        let again = at(&route.clone().unwrap().to_string());
        assert_same_view(&again, &state);
        assert_eq!(again.route(), route, "and stays as it is");
    }
    // Every choice by itself is in the link.
    for action in [
        Action::Ask(PacketChoice::One(AskedPacket::Icmp)),
        Action::ViewMode(ViewMode::Drawing),
        Action::SetDirections(CheckedDirections::Egress),
        Action::Lines(LinesShown { filter: "web".to_owned(), ..LinesShown::default() }),
        Action::Select(Selection {
            from: named(fresh.scenario(), "app-07"),
            to: named(fresh.scenario(), "db-02"),
        }),
    ] {
        let state = Rc::clone(&fresh).reduce(action.clone());
        let again = at(&state.shared_route(true).unwrap().to_string());
        assert_same_view(&again, &state);
        assert_ne!(state.shared_route(true), fresh.shared_route(true), "{action:?}");
    }
}

#[test]
fn a_link_to_the_matrix_opens_the_matrix_whatever_was_open() {
    let matrix = imported(Account::new(1, &[]).scenario);
    let fragment = Rc::clone(&matrix).reduce(Action::SetDirections(CheckedDirections::Egress));
    let fragment = fragment.route().unwrap().to_string();
    let list = at("").reduce(Action::ViewMode(ViewMode::List));
    let open = LocationEdit::Open(Rc::new(Opening::of(&fragment)), env(7));
    let state = list.reduce(Action::Location(open));
    assert_eq!(state.view.view_mode, ViewMode::Matrix);
    assert_eq!(state.route().unwrap().to_string(), fragment);
}

#[test]
fn an_example_in_another_view_is_shared_by_its_name_and_that_view() {
    let state = at("#ex/ping").reduce(Action::ViewMode(ViewMode::List));
    let wanted = Route::Example { id: "ping".to_owned(), pane: Some(Pane::List) };
    assert_eq!(state.shared_route(true).as_ref(), Some(&wanted));
    assert_same_view(&at(&wanted.to_string()), &state);
    let egress = state.reduce(Action::SetDirections(CheckedDirections::Egress));
    assert_same_view(&at(&egress.shared_route(true).unwrap().to_string()), &egress);
}

/// An account in which everything that can be named is named after its owner.
fn of_acme() -> Scenario {
    let account = Account::new(5, &sg_testing::account::Problem::ALL).scenario;
    let renamed = account.edited(|draft| {
        for vpc in draft.vpcs.values_mut() {
            Arc::make_mut(vpc).name = "acme".to_owned();
        }
        for group in draft.groups.values_mut() {
            let group = Arc::make_mut(group);
            group.name = format!("acme-{}", group.name);
            group.description = "of Acme".to_owned();
            group.labels.tags.insert("owner".to_owned(), "acme".to_owned());
            for rule in &mut group.rules {
                Arc::make_mut(rule).description = "Acme's".to_owned();
            }
        }
        for instance in draft.instances.values_mut() {
            let instance = Arc::make_mut(instance);
            instance.name = format!("acme-{}.acme.example", instance.name);
        }
        for interface in draft.interfaces.values_mut() {
            let interface = Arc::make_mut(interface);
            if let Some(Holder::Service { name, .. }) = &mut interface.holder {
                *name = "acme".to_owned();
            }
        }
        for outside in draft.outside.iter_mut().filter(|outside| outside.name == "office") {
            outside.name = "acme-office".to_owned();
        }
    });
    renamed.unwrap()
}

/// Everything in a scenario that says whose it is.
fn telling(scenario: &Scenario) -> Vec<String> {
    let mut all = vec!["acme".to_owned(), "10.20.".to_owned(), "203.0.113.".to_owned()];
    all.push("198.51.100.".to_owned());
    all.extend(scenario.groups().map(|group| group.id.to_string()));
    let rules = scenario.groups().flat_map(|group| &group.rules);
    all.extend(rules.map(|rule| rule.id.to_string()));
    all.extend(scenario.instances().map(|instance| instance.id.to_string()));
    all.extend(scenario.interfaces().map(|interface| interface.id.to_string()));
    all.extend(scenario.parts().vpcs.keys().map(ToString::to_string));
    all
}

#[test]
fn nothing_of_the_original_is_left_and_the_roles_are() {
    let own = of_acme();
    let telling = telling(&own);
    let state = imported(own.clone());
    let from = End::Outside("acme-office".to_owned());
    let to = named(&own, "acme-bastion-01.acme.example");
    let state = state.reduce(Action::Select(Selection { from, to }));
    let state = state.reduce(Action::ViewMode(ViewMode::List));
    let filter = LinesShown { filter: "name:acme".to_owned(), ..LinesShown::default() };
    let state = state.reduce(Action::Lines(filter));
    let other = Rc::new(state.anonymised(11).unwrap());
    assert_eq!(
        state.anonymised(11).unwrap().route(),
        other.route(),
        "an equal seed, an equal link"
    );

    let clean = |text: &str, what: &str| {
        let lower = text.to_lowercase();
        for word in &telling {
            assert!(!lower.contains(&**word), "{word} in {what}: {text}");
        }
    };
    for mode in [ViewMode::Matrix, ViewMode::List] {
        let shown = Rc::clone(&other).reduce(Action::ViewMode(mode));
        clean(&page(&shown), "the page");
    }
    let style = Style { language: Language::En, dark: false, page: "https://example.org/" };
    for form in Form::ALL {
        let Ok(file) = File::of(&other, form, style) else { continue };
        clean(&file.name, "a file name");
        clean(&file.text, "a file");
    }
    for language in Language::ALL {
        let state = Rc::clone(&other);
        clean(&draw(language, html! { <SharePanel {state} /> }), "the forms of the link");
    }
    let Some(Route::Scenario { text }) = other.shared_route(true) else { unreachable!() };
    let link = Link::read(&text).unwrap();
    assert_eq!(link.log, None, "steps would hold the old names");
    clean(&write(&link.scenario), "the link");

    // The same pair in the same view, and what it is about.
    let pair = other.view.selection.clone().unwrap();
    assert_eq!(pair.from, End::Outside("office-1".to_owned()));
    assert_eq!(pair.to, named(other.scenario(), "bastion-1"));
    assert_eq!(other.view.view_mode, ViewMode::List);
    for name in ["web-6", "app-12", "job-3", "db-4", "cache-3", "role-a-5"] {
        named(other.scenario(), name);
    }
}

#[test]
fn a_dialog_says_that_a_link_tells_names_and_offers_to_replace_them() {
    let own = imported(Account::new(1, &[]).scenario);
    for language in Language::ALL {
        let state = Rc::clone(&own);
        let share = draw(language, html! { <SharePanel {state} /> });
        assert!(share.contains(text::TELLS_NAMES.get(language)), "{share}");
        let state = Rc::clone(&own);
        let export = draw(language, html! { <ExportPanel {state} /> });
        for dialog in [&share, &export] {
            assert!(dialog.contains(import::ANONYMISE.get(language)), "{dialog}");
        }
        // An example has no names of anybody's.
        for fragment in ["", "#ex/ping"] {
            let example = draw(language, html! { <SharePanel state={at(fragment)} /> });
            assert!(!example.contains(text::TELLS_NAMES.get(language)), "{example}");
            assert!(!example.contains(import::ANONYMISE.get(language)), "{example}");
        }
    }
}

fn saved(state: &State) -> Saved {
    let stamp = Stamp { page: "a".to_owned(), revision: 1 };
    Saved::read(&state.saved(stamp, NOW).write()).unwrap()
}

#[test]
fn a_reload_of_the_own_address_keeps_the_whole_timeline() {
    let state = imported(Account::new(1, &[]).scenario);
    assert_eq!(state.autosave.work, Work::Edited, "an import is work, also before an edit");
    let state = looked_at(&state);
    for number in 0..3 {
        let over = TopologyEdit::start_over(Arc::new(first_scenario()));
        let edited = match number {
            0 => state.clone(),
            1 => state.clone().reduce(Action::Undo),
            _ => state.clone().reduce(Action::Edit(Edit::Topology(over), env(9))),
        };
        // The first scenario itself has a link that says so.
        let fragment = edited.shared_route(true).unwrap().to_string();
        let again = State::resumed(&Opening::of(&fragment), &saved(&edited), &view()).unwrap();
        assert_eq!(again.history, edited.history, "{number}");
        assert_eq!(again.view.selection, edited.view.selection);
        // What another scenario does not have is open in none of its lines.
        let exists = |end: &End| ends(edited.scenario()).contains(end);
        let mut lines = LinesShown::clone(&edited.view.lines);
        lines.opened.retain(exists);
        assert_eq!(*again.view.lines, lines);
        assert_eq!(again.autosave.work, Work::Restored);
    }
    let later = Rc::new(
        State::resumed(&Opening::of(&state.route().unwrap().to_string()), &saved(&state), &view())
            .unwrap(),
    );
    assert_eq!(**later.reduce(Action::Undo).scenario(), first_scenario(), "undo leads back");
}

#[test]
fn the_link_of_somebody_else_does_not_open_the_own_work() {
    let state = imported(Account::new(1, &[]).scenario);
    let own = saved(&state);
    let other = imported(Account::new(2, &[]).scenario);
    let opens = |fragment: &str| State::resumed(&Opening::of(fragment), &own, &view());
    assert_eq!(opens(&other.route().unwrap().to_string()), None);
    assert_eq!(opens("#ex/ping"), None);
    assert_eq!(opens(""), None);
    // The same scenario, but steps of somebody else that led to it.
    let there = TopologyEdit::start_over(Arc::clone(other.scenario()));
    let there = other.history.with(Edit::Topology(there), env(1));
    let back = TopologyEdit::start_over(Arc::clone(state.scenario()));
    let log = there.with(Edit::Topology(back), env(2)).whole().unwrap();
    let sent = Link {
        scenario: state.scenario().as_ref().clone(),
        view: Default::default(),
        log: Some(log),
    };
    assert_eq!(opens(&sent.route().unwrap().to_string()), None);
}
