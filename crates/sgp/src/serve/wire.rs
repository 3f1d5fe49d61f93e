//! The socket as hyper sees it: it tells how far the connection has come, and keeps hyper from
//! answering for itself.
//!
//! Where a request is no HTTP, hyper sends a response of its own, without a body, and offers no
//! place to say another. Clients of the API read a code out of a body. So what hyper writes while
//! no request has been handed to the service goes nowhere, and `connection` writes the API's error
//! once hyper has reported its own. This holds because hyper flushes an answer before it reads the
//! head of the next request.

use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

use hyper::rt::{Read, ReadBufCursor, Write};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::progress::Phase;
use super::seat::Seat;

/// How much is read at once.
const CHUNK: usize = 16_384;

pub(super) struct Wire {
    pub(super) stream: TcpStream,
    seat: Rc<Seat>,
}

impl Wire {
    pub(super) const fn new(stream: TcpStream, seat: Rc<Seat>) -> Self {
        Self { stream, seat }
    }
}

impl Read for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        mut buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        let mut bytes = [0; CHUNK];
        let bytes = bytes.get_mut(..buffer.remaining().min(CHUNK)).unwrap_or_default();
        let mut read = ReadBuf::new(bytes);
        ready!(Pin::new(&mut self.stream).poll_read(context, &mut read))?;
        if !read.filled().is_empty() && self.seat.progress.phase() == Phase::Idle {
            self.seat.progress.enter(Phase::Head);
        }
        buffer.put_slice(read.filled());
        Poll::Ready(Ok(()))
    }
}

impl Write for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.seat.progress.phase() {
            // Nobody has answered but hyper.
            Phase::Idle | Phase::Head => Poll::Ready(Ok(bytes.len())),
            Phase::Body | Phase::Answer => Pin::new(&mut self.stream).poll_write(context, bytes),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_flush(context))?;
        if self.seat.progress.phase() == Phase::Answer {
            self.seat.progress.enter(Phase::Idle);
        }
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        // The API's error may have to follow: `connection` closes once it has said all.
        Poll::Ready(Ok(()))
    }
}
