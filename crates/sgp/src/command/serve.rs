//! `sgp serve`: the API on a port of this machine, for client libraries.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, mpsc};

use sg_core::emulator::Action;
use sg_core::gateway::{Access, State};
use sg_core::lesson::first_scene;
use sg_core::model::Scenario;
use sg_core::quote::hidden::visible;
use sg_core::request::VERSION;
use sg_core::request::signature::{Credentials, Secret};

use super::super::args::{Args, Signature};
use super::super::failure::Failure;
use super::super::process::Process;
use super::super::serve::{Server, serve, stop};
use super::super::state_file::StateFile;
use super::super::{SUCCESS, Streams, input};

pub(super) const SIGNATURE: Signature = Signature {
    name: "serve",
    values: &[],
    optional: 0,
    options: &[
        "port",
        "scenario",
        "state",
        "access-key-id",
        "access-key-secret",
        "deny",
        "per-minute",
    ],
};

/// Where it listens unless asked otherwise.
const PORT: u16 = 8086;

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let port = port(args)?;
    let key = key(args, &streams.process)?;
    let (denied, per_minute) = (denied(args)?, per_minute(args)?);
    let (file, scenario) = scene(args)?;
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| cannot_listen(port, &error))?;
    let stopping = Arc::new(AtomicBool::new(false));
    let flag = stopping.clone();
    (streams.process.on_stop)(Box::new(move || stop(&flag, address)))
        .map_err(|error| Failure::input(format!("cannot listen for Ctrl-C: {error}")))?;
    let told = format!(
        "ECS {VERSION} at http://{address}, AccessKey {}, {} security groups; Ctrl-C stops it",
        key.access_key_id,
        scenario.groups().len()
    );
    tell(streams, &told);
    let process = streams.process;
    let (sender, receiver) = mpsc::channel();
    let outcome = std::thread::scope(|scope| {
        let served = scope.spawn(move || {
            let keep = |scenario: &Scenario| file.as_ref().map_or(Ok(()), |it| it.write(scenario));
            let log = move |line| {
                // The other end is read until this one is gone.
                let _ = sender.send(line);
            };
            let server = Server {
                state: &Mutex::new(State::new(scenario)),
                access: Access { keys: &[key], denied: &denied, per_minute },
                env: process.env,
                uptime: process.uptime,
                keep: &keep,
                log: &log,
                stopping: &stopping,
            };
            serve(&listener, &server)
        });
        receiver.iter().for_each(|line: String| tell(streams, &line));
        served.join().unwrap_or_else(|_| Err(io::Error::other("a thread has failed")))
    });
    outcome.map_err(|error| Failure::input(format!("the server has stopped: {error}")))?;
    tell(streams, "stopped");
    Ok(SUCCESS)
}

/// Writes a line of the log at once. That nobody reads it any more is no reason to stop.
fn tell(streams: &mut Streams<'_>, line: &str) {
    let _ = writeln!(streams.output, "{}", visible(line));
    let _ = streams.output.flush();
}

fn port(args: &Args) -> Result<u16, Failure> {
    let Some(text) = args.option("port") else { return Ok(PORT) };
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or_else(|| {
        Failure::Usage(format!("`{text}` is no port: 1 to 65535, or 0 for any free one"))
    })
}

/// The AccessKey whose signatures are accepted: from the options, else from the environment, where
/// other users of the machine do not see it, else the published one.
fn key(args: &Args, process: &Process<'_>) -> Result<Credentials, Failure> {
    let part = |option: &str, variable: &str, usual: &str| {
        let given = args.option(option).map(str::to_owned);
        let text = given.or_else(|| (process.variable)(variable));
        match text {
            Some(text) if text.is_empty() => {
                let sentence = format!("the option `--{option}` or {variable} is empty");
                Err(Failure::Usage(sentence))
            }
            text => Ok(text.unwrap_or_else(|| usual.to_owned())),
        }
    };
    let id = part("access-key-id", "SGP_ACCESS_KEY_ID", "testid")?;
    let secret = part("access-key-secret", "SGP_ACCESS_KEY_SECRET", "testsecret")?;
    Ok(Credentials::new(id, Secret::new(secret)))
}

/// The operations that are refused as if the account had not granted them.
fn denied(args: &Args) -> Result<Vec<Action>, Failure> {
    let names = args.option("deny").into_iter().flat_map(|names| names.split(','));
    let action = |name: &str| {
        Action::parse(name).ok_or_else(|| Failure::Usage(format!("`{name}` is no operation here")))
    };
    names.map(action).collect()
}

/// How many calls a minute are let in.
fn per_minute(args: &Args) -> Result<Option<usize>, Failure> {
    let Some(text) = args.option("per-minute") else { return Ok(None) };
    let refused = || Failure::Usage(format!("`{text}` is no number of calls"));
    text.parse().map(Some).map_err(|_| refused())
}

/// The scene to begin with: what the state file holds, else the scenario, else the first lesson.
fn scene(args: &Args) -> Result<(Option<StateFile>, Scenario), Failure> {
    let opened = args.option("state").map(StateFile::open).transpose()?;
    let (file, kept) = opened.map_or((None, None), |(file, kept)| (Some(file), kept));
    let scenario = match (kept, args.option("scenario")) {
        (Some(kept), _) => return Ok((file, kept)),
        (None, Some(path)) => input::scenario(path)?,
        (None, None) => first_scene(),
    };
    if let Some(file) = &file {
        // Better now than at the first call.
        let path = args.option("state").unwrap_or_default();
        file.write(&scenario)
            .map_err(|error| Failure::input(format!("cannot write {path}: {error}")))?;
    }
    Ok((file, scenario))
}

fn listen(port: u16) -> Result<TcpListener, Failure> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).map_err(|error| cannot_listen(port, &error))
}

fn cannot_listen(port: u16, error: &io::Error) -> Failure {
    let sentence = if error.kind() == io::ErrorKind::AddrInUse {
        format!("port {port} is in use; choose another with --port, or 0 for any free one")
    } else {
        format!("cannot listen on port {port}: {error}")
    };
    Failure::input(sentence)
}
