//! The fewest edits of rules and policies after which every goal is met.
//!
//! `docs/least-rules.md` says which edits are searched, in which order of preference, and what the
//! answer promises.

mod anew;
mod candidates;
mod conflict;
mod demand;
mod find;
mod search;
mod unmet;
mod vocabulary;
mod weight;

pub use anew::least_rules_anew;
pub use find::{LeastRules, least_rules, least_rules_within};
pub use unmet::Unmet;
