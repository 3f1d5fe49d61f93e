//! Errors of topology edits in words.

use std::borrow::Cow;

use crate::hooks::Session;
use crate::text::{connectivity, topology as text};
use sg_core::history::TopologyEditError;
use sg_core::language::Text;
use sg_core::model::ScenarioFault;

/// Why a topology edit is not possible, in the page's language.
pub(crate) fn in_words(session: &Session, error: &TopologyEditError) -> String {
    let one = |text: Text, place: &str, value: &dyn ToString| {
        session.fill(text, &[(place, &value.to_string())])
    };
    match error {
        TopologyEditError::NoName => session.say(text::NO_NAME).to_owned(),
        TopologyEditError::NameTooLong => session.say(text::NAME_TOO_LONG).to_owned(),
        TopologyEditError::NameTaken(name) => one(text::NAME_TAKEN, "name", name),
        TopologyEditError::NoGroup => session.say(text::NO_GROUP).to_owned(),
        TopologyEditError::NoInterface => session.say(text::NO_INTERFACE).to_owned(),
        TopologyEditError::NoBlock => session.say(text::NO_BLOCK).to_owned(),
        TopologyEditError::Unknown(name) => one(text::UNKNOWN, "name", name),
        TopologyEditError::NotAnAddress(text) => one(text::NOT_AN_ADDRESS, "text", &quoted(text)),
        TopologyEditError::NotABlock(text) => one(text::NOT_A_BLOCK, "text", &quoted(text)),
        TopologyEditError::NoFreeAddress => session.say(text::NO_FREE_ADDRESS).to_owned(),
        TopologyEditError::NotItsAddress(address) => one(text::NOT_ITS_ADDRESS, "address", address),
        TopologyEditError::PrimaryAddress(address) => {
            one(text::PRIMARY_ADDRESS, "address", address)
        }
        TopologyEditError::PrimaryInterface => session.say(text::PRIMARY_INTERFACE).to_owned(),
        TopologyEditError::OtherVpc(group) => one(text::OTHER_VPC, "group", group),
        TopologyEditError::BlockTooLarge(block) => one(text::BLOCK_TOO_LARGE, "block", block),
        TopologyEditError::Overlap(a, b) => {
            session.fill(text::OVERLAP, &[("a", &a.to_string()), ("b", &b.to_string())])
        }
        TopologyEditError::Repeated(block) => one(text::REPEATED, "what", block),
        TopologyEditError::MaxEntries(count) => one(text::MAX_ENTRIES_RANGE, "count", count),
        TopologyEditError::InUse(names) => {
            one(text::IN_USE, "names", &names.join(session.say(connectivity::LIST_SEPARATOR)))
        }
        TopologyEditError::Invalid(error) => fault_in_words(session, &error.fault)
            .unwrap_or_else(|| one(text::IMPOSSIBLE, "detail", error)),
    }
}

/// A text as it was typed, or the start of a long one: it may be everything that was pasted.
fn quoted(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(MOST_QUOTED) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// Longer than every address.
const MOST_QUOTED: usize = 60;

/// A violated invariant in the page's language; `None` if no form can violate it.
fn fault_in_words(session: &Session, fault: &ScenarioFault) -> Option<String> {
    let one = |text: Text, place: &str, value: &dyn ToString| {
        Some(session.fill(text, &[(place, &value.to_string())]))
    };
    match fault {
        ScenarioFault::MixedGroupTypes => Some(session.say(text::MIXED_TYPES).to_owned()),
        ScenarioFault::OtherVpc(_) => Some(session.say(text::GROUPS_OF_OTHER_VPC).to_owned()),
        ScenarioFault::AddressOutsideVpc(address) => one(text::OUTSIDE_VPC, "address", address),
        ScenarioFault::AddressInsideVpc(block) => one(text::INSIDE_VPC, "block", block),
        ScenarioFault::NotIpv4(address) => one(text::NOT_IPV4, "address", address),
        ScenarioFault::MixedFamilies => Some(session.say(text::MIXED_FAMILIES).to_owned()),
        ScenarioFault::Repeated(what) => one(text::TAKEN, "what", what),
        ScenarioFault::Unknown(name) => one(text::UNKNOWN, "name", name),
        ScenarioFault::TooMany { count, limit } => {
            let (count, limit) = (count.to_string(), limit.to_string());
            Some(session.fill(text::TOO_MANY, &[("count", &count), ("limit", &limit)]))
        }
        ScenarioFault::MisfiledId(_)
        | ScenarioFault::Empty
        | ScenarioFault::OwnGroup
        | ScenarioFault::AdvancedPeer
        | ScenarioFault::NoPorts => None,
    }
}
