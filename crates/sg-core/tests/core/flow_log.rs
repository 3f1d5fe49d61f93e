//! Flow logs: what is read, what is judged, and that planted errors are found, all of them and no
//! others.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing test should stop at once and say where"
)]

use std::collections::BTreeMap;
use std::net::IpAddr;

use proptest::prelude::*;
use proptest::sample::Index;

use sg_core::connectivity::*;
use sg_core::flow_log::*;
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::flow_records::{Planted, START, Writer};
use sg_testing::random_scenario::{config, endpoint, packet, scenario};
use sg_testing::workload::Workload;

/// Reads a log whose text arrives in blocks of some size.
fn read_in(judge: &Judge<'_>, text: &[u8], block: usize) -> Result<(Findings, Intake), LogError> {
    let mut parts: Vec<LogPart> = (0..PARTS).map(|_| LogPart::default()).collect();
    let (mut cutter, mut intake) = (Cutter::default(), Intake::default());
    let (mut start, mut end) = (0, 0);
    loop {
        end = (end + block).min(text.len());
        let at_end = end == text.len();
        while let Some(piece) = cutter.cut(&text[start..end], at_end)? {
            let batch = judge.read(&piece, &text[start..start + piece.length], 0);
            start += piece.length;
            intake.add(batch.intake());
            for (number, part) in parts.iter_mut().enumerate() {
                part.judge(judge, &batch, number);
            }
        }
        if at_end {
            let mut findings = Findings::default();
            parts.into_iter().for_each(|part| findings.merge(part.finish()));
            return Ok((findings, intake));
        }
    }
}

fn read(judge: &Judge<'_>, text: &[u8]) -> (Findings, Intake) {
    read_in(judge, text, 1 << 20).unwrap()
}

/// How many records the largest test reads: 20,000, or the value of `SGP_RECORDS`.
fn most_records() -> u64 {
    let records = std::env::var("SGP_RECORDS").ok();
    records.map_or(20_000, |text| text.parse().unwrap())
}

#[test]
fn every_planted_error_is_found_and_nothing_else() {
    let workload = Workload { instances: 200, groups: 40, rules_per_group: 20, ..Workload::A };
    let scenario = workload.scenario(5);
    let reach = Reach::new(&scenario);
    let judge = Judge::new(&reach);
    let mut writer = Writer::new(&scenario, 17);
    let mut parts: Vec<LogPart> = (0..PARTS).map(|_| LogPart::default()).collect();
    let (mut cutter, mut intake, mut text) = (Cutter::default(), Intake::default(), Vec::new());
    loop {
        while text.len() < 1 << 20 && writer.expected.entries < most_records() {
            writer.step(|line| text.extend([line.as_bytes(), b"\n"].concat()));
        }
        let at_end = writer.expected.entries >= most_records();
        while let Some(piece) = cutter.cut(&text, at_end).unwrap() {
            let rest = text.split_off(piece.length);
            let batch = judge.read(&piece, &text, 0);
            text = rest;
            intake.add(batch.intake());
            for (number, part) in parts.iter_mut().enumerate() {
                part.judge(&judge, &batch, number);
            }
        }
        if at_end {
            break;
        }
    }
    let mut findings = Findings::default();
    parts.into_iter().for_each(|part| findings.merge(part.finish()));
    let report = Report::new(&judge, &findings);
    let (expected, totals) = (&writer.expected, &report.totals);
    let counted = [
        intake.entries,
        totals.agree.records,
        totals.disagree.records,
        totals.unknown.records,
        totals.replies.records,
        totals.running.records,
        intake.no_data,
        intake.skip_data,
        intake.malformed,
        intake.all_strangers().records,
    ];
    let right = [
        expected.entries,
        expected.agree,
        expected.disagree,
        expected.unknown,
        expected.replies,
        expected.running,
        expected.no_data,
        expected.skip_data,
        expected.malformed,
        expected.strangers,
    ];
    assert_eq!(counted, right);
    assert_eq!(totals.forgotten, 0);
    let found: BTreeMap<Planted, u64> = report
        .disagreements
        .iter()
        .map(|own| {
            let record = &own.record;
            let accepted = own.kind == DisagreementKind::Accepted;
            assert!(accepted || own.kind == DisagreementKind::Rejected, "{own:?}");
            let key = (
                accepted,
                record.interface.to_string(),
                record.direction,
                record.remote,
                record.protocol,
                record.destination_port,
            );
            (key, own.traffic.tally.records)
        })
        .collect();
    let beyond = report.more_disagreements.records;
    if beyond == 0 {
        assert_eq!(found, expected.planted);
    }
    let all: u64 = found.values().sum();
    assert_eq!(all + beyond, expected.disagree);
    assert!(found.iter().all(|(key, count)| expected.planted.get(key) == Some(count)));
    assert!(intake.faults.len() == MOST_FAULTS || intake.malformed < 10);
}

fn small() -> Scenario {
    sg_testing::scenario_text::scenario_of(
        "vpc vpc-1 10.0.0.0/16\n\
         group G1 basic drop\n\
         group G2 basic accept\n\
         instance a 10.0.0.1 in G1\n\
         instance b 10.0.0.2 in G1\n\
         rule G1 in accept tcp 80/90 from 10.0.0.0/8 prio 1",
    )
}

/// A record between the two instances, as JSON.
fn record(eni: &str, way: &str, ends: [(&str, u16); 2], protocol: u8, rest: &str) -> String {
    let [(source, source_port), (destination, port)] = ends;
    format!(
        r#"{{"eni-id":"{eni}","direction":"{way}","srcaddr":"{source}","srcport":"{source_port}","dstaddr":"{destination}","dstport":"{port}","protocol":"{protocol}","packets":"2","bytes":"100",{rest}}}"#
    )
}

const A: &str = "10.0.0.1";
const B: &str = "10.0.0.2";

/// The only interface with an address.
fn eni(scenario: &Scenario, address: &str) -> String {
    let address: IpAddr = address.parse().unwrap();
    let found = scenario.interfaces().find(|own| own.holds(address)).unwrap();
    found.id.to_string()
}

fn times(start: i64, action: &str, flags: &str) -> String {
    let flags = if flags.is_empty() { String::new() } else { format!(r#","tcp-flags":"{flags}""#) };
    let end = start + 5;
    format!(r#""start":"{start}","end":"{end}","log-status":"OK","action":"{action}"{flags}"#)
}

fn report(scenario: &Scenario, lines: &[String]) -> Report {
    let reach = Reach::new(scenario);
    let judge = Judge::new(&reach);
    let (findings, intake) = read(&judge, lines.join("\n").as_bytes());
    assert_eq!(intake.faults, []);
    Report::new(&judge, &findings)
}

#[test]
fn one_log_reads_alike_in_every_form_and_however_it_is_cut() {
    let scenario = small();
    let reach = Reach::new(&scenario);
    let judge = Judge::new(&reach);
    let (a, b) = (eni(&scenario, A), eni(&scenario, B));
    let lines = [
        record(&a, "out", [(A, 50_000), (B, 80)], 6, &times(START, "ACCEPT", "2")),
        record(&b, "in", [(A, 50_000), (B, 80)], 6, &times(START, "REJECT", "2")),
        record(&b, "in", [(A, 50_000), (B, 22)], 6, &times(START, "REJECT", "2")),
        record(&b, "out", [(B, 80), (A, 50_000)], 6, &times(START, "ACCEPT", "16")),
        r#"{"eni-id":"x","log-status":"NODATA"}"#.to_owned(),
    ];
    let values: Vec<serde_json::Map<String, serde_json::Value>> =
        lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let names = [
        "bytes",
        "eni-id",
        "direction",
        "srcaddr",
        "srcport",
        "dstaddr",
        "dstport",
        "protocol",
        "packets",
        "start",
        "end",
        "log-status",
        "action",
        "tcp-flags",
        "more",
    ];
    let table = |quote: &str, end: &str, delimiter: &str| {
        let cell = |value: &str| format!("{quote}{value}{quote}");
        let row = |cells: Vec<String>| cells.join(delimiter) + end;
        let mut all = row(names.iter().map(|name| cell(name)).collect());
        for value in &values {
            let text = |name: &&str| value.get(*name).and_then(|v| v.as_str()).unwrap_or("");
            all += &row(names.iter().map(|name| cell(text(name))).collect());
        }
        all
    };
    let array = format!("[{}]", lines.join(","));
    let pretty = serde_json::to_string_pretty(&values).unwrap();
    let numbers = lines.join("\n").replace(r#""80""#, "80").replace(r#""6""#, "6");
    let forms = [
        lines.join("\n"),
        lines.join("\r\n") + "\r\n\r\n",
        format!("\u{feff}{}\n", lines.join("\n\n")),
        array.clone(),
        array.replace("},{", "}\n,\n{") + "\n",
        pretty,
        format!("{{\"meta\": {{\"count\": 5}}, \"data\": {array}}}"),
        format!("{array}{array}").replace("][", ","),
        lines.concat(),
        numbers,
        table("", "\n", ","),
        table("", "\r\n", "\t"),
        table("\"", "\n", ","),
        format!("\u{feff}{}", table("\"", "\r\n", ",").trim_end()),
    ];
    let (findings, _) = read(&judge, forms[0].as_bytes());
    let right = Report::new(&judge, &findings);
    assert_eq!((right.totals.agree.records, right.totals.disagree.records), (2, 1));
    assert_eq!(right.totals.running.records, 1);
    for (number, form) in forms.iter().enumerate() {
        let doubled = u64::from(number == 7) + 1;
        for block in [1, 2, 7, 64, 1 << 20] {
            let (findings, intake) = read_in(&judge, form.as_bytes(), block).unwrap();
            let report = Report::new(&judge, &findings);
            assert_eq!((intake.entries, intake.malformed), (5 * doubled, 0), "{form}");
            assert_eq!(report.totals.agree.records, 2 * doubled, "{form}");
            assert_eq!(report.totals.disagree.records, doubled, "{form}");
            assert_eq!(intake.no_data, doubled, "{form}");
        }
    }
}

#[test]
fn what_is_no_record_is_named_with_its_line_and_does_not_stop() {
    let scenario = small();
    let reach = Reach::new(&scenario);
    let judge = Judge::new(&reach);
    let a = eni(&scenario, A);
    let good = record(&a, "out", [(A, 50_000), (B, 80)], 6, &times(START, "ACCEPT", "2"));
    let cases = [
        ("nonsense", "this is not JSON"),
        ("{\"eni-id\":", "the text ends within the record"),
        ("[1]", "this is no JSON object"),
        ("{}", "the field `eni-id` is missing or empty"),
        (&good.replace("ACCEPT", "MAYBE"), "`action` is `MAYBE`, not ACCEPT or REJECT"),
        (&good.replace("\"out\"", "\"up\""), "`direction` is `up`, not in or out"),
        (&good.replace(A, "10.0.0.256"), "`srcaddr` is `10.0.0.256`, not an IP address"),
        (&good.replace(B, "2001:db8::1"), "one address is IPv4, the other IPv6"),
        (&good.replace("\"80\"", "\"65536\""), "`dstport` is `65536`, not a port"),
        (&good.replace("\"80\"", "[80]"), "`dstport` is `[…]`, not a port"),
        (&good.replace("\"80\"", "-1"), "`dstport` is `-1`, not a port"),
        (&good.replace("\"6\"", "\"300\""), "`protocol` is `300`"),
        (&good.replace("\"OK\"", "\"FINE\""), "`log-status` is `FINE`"),
        (&good.replace('{', "{\"__topic__\":\"other\","), "`__topic__` is `other`, not the topic"),
        (&good.replace('{', "{\"action\":\"ACCEPT\","), "`action` stands there twice"),
        (&good.replace("\"bytes\":\"100\",", ""), "the field `bytes` is missing"),
        (&format!("{{\"x\":\"{}\"}}", "x".repeat(70_000)), "more than 65,536 bytes"),
    ];
    for (bad, words) in cases {
        let text = format!("{good}\n{bad}\n{good}\n");
        let (findings, intake) = read(&judge, text.as_bytes());
        assert_eq!((intake.entries, intake.malformed), (3, 1), "{bad:.80}");
        let (place, fault) = &intake.faults[0];
        assert_eq!(place.line, 2, "{bad:.80}");
        let said = fault.say(Language::En);
        assert!(said.contains(words), "{bad:.80}: {said}");
        assert_eq!(Report::new(&judge, &findings).totals.agree.records, 2);
    }
    let refused =
        |text: &str| read_in(&judge, text.as_bytes(), 1 << 20).err().map(|e| e.to_string());
    assert!(refused("a,b,c\n1,2,3\n").unwrap().contains("names `eni-id`"));
    assert!(refused(&"[".repeat(1_000)).unwrap().contains("too deep"));
    assert_eq!(refused(""), None);
    assert_eq!(refused("\n \n"), None);
}

#[test]
fn a_log_that_was_cut_in_the_middle_of_a_line_loses_that_line_only() {
    let scenario = small();
    let reach = Reach::new(&scenario);
    let judge = Judge::new(&reach);
    let b = eni(&scenario, B);
    let good = record(&b, "in", [(A, 50_000), (B, 80)], 6, &times(START, "ACCEPT", "2"));
    for cut in [1, 20, good.len() / 2, good.len() - 1] {
        for (first, last) in [(&good[cut..], &good[..]), (&good[..], &good[..cut])] {
            let text = format!("{first}\n{good}\n{good}\n{last}");
            let (findings, intake) = read(&judge, text.as_bytes());
            assert_eq!((intake.entries, intake.malformed), (4, 1), "{text}");
            assert_eq!(Report::new(&judge, &findings).totals.agree.records, 3, "{text}");
        }
        let text = format!("{}\n{good}\n{good}\n", &good[..cut.max(2)]);
        let (_, intake) = read(&judge, text.as_bytes());
        assert_eq!((intake.entries, intake.malformed), (3, 1), "{text}");
    }
}

#[test]
fn no_proposal_closes_the_way_of_a_session_that_was_open_before() {
    let scenario = small();
    let reach = Reach::new(&scenario);
    let judge = Judge::new(&reach);
    let b = eni(&scenario, B);
    let seen = record(&b, "in", [(A, 50_000), (B, 80)], 6, &times(START, "ACCEPT", "2"));
    let proposed = |flags: &str, from: &str, way: [(&str, u16); 2]| {
        let running = record(&b, from, way, 6, &times(START, "ACCEPT", flags));
        let (findings, _) = read(&judge, format!("{seen}\n{running}").as_bytes());
        narrowings(&judge, &findings).first().map(|own| own.edits[0].to_string())
    };
    // Basic groups let everything out, so that this session may have been opened from the other side.
    let way = [(A, 50_001), (B, 81)];
    assert!(proposed("16", "in", way).unwrap().contains("80/80"));
    assert!(proposed("2", "in", way).unwrap().contains("80/81"));
}

#[test]
fn replies_are_told_apart_by_flags_and_by_what_they_answer() {
    let scenario = small();
    let (a, b) = (eni(&scenario, A), eni(&scenario, B));
    let udp = |way, ends, start| record(&a, way, ends, 17, &times(start, "ACCEPT", ""));
    let (there, back) = ([(A, 5_000), (B, 53)], [(B, 53), (A, 5_000)]);
    let totals = |lines: &[String]| {
        let totals = report(&scenario, lines).totals;
        (totals.agree.records, totals.disagree.records, totals.replies.records)
    };
    // In time, in any order of the file, also in the same second.
    assert_eq!(totals(&[udp("out", there, START), udp("in", back, START + 1)]), (1, 0, 1));
    assert_eq!(totals(&[udp("in", back, START + 1), udp("out", there, START)]), (1, 0, 1));
    assert_eq!(totals(&[udp("out", there, START), udp("in", back, START)]), (1, 0, 1));
    assert_eq!(totals(&[udp("in", back, START), udp("out", there, START)]), (1, 0, 1));
    assert_eq!(totals(&[udp("out", there, START), udp("in", back, START + 915)]), (1, 0, 1));
    // Too late, and alone: inbound UDP is not allowed.
    assert_eq!(totals(&[udp("out", there, START), udp("in", back, START + 916)]), (1, 1, 0));
    assert_eq!(totals(&[udp("in", back, START)]), (0, 1, 0));
    // A later window of the opener opens no new session, and answers nothing.
    let again = udp("out", there, START + 60);
    assert_eq!(totals(&[udp("out", there, START), udp("in", back, START), again]), (2, 0, 1));
    // TCP: SYN opens, no SYN runs, SYN with ACK answers if it could.
    let tcp = |eni: &str, way, ends, action, flags| {
        report(&scenario, &[record(eni, way, ends, 6, &times(START, action, flags))]).totals
    };
    let (to, from) = ([(A, 50_000), (B, 80)], [(B, 80), (A, 50_000)]);
    assert_eq!(tcp(&b, "in", to, "ACCEPT", "2").agree.records, 1);
    assert_eq!(tcp(&b, "in", to, "ACCEPT", "16").running.records, 1);
    assert_eq!(tcp(&b, "out", from, "ACCEPT", "18").replies.records, 1);
    // It cannot have been opened the other way round.
    let (odd, odd_back) = ([(A, 80), (B, 23)], [(B, 23), (A, 80)]);
    assert_eq!(tcp(&b, "in", odd, "ACCEPT", "18").replies.records, 1);
    assert_eq!(tcp(&b, "out", odd_back, "ACCEPT", "18").agree.records, 1);
    // A reply is never rejected by a rule.
    let rejected = report(&scenario, &[record(&b, "out", from, 6, &times(START, "REJECT", "18"))]);
    assert_eq!(rejected.totals.disagree.records, 1);
    assert_eq!(rejected.disagreements[0].kind, DisagreementKind::RejectedReply);
    assert_eq!(rejected.disagreements[0].reasons[0], Reason::StatelessAcl);
}

/// The flow of a packet at one of its ends, as a record.
fn as_record(scenario: &Scenario, asked: &InterfacePacket, action: Action, start: i64) -> String {
    let (ports, protocol) = match asked.packet {
        Packet::Tcp { source_port, destination_port } => {
            ((source_port.get(), destination_port.get()), 6)
        }
        Packet::Udp { source_port, destination_port } => {
            ((source_port.get(), destination_port.get()), 17)
        }
        Packet::Icmp => ((0, 0), 1),
        Packet::Icmpv6 => ((0, 0), 58),
        Packet::Gre => ((0, 0), 47),
        Packet::Other(number) => ((0, 0), number),
    };
    let (local, remote) = (asked.local.to_string(), asked.remote.to_string());
    let (way, source, destination) = match asked.direction {
        Direction::Egress => ("out", local, remote),
        Direction::Ingress => ("in", remote, local),
    };
    assert!(scenario.interface(&asked.interface).is_some());
    let ends = [(source.as_str(), ports.0), (destination.as_str(), ports.1)];
    let rest = times(start, action.as_str(), "2");
    record(asked.interface.as_str(), way, ends, protocol, &rest)
}

proptest! {
    #![proptest_config(config())]

    /// Every proposal keeps what passed, by the plain engine, and opens nothing.
    #[test]
    fn narrower_rules_block_nothing_that_passed_and_open_nothing(
        scenario in scenario(),
        flows in prop::collection::vec((any::<Index>(), any::<Index>(), packet()), 60),
    ) {
        let reach = Reach::new(&scenario);
        let judge = Judge::new(&reach);
        let (mut lines, mut passed, mut blocked) = (Vec::new(), Vec::new(), Vec::new());
        // Far apart in time, so that none answers another.
        for (number, (from, to, packet)) in (0..).zip(flows) {
            let (from, to) = (endpoint(&scenario, &from), endpoint(&scenario, &to));
            for direction in [Direction::Egress, Direction::Ingress] {
                let (own, other) = match direction {
                    Direction::Egress => (&from, &to),
                    Direction::Ingress => (&to, &from),
                };
                let Some(interface) = own.interface().cloned() else { continue };
                if own.address().is_ipv4() != other.address().is_ipv4() {
                    continue;
                }
                let (local, remote) = (own.address(), other.address());
                let asked = InterfacePacket { interface, direction, local, remote, packet };
                let decision = decide_at(&scenario, &asked);
                let action = match decision.verdict {
                    Verdict::Pass => Action::Accept,
                    Verdict::Blocked => Action::Reject,
                    Verdict::Unknown => continue,
                };
                lines.push(as_record(&scenario, &asked, action, START + number * 10_000));
                match action {
                    Action::Accept => passed.push(asked),
                    Action::Reject => blocked.push(asked),
                }
            }
        }
        let (findings, intake) = read(&judge, lines.join("\n").as_bytes());
        prop_assert_eq!(intake.malformed, 0);
        let report = Report::new(&judge, &findings);
        for own in &report.disagreements {
            prop_assert_eq!(own.kind, DisagreementKind::NoWay, "{:?}", own);
        }
        for own in narrowings(&judge, &findings) {
            let start = scenario.clone();
            let after = own.edits.iter().try_fold(start, |now, edit| edit.apply(&now)).unwrap();
            for asked in &passed {
                prop_assert_eq!(decide_at(&after, asked).verdict, Verdict::Pass, "{:?}", own);
            }
            for asked in &blocked {
                prop_assert_ne!(decide_at(&after, asked).verdict, Verdict::Pass, "{:?}", own);
            }
            let (before, after) = (Reach::new(&scenario), Reach::new(&after));
            let (all, both) = (PacketChoice::All, CheckedDirections::Both);
            for change in before.changes(&after, all, both, usize::MAX).found {
                let closes = matches!(change.change, Change::Closed | Change::Narrowed);
                prop_assert!(closes, "{:?} opens {:?}", own, change);
            }
        }
    }
}

#[test]
fn a_broad_rule_is_narrowed_to_what_used_it() {
    let scenario = small();
    let b = eni(&scenario, B);
    let reach = Reach::new(&scenario);
    let judge = Judge::new(&reach);
    let lines: Vec<String> = (0..20)
        .map(|n| record(&b, "in", [(A, 50_000 + n), (B, 80)], 6, &times(START, "ACCEPT", "2")))
        .collect();
    let (findings, _) = read(&judge, lines.join("\n").as_bytes());
    let found = narrowings(&judge, &findings);
    assert_eq!(found.len(), 1);
    let [Edit::AddRule { rule, .. }, Edit::RemoveRule { .. }] = found[0].edits.as_slice() else {
        panic!("{:?}", found[0].edits);
    };
    assert_eq!(rule.to_string(), "in accept tcp 80/80 from 10.0.0.1/32 prio 1");
    assert_eq!((found[0].flows, found[0].verified), (1, 1));
    assert_eq!(found[0].traffic.tally.records, 20);
    let used = Report::new(&judge, &findings).rules;
    assert_eq!(used[0].traffic.unwrap().tally, Tally { records: 20, packets: 40, bytes: 2_000 });
}

#[test]
fn the_same_log_gives_the_same_report_whatever_the_parts_are_called() {
    let scenario = Workload { instances: 60, groups: 10, ..Workload::A }.scenario(3);
    let reach = Reach::new(&scenario);
    let judge = Judge::new(&reach);
    let mut writer = Writer::new(&scenario, 23);
    let mut text = Vec::new();
    while writer.expected.entries < 3_000 {
        writer.step(|line| text.extend([line.as_bytes(), b"\n"].concat()));
    }
    let reports = [1_000, 77_777, 1 << 20].map(|block| {
        let (findings, intake) = read_in(&judge, &text, block).unwrap();
        (Report::new(&judge, &findings), narrowings(&judge, &findings), intake)
    });
    assert_eq!(reports[0], reports[1]);
    assert_eq!(reports[1], reports[2]);
}

/// A generated log as JSON lines, and the same as one JSON document.
fn generated(scenario: &Scenario, seed: u64, steps: usize) -> [String; 2] {
    let mut writer = Writer::new(scenario, seed);
    let mut lines = Vec::new();
    (0..steps).for_each(|_| writer.step(|line| lines.push(line)));
    let whole = |line: &&String| line.starts_with('{') && line.ends_with('}');
    let records: Vec<&str> = lines.iter().filter(whole).map(String::as_str).collect();
    [lines.join("\n"), format!("[\n{}\n]\n", records.join(",\n"))]
}

/// What a log came to, with everything that is told of it.
fn told(
    judge: &Judge<'_>,
    findings: &Findings,
    intake: Intake,
) -> (Report, Vec<Narrowing>, Intake) {
    (Report::new(judge, findings), narrowings(judge, findings), intake)
}

proptest! {
    #![proptest_config(config())]

    /// However a log arrives, in one file or two, the page says what the command says.
    #[test]
    fn a_log_read_in_pieces_is_the_same_log(
        seed in 0_u64..1_000,
        as_document: bool,
        cuts in proptest::collection::vec(any::<Index>(), 0..12),
        small in 1_usize..300,
    ) {
        let workload = Workload { instances: 12, groups: 4, rules_per_group: 5, ..Workload::A };
        let scenario = workload.scenario(seed);
        let reach = Reach::new(&scenario);
        let judge = Judge::new(&reach);
        let [lines, document] = generated(&scenario, seed, 60);
        let text = if as_document { document } else { lines }.into_bytes();
        let (findings, intake) = read(&judge, &text);
        let whole = told(&judge, &findings, intake);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(text.len() + 1)).collect();
        cuts.extend([0, text.len()]);
        cuts.sort_unstable();
        let mut reader = LogReader::default();
        for pair in cuts.windows(2) {
            // Every other piece arrives in crumbs.
            let piece = &text[pair[0]..pair[1]];
            let crumb = if pair[0] % 2 == 0 { piece.len().max(1) } else { small };
            for crumb in piece.chunks(crumb) {
                reader.read(&judge, crumb).unwrap();
            }
        }
        reader.end_file(&judge).unwrap();
        let (parts, intake) = reader.finish();
        let mut findings = Findings::default();
        parts.into_iter().for_each(|part| findings.merge(part.finish()));
        prop_assert_eq!(told(&judge, &findings, intake), whole);
    }
}

#[test]
fn a_file_that_is_left_out_takes_nothing_else_with_it() {
    let scenario = small();
    let reach = Reach::new(&scenario);
    let judge = Judge::new(&reach);
    let web = eni(&scenario, "10.0.0.2");
    let ends = [("10.0.0.1", 50_000), ("10.0.0.2", 443)];
    let good = record(&web, "in", ends, 6, &times(START, "ACCEPT", "2"));
    let mut reader = LogReader::default();
    reader.read(&judge, good.as_bytes()).unwrap();
    reader.end_file(&judge).unwrap();
    // Some other table, told by its first lines.
    let other = "a,b\n1,2\n3,4\n5,6\n";
    assert_eq!(reader.read(&judge, other.as_bytes()), Err(LogError::NoHeader(Field::Interface)));
    reader.skip_file();
    // A file of which only the beginning can be read: what is cut off is no malformed record.
    reader.read(&judge, format!("{good}\n{good}\n{good}\n{{\"eni").as_bytes()).unwrap();
    reader.skip_file();
    reader.read(&judge, b"{}\n").unwrap();
    reader.end_file(&judge).unwrap();
    assert_eq!(reader.entries(), 5);
    let (_, intake) = reader.finish();
    assert_eq!((intake.entries, intake.malformed), (5, 1));
    assert_eq!(intake.faults[0].0, LogPlace { file: 3, line: 1 });
    for language in Language::ALL {
        assert!(LogError::NoHeader(Field::Interface).say(language).contains("eni-id"));
        assert!(!LogError::TooDeep.say(language).is_empty());
    }
}
