//! The log as text, one line per step, for links and saved scenarios. Steps are replayed when read.

use std::ops::Range;
use std::sync::Arc;

use super::{Edit, History, Step};
use crate::emulator::{Action, Call, Env};
use crate::model::{Scenario, Timestamp};
use crate::share::{Limits, Log, fields, line};

mod field;
mod topology;

/// The first word of a call; every topology edit has a different first word.
const CALL: &str = "call";

impl Step {
    /// The step as one line: the edit, the time and the entropy. The result is not written, because
    /// replaying the step reproduces it.
    fn record(&self) -> String {
        let (word, rest) = match &self.edit {
            Edit::Call(call) => (CALL, call_fields(call)),
            Edit::Topology(edit) => topology::written(edit),
        };
        let now = self.env.now.unix_seconds().to_string();
        let entropy = format!("{:x}", self.env.entropy);
        let all = [word, &now, &entropy].into_iter().chain(rest.iter().map(String::as_str));
        line(&all.collect::<Vec<_>>())
    }
}

fn call_fields(call: &Call) -> Vec<String> {
    let pairs = call.params.iter().flat_map(|(name, value)| [name.to_owned(), value.to_owned()]);
    std::iter::once(call.action.as_str().to_owned()).chain(pairs).collect()
}

/// Parses a line; `None` for a step this version does not know.
fn read(text: &str) -> Option<(Edit, Env)> {
    let mut all = fields(text).into_iter();
    let (word, now, entropy) = (all.next()?, all.next()?, all.next()?);
    let now = Timestamp::from_unix_seconds(now.parse().ok()?);
    let env = Env { now, entropy: u64::from_str_radix(&entropy, 16).ok()? };
    let rest: Vec<String> = all.collect();
    let edit = match word.as_str() {
        CALL => Edit::Call(read_call(&rest)?),
        word => Edit::Topology(topology::read(word, &rest)?),
    };
    Some((edit, env))
}

fn read_call(rest: &[String]) -> Option<Call> {
    let (action, params) = rest.split_first()?;
    // An empty last value has been trimmed from the line.
    let pair =
        |pair: &[String]| Some((pair.first()?.clone(), pair.get(1).cloned().unwrap_or_default()));
    let pairs: Vec<(String, String)> = params.chunks(2).filter_map(pair).collect();
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    Some(Call::new(Action::parse(action)?, pairs))
}

impl History {
    /// The log for a link: at most the newest [`Log::MOST_STEPS`] steps since the last `StartOver`.
    /// `None` if there are no steps or the current position is not among them. Steps beyond a scenario
    /// that is larger than any link are left out, because replaying would stop there.
    pub fn recent(&self) -> Option<Log> {
        let Range { start, end } = self.since_begun();
        let large = |place: &usize| !Limits::LINK.hold(self.scenario_at(*place));
        let before = (start..=self.position).rev().find(large);
        let after = (self.position..=end).find(large);
        let first = before.map_or(start, |place| place + 1);
        self.part(first, after.map_or(end, |place| place.saturating_sub(1)))
    }

    /// The number of steps since the last `StartOver`, and how many of them are applied, without
    /// the limit of [`recent`](Self::recent).
    pub fn recent_steps(&self) -> (usize, usize) {
        let Range { start, end } = self.since_begun();
        (end - start, self.position - start)
    }

    /// The steps between the last `StartOver` before the current position and the next one after
    /// it.
    fn since_begun(&self) -> Range<usize> {
        let begins = |step: &Arc<Step>| step.opens();
        let (done, undone) = self.steps.split_at_checked(self.position).unwrap_or_default();
        let first = done.iter().rposition(begins).map_or(0, |index| index + 1);
        let after = undone.iter().position(begins).unwrap_or(undone.len());
        first..self.position + after
    }

    /// The scenario that was opened last, without the edits since then.
    pub fn opened(&self) -> &Arc<Scenario> {
        self.scenario_at(self.since_begun().start)
    }

    /// The applied steps since the scenario was opened, oldest first.
    pub fn steps_since_opened(&self) -> &[Arc<Step>] {
        self.steps.get(self.since_begun().start..self.position).unwrap_or_default()
    }

    /// The whole log, or its newest [`Log::MOST_STEPS`] steps; `None` if there are no steps or the
    /// current position is not among them.
    pub fn whole(&self) -> Option<Log> {
        self.part(0, self.steps.len())
    }

    fn part(&self, first: usize, end: usize) -> Option<Log> {
        let first = first.max(end.saturating_sub(Log::MOST_STEPS));
        let position = self.position.checked_sub(first)?;
        let steps = self.steps.get(first..end).filter(|steps| !steps.is_empty())?;
        let steps = steps.iter().map(|step| step.record()).collect();
        Some(Log { start: self.scenario_at(first).as_ref().clone(), steps, position })
    }

    /// Replays the steps of a log. `None` if they do not lead to `scenario`: a step is unknown, or
    /// a call is answered differently today. Work is bounded by the number of steps and by `limits`,
    /// which every intermediate scenario must satisfy.
    pub fn replayed(log: &Log, scenario: &Scenario, limits: &Limits) -> Option<Self> {
        let mut history = Self::new(Arc::new(log.start.clone()));
        for line in &log.steps {
            let (edit, env) = read(line)?;
            history = history.with(edit, env);
            if !limits.hold(history.scenario()) {
                return None;
            }
        }
        let history = history.at(log.position);
        (**history.scenario() == *scenario).then_some(history)
    }
}
