//! Notes in the learner's record what was done in the open lesson, quiz or course.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::lesson::PROGRESS;
use crate::state::page::State;
use sg_core::lesson::course::Words;
use sg_core::model::Timestamp;
use sg_core::share::{Route, Stamp};
use sg_core::training::{
    Course, Learner, LessonWork, PartWork, QuizWork, Results, SolvedLesson, Visit,
};

/// The longest pause that counts as work, in seconds: whoever does nothing for longer is away.
const LONGEST_PAUSE: i64 = 120;

/// The address of quizzes without a fixed series.
pub(crate) const FREE: &str = "#quiz";

impl State {
    /// The address of the open lesson, quiz or course in the learner's record: its link without a part.
    pub(crate) fn visit_address(&self) -> Option<String> {
        let opened = &self.location.opened;
        if opened.preview {
            return None;
        }
        match &opened.route {
            Some(Route::Course { text, .. }) => {
                let route = Route::Course { text: text.clone(), part: None };
                opened.course.as_ref().map(|_| route.to_string())
            }
            Some(Route::Lesson { id, .. }) => {
                let route = Route::Lesson { id: id.clone(), step: None };
                self.location.learning.as_ref().map(|_| route.to_string())
            }
            Some(route @ (Route::OwnLesson { .. } | Route::Exercise { .. })) => {
                self.location.learning.as_ref().map(|_| route.to_string())
            }
            Some(route @ Route::Series { .. }) => self.asked().map(|_| route.to_string()),
            Some(Route::Quiz { .. }) => self.asked().map(|_| FREE.to_owned()),
            Some(
                Route::Start
                | Route::New
                | Route::Example { .. }
                | Route::Scenario { .. }
                | Route::Result { .. },
            )
            | None => None,
        }
    }

    /// The open lesson, quiz or course as a course.
    pub(crate) fn course(&self) -> Option<Arc<Course>> {
        let opened = &self.location.opened;
        if let Some(place) = &opened.course {
            return Some(Arc::clone(&place.course));
        }
        if let Some(learning) = &self.location.learning {
            return Some(Arc::new(Course::of_lesson(&learning.lesson)));
        }
        self.asked()?;
        let answered = || self.quiz.given.iter().map(|own| own.seed).collect();
        let seeds = opened.series.as_ref().map_or_else(answered, |seeds| seeds.to_vec());
        let fixed = opened.series.is_some();
        Some(Arc::new(Course::of_quiz(quiz_title(&seeds, fixed), seeds)))
    }

    /// The part of it that is open, from 0.
    pub(crate) fn course_part(&self) -> usize {
        self.location.opened.course.as_ref().map_or(0, |place| place.part)
    }

    /// The same page with what the learner has done noted in the record. With a time, the time since
    /// the last note counts as spent on the open part. Nothing changes if nothing was done.
    pub(crate) fn noted(&self, now: Option<Timestamp>) -> Self {
        let own = &self.training.learner;
        let mut learner = Learner::clone(own);
        learner.done = self.view.learned.done.clone();
        learner.lesson_draft = (*self.draft).clone();
        let now = now.map(Timestamp::unix_seconds);
        let visit = self.visit_address().zip(self.course());
        if let Some((address, course)) = visit {
            let mut visit = own.visit(&address).cloned().unwrap_or_default();
            let part = self.course_part();
            let (old, part_before) = (visit.work(part), visit.part);
            let work = self.part_work(&old);
            let known = own.visit(&address).is_some();
            if work != old || part != part_before || !known {
                let seen = self.training.seen.or(now);
                let spent = now.zip(seen).map_or(0, |(now, seen)| now.saturating_sub(seen));
                let spent = u32::try_from(spent.clamp(0, LONGEST_PAUSE)).unwrap_or(0);
                let seconds = work.seconds.saturating_add(spent);
                let at = Timestamp::from_unix_seconds(now.or(seen).unwrap_or_default());
                self.practised(&mut learner.practice, (&old, &work), at);
                visit.set_work(part, PartWork { seconds, ..work });
                visit.part = part;
                visit.changed = now.unwrap_or(visit.changed.max(seen.unwrap_or_default()));
                visit.title = course.title.clone();
                visit.address.clone_from(&address);
                let open = visit.has_work();
                learner.open = open.then_some(address);
                learner.put(visit);
            } else {
                learner.open = visit.has_work().then_some(address);
            }
        } else {
            learner.open = None;
        }
        if learner == **own {
            return self.clone();
        }
        self.with_training(|training| {
            training.learner = Rc::new(learner);
            training.seen = now.or(training.seen);
        })
    }

    /// The work on the open part.
    fn part_work(&self, before: &PartWork) -> PartWork {
        let mut work = PartWork { opened: true, ..before.clone() };
        if let Some(learning) = &self.location.learning {
            let worked = !self.history.steps().is_empty();
            work.lesson = Some(LessonWork {
                step: learning.step.number(),
                predicted: learning.predicted,
                hints: learning.hints,
                shown: learning.shown,
                saved: worked.then(|| self.saved(no_stamp(), epoch()).write()),
            });
            work.solved = better(before.solved, self.solution());
        }
        if let Some(quiz) = self.asked() {
            work.quiz = Some(QuizWork {
                start: self.quiz.session.start(),
                everything: self.quiz.everything,
                answers: self.quiz.given.to_vec(),
                open: Some(quiz.seed),
                ended: self.quiz.ended,
            });
        }
        work
    }

    /// Whether each part of the course is done, in order.
    pub fn done_parts(&self) -> Vec<bool> {
        let (Some(address), Some(course)) = (self.visit_address(), self.course()) else {
            return Vec::new();
        };
        let noted = self.noted(None);
        let visit = noted.training.learner.visit(&address).cloned().unwrap_or_default();
        let parts = course.parts.iter().enumerate();
        parts.map(|(place, part)| visit.work(place).is_done(part)).collect()
    }

    /// The effort of the open lesson, if all of its goals are met.
    fn solution(&self) -> Option<SolvedLesson> {
        // What was shown was not solved.
        let learning = self.location.learning.as_ref().filter(|own| !own.shown)?;
        let progress = PROGRESS.get()?(&learning.lesson, &self.history);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (calls, openings) = (count(progress.calls), count(progress.openings.len()));
        progress.is_done().then_some(SolvedLesson { calls, openings })
    }

    /// The results of the open lesson, quiz or course, by the learner's record.
    pub fn handed_in(&self) -> Option<Results> {
        let (address, course) = (self.visit_address()?, self.course()?);
        let noted = self.noted(None);
        let learner = &noted.training.learner;
        let mut visit = learner.visit(&address).cloned().unwrap_or_default();
        if visit.address.is_empty() {
            visit = Visit { address, ..visit };
        }
        let title = course.title.get(self.view.language);
        Some(visit.results(&course, &learner.name, title))
    }
}

/// The better of two solutions: the one that opens less, then the one with fewer calls.
fn better(old: Option<SolvedLesson>, new: Option<SolvedLesson>) -> Option<SolvedLesson> {
    let effort = |own: &SolvedLesson| (own.openings, own.calls);
    [old, new].into_iter().flatten().min_by_key(effort)
}

/// The title of quizzes. Their numbers are in it if they were fixed, because everybody gets the same.
fn quiz_title(seeds: &[u64], fixed: bool) -> Words {
    use crate::text::quiz as text;
    use sg_core::language::Language;
    let numbers: Vec<String> = seeds.iter().map(u64::to_string).collect();
    let numbers = numbers.join(", ");
    let said = |language| match fixed {
        true => text::QUIZ_OF.fill(language, &[("number", &numbers)]),
        false => text::QUIZ.get(language).to_owned(),
    };
    Words { en: Some(said(Language::En)), zh: Some(said(Language::Zh)) }
}

/// A record is compared by its contents, so the work in it has neither an author nor a time.
fn no_stamp() -> Stamp {
    Stamp { page: String::new(), revision: 0 }
}

const fn epoch() -> Timestamp {
    Timestamp::from_unix_seconds(0)
}
