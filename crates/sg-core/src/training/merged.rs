//! A learner's record with what another tab has stored.

use super::learner::Learner;

impl Learner {
    /// This record with what another tab has stored under the same name since: of each visit the later
    /// one, and the finished lessons of both. Whoever began anew later is not given back what went.
    #[must_use]
    pub fn merged(mut self, stored: Self) -> Self {
        let since = self.since.max(stored.since);
        match self.since.cmp(&stored.since) {
            std::cmp::Ordering::Less => self.done = stored.done,
            std::cmp::Ordering::Equal => self.done.extend(stored.done),
            std::cmp::Ordering::Greater => {}
        }
        self.since = since;
        self.practice.merge(stored.practice, since);
        for visit in stored.visits {
            if self.visit(&visit.address).is_none_or(|own| own.changed < visit.changed) {
                self.put(visit);
            }
        }
        self.visits.retain(|visit| visit.changed >= since);
        self.visits.sort_by_key(|visit| visit.changed);
        self
    }
}
