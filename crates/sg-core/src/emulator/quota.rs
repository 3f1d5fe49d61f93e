//! Quotas that span several parts of a scenario, counted in one place for the whole program.

// `exceeds_rules` follows `Assumption::QuotaOfLoneGroup`, and `weight` `Assumption::BothListsCount`.
pub(super) use crate::model::quota::{
    addresses_in, exceeds_rules, members_of, rules_of, rules_on, share_of, weight,
};
