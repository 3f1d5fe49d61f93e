//! The state that a server keeps between requests.

use std::collections::{BTreeMap, VecDeque};

use crate::emulator::{Call, Reply};
use crate::model::{Scenario, Timestamp};

/// The scenario, and what must be remembered about earlier requests.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The current scenario.
    pub scenario: Scenario,
    answered: VecDeque<(Call, Reply)>,
    nonces: BTreeMap<(String, String), Timestamp>,
}

/// The number of calls with a client token that are remembered (`Assumption::TokenLifetime`).
const TOKENS: usize = 1_000;

/// The maximum clock skew of a timestamp, in seconds: 15 minutes.
pub(super) const CLOCK_SECONDS: i64 = 15 * 60;

/// How long a nonce is remembered, in seconds: as long as a replay could still pass the timestamp
/// check.
const NONCE_SECONDS: i64 = 2 * CLOCK_SECONDS;

impl State {
    /// The state of a server before its first request.
    pub fn new(scenario: Scenario) -> Self {
        Self { scenario, answered: VecDeque::new(), nonces: BTreeMap::new() }
    }

    /// Earlier successful calls with a client token, oldest first.
    pub(super) fn answered(&self) -> impl Iterator<Item = (&Call, &Reply)> {
        self.answered.iter().map(|(call, reply)| (call, reply))
    }

    /// Remembers a successful call if it has a client token.
    pub(super) fn remember(&mut self, call: Call, reply: Reply) {
        if call.params.given("ClientToken").is_none() {
            return;
        }
        if self.answered.len() >= TOKENS {
            self.answered.pop_front();
        }
        self.answered.push_back((call, reply));
    }

    /// The number of requests of a key that were accepted within the last minute.
    pub(super) fn within_a_minute(&self, access_key_id: &str, now: Timestamp) -> usize {
        let since = now.unix_seconds() - 60;
        let recent = |((key, _), seen): &(&(String, String), &Timestamp)| {
            key == access_key_id && seen.unix_seconds() > since
        };
        self.nonces.iter().filter(recent).count()
    }

    /// Records the nonce of a request. Returns `false` if the same key has already used it.
    pub(super) fn spend(&mut self, access_key_id: &str, nonce: &str, now: Timestamp) -> bool {
        let oldest = now.unix_seconds() - NONCE_SECONDS;
        self.nonces.retain(|_, seen| seen.unix_seconds() >= oldest);
        let key = (access_key_id.to_owned(), nonce.to_owned());
        self.nonces.insert(key, now).is_none()
    }
}
