//! The checker accepts exactly the packet spaces that the engine produces.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use std::net::IpAddr;

use proptest::prelude::*;
use proptest::sample::Index;

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::scenario_text::scenario_of;
use sg_testing::worlds::worlds;

/// Every end of a scenario, known outside addresses, and ends that do not exist.
fn endpoints(scenario: &Scenario) -> Vec<Endpoint> {
    let mut all = Vec::new();
    for interface in scenario.interfaces() {
        let addresses = interface.addresses.iter().chain(&interface.public_address);
        let end =
            |address: &IpAddr| Endpoint::Interface { id: interface.id.clone(), address: *address };
        all.extend(addresses.map(end));
    }
    let outside = [
        "8.8.8.8",
        "203.0.113.5",
        "203.0.113.11",
        "198.51.100.7",
        "100.100.100.200",
        "100.64.1.1",
        "192.168.1.1",
        "2400:3200::1",
        "fd00::1",
        "10.0.0.200",
    ];
    all.extend(outside.map(|address| Endpoint::Outside { address: address.parse().unwrap() }));
    let nobody = NetworkInterfaceId::parse("eni-nobody").unwrap();
    all.push(Endpoint::Interface { id: nobody, address: IpAddr::from([10, 0, 0, 99]) });
    all
}

/// The positions of pairs of different ends in a matrix.
fn pairs(drawn: &Matrix) -> Vec<(usize, usize)> {
    let count = drawn.ends.len();
    let all = (0..count).flat_map(|row| (0..count).map(move |column| (row, column)));
    all.filter(|(row, column)| row != column).collect()
}

/// The verdicts of regions, without reasons.
fn verdicts(regions: &[Region]) -> Vec<(PacketSet, Verdict)> {
    regions.iter().map(|region| (region.packets, region.verdict)).collect()
}

/// TCP and UDP by source and destination port, ICMP of one family, GRE, and the numbers without a
/// name.
const PACKETS: u64 = 2 * 65_535 * 65_535 + 1 + 1 + 251;

/// A hundred scenarios per property, or the number in `SGP_CASES`.
fn config() -> ProptestConfig {
    let cases = std::env::var("SGP_CASES").ok().and_then(|cases| cases.parse().ok());
    let cases = cases.unwrap_or(100);
    // A quarter of the attempted changes leave a space as it was and are drawn again; in a long run
    // this exceeds proptest's default limit.
    let usual = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    ProptestConfig { max_global_rejects: usual.max_global_rejects.max(cases), ..usual }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_space_of_the_engine_is_accepted(text in worlds(14)) {
        let scenario = scenario_of(&text);
        let ends = endpoints(&scenario);
        for from in &ends {
            for to in &ends {
                let space = packet_space(&scenario, from, to);
                let checked = check(&scenario, from, to, &space.regions);
                let checked = checked.map_err(|wrong| {
                    TestCaseError::fail(format!("{from:?} to {to:?}: {wrong:?}\n{text}"))
                })?;
                let routed = !matches!(
                    &space.regions[0].decider,
                    Decider::Route(_)
                        | Decider::Itself
                        | Decider::Unknown(
                            UnknownReason::NoSuchInterface(_)
                                | UnknownReason::NotItsAddress { .. }
                                | UnknownReason::NotOutside(_)
                                | UnknownReason::NoInterfaceHas(_)
                                | UnknownReason::BothOutside
                        )
                );
                let both_families = u64::from(!routed);
                prop_assert_eq!(checked.packets, PACKETS + both_families);
            }
        }
    }

    #[test]
    fn every_space_of_one_side_is_accepted_and_no_other(text in worlds(14)) {
        let scenario = scenario_of(&text);
        let both = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
        for view in [CheckedDirections::Egress, CheckedDirections::Ingress] {
            let drawn = matrix(&scenario, PacketChoice::All, view);
            for (row, column) in pairs(&drawn) {
                let cell = drawn.cell(row, column).unwrap();
                let claim = &cell.space.regions;
                let (from, to) = (&cell.source, &cell.destination);
                let checked = check_view(&scenario, from, to, view, claim);
                prop_assert!(checked.is_ok(), "{view:?} {from:?} {to:?} {checked:?}\n{text}");
                let whole = &both.cell(row, column).unwrap().space.regions;
                let differs = verdicts(claim) != verdicts(whole);
                let other = check_view(&scenario, from, to, view, whole);
                prop_assert!(!differs || other.is_err(), "{view:?} {from:?} {to:?}\n{text}");
            }
        }
    }

    #[test]
    fn every_change_to_a_space_is_rejected(
        text in worlds(14),
        from in any::<Index>(),
        to in any::<Index>(),
        at in any::<Index>(),
        other in any::<Index>(),
        kind in 0..MUTATIONS,
    ) {
        let scenario = scenario_of(&text);
        let ends = endpoints(&scenario);
        let (from, to) = (from.get(&ends), to.get(&ends));
        let mut regions = packet_space(&scenario, from, to).regions;
        let at = at.index(regions.len());
        let other = other.get(&regions).clone();
        let changed = mutate(&mut regions, at, &other, kind);
        prop_assume!(changed);
        prop_assert!(check(&scenario, from, to, &regions).is_err(), "{regions:?}\n{text}");
    }
}

const MUTATIONS: u8 = 9;

/// Changes one region and returns whether that made the claim wrong.
fn mutate(regions: &mut Vec<Region>, at: usize, other: &Region, kind: u8) -> bool {
    match kind {
        0 => {
            let verdict = &mut regions[at].verdict;
            *verdict = if *verdict == Verdict::Pass { Verdict::Blocked } else { Verdict::Pass };
        }
        1 => {
            regions.remove(at);
        }
        2 => regions.push(regions[at].clone()),
        3 => return shift(&mut regions[at].packets, false),
        4 => return shift(&mut regions[at].packets, true),
        5 => {
            // A different reason with the same verdict. A rule of the same rank is an equally valid
            // reason.
            let same_rank = match (&regions[at].decider, &other.decider) {
                (
                    Decider::Rule { direction: a, rule: r, .. },
                    Decider::Rule { direction: b, rule: s, .. },
                ) => a == b && (r.spec.priority, r.spec.policy) == (s.spec.priority, s.spec.policy),
                (a, b) => a == b,
            };
            if same_rank || regions[at].verdict != other.verdict {
                return false;
            }
            regions[at].decider = other.decider.clone();
        }
        6 => {
            // Marks an uncontested region as contested, or the reverse.
            let region = &mut regions[at];
            region.contested = match (region.contested, region.verdict) {
                (Some(_), _) => None,
                (None, Verdict::Pass) => Some(Verdict::Blocked),
                (None, Verdict::Blocked | Verdict::Unknown) => Some(Verdict::Pass),
            };
        }
        7 => {
            // Contested, but with its own verdict as the other reading's.
            regions[at].contested = Some(regions[at].verdict);
        }
        _ => {
            let decider = Decider::Platform(PlatformRule::LoadBalancer);
            regions[at].decider = decider;
        }
    }
    true
}

/// Moves one boundary of a set inwards by one; returns `false` if it has none.
fn shift(packets: &mut PacketSet, sources: bool) -> bool {
    let shorter = |range: PortRange| PortRange::new(range.first().next()?, range.last()).ok();
    match packets {
        PacketSet::Tcp { source, destination } | PacketSet::Udp { source, destination } => {
            let range = if sources { source } else { destination };
            let Some(less) = shorter(*range) else { return false };
            *range = less;
            true
        }
        PacketSet::Other { first, last }
            if *first < *last && ![1, 6, 17, 47, 58].contains(last) =>
        {
            *last -= 1;
            true
        }
        PacketSet::Other { .. } | PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre => false,
    }
}

#[test]
fn the_first_wrong_packet_is_named_with_what_is_right_about_it() {
    let scenario = scenario_of(
        "group G1 basic drop
         instance ecs1 10.0.0.11 in G1
         instance ecs2 10.0.0.12 in G1
         rule G1 in accept tcp 22/22 from 10.0.0.11/32 prio 1",
    );
    let ends = endpoints(&scenario);
    let mut regions = packet_space(&scenario, &ends[0], &ends[1]).regions;
    let ssh = regions.iter_mut().find(|region| region.verdict == Verdict::Pass).unwrap();
    let rule = ssh.decider.clone();
    ssh.packets =
        PacketSet::Tcp { source: PortRange::ALL, destination: PortRange::parse("22/23").unwrap() };
    let wrong = check(&scenario, &ends[0], &ends[1], &regions).unwrap_err();
    assert_eq!(wrong.packet.to_string(), "TCP 23");
    assert_eq!(wrong.regions, 2);
    assert_eq!(wrong.right.as_ref().unwrap().0, Verdict::Blocked);
    assert!(!wrong.right.unwrap().1.contains(&rule));
}

#[test]
fn what_is_contested_is_part_of_the_claim() {
    // An egress Drop under Accept: sources disagree (S-19). A sender in 100.64.0.0/10 may be a load
    // balancer (S-22).
    let scenario = scenario_of(
        "group G1 basic accept
         instance ecs1 10.0.0.11 in G1
         instance ecs2 10.0.0.12 in G1
         rule G1 out drop tcp 80/80 to 10.0.0.12/32 prio 1",
    );
    let ends = endpoints(&scenario);
    let balancer = Endpoint::Outside { address: IpAddr::from([100, 127, 255, 255]) };
    for (from, packet, other) in [
        (&ends[0], Packet::tcp(Port::new(80).unwrap()), Verdict::Blocked),
        (&balancer, Packet::Icmp, Verdict::Pass),
    ] {
        let mut regions = packet_space(&scenario, from, &ends[1]).regions;
        check(&scenario, from, &ends[1], &regions).unwrap();
        let region = regions.iter_mut().find(|region| region.packets.contains(packet)).unwrap();
        assert_eq!(region.contested.take(), Some(other));
        let wrong = check(&scenario, from, &ends[1], &regions).unwrap_err();
        assert_eq!(wrong.contested, Some(other));
    }
}

#[test]
fn the_platform_is_not_forgotten_where_a_claim_does_not_cut_for_it() {
    let scenario = scenario_of(
        "group G1 basic drop
         instance ecs1 10.0.0.11 public 203.0.113.11 in G1",
    );
    let ends = endpoints(&scenario);
    let internet = Endpoint::Outside { address: IpAddr::from([8, 8, 8, 8]) };
    let mut regions = packet_space(&scenario, &ends[0], &internet).regions;
    // The platform blocks outbound mail; the claim is that all TCP passes by default.
    let tcp = |region: &Region| matches!(region.packets, PacketSet::Tcp { .. });
    let mut open = regions.iter().find(|r| tcp(r) && r.verdict == Verdict::Pass).unwrap().clone();
    open.packets = PacketSet::Tcp { source: PortRange::ALL, destination: PortRange::ALL };
    regions.retain(|region| !tcp(region));
    regions.push(open);
    let wrong = check(&scenario, &ends[0], &internet, &regions).unwrap_err();
    assert_eq!(wrong.packet.to_string(), "TCP 25");
    assert_eq!(wrong.right.unwrap().1, [Decider::Platform(PlatformRule::OutboundMail)]);
}
