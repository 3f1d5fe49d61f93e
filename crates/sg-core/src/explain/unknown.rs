//! Why the model cannot tell, in a sentence.

use crate::connectivity::UnknownReason;
use crate::language::Text;

use super::unread::unread;
use super::words::Words;
use super::{Part, text, unknown_text};

/// The sentence around the reason.
pub(super) const fn unknown_frame(reason: &UnknownReason) -> Text {
    match reason {
        UnknownReason::Unread(_)
        | UnknownReason::UnreadRoutes { .. }
        | UnknownReason::UnreadPublicAddress { .. }
        | UnknownReason::UnreadSnat { .. }
        | UnknownReason::SnatAddress { .. } => text::HEAD_UNREAD,
        UnknownReason::NoSuchInterface(_)
        | UnknownReason::NotItsAddress { .. }
        | UnknownReason::NotOutside(_)
        | UnknownReason::NoInterfaceHas(_)
        | UnknownReason::BothOutside
        | UnknownReason::NoSuchPacket => text::HEAD_UNKNOWN,
    }
}

/// The reason.
pub(super) fn unknown(words: &Words<'_>, reason: &UnknownReason) -> Vec<Part> {
    let code = |value: String| vec![Part::Code(value)];
    match reason {
        UnknownReason::NoSuchInterface(id) => {
            words.say(unknown_text::UNKNOWN_INTERFACE, &[("id", code(id.to_string()))])
        }
        UnknownReason::NotItsAddress { interface, address } => {
            let values =
                [("id", code(interface.to_string())), ("address", code(address.to_string()))];
            words.say(unknown_text::UNKNOWN_ADDRESS, &values)
        }
        UnknownReason::NotOutside(address) => {
            words.say(unknown_text::UNKNOWN_NOT_OUTSIDE, &[("address", code(address.to_string()))])
        }
        UnknownReason::NoInterfaceHas(address) => {
            words.say(unknown_text::UNKNOWN_NO_INTERFACE, &[("address", code(address.to_string()))])
        }
        UnknownReason::BothOutside => words.say(unknown_text::UNKNOWN_BOTH_OUTSIDE, &[]),
        UnknownReason::NoSuchPacket => words.say(unknown_text::UNKNOWN_NO_PACKET, &[]),
        UnknownReason::Unread(part) => unread(words, part),
        UnknownReason::UnreadRoutes { .. } => words.say(unknown_text::UNREAD_ROUTES, &[]),
        UnknownReason::UnreadPublicAddress { interface } => {
            words.say(unknown_text::UNREAD_PUBLIC_ADDRESS, &[("id", code(interface.to_string()))])
        }
        UnknownReason::UnreadSnat { vpc } => {
            words.say(unknown_text::UNREAD_SNAT, &[("vpc", code(vpc.to_string()))])
        }
        UnknownReason::SnatAddress { vpc } => {
            words.say(unknown_text::SNAT_ADDRESS, &[("vpc", code(vpc.to_string()))])
        }
    }
}
