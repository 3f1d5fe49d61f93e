//! Predicts the result of a call without making it.

use super::{Table, rows, same};
use crate::emulator::{Answer, ApiError, Call, Env, ErrorRow};
use crate::history::History;
use crate::language::Text;

/// What a call would come to, and what else it could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prediction {
    /// The response and the scenario after the call, or the error.
    pub outcome: Result<Answer, ApiError>,
    /// Whether the call would change the scenario.
    pub changes: bool,
    /// The documented errors of the operation, in published order.
    pub errors: Vec<Possible>,
}

/// A possible error of the operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Possible {
    /// The error.
    pub row: &'static ErrorRow,
    /// Its origin.
    pub table: Table,
    /// When it is returned, as a sentence.
    pub condition: Text,
    /// Whether this call ends in it.
    pub met: bool,
}

/// Predicts a call made now, after the calls in the log, without applying it. Of the common errors,
/// only the one that occurs is listed.
pub fn predict(call: &Call, history: &History, env: &Env) -> Prediction {
    let outcome = history.answer(call, env);
    let changes = outcome.as_ref().is_ok_and(|answer| answer.scenario != **history.scenario());
    let met = |row: &ErrorRow| outcome.as_ref().is_err_and(|error| same(error.row(), row));
    let possible = |(row, table): (&'static ErrorRow, Table)| Possible {
        row,
        table,
        condition: row.cause,
        met: met(row),
    };
    let errors = rows(call.action)
        .map(possible)
        .filter(|possible| possible.met || possible.table != Table::Common)
        .collect();
    Prediction { outcome, changes, errors }
}
