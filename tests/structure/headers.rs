//! What the HTTP Observatory would say of the headers: its rules, as far as they concern a page of
//! static files without cookies (mdn/mdn-http-observatory, commit 94042bb, 2026-08-20).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use regex_lite::Regex;

use crate::source::root;

type Headers = BTreeMap<String, String>;

/// The headers of `static/_headers`, names in lower case.
fn shipped() -> Headers {
    let text = fs::read_to_string(root().join("static/_headers")).unwrap();
    let line = |line: &str| {
        let (name, value) = line.strip_prefix("  ")?.split_once(": ")?;
        Some((name.to_lowercase(), value.to_owned()))
    };
    text.lines().filter_map(line).collect()
}

/// The policy in the page itself.
fn own_policy() -> String {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let policy = Regex::new(r#"http-equiv="Content-Security-Policy" content="([^"]+)""#).unwrap();
    policy.captures(&page).unwrap()[1].to_owned()
}

/// The directives of a policy, each with its sources.
fn directives(policy: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let parts = policy.split(';').map(|part| part.split_whitespace());
    parts.filter_map(|mut words| Some((words.next()?, words.collect()))).collect()
}

/// Sources that allow almost anything.
const BROAD: [&str; 8] =
    ["ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"];

/// What the policy counts: at best 10.
fn policy_modifier(policy: &str) -> i32 {
    let all = directives(policy);
    let of = |name: &str| {
        let found = all.get(name).or_else(|| all.get("default-src"));
        found.cloned().unwrap_or_else(|| BTreeSet::from(["*"]))
    };
    let broad = |name: &str| of(name).iter().any(|own| BROAD.contains(own));
    let inline = |name: &str| of(name).contains("'unsafe-inline'") || of(name).contains("data:");
    let script_is_unsafe = broad("script-src") || inline("script-src") || broad("object-src");
    if all.is_empty() {
        return -25;
    }
    if script_is_unsafe || all.values().flatten().any(|own| own.starts_with("http:")) {
        return -20;
    }
    if of("script-src").contains("'unsafe-eval'") {
        return -10;
    }
    if inline("style-src") || broad("style-src") {
        return 0;
    }
    let closed = |name: &str| {
        all.get(name).is_some_and(|own| own.contains("'none'") || own.contains("'self'"))
    };
    let nothing = all.get("default-src").is_some_and(|own| *own == BTreeSet::from(["'none'"]));
    if nothing && closed("form-action") { 10 } else { 5 }
}

/// The score, and the grade. The host answers HTTPS alone and sends `Strict-Transport-Security` for
/// half a year or more; scripts come from the page's own origin.
fn graded(headers: &Headers, own_policy: &str) -> (i32, &'static str) {
    let sent = |name: &str| headers.get(name).map(String::as_str);
    let policy = sent("content-security-policy").unwrap_or(own_policy);
    let framed = sent("content-security-policy")
        .is_some_and(|own| directives(own).contains_key("frame-ancestors"));
    let private =
        ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];
    let modifiers = [
        policy_modifier(policy),
        match sent("referrer-policy") {
            Some(own) if private.contains(&own) => 5,
            Some(_) => -5,
            None => 0,
        },
        if sent("x-content-type-options") == Some("nosniff") { 0 } else { -5 },
        match sent("x-frame-options") {
            _ if framed => 5,
            Some("DENY" | "SAMEORIGIN") => 5,
            Some(_) | None => -20,
        },
        match sent("cross-origin-resource-policy") {
            Some("same-origin" | "same-site") => 10,
            Some("cross-origin") | None => 0,
            Some(_) => -5,
        },
        // Any origin may read what is public, as long as no cookies are sent.
        if sent("access-control-allow-credentials").is_some() { -50 } else { 0 },
    ];
    let strict = 100 + modifiers.iter().filter(|own| **own < 0).sum::<i32>();
    // More than that counts only for what is good without it.
    let score = if strict >= 90 { 100 + modifiers.iter().sum::<i32>() } else { strict };
    let grade = match score {
        100.. => "A+",
        90..=99 => "A",
        85..=89 => "A-",
        80..=84 => "B+",
        70..=79 => "B",
        65..=69 => "B-",
        _ => "C+ or less",
    };
    (score, grade)
}

/// Any page may embed this one, which costs 20. `frame-ancestors *` would get them back, but it bars
/// pages from a disk and from sandboxed frames.
#[test]
fn the_headers_have_the_grade_that_is_published() {
    let own = own_policy();
    assert_eq!(graded(&shipped(), &own), (80, "B+"));
    assert_eq!(graded(&Headers::new(), &own), (75, "B"), "a host that sends no headers");
    // A host on which nobody embeds the page.
    let mut alone = shipped();
    let policy = alone.get_mut("content-security-policy").unwrap();
    policy.push_str("; frame-ancestors 'none'");
    assert_eq!(graded(&alone, &own), (120, "A+"));
}

#[test]
fn the_page_and_the_headers_have_one_policy() {
    let (page, sent) = (own_policy(), shipped());
    assert_eq!(directives(&page), directives(&sent["content-security-policy"]));
}

#[test]
fn a_weaker_policy_counts_less() {
    let own = own_policy();
    assert_eq!(policy_modifier(&own), 10);
    for (from, to, expected) in [
        ("default-src 'none'", "default-src 'self'", 5),
        ("style-src 'self'", "style-src 'self' 'unsafe-inline'", 0),
        ("'wasm-unsafe-eval'", "'unsafe-eval'", -10),
        ("'wasm-unsafe-eval'", "https:", -20),
        ("'wasm-unsafe-eval'", "'unsafe-inline'", -20),
    ] {
        let weaker = own.replacen(from, to, 1);
        assert_ne!(weaker, own);
        assert_eq!(policy_modifier(&weaker), expected, "{to}");
    }
    assert_eq!(policy_modifier(""), -25);
}
