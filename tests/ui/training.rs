//! Courses, records of learners and results: what a reload returns to, what another learner sees, the
//! way through a course, and what is handed in. No browser.

use std::rc::Rc;

use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::lesson::course::{Words, written};
use sg_core::lesson::{Draft, GoalCell, Lesson, first_scenario};
use sg_core::model::{InnerAccessPolicy, SecurityGroupId, Timestamp};
use sg_core::quiz::{Misconception, Quiz};
use sg_core::share::{Route, course_route, lesson_route};
use sg_core::training::{Class, CourseDocument, Learner, PartDocument, found};
use sg_playground::page::{QuizPage, TrainingPage};
use sg_playground::state::{
    Action, BadLink, LessonEdit, LessonStep, LocationEdit, OpenDialog, Opening, QuizEdit, State,
    Theme, TrainingEdit, TrainingNotice, View,
};
use sg_playground::text::{lessons, quiz as quiz_text, training as text};
use sg_testing::environment::env;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{draw, page_in, words};

fn at(fragment: &str) -> Rc<State> {
    Rc::new(State::opened(Opening::of(fragment), &View::new(Language::En, Theme::Light)))
}

fn training(state: &Rc<State>, edit: TrainingEdit) -> Rc<State> {
    Rc::clone(state).reduce(Action::Training(edit))
}

fn note(state: &Rc<State>, seconds: i64) -> Rc<State> {
    training(state, TrainingEdit::Note(Timestamp::from_unix_seconds(seconds)))
}

/// The page after the browser was closed and opened again at an address: only the record is left, as
/// text.
fn reloaded(state: &Rc<State>, fragment: &str) -> Rc<State> {
    let left = note(state, 1_000);
    let learner = Learner::read(&left.training.learner.write()).unwrap();
    Rc::new((*at(fragment)).clone().begun(Rc::new(learner)))
}

fn address(state: &State) -> String {
    state.route().map(|route| route.to_string()).unwrap_or_default()
}

fn flip(state: &Rc<State>, group: &str, policy: InnerAccessPolicy) -> Rc<State> {
    let group = SecurityGroupId::parse(group).unwrap();
    let call = Call::modify_security_group_policy(state.scenario().region(), &group, policy);
    Rc::clone(state).reduce(Action::Edit(Edit::Call(call), env(1)))
}

fn answer(state: &Rc<State>, works: bool) -> Rc<State> {
    Rc::clone(state).reduce(Action::Quiz(QuizEdit::Answer(works)))
}

fn quiz(state: &Rc<State>, edit: QuizEdit) -> Rc<State> {
    Rc::clone(state).reduce(Action::Quiz(edit))
}

fn said(en: &str) -> Words {
    Words { en: Some(en.to_owned()), zh: Some(format!("中文 {en}")) }
}

fn own_lesson() -> (Draft, String) {
    let goal = GoalCell {
        from: "ecs1".to_owned(),
        to: "ecs2".to_owned(),
        packets: String::new(),
        passes: false,
        ..GoalCell::default()
    };
    let (title, task, why) = (said("Apart"), said("Keep them apart."), said("No shared Accept."));
    let draft = Draft { title, task, why, goals: vec![goal], ..Draft::default() };
    let file = written(&draft.document(&first_scenario()));
    (draft, file)
}

/// A text, a lesson, two questions, an example and a custom lesson.
fn course() -> CourseDocument {
    let part = PartDocument::default;
    let (draft, _) = own_lesson();
    let parts = vec![
        PartDocument { text: Some(said("Welcome\nto the course")), ..part() },
        PartDocument { lesson: Some("three-groups".to_owned()), ..part() },
        PartDocument { quiz: Some(seeds().to_vec()), ..part() },
        PartDocument { example: Some("ping".to_owned()), ..part() },
        PartDocument { own_lesson: Some(draft.document(&first_scenario())), ..part() },
    ];
    CourseDocument { title: said("An hour"), parts, ..CourseDocument::default() }
}

/// Questions that one misconception gets wrong.
fn seeds() -> [u64; 2] {
    [0, 1].map(|round| Quiz::seed(Misconception::ALL[0], round))
}

fn works(seed: u64) -> bool {
    Quiz::of(seed).unwrap().works()
}

fn link() -> String {
    course_route(&course().packed()).unwrap().to_string()
}

fn to_part(state: &Rc<State>, part: usize) -> Rc<State> {
    training(state, TrainingEdit::Part(part, env(9)))
}

#[test]
fn a_lesson_returns_to_the_same_step_with_the_same_work() {
    let (_, file) = own_lesson();
    let own = lesson_route(&file).unwrap().to_string();
    for fragment in ["#lesson/three-groups", &own] {
        let opened = at(fragment);
        let guessed = Rc::clone(&opened).reduce(Action::Lesson(LessonEdit::Predict(1)));
        let again = reloaded(&guessed, fragment);
        assert_eq!(again.location.learning, guessed.location.learning, "{fragment}");
        let worked = flip(&guessed, "sg-bp1g3", InnerAccessPolicy::Drop);
        // The address names the step in a built-in lesson only.
        for fragment in [fragment.to_owned(), address(&worked)] {
            let again = reloaded(&worked, &fragment);
            assert_eq!(again.location.learning, worked.location.learning, "{fragment}");
            assert_eq!(again.scenario(), worked.scenario(), "{fragment}");
            assert_eq!(again.history.position(), 1, "the log is here too");
            let undone = Rc::clone(&again).reduce(Action::Undo);
            assert_eq!(undone.scenario(), opened.scenario());
        }
    }
}

#[test]
fn the_page_without_a_link_returns_to_what_was_open_until_it_is_left() {
    let opened = at("#lesson/three-groups");
    assert_eq!(reloaded(&opened, "").location.learning, None, "nothing was done");
    let worked = flip(&opened, "sg-bp1g3", InnerAccessPolicy::Drop);
    let again = reloaded(&worked, "");
    assert_eq!(again.location.learning, worked.location.learning);
    assert_eq!(again.scenario(), worked.scenario());
    // Another link is not overruled.
    assert_eq!(reloaded(&worked, "#ex/ping").location.learning, None);
    let left = Rc::clone(&again).reduce(Action::Lesson(LessonEdit::Leave));
    assert_eq!(left.location.learning, None);
    let title = Lesson::find("three-groups").unwrap().title.clone();
    let kept = TrainingNotice::Left(title, "#lesson/three-groups".to_owned());
    assert_eq!(left.training.notice, Some(kept), "leaving says what is kept");
    assert_eq!(reloaded(&left, "").location.learning, None);
    let follow = LocationEdit::Follow("#lesson/three-groups".to_owned(), env(3));
    let back = left.reduce(Action::Location(follow));
    assert_eq!(back.location.learning, worked.location.learning);
    assert_eq!(back.scenario(), worked.scenario());
}

#[test]
fn a_solved_lesson_stays_at_the_step_that_was_open() {
    let done = flip(&at("#lesson/three-groups"), "sg-bp1g2", InnerAccessPolicy::Drop);
    let step = done.reduce(Action::Lesson(LessonEdit::Step(LessonStep::Do)));
    let again = reloaded(&step, "#lesson/three-groups/2");
    assert_eq!(again.location.learning.as_ref().unwrap().step, LessonStep::Do);
    let follow = LocationEdit::Follow("#ex/ping".to_owned(), env(3));
    let away = again.reduce(Action::Location(follow));
    let follow = LocationEdit::Follow("#lesson/three-groups".to_owned(), env(4));
    let back = away.reduce(Action::Location(follow));
    assert_eq!(back.location.learning.as_ref().unwrap().step, LessonStep::Do);
    let visit = back.training.learner.visit("#lesson/three-groups").unwrap();
    assert_eq!(visit.work(0).solved.map(|own| (own.calls, own.openings)), Some((1, 0)));
}

#[test]
fn a_quiz_returns_to_its_question_and_its_answers() {
    let first = quiz(&at(""), QuizEdit::Next(env(5)));
    let answered = answer(&first, true);
    let second = quiz(&answered, QuizEdit::Next(env(6)));
    for state in [&answered, &second] {
        for fragment in [address(state), String::new()] {
            let again = reloaded(state, &fragment);
            assert_eq!(again.asked().map(|own| own.seed), state.asked().map(|own| own.seed));
            assert_eq!(again.quiz.answer, state.quiz.answer, "{fragment}");
            assert_eq!(again.quiz.session.score(), (1, state.quiz.session.score().1));
            assert_eq!(again.quiz.session.held(), state.quiz.session.held());
        }
    }
    // The button leads back to the open question.
    let elsewhere = reloaded(&second, "#ex/ping");
    let back = quiz(&elsewhere, QuizEdit::Next(env(7)));
    assert_eq!(back.asked().map(|own| own.seed), second.asked().map(|own| own.seed));
}

#[test]
fn a_series_asks_everybody_the_same_and_ends_with_a_result() {
    let [first, second] = seeds();
    let fragment = format!("#quiz/{first},{second}");
    let opened = at(&fragment);
    assert_eq!(opened.asked().unwrap().seed, first);
    let answered = answer(&opened, !works(first));
    let next = quiz(&answered, QuizEdit::Next(env(2)));
    assert_eq!((next.asked().unwrap().seed, address(&next)), (second, fragment.clone()));
    let again = reloaded(&next, &fragment);
    assert_eq!((again.asked().unwrap().seed, again.quiz.answer), (second, None));
    let done = quiz(&answer(&again, works(second)), QuizEdit::Next(env(3)));
    assert!(done.quiz.ended);
    let markup = draw(
        Language::En,
        html! { <QuizPage state={Rc::clone(&done)} quiz={done.asked().unwrap()} /> },
    );
    let results = found(&markup).pop().unwrap().results.unwrap();
    assert_eq!(results.score().right, 1);
    assert!(results.held().any(|own| own == Misconception::ALL[0]));
    assert!(words(&markup).contains(text::NO_EXAM.en));
    assert!(!words(&markup).contains(quiz_text::EVERYTHING.en));
    let anew = quiz(&done, QuizEdit::Again(env(4)));
    assert_eq!((anew.asked().unwrap().seed, anew.quiz.session.score()), (first, (0, 0)));
    for (bad, expected) in [("#quiz/1,999996", 999_996), ("#quiz/999999,1", 999_999)] {
        assert_eq!(at(bad).location.bad, Some(BadLink::NoQuiz(expected)));
    }
}

#[test]
fn a_course_leads_through_its_parts_and_a_reload_stays_in_the_middle() {
    let opened = at(&link());
    assert!(opened.location.bad.is_none() && opened.shows_page());
    let lesson = to_part(&opened, 1);
    assert_eq!(address(&lesson), format!("{}/2", link()));
    assert!(!lesson.shows_page() && lesson.location.learning.is_some());
    let worked = flip(&lesson, "sg-bp1g2", InnerAccessPolicy::Drop);
    assert_eq!(address(&worked), format!("{}/2", link()), "the work keeps the link to the course");
    let asked = to_part(&worked, 2);
    assert_eq!(asked.asked().unwrap().seed, seeds()[0]);
    let asked = answer(&asked, !works(seeds()[0]));
    let asked = quiz(&asked, QuizEdit::Next(env(3)));
    for fragment in [link(), address(&asked), String::new()] {
        let again = reloaded(&asked, &fragment);
        assert_eq!(again.asked().map(|own| own.seed), Some(seeds()[1]), "{fragment}");
        assert_eq!(again.location.opened.course.as_ref().unwrap().part, 2);
        let back = to_part(&again, 1);
        assert_eq!(back.scenario(), worked.scenario(), "the lesson keeps its work");
        assert_eq!(back.location.learning.as_ref().unwrap().step, LessonStep::Why);
        assert_eq!(back.done_parts(), [true, true, false, false, false]);
    }
}

#[test]
fn the_end_names_what_to_look_at_again_and_gives_a_code() {
    let state = to_part(&at(&link()), 1);
    let state = to_part(&flip(&state, "sg-bp1g2", InnerAccessPolicy::Drop), 2);
    let state = quiz(&answer(&state, !works(seeds()[0])), QuizEdit::Next(env(3)));
    let state = to_part(&answer(&state, works(seeds()[1])), 3);
    let end = note(&to_part(&state, 5), 60);
    assert!(end.shows_page());
    for language in Language::ALL {
        let view = View { language, ..end.view.clone() };
        let end = Rc::new(State { view, ..(*end).clone() });
        let markup = draw(language, html! { <TrainingPage state={Rc::clone(&end)} /> });
        let told = words(&markup);
        let own = Misconception::ALL[0].explanation();
        assert!(told.contains(text::LOOK_AGAIN.get(language)), "{told}");
        assert!(told.contains(own.correction.get(language)));
        assert!(markup.contains(&format!("#lesson/{}", own.lesson)), "a link to its lesson");
        assert!(told.contains(text::OPEN_PARTS.get(language)) && told.contains("Apart"));
        let results = found(&markup).pop().unwrap().results.unwrap();
        assert_eq!(results.solved(), (1, 2));
        assert_eq!(results.effort().calls, 1);
        assert_eq!((results.score().asked, results.score().right), (2, 1));
        assert!(results.held().any(|own| own == Misconception::ALL[0]));
        assert!(told.contains(&results.line(language)), "{told}");
    }
}

#[test]
fn each_quiz_of_a_course_has_its_own_answers() {
    let part = |seed| PartDocument { quiz: Some(vec![seed]), ..PartDocument::default() };
    let parts = seeds().map(part).to_vec();
    let document = CourseDocument { parts, ..course() };
    let opened = at(&course_route(&document.packed()).unwrap().to_string());
    let first = answer(&opened, !works(seeds()[0]));
    let second = to_part(&first, 1);
    assert_eq!((second.quiz.session.score(), second.quiz.answer), ((0, 0), None));
    let second = answer(&second, works(seeds()[1]));
    let results = second.handed_in().unwrap();
    assert_eq!((results.score().answered, results.score().right), (2, 1));
    let back = to_part(&second, 0);
    assert_eq!(back.quiz.answer, Some(!works(seeds()[0])), "an answer stays as it was given");
    assert_eq!(back.handed_in().unwrap(), results);
}

#[test]
fn leaving_a_course_returns_to_the_work_and_keeps_its_own() {
    let own = flip(&at(""), "sg-bp1g2", InnerAccessPolicy::Drop);
    let follow = LocationEdit::Follow(link(), env(2));
    let inside = to_part(&Rc::clone(&own).reduce(Action::Location(follow)), 3);
    let edited = flip(&inside, "sg-bp1web", InnerAccessPolicy::Drop);
    let left = training(&edited, TrainingEdit::Leave(env(4)));
    assert_eq!(left.scenario(), own.scenario());
    assert_eq!(left.history.position(), own.history.position());
    let expected = TrainingNotice::Left(course().title, link());
    assert_eq!(left.training.notice, Some(expected));
}

#[test]
fn a_bad_course_says_what_is_wrong_and_shows_the_first_scenario() {
    let bad = CourseDocument { parts: Vec::new(), ..course() };
    for (fragment, part) in [
        (course_route(&bad.packed()).unwrap().to_string(), "parts: a course has at least one part"),
        ("#course/v1/abc*".to_owned(), "*"),
        (format!("{}/0", link()), "0"),
    ] {
        let state = at(&fragment);
        assert!(state.location.bad.is_some() && !state.is_visiting(), "{fragment}");
        assert_eq!(**state.scenario(), first_scenario());
        let markup = page_in(Language::En, &state);
        assert!(words(&markup).contains(part), "{}", words(&markup));
    }
}

#[test]
fn another_learner_sees_nothing_of_this_one() {
    let worked = note(&flip(&at("#lesson/three-groups"), "sg-bp1g2", InnerAccessPolicy::Drop), 5);
    assert!(worked.view.learned.done.contains("three-groups"));
    let bob = Rc::new(Learner { name: "Bob".to_owned(), ..Learner::default() });
    let other = training(&worked, TrainingEdit::Become(Rc::clone(&bob), env(6)));
    assert_eq!((other.training.learner.visits.len(), other.view.learned.done.len()), (0, 0));
    assert!(!other.is_visiting() && other.quiz.session.score() == (0, 0));
    let dialog = Action::Location(LocationEdit::Dialog(Some(OpenDialog::Lessons)));
    let told = words(&page_in(Language::En, &Rc::clone(&other).reduce(dialog)));
    assert!(told.contains("Learner: Bob") && !told.contains(text::GO_ON_WITH.en), "{told}");
    let back = training(&other, TrainingEdit::Become(Rc::clone(&worked.training.learner), env(7)));
    assert!(back.view.learned.done.contains("three-groups"));
}

#[test]
fn a_reset_forgets_the_progress_and_keeps_the_drafts() {
    let (draft, _) = own_lesson();
    let edit = Action::Location(LocationEdit::Draft(Rc::new(draft.clone())));
    let building = at("").reduce(edit);
    let again = reloaded(&building, "");
    assert_eq!(*again.draft, draft, "the draft of the lesson builder is kept");
    let drafted = training(&again, TrainingEdit::CourseDraft(course().packed().into()));
    let follow = LocationEdit::Follow("#lesson/three-groups".to_owned(), env(2));
    let worked =
        flip(&drafted.reduce(Action::Location(follow)), "sg-bp1g2", InnerAccessPolicy::Drop);
    let worked = note(&worked, 5);
    let reset = training(&worked, TrainingEdit::Reset(env(8)));
    assert!(reset.training.learner.visits.is_empty() && reset.view.learned.done.is_empty());
    assert!(!reset.is_visiting());
    assert_eq!(*reset.draft, draft);
    assert_eq!(CourseDocument::draft(&reset.training.learner.course_draft), course());
}

#[test]
fn only_time_between_actions_counts() {
    let opened = note(&at("#lesson/three-groups"), 100);
    let guessed = opened.reduce(Action::Lesson(LessonEdit::Predict(1)));
    let guessed = note(&guessed, 130);
    assert_eq!(note(&guessed, 150), guessed, "nothing was done, so nothing changes");
    let worked = note(&flip(&guessed, "sg-bp1g3", InnerAccessPolicy::Drop), 4_000);
    let visit = worked.training.learner.visit("#lesson/three-groups").unwrap();
    assert_eq!(visit.work(0).seconds, 150, "30 seconds, and a break that counts as 120");
}

#[test]
fn the_builder_lists_its_parts_and_says_where_the_course_stands() {
    let open = Action::Location(LocationEdit::Dialog(Some(OpenDialog::CourseBuilder)));
    for language in Language::ALL {
        let empty = words(&page_in(language, &at("").reduce(open.clone())));
        assert!(empty.contains(text::COURSE_MISSING.get(language)), "{empty}");
        let draft = TrainingEdit::CourseDraft(course().packed().into());
        let full = training(&at(""), draft).reduce(open.clone());
        let markup = page_in(language, &full);
        let told = words(&markup);
        assert!(told.contains(text::COURSE_READS.get(language)), "{told}");
        assert_eq!(markup.matches("<ol class=\"course-parts\">").count(), 1);
        assert!(markup.contains("download=\"course.json\""));
        let mut wrong = course();
        wrong.parts[1].lesson = Some("nobody".to_owned());
        let wrong = training(&at(""), TrainingEdit::CourseDraft(wrong.packed().into()));
        let told = words(&page_in(language, &wrong.reduce(open.clone())));
        let path = [("path", "parts[1].lesson")];
        assert!(told.contains(&text::COURSE_WRONG.fill(language, &path)), "{told}");
    }
}

#[test]
fn a_result_link_opens_a_table_with_the_misconceptions_still_held() {
    let state = at(&format!("#quiz/{},{}", seeds()[0], seeds()[1]));
    let state = quiz(&answer(&state, !works(seeds()[0])), QuizEdit::Next(env(2)));
    let done = quiz(&answer(&state, works(seeds()[1])), QuizEdit::Next(env(3)));
    let results = done.handed_in().unwrap();
    let table = at(&results.route().to_string());
    assert!(table.shows_page() && table.location.bad.is_none());
    for language in Language::ALL {
        let markup = draw(language, html! { <TrainingPage state={Rc::clone(&table)} /> });
        let told = words(&markup);
        let name = Misconception::ALL[0].explanation().name.get(language);
        assert!(told.contains(text::CLASS_HELD.get(language)) && told.contains(name), "{told}");
        let numbers = [("count", "1"), ("all", "1")];
        assert!(told.contains(&text::CLASS_COUNT.fill(language, &numbers)), "{told}");
        assert!(markup.contains("download=\"results.csv\""));
        let csv = Class { all: vec![results.clone()] }.csv(language);
        assert!(csv.contains(name), "{csv}");
    }
    let bad = at("#result/v1/abc");
    let told = words(&draw(Language::En, html! { <TrainingPage state={bad} /> }));
    assert!(told.contains(text::CODE_CHANGED.en), "{told}");
    let empty = at("#result");
    assert_eq!(empty.location.opened.route, Some(Route::Result { text: String::new() }));
    assert!(
        words(&draw(Language::Zh, html! { <TrainingPage state={empty} /> })).contains("班级结果")
    );
}

#[test]
fn a_solved_lesson_hands_in_and_a_missed_goal_stands_beside_the_matrix() {
    let missed = flip(&at("#lesson/three-groups"), "sg-bp1g3", InnerAccessPolicy::Drop);
    let told = page_in(Language::En, &missed);
    assert!(told.contains("class=\"solved missed\""), "{told}");
    assert!(words(&told).matches(lessons::SHOW_PACKET.en).count() >= 2);
    let done = flip(&at("#lesson/three-groups"), "sg-bp1g2", InnerAccessPolicy::Drop);
    let markup = page_in(Language::En, &done);
    let results = found(&markup).pop().unwrap().results.unwrap();
    assert_eq!((results.solved(), results.subject.as_str()), ((1, 1), "lesson/three-groups"));
    // In a course the result is handed in at its end.
    let inside = flip(&to_part(&at(&link()), 1), "sg-bp1g2", InnerAccessPolicy::Drop);
    let markup = page_in(Language::En, &inside);
    assert!(found(&markup).is_empty() && words(&markup).contains(text::NEXT.en));
}
