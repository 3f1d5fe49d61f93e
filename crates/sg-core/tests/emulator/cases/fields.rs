//! Every response has exactly the fields that the pages list, with the documented types.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;
use sg_core::emulator::Action;

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
const NEVER_FILLED: [&str; 1] = ["SnapshotPolicyIds.SnapshotPolicyId[]"];

/// Fields that are returned only on request.
const ON_REQUEST: [&str; 1] = ["SnapshotPolicyIds"];

/// Fields whose type differs from the table on the page: `Assumption::PriorityIsNumber`.
const NUMBERS_IN_SAMPLES: [&str; 1] = ["Permissions.Permission[].Priority"];

fn published() -> Vec<Published> {
    serde_json::from_str(include_str!("../../../../../tests/data/api_replies.json")).unwrap()
}

/// The responses of all successful cases.
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
    for Published { action, path, kind } in published() {
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
    // There is no page for these two, so their responses are not checked for extra fields.
    let open = [Action::DescribeInstances, Action::DescribeRegions].map(Action::as_str);
    for (action, replies) in replies() {
        for reply in replies.iter().filter(|_| !open.contains(&action)) {
            let mut found = BTreeSet::new();
            paths(reply, "", &mut found);
            let more: Vec<&String> = found.difference(&known[action]).collect();
            assert!(more.is_empty(), "{action}: {more:?}");
        }
    }
}
