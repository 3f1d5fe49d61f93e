//! Why goals cannot be met.

use crate::connectivity::Flow;
use crate::goal::Wrong;

/// Why no set of edits meets every goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmet {
    /// One goal that no edit of rules and policies can meet, with how it is not met.
    Impossible {
        /// Its position among the goals.
        goal: usize,
        /// How it is not met as things are.
        wrong: Box<Wrong>,
    },
    /// Two goals that demand opposite verdicts of one packet. Each of them could be met alone.
    Contradiction {
        /// The goal that the packet passes.
        passes: usize,
        /// The goal that it is blocked.
        blocked: usize,
        /// The packet.
        flow: Flow,
    },
    /// Neither was found, nor a set of edits, within the limit of the search.
    NotFound {
        /// The number of scenarios that were tried.
        tried: usize,
    },
}
