//! The quotas of one account, some of which may have been raised.

use std::collections::BTreeMap;

use thiserror::Error;

use super::LimitId;

/// Why a quota cannot have a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum QuotaError {
    /// The service raises this quota for nobody.
    #[error("this quota cannot be raised")]
    Fixed,
    /// Less than every account has.
    #[error("a raised quota is more than the {0} of every account")]
    NotRaised(usize),
    /// More than the program holds.
    #[error("no more than {0} can be held here")]
    TooMuch(usize),
}

/// The quotas of an account: those of the table, unless they have been raised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quotas(BTreeMap<LimitId, usize>);

impl Quotas {
    /// The maximum.
    pub fn get(&self, limit: LimitId) -> usize {
        self.raised(limit).unwrap_or(limit.value())
    }

    /// The maximum, if it has been raised.
    pub fn raised(&self, limit: LimitId) -> Option<usize> {
        self.0.get(&limit).copied()
    }

    /// Every raised quota, in the order of the table.
    pub fn all_raised(&self) -> impl Iterator<Item = (LimitId, usize)> {
        self.0.iter().map(|(limit, value)| (*limit, *value))
    }

    /// Raises a quota.
    ///
    /// # Errors
    /// [`QuotaError`] if it cannot have this value; it is unchanged then.
    pub fn raise(&mut self, limit: LimitId, to: usize) -> Result<(), QuotaError> {
        let most = limit.most().ok_or(QuotaError::Fixed)?;
        if to <= limit.value() {
            return Err(QuotaError::NotRaised(limit.value()));
        }
        if to > most {
            return Err(QuotaError::TooMuch(most));
        }
        self.0.insert(limit, to);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quota_is_raised_above_the_table_and_within_the_program() {
        let mut quotas = Quotas::default();
        let groups = LimitId::GroupsPerRegion;
        assert_eq!(quotas.get(groups), 100);
        assert_eq!(quotas.raise(groups, 100), Err(QuotaError::NotRaised(100)));
        assert_eq!(quotas.raise(groups, 1_001), Err(QuotaError::TooMuch(1_000)));
        assert_eq!(quotas.raise(LimitId::PermissionsPerCall, 101), Err(QuotaError::Fixed));
        assert_eq!(quotas, Quotas::default());
        assert_eq!(quotas.raise(groups, 500), Ok(()));
        assert_eq!((quotas.get(groups), quotas.raised(groups)), (500, Some(500)));
        assert_eq!(quotas.all_raised().collect::<Vec<_>>(), [(groups, 500)]);
    }
}
