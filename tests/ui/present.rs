//! The page before an audience: what is shown, and where its keys lead.

use std::rc::Rc;

use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::model::{InnerAccessPolicy, SecurityGroupId};
use sg_core::share::course_route;
use sg_playground::page::current_page;
use sg_playground::state::{
    Action, LessonStep, LocationEdit, Presentation, Slides, State, TrainingEdit,
};
use sg_playground::text::present as text;
use sg_testing::environment::env;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{draw, words};
use crate::opened::at;

fn presented(state: &Rc<State>) -> Rc<State> {
    Rc::clone(state).reduce(Action::Present(Some(Slides::Page)))
}

fn flip(state: &Rc<State>, group: &str, policy: InnerAccessPolicy) -> Rc<State> {
    let id = SecurityGroupId::parse(group).unwrap();
    let call = Call::modify_security_group_policy(state.scenario().region(), &id, policy);
    Rc::clone(state).reduce(Action::Edit(Edit::Call(call), env(state.history.steps().len() as u64)))
}

fn shown(state: &Rc<State>, language: Language) -> String {
    let (page, presentation) =
        (current_page(Rc::clone(state), Callback::noop()), state.presentation());
    let page = html! {
        <ContextProvider<Rc<Presentation>> context={presentation}>{page}</ContextProvider<Rc<Presentation>>>
    };
    draw(language, page)
}

fn next(state: &Rc<State>) -> Option<Rc<State>> {
    Some(Rc::clone(state).reduce(state.turns().next?.action(env(7))))
}

fn back(state: &Rc<State>) -> Option<Rc<State>> {
    Some(Rc::clone(state).reduce(state.turns().back?.action(env(7))))
}

#[test]
fn question_switches_matrix_and_reason_are_shown_without_the_editor() {
    for language in Language::ALL {
        let state = presented(&at(""));
        let markup = shown(&state, language);
        assert!(markup.contains("id=\"question\"") && markup.contains("role=\"grid\""), "{markup}");
        assert_eq!(markup.matches("stage-switches").count(), 1);
        assert_eq!(markup.matches("role=\"group\"").count(), 3, "a switch for each group");
        for absent in ["<header", "groups-pane", "class=\"bottom\"", "class=\"answer\""] {
            assert!(!markup.contains(absent), "{absent}: {markup}");
        }
        let answered = flip(&state, "sg-bp1g2", InnerAccessPolicy::Drop);
        let markup = shown(&answered, language);
        assert!(markup.contains("class=\"verdict\""), "the reason: {markup}");
    }
}

#[test]
fn the_answer_that_is_to_be_predicted_is_not_told() {
    let lesson = presented(&at("#lesson/three-groups"));
    let markup = shown(&lesson, Language::En);
    assert!(markup.contains("veiled") && !markup.contains("class=\"verdict\""), "{markup}");
    assert!(markup.contains("name=\"prediction\""));
}

#[test]
fn the_keys_lead_through_the_steps_of_a_lesson() {
    let mut lesson = presented(&at("#lesson/three-groups"));
    let step = |state: &State| state.location.learning.as_ref().unwrap().step;
    assert!(back(&lesson).is_none());
    let mut seen = vec![step(&lesson)];
    while let Some(further) = next(&lesson) {
        seen.push(step(&further));
        lesson = further;
    }
    assert_eq!(seen, LessonStep::ALL);
    assert_eq!(step(&back(&lesson).unwrap()), LessonStep::Do);
    assert_eq!(lesson.view.presenting, Some(Slides::Page), "still presented");
}

#[test]
fn the_keys_lead_through_the_parts_of_a_course() {
    let file = r#"{ "version": 1, "title": { "en": "Isolation" }, "parts": [
        { "text": { "en": "Welcome" } }, { "lesson": "three-groups" }, { "quiz": [7] } ] }"#;
    let route = course_route(file).unwrap().to_string();
    let mut page = presented(&at(&route));
    let mut places = Vec::new();
    loop {
        let place = page.location.opened.course.as_ref().unwrap().part;
        assert!(page.view.presenting.is_some(), "part {place}");
        let markup = shown(&page, Language::En);
        assert!(!markup.contains("<header") && markup.contains("present-bar"), "part {place}");
        places.push(place);
        let Some(further) = next(&page) else { break };
        page = further;
    }
    assert_eq!(places, [0, 1, 1, 1, 2, 3], "three steps of the lesson, and the end");
    assert!(back(&page).is_some());
}

#[test]
fn the_steps_are_slides_with_what_they_opened_and_closed() {
    let start = at("#ex/three-groups");
    assert_eq!(start.turns().place, (0, 0));
    let one = flip(&start, "sg-bp1g2", InnerAccessPolicy::Drop);
    let two = flip(&one, "sg-bp1g1", InnerAccessPolicy::Accept);
    let steps = presented(&two).reduce(Action::Present(Some(Slides::Steps)));
    assert_eq!((steps.history.position(), steps.turns().place), (0, (0, 2)));
    let first = next(&steps).unwrap();
    let told = words(&shown(&first, Language::En));
    assert!(told.contains("ModifySecurityGroupPolicy") && told.contains("Step 1 of 2"), "{told}");
    let closed = text::CLOSED.fill(Language::En, &[("count", "2")]);
    assert!(told.contains(&closed) && told.contains("ecs1 → ecs2"), "{told}");
    let second = next(&first).unwrap();
    let told = words(&shown(&second, Language::Zh));
    let opened = text::OPENED.fill(Language::Zh, &[("count", "2")]);
    assert!(told.contains(&opened) && told.contains("第 2 步（共 2 步）"), "{told}");
    assert!(next(&second).is_none());
    // Leaving in the middle shows the latest scenario again.
    let left = first.reduce(Action::Present(None));
    assert_eq!((left.scenario(), left.view.presenting), (two.scenario(), None));
}

#[test]
fn an_address_can_begin_with_the_presentation() {
    for (query, present) in [
        ("?present", true),
        ("?lang=en&present=1", true),
        ("?present=0", false),
        ("", false),
        ("?embed=1&present", false),
    ] {
        let read = Presentation::parse(query);
        assert_eq!(read.present, present, "{query}");
        assert_eq!(Presentation::parse(&read.query()), read, "{query}");
    }
}

#[test]
fn a_lesson_that_is_left_is_left_presented() {
    let lesson = presented(&at(""));
    let follow = LocationEdit::Follow("#lesson/three-groups".to_owned(), env(1));
    let lesson = lesson.reduce(Action::Location(follow));
    assert_eq!(lesson.view.presenting, Some(Slides::Page));
    let left = lesson.reduce(Action::Lesson(sg_playground::state::LessonEdit::Leave));
    assert_eq!(left.view.presenting, Some(Slides::Page));
    let hidden = left.reduce(Action::Training(TrainingEdit::Hide));
    assert!(hidden.view.presenting.is_some());
}
