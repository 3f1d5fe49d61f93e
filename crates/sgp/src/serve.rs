//! An HTTP server on a local socket, for client libraries on this machine.
//!
//! `sg_core::gateway` decides on the answers, and hyper implements HTTP. This module sets limits:
//! the number of connections, how long each may take, and what happens to them when the server is
//! stopped. Everything runs on one thread because requests are answered one after another anyway:
//! each sees the scenario that the previous one left.

mod answer;
mod connection;
mod progress;
mod seat;
mod server;
mod wire;

use std::future::Future;
use std::io;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::rc::Rc;

use futures_util::FutureExt;
use futures_util::stream::{FuturesUnordered, StreamExt};
use tokio::net::TcpListener;
use tokio::select;

use connection::converse;
use progress::after;
use seat::Seat;
pub use server::{Limits, Server};

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
