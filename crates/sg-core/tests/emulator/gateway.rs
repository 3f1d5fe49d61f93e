//! The HTTP gateway: requests recorded from real clients, every gateway error, and requests that no
//! client would send.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use sg_testing::mixed_calls::{self, ROUND};
use sg_testing::scenario_text;

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use sg_core::emulator::{Action, Call, Env, Reach, gateway};
use sg_core::gateway::{
    Access, Headers, Held, HttpRequest, HttpResponse, MAX_BODY_BYTES, MAX_NONCES, MAX_PARAMETERS,
    MAX_TOKENS, State, respond,
};
use sg_core::model::*;
use sg_core::request::endpoint::Endpoint;
use sg_core::request::signature::{Credentials, Secret, Signing, v1, v3};

const NOW: i64 = 1_704_067_200;

fn at(seconds: i64) -> Env {
    Env { now: Timestamp::from_unix_seconds(seconds), entropy: 7 }
}

fn state() -> State {
    State::new(scenario_text::scenario_of(
        "group G1 basic accept
         group G2 advanced
         group G3 basic accept
         instance i-1 10.0.0.1 in G1",
    ))
}

/// A request that owns its parts.
#[derive(Debug, Clone, Default)]
struct Wire {
    method: String,
    query: String,
    headers: Headers,
    body: Vec<u8>,
}

impl Wire {
    fn get(query: &str) -> Self {
        Self { method: "GET".to_owned(), query: query.to_owned(), ..Self::default() }
    }

    fn send(&self, state: &mut State, env: &Env) -> HttpResponse {
        self.send_to(state, &[Credentials::demo()], env)
    }

    fn send_to(&self, state: &mut State, keys: &[Credentials], env: &Env) -> HttpResponse {
        self.send_with(state, &Access::unlimited(keys), env)
    }

    fn send_with(&self, state: &mut State, access: &Access<'_>, env: &Env) -> HttpResponse {
        let Self { method, query, headers, body } = self;
        respond(state, &HttpRequest { method, query, headers, body }, access, env)
    }
}

fn json(response: &HttpResponse) -> Value {
    assert_eq!(response.content_type, "application/json;charset=utf-8");
    serde_json::from_str(&response.body).unwrap()
}

fn signing<'a>(credentials: &'a Credentials, nonce: &'a str) -> Signing<'a> {
    Signing { credentials, timestamp: at(NOW).now, nonce }
}

/// A GET request signed in its parameters.
fn in_query(call: &Call, nonce: &str) -> Wire {
    Wire::get(&v1::sign(call, "GET", &signing(&Credentials::demo(), nonce)).form())
}

/// A POST request signed in its headers, as sent by the current client libraries.
fn in_headers(call: &Call, nonce: &str) -> Wire {
    let demo = Credentials::demo();
    let signed = v3::sign(call, "POST", Endpoint::Central, &signing(&demo, nonce));
    let query = signed.url.split_once('?').map_or("", |(_, query)| query).to_owned();
    Wire { method: "POST".to_owned(), query, headers: signed.headers, body: Vec::new() }
}

fn policy(policy: &str) -> Call {
    let params =
        [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "G1"), ("InnerAccessPolicy", policy)];
    Call::new(Action::ModifySecurityGroupPolicy, params)
}

fn rows(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Every request recorded from real client libraries, as bytes on the wire.
fn recorded() -> Vec<(Value, Wire, i64)> {
    let all = [
        include_str!("../../../../tests/data/signatures/v1.jsonl"),
        include_str!("../../../../tests/data/signatures/v3.jsonl"),
    ];
    let mut recorded = Vec::new();
    for row in all.into_iter().flat_map(rows) {
        let Some(url) = row["url"].as_str() else { continue };
        let query = url.split_once('?').map_or("", |(_, query)| query).to_owned();
        let mut headers = Headers::new();
        for (name, value) in row["headers"].as_object().into_iter().flatten() {
            headers.insert(name.to_ascii_lowercase(), value.as_str().unwrap().to_owned());
        }
        let body = row["body"].as_str().unwrap_or_default().as_bytes().to_vec();
        let moment = row["signed_params"]["Timestamp"].as_str();
        let moment = moment.or(row["headers"]["x-acs-date"].as_str()).unwrap();
        let moment = Timestamp::parse(moment).unwrap().unix_seconds();
        let method = row["method"].as_str().unwrap().to_owned();
        recorded.push((row, Wire { method, query, headers, body }, moment));
    }
    recorded
}

/// Whether the gateway itself answered; some of its codes are also used by operations.
fn is_front(response: &HttpResponse) -> bool {
    gateway::rows().iter().any(|row| {
        Some(row.code) == response.code
            && response.body.contains(row.message.trim_end_matches("%s"))
    })
}

#[test]
fn what_real_clients_sent_passes_the_front() {
    let recorded = recorded();
    assert_eq!(recorded.len(), 41);
    for (row, wire, moment) in recorded {
        let response = wire.send(&mut state(), &at(moment));
        assert!(!is_front(&response), "{}: {}", row["id"], response.body);
        assert!(response.action.is_some(), "{}", row["id"]);
        // A skew of up to 15 minutes is accepted in either direction; one second more is not.
        for off in [-900, 900] {
            let response = wire.send(&mut state(), &at(moment + off));
            assert!(!is_front(&response), "{}: {}", row["id"], response.body);
            let response = wire.send(&mut state(), &at(moment + off + off.signum()));
            assert_eq!(response.code, Some("InvalidTimeStamp.Expired"), "{}", row["id"]);
        }
    }
}

#[test]
fn a_wrong_secret_is_told_the_string_to_sign() {
    let keys = [Credentials::new("testid", Secret::new("another secret"))];
    for (row, wire, moment) in recorded() {
        let before = state();
        let mut after = before.clone();
        let response = wire.send_to(&mut after, &keys, &at(moment));
        let in_headers = wire.headers.contains_key("authorization");
        let code = if in_headers { "SignatureDoesNotMatch" } else { "IncompleteSignature" };
        assert_eq!(response.code, Some(code), "{}", row["id"]);
        assert_eq!(after, before, "{}", row["id"]);
        if response.content_type.starts_with("application/json") {
            let message = json(&response)["Message"].as_str().unwrap().to_owned();
            let string_to_sign = row["string_to_sign"].as_str().unwrap();
            let told = if in_headers {
                let start =
                    "Specified signature does not match our calculation. server StringToSign is [";
                let told = message.strip_prefix(start).unwrap();
                let (told, rest) = told.split_once("] server CanonicalRequest is [").unwrap();
                let canonical_request = rest.strip_suffix(']').unwrap();
                assert_eq!(v3::string_to_sign(canonical_request), told, "{}", row["id"]);
                told
            } else {
                let start = "The request signature does not conform to Aliyun standards. \
                             server string to sign is:";
                message.strip_prefix(start).unwrap()
            };
            assert_eq!(told, string_to_sign, "{}", row["id"]);
        }
    }
}

/// A GET request whose timestamp is any text, signed as it stands.
fn dated(call: &Call, timestamp: &str) -> Wire {
    let demo = Credentials::demo();
    let parameters = v1::parameters(call, &signing(&demo, "n"));
    let pairs = parameters.iter().map(|(name, value)| {
        (name.as_str(), if name == "Timestamp" { timestamp } else { value.as_str() })
    });
    let query = sg_core::request::canonical::canonical_query(pairs);
    let signature = v1::signature(&demo.secret, &v1::string_to_sign("GET", &query));
    let signature = sg_core::request::canonical::percent_encode(&signature);
    Wire::get(&format!("{query}&Signature={signature}"))
}

#[test]
fn a_timestamp_may_have_a_fraction_and_lack_its_zone() {
    for timestamp in ["2024-01-01T00:00:00.123Z", "2024-01-01T00:00:00", "2024-01-01T00:00:00.5"] {
        let response = dated(&policy("Drop"), timestamp).send(&mut state(), &at(NOW));
        assert_eq!((response.status, response.code), (200, None), "{timestamp}");
    }
}

#[test]
fn an_endpoint_of_one_region_serves_no_other() {
    let (mut state, keys) = (state(), [Credentials::demo()]);
    let region = |id: &str| RegionId::parse(id).unwrap();
    let (own, other) = (region("cn-hangzhou"), region("cn-beijing"));
    let mut send = |region: &RegionId, call: &Call, nonce: &str| {
        let access = Access { region: Some(region), ..Access::unlimited(&keys) };
        in_headers(call, nonce).send_with(&mut state, &access, &at(NOW))
    };
    let refused = send(&other, &policy("Drop"), "1");
    assert_eq!(
        (refused.status, refused.code),
        (404, Some("InvalidOperation.NotSupportedEndpoint"))
    );
    assert_eq!(send(&own, &policy("Drop"), "2").code, None);
    // A region that does not exist, and a call for no region, are matters of the operation.
    let mut unknown = policy("Drop");
    unknown.params.set("RegionId", "mars-1");
    assert_eq!(send(&other, &unknown, "3").code, Some("InvalidRegionId.NotFound"));
    let regions = Call::new(Action::DescribeRegions, []);
    assert_eq!(send(&other, &regions, "4").code, None);
}

#[test]
fn a_new_group_without_a_vpc_is_refused_unless_there_is_a_default() {
    let (mut state, keys) = (state(), [Credentials::demo()]);
    let vpc = state.scenario.groups().next().unwrap().vpc.clone();
    let create = Call::new(Action::CreateSecurityGroup, [("RegionId", "cn-hangzhou")]);
    let refused = in_headers(&create, "1").send(&mut state, &at(NOW));
    assert_eq!((refused.status, refused.code), (403, Some("InvalidVpcId.NotFound")));
    let access = Access { default_vpc: Some(&vpc), ..Access::unlimited(&keys) };
    let created = in_headers(&create, "2").send_with(&mut state, &access, &at(NOW));
    assert_eq!(created.code, None, "{}", created.body);
    assert_eq!(state.scenario.groups().last().unwrap().vpc, vpc);
    // A VPC that is named counts, whatever it is.
    let mut elsewhere = create;
    elsewhere.params.set("VpcId", "vpc-nowhere");
    let refused = in_headers(&elsewhere, "3").send_with(&mut state, &access, &at(NOW));
    assert_eq!((refused.status, refused.code), (404, Some("InvalidVpcId.NotFound")));
}

#[test]
fn an_error_names_the_host_that_was_called_and_the_page_of_its_site() {
    let mut state = state();
    let refused = in_headers(&policy("nonsense"), "1").send(&mut state, &at(NOW));
    let body = json(&refused);
    assert_eq!(body["HostId"], "ecs.aliyuncs.com");
    let request_id = body["RequestId"].as_str().unwrap();
    let page = "https://api.aliyun.com/troubleshoot?q=InvalidPolicy.Malformed&product=Ecs";
    assert_eq!(body["Recommend"], format!("{page}&requestId={request_id}"));
    // An error of the gateway, another host, and a scenario of a region outside China.
    let scenario = state.scenario.edited(|it| it.region = RegionId::parse("us-east-1").unwrap());
    let mut state = State::new(scenario.unwrap());
    let mut wire = in_query(&policy("Drop"), "2");
    wire.headers.insert("host".to_owned(), "127.0.0.1:8086".to_owned());
    wire.query = wire.query.replace("AccessKeyId=testid", "AccessKeyId=nobody");
    let body = json(&wire.send(&mut state, &at(NOW)));
    assert_eq!(body["HostId"], "127.0.0.1:8086");
    let page = "https://api.alibabacloud.com/troubleshoot?intl_lang=EN_US&q=";
    assert!(body["Recommend"].as_str().unwrap().starts_with(page), "{body}");
}

#[test]
fn an_operation_that_is_not_emulated_is_said_to_exist() {
    let send = |action: &str| {
        let query = in_query(&policy("Drop"), "n").query;
        let query = query.replace("Action=ModifySecurityGroupPolicy", &format!("Action={action}"));
        Wire::get(&query).send(&mut state(), &at(NOW))
    };
    let existing = send("RunInstances");
    assert_eq!(existing.not_emulated, Some("RunInstances"));
    let invented = send("FlipSecurityGroup");
    assert_eq!(invented.not_emulated, None);
    for response in [existing, invented] {
        assert_eq!((response.status, response.code), (404, Some("InvalidAction.NotFound")));
        assert_eq!(response.action, None);
    }
    assert_eq!(in_query(&policy("Drop"), "n").send(&mut state(), &at(NOW)).not_emulated, None);
}

/// A signed request with one part at a time removed or altered.
fn spoilt() -> Vec<(&'static str, Wire)> {
    let good = in_query(&policy("Drop"), "n");
    let without = |name: &str| {
        let kept = good.query.split('&').filter(|pair| !pair.starts_with(&format!("{name}=")));
        Wire::get(&kept.collect::<Vec<_>>().join("&"))
    };
    let with = |name: &str, value: &str| {
        let query = without(name).query;
        Wire::get(&format!("{query}&{name}={value}"))
    };
    let v3 = in_headers(&policy("Drop"), "n");
    let header = |name: &str, value: Option<&str>| {
        let mut wire = v3.clone();
        wire.headers.remove(name);
        if let Some(value) = value {
            wire.headers.insert(name.to_owned(), value.to_owned());
        }
        wire
    };
    let sign = |call: Call, nonce: &str| in_query(&call, nonce);
    // Signed by hand, because the project's own requests always have a good timestamp.
    let dated = |timestamp: &str| dated(&policy("Drop"), timestamp);
    let mut owners = policy("Drop");
    owners.params.set("OwnerId", "1");
    owners.params.set("OwnerAccount", "a@b.c");
    let delete = Wire { method: "DELETE".to_owned(), ..good.clone() };
    let long =
        Wire { method: "POST".to_owned(), body: vec![b'a'; MAX_BODY_BYTES + 1], ..Wire::default() };
    let authorization = v3.headers["authorization"].clone();
    vec![
        ("UnsupportedHTTPMethod", delete),
        ("InvalidParameter", Wire::get("Action=%FF")),
        ("InvalidParameter", Wire::get(&"a=1&".repeat(MAX_PARAMETERS + 1))),
        ("InvalidParameter", long),
        ("InvalidParameter.Format", with("Format", "YAML")),
        ("MissingParameter Action", without("Action")),
        ("MissingParameter Version", without("Version")),
        ("MissingParameter Action", Wire::get("")),
        ("InvalidVersion", with("Version", "2014-05-27")),
        ("InvalidAction.NotFound", with("Action", "modifySecurityGroupPolicy")),
        ("MissingParameter TimeStamp", without("Timestamp")),
        ("MissingParameter TimeStamp", header("x-acs-date", None)),
        ("InvalidTimeStamp.Format", dated("2024-01-01 00:00:00")),
        ("InvalidTimeStamp.Format", dated("2024-01-01T00:00:00+08:00")),
        ("InvalidTimeStamp.Expired", dated("2023-12-31T23:44:59Z")),
        ("InvalidTimeStamp.Expired", dated("2023-12-31T23:44:59.5")),
        // The signature is looked at first.
        ("IncompleteSignature Aliyun", with("Timestamp", "2024-01-01 00:00:00")),
        ("IncompleteSignature Aliyun", with("Timestamp", "2023-12-31T23:44:59Z")),
        ("MissingParameter AccessKeyId", without("AccessKeyId")),
        ("InvalidAccessKeyId.NotFound", with("AccessKeyId", "nobody")),
        ("MissingSignature mandatory", without("Signature")),
        ("MissingParameter Signature", header("authorization", None)),
        ("InvalidParamater SignatureMethod", with("SignatureMethod", "HMAC-SHA256")),
        ("InvalidParamater SignatureMethod", without("SignatureMethod")),
        ("InvalidParamater SignatureVersion", with("SignatureVersion", "2.0")),
        ("IncompleteSignature Alibaba", header("authorization", Some("Basic dGVzdA=="))),
        ("IncompleteSignature Alibaba", header("x-acs-content-sha256", None)),
        ("IncompleteSignature Aliyun", with("InnerAccessPolicy", "Accept")),
        ("IncompleteSignature Aliyun", Wire { method: "POST".to_owned(), ..good.clone() }),
        ("SignatureDoesNotMatch", header("x-acs-action", Some("DeleteSecurityGroup"))),
        (
            "SignatureDoesNotMatch",
            Wire { body: b"InnerAccessPolicy=Accept".to_vec(), ..v3.clone() },
        ),
        ("SignatureDoesNotMatch", header("authorization", Some(&format!("{authorization}0")))),
        ("MissingSignatureNonce", sign(policy("Drop"), "")),
        ("InvalidOwner", sign(owners, "n")),
    ]
}

#[test]
fn each_part_that_is_missing_or_wrong_has_its_error() {
    for (expected, wire) in spoilt() {
        let (before, mut after) = (state(), state());
        let response = wire.send(&mut after, &at(NOW));
        let (code, word) = expected.split_once(' ').unwrap_or((expected, ""));
        assert_eq!(response.code, Some(code), "{expected}: {wire:?}");
        assert!(response.body.contains(word), "{expected}: {}", response.body);
        assert_eq!(after.scenario, before.scenario, "{expected}");
    }
}

#[test]
fn every_row_of_the_front_is_reached_and_published() {
    type Row = (u16, String, String);
    let published: Vec<Value> =
        serde_json::from_str(include_str!("../../../../tests/data/gateway_errors.json")).unwrap();
    // The pages print only the first sentence of this message; client libraries look for what
    // follows.
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let published: Vec<Row> = published
        .iter()
        .map(|row| {
            let status = u16::try_from(row["status"].as_u64().unwrap()).unwrap();
            (status, text(row, "code"), text(row, "message"))
        })
        .collect();
    let own: Vec<Row> = gateway::rows()
        .iter()
        .map(|row| {
            let message = row.message.trim_end_matches(" server string to sign is:%s");
            (row.status, row.code.to_owned(), message.to_owned())
        })
        .collect();
    let missing: Vec<&Row> = published.iter().filter(|row| !own.contains(row)).collect();
    assert!(missing.is_empty(), "published, but not in the table: {missing:?}");
    // The others were seen live or are on the page of client errors; the evidence has them.
    let more: Vec<&str> = own
        .iter()
        .filter(|row| !published.contains(row))
        .map(|(_, code, _)| code.as_str())
        .collect();
    let seen = ["MissingSignature", "IncompleteSignature", "SignatureDoesNotMatch"];
    assert_eq!(more, [&seen[..], &["InvalidOperation.NotSupportedEndpoint"]].concat());
    let mut reached: BTreeSet<(u16, String)> = BTreeSet::new();
    let mut note = |response: &HttpResponse| {
        // The message, from either format of the body.
        let message = match serde_json::from_str::<Value>(&response.body) {
            Ok(body) => body["Message"].as_str().unwrap().to_owned(),
            Err(_) => {
                let (_, rest) = response.body.split_once("<Message>").unwrap();
                rest.split_once("</Message>").unwrap().0.replace("&apos;", "'")
            }
        };
        reached.insert((response.status, message));
    };
    for (_, wire) in spoilt() {
        note(&wire.send(&mut state(), &at(NOW)));
    }
    let (mut state, again) = (state(), in_query(&policy("Drop"), "n"));
    assert_eq!(again.send(&mut state, &at(NOW)).code, None);
    note(&again.send(&mut state, &at(NOW)));
    let keys = [Credentials::demo()];
    let once = Access { per_minute: Some(1), ..Access::unlimited(&keys) };
    note(&in_query(&policy("Drop"), "m").send_with(&mut state, &once, &at(NOW)));
    let denied = [Action::ModifySecurityGroupPolicy];
    let denied = Access { denied: &denied, ..Access::unlimited(&keys) };
    note(&in_query(&policy("Drop"), "o").send_with(&mut state, &denied, &at(NOW)));
    let region = RegionId::parse("cn-beijing").unwrap();
    let elsewhere = Access { region: Some(&region), ..Access::unlimited(&keys) };
    note(&in_query(&policy("Drop"), "p").send_with(&mut state, &elsewhere, &at(NOW)));
    for row in gateway::rows().iter().filter(|row| row.reach == Reach::Reached) {
        let start = row.message.trim_end_matches("%s");
        let hit = reached
            .iter()
            .any(|(status, message)| *status == row.status && message.starts_with(start));
        assert!(hit, "nothing reaches {} {}", row.code, row.message);
    }
}

#[test]
fn a_key_that_calls_too_often_is_throttled_until_a_minute_has_passed() {
    let keys = [Credentials::demo(), Credentials::new("other", Secret::new("secret"))];
    let access = Access { per_minute: Some(2), ..Access::unlimited(&keys) };
    let mut state = state();
    let mut code = |call: &Call, nonce: &str, seconds: i64| {
        in_query(call, nonce).send_with(&mut state, &access, &at(seconds)).code
    };
    assert_eq!(code(&policy("Drop"), "1", NOW), None);
    // A call that its operation refuses counts like a successful one.
    assert_eq!(code(&policy("Open"), "2", NOW + 1), Some("InvalidPolicy.Malformed"));
    assert_eq!(code(&policy("Drop"), "3", NOW + 59), Some("Throttling"));
    assert_eq!(code(&policy("Drop"), "4", NOW + 130), None);
    // Another key has its own limit, and a request with an invalid signature counts for no key.
    let other = Credentials::new("other", Secret::new("secret"));
    let mut wire = |key: &Credentials, nonce: &str| {
        let query = v1::sign(&policy("Drop"), "GET", &signing(key, nonce)).form();
        Wire::get(&query).send_with(&mut state, &access, &at(NOW + 130)).code
    };
    assert_eq!((wire(&other, "5"), wire(&other, "6")), (None, None));
    assert_eq!(wire(&other, "7"), Some("Throttling"));
    let forged = Credentials::new("testid", Secret::new("wrong"));
    assert_eq!(wire(&forged, "8"), Some("IncompleteSignature"));
    assert_eq!(wire(&Credentials::demo(), "9"), None);
}

#[test]
fn what_a_key_has_no_permission_for_is_refused_before_its_operation() {
    let (mut state, keys) = (state(), [Credentials::demo()]);
    let denied = [Action::ModifySecurityGroupPolicy];
    let access = Access { denied: &denied, ..Access::unlimited(&keys) };
    let before = state.scenario.clone();
    let refused = in_headers(&policy("nonsense"), "1").send_with(&mut state, &access, &at(NOW));
    assert_eq!((refused.status, refused.code), (403, Some("Forbidden.RAM")));
    assert_eq!(state.scenario, before);
    let region = Call::new(Action::DescribeRegions, []);
    assert_eq!(in_query(&region, "2").send_with(&mut state, &access, &at(NOW)).code, None);
}

#[test]
fn a_nonce_serves_once_within_the_time_it_could_serve_again() {
    let (mut state, wire) = (state(), in_query(&policy("Drop"), "n"));
    assert_eq!(wire.send(&mut state, &at(NOW - 900)).code, None);
    for moment in [NOW - 900, NOW, NOW + 900] {
        assert_eq!(wire.send(&mut state, &at(moment)).code, Some("SignatureNonceUsed"));
    }
    // The nonce is the same even if the request is signed in another way.
    let other = in_headers(&policy("Drop"), "n");
    assert_eq!(other.send(&mut state, &at(NOW)).code, Some("SignatureNonceUsed"));
    // A request that failed before its nonce was checked has not consumed it.
    let mut fresh = self::state();
    let wrong = [Credentials::new("testid", Secret::new("x"))];
    assert!(wire.send_to(&mut fresh, &wrong, &at(NOW)).code.is_some());
    assert_eq!(wire.send(&mut fresh, &at(NOW)).code, None);
}

#[test]
fn the_body_is_of_the_format_asked_for() {
    let describe = |format: Option<&str>| {
        let mut call = Call::new(Action::DescribeRegions, []);
        if let Some(format) = format {
            call.params.set("Format", format);
        }
        call
    };
    // Signed by hand, because the project's own requests always ask for JSON.
    let send = |format: Option<&str>| {
        let demo = Credentials::demo();
        let parameters = v1::parameters(&describe(None), &signing(&demo, "n"));
        let kept = parameters.iter().filter(|(name, _)| name != "Format");
        let pairs: Vec<(&str, &str)> = kept
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain(format.map(|format| ("Format", format)))
            .collect();
        let query = sg_core::request::canonical::canonical_query(pairs);
        let signature = v1::signature(&demo.secret, &v1::string_to_sign("GET", &query));
        let signature = sg_core::request::canonical::percent_encode(&signature);
        Wire::get(&format!("{query}&Signature={signature}")).send(&mut state(), &at(NOW))
    };
    for (format, kind) in [
        (None, "text/xml"),
        (Some("XML"), "text/xml"),
        (Some("xml"), "text/xml"),
        (Some("JSON"), "application/json"),
        (Some("json"), "application/json"),
    ] {
        let response = send(format);
        assert_eq!(response.status, 200, "{format:?}: {}", response.body);
        assert!(response.content_type.starts_with(kind), "{format:?}");
        assert_eq!(response.body.starts_with("<?xml"), kind == "text/xml", "{format:?}");
    }
    let error = in_query(&policy("maybe"), "n").send(&mut state(), &at(NOW));
    assert_eq!(
        (error.status, json(&error)["Code"].as_str()),
        (400, Some("InvalidPolicy.Malformed"))
    );
    let success = in_headers(&describe(None), "n").send(&mut state(), &at(NOW));
    let body = json(&success);
    assert!(body["RequestId"].is_string() && body["Code"].is_null(), "{body}");
}

#[test]
fn a_wrong_method_is_told_in_the_format_asked_for() {
    let put = |query: &str, headers: &[(&str, &str)], body: &str| {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let (method, query) = ("PUT".to_owned(), query.to_owned());
        let wire = Wire { method, query, headers: headers.collect(), body: body.into() };
        let response = wire.send(&mut state(), &at(NOW));
        assert_eq!((response.status, response.code), (403, Some("UnsupportedHTTPMethod")));
        response.content_type.split_once('/').unwrap().1.split_once(';').unwrap().0
    };
    assert_eq!(put("Format=JSON", &[], ""), "json");
    assert_eq!(put("Format=xml", &[], ""), "xml");
    assert_eq!(put("", &[], "Format=JSON"), "json");
    assert_eq!(put("", &[("x-acs-action", "DescribeRegions")], ""), "json");
    // Who asks for no format, for an unknown one or in bytes that say nothing gets XML.
    assert_eq!(put("", &[], ""), "xml");
    assert_eq!(put("Format=YAML", &[], ""), "xml");
    assert_eq!(put("Format=JSON&x=%FF", &[], ""), "xml");
}

/// What a server holds after many calls is counted here; `docs/benchmarks.md` has their times.
#[test]
fn what_is_remembered_is_bounded_and_forgotten_in_time() {
    let mut state = state();
    let authorize = |token: usize| {
        let token = format!("token-{token}");
        let params = [
            ("RegionId", "cn-hangzhou"),
            ("SecurityGroupId", "G1"),
            ("IpProtocol", "tcp"),
            ("PortRange", "22/22"),
            ("SourceCidrIp", "10.0.0.0/8"),
            ("ClientToken", token.as_str()),
        ];
        Call::new(Action::AuthorizeSecurityGroup, params)
    };
    let calls = MAX_TOKENS + 20;
    for number in 0..calls {
        let response = in_query(&authorize(number), &number.to_string());
        assert_eq!(response.send(&mut state, &at(NOW)).code, None);
    }
    assert_eq!(state.held(), Held { nonces: calls, tokens: MAX_TOKENS });
    // A repeated call is the newest again and takes no second place.
    let repeated = in_query(&authorize(20), "repeated").send(&mut state, &at(NOW));
    assert_eq!(repeated.code, None);
    assert_eq!(state.held(), Held { nonces: calls + 1, tokens: MAX_TOKENS });
    let mut other = authorize(19);
    other.params.set("PortRange", "80/80");
    let forgotten = in_query(&other, "forgotten").send(&mut state, &at(NOW));
    assert_eq!(forgotten.code, None, "its token is older than a thousand calls");
    // Half an hour later no request of then could pass again.
    let later = at(NOW + 2 * 900 + 1);
    let demo = Credentials::demo();
    let signing = Signing { timestamp: later.now, ..signing(&demo, "later") };
    let regions = v1::sign(&Call::new(Action::DescribeRegions, []), "GET", &signing);
    assert_eq!(Wire::get(&regions.form()).send(&mut state, &later).code, None);
    assert_eq!(state.held(), Held { nonces: 1, tokens: MAX_TOKENS });
}

#[test]
fn a_server_holds_no_more_after_many_mixed_calls_than_its_bounds() {
    let (mut state, first) = (state(), state());
    let rounds = MAX_NONCES / ROUND + 2;
    for round in 0..rounds {
        for (number, (call, code)) in mixed_calls::round(round, "G1").into_iter().enumerate() {
            let nonce = format!("{round}-{number}");
            let sign = if number % 2 == 0 { in_query } else { in_headers };
            assert_eq!(sign(&call, &nonce).send(&mut state, &at(NOW)).code, code, "{call:?}");
        }
        let calls = ROUND * (round + 1);
        let held = Held { nonces: calls.min(MAX_NONCES), tokens: (round + 1).min(MAX_TOKENS) };
        assert_eq!(state.held(), held);
        assert_eq!(state.scenario, first.scenario, "each round ends where it began");
    }
}

#[test]
fn what_old_clients_do_is_understood() {
    // A query in any order with harmless characters unencoded, a plus sign for a space, an extra
    // signed parameter, and a form in addition to the query.
    let mut call = Call::new(Action::ModifySecurityGroupAttribute, []);
    for (name, value) in [
        ("RegionId", "cn-hangzhou"),
        ("SecurityGroupId", "G1"),
        ("Description", "two words*"),
        ("SignatureType", ""),
    ] {
        call.params.set(name, value);
    }
    let demo = Credentials::demo();
    let signed = v1::sign(&call, "POST", &signing(&demo, "n")).form();
    let bare = signed.replace("%20", "+").replace("%2A", "*").replace("%3A", ":");
    let (mut query, mut form): (Vec<&str>, Vec<&str>) =
        bare.split('&').partition(|pair| pair.starts_with('S') || pair.starts_with('A'));
    query.reverse();
    form.reverse();
    let headers = [("content-type", "application/x-www-form-urlencoded; charset=utf-8")];
    let wire = Wire {
        method: "POST".to_owned(),
        query: query.join("&"),
        headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        body: form.join("&").into_bytes(),
    };
    assert!(!form.is_empty() && !query.is_empty());
    let mut state = state();
    let response = wire.send(&mut state, &at(NOW));
    assert_eq!(response.status, 200, "{}", response.body);
    let group = state.scenario.groups().next().unwrap();
    assert_eq!(group.description, "two words*");
}

#[test]
fn an_operation_named_in_a_header_may_still_be_signed_in_the_parameters() {
    let mut wire = in_query(&policy("Drop"), "n");
    for (name, value) in [
        ("x-acs-action", "ModifySecurityGroupPolicy"),
        ("x-acs-version", "2014-05-26"),
        ("content-type", "application/x-www-form-urlencoded"),
    ] {
        wire.headers.insert(name.to_owned(), value.to_owned());
    }
    let response = wire.send(&mut state(), &at(NOW));
    assert_eq!((response.status, response.code), (200, None), "{}", response.body);
}

#[test]
fn calls_change_the_scenario_one_after_the_other() {
    let mut state = state();
    let params = [
        ("RegionId", "cn-hangzhou"),
        ("VpcId", "vpc-1"),
        ("SecurityGroupName", "web"),
        ("ClientToken", "token-1"),
    ];
    let create = Call::new(Action::CreateSecurityGroup, params);
    let made = in_headers(&create, "1").send(&mut state, &at(NOW));
    let id = json(&made)["SecurityGroupId"].as_str().unwrap().to_owned();
    // Retried with the same token, a new nonce and the other signature version: the same response,
    // one group.
    let again = in_query(&create, "2").send(&mut state, &Env { entropy: 8, ..at(NOW) });
    assert_eq!(again.body, made.body);
    assert_eq!(state.scenario.groups().len(), 4);
    let mut other = create;
    other.params.set("SecurityGroupName", "db");
    let refused = in_headers(&other, "3").send(&mut state, &at(NOW));
    assert_eq!(refused.code, Some("IdempotentParameterMismatch"));
    // Joining needs no RegionId.
    let join = [("SecurityGroupId", id.as_str()), ("InstanceId", "i-1")];
    let joined = in_headers(&Call::new(Action::JoinSecurityGroup, join), "4");
    assert_eq!(joined.send(&mut state, &at(NOW)).code, None);
    let members: Vec<_> = state.scenario.interfaces().map(|it| it.groups.len()).collect();
    assert_eq!(members, [2]);
    let drop = in_query(&policy("drop"), "5").send(&mut state, &at(NOW));
    assert_eq!((drop.status, drop.code), (200, None));
    let group = state.scenario.groups().next().unwrap();
    assert_eq!(group.group_type, GroupType::Basic(InnerAccessPolicy::Drop));
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        &b"Action="[..],
        b"ModifySecurityGroupPolicy",
        b"&",
        b"=",
        b"%",
        b"%E4%BB",
        b"%00",
        b"+",
        b"\xff",
        b"Version=2014-05-26",
        b"Format=json",
        b"Timestamp=2024-01-01T00:00:00Z",
        b"AccessKeyId=testid",
        b"Signature=x",
        b"\r\n",
        b"<",
    ]);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn anything_gets_an_answer_and_changes_nothing(
        method in prop::sample::select(vec!["GET", "POST", "PUT", "", "get"]),
        query in bytes(),
        body in bytes(),
        authorization in prop::option::of("(ACS3-HMAC-SHA256 )?[A-Za-z=,;é ]{0,40}"),
        action in prop::option::of("[A-Za-z]{0,12}"),
    ) {
        let query = String::from_utf8_lossy(&query).into_owned();
        let named = [("authorization", authorization), ("x-acs-action", action)];
        let headers: Headers = named
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect();
        let wire = Wire { method: method.to_owned(), query, headers, body };
        let (before, mut after) = (state(), state());
        let response = wire.send(&mut after, &at(NOW));
        prop_assert!((400..500).contains(&response.status), "{:?}", response);
        prop_assert!(is_front(&response));
        prop_assert_eq!(after, before);
    }
}
