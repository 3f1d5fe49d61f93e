//! `cargo bench -p sgp --bench serve`: the cost of a call to `sgp serve` after many others.
//!
//! Makes 30,000 signed calls on one server, half of them with a client token. For each thousand, it
//! prints the time per call from the first byte sent to the last one read, the CPU time of the
//! server per call, and the server's memory. Nonces and tokens accumulate meanwhile, but the cost
//! of a call must not grow. To measure a program other than the one from this build, append
//! `-- PROGRAM`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing measurement should stop at once and say where"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use sg_core::emulator::{Action, Call};
use sg_core::model::Timestamp;
use sg_core::request::signature::{Credentials, Signing, v1};

const ROUNDS: u32 = 30;
const CALLS: u32 = 1_000;

fn main() {
    let program = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let program = program.unwrap_or_else(|| env!("CARGO_BIN_EXE_sgp").to_owned());
    let mut server = Command::new(program)
        .args(["serve", "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut log = BufReader::new(server.stdout.take().unwrap());
    let mut first = String::new();
    log.read_line(&mut first).unwrap();
    let address = first.split("http://").nth(1).unwrap().split(',').next().unwrap().to_owned();
    // An unread log would take up memory of the server.
    let reader = std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
    println!("| calls | per call | of it processor | memory |\n|---|---|---|---|");
    let (mut stream, mut rounds) = (None, Vec::new());
    for round in 0..ROUNDS {
        let (mut time, before) = (Duration::ZERO, processor(server.id()));
        for number in 0..CALLS {
            let request = request(round * CALLS + number);
            let start = Instant::now();
            ask(&mut stream, &address, &request);
            time += start.elapsed();
        }
        let busy = processor(server.id()).saturating_sub(before);
        rounds.push((time, busy));
        let (time, busy) = ((time / CALLS).as_micros(), (busy / CALLS).as_micros());
        let memory = memory(server.id());
        println!("| {} | {time} µs | {busy} µs | {memory} |", (round + 1) * CALLS);
    }
    let (first, last) = (rounds[0], rounds[rounds.len() - 1]);
    let ratio = |last: Duration, first: Duration| last.as_secs_f64() / first.as_secs_f64();
    let (time, busy) = (ratio(last.0, first.0), ratio(last.1, first.1));
    println!("\nlast thousand / first thousand: {time:.2}, of processor time {busy:.2}");
    server.kill().unwrap();
    server.wait().unwrap();
    reader.join().unwrap().unwrap();
}

/// A call as a client library sends it, alternating between a read and an edit with its own token.
fn request(number: u32) -> String {
    let token = format!("token-{number}");
    let group = [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1g1")];
    let rule = [
        ("IpProtocol", "tcp"),
        ("PortRange", "22/22"),
        ("SourceCidrIp", "10.0.0.0/8"),
        ("ClientToken", &token),
    ];
    let call = if number.is_multiple_of(2) {
        Call::new(Action::DescribeSecurityGroupAttribute, group)
    } else {
        // Repeated calls add nothing, so the scenario does not grow.
        Call::new(Action::AuthorizeSecurityGroup, group.into_iter().chain(rule))
    };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let timestamp = Timestamp::from_unix_seconds(i64::try_from(now).unwrap());
    let nonce = format!("7f8c1a52-5a0e-4d0e-9d57-{number:012}");
    let credentials = Credentials::demo();
    let signing = Signing { credentials: &credentials, timestamp, nonce: &nonce };
    let query = v1::sign(&call, "GET", &signing).form();
    format!("GET /?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n")
}

/// Sends a request and reads its answer, reusing the last connection if it is still open.
fn ask(stream: &mut Option<BufReader<TcpStream>>, address: &str, request: &str) {
    let mut open = stream.take().unwrap_or_else(|| {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        BufReader::new(stream)
    });
    open.get_mut().write_all(request.as_bytes()).unwrap();
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        assert!(open.read_line(&mut head).unwrap() > 0, "{head}");
    }
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "));
    let mut body = vec![0; length.unwrap().parse().unwrap()];
    open.read_exact(&mut body).unwrap();
    if !head.contains("Connection: close") {
        *stream = Some(open);
    }
}

/// The CPU time of a process, in steps of 10 ms, if the system reports it (Linux).
fn processor(process: u32) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name in brackets may contain anything. User and system time are the twelfth and
    // thirteenth fields after it, in hundredths of a second.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok());
    Duration::from_millis(10 * ticks.sum::<u64>())
}

/// The memory of a process, if the system reports it.
fn memory(process: u32) -> String {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    resident.map_or_else(|| "–".to_owned(), |resident| resident.trim().to_owned())
}
