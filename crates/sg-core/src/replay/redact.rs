//! Removes from a recording what says whose account it is.
//!
//! What is kept is on a list; everything else is replaced, so that a field that nobody has thought
//! of does not slip through.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde_json::{Map, Number, Value};

use super::exchange::{Body, Exchange};
use crate::import::Addresses;
use crate::model::IpNet;

/// Replaces ids, names and addresses, alike wherever they stand.
#[derive(Debug)]
pub struct Redactor {
    addresses: Addresses,
    /// New ids by old ones.
    ids: BTreeMap<String, String>,
    /// New texts by old ones.
    texts: BTreeMap<String, String>,
    /// How many ids of each kind there are.
    counts: BTreeMap<String, usize>,
}

/// Fields whose values are words of the API, numbers or times, and say nothing about an account.
const KEPT: [&str; 49] = [
    "Action",
    "AddressFamily",
    "Associations",
    "Code",
    "Cpu",
    "CreateTime",
    "CreationTime",
    "DeletionProtection",
    "DeviceType",
    "Direction",
    "DryRun",
    "ExpiredTime",
    "FuzzyQuery",
    "InnerAccessPolicy",
    "InstanceChargeType",
    "InstanceNetworkType",
    "InstanceType",
    "InternetChargeType",
    "IpProtocol",
    "Ipv6Supported",
    "IsQueryEcsCount",
    "LocalName",
    "MaxEntries",
    "MaxResults",
    "Memory",
    "NetworkType",
    "NicType",
    "OSType",
    "PageNumber",
    "PageSize",
    "Policy",
    "PortRange",
    "Primary",
    "Priority",
    "RegionEndpoint",
    "RegionId",
    "ResourceType",
    "SecurityGroupType",
    "ServiceManaged",
    "SourcePortRange",
    "StartTime",
    "Status",
    "StoppedMode",
    "TotalCount",
    "Type",
    "Version",
    "ZoneId",
    "Attribute",
    "AvailableInstanceAmount",
];

/// Fields that are left out: they belong to one request, or are secret.
const DROPPED: [&str; 12] = [
    "AccessDeniedDetail",
    "AccessKeyId",
    "Authorization",
    "HostId",
    "KeyPairName",
    "Password",
    "Recommend",
    "SecurityToken",
    "Signature",
    "SignatureNonce",
    "UserData",
    "VncPassword",
];

/// From here on a number names an account or a service.
const ACCOUNT: u64 = 100_000_000_000;

impl Redactor {
    /// The same seed replaces addresses alike.
    pub fn new(seed: u64) -> Self {
        Self {
            addresses: Addresses::new(seed),
            ids: BTreeMap::new(),
            texts: BTreeMap::new(),
            counts: BTreeMap::new(),
        }
    }

    /// The exchange without what says whose it is.
    #[must_use]
    pub fn redact(&mut self, exchange: &Exchange) -> Exchange {
        let params = exchange
            .params
            .iter()
            .filter(|(name, _)| !is_dropped(name))
            .map(|(name, text)| (name.to_owned(), self.text(name, text)))
            .collect();
        let body = match &exchange.body {
            Body::Json(body) => Body::Json(self.value("", body)),
            Body::Other => Body::Other,
        };
        Exchange { params, body, ..exchange.clone() }
    }

    fn value(&mut self, name: &str, value: &Value) -> Value {
        match value {
            Value::Object(fields) => {
                let mut kept = Map::new();
                for (name, value) in fields.iter().filter(|(name, _)| !is_dropped(name)) {
                    kept.insert(name.clone(), self.value(name, value));
                }
                Value::Object(kept)
            }
            Value::Array(elements) => {
                elements.iter().map(|element| self.value(name, element)).collect()
            }
            Value::String(text) => Value::String(self.text(name, text)),
            Value::Number(number) if number.as_u64().is_some_and(|number| number >= ACCOUNT) => {
                let other = self.account(&number.to_string());
                other.parse().map_or(Value::Null, |other: u64| Value::Number(Number::from(other)))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        }
    }

    /// A text of a field. The name of a parameter may be a path with numbers: `Permissions.1.Policy`.
    fn text(&mut self, path: &str, text: &str) -> String {
        let name = last_name(path);
        if text.is_empty() || KEPT.contains(&name) || is_truth(text) {
            return text.to_owned();
        }
        if name == "RequestId" {
            return self
                .id("request", text, |count| format!("00000000-0000-0000-0000-{count:012}"));
        }
        if let Some(other) = self.address(text) {
            return other;
        }
        if name == "Message" {
            return self.message(text);
        }
        if let Ok(Value::Array(elements)) = serde_json::from_str(text) {
            // A list in a text, such as `InstanceIds`.
            let elements: Value =
                elements.iter().map(|element| self.value(name, element)).collect();
            return elements.to_string();
        }
        if is_account(text) {
            return self.account(text);
        }
        // Where an id is expected, a short one counts as well.
        let is_id = name.ends_with("Id") || name.ends_with("Ids");
        match kind_of(text).or_else(|| prefix(text).filter(|_| is_id)) {
            Some(kind) => {
                let kind = kind.to_owned();
                self.id(&kind, text, |count| format!("{kind}-{count}"))
            }
            None => self.other(text),
        }
    }

    /// A message of an error, in which ids and addresses stand among words.
    fn message(&mut self, text: &str) -> String {
        let mut told = String::new();
        let mut word = String::new();
        let inside =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ':' | '/' | '_' | '*');
        for c in text.chars().chain(std::iter::once('\0')) {
            if inside(c) {
                word.push(c);
                continue;
            }
            // A full stop or colon after the word is not part of it.
            let bare = word.trim_end_matches(['.', ':']);
            told += &self.word(bare);
            told += word.get(bare.len()..).unwrap_or_default();
            word.clear();
            if c != '\0' {
                told.push(c);
            }
        }
        // Longer ones first, since one may be a part of another.
        let mut known: Vec<(&String, &String)> = self.texts.iter().chain(&self.ids).collect();
        known.retain(|(old, _)| old.chars().count() > 2);
        known.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
        for (old, new) in known {
            told = told.replace(old.as_str(), new);
        }
        told
    }

    fn word(&mut self, word: &str) -> String {
        if let Some(other) = self.address(word) {
            return other;
        }
        if is_account(word) {
            return self.account(word);
        }
        match kind_of(word) {
            Some(kind) => {
                let kind = kind.to_owned();
                self.id(&kind, word, |count| format!("{kind}-{count}"))
            }
            None => word.to_owned(),
        }
    }

    fn address(&self, text: &str) -> Option<String> {
        if let Ok(address) = text.parse::<IpAddr>() {
            return Some(self.addresses.address(address).to_string());
        }
        let block: IpNet = text.parse().ok()?;
        Some(self.addresses.block(block).to_string())
    }

    fn account(&mut self, text: &str) -> String {
        self.id("account", text, |count| format!("1{count:015}"))
    }

    fn other(&mut self, text: &str) -> String {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        // A letter at the start keeps a name valid.
        let other = format!("text-{}", self.texts.len() + 1);
        self.texts.insert(text.to_owned(), other.clone());
        other
    }

    fn id(&mut self, kind: &str, old: &str, new: impl Fn(usize) -> String) -> String {
        if let Some(known) = self.ids.get(old) {
            return known.clone();
        }
        let count = self.counts.entry(kind.to_owned()).or_default();
        *count += 1;
        let other = new(*count);
        self.ids.insert(old.to_owned(), other.clone());
        other
    }
}

/// The last name of a path: `Permissions.1.Policy` is `Policy`, and `SecurityGroupIds.1` is itself.
fn last_name(path: &str) -> &str {
    let number = |part: &&str| !part.bytes().all(|byte| byte.is_ascii_digit());
    path.rsplit('.').find(number).unwrap_or(path)
}

fn is_dropped(path: &str) -> bool {
    DROPPED.contains(&last_name(path))
}

fn is_truth(text: &str) -> bool {
    ["true", "false"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a text is the number of an account.
fn is_account(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
        && text.parse().is_ok_and(|number: u64| number >= ACCOUNT)
}

/// The letters before the first hyphen, if they may be the prefix of an id.
fn prefix(text: &str) -> Option<&str> {
    let (kind, _) = text.split_once('-')?;
    let letters = (1..=4).contains(&kind.len()) && kind.bytes().all(|b| b.is_ascii_lowercase());
    letters.then_some(kind)
}

/// The prefix of an id such as `sg-bp1…`: a few letters, a hyphen, and letters or digits.
fn kind_of(text: &str) -> Option<&str> {
    let kind = prefix(text)?;
    let rest = text.get(kind.len() + 1..)?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'*';
    let id = rest.len() >= 5 && rest.bytes().all(plain) && rest.bytes().any(|b| b.is_ascii_digit());
    id.then_some(kind)
}
