//! Why a scenario or a lesson has no link: no page would open it.

use thiserror::Error;

use crate::share::document::Excess;
use crate::share::{Limits, MOST_CHARACTERS};

/// The limit that a link would exceed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LinkExcess {
    /// More of one kind of thing than [`Limits::LINK`] allow.
    #[error("{0}")]
    Contents(#[from] Excess),
    /// A longer text than [`Limits::LINK`] allow, in bytes before it is packed.
    #[error("the link would unpack to {0} bytes, more than the {most} read", most = Limits::LINK.bytes)]
    Text(usize),
    /// More characters than a fragment may have.
    #[error("the link would have {0} characters, more than the {MOST_CHARACTERS} read")]
    Length(usize),
}
