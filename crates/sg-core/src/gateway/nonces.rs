//! The nonces that one AccessKey has spent: which are used, and how many requests came lately.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::model::Timestamp;

/// The maximum clock skew of a timestamp, in seconds: 15 minutes.
pub(super) const CLOCK_SECONDS: i64 = 15 * 60;

/// How long a nonce is remembered, in seconds: as long as a request that carries it again could
/// pass the check of its timestamp.
const NONCE_SECONDS: i64 = 2 * CLOCK_SECONDS;

/// The most nonces of one key that are remembered, the newest ones: with this many in half an hour
/// a loopback server is under load, and a memory that stays as it is matters more than the oldest of
/// them. A limit of more calls a minute raises it.
pub const MAX_NONCES: usize = 10_000;

/// A nonce and the moment it came. Of the nonce the first half of its SHA-256 is kept, so that a
/// client cannot fill the memory with long ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spent {
    // First, so that the oldest come first.
    seen: Timestamp,
    digest: u128,
}

impl Spent {
    pub(super) fn new(nonce: &str, now: Timestamp) -> Self {
        let digest: [u8; 32] = Sha256::digest(nonce).into();
        let half = digest.first_chunk().copied().unwrap_or_default();
        Self { seen: now, digest: u128::from_be_bytes(half) }
    }
}

/// Looking up, adding and forgetting a nonce take logarithmic time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Nonces {
    seen: BTreeMap<u128, Timestamp>,
    by_time: BTreeSet<Spent>,
}

impl Nonces {
    pub(super) fn len(&self) -> usize {
        self.seen.len()
    }

    /// Whether an earlier request had the nonce.
    pub(super) fn contains(&self, spent: Spent) -> bool {
        let oldest = spent.seen.unix_seconds() - NONCE_SECONDS;
        self.seen.get(&spent.digest).is_some_and(|seen| seen.unix_seconds() >= oldest)
    }

    /// How many requests were let in within the minute before `now`; no more than `most` are
    /// counted.
    pub(super) fn within_a_minute(&self, now: Timestamp, most: usize) -> usize {
        let after = Timestamp::from_unix_seconds(now.unix_seconds() - 59);
        self.by_time.range(Spent { seen: after, digest: 0 }..).take(most).count()
    }

    /// Notes a nonce and forgets what is too old, or more than this many.
    pub(super) fn insert(&mut self, spent: Spent, most: usize) {
        let oldest = spent.seen.unix_seconds() - NONCE_SECONDS;
        while let Some(first) = self.by_time.first().copied()
            && (first.seen.unix_seconds() < oldest || self.by_time.len() >= most)
        {
            self.by_time.pop_first();
            self.seen.remove(&first.digest);
        }
        if let Some(seen) = self.seen.insert(spent.digest, spent.seen) {
            // Spent before and too old to count, on a clock that has been set back since.
            self.by_time.remove(&Spent { seen, ..spent });
        }
        self.by_time.insert(spent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_unix_seconds(seconds)
    }

    fn spend(nonces: &mut Nonces, nonce: &str, seconds: i64) -> bool {
        let spent = Spent::new(nonce, at(seconds));
        let fresh = !nonces.contains(spent);
        if fresh {
            nonces.insert(spent, MAX_NONCES);
        }
        fresh
    }

    #[test]
    fn the_newest_are_kept_when_there_are_too_many() {
        let mut nonces = Nonces::default();
        // All within the time that they are remembered: only their number can make one forgotten.
        let spent = |number: usize| {
            let seen = at(if number == 0 { 0 } else { 1 });
            Spent { seen, digest: u128::try_from(number).unwrap() }
        };
        (0..=MAX_NONCES).for_each(|number| nonces.insert(spent(number), MAX_NONCES));
        assert_eq!((nonces.len(), nonces.by_time.len()), (MAX_NONCES, MAX_NONCES));
        assert!(!nonces.contains(spent(0)));
        assert!(nonces.contains(spent(1)) && nonces.contains(spent(MAX_NONCES)));
    }

    #[test]
    fn a_limit_above_the_usual_number_can_be_reached() {
        let (mut nonces, most) = (Nonces::default(), MAX_NONCES + 1);
        for number in 0..=most {
            let spent = Spent { seen: at(0), digest: u128::try_from(number).unwrap() };
            nonces.insert(spent, most);
        }
        assert_eq!((nonces.len(), nonces.within_a_minute(at(0), most)), (most, most));
    }

    #[test]
    fn they_are_forgotten_in_the_order_of_their_time() {
        let mut nonces = Nonces::default();
        // The clock is set back by an hour after the first.
        for (nonce, seconds) in [("a", 3_600), ("b", 0), ("c", 1_000)] {
            assert!(spend(&mut nonces, nonce, seconds));
        }
        assert!(!spend(&mut nonces, "b", NONCE_SECONDS));
        assert!(spend(&mut nonces, "b", NONCE_SECONDS + 1));
        assert_eq!((nonces.len(), nonces.by_time.len()), (3, 3));
        assert!(spend(&mut nonces, "d", 3_600 + NONCE_SECONDS));
        assert_eq!((nonces.len(), nonces.by_time.len()), (2, 2), "a and d");
    }

    #[test]
    fn a_minute_is_counted_as_far_as_somebody_asks() {
        let mut nonces = Nonces::default();
        for (nonce, seconds) in [("a", 0), ("b", 1), ("c", 1), ("d", 60)] {
            assert!(spend(&mut nonces, nonce, seconds));
        }
        let counts = [(60, 9), (61, 9), (60, 2), (120, 9)];
        let counts = counts.map(|(now, most)| nonces.within_a_minute(at(now), most));
        assert_eq!(counts, [3, 1, 2, 0]);
    }
}
