//! The quiz actions.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::location::LocationEdit;
use crate::state::opening::Opening;
use crate::state::page::State;
use crate::state::quiz::QuizEdit;
use sg_core::quiz::{Quiz, Session};
use sg_core::share::Route;

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
                    Ok(opening) => asking.moved(LocationEdit::Open(Rc::new(opening), env)),
                    Err(_) => asking,
                };
            }
        }
        Self { quiz, ..self.clone() }
    }
}
