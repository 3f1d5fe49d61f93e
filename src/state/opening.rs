//! Opens a link: the scenario and view, or what is wrong with the link.

use std::rc::Rc;
use std::sync::Arc;

use thiserror::Error;

use crate::state::look::Theme;
use crate::state::origins::Origins;
use crate::state::selection::Selection;
use crate::state::sending::{choice, end, permalink, sides};
use crate::state::view::View;
use sg_core::connectivity::{CheckedDirections, PacketChoice};
use sg_core::emulator::Call;
use sg_core::history::History;
use sg_core::language::Language;
use sg_core::lesson::{Example, Lesson, first_scenario};
use sg_core::model::{RegionId, Scenario, ScenarioDraft, Vpc, VpcId};
use sg_core::quiz::Quiz;
use sg_core::share::{BadRoute, Limits, Link, LinkError, LinkView, Pane, Route, unpacked_lesson};

impl Opening {
    /// A lesson with its opening scenario, at the cell that its question is about.
    pub fn of_lesson(route: Route, lesson: Arc<Lesson>) -> Self {
        let question = &lesson.question;
        let (from, to) = (question.from.clone(), question.to.clone());
        let (packet, scenario) = (question.packet, Arc::clone(&lesson.scenario));
        Self {
            route,
            selection: Some(Selection { from, to }),
            packet,
            lesson: Some(lesson),
            ..Self::start(scenario)
        }
    }
}

/// A scenario to show, and the view on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The link it was opened from.
    pub route: Route,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The cell; the first pair if absent.
    pub selection: Option<Selection>,
    /// The log, if the link includes it.
    pub log: Option<Rc<History>>,
    /// The packets.
    pub packet: PacketChoice,
    /// The checks to show.
    pub direction: CheckedDirections,
    /// The call in the request pane; if absent, the first policy change.
    pub call: Option<Call>,
    /// The dialog or drawer tab to open.
    pub pane: Option<Pane>,
    /// The origins of its rules, if it was imported.
    pub origins: Option<Rc<Origins>>,
    /// The lesson that it belongs to.
    pub lesson: Option<Arc<Lesson>>,
    /// The stage of the lesson, by its number in links.
    pub lesson_step: Option<u16>,
    /// The quiz, if the link is to one.
    pub quiz: Option<Arc<Quiz>>,
    /// Where a log was omitted because it could not be replayed.
    pub lost_log: Option<LostLog>,
    /// Why the first scenario is shown instead of a bad link.
    pub bad: Option<BadLink>,
}

/// The source of a log that could not be replayed because a step is from another version, has a
/// different outcome today, or was tampered with. The scenario itself is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LostLog {
    /// The log of a link.
    Sent,
    /// The log of the scenario saved on an earlier visit.
    Saved,
}

/// What is wrong with a link.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadLink {
    /// It is not a link of this page.
    #[error(transparent)]
    Route(#[from] BadRoute),
    /// There is no such example.
    #[error("there is no example `{0}`")]
    NoExample(String),
    /// There is no such lesson.
    #[error("there is no lesson `{0}`")]
    NoLesson(String),
    /// There is no such quiz.
    #[error("there is no quiz {0}")]
    NoQuiz(u64),
    /// Its scenario cannot be read.
    #[error(transparent)]
    Scenario(#[from] LinkError),
}

impl Opening {
    /// Opens a fragment. A bad one opens the first scenario and says what is wrong with the link.
    pub fn of(fragment: &str) -> Self {
        Route::parse(fragment).map_err(BadLink::from).and_then(Self::by).unwrap_or_else(|bad| {
            Self { bad: Some(bad), ..Self::on(Route::Start, first_scenario()) }
        })
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
                let scenario = example
                    .scenario()
                    .map_err(|error| BadLink::Scenario(LinkError::Contents(error)))?;
                let ends = example.ends(&scenario);
                Ok(Self {
                    selection: ends.map(|(from, to)| Selection { from, to }),
                    packet: example.packet,
                    call: example.call(),
                    pane: Some(pane),
                    ..Self::on(route, scenario)
                })
            }
            Route::Lesson { id, .. } => {
                let lesson = Lesson::find(id).ok_or_else(|| BadLink::NoLesson(id.clone()))?;
                Ok(Self::of_lesson(route, Arc::clone(lesson)))
            }
            Route::Quiz { seed } => {
                let quiz = Quiz::of(*seed).ok_or(BadLink::NoQuiz(*seed))?;
                let (from, to) = quiz.ends();
                let scenario = Arc::clone(&quiz.scenario);
                Ok(Self {
                    route,
                    selection: Some(Selection { from, to }),
                    packet: PacketChoice::One(quiz.asked()),
                    quiz: Some(Arc::new(quiz)),
                    ..Self::start(scenario)
                })
            }
            Route::OwnLesson { text } => {
                let lesson = Lesson::read(&unpacked_lesson(text)?).map_err(LinkError::Contents)?;
                if !Limits::LINK.hold(&lesson.scenario) {
                    return Err(LinkError::TooLarge.into());
                }
                Ok(Self::of_lesson(route, Arc::new(lesson)))
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
            pane: view.pane,
            lesson: lesson.cloned(),
            lesson_step: view.lesson.as_ref().and_then(|lesson| lesson.step),
            ..self
        }
    }

    /// The log that the page starts with.
    pub(crate) fn history(&self) -> History {
        let log = self.log.as_deref().cloned();
        log.unwrap_or_else(|| History::new(Arc::clone(&self.scenario)))
    }

    /// A scenario without a link.
    pub(crate) const fn start(scenario: Arc<Scenario>) -> Self {
        Self {
            route: Route::Start,
            scenario,
            log: None,
            selection: None,
            packet: PacketChoice::All,
            direction: CheckedDirections::Both,
            call: None,
            pane: None,
            origins: None,
            lesson: None,
            lesson_step: None,
            quiz: None,
            lost_log: None,
            bad: None,
        }
    }

    fn on(route: Route, scenario: Scenario) -> Self {
        Self { route, ..Self::start(Arc::new(scenario)) }
    }

    /// The view for this opening; language, colours and sizes are kept.
    pub fn view(&self, before: &View) -> View {
        let mut view = View {
            selection: self.selection.clone(),
            packet: self.packet,
            question: self.route == Route::Start,
            direction: self.direction,
            group: None,
            rule: None,
            drawer: None,
            shortcuts: false,
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
        parts.vpcs.insert(id.clone(), Arc::new(Vpc { id, name: "main".to_owned(), blocks }));
        Ok(Scenario::new(parts)?)
    };
    build().expect("the constants fit together")
}

impl Opening {
    /// An imported scenario, with its link.
    pub fn imported(scenario: Arc<Scenario>, origins: Origins) -> Self {
        let view = View::new(Language::En, Theme::System);
        let route: Route = permalink(&scenario, &view, None, None);
        Self { route, origins: Some(Rc::new(origins)), ..Self::start(scenario) }
    }
}
