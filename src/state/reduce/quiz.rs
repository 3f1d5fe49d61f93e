//! The quiz actions.

use std::rc::Rc;
use std::sync::Arc;

use crate::seam;
use crate::state::location::LocationEdit;
use crate::state::opening::Opening;
use crate::state::page::State;
use crate::state::quiz::{QuizEdit, Quizzing, SeriesPlace};
use crate::state::reduce::training::noting::FREE;
use sg_core::emulator::Env;
use sg_core::quiz::{Answer, Misconception, Quiz, Session};
use sg_core::share::Route;

seam! { pub(crate) static QUIZZED: fn(&State, QuizEdit) -> State = State::quizzed; quizzed in reading }

/// How many answers are kept: enough for every misconception several times over.
const MOST_GIVEN: usize = 200;

impl State {
    /// The quiz shown instead of the playground; `None` once its scenario was edited or taken into
    /// the playground.
    pub fn asked(&self) -> Option<&Arc<Quiz>> {
        let opened = &self.location.opened;
        let here = **self.scenario() == *opened.scenario && !self.quiz.left;
        opened.quiz.as_ref().filter(|_| here)
    }

    pub(crate) fn quizzed(&self, edit: QuizEdit) -> Self {
        let mut quiz = self.quiz.clone();
        match edit {
            QuizEdit::Answer(works) => {
                // Only the first answer counts.
                if let Some(asked) = self.asked().filter(|_| quiz.answer.is_none()) {
                    quiz.session = quiz.session.answered(asked, works);
                    quiz.answer = Some(works);
                    let given = Rc::make_mut(&mut quiz.given);
                    given.push(Answer::to(asked, works));
                    let surplus = given.len().saturating_sub(MOST_GIVEN);
                    given.drain(..surplus);
                }
            }
            QuizEdit::Leave(env) => return self.taking_along(env),
            QuizEdit::Next(env) => return self.asking_on(env),
            QuizEdit::Everything(env) => {
                return self.asking_next(Quizzing { everything: true, ..quiz }, env);
            }
            QuizEdit::Again(env) => {
                let given = Rc::default();
                if let Some(seeds) = self.location.opened.series.clone() {
                    let quiz = Quizzing { session: Session::new(0), given, ..quiz.turned() };
                    let first = seeds.first().copied().unwrap_or_default();
                    return Self { quiz, ..self.clone() }.at_question(first);
                }
                let session = Session::new(env.entropy);
                return self.asking_next(Quizzing { session, given, ..quiz }, env);
            }
            QuizEdit::End(_) if quiz.session.score() != (0, 0) => quiz.ended = true,
            QuizEdit::End(env) | QuizEdit::Return(env) => {
                let noted = self.noted(Some(env.now));
                let start = || noted.moved(LocationEdit::Follow(String::new(), env));
                return noted.returned().unwrap_or_else(start).telling_left(self);
            }
        }
        Self { quiz, ..self.clone() }
    }

    /// The next question: of the series if there is one, otherwise one chosen according to the answers.
    fn asking_on(&self, env: Env) -> Self {
        if self.location.opened.series.is_some() {
            return match self.next_of_series() {
                Some(seed) => self.at_question(seed),
                None => {
                    Self { quiz: Quizzing { ended: true, ..self.quiz.clone() }, ..self.clone() }
                }
            };
        }
        if self.asked().is_some() {
            return self.asking_next(self.quiz.clone(), env);
        }
        let quiz = self.free_quiz();
        // What was asked last and not answered is asked again.
        let open = self.training.learner.visit(FREE).and_then(|visit| visit.work(0).quiz);
        let open = open.and_then(|work| work.open.filter(|_| !work.ended).map(|seed| (seed, work)));
        match open.filter(|(seed, work)| work.answers.last().is_none_or(|last| last.seed != *seed))
        {
            Some((seed, _)) => {
                let route = Route::Quiz { seed }.to_string();
                Self { quiz, ..self.clone() }.moved(LocationEdit::Follow(route, env))
            }
            None => self.asking_next(quiz, env),
        }
    }

    /// The quiz without a series: the answers of this page or, before the first one, of the record.
    fn free_quiz(&self) -> Quizzing {
        if self.quiz.visit == FREE {
            return self.quiz.clone();
        }
        let work = self.training.learner.visit(FREE).and_then(|visit| visit.work(0).quiz);
        let Some(work) = work else { return Quizzing::of(FREE) };
        let session = work.after(Session::new(work.start));
        let (given, everything) = (Rc::new(work.answers), work.everything);
        Quizzing { session, given, everything, ..Quizzing::of(FREE) }
    }

    /// The next question of the series without an answer, in its order from the open one on.
    pub(crate) fn next_of_series(&self) -> Option<u64> {
        let seeds = self.location.opened.series.as_deref()?;
        let open = self.asked()?.seed;
        let place = seeds.iter().position(|seed| *seed == open)?;
        let (before, after) = seeds.split_at_checked(place)?;
        let given = |seed: &u64| self.quiz.given.iter().any(|own| own.seed == *seed);
        after.iter().skip(1).chain(before).copied().find(|seed| !given(seed))
    }

    /// The place of the open question in its series.
    pub fn series_place(&self) -> Option<SeriesPlace> {
        let opened = &self.location.opened;
        let (seeds, open) = (opened.series.as_deref()?, self.asked()?.seed);
        let number = seeds.iter().position(|seed| *seed == open)? + 1;
        let next_part = opened.course.as_ref().map(|place| place.part + 1);
        let is_last = self.next_of_series().is_none();
        Some(SeriesPlace { number, all: seeds.len(), is_last, next_part })
    }

    /// A question of the open series, with the answer if it was answered.
    pub(crate) fn at_question(&self, seed: u64) -> Self {
        let opened = &self.location.opened;
        let (Some(route), Some(seeds)) = (opened.route.clone(), opened.series.clone()) else {
            return self.clone();
        };
        let Some(opening) = Opening::in_series(route, seeds, seed) else { return self.clone() };
        let opening = Opening { course: opened.course.clone(), ..opening };
        let history = opening.history();
        let mut next = self.showing(Rc::new(opening), history);
        next.came_from.clone_from(&self.came_from);
        let answer = self.quiz.given.iter().rev().find(|own| own.seed == seed);
        next.quiz.answer = answer.map(|own| own.works);
        next
    }

    /// What the free quiz asks about.
    pub(crate) fn topics(&self) -> Vec<Misconception> {
        match self.quiz.everything {
            true => Misconception::ALL.to_vec(),
            false => Misconception::taught(self.view.learned.done.iter().map(String::as_str)),
        }
    }

    /// Opens the next quiz. It asks about what the finished lessons taught until the learner wants
    /// more.
    fn asking_next(&self, mut quiz: Quizzing, env: Env) -> Self {
        if quiz.session.score() == (0, 0) {
            quiz.session = Session::new(env.entropy);
        }
        FREE.clone_into(&mut quiz.visit);
        let mut asking = Self { quiz, ..self.clone() };
        asking.quiz.session = asking.quiz.session.clone().about(&asking.topics());
        let route = Route::Quiz { seed: asking.quiz.session.next() };
        asking.moved(LocationEdit::Follow(route.to_string(), env))
    }

    /// Takes the scenario of an answered quiz into the playground; undo returns to earlier work.
    fn taking_along(&self, env: Env) -> Self {
        if self.quiz.answer.is_none() {
            return self.clone();
        }
        let opened = Rc::clone(&self.location.opened);
        let history = match &self.came_from {
            Some(there) => there.opening_over(&opened, env),
            None => opened.history(),
        };
        let next = self.showing(opened, history);
        Self { quiz: Quizzing { left: true, ..next.quiz.clone() }, ..next }
    }
}
