//! A server on a real socket for the tests, and clients that send bytes.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failing test should stop at once and say where"
)]

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, mpsc};

use sg_core::emulator::{Action, Call, Env};
use sg_core::gateway::{Access, State};
use sg_core::model::*;
use sg_core::request::signature::{Credentials, Signing, v1};
use sg_testing::scenario_text;
use sgp::serve::{Limits, Server, serve};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

pub(crate) const NOW: i64 = 1_704_067_200;

/// What happens when the server saves a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disk {
    Works,
    Full,
    /// The program itself panics.
    Panics,
}

/// A server that runs until the tests end, and what a test can control.
pub(crate) struct Started {
    pub(crate) address: SocketAddr,
    pub(crate) disk: Arc<Mutex<Disk>>,
    /// Every scenario it has saved.
    pub(crate) kept: Arc<Mutex<Vec<Scenario>>>,
    pub(crate) log: Arc<Mutex<Vec<String>>>,
    pub(crate) stop: oneshot::Sender<()>,
    pub(crate) thread: std::thread::JoinHandle<io::Result<()>>,
}

pub(crate) fn start() -> Started {
    start_with(Limits::default())
}

pub(crate) fn start_with(limits: Limits) -> Started {
    let disk = Arc::new(Mutex::new(Disk::Works));
    let (kept, log) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(Vec::new())));
    let (stop, stopped) = oneshot::channel();
    let (sender, receiver) = mpsc::channel();
    let own = (disk.clone(), kept.clone(), log.clone());
    let thread = std::thread::spawn(move || {
        let (disk, kept, log) = own;
        let seed = AtomicU64::new(1);
        let env = || Env {
            now: Timestamp::from_unix_seconds(NOW),
            entropy: seed.fetch_add(1, Ordering::SeqCst),
        };
        let keep = |scenario: &Scenario| {
            let disk = *disk.lock().unwrap();
            match disk {
                Disk::Works => kept.lock().unwrap().push(scenario.clone()),
                Disk::Full => return Err(io::Error::other("the disk is full")),
                Disk::Panics => panic!("panic requested by the test"),
            }
            Ok(())
        };
        let keys = [Credentials::demo()];
        let scenario =
            scenario_text::scenario_of("group G1 basic accept\ninstance i-1 10.0.0.1 in G1");
        let server = Server {
            state: State::new(scenario).into(),
            access: Access::unlimited(&keys),
            env: &env,
            keep: &keep,
            log: &|line| log.lock().unwrap().push(line),
            limits,
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await?;
            sender.send(listener.local_addr()?).unwrap();
            let stopped = async {
                if stopped.await.is_err() {
                    // The test has no handle to stop it, so the server keeps running.
                    std::future::pending::<()>().await;
                }
            };
            serve(listener, &server, stopped).await
        })
    });
    Started { address: receiver.recv().unwrap(), disk, kept, log, stop, thread }
}

/// An answer as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answered {
    pub(crate) status: String,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answered {
    /// The `Code` of the error, in either format; empty if there is none.
    pub(crate) fn code(&self) -> &str {
        let after = |start: &str, end: char| {
            let (_, rest) = self.body.split_once(start)?;
            Some(rest.split(end).next().unwrap_or_default())
        };
        after("<Code>", '<').or_else(|| after("\"Code\":\"", '"')).unwrap_or_default()
    }
}

/// A connection that stays open.
pub(crate) struct Client(BufReader<TcpStream>);

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> Self {
        Self(BufReader::new(TcpStream::connect(address).unwrap()))
    }

    pub(crate) fn send(&mut self, bytes: &[u8]) {
        self.0.get_mut().write_all(bytes).unwrap();
    }

    pub(crate) fn stream(&mut self) -> &mut TcpStream {
        self.0.get_mut()
    }

    /// The head of the next answer, up to its empty line; `None` if the server has closed the
    /// connection.
    pub(crate) fn head(&mut self) -> Option<String> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            match self.0.read_line(&mut head) {
                Ok(0) | Err(_) if head.is_empty() => return None,
                Ok(0) | Err(_) => panic!("{head}"),
                Ok(_) => {}
            }
        }
        Some(head)
    }

    /// The next answer, read by its announced length; `None` if the server has closed the
    /// connection.
    pub(crate) fn answer(&mut self) -> Option<Answered> {
        let head = self.head()?;
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "));
        let mut body = vec![0; length.unwrap().parse().unwrap()];
        self.0.read_exact(&mut body).unwrap();
        let status = head.lines().next().unwrap().to_owned();
        Some(Answered { status, head, body: String::from_utf8(body).unwrap() })
    }

    /// Sends a request and reads its answer.
    pub(crate) fn ask(&mut self, bytes: &[u8]) -> Answered {
        self.send(bytes);
        self.answer().unwrap()
    }

    /// Whether the server has closed the connection without sending anything else.
    pub(crate) fn is_closed(&mut self) -> bool {
        self.head().is_none()
    }
}

/// Sends bytes, closes the sending direction, and reads the only answer.
pub(crate) fn exchange(address: SocketAddr, bytes: &[u8]) -> Answered {
    let mut client = Client::connect(address);
    client.send(bytes);
    client.stream().shutdown(Shutdown::Write).unwrap();
    let answer = client.answer().unwrap();
    assert!(client.is_closed(), "one request must get exactly one answer");
    answer
}

pub(crate) fn policy(policy: &str) -> Call {
    let params =
        [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "G1"), ("InnerAccessPolicy", policy)];
    Call::new(Action::ModifySecurityGroupPolicy, params)
}

/// The parameters of a signed call.
pub(crate) fn form(call: &Call, method: &str, nonce: &str) -> String {
    let (demo, timestamp) = (Credentials::demo(), Timestamp::from_unix_seconds(NOW));
    v1::sign(call, method, &Signing { credentials: &demo, timestamp, nonce }).form()
}

pub(crate) fn get(call: &Call, nonce: &str) -> Vec<u8> {
    let query = form(call, "GET", nonce);
    format!("GET /?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n").into_bytes()
}
