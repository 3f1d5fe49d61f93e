//! Links: what each opens and what is kept; the gallery, the share dialog and the messages in both
//! languages. No browser.

#![expect(clippy::unwrap_used, reason = "a test fails at the first error")]

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{AskedPacket, End, PacketChoice};
use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::lesson::{Example, first_scenario};
use sg_core::model::{InnerAccessPolicy, NetworkInterfaceId, Port, SecurityGroupId};
use sg_core::share::{BadRoute, Link, LinkError, Log, Pane, Route};
use sg_playground::component::learn::gallery::Gallery;
use sg_playground::component::learn::gallery::thumbnail::Thumbnail;
use sg_playground::component::share::link::SharePanel;
use sg_playground::component::shell::notices::{about_example, bad_link_message};
use sg_playground::page::Links;
use sg_playground::state::{
    Action, BadLink, DrawerTab, LocationEdit, LostLog, OpenDialog, Selection, State, Theme,
    empty_scenario,
};
use sg_playground::text::links as texts;
use sg_testing::environment::env;
use yew::Reducible;
use yew::prelude::*;

use sg_testing::hostile_links;

use crate::drawn::{draw, session};
use crate::opened::{at, go};

/// The page after one policy change in the first scenario.
fn edited(state: &Rc<State>) -> Rc<State> {
    let group = SecurityGroupId::parse("sg-bp1g2").unwrap();
    let call = Call::modify_security_group_policy(
        first_scenario().region(),
        &group,
        InnerAccessPolicy::Drop,
    );
    Rc::clone(state).reduce(Action::Edit(Edit::Call(call), env(1)))
}

fn interface(name: &str) -> End {
    End::Interface(NetworkInterfaceId::parse(name).unwrap())
}

#[test]
fn an_example_opens_with_its_cell_its_packets_and_its_place() {
    let state = at("#ex/ping");
    assert_eq!(**state.scenario(), Example::find("ping").unwrap().scenario().unwrap());
    assert_eq!(state.view.packet, PacketChoice::One(AskedPacket::Icmp));
    let to = interface("eni-bp1web");
    let from = End::Outside("internet".to_owned());
    assert_eq!(state.view.selection, Some(Selection { from, to }));
    assert_eq!((state.view.language, state.view.theme), (Language::Zh, Theme::Dark));
    assert!(state.location.about && state.question().is_none());
    assert_eq!(state.view.drawer, None);

    let state = at("#ex/managed-group");
    assert_eq!(state.view.drawer, Some(DrawerTab::Errors));
    let call = Example::find("managed-group").unwrap().call().unwrap();
    assert_eq!(state.shown_call(), call);
}

#[test]
fn every_example_opens_at_every_place() {
    for example in Example::all() {
        for pane in Pane::ALL {
            let fragment = format!("#ex/{}/{}", example.id, pane.word());
            let state = at(&fragment);
            assert_eq!(state.location.bad, None, "{fragment}");
            assert_eq!(state.route().unwrap().to_string(), fragment);
        }
        let state = at(&format!("#ex/{}", example.id));
        assert_eq!(state.shared_route(true), state.route(), "{} is shared by its name", example.id);
    }
}

#[test]
fn an_edit_becomes_a_link_that_opens_the_same_page() {
    let port = Port::new(8443).unwrap();
    let pair = Selection { from: interface("eni-bp1ecs3"), to: interface("eni-bp1ecs2") };
    let state = edited(&at(""));
    let state = state.reduce(Action::Ask(PacketChoice::One(AskedPacket::Udp(port))));
    let state = state.reduce(Action::Select(pair));
    let state = state.reduce(Action::Drawer(Some(DrawerTab::Timeline)));
    let fragment = state.route().unwrap().to_string();
    assert!(fragment.starts_with("#s/v2/") && fragment.len() < 1_000, "{fragment}");
    let again = at(&fragment);
    assert_eq!(again.scenario(), state.scenario());
    assert_eq!(again.view.selection, state.view.selection);
    assert_eq!(again.view.packet, state.view.packet);
    assert_eq!(again.view.drawer, state.view.drawer);
    assert_eq!(again.route().unwrap().to_string(), fragment);

    let undone = state.reduce(Action::Undo);
    assert_eq!(undone.route(), Some(Route::Start), "opened content has its short link again");
    assert_ne!(
        undone.shared_route(true),
        Some(Route::Start),
        "and the link includes the selected cell"
    );
}

#[test]
fn opening_something_else_keeps_the_work_one_undo_away() {
    let work = edited(&at(""));
    let mut state = go(&work, "#ex/ping");
    assert_eq!(state.history.steps().len(), 2);
    // Navigating back and forth does not grow the log.
    for fragment in ["#ex/mail", "#ex/isolated", "", "#ex/ping"] {
        state = go(&state, fragment);
        assert_eq!(state.history.steps().len(), 2, "{fragment}");
    }
    let back = state.reduce(Action::Undo);
    assert_eq!(back.scenario(), work.scenario());

    // Returning to the link of the work restores the work with its log.
    let returned = go(&go(&work, "#ex/ping"), &work.route().unwrap().to_string());
    assert_eq!(returned.scenario(), work.scenario());
    assert_eq!(returned.history.position(), work.history.position());
    assert!(returned.history.undo().is_some());

    // Without work there is nothing to keep.
    assert_eq!(go(&at("#ex/ping"), "#ex/mail").history.steps().len(), 0);
}

#[test]
fn a_new_scenario_shows_nothing_of_before() {
    for state in [at("#new"), go(&edited(&at("")), "#new")] {
        assert_eq!(state.scenario().groups().len(), 0);
        assert_eq!(state.scenario().instances().len(), 0);
        assert!(state.history.steps().is_empty() && state.history.undo().is_none());
        assert_eq!(state.view.selection, None);
        assert!(state.question().is_none());
    }
}

#[test]
fn a_bad_link_says_so_and_changes_nothing() {
    let state = at("#ex/no-such-example");
    assert_eq!(**state.scenario(), first_scenario());
    assert_eq!(state.location.bad, Some(BadLink::NoExample("no-such-example".to_owned())));
    let put_away = state.reduce(Action::Location(LocationEdit::HideBad));
    assert_eq!(put_away.location.bad, None);

    let work = edited(&at(""));
    let state = go(&work, "#s/v1/eNo");
    assert_eq!(state.location.bad, Some(BadLink::Scenario(LinkError::Cut)));
    assert_eq!((&state.history, &state.view), (&work.history, &work.view));
    for (fragment, bad) in [
        ("#lesson/one", BadLink::NoLesson("one".to_owned())),
        ("#quiz/999996", BadLink::NoQuiz(999_996)),
        ("#exercise/999972", BadLink::NoExercise(999_972)),
        ("#what", BadLink::Route(BadRoute::Kind("what".to_owned()))),
        ("#s/v7/x", BadLink::Scenario(LinkError::Newer(7))),
    ] {
        assert_eq!(at(fragment).location.bad, Some(bad), "{fragment}");
    }
}

#[test]
fn a_log_that_cannot_be_done_again_is_said_and_the_scenario_stays() {
    let sent = edited(&at(""));
    let Some(Route::Scenario { text }) = sent.route() else { unreachable!("an edit makes a link") };
    let link = Link::read(&text).unwrap();
    let log = link.log.clone().unwrap();
    let unknown = "call\t0\t0\tDeleteEverything".to_owned();
    for log in [
        // An unknown step, a manually changed position, a different initial scenario.
        Log { steps: vec![unknown], ..log.clone() },
        Log { position: 0, ..log.clone() },
        Log { start: empty_scenario(), ..log },
    ] {
        let fragment = Link { log: Some(log), ..link.clone() }.route().unwrap().to_string();
        let fresh = at(&fragment);
        assert_eq!(fresh.route().unwrap().to_string(), fragment, "the link is unchanged");
        assert!(fresh.history.steps().is_empty());
        for state in [fresh, go(&edited(&at("#ex/ping")), &fragment)] {
            assert_eq!(state.scenario(), sent.scenario());
            assert_eq!(
                (&state.location.bad, state.location.lost_log),
                (&None, Some(LostLog::Sent))
            );
            for language in Language::ALL {
                let line = draw(language, html! { <Links state={Rc::clone(&state)} /> });
                assert!(line.contains(texts::LOST_LOG_SENT.get(language)), "{line}");
                assert!(line.contains("role=\"status\"") && !line.contains("bad-link"), "{line}");
            }
            let hidden = Rc::clone(&state).reduce(Action::Location(LocationEdit::HideLostLog));
            let line = draw(Language::En, html! { <Links state={Rc::clone(&hidden)} /> });
            assert!(!line.contains("lost-log"), "{line}");
            assert_eq!(
                go(&state, "#ex/mail").location.lost_log,
                None,
                "the notice concerns only that link"
            );
        }
    }
    assert_eq!(at(&sent.route().unwrap().to_string()).location.lost_log, None);
}

#[test]
fn the_gallery_shows_every_example_as_a_link() {
    for language in Language::ALL {
        let markup = draw(language, html! { <Gallery /> });
        for example in Example::all() {
            assert!(markup.contains(&format!("href=\"#ex/{}\"", example.id)), "{}", example.id);
            let title = example.title.get(language);
            assert!(markup.contains(title), "{title}");
        }
        assert_eq!(markup.matches("<svg").count(), Example::all().count());
        assert!(markup.contains("type=\"search\""));
    }
}

#[test]
fn a_thumbnail_says_in_words_what_it_draws() {
    let markup = draw(Language::En, html! { <Thumbnail id="three-groups" /> });
    assert!(
        markup.contains("aria-label=\"4 of 12 directions allowed, 3 partially allowed\""),
        "{markup}"
    );
    assert_eq!(markup.matches("<rect").count(), 16);
    assert_eq!(markup.matches("chosen").count(), 1);
    let markup = draw(Language::Zh, html! { <Thumbnail id="three-groups" /> });
    assert!(markup.contains("12 个方向中，4 个能通，3 个部分能通"), "{markup}");
}

#[test]
fn the_share_panel_offers_three_forms_and_measures_the_link() {
    for language in Language::ALL {
        let markup = draw(language, html! { <SharePanel state={edited(&at(""))} /> });
        assert_eq!(markup.matches("<textarea").count(), 3);
        assert!(markup.contains("#s/v2/") && markup.contains("<meter"));
        assert!(markup.contains(match language {
            Language::En => "Link",
            Language::Zh => "链接长度",
        }));
    }
}

#[test]
fn every_way_of_being_bad_has_its_own_sentence() {
    let ways = [
        BadLink::Route(BadRoute::TooLong { characters: 40_000 }),
        BadLink::Route(BadRoute::Kind("<img>".to_owned())),
        BadLink::NoExample("x".to_owned()),
        BadLink::NoLesson("x".to_owned()),
        BadLink::NoQuiz(999_996),
        BadLink::NoExercise(999_972),
        BadLink::Scenario(LinkError::NoVersion),
        BadLink::Scenario(LinkError::Newer(2)),
        BadLink::Scenario(LinkError::Foreign('%')),
        BadLink::Scenario(LinkError::Cut),
        BadLink::Scenario(LinkError::Damaged),
        BadLink::Scenario(LinkError::TooLarge),
    ];
    for language in Language::ALL {
        let mut said: Vec<String> = ways
            .iter()
            .map(|bad| {
                let markup = draw(language, bad_link_message(&session(language), bad, true));
                assert!(markup.contains("role=\"alert\"") && !markup.contains("<img>"));
                let part = match bad {
                    BadLink::Route(BadRoute::Kind(_)) => Some("&lt;img&gt;"),
                    BadLink::NoExample(_) | BadLink::NoLesson(_) => Some("x"),
                    BadLink::NoQuiz(_) => Some("999996"),
                    BadLink::NoExercise(_) => Some("999972"),
                    BadLink::Scenario(LinkError::Foreign(_)) => Some("%"),
                    BadLink::Route(_) | BadLink::Scenario(_) => None,
                };
                let code = part.map(|part| format!("<code translate=\"no\">{part}</code>"));
                assert_eq!(code.is_some(), markup.contains("<code"), "{markup}");
                assert!(code.is_none_or(|code| markup.contains(&code)), "{markup}");
                markup
            })
            .collect();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), ways.len());
    }
}

#[test]
fn the_page_shows_the_example_it_opened_and_what_lies_over_it() {
    let state = at("#ex/mail");
    let markup = draw(Language::En, html! { <Links state={Rc::clone(&state)} /> });
    assert!(markup.contains("Port 25 is allowed, but mail is not sent"), "{markup}");
    let state = state.reduce(Action::Location(LocationEdit::HideAbout));
    let markup = draw(Language::En, html! { <Links state={Rc::clone(&state)} /> });
    assert!(!markup.contains("mail is not sent"));
    for over in [OpenDialog::Examples, OpenDialog::Share] {
        let state = Rc::clone(&state).reduce(Action::Location(LocationEdit::Dialog(Some(over))));
        let markup = draw(Language::En, html! { <Links state={state} /> });
        assert!(markup.contains("<dialog"), "{over:?}");
    }
    let markup = draw(Language::Zh, about_example(&session(Language::Zh), "ping"));
    assert!(markup.contains("SSH 正常，却 ping 不通"));
    assert!(Arc::ptr_eq(state.scenario(), &state.location.opened.scenario));
}

#[test]
fn a_hostile_link_opens_or_leaves_the_first_scenario_with_a_message() {
    for hostile in hostile_links::Hostile::all() {
        let state = at(&hostile.fragment());
        let opens = matches!(hostile.class, "start" | "new" | "scene" | "lost-log");
        let named = matches!(hostile.class, "example" | "lesson" | "quiz" | "series" | "result");
        assert_eq!(
            state.location.lost_log.is_some(),
            hostile.class == "lost-log",
            "{}",
            hostile.line
        );
        match &state.location.bad {
            None => assert!(opens || named, "{}", hostile.line),
            Some(_) => {
                assert!(!opens, "{}", hostile.line);
                assert_eq!(**state.scenario(), first_scenario(), "{}", hostile.line);
                let line = draw(Language::En, html! { <Links state={Rc::clone(&state)} /> });
                assert!(line.contains("bad-link"), "{}", hostile.line);
                assert!(!line.contains("<script") && !line.contains("<img"), "{line}");
            }
        }
    }
}
