//! The evidence: every record is replayed, and the emulator answers what was recorded.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use std::collections::BTreeSet;

use serde_json::Value;
use sg_core::emulator::{Action, Call, Env};
use sg_core::evidence::{Kind, Record, Sent, matches, records};
use sg_core::gateway::{Access, Headers, HttpRequest, HttpResponse, State, respond};
use sg_core::language::Language;
use sg_core::model::{RegionId, Scenario, Timestamp};
use sg_core::request::canonical::{canonical_query, percent_encode};
use sg_core::request::endpoint::Endpoint;
use sg_core::request::signature::{Credentials, Secret, Signing, v1, v3};

use crate::cases::scenario_after;

const NOW: i64 = 1_704_067_200;

/// The host of `ecs.{region}.aliyuncs.com`.
fn region_of(host: &str) -> RegionId {
    let region = host.strip_prefix("ecs.").and_then(|host| host.strip_suffix(".aliyuncs.com"));
    RegionId::parse(region.unwrap()).unwrap()
}

/// Sends the request of a record to a server with its scenario.
fn replay(record: &Record, scenario: &Scenario) -> HttpResponse {
    let request = record.request.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let call = Call::new(record.action().unwrap(), request);
    let Sent { signature, secret, timestamp, host, endpoint_region, without, set } = &record.sent;
    let keys = [Credentials::demo()];
    let mut own = Credentials::demo();
    if let Some(secret) = secret {
        own.secret = Secret::new(secret.as_str());
    }
    let env = Env { now: Timestamp::from_unix_seconds(NOW), entropy: 7 };
    let signing = Signing { credentials: &own, timestamp: env.now, nonce: "n" };
    let (query, headers) = if signature.as_deref() == Some("1.0") {
        let mut parameters = v1::parameters(&call, &signing);
        for (name, value) in &mut parameters {
            let timestamp = timestamp.as_ref().filter(|_| name == "Timestamp");
            if let Some(other) = set.get(name.as_str()).or(timestamp) {
                value.clone_from(other);
            }
        }
        let pairs = parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let mut query = canonical_query(pairs);
        let signature = v1::signature(&own.secret, &v1::string_to_sign("GET", &query));
        if !without.iter().any(|name| name == "Signature") {
            query += &format!("&Signature={}", percent_encode(&signature));
        }
        (query, Headers::new())
    } else {
        assert!(timestamp.is_none() && without.is_empty() && set.is_empty(), "{}", record.id);
        let region = host.as_deref().map(region_of);
        let endpoint = region.as_ref().map_or(Endpoint::Central, Endpoint::Region);
        let signed = v3::sign(&call, "GET", endpoint, &signing);
        let query = signed.url.split_once('?').map_or("", |(_, query)| query).to_owned();
        (query, signed.headers)
    };
    let region = endpoint_region.as_deref().map(|region| RegionId::parse(region).unwrap());
    let access = Access { region: region.as_ref(), ..Access::unlimited(&keys) };
    let request = HttpRequest { method: "GET", query: &query, headers: &headers, body: &[] };
    respond(&mut State::new(scenario.clone()), &request, &access, &env)
}

/// How the emulator's answer differs from the recorded one.
fn difference(record: &Record) -> Option<String> {
    let response = replay(record, &scenario_after(&record.scenario.join("\n")));
    let body: Value = serde_json::from_str(&response.body).unwrap_or_default();
    let answer = &record.answer;
    let in_xml =
        || response.body.split_once("<Message>")?.1.split_once("</Message>").map(|it| it.0);
    let message = body["Message"].as_str().or_else(in_xml).unwrap_or_default();
    let succeeds = answer.status == Some(200);
    let same = answer.status.is_none_or(|status| status == response.status)
        && answer.code.as_deref().is_none_or(|code| response.code == Some(code))
        && answer.message.as_deref().is_none_or(|pattern| matches(pattern, message))
        && succeeds == response.code.is_none()
        && record.reply.iter().all(|(pointer, value)| {
            body.pointer(pointer).and_then(Value::as_str) == Some(value.as_str())
        });
    (!same).then(|| format!("{}: {} {}", record.id, response.status, response.body))
}

#[test]
fn the_emulator_answers_what_was_recorded() {
    let differences: Vec<String> = records().iter().filter_map(difference).collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// The replay is able to fail.
#[test]
fn a_record_of_something_else_is_a_difference() {
    let record = records().iter().find(|record| record.id == "own-group").unwrap();
    for change in [
        |record: &mut Record| record.answer.code = Some("InvalidPolicy.Malformed".to_owned()),
        |record: &mut Record| record.answer.status = Some(404),
        |record: &mut Record| record.answer.message = Some("…not so…".to_owned()),
        |record: &mut Record| drop(record.reply.insert("/HostId".to_owned(), "x".to_owned())),
        |record: &mut Record| record.answer.status = Some(200),
    ] {
        let mut changed = record.clone();
        change(&mut changed);
        assert!(difference(&changed).is_some(), "{:?}", changed.answer);
    }
}

#[test]
fn every_record_is_complete() {
    let ids: BTreeSet<&str> = records().iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids.len(), records().len(), "two records have the same id");
    for record in records() {
        let id = &record.id;
        assert!(Action::parse(&record.action).is_some(), "{id}: no operation {}", record.action);
        if let Some(name) = &record.assumption {
            assert!(record.assumption().is_some(), "{id}: there is no assumption {name}");
        }
        if let Some(date) = &record.date {
            assert!(date.starts_with("20") && matches!(date.len(), 4 | 7), "{id}: {date}");
        }
        for words in [&record.source, &record.situation] {
            assert!(!words.en.is_empty() && !words.zh.is_empty(), "{id}");
            assert!(!words.zh.contains([',', ';', '(']), "{id}: {}", words.zh);
            let web = [&words.en, &words.zh].into_iter().any(|text| text.contains("://"));
            assert!(!web, "{id}: a source is named in words, not by its address");
        }
        let answer = &record.answer;
        let any = answer.status.is_some() || answer.code.is_some() || answer.message.is_some();
        assert!(any, "{id}: nothing is recorded");
        assert!(
            Language::ALL.into_iter().all(|language| !record.kind.name().get(language).is_empty())
        );
    }
    let live = records().iter().filter(|record| record.kind == Kind::Live).count();
    assert!(live > 10, "{live}");
}

/// An assumption that rests on the live service has a record of it, and the other way round.
#[test]
fn what_was_seen_live_is_recorded() {
    use sg_core::citation::Status;
    use sg_core::emulator::Assumption;
    for assumption in Assumption::ALL {
        let live = records()
            .iter()
            .any(|record| record.assumption() == Some(*assumption) && record.kind == Kind::Live);
        if assumption.reading().status == Status::SeenLive {
            assert!(live, "{assumption} was seen live, and no record says where");
        }
    }
}
