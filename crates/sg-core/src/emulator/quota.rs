//! Quotas that span several parts of a scenario, counted in one place for the whole program.

// `exceeds_rules` follows `Assumption::QuotaOfLoneGroup`.
pub(super) use crate::model::quota::{addresses_in, exceeds_rules, rules_of, rules_on, weight};
