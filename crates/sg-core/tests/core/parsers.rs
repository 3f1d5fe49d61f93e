//! Any text, given to every reader of small texts: the quick form of the fuzz targets.

use proptest::prelude::*;
use proptest::sample::select;

use sg_testing::parsers::{document, request, value};
use sg_testing::random_scenario::config;

/// Pieces of what the readers know, in any order, so that many texts are almost right.
const PIECES: [&str; 34] = [
    "10.0.0.0/8",
    "2001:db8::/32",
    "203.0.113.7",
    "-1/-1",
    "1/65535",
    "443/443",
    "65536",
    "tcp/443",
    "udp",
    "all",
    "100",
    "0",
    ",",
    " ",
    "/",
    "2026-11-30T00:00:00Z",
    "13-32T25:61",
    "sg-1",
    "{",
    "}",
    "[",
    "]",
    "\"version\":1",
    "\"scene\":",
    ":",
    "null",
    "?Action=",
    "DescribeSecurityGroups",
    "&",
    "RegionId=cn-hangzhou",
    "aliyun ecs ",
    "--SecurityGroupId ",
    "'",
    "\\",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(select(&PIECES[..]), 0..12).prop_map(|own| own.concat());
    prop_oneof![pieces, "\\PC{0,40}", "(?s).{0,40}"]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_text_harms_a_reader(text in text()) {
        value(&text);
        request(&text);
        document(&text);
    }
}
