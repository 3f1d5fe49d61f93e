//! The binary: passes arguments, streams, clock and randomness to the library.

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

/// The time of day, and a unique seed for each call: the standard library seeds its hashers with
/// random bytes from the system.
fn env() -> Env {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    let entropy = RandomState::new().hash_one(since);
    Env { now: Timestamp::from_unix_seconds(seconds), entropy }
}

/// Completes on Ctrl-C, a closed terminal, or any other request to end the process.
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
