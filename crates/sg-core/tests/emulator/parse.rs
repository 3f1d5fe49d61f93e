//! Pasted requests: what is parsed, what is set aside, and what is rejected, with its position.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test panics on the first error")]

use sg_testing::hostile_values;

use proptest::prelude::*;

use sg_core::emulator::{Action, Call, Params, param_specs};
use sg_core::language::Language;
use sg_core::model::{RegionId, Timestamp};
use sg_core::request::endpoint::Endpoint;
use sg_core::request::parse::{Fault, MAX_BYTES, Parsed, Reason, Written, parse, text};
use sg_core::request::signature::{Credentials, Signing, v1};
use sg_core::request::snippet::cli;
use sg_core::request::url::{CommonParameters, RequestUrl};

const POLICY: &str = "https://ecs.aliyuncs.com/?Action=ModifySecurityGroupPolicy\
    &RegionId=cn-hangzhou&SecurityGroupId=sg-bp1g1&InnerAccessPolicy=Drop";

fn policy() -> Call {
    Call::new(
        Action::ModifySecurityGroupPolicy,
        [
            ("RegionId", "cn-hangzhou"),
            ("SecurityGroupId", "sg-bp1g1"),
            ("InnerAccessPolicy", "Drop"),
        ],
    )
}

fn aside(parsed: &Parsed, reason: Reason) -> Vec<&str> {
    let own = parsed.set_aside.iter().filter(|aside| aside.reason == reason);
    own.map(|aside| aside.name.as_str()).collect()
}

/// Order matters: a call keeps the order in which it was written.
fn same(parsed: &Parsed, call: &Call) -> bool {
    parsed.call == *call && parsed.call.params.iter().eq(call.params.iter())
}

#[test]
fn a_url_is_read_however_much_of_it_was_copied() {
    let query = POLICY.split_once('?').unwrap().1;
    let texts = [
        (POLICY.to_owned(), Written::Url, Some("ecs.aliyuncs.com")),
        (format!("  {POLICY}\n"), Written::Url, Some("ecs.aliyuncs.com")),
        (format!("\u{feff}{POLICY}"), Written::Url, Some("ecs.aliyuncs.com")),
        (format!("http(s)://ecs.aliyuncs.com/?{query}"), Written::Url, Some("ecs.aliyuncs.com")),
        (format!("HTTP://127.0.0.1:8086?{query}"), Written::Url, Some("127.0.0.1:8086")),
        (format!("https://[Endpoint]/?{query}"), Written::Url, None),
        (
            format!("ecs.cn-beijing.aliyuncs.com/?{query}"),
            Written::Url,
            Some("ecs.cn-beijing.aliyuncs.com"),
        ),
        (format!("/?{query}"), Written::Url, None),
        (format!("?{query}"), Written::Url, None),
        (format!("GET /?{query} HTTP/1.1"), Written::Url, None),
        (query.to_owned(), Written::Form, None),
        (query.replace('&', "\n    &"), Written::Form, None),
        (format!("{query}&"), Written::Form, None),
    ];
    for (text, written, host) in texts {
        let parsed = parse(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(same(&parsed, &policy()), "{text}");
        assert_eq!((parsed.written, parsed.host.as_deref()), (written, host), "{text}");
        assert!(parsed.set_aside.is_empty(), "{text}");
    }
}

#[test]
fn what_is_no_part_of_the_call_is_set_aside_by_name_alone() {
    let credentials =
        Credentials { security_token: Some("token-of-somebody".to_owned()), ..Credentials::demo() };
    let timestamp = Timestamp::from_unix_seconds(1_704_067_200);
    let signing = Signing { credentials: &credentials, timestamp, nonce: "nonce-1" };
    let signed = v1::sign(&policy(), "GET", &signing);
    let region = RegionId::parse("cn-hangzhou").unwrap();
    let url = RequestUrl::signed(&signed, Endpoint::Region(&region)).to_string();
    let parsed = parse(&format!("{url}&OwnerId=1#top")).unwrap();
    assert!(same(&parsed, &policy()));
    assert_eq!(parsed.host.as_deref(), Some("ecs.cn-hangzhou.aliyuncs.com"));
    assert_eq!(aside(&parsed, Reason::Common), ["Format", "Version", "Timestamp", "OwnerId"]);
    assert_eq!(aside(&parsed, Reason::Fragment), ["#"]);
    let signing = aside(&parsed, Reason::Signing);
    assert_eq!(
        signing,
        [
            "AccessKeyId",
            "SignatureMethod",
            "SignatureVersion",
            "SignatureNonce",
            "SecurityToken",
            "Signature"
        ]
    );
    let printed = format!("{parsed:?}");
    for gone in ["token-of-somebody", "testid", "nonce-1", signed.signature.as_str()] {
        assert!(!printed.contains(gone), "{gone}");
    }
    for language in Language::ALL {
        let url = RequestUrl::unsigned(&policy(), CommonParameters::Abbreviated(language));
        let parsed = parse(&url.to_string()).unwrap();
        assert!(same(&parsed, &policy()));
        assert_eq!(aside(&parsed, Reason::Placeholder).len(), 1);
    }
}

#[test]
fn a_command_line_is_read_in_every_quoting_a_shell_has() {
    let lines = [
        "aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou --SecurityGroupId sg-bp1g1 --InnerAccessPolicy Drop",
        "$ aliyun ecs ModifySecurityGroupPolicy --RegionId=cn-hangzhou --SecurityGroupId='sg-bp1g1' --InnerAccessPolicy=\"Drop\"",
        "aliyun ecs ModifySecurityGroupPolicy \\\n  --RegionId cn-hangzhou \\\r\n  --SecurityGroupId s'g-'\"bp\"1\\g1 --InnerAccessPolicy $'D\\162\\x6fp'  # done\n",
        "/usr/local/bin/aliyun ECS ModifySecurityGroupPolicy --RegionId:cn-hangzhou --SecurityGroupId $'\\u0073g-bp1g1' --InnerAccessPolicy D\\\nrop",
        "aliyun --region cn-hangzhou ecs ModifySecurityGroupPolicy --SecurityGroupId sg-bp1g1 --InnerAccessPolicy Drop",
    ];
    for line in lines {
        let parsed = parse(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert!(same(&parsed, &policy()), "{line}: {:?}", parsed.call);
        assert_eq!(parsed.written, Written::Command);
        assert!(parsed.set_aside.is_empty(), "{line}");
    }
    let line = r#"aliyun ecs DescribeRegions --AcceptLanguage 'a b'"$(printf '\342\200\213c \012\012')"\!"#;
    let parsed = parse(line).unwrap();
    assert_eq!(parsed.call.params.get("AcceptLanguage"), Some("a b\u{200b}c !"));
    let line = "aliyun ecs DescribeRegions --AcceptLanguage \"a\\\"\\$\\`\\\\\\x $ $\" --force -p me \
        --access-key-secret hush --output cols=A rows=B --endpoint ecs.aliyuncs.com --version 2014-05-26 -q";
    let parsed = parse(line).unwrap();
    assert_eq!(parsed.call.params.get("AcceptLanguage"), Some("a\"$`\\\\x $ $"));
    assert_eq!(aside(&parsed, Reason::Option), ["--force", "--output", "--version", "-q"]);
    assert_eq!(aside(&parsed, Reason::Signing), ["-p", "--access-key-secret"]);
    assert_eq!(parsed.host.as_deref(), Some("ecs.aliyuncs.com"));
    assert!(!format!("{parsed:?}").contains("hush"));
}

#[test]
fn nested_names_regions_and_empty_values_come_through() {
    let line = "aliyun ecs AuthorizeSecurityGroup --region cn-beijing --RegionId cn-hangzhou \
        --Permissions.1.PortRange=-1/-1 --Permissions.2.Description '' --ClientToken";
    let parsed = parse(line).unwrap();
    let said = [
        ("RegionId", "cn-hangzhou"),
        ("Permissions.1.PortRange", "-1/-1"),
        ("Permissions.2.Description", ""),
        ("ClientToken", ""),
    ];
    assert!(same(&parsed, &Call::new(Action::AuthorizeSecurityGroup, said)));
    assert_eq!(aside(&parsed, Reason::Option), ["--region"]);
    assert!(parsed.undocumented().is_empty());
    let odd = parse("Action=DescribeRegions&Frobnicate=1&Permissions.1.PortRange=80/80").unwrap();
    assert_eq!(odd.undocumented(), ["Frobnicate", "Permissions.1.PortRange"]);
    let masked = parse("aliyun ecs DescribeRegions --X sg-bp67acfmxazb4p****").unwrap();
    assert_eq!(masked.call.params.get("X"), Some("sg-bp67acfmxazb4p****"));
}

/// Checks the fault of a text and that the text at its position begins with `at`.
fn refused(text: &str, fault: &Fault, at: &str) {
    let error = parse(text).unwrap_err();
    assert_eq!(error.fault, *fault, "{text}");
    assert!(text[error.at..].starts_with(at), "{text}: at {}", &text[error.at..]);
    for language in Language::ALL {
        let said = error.say(language);
        assert!(said.contains(&error.column.to_string()), "{said}");
        assert!(!said.contains(['{', '}']) || text.contains(['{', '}']), "{said}");
    }
}

#[test]
fn a_url_or_form_that_cannot_be_read_says_where() {
    let owned = str::to_owned;
    refused("", &Fault::Empty, "");
    refused(" \n\t ", &Fault::Empty, " ");
    refused("hello world", &Fault::Unrecognised, "hello");
    refused("how about that? a=b", &Fault::Unrecognised, "how");
    refused("https://ecs.aliyuncs.com/", &Fault::NoAction, "");
    refused("ftp://ecs.aliyuncs.com/?Action=X", &Fault::Scheme(owned("ftp")), "ftp");
    refused("https://a.b/c?Action=X", &Fault::Path(owned("/c")), "/c");
    refused("?RegionId=x", &Fault::NoAction, "RegionId");
    refused("?Action=RunInstances", &Fault::NotEmulated("RunInstances"), "Run");
    refused("?Action=Frobnicate", &Fault::UnknownAction(owned("Frobnicate"), None), "Frob");
    let meant = Some(Action::DescribeRegions);
    refused(
        "Action=describeregions",
        &Fault::UnknownAction(owned("describeregions"), meant),
        "descr",
    );
    let version = Fault::Version(owned("2016-01-01"));
    refused("?Action=DescribeRegions&Version=2016-01-01", &version, "2016");
    refused("?Action=DescribeRegions&A=%2", &Fault::Percent(owned("%2")), "%2");
    refused("?Action=DescribeRegions&A=b%zzc", &Fault::Percent(owned("%zz")), "%zzc");
    refused("?Action=DescribeRegions&A=%FF", &Fault::NotUtf8(owned("%FF")), "%FF");
    refused("?Action=DescribeRegions&A=b c", &Fault::Space(' '), " c");
    refused("?Action=DescribeRegions&A=b\u{a0}c", &Fault::Space('\u{a0}'), "\u{a0}c");
    refused("?Action=DescribeRegions&=b", &Fault::Name(String::new()), "=b");
    refused("?Action=DescribeRegions&a-b=1", &Fault::Name(owned("a-b")), "a-b");
    refused("?Action=DescribeRegions&amp;A=1", &Fault::Name(owned("amp;A")), "amp;");
    refused("?Action=DescribeRegions&A=1&A=1", &Fault::Repeated(owned("A")), "A=1");
    refused("?Action=DescribeRegions&A=\0", &Fault::Hidden('\0'), "\0");
    refused("?Action=DescribeRegions&A=\u{202e}x", &Fault::Hidden('\u{202e}'), "\u{202e}");
    let error = parse("?Action=DescribeRegions\n  &A=组%").unwrap_err();
    assert_eq!((error.line, error.column), (2, 7));
}

#[test]
fn a_command_line_that_does_more_than_one_thing_is_refused_where_it_does() {
    let owned = str::to_owned;
    let line = |rest: &str| format!("aliyun ecs DescribeRegions {rest}");
    for (rest, sign) in [
        ("| jq .", '|'),
        ("--A 1; rm -rf ~", ';'),
        ("--A 1 && reboot", '&'),
        ("> file", '>'),
        ("< file", '<'),
        ("(x)", '('),
    ] {
        refused(&line(rest), &Fault::Operator(sign), &sign.to_string());
    }
    for (rest, spelled) in [
        ("--A $(reboot)", "$(reboot)"),
        ("--A \"x $HOME y\"", "$HOME"),
        ("--A \"`reboot`\"", "`reboot`"),
        ("--A `id`", "`id`"),
        ("--A ${X}", "${X}"),
        ("--A $\"x\"", "$\""),
        ("--A ~/x", "~/x"),
        ("--A {a,b}", "{a,b}"),
        // Only known bytes in double quotes are read.
        ("--A \"$(printf '%s')\"", "$(printf"),
        ("--A \"$(printf '\\101'; reboot)\"", "$(printf"),
        ("--A \"$(printf '\\101$x')\"", "$(printf"),
        ("--A \"$(printf '\\0')\"", "$(printf"),
        ("--A \"$(printf '\\000')\"", "$(printf"),
        ("--A \"$(printf '\\777')\"", "$(printf"),
        ("--A \"$(printf '-v')\"", "$(printf"),
        ("--A $(printf '\\101')", "$(printf"),
    ] {
        refused(&line(rest), &Fault::Substitution(owned(spelled)), spelled);
    }
    refused(
        &line("--A \"$(printf '\\377')\""),
        &Fault::NotUtf8(owned("\"$(printf '\\377')\"")),
        "\"$",
    );
    refused(&line("--A 'x"), &Fault::Unclosed('\''), "'x");
    refused(&line("--A \"x"), &Fault::Unclosed('"'), "\"x");
    refused(&line("--A $'x"), &Fault::Unclosed('\''), "$'x");
    refused(&line("--A x\nreboot"), &Fault::SecondCommand, "reboot");
    refused(&line("--A x\\"), &Fault::TrailingBackslash, "\\");
    for escape in ["\\0", "\\x00", "\\u0000", "\\q", "\\ud800", "\\400", "\\x"] {
        let rest = format!("--A $'{escape}'");
        refused(&line(&rest), &Fault::Escape(owned(escape)), escape);
    }
    refused(&line("--A $'\\xff'"), &Fault::NotUtf8(owned("$'\\xff'")), "$'");
    refused(&line("--A 1 2"), &Fault::StrayWord(owned("2")), "2");
    refused(&line("--A -1/-1"), &Fault::FlagForm(owned("-1/-1")), "-1/-1");
    refused(&line("-x"), &Fault::FlagForm(owned("-x")), "-x");
    refused(&line("--"), &Fault::FlagForm(owned("--")), "--");
    refused(&line("--a-b 1"), &Fault::Name(owned("a-b")), "a-b");
    refused(&line("--A 1 --A 2"), &Fault::Repeated(owned("--A")), "--A 2");
    refused(&line("--profile"), &Fault::NoValue(owned("--profile")), "--profile");
    refused(&line("--version 2015-01-01"), &Fault::Version(owned("2015-01-01")), "--version");
    refused(&line("--A b\u{3000}c"), &Fault::Space('\u{3000}'), "\u{3000}");
    refused("aliyun rds DescribeRegions", &Fault::Product(owned("rds")), "rds");
    refused("aliyun ecs --RegionId x", &Fault::NoAction, "");
    let meant = Fault::UnknownAction(
        owned("modify-security-group-policy"),
        Some(Action::ModifySecurityGroupPolicy),
    );
    refused("aliyun ecs modify-security-group-policy", &meant, "modify");
}

#[test]
fn a_huge_text_is_refused_before_it_costs_anything() {
    let huge = format!("{POLICY}&A={}", "x".repeat(MAX_BYTES));
    assert_eq!(parse(&huge).unwrap_err().fault, Fault::TooLong);
    let many: String = (0..4_000).map(|number| format!("&A.{number}=1")).collect();
    assert_eq!(parse(&format!("{POLICY}{many}")).unwrap_err().fault, Fault::TooMany);
    let many: String = (0..4_000).map(|number| format!(" --A.{number} 1")).collect();
    let line = format!("aliyun ecs DescribeRegions{many}");
    assert_eq!(parse(&line).unwrap_err().fault, Fault::TooMany);
    let blank = "&".repeat(MAX_BYTES - 10);
    assert_eq!(parse(&format!("?{blank}")).unwrap_err().fault, Fault::TooMany);
    let error = parse(&format!("?Action={}", "\u{1f600}".repeat(9_000))).unwrap_err();
    assert!(error.say(Language::En).chars().count() < 200);
}

#[test]
fn the_words_are_whole_in_both_languages() {
    for (name, words) in text::ALL {
        let sentence =
            words.en.len() > 25 && !words.en.contains("{line}") && *name != "MEANT_ACTION";
        assert!(!sentence || words.en.ends_with(['.', '1']), "{name}: {}", words.en);
        assert!(!sentence || words.zh.ends_with(['。', '1']), "{name}: {}", words.zh);
    }
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(hostile_values::VALUES).prop_map(str::to_owned),
        2 => prop::collection::vec(prop::sample::select(hostile_values::VALUES), 0..4).prop_map(|it| it.concat()),
        1 => any::<String>(),
    ]
}

fn call() -> impl Strategy<Value = Call> {
    prop::sample::select(Action::ALL.as_slice()).prop_flat_map(|action| {
        let documented = param_specs(action).iter().map(|spec| spec.name.to_owned());
        let more = ["Frobnicate", "Permissions.N.IpProtocol", "a_b.N.c", "X"].map(str::to_owned);
        let names: Vec<String> = documented.chain(more).collect();
        let name = (prop::sample::select(names), 1..30_u32)
            .prop_map(|(name, number)| hostile_values::numbered(&name, number));
        prop::collection::vec((name, value()), 0..12)
            .prop_map(move |params| Call { action, params: params.into_iter().collect::<Params>() })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_call_written_as_a_url_or_form_is_read_back(call in call(), zh in any::<bool>()) {
        let language = if zh { Language::Zh } else { Language::En };
        let credentials = Credentials::demo();
        let timestamp = Timestamp::from_unix_seconds(0);
        let signing = Signing { credentials: &credentials, timestamp, nonce: "n" };
        let signed = v1::sign(&call, "POST", &signing);
        let texts = [
            (RequestUrl::unsigned(&call, CommonParameters::Abbreviated(language)).to_string(), Written::Url),
            (RequestUrl::unsigned(&call, CommonParameters::Complete(&signing)).to_string(), Written::Url),
            (RequestUrl::signed(&signed, Endpoint::Central).to_string(), Written::Url),
            (signed.form(), Written::Form),
        ];
        for (text, written) in texts {
            let parsed = parse(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
            prop_assert!(same(&parsed, &call), "{} gave {:?}", text, parsed.call);
            prop_assert_eq!(parsed.written, written);
        }
    }

    #[test]
    fn a_call_written_as_a_command_line_is_read_back(call in call()) {
        let Ok(line) = cli::command(&call) else {
            prop_assert!(call.params.iter().any(|(_, value)| value.contains('\0')));
            return Ok(());
        };
        let parsed = parse(&line).map_err(|error| TestCaseError::fail(format!("{line}: {error}")))?;
        prop_assert!(same(&parsed, &call), "{} gave {:?}", line, parsed.call);
    }

    #[test]
    fn any_text_is_read_or_refused_at_a_place_in_it(text in any::<String>(), command in any::<bool>()) {
        let text = if command { format!("aliyun ecs DescribeRegions {text}") } else { text };
        if let Err(error) = parse(&text) {
            prop_assert!(text.is_char_boundary(error.at));
            prop_assert!(error.line >= 1 && error.column >= 1);
        }
    }

    #[test]
    fn a_damaged_request_is_read_or_refused_at_a_place_in_it(
        call in call(),
        cut in any::<prop::sample::Index>(),
        junk in prop::sample::select(&["%", "\\", "'", "\"", "$", "&", " ", "\n", "--", "\u{202e}", "|", ""][..]),
        line in any::<bool>(),
    ) {
        let url = RequestUrl::unsigned(&call, CommonParameters::Abbreviated(Language::En)).to_string();
        let whole = if line { cli::command(&call).unwrap_or(url) } else { url };
        let place = (0..=cut.index(whole.len() + 1)).rev().find(|at| whole.is_char_boundary(*at)).unwrap();
        let text = format!("{}{junk}{}", &whole[..place], &whole[place..]);
        if let Err(error) = parse(&text) {
            prop_assert!(text.is_char_boundary(error.at), "{}", error);
            for language in Language::ALL {
                prop_assert!(!error.message(language).is_empty());
            }
        }
        // A truncated text must not panic.
        let _ = parse(&whole[..place]);
    }
}
