//! Quizzes on the page: the learner's answers, and the answer to the question at hand.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::emulator::Env;
use sg_core::quiz::{Quiz, Session};
use sg_core::share::Route;

use super::{Opening, PlaceEdit, State};

/// What the page knows about quizzes. It goes no further than this page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quizzing {
    /// The answers so far.
    pub session: Session,
    /// The answer to the quiz that is open: whether the learner thinks that it gets through.
    pub answer: Option<bool>,
    /// Whether its scene was taken along into the playground.
    pub left: bool,
}

/// What can happen to a quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuizEdit {
    /// Answers the question: it gets through, or it does not.
    Answer(bool),
    /// Opens the quiz that the answers so far ask for.
    Next(Env),
    /// Takes the scene of an answered quiz into the playground.
    Leave,
}

impl Default for Quizzing {
    fn default() -> Self {
        Self { session: Session::new(0), answer: None, left: false }
    }
}

impl Quizzing {
    /// The same learner before another question.
    pub(super) fn turned(&self) -> Self {
        Self { session: self.session.clone(), answer: None, left: false }
    }
}

impl State {
    /// The quiz the page shows instead of the playground; none once its scene was changed or
    /// taken along.
    pub fn asked(&self) -> Option<&Arc<Quiz>> {
        let opened = &self.place.opened;
        let here = **self.scenario() == *opened.scenario && !self.quiz.left;
        opened.quiz.as_ref().filter(|_| here)
    }

    pub(super) fn quizzed(&self, edit: QuizEdit) -> Self {
        let mut quiz = self.quiz.clone();
        match edit {
            QuizEdit::Answer(works) => {
                // Only the first answer counts.
                if let Some(asked) = self.asked().filter(|_| quiz.answer.is_none()) {
                    quiz.session = quiz.session.answered(asked, works);
                    quiz.answer = Some(works);
                }
            }
            QuizEdit::Leave => quiz.left = quiz.answer.is_some(),
            QuizEdit::Next(env) => {
                if quiz.session.score() == (0, 0) {
                    quiz.session = Session::new(env.entropy);
                }
                let route = Route::Quiz { seed: quiz.session.next() };
                let asking = Self { quiz, ..self.clone() };
                return match Opening::by(route) {
                    Ok(opening) => asking.moved(PlaceEdit::Open(Rc::new(opening), env)),
                    Err(_) => asking,
                };
            }
        }
        Self { quiz, ..self.clone() }
    }
}
