//! Proposed edits with the API calls that make them, as text lines and as JSON.

use serde::Serialize;

use sg_core::connectivity::{Edit, EditKind};
use sg_core::emulator::Call;
use sg_core::history::as_calls;
use sg_core::model::Scenario;
use sg_core::request::snippet::cli::command;

/// Edits that belong together.
#[derive(Debug, Serialize)]
pub(super) struct EditsJson {
    edits: Vec<EditJson>,
    /// The calls that make them, in order.
    calls: Vec<CallJson>,
}

#[derive(Debug, Serialize)]
struct EditJson {
    kind: &'static str,
    text: String,
}

#[derive(Debug, Serialize)]
struct CallJson {
    action: &'static str,
    /// Names and values, in documented order.
    params: Vec<(String, String)>,
}

impl EditsJson {
    /// Edits of a scenario, one after another.
    pub(super) fn new(scenario: &Scenario, edits: &[Edit]) -> Self {
        let edit = |edit: &Edit| EditJson { kind: kind(edit.kind()), text: edit.to_string() };
        let calls = calls(scenario, edits).into_iter().map(|call| CallJson {
            action: call.action.as_str(),
            params: call
                .params
                .iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        });
        Self { edits: edits.iter().map(edit).collect(), calls: calls.collect() }
    }
}

/// The edits and the command lines for their calls. Calls that cannot be written as a command line
/// only appear in the JSON form.
pub(super) fn lines(scenario: &Scenario, edits: &[Edit]) -> (Vec<String>, Vec<String>) {
    let commands = calls(scenario, edits).into_iter().filter_map(|call| command(&call).ok());
    (edits.iter().map(ToString::to_string).collect(), commands.collect())
}

/// The calls for edits; edits proposed for this scenario always apply to it.
fn calls(scenario: &Scenario, edits: &[Edit]) -> Vec<Call> {
    as_calls(scenario, edits).unwrap_or_default()
}

/// The word for a kind of edit.
pub(super) const fn kind(kind: EditKind) -> &'static str {
    match kind {
        EditKind::AddRule => "add_rule",
        EditKind::RemoveRule => "remove_rule",
        EditKind::Reprioritise => "reprioritise",
        EditKind::SetPolicy => "set_policy",
        EditKind::Join => "join",
        EditKind::Leave => "leave",
    }
}
