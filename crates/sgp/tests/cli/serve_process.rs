//! `sgp serve` as a program: ports, keys, the state file, and shutdown.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a failing test should stop at once and say where")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use serde_json::Value;
use sg_core::emulator::{Action, Call};
use sg_core::model::{GroupType, InnerAccessPolicy, Timestamp};
use sg_core::request::signature::{Credentials, Secret, Signing, v1};
use sg_core::share::{Limits, read};

/// A running server.
struct Running {
    child: Child,
    output: BufReader<ChildStdout>,
    /// The first line of its log.
    first: String,
    address: String,
    calls: u32,
}

fn sgp(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
    let folder = sg_testing::root().join("tests/data");
    command.arg("serve").args(args).current_dir(folder).stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn start(mut command: Command) -> Running {
    let mut child = command.spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    output.read_line(&mut first).unwrap();
    let address = first.split_once("http://").map_or("", |(_, rest)| rest);
    let address = address.split_once(',').map_or("", |(address, _)| address).to_owned();
    Running { child, output, first, address, calls: 0 }
}

/// A command that fails to start serving: its exit code and its error sentence.
fn refused(args: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = sgp(args).output().unwrap();
    assert!(stdout.is_empty(), "{}", String::from_utf8_lossy(&stdout));
    (status.code(), String::from_utf8(stderr).unwrap())
}

impl Running {
    /// Makes a freshly signed call and returns the body of its answer.
    fn call_as(&mut self, key: &Credentials, call: &Call) -> Value {
        self.calls += 1;
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        let timestamp = Timestamp::from_unix_seconds(i64::try_from(now.as_secs()).unwrap());
        let nonce = format!("{}-{}", std::process::id(), self.calls);
        let signing = Signing { credentials: key, timestamp, nonce: &nonce };
        let query = v1::sign(call, "GET", &signing).form();
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET /?{query} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
    }

    fn call(&mut self, call: &Call) -> Value {
        self.call_as(&Credentials::demo(), call)
    }

    /// Presses Ctrl-C and returns the rest of the log.
    fn stop(mut self) -> String {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let mut log = String::new();
        self.output.read_to_string(&mut log).unwrap();
        assert_eq!(self.child.wait().unwrap().code(), Some(0), "{log}");
        let mut errors = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!(errors, "");
        log
    }

    /// Ends it abruptly, as a power failure would.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn policy(region: &str, group: &str, policy: &str) -> Call {
    let params = [("RegionId", region), ("SecurityGroupId", group), ("InnerAccessPolicy", policy)];
    Call::new(Action::ModifySecurityGroupPolicy, params)
}

/// An empty folder for a single test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("serve").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

#[test]
fn ctrl_c_ends_it_and_its_log_tells_what_was_called() {
    let mut server = start(sgp(&["--port", "0"]));
    assert!(server.first.starts_with("ECS 2014-05-26 at http://127.0.0.1:"), "{}", server.first);
    assert!(server.first.contains("AccessKey testid, 3 security groups"), "{}", server.first);
    let answer = server.call(&policy("cn-hangzhou", "sg-bp1g1", "Accept"));
    let id = answer["RequestId"].as_str().unwrap().to_owned();
    let wrong = Credentials::new("testid", Secret::new("wrong"));
    let refused = server.call_as(&wrong, &policy("cn-hangzhou", "sg-bp1g1", "Drop"));
    assert_eq!(refused["Code"], "IncompleteSignature");
    let log = server.stop();
    let lines: Vec<&str> = log.lines().collect();
    assert_eq!(lines.len(), 3, "{log}");
    assert!(lines.concat().contains(&format!(" 200 ModifySecurityGroupPolicy OK {id}")), "{log}");
    assert!(log.contains(" 400 ModifySecurityGroupPolicy IncompleteSignature "), "{log}");
    assert!(log.ends_with("stopped\n") && !log.contains("testsecret"), "{log}");
}

#[test]
fn a_second_server_on_the_same_port_says_so() {
    let server = start(sgp(&["--port", "0"]));
    let port = server.address.split_once(':').unwrap().1;
    let (code, sentence) = refused(&["--port", port]);
    let expected = format!("sgp: port {port} is in use; choose another with --port, or 0");
    assert!(code == Some(2) && sentence.starts_with(&expected), "{sentence}");
    server.stop();
}

#[test]
fn permissions_and_throttling_can_be_tried_out() {
    let mut server = start(sgp(&["--port=0", "--deny", "DescribeRegions", "--per-minute", "2"]));
    let regions = Call::new(Action::DescribeRegions, []);
    assert_eq!(server.call(&regions)["Code"], "Forbidden.RAM");
    let call = policy("cn-hangzhou", "sg-bp1g1", "Accept");
    assert_eq!(server.call(&call)["Code"], Value::Null);
    assert_eq!(server.call(&call)["Code"], "Throttling");
    let log = server.stop();
    assert!(log.contains(" 403 DescribeRegions Forbidden.RAM "), "{log}");
    assert!(log.contains(" 400 ModifySecurityGroupPolicy Throttling "), "{log}");
}

#[test]
fn an_endpoint_of_a_region_and_a_default_vpc_can_be_tried_out() {
    let mut server = start(sgp(&["--port=0", "--endpoint-region", "cn-beijing", "--default-vpc"]));
    let elsewhere = policy("cn-hangzhou", "sg-bp1g1", "Accept");
    assert_eq!(server.call(&elsewhere)["Code"], "InvalidOperation.NotSupportedEndpoint");
    server.stop();
    let create = Call::new(Action::CreateSecurityGroup, [("RegionId", "cn-hangzhou")]);
    for (args, code) in [
        (&["--port=0"][..], Value::from("InvalidVpcId.NotFound")),
        (&["--port=0", "--default-vpc"], Value::Null),
    ] {
        let mut server = start(sgp(args));
        assert_eq!(server.call(&create)["Code"], code, "{args:?}");
        server.stop();
    }
    for (args, part) in [
        (&["--endpoint-region", "mars-1"][..], "`mars-1` is no region"),
        (&["--default-vpc", "vpc-nowhere"], "the scenario has no VPC `vpc-nowhere`"),
    ] {
        let (code, sentence) = refused(args);
        assert!(code == Some(2) && sentence.contains(part), "{sentence}");
    }
}

#[test]
fn the_key_comes_from_the_options_or_unseen_from_the_environment() {
    let mut command = sgp(&["--port=0", "--access-key-id", "somebody"]);
    command.env("SGP_ACCESS_KEY_ID", "nobody").env("SGP_ACCESS_KEY_SECRET", "hush-hush");
    let mut server = start(command);
    let call = policy("cn-hangzhou", "sg-bp1g1", "Accept");
    let key = Credentials::new("somebody", Secret::new("hush-hush"));
    assert_eq!(server.call_as(&key, &call)["Code"], Value::Null);
    assert_eq!(server.call(&call)["Code"], "InvalidAccessKeyId.NotFound");
    let first = server.first.clone();
    let log = server.stop();
    assert!(first.contains("AccessKey somebody,"), "{first}");
    assert!(!first.contains("hush") && !log.contains("hush"), "{first}{log}");
}

#[test]
fn the_state_file_keeps_the_scenario_and_is_whole_at_every_moment() {
    let folder = folder("kept");
    let path = folder.join("scenario.json");
    let file = path.to_str().unwrap();
    let on_disk = || read(&fs::read_to_string(&path).unwrap(), &Limits::FILE).unwrap();
    let mut server = start(sgp(&["--port=0", "--scenario", "web-and-db.json", "--state", file]));
    assert_eq!(on_disk(), {
        let text = include_str!("../../../../tests/data/web-and-db.json");
        read(text, &Limits::FILE).unwrap()
    });
    let id = on_disk().groups().next().unwrap().id.clone();
    for policy in ["Drop", "Accept", "Drop"] {
        let answer = server.call(&self::policy("cn-beijing", id.as_str(), policy));
        assert_eq!(answer["Code"], Value::Null, "{answer}");
        // When the answer arrives, the change is already on disk.
        let expected = GroupType::Basic(InnerAccessPolicy::parse(policy).unwrap());
        assert_eq!(on_disk().group(&id).unwrap().group_type, expected);
    }
    let (code, sentence) = refused(&["--port=0", "--state", file]);
    assert_eq!(code, Some(2));
    assert!(sentence.contains("another `sgp serve` uses it"), "{sentence}");
    let before = on_disk();
    server.kill();
    // An interrupted write leaves a file that nothing reads.
    fs::write(folder.join("scenario.json.new"), "{\"version\": 1, \"secur").unwrap();
    let mut server = start(sgp(&["--port=0", "--scenario", "no-such.json", "--state", file]));
    assert_eq!(on_disk(), before);
    let describe = [("RegionId", "cn-beijing"), ("SecurityGroupId", id.as_str())];
    let told = server.call(&Call::new(Action::DescribeSecurityGroupAttribute, describe));
    assert_eq!(told["InnerAccessPolicy"], "Drop");
    server.stop();
    assert_eq!(on_disk(), before);
}

#[test]
fn a_state_file_that_is_no_document_is_left_as_it_is() {
    let folder = folder("corrupt");
    let torn = include_str!("../../../../tests/data/three-groups.json").as_bytes();
    let torn = torn.get(..torn.len() / 2).unwrap();
    for (name, content) in
        [("torn.json", torn), ("empty.json", b""), ("binary.json", b"\xff\x00\xff")]
    {
        let path = folder.join(name);
        fs::write(&path, content).unwrap();
        let file = path.to_str().unwrap();
        let (code, sentence) = refused(&["--port=0", "--state", file]);
        assert_eq!(code, Some(2), "{sentence}");
        assert!(sentence.contains(name) && sentence.lines().count() == 1, "{sentence}");
        assert_eq!(fs::read(&path).unwrap(), content);
        assert!(!folder.join(format!("{name}.new")).exists());
    }
}

#[test]
fn wrong_options_get_one_sentence() {
    let nowhere = folder("nowhere").join("no/such/folder/scenario.json");
    for (args, words) in [
        (vec!["--port", "65536"], "`65536` is no port: 1 to 65535"),
        (vec!["--port", "-1"], "`-1` is no port"),
        (vec!["--port", "+1"], "`+1` is no port"),
        (
            vec!["--port=0", "--access-key-secret="],
            "`--access-key-secret` or SGP_ACCESS_KEY_SECRET",
        ),
        (vec!["--port=0", "--scenario", "no-such.json"], "cannot read no-such.json"),
        (vec!["--port=0", "--scenario", "goals.json"], "goals.json: goals: there is no field"),
        (vec!["--port=0", "--state", nowhere.to_str().unwrap()], "cannot use "),
        (vec!["--port=0", "--deny", "DescribeRegions,Describe"], "`Describe` is no operation"),
        (vec!["--port=0", "--per-minute=many"], "`many` is no number of calls"),
        (vec!["8086"], "one argument too many"),
        (vec!["--host", "0.0.0.0"], "no option `--host`"),
    ] {
        let (code, sentence) = refused(&args);
        assert_eq!((code, sentence.lines().count()), (Some(2), 1), "{args:?} {sentence}");
        assert!(sentence.starts_with("sgp: ") && sentence.contains(words), "{args:?} {sentence}");
    }
}
