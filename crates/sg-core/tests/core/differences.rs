//! Differences between two scenarios by region: named cases, and single packets compared one by
//! one.
//!
//! A case contains both scenarios: a line that begins with `-` is only in the earlier one, `+` only
//! in the later one, and lines with `=` are the expected changes.

use sg_testing::random_scenario;

use std::fs;
use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::random_scenario::{
    OUTSIDE, PORTS, config, group_id, port, rules, scenario, with_rule,
};
use sg_testing::scenario_text::scenario_of;

fn all(scenario: &Scenario) -> Matrix {
    matrix(scenario, PacketChoice::All, CheckedDirections::Both)
}

#[test]
fn every_case_names_all_that_changes() {
    let folder = sg_testing::root().join("tests/cases/diff");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 9, "{files:?}");
    let mut failures = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let version = |own: &str| {
            let lines = text
                .lines()
                .filter_map(|line| line.strip_prefix("  ").or_else(|| line.strip_prefix(own)));
            all(&scenario_of(&lines.collect::<Vec<_>>().join("\n")))
        };
        let (before, after) = (version("- "), version("+ "));
        let expected: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("= ")).collect();
        let found: Vec<_> = diff_regions(&before, &after).iter().flat_map(lines).collect();
        if found != expected {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            failures.push(format!("{name}\n= {}", found.join("\n= ")));
        }
        agree(&before, &after);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// The changes of a pair, one line per region.
fn lines(pair: &PairChange) -> Vec<String> {
    let name = |end: &End| match end {
        End::Interface(id) => id.as_str().trim_start_matches("eni-").to_owned(),
        End::Outside(name) => name.clone(),
    };
    let ends = format!("{} -> {}", name(&pair.from), name(&pair.to));
    let line = |region: &RegionChange| {
        let shift = format!("{:?}", region.shift).to_lowercase();
        let ranges = region.addresses.iter().map(|(first, last)| format!(" {first}-{last}"));
        format!(
            "{ends} {shift} {}{}: {} => {}; e.g. {}",
            set(&region.packets),
            ranges.collect::<String>(),
            judged(region.before.as_ref()),
            judged(region.after.as_ref()),
            match region.counterexample.packet.ports() {
                Some((source, destination)) => format!("{source} to {destination}"),
                None => region.counterexample.packet.to_string(),
            }
        )
    };
    pair.regions.iter().map(line).collect()
}

fn set(set: &PacketSet) -> String {
    let ports = |name: &str, source: PortRange, destination: PortRange| {
        let destination = match (destination == PortRange::ALL, destination.first()) {
            (true, _) => String::new(),
            (false, first) if first == destination.last() => format!(" {first}"),
            (false, _) => format!(" {destination}"),
        };
        let source = match source == PortRange::ALL {
            true => String::new(),
            false => format!(" sport {source}"),
        };
        format!("{name}{destination}{source}")
    };
    match *set {
        PacketSet::Tcp { source, destination } => ports("tcp", source, destination),
        PacketSet::Udp { source, destination } => ports("udp", source, destination),
        PacketSet::Icmp => "icmp".to_owned(),
        PacketSet::Icmpv6 => "icmpv6".to_owned(),
        PacketSet::Gre => "gre".to_owned(),
        PacketSet::Other { first, last } => format!("{first}-{last}"),
    }
}

fn judged(judged: Option<&Judged>) -> String {
    let Some(Judged { verdict, decider }) = judged else { return "nothing".to_owned() };
    let verdict = format!("{verdict:?}").to_lowercase();
    let reason = match decider {
        Decider::Policy { group } => format!("policy {group}"),
        Decider::Rule { group, rule, .. } => format!("rule {group} {rule}"),
        Decider::Implicit { direction, group_kind } => {
            format!("implicit {} {group_kind:?}", direction.as_str()).to_lowercase()
        }
        Decider::Platform(_) | Decider::Route(_) | Decider::Itself | Decider::Unknown(_) => {
            format!("{decider:?}")
        }
    };
    format!("{verdict} {reason}")
}

/// Checks that `diff` and `diff_regions` report the same pairs.
fn agree(before: &Matrix, after: &Matrix) {
    let short = diff(before, after);
    let long = diff_regions(before, after);
    let told: Vec<_> =
        long.iter().filter_map(|pair| Some((&pair.from, &pair.to, pair.change?))).collect();
    let expected: Vec<_> = short.iter().map(|c| (&c.from, &c.to, c.change)).collect();
    assert_eq!(told, expected);
    let passes = |matrix: &Matrix, pair: &PairChange| {
        let cell = matrix.between(&pair.from, &pair.to);
        let mut regions =
            cell.into_iter().flat_map(|cell| &cell.pieces).flat_map(|piece| &piece.space.regions);
        regions.any(|region| region.verdict == Verdict::Pass)
    };
    for pair in &long {
        let ends = (passes(before, pair), passes(after, pair));
        match pair.change {
            Some(Change::Opened) => assert_eq!(ends, (false, true), "{pair:?}"),
            Some(Change::Closed) => assert_eq!(ends, (true, false), "{pair:?}"),
            Some(Change::Widened | Change::Narrowed | Change::Changed) => {
                assert_eq!(ends, (true, true), "{pair:?}");
            }
            None => assert_eq!(ends.0, ends.1, "{pair:?}"),
        }
        let has = |shift| pair.regions.iter().any(|region| region.shift == shift);
        let verdicts = (has(Shift::Opened), has(Shift::Closed));
        let expected = match pair.change {
            None => (false, false),
            Some(Change::Opened | Change::Widened) => (true, false),
            Some(Change::Closed | Change::Narrowed) => (false, true),
            Some(Change::Changed) => (true, true),
        };
        assert_eq!(verdicts, expected, "{pair:?}");
    }
}

/// The verdict and reason for one packet in a scenario.
fn asked(scenario: &Scenario, flow: &Flow) -> (Verdict, Decider) {
    let evaluation = evaluate(scenario, flow);
    (evaluation.verdict, evaluation.decider)
}

fn same_reason(a: &Decider, b: &Decider) -> bool {
    match (a, b) {
        (
            Decider::Rule { group, rule, .. },
            Decider::Rule { group: other_group, rule: other, .. },
        ) => group == other_group && rule.spec == other.spec,
        (a, b) => a == b,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_packet_is_in_a_region_exactly_when_it_fares_differently(
        scenario in scenario(),
        edits in rules(3),
        flip in 0..3usize,
        ends in (0..7usize, 0..7usize),
        packets in prop::collection::vec(random_scenario::packet(), 30),
    ) {
        let mut edited = edits.iter().fold(scenario.clone(), |scenario, rule| with_rule(&scenario, rule));
        edited = edited.edited(|draft| {
            let group = Arc::make_mut(draft.groups.get_mut(&group_id(flip)).unwrap());
            if let GroupType::Basic(policy) = group.group_type {
                group.group_type = GroupType::Basic(policy.flipped());
            }
        }).unwrap();
        let (before, after) = (all(&scenario), all(&edited));
        agree(&before, &after);
        let changes = diff_regions(&before, &after);
        let (row, column) = ends;
        let (Some(from), Some(to)) = (after.ends.get(row), after.ends.get(column)) else { return Ok(()) };
        prop_assume!(row != column);
        let cell = after.cell(row, column).unwrap();
        let regions = changes.iter().find(|pair| pair.from == *from && pair.to == *to);
        let regions = regions.map_or(&[][..], |pair| &pair.regions);
        let outside: Vec<Option<IpAddr>> = match (from, to) {
            (End::Interface(_), End::Interface(_)) => vec![None],
            _ => cell.pieces.iter().flat_map(|p| &p.ranges).flat_map(|(a, b)| [Some(*a), Some(*b)]).collect(),
        };
        for address in outside {
            let at = |end: &Endpoint| match (end, address) {
                (Endpoint::Outside { .. }, Some(address)) => Endpoint::Outside { address },
                (end, _) => end.clone(),
            };
            for packet in packets.iter().copied() {
                let flow = Flow { source: at(&cell.source), destination: at(&cell.destination), packet };
                let (old, new) = (asked(&scenario, &flow), asked(&edited, &flow));
                let holds = |region: &&RegionChange| {
                    region.packets.contains(packet)
                        && address.is_none_or(|a| region.addresses.iter().any(|(x, y)| *x <= a && a <= *y))
                };
                let found: Vec<_> = regions.iter().filter(holds).collect();
                if old.0 == new.0 && same_reason(&old.1, &new.1) {
                    prop_assert!(found.is_empty(), "{:?} {:?}", flow, found);
                    continue;
                }
                prop_assert_eq!(found.len(), 1, "{:?} {:?} {:?}", flow, old, new);
                let said = |judged: &Option<Judged>| judged.clone().map(|j| (j.verdict, j.decider));
                prop_assert_eq!(said(&found[0].before), Some(old));
                prop_assert_eq!(said(&found[0].after), Some(new));
                let proof = &found[0].counterexample;
                let proof = (asked(&scenario, proof), asked(&edited, proof));
                prop_assert_eq!(said(&found[0].before), Some(proof.0));
                prop_assert_eq!(said(&found[0].after), Some(proof.1));
            }
        }
    }

    #[test]
    fn only_the_packets_that_both_ask_for_are_compared(
        scenario in scenario(),
        edits in rules(3),
        asked in select(&PORTS[..]),
    ) {
        let edited = edits.iter().fold(scenario.clone(), |scenario, rule| with_rule(&scenario, rule));
        let choice = PacketChoice::One(AskedPacket::Tcp(port(asked)));
        let one = |scenario| matrix(scenario, choice, CheckedDirections::Both);
        let narrow = diff_regions(&one(&scenario), &one(&edited));
        let wide = diff_regions(&all(&scenario), &all(&edited));
        let whole = choice.packets().unwrap();
        for pair in &narrow {
            for region in &pair.regions {
                prop_assert_eq!(region.packets.intersection(&whole), Some(region.packets));
            }
        }
        let touched = |pair: &&PairChange| {
            pair.regions.iter().any(|region| region.packets.intersection(&whole).is_some())
        };
        let ends = |pair: &PairChange| (pair.from.clone(), pair.to.clone());
        let expected: Vec<_> = wide.iter().filter(touched).map(ends).collect();
        prop_assert_eq!(narrow.iter().map(ends).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn a_scenario_and_itself_differ_in_nothing() {
    let scenario =
        scenario_of("outside internet 0.0.0.0/0\ngroup G basic accept\ninstance a 10.0.0.1 in G");
    let (before, after) = (all(&scenario), all(&scenario));
    assert_eq!(diff_regions(&before, &after), []);
    let address: IpAddr = OUTSIDE[0].parse().unwrap();
    assert!(!scenario.is_private(address), "the queried addresses are outside");
}
