//! What two scenarios have differently, compared with single packets.

#![expect(clippy::indexing_slicing, reason = "a test panics on the first error")]

use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;

use sg_core::compare::{Effect, *};
use sg_core::connectivity::*;
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::gaps::gappy;
use sg_testing::random_edits::{done, edits};
use sg_testing::random_scenario::{config, group_id, packet, rules, scenario, with_rule};
use sg_testing::scenario_text::scenario_of;

/// The lines of an effect in words.
fn lines(before: &Scenario, after: &Scenario) -> Vec<String> {
    let effect = effect(before, after);
    let names = EffectNames::new(before, after, &effect, Language::En);
    effect.lines.iter().map(|line| names.line(line)).collect()
}

/// Three databases, 20 applications and two others, where only applications may connect.
const ROLES: &str = "outside internet 0.0.0.0/0\n\
    group db basic drop\ngroup app basic drop\n\
    rule db in accept tcp 5432/5432 from app prio 1\n";

fn roles(more: &str) -> Scenario {
    let mut text = ROLES.replace("from app", "from 10.0.1.0/24");
    for number in 1..=2 {
        text.push_str(&format!("instance db-{number} 10.0.0.{number} in db\n"));
    }
    for number in 1..=10 {
        text.push_str(&format!("instance app-{number:02} 10.0.1.{number} in app\n"));
    }
    text.push_str("instance bastion 10.0.2.1 public 203.0.113.9 in app\n");
    scenario_of(&(text + more))
}

#[test]
fn ends_that_answer_alike_share_a_line() {
    let before = roles("");
    let closed = roles("rule db in drop tcp 5432/5432 from 10.0.0.0/8 prio 1");
    assert_eq!(lines(&before, &closed), ["app-* → db-*: TCP 5432 closed, 20 pairs"]);
    assert_eq!(lines(&closed, &before), ["app-* → db-*: TCP 5432 opened, 20 pairs"]);
    assert_eq!(lines(&before, &before), [""; 0]);
    // The Internet comes first, whatever else opens.
    let opened = roles(
        "rule app in accept tcp 22/22 from 0.0.0.0/0 prio 1\n\
         rule db in accept tcp 22/22 from 10.0.0.0/8 prio 1",
    );
    let opened = lines(&before, &opened);
    assert!(opened[0].starts_with("internet → "), "{opened:#?}");
}

#[test]
fn packets_are_named_in_the_shorter_way() {
    let before = roles("");
    let most = roles(
        "rule db in accept all from 10.0.2.0/24 prio 2\n\
         rule db in drop tcp 22/22 from 10.0.2.0/24 prio 1",
    );
    assert_eq!(
        lines(&before, &most),
        ["bastion → db-*: all traffic except TCP 22 opened, 2 pairs"]
    );
}

/// The verdict of a packet in a cell, as [`effect`] counts it.
fn counted(
    scenario: &Scenario,
    cell: Option<&Cell>,
    address: Option<IpAddr>,
    packet: Packet,
) -> Verdict {
    let Some(cell) = cell else { return Verdict::Blocked };
    let mut ranges = cell.pieces.iter().flat_map(|piece| &piece.ranges);
    if address.is_some_and(|it| !ranges.any(|(first, last)| *first <= it && it <= *last)) {
        return Verdict::Blocked;
    }
    let at = |end: &Endpoint| match (end, address) {
        (Endpoint::Outside { .. }, Some(address)) => Endpoint::Outside { address },
        (end, _) => end.clone(),
    };
    let flow = Flow { source: at(&cell.source), destination: at(&cell.destination), packet };
    let evaluation = evaluate(scenario, &flow);
    match evaluation.decider.is_outside_the_model() {
        true => Verdict::Blocked,
        false => evaluation.verdict,
    }
}

/// Checks every address boundary of a pair for some packets.
fn check(
    (before, after): (&Scenario, &Scenario),
    effect: &Effect,
    (from, to): (usize, usize),
    packets: &[Packet],
) -> Result<(), TestCaseError> {
    let ends = (&effect.ends[from], &effect.ends[to]);
    let cell = |scenario| {
        cell_between(scenario, ends.0, ends.1, PacketChoice::All, CheckedDirections::Both)
    };
    let (old, new) = (cell(before), cell(after));
    let of_pair: Vec<&EffectLine> = effect
        .lines
        .iter()
        .filter(|line| line.from.contains(&from) && line.to.contains(&to) && from != to)
        .collect();
    let ranges = [&old, &new].into_iter().flatten().flat_map(|cell| &cell.pieces);
    let ranges = ranges.flat_map(|piece| &piece.ranges);
    let lines = of_pair.iter().flat_map(|line| &line.addresses);
    let mut addresses: Vec<Option<IpAddr>> =
        ranges.chain(lines).flat_map(|(first, last)| [Some(*first), Some(*last)]).collect();
    addresses.sort_unstable();
    addresses.dedup();
    if addresses.is_empty() {
        addresses.push(None);
    }
    let corners = of_pair.iter().flat_map(|line| &line.packets).map(PacketSet::sample);
    let packets: Vec<Packet> = packets.iter().copied().chain(corners).collect();
    for address in addresses {
        for packet in packets.iter().copied() {
            let expected = VerdictShift {
                before: counted(before, old.as_ref(), address, packet),
                after: counted(after, new.as_ref(), address, packet),
            };
            let holds = |line: &&&EffectLine| {
                line.packets.iter().any(|set| set.contains(packet))
                    && (line.addresses.is_empty()
                        || address.is_none_or(|address| {
                            let within = |(a, b): &(IpAddr, IpAddr)| *a <= address && address <= *b;
                            line.addresses.iter().any(within)
                        }))
            };
            let found: Vec<VerdictShift> =
                of_pair.iter().filter(holds).map(|line| line.shift).collect();
            let differs = expected.before != expected.after && from != to;
            let wanted = if differs { vec![expected] } else { Vec::new() };
            prop_assert_eq!(found, wanted, "{:?} {:?} {:?}", ends, address, packet);
        }
    }
    Ok(())
}

fn any_scenario() -> impl Strategy<Value = Scenario> {
    prop_oneof![scenario(), gappy()]
}

fn pairs() -> impl Strategy<Value = Vec<(Index, Index)>> {
    prop::collection::vec((any::<Index>(), any::<Index>()), 8)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_packet_is_in_a_line_exactly_when_its_verdict_changes(
        scenario in any_scenario(),
        added in rules(3),
        flip in 0..3usize,
        pairs in pairs(),
        packets in prop::collection::vec(packet(), 12),
    ) {
        let edited = added.iter().fold(scenario.clone(), |scenario, rule| with_rule(&scenario, rule));
        let edited = edited.edited(|draft| {
            let group = Arc::make_mut(draft.groups.get_mut(&group_id(flip)).unwrap());
            if let GroupType::Basic(policy) = group.group_type {
                group.group_type = GroupType::Basic(policy.flipped());
            }
        }).unwrap();
        let effect = effect(&scenario, &edited);
        for (from, to) in &pairs {
            let pair = (from.index(effect.ends.len()), to.index(effect.ends.len()));
            check((&scenario, &edited), &effect, pair, &packets)?;
        }
        for line in &effect.lines {
            // The ends are the same, so the sample fares as the line says in both.
            prop_assert_eq!((line.sample.before, line.sample.after), (line.shift.before, line.shift.after));
            let sample = line.sample.flow.packet;
            prop_assert!(line.packets.iter().any(|set| set.contains(sample)));
            let ends = line.from.iter().flat_map(|from| line.to.iter().map(move |to| from != to));
            prop_assert_eq!(ends.filter(|differ| *differ).count(), line.pairs);
        }
    }

    #[test]
    fn what_comes_and_goes_changes_as_if_nothing_passed_without_it(
        scenario in any_scenario(),
        log in edits(6),
        pairs in pairs(),
        packets in prop::collection::vec(packet(), 12),
    ) {
        let edited = done(scenario.clone(), log, 0).scenario().as_ref().clone();
        let effect = effect(&scenario, &edited);
        for (from, to) in &pairs {
            let pair = (from.index(effect.ends.len()), to.index(effect.ends.len()));
            check((&scenario, &edited), &effect, pair, &packets)?;
        }
    }
}
