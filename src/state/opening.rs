//! Opens a link: the scenario and view, or what is wrong with the link.

use std::net::IpAddr;
use std::rc::Rc;
use std::sync::Arc;

use crate::seam;
use crate::state::lines_shown::LinesShown;
use crate::state::origins::Origins;
use crate::state::prepared::Prepared;
use crate::state::selection::Selection;
use crate::state::sending::{choice, end, lines_shown, sides};
use crate::state::training::CoursePlace;
use crate::state::view::View;
use sg_core::connectivity::{CheckedDirections, PacketChoice};
use sg_core::emulator::Call;
use sg_core::history::History;
use sg_core::import::Plan;
use sg_core::lesson::{Example, Lesson, first_scenario};
use sg_core::model::{RegionId, Scenario, ScenarioDraft, Vpc, VpcId};
use sg_core::quiz::Quiz;
use sg_core::share::{
    Limits, Link, LinkError, LinkView, Pane, Route, unpacked_course, unpacked_lesson,
};
use sg_core::training::Course;

mod bad;
mod parts;

pub use bad::{BadLink, LostLog};

seam! { pub(crate) static OPENING: fn(&str) -> Opening = Opening::of; opening in reading }
seam! { pub(crate) static LESSON: fn(&str) -> Option<&'static Arc<Lesson>> = Lesson::find; lesson_by_id in reading }

impl Opening {
    /// Opens a fragment that takes no part of the program: an empty one. `None` for every other that
    /// links to something.
    pub(crate) fn plain(fragment: &str) -> Option<Self> {
        match Route::parse(fragment) {
            Ok(Route::Start) => Some(Self::first()),
            Ok(_) => None,
            Err(bad) => Some(Self::instead_of(bad.into())),
        }
    }

    /// The first scenario.
    pub(crate) fn first() -> Self {
        Self::on(Route::Start, first_scenario())
    }

    /// The first scenario in the place of a bad link.
    fn instead_of(bad: BadLink) -> Self {
        Self { bad: Some(bad), ..Self::first() }
    }

    /// A lesson with its opening scenario, at the cell that its question is about; with its link, unless
    /// its file is larger than any.
    pub fn of_lesson(route: Option<Route>, lesson: Arc<Lesson>) -> Self {
        let question = lesson.question.as_ref();
        let ends = question.map(|asked| (asked.from.clone(), asked.to.clone()));
        let packet = question.map_or(PacketChoice::All, |question| question.packet);
        let scenario = Arc::clone(&lesson.scenario);
        Self {
            route,
            selection: ends.map(|(from, to)| Selection { from, to }),
            packet,
            lesson: Some(lesson),
            ..Self::start(scenario)
        }
    }
}

/// A scenario to show, and the view on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The link it was opened from; `None` for a scenario larger than any link.
    pub route: Option<Route>,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The scenario that it is to be compared with, which becomes a step of its own before it.
    pub before: Option<Arc<Scenario>>,
    /// The cell; the first pair if absent.
    pub selection: Option<Selection>,
    /// The log, if the link includes it.
    pub log: Option<Rc<History>>,
    /// The packets.
    pub packet: PacketChoice,
    /// The checks to show.
    pub direction: CheckedDirections,
    /// How the ends of a large scenario are put into lines.
    pub lines: LinesShown,
    /// The address of the outside end that is asked about.
    pub address: Option<IpAddr>,
    /// The call in the request pane; if absent, the first policy change.
    pub call: Option<Call>,
    /// The dialog or drawer tab to open.
    pub pane: Option<Pane>,
    /// The origins of its rules, if it was imported.
    pub origins: Option<Rc<Origins>>,
    /// The plan whose sides it and the scenario before it are.
    pub plan: Option<Rc<Plan>>,
    /// The answers to the scenario, if they were prepared before it was opened.
    pub prepared: Option<Prepared>,
    /// The lesson that it belongs to.
    pub lesson: Option<Arc<Lesson>>,
    /// The stage of the lesson, by its number in links.
    pub lesson_step: Option<u16>,
    /// Whether its author looks at the lesson as a learner, whose record it does not enter.
    pub preview: bool,
    /// The quiz, if the link is to one.
    pub quiz: Option<Arc<Quiz>>,
    /// The series that the quiz belongs to, if its questions are fixed.
    pub series: Option<Rc<Vec<u64>>>,
    /// The place in a course, if the link is to one.
    pub course: Option<CoursePlace>,
    /// The result code that a table begins with, which may be empty.
    pub results: Option<String>,
    /// Where a log was omitted because it could not be replayed.
    pub lost_log: Option<LostLog>,
    /// Why the first scenario is shown instead of a bad link.
    pub bad: Option<BadLink>,
}

impl Opening {
    /// Opens a fragment. A bad one opens the first scenario and says what is wrong with the link.
    pub fn of(fragment: &str) -> Self {
        let opened = Route::parse(fragment).map_err(BadLink::from).and_then(Self::by);
        opened.unwrap_or_else(Self::instead_of)
    }

    /// Opens a route.
    ///
    /// # Errors
    /// [`BadLink`] if the target does not exist or cannot be read.
    pub fn by(route: Route) -> Result<Self, BadLink> {
        match &route {
            Route::Start => Ok(Self::on(route, first_scenario())),
            Route::New => Ok(Self::on(route, empty_scenario())),
            Route::Example { id, pane } => {
                let example = Example::find(id).ok_or_else(|| BadLink::NoExample(id.clone()))?;
                let pane = pane.unwrap_or(example.pane);
                let opening = Self::of_example(route, example).map_err(LinkError::Contents)?;
                Ok(Self { pane: Some(pane), ..opening })
            }
            Route::Lesson { id, .. } => {
                let lesson = Lesson::find(id).ok_or_else(|| BadLink::NoLesson(id.clone()))?;
                Ok(Self::of_lesson(Some(route), Arc::clone(lesson)))
            }
            Route::Quiz { seed } => {
                let seed = *seed;
                Self::of_quiz(route, seed).ok_or(BadLink::NoQuiz(seed))
            }
            Route::Exercise { seed } => {
                let seed = *seed;
                Self::of_exercise(route, seed).ok_or(BadLink::NoExercise(seed))
            }
            Route::Series { seeds } => {
                let missing = seeds.iter().copied().find(|seed| *seed >= Quiz::COUNT);
                let first = seeds.first().copied().unwrap_or_default();
                let opening = Self::in_series(route.clone(), Rc::new(seeds.clone()), first);
                opening
                    .filter(|_| missing.is_none())
                    .ok_or(BadLink::NoQuiz(missing.unwrap_or(first)))
            }
            Route::Course { text, part } => {
                let course = Course::read(&unpacked_course(text)?).map_err(LinkError::Contents)?;
                let open = part.map_or(0, |part| usize::from(part.saturating_sub(1)));
                let place = CoursePlace { course: Arc::new(course), part: open };
                let opening = Self::at_place(route.clone(), place);
                Ok(Self { route: Some(route), ..opening })
            }
            Route::Result { text } => {
                let results = Some(text.clone());
                Ok(Self { results, ..Self::on(route, first_scenario()) })
            }
            Route::OwnLesson { text } => {
                let lesson = Lesson::read(&unpacked_lesson(text)?).map_err(LinkError::Contents)?;
                if !Limits::LINK.hold(&lesson.scenario) {
                    return Err(LinkError::TooLarge.into());
                }
                Ok(Self::of_lesson(Some(route), Arc::new(lesson)))
            }
            Route::Scenario { text } => {
                let Link { scenario, view, log } = Link::read(text)?;
                let sent = log.is_some();
                let log = log.and_then(|log| History::replayed(&log, &scenario, &Limits::LINK));
                let lost_log = (sent && log.is_none()).then_some(LostLog::Sent);
                let log = log.map(Rc::new);
                let opening = Self { log, lost_log, ..Self::on(route, scenario) };
                Ok(opening.looking_at(&view))
            }
        }
    }

    /// The same scenario with this view.
    #[must_use]
    pub(crate) fn looking_at(self, view: &LinkView) -> Self {
        let cell = view.cell.clone();
        // A lesson unknown to this version is ignored: the scenario matters more.
        let lesson = view.lesson.as_ref().and_then(|lesson| Lesson::find(&lesson.id));
        Self {
            selection: cell.map(|(from, to)| Selection { from: end(from), to: end(to) }),
            packet: view.packet.map_or(PacketChoice::All, choice),
            direction: view.side.map_or(CheckedDirections::Both, sides),
            lines: lines_shown(&view.lines),
            address: view.address,
            // A link to the matrix names no pane.
            pane: Some(view.pane.unwrap_or(Pane::Matrix)),
            lesson: lesson.cloned(),
            lesson_step: view.lesson.as_ref().and_then(|lesson| lesson.step),
            ..self
        }
    }

    /// Whether it is a lesson, a quiz, a course or results: a visit, from which one returns to where
    /// one was.
    pub(crate) const fn is_visit(&self) -> bool {
        let page = self.course.is_some() || self.results.is_some();
        page || self.lesson.is_some() || self.quiz.is_some()
    }

    /// The log that the page starts with.
    pub(crate) fn history(&self) -> History {
        let log = self.log.as_deref().cloned();
        log.unwrap_or_else(|| History::new(Arc::clone(&self.scenario)))
    }

    /// A scenario without a link.
    pub(crate) const fn start(scenario: Arc<Scenario>) -> Self {
        Self {
            route: Some(Route::Start),
            scenario,
            before: None,
            log: None,
            selection: None,
            packet: PacketChoice::All,
            direction: CheckedDirections::Both,
            lines: LinesShown::USUAL,
            address: None,
            call: None,
            pane: None,
            origins: None,
            plan: None,
            prepared: None,
            lesson: None,
            lesson_step: None,
            preview: false,
            quiz: None,
            series: None,
            course: None,
            results: None,
            lost_log: None,
            bad: None,
        }
    }

    fn on(route: Route, scenario: Scenario) -> Self {
        Self { route: Some(route), ..Self::start(Arc::new(scenario)) }
    }

    /// The view for this opening; language, colours and sizes are kept.
    pub fn view(&self, before: &View) -> View {
        let mut view = View {
            selection: self.selection.clone(),
            packet: self.packet,
            direction: self.direction,
            lines: Rc::new(self.lines.clone()),
            chosen_lines: None,
            address: self.address,
            group: None,
            rule: None,
            drawer: None,
            shortcuts: false,
            building: before.building.filter(|_| !self.is_visit()),
            ..before.clone()
        };
        if let Some(pane) = self.pane {
            view.open(pane);
        }
        view
    }
}

/// A scenario with a single empty VPC, the minimum for creating a group.
#[expect(clippy::expect_used, reason = "built from constants, which a test covers")]
pub fn empty_scenario() -> Scenario {
    let build = || -> Result<Scenario, Box<dyn std::error::Error>> {
        let mut parts = ScenarioDraft::empty(RegionId::parse("cn-hangzhou")?);
        let id = VpcId::parse("vpc-bp1main")?;
        let blocks = vec!["10.0.0.0/16".parse()?];
        let main = Vpc { id: id.clone(), name: "main".to_owned(), blocks, snat: Some(false) };
        parts.vpcs.insert(id, Arc::new(main));
        Ok(Scenario::new(parts)?)
    };
    build().expect("the constants fit together")
}
