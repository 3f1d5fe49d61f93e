//! What a server needs besides a socket, and how much a client may ask for.

use std::cell::RefCell;
use std::io;
use std::time::Duration;

use sg_core::emulator::Env;
use sg_core::gateway::{Access, State};
use sg_core::model::Scenario;

/// What a server needs besides a socket.
pub struct Server<'a> {
    /// The scenario and what is remembered between requests.
    pub state: RefCell<State>,
    /// Who may call, what, and how often.
    pub access: Access<'a>,
    /// The time of day, and a fresh source of ids for each request.
    pub env: &'a dyn Fn() -> Env,
    /// Saves a changed scenario. Before it has, no client is told of the change.
    pub keep: &'a dyn Fn(&Scenario) -> io::Result<()>,
    /// Told of every answer, in one line. It holds no secret and no signature.
    pub log: &'a dyn Fn(String),
    /// How much a client may ask for.
    pub limits: Limits,
}

/// How much the server bears. A connection that takes longer than it may is closed; one that has
/// begun to ask is first told that its request cannot be read.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most connections. One more waits until another ends, and the one that has been idle for
    /// longest ends for its sake.
    pub connections: usize,
    /// How long a connection is idle at least before it ends for another's sake: the request of
    /// a new connection may be under way.
    pub settled: Duration,
    /// How long a connection may be idle when nobody else wants its place.
    pub idle: Duration,
    /// How long the head of a request may take, from its first byte.
    pub head: Duration,
    /// How long a body may take once its head has been read.
    pub body: Duration,
    /// How long a client may take to read its answer.
    pub answer: Duration,
}

impl Default for Limits {
    /// On one machine all of these take milliseconds. With every connection and a file or two a
    /// process stays below the 256 open files that some systems allow.
    fn default() -> Self {
        Self {
            connections: 128,
            settled: Duration::from_millis(100),
            idle: Duration::from_secs(60),
            head: Duration::from_secs(10),
            body: Duration::from_secs(10),
            answer: Duration::from_secs(10),
        }
    }
}
