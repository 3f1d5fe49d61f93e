//! A server on a socket: the same answers over plain HTTP, for client libraries on this machine.
//!
//! What it says is decided in `sg_core::gateway`; HTTP is hyper's. Here are bounds: how many
//! connections there are, how long each may take, and what becomes of them when the server is told
//! to stop. Everything runs on one thread, since the requests are answered one after the other
//! anyway: each sees the scenario that the one before it left.

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
