//! One question, one answer: random scenarios and questions, put to every command that answers
//! whether one end reaches another, and compared with the answer of the core.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failing test should stop at once and say where"
)]

use std::ffi::OsString;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use sg_core::connectivity::{
    Answer, AskedEnd, AskedPacket, CellState, CheckedDirections, Decider, End, Packet,
    PacketChoice, PacketSet, UnknownReason, Verdict, ask, ends, evaluate,
};
use sg_core::emulator::Env;
use sg_core::explain::{addresses_text, complete_state_text};
use sg_core::language::Language;
use sg_core::model::{Scenario, Timestamp};
use sg_core::share::write;
use sg_testing::gaps::mixed;
use sg_testing::random_scenario::{PORTS, config, loose_rule, port, with_rule};
use sgp::{Process, Streams};

/// Runs a command in this process: its exit code, its output and its errors.
fn sgp(args: &[&str], input: &str) -> (u8, String, String) {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let process = Process {
        env: &|| Env { now: Timestamp::from_unix_seconds(0), entropy: 1 },
        variable: &|_| None,
        stopped: &|| Err(std::io::Error::other("nothing is served here")),
    };
    let input = Box::new(Cursor::new(input.as_bytes().to_vec()));
    let arguments: Vec<OsString> = args.iter().map(OsString::from).collect();
    let code = {
        let (output, errors) = (&mut output, &mut errors);
        sgp::run(&arguments, &mut Streams { input, output, errors, process })
    };
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (code, text(output), text(errors))
}

fn json_of(args: &[&str], input: &str) -> Value {
    let (code, output, errors) = sgp(args, input);
    assert!(code < 2, "{args:?}: {errors}");
    serde_json::from_str(&output).unwrap_or_else(|error| panic!("{args:?}: {error}: {output}"))
}

/// A file that is overwritten in each case.
fn file(name: &str, content: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

const OTHERS: [(&str, AskedPacket); 4] = [
    ("icmp", AskedPacket::Icmp),
    ("icmpv6", AskedPacket::Icmpv6),
    ("gre", AskedPacket::Gre),
    ("protocol/50", AskedPacket::Other(50)),
];

/// The packets of a question as the command line writes them.
fn asked() -> impl Strategy<Value = (String, AskedPacket)> {
    let numbered = |(tcp, number): (bool, u16)| match tcp {
        true => (format!("tcp/{number}"), AskedPacket::Tcp(port(number))),
        false => (format!("udp/{number}"), AskedPacket::Udp(port(number))),
    };
    prop_oneof![
        3 => (any::<bool>(), select(&PORTS[..])).prop_map(numbered),
        1 => select(&OTHERS[..]).prop_map(|(word, own)| (word.to_owned(), own)),
    ]
}

fn word_of(end: &End) -> String {
    match end {
        End::Interface(id) => id.to_string(),
        End::Outside(name) => name.clone(),
    }
}

fn verdict_word(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Pass) => "pass",
        Some(Verdict::Blocked) => "blocked",
        Some(Verdict::Unknown) => "unknown",
        None => "some",
    }
}

/// The addresses of the parts with their verdicts, if there are several.
fn parts_of(answer: &Answer) -> Vec<(Vec<String>, &'static str)> {
    let parts = answer.by_verdict();
    let one = parts.len() < 2;
    let said = parts.iter().map(|own| (addresses_text(&own.ranges), verdict_word(own.verdict())));
    said.filter(|_| !one).collect()
}

fn parts_in(value: &Value, word: &str) -> Vec<(Vec<String>, String)> {
    let part = |part: &Value| {
        let addresses = part["addresses"].as_array().unwrap().iter();
        let addresses = addresses.map(|address| address.as_str().unwrap().to_owned()).collect();
        (addresses, part[word].as_str().unwrap().to_owned())
    };
    value.get("parts").and_then(Value::as_array).into_iter().flatten().map(part).collect()
}

fn same(said: &[(Vec<String>, String)], own: &[(Vec<String>, &'static str)], context: &str) {
    let own: Vec<_> = own.iter().map(|(parts, word)| (parts.clone(), (*word).to_owned())).collect();
    assert_eq!(said, own, "{context}");
}

/// A question put to every command.
struct Question<'a> {
    scenario: &'a Scenario,
    file: &'a str,
    from: &'a End,
    to: &'a End,
    word: &'a str,
    packet: AskedPacket,
}

impl Question<'_> {
    fn answer(&self, asked: Option<PacketSet>) -> Answer {
        let of = |end| AskedEnd::of(self.scenario, end).unwrap();
        let both = CheckedDirections::Both;
        ask(self.scenario, &of(self.from), &of(self.to), asked, both).unwrap()
    }

    fn names(&self) -> [String; 2] {
        [word_of(self.from), word_of(self.to)]
    }

    fn explain(&self) {
        let [from, to] = self.names();
        let answer = self.answer(Some(self.packet.packets()));
        let command = ["explain", self.file, &from, &to, self.word, "--format"];
        let said = json_of(&[&command[..], &["json"]].concat(), "");
        if answer.state == CellState::NotFiltered {
            return;
        }
        assert_eq!(said["answer"], verdict_word(answer.verdict()), "{answer:#?}");
        same(&parts_in(&said, "answer"), &parts_of(&answer), "explain");
        let sentence = said["sentence"].as_str().unwrap();
        for form in ["text", "markdown"] {
            let (_, output, _) = sgp(&[&command[..], &[form]].concat(), "");
            let parts = parts_of(&answer);
            let named = parts.iter().rev().skip(1).flat_map(|(addresses, _)| addresses);
            for address in named {
                assert!(output.contains(address), "{address} is not in {output}");
            }
            let first = output.lines().next().unwrap().replace(['*', '`', '\\'], "");
            assert_eq!(first, sentence.replace(['*', '`', '\\'], ""), "{form}");
        }
    }

    /// A line of `evaluate` is about one packet, from one port.
    fn evaluate(&self) {
        let [from, to] = self.names();
        let packet = self.packet.sample();
        let mut line = json!({ "src": from, "dst": to });
        let ports = packet.ports();
        let protocol = match packet {
            Packet::Tcp { .. } => json!("tcp"),
            Packet::Udp { .. } => json!("udp"),
            Packet::Icmp => json!("icmp"),
            Packet::Icmpv6 => json!("icmpv6"),
            Packet::Gre => json!("gre"),
            Packet::Other(number) => json!(number),
        };
        line["protocol"] = protocol;
        if let Some((source, destination)) = ports {
            line["src_port"] = json!(source.get());
            line["dst_port"] = json!(destination.get());
        }
        let said = json_of(&["evaluate", self.file, "--rules", "none"], &format!("{line}\n"));
        let answer = self.answer(Some(PacketSet::single(packet)));
        if answer.state == CellState::NotFiltered {
            assert_eq!(said["verdict"], "unknown");
            return;
        }
        assert_eq!(said["verdict"], verdict_word(answer.verdict()), "{answer:#?}");
        // One part for each reason.
        let own = answer.parts.iter().map(|part| {
            let word = verdict_word(part.verdict());
            (addresses_text(&part.ranges), word)
        });
        let own: Vec<_> = own.filter(|_| answer.parts.len() > 1).collect();
        same(&parts_in(&said, "verdict"), &own, "evaluate");
        // The plain evaluator agrees about the representative of each part.
        for part in &answer.parts {
            let region = part.space.regions.first().unwrap();
            assert_eq!(evaluate(self.scenario, &part.flow(region)).verdict, region.verdict);
        }
    }

    /// The regions of `space` say about the packet what the answer says.
    fn space(&self) {
        let [from, to] = self.names();
        let said = json_of(&["space", self.file, &from, &to, "--format", "json"], "");
        let (all, set) = (self.answer(None), self.packet.packets());
        // Packets of one family may use other addresses than the rest.
        if set.family().is_some() {
            return;
        }
        let pieces = said["pieces"].as_array().unwrap();
        assert_eq!(pieces.len(), all.parts.len());
        for (piece, part) in pieces.iter().zip(&all.parts) {
            assert_eq!(piece["checked"]["right"], true, "{piece}");
            let sample = self.packet.sample();
            let regions = piece["regions"].as_array().unwrap().iter();
            let mut holding = regions.filter(|region| holds(region, sample));
            let word = holding.next().map(|region| region["verdict"].as_str().unwrap());
            assert!(holding.next().is_none(), "{piece}");
            let own = part.space.region_of(sample).map(|region| verdict_word(Some(region.verdict)));
            assert_eq!(word, own, "{piece}");
        }
    }

    fn matrix(&self, json: &Value, rows: &[Vec<String>]) {
        let [from, to] = self.names();
        let answer = self.answer(Some(self.packet.packets()));
        let cells = json["cells"].as_array().unwrap();
        let cell = cells.iter().find(|cell| cell["from"] == from && cell["to"] == to).unwrap();
        let word = match &answer.state {
            CellState::Itself => "itself",
            CellState::Pass => "pass",
            CellState::Blocked => "blocked",
            CellState::Partial(_) => "partial",
            CellState::NotFiltered => "not_filtered",
            CellState::Unknown => "unknown",
        };
        assert_eq!(cell["state"], word, "{answer:#?}");
        let depends = cell.get("depends_on_address") == Some(&Value::Bool(true));
        assert_eq!(depends, answer.state.depends_on_address(), "{answer:#?}");
        if depends {
            same(&parts_in(cell, "answer"), &parts_of(&answer), "matrix");
        }
        let all = ends(self.scenario);
        let place = |end: &End| all.iter().position(|own| own == end).unwrap() + 1;
        let written = &rows[place(self.from)][place(self.to)];
        // A file holds every part with its addresses.
        if answer.state.depends_on_address() {
            for address in answer.by_verdict().iter().flat_map(|own| addresses_text(&own.ranges)) {
                assert!(written.contains(&address), "{written}: {address} {answer:#?}");
            }
        } else {
            assert_eq!(*written, complete_state_text(&answer.state, Language::En));
        }
    }

    fn check(&self) {
        let [from, to] = self.names();
        let answer = self.answer(Some(self.packet.packets()));
        if matches!(answer.state, CellState::NotFiltered | CellState::Itself) {
            return;
        }
        let goal = |expect: &str| json!({ "from": from, "to": to, "packets": [self.word], "expect": expect });
        let goals = json!({ "version": 1, "goals": [goal("pass"), goal("blocked")] });
        // Beside the scenario: tests run in parallel.
        let path = format!("{}.goals", self.file);
        fs::write(&path, goals.to_string()).unwrap();
        let goals = path;
        let said = json_of(&["check", self.file, &goals, "--format", "json"], "");
        let met = |place: usize| said["goals"][place]["met"].as_bool().unwrap();
        assert_eq!(met(0), answer.verdict() == Some(Verdict::Pass), "{answer:#?}");
        let missing = Decider::Unknown(UnknownReason::NoSuchPacket);
        let regions = || answer.parts.iter().flat_map(|part| &part.space.regions);
        // A packet that cannot exist reaches nothing.
        let none =
            regions().all(|region| region.verdict == Verdict::Blocked || region.decider == missing);
        assert_eq!(met(1), none, "{answer:#?}");
        // The reason of an answer that depends on the address names the addresses.
        for place in [0, 1] {
            let Some(reason) = said["goals"][place]["reason"].as_str() else { continue };
            let single = answer.parts.len() < 2 || parts_of(&answer).is_empty();
            assert!(single || reason.contains("addresses"), "{reason}");
        }
    }
}

/// Whether a region of `space` holds a packet.
fn holds(region: &Value, packet: Packet) -> bool {
    let protocol = region["protocol"].as_str().unwrap();
    let within = |field: &str, number: u16| {
        let text = region[field].as_str().unwrap();
        let (first, last) = text.split_once(['-', '/']).unwrap_or((text, text));
        (first.parse::<u16>().unwrap()..=last.parse::<u16>().unwrap()).contains(&number)
    };
    match packet {
        Packet::Tcp { source_port, destination_port } => {
            protocol == "TCP"
                && within("source_ports", source_port.get())
                && within("destination_ports", destination_port.get())
        }
        Packet::Udp { source_port, destination_port } => {
            protocol == "UDP"
                && within("source_ports", source_port.get())
                && within("destination_ports", destination_port.get())
        }
        Packet::Icmp => protocol == "ICMP",
        Packet::Icmpv6 => protocol == "ICMPv6",
        Packet::Gre => protocol == "GRE",
        Packet::Other(number) => {
            let (first, last) = protocol.split_once('-').unwrap_or((protocol, protocol));
            let parsed = (first.parse::<u8>(), last.parse::<u8>());
            matches!(parsed, (Ok(first), Ok(last)) if (first..=last).contains(&number))
        }
    }
}

/// The fields of a CSV file without line breaks in them.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let row = |line: &str| {
        let (mut fields, mut quoted) = (vec![String::new()], false);
        for own in line.chars() {
            match own {
                '"' => quoted = !quoted,
                ',' if !quoted => fields.push(String::new()),
                own => fields.last_mut().unwrap().push(own),
            }
        }
        fields
    };
    text.lines().map(row).collect()
}

fn matrix_of(file: &str, packet: &str) -> Vec<Vec<String>> {
    let command = ["matrix", file, "--group-by", "none", "--format", "csv", "--packet", packet];
    let (code, output, errors) = sgp(&command, "");
    assert_eq!(code, 0, "{errors}");
    csv_rows(&output)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_command_gives_the_same_answer(
        scenario in mixed(),
        pairs in prop::collection::vec((any::<Index>(), any::<Index>()), 3),
        (word, packet) in asked(),
    ) {
        let path = file("agreement.json", &write(&scenario));
        let all = ends(&scenario);
        let json = json_of(&["matrix", &path, "--format", "json", "--packet", &word], "");
        let rows = matrix_of(&path, &word);
        for (place, (from, to)) in pairs.iter().enumerate() {
            let (from, to) = (from.get(&all), to.get(&all));
            let question =
                Question { scenario: &scenario, file: &path, from, to, word: &word, packet };
            question.explain();
            question.evaluate();
            question.matrix(&json, &rows);
            question.check();
            // The independent check of a space takes longer than all else.
            if place == 0 {
                question.space();
            }
        }
    }

    #[test]
    fn a_difference_has_the_words_of_the_two_matrices(
        scenario in mixed(), rule in loose_rule(),
    ) {
        let after = with_rule(&scenario, &rule);
        let before = file("agreement-before.json", &write(&scenario));
        let after = (file("agreement-after.json", &write(&after)), after);
        let said = json_of(&["diff", &before, &after.0, "--format", "json"], "");
        let (old, new) = (matrix_of(&before, "all"), matrix_of(&after.0, "all"));
        let all = ends(&after.1);
        let changes = said["changes"].as_array().unwrap();
        for (row, from) in all.iter().enumerate() {
            for (column, to) in all.iter().enumerate() {
                let (from, to) = (word_of(from), word_of(to));
                let own = changes.iter().find(|own| own["from"] == from && own["to"] == to);
                let words = (&old[row + 1][column + 1], &new[row + 1][column + 1]);
                match own {
                    Some(own) => {
                        let said = (own["before"].as_str().unwrap(), own["after"].as_str().unwrap());
                        prop_assert_eq!(said, (words.0.as_str(), words.1.as_str()));
                    }
                    // A verdict that becomes unknown, or was, is another reason: nothing is known
                    // to pass in only one of the two.
                    None if [words.0, words.1].iter().any(|word| word.contains("unknown")) => {}
                    None => prop_assert_eq!(words.0, words.1, "{} to {} is not listed", from, to),
                }
            }
        }
    }
}

/// A question of each kind in a scenario in which a rule allows half of a block, so that no run
/// depends on chance for an answer that depends on the address.
#[test]
fn an_answer_about_half_of_a_block_is_the_same_everywhere() {
    let scenario = sg_testing::scenario_text::scenario_of(
        "outside partner 198.51.100.0/23\ngroup G1 basic drop\ninstance ecs1 10.0.0.11 public \
         203.0.113.11 in G1\nrule G1 in accept tcp 443/443 from 198.51.100.0/24 prio 1\n",
    );
    let path = file("agreement-half.json", &write(&scenario));
    let all = ends(&scenario);
    for (word, packet) in [
        ("tcp/443", AskedPacket::Tcp(port(443))),
        ("tcp/22", AskedPacket::Tcp(port(22))),
        ("icmp", AskedPacket::Icmp),
    ] {
        let json = json_of(&["matrix", &path, "--format", "json", "--packet", word], "");
        let rows = matrix_of(&path, word);
        for (from, to) in [(&all[1], &all[0]), (&all[0], &all[1])] {
            let question = Question { scenario: &scenario, file: &path, from, to, word, packet };
            question.explain();
            question.evaluate();
            question.space();
            question.matrix(&json, &rows);
            question.check();
        }
    }
    let question = |packet: AskedPacket| {
        let of = |end: &End| AskedEnd::of(&scenario, end).unwrap();
        let asked = PacketChoice::One(packet).packets();
        ask(&scenario, &of(&all[1]), &of(&all[0]), asked, CheckedDirections::Both).unwrap()
    };
    let answer = question(AskedPacket::Tcp(port(443)));
    assert_eq!(
        parts_of(&answer),
        [
            (vec!["198.51.100.0/24".to_owned()], "pass"),
            (vec!["198.51.101.0/24".to_owned()], "blocked"),
        ]
    );
    let (_, output, _) = sgp(&["explain", &path, "partner", "ecs1", "tcp/443"], "");
    assert!(output.lines().next().unwrap().contains("some of these addresses: 198.51.100.0/24"));
    assert_eq!(question(AskedPacket::Tcp(port(22))).verdict(), Some(Verdict::Blocked));
}
