//! A server on a socket: the same answers over plain HTTP, for client libraries on this machine.
//!
//! Everything it decides is `gateway`'s; here are bytes, bounds and threads. One request per
//! connection: client libraries open another one readily, and a closed connection cannot be held.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::emulator::Env;
use crate::gateway::{Headers, HttpRequest, HttpResponse, MAX_BODY_BYTES, State};
use crate::gateway::{respond, unreadable};
use crate::request::signature::Credentials;

/// What a server needs besides a socket.
pub struct Server<'a> {
    /// The scene and what is remembered between requests.
    pub state: &'a Mutex<State>,
    /// The AccessKeys that may sign.
    pub keys: &'a [Credentials],
    /// The clock, and a fresh source of ids for each request.
    pub env: &'a (dyn Fn() -> Env + Sync),
    /// Told of every answer.
    pub log: &'a (dyn Fn(&HttpResponse) + Sync),
}

/// The longest request line and headers together: a query may hold all that a body may.
const MAX_HEAD_BYTES: usize = MAX_BODY_BYTES + 65_536;

/// How many requests are read at once; more wait in the socket's queue.
const MAX_CONNECTIONS: usize = 64;

/// How long a client may keep silent before its connection is closed.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves connections until the listener fails. Nothing that a client sends stops it.
///
/// # Errors
/// What the listener reports.
pub fn serve(listener: &TcpListener, server: &Server<'_>) -> io::Result<()> {
    let open = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        loop {
            let (stream, _) = listener.accept()?;
            if open.fetch_add(1, Ordering::SeqCst) >= MAX_CONNECTIONS {
                // Dropping it closes it: the client may come again.
                open.fetch_sub(1, Ordering::SeqCst);
                continue;
            }
            let open = &open;
            scope.spawn(move || {
                // A client that hangs up early has no answer to get.
                let _ = converse(stream, server);
                open.fetch_sub(1, Ordering::SeqCst);
            });
        }
    })
}

fn converse(mut stream: TcpStream, server: &Server<'_>) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let response = match receive(&mut stream)? {
        Some(message) => {
            let Message { method, query, headers, body } = &message;
            let request = HttpRequest { method, query, headers, body };
            let mut state = server.state.lock().unwrap_or_else(PoisonError::into_inner);
            respond(&mut state, &request, server.keys, &(server.env)())
        }
        None => unreadable(&(server.env)()),
    };
    (server.log)(&response);
    let HttpResponse { status, content_type, body, .. } = &response;
    let length = body.len();
    let reason = if *status < 400 { "OK" } else { "Refused" };
    write!(
        stream,
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {content_type}\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )?;
    stream.flush()?;
    drain(&mut stream)
}

/// Reads what a client is still sending, within bounds: closing on it would lose it the answer.
fn drain(stream: &mut TcpStream) -> io::Result<()> {
    stream.shutdown(std::net::Shutdown::Write)?;
    io::copy(&mut stream.take(4 * MAX_BODY_BYTES as u64), &mut io::sink()).map(|_| ())
}

/// A request in its parts.
struct Message {
    method: String,
    query: String,
    headers: Headers,
    body: Vec<u8>,
}

/// Reads a request; none when it is no request, too long, or cut short.
fn receive(stream: &mut TcpStream) -> io::Result<Option<Message>> {
    let Some((head, mut body)) = read_head(stream)? else { return Ok(None) };
    let Some((method, query, headers)) = parse_head(&head) else { return Ok(None) };
    let length = headers.get("content-length").map_or(Ok(0), |text| text.trim().parse::<usize>());
    let Some(length) = length.ok().filter(|length| *length <= MAX_BODY_BYTES) else {
        return Ok(None);
    };
    if headers.contains_key("transfer-encoding") || body.len() > length {
        return Ok(None);
    }
    if headers.get("expect").is_some_and(|text| text.eq_ignore_ascii_case("100-continue")) {
        stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    let missing = (length - body.len()) as u64;
    stream.take(missing).read_to_end(&mut body)?;
    Ok((body.len() == length).then_some(Message { method, query, headers, body }))
}

/// Reads up to the empty line; returns what stands before it and what has come behind it.
fn read_head(stream: &mut TcpStream) -> io::Result<Option<(Vec<u8>, Vec<u8>)>> {
    const END: &[u8] = b"\r\n\r\n";
    let (mut head, mut chunk) = (Vec::new(), [0; 8_192]);
    loop {
        let count = stream.read(&mut chunk)?;
        let searched = head.len().saturating_sub(END.len() - 1);
        head.extend_from_slice(chunk.get(..count).unwrap_or_default());
        let unsearched = head.get(searched..).unwrap_or_default();
        if let Some(place) = unsearched.windows(END.len()).position(|window| window == END) {
            let body = head.split_off(searched + place + END.len());
            head.truncate(searched + place);
            return Ok(Some((head, body)));
        }
        if count == 0 || head.len() > MAX_HEAD_BYTES {
            return Ok(None);
        }
    }
}

/// Method, query and headers. A header that comes twice has both values, with a comma between.
fn parse_head(head: &[u8]) -> Option<(String, String, Headers)> {
    let text = std::str::from_utf8(head).ok()?;
    let mut lines = text.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || !version.starts_with("HTTP/1.") {
        return None;
    }
    let query = target.split_once('?').map_or("", |(_, query)| query);
    let mut headers = Headers::new();
    for line in lines {
        let (name, value) = line.split_once(':')?;
        let value = value.trim();
        headers
            .entry(name.to_ascii_lowercase())
            .and_modify(|own| *own = format!("{own}, {value}"))
            .or_insert_with(|| value.to_owned());
    }
    Some((method.to_owned(), query.to_owned(), headers))
}
