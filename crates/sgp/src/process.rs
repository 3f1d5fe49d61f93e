//! What a process has besides its streams: a clock, chance, its environment, and an end.

use std::future::Future;
use std::io;
use std::pin::Pin;

use sg_core::emulator::Env;

/// Ready once the process is asked to end.
pub type Stopped = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The hidden inputs of a command, made visible: only the binary has them, and tests put their own
/// in their place.
#[derive(Clone, Copy)]
pub struct Process<'a> {
    /// The time of day, and a fresh source of ids for each call.
    pub env: &'a (dyn Fn() -> Env + Sync),
    /// A variable of the environment.
    pub variable: &'a (dyn Fn(&str) -> Option<String> + Sync),
    /// From now on Ctrl-C does not end the process at once but makes this ready. Called within a
    /// tokio runtime.
    pub stopped: &'a (dyn Fn() -> io::Result<Stopped> + Sync),
}
