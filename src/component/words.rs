//! Texts for cells, edits, errors and rules.

pub(crate) mod call;
pub(crate) mod cell;
pub(crate) mod edit;
pub(crate) mod leaving;
pub(crate) mod lock;
pub(crate) mod parts;
pub(crate) mod rule;
pub(crate) mod topology_edit;
pub(crate) mod topology_error;
