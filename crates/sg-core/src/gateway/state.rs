//! The state that a server keeps between requests.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::emulator::{Action, Call, Reply};
use crate::model::Scenario;

use super::nonces::{Nonces, Spent};

/// The scenario, and what earlier requests matter for. Both memories are bounded, and neither is
/// walked or copied to answer a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The scenario as it is now.
    pub scenario: Scenario,
    /// Calls by operation and client token, oldest first.
    answered: IndexMap<(Action, String), (Call, Reply)>,
    /// By AccessKey.
    nonces: BTreeMap<String, Nonces>,
}

/// What a request does to a [`State`]. Until [`State::apply`] it has done nothing, so a server that
/// cannot save the scenario drops it.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Change {
    /// The next scenario, where it differs.
    pub(super) scenario: Option<Scenario>,
    /// The AccessKey and its nonce, once the signature has been checked, and how many nonces of the
    /// key are remembered.
    pub(super) spent: Option<(String, Spent, usize)>,
    /// A successful call and its reply.
    pub(super) answered: Option<(Call, Reply)>,
}

impl Change {
    /// The next scenario; none when the request leaves it as it is.
    pub const fn scenario(&self) -> Option<&Scenario> {
        self.scenario.as_ref()
    }
}

/// How much a server remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Nonces of all AccessKeys.
    pub nonces: usize,
    /// Calls with a client token.
    pub tokens: usize,
}

/// How many calls with a client token are remembered, the newest ones
/// (`Assumption::TokenLifetime`).
pub const MAX_TOKENS: usize = 1_000;

impl State {
    /// The state of a server before its first request.
    pub fn new(scenario: Scenario) -> Self {
        Self { scenario, answered: IndexMap::new(), nonces: BTreeMap::new() }
    }

    /// Moves the state on.
    pub fn apply(&mut self, change: Change) {
        let Change { scenario, spent, answered } = change;
        if let Some(scenario) = scenario {
            self.scenario = scenario;
        }
        if let Some((access_key_id, spent, most)) = spent {
            self.nonces.entry(access_key_id).or_default().insert(spent, most);
        }
        if let Some((call, reply)) = answered {
            self.remember(call, reply);
        }
    }

    /// How much is remembered.
    pub fn held(&self) -> Held {
        let nonces = self.nonces.values().map(Nonces::len).sum();
        Held { nonces, tokens: self.answered.len() }
    }

    /// The earlier successful call of this operation that had the same client token.
    pub(super) fn earlier(&self, call: &Call) -> Option<(&Call, &Reply)> {
        self.answered.get(&token(call)?).map(|(call, reply)| (call, reply))
    }

    /// What an AccessKey has spent; none before its first request.
    pub(super) fn nonces(&self, access_key_id: &str) -> Option<&Nonces> {
        self.nonces.get(access_key_id)
    }

    /// Remembers a successful call for its client token, if it has one. A repeated call counts as
    /// a new one.
    fn remember(&mut self, call: Call, reply: Reply) {
        let Some(token) = token(&call) else { return };
        self.answered.shift_remove(&token);
        if self.answered.len() >= MAX_TOKENS {
            self.answered.shift_remove_index(0);
        }
        self.answered.insert(token, (call, reply));
    }
}

fn token(call: &Call) -> Option<(Action, String)> {
    Some((call.action, call.params.given("ClientToken")?.to_owned()))
}
