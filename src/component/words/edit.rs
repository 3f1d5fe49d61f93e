//! Edits and their effects in short form.

use crate::component::words::call::describe_call;
use crate::component::words::topology_edit::describe_topology;
use crate::component::words::topology_error::in_words;
use crate::derived::Reachability;
use crate::hooks::Session;
use crate::seam;
use crate::text::connectivity as text;
use sg_core::connectivity::{CellChange, Change, End};
use sg_core::emulator::ApiError;
use sg_core::history::{Edit, Refusal};
use sg_core::language::Text;
use sg_core::model::Scenario;

seam! {
    /// Says edits and refusals. A policy change needs it only if it was refused.
    pub(crate) static IN_WORDS: InWords = InWords { edit: describe, refusal: refusal_line };
    edits_in_words in emulator
}

/// What says an edit of a scenario, and a refusal.
#[derive(Clone, Copy)]
pub(crate) struct InWords {
    pub(crate) edit: fn(&Session, &Scenario, &Edit) -> String,
    pub(crate) refusal: fn(&Session, &Refusal) -> String,
}

/// An error as status and code.
fn code_line(error: &ApiError) -> String {
    format!("{} {}", error.status(), error.code())
}

/// A refusal in short form: an API error as status and code, otherwise the reason why the edit is
/// not possible.
pub(crate) fn refusal_line(session: &Session, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Api(error) => code_line(error),
        Refusal::Topology(error) => {
            in_words(session, error).trim_end_matches(['.', '。']).to_owned()
        }
    }
}

/// An edit in short form: `G1 → Drop`, `G1: add inbound Allow TCP 22 from 0.0.0.0/0 (priority 1)`.
/// `scenario` is the one before it.
pub(crate) fn describe(session: &Session, scenario: &Scenario, edit: &Edit) -> String {
    match edit {
        Edit::Call(call) => describe_call(session, scenario, call),
        Edit::Topology(edit) => describe_topology(session, scenario, edit),
    }
}

/// The changes by kind, each with its pairs: up to three by name, more as a count.
pub(crate) fn counts(session: &Session, seen: &Reachability) -> Option<String> {
    let kinds: [(Change, Text); 5] = [
        (Change::Opened, text::COUNT_OPENED),
        (Change::Closed, text::COUNT_CLOSED),
        (Change::Widened, text::COUNT_WIDENED),
        (Change::Narrowed, text::COUNT_NARROWED),
        (Change::Changed, text::COUNT_CHANGED),
    ];
    let said = kinds.iter().filter_map(|(kind, text)| {
        let of_kind = seen.changes.iter().filter(|change| change.change == *kind);
        let pairs = pairs(session, seen, &of_kind.collect::<Vec<_>>())?;
        Some(session.fill(*text, &[("pairs", &pairs)]))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(session.say(text::KIND_SEPARATOR)))
}

/// Pairs by name. A pair and its reverse are merged: `ecs1 ↔ ecs2`.
fn pairs(session: &Session, seen: &Reachability, changes: &[&CellChange]) -> Option<String> {
    let has = |from: &End, to: &End| changes.iter().any(|c| c.from == *from && c.to == *to);
    let names = changes.iter().filter_map(|change| {
        let both = has(&change.to, &change.from);
        if both && change.to < change.from {
            return None;
        }
        let label = |end| seen.label(end, session.language);
        let arrow = if both { "↔" } else { "→" };
        Some(format!("{} {arrow} {}", label(&change.from), label(&change.to)))
    });
    let names: Vec<String> = names.collect();
    match names.len() {
        0 => None,
        1..=3 => Some(names.join(session.say(text::LIST_SEPARATOR))),
        _ => Some(session.fill(text::PAIR_COUNT, &[("count", &changes.len().to_string())])),
    }
}
