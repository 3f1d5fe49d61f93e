//! Proposed edits with the API calls that make them, in Markdown.

use sg_core::connectivity::Edit;
use sg_core::emulator::Call;
use sg_core::history::{as_calls, edit_text as text, undo_calls};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::quote::markdown;
use sg_core::request::snippet::cli::command;

use crate::markdown_list::Item;

/// The command lines of the calls and of those that take them back, as items of a Markdown list.
pub(super) fn items(scenario: &Scenario, edits: &[Edit], language: Language) -> Vec<Item> {
    let commands = |calls: &[Call]| -> Vec<Item> {
        let commands = calls.iter().filter_map(|call| command(call).ok());
        commands.map(|command| Item::new(markdown::code(&command))).collect()
    };
    let undo = match undo_calls(scenario, edits).ok().flatten() {
        Some(calls) => {
            Item::new(markdown::text(text::TAKE_BACK.get(language))).over(commands(&calls))
        }
        None => Item::new(markdown::text(text::NO_TAKE_BACK.get(language))),
    };
    let mut items = commands(&as_calls(scenario, edits).unwrap_or_default());
    items.push(undo);
    items
}
