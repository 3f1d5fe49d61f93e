//! The conditions of a reason in words.

use crate::hooks::Session;
use crate::text::builder as text;
use sg_core::goal::Expect;
use sg_core::lesson::course::wire::{ClaimWire, TrafficWire};

/// A condition as a short sentence.
pub(super) fn in_words(session: &Session, claim: &ClaimWire) -> String {
    let ClaimWire { traffic, call, policy, member, group, budget } = claim;
    if let Some(own) = policy {
        return session.fill(text::WHEN_POLICY, &[("group", &own.group), ("policy", &own.is)]);
    }
    if let Some(own) = member {
        let said = if own.is { text::WHEN_IN } else { text::WHEN_NOT_IN };
        return session.fill(said, &[("instance", &own.instance), ("group", &own.group)]);
    }
    if let Some(own) = group {
        let said = if own.exists { text::WHEN_EXISTS } else { text::WHEN_GONE };
        return session.fill(said, &[("group", &own.name)]);
    }
    if let Some(own) = call {
        let action = own.action.clone().unwrap_or_default();
        let with: Vec<String> =
            own.with.iter().map(|(name, value)| format!("{name}={value}")).collect();
        return session.fill(text::WHEN_CALL, &[("action", &action), ("with", &with.join(" "))]);
    }
    if let Some(own) = budget {
        return session.fill(text::WHEN_BUDGET, &[("count", &own.calls.to_string())]);
    }
    traffic.as_ref().map(|own| traffic_in_words(session, own)).unwrap_or_default()
}

fn traffic_in_words(session: &Session, own: &TrafficWire) -> String {
    let ends = [("from", &*own.from), ("to", &own.to)];
    match &own.clause {
        Some(clause) => {
            let clause: [(&str, &str); 1] = [("clause", clause)];
            session.fill(text::WHEN_CLAUSE, &[ends.as_slice(), &clause].concat())
        }
        None if own.expect == Expect::Blocked => session.fill(text::WHEN_BLOCKED, &ends),
        None => session.fill(text::WHEN_PASS, &ends),
    }
}
