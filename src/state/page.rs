//! The page state.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::autosave::Autosave;
use crate::state::console::{ConsoleAnswer, ConsoleEntry, READ_LINES, ReadLine};
use crate::state::draft::HeldDraft;
use crate::state::location::Location;
use crate::state::opening::Opening;
use crate::state::performing::performed;
use crate::state::quiz::Quizzing;
use crate::state::request::Request;
use crate::state::selection::Selection;
use crate::state::training::Training;
use crate::state::view::View;
use sg_core::connectivity::End;
use sg_core::emulator::{Call, Env};
use sg_core::history::{Edit, History, Outcome};
use sg_core::model::Scenario;
use sg_core::request::parse::ParseError;

pub(crate) mod links;

/// The page state. Everything on display is derived from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The log, including the current scenario.
    pub history: Rc<History>,
    /// The view.
    pub view: View,
    /// The API call in the request pane.
    pub request: Request,
    /// The lines entered into the console, oldest first. They are never stored or shared.
    pub console: Rc<Vec<ConsoleEntry>>,
    /// The edit being previewed, which is not applied.
    pub preview: Option<Edit>,
    /// The location: the link of the page, and the open dialog.
    pub location: Location,
    /// The author's lesson draft.
    pub draft: HeldDraft,
    /// The autosave state.
    pub autosave: Autosave,
    /// The answered quizzes, and the answer to the open one.
    pub quiz: Quizzing,
    /// The learner.
    pub training: Rc<Training>,
    /// The page before the open lesson, quiz or course, to which leaving it returns.
    pub came_from: Option<Rc<Self>>,
}

impl State {
    /// The page for a scenario, with the opening question prepared: the first pair is selected and
    /// the request pane holds the call that toggles the first group's policy.
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
            draft: HeldDraft::default(),
            autosave: Autosave::default(),
            quiz: Quizzing::default(),
            training: Rc::default(),
            came_from: None,
        }
        .at(history)
    }

    /// The current scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.history.scenario()
    }

    /// The call in the request pane: the previewed one, otherwise the last one sent or edited.
    pub fn shown_call(&self) -> Call {
        match &self.preview {
            Some(Edit::Call(call)) => call.clone(),
            Some(Edit::Topology(_)) | None => self.request.call(),
        }
    }

    /// The outcome of the displayed call if it was sent unchanged.
    pub fn sent_outcome(&self) -> Option<&Outcome> {
        let pointing = matches!(self.preview, Some(Edit::Call(_)));
        let step = self.request.sent.as_ref().filter(|_| !pointing)?;
        Some(&step.outcome)
    }

    /// The state at another position of the log, with all references into the scenario updated.
    pub(crate) fn at(&self, history: History) -> Self {
        let scenario = history.scenario();
        let kept = self.view.selection.clone().filter(|selection| selection.exists_in(scenario));
        let selection = kept.or_else(|| first_pair(scenario));
        let group = self.view.group.clone().filter(|group| scenario.group(group).is_some());
        let group = group.or_else(|| scenario.groups().next().map(|group| group.id.clone()));
        let view = View {
            selection,
            compared_with: None,
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
            draft: self.draft.clone(),
            autosave: self.autosave.clone(),
            quiz: self.quiz.clone(),
            training: Rc::clone(&self.training),
            came_from: self.came_from.clone(),
        }
    }

    /// The state after the call in the request pane.
    pub(crate) fn sent(&self, env: Env) -> Self {
        self.at(performed(&self.history, Edit::Call(self.request.call()), env))
    }

    /// The state after a console line, whose calls are sent like any other, one after another.
    pub(crate) fn typed(&self, line: &str, env: Env) -> Self {
        let Some(read_lines) = READ_LINES.get() else { return self.clone() };
        let mut next = self.clone();
        for (number, (line, read)) in (0_u64..).zip(read_lines(line)) {
            // Two calls that create something must not make the same id.
            let entropy = env.entropy.wrapping_add(number);
            next = next.typed_one(line, read, Env { entropy, ..env });
        }
        next
    }

    fn typed_one(&self, line: String, read: Result<ReadLine, ParseError>, env: Env) -> Self {
        let (next, answer) = match read {
            Err(error) => (self.clone(), ConsoleAnswer::Unread(error)),
            Ok(read) => {
                let next = self.at(performed(&self.history, Edit::Call(read.call.clone()), env));
                let Some(step) = next.history.last_step().map(Arc::clone) else { return next };
                (next, read.called(step))
            }
        };
        let mut console = next.console.to_vec();
        console.push(ConsoleEntry { line, answer });
        Self { console: Rc::new(console), ..next }
    }

    /// The scenario to compare the displayed one with.
    pub fn scenario_before(&self) -> &Arc<Scenario> {
        match self.view.compared_with {
            Some(position) => self.history.scenario_at(position),
            None => self.history.scenario_before(),
        }
    }

    /// The state that compares two steps of the log and shows the second.
    pub(crate) fn comparing(&self, steps: Option<(usize, usize)>) -> Self {
        let Some((before, after)) = steps else {
            return self.viewing(|view| {
                view.compared_with = None;
                view.lines = view.lines.of_another();
            });
        };
        let before = before.min(self.history.steps().len());
        self.at(self.history.at(after)).viewing(|view| view.compared_with = Some(before))
    }

    /// The state at another position of the log; unchanged if there is no such position.
    pub(crate) fn at_some(&self, history: Option<History>) -> Self {
        history.map_or_else(|| self.clone(), |history| self.at(history))
    }

    pub(crate) fn viewing(&self, change: impl FnOnce(&mut View)) -> Self {
        let mut view = self.view.clone();
        change(&mut view);
        Self { view, ..self.clone() }
    }
}

/// The first two ends of the scenario, which its question is about: two interfaces or, if there is
/// only one, an outside address and it.
pub(crate) fn first_pair(scenario: &Scenario) -> Option<Selection> {
    let mut ends = scenario.interfaces().map(|interface| End::Interface(interface.id.clone()));
    let first = ends.next()?;
    if let Some(to) = ends.next() {
        return Some(Selection { from: first, to });
    }
    let outside = scenario.outside().first()?;
    Some(Selection { from: End::Outside(outside.name.clone()), to: first })
}
