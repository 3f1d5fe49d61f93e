//! A server on a socket: the same answers over plain HTTP, for client libraries on this machine.
//!
//! What it says is decided in `sg_core::gateway`; HTTP is hyper's. Here are bounds: how many
//! connections there are, how long each may take, and what becomes of them when the server is told
//! to stop. Everything runs on one thread, since the requests are answered one after the other
//! anyway: each sees the scenario that the one before it left.

mod answer;
mod connection;
mod progress;
mod wire;

use std::cell::RefCell;
use std::future::Future;
use std::io;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::stream::{FuturesUnordered, StreamExt};
use tokio::net::TcpListener;
use tokio::select;

use sg_core::emulator::Env;
use sg_core::gateway::{Access, State};
use sg_core::model::Scenario;

use connection::{Seat, converse};
use progress::after;

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

/// Serves connections until `stopped` is ready or the listener fails. Nothing that a client sends
/// stops it.
///
/// Once it is told to stop, it takes no further connection and request. A request whose head has
/// been read is answered; who has not got that far is not waited for.
///
/// # Errors
/// What the listener reports.
pub async fn serve(
    listener: TcpListener,
    server: &Server<'_>,
    stopped: impl Future<Output = ()>,
) -> io::Result<()> {
    let mut stopped = pin!(stopped);
    let mut seats: Vec<Rc<Seat>> = Vec::new();
    let mut open = FuturesUnordered::new();
    let mut waiting = None;
    loop {
        if open.len() < server.limits.connections
            && let Some(stream) = waiting.take()
        {
            seats.retain(|seat| Rc::strong_count(seat) > 1);
            let seat = Rc::new(Seat::default());
            seats.push(seat.clone());
            // A panic is a defect of the program. It costs one client its connection, and the
            // panic hook has said where it was.
            open.push(AssertUnwindSafe(converse(stream, server, seat)).catch_unwind());
        }
        select! {
            biased;
            () = &mut stopped => break,
            Some(_) = open.next() => {}
            accepted = listener.accept(), if waiting.is_none() => match accepted {
                Ok((stream, _)) => waiting = Some(stream),
                // The client has gone before its turn came.
                Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
                Err(error) => return Err(error),
            },
            () = after(server.limits.settled), if waiting.is_some() => {
                let idle = |seat: &&Rc<Seat>| seat.idle_for() >= Some(server.limits.settled);
                if let Some(seat) = seats.iter().filter(idle).max_by_key(|seat| seat.idle_for()) {
                    seat.end();
                }
            }
        }
    }
    drop(listener);
    for seat in seats {
        seat.end();
    }
    while open.next().await.is_some() {}
    Ok(())
}
