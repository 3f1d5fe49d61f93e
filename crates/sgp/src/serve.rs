//! An HTTP server on a local socket, for client libraries on this machine.
//!
//! `sg_core::gateway` decides on the answers, and hyper implements HTTP. This module sets limits:
//! the number of connections, how long each may take, and what happens to them when the server is
//! stopped. Everything runs on one thread because requests are answered one after another anyway:
//! each sees the scenario that the previous one left.

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

/// Everything a server needs besides a socket.
pub struct Server<'a> {
    /// The scenario, and what is remembered between requests.
    pub state: RefCell<State>,
    /// Who may call which operations, and how often.
    pub access: Access<'a>,
    /// The time of day, and a fresh source of IDs for each request.
    pub env: &'a dyn Fn() -> Env,
    /// Saves a changed scenario. Clients are told of a change only after it has been saved.
    pub keep: &'a dyn Fn(&Scenario) -> io::Result<()>,
    /// Called with one line for every answer. It contains no secrets and no signatures.
    pub log: &'a dyn Fn(String),
    /// The limits for clients.
    pub limits: Limits,
}

/// The limits of the server. A connection that exceeds a timeout is closed. If it has started a
/// request, it first receives an error that the request cannot be read.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The maximum number of connections. Another connection waits until one ends; to make room,
    /// the one that has been idle longest is ended.
    pub connections: usize,
    /// The minimum time a connection must be idle before it is ended to make room, since the
    /// request of a new connection may be on its way.
    pub settled: Duration,
    /// How long a connection may be idle while there is room.
    pub idle: Duration,
    /// The timeout for the head of a request, from its first byte.
    pub head: Duration,
    /// The timeout for a body after its head has been read.
    pub body: Duration,
    /// The timeout for a client to read its answer.
    pub answer: Duration,
}

impl Default for Limits {
    /// On the same machine, all of these take milliseconds. With every connection and a few files
    /// open, a process stays below the limit of 256 open files that some systems have.
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

/// Serves connections until `stopped` completes or the listener fails. Nothing a client sends can
/// stop it.
///
/// Once stopped, it accepts no further connections or requests. Requests whose heads have been read
/// are still answered; all others are dropped.
///
/// # Errors
/// An error of the listener.
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
            // A panic is a defect of the program. It only ends this client's connection, and the
            // panic hook has already reported its location.
            open.push(AssertUnwindSafe(converse(stream, server, seat)).catch_unwind());
        }
        select! {
            biased;
            () = &mut stopped => break,
            Some(_) = open.next() => {}
            accepted = listener.accept(), if waiting.is_none() => match accepted {
                Ok((stream, _)) => waiting = Some(stream),
                // The client disconnected before it was accepted.
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
