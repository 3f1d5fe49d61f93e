//! One connection: request after request until one side has had enough.

use std::future::{Future, poll_fn};
use std::io;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::Poll;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{HttpService, service_fn};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy, sink};
use tokio::net::TcpStream;
use tokio::select;
use tokio::time::{sleep_until, timeout};

use sg_core::gateway::{MAX_BODY_BYTES, unreadable};

use super::answer::{self, Body};
use super::progress::Phase;
use super::seat::Seat;
use super::server::Server;
use super::wire::Wire;

/// The longest request line and headers together. Of the line, hyper reads no more than 64 KiB.
const MAX_HEAD_BYTES: usize = 256 * 1024;

/// The most headers of a request; client libraries send fewer than twenty.
const MAX_HEADERS: usize = 100;

/// Why hyper has nothing more to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// The last answer is written, or the client has left between two requests.
    Done,
    /// What came was no request.
    Unreadable,
    /// The client has left or its time is over, perhaps in the middle of a request.
    Cut,
    /// The connection is broken, or the server wants it to end.
    Gone,
}

/// Answers what comes over a connection.
pub(super) async fn converse(stream: TcpStream, server: &Server<'_>, seat: Rc<Seat>) {
    let service = service_fn(|request| answer::service(request, server, &seat.progress));
    let mut builder = http1::Builder::new();
    builder.half_close(true).title_case_headers(true).auto_date_header(false);
    builder.max_headers(MAX_HEADERS).max_buf_size(MAX_HEAD_BYTES);
    let mut connection = builder.serve_connection(Wire::new(stream, seat.clone()), service);
    let end = drive(&mut connection, server, &seat).await;
    let http1::Parts { io: Wire { mut stream, .. }, read_buf, .. } = connection.into_parts();
    let asked = !read_buf.is_empty() || seat.progress.phase() == Phase::Body;
    let refused = end == End::Unreadable || end == End::Cut && asked;
    // A client that has left early has no answer to get.
    let _ = match end {
        _ if refused => refuse(&mut stream, server, &seat).await,
        End::Done => linger(&mut stream, server, &seat).await,
        End::Unreadable | End::Cut | End::Gone => Ok(()),
    };
}

/// Lets hyper work until it has done, somebody wants the connection to end, or its time is over.
async fn drive<S>(
    connection: &mut http1::Connection<Wire, S>,
    server: &Server<'_>,
    seat: &Seat,
) -> End
where
    S: HttpService<Incoming, ResBody = Body> + Unpin,
    S::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut wanted = pin!(seat.end.notified());
    let mut ending = false;
    let mut timer = pin!(sleep_until(seat.progress.deadline(&server.limits)));
    poll_fn(|context| {
        if !ending && wanted.as_mut().poll(context).is_ready() {
            if matches!(seat.progress.phase(), Phase::Idle | Phase::Head) {
                return Poll::Ready(End::Gone);
            }
            ending = true;
            Pin::new(&mut *connection).graceful_shutdown();
        }
        if let Poll::Ready(outcome) = Pin::new(&mut *connection).poll(context) {
            return Poll::Ready(match outcome {
                Ok(()) if ending => End::Gone,
                Ok(()) => End::Done,
                Err(error) if error.is_parse() => End::Unreadable,
                Err(error) if error.is_incomplete_message() => End::Cut,
                Err(_) => End::Gone,
            });
        }
        let deadline = seat.progress.deadline(&server.limits);
        if timer.deadline() != deadline {
            timer.as_mut().reset(deadline);
        }
        timer.as_mut().poll(context).map(|()| match seat.progress.phase() {
            Phase::Idle | Phase::Head | Phase::Body => End::Cut,
            // Nobody reads what is said.
            Phase::Answer => End::Gone,
        })
    })
    .await
}

/// Tells a client that its request cannot be read, in the form of the API's errors.
async fn refuse(stream: &mut TcpStream, server: &Server<'_>, seat: &Seat) -> io::Result<()> {
    let env = (server.env)();
    let response = unreadable(&env);
    (server.log)(answer::log_line(env.now, &response));
    let head = format!(
        "HTTP/1.1 {} Bad Request\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        response.status,
        response.content_type,
        response.body.len()
    );
    let answer = head + &response.body;
    seat.progress.enter(Phase::Answer);
    timeout(server.limits.answer, stream.write_all(answer.as_bytes())).await??;
    linger(stream, server, seat).await
}

/// Closes a connection in its own direction and reads, within bounds, what the client is still
/// sending: closing on it would lose it the answer.
async fn linger(stream: &mut TcpStream, server: &Server<'_>, seat: &Seat) -> io::Result<()> {
    seat.progress.enter(Phase::Idle);
    stream.shutdown().await?;
    let (mut rest, mut nowhere) = (stream.take(4 * MAX_BODY_BYTES as u64), sink());
    select! {
        () = seat.end.notified() => {}
        _ = timeout(server.limits.answer, copy(&mut rest, &mut nowhere)) => {}
    }
    Ok(())
}
