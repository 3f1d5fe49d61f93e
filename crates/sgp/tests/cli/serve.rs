//! The server on a real socket: what clients get, and what no client can do to it.

#![expect(clippy::unwrap_used, reason = "a test that fails should stop at once and say where")]

use sg_testing::scene;

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sg_core::emulator::{Action, Call, Env};
use sg_core::gateway::{Access, MAX_PARAMETERS, State};
use sg_core::model::*;
use sg_core::request::endpoint::Endpoint;
use sg_core::request::signature::{Credentials, Signing, v1, v3};
use sgp::serve::{PATIENCE, Server, serve, stop};

const NOW: i64 = 1_704_067_200;

/// A server that lives as long as the tests do, and what a test can do to it.
struct Started {
    address: SocketAddr,
    /// Its clock, in milliseconds, which goes on by this much whenever it is looked at.
    step: Arc<AtomicU64>,
    /// Whether it can write its scene down.
    broken: Arc<AtomicBool>,
    /// Every scene it has written down.
    kept: Arc<Mutex<Vec<Scenario>>>,
    log: Arc<Mutex<Vec<String>>>,
    stopping: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<io::Result<()>>,
}

/// Starts a server whose clock stands still unless the test moves it.
fn start() -> Started {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let step = Arc::new(AtomicU64::new(0));
    let (broken, stopping) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let (kept, log) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(Vec::new())));
    let own = (step.clone(), broken.clone(), kept.clone(), log.clone(), stopping.clone());
    let thread = std::thread::spawn(move || {
        let (step, broken, kept, log, stopping) = own;
        let scene = scene::scene("group G1 basic accept\ninstance i-1 10.0.0.1 in G1");
        let state = Mutex::new(State::new(scene));
        let seed = AtomicU64::new(1);
        let env = || Env {
            now: Timestamp::from_unix_seconds(NOW),
            entropy: seed.fetch_add(1, Ordering::SeqCst),
        };
        let clock = AtomicU64::new(0);
        let uptime = || {
            let step = step.load(Ordering::SeqCst);
            Duration::from_millis(clock.fetch_add(step, Ordering::SeqCst))
        };
        let keep = |scene: &Scenario| {
            if broken.load(Ordering::SeqCst) {
                return Err(io::Error::other("the disk is full"));
            }
            kept.lock().unwrap().push(scene.clone());
            Ok(())
        };
        let keys = [Credentials::demo()];
        let server = Server {
            state: &state,
            access: Access::unlimited(&keys),
            env: &env,
            uptime: &uptime,
            keep: &keep,
            log: &|line| log.lock().unwrap().push(line),
            stopping: &stopping,
        };
        serve(&listener, &server)
    });
    Started { address, step, broken, kept, log, stopping, thread }
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
    let Started { address, .. } = start();
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
    let Started { address, .. } = start();
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

#[test]
fn parameters_that_no_client_sends_get_a_documented_error() {
    let Started { address, .. } = start();
    let many = |count: usize| format!("GET /?{} HTTP/1.1\r\n\r\n", "a=1&".repeat(count));
    let headers = format!("GET /?Action=x HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(200));
    let named = |name: &str| format!("GET /?{name} HTTP/1.1\r\n\r\n");
    for (bytes, code) in [
        (many(MAX_PARAMETERS + 1).into_bytes(), "InvalidParameter"),
        (many(200_000).into_bytes(), "InvalidParameter"),
        (many(MAX_PARAMETERS).into_bytes(), "MissingParameter"),
        (headers.into_bytes(), "InvalidParameter"),
        (named("Action=%FF%FE").into_bytes(), "InvalidParameter"),
        (named("%C3=1").into_bytes(), "InvalidParameter"),
        (b"GET /?Action=\xff HTTP/1.1\r\n\r\n".to_vec(), "InvalidParameter"),
        (b"GET /?a=b HTTP/1.1\r\nX: \xff\r\n\r\n".to_vec(), "InvalidParameter"),
        (named("Action=%00%0d%0aX").into_bytes(), "MissingParameter"),
        (named("Action=NoSuch&Version=2014-05-26").into_bytes(), "InvalidAction.NotFound"),
        (named("Action=DescribeRegions&Version=2014-05-26").into_bytes(), "MissingParameter"),
        (b"get / HTTP/1.1\r\n\r\n".to_vec(), "UnsupportedHTTPMethod"),
        (b"HEAD / HTTP/1.1\r\n\r\n".to_vec(), "UnsupportedHTTPMethod"),
    ] {
        let (status, body) = exchange(address, &bytes);
        assert!(status.starts_with("HTTP/1.1 4"), "{status}");
        assert!(body.contains(&format!("<Code>{code}</Code>")), "{code}: {body}");
    }
    assert_eq!(exchange(address, &get(&policy("Drop"), "1")).0, "HTTP/1.1 200 OK");
}

/// A client that never ends its request is answered once its time is over, whether it is silent or
/// sends a little again and again.
#[test]
fn a_slow_client_is_answered_when_its_time_is_over() {
    let Started { address, step, .. } = start();
    let body = |stream: &mut TcpStream| {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let half_of_it = u64::try_from(PATIENCE.as_millis()).unwrap() / 2;
    step.store(half_of_it, Ordering::SeqCst);
    let mut silent = TcpStream::connect(address).unwrap();
    assert!(body(&mut silent).contains("<Code>InvalidParameter</Code>"));
    let mut torn = TcpStream::connect(address).unwrap();
    torn.write_all(b"POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\nAction=").unwrap();
    assert!(body(&mut torn).contains("<Code>InvalidParameter</Code>"));
    // The clock goes on by a thousandth of the patience with every look, and there is always one
    // more byte to read: only the time spent on the whole request can end this.
    step.store(half_of_it / 500, Ordering::SeqCst);
    let mut dripping = TcpStream::connect(address).unwrap();
    let mut sender = dripping.try_clone().unwrap();
    let drip = std::thread::spawn(move || {
        sender.write_all(b"GET /?").unwrap();
        // It ends when the server has closed the connection.
        while sender.write_all(b"a").is_ok() {}
    });
    let mut answer = Vec::new();
    // The connection may be reset before the answer is read: the client is still sending.
    let _ = dripping.read_to_end(&mut answer);
    drop(dripping);
    drip.join().unwrap();
    step.store(0, Ordering::SeqCst);
    assert_eq!(exchange(address, &get(&policy("Drop"), "1")).0, "HTTP/1.1 200 OK");
}

#[test]
fn the_log_tells_each_call_and_no_secret() {
    let Started { address, log, .. } = start();
    let good = get(&policy("Drop"), "1");
    let signed = String::from_utf8(good.clone()).unwrap();
    let signature = signed.split_once("Signature=").unwrap().1.split_once(' ').unwrap().0;
    let (_, body) = exchange(address, &good);
    let id = body.split('"').nth(3).unwrap();
    exchange(address, &good);
    exchange(address, signed.replace("testid", "an-unknown-key").as_bytes());
    exchange(address, b"GET /?Action=%1b%5b31m&Version=2014-05-26 HTTP/1.1\r\n\r\n");
    exchange(address, b"\x1b[31m\r\n\r\n");
    let log = log.lock().unwrap().clone();
    let first = format!("2024-01-01T00:00:00Z 200 ModifySecurityGroupPolicy OK {id}");
    assert_eq!(log.first(), Some(&first));
    let starts = [
        "2024-01-01T00:00:00Z 200 ModifySecurityGroupPolicy OK ",
        "2024-01-01T00:00:00Z 400 ModifySecurityGroupPolicy SignatureNonceUsed ",
        "2024-01-01T00:00:00Z 404 ModifySecurityGroupPolicy InvalidAccessKeyId.NotFound ",
        "2024-01-01T00:00:00Z 404 - InvalidAction.NotFound ",
        "2024-01-01T00:00:00Z 400 - InvalidParameter ",
    ];
    assert_eq!(log.len(), starts.len(), "{log:?}");
    for (line, start) in log.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}");
        // What follows is the RequestId and nothing else.
        assert_eq!(line.len(), start.len() + 36, "{line}");
        for secret in ["testsecret", "an-unknown-key", signature, "\u{1b}"] {
            assert!(!line.contains(secret), "{line}");
        }
    }
}

#[test]
fn no_change_is_told_that_could_not_be_written_down() {
    let Started { address, broken, kept, log, .. } = start();
    let region = RegionId::parse("cn-hangzhou").unwrap();
    let group = SecurityGroupId::parse("G1").unwrap();
    let describe = Call::describe_security_group_attribute(&region, &group);
    let told = |call: &Call, nonce: &str| exchange(address, &get(call, nonce));
    broken.store(true, Ordering::SeqCst);
    let (status, body) = told(&policy("Drop"), "1");
    assert_eq!(status, "HTTP/1.1 500 Refused");
    assert!(body.contains("\"Code\":\"InternalError\""), "{body}");
    assert!(log.lock().unwrap().iter().any(|line| line.contains("the disk is full")));
    // Nothing has changed, and what changes nothing needs no disk.
    assert!(told(&describe, "2").1.contains("\"InnerAccessPolicy\":\"Accept\""));
    broken.store(false, Ordering::SeqCst);
    assert_eq!(told(&policy("Drop"), "3").0, "HTTP/1.1 200 OK");
    assert!(told(&describe, "4").1.contains("\"InnerAccessPolicy\":\"Drop\""));
    let kept = kept.lock().unwrap();
    assert_eq!(kept.len(), 1, "a call that changes nothing writes nothing");
    let isolated = GroupType::Basic(InnerAccessPolicy::Drop);
    assert!(kept.iter().all(|scene| scene.group(&group).unwrap().group_type == isolated));
}

#[test]
fn clients_that_call_at_once_are_all_answered_and_none_undoes_another() {
    let Started { address, kept, .. } = start();
    let create = |number: usize| {
        let name = format!("group-{number}");
        let params =
            [("RegionId", "cn-hangzhou"), ("VpcId", "vpc-1"), ("SecurityGroupName", &name)];
        get(&Call::new(Action::CreateSecurityGroup, params), &name)
    };
    let clients: Vec<_> = (0..32)
        .map(|number| {
            let request = create(number);
            std::thread::spawn(move || exchange(address, &request))
        })
        .collect();
    for client in clients {
        let (status, body) = client.join().unwrap();
        assert_eq!(status, "HTTP/1.1 200 OK", "{body}");
    }
    // Each scene that was written down has one group more than the one before.
    let kept = kept.lock().unwrap();
    let groups: Vec<usize> = kept.iter().map(|scene| scene.groups().len()).collect();
    assert_eq!(groups, (2..34).collect::<Vec<_>>());
}

#[test]
fn a_server_that_is_told_to_stop_does_not_wait_for_who_has_not_finished_asking() {
    let Started { address, stopping, thread, .. } = start();
    let silent = TcpStream::connect(address).unwrap();
    assert_eq!(exchange(address, &get(&policy("Drop"), "1")).0, "HTTP/1.1 200 OK");
    stop(&stopping, address);
    thread.join().unwrap().unwrap();
    assert!(TcpStream::connect(address).is_err(), "nobody listens any more");
    drop(silent);
}
