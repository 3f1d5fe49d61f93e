//! Every response has exactly the fields that the pages list, with the documented types.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;
use sg_core::emulator::{Action, ReplyFields};

use super::case::cases;

/// A published field. `a.b[].c` is the field `c` of each item of the list `b` in `a`.
#[derive(Debug, Deserialize)]
struct Published {
    action: String,
    path: String,
    #[serde(rename = "type")]
    kind: String,
}

/// Fields whose list is empty in every scenario.
const NEVER_FILLED: [&str; 8] = [
    "SnapshotPolicyIds.SnapshotPolicyId[]",
    "InnerIpAddress.IpAddress[]",
    "Ipv4PrefixSets.Ipv4PrefixSet[].Ipv4Prefix",
    "Ipv6PrefixSets.Ipv6PrefixSet[].Ipv6Prefix",
    "OperationLocks.LockReason[].LockReason",
    "Instances.Instance[].InnerIpAddress.IpAddress[]",
    "Instances.Instance[].OperationLocks.LockReason[].LockMsg",
    "Instances.Instance[].OperationLocks.LockReason[].LockReason",
];

/// Fields that are returned only on request.
const ON_REQUEST: [&str; 1] = ["SnapshotPolicyIds"];

/// Fields whose type differs from the table on the page: `Assumption::PriorityIsNumber`.
const NUMBERS_IN_SAMPLES: [&str; 1] = ["Permissions.Permission[].Priority"];

fn published() -> Vec<Published> {
    serde_json::from_str(include_str!("../../../../../tests/data/api_replies.json")).unwrap()
}

/// The fields of an operation's reply that a scenario does not know.
fn left_out(action: &str) -> &'static [&'static str] {
    match Action::parse(action).unwrap().operation().reply {
        ReplyFields::Without(fields) => fields,
        ReplyFields::All | ReplyFields::NoListAtHand => &[],
    }
}

/// Whether a path is this field or one below it: `a.b[].c` is below `a.b`.
fn is_below(path: &str, field: &str) -> bool {
    path.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn is_left_out(action: &str, path: &str) -> bool {
    left_out(action).iter().any(|field| is_below(path, field))
}

/// The replies of all cases that succeed.
fn replies() -> BTreeMap<&'static str, Vec<Value>> {
    let mut replies: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for case in cases() {
        if let Ok(answer) = case.answer() {
            let body = serde_json::from_str(&answer.reply.to_json()).unwrap();
            replies.entry(case.call.action.as_str()).or_default().push(body);
        }
    }
    replies
}

/// The values at a path, or the first missing part of the path.
fn values<'a>(value: &'a Value, path: &str) -> Result<Vec<&'a Value>, String> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let (name, is_list) = name.strip_suffix("[]").map_or((name, false), |name| (name, true));
    let found = value.get(name).ok_or_else(|| name.to_owned())?;
    let items = match found {
        Value::Array(items) if is_list => items.iter().collect(),
        _ if is_list => return Err(format!("{name}, a list")),
        found => vec![found],
    };
    if rest.is_empty() {
        return Ok(items);
    }
    let inner: Result<Vec<Vec<&Value>>, String> =
        items.into_iter().map(|item| values(item, rest)).collect();
    inner.map(|inner| inner.concat())
}

fn fits(value: &Value, kind: &str) -> bool {
    match kind {
        "String" => value.is_string(),
        "Boolean" => value.is_boolean(),
        "Integer" | "Long" => value.is_i64(),
        other => panic!("no such type: {other}"),
    }
}

#[test]
fn every_published_field_is_there_with_its_type() {
    let replies = replies();
    let mut faults = Vec::new();
    let answered = published().into_iter();
    let answered = answered.filter(|field| !is_left_out(&field.action, &field.path));
    for Published { action, path, kind } in answered {
        let mut filled = false;
        let kind = if NUMBERS_IN_SAMPLES.contains(&path.as_str()) { "Integer" } else { &kind };
        for reply in &replies[action.as_str()] {
            match values(reply, &path) {
                Ok(values) => {
                    filled |= !values.is_empty();
                    if let Some(other) = values.iter().find(|value| !fits(value, kind)) {
                        faults.push(format!("{action} {path}: {other} is no {kind}"));
                    }
                }
                Err(part) if ON_REQUEST.contains(&part.as_str()) => {}
                Err(part) => faults.push(format!("{action} {path}: no {part} in {reply}")),
            }
        }
        if filled == NEVER_FILLED.contains(&path.as_str()) {
            faults.push(format!("{action} {path}: filled is {filled}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The paths of a value, with lists marked as `[]`.
fn paths(value: &Value, place: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let dot = if place.is_empty() { "" } else { "." };
                paths(field, &format!("{place}{dot}{name}"), found);
            }
        }
        Value::Array(items) => {
            items.iter().for_each(|item| paths(item, &format!("{place}[]"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            found.insert(place.to_owned());
        }
    }
}

#[test]
fn no_reply_has_a_field_that_no_page_lists() {
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Published { action, path, .. } in published() {
        known.entry(action).or_default().insert(path);
    }
    for action in Action::ALL {
        let reply = action.operation().reply;
        let listed = known.get(action.as_str());
        assert_eq!(listed.is_none(), reply == ReplyFields::NoListAtHand, "{}", action.as_str());
    }
    for (action, replies) in replies() {
        let Some(known) = known.get(action) else { continue };
        for field in left_out(action) {
            assert!(known.iter().any(|path| is_below(path, field)), "{action} has no {field}");
        }
        let known: BTreeSet<&String> =
            known.iter().filter(|path| !is_left_out(action, path)).collect();
        for reply in &replies {
            let mut found = BTreeSet::new();
            paths(reply, "", &mut found);
            let more: Vec<&String> = found.iter().filter(|path| !known.contains(path)).collect();
            assert!(more.is_empty(), "{action}: {more:?}");
        }
    }
}
