//! Error examples: for each documented error a call that triggers it, in the current scenario if
//! possible, otherwise after edits that make it possible.
//!
//! Every example is verified: it is only offered if the emulator, given the current log, returns
//! exactly this error.

use std::sync::Arc;

use crate::emulator::{
    Action, Call, CallTemplate, Env, ErrorRow, Fixture, Reach, common_rows, error_rows,
    supplementary_rows,
};
use crate::history::{Edit, History, TopologyEdit};
use crate::language::Text;
use crate::model::Scenario;

mod context;
mod fixture;
mod front;
mod predict;
mod template;
pub mod text;

use context::TemplateContext;
pub use front::{ELSEWHERE, RequestErrorExample, request_error_examples};
pub use predict::{Possible, Prediction, predict};
use template::{HEAVY, LIGHT};

/// A call that ends in one documented error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorExample {
    /// The error.
    pub row: &'static ErrorRow,
    /// The edits that must be made first, in this order; empty if the current scenario is
    /// sufficient. They are ordinary log entries, so undo restores the scenario.
    pub prepare: Vec<Edit>,
    /// What the preparatory edits do, as sentences.
    pub preparation: Vec<Text>,
    /// The call.
    pub call: Call,
}

/// The origin of an error row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// The operation's own newest table.
    Own,
    /// The table of a similar operation, used because the operation's own table is outdated.
    Borrowed,
    /// The common errors of the service.
    Common,
}

/// A documented error and how to meet it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The error, with its cause and remedy.
    pub row: &'static ErrorRow,
    /// Its origin.
    pub table: Table,
    /// A call that triggers it, or why there is none.
    pub error_example: Result<ErrorExample, Text>,
}

/// Every documented error of an operation in published order, each with a call that triggers it
/// after the steps of this log, or with the reason why there is none. Includes the common errors
/// that the operation can return.
///
/// Preparatory edits are only made if the current scenario is not sufficient. The largest ones (a
/// full group) take a second in a browser; [`error_example`] computes a single example.
pub fn error_examples(action: Action, history: &History, env: &Env) -> Vec<Entry> {
    let mut bench = Bench::new(action, history, env);
    rows(action).filter_map(|(row, table)| bench.entry(row, table)).collect()
}

/// The common errors that the operation can return, each with a call. Skips preparations that take
/// long.
pub fn common_error_examples(action: Action, history: &History, env: &Env) -> Vec<Entry> {
    let mut bench = Bench::new(action, history, env);
    let common = rows(action).filter(|(_, table)| *table == Table::Common);
    common.filter_map(|(row, table)| bench.entry(row, table)).collect()
}

/// A call that ends in this error of the operation after the steps of this log.
///
/// # Errors
/// The reason why no call does, as a sentence.
pub fn error_example(
    action: Action,
    row: &'static ErrorRow,
    history: &History,
    env: &Env,
) -> Result<ErrorExample, Text> {
    Bench::new(action, history, env).error_example(row, HEAVY)
}

/// The errors that an operation can return: its own, borrowed ones, and the common ones.
pub fn rows(action: Action) -> impl Iterator<Item = (&'static ErrorRow, Table)> {
    let own = error_rows(action).iter().map(|row| (row, Table::Own));
    let borrowed = supplementary_rows(action).iter().map(|row| (row, Table::Borrowed));
    let is_own = move |row: &ErrorRow| {
        error_rows(action).iter().chain(supplementary_rows(action)).any(|own| same(own, row))
    };
    let common = common_rows().iter().filter(move |row| !is_own(row));
    own.chain(borrowed).chain(common.map(|row| (row, Table::Common)))
}

/// Whether two rows are the same error: an error may be listed in several tables.
fn same(a: &ErrorRow, b: &ErrorRow) -> bool {
    (a.status, a.code, a.message) == (b.status, b.code, b.message)
}

/// The weight of an error example that needs no preparation: lighter than [`LIGHT`] and [`HEAVY`].
const HERE: u8 = 0;

/// The templates to try, and the results so far.
struct Bench<'a> {
    action: Action,
    history: &'a History,
    env: &'a Env,
    tries: Vec<Try>,
    laboratories: Vec<(&'static [Fixture], Option<Laboratory>)>,
}

/// A template with what it gave in the scenario at hand and after its preparation; none where it was
/// not tried yet.
struct Try {
    template: CallTemplate,
    here: Option<Option<ErrorExample>>,
    prepared: Option<Option<ErrorExample>>,
}

/// A scenario with what a template needs, and what was done for it.
type Laboratory = (Arc<Scenario>, Vec<Text>);

impl<'a> Bench<'a> {
    fn new(action: Action, history: &'a History, env: &'a Env) -> Self {
        let untried = |template| Try { template, here: None, prepared: None };
        let tries = template::templates(action).map(untried).collect();
        Self { action, history, env, tries, laboratories: Vec::new() }
    }

    /// A row with its example; `None` for a common error without one.
    fn entry(&mut self, row: &'static ErrorRow, table: Table) -> Option<Entry> {
        // Common errors need no slow preparation, so none is tried.
        let most = if table == Table::Common { LIGHT } else { HEAVY };
        let error_example = self.error_example(row, most);
        let shown = table != Table::Common || error_example.is_ok();
        shown.then_some(Entry { row, table, error_example })
    }

    fn error_example(&mut self, row: &'static ErrorRow, most: u8) -> Result<ErrorExample, Text> {
        if let Reach::Never(why) = row.reach {
            return Err(why);
        }
        // The current scenario first, then quick preparations, then slow ones.
        for weight in HERE..=most {
            for index in 0..self.tries.len() {
                let found = self.found(index, weight);
                if let Some(found) = found.filter(|found| same(found.row, row)) {
                    return Ok(ErrorExample { row, ..found });
                }
            }
        }
        Err(text::NO_TEMPLATE)
    }

    /// What a template gives in the scenario at hand, or after a preparation of this weight.
    fn found(&mut self, index: usize, weight: u8) -> Option<ErrorExample> {
        let template = self.tries.get(index)?.template;
        if weight > HERE && template::weight(&template) != weight {
            return None;
        }
        let known = self.tries.get(index).and_then(|own| match weight {
            HERE => own.here.clone(),
            _ => own.prepared.clone(),
        });
        if let Some(known) = known {
            return known;
        }
        let found = match weight {
            HERE => self.expand(&template, None),
            _ => self
                .laboratory(template.fixtures)
                .and_then(|made| self.expand(&template, Some(made))),
        };
        let own = self.tries.get_mut(index)?;
        match weight {
            HERE => own.here = Some(found.clone()),
            _ => own.prepared = Some(found.clone()),
        }
        found
    }

    /// Makes the calls of a template in a laboratory, or in the scenario at hand. None when something is missing
    /// or the call is not refused.
    fn expand(
        &self,
        template: &CallTemplate,
        laboratory: Option<Laboratory>,
    ) -> Option<ErrorExample> {
        let prepared = laboratory.is_some();
        let (mut prepare, mut preparation) = (Vec::new(), Vec::new());
        let mut history = self.history.clone();
        if let Some((scenario, words)) = laboratory {
            let edit = Edit::Topology(TopologyEdit::start_over(scenario));
            history = history.with(edit.clone(), *self.env);
            (prepare, preparation) = (vec![edit], words);
        }
        // The log only grows, so no other example has used this token.
        let token = format!("laboratory-{}", self.history.steps().len());
        if let Some(first) = template.first {
            let context = TemplateContext::new(history.scenario(), prepared, self.action, &token);
            let first = Edit::Call(template::call(first, self.action, &context)?);
            history = history.with(first.clone(), *self.env);
            prepare.push(first);
            preparation.push(text::FIRST_CALL);
        }
        let context = TemplateContext::new(history.scenario(), prepared, self.action, &token);
        let call = template::call(template.call, self.action, &context)?;
        let error = history.answer(&call, self.env).err()?;
        Some(ErrorExample { row: error.row(), prepare, preparation, call })
    }

    fn laboratory(&mut self, fixtures: &'static [Fixture]) -> Option<Laboratory> {
        let known = self.laboratories.iter().find(|(own, _)| *own == fixtures);
        if let Some((_, laboratory)) = known {
            return laboratory.clone();
        }
        let laboratory = laboratory(self.history.scenario(), fixtures);
        self.laboratories.push((fixtures, laboratory.clone()));
        laboratory
    }
}

/// The scenario with what a template needs. Where the scenario has no room for it, a scenario of its own.
fn laboratory(scenario: &Scenario, fixtures: &[Fixture]) -> Option<Laboratory> {
    let words = fixtures.iter().map(|fixture| fixture.text());
    if let Some(built) = fixture::add(scenario, fixtures) {
        return Some((Arc::new(built), words.collect()));
    }
    let built = fixture::add(&fixture::empty(scenario.region())?, fixtures)?;
    let words = std::iter::once(text::SCENARIO_OF_ITS_OWN).chain(words);
    Some((Arc::new(built), words.collect()))
}
