//! Exercises and practice: what a link opens, what a solution does, what the record keeps of it, and
//! what is due. No browser.

use std::rc::Rc;

use sg_core::connectivity::Edit as Proposed;
use sg_core::exercise::{Exercise, Grade};
use sg_core::history::{Edit, as_calls};
use sg_core::language::Language;
use sg_core::lesson::{Lesson, Progress};
use sg_core::model::Timestamp;
use sg_core::quiz::{Misconception, Quiz};
use sg_core::share::Route;
use sg_core::training::{Learner, Practised, found};
use sg_playground::component::learn::lesson::list::LessonList;
use sg_playground::component::learn::lesson::panel::LessonPanel;
use sg_playground::state::{
    Action, BadLink, LessonEdit, LessonStep, Opening, QuizEdit, State, Theme, TrainingEdit, View,
};
use sg_playground::text::{exercises as text, lessons};
use sg_testing::environment::env;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{draw, words};

fn at(fragment: &str) -> Rc<State> {
    Rc::new(State::opened(Opening::of(fragment), &View::new(Language::En, Theme::Light)))
}

fn act(state: &Rc<State>, action: Action) -> Rc<State> {
    Rc::clone(state).reduce(action)
}

fn training(state: &Rc<State>, edit: TrainingEdit) -> Rc<State> {
    act(state, Action::Training(edit))
}

fn solve(state: &Rc<State>) -> Rc<State> {
    act(state, Action::Lesson(LessonEdit::Solve(env(3))))
}

/// Meets the goals by hand.
fn work(state: &Rc<State>, edits: &[Proposed]) -> Rc<State> {
    let calls = as_calls(state.scenario(), edits).unwrap();
    calls
        .into_iter()
        .fold(Rc::clone(state), |state, call| act(&state, Action::Edit(Edit::Call(call), env(5))))
}

fn note(state: &Rc<State>, seconds: i64) -> Rc<State> {
    training(state, TrainingEdit::Note(Timestamp::from_unix_seconds(seconds)))
}

/// The page after the browser was closed and opened again: only the record is left, as text.
fn reloaded(state: &Rc<State>, fragment: &str) -> Rc<State> {
    let left = note(state, 1_000);
    let learner = Learner::read(&left.training.learner.write()).unwrap();
    Rc::new((*at(fragment)).clone().begun(Rc::new(learner)))
}

fn panel(state: &Rc<State>, language: Language) -> String {
    let learning = state.location.learning.clone().unwrap();
    let progress: Rc<Progress> = Rc::new(learning.lesson.progress(&state.history));
    let history = Rc::clone(&state.history);
    draw(language, html! { <LessonPanel {learning} {progress} {history} /> })
}

fn list(state: &Rc<State>, seconds: i64) -> String {
    let (learned, training) = (state.view.learned.clone(), Rc::clone(&state.training));
    let now = Timestamp::from_unix_seconds(seconds);
    draw(Language::En, html! { <LessonList {learned} {training} {now} /> })
}

fn step(state: &State) -> LessonStep {
    state.location.learning.as_ref().unwrap().step
}

fn practised(state: &State, topic: Misconception) -> Option<(u8, i64)> {
    state.training.learner.practice.of(topic).map(|Practised { number, at }| (number, at))
}

const DAY: i64 = 86_400;

#[test]
fn a_link_opens_an_exercise_at_its_task_and_keeps_it() {
    for seed in [0, 15, 26, 4_711] {
        let fragment = format!("#exercise/{seed}");
        let state = at(&fragment);
        let exercise = Exercise::of(seed).unwrap();
        assert_eq!((&state.location.bad, step(&state)), (&None, LessonStep::Do), "{seed}");
        assert_eq!(*state.scenario(), exercise.scenario);
        assert_eq!(state.route(), Some(Route::Exercise { seed }));
        for language in Language::ALL {
            let shown = words(&panel(&state, language));
            let lesson = &state.location.learning.as_ref().unwrap().lesson;
            for said in [&lesson.title, &lesson.task, &lesson.goals[0].name] {
                assert!(shown.contains(said.get(language)), "{seed}: {shown}");
            }
            assert!(shown.contains(text::SHOW_SOLUTION.get(language)), "{shown}");
            assert!(!shown.contains(lessons::PREDICT.get(language)), "{shown}");
        }
    }
    let beyond = at(&format!("#exercise/{}", Exercise::COUNT));
    assert_eq!(beyond.location.bad, Some(BadLink::NoExercise(Exercise::COUNT)));
}

#[test]
fn a_shown_solution_is_undone_call_by_call_and_does_not_count() {
    let opened = at("#exercise/26");
    let exercise = Exercise::of(26).unwrap();
    let shown = solve(&opened);
    assert!(exercise.is_met(shown.scenario()));
    assert_eq!(shown.history.position(), exercise.solution.edits.len());
    assert_eq!(step(&shown), LessonStep::Why);
    let said = words(&panel(&shown, Language::En));
    assert!(said.contains(text::SHOWN.en), "{said}");
    assert!(said.contains(exercise.topic.explanation().correction.en), "{said}");
    assert!(said.contains(text::NEXT.en), "{said}");

    let noted = note(&shown, 100);
    assert_eq!(practised(&noted, exercise.topic), Some((0, 100)), "it is to be practised again");
    let results = noted.handed_in().unwrap();
    assert_eq!(results.solved(), (0, 1), "shown is not solved");

    let again = reloaded(&shown, "#exercise/26");
    assert_eq!(again.scenario(), shown.scenario());
    assert_eq!(again.location.learning, shown.location.learning);
    let undone = (0..exercise.solution.edits.len()).fold(again, |own, _| act(&own, Action::Undo));
    assert_eq!(undone.scenario(), opened.scenario());

    let restarted = act(&noted, Action::Lesson(LessonEdit::Restart(env(9))));
    assert_eq!((step(&restarted), restarted.scenario()), (LessonStep::Do, opened.scenario()));
    let solved = note(&work(&restarted, &exercise.solution.edits), 200);
    assert_eq!(practised(&solved, exercise.topic), Some((1, 200)));
    let results = solved.handed_in().unwrap();
    assert_eq!((results.solved(), results.title.as_str()), ((1, 1), "Exercise 26"));
    assert_eq!(found(&results.code()).len(), 0, "a code is found by its link only");
    assert_eq!(found(&results.route().to_string())[0].results, Ok(results));
}

#[test]
fn an_exercise_counts_once() {
    let exercise = Exercise::of(4).unwrap();
    let solved = note(&work(&at("#exercise/4"), &exercise.solution.edits), 100);
    assert_eq!(practised(&solved, exercise.topic), Some((1, 100)));
    let restarted = act(&solved, Action::Lesson(LessonEdit::Restart(env(9))));
    let again = note(&work(&restarted, &exercise.solution.edits), 100 + 9 * DAY);
    assert_eq!(practised(&again, exercise.topic), Some((1, 100)));
    let shown = note(&solve(&act(&again, Action::Lesson(LessonEdit::Restart(env(9))))), 10 * DAY);
    assert_eq!(practised(&shown, exercise.topic), Some((1, 100)), "what was solved stays solved");
}

#[test]
fn answers_fill_the_boxes_and_what_is_due_is_practised_next() {
    let topic = Misconception::ALL[3];
    let seed = Quiz::seed(topic, 5);
    let right = Quiz::of(seed).unwrap().works();
    let asked = at(&format!("#quiz/{seed}"));
    let wrong = note(&act(&asked, Action::Quiz(QuizEdit::Answer(!right))), 50);
    assert_eq!(practised(&wrong, topic), Some((0, 50)));
    assert!(words(&list(&wrong, 60)).contains("Due today: 1. New: 11."));

    // What was wrong is asked again as a question.
    let next = training(&wrong, TrainingEdit::Practise(env(7)));
    let Some(Route::Quiz { seed }) = next.route() else { panic!("{:?}", next.route()) };
    assert_eq!(Quiz::topic(seed), Some(topic));
    let right = Quiz::of(seed).unwrap().works();
    let better = note(&act(&next, Action::Quiz(QuizEdit::Answer(right))), 70);
    assert_eq!(practised(&better, topic), Some((1, 70)));

    // A day later it is due as an exercise; before that, something new comes.
    let now = env(8).now.unix_seconds();
    let mut learner = (*better.training.learner).clone();
    learner.practice = Default::default();
    for own in Misconception::ALL {
        learner.practice.answered(*own, true, Timestamp::from_unix_seconds(now - 60));
    }
    learner.practice.answered(topic, false, Timestamp::from_unix_seconds(now - 2 * DAY));
    learner.practice.answered(topic, true, Timestamp::from_unix_seconds(now - 2 * DAY));
    let state = Rc::new((*at("")).clone().begun(Rc::new(learner)));
    assert!(words(&list(&state, now)).contains("Due today: 1. New: 0."));
    let next = training(&state, TrainingEdit::Practise(env(8)));
    let Some(Route::Exercise { seed }) = next.route() else { panic!("{:?}", next.route()) };
    assert_eq!(Exercise::about(seed), Some((topic, Grade::Easy)));
    assert!(next.location.learning.is_some());

    let reset = training(&next, TrainingEdit::Reset(env(8)));
    assert!(reset.training.learner.practice.is_empty());
    assert!(words(&list(&reset, now)).contains("Due today: 0. New: 12."));
    let other = Learner { name: "Bo".to_owned(), ..Learner::default() };
    let other = training(&next, TrainingEdit::Become(Rc::new(other), env(8)));
    assert!(other.training.learner.practice.is_empty(), "nothing of another learner");
}

#[test]
fn many_exercises_do_not_push_out_other_work() {
    let lesson = note(&solve(&at("#lesson/tie")), 10);
    let learner = (0..12).fold((*lesson.training.learner).clone(), |learner, seed| {
        let opened = (*at(&format!("#exercise/{seed}"))).clone().begun(Rc::new(learner));
        (*note(&Rc::new(opened), 20).training.learner).clone()
    });
    let kept: Vec<&str> = learner.visits.iter().map(|visit| visit.address.as_str()).collect();
    let exercises = ["7", "8", "9", "10", "11"].map(|seed| format!("#exercise/{seed}"));
    assert_eq!(kept[0], "#lesson/tie");
    assert_eq!(kept[1..], exercises);
}

/// Lessons whose good solution takes fewer calls: it moves an instance to another group, which is not
/// searched, or puts several rules into one call.
const LONGER: [&str; 4] = ["common-friend", "first-visitors", "quarantine", "three-tiers"];

/// The search solves every built-in lesson whose goals it understands, as its button promises.
#[test]
fn lessons_show_a_solution_where_their_goals_can_be_searched() {
    let (mut shown, mut longer) = (0, Vec::new());
    for lesson in Lesson::all() {
        let opened = at(&format!("#lesson/{}/2", lesson.id));
        let offers = words(&panel(&opened, Language::En)).contains(text::SHOW_SOLUTION.en);
        assert_eq!(offers, lesson.can_be_searched(), "{}", lesson.id);
        if !offers {
            continue;
        }
        let solved = solve(&opened);
        let progress = lesson.progress(&solved.history);
        assert!(progress.is_done(), "{}", lesson.id);
        assert!(!solved.view.learned.done.contains(&lesson.id), "{}", lesson.id);
        if progress.calls > lesson.par.calls {
            longer.push(lesson.id.as_str());
        }
        shown += 1;
    }
    assert_eq!((shown, longer.as_slice()), (16, LONGER.as_slice()));
}
