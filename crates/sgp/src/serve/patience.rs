//! A connection whose other end has only so much time, however little it sends at a time.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::{PATIENCE, Server};

/// How long one wait is; between two of them the clock and the wish to stop are looked at.
const WAIT: Duration = Duration::from_millis(50);

/// A connection with an end of patience. Past it, or when the server is to stop, reading and
/// writing fail with [`ErrorKind::TimedOut`].
pub(super) struct Patient<'a> {
    stream: TcpStream,
    server: &'a Server<'a>,
    end: Duration,
}

impl<'a> Patient<'a> {
    pub(super) fn new(stream: TcpStream, server: &'a Server<'a>) -> io::Result<Self> {
        stream.set_read_timeout(Some(WAIT))?;
        stream.set_write_timeout(Some(WAIT))?;
        Ok(Self { stream, server, end: (server.uptime)().saturating_add(PATIENCE) })
    }

    /// Gives the client its time anew.
    pub(super) fn again(&mut self) {
        self.end = (self.server.uptime)().saturating_add(PATIENCE);
    }

    pub(super) fn shutdown(&self, how: Shutdown) -> io::Result<()> {
        self.stream.shutdown(how)
    }

    /// Tries until it works, fails, or takes too long.
    fn patiently(
        &mut self,
        may_stop: bool,
        mut attempt: impl FnMut(&mut TcpStream) -> io::Result<usize>,
    ) -> io::Result<usize> {
        loop {
            match attempt(&mut self.stream) {
                Err(error)
                    if matches!(
                        error.kind(),
                        ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted
                    ) => {}
                done => {
                    // A client that sends without pause has no more time than one that dawdles.
                    return if self.is_over() { Err(ErrorKind::TimedOut.into()) } else { done };
                }
            }
            let stopping = may_stop && self.server.stopping.load(Ordering::SeqCst);
            if stopping || self.is_over() {
                return Err(ErrorKind::TimedOut.into());
            }
        }
    }

    fn is_over(&self) -> bool {
        (self.server.uptime)() >= self.end
    }
}

impl Read for Patient<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.patiently(true, |stream| stream.read(buffer))
    }
}

impl Write for Patient<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.patiently(false, |stream| stream.write(buffer))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}
