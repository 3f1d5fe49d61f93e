//! What a process has besides its streams: clocks, chance, its environment, and an end.

use std::io;
use std::time::Duration;

use sg_core::emulator::Env;

/// What to do when the process is asked to end.
pub type OnStop = Box<dyn FnMut() + Send>;

/// The hidden inputs of a command, made visible: only the binary has them, and tests put their own
/// in their place.
#[derive(Clone, Copy)]
pub struct Process<'a> {
    /// The time of day, and a fresh source of ids for each call.
    pub env: &'a (dyn Fn() -> Env + Sync),
    /// How long the process has run.
    pub uptime: &'a (dyn Fn() -> Duration + Sync),
    /// A variable of the environment.
    pub variable: &'a (dyn Fn(&str) -> Option<String> + Sync),
    /// Has something done when Ctrl-C is pressed, instead of ending the process at once.
    pub on_stop: &'a (dyn Fn(OnStop) -> io::Result<()> + Sync),
}
