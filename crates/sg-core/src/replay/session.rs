//! Replays a recording, one exchange after the other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::exchange::{Body, Exchange};
use super::shape::{FieldDifference, differences};
use crate::emulator::{
    Action, Call, Env, ErrorRow, ReplyFields, common_rows, error_rows, gateway, not_emulated,
    supplementary_rows,
};
use crate::evidence::matches;
use crate::gateway::{Access, HttpRequest, HttpResponse, State, respond};
use crate::model::{Scenario, Timestamp};
use crate::request::endpoint::Endpoint;
use crate::request::signature::{Credentials, Signing, v3};

/// A replay under way: the scenario after the exchanges so far.
#[derive(Debug)]
pub struct Replay {
    state: State,
    /// Ids that the service gave, and those that the emulator gave in their place.
    given: BTreeMap<String, String>,
    sent: u64,
    now: Timestamp,
    diverged: bool,
}

/// What came of an exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The emulator answers as recorded.
    Same,
    /// It answers otherwise.
    Differs {
        /// How.
        differences: Vec<Difference>,
        /// Whether an earlier write was answered otherwise, so that the scenarios may differ.
        after_another: bool,
    },
    /// The answers were not compared.
    Skipped(Skipped),
}

/// One difference between two answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The HTTP status: the recorded one, and the emulator's.
    Status(u16, u16),
    /// `Code`: the recorded one, and the emulator's. `None` if the call succeeds or the body does
    /// not say.
    Code(Option<String>, Option<&'static str>),
    /// `Message`, apart from the parts that each call fills in: the recorded one, and the emulator's.
    Message(String, String),
    /// A field of the reply.
    Field(FieldDifference),
}

/// Why two answers were not compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skipped {
    /// The API has the operation, and it is not emulated.
    NotEmulated(&'static str),
    /// Neither the emulator nor the newest client library has the operation.
    UnknownOperation(String),
    /// The answer was about the caller: keys, signature, permission, throttling.
    Caller(String),
    /// The service had a fault of its own (status 500 and above).
    Fault,
}

/// The start of codes that are about the caller, besides those of the front's table.
const CALLER: [&str; 6] = [
    "Throttling",
    "Forbidden",
    "NoPermission",
    "InvalidSecurityToken",
    "MissingSecurityToken",
    "InvalidAccount",
];

/// How long an exchange without a recorded time is after the one before it, in seconds.
const STEP: i64 = 1;

impl Replay {
    /// The beginning of a recording.
    pub fn new(scenario: Scenario) -> Self {
        Self {
            state: State::new(scenario),
            given: BTreeMap::new(),
            sent: 0,
            now: Timestamp::from_unix_seconds(0),
            diverged: false,
        }
    }

    /// The scenario after the exchanges so far.
    pub const fn scenario(&self) -> &Scenario {
        &self.state.scenario
    }

    /// Replays the next exchange.
    pub fn next(&mut self, exchange: &Exchange) -> Outcome {
        let Some(action) = Action::parse(&exchange.action) else {
            return Outcome::Skipped(not_emulated(&exchange.action).map_or_else(
                || Skipped::UnknownOperation(exchange.action.clone()),
                Skipped::NotEmulated,
            ));
        };
        if exchange.status >= 500 {
            return Outcome::Skipped(Skipped::Fault);
        }
        if let Some(code) = exchange.code().filter(|code| is_about_caller(action, code)) {
            return Outcome::Skipped(Skipped::Caller(code.to_owned()));
        }
        let before = (!action.is_query()).then(|| self.state.scenario.clone());
        let response = self.send(action, exchange);
        let body = serde_json::from_str(&response.body).unwrap_or_default();
        let differences = compare(action, exchange, &response, &body);
        let succeeded = exchange.status < 300;
        if succeeded && response.code.is_none() {
            self.learn(exchange, &body);
        }
        let after_another = self.diverged;
        if let Some(before) = before.filter(|_| succeeded != response.code.is_none()) {
            // The recording goes on from its own answer, as far as the emulator can follow.
            self.state.scenario = before;
            self.diverged = true;
        }
        if differences.is_empty() {
            Outcome::Same
        } else {
            Outcome::Differs { differences, after_another }
        }
    }

    /// Sends the request, signed anew: a recording has no keys.
    fn send(&mut self, action: Action, exchange: &Exchange) -> HttpResponse {
        self.sent += 1;
        self.now = exchange.time.unwrap_or_else(|| {
            Timestamp::from_unix_seconds(self.now.unix_seconds().saturating_add(STEP))
        });
        let mut call = Call::new(action, exchange.params.iter());
        for (name, text) in exchange.params.iter() {
            if let Some(own) = self.given.get(text) {
                call.params.set(name, own.as_str());
            }
        }
        let (demo, nonce) = (Credentials::demo(), self.sent.to_string());
        let signing = Signing { credentials: &demo, timestamp: self.now, nonce: &nonce };
        let signed = v3::sign(&call, "GET", Endpoint::Central, &signing);
        let query = signed.url.split_once('?').map_or("", |(_, query)| query);
        let request = HttpRequest { method: "GET", query, headers: &signed.headers, body: &[] };
        let env = Env { now: self.now, entropy: self.sent };
        let keys = [demo.clone()];
        respond(&mut self.state, &request, &Access::unlimited(&keys), &env)
    }

    /// Learns which of the emulator's new ids stands for which of the service's.
    fn learn(&mut self, exchange: &Exchange, own: &Value) {
        let Body::Json(Value::Object(recorded)) = &exchange.body else { return };
        for (name, value) in recorded {
            let own = own.get(name).and_then(Value::as_str);
            if let (Some(recorded), Some(own)) = (value.as_str(), own)
                && name.ends_with("Id")
                && name != "RequestId"
                && recorded != own
            {
                self.given.insert(recorded.to_owned(), own.to_owned());
            }
        }
    }
}

/// The rows that an operation can answer with.
fn rows(action: Action) -> impl Iterator<Item = &'static ErrorRow> {
    error_rows(action).iter().chain(supplementary_rows(action)).chain(common_rows())
}

fn is_about_caller(action: Action, code: &str) -> bool {
    let own: BTreeSet<&str> = rows(action).map(|row| row.code).collect();
    let front = gateway::rows().iter().any(|row| row.code == code);
    !own.contains(code) && (front || CALLER.iter().any(|start| code.starts_with(start)))
}

fn compare(
    action: Action,
    exchange: &Exchange,
    response: &HttpResponse,
    own: &Value,
) -> Vec<Difference> {
    let mut found = Vec::new();
    if exchange.status != response.status {
        found.push(Difference::Status(exchange.status, response.status));
    }
    let Body::Json(recorded) = &exchange.body else { return found };
    let code = exchange.code();
    if code != response.code {
        found.push(Difference::Code(code.map(str::to_owned), response.code));
        return found;
    }
    if code.is_some() {
        let message = own.get("Message").and_then(Value::as_str).unwrap_or_default();
        let told = exchange.field("Message");
        if let Some(told) = told.filter(|told| !says(action, response, message, told)) {
            found.push(Difference::Message(told.to_owned(), message.to_owned()));
        }
        return found;
    }
    let left_out = |path: &str| match action.operation().reply {
        ReplyFields::All => false,
        ReplyFields::Without(fields) => fields.iter().any(|field| {
            path.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        }),
        // No list says which fields there are, so the emulator has those that a scenario knows.
        ReplyFields::NoListAtHand => true,
    };
    found.extend(differences(recorded, own, left_out).into_iter().map(Difference::Field));
    found
}

/// Whether a recorded message is the emulator's, apart from the parts that each call fills in: the
/// row's placeholders, and any spaces around it.
fn says(action: Action, response: &HttpResponse, own: &str, told: &str) -> bool {
    let told = told.trim();
    let is_row = |row: &&ErrorRow| row.status == response.status && Some(row.code) == response.code;
    let fits = |row: &ErrorRow| {
        let pattern = row.message.replace("%s", "…");
        matches(pattern.trim(), own.trim()) && matches(pattern.trim(), told)
    };
    told == own.trim() || rows(action).filter(is_row).any(fits)
}
