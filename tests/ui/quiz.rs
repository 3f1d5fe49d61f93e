//! Quizzes: the question reveals nothing, the answer reveals everything. No browser.

#![expect(clippy::unwrap_used, reason = "a test fails at the first error")]

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{Packet, Verdict, evaluate};
use sg_core::emulator::Env;
use sg_core::language::Language;
use sg_core::model::Timestamp;
use sg_core::quiz::{Explanation, Misconception, Quiz, Standing};
use sg_core::share::Route;
use sg_playground::page::QuizPage;
use sg_playground::state::{Action, BadLink, LocationEdit, Opening, QuizEdit, State, Theme, View};
use sg_playground::text::quiz as text;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{draw, words};

const ENV: Env = Env { now: Timestamp::from_unix_seconds(0), entropy: 7 };

fn opened(fragment: &str) -> Rc<State> {
    Rc::new(State::opened(Opening::of(fragment), &View::new(Language::En, Theme::Dark)))
}

fn act(state: &Rc<State>, action: Action) -> Rc<State> {
    Rc::clone(state).reduce(action)
}

fn page(state: &Rc<State>, language: Language) -> String {
    let quiz = Arc::clone(state.asked().unwrap());
    draw(language, html! { <QuizPage state={Rc::clone(state)} {quiz} /> })
}

#[test]
fn a_link_opens_its_quiz_and_a_number_beyond_the_last_says_so() {
    let state = opened("#quiz/5");
    assert_eq!(**state.asked().unwrap(), Quiz::of(5).unwrap());
    assert_eq!(state.route(), Some(Route::Quiz { seed: 5 }));
    assert_eq!(state.shared_route(true), Some(Route::Quiz { seed: 5 }));
    let beyond = format!("#quiz/{}", Quiz::COUNT);
    assert_eq!(opened(&beyond).location.bad, Some(BadLink::NoQuiz(Quiz::COUNT)));
}

/// The same state with the opposite answer, to compare what is rendered.
fn otherwise(state: &Rc<State>) -> Rc<State> {
    let quiz = state.asked().unwrap();
    let mut other = Quiz::clone(quiz);
    let donor = (0..60).filter_map(Quiz::of).find(|donor| donor.works() != quiz.works()).unwrap();
    other.truth.verdict = donor.truth.verdict;
    other.truth.decider = donor.truth.decider;
    other.truth.egress = donor.truth.egress;
    other.truth.ingress = donor.truth.ingress;
    other.truth.intra_group = donor.truth.intra_group;
    other.misled = vec![Misconception::Transitive];
    let mut opening = Opening::clone(&state.location.opened);
    opening.quiz = Some(Arc::new(other));
    let mut state = State::clone(state);
    state.location.opened = Rc::new(opening);
    Rc::new(state)
}

#[test]
fn nothing_tells_before_the_answer() {
    for seed in 0..24 {
        let state = opened(&format!("#quiz/{seed}"));
        for language in Language::ALL {
            let markup = page(&state, language);
            assert_eq!(markup, page(&otherwise(&state), language), "{seed}");
            for tell in [
                "path pass",
                "path fail",
                "class=\"why\"",
                "badge pass",
                "badge fail",
                "class=\"cite\"",
            ] {
                assert!(!markup.contains(tell), "{seed}: {tell}");
            }
            let told = words(&markup);
            for misconception in Misconception::ALL {
                assert!(
                    !told.contains(misconception.explanation().name.get(language)),
                    "{seed}: {misconception:?}"
                );
            }
            assert!(markup.contains("id=\"quiz-works\"") && markup.contains("id=\"quiz-blocked\""));
        }
    }
}

#[test]
fn the_scenario_is_all_there_to_read() {
    for seed in 0..24 {
        let state = opened(&format!("#quiz/{seed}"));
        let quiz = state.asked().unwrap();
        for language in Language::ALL {
            let told = words(&page(&state, language));
            for group in quiz.scenario.groups() {
                assert!(told.contains(group.label()), "{seed}");
                for rule in &group.rules {
                    let ports = rule.spec.protocol.port_range_text();
                    let row =
                        format!("{} {} {ports}", rule.spec.priority, rule.spec.protocol.protocol());
                    assert!(told.contains(&row), "{seed}: {row} in {told}");
                }
            }
            for interface in quiz.scenario.interfaces() {
                for address in interface.addresses.iter().chain(&interface.public_address) {
                    assert!(told.contains(&address.to_string()), "{seed}");
                }
            }
            let packet = quiz.truth.flow.packet;
            let ping = packet == Packet::Icmp;
            let asked = if ping { "ping".to_owned() } else { packet.to_string() };
            assert!(told.contains(&asked), "{seed}: {told}");
        }
    }
}

#[test]
fn the_answer_names_the_misconception_and_explains_the_truth() {
    for seed in 0..24 {
        let state = opened(&format!("#quiz/{seed}"));
        let quiz = Arc::clone(state.asked().unwrap());
        for language in Language::ALL {
            for answer in [true, false] {
                let answered = act(&state, Action::Quiz(QuizEdit::Answer(answer)));
                let markup = page(&answered, language);
                let told = words(&markup);
                let misconception = quiz.topic.explanation();
                for text in [
                    misconception.name,
                    misconception.thought,
                    misconception.correction,
                    misconception.met,
                ] {
                    assert!(told.contains(text.get(language)), "{seed}: {}", text.en);
                }
                assert!(told.contains(&misconception.clause.to_string()), "{seed}");
                assert!(told.contains(&quiz.truth.clause().to_string()), "{seed}");
                let right = answer == quiz.works();
                let fits = told.contains(text::FITS.get(language));
                assert_eq!(fits, !right, "{seed} {told}");
                assert!(markup.contains("class=\"why\"") && markup.contains("id=\"quiz-next\""));
                assert!(!markup.contains("id=\"quiz-works\""));
                assert_eq!(answered.quiz.session.score(), (1, u64::from(right)));
            }
        }
    }
}

#[test]
fn only_the_first_answer_counts_and_the_next_question_keeps_the_score() {
    let state = opened("#quiz/4");
    let works = state.asked().unwrap().works();
    let wrong = act(&state, Action::Quiz(QuizEdit::Answer(!works)));
    let again = act(&wrong, Action::Quiz(QuizEdit::Answer(works)));
    assert_eq!(again.quiz, wrong.quiz);
    let next = act(&again, Action::Quiz(QuizEdit::Next(ENV)));
    assert_eq!((next.quiz.answer, next.quiz.session.score()), (None, (1, 0)));
    let Some(Route::Quiz { seed }) = next.route() else { panic!("{:?}", next.route()) };
    assert_eq!(seed, again.quiz.session.next());
    assert!(next.quiz.session.held().contains(&Misconception::IsolationDenies));
}

#[test]
fn the_button_opens_a_quiz_that_chance_chooses_and_work_is_one_undo_away() {
    let state = opened("#ex/one-group");
    let ask = |entropy| act(&state, Action::Quiz(QuizEdit::Next(Env { entropy, ..ENV })));
    let quiz = ask(1);
    assert!(quiz.asked().is_some());
    assert_ne!(quiz.route(), ask(2).route());
    let back = act(
        &quiz,
        Action::Location(LocationEdit::Open(Rc::new(Opening::of("#ex/one-group")), ENV)),
    );
    assert!(back.asked().is_none());
    assert_eq!(back.scenario(), state.scenario());
}

#[test]
fn an_answered_scenario_goes_along_into_the_playground() {
    let state = opened("#quiz/11");
    let early = act(&state, Action::Quiz(QuizEdit::Leave(ENV)));
    assert!(early.asked().is_some(), "not before it is answered");
    let answered = act(&state, Action::Quiz(QuizEdit::Answer(true)));
    let left = act(&answered, Action::Quiz(QuizEdit::Leave(ENV)));
    assert!(left.asked().is_none());
    assert_eq!(left.scenario(), state.scenario());
    let truth = evaluate(left.scenario(), &state.asked().unwrap().truth.flow);
    assert_eq!(truth.verdict == Verdict::Pass, state.asked().unwrap().works());
}

#[test]
fn the_score_tells_what_was_answered_and_names_nothing_else() {
    let mut state = opened("#quiz/0");
    let mut seen = Vec::new();
    for _ in 0..30 {
        if state.quiz.session.is_done() {
            break;
        }
        let quiz = Arc::clone(state.asked().unwrap());
        seen.extend(quiz.misled.iter().copied());
        let answered = act(&state, Action::Quiz(QuizEdit::Answer(quiz.works())));
        state = act(&answered, Action::Quiz(QuizEdit::Next(ENV)));
        for language in Language::ALL {
            let told = words(&page(&state, language));
            for misconception in Misconception::ALL {
                let named = told.contains(misconception.explanation().name.get(language));
                assert_eq!(named, seen.contains(misconception), "{misconception:?}");
            }
        }
    }
    assert!(state.quiz.session.is_done());
    let told = words(&page(&state, Language::Zh));
    assert!(told.contains(text::DONE.zh), "{told}");
}

#[test]
fn what_was_ruled_out_is_never_marked_as_true() {
    let mut state = opened("#quiz/0");
    for _ in 0..4 {
        let quiz = Arc::clone(state.asked().unwrap());
        let answered = act(&state, Action::Quiz(QuizEdit::Answer(quiz.works())));
        state = act(&answered, Action::Quiz(QuizEdit::Next(ENV)));
    }
    for language in Language::ALL {
        let told = words(&page(&state, language));
        let cleared: Vec<_> = state.quiz.session.of(Standing::Clear).collect();
        assert!(cleared.len() > 1);
        for misconception in cleared {
            let name = misconception.explanation().name.get(language);
            let refuted = text::FALSE.fill(language, &[("misconception", name)]);
            assert!(told.contains(&refuted), "{refuted}: {told}");
            for mark in ["✓", "✗"] {
                assert!(!told.contains(&format!("{mark} {name}")), "{told}");
            }
        }
    }
}

#[test]
fn the_result_names_what_showed_up_and_the_lesson_for_it() {
    let state = opened("#quiz/6");
    let works = state.asked().unwrap().works();
    let wrong = act(&state, Action::Quiz(QuizEdit::Answer(!works)));
    let ended = act(&wrong, Action::Quiz(QuizEdit::End(ENV)));
    let held = ended.quiz.session.held();
    assert!(!held.is_empty());
    for language in Language::ALL {
        let markup = page(&ended, language);
        let told = words(&markup);
        let score = text::ANSWERED.fill(language, &[("right", "0"), ("answers", "1")]);
        assert!(told.contains(&score), "{told}");
        assert!(!markup.contains("quiz-works") && markup.contains("id=\"quiz-result\""));
        for misconception in &held {
            let Explanation { correction, lesson, .. } = misconception.explanation();
            assert!(told.contains(correction.get(language)), "{told}");
            assert!(markup.contains(&format!("href=\"#lesson/{lesson}\"")), "{lesson}");
        }
        for way in [text::AGAIN, text::TO_PLAYGROUND] {
            assert!(told.contains(way.get(language)), "{told}");
        }
        assert!(!told.contains(text::BACK.get(language)), "a link leads back to nowhere");
    }
    let from_work = act(&opened("#ex/isolated"), Action::Quiz(QuizEdit::Next(ENV)));
    let answered = act(&from_work, Action::Quiz(QuizEdit::Answer(true)));
    let ended = act(&answered, Action::Quiz(QuizEdit::End(ENV)));
    assert!(words(&page(&ended, Language::En)).contains(text::BACK.en));
}

#[test]
fn a_learner_is_asked_what_the_lessons_taught_until_everything_is_wanted() {
    let mut view = View::new(Language::En, Theme::Dark);
    view.learned.done.insert("common-friend".to_owned());
    let state = Rc::new(State::opened(Opening::of(""), &view));
    let taught = Misconception::taught(["common-friend"]);
    assert!(taught.len() < Misconception::ALL.len());
    let note = [text::ONLY_TAUGHT, text::EVERYTHING];
    let mut asked = act(&state, Action::Quiz(QuizEdit::Next(ENV)));
    for _ in 0..6 {
        let quiz = Arc::clone(asked.asked().unwrap());
        assert!(taught.contains(&quiz.topic), "{:?}", quiz.topic);
        let told = words(&page(&asked, Language::En));
        assert!(note.iter().all(|said| told.contains(said.en)), "{told}");
        let answered = act(&asked, Action::Quiz(QuizEdit::Answer(quiz.works())));
        asked = act(&answered, Action::Quiz(QuizEdit::Next(ENV)));
    }
    assert!(asked.quiz.session.is_done());
    let wide = act(&asked, Action::Quiz(QuizEdit::Everything(ENV)));
    assert!(!taught.contains(&wide.asked().unwrap().topic), "what is open comes first");
    assert_eq!(wide.quiz.session.score(), (6, 6), "the answers count");
    assert!(!words(&page(&wide, Language::Zh)).contains(text::ONLY_TAUGHT.zh));
    // Published numbers stay what they are, whoever opens them.
    let linked = Rc::new(State::opened(Opening::of("#quiz/5"), &view));
    assert_eq!(**linked.asked().unwrap(), Quiz::of(5).unwrap());
}
