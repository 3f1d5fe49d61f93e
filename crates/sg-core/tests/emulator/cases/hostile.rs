//! Properties: the emulator answers every call, and a scenario stays consistent.

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};
use sg_core::emulator::{
    Action, Call, Env, Params, answer, common_rows, error_rows, supplementary_rows,
};
use sg_core::language::Language;
use sg_core::model::{Scenario, Timestamp};
use sg_core::request::snippet::cli;
use sg_core::request::url::{CommonParameters, RequestUrl};

use sg_testing::scenario_text::scenario_of;

/// A scenario with something for every name below.
fn full_scenario() -> Scenario {
    scenario_of(
        "vpc vpc-1 10.0.0.0/8 2001:db8::/32
         vpc vpc-2 172.16.0.0/16
         list pl-1 198.51.100.0/24
         list pl-6 2001:db8:1::/48
         group G1 basic drop
         group G2 basic accept
         group G3 advanced
         group G4 basic accept vpc vpc-2
         instance i-1 10.0.0.1 in G1 G2
         interface eni-2 of i-1 10.0.0.2 in G3
         instance i-2 172.16.0.2 in G4
         rule G1 in accept tcp 22/22 from 10.0.0.0/8 prio 1
         rule G1 out drop all to 0.0.0.0/0 prio 100
         rule G2 in accept tcp 80/80 from G1 prio 1",
    )
}

const NAMES: &[&str] = &[
    "RegionId",
    "SecurityGroupId",
    "InnerAccessPolicy",
    "ClientToken",
    "VpcId",
    "SecurityGroupName",
    "SecurityGroupType",
    "ServiceManaged",
    "Description",
    "Tag.1.Key",
    "Tag.2.Key",
    "Tag.1.Value",
    "ResourceGroupId",
    "Direction",
    "NicType",
    "Attribute",
    "MaxResults",
    "NextToken",
    "InstanceId",
    "NetworkInterfaceId",
    "SecurityGroupRuleId.1",
    "SecurityGroupRuleId.2",
    "SecurityGroupRuleId.0",
    "Permissions",
    "Permissions.x.Policy",
    "IpProtocol",
    "PortRange",
    "SourcePortRange",
    "Policy",
    "Priority",
    "SourceCidrIp",
    "Ipv6SourceCidrIp",
    "DestCidrIp",
    "Ipv6DestCidrIp",
    "SourceGroupId",
    "DestGroupId",
    "SourceGroupOwnerId",
    "SourcePrefixListId",
    "DestPrefixListId",
];

const FIELDS: &[&str] = &[
    "IpProtocol",
    "PortRange",
    "PortRangeListId",
    "SourcePortRange",
    "Policy",
    "Priority",
    "NicType",
    "SourceCidrIp",
    "Ipv6SourceCidrIp",
    "DestCidrIp",
    "Ipv6DestCidrIp",
    "SourceGroupId",
    "DestGroupId",
    "SourceGroupOwnerAccount",
    "SourcePrefixListId",
    "DestPrefixListId",
    "Description",
];

const VALUES: &[&str] = &[
    "",
    "cn-hangzhou",
    "cn-beijing",
    "mars-1",
    "G1",
    "G2",
    "G3",
    "G4",
    "G5",
    "sg-组",
    "Accept",
    "DROP",
    "accept",
    "vpc-1",
    "vpc-2",
    "enterprise",
    "normal",
    "true",
    "no",
    "i-1",
    "i-2",
    "eni-i-1",
    "eni-2",
    "sgr-1",
    "sgr-2",
    "sgr-3",
    "tcp",
    "UDP",
    "icmp",
    "ICMPv6",
    "gre",
    "all",
    "6",
    "255",
    "80/80",
    "-1/-1",
    "1/65535",
    "200/1",
    "0/0",
    "99999999999999999999/1",
    "1",
    "100",
    "101",
    "-5",
    "1e3",
    "0.0.0.0/0",
    "10.0.0.0/8",
    "10.0.0.1/33",
    "::/0",
    "2001:db8::1",
    "::ffff:1.2.3.4/96",
    "pl-1",
    "pl-6",
    "ingress",
    "egress",
    "internet",
    "snapshotPolicyIds",
    "10",
    "1000",
    "e71d8a535bd9cc11",
    "</Message>&<![CDATA[",
    "\"\\\n\r\t",
    "\u{0}\u{1b}[2J",
    "\u{202e}\u{200b}",
    "𝕏\u{ffff}",
    "; rm -rf ~ #",
];

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(VALUES).prop_map(str::to_owned),
        1 => prop::collection::vec(prop::sample::select(VALUES), 0..4).prop_map(|it| it.concat()),
        1 => (1_usize..700).prop_map(|length| "长".repeat(length)),
    ]
}

fn name() -> impl Strategy<Value = String> {
    let field = (1_u32..4, prop::sample::select(FIELDS));
    prop_oneof![
        2 => prop::sample::select(NAMES).prop_map(str::to_owned),
        1 => field.prop_map(|(number, field)| format!("Permissions.{number}.{field}")),
    ]
}

/// An arbitrary call. Half of the calls name an existing region and group, so that they pass more
/// checks.
fn call() -> impl Strategy<Value = Call> {
    let params = prop::collection::vec((name(), value()), 0..10);
    (prop::sample::select(Action::ALL.as_slice()), params, any::<bool>()).prop_map(
        |(action, params, named)| {
            let known = [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "G1")];
            let known = known.into_iter().filter(|_| named);
            let known = known.map(|(name, value)| (name.to_owned(), value.to_owned()));
            Call { action, params: params.into_iter().chain(known).collect::<Params>() }
        },
    )
}

/// A mostly valid rule, so that some calls change something.
fn likely_call() -> impl Strategy<Value = Call> {
    let values = [
        ("IpProtocol", &["tcp", "UDP", "all", "icmp"][..]),
        ("PortRange", &["80/80", "-1/-1", "1/65535"]),
        ("SourceCidrIp", &["10.0.0.0/8", "", "0.0.0.0/0"]),
        ("SourceGroupId", &["G2", "", "G1"]),
        ("DestCidrIp", &["", "10.0.0.1/32"]),
        ("DestGroupId", &["", "G2"]),
        ("Policy", &["", "drop"]),
        ("SourcePrefixListId", &["", "pl-1", "pl-6"]),
    ];
    let fields: Vec<_> = values
        .into_iter()
        .map(|(field, values)| prop::sample::select(values).prop_map(move |value| (field, value)))
        .collect();
    let group = prop::sample::select(&["G1", "G2", "G3", "G4"][..]);
    let member = prop::sample::select(&["i-1", "i-2", ""][..]);
    let action = prop::sample::select(Action::ALL.as_slice());
    (action, group, member, prop::collection::vec(fields, 1..4)).prop_map(
        |(action, group, member, rules)| {
            let head = [
                ("RegionId", "cn-hangzhou"),
                ("SecurityGroupId", group),
                ("InnerAccessPolicy", "Accept"),
                ("VpcId", "vpc-1"),
                ("InstanceId", member),
                ("NetworkInterfaceId", if member.is_empty() { "eni-2" } else { "" }),
            ];
            let mut call = Call::new(action, head);
            for (number, rule) in (1..).zip(rules) {
                for (field, value) in rule {
                    call.params.set(format!("Permissions.{number}.{field}"), value);
                }
            }
            call
        },
    )
}

fn check(scenario: &Scenario, call: &Call, entropy: u64) -> Option<Scenario> {
    let env = Env { now: Timestamp::from_unix_seconds(0), entropy };
    let before = scenario.clone();
    let answer = answer(scenario, call, &env);
    assert_eq!(*scenario, before);
    assert_eq!(answer, sg_core::emulator::answer(scenario, call, &env), "not repeatable");
    let (json, xml, id) = match &answer {
        Ok(answer) => {
            let whole = Scenario::new(answer.scenario.parts().clone());
            assert_eq!(whole.as_ref(), Ok(&answer.scenario));
            assert!(!call.action.is_query() || answer.scenario == before);
            (answer.reply.to_json(), answer.reply.to_xml(), answer.reply.request_id().as_str())
        }
        Err(error) => {
            assert_ne!(error.status(), 500, "an internal error: {error:?}");
            let mut rows = error_rows(call.action)
                .iter()
                .chain(supplementary_rows(call.action))
                .chain(common_rows());
            assert!(rows.any(|row| row == error.row()));
            assert!(!error.message().contains("%s"));
            assert_eq!(text_of(&error.to_xml(), "Message"), [carried(&error.message())]);
            (error.to_json(), error.to_xml(), error.request_id().as_str())
        }
    };
    let parsed: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(parsed["RequestId"], id);
    assert_eq!(text_of(&xml, "RequestId"), [id]);
    answer.ok().map(|answer| answer.scenario)
}

/// Parses a whole document strictly and returns the texts of the elements with a name.
fn text_of(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut texts, mut inside, mut depth, mut roots) = (Vec::new(), false, 0_u32, 0_u32);
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Eof => break,
            Event::Start(start) => {
                roots += u32::from(depth == 0);
                depth += 1;
                inside = start.name().as_ref() == name;
                texts.extend(inside.then(String::new));
            }
            Event::End(_) => {
                depth -= 1;
                inside = false;
            }
            Event::Text(text) if inside => texts.last_mut().unwrap().push_str(text),
            Event::GeneralRef(reference) => {
                let resolved = resolve(reference);
                texts
                    .last_mut()
                    .filter(|_| inside)
                    .into_iter()
                    .for_each(|text| text.push(resolved));
            }
            _ => {}
        }
    }
    assert_eq!((depth, roots), (0, 1));
    texts
}

/// The character of an entity such as `&amp;`; any other reference is an error.
fn resolve(reference: &BytesRef<'_>) -> char {
    match &**reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => reference.resolve_char_ref().unwrap().unwrap(),
    }
}

/// Characters that XML 1.0 cannot represent become U+FFFD.
fn carried(text: &str) -> String {
    let legal = |c: char| c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}') || "\t\n\r".contains(c);
    text.chars().map(|c| if legal(c) { c } else { '\u{fffd}' }).collect()
}

proptest! {
    #[test]
    fn any_call_gets_an_answer(call in call(), entropy in any::<u64>()) {
        check(&full_scenario(), &call, entropy);
    }

    #[test]
    fn a_life_of_likely_calls_keeps_the_scenario_whole(
        calls in prop::collection::vec(likely_call(), 1..12),
        entropy in any::<u64>(),
    ) {
        let mut scenario = full_scenario();
        // The same entropy for every call: ids must be unique even then.
        for call in &calls {
            scenario = check(&scenario, call, entropy).unwrap_or(scenario);
        }
    }

    #[test]
    fn any_call_can_be_written_down(call in call()) {
        let url = RequestUrl::unsigned(&call, CommonParameters::Abbreviated(Language::Zh));
        let text = url.to_string();
        prop_assert!(!text.chars().any(|c| c.is_whitespace() || c.is_control()));
        // Each parameter is one pair of the query, and decoding it gives its value back.
        let query = text.split_once('?').unwrap().1;
        let pairs: Vec<(String, String)> = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect();
        let action = ("Action", call.action.as_str());
        let params: Vec<(String, String)> = std::iter::once(action)
            .chain(call.params.iter())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        prop_assert_eq!(&pairs, &params);
        if let Ok(line) = cli::command(&call) {
            prop_assert!(!line.chars().any(char::is_control));
            let words = shlex(&line);
            let said: Vec<(String, String)> = flags(&words[3..]);
            prop_assert_eq!(said, params[1..].to_vec());
        } else {
            prop_assert!(call.params.iter().any(|(_, value)| value.contains('\0')));
        }
    }
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

/// Parses `--Name value` and `--Name=value`.
fn flags(words: &[String]) -> Vec<(String, String)> {
    let mut words = words.iter();
    let mut flags = Vec::new();
    while let Some(word) = words.next() {
        let name = word.strip_prefix("--").unwrap();
        match name.split_once('=') {
            Some((name, value)) => flags.push((name.to_owned(), value.to_owned())),
            None => flags.push((name.to_owned(), words.next().unwrap().clone())),
        }
    }
    flags
}

/// Splits a line like a POSIX shell, for the quoting that the writer uses. Fails on any unquoted
/// character that a shell would interpret.
fn shlex(line: &str) -> Vec<String> {
    let mut words: Vec<Vec<u8>> = Vec::new();
    let mut word: Option<Vec<u8>> = None;
    let mut rest = line.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match first {
            b' ' => words.extend(word.take()),
            b'\'' => {
                let end = rest.iter().position(|byte| *byte == b'\'').unwrap();
                word.get_or_insert_default().extend(&rest[..end]);
                rest = &rest[end + 1..];
            }
            b'"' => {
                // The one substitution: bytes that `printf` makes, without line feeds at their end.
                rest = rest.strip_prefix(b"$(printf '").unwrap();
                let mut printed = Vec::new();
                while rest[0] != b'\'' {
                    if rest[0] == b'\\' {
                        let octal = std::str::from_utf8(&rest[1..4]).unwrap();
                        printed.push(u8::from_str_radix(octal, 8).unwrap());
                        rest = &rest[4..];
                    } else {
                        assert!(rest[0].is_ascii_alphanumeric() || b" -_./:,".contains(&rest[0]));
                        printed.push(rest[0]);
                        rest = &rest[1..];
                    }
                }
                rest = rest.strip_prefix(b"')\"").unwrap();
                while printed.last() == Some(&b'\n') {
                    printed.pop();
                }
                word.get_or_insert_default().extend(printed);
            }
            b'\\' => {
                word.get_or_insert_default().push(rest[0]);
                rest = &rest[1..];
            }
            _ => {
                let plain = first.is_ascii_alphanumeric() || b"-_./:,@%+=".contains(first);
                assert!(plain, "an unquoted {:?} in {line}", char::from(*first));
                word.get_or_insert_default().push(*first);
            }
        }
    }
    words.extend(word);
    words.into_iter().map(|word| String::from_utf8(word).unwrap()).collect()
}
