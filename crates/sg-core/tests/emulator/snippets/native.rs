//! Whole snippets given to the real thing, where the machine has it: `sh` with `openssl`, `python3`,
//! `node`, `javac`. Single values, in every shell and language, are in `crates/sgp/tests/readers/`. What is
//! missing is named on the output; `SGP_NATIVE=1` makes it a failure.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use sg_core::emulator::{Action, Call, Env};
use sg_core::gateway::{Access, Headers, HttpRequest, State, respond};
use sg_core::lesson::first_scenario;
use sg_core::model::Timestamp;
use sg_core::request::signature::Credentials;
use sg_core::request::snippet::{Tool, render};

use super::golden::calls;
use super::read_back::texts;
use sg_testing::hostile_values::VALUES;

/// Whether a program can be run; prints a message if not.
fn has(program: &str, test: &[&str]) -> bool {
    let found = Command::new(program)
        .args(test)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    let needed = std::env::var_os("SGP_NATIVE").is_some_and(|value| value == "1");
    assert!(found || !needed, "{program} is missing");
    if !found {
        eprintln!("not checked: this machine has no {program}");
    }
    found
}

/// Runs a program with the given input and returns its output.
fn run(program: &str, args: &[&str], input: &str) -> String {
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .env("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
        .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret")
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program} fails on\n{input}");
    String::from_utf8(output.stdout).unwrap()
}

/// A call that contains every hostile value.
fn hostile_call() -> Call {
    let mut call = Call::new(Action::AuthorizeSecurityGroup, [("RegionId", "cn-hangzhou")]);
    for (number, value) in (1..).zip(VALUES) {
        call.params.set(format!("Permissions.{number}.Description"), *value);
    }
    call
}

/// Runs the curl script with a `curl` that prints its words, and gives the request to our server:
/// it checks the signature and answers.
#[test]
fn what_the_curl_script_signs_is_accepted() {
    if !has("sh", &["-c", "true"]) || !has("openssl", &["version"]) {
        return;
    }
    let all = calls().into_iter().map(|(_, call)| call).chain([hostile_call()]);
    for call in all {
        let script = render(&call, Tool::Curl).unwrap();
        let fake = "curl() { printf '%s\\0' \"$@\"; }\n";
        let output = run("sh", &[], &format!("{fake}{script}"));
        let words: Vec<&str> = output.split_terminator('\0').collect();
        assert_eq!(words[0], "-sS");
        let url = words[1].strip_prefix("https://").unwrap();
        let (host, query) = url.split_once("/").unwrap();
        let mut headers: Headers = BTreeMap::from([("host".to_owned(), host.to_owned())]);
        for pair in words[2..].chunks(2) {
            assert_eq!(pair[0], "-H");
            let (name, value) = pair[1].split_once(": ").unwrap();
            headers.insert(name.to_ascii_lowercase(), value.to_owned());
        }
        let now = Timestamp::parse(&headers["x-acs-date"]).unwrap();
        let query = query.strip_prefix('?').unwrap_or_default();
        let request = HttpRequest { method: "GET", query, headers: &headers, body: b"" };
        let mut state = State::new(first_scenario());
        let keys = [Credentials::demo()];
        let response =
            respond(&mut state, &request, &Access::unlimited(&keys), &Env { now, entropy: 7 });
        assert_eq!(response.action, Some(call.action), "{script}");
        let refused = response.code.unwrap_or("none");
        assert!(!refused.contains("Signature"), "{refused}: {}\n{script}", response.body);
        let answered =
            sg_core::emulator::answer(&first_scenario(), &call, &Env { now, entropy: 7 });
        assert_eq!(answered.err().map(|error| error.code()), response.code);
    }
}

fn file(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("snippets");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn python_reads_the_values() {
    if !has("python3", &["--version"]) {
        return;
    }
    let reader = "
import ast, json, sys
tree = ast.parse(sys.stdin.read())
request = [node for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == 'request'][0]
found = [node.value for node in ast.walk(request.value) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
order = [node for node in ast.walk(request.value) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
order.sort(key=lambda node: (node.lineno, node.col_offset))
print(json.dumps([node.value for node in order]))
";
    for call in calls().into_iter().map(|(_, call)| call).chain([hostile_call()]) {
        let program = render(&call, Tool::Python).unwrap();
        let output = run("python3", &["-c", reader], &program);
        let found: Vec<String> = serde_json::from_str(&output).unwrap();
        assert_eq!(found, texts(&call), "{program}");
    }
}

#[test]
fn node_reads_the_values() {
    if !has("node", &["--version"]) {
        return;
    }
    let stand_in = "
const order = [];
const walk = (value) => {
  if (typeof value === 'string') order.push(value);
  else if (value && typeof value === 'object') Object.values(value).forEach(walk);
};
class Any { constructor(map) { Object.assign(this, map); } }
const sent = (request) => { walk(request); process.stdout.write(JSON.stringify(order)); return new Promise(() => {}); };
const library = new Proxy({}, { get: (_, name) => name === 'default'
  ? class { constructor() { return new Proxy({}, { get: () => sent }); } }
  : Any });
const require = (name) => name.endsWith('openapi-core') ? { $OpenApiUtil: { Config: Any } } : library;
";
    for call in calls().into_iter().map(|(_, call)| call).chain([hostile_call()]) {
        let program = render(&call, Tool::Node).unwrap();
        let output = run("node", &["-"], &format!("(() => {{{stand_in}{program}}})();"));
        let found: Vec<String> = serde_json::from_str(&output).unwrap();
        assert_eq!(found, texts(&call), "{program}");
    }
}

/// Only Java's literals, in a class that prints them, because the library is not available.
#[test]
fn java_reads_the_values() {
    if !has("javac", &["-version"]) {
        return;
    }
    let call = hostile_call();
    let program = render(&call, Tool::Java).unwrap();
    let (_, request) = program.split_once("Request request = ").unwrap();
    // A literal is everything between its quotes on one line; setters contain one literal each.
    let literals: Vec<&str> = request
        .lines()
        .filter_map(|line| line.split_once(".setDescription("))
        .map(|(_, rest)| rest.trim_end_matches(';').trim_end_matches(',').trim_end_matches(')'))
        .collect();
    assert_eq!(literals.len(), VALUES.len());
    let printed: String = literals
        .iter()
        .map(|literal| {
            // A closing parenthesis before the last quote belongs to the literal.
            let end = literal.rfind('"').unwrap();
            format!("        print({});\n", &literal[..=end])
        })
        .collect();
    let class = format!(
        "public class Literals {{
    static void print(String text) {{
        StringBuilder units = new StringBuilder();
        for (char unit : text.toCharArray()) {{ units.append((int) unit).append(' '); }}
        System.out.println(units);
    }}
    public static void main(String[] args) {{
{printed}    }}
}}
"
    );
    let source = file("Literals.java", &class);
    let output = run("java", &["-Dfile.encoding=UTF-8", &source.to_string_lossy()], "");
    let found: Vec<String> = output
        .lines()
        .map(|line| {
            let units: Vec<u16> =
                line.split_whitespace().map(|unit| unit.parse().unwrap()).collect();
            String::from_utf16(&units).unwrap()
        })
        .collect();
    assert_eq!(found, VALUES);
}
