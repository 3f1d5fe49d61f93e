//! The lesson builder: a draft becomes a lesson, errors name their location, and a draft can be
//! tried like any lesson. No browser.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{AskedPacket, End, PacketChoice};
use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::lesson::course::{Words, written};
use sg_core::lesson::{Draft, GoalCell, Lesson, first_scenario};
use sg_core::model::{InnerAccessPolicy, SecurityGroupId};
use sg_core::share::{LinkError, Route, lesson_route};
use sg_playground::state::{
    Action, BadLink, BuilderTab, LessonEdit, LessonStep, LocationEdit, Lock, Opening, Selection,
    State, Theme, TrainingEdit, View,
};
use sg_playground::text::{builder as text, lessons};
use yew::Reducible;

use crate::drawn::{page_in, tags, words};

fn said(en: &str) -> Words {
    Words { en: Some(en.to_owned()), zh: None }
}

fn cell(from: &str, to: &str, passes: bool) -> GoalCell {
    let (from, to) = (from.to_owned(), to.to_owned());
    GoalCell { from, to, packets: "tcp/443".to_owned(), passes, written: None }
}

/// ecs1 and ecs3 share no group: one must reach the other, but not vice versa.
fn draft() -> Draft {
    Draft {
        title: said("One way"),
        task: said("Let ecs1 in, and nothing else."),
        why: said("A rule speaks of one direction."),
        goals: vec![cell("ecs1", "ecs3", true), cell("ecs3", "ecs1", false)],
        ..Draft::default()
    }
}

#[test]
fn a_draft_becomes_a_lesson_whose_file_reads_the_same() {
    let lesson = draft().lesson(&first_scenario()).unwrap();
    assert_eq!(lesson.goals.len(), 2);
    assert_eq!(*lesson.scenario, first_scenario());
    let file = written(&draft().document(&first_scenario()));
    assert_eq!(Lesson::read(&file).unwrap(), lesson);
    // The right answer is computed: in this scenario, ecs1 does not reach ecs3.
    assert_eq!(lesson.question.as_ref().unwrap().right, 1);
    let named = lesson.goals.first().unwrap().name.clone();
    assert_eq!(named.get(Language::En), "ecs1 can reach ecs3: tcp/443");
    assert_eq!(named.get(Language::Zh), "ecs1 能访问 ecs3：tcp/443");
}

#[test]
fn what_is_wrong_names_its_place() {
    let wrong = |edit: &dyn Fn(&mut Draft)| {
        let mut draft = draft();
        edit(&mut draft);
        draft.lesson(&first_scenario()).unwrap_err().path
    };
    assert_eq!(wrong(&|draft| draft.title = Words::default()), "title");
    assert_eq!(wrong(&|draft| draft.task = Words::default()), "task");
    assert_eq!(wrong(&|draft| draft.why = Words::default()), "why[0].text");
    assert_eq!(wrong(&|draft| draft.goals = vec![cell("ecs1", "ecs2", true)]), "goals");
    let stranger = |draft: &mut Draft| draft.goals.push(cell("nobody", "ecs2", true));
    assert_eq!(wrong(&stranger), "goals[2].claim.traffic.from");
    let packets = |draft: &mut Draft| draft.goals[1].packets = "tcp/0".to_owned();
    assert!(wrong(&packets).starts_with("goals[1].claim.traffic.packets"));
}

fn env(entropy: u64) -> sg_core::emulator::Env {
    sg_core::emulator::Env { now: sg_core::model::Timestamp::from_unix_seconds(0), entropy }
}

fn at_tab(draft: Draft, tab: BuilderTab) -> Rc<State> {
    let state = Rc::new(State::opened(Opening::of(""), &View::new(Language::En, Theme::Dark)));
    let state = state.reduce(Action::Location(LocationEdit::Draft(Rc::new(draft))));
    state.reduce(Action::Location(LocationEdit::Builder(Some(tab))))
}

fn building(draft: Draft) -> Rc<State> {
    at_tab(draft, BuilderTab::Goals)
}

fn shown(state: &Rc<State>, language: Language) -> String {
    page_in(language, state)
}

/// The lesson of a state's draft as its author looks at it.
fn previewed(state: &Rc<State>) -> Rc<State> {
    let document = state.draft.document(state.scenario());
    let lesson = Lesson::try_from(&document).unwrap();
    let route = lesson_route(&written(&document)).ok();
    let opening = Opening { preview: true, ..Opening::of_lesson(route, Arc::new(lesson)) };
    let open = LocationEdit::Open(Rc::new(opening), env(1));
    Rc::clone(state).reduce(Action::Location(open))
}

fn flipped(state: &Rc<State>, group: &str, policy: InnerAccessPolicy) -> Rc<State> {
    let id = SecurityGroupId::parse(group).unwrap();
    let call = Call::modify_security_group_policy(state.scenario().region(), &id, policy);
    Rc::clone(state).reduce(Action::Edit(Edit::Call(call), env(2)))
}

/// ecs1 and ecs2 reach each other through G2, which is to end.
fn isolating() -> Draft {
    let goals = vec![GoalCell { packets: String::new(), ..cell("ecs1", "ecs2", false) }];
    Draft { goals, ..draft() }
}

#[test]
fn the_panel_says_where_the_draft_stands_in_both_languages() {
    for language in Language::ALL {
        let markup = shown(&building(Draft::default()), language);
        let verdict = markup.split("class=\"builder-verdict\"").nth(1).unwrap();
        let told = words(&format!("<{}", verdict.split("</div>").next().unwrap()));
        let parts = match language {
            Language::En => {
                "Still needed: a goal, a title, a task, an explanation of why it works."
            }
            Language::Zh => "还需要：目标、标题、任务、原理。",
        };
        assert!(told.contains(parts), "{told}");
        assert!(!told.contains('✗'), "what is missing is no error: {told}");
        let met = Draft { goals: vec![cell("ecs1", "ecs2", true)], ..draft() };
        let told = words(&shown(&building(met), language));
        assert!(told.contains(text::MET.get(language)), "{told}");
        let mut wrong = draft();
        wrong.goals.push(cell("nobody", "ecs2", true));
        wrong.hints.push(said(" "));
        let told = words(&shown(&building(wrong), language));
        for (place, number) in [(text::PLACE_GOAL, "3"), (text::HINT, "1")] {
            let place = place.fill(language, &[("number", number)]);
            assert!(told.contains(&place), "each error is named: {place}: {told}");
        }
        let markup = shown(&building(draft()), language);
        let told = words(&markup);
        assert!(told.contains(text::READS.get(language)), "{told}");
        for goal in draft().goals {
            assert!(told.contains(goal.goal().name.get(language)), "{told}");
        }
        let file = shown(&at_tab(draft(), BuilderTab::File), language);
        assert!(file.contains("download=\"one-way.json\""), "{file}");
        assert!(shown(&at_tab(draft(), BuilderTab::Texts), language).contains("value=\"One way\""));
    }
}

#[test]
fn the_matrix_stays_in_sight_and_its_cell_is_offered_with_its_packets() {
    let state = building(draft());
    let markup = shown(&state, Language::En);
    assert!(!markup.contains("<dialog") && markup.contains("role=\"grid\""), "a panel");
    let told = words(&markup);
    assert!(told.contains("Selected: ecs1 → ecs2") && told.contains(text::NOW_PASS.en), "{told}");
    let end = |number| {
        let id = format!("eni-bp1ecs{number}");
        End::Interface(sg_core::model::NetworkInterfaceId::parse(&id).unwrap())
    };
    let state = state.reduce(Action::Select(Selection { from: end(1), to: end(3) }));
    let port = sg_core::model::Port::new(443).unwrap();
    let state = state.reduce(Action::Ask(PacketChoice::One(AskedPacket::Tcp(port))));
    let markup = shown(&state, Language::En);
    let told = words(&markup);
    assert!(
        told.contains("Selected: ecs1 → ecs3") && told.contains(text::NOW_BLOCKED.en),
        "{told}"
    );
    assert!(markup.contains("value=\"tcp/443\""));
}

#[test]
fn every_part_shows_what_the_draft_has() {
    let mut own = isolating();
    own.question = Some(own.usual_question());
    own.hints = vec![said("Look at G2."), said("Set it to Drop.")];
    own.locks = vec![Lock::Rules.word().to_owned()];
    let parts = [
        (BuilderTab::Texts, "Let ecs1 in, and nothing else."),
        (BuilderTab::Question, "right in this scenario"),
        (BuilderTab::Hints, "Hint 2 (English)"),
        (BuilderTab::Why, "A rule speaks of one direction."),
        (BuilderTab::File, "The id of the lesson is one-way."),
    ];
    for (tab, wanted) in parts {
        let markup = shown(&at_tab(own.clone(), tab), Language::En);
        assert!(words(&markup).contains(wanted), "{tab:?}: {}", words(&markup));
        assert!(words(&markup).contains(text::READS.en), "{tab:?}");
    }
    let hints = shown(&at_tab(own, BuilderTab::Hints), Language::En);
    let ticked = tags(&hints, "input").into_iter().filter(|tag| tag.contains("checkbox"));
    let ticked: Vec<bool> = ticked.map(|tag| tag.contains(" checked")).collect();
    assert_eq!(ticked, [true, false, true, true, true], "rules are locked");
}

#[test]
fn a_preview_is_what_a_learner_sees_with_a_way_back() {
    let state = at_tab(isolating(), BuilderTab::Texts);
    let tried = previewed(&state);
    let markup = shown(&tried, Language::En);
    let told = words(&markup);
    assert!(told.contains(text::BACK_TO_BUILDER.en) && told.contains("One way"), "{told}");
    assert!(!markup.contains("id=\"builder\"") && !told.contains(text::EXPLAIN.en));
    let solved = flipped(&tried, "sg-bp1g2", InnerAccessPolicy::Drop);
    assert!(words(&shown(&solved, Language::En)).contains(text::EXPLAIN.en));
    let noted = Action::Training(TrainingEdit::Note(env(3).now));
    let noted = Rc::clone(&solved).reduce(noted);
    assert!(noted.training.learner.visits.is_empty(), "the author is no learner");
    let left = noted.reduce(Action::Lesson(LessonEdit::Leave));
    assert_eq!(left.view.building, Some(BuilderTab::Texts), "back where it was");
    assert_eq!((&*left.draft, left.scenario()), (&*state.draft, state.scenario()));
    assert_eq!(left.training.notice, None);
    let again = previewed(&left);
    assert!(again.history.steps().is_empty(), "from the beginning");
}

#[test]
fn a_reason_is_shown_where_it_is_true_of_the_learners_own_solution() {
    use sg_core::lesson::course::wire::WhyWire;
    use sg_core::lesson::solution::{conditions, statements};
    let tried = previewed(&building(isolating()));
    let solved = flipped(&tried, "sg-bp1g2", InnerAccessPolicy::Drop);
    let lesson = Arc::clone(&solved.location.learning.as_ref().unwrap().lesson);
    let goals = isolating().document(&lesson.scenario).goals;
    let when = conditions(&lesson, &goals, &solved.history);
    let own = WhyWire { text: said("G2 isolates its members."), rests: statements(&when), when };
    let told = words(&shown(
        &at_tab(Draft { reasons: vec![own.clone()], ..isolating() }, BuilderTab::Why),
        Language::En,
    ));
    assert!(told.contains("G2 is set to Drop"), "the condition in words: {told}");
    let draft = Draft { why: Words::default(), reasons: vec![own], ..isolating() };
    let tried = previewed(&building(draft));
    let why = |state: &Rc<State>| {
        let step = Action::Lesson(LessonEdit::Step(LessonStep::Why));
        words(&shown(&Rc::clone(state).reduce(step), Language::En))
    };
    assert!(!why(&tried).contains("G2 isolates"), "not before there is a solution");
    let same = why(&flipped(&tried, "sg-bp1g2", InnerAccessPolicy::Drop));
    assert!(same.contains("G2 isolates") && same.contains(lessons::WHY_AUTHOR.en), "{same}");
    let leave =
        [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1g2"), ("InstanceId", "i-bp1ecs1")];
    let leave = Call::new(sg_core::emulator::Action::LeaveSecurityGroup, leave);
    let other = Rc::clone(&tried).reduce(Action::Edit(Edit::Call(leave), env(4)));
    let other = why(&other);
    assert!(other.contains("All goals are met."), "{other}");
    assert!(!other.contains("G2 isolates") && other.contains(lessons::WHY_OTHER.en), "{other}");
}

#[test]
fn a_learner_may_change_only_what_the_lesson_leaves_open() {
    let locks = vec![Lock::Policy.word().to_owned()];
    let tried = previewed(&building(Draft { locks, ..isolating() }));
    let held = flipped(&tried, "sg-bp1g2", InnerAccessPolicy::Drop);
    assert_eq!(held.scenario(), tried.scenario());
    assert_eq!(held.view.locked_notice, Some(Lock::Policy));
    assert!(shown(&tried, Language::En).contains("seg locked"));
    // The author's own page has no locks.
    let left = held.reduce(Action::Lesson(LessonEdit::Leave));
    let free = flipped(&left, "sg-bp1g2", InnerAccessPolicy::Drop);
    assert_ne!(free.scenario(), left.scenario());
}

#[test]
fn a_lesson_of_one_language_says_so_in_the_other() {
    let tried = previewed(&building(isolating()));
    let told = |language| words(&shown(&tried, language));
    assert!(told(Language::Zh).contains(lessons::OTHER_LANGUAGE.zh), "{}", told(Language::Zh));
    assert!(!told(Language::En).contains(lessons::OTHER_LANGUAGE.en));
}

#[test]
fn what_is_tried_is_a_lesson_and_the_draft_stays() {
    let state = building(draft());
    let lesson = Arc::new(draft().lesson(state.scenario()).unwrap());
    let route = lesson_route(&written(&draft().document(state.scenario()))).unwrap();
    let opening = Rc::new(Opening::of_lesson(Some(route.clone()), Arc::clone(&lesson)));
    let tried = Rc::clone(&state).reduce(Action::Location(LocationEdit::Open(opening, env(0))));
    assert_eq!(tried.location.learning.as_ref().unwrap().lesson, lesson);
    assert_eq!(*tried.draft, draft());
    // It is not listed, so its link holds the whole lesson, and stays the same during the work on
    // it.
    assert_eq!(tried.route().as_ref(), Some(&route));
    let sent = Opening::of(&route.to_string());
    assert_eq!(sent.lesson, Some(lesson));
    let left = tried.reduce(Action::Lesson(LessonEdit::Leave));
    assert_eq!(
        (left.scenario(), left.route()),
        (state.scenario(), Some(Route::Start)),
        "back again"
    );
}

#[test]
fn the_builder_leaves_a_lesson_and_comes_back_to_the_page() {
    let lesson = crate::opened::at("#lesson/three-groups");
    let open = Action::Location(LocationEdit::Builder(Some(BuilderTab::Goals)));
    let there = lesson.reduce(open);
    assert!(!there.is_visiting() && there.view.building.is_some());
    let closed = there.reduce(Action::Location(LocationEdit::Builder(None)));
    assert_eq!(closed.view.building, None);
}

#[test]
fn a_link_to_a_lesson_is_refused_for_its_reason() {
    let route = lesson_route(&written(&draft().document(building(draft()).scenario())))
        .unwrap()
        .to_string();
    let bad = |fragment: &str| Opening::of(fragment).bad;
    assert_eq!(bad(&route), None);
    let cut = &route[..route.len() - 20];
    assert_eq!(bad(cut), Some(BadLink::Scenario(LinkError::Cut)));
    let newer = route.replace("#l/v1/", "#l/v2/");
    assert_eq!(bad(&newer), Some(BadLink::Scenario(LinkError::Newer(2))));
    let no_lesson = lesson_route("{}").unwrap().to_string();
    let Some(BadLink::Scenario(LinkError::Contents(error))) = bad(&no_lesson) else {
        panic!("{:?}", bad(&no_lesson))
    };
    assert!(error.sentence.contains("version"), "{error}");
}
