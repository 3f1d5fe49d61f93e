//! The lesson actions.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::lesson::{Learning, LessonEdit, LessonStep, PROGRESS};
use crate::state::opening::{LESSON, Opening};
use crate::state::page::State;
use crate::state::performing::performed;
use crate::state::reduce::solving::SOLVED;
use crate::state::reduce::training::LEFT_LESSON;
use sg_core::emulator::Env;
use sg_core::history::{Edit, TopologyEdit};
use sg_core::lesson::course::Attempt;
use sg_core::lesson::{Lesson, first_scenario};

impl State {
    pub(crate) fn in_lesson(&self, edit: LessonEdit) -> Self {
        let Some(mut learning) = self.location.learning.clone() else { return self.clone() };
        let mut view = self.view.clone();
        match edit {
            LessonEdit::Predict(choice) => learning.predicted = Some(choice),
            LessonEdit::Step(step) => learning.step = step,
            LessonEdit::Hint => {
                learning.hints = (learning.hints + 1).min(learning.lesson.hints.len());
            }
            LessonEdit::Solve(env) => return self.through(&SOLVED, env),
            LessonEdit::Restart(env) => {
                let scenario = Arc::clone(&learning.lesson.scenario);
                learning.shown = false;
                learning.step = learning.step.min(LessonStep::Do);
                let again = Edit::Topology(TopologyEdit::start_over(scenario));
                return self.with_learning(Some(learning)).at(performed(&self.history, again, env));
            }
            LessonEdit::Jump(pair, packet, address) => {
                view.selection = Some(pair);
                view.packet = packet;
                view.address = address;
                view.rule = None;
            }
            LessonEdit::Leave => {
                let without = || self.returned().unwrap_or_else(|| self.with_learning(None));
                return LEFT_LESSON.get().map_or_else(without, |left| left(self));
            }
        }
        Self { view, ..self.with_learning(Some(learning)) }
    }

    /// The state after starting over. A learner stays in the open lesson and starts its work again;
    /// otherwise the first scenario is opened.
    pub(crate) fn started_over(&self, env: Env) -> Self {
        if self.location.learning.is_some() {
            return self.in_lesson(LessonEdit::Restart(env));
        }
        let opening = Opening::start(Arc::new(first_scenario()));
        let scenario = Arc::clone(&opening.scenario);
        let history =
            performed(&self.history, Edit::Topology(TopologyEdit::start_over(scenario)), env);
        self.showing(Rc::new(opening), history)
    }

    pub(crate) fn with_learning(&self, learning: Option<Learning>) -> Self {
        let mut next = self.clone();
        next.location.learning = learning;
        next
    }

    /// Advances the lesson: the first edit ends the prediction, and meeting the last goal opens the
    /// explanation.
    pub(crate) fn taught(self, before: &Self) -> Self {
        let Some(learning) = &self.location.learning else { return self };
        let idle = Attempt::of(&self.history).steps().is_empty();
        // Earlier work that is opened again has been judged before.
        let same = Rc::ptr_eq(&self.location.opened, &before.location.opened);
        if Rc::ptr_eq(&self.history, &before.history) || idle || !same {
            return self;
        }
        let mut learning = learning.clone();
        let mut view = self.view.clone();
        learning.step = learning.step.max(LessonStep::Do);
        let Some(progress) = PROGRESS.get() else { return self };
        if progress(&learning.lesson, &self.history).is_done() {
            // A lesson that was already complete stays at its current part.
            if !progress(&learning.lesson, &before.history).is_done() {
                learning.step = LessonStep::Why;
            }
            // A custom lesson may have the id of a listed one.
            let listed = |own: &Arc<Lesson>| Arc::ptr_eq(own, &learning.lesson);
            if !learning.shown
                && LESSON.get().is_some_and(|find| find(&learning.lesson.id).is_some_and(listed))
            {
                view.learned.done.insert(learning.lesson.id.clone());
            }
        }
        Self { view, ..self.with_learning(Some(learning)) }
    }
}
