//! The first minute: the question hides its pair until it is answered, opening something is no edit,
//! and the request bar shows no call about things that the scenario does not hold. No browser.

use std::rc::Rc;
use std::sync::Arc;

use proptest::prelude::*;
use sg_core::connectivity::{CellState, CheckedDirections, End, PacketChoice, cell_between};
use sg_core::emulator::{Action as Operation, Call};
use sg_core::history::{Edit, NewInterface, Outcome, OutsideEdit, PublicAddress, TopologyEdit};
use sg_core::language::Language;
use sg_core::lesson::{Example, Lesson, first_scenario};
use sg_core::model::{InnerAccessPolicy, NetworkInterfaceId, SecurityGroupId};
use sg_core::share::Route;
use sg_playground::component::pairs::nothing_yet::NothingYet;
use sg_playground::state::{
    Action, LessonEdit, LocationEdit, Opening, Presentation, Question, QuizEdit, RequestEdit,
    Selection, State, Theme, View, ViewMode, Work, holds_named,
};
use sg_playground::text::{connectivity, fix, lessons, question as text, request};
use sg_testing::environment::env;
use sg_testing::random_edits;
use sg_testing::random_scenario::{config, scenario};
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{attribute, draw, page_in, tags, words};
use crate::opened::{at, go};

fn act(state: &Rc<State>, action: Action) -> Rc<State> {
    Rc::clone(state).reduce(action)
}

/// Flips the policy of the first group.
fn edited(state: &Rc<State>) -> Rc<State> {
    let group = state.scenario().groups().next().unwrap();
    let flipped = group.group_type.inner_access_policy().flipped();
    let next = flip(state, group.id.as_str(), flipped);
    assert_ne!(next.scenario(), state.scenario());
    next
}

fn flip(state: &Rc<State>, group: &str, policy: InnerAccessPolicy) -> Rc<State> {
    let group = SecurityGroupId::parse(group).unwrap();
    let call = Call::modify_security_group_policy(state.scenario().region(), &group, policy);
    act(state, Action::Edit(Edit::Call(call), env(1)))
}

fn embedded(query: &str) -> Rc<State> {
    let view = View::new(Language::En, Theme::Light);
    let view = View { presentation: Rc::new(Presentation::parse(query)), ..view };
    Rc::new(State::opened(Opening::of(""), &view))
}

fn ecs(number: u8) -> End {
    End::Interface(NetworkInterfaceId::parse(&format!("eni-bp1ecs{number}")).unwrap())
}

#[test]
fn the_answer_of_the_question_is_the_engines() {
    let scenario = first_scenario();
    for (from, to) in [(1, 2), (2, 1)] {
        let (all, both) = (PacketChoice::All, CheckedDirections::Both);
        let cell = cell_between(&scenario, &ecs(from), &ecs(to), all, both).unwrap();
        assert_eq!(cell.state == CellState::Pass, Question::RIGHT, "{from} {to}");
    }
}

/// What may not be on the page while the answer is hidden: the cell, the reason, the ports, the
/// decider, what is fixed, the text of the example, lit cards.
const TELLS: [&str; 6] = [
    "class=\"why\"",
    "class=\"fixes\"",
    "class=\"bar\"",
    "decides",
    "class=\"around\"",
    "notice about",
];

#[test]
fn the_pair_is_hidden_everywhere_until_it_is_answered() {
    for opened in [at(""), embedded("?embed=1"), embedded("?embed=1&panes=matrix")] {
        let hidden = Selection { from: ecs(1), to: ecs(2) };
        assert_eq!(opened.hidden_answer(), Some(hidden));
        for mode in ViewMode::ALL {
            let state = act(&opened, Action::ViewMode(mode));
            for language in Language::ALL {
                let markup = page_in(language, &state);
                let told = words(&markup);
                for tell in TELLS {
                    assert!(!markup.contains(tell), "{mode:?}: {tell}");
                }
                for said in [text::GIVEN, text::ASK, text::CAN, text::CANNOT] {
                    assert!(told.contains(said.get(language)), "{told}");
                }
                assert!(
                    !told.contains(text::WHY.get(language)) && !told.contains("S-02"),
                    "{told}"
                );
                if markup.contains("class=\"drawing\"") {
                    // The chosen path has neither an arrow nor a verdict.
                    assert!(
                        !markup.contains("path pass chosen")
                            && markup.contains("path unknown chosen")
                    );
                }
            }
            let answered = act(&state, Action::Guess(true));
            let told = words(&page_in(Language::En, &answered));
            assert!(told.contains(text::RIGHT.en), "{told}");
        }
    }
}

#[test]
fn list_and_matrix_put_a_question_mark_where_the_answer_belongs() {
    let opened = at("");
    let state = act(&opened, Action::ViewMode(ViewMode::Matrix));
    let markup = page_in(Language::En, &state);
    let cells = tags(&markup, "button");
    let label = |id: &str| {
        let cell = cells.iter().find(|tag| attribute(tag, "id") == Some(id)).unwrap();
        attribute(cell, "aria-label").unwrap().to_owned()
    };
    assert_eq!(label("cell-0-1"), "From ecs1 to ecs2: predict first");
    assert_eq!(label("cell-1-0"), "From ecs2 to ecs1: predict first");
    assert_eq!(label("cell-1-2"), "From ecs2 to ecs3: all");
    let list = page_in(Language::En, &act(&opened, Action::ViewMode(ViewMode::List)));
    let rows = tags(&list, "button");
    let hidden: Vec<_> = rows.iter().filter_map(|tag| attribute(tag, "aria-label")).collect();
    assert!(hidden.contains(&"ecs1 → ecs2: predict") && hidden.contains(&"ecs2 → ecs1: predict"));
    assert!(hidden.contains(&"ecs2 → ecs3: all"), "{hidden:?}");
    // Another pair is explained as ever.
    let other = Selection { from: ecs(2), to: ecs(3) };
    let other = page_in(Language::En, &act(&opened, Action::Select(other)));
    assert!(other.contains("class=\"why\"") && words(&other).contains("G3"));
}

#[test]
fn an_answer_or_a_flipped_switch_shows_the_pair_and_says_why() {
    let opened = at("");
    for (guess, said) in [(true, text::RIGHT), (false, text::WRONG)] {
        let state = act(&opened, Action::Guess(guess));
        assert_eq!(state.hidden_answer(), None);
        assert!(state.history.steps().is_empty(), "a guess is no edit");
        assert_eq!(
            act(&state, Action::Guess(!guess)).question(),
            state.question(),
            "only the first"
        );
        for language in Language::ALL {
            let told = words(&page_in(language, &state));
            for own in [said, text::WHY, text::NOW_FLIP] {
                assert!(told.contains(own.get(language)), "{told}");
            }
            assert!(!told.contains(text::ASK.get(language)));
        }
        let flipped = flip(&state, "sg-bp1g2", InnerAccessPolicy::Drop);
        let told = words(&page_in(Language::En, &flipped));
        assert!(
            told.contains(said.en) && !told.contains(text::NOW_FLIP.en),
            "the same sentence stays"
        );
    }
    let flipped = flip(&opened, "sg-bp1g1", InnerAccessPolicy::Accept);
    assert_eq!(flipped.hidden_answer(), None);
    assert!(words(&page_in(Language::En, &flipped)).contains(text::ANSWER.en));
    let undone = act(&flipped, Action::Undo);
    assert_eq!(undone.hidden_answer(), None, "what was seen is not hidden again");
    let put_away = act(&opened, Action::HideQuestion);
    assert_eq!((put_away.question(), put_away.hidden_answer()), (None, None));
}

#[test]
fn the_question_is_two_buttons_and_one_live_region() {
    let markup = page_in(Language::En, &at(""));
    let (_, question) = markup.split_once("class=\"question\"").unwrap();
    let (question, _) = question.split_once("</section>").unwrap();
    assert_eq!(tags(question, "p").len(), 1);
    assert_eq!(tags(question, "button").len(), 3, "two answers, and the one that hides it");
    assert_eq!(question.matches("role=\"status\"").count(), 1);
    assert!(!question.contains("<a "), "no way past the question to its lesson");
}

#[test]
fn the_question_goes_with_its_scenario() {
    let flipped = flip(&at(""), "sg-bp1g2", InnerAccessPolicy::Drop);
    assert!(flipped.question().is_some());
    for fragment in [
        "#ex/ping",
        "#ex/three-groups",
        "#new",
        "#lesson/ping",
        "#quiz/3",
        &flipped.route().unwrap().to_string(),
    ] {
        assert_eq!(at(fragment).question(), None, "{fragment}");
    }
    assert_eq!(go(&flipped, "#ex/ping").question(), None);
    // Undo leads from the first scenario back to another one.
    let over = act(&edited(&at("#ex/one-group")), Action::StartOver(env(4)));
    assert!(over.question().is_some_and(Question::is_open), "starting over asks again");
    assert_eq!(act(&over, Action::Undo).question(), None);
    let release = |number: u8| {
        let instance = sg_core::model::InstanceId::parse(&format!("i-bp1ecs{number}")).unwrap();
        Action::Edit(Edit::Topology(TopologyEdit::ReleaseInstance { instance }), env(5))
    };
    assert!(act(&flipped, release(3)).question().is_some());
    assert_eq!(act(&flipped, release(2)).question(), None, "one of its ends is gone");
}

/// Every way to open something over edited work.
fn openings(work: &Rc<State>) -> Vec<(&'static str, Rc<State>)> {
    let imported = Arc::new(Example::find("ping").unwrap().scenario().unwrap());
    let imported = Opening::imported(imported, sg_playground::state::Origins::default());
    let imported = Action::Location(LocationEdit::Open(Rc::new(imported), env(8)));
    let link = edited(&at("#ex/one-group")).route().unwrap().to_string();
    vec![
        ("example", go(work, "#ex/mail")),
        ("link", go(work, &link)),
        ("new", go(work, "#new")),
        ("lesson", go(work, "#lesson/ping")),
        ("quiz", act(work, Action::Quiz(QuizEdit::Next(env(3))))),
        ("import", act(work, imported)),
        ("start over", act(work, Action::StartOver(env(6)))),
        ("lesson again", act(&go(work, "#lesson/ping"), Action::StartOver(env(6)))),
    ]
}

#[test]
fn opening_something_is_no_edit() {
    let work = flip(&at(""), "sg-bp1g2", InnerAccessPolicy::Drop);
    for (name, state) in openings(&work) {
        let History { before, last } = History::of(&state);
        assert!(before && !last, "{name}: nothing to compare with and no edit");
        if state.asked().is_some() {
            continue;
        }
        for language in Language::ALL {
            let told = words(&page_in(language, &state));
            for said in
                [request::OPENED, sg_playground::text::answer::SESSION, connectivity::NO_CHANGE]
            {
                assert!(!told.contains(said.get(language)), "{name}: {}", said.en);
            }
            let markup = page_in(language, &state);
            assert!(!markup.contains("class=\"change\""), "{name}: no marks");
            let strip =
                markup.split_once("class=\"delta\"").and_then(|(_, own)| own.split_once("</p>"));
            let strip = words(&format!("<p {}", strip.map_or("", |(own, _)| own)));
            assert!(!strip.contains("sg-") && !strip.contains("eni-"), "{name}: {strip}");
        }
    }
    assert!(History::of(&work).last, "an edit is one");
}

/// What the page compares with and speaks of.
struct History {
    before: bool,
    last: bool,
}

impl History {
    fn of(state: &State) -> Self {
        let history = &state.history;
        let before = Arc::ptr_eq(history.scenario(), history.scenario_before());
        Self { before, last: history.last_edit().is_some() }
    }
}

#[test]
fn a_deleted_thing_is_called_by_its_name() {
    let mut state = at("");
    let group = SecurityGroupId::parse("sg-bp1g3").unwrap();
    for number in [2_u64, 3] {
        let instance = sg_core::model::InstanceId::parse(&format!("i-bp1ecs{number}")).unwrap();
        let release = Edit::Topology(TopologyEdit::ReleaseInstance { instance });
        state = act(&state, Action::Edit(release, env(number)));
        let told = words(&page_in(Language::En, &state));
        assert!(
            told.contains(&format!("Release ecs{number}")) && !told.contains("eni-bp1ecs"),
            "{told}"
        );
    }
    let call = Call::new(
        Operation::DeleteSecurityGroup,
        [("RegionId", "cn-hangzhou"), ("SecurityGroupId", group.as_str())],
    );
    let state = act(&state, Action::Edit(Edit::Call(call), env(4)));
    assert!(matches!(state.sent_outcome(), Some(Outcome::Replied(_))));
    let told = words(&page_in(Language::En, &state));
    assert!(told.contains("delete G3"), "{told}");
}

/// The call is about what the scenario holds, or is the step just taken: a deletion, a refusal.
fn assert_own(state: &State, what: &str) {
    let call = state.shown_call();
    let last = state.history.steps_since_opened().last();
    let just_sent = last.is_some_and(|step| step.edit == Edit::Call(call.clone()));
    assert!(just_sent || holds_named(state.scenario(), &call), "{what}: {call:?}");
}

#[test]
fn the_bar_shows_no_call_from_another_scenario() {
    let work = flip(&at(""), "sg-bp1g2", InnerAccessPolicy::Drop);
    for (name, state) in openings(&work) {
        assert_own(&state, name);
        let interface = NewInterface {
            groups: state.scenario().groups().take(1).map(|own| own.id.clone()).collect(),
            addresses: Vec::new(),
            public: PublicAddress::None,
        };
        let create =
            TopologyEdit::CreateInstance { name: "x".to_owned(), interfaces: vec![interface] };
        let more = act(&state, Action::Edit(Edit::Topology(create), env(11)));
        assert_own(&more, name);
        assert!(more.sent_outcome().is_none(), "{name}: an earlier scenario's reply");
        assert_own(&act(&more, Action::Undo), name);
    }
    for own in Example::all() {
        assert_own(&at(&format!("#ex/{}", own.id)), own.id);
    }
    let delete = Call::new(
        Operation::DeleteSecurityGroup,
        [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1mine")],
    );
    let call = Call::new(
        Operation::CreateSecurityGroup,
        [("RegionId", "cn-hangzhou"), ("VpcId", "vpc-bp1main"), ("SecurityGroupName", "mine")],
    );
    let created = act(&at(""), Action::Edit(Edit::Call(call), env(1)));
    let made = created.scenario().groups().last().unwrap().id.to_string();
    let delete = Call {
        params: [("RegionId", "cn-hangzhou"), ("SecurityGroupId", made.as_str())]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into_iter()
            .collect(),
        ..delete
    };
    let deleted = act(&created, Action::Edit(Edit::Call(delete.clone()), env(2)));
    assert_eq!(deleted.shown_call(), delete, "the step just taken");
    let block = "198.51.100.9/32".parse().unwrap();
    let outside = TopologyEdit::Outside(OutsideEdit::Add { name: "more".to_owned(), block });
    let later = act(&deleted, Action::Edit(Edit::Topology(outside), env(3)));
    assert_own(&later, "after a deletion");
    assert_ne!(later.shown_call(), delete);
}

/// One thing a user may do next.
#[derive(Debug, Clone)]
enum Doing {
    Edit(Edit, u64),
    Undo,
    Redo,
    Scrub(usize),
    StartOver,
    Open(&'static str),
    Choose(Operation),
    Send,
    Leave,
}

fn doing() -> impl Strategy<Value = Doing> {
    let edits = random_edits::edits(2)
        .prop_filter_map("no edit", |edits| edits.into_iter().next())
        .prop_map(|(edit, env)| Doing::Edit(edit, env.entropy));
    prop_oneof![
        6 => edits,
        2 => Just(Doing::Undo),
        1 => Just(Doing::Redo),
        1 => (0..6_usize).prop_map(Doing::Scrub),
        1 => Just(Doing::StartOver),
        2 => prop::sample::select(vec!["", "#new", "#ex/ping", "#ex/three-groups", "#lesson/tie"]).prop_map(Doing::Open),
        1 => prop::sample::select(Operation::ALL.to_vec()).prop_map(Doing::Choose),
        1 => Just(Doing::Send),
        1 => Just(Doing::Leave),
    ]
}

fn done(state: &Rc<State>, doing: &Doing) -> Rc<State> {
    let action = match doing.clone() {
        Doing::Edit(edit, entropy) => Action::Edit(edit, env(entropy)),
        Doing::Undo => Action::Undo,
        Doing::Redo => Action::Redo,
        Doing::Scrub(position) => Action::Scrub(position),
        Doing::StartOver => Action::StartOver(env(1)),
        Doing::Open(fragment) => return go(state, fragment),
        Doing::Choose(operation) => Action::Request(RequestEdit::Choose(operation)),
        Doing::Send => Action::Send(env(2)),
        Doing::Leave => Action::Lesson(LessonEdit::Leave),
    };
    act(state, action)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_done_the_bar_is_about_the_scenario(
        scenario in scenario(),
        doings in prop::collection::vec(doing(), 1..14),
    ) {
        let view = View::new(Language::En, Theme::System);
        let mut state = Rc::new(State::new(Arc::new(scenario), view));
        for doing in &doings {
            state = done(&state, doing);
            let call = state.shown_call();
            let last = state.history.steps_since_opened().last();
            let just_sent = last.is_some_and(|step| step.edit == Edit::Call(call.clone()));
            prop_assert!(just_sent || holds_named(state.scenario(), &call), "{:?}: {:?}", doing, call);
        }
    }
}

#[test]
fn a_lesson_returns_to_the_scenario_its_log_and_its_view() {
    let other = Selection { from: ecs(3), to: ecs(2) };
    let work = act(&flip(&at(""), "sg-bp1g2", InnerAccessPolicy::Drop), Action::Select(other));
    let work = act(&work, Action::ViewMode(ViewMode::List));
    let first = go(&work, "#lesson/ping");
    assert!(first.history.steps().is_empty(), "a lesson begins without the log of the work");
    let next = flip(&go(&first, "#lesson/three-groups"), "sg-bp1g2", InnerAccessPolicy::Drop);
    let next = act(&next, Action::SetLanguage(Language::En));
    let back = act(&next, Action::Lesson(LessonEdit::Leave));
    assert_eq!(back.history, work.history);
    assert_eq!(back.view.selection, work.view.selection);
    assert_eq!(back.view.view_mode, ViewMode::List);
    assert_eq!(back.view.language, Language::En, "what the reader set meanwhile stays");
    assert!(back.view.learned.done.contains("three-groups"), "and what was learned");
    assert_eq!((back.autosave.work, back.route()), (Work::Edited, work.route()));
    assert_eq!(back.location.dialog, None);
    assert_eq!(**act(&back, Action::Undo).scenario(), first_scenario(), "undo is still there");
    // Back in the browser is the same.
    let by_back = go(&next, &work.route().unwrap().to_string());
    assert_eq!((&by_back.history, &by_back.view.selection), (&work.history, &work.view.selection));
    // Something else opened in a lesson is opened over the work, not over the exercise.
    let example = go(&next, "#ex/mail");
    assert_eq!(act(&example, Action::Undo).scenario(), work.scenario());
}

#[test]
fn a_quiz_ends_with_a_result_and_returns() {
    let work = edited(&at("#ex/one-group"));
    let quiz = act(&work, Action::Quiz(QuizEdit::Next(env(3))));
    let unanswered = act(&quiz, Action::Quiz(QuizEdit::End(env(4))));
    assert_eq!(unanswered.history, work.history, "without an answer there is no result");
    assert!(unanswered.asked().is_none());
    let works = quiz.asked().unwrap().works();
    let answered = act(&quiz, Action::Quiz(QuizEdit::Answer(!works)));
    let ended = act(&answered, Action::Quiz(QuizEdit::End(env(4))));
    assert!(ended.quiz.ended && ended.asked().is_some());
    let back = act(&ended, Action::Quiz(QuizEdit::Return(env(5))));
    assert_eq!((&back.history, back.route()), (&work.history, work.route()));
    assert!(act(&back, Action::Undo).history.position() < work.history.position());
    let again = act(&ended, Action::Quiz(QuizEdit::Again(env(9))));
    assert!(again.asked().is_some() && !again.quiz.ended);
    assert_eq!(again.quiz.session.score(), (0, 0));
    assert_eq!(act(&again, Action::Quiz(QuizEdit::Return(env(5)))).history, work.history);
    // Its scenario goes along, and undo leads to the work.
    let taken = act(&answered, Action::Quiz(QuizEdit::Leave(env(6))));
    assert_eq!(taken.scenario(), quiz.scenario());
    assert!(taken.asked().is_none());
    assert_eq!(act(&taken, Action::Undo).scenario(), work.scenario());
    // A quiz opened by a link has nothing to return to.
    let alone = act(&at("#quiz/4"), Action::Quiz(QuizEdit::End(env(5))));
    assert_eq!(alone.route(), Some(Route::Start));
}

#[test]
fn a_scenario_without_instances_offers_something_to_ask_about() {
    let groups_only = first_scenario().edited(|parts| {
        parts.instances.clear();
        parts.interfaces.clear();
        parts.outside.clear();
    });
    let scenario = Arc::new(groups_only.unwrap());
    let (mut offered, state) = (
        Vec::new(),
        Rc::new(State::new(Arc::clone(&scenario), View::new(Language::En, Theme::Light))),
    );
    for language in Language::ALL {
        let markup = draw(language, html! { <NothingYet scenario={Arc::clone(&scenario)} /> });
        let told = words(&markup);
        assert!(told.contains(connectivity::NOTHING_TO_SHOW.get(language)));
        offered.push(tags(&markup, "button").len());
        assert!(
            told.contains(connectivity::ADD_INTERNET.get(language)) && told.contains("G2"),
            "{told}"
        );
    }
    assert_eq!(offered, [4, 4], "three groups and the Internet");
    for mode in ViewMode::ALL {
        let markup = page_in(Language::En, &act(&state, Action::ViewMode(mode)));
        assert!(markup.contains("nothing-yet"), "{mode:?}");
    }
    let locked = View {
        presentation: Rc::new(Presentation::parse("?lock=world")),
        ..View::new(Language::En, Theme::Light)
    };
    let locked = Rc::new(State::new(Arc::clone(&scenario), locked));
    assert!(!words(&page_in(Language::En, &locked)).contains(connectivity::ADD_INTERNET.en));
    // With an instance and the Internet there is a pair, and it is selected.
    let interface = NewInterface {
        groups: vec![SecurityGroupId::parse("sg-bp1g1").unwrap()],
        addresses: Vec::new(),
        public: PublicAddress::NextFree,
    };
    let create =
        TopologyEdit::CreateInstance { name: "test1".to_owned(), interfaces: vec![interface] };
    let block = "0.0.0.0/0".parse().unwrap();
    let internet = TopologyEdit::Outside(OutsideEdit::Add { name: "internet".to_owned(), block });
    let both = [create, internet].map(Edit::Topology).into_iter();
    let asked = both.fold(state, |state, edit| act(&state, Action::Edit(edit, env(1))));
    assert_eq!(asked.view.selection.clone().unwrap().from, End::Outside("internet".to_owned()));
    let markup = page_in(Language::En, &asked);
    assert!(!markup.contains("nothing-yet") && markup.contains("class=\"why\""));
}

#[test]
fn a_lesson_hides_its_pair_in_every_view() {
    let lesson =
        Lesson::all().iter().find(|lesson| lesson.question.as_ref().unwrap().shown).unwrap();
    let state = at(&format!("#lesson/{}", lesson.id));
    for mode in ViewMode::ALL {
        let markup = page_in(Language::En, &act(&state, Action::ViewMode(mode)));
        assert!(words(&markup).contains(lessons::PREDICT_FIRST.en), "{mode:?}");
        assert!(!markup.contains("class=\"why\""), "{mode:?}");
    }
}

#[test]
fn a_pair_that_is_partly_open_can_be_opened_and_blocked() {
    let opened = act(&act(&at(""), Action::Guess(true)), Action::Fixes(true));
    let pairs = |from: usize, to: usize| {
        let scenario = opened.scenario();
        let inside = scenario.interfaces().map(|own| End::Interface(own.id.clone()));
        let outside = scenario.outside().iter().map(|own| End::Outside(own.name.clone()));
        let ends: Vec<End> = inside.chain(outside).collect();
        Selection { from: ends[from].clone(), to: ends[to].clone() }
    };
    let last = opened.scenario().interfaces().len();
    let shown = |pair: Selection, language| {
        let markup = page_in(language, &act(&opened, Action::Select(pair)));
        words(markup.split_once("class=\"fixes\"").unwrap().1.split_once("</section>").unwrap().0)
    };
    for language in Language::ALL {
        // The Internet is reached on all ports but TCP 25.
        let partly = shown(pairs(0, last), language);
        for said in [fix::REST, fix::WHOLE] {
            assert!(partly.contains(said.get(language)), "{partly}");
        }
        let whole = shown(pairs(0, 1), language);
        assert!(
            !whole.contains(fix::REST.get(language)) && !whole.contains(fix::WHOLE.get(language))
        );
        assert!(whole.contains(fix::APPLY.get(language)), "{whole}");
    }
}
