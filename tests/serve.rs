//! The server on a real socket: what clients get, and what no client can do to it.

#![expect(clippy::unwrap_used, reason = "a test that fails should stop at once and say where")]

#[path = "common/scene.rs"]
mod scene;

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use sg_playground::cli::serve::{Server, serve};
use sg_playground::emulator::{Action, Call, Env};
use sg_playground::gateway::State;
use sg_playground::model::*;
use sg_playground::request::endpoint::Endpoint;
use sg_playground::request::signature::{Credentials, Signing, v1, v3};

const NOW: i64 = 1_704_067_200;

/// Starts a server that lives as long as the tests do, with a clock that stands still.
fn start() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let scene = scene::scene("group G1 basic accept\ninstance i-1 10.0.0.1 in G1");
        let state = Mutex::new(State::new(scene));
        let seed = AtomicU64::new(1);
        let env = || Env {
            now: Timestamp::from_unix_seconds(NOW),
            entropy: seed.fetch_add(1, Ordering::SeqCst),
        };
        let keys = [Credentials::demo()];
        let server = Server { state: &state, keys: &keys, env: &env, log: &|_| {} };
        serve(&listener, &server).unwrap();
    });
    address
}

/// Sends bytes and reads the answer to its end: status line, headers, body.
fn exchange(address: SocketAddr, bytes: &[u8]) -> (String, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(bytes).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap();
    assert_eq!(length.parse(), Ok(body.len()));
    (head.lines().next().unwrap().to_owned(), body.to_owned())
}

fn policy(policy: &str) -> Call {
    let params =
        [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "G1"), ("InnerAccessPolicy", policy)];
    Call::new(Action::ModifySecurityGroupPolicy, params)
}

fn get(call: &Call, nonce: &str) -> Vec<u8> {
    let demo = Credentials::demo();
    let timestamp = Timestamp::from_unix_seconds(NOW);
    let signed = v1::sign(call, "GET", &Signing { credentials: &demo, timestamp, nonce });
    format!("GET /?{} HTTP/1.1\r\nHost: localhost\r\n\r\n", signed.form()).into_bytes()
}

#[test]
fn a_client_gets_its_answers_in_either_form() {
    let address = start();
    let (status, body) = exchange(address, &get(&policy("Drop"), "1"));
    assert_eq!(status, "HTTP/1.1 200 OK", "{body}");
    assert!(body.starts_with("{\"RequestId\":\"") && !body.contains("Code"), "{body}");
    // A POST signed in its headers, through a client library that knows nothing of this server.
    let (demo, timestamp) = (Credentials::demo(), Timestamp::from_unix_seconds(NOW));
    let region = RegionId::parse("cn-hangzhou").unwrap();
    let call =
        Call::describe_security_group_attribute(&region, &SecurityGroupId::parse("G1").unwrap());
    let signing = Signing { credentials: &demo, timestamp, nonce: "2" };
    let signed = v3::sign(&call, "POST", Endpoint::Central, &signing);
    let query = signed.url.split_once('?').unwrap().1;
    let mut request = ureq::post(format!("http://{address}/?{query}"));
    for (name, value) in &signed.headers {
        request = request.header(name, value);
    }
    let mut response = request.send_empty().unwrap();
    let body: serde_json::Value = response.body_mut().read_json().unwrap();
    assert_eq!(body["InnerAccessPolicy"], "Drop");
    let (status, body) = exchange(address, &get(&policy("Open"), "3"));
    assert_eq!(status, "HTTP/1.1 400 Refused");
    assert!(body.contains("\"Code\":\"InvalidPolicy.Malformed\""), "{body}");
}

#[test]
fn bad_requests_get_a_documented_error_and_the_server_goes_on() {
    let address = start();
    let demo = Credentials::demo();
    let timestamp = Timestamp::from_unix_seconds(NOW);
    let signing = Signing { credentials: &demo, timestamp, nonce: "form" };
    let form = v1::sign(&policy("Drop"), "POST", &signing).form();
    let post = |length: usize, body: &str| {
        let head = "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded";
        format!("{head}\r\nContent-Length: {length}\r\n\r\n{body}").into_bytes()
    };
    let mut endless = b"GET /?".to_vec();
    endless.resize(1_200_000, b'a');
    let chunked = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".to_vec();
    for (bytes, code) in [
        (Vec::new(), "InvalidParameter"),
        (b"\xff\xfe\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"GET /\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"GET / HTTP/2\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"GET /?Action=DescribeRegions HTTP/1.1\r\nHost: x".to_vec(), "InvalidParameter"),
        (endless, "InvalidParameter"),
        (chunked, "InvalidParameter"),
        (post(form.len() + 1, &form), "InvalidParameter"),
        (post(form.len() - 1, &form), "InvalidParameter"),
        (post(2_000_000, &form), "InvalidParameter"),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"PUT / HTTP/1.1\r\n\r\n".to_vec(), "UnsupportedHTTPMethod"),
        (b"GET / HTTP/1.1\r\n\r\n".to_vec(), "MissingParameter"),
    ] {
        let (status, body) = exchange(address, &bytes);
        assert!(status.starts_with("HTTP/1.1 4"), "{status}");
        assert!(body.contains(&format!("<Code>{code}</Code>")), "{code}: {body}");
    }
    // A client that hangs up in the middle of a word, and one that never says one.
    drop(TcpStream::connect(address).unwrap());
    let silent = TcpStream::connect(address).unwrap();
    let (status, body) = exchange(address, &post(form.len(), &form));
    assert_eq!(status, "HTTP/1.1 200 OK", "{body}");
    drop(silent);
}
