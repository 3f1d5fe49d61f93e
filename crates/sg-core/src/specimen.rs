//! The error laboratory: for each documented error a call that meets it, in the scene at hand
//! where that is possible, else after an edit that makes it possible.
//!
//! Nothing here is taken on trust: a specimen is shown only when the emulator, asked with the log
//! as it stands, ends in exactly its row.

use std::sync::Arc;

use crate::emulator::{
    Action, Call, Env, ErrorRow, Reach, common_rows, error_rows, supplementary_rows,
};
use crate::history::{Edit, History, WorldEdit};
use crate::language::Text;
use crate::model::Scenario;

mod fixture;
mod front;
mod ground;
mod predict;
mod recipe;
pub mod text;

use fixture::Fixture;
pub use front::{ELSEWHERE, RequestSpecimen, request_specimens};
use ground::Ground;
pub use predict::{Possible, Prediction, predict};
use recipe::Recipe;

/// A call that ends in one documented error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Specimen {
    /// The error.
    pub row: &'static ErrorRow,
    /// What must be done first, in this order; empty when the scene at hand will do. Each is an
    /// edit of the log, so undoing brings the scene back.
    pub prepare: Vec<Edit>,
    /// What the edits before it do, as sentences; as many as it takes to say it.
    pub preparation: Vec<Text>,
    /// The call.
    pub call: Call,
}

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// In the operation's own newest table.
    Own,
    /// In the table of its sibling, borrowed where its own is old.
    Borrowed,
    /// Among the errors of the service as a whole.
    Common,
}

/// A documented error and how to meet it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The error, with its cause and cure.
    pub row: &'static ErrorRow,
    /// Where it stands.
    pub table: Table,
    /// A call that meets it, or why none can.
    pub specimen: Result<Specimen, Text>,
}

/// Every documented error of an operation in the published order, each with a call that ends in it
/// after the steps of this log, or with the reason why none can. Of the errors of the service as a
/// whole those are listed that the operation can end in.
///
/// Preparations are made only where the scene at hand will not do. The largest (a full group) take
/// a second to make in a browser; [`specimen`] makes one alone.
pub fn specimens(action: Action, history: &History, env: &Env) -> Vec<Entry> {
    let mut bench = Bench::new(action, history, env);
    rows(action).filter_map(|(row, table)| bench.entry(row, table)).collect()
}

/// Of the errors of the service as a whole, those that the operation can end in, each with a call.
/// Nothing that takes time is prepared for them.
pub fn common_specimens(action: Action, history: &History, env: &Env) -> Vec<Entry> {
    let mut bench = Bench::new(action, history, env);
    let common = rows(action).filter(|(_, table)| *table == Table::Common);
    common.filter_map(|(row, table)| bench.entry(row, table)).collect()
}

/// A call that ends in this row of the operation after the steps of this log.
///
/// # Errors
/// The reason why no call can, as a sentence.
pub fn specimen(
    action: Action,
    row: &'static ErrorRow,
    history: &History,
    env: &Env,
) -> Result<Specimen, Text> {
    Bench::new(action, history, env).specimen(row, HEAVY)
}

/// The rows an operation can end in: its own, borrowed ones, and those of the whole service.
pub fn rows(action: Action) -> impl Iterator<Item = (&'static ErrorRow, Table)> {
    let own = error_rows(action).iter().map(|row| (row, Table::Own));
    let borrowed = supplementary_rows(action).iter().map(|row| (row, Table::Borrowed));
    let is_own = move |row: &ErrorRow| {
        error_rows(action).iter().chain(supplementary_rows(action)).any(|own| same(own, row))
    };
    let common = common_rows().iter().filter(move |row| !is_own(row));
    own.chain(borrowed).chain(common.map(|row| (row, Table::Common)))
}

/// Whether two rows are the same error: one row may stand in several tables.
fn same(a: &ErrorRow, b: &ErrorRow) -> bool {
    (a.status, a.code, a.message) == (b.status, b.code, b.message)
}

/// What a specimen takes: nothing, an edit that is made at once, or one that takes time.
const HERE: u8 = 0;
const LIGHT: u8 = 1;
const HEAVY: u8 = 2;

/// What is tried, and what came of it so far.
struct Bench<'a> {
    action: Action,
    history: &'a History,
    env: &'a Env,
    tries: Vec<Try>,
    laboratories: Vec<(&'static [Fixture], Option<Laboratory>)>,
}

/// A recipe with what it gave in the scene at hand and after its preparation; none where it was
/// not tried yet.
struct Try {
    recipe: Recipe,
    here: Option<Option<Specimen>>,
    prepared: Option<Option<Specimen>>,
}

/// A scene with what a recipe needs, and what was done for it.
type Laboratory = (Arc<Scenario>, Vec<Text>);

impl<'a> Bench<'a> {
    fn new(action: Action, history: &'a History, env: &'a Env) -> Self {
        let untried = |recipe| Try { recipe, here: None, prepared: None };
        let tries = recipe::recipes(action).map(untried).collect();
        Self { action, history, env, tries, laboratories: Vec::new() }
    }

    /// A row with its specimen; none for an error of the whole service that has none here.
    fn entry(&mut self, row: &'static ErrorRow, table: Table) -> Option<Entry> {
        // Rows of the whole service need nothing that takes time, so it is not tried for them.
        let most = if table == Table::Common { LIGHT } else { HEAVY };
        let specimen = self.specimen(row, most);
        let shown = table != Table::Common || specimen.is_ok();
        shown.then_some(Entry { row, table, specimen })
    }

    fn specimen(&mut self, row: &'static ErrorRow, most: u8) -> Result<Specimen, Text> {
        if let Reach::Never(why) = row.reach {
            return Err(why);
        }
        // The scene at hand first; then what is added at once, then what takes time.
        for weight in HERE..=most {
            for index in 0..self.tries.len() {
                let found = self.found(index, weight);
                if let Some(found) = found.filter(|found| same(found.row, row)) {
                    return Ok(Specimen { row, ..found });
                }
            }
        }
        Err(text::NO_RECIPE)
    }

    /// What a recipe gives in the scene at hand, or after a preparation of this weight.
    fn found(&mut self, index: usize, weight: u8) -> Option<Specimen> {
        let recipe = self.tries.get(index)?.recipe;
        if weight > HERE && recipe.weight() != weight {
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
            HERE => self.brew(&recipe, None),
            _ => self.laboratory(recipe.fixtures).and_then(|made| self.brew(&recipe, Some(made))),
        };
        let own = self.tries.get_mut(index)?;
        match weight {
            HERE => own.here = Some(found.clone()),
            _ => own.prepared = Some(found.clone()),
        }
        found
    }

    /// Follows a recipe in a laboratory, or in the scene at hand. None when something is missing
    /// or the call is not refused.
    fn brew(&self, recipe: &Recipe, laboratory: Option<Laboratory>) -> Option<Specimen> {
        let prepared = laboratory.is_some();
        let (mut prepare, mut preparation) = (Vec::new(), Vec::new());
        let mut history = self.history.clone();
        if let Some((scenario, words)) = laboratory {
            let edit = Edit::World(WorldEdit::StartOver { scenario });
            history = history.with(edit.clone(), *self.env);
            (prepare, preparation) = (vec![edit], words);
        }
        // As long as the log grows, no other specimen has used this token.
        let token = format!("laboratory-{}", self.history.steps().len());
        if let Some(first) = recipe.first {
            let ground = Ground::new(history.scenario(), prepared, self.action, &token);
            let first = Edit::Call(recipe::call(first, self.action, &ground)?);
            history = history.with(first.clone(), *self.env);
            prepare.push(first);
            preparation.push(text::FIRST_CALL);
        }
        let ground = Ground::new(history.scenario(), prepared, self.action, &token);
        let call = recipe::call(recipe.call, self.action, &ground)?;
        let error = history.answer(&call, self.env).err()?;
        Some(Specimen { row: error.row(), prepare, preparation, call })
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

/// The scene with what a recipe needs. Where the scene has no room for it, a scene of its own.
fn laboratory(scenario: &Scenario, fixtures: &[Fixture]) -> Option<Laboratory> {
    let words = fixtures.iter().map(|fixture| fixture.text());
    if let Some(built) = fixture::add(scenario, fixtures) {
        return Some((Arc::new(built), words.collect()));
    }
    let built = fixture::add(&fixture::empty(scenario.region())?, fixtures)?;
    let words = std::iter::once(text::SCENE_OF_ITS_OWN).chain(words);
    Some((Arc::new(built), words.collect()))
}
