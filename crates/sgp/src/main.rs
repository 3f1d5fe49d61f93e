//! The command line: hands arguments, streams, clocks and chance to the library, and nothing else.

use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufWriter};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use sg_core::emulator::Env;
use sg_core::model::Timestamp;
use sgp::{Process, Stopped, Streams, run};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let mut output = BufWriter::new(io::stdout().lock());
    let mut streams = Streams {
        input: Box::new(io::stdin().lock()),
        output: &mut output,
        errors: &mut io::stderr().lock(),
        process: Process {
            env: &env,
            variable: &|name| std::env::var(name).ok(),
            stopped: &stopped,
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

/// Ctrl-C, a terminal that is closed, and whatever else asks a process to end.
#[cfg(unix)]
fn stopped() -> io::Result<Stopped> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    Ok(Box::pin(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hang_up.recv() => {}
        }
    }))
}

#[cfg(windows)]
fn stopped() -> io::Result<Stopped> {
    use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close};
    let (mut press, mut pause, mut close) = (ctrl_c()?, ctrl_break()?, ctrl_close()?);
    Ok(Box::pin(async move {
        tokio::select! {
            _ = press.recv() => {}
            _ = pause.recv() => {}
            _ = close.recv() => {}
        }
    }))
}
