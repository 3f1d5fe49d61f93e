//! Locks in words.

use crate::state::Lock;
use crate::text::embed as text;
use sg_core::language::Text;

/// What a lock covers, as the beginning of a sentence.
pub(crate) const fn what_of(lock: Lock) -> Text {
    match lock {
        Lock::Policy => text::WHAT_POLICY,
        Lock::Rules => text::WHAT_RULES,
        Lock::Members => text::WHAT_MEMBERS,
        Lock::Groups => text::WHAT_GROUPS,
        Lock::Topology => text::WHAT_TOPOLOGY,
    }
}
