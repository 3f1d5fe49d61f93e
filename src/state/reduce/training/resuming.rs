//! Returns to the work on a lesson, quiz or course that the learner's record holds.

use std::rc::Rc;

use crate::state::lesson::LessonStep;
use crate::state::location::Location;
use crate::state::opening::{LostLog, Opening};
use crate::state::page::State;
use crate::state::quiz::Quizzing;
use crate::state::reduce::training::noting::FREE;
use crate::state::training::CoursePlace;
use sg_core::emulator::Env;
use sg_core::history::History;
use sg_core::quiz::Session;
use sg_core::share::{Limits, Route, Saved};
use sg_core::training::{LessonWork, QuizWork};

impl State {
    /// The page of the visit that was open, if the address asks for nothing else. Leaving it returns to
    /// the page that would be shown without it.
    pub(crate) fn reentered(self) -> Self {
        let asks = self.location.opened.route != Some(Route::Start) || self.location.bad.is_some();
        let open = self.training.learner.open.clone();
        let Some(address) = open.filter(|_| !asks) else { return self };
        let opening = match address.as_str() {
            FREE => self.open_quiz().map(|seed| Opening::of(&Route::Quiz { seed }.to_string())),
            address => Some(Opening::of(address)),
        };
        let Some(opening) = opening.filter(|opening| opening.bad.is_none()) else { return self };
        let history = opening.history();
        let mut next = self.showing(Rc::new(opening), history);
        next.autosave = next.autosave.reopened();
        next.came_from = Some(Rc::new(self));
        next
    }

    fn open_quiz(&self) -> Option<u64> {
        self.training.learner.visit(FREE)?.work(0).quiz?.open
    }

    /// The same page with the work that the record holds of the open lesson, quiz or course.
    pub(crate) fn resuming(self) -> Self {
        let Some(address) = self.visit_address() else { return self };
        let visit = self.training.learner.visit(&address).cloned();
        let there = match (&self.location.opened.route, &visit) {
            // A link that names no part leads to the one that was open.
            (Some(Route::Course { text, part: None }), Some(visit)) => {
                self.in_part(text.clone(), visit.part)
            }
            _ => self,
        };
        // Answers belong to one quiz, one series or one part of a course.
        let key = format!("{address}/{}", there.course_part());
        let key = if address == FREE { address } else { key };
        let same = there.quiz.visit == key;
        let quiz = if same { there.quiz.clone() } else { Quizzing::of(&key) };
        let there = Self { quiz, ..there };
        let work = visit.map(|visit| visit.work(there.course_part())).unwrap_or_default();
        let there = match work.lesson {
            Some(lesson) if there.location.learning.is_some() => there.with_lesson_work(&lesson),
            _ => there,
        };
        match work.quiz {
            Some(quiz) if there.asked().is_some() && !(same && key == FREE) => {
                there.with_quiz_work(&quiz)
            }
            _ => there,
        }
    }

    /// The same course at another part, without the work on it.
    fn in_part(&self, text: String, part: usize) -> Self {
        let Some(CoursePlace { course, .. }) = &self.location.opened.course else {
            return self.clone();
        };
        let opening = Opening::in_course(text, course, part);
        let history = opening.history();
        let came_from = self.came_from.clone();
        Self { came_from, ..self.showing(Rc::new(opening), history) }
    }

    /// Opens another part of the course, with the work on it.
    pub(crate) fn at_part(&self, part: usize, env: Env) -> Self {
        let Some(Route::Course { text, .. }) = &self.location.opened.route else {
            return self.clone();
        };
        let noted = self.noted(Some(env.now));
        let there = noted.in_part(text.clone(), part).resuming();
        // That the part was opened is noted at once, so that the way to it is right.
        there.noted(Some(env.now))
    }

    fn with_lesson_work(&self, work: &LessonWork) -> Self {
        let saved = work.saved.as_ref().and_then(|text| Saved::read(text).ok());
        let mut next = saved.map_or_else(|| self.clone(), |saved| self.with_saved(&saved));
        let asked = match &self.location.opened.route {
            Some(Route::Lesson { step, .. }) => *step,
            _ => None,
        };
        if let Some(learning) = &mut next.location.learning {
            let question = learning.lesson.question.as_ref();
            let choices = question.map_or(0, |question| question.choices.len());
            learning.predicted = work.predicted.filter(|own| *own < choices);
            learning.shown = work.shown;
            learning.hints = work.hints.min(learning.lesson.hints.len());
            // A link to a step leads to it.
            if asked.is_none() {
                let step = LessonStep::from_number(Some(work.step));
                learning.step = step.max(learning.first_step());
            }
        }
        next
    }

    /// The same lesson with the scenario and the log of earlier work on it.
    fn with_saved(&self, saved: &Saved) -> Self {
        let log = saved.log.as_ref();
        let log = log.and_then(|log| History::replayed(log, &saved.scenario, &Limits::LINK));
        let lost = log.is_none();
        let history =
            log.unwrap_or_else(|| History::new(std::sync::Arc::new(saved.scenario.clone())));
        let seen =
            Opening::start(std::sync::Arc::clone(history.scenario())).looking_at(&saved.view);
        let view = crate::state::View {
            selection: seen.selection,
            packet: seen.packet,
            direction: seen.direction,
            lines: Rc::new(seen.lines),
            address: seen.address,
            ..self.view.clone()
        };
        let lost_log = lost.then_some(LostLog::Saved);
        let location = Location { lost_log, ..self.location.clone() };
        Self { view, location, ..self.clone() }.at(history)
    }

    fn with_quiz_work(&self, work: &QuizWork) -> Self {
        let session = work.after(Session::new(work.start));
        let given = Rc::new(work.answers.clone());
        let open = self.asked().map(|quiz| quiz.seed);
        let fixed = self.location.opened.series.is_some();
        let last = work.answers.last().filter(|_| open == work.open);
        let quizzing =
            Quizzing { session, given, everything: work.everything, ..self.quiz.turned() };
        let there = Self { quiz: quizzing, ..self.clone() };
        if !fixed {
            let answer = last.filter(|own| Some(own.seed) == open).map(|own| own.works);
            let ended = work.ended && open == work.open;
            let topics = there.topics();
            let session = there.quiz.session.clone().about(&topics);
            return Self { quiz: Quizzing { session, answer, ended, ..there.quiz }, ..there };
        }
        let there = work.open.map_or_else(|| there.clone(), |seed| there.at_question(seed));
        Self { quiz: Quizzing { ended: work.ended, ..there.quiz.clone() }, ..there }
    }
}
