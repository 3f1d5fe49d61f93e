//! Autosave: when work is saved, what is restored, how two open pages interact, the notices in both
//! languages, and the steps that a link includes. No browser.

#![expect(clippy::unwrap_used, reason = "a test fails at the first error")]

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{AskedPacket, CheckedDirections, PacketChoice};
use sg_core::emulator::Call;
use sg_core::history::{Edit, TopologyEdit};
use sg_core::language::Language;
use sg_core::lesson::{Lesson, first_scenario};
use sg_core::model::{InnerAccessPolicy, SecurityGroupId};
use sg_core::share::{Log, Route, Saved, Stamp};
use sg_playground::component::share::link::SharePanel;
use sg_playground::component::share::link::measure::link_measure;
use sg_playground::component::shell::keep_notice::keep_line;
use sg_playground::drawing::qr_path;
use sg_playground::page::Links;
use sg_playground::state::{
    Action, AutosaveAction, AutosaveNotice, Learning, LostLog, MaySave, Selection, SentSteps,
    State, ViewMode, Work,
};
use sg_playground::text::links as texts;
use sg_testing::environment::{NOW, env};
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{draw, session};
use crate::opened::{at, go, view};

fn flip(state: &Rc<State>, policy: InnerAccessPolicy) -> Rc<State> {
    let scenario = Arc::clone(state.scenario());
    let group = scenario.groups().nth(1).or_else(|| scenario.groups().next()).unwrap();
    let call = Call::modify_security_group_policy(scenario.region(), &group.id, policy);
    Rc::clone(state).reduce(Action::Edit(Edit::Call(call), env(1)))
}

fn stamp(page: &str, revision: u64) -> Stamp {
    Stamp { page: page.to_owned(), revision }
}

/// What the browser would store after this page has saved, parsed again.
fn saved(state: &State) -> Saved {
    let text = state.saved(stamp("a", 1), NOW).write();
    Saved::read(&text).unwrap()
}

#[test]
fn the_next_visit_finds_scenario_log_and_view() {
    let work = flip(&at(""), InnerAccessPolicy::Drop);
    let work = work.reduce(Action::SetDirections(CheckedDirections::Egress));
    let work = work.reduce(Action::Ask(PacketChoice::One(AskedPacket::Icmp)));
    let work = work.reduce(Action::ViewMode(ViewMode::List));
    let again = State::restored(&saved(&work), &view());
    assert_eq!(again.history, work.history);
    assert_eq!(
        (&again.view.selection, again.view.view_mode),
        (&work.view.selection, ViewMode::List)
    );
    assert_eq!(again.view.packet, work.view.packet);
    assert_eq!(again.view.direction, CheckedDirections::Egress);
    assert!(again.question().is_none(), "returning users do not see the first question");
    assert_eq!(again.view.language, Language::Zh);
    assert_eq!(again.autosave.work, Work::Restored);
    // Update the address, as after the edit itself.
    assert_eq!(again.route(), work.route());
    let undone = Rc::new(again).reduce(Action::Undo);
    assert_eq!(**undone.scenario(), first_scenario());
    assert_eq!(undone.route(), Some(Route::Start));
}

#[test]
fn a_saved_log_that_cannot_be_done_again_is_said_and_the_scenario_stays() {
    let work = flip(&at(""), InnerAccessPolicy::Drop);
    let good = saved(&work);
    assert_eq!(State::restored(&good, &view()).location.lost_log, None);
    let elsewhere = good.log.clone().map(|log| Log { position: 0, ..log });
    for lost in [
        Saved { log: elsewhere, ..good.clone() },
        Saved { log: None, log_broken: true, ..good.clone() },
    ] {
        let again = Rc::new(State::restored(&lost, &view()));
        assert_eq!((again.scenario(), again.history.steps().len()), (work.scenario(), 0));
        assert_eq!(again.location.lost_log, Some(LostLog::Saved));
        for language in Language::ALL {
            let line = draw(language, html! { <Links state={Rc::clone(&again)} /> });
            assert!(line.contains(texts::LOST_LOG_SAVED.get(language)), "{line}");
        }
        // From here on, work is saved with its steps again.
        let further = flip(&again, InnerAccessPolicy::Accept);
        assert_eq!(saved(&further).log.map(|log| log.steps.len()), Some(1));
    }
    let none = Saved { log: None, ..good };
    assert_eq!(State::restored(&none, &view()).location.lost_log, None, "no steps were saved");
}

#[test]
fn starting_over_can_be_undone_even_by_the_next_visit() {
    let work = flip(&at(""), InnerAccessPolicy::Drop);
    let over = TopologyEdit::start_over(Arc::new(first_scenario()));
    let over = work.clone().reduce(Action::Edit(Edit::Topology(over), env(2)));
    assert_eq!(over.autosave.work, Work::Edited);
    let again = State::restored(&saved(&over), &view());
    assert_eq!(**again.scenario(), first_scenario());
    let undone = Rc::new(again).reduce(Action::Undo);
    assert_eq!(undone.scenario(), work.scenario());
}

#[test]
fn only_an_edit_makes_work_that_is_saved() {
    for fragment in [
        "",
        "#new",
        "#ex/ping",
        &flip(&at(""), InnerAccessPolicy::Drop).route().unwrap().to_string(),
    ] {
        let state = at(fragment);
        assert_eq!(state.autosave.work, Work::Opened, "{fragment}");
        let looked = state.clone().reduce(Action::ViewMode(ViewMode::Drawing));
        let looked = looked.reduce(Action::SetDirections(CheckedDirections::Egress));
        assert_eq!(looked.autosave.work, Work::Opened, "viewing is not an edit");
        // A refused call changes nothing.
        let group = SecurityGroupId::parse("sg-nobody").unwrap();
        let region = state.scenario().region();
        let call = Call::modify_security_group_policy(region, &group, InnerAccessPolicy::Drop);
        let refused = looked.reduce(Action::Edit(Edit::Call(call), env(3)));
        assert_eq!(refused.autosave.work, Work::Opened, "{fragment}");
    }
    let edited = flip(&at("#ex/three-groups"), InnerAccessPolicy::Drop);
    assert_eq!(edited.autosave.work, Work::Edited);
    assert_eq!(go(&edited, "#new").autosave.work, Work::Opened, "#new overwrites nothing");
    let elsewhere = go(&edited, "#ex/ping");
    assert_eq!(elsewhere.autosave.work, Work::Opened);
    let back = elsewhere.reduce(Action::Undo);
    assert_eq!((back.autosave.work, back.scenario()), (Work::Edited, edited.scenario()));
}

#[test]
fn a_scenario_too_large_to_do_again_is_saved_without_its_log() {
    let group = |n: usize| format!("{{ \"securityGroupId\": \"sg-{n}\" }}");
    let groups: Vec<String> = (0..60).map(group).collect();
    let text = format!(
        "{{ \"version\": 1, \"vpcs\": [{{ \"vpcId\": \"vpc-1\", \"cidrBlocks\": [\"10.0.0.0/8\"] }}],
           \"securityGroups\": [{}] }}",
        groups.join(",")
    );
    let scenario = sg_core::share::read(&text, &sg_core::share::Limits::FILE).unwrap();
    let state = Rc::new(State::new(Arc::new(scenario), view()));
    let state = flip(&state, InnerAccessPolicy::Drop);
    let saved = saved(&state);
    assert_eq!((saved.log.as_ref(), &saved.scenario), (None, state.scenario().as_ref()));
    assert_eq!(State::restored(&saved, &view()).scenario(), state.scenario());
}

#[test]
fn a_page_saves_over_its_own_and_asks_before_it_saves_over_another() {
    let text = |page: &str, revision: u64| at("").saved(stamp(page, revision), NOW).write();
    let decide = |stored: Option<&str>, seen: Option<&Stamp>| {
        let (sure, look) =
            (MaySave::decide(stored, seen, "a", true), MaySave::decide(stored, seen, "a", false));
        assert_eq!(sure, look);
        sure
    };
    let seen = stamp("b", 4);
    assert_eq!(decide(None, None), MaySave::Yes(stamp("a", 1)));
    assert_eq!(decide(None, Some(&seen)), MaySave::Yes(stamp("a", 5)), "the storage was cleared");
    assert_eq!(decide(Some(&text("b", 4)), Some(&seen)), MaySave::Yes(stamp("a", 5)));
    for other in [stamp("b", 5), stamp("c", 4), stamp("b", 3)] {
        let stored = text(&other.page, other.revision);
        let ask = MaySave::Ask(AutosaveNotice::Elsewhere(other));
        assert_eq!(decide(Some(&stored), Some(&seen)), ask);
        assert_eq!(decide(Some(&stored), None), ask);
    }
    let newer = MaySave::Ask(AutosaveNotice::Newer(3));
    assert_eq!(decide(Some("{\"version\":3}"), Some(&seen)), newer);
    let MaySave::OnceAside(next, reason) = decide(Some("junk"), Some(&seen)) else {
        unreachable!("junk is set aside")
    };
    assert_eq!(next, stamp("a", 5));
    assert!(reason.contains("not a scenario"), "{reason}");
    // A valid stamp on an unreadable scenario: detected at the first check, before anything is
    // lost.
    let broken = text("b", 4).replace("10.0.0.0/16", "10.0.0.0/99");
    let first = MaySave::decide(Some(&broken), Some(&seen), "a", false);
    assert!(matches!(first, MaySave::OnceAside(..)), "{first:?}");
}

#[test]
fn what_another_page_saved_is_taken_and_one_undo_away_from_the_own() {
    let mine = flip(&at(""), InnerAccessPolicy::Drop);
    let theirs = flip(&at("#ex/ping"), InnerAccessPolicy::Drop);
    let noticed = mine
        .clone()
        .reduce(Action::Autosave(AutosaveAction::Say(AutosaveNotice::Elsewhere(stamp("b", 2)))));
    assert!(noticed.autosave.notice.is_some());
    let take = AutosaveAction::Take(Rc::new(saved(&theirs)), env(9));
    let taken = noticed.reduce(Action::Autosave(take));
    assert_eq!(taken.scenario(), theirs.scenario());
    assert_eq!((taken.autosave.work, &taken.autosave.notice), (Work::Restored, &None));
    assert_eq!(taken.reduce(Action::Undo).scenario(), mine.scenario());
}

#[test]
fn nothing_is_said_twice_in_a_row() {
    let say =
        |state: Rc<State>, notice| state.reduce(Action::Autosave(AutosaveAction::Say(notice)));
    let state = say(at(""), AutosaveNotice::Full);
    assert_eq!(state.autosave.notice, Some(AutosaveNotice::Full));
    let hidden = state.reduce(Action::Autosave(AutosaveAction::Hide));
    let again = say(hidden, AutosaveNotice::Full);
    assert_eq!(again.autosave.notice, None, "the user has dismissed it");
    let other = say(again, AutosaveNotice::Elsewhere(stamp("b", 1)));
    let hidden = other.reduce(Action::Autosave(AutosaveAction::Hide));
    let later = say(hidden, AutosaveNotice::Elsewhere(stamp("b", 2)));
    assert!(later.autosave.notice.is_some(), "another save is news");
    // Dialogs and newly opened content do not affect the notice.
    assert!(go(&later, "#ex/ping").autosave.notice.is_some());
}

#[test]
fn every_reason_has_its_own_line_in_both_languages() {
    let notices = [
        (AutosaveNotice::Denied, 1),
        (AutosaveNotice::Full, 1),
        (AutosaveNotice::WhenLeft, 1),
        (AutosaveNotice::NotYet, 1),
        (AutosaveNotice::Unread("<img src=x>".to_owned()), 1),
        (AutosaveNotice::Newer(7), 2),
        (AutosaveNotice::Elsewhere(stamp("b", 1)), 3),
    ];
    for language in Language::ALL {
        let mut lines = Vec::new();
        for (notice, buttons) in &notices {
            let line = draw(language, keep_line(&session(language), &at(""), notice));
            assert!(line.contains("role=\"status\"") && !line.contains("<img"), "{line}");
            assert_eq!(line.matches("<button").count(), *buttons, "{line}");
            lines.push(line);
        }
        lines.sort();
        lines.dedup();
        assert_eq!(lines.len(), notices.len());
        let state = Rc::new(at("").saying(AutosaveNotice::Denied));
        assert!(draw(language, html! { <Links {state} /> }).contains("notice keep"));
    }
}

#[test]
fn the_steps_go_along_unless_somebody_wants_none() {
    let work = flip(&at(""), InnerAccessPolicy::Drop);
    let [with, without] = [true, false].map(|steps| work.shared_route(steps).unwrap());
    assert!(with.has_log() && !without.has_log());
    assert_eq!(at(&with.to_string()).history, work.history);
    let alone = at(&without.to_string());
    assert_eq!((alone.scenario(), alone.history.steps().len()), (work.scenario(), 0));
    let one = SentSteps { all: 1, done: 1, newest: 1, fit: true };
    assert_eq!((work.sent_steps(), at("").sent_steps()), (Some(one), None));
    assert_eq!(at("#ex/ping").sent_steps(), None, "an example is shared by name");
    for language in Language::ALL {
        let markup = draw(language, html! { <SharePanel state={Rc::clone(&work)} /> });
        assert_eq!(markup.matches("class=\"with-steps").count(), 1, "{markup}");
        let markup = draw(language, html! { <SharePanel state={at("#ex/ping")} /> });
        assert_eq!(markup.matches("class=\"with-steps").count(), 0, "an example has its own link");
    }
}

#[test]
fn steps_that_would_make_the_link_too_long_stay_behind() {
    // Every step has its own time and entropy, which do not compress.
    let long = "x".repeat(200);
    let work = (0..90_u64).fold(at(""), |state, number| {
        let scenario = Arc::clone(state.scenario());
        let group = scenario.groups().next().unwrap();
        let text: String =
            long.chars().zip(0..).map(|(_, place)| letter(number * 977 + place)).collect();
        let call = Call::modify_security_group_attribute(scenario.region(), &group.id, "", &text);
        let entropy = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        state.reduce(Action::Edit(Edit::Call(call), env(entropy)))
    });
    let route = work.route().unwrap();
    assert!(!route.has_log() && route.to_string().len() < 1_000, "{route}");
    assert_eq!(work.sent_steps(), Some(SentSteps { all: 90, done: 90, newest: 90, fit: false }));
    assert_eq!(at(&route.to_string()).scenario(), work.scenario());
    let markup = draw(Language::En, html! { <SharePanel state={work} /> });
    assert!(markup.contains("without the 90 steps"), "{markup}");
}

/// What the dialog says about the steps.
fn steps_told(state: &Rc<State>, language: Language) -> String {
    let markup = draw(language, html! { <SharePanel state={Rc::clone(state)} /> });
    let (_, after) = markup.split_once("<p class=\"with-steps").unwrap();
    after.split_once("</p>").unwrap().0.to_owned()
}

#[test]
fn what_a_link_takes_of_a_long_log_is_said_at_every_place_of_it() {
    // Repeated policy changes: many short steps.
    let policies = [InnerAccessPolicy::Drop, InnerAccessPolicy::Accept];
    let work = (0..131).fold(at(""), |state, number| flip(&state, policies[number % 2]));
    for place in [0, 1, 29, 30, 31, 32, 100, 130, 131_usize] {
        let state = Rc::clone(&work).reduce(Action::Scrub(place));
        let sent = state.sent_steps().unwrap();
        let route = state.shared_route(true).unwrap();
        let newest = if place < 31 { 0 } else { 100 };
        assert_eq!(sent, SentSteps { all: 131, done: place, newest, fit: newest > 0 });
        // Opening the link gives the same state.
        let again = at(&route.to_string());
        assert_eq!(again.scenario(), state.scenario());
        assert_eq!(again.history.steps().len(), newest, "{place}");
        assert_eq!(again.history.position(), place.saturating_sub(31).min(newest), "{place}");
        for language in Language::ALL {
            let told = steps_told(&state, language);
            assert_eq!(told.contains("type=\"checkbox\""), newest > 0, "{told}");
            for number in ["131", "100"] {
                assert!(told.contains(number), "{place}: {told}");
            }
        }
    }
    let early = Rc::clone(&work).reduce(Action::Scrub(1));
    assert!(steps_told(&early, Language::En).contains("you are at step 1 of 131"));
    assert!(steps_told(&early, Language::Zh).contains("当前位于第 1 步（共 131 步）"));
    assert!(steps_told(&work, Language::En).contains("the latest 100 of the 131 steps"));
    assert!(steps_told(&work, Language::Zh).contains("131 个步骤中最新的 100 个"));
}

#[test]
fn undone_steps_that_go_along_are_said_even_where_the_scenario_is_as_it_was() {
    let work = flip(&flip(&at(""), InnerAccessPolicy::Drop), InnerAccessPolicy::Accept);
    let work = flip(&work, InnerAccessPolicy::Drop).reduce(Action::Undo);
    let undone = Rc::clone(&work).reduce(Action::Undo);
    let told = |state: &Rc<State>| steps_told(state, Language::En);
    assert!(told(&undone).contains("the 3 steps of this scenario, 2 of them undone"));
    // The first scenario with another cell: the link holds the scenario, so it can include the
    // steps.
    let start = undone.reduce(Action::Undo);
    let pair = start.view.selection.clone().unwrap();
    let other = Selection { from: pair.to, to: pair.from };
    let start = start.reduce(Action::Select(other));
    let has_log = |steps: bool| start.shared_route(steps).unwrap().has_log();
    assert!(has_log(true) && !has_log(false));
    assert!(told(&start).contains("3 of them undone"), "{}", told(&start));
    // A link passed on unchanged keeps its content, whatever was tried in between.
    let sent = flip(&at(""), InnerAccessPolicy::Drop);
    let received = at(&sent.route().unwrap().to_string());
    let tried = flip(&received, InnerAccessPolicy::Accept).reduce(Action::Undo);
    assert_eq!(tried.shared_route(true), sent.route());
    assert_eq!(tried.sent_steps(), Some(SentSteps { all: 1, done: 1, newest: 1, fit: true }));
}

/// A letter that cannot be predicted from the previous ones.
fn letter(number: u64) -> char {
    let mixed = (number ^ 0x5555).wrapping_mul(0x94d0_49bb_1331_11eb) >> 40;
    char::from(b'a' + u8::try_from(mixed % 26).unwrap())
}

#[test]
fn what_the_picture_says_is_the_link() {
    let example = at("#ex/ping").shared_route(true).unwrap();
    let link = format!("https://example.com/?lang=en{example}");
    let work = flip(&at(""), InnerAccessPolicy::Drop);
    for text in [
        link,
        format!("https://example.com/{}", work.shared_route(true).unwrap()),
        "安全组".to_owned(),
    ] {
        let (side, path) = qr_path(&text).unwrap();
        assert_eq!(read_back(usize::try_from(side).unwrap(), &path), text);
    }
}

/// Decodes a picture as a camera would: rendered at this many dots per module, then detected and
/// decoded.
fn read_back(side: usize, path: &str) -> String {
    const DOTS: usize = 4;
    let mut dark = vec![false; side * side];
    for run in path.split('M').filter(|run| !run.is_empty()) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (length, rest) = rest.split_once('v').unwrap();
        assert_eq!(rest, format!("1h-{length}z"));
        let [x, y, length] = [x, y, length].map(|number| number.parse::<usize>().unwrap());
        dark[y * side + x..y * side + x + length].fill(true);
    }
    let grey = |x: usize, y: usize| if dark[y / DOTS * side + x / DOTS] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * DOTS, side * DOTS, grey);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn a_short_link_has_a_code_and_a_long_one_says_why_not() {
    for language in Language::ALL {
        let short =
            draw(language, link_measure(&session(language), "https://example.com/#ex/ping"));
        assert!(short.contains("role=\"img\"") && short.contains("<meter"), "{short}");
        assert!(short.contains("aria-label") && !short.contains("style="), "{short}");
        let long = draw(language, link_measure(&session(language), &"x".repeat(1_274)));
        assert!(!long.contains("<svg") && long.contains("1273"), "{long}");
    }
}

#[test]
fn a_link_out_of_a_lesson_leads_back_into_it_and_lesson_work_replaces_nothing_saved() {
    let id = &Lesson::all().first().unwrap().id;
    let opened = at(&format!("#lesson/{id}"));
    let scenario = Arc::clone(opened.scenario());
    let group = scenario.groups().next().unwrap();
    let policy = group.group_type.inner_access_policy().flipped();
    let call = Call::modify_security_group_policy(scenario.region(), &group.id, policy);
    let work = opened.reduce(Action::Edit(Edit::Call(call), env(4)));
    assert_ne!(work.scenario(), &scenario);
    assert_eq!(work.autosave.work, Work::Opened);
    let link = work.shared_route(true).unwrap();
    assert!(link.has_log(), "{link}");
    let again = at(&link.to_string());
    let (before, after) = (work.location.learning.clone(), again.location.learning.clone());
    let part = |learning: Option<Learning>| learning.map(|l| (l.lesson.id.clone(), l.step));
    assert_eq!(part(after), part(before));
    assert_eq!((&again.history, again.route()), (&work.history, Some(link)));
}
