//! HTTP on the server's socket: every way to send a request, and what no client can do with one.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once and say where")]

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use sg_core::emulator::{Action, Call};
use sg_core::gateway::{MAX_BODY_BYTES, MAX_PARAMETERS};
use sgp::serve::Limits;

use crate::running::{Answered, Client, Started, exchange, form, get, policy, start, start_with};

/// Longer than any test runs, so that nothing ends by timing out.
const FOR_EVER: Duration = Duration::from_secs(3_600);

const PATIENT: Limits = Limits {
    connections: 128,
    settled: Duration::ZERO,
    idle: FOR_EVER,
    head: FOR_EVER,
    body: FOR_EVER,
    answer: FOR_EVER,
};

const SAYS_FORM: &str = "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded";

fn post(length: usize, body: &str) -> Vec<u8> {
    format!("{SAYS_FORM}\r\nContent-Length: {length}\r\n\r\n{body}").into_bytes()
}

/// A form in chunks of this size.
fn chunked(body: &str, size: usize) -> Vec<u8> {
    let mut request = format!("{SAYS_FORM}\r\nTransfer-Encoding: chunked\r\n\r\n").into_bytes();
    for chunk in body.as_bytes().chunks(size) {
        request.extend(format!("{:x}\r\n", chunk.len()).into_bytes());
        request.extend_from_slice(chunk);
        request.extend_from_slice(b"\r\n");
    }
    request.extend_from_slice(b"0\r\n\r\n");
    request
}

#[test]
fn a_body_comes_whole_or_in_chunks() {
    let Started { address, .. } = start();
    let mut client = Client::connect(address);
    let signed = |nonce: &str| form(&policy("Drop"), "POST", nonce);
    let whole = signed("whole");
    assert_eq!(client.ask(&post(whole.len(), &whole)).status, "HTTP/1.1 200 OK");
    for (nonce, size) in [("one", 10_000), ("many", 7)] {
        let answer = client.ask(&chunked(&signed(nonce), size));
        assert_eq!(answer.status, "HTTP/1.1 200 OK", "{}", answer.body);
    }
    assert_eq!(exchange(address, &chunked("", 1)).code(), "MissingParameter");
    let large = exchange(address, &chunked(&"a".repeat(MAX_BODY_BYTES + 1), 60_000));
    assert_eq!(
        (large.code(), large.status.as_str()),
        ("InvalidParameter", "HTTP/1.1 400 Bad Request")
    );
    let torn = format!("{SAYS_FORM}\r\nTransfer-Encoding: chunked\r\n\r\nnumber\r\n");
    assert_eq!(exchange(address, torn.as_bytes()).code(), "InvalidParameter");
    let most = format!("x={}", "a".repeat(MAX_BODY_BYTES - 2));
    assert_eq!(exchange(address, &chunked(&most, 60_000)).code(), "MissingParameter");
}

#[test]
fn a_connection_serves_request_after_request_and_all_that_come_at_once() {
    let Started { address, log, .. } = start_with(PATIENT);
    let mut client = Client::connect(address);
    assert_eq!(client.ask(&get(&policy("Drop"), "1")).status, "HTTP/1.1 200 OK");
    assert_eq!(client.ask(&get(&policy("Open"), "2")).code(), "InvalidPolicy.Malformed");
    // This includes refused calls: an API error is not an HTTP error.
    let regions = Call::new(Action::DescribeRegions, []);
    let form = form(&policy("Accept"), "POST", "3");
    let at_once = [
        get(&policy("Drop"), "1"),
        chunked(&form, 50),
        b"PUT /?Format=JSON HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc".to_vec(),
        get(&regions, "4"),
    ];
    client.send(&at_once.concat());
    let codes: Vec<String> =
        at_once.iter().map(|_| client.answer().unwrap().code().to_owned()).collect();
    assert_eq!(codes, ["SignatureNonceUsed", "", "UnsupportedHTTPMethod", ""]);
    // Unreadable input ends the connection, after the answers before it.
    client.send(&[get(&regions, "5"), b"garbage\r\n\r\n".to_vec(), get(&regions, "6")].concat());
    assert_eq!(client.answer().unwrap().code(), "");
    let last = client.answer().unwrap();
    assert!(
        last.code() == "InvalidParameter" && last.head.contains("Connection: close\r\n"),
        "{last:?}"
    );
    assert!(client.is_closed());
    assert_eq!(log.lock().unwrap().len(), 8);
    // A body longer than announced is followed by something that is not a request.
    let mut client = Client::connect(address);
    client.send(&post(form.len(), &format!("{form}!\r\n\r\n")));
    assert_eq!(client.answer().unwrap().code(), "SignatureNonceUsed");
    assert_eq!(client.answer().unwrap().code(), "InvalidParameter");
    // A client that asks to close the connection gets it closed.
    let bye =
        String::from_utf8(get(&regions, "7")).unwrap().replace("Host", "Connection: close\r\nHost");
    let mut client = Client::connect(address);
    assert_eq!(client.ask(bye.as_bytes()).status, "HTTP/1.1 200 OK");
    assert!(client.is_closed());
}

#[test]
fn a_head_is_answered_without_a_body() {
    let Started { address, .. } = start();
    let mut client = Client::connect(address);
    client.send(b"HEAD /?Format=JSON HTTP/1.1\r\n\r\nHEAD / HTTP/1.1\r\n\r\n");
    for kind in ["application/json", "text/xml"] {
        let head = client.head().unwrap();
        assert!(head.starts_with("HTTP/1.1 403 Forbidden\r\n"), "{head}");
        assert!(head.contains(&format!("Content-Type: {kind};charset=utf-8\r\n")), "{head}");
    }
    // Nothing is sent between the heads and this answer.
    assert_eq!(client.ask(&get(&policy("Drop"), "1")).status, "HTTP/1.1 200 OK");
}

#[test]
fn a_wrong_method_is_told_in_the_format_asked_for() {
    let Started { address, .. } = start();
    for (format, start) in [("JSON", "{"), ("xml", "<?xml"), ("", "<?xml")] {
        for method in ["PUT", "DELETE", "OPTIONS", "get", "PATCH"] {
            let request = format!("{method} /?Format={format} HTTP/1.1\r\n\r\n");
            let answer = exchange(address, request.as_bytes());
            assert_eq!(answer.status, "HTTP/1.1 403 Forbidden");
            assert_eq!(answer.code(), "UnsupportedHTTPMethod");
            assert!(answer.body.starts_with(start), "{method} {format}: {}", answer.body);
        }
    }
}

#[test]
fn what_no_client_sends_gets_a_documented_error_and_the_server_goes_on() {
    let Started { address, .. } = start();
    let form = form(&policy("Drop"), "POST", "form");
    let many = |count: usize| format!("GET /?{} HTTP/1.1\r\n\r\n", "a=1&".repeat(count));
    let headers = |count: usize| format!("GET /?a=b HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(count));
    let long = format!("GET / HTTP/1.1\r\na: {}\r\n\r\n", "b".repeat(1_000_000));
    let named = |name: &str| format!("GET /?{name} HTTP/1.1\r\n\r\n").into_bytes();
    let mut endless = b"GET /?".to_vec();
    endless.resize(1_200_000, b'a');
    for (bytes, code) in [
        (b"\xff\xfe\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"GET /\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"GET / HTTP/2\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"GET /?Action=DescribeRegions HTTP/1.1\r\nHost: x".to_vec(), "InvalidParameter"),
        (endless, "InvalidParameter"),
        (long.into_bytes(), "InvalidParameter"),
        (headers(200).into_bytes(), "InvalidParameter"),
        (headers(90).into_bytes(), "MissingParameter"),
        (post(form.len() + 1, &form), "InvalidParameter"),
        (post(2_000_000, &form), "InvalidParameter"),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n".to_vec(), "InvalidParameter"),
        (many(MAX_PARAMETERS + 1).into_bytes(), "InvalidParameter"),
        (many(200_000).into_bytes(), "InvalidParameter"),
        (many(MAX_PARAMETERS).into_bytes(), "MissingParameter"),
        (named("Action=%FF%FE"), "InvalidParameter"),
        (named("%C3=1"), "InvalidParameter"),
        (b"GET /?Action=\xff HTTP/1.1\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"GET /?a=b HTTP/1.1\r\nX: \xff\r\n\r\n".to_vec(), "InvalidParameter"),
        (named("Action=%00%0d%0aX"), "MissingParameter"),
        (named("Action=NoSuch&Version=2014-05-26"), "InvalidAction.NotFound"),
        (named("Action=DescribeRegions&Version=2014-05-26"), "MissingParameter"),
        (b"GET / HTTP/1.1\r\n\r\n".to_vec(), "MissingParameter"),
        (b"GET / HTTP/1.0\r\n\r\n".to_vec(), "MissingParameter"),
    ] {
        let Answered { status, body, .. } = &exchange(address, &bytes);
        assert!(status.starts_with("HTTP/1.1 4") || status.starts_with("HTTP/1.0 4"), "{status}");
        assert!(body.contains(&format!("<Code>{code}</Code>")), "{code}: {body}");
    }
    // A client that disconnects in the middle of a word, and one that never sends anything.
    Client::connect(address).send(b"GET /?Act");
    let silent = TcpStream::connect(address).unwrap();
    assert_eq!(exchange(address, &post(form.len(), &form)).status, "HTTP/1.1 200 OK");
    drop(silent);
}

/// A client that never completes its request is answered after the timeout, whether it is silent or
/// keeps sending a little. Between two requests, the connection is closed without an answer.
#[test]
fn a_slow_client_is_answered_when_its_time_is_over() {
    let soon = Duration::from_millis(50);
    let head = start_with(Limits { head: soon, ..PATIENT });
    let mut torn = Client::connect(head.address);
    assert_eq!(torn.ask(b"POST / HTTP/1.1\r\nContent-Le").code(), "InvalidParameter");
    assert!(torn.is_closed());
    let mut dripping = TcpStream::connect(head.address).unwrap();
    dripping.set_read_timeout(Some(Duration::from_millis(2))).unwrap();
    let mut answer = [0; 12];
    dripping.write_all(b"GET /?").unwrap();
    // Only the timeout for the whole head can end this.
    while let Err(error) = dripping.read_exact(&mut answer) {
        assert!(matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut), "{error}");
        dripping.write_all(b"a").unwrap();
    }
    assert_eq!(&answer, b"HTTP/1.1 400");
    let body = start_with(Limits { body: soon, ..PATIENT });
    let mut torn = Client::connect(body.address);
    let request = b"POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\nAction=";
    assert_eq!(torn.ask(request).code(), "InvalidParameter");
    assert!(torn.is_closed());
    let idle = start_with(Limits { idle: soon, ..PATIENT });
    let mut silent = Client::connect(idle.address);
    assert!(silent.is_closed());
    let mut between = Client::connect(idle.address);
    assert_eq!(between.ask(&get(&policy("Drop"), "1")).status, "HTTP/1.1 200 OK");
    assert!(between.is_closed());
    assert_eq!(idle.log.lock().unwrap().len(), 1);
}

/// A client that sends a request and never reads is disconnected, even though it cannot be told.
#[test]
fn a_client_that_does_not_read_is_let_go() {
    let Started { address, .. } =
        start_with(Limits { answer: Duration::from_millis(50), ..PATIENT });
    let mut deaf = TcpStream::connect(address).unwrap();
    // The answer repeats the string to sign.
    let long = form(&policy("Drop"), "POST", &"n".repeat(40_000));
    let request = format!("GET /?{long} HTTP/1.1\r\n\r\n");
    while deaf.write_all(request.as_bytes()).is_ok() {}
    assert_eq!(exchange(address, &get(&policy("Drop"), "1")).status, "HTTP/1.1 200 OK");
}

#[test]
fn idle_connections_keep_nobody_out() {
    let Started { address, .. } = start_with(PATIENT);
    let mut idle: Vec<Client> = (0..64).map(|_| Client::connect(address)).collect();
    assert_eq!(exchange(address, &get(&policy("Drop"), "65th")).status, "HTTP/1.1 200 OK");
    // None of them had to be disconnected for it.
    for (number, client) in idle.iter_mut().enumerate() {
        let request = get(&policy("Drop"), &number.to_string());
        assert_eq!(client.ask(&request).status, "HTTP/1.1 200 OK");
    }
}

#[test]
fn when_all_places_are_taken_the_one_that_is_idle_for_longest_goes() {
    let Started { address, .. } = start_with(Limits { connections: 2, ..PATIENT });
    let call = |client: &mut Client, nonce: &str| {
        assert_eq!(client.ask(&get(&policy("Drop"), nonce)).status, "HTTP/1.1 200 OK");
    };
    let mut first = Client::connect(address);
    call(&mut first, "1");
    let mut second = Client::connect(address);
    call(&mut second, "2");
    call(&mut first, "3");
    let mut third = Client::connect(address);
    call(&mut third, "4");
    assert!(second.is_closed());
    call(&mut first, "5");
    call(&mut third, "6");
}

/// A request whose head the server has read, as it says before the body is sent.
fn half_asked(address: std::net::SocketAddr, body: &str) -> Client {
    let mut client = Client::connect(address);
    let length = body.len();
    client.send(
        format!("{SAYS_FORM}\r\nContent-Length: {length}\r\nExpect: 100-continue\r\n\r\n")
            .as_bytes(),
    );
    assert_eq!(client.head().unwrap(), "HTTP/1.1 100 Continue\r\n\r\n");
    client
}

#[test]
fn a_connection_at_work_does_not_go_for_another() {
    let Started { address, .. } = start_with(Limits { connections: 1, ..PATIENT });
    let form = form(&policy("Drop"), "POST", "1");
    let mut busy = half_asked(address, &form);
    let mut next = Client::connect(address);
    next.send(&get(&policy("Accept"), "2"));
    assert_eq!(busy.ask(form.as_bytes()).status, "HTTP/1.1 200 OK");
    assert_eq!(next.answer().unwrap().status, "HTTP/1.1 200 OK");
}

#[test]
fn a_server_that_is_told_to_stop_answers_what_it_has_heard_and_waits_for_nobody_else() {
    let Started { address, stop, thread, kept, .. } = start_with(PATIENT);
    let mut silent = Client::connect(address);
    let mut torn = Client::connect(address);
    torn.send(b"GET /?Action=");
    let mut between = Client::connect(address);
    assert_eq!(between.ask(&get(&policy("Drop"), "1")).status, "HTTP/1.1 200 OK");
    let form = form(&policy("Accept"), "POST", "2");
    let mut heard = half_asked(address, &form);
    stop.send(()).unwrap();
    assert!(silent.is_closed() && torn.is_closed() && between.is_closed());
    assert!(TcpStream::connect(address).is_err(), "the server no longer listens");
    let answer = heard.ask(form.as_bytes());
    assert_eq!(answer.status, "HTTP/1.1 200 OK", "{}", answer.body);
    assert!(answer.head.contains("Connection: close\r\n"), "{}", answer.head);
    assert!(heard.is_closed());
    thread.join().unwrap().unwrap();
    assert_eq!(kept.lock().unwrap().len(), 2, "both changes must be saved");
}
