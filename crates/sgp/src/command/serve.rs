//! `sgp serve`: the API on a local port, for client libraries.

use std::cell::RefCell;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::mpsc;

use tokio::runtime;

use sg_core::emulator::{Action, region_is_known};
use sg_core::gateway::{Access, State};
use sg_core::lesson::first_scenario;
use sg_core::model::{RegionId, Scenario, VpcId};
use sg_core::quote::hidden::visible;
use sg_core::request::VERSION;
use sg_core::request::signature::{Credentials, Secret};

use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::input;
use crate::process::Process;
use crate::serve::{Limits, Server, serve};
use crate::state_file::StateFile;
use crate::streams::Streams;

/// The API on a port of this machine, for client libraries
///
/// Answers the ECS API (2014-05-26) over plain HTTP on 127.0.0.1, so that client libraries can call
/// it. It checks signatures of both versions, answers in JSON and XML, and logs every call: when,
/// status, operation, code, RequestId. An operation that exists and is not emulated is answered as
/// one that does not exist; the log and the header x-sgp-note tell them apart. A query may have 64
/// KiB, a body 1 MiB. Ctrl-C stops it once the requests that it has heard are answered.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The port; 0 takes any free one, and the first line of the log names it
    #[arg(long, value_parser = port, default_value = "8086")]
    port: u16,
    /// The scenario to begin with; without it the three groups of the first lesson
    #[arg(long)]
    scenario: Option<String>,
    /// Keeps the scenario in this file across restarts, as a scenario document
    ///
    /// A file that exists is gone on with, and --scenario is not read; one that is no document is
    /// left as it is. FILE.lock beside it keeps a second server away. Client tokens and nonces are
    /// not kept.
    #[arg(long, value_name = "FILE")]
    state: Option<String>,
    /// The AccessKey whose signatures are accepted; testid when absent
    ///
    /// The variable SGP_ACCESS_KEY_ID says the same.
    #[arg(long, value_name = "ID")]
    access_key_id: Option<String>,
    /// Its secret; testsecret when absent
    ///
    /// A secret among the options can be seen by other users of the machine; the variable
    /// SGP_ACCESS_KEY_SECRET says the same unseen.
    #[arg(long, value_name = "SECRET")]
    access_key_secret: Option<String>,
    /// Operations, with commas between, that end in Forbidden.RAM: what a client should be able to
    /// live with
    #[arg(long, value_name = "OPERATION,…", value_delimiter = ',', value_parser = operation)]
    deny: Vec<Action>,
    /// More calls than that within a minute end in Throttling
    #[arg(long, value_name = "COUNT", value_parser = count)]
    per_minute: Option<usize>,
    /// Serves this region only, as a region's endpoint does: a call for another one ends in
    /// InvalidOperation.NotSupportedEndpoint
    #[arg(long, value_name = "REGION", value_parser = region)]
    endpoint_region: Option<RegionId>,
    /// Creates groups in this VPC if a call names none, for clients from the time of the classic
    /// network; without a value, in the first VPC of the scenario
    ///
    /// Otherwise such a call ends in InvalidVpcId.NotFound, as it does on the service.
    #[arg(long, value_name = "VPC", num_args = 0..=1, default_missing_value = "")]
    default_vpc: Option<String>,
}

const EXAMPLE: &str = "\
Example:
  sgp serve --scenario three-groups.json --state scenario.json";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let port = args.port;
    let key = key(args, &streams.process)?;
    let (file, scenario) = scenario(args)?;
    let default_vpc = default_vpc(args, &scenario)?;
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| cannot_listen(port, &error))?;
    let cannot_start = |error| Failure::input(format!("cannot start the server: {error}"));
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(cannot_start)?;
    let stopped = runtime.block_on(async { (streams.process.stopped)() });
    let stopped =
        stopped.map_err(|error| Failure::input(format!("cannot listen for Ctrl-C: {error}")))?;
    let told = format!(
        "ECS {VERSION} at http://{address}, AccessKey {}, {} security groups; Ctrl-C stops it",
        key.access_key_id,
        scenario.groups().len()
    );
    tell(streams, &told);
    let process = streams.process;
    let (sender, receiver) = mpsc::channel();
    // The log has its own thread, so that a slow reader does not delay answers.
    let outcome = std::thread::scope(|scope| {
        let served = scope.spawn(move || {
            let keep = |scenario: &Scenario| file.as_ref().map_or(Ok(()), |it| it.write(scenario));
            let log = move |line| {
                // The receiver outlives this sender.
                let _ = sender.send(line);
            };
            let server = Server {
                state: RefCell::new(State::new(scenario)),
                access: Access {
                    keys: &[key],
                    denied: &args.deny,
                    per_minute: args.per_minute,
                    region: args.endpoint_region.as_ref(),
                    default_vpc: default_vpc.as_ref(),
                },
                env: process.env,
                keep: &keep,
                log: &log,
                limits: Limits::default(),
            };
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener)?;
                serve(listener, &server, stopped).await
            })
        });
        receiver.iter().for_each(|line: String| tell(streams, &line));
        served.join().unwrap_or_else(|_| Err(io::Error::other("a thread has failed")))
    });
    outcome.map_err(|error| Failure::input(format!("the server has stopped: {error}")))?;
    tell(streams, "stopped");
    Ok(SUCCESS)
}

/// Writes a log line immediately. Failing to write it is no reason to stop.
fn tell(streams: &mut Streams<'_>, line: &str) {
    let _ = writeln!(streams.output, "{}", visible(line));
    let _ = streams.output.flush();
}

fn port(text: &str) -> Result<u16, String> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let port = text.parse().ok().filter(|_| digits);
    port.ok_or_else(|| format!("`{text}` is no port: 1 to 65535, or 0 for any free one"))
}

fn operation(name: &str) -> Result<Action, String> {
    Action::parse(name).ok_or_else(|| format!("`{name}` is no operation here"))
}

fn region(id: &str) -> Result<RegionId, String> {
    let known = RegionId::parse(id).ok().filter(|_| region_is_known(id));
    known.ok_or_else(|| format!("`{id}` is no region"))
}

fn count(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| format!("`{text}` is no number of calls"))
}

/// The AccessKey whose signatures are accepted: from the options, or else from the environment,
/// where other users of the machine cannot see it, or else the published one.
fn key(args: &Args, process: &Process<'_>) -> Result<Credentials, Failure> {
    let part = |given: &Option<String>, option: &str, variable: &str, usual: &str| match given
        .clone()
        .or_else(|| (process.variable)(variable))
    {
        Some(text) if text.is_empty() => {
            let sentence = format!("the option `--{option}` or {variable} is empty");
            Err(Failure::Usage(sentence))
        }
        text => Ok(text.unwrap_or_else(|| usual.to_owned())),
    };
    let id = part(&args.access_key_id, "access-key-id", "SGP_ACCESS_KEY_ID", "testid")?;
    let secret =
        part(&args.access_key_secret, "access-key-secret", "SGP_ACCESS_KEY_SECRET", "testsecret")?;
    Ok(Credentials::new(id, Secret::new(secret)))
}

/// The initial scenario: from the state file, or else the given one, or else the first lesson's.
fn scenario(args: &Args) -> Result<(Option<StateFile>, Scenario), Failure> {
    let opened = args.state.as_deref().map(StateFile::open).transpose()?;
    let (file, kept) = opened.map_or((None, None), |(file, kept)| (Some(file), kept));
    let scenario = match (kept, &args.scenario) {
        (Some(kept), _) => return Ok((file, kept)),
        (None, Some(path)) => input::scenario(path)?,
        (None, None) => first_scenario(),
    };
    if let Some(file) = &file {
        // An unwritable file should be reported now rather than at the first call.
        let path = args.state.as_deref().unwrap_or_default();
        file.write(&scenario)
            .map_err(|error| Failure::input(format!("cannot write {path}: {error}")))?;
    }
    Ok((file, scenario))
}

/// The VPC of new groups whose call names none.
fn default_vpc(args: &Args, scenario: &Scenario) -> Result<Option<VpcId>, Failure> {
    let Some(name) = args.default_vpc.as_deref() else { return Ok(None) };
    let mut vpcs = scenario.parts().vpcs.keys();
    let found = vpcs.find(|id| name.is_empty() || id.as_str() == name);
    let found = found.ok_or_else(|| {
        Failure::input(match name {
            "" => "the scenario has no VPC for --default-vpc".to_owned(),
            name => format!("the scenario has no VPC `{name}`"),
        })
    })?;
    Ok(Some(found.clone()))
}

fn listen(port: u16) -> Result<TcpListener, Failure> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = TcpListener::bind(address).and_then(|listener| {
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    listener.map_err(|error| cannot_listen(port, &error))
}

fn cannot_listen(port: u16, error: &io::Error) -> Failure {
    let sentence = if error.kind() == io::ErrorKind::AddrInUse {
        format!("port {port} is in use; choose another with --port, or 0 for any free one")
    } else {
        format!("cannot listen on port {port}: {error}")
    };
    Failure::input(sentence)
}
