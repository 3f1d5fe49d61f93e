//! A server on a socket: the same answers over plain HTTP, for client libraries on this machine.
//!
//! Everything it decides is `gateway`'s; here are bytes, bounds and threads. One request per
//! connection: client libraries open another one readily, and a closed connection cannot be held.

mod message;
mod patience;

use std::io::{self, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use sg_core::emulator::Env;
use sg_core::gateway::{Access, HttpRequest, HttpResponse, MAX_BODY_BYTES, State};
use sg_core::gateway::{respond, undone, unreadable};
use sg_core::model::{Scenario, Timestamp};

use message::Message;
use patience::Patient;

/// What a server needs besides a socket.
pub struct Server<'a> {
    /// The scene and what is remembered between requests.
    pub state: &'a Mutex<State>,
    /// Who may call, what, and how often.
    pub access: Access<'a>,
    /// The clock, and a fresh source of ids for each request.
    pub env: &'a (dyn Fn() -> Env + Sync),
    /// How long the process has run: a clock that nobody sets.
    pub uptime: &'a (dyn Fn() -> Duration + Sync),
    /// Writes a changed scene down. Before it has, no client is told of the change.
    pub keep: &'a (dyn Fn(&Scenario) -> io::Result<()> + Sync),
    /// Told of every answer, in one line. It holds no secret and no signature.
    pub log: &'a (dyn Fn(String) + Sync),
    /// Once it is true and one more connection has come, the server ends: see [`stop`].
    pub stopping: &'a AtomicBool,
}

/// How many requests are read at once; a further connection is closed.
const MAX_CONNECTIONS: usize = 64;

/// How long a client may take for a request, or for its answer. On one machine it is milliseconds.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Serves connections until [`stop`] is called or the listener fails. Nothing that a client sends
/// stops it.
///
/// # Errors
/// What the listener reports.
pub fn serve(listener: &TcpListener, server: &Server<'_>) -> io::Result<()> {
    let open = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        loop {
            let stream = match listener.accept() {
                Ok((stream, _)) => stream,
                // The client has gone before its turn came.
                Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => continue,
                Err(error) => return Err(error),
            };
            if server.stopping.load(Ordering::SeqCst) {
                return Ok(());
            }
            if open.fetch_add(1, Ordering::SeqCst) >= MAX_CONNECTIONS {
                // Dropping it closes it: the client may come again.
                open.fetch_sub(1, Ordering::SeqCst);
                continue;
            }
            let counted = &open;
            let spawned = std::thread::Builder::new().spawn_scoped(scope, move || {
                // A client that hangs up early has no answer to get.
                let _ = converse(stream, server);
                counted.fetch_sub(1, Ordering::SeqCst);
            });
            if spawned.is_err() {
                // The machine has no thread left for it.
                open.fetch_sub(1, Ordering::SeqCst);
            }
        }
    })
}

/// Ends a server. What it is answering is answered; who has not finished asking is not waited for.
pub fn stop(stopping: &AtomicBool, address: std::net::SocketAddr) {
    stopping.store(true, Ordering::SeqCst);
    // One more connection wakes the listener. Where none can be made, nobody listens any more.
    let _ = TcpStream::connect(address);
}

fn converse(stream: TcpStream, server: &Server<'_>) -> io::Result<()> {
    let mut client = Patient::new(stream, server)?;
    let message = match message::receive(&mut client) {
        Err(error) if error.kind() != io::ErrorKind::TimedOut => return Err(error),
        received => received.unwrap_or_default(),
    };
    let env = (server.env)();
    let response = match message {
        Some(message) => answer(&message, server, &env),
        None => unreadable(&env),
    };
    (server.log)(log_line(env.now, &response));
    client.again();
    let HttpResponse { status, content_type, body, .. } = &response;
    let length = body.len();
    let reason = if *status < 400 { "OK" } else { "Refused" };
    let answer = format!(
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {content_type}\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    client.write_all(answer.as_bytes())?;
    client.flush()?;
    drain(&mut client)
}

/// Answers a request and writes a changed scene down. What cannot be written has not happened.
fn answer(message: &Message, server: &Server<'_>, env: &Env) -> HttpResponse {
    let Message { method, query, headers, body } = message;
    let request = HttpRequest { method, query, headers, body };
    let mut state = server.state.lock().unwrap_or_else(PoisonError::into_inner);
    let mut next = state.clone();
    let response = respond(&mut next, &request, &server.access, env);
    if next.scenario != state.scenario
        && let Err(error) = (server.keep)(&next.scenario)
    {
        (server.log)(format!(
            "{} cannot write the state: {error}; the next call is undone",
            env.now
        ));
        return undone(&response, env);
    }
    *state = next;
    response
}

/// One line about an answer, of our own words and the API's alone.
fn log_line(now: Timestamp, response: &HttpResponse) -> String {
    let HttpResponse { status, action, code, request_id, .. } = response;
    let action = action.map_or("-", |action| action.as_str());
    format!("{now} {status} {action} {} {request_id}", code.unwrap_or("OK"))
}

/// Reads what a client is still sending, within bounds: closing on it would lose it the answer.
fn drain(client: &mut Patient<'_>) -> io::Result<()> {
    use io::Read;
    client.shutdown(Shutdown::Write)?;
    io::copy(&mut client.take(4 * MAX_BODY_BYTES as u64), &mut io::sink()).map(|_| ())
}
