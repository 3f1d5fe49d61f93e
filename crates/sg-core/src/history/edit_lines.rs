//! Proposed edits with the API calls that make them, as text lines and as JSON for other programs. The
//! format is public: fields may be added, but existing ones never change.

use serde::Serialize;
use serde_json::Value;

use crate::connectivity::{Edit, EditKind};
use crate::emulator::Call;
use crate::explain::{edited_rules, edits_in_words, named_rules, plain};
use crate::language::Language;
use crate::model::Scenario;
use crate::request::snippet::cli::command;

use super::as_calls::as_calls;
use super::edit_text as text;
use super::undo_calls::undo_calls;

/// Edits that belong together.
#[derive(Debug, Serialize)]
pub struct EditsJson {
    edits: Vec<EditJson>,
    /// The calls that make them, in order.
    calls: Vec<CallJson>,
    /// The calls that take them back, in order; null if no call can.
    undo: Option<Vec<CallJson>>,
    /// What is on record of the rules that are removed or moved, the newest first.
    rules: Vec<Value>,
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
    pub fn new(scenario: &Scenario, edits: &[Edit]) -> Self {
        let edit = |edit: &Edit| EditJson { kind: kind(edit.kind()), text: edit.to_string() };
        let all = |calls: Vec<Call>| calls.iter().map(CallJson::new).collect();
        let undo = undo_calls(scenario, edits).ok().flatten();
        let rules = named_rules(scenario, &edited_rules(edits), None);
        Self {
            edits: edits.iter().map(edit).collect(),
            calls: all(calls(scenario, edits)),
            undo: undo.map(all),
            rules: rules.iter().map(|rule| rule.json(scenario, Language::En)).collect(),
        }
    }
}

impl CallJson {
    fn new(call: &Call) -> Self {
        let param = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        Self { action: call.action.as_str(), params: call.params.iter().map(param).collect() }
    }
}

/// The command lines of the calls that take edits back, below what they are for.
pub fn undo_lines(scenario: &Scenario, edits: &[Edit], language: Language) -> Vec<String> {
    let Some(calls) = undo_calls(scenario, edits).ok().flatten() else {
        return vec![text::NO_TAKE_BACK.get(language).to_owned()];
    };
    let commands = calls.iter().filter_map(|call| command(call).ok());
    let commands = commands.map(|command| format!("  {command}"));
    std::iter::once(text::TAKE_BACK.get(language).to_owned()).chain(commands).collect()
}

/// The edits in words and the command lines for their calls. Calls that cannot be written as a
/// command line only appear in the JSON form.
pub fn edit_lines(
    scenario: &Scenario,
    edits: &[Edit],
    language: Language,
) -> (Vec<String>, Vec<String>) {
    let commands = calls(scenario, edits).into_iter().filter_map(|call| command(&call).ok());
    let words = |edit| plain(&edits_in_words(scenario, std::slice::from_ref(edit), language));
    (edits.iter().map(words).collect(), commands.collect())
}

/// The calls for edits; edits proposed for this scenario always apply to it.
fn calls(scenario: &Scenario, edits: &[Edit]) -> Vec<Call> {
    as_calls(scenario, edits).unwrap_or_default()
}

/// The word for a kind of edit.
pub const fn kind(kind: EditKind) -> &'static str {
    match kind {
        EditKind::AddRule => "add_rule",
        EditKind::RemoveRule => "remove_rule",
        EditKind::Reprioritise => "reprioritise",
        EditKind::SetPolicy => "set_policy",
        EditKind::Join => "join",
        EditKind::Leave => "leave",
    }
}
