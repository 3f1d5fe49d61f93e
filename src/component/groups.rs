//! The groups: their cards, switches, members and rules.

pub mod card;
pub mod form;
pub mod members;
pub mod pane;
pub(crate) mod parts;
pub mod policy_switch;
pub mod rule_form;
pub mod rule_table;
