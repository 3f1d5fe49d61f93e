//! The environment of a process besides its streams: clock, randomness, variables and shutdown.

use std::future::Future;
use std::io;
use std::pin::Pin;

use sg_core::emulator::Env;

/// Completes when the process is asked to stop.
pub type Stopped = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The hidden inputs of a command, made explicit: the binary supplies the real ones, tests their
/// own.
#[derive(Clone, Copy)]
pub struct Process<'a> {
    /// The time of day, and a fresh source of IDs for each call.
    pub env: &'a (dyn Fn() -> Env + Sync),
    /// Reads an environment variable.
    pub variable: &'a (dyn Fn(&str) -> Option<String> + Sync),
    /// From this call on, Ctrl-C completes the returned future instead of ending the process. Must
    /// be called within a tokio runtime.
    pub stopped: &'a (dyn Fn() -> io::Result<Stopped> + Sync),
}
