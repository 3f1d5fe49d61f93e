//! The training actions: learners, courses, and the work on a lesson, quiz or course that is open.

use std::rc::Rc;

use crate::seam;
use crate::state::location::LocationEdit;
use crate::state::page::State;
use crate::state::quiz::Quizzing;
use crate::state::training::{Training, TrainingEdit, TrainingNotice};
use sg_core::emulator::Env;
use sg_core::model::Timestamp;
use sg_core::training::{Learner, Results};

pub(crate) mod noting;
mod practising;
pub(crate) mod resuming;

seam! { pub(crate) static TRAINED: fn(&State, TrainingEdit) -> State = State::trained; trained in reading }
seam! { pub(crate) static NOTED: fn(&State, Option<Timestamp>) -> State = State::noted; noted in reading }
seam! { pub(crate) static RESUMING: fn(State) -> State = State::resuming; resuming in reading }
seam! { pub(crate) static BEGUN: fn(State, Rc<Learner>) -> State = State::begun; begun in reading }
seam! { pub(crate) static LEFT_LESSON: fn(&State) -> State = State::left_lesson; left_lesson in reading }
seam! { pub(crate) static RESULTS: fn(&State) -> Option<Results> = State::handed_in; results in reading }

impl State {
    pub(crate) fn trained(&self, edit: TrainingEdit) -> Self {
        match edit {
            TrainingEdit::Note(now) => self.noted(Some(now)),
            TrainingEdit::Become(learner, env) => self.away(env).being(learner),
            TrainingEdit::Reset(env) => {
                let own = &self.training.learner;
                // Later than everything that is to go, also in what another tab has stored.
                let visited = own.visits.iter().map(|visit| visit.changed).max();
                let latest = visited.max(own.practice.latest());
                let latest = latest.map(|latest| latest.saturating_add(1));
                let learner = Learner {
                    name: own.name.clone(),
                    since: latest.unwrap_or_default().max(env.now.unix_seconds()),
                    lesson_draft: (*self.draft).clone(),
                    course_draft: own.course_draft.clone(),
                    ..Learner::default()
                };
                self.away(env).being(Rc::new(learner))
            }
            TrainingEdit::CourseDraft(draft) => self.with_training(|training| {
                let mut learner = Learner::clone(&training.learner);
                learner.course_draft = draft.to_string();
                training.learner = Rc::new(learner);
            }),
            TrainingEdit::Practise(env) => self.practising(env),
            TrainingEdit::NextExercise(env) => self.at_next_exercise(env),
            TrainingEdit::Part(part, env) => self.at_part(part, env),
            TrainingEdit::Leave(env) => self.noted(Some(env.now)).away(env).telling_left(self),
            TrainingEdit::Say(notice) => self.with_training(|training| {
                if training.said.as_ref() != Some(&notice) {
                    training.said = Some(notice.clone());
                    training.notice = Some(notice);
                }
            }),
            TrainingEdit::Hide => self.with_training(|training| training.notice = None),
        }
    }

    pub(crate) fn with_training(&self, change: impl FnOnce(&mut Training)) -> Self {
        let mut training = Training::clone(&self.training);
        change(&mut training);
        Self { training: Rc::new(training), ..self.clone() }
    }

    /// The page without the open lesson, quiz or course.
    fn away(&self, env: Env) -> Self {
        if !self.is_visiting() {
            return self.clone();
        }
        let start = || self.moved(LocationEdit::Follow(String::new(), env));
        let away = self.returned().unwrap_or_else(start);
        away.with_training(|training| training.learner = Rc::new(closed(&training.learner)))
    }

    /// The page without the open lesson, whose work is noted.
    fn left_lesson(&self) -> Self {
        let noted = self.noted(None);
        let away = noted.returned().unwrap_or_else(|| noted.with_learning(None));
        away.telling_left(self)
    }

    /// The page of a learner, who has done nothing yet in this visit.
    fn being(self, learner: Rc<Learner>) -> Self {
        let mut next = self;
        next.view.learned.done = learner.done.clone();
        next.view.learned.named = !learner.name.is_empty();
        next.draft = Rc::new(learner.lesson_draft.clone()).into();
        next.quiz = Quizzing::default();
        next.training = Rc::new(Training { learner, ..Training::default() });
        next
    }

    /// The page with a notice about the work that was left, if there is any.
    pub(crate) fn telling_left(self, before: &Self) -> Self {
        let left = before.visit_address().filter(|_| !self.is_visiting());
        let kept = left.and_then(|address| self.training.learner.visit(&address).cloned());
        let Some(visit) = kept.filter(|visit| visit.has_work()) else { return self };
        self.with_training(|training| {
            training.learner = Rc::new(closed(&training.learner));
            training.notice = Some(TrainingNotice::Left(visit.title, visit.address));
        })
    }

    /// The page that an earlier visit left: the learner's record and, if the address asks for nothing
    /// else, the lesson, quiz or course that was open.
    pub fn begun(self, learner: Rc<Learner>) -> Self {
        let mut next = self;
        next.view.learned.named = !learner.name.is_empty();
        match next.view.learned.named {
            true => next.view.learned.done = learner.done.clone(),
            false => next.view.learned.done.extend(learner.done.iter().cloned()),
        }
        next.draft = Rc::new(learner.lesson_draft.clone()).into();
        next.training = Rc::new(Training { learner, ..Training::default() });
        next.reentered().resuming()
    }
}

/// The record of a learner who has closed what was open.
fn closed(learner: &Learner) -> Learner {
    Learner { open: None, ..learner.clone() }
}
