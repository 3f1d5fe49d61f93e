//! Damaged requests: a signed request for each error of the gateway, and the errors that cannot be
//! triggered here.

use crate::emulator::{Action, Call, Env, ErrorRow, Reach, gateway as rows};
use crate::gateway::{Access, Headers, HttpRequest, HttpResponse, State, respond};
use crate::language::{Language, Text};
use crate::model::{RegionId, Scenario, Timestamp};
use crate::request::canonical::{canonical_query, percent_encode};
use crate::request::endpoint::Endpoint;
use crate::request::signature::{Credentials, Secret, Signing, v1, v3};

use super::text;

mod elsewhere;

pub use elsewhere::ELSEWHERE;

/// A request that ends in one gateway error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestErrorExample {
    /// The error.
    pub row: &'static ErrorRow,
    /// The method.
    pub method: &'static str,
    /// The URL.
    pub url: String,
    /// The relevant headers.
    pub headers: Headers,
    /// The URL of a request that is sent before it, with the same method and headers.
    pub before: Option<String>,
    /// The number of calls per minute allowed for the key; `None` means unlimited.
    pub per_minute: Option<usize>,
    /// Whether the key has no permission for the operation.
    pub denied: bool,
    /// The only region of the endpoint; `None` means that it serves every region.
    pub region: Option<RegionId>,
    /// The response of the service.
    pub response: HttpResponse,
    words: Text,
    values: [&'static str; 2],
}

impl RequestErrorExample {
    /// What is wrong with the request, as a sentence.
    pub fn fault(&self, language: Language) -> String {
        let [name, value] = self.values;
        self.words.fill(language, &[("name", name), ("value", value)])
    }
}

/// The call as a request that is refused with each gateway error, in the order of the checks,
/// signed with the keys of the published examples.
///
/// # Errors
/// The reason, in place of the request, if none was found.
pub fn request_error_examples(
    call: &Call,
    scenario: &Scenario,
    env: &Env,
) -> Vec<Result<RequestErrorExample, (&'static ErrorRow, Text)>> {
    let answered: Vec<(Draft, HttpResponse)> =
        DAMAGES.iter().filter_map(|damage| damage.answered(call, scenario, env)).collect();
    let one = |row: &'static ErrorRow| {
        // The placeholder in the message is different for every call.
        let message = row.message.split("%s").next().unwrap_or_default();
        let meets = |response: &HttpResponse| {
            response.status == row.status
                && response.code == Some(row.code)
                && response.body.contains(message)
        };
        let found = answered.iter().find(|(_, response)| meets(response));
        let why = match row.reach {
            Reach::Never(why) => why,
            Reach::Reached => text::NO_FAULT,
        };
        let (draft, response) = found.ok_or((row, why))?.clone();
        let Draft { damage, method, url, headers, before } = draft;
        let Damage { words, values, .. } = *damage;
        let (per_minute, denied) = (damage.per_minute(), damage.kind == Kind::Denied);
        let region = damage.region(call);
        Ok(RequestErrorExample {
            row,
            method,
            url,
            headers,
            before,
            per_minute,
            denied,
            region,
            response,
            words,
            values,
        })
    };
    rows::rows().iter().map(one).collect()
}

/// One thing that is wrong with a request.
#[derive(Debug, PartialEq, Eq)]
struct Damage {
    kind: Kind,
    words: Text,
    values: [&'static str; 2],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Method,
    Bytes,
    /// Sets the parameter named by the first value to the second one before signing; `None` omits
    /// the parameter.
    Value(Option<&'static str>),
    Unsigned,
    UnsignedHeaders,
    Clock,
    Secret,
    SecretInHeaders,
    Header,
    Twice,
    TooOften,
    Denied,
    Owners,
    Endpoint,
}

const fn value(name: &'static str, value: &'static str) -> Damage {
    Damage { kind: Kind::Value(Some(value)), words: text::FAULT_VALUE, values: [name, value] }
}

const fn left_out(name: &'static str) -> Damage {
    Damage { kind: Kind::Value(None), words: text::FAULT_LEFT_OUT, values: [name, ""] }
}

const fn odd(kind: Kind, words: Text) -> Damage {
    Damage { kind, words, values: ["", ""] }
}

const DAMAGES: &[Damage] = &[
    odd(Kind::Method, text::FAULT_METHOD),
    odd(Kind::Bytes, text::FAULT_BYTES),
    value("Format", "yaml"),
    left_out("Action"),
    left_out("Version"),
    value("Version", "2015-01-01"),
    value("Action", "FlipSecurityGroup"),
    left_out("Timestamp"),
    value("Timestamp", "yesterday"),
    odd(Kind::Clock, text::FAULT_CLOCK),
    left_out("AccessKeyId"),
    value("AccessKeyId", "nobody"),
    Damage {
        kind: Kind::UnsignedHeaders,
        words: text::FAULT_LEFT_OUT,
        values: ["Authorization", ""],
    },
    Damage { kind: Kind::Unsigned, words: text::FAULT_LEFT_OUT, values: ["Signature", ""] },
    value("SignatureMethod", "HMAC-MD5"),
    value("SignatureVersion", "2.0"),
    odd(Kind::Header, text::FAULT_HEADER),
    odd(Kind::Secret, text::FAULT_SECRET),
    odd(Kind::SecretInHeaders, text::FAULT_SECRET_IN_HEADERS),
    left_out("SignatureNonce"),
    odd(Kind::Twice, text::FAULT_TWICE),
    odd(Kind::TooOften, text::FAULT_TOO_OFTEN),
    odd(Kind::Denied, text::FAULT_DENIED),
    odd(Kind::Owners, text::FAULT_OWNERS),
    odd(Kind::Endpoint, text::FAULT_ENDPOINT),
];

/// A request under construction.
#[derive(Debug, Clone)]
struct Draft {
    damage: &'static Damage,
    method: &'static str,
    url: String,
    headers: Headers,
    before: Option<String>,
}

/// One hour, in seconds.
const HOUR: i64 = 3_600;

impl Damage {
    /// The damaged request and its response.
    fn answered(
        &'static self,
        call: &Call,
        scenario: &Scenario,
        env: &Env,
    ) -> Option<(Draft, HttpResponse)> {
        let mut draft = self.draft(call, env, "laboratory")?;
        if self.kind == Kind::Twice {
            draft.before = Some(draft.url.clone());
        } else if self.kind == Kind::TooOften {
            draft.before = Some(self.draft(call, env, "earlier")?.url);
        }
        let keys = [Credentials::demo()];
        let action = [call.action];
        let denied: &[Action] = if self.kind == Kind::Denied { &action } else { &[] };
        let region = self.region(call);
        let (per_minute, region) = (self.per_minute(), region.as_ref());
        let access = Access { denied, per_minute, region, ..Access::unlimited(&keys) };
        let mut state = State::new(scenario.clone());
        let mut send = |url: &str| {
            let query = url.split_once('?').map_or("", |(_, query)| query);
            let Draft { method, headers, .. } = &draft;
            respond(&mut state, &HttpRequest { method, query, headers, body: b"" }, &access, env)
        };
        if let Some(before) = &draft.before {
            send(before);
        }
        let response = send(&draft.url);
        Some((draft, response))
    }

    fn per_minute(&self) -> Option<usize> {
        (self.kind == Kind::TooOften).then_some(1)
    }

    /// A region that the call is not for, as the only one of the endpoint.
    fn region(&self, call: &Call) -> Option<RegionId> {
        let own = call.params.given("RegionId");
        let mut others = ["cn-beijing", "cn-hangzhou"].into_iter().filter(|id| Some(*id) != own);
        let region = others.next().filter(|_| self.kind == Kind::Endpoint)?;
        RegionId::parse(region).ok()
    }

    fn draft(&'static self, call: &Call, env: &Env, nonce: &str) -> Option<Draft> {
        let mut credentials = Credentials::demo();
        if matches!(self.kind, Kind::Secret | Kind::SecretInHeaders) {
            credentials.secret = Secret::new("another");
        }
        let off = if self.kind == Kind::Clock { HOUR } else { 0 };
        let timestamp = Timestamp::from_unix_seconds(env.now.unix_seconds() - off);
        let signing = Signing { credentials: &credentials, timestamp, nonce };
        if matches!(self.kind, Kind::Header | Kind::SecretInHeaders | Kind::UnsignedHeaders) {
            return self.in_headers(call, &signing);
        }
        let mut parameters = v1::parameters(call, &signing);
        if let Kind::Value(value) = self.kind {
            let [name, _] = self.values;
            parameters.retain(|(own, _)| own != name);
            parameters.extend(value.map(|value| (name.to_owned(), value.to_owned())));
        }
        if self.kind == Kind::Owners {
            let owners = [("OwnerId", "1"), ("OwnerAccount", "someone@example.com")];
            parameters.extend(owners.map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
        let method = if self.kind == Kind::Method { "PUT" } else { "GET" };
        if self.kind != Kind::Unsigned {
            let pairs = parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            let string_to_sign = v1::string_to_sign(method, &canonical_query(pairs));
            let signature = v1::signature(&credentials.secret, &string_to_sign);
            parameters.push(("Signature".to_owned(), signature));
        }
        let pair = |(name, value): &(String, String)| {
            format!("{}={}", percent_encode(name), percent_encode(value))
        };
        let mut query = parameters.iter().map(pair).collect::<Vec<_>>().join("&");
        if self.kind == Kind::Bytes {
            query.push_str("&Note=%FF");
        }
        let url = format!("{}?{query}", Endpoint::Central.url());
        Some(Draft { damage: self, method, url, headers: Headers::new(), before: None })
    }

    /// A request that is signed in its headers.
    fn in_headers(&'static self, call: &Call, signing: &Signing<'_>) -> Option<Draft> {
        let v3::Signed { url, mut headers, .. } = v3::sign(call, "GET", Endpoint::Central, signing);
        let authorization = headers.remove("authorization")?;
        if self.kind != Kind::UnsignedHeaders {
            let lost = self.kind == Kind::Header;
            let listed = if lost { "SignedHeaders=x-acs-lost;" } else { "SignedHeaders=" };
            let authorization = authorization.replace("SignedHeaders=", listed);
            headers.insert("authorization".to_owned(), authorization);
        }
        Some(Draft { damage: self, method: "GET", url, headers, before: None })
    }
}
