//! Practice: what is due, and what was answered.

use crate::state::location::LocationEdit;
use crate::state::page::State;
use sg_core::emulator::Env;
use sg_core::exercise::Exercise;
use sg_core::model::Timestamp;
use sg_core::quiz::{Answer, Misconception, Quiz};
use sg_core::share::Route;
use sg_core::training::{PartWork, Practice, Task};

impl State {
    /// How many misconceptions are due to be practised, when the learner last did something.
    pub fn due(&self) -> usize {
        let now = Timestamp::from_unix_seconds(self.training.seen.unwrap_or_default());
        self.training.learner.practice.due(&self.practised_topics(), now).len()
    }

    fn practised_topics(&self) -> Vec<Misconception> {
        self.training.learner.practice.topics(&self.view.learned.done)
    }

    /// Opens the question or exercise that is to be practised next.
    pub(super) fn practising(&self, env: Env) -> Self {
        let noted = self.noted(Some(env.now));
        let Some(topic) = noted.next_topic(env.now) else { return noted };
        match noted.training.learner.practice.task(topic) {
            Task::Question => {
                let seed = Quiz::seed(topic, env.entropy);
                noted.moved(LocationEdit::Follow(Route::Quiz { seed }.to_string(), env))
            }
            Task::Exercise(_) => noted.at_exercise(topic, env),
        }
    }

    /// Opens another exercise.
    pub(super) fn at_next_exercise(&self, env: Env) -> Self {
        let noted = self.noted(Some(env.now));
        match noted.next_topic(env.now) {
            Some(topic) => noted.at_exercise(topic, env),
            None => noted,
        }
    }

    fn next_topic(&self, now: Timestamp) -> Option<Misconception> {
        self.training.learner.practice.next(&self.practised_topics(), now)
    }

    fn at_exercise(&self, topic: Misconception, env: Env) -> Self {
        let grade = self.training.learner.practice.grade(topic);
        let seed = Exercise::seed(topic, grade, env.entropy);
        self.moved(LocationEdit::Follow(Route::Exercise { seed }.to_string(), env))
    }

    /// The boxes after what was done in the open part since it was noted last.
    pub(super) fn practised(
        &self,
        practice: &mut Practice,
        (before, after): (&PartWork, &PartWork),
        now: Timestamp,
    ) {
        for answer in new_answers(before, after) {
            if let Some(topic) = Quiz::topic(answer.seed) {
                practice.answered(topic, answer.right, now);
            }
        }
        let learning = self.location.learning.as_ref();
        let seed = learning.and_then(|own| own.exercise);
        let Some((topic, _)) = seed.and_then(Exercise::about) else { return };
        let shown = |work: &PartWork| work.lesson.as_ref().is_some_and(|own| own.shown);
        // What was solved once stays solved.
        match (before.solved, after.solved) {
            (None, Some(_)) => practice.answered(topic, true, now),
            (None, None) if shown(after) && !shown(before) => {
                practice.answered(topic, false, now);
            }
            _ => {}
        }
    }
}

/// The answers that were given since. The oldest may have been dropped.
fn new_answers<'a>(before: &PartWork, after: &'a PartWork) -> &'a [Answer] {
    fn answers(work: &PartWork) -> &[Answer] {
        work.quiz.as_ref().map_or(&[], |quiz| &quiz.answers)
    }
    let (old, all) = (answers(before), answers(after));
    let splits = (0..=all.len()).rev().filter_map(|known| all.split_at_checked(known));
    let mut splits = splits.filter(|(known, _)| old.ends_with(known));
    splits.next().map_or(all, |(_, new)| new)
}
