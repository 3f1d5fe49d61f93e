//! The signing workbench: its stages compared with the signers, and comparisons with server
//! messages.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test panics on the first error")]

use std::collections::BTreeMap;

use sg_core::emulator::{Action, Call, Env};
use sg_core::gateway::{Access, HttpRequest, State, respond};
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::{RegionId, Timestamp};
use sg_core::request::endpoint::Endpoint;
use sg_core::request::parse::parse;
use sg_core::request::signature::{Credentials, Secret, Signing, v3};
use sg_core::request::workbench::{
    Bench, Comparison, Difference, Hint, Scheme, StageKind, sign, text,
};

fn call() -> Call {
    Call::new(
        Action::CreateSecurityGroup,
        [
            ("RegionId", "cn-hangzhou"),
            ("VpcId", "vpc-bp1main"),
            ("Description", "two words * ~ +"),
            ("SecurityGroupName", "网站"),
        ],
    )
}

const NOW: i64 = 1_704_067_200;

fn bench(scheme: Scheme, credentials: &Credentials) -> Bench {
    let region = RegionId::parse("cn-hangzhou").unwrap();
    let timestamp = Timestamp::from_unix_seconds(NOW);
    let signing = Signing { credentials, timestamp, nonce: "nonce-1" };
    sign(&call(), scheme, Endpoint::Region(&region), &signing)
}

/// The emulated gateway's response to a request of the workbench.
fn served(bench: &Bench, keys: &[Credentials]) -> (u16, String) {
    let query = bench.url.split_once('?').map_or("", |(_, query)| query);
    let headers: BTreeMap<String, String> = bench.headers.iter().cloned().collect();
    let body = bench.body.as_bytes();
    let request = HttpRequest { method: bench.method, query, headers: &headers, body };
    let env = Env { now: Timestamp::from_unix_seconds(NOW), entropy: 1 };
    let response =
        respond(&mut State::new(first_scenario()), &request, &Access::unlimited(keys), &env);
    (response.status, response.body)
}

#[test]
fn what_each_scheme_sends_is_accepted_and_read_back() {
    let demo = Credentials::demo();
    for scheme in Scheme::ALL {
        let bench = bench(scheme, &demo);
        assert_eq!(served(&bench, std::slice::from_ref(&demo)).0, 200, "{scheme:?}");
        assert!(bench.url.starts_with("https://ecs.cn-hangzhou.aliyuncs.com/"));
        let pasted = match scheme {
            Scheme::V1Get => bench.url.clone(),
            Scheme::V1Post => bench.body.clone(),
            Scheme::V3 => bench.url.replace("/?", "/?Action=CreateSecurityGroup&"),
        };
        assert_eq!(parse(&pasted).unwrap().call, call());
    }
}

#[test]
fn every_stage_follows_from_the_one_before_and_no_secret_shows() {
    let token = Some("a-token".to_owned());
    let secret = Secret::new("a secret nobody may see");
    let credentials = Credentials { security_token: token, ..Credentials::new("someone", secret) };
    for scheme in Scheme::ALL {
        let bench = bench(scheme, &credentials);
        assert!(!format!("{bench:?}").contains("nobody may see"), "{scheme:?}");
        let stage = |kind| bench.stage(kind).unwrap_or_else(|| panic!("{scheme:?}: {kind:?}"));
        let mut pairs: Vec<&str> = stage(StageKind::EncodedPairs).lines().collect();
        pairs.sort_unstable();
        assert_eq!(pairs.join("&"), stage(StageKind::CanonicalQuery));
        assert!(stage(StageKind::Key).starts_with("••••••••"));
        let own = stage(StageKind::Signature).to_owned();
        if scheme == Scheme::V3 {
            let request = stage(StageKind::CanonicalRequest);
            for part in [
                StageKind::CanonicalQuery,
                StageKind::CanonicalHeaders,
                StageKind::SignedHeaders,
                StageKind::HashedBody,
            ] {
                assert!(request.contains(stage(part)), "{part:?}");
            }
            assert!(stage(StageKind::Authorization).ends_with(&own));
        } else {
            assert!(bench.stage(StageKind::CanonicalRequest).is_none());
            assert_eq!(stage(StageKind::Key), "••••••••&");
        }
        for language in Language::ALL {
            for stage in &bench.stages {
                assert!(!stage.how.get(language).is_empty());
                assert!(!stage.kind.title().get(language).is_empty());
            }
        }
    }
}

fn differs(expected: &Bench, pasted: &str) -> Difference {
    match expected.compare(pasted) {
        Comparison::Differs(difference) => difference,
        other @ (Comparison::Same | Comparison::Empty) => panic!("{other:?}"),
    }
}

#[test]
fn what_a_server_says_of_a_wrong_signature_can_be_pasted_whole() {
    let wrong = Credentials::new("testid", Secret::new("another"));
    for scheme in Scheme::ALL {
        let bench = bench(scheme, &wrong);
        let (status, body) = served(&bench, &[Credentials::demo()]);
        assert_eq!(status, 400);
        let code =
            if scheme == Scheme::V3 { "SignatureDoesNotMatch" } else { "IncompleteSignature" };
        assert!(body.contains(code), "{body}");
        assert_eq!(bench.compare(&body), Comparison::Same, "{scheme:?}: {body}");
        let message = format!(
            "Specified signature is not matched with our calculation. server string to sign is:{}",
            bench.string_to_sign()
        );
        assert_eq!(bench.compare(&message), Comparison::Same);
        let json = serde_json::json!({ "Code": "SignatureDoesNotMatch", "Message": message });
        assert_eq!(bench.compare(&json.to_string()), Comparison::Same);
        assert_eq!(bench.compare("  "), Comparison::Empty);
    }
    let v3 = bench(Scheme::V3, &wrong);
    let string = v3.string_to_sign();
    assert_eq!(v3.compare(&string.replace('\n', "\\n")), Comparison::Same);
    // The canonical request alone, and the message as a log prints it, on one line.
    let request = v3.stage(StageKind::CanonicalRequest).unwrap();
    assert_eq!(v3.compare(request), Comparison::Same);
    let log = format!(
        "Specified signature does not match our calculation. server StringToSign is [{string}] \
         server CanonicalRequest is [{request}]"
    );
    assert_eq!(v3.compare(&log.replace('\n', "\\n")), Comparison::Same);
}

#[test]
fn canonical_requests_are_compared_line_by_line() {
    let own = bench(Scheme::V3, &Credentials::demo());
    let request = own.stage(StageKind::CanonicalRequest).unwrap();
    let message = |request: &str| {
        let string = v3::string_to_sign(request);
        let message = format!(
            "Specified signature does not match our calculation. server StringToSign is \
             [{string}] server CanonicalRequest is [{request}]"
        );
        serde_json::json!({ "Code": "SignatureDoesNotMatch", "Message": message }).to_string()
    };
    let changed = |from: &str, to: &str| {
        assert!(request.contains(from), "{from} is not in {request}");
        request.replacen(from, to, 1)
    };
    let named = str::to_owned;
    let host = "host:ecs.cn-hangzhou.aliyuncs.com";
    for (theirs, hint, numbers) in [
        (changed("POST\n", "GET\n"), Hint::Method, vec![1]),
        (changed("\n/\n", "\n/api\n"), Hint::Path, vec![2]),
        (changed("RegionId=cn-hangzhou&", ""), Hint::Missing(named("RegionId")), vec![3]),
        (changed("two%20words", "two+words"), Hint::Plus(named("Description")), vec![3]),
        (changed(host, "host:127.0.0.1"), Hint::HeaderValue(named("host")), vec![4]),
        (changed(&format!("{host}\n"), ""), Hint::HeaderMissing(named("host")), vec![4]),
        (
            changed(host, &format!("content-type:text/plain\n{host}")),
            Hint::HeaderExtra(named("content-type")),
            vec![4],
        ),
        (changed("host;x-acs-action;", "host;"), Hint::SignedHeaders, vec![11]),
        (changed("\ne3b0c4", "\nffffff"), Hint::Body, vec![12]),
        // Two differences: both lines are shown, the first one is explained.
        (changed("POST\n", "GET\n").replacen("\ne3b0c4", "\nffffff", 1), Hint::Method, vec![1, 12]),
    ] {
        for pasted in [message(&theirs), theirs.clone()] {
            let difference = differs(&own, &pasted);
            assert_eq!(difference.hint, hint, "{theirs}");
            let found: Vec<usize> = difference.lines.iter().map(|line| line.number).collect();
            assert_eq!(found, numbers, "{theirs}");
            for line in &difference.lines {
                assert_ne!(line.expected, line.pasted);
            }
        }
    }
}

#[test]
fn the_first_difference_is_found_and_explained() {
    let demo = Credentials::demo();
    let signed = bench(Scheme::V1Get, &demo);
    let own = signed.string_to_sign().to_owned();
    let changed = |from: &str, to: &str| {
        assert!(own.contains(from), "{from} is not in {own}");
        own.replacen(from, to, 1)
    };
    let named = str::to_owned;
    let cases = [
        (changed("GET&", "POST&"), Hint::Method),
        (changed("&%2F&", "&%2Fapi&"), Hint::Path),
        (changed("%26SignatureNonce%3Dnonce-1", ""), Hint::Missing(named("SignatureNonce"))),
        (changed("%26Version", "%26User%3Dme%26Version"), Hint::Extra(named("User"))),
        (changed("two%2520words", "two%2Bwords"), Hint::Plus(named("Description"))),
        (
            changed("%25E7%25BD%2591", "%25e7%25bd%2591"),
            Hint::LowerCase(named("SecurityGroupName")),
        ),
        (changed("%252A", "%2A"), Hint::Encoding(named("Description"))),
        (changed("nonce-1", "nonce-2"), Hint::Value(named("SignatureNonce"))),
        (
            changed("Action%3DCreateSecurityGroup%26", "").replacen(
                "%26Version",
                "%26Action%3DCreateSecurityGroup%26Version",
                1,
            ),
            Hint::Order,
        ),
        (own.replace("%26", "&").replace("%3D", "="), Hint::EncodedOnce),
        (bench(Scheme::V3, &demo).string_to_sign().to_owned(), Hint::Version),
        ("hello".to_owned(), Hint::Unknown),
    ];
    for (pasted, hint) in cases {
        let difference = differs(&signed, &pasted);
        assert_eq!(difference.hint, hint, "{pasted}");
        assert_eq!(own.get(..difference.at), pasted.get(..difference.at));
        assert_ne!(difference.expected.after, difference.pasted.after);
        assert_eq!(difference.expected.before, difference.pasted.before);
        assert!(own.contains(&difference.expected.before));
        for language in Language::ALL {
            assert!(!difference.hint.say(language).contains(['{', '}']));
        }
    }
    let difference = differs(&signed, own.get(..own.len() - 1).unwrap());
    assert_eq!((difference.at, difference.pasted.after.as_str()), (own.len() - 1, ""));
    let v3 = bench(Scheme::V3, &demo);
    assert_eq!(differs(&v3, "ACS3-HMAC-SHA256\n00").hint, Hint::Hash);
}

#[test]
fn hints_and_ways_are_sentences() {
    for (name, words) in text::ALL {
        if name.starts_with("HINT") || name.starts_with("HOW") {
            assert!(words.en.ends_with('.') && words.zh.ends_with('。'), "{name}");
        }
    }
}
