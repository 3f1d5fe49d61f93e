//! The command line: hands arguments, streams, clocks and chance to the library, and nothing else.

use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufWriter};
use std::process::ExitCode;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use sg_core::emulator::Env;
use sg_core::model::Timestamp;
use sgp::{Process, Streams, run};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let start = Instant::now();
    let mut output = BufWriter::new(io::stdout().lock());
    let mut streams = Streams {
        input: Box::new(io::stdin().lock()),
        output: &mut output,
        errors: &mut io::stderr().lock(),
        process: Process {
            env: &env,
            uptime: &|| start.elapsed(),
            variable: &|name| std::env::var(name).ok(),
            on_stop: &|stop| ctrlc::set_handler(stop).map_err(io::Error::other),
        },
    };
    ExitCode::from(run(&arguments, &mut streams))
}

/// The time of day, and a seed that no other call has: the standard library keys its hashes with
/// random bytes of the system.
fn env() -> Env {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    let entropy = RandomState::new().hash_one(since);
    Env { now: Timestamp::from_unix_seconds(seconds), entropy }
}
