//! Everything the page remembers.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::autosave::Autosave;
use crate::state::console::{ConsoleAnswer, ConsoleEntry, ReadLine};
use crate::state::location::Location;
use crate::state::opening::Opening;
use crate::state::quiz::Quizzing;
use crate::state::request::Request;
use crate::state::selection::Selection;
use crate::state::view::View;
use sg_core::connectivity::End;
use sg_core::emulator::{Call, Env};
use sg_core::history::{Edit, History, Outcome};
use sg_core::lesson::Draft;
use sg_core::model::Scenario;

pub(crate) mod links;

/// What the page remembers. Everything it shows is computed from this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The scenario and how it came to be.
    pub history: Rc<History>,
    /// What the page looks at.
    pub view: View,
    /// The API call in the request pane.
    pub request: Request,
    /// What was typed into the console, oldest first. It goes no further than this page.
    pub console: Rc<Vec<ConsoleEntry>>,
    /// An edit that the pointer or the focus only points at: its effect is shown, never done.
    pub preview: Option<Edit>,
    /// Where the page is: the link it stands for, and what lies over the work.
    pub location: Location,
    /// The lesson an author is making.
    pub draft: Rc<Draft>,
    /// What of it is kept for the next visit.
    pub autosave: Autosave,
    /// The quizzes answered, and the answer to the one that is open.
    pub quiz: Quizzing,
}

impl State {
    /// The page on a scenario, with the first question already asked: the first pair is chosen and
    /// the request pane holds the call that flips the first group's switch.
    pub fn new(scenario: Arc<Scenario>, view: View) -> Self {
        let request = Request::first(&scenario);
        let history = History::new(Arc::clone(&scenario));
        Self {
            history: Rc::new(history.clone()),
            view,
            request,
            preview: None,
            console: Rc::default(),
            location: Location::at(Rc::new(Opening::start(scenario))),
            draft: Rc::default(),
            autosave: Autosave::default(),
            quiz: Quizzing::default(),
        }
        .at(history)
    }

    /// The scenario the page shows.
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.history.scenario()
    }

    /// The call the request pane shows: the one pointed at, else the one sent last or edited.
    pub fn shown_call(&self) -> Call {
        match &self.preview {
            Some(Edit::Call(call)) => call.clone(),
            Some(Edit::Topology(_)) | None => self.request.call(),
        }
    }

    /// What came of the shown call, where it was sent as it stands.
    pub fn sent_outcome(&self) -> Option<&Outcome> {
        let pointing = matches!(self.preview, Some(Edit::Call(_)));
        let step = self.request.sent.as_ref().filter(|_| !pointing)?;
        Some(&step.outcome)
    }

    /// The state at another place of the log, with everything that names a part of the scenario
    /// brought in line with it.
    pub(crate) fn at(&self, history: History) -> Self {
        let scenario = history.scenario();
        let kept = self.view.selection.clone().filter(|selection| selection.exists_in(scenario));
        let selection = kept.or_else(|| first_pair(scenario));
        let group = self.view.group.clone().filter(|group| scenario.group(group).is_some());
        let group = group.or_else(|| scenario.groups().next().map(|group| group.id.clone()));
        let view = View {
            selection,
            address: None,
            group,
            rule: None,
            locked_notice: None,
            ..self.view.clone()
        };
        let request = self.request.after(&history);
        Self {
            history: Rc::new(history),
            view,
            request,
            preview: None,
            console: Rc::clone(&self.console),
            location: self.location.clone(),
            draft: Rc::clone(&self.draft),
            autosave: self.autosave.clone(),
            quiz: self.quiz.clone(),
        }
    }

    /// The state after a line of the console: its call is sent like any other.
    pub(crate) fn typed(&self, line: String, env: Env) -> Self {
        let (next, answer) = match ReadLine::read(&line) {
            Err(error) => (self.clone(), ConsoleAnswer::Unread(error)),
            Ok(read) => {
                let next = self.at(self.history.with(Edit::Call(read.call.clone()), env));
                let Some(step) = next.history.last_step().map(Arc::clone) else { return next };
                (next, read.called(step))
            }
        };
        let mut console = next.console.to_vec();
        console.push(ConsoleEntry { line, answer });
        Self { console: Rc::new(console), ..next }
    }

    /// The state at another place of the log, or as it is where there is none.
    pub(crate) fn at_some(&self, history: Option<History>) -> Self {
        history.map_or_else(|| self.clone(), |history| self.at(history))
    }

    pub(crate) fn viewing(&self, change: impl FnOnce(&mut View)) -> Self {
        let mut view = self.view.clone();
        change(&mut view);
        Self { view, ..self.clone() }
    }
}

/// The first two ends of the scenario, which its question is about.
fn first_pair(scenario: &Scenario) -> Option<Selection> {
    let mut ends = scenario.interfaces().map(|interface| End::Interface(interface.id.clone()));
    Some(Selection { from: ends.next()?, to: ends.next()? })
}
