//! What a server keeps between requests.

use std::collections::{BTreeMap, VecDeque};

use crate::emulator::{Call, Reply};
use crate::model::{Scenario, Timestamp};

/// The scene, and what earlier requests matter for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The scene as it is now.
    pub scenario: Scenario,
    answered: VecDeque<(Call, Reply)>,
    nonces: BTreeMap<(String, String), Timestamp>,
}

/// How many calls with a client token are remembered, the newest ones (`Assumption::TokenLifetime`).
const TOKENS: usize = 1_000;

/// How long a nonce is remembered, in seconds: as long as a request that carries it again could
/// pass the check of its timestamp.
const NONCE_SECONDS: i64 = 2 * super::authenticate::CLOCK_SECONDS;

impl State {
    /// The state of a server that has had no request.
    pub fn new(scenario: Scenario) -> Self {
        Self { scenario, answered: VecDeque::new(), nonces: BTreeMap::new() }
    }

    /// Earlier successful calls with a client token, oldest first.
    pub(super) fn answered(&self) -> impl Iterator<Item = (&Call, &Reply)> {
        self.answered.iter().map(|(call, reply)| (call, reply))
    }

    /// Remembers a successful call for its client token, if it has one.
    pub(super) fn remember(&mut self, call: Call, reply: Reply) {
        if call.params.given("ClientToken").is_none() {
            return;
        }
        if self.answered.len() >= TOKENS {
            self.answered.pop_front();
        }
        self.answered.push_back((call, reply));
    }

    /// How many requests of a key were let in within the last minute.
    pub(super) fn within_a_minute(&self, access_key_id: &str, now: Timestamp) -> usize {
        let since = now.unix_seconds() - 60;
        let recent = |((key, _), seen): &(&(String, String), &Timestamp)| {
            key == access_key_id && seen.unix_seconds() > since
        };
        self.nonces.iter().filter(recent).count()
    }

    /// Notes the nonce of a request. False when an earlier request of the same key had it.
    pub(super) fn spend(&mut self, access_key_id: &str, nonce: &str, now: Timestamp) -> bool {
        let oldest = now.unix_seconds() - NONCE_SECONDS;
        self.nonces.retain(|_, seen| seen.unix_seconds() >= oldest);
        let key = (access_key_id.to_owned(), nonce.to_owned());
        self.nonces.insert(key, now).is_none()
    }
}
