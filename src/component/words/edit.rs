//! Edits and their effects in short form.

use crate::component::words::topology_edit::describe_topology;
use crate::component::words::topology_error::in_words;
use crate::hooks::Session;
use crate::text::{connectivity as text, groups};
use sg_core::connectivity::{CellChange, Change, End};
use sg_core::emulator::{ApiError, Call};
use sg_core::explain::end_label;
use sg_core::history::{Edit, Refusal};
use sg_core::language::{Language, Text};
use sg_core::model::{InnerAccessPolicy, Scenario};

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

/// An edit in short form: `G1 → Drop`, `AuthorizeSecurityGroup G1`.
pub(crate) fn describe(session: &Session, scenario: &Scenario, edit: &Edit) -> String {
    match edit {
        Edit::Call(call) => describe_call(session, scenario, call),
        Edit::Topology(edit) => describe_topology(session, scenario, edit),
    }
}

/// A call in short form.
fn describe_call(session: &Session, scenario: &Scenario, call: &Call) -> String {
    let group = call.params.get("SecurityGroupId").unwrap_or_default();
    let named = scenario.groups().find(|g| g.id.as_str() == group).map_or(group, |g| g.label());
    match call.params.get("InnerAccessPolicy") {
        Some(policy) => {
            let values = [("group", named), ("what", policy_word(session, policy))];
            session.fill(text::SET_POLICY, &values)
        }
        None => format!("{} {named}", call.action.as_str()).trim_end().to_owned(),
    }
}

/// A policy by its value, with the console's term in Chinese; any other text unchanged.
fn policy_word<'a>(session: &Session, policy: &'a str) -> &'a str {
    let known = [InnerAccessPolicy::Accept, InnerAccessPolicy::Drop]
        .into_iter()
        .find(|known| known.as_str().eq_ignore_ascii_case(policy));
    match (session.language, known) {
        (Language::Zh, Some(InnerAccessPolicy::Accept)) => session.say(groups::ACCEPT_MEANS),
        (Language::Zh, Some(InnerAccessPolicy::Drop)) => session.say(groups::DROP_MEANS),
        (Language::En, _) | (Language::Zh, None) => policy,
    }
}

/// The changes by kind, each with its pairs: up to three by name, more as a count.
pub(crate) fn counts(
    session: &Session,
    scenario: &Scenario,
    changes: &[CellChange],
) -> Option<String> {
    let kinds: [(Change, Text); 5] = [
        (Change::Opened, text::COUNT_OPENED),
        (Change::Closed, text::COUNT_CLOSED),
        (Change::Widened, text::COUNT_WIDENED),
        (Change::Narrowed, text::COUNT_NARROWED),
        (Change::Changed, text::COUNT_CHANGED),
    ];
    let said = kinds.iter().filter_map(|(kind, text)| {
        let of_kind: Vec<_> = changes.iter().filter(|change| change.change == *kind).collect();
        let pairs = pairs(session, scenario, &of_kind)?;
        Some(session.fill(*text, &[("pairs", &pairs)]))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(session.say(text::KIND_SEPARATOR)))
}

/// Pairs by name. A pair and its reverse are merged: `ecs1 ↔ ecs2`.
fn pairs(session: &Session, scenario: &Scenario, changes: &[&CellChange]) -> Option<String> {
    let has = |from: &End, to: &End| changes.iter().any(|c| c.from == *from && c.to == *to);
    let names = changes.iter().filter_map(|change| {
        let both = has(&change.to, &change.from);
        if both && change.to < change.from {
            return None;
        }
        let label = |end| end_label(scenario, end);
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
