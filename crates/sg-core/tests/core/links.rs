//! Links: routes and scenarios survive a round trip, every published link still opens, and an
//! invalid link says what is wrong with it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test panics on the first error"
)]

use sg_testing::random_scenario;

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use sg_core::history::History;
use sg_core::lesson::Example;
use sg_core::model::{Port, Scenario};
use sg_core::share::{
    BadRoute, Limits, Link, LinkEnd, LinkError, LinkGrouping, LinkLesson, LinkLines, LinkPacket,
    LinkSide, LinkView, Pane, Route, read,
};
use sg_testing::workload::Workload;

/// Published links, with the example or `tests/data/<name>.json` that each opens. A link is added
/// if the format changes; none is ever removed.
const PUBLISHED: &str = include_str!("../../../../tests/data/links.txt");

fn send(scenario: &Scenario, view: LinkView) -> String {
    Link { scenario: scenario.clone(), view, log: None }.route().unwrap().to_string()
}

fn open(fragment: &str) -> Result<Link, LinkError> {
    let route = Route::parse(fragment).unwrap();
    let Route::Scenario { text } = route else { panic!("{route:?}") };
    Link::read(&text)
}

fn id() -> impl Strategy<Value = String> {
    "[a-z0-9-]{1,64}"
}

fn pane() -> impl Strategy<Value = Option<Pane>> {
    proptest::option::of(select(Pane::ALL.to_vec()))
}

fn route() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Start),
        Just(Route::New),
        (id(), pane()).prop_map(|(id, pane)| Route::Example { id, pane }),
        (id(), proptest::option::of(1..=999_u16)).prop_map(|(id, step)| Route::Lesson { id, step }),
        any::<u64>().prop_map(|seed| Route::Quiz { seed }),
        any::<u64>().prop_map(|seed| Route::Exercise { seed }),
        proptest::collection::btree_set(any::<u64>(), 2..=30)
            .prop_map(|seeds| Route::Series { seeds: seeds.into_iter().collect() }),
        ("v[0-9]{1,3}/[A-Za-z0-9_-]{1,200}", proptest::option::of(1..=999_u16))
            .prop_map(|(text, part)| Route::Course { text, part }),
        "(v[0-9]{1,3}/[A-Za-z0-9_-]{1,200})?".prop_map(|text| Route::Result { text }),
        "(v[0-9]{1,3}/[A-Za-z0-9_-]{1,200})?".prop_map(|text| Route::Scenario { text }),
    ]
}

fn packet() -> impl Strategy<Value = LinkPacket> {
    let port = || (1..=u16::MAX).prop_map(|number| Port::new(number).unwrap());
    prop_oneof![
        port().prop_map(LinkPacket::Tcp),
        port().prop_map(LinkPacket::Udp),
        Just(LinkPacket::Icmp),
        Just(LinkPacket::Icmpv6),
        Just(LinkPacket::Gre),
        (port(), port())
            .prop_map(|(source, destination)| LinkPacket::TcpFrom { source, destination }),
        (port(), port())
            .prop_map(|(source, destination)| LinkPacket::UdpFrom { source, destination }),
        (60..=u8::MAX).prop_map(LinkPacket::Other),
    ]
}

fn ends(scenario: &Scenario) -> Vec<LinkEnd> {
    let interfaces = scenario.interfaces().map(|i| LinkEnd::Interface(i.id.clone()));
    interfaces.chain(scenario.outside().iter().map(|o| LinkEnd::Outside(o.name.clone()))).collect()
}

proptest! {
    #![proptest_config(random_scenario::config())]

    #[test]
    fn a_route_reads_back_as_it_was_written(route in route()) {
        prop_assert_eq!(Route::parse(&route.to_string()), Ok(route.clone()));
        // With surrounding punctuation, and fully percent-encoded.
        let text = route.to_string();
        prop_assert_eq!(Route::parse(&format!("{text}.")), Ok(route.clone()));
        let encoded = text.replace('#', "%23").replace('/', "%2F");
        prop_assert_eq!(Route::parse(&encoded), Ok(route.clone()));
        prop_assert_eq!(Route::parse(&encoded.replace('%', "%25")), Ok(route));
    }

    #[test]
    fn any_text_is_a_route_or_has_a_reason(text in any::<String>(), kind in select(vec![
        "", "#", "#ex/", "#s/", "#s/v1/", "#lesson/", "#quiz/", "#new/", "%", "#s/v1/eJw",
    ])) {
        if let Ok(Route::Scenario { text }) = Route::parse(&format!("{kind}{text}")) {
            prop_assert!(Link::read(&text).is_err());
        }
    }

    #[test]
    fn a_scenario_comes_back_as_it_was_sent(
        scenario in random_scenario::scenario(),
        from in any::<Index>(),
        to in any::<Index>(),
        packet in proptest::option::of(packet()),
        pane in pane(),
        side in proptest::option::of(select(vec![LinkSide::Egress, LinkSide::Ingress])),
        lesson in proptest::option::of((id(), proptest::option::of(1..=999_u16))),
        by in proptest::option::of(select(vec![
            LinkGrouping::Role, LinkGrouping::SecurityGroup, LinkGrouping::Nothing,
        ])),
        open_lines in proptest::collection::vec(any::<bool>(), 1..9),
        filter in "[^\\p{Cc}]{0,40}",
        address in proptest::option::of(any::<std::net::IpAddr>()),
    ) {
        let lesson = lesson.map(|(id, step)| LinkLesson { id, step });
        let ends = ends(&scenario);
        let cell = (!ends.is_empty()).then(|| (from.get(&ends).clone(), to.get(&ends).clone()));
        let opened = ends.iter().zip(open_lines.iter().cycle()).filter(|(_, open)| **open);
        let opened = opened.map(|(end, _)| end.clone()).collect();
        let lines = LinkLines { by, opened, filter };
        let view = LinkView { cell, packet, pane, side, lesson, lines, address };
        let link = Link { scenario, view, log: None };
        let text = link.route().unwrap().to_string();
        prop_assert_eq!(open(&text), Ok(link), "{}", text);
    }

    #[test]
    fn bytes_that_unpack_are_a_scenario_or_have_a_reason(lines in lines()) {
        let packed = compress_to_vec_zlib(lines.as_bytes(), 1);
        let text = format!("v1/{}", URL_SAFE_NO_PAD.encode(packed));
        match Link::read(&text) {
            // A link that can be read can be shared again and means the same.
            Ok(link) => prop_assert_eq!(open(&link.route().unwrap().to_string()), Ok(link)),
            Err(error) => prop_assert!(matches!(error, LinkError::Contents(_)), "{error}"),
        }
    }
}

/// Records in any order, valid and invalid: what someone who knows the format could send.
fn lines() -> impl Strategy<Value = String> {
    let record = prop_oneof![
        8 => select(vec![
            "vvpc-1\t\t10.0.0.0/8", "vvpc-2\tb\t172.16.0.0/12 2001:db8::/32", "p0\t1", "p1\t9", "lpl-1\tx\t10.0.0.0/8\t3",
            "gsg-1\tG1\ta", "gsg-2\tG2\tdm", "gsg-3\t\te\t1", "gsg-4\t\tq", "gsg-1", "rat22\t@1",
            "rA5*\t^0", "rd100u1-9\t0.0.0.0/0\tsgr-9\t5\t10.0.0.1\t\tsay", "rt", "rat99999\t@0",
            "ri", "ran50\t::/0", "ii-1\tweb", "neni-1\t0\t10.0.0.1", "neni-2\t0 0\t10.0.0.1\t\t7",
            "n\t0\t10.0.0.2\t203.0.113.2", "oworld\t0.0.0.0/0", "o\t", "x", "ccn-beijing", "c?",
        ]).prop_map(str::to_owned),
        1 => "[a-z][ -~\t]{0,40}",
    ];
    proptest::collection::vec(record, 0..20)
        .prop_map(|lines| format!("0\t1\tt80\n{}", lines.join("\n")))
}

#[test]
fn fragments_mean_what_they_say() {
    let example = |id: &str, pane| Route::Example { id: id.to_owned(), pane };
    let lesson = |id: &str, step| Route::Lesson { id: id.to_owned(), step };
    for (text, route) in [
        ("", Route::Start),
        ("#", Route::Start),
        ("new", Route::New),
        ("#new", Route::New),
        ("#ex/ping", example("ping", None)),
        ("#ex/ping/", example("ping", None)),
        ("#ex/ping/console", example("ping", Some(Pane::Console))),
        ("#ex/ping/problems)", example("ping", Some(Pane::Problems))),
        ("#ex/ping。", example("ping", None)),
        ("#ex%2Fping", example("ping", None)),
        ("%2523ex%252Fping", example("ping", None)),
        ("#lesson/one", lesson("one", None)),
        ("#lesson/one/12", lesson("one", Some(12))),
        ("#quiz/0", Route::Quiz { seed: 0 }),
        ("#exercise/4711", Route::Exercise { seed: 4711 }),
        ("#s/v1/eJw", Route::Scenario { text: "v1/eJw".to_owned() }),
        ("#s", Route::Scenario { text: String::new() }),
    ] {
        assert_eq!(Route::parse(text), Ok(route), "{text}");
    }
}

#[test]
fn a_wrong_fragment_says_what_is_wrong() {
    let kind = |text: &str| BadRoute::Kind(text.to_owned());
    let id = |text: &str| BadRoute::Id(text.to_owned());
    let number = |text: &str| BadRoute::Number(text.to_owned());
    for (text, reason) in [
        ("#example", kind("example")),
        ("#/ex/ping", kind("")),
        ("#NEW", kind("NEW")),
        ("#<script>alert(1)</script>", kind("<script>alert(1)<")),
        ("#\u{202e}new", kind("\u{202e}new")),
        ("#ex", id("")),
        ("#ex/Ping", id("Ping")),
        ("#ex/ping?lang=zh", id("ping?lang=zh")),
        ("#ex/..%2F..%2Fetc", id("..")),
        ("#ex/ping/matrices", BadRoute::Pane("matrices".to_owned())),
        ("#ex/ping/matrix/more", BadRoute::Trailing("more".to_owned())),
        ("#new/more", BadRoute::Trailing("more".to_owned())),
        ("#lesson/one/0", number("0")),
        ("#lesson/one/01", number("01")),
        ("#lesson/one/1000", number("1000")),
        ("#quiz/", number("")),
        ("#quiz/-1", number("-1")),
        ("#quiz/18446744073709551616", number("18446744073709551616")),
        (&format!("#ex/{}", "a".repeat(65)), id(&format!("{}…", "a".repeat(40)))),
        (&"x".repeat(40_000), BadRoute::TooLong { characters: 40_000 }),
    ] {
        assert_eq!(Route::parse(text), Err(reason), "{text:.80}");
    }
}

#[test]
fn labels_and_signs_of_the_format_itself_come_back() {
    let scenario = r#"{
        "version": 1,
        "regionId": "cn-beijing",
        "vpcs": [{ "vpcId": "vpc-1", "vpcName": "a\\\tb\nc", "cidrBlocks": ["10.0.0.0/16"] }],
        "securityGroups": [{
            "securityGroupId": "sg-1",
            "securityGroupName": "\\t",
            "description": "tab\tline\nend\\",
            "resourceGroupId": "rg-1",
            "tags": [{ "tagKey": "team", "tagValue": "a b" }, { "tagKey": "alone" }],
            "rules": [{
                "direction": "egress", "policy": "Drop", "priority": 100, "ipProtocol": "50",
                "portRange": "-1/-1", "destCidrIp": "10.0.0.0/8", "description": "安全 \t",
                "createTime": "2026-01-31T08:00:00Z"
            }]
        }],
        "options": { "intraGroupPrecedence": "customEgressFirst" }
    }"#;
    let scenario = read(scenario, &Limits::FILE).unwrap();
    let link = send(&scenario, LinkView::default());
    assert_eq!(open(&link).map(|link| link.scenario), Ok(scenario));
}

#[test]
fn links_are_short_enough_to_send() {
    for example in Example::all() {
        let link = send(&example.scenario().unwrap(), LinkView::default());
        assert!(link.len() < 1_000, "{}: {} characters", example.id, link.len());
    }
    for (workload, most) in [(Workload::S, 1_000), (Workload::M, 8_000)] {
        let link = send(&workload.scenario(1), LinkView::default());
        assert!(link.len() < most, "{}: {} characters", workload.name, link.len());
    }
}

#[test]
fn every_published_link_still_opens() {
    let mut versions = std::collections::BTreeSet::new();
    for line in PUBLISHED.lines().filter(|line| !line.starts_with('#')) {
        let (name, fragment) = line.split_once(' ').unwrap();
        let link = open(fragment).unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected = match Example::find(name) {
            // These links are older than what examples say of the way to the Internet.
            Some(example) => unsaid(&example.scenario().unwrap()),
            None => named(name),
        };
        assert_eq!(link.scenario, expected, "{name}");
        assert!(link.view.cell.is_some(), "{name} chooses a cell");
        if let Some(log) = &link.log {
            let replayed = History::replayed(log, &link.scenario, &Limits::LINK);
            assert!(replayed.is_some(), "{name}: its log leads to its scenario");
        }
        versions.insert(fragment.split('/').nth(1).unwrap().to_owned());
    }
    assert!(["v1", "v2"].iter().all(|version| versions.contains(*version)), "{versions:?}");
}

/// The scenario where nobody has said whether a VPC has SNAT, as in everything that was written
/// before it could be said.
pub(super) fn unsaid(scenario: &Scenario) -> Scenario {
    let edited = scenario.edited(|draft| {
        for vpc in draft.vpcs.values_mut() {
            Arc::make_mut(vpc).snat = None;
        }
    });
    edited.unwrap()
}

#[test]
fn the_list_of_published_links_covers_what_a_scenario_can_hold() {
    let names: Vec<&str> =
        PUBLISHED.lines().filter_map(|line| line.split_once(' ')).map(|(name, _)| name).collect();
    let wanted = [
        "three-groups",
        "web-and-db",
        "two-vpcs",
        "prefix-list",
        "source-port",
        "managed-group",
        "new-group",
        "nat",
    ];
    let mut missing = String::new();
    for name in wanted.into_iter().filter(|name| !names.contains(name)) {
        let scenario = named(name);
        let ends = ends(&scenario);
        let view = LinkView {
            cell: Some((ends[0].clone(), ends[1].clone())),
            packet: Some(LinkPacket::Tcp(Port::new(443).unwrap())),
            pane: Some(Pane::Matrix),
            ..LinkView::default()
        };
        missing += &format!("\n{name} {}", send(&scenario, view));
    }
    assert!(missing.is_empty(), "publish:{missing}");
}

/// The scenario of an example, or of `tests/data/<name>.json`.
fn named(name: &str) -> Scenario {
    if let Some(example) = Example::find(name) {
        return example.scenario().unwrap();
    }
    let file = sg_testing::root().join(format!("tests/data/{name}.json"));
    read(&std::fs::read_to_string(file).unwrap(), &Limits::FILE).unwrap()
}

#[test]
fn a_link_that_lost_its_end_is_called_cut() {
    let link = send(&Example::find("odd-rules").unwrap().scenario().unwrap(), LinkView::default());
    let payload = link.find("/v1/").unwrap() + 4;
    for end in payload..link.len() {
        let error = open(&link[..end]).expect_err("a part is no whole");
        assert_eq!(error, LinkError::Cut, "{end} of {}", link.len());
    }
    assert_eq!(Link::read("v1"), Err(LinkError::Cut));
    assert_eq!(Link::read(""), Err(LinkError::NoVersion));
}

#[test]
fn a_link_with_a_changed_character_is_refused() {
    let link = send(&Example::find("mail").unwrap().scenario().unwrap(), LinkView::default());
    let payload = link.find("/v1/").unwrap() + 4;
    for place in payload..link.len() {
        for other in ['A', 'b', '7', '_'] {
            let mut changed = link.clone();
            changed.replace_range(place..=place, &other.to_string());
            if changed != link {
                // Trailing bits are ignored, so a changed link may open, but only with the original
                // contents.
                let opened = open(&changed);
                assert!(opened.is_err() || opened == open(&link), "{place}: {other}");
            }
        }
    }
    for (foreign, text) in [(' ', "v1/eJ w"), ('+', "v1/eJ+w"), ('=', "v1/eJw="), ('…', "v1/eJ…")]
    {
        assert_eq!(Link::read(text), Err(LinkError::Foreign(foreign)));
    }
}

#[test]
fn other_versions_are_told_apart() {
    assert_eq!(Link::read("v3/eJw"), Err(LinkError::Newer(3)));
    assert_eq!(Link::read("v99/anything at all"), Err(LinkError::Newer(99)));
    for text in ["v0/eJw", "1/eJw", "V1/eJw", "v/eJw", "eJw", "v-1/x", "v99999999999999999999/x"] {
        assert_eq!(Link::read(text), Err(LinkError::NoVersion), "{text}");
    }
}

fn pack(text: &str) -> String {
    format!("v1/{}", URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(text.as_bytes(), 9)))
}

fn packed(text: &str) -> Result<Link, LinkError> {
    Link::read(&pack(text))
}

#[test]
fn what_is_too_much_is_refused_by_its_count() {
    let many = |record: &str, count: usize| vec![record; count].join("\n");
    let start = "\nvvpc-1\t\t10.0.0.0/8\ngsg-1\t\ta\n";
    let interfaces = format!("{start}ii-1\n{}", many("n\t0\t10.0.0.1", 1_001));
    let instances: String = (0..201).map(|n| format!("ii-{n}\nn\t0\t10.0.0.{n}\n")).collect();
    let outside: String = (0..1_001).map(|n| format!("oo{n}\t0.0.0.0/0\n")).collect();
    let groups: String = (0..51).map(|n| format!("gsg-{n}\t\ta\n")).collect();
    let cases = [
        (" ".repeat(10_000_000), "LARGE"),
        (format!("\n{}", many("x", 200_000)), "LARGE"),
        (format!("{start}{}", many("rat1\t0.0.0.0/0", 1_001)), "1001 rules"),
        (interfaces, "1001 network interfaces"),
        (format!("{start}{instances}"), "201 instances"),
        (format!("{start}{outside}"), "1001 outside"),
        (format!("\nvvpc-1\t\t10.0.0.0/8\n{groups}"), "51 security groups"),
    ];
    for (text, reason) in cases {
        let link = pack(&text);
        let error = Link::read(&link).expect_err("too much");
        let large = error == LinkError::TooLarge;
        let told = if large { "LARGE".to_owned() } else { error.to_string() };
        assert!(told.contains(reason), "{reason}: {told}");
    }
}

#[test]
fn what_unpacks_to_no_scenario_says_where() {
    for (text, reason) in [
        ("\nvvpc-1", "vpcs"),
        ("\ngsg-1\t\ta", "line 1: there is no VPC 0"),
        ("\nrat1\t0.0.0.0/0", "line 1: a rule stands before the first group"),
        ("\nn\t0", "line 1: there is no group 0"),
        ("\nvvpc-1\t\t10.0.0.0/8\ngsg-1\t\tz", "line 2: a group is of kind a, d or e"),
        (
            "\nvvpc-1\t\t10.0.0.0/8\ngsg-1\t\ta\nrat0\t0.0.0.0/0",
            "securityGroups[0].rules[0].portRange",
        ),
        ("\n<svg onload=1>", "line 1: no record begins with `<`"),
    ] {
        let error = packed(text).expect_err(reason).to_string();
        assert!(error.contains(reason), "{reason}: {error}");
    }
    // An empty text is an empty scenario.
    assert_eq!(packed("").unwrap().scenario.groups().len(), 0);
}
