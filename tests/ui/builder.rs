//! The lesson builder: a draft becomes a lesson, errors name their location, and a draft can be
//! tried like any lesson. No browser.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::language::Language;
use sg_core::lesson::course::{Words, written};
use sg_core::lesson::{Draft, GoalCell, Lesson, first_scenario};
use sg_core::share::{LinkError, Route, lesson_route};
use sg_playground::page::Links;
use sg_playground::state::{
    Action, BadLink, LessonEdit, LocationEdit, OpenDialog, Opening, State, Theme, View,
};
use sg_playground::text::builder as text;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{draw, words};

fn said(en: &str) -> Words {
    Words { en: Some(en.to_owned()), zh: None }
}

fn cell(from: &str, to: &str, passes: bool) -> GoalCell {
    let (from, to) = (from.to_owned(), to.to_owned());
    GoalCell { from, to, packets: "tcp/443".to_owned(), passes }
}

/// ecs1 and ecs3 share no group: one must reach the other, but not vice versa.
fn draft() -> Draft {
    Draft {
        title: said("One way"),
        task: said("Let ecs1 in, and nothing else."),
        why: said("A rule speaks of one direction."),
        goals: vec![cell("ecs1", "ecs3", true), cell("ecs3", "ecs1", false)],
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

fn building(draft: Draft) -> Rc<State> {
    let state = Rc::new(State::opened(Opening::of(""), &View::new(Language::En, Theme::Dark)));
    let state = state.reduce(Action::Location(LocationEdit::Draft(Rc::new(draft))));
    state.reduce(Action::Location(LocationEdit::Dialog(Some(OpenDialog::Builder))))
}

fn shown(state: &Rc<State>, language: Language) -> String {
    draw(language, html! { <Links state={Rc::clone(state)} /> })
}

#[test]
fn the_panel_says_where_the_draft_stands_in_both_languages() {
    for language in Language::ALL {
        let told = words(&shown(&building(Draft::default()), language));
        let parts = match language {
            Language::En => {
                "Still needed: a goal, a title, a task, an explanation of why it works."
            }
            Language::Zh => "还需要：目标、标题、任务、原理。",
        };
        assert!(told.contains(parts), "{told}");
        let met = Draft { goals: vec![cell("ecs1", "ecs2", true)], ..draft() };
        let told = words(&shown(&building(met), language));
        assert!(told.contains(text::MET.get(language)), "{told}");
        let mut wrong = draft();
        wrong.goals.push(cell("nobody", "ecs2", true));
        let told = words(&shown(&building(wrong), language));
        let path = [("path", "goals[2].claim.traffic.from")];
        assert!(told.contains(&text::WRONG_AT.fill(language, &path)), "{told}");
        let markup = shown(&building(draft()), language);
        let told = words(&markup);
        assert!(told.contains(text::READS.get(language)), "{told}");
        for goal in draft().goals {
            let sentence = match goal.passes {
                true => sg_core::lesson::draft::text::MUST_PASS,
                false => sg_core::lesson::draft::text::MUST_NOT,
            };
            assert!(told.contains(goal.says(sentence).get(language)), "{told}");
        }
        assert!(markup.contains("download=\"lesson.json\""));
        assert!(markup.contains("value=\"One way\""));
    }
}

#[test]
fn what_is_tried_is_a_lesson_and_the_draft_stays() {
    let state = building(draft());
    let lesson = Arc::new(draft().lesson(state.scenario()).unwrap());
    let route = lesson_route(&written(&draft().document(state.scenario()))).unwrap();
    let env =
        sg_core::emulator::Env { now: sg_core::model::Timestamp::from_unix_seconds(0), entropy: 0 };
    let opening = Rc::new(Opening::of_lesson(Some(route.clone()), Arc::clone(&lesson)));
    let tried = Rc::clone(&state).reduce(Action::Location(LocationEdit::Open(opening, env)));
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
