//! `cargo bench -p sgp --bench serve`: the cost of a call to `sgp serve` after many others.
//!
//! Makes 100,000 mixed calls on one server (`sg_testing::mixed_calls`), signed in turn in their
//! parameters and in their headers. For the first thousand and for each ten thousand, it prints the
//! time per call from the first byte sent to the last one read, the CPU time of the server per call,
//! and the server's memory. Nonces and tokens accumulate up to their bounds, which the first ten thousand calls
//! reach; after that, neither the cost of a call nor the memory grows. To measure a program other than the
//! one from this build, append `-- PROGRAM`; to make fewer calls, `-- PROGRAM CALLS`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing measurement should stop at once and say where"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use sg_core::emulator::Call;
use sg_core::model::Timestamp;
use sg_core::request::endpoint::Endpoint;
use sg_core::request::signature::{Credentials, Signing, v1, v3};
use sg_testing::mixed_calls;

/// The lines of the table, in hundredths of all calls: each is about the calls since the line before.
const LINES: [u32; 11] = [1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with('-'));
    let program = arguments.next().unwrap_or_else(|| env!("CARGO_BIN_EXE_sgp").to_owned());
    let part = arguments.next().map_or(100_000, |calls| calls.parse::<u32>().unwrap()) / 100;
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
    let (mut stream, mut lines) = (None, Vec::new());
    let mut mixed = (0..).flat_map(|number| mixed_calls::round(number, "sg-bp1g1")).zip(0_u32..);
    let mut made = 0;
    for line in LINES {
        let calls = (line - made) * part;
        made = line;
        let (mut time, before) = (Duration::ZERO, processor(server.id()));
        for ((call, code), number) in mixed.by_ref().take(calls.try_into().unwrap()) {
            let request = request(&call, number);
            let start = Instant::now();
            let answer = ask(&mut stream, &address, &request);
            time += start.elapsed();
            assert_eq!(answer.starts_with("HTTP/1.1 200 "), code.is_none(), "{call:?}: {answer}");
            assert!(answer.contains(code.unwrap_or_default()), "{call:?}: {answer}");
        }
        let busy = processor(server.id()).saturating_sub(before);
        lines.push((time / calls, busy / calls));
        let (time, busy) = ((time / calls).as_micros(), (busy / calls).as_micros());
        let memory = memory(server.id());
        println!("| {} | {time} µs | {busy} µs | {memory} |", line * part);
    }
    // The processor time of the first line is too short for its steps.
    let (first, last) = (lines[1], lines[lines.len() - 1]);
    let ratio = |last: Duration, first: Duration| last.as_secs_f64() / first.as_secs_f64();
    let (time, busy) = (ratio(last.0, first.0), ratio(last.1, first.1));
    println!("\nlast line / second line: {time:.2}, of processor time {busy:.2}");
    server.kill().unwrap();
    server.wait().unwrap();
    reader.join().unwrap().unwrap();
}

/// A call as a client library sends it: every second one signed in its headers.
fn request(call: &Call, number: u32) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let timestamp = Timestamp::from_unix_seconds(i64::try_from(now).unwrap());
    let nonce = format!("7f8c1a52-5a0e-4d0e-9d57-{number:012}");
    let credentials = Credentials::demo();
    let signing = Signing { credentials: &credentials, timestamp, nonce: &nonce };
    if number.is_multiple_of(2) {
        let query = v1::sign(call, "GET", &signing).form();
        return format!("GET /?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    let signed = v3::sign(call, "POST", Endpoint::Central, &signing);
    let query = signed.url.split_once('?').map_or("", |(_, query)| query);
    let headers: String =
        signed.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    format!("POST /?{query} HTTP/1.1\r\n{headers}Content-Length: 0\r\n\r\n")
}

/// Sends a request and returns its answer, reusing the last connection if it is still open.
fn ask(stream: &mut Option<BufReader<TcpStream>>, address: &str, request: &str) -> String {
    let mut open = stream.take().unwrap_or_else(|| {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        BufReader::new(stream)
    });
    open.get_mut().write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    while !answer.ends_with("\r\n\r\n") {
        assert!(open.read_line(&mut answer).unwrap() > 0, "{answer}");
    }
    let length = answer.lines().find_map(|line| line.strip_prefix("Content-Length: "));
    let mut body = vec![0; length.unwrap().parse().unwrap()];
    open.read_exact(&mut body).unwrap();
    if !answer.contains("Connection: close") {
        *stream = Some(open);
    }
    answer + &String::from_utf8(body).unwrap()
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
