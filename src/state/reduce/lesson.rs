//! The lesson actions.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::lesson::{Learning, LessonEdit, LessonStep};
use crate::state::page::State;
use crate::state::selection::Selection;
use sg_core::emulator::Env;
use sg_core::history::{Edit, TopologyEdit};
use sg_core::lesson::course::Attempt;
use sg_core::lesson::first_scenario;

impl State {
    /// The pair whose answer is hidden until the learner makes a prediction.
    pub fn hidden_answer(&self) -> Option<Selection> {
        self.location.learning.as_ref()?.hidden_answer()
    }

    pub(crate) fn in_lesson(&self, edit: LessonEdit) -> Self {
        let Some(mut learning) = self.location.learning.clone() else { return self.clone() };
        let mut view = self.view.clone();
        match edit {
            LessonEdit::Predict(choice) => learning.predicted = Some(choice),
            LessonEdit::Step(step) => learning.step = step,
            LessonEdit::Hint => {
                learning.hints = (learning.hints + 1).min(learning.lesson.hints.len());
            }
            LessonEdit::Restart(env) => {
                let scenario = Arc::clone(&learning.lesson.scenario);
                learning.step = learning.step.min(LessonStep::Do);
                let again = Edit::Topology(TopologyEdit::StartOver { scenario });
                return self.with_learning(Some(learning)).at(self.history.with(again, env));
            }
            LessonEdit::Jump(pair, packet, address) => {
                view.selection = Some(pair);
                view.packet = packet;
                view.address = address;
                view.rule = None;
            }
            LessonEdit::Leave => return self.with_learning(None),
        }
        Self { view, ..self.with_learning(Some(learning)) }
    }

    /// The state after starting over. A learner stays in the open lesson and starts its work again;
    /// otherwise the first scenario is opened.
    pub(crate) fn started_over(&self, env: Env) -> Self {
        if self.location.learning.is_some() {
            return self.in_lesson(LessonEdit::Restart(env));
        }
        let scenario = Arc::new(first_scenario());
        self.at(self.history.with(Edit::Topology(TopologyEdit::StartOver { scenario }), env))
    }

    fn with_learning(&self, learning: Option<Learning>) -> Self {
        let mut next = self.clone();
        next.location.learning = learning;
        next
    }

    /// Advances the lesson: the first edit ends the prediction, and meeting the last goal opens the
    /// explanation.
    pub(crate) fn taught(self, before: &Self) -> Self {
        let Some(learning) = &self.location.learning else { return self };
        let idle = Attempt::of(&self.history).steps().is_empty();
        if Rc::ptr_eq(&self.history, &before.history) || idle {
            return self;
        }
        let mut learning = learning.clone();
        let mut view = self.view.clone();
        learning.step = learning.step.max(LessonStep::Do);
        if learning.lesson.progress(&self.history).is_done() {
            // A lesson that was already complete stays at its current part.
            if !learning.lesson.progress(&before.history).is_done() {
                learning.step = LessonStep::Why;
            }
            view.learned.done.insert(learning.lesson.id.clone());
        }
        Self { view, ..self.with_learning(Some(learning)) }
    }
}
