//! A stand-in for the `aliyun` CLI: a program that hands its words to a server in this process,
//! which answers as the CLI prints, page by page. Calls that the emulator knows go to `sgp serve`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::str::FromStr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use sg_core::emulator::{Action, Call};
use sg_core::model::{Scenario, Timestamp};
use sg_core::request::signature::{Credentials, Signing, v1};
use sg_core::share::write;
use sg_testing::program::Place;

use crate::shells::parameters;

use super::replies::{Reply, reply};

/// How the account behaves.
#[derive(Debug, Clone, Default)]
pub(super) struct Behaviour {
    /// Operations that RAM refuses.
    pub(super) denied: BTreeSet<&'static str>,
    /// How many of the next calls are throttled.
    pub(super) throttled: usize,
    /// Whether nobody is logged in.
    pub(super) nobody: bool,
    /// How many of the next calls with a token find that it has expired.
    pub(super) expired: usize,
    /// Whether replies are on one line.
    pub(super) compact: bool,
    /// After how many calls the script is killed: as a power failure would.
    pub(super) killed_after: Option<usize>,
    /// The process group to kill.
    pub(super) group: Option<u32>,
    /// What every id of a group is followed by in lists.
    pub(super) odd_id: Option<&'static str>,
}

/// The server.
pub(super) struct Account {
    scenarios: BTreeMap<String, Scenario>,
    servers: BTreeMap<String, Emulator>,
    pub(super) behaviour: Mutex<Behaviour>,
    pub(super) calls: Mutex<Vec<Vec<String>>>,
}

struct Emulator {
    child: Child,
    address: String,
}

impl Drop for Emulator {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the CLI prints, and its exit code.
struct Printed {
    status: u8,
    text: String,
}

impl Account {
    /// Starts `sgp serve` for each region, and the server of the stand-in.
    pub(super) fn open(place: &Place, scenarios: Vec<Scenario>) -> Arc<Self> {
        let named = |scenario: Scenario| (scenario.region().as_str().to_owned(), scenario);
        let scenarios: BTreeMap<String, Scenario> = scenarios.into_iter().map(named).collect();
        let serve = |(region, scenario): (&String, &Scenario)| {
            let file = place.give(&format!("{region}.json"), &write(scenario));
            (region.clone(), Emulator::start(file.to_str().unwrap()))
        };
        let servers = scenarios.iter().map(serve).collect();
        let account = Arc::new(Self {
            scenarios,
            servers,
            behaviour: Mutex::default(),
            calls: Mutex::default(),
        });
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let own = Arc::clone(&account);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                own.serve(stream.unwrap());
            }
        });
        place.give_program("aliyun", &program(port));
        account
    }

    fn serve(&self, stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut word = || {
            let mut bytes = Vec::new();
            reader.read_until(0, &mut bytes).unwrap();
            bytes.pop();
            String::from_utf8(bytes).unwrap()
        };
        let count = usize::from_str(&word()).unwrap();
        let words: Vec<String> = (0..count).map(|_| word()).collect();
        let printed = self.printed(&words);
        // The script may have been killed in the meantime.
        let _ = write!({ stream }, "{}\n{}", printed.status, printed.text);
    }

    fn printed(&self, words: &[String]) -> Printed {
        let mut calls = self.calls.lock().unwrap();
        calls.push(words.to_vec());
        let mut behaviour = self.behaviour.lock().unwrap();
        if words[0] == "configure" {
            return Printed { status: 0, text: "cn-hangzhou\n".to_owned() };
        }
        if behaviour.killed_after == Some(calls.len()) {
            let group = format!("-{}", behaviour.group.take().unwrap());
            assert!(Command::new("kill").args(["-9", "--", &group]).status().unwrap().success());
        }
        if behaviour.nobody {
            let text =
                "ERROR: AccessKeyId/AccessKeySecret is empty! run `aliyun configure` first\n";
            return Printed { status: 1, text: text.to_owned() };
        }
        if behaviour.throttled > 0 {
            behaviour.throttled -= 1;
            return error("Throttling.User", "Request was denied due to user flow control.");
        }
        let (product, action) = (words[0].as_str(), words[1].as_str());
        if behaviour.denied.contains(action) {
            let text = "User not authorized to operate, acs:ram::1234567890123456:user/\"me\" $(touch pwned)";
            return error("Forbidden.RAM", text);
        }
        let params: BTreeMap<String, String> = values(words).into_iter().collect();
        if params.contains_key("NextToken") && behaviour.expired > 0 {
            behaviour.expired -= 1;
            return error("InvalidParameter.NextToken", "The token has expired.");
        }
        let region = &params["RegionId"];
        let mut value = match self.forwarded(region, product, action, &params) {
            Some(value) => value,
            None => match self.made(region, action, &params) {
                Some(value) => value,
                None => {
                    let text = format!(
                        "ERROR: '{action}' is not a valid api. See `aliyun help {product}`.\n"
                    );
                    return Printed { status: 2, text };
                }
            },
        };
        if let (Some(code), Some(text)) = (value["Code"].as_str(), value["Message"].as_str()) {
            return error(code, text);
        }
        if let (Some(odd), "DescribeSecurityGroups") = (behaviour.odd_id, action) {
            for group in value["SecurityGroups"]["SecurityGroup"].as_array_mut().unwrap() {
                let id = format!("{}{odd}", group["SecurityGroupId"].as_str().unwrap());
                group["SecurityGroupId"] = json!(id);
            }
        }
        value["RequestId"] = json!("473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E");
        let text = if behaviour.compact { value.to_string() } else { indented(&value) };
        Printed { status: 0, text: format!("{text}\n") }
    }

    /// The emulator's answer, if it has the operation.
    fn forwarded(
        &self,
        region: &str,
        product: &str,
        action: &str,
        params: &BTreeMap<String, String>,
    ) -> Option<Value> {
        // Another product may have an operation of the same name, such as DescribeVpcs.
        let emulated = |own: &Action| product == "ecs" && own.as_str() == action;
        let action = Action::ALL.into_iter().find(emulated)?;
        let params = params.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let server = self.servers.get(region).or_else(|| self.servers.values().next())?;
        Some(server.call(&Call::new(action, params)))
    }

    fn made(&self, region: &str, action: &str, params: &BTreeMap<String, String>) -> Option<Value> {
        let ids =
            ["PrefixListId", "PortRangeListId", "RouteTableId", "SnatTableId", "ForwardTableId"];
        let id = ids.iter().find_map(|name| params.get(*name)).map_or("", String::as_str);
        let scenario = self.scenarios.get(region)?;
        Some(match reply(scenario, action, id)? {
            Reply::Whole(value) => value,
            Reply::List([outer, inner], items) => paged(outer, inner, &items, params),
        })
    }
}

/// One page of a list. Tokens are base64, as the service's are.
fn paged(outer: &str, inner: &str, items: &[Value], params: &BTreeMap<String, String>) -> Value {
    let number = |name: &str| params.get(name).map(|text| usize::from_str(text).unwrap());
    let most = number("MaxResults").or(number("MaxResult"));
    let (start, size) = match (number("PageSize"), most) {
        (Some(size), _) => ((number("PageNumber").unwrap() - 1) * size, size),
        (None, Some(most)) => {
            let token = params.get("NextToken").map(|token| token.strip_prefix("AAAA+/").unwrap());
            (token.map_or(0, |token| usize::from_str(token.trim_end_matches('=')).unwrap()), most)
        }
        (None, None) => (0, items.len()),
    };
    let end = items.len().min(start + size);
    let slice = items[start.min(end)..end].to_vec();
    let mut value = json!({"TotalCount": items.len(), "PageSize": size});
    value[outer] = if inner.is_empty() { json!(slice) } else { json!({ inner: slice }) };
    if most.is_some() {
        let token = if end < items.len() { format!("AAAA+/{end}==") } else { String::new() };
        value["NextToken"] = json!(token);
    }
    value
}

/// As the CLI prints an error of the service.
fn error(code: &str, message: &str) -> Printed {
    let text = format!(
        "ERROR: SDK.ServerError\nErrorCode: {code}\nRecommend: https://api.alibabacloud.com/troubleshoot?q={code}\n\
         RequestId: 473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E\nMessage: {message}\nAccessKeyId: LTAIsecretsecret\n"
    );
    Printed { status: 1, text }
}

/// The CLI indents with tabs.
fn indented(value: &Value) -> String {
    let mut bytes = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b"\t");
    let mut writer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
    serde::Serialize::serialize(value, &mut writer).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The parameters of a call, without the flags of the CLI.
fn values(words: &[String]) -> Vec<(String, String)> {
    let mut words = words.to_vec();
    "ecs".clone_into(&mut words[0]);
    let mut found = parameters(&words);
    found.retain(|(name, _)| name != "profile" && name != "force");
    found
}

/// The stand-in: bash, because it can open a socket by itself.
fn program(port: u16) -> String {
    format!(
        "#!/bin/bash\nexec 3<>/dev/tcp/127.0.0.1/{port} || exit 9\n\
         printf '%s\\0' \"$#\" \"$@\" >&3\nIFS= read -r status <&3\n\
         if [ \"$status\" = 0 ]; then cat <&3; else cat <&3 >&2; fi\nexit \"$status\"\n"
    )
}

static NONCE: AtomicU32 = AtomicU32::new(0);

impl Emulator {
    fn start(file: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
        command.args(["serve", "--port", "0", "--scenario", file]);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        output.read_line(&mut first).unwrap();
        let address = first.split_once("http://").and_then(|(_, rest)| rest.split_once(','));
        let address = address.unwrap_or_else(|| panic!("{first}")).0.to_owned();
        // The log must be read, or the server would wait for room in the pipe.
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        Self { child, address }
    }

    fn call(&self, call: &Call) -> Value {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        let timestamp = Timestamp::from_unix_seconds(i64::try_from(now.as_secs()).unwrap());
        let nonce =
            format!("collect-{}-{}", std::process::id(), NONCE.fetch_add(1, Ordering::Relaxed));
        let key = Credentials::demo();
        let signing = Signing { credentials: &key, timestamp, nonce: &nonce };
        let query = v1::sign(call, "GET", &signing).form();
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET /?{query} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
    }
}
