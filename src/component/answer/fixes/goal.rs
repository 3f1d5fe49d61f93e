//! The selected packets in the form that a rule can express.

use crate::state::filter;
use sg_core::connectivity::PacketChoice;
use sg_core::model::ProtocolFilter;

/// The protocol and ports of a choice.
pub(crate) const fn asked(choice: PacketChoice) -> ProtocolFilter {
    match choice {
        PacketChoice::All => ProtocolFilter::All,
        PacketChoice::One(asked) => filter(asked),
    }
}
