//! Signatures compared with published examples and with recorded client requests, stage by stage.
//!
//! `tests/data/signatures/` holds one request per line: what real clients produced from fixed
//! inputs (`client` names the library), and what the vendor's pages and library tests print
//! (`published`). `published_wrong.jsonl` holds printed examples that are inconsistent, each with
//! the request that its signature actually belongs to.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test panics on the first error"
)]

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use std::collections::BTreeSet;

use serde_json::Value;
use sg_core::emulator::{Action, Call};
use sg_core::model::{RegionId, Timestamp};
use sg_core::request::canonical::canonical_query;
use sg_core::request::endpoint::Endpoint;
use sg_core::request::signature::lines::{LineError, sign_line};
use sg_core::request::signature::{Credentials, Secret, Signing, v1, v3};
use sg_core::request::url::RequestUrl;

const V1: &str = include_str!("../../../../tests/data/signatures/v1.jsonl");
const V3: &str = include_str!("../../../../tests/data/signatures/v3.jsonl");
const WRONG: &str = include_str!("../../../../tests/data/signatures/published_wrong.jsonl");

fn rows(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_else(|| panic!("{row}: no {name}"))
}

fn pairs(object: &Value) -> Vec<(&str, &str)> {
    let object = object.as_object().unwrap();
    object.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect()
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

/// The decoded parameters of a query or form.
fn parsed(query: &str) -> BTreeMap<String, String> {
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap();
        (decoded(name), decoded(value))
    };
    query.split('&').map(pair).collect()
}

#[test]
fn v1_stage_1_canonical_query() {
    let mut seen = 0;
    for row in rows(V1) {
        let Some(whole) = row["string_to_sign"].as_str() else { continue };
        // The third part of the string to sign is the encoded canonical query.
        let expected = decoded(whole.splitn(3, '&').nth(2).unwrap());
        assert_eq!(canonical_query(pairs(&row["signed_params"])), expected, "{}", row["id"]);
        if let Some(printed) = row["canonical_query"].as_str() {
            assert_eq!(printed, expected, "{}", row["id"]);
        }
        seen += 1;
    }
    assert_eq!(seen, 36);
}

#[test]
fn v1_stage_2_string_to_sign() {
    for row in rows(V1) {
        let Some(expected) = row["string_to_sign"].as_str() else { continue };
        let query = canonical_query(pairs(&row["signed_params"]));
        assert_eq!(v1::string_to_sign(text(&row, "method"), &query), expected, "{}", row["id"]);
    }
}

#[test]
fn v1_stage_3_signature() {
    let mut seen = 0;
    for row in rows(V1) {
        let Some(expected) = row["signature"].as_str() else { continue };
        let query = canonical_query(pairs(&row["signed_params"]));
        let string_to_sign = v1::string_to_sign(text(&row, "method"), &query);
        let secret = Secret::new(text(&row, "access_key_secret"));
        assert_eq!(v1::signature(&secret, &string_to_sign), expected, "{}", row["id"]);
        seen += 1;
    }
    assert_eq!(seen, 38);
}

/// The call of a row and the common parameters chosen by the client.
fn call(params: &Value, action: &str) -> Option<Call> {
    Some(Call::new(Action::parse(action)?, pairs(params)))
}

/// Clients send what this project sends, except for the order and a few extra parameters.
#[test]
fn v1_stage_4_url_and_form() {
    let mut seen = 0;
    for row in rows(V1) {
        let (Some(url), params) = (row["url"].as_str(), row["signed_params"].clone()) else {
            continue;
        };
        let sent = row["body"].as_str().or(url.split_once('?').map(|(_, query)| query)).unwrap();
        let mut expected = parsed(sent);
        assert_eq!(expected["Signature"], text(&row, "signature"), "{}", row["id"]);
        let Some(own) = own_call(&params) else { continue };
        let credentials = Credentials {
            security_token: params["SecurityToken"].as_str().map(str::to_owned),
            ..Credentials::new(
                text(&params, "AccessKeyId"),
                Secret::new(text(&row, "access_key_secret")),
            )
        };
        let signing = Signing {
            credentials: &credentials,
            timestamp: Timestamp::parse(text(&params, "Timestamp")).unwrap(),
            nonce: text(&params, "SignatureNonce"),
        };
        let signed = v1::sign(&own, text(&row, "method"), &signing);
        // An empty SignatureType, which only the Python SDK sends, and another Format change the
        // signature; every other row has the same signature.
        let alike = params["SignatureType"].is_null() && params["Format"] == "JSON";
        if alike {
            assert_eq!(signed.signature, text(&row, "signature"), "{}", row["id"]);
            assert_eq!(parsed(&signed.form()), expected, "{}", row["id"]);
            seen += 1;
        } else {
            for gone in ["SignatureType", "Signature", "Format"] {
                expected.remove(gone);
            }
            let mut form = parsed(&signed.form());
            for gone in ["Signature", "Format"] {
                form.remove(gone);
            }
            assert_eq!(form, expected, "{}", row["id"]);
        }
        let url = RequestUrl::signed(&signed, Endpoint::Central).to_string();
        assert_eq!(url, format!("https://ecs.aliyuncs.com/?{}", signed.form()));
    }
    assert!(seen >= 10, "only {seen} rows are signed alike");
}

/// A row's parameters without the common ones, if its operation is supported.
fn own_call(params: &Value) -> Option<Call> {
    let mut own = params.clone();
    for common in [
        "Action",
        "Format",
        "Version",
        "AccessKeyId",
        "SignatureMethod",
        "SignatureType",
        "Timestamp",
        "SignatureVersion",
        "SignatureNonce",
        "SecurityToken",
    ] {
        own.as_object_mut().unwrap().remove(common);
    }
    call(&own, text(params, "Action"))
}

/// The signed headers of a row: those named in its Authorization header or in its own list.
fn signed_headers(row: &Value, authorization: Option<&str>) -> v3::Headers {
    let all: BTreeMap<String, &str> = pairs(&row["headers"])
        .into_iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), value))
        .collect();
    let names: Vec<&str> = match authorization {
        Some(value) => v3::parse_authorization(value).unwrap().1,
        None => text(row, "signed_headers").split(';').collect(),
    };
    names.into_iter().map(|name| (name.to_owned(), all[name].to_owned())).collect()
}

fn stages(row: &Value, headers: &v3::Headers) -> v3::Stages {
    let query = canonical_query(pairs(&row["query"]));
    let body = row["body"].as_str().unwrap_or_default().as_bytes();
    let method = text(row, "method");
    let parts = v3::Parts { method, path: "/", query: &query, headers, body };
    let secret = Secret::new(text(row, "access_key_secret"));
    v3::stages(&parts, text(row, "access_key_id"), &secret)
}

#[test]
fn v3_stage_1_canonical_request() {
    let mut seen = 0;
    for row in rows(V3) {
        let Some(expected) = row["canonical_request"].as_str() else { continue };
        let headers = signed_headers(&row, row["authorization"].as_str());
        assert_eq!(stages(&row, &headers).canonical_request, expected, "{}", row["id"]);
        let hash = v3::hashed_body(row["body"].as_str().unwrap_or_default().as_bytes());
        assert_eq!(hash, headers["x-acs-content-sha256"], "{}", row["id"]);
        seen += 1;
    }
    assert_eq!(seen, 10);
}

#[test]
fn v3_stage_2_string_to_sign() {
    for row in rows(V3) {
        let headers = signed_headers(&row, row["authorization"].as_str());
        let own = stages(&row, &headers).string_to_sign;
        assert_eq!(own, text(&row, "string_to_sign"), "{}", row["id"]);
    }
}

#[test]
fn v3_stage_3_signature_and_authorization() {
    let mut seen = 0;
    for row in rows(V3) {
        let headers = signed_headers(&row, row["authorization"].as_str());
        let own = stages(&row, &headers);
        assert_eq!(own.signature, text(&row, "signature"), "{}", row["id"]);
        // The same request with all headers that the client signed, and with the minimum that is
        // allowed.
        for name in ["authorization", "authorization_min_headers"] {
            if let Some(expected) = row[name].as_str() {
                let own = stages(&row, &signed_headers(&row, Some(expected)));
                assert_eq!(own.authorization, expected, "{} {name}", row["id"]);
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 20);
}

#[test]
fn v3_stage_4_url_and_headers() {
    let mut seen = 0;
    for row in rows(V3) {
        let Some(client) = row["authorization_min_headers"].as_str() else { continue };
        let headers = &row["headers"];
        let Some(own) = call(&row["query"], text(headers, "x-acs-action")) else { continue };
        if row["body"].is_string() {
            continue;
        }
        let token = headers["x-acs-security-token"].as_str().map(str::to_owned);
        let credentials = Credentials {
            security_token: token,
            ..Credentials::new(
                text(&row, "access_key_id"),
                Secret::new(text(&row, "access_key_secret")),
            )
        };
        let signing = Signing {
            credentials: &credentials,
            timestamp: Timestamp::parse(text(headers, "x-acs-date")).unwrap(),
            nonce: text(headers, "x-acs-signature-nonce"),
        };
        let region = text(&row, "url").split('.').nth(1).unwrap();
        let region = RegionId::parse(region).unwrap();
        let endpoint = Endpoint::Region(&region);
        let signed = v3::sign(&own, text(&row, "method"), endpoint, &signing);
        assert_eq!(signed.url, text(&row, "url"), "{}", row["id"]);
        for (name, value) in &signed.headers {
            if name != "authorization" {
                assert_eq!(headers[name], **value, "{} {name}", row["id"]);
            }
        }
        // Clients sign additional headers; without them the signatures agree.
        let ours = v3::parse_authorization(&signed.headers["authorization"]).unwrap().1;
        let theirs = v3::parse_authorization(client).unwrap().1;
        assert!(ours.iter().all(|name| theirs.contains(name)), "{}", row["id"]);
        let again: v3::Headers =
            ours.iter().map(|name| ((*name).to_owned(), text(headers, name).to_owned())).collect();
        assert_eq!(stages(&row, &again), signed.stages, "{}", row["id"]);
        seen += 1;
    }
    assert!(seen >= 5, "only {seen} rows are calls of ours");
}

/// Inconsistent printed examples stay inconsistent: our result differs, and the corrected request
/// gives the printed signature.
#[test]
fn published_examples_that_are_wrong_stay_wrong() {
    let right: Vec<Value> = rows(V1).into_iter().chain(rows(V3)).collect();
    let wrong = rows(WRONG);
    assert_eq!(wrong.len(), 4);
    for row in wrong {
        let line: Value = serde_json::from_str(&sign_line(&row.to_string()).unwrap()).unwrap();
        assert_ne!(line["signature"], row["published"], "{}", row["why"]);
        let right = right.iter().find(|other| other["id"] == row["right"]).unwrap();
        assert_eq!(right["signature"], row["published"], "{}", row["why"]);
    }
    // One page prints the string to sign with unencoded ampersands between the encoded pairs.
    let row = right.iter().find(|row| row["id"] == "ecs-describeregions-2016").unwrap();
    let bare = text(row, "string_to_sign").replace("%26", "&");
    let signature = v1::signature(&Secret::new("testsecret"), &bare);
    assert!(signature != "OLeaidS1JvxuMvnyHOwuJ+uX5qY=");
    assert!(signature != "CT9X0VtwR86fNWSnsc6v8YGOjuE=");
}

#[test]
fn lines_are_signed_as_the_vectors_say() {
    let mut stages = 0;
    for row in rows(V1).into_iter().chain(rows(V3)) {
        let line = row.to_string();
        let own: Value = serde_json::from_str(&sign_line(&line).unwrap()).unwrap();
        let v3 = row["headers"].is_object();
        let names: BTreeSet<&str> = own.as_object().unwrap().keys().map(String::as_str).collect();
        let expected: &[&str] = match v3 {
            true => &["authorization", "canonical_request", "signature", "string_to_sign"],
            false => &["signature", "string_to_sign"],
        };
        assert_eq!(names, expected.iter().copied().collect(), "{}", row["id"]);
        for name in expected {
            if row[*name].is_string() {
                assert_eq!(own[*name], row[*name], "{} {name}", row["id"]);
                stages += 1;
            }
        }
    }
    assert_eq!(stages, 38 + 36 + 4 * 10 + 2);
}

#[test]
fn the_headers_to_sign_come_from_a_list_or_else_the_usual_ones() {
    let mut row = rows(V3).remove(0);
    let signature = |row: &Value| -> Result<Value, LineError> {
        sign_line(&row.to_string()).map(|line| serde_json::from_str(&line).unwrap())
    };
    row["headers"].as_object_mut().unwrap().remove("Authorization");
    let usual = signature(&row).unwrap();
    assert_eq!(usual["authorization"], row["authorization_min_headers"]);
    row["signed_headers"] = serde_json::json!(["Host", "x-acs-date"]);
    let listed = signature(&row).unwrap();
    let joined = listed["authorization"].as_str().unwrap();
    assert!(joined.contains("SignedHeaders=host;x-acs-date,"), "{joined}");
    row["signed_headers"] = serde_json::json!("x-acs-date;host");
    assert_eq!(signature(&row).unwrap(), listed);
    row["signed_headers"] = serde_json::json!("x-acs-missing");
    assert_eq!(signature(&row), Err(LineError::Header("x-acs-missing".to_owned())));
}

#[test]
fn a_line_that_is_no_request_is_refused_without_repeating_it() {
    let secret = "very-secret";
    let cases = [
        (format!(r#"{{"access_key_secret": "{secret}""#), LineError::Json(35)),
        (format!(r#"{{"access_key_secret": "{secret}"}}"#), LineError::Kind),
        (r#"{"method": "GET", "signed_params": {}}"#.to_owned(), LineError::Missing("access_key_secret")),
        (r#"{"signed_params": {}, "access_key_secret": ""}"#.to_owned(), LineError::Missing("method")),
        (
            r#"{"method": "GET", "headers": {}, "access_key_secret": ""}"#.to_owned(),
            LineError::Missing("access_key_id"),
        ),
        (
            r#"{"method": "GET", "headers": {"A": "1", "a": "2"}, "access_key_id": "", "access_key_secret": ""}"#
                .to_owned(),
            LineError::HeaderTwice("a".to_owned()),
        ),
        (
            r#"{"method": "GET", "headers": {"Authorization": "Basic x"}, "access_key_id": "", "access_key_secret": ""}"#
                .to_owned(),
            LineError::Authorization,
        ),
    ];
    for (line, expected) in cases {
        let error = sign_line(&line).unwrap_err();
        assert_eq!(error, expected, "{line}");
        assert!(!error.to_string().contains(secret), "{error}");
    }
    let deep = format!(r#"{{"method": {}1{}}}"#, "[".repeat(50_000), "]".repeat(50_000));
    assert!(matches!(sign_line(&deep), Err(LineError::Json(_))));
}

#[test]
fn numbers_and_truth_values_are_signed_as_their_text() {
    let line = |value: &str| {
        format!(
            r#"{{"method": "GET", "access_key_secret": "s", "signed_params": {{"A": {value}}}}}"#
        )
    };
    assert_eq!(sign_line(&line("1")), sign_line(&line("\"1\"")));
    assert_eq!(sign_line(&line("true")), sign_line(&line("\"true\"")));
    assert!(matches!(sign_line(&line("null")), Err(LineError::Json(_))));
}
