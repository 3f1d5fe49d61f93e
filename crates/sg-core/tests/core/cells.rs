//! Properties of matrix cells: the addresses of an outside block, the cell state, single cells.

use std::net::IpAddr;

use proptest::prelude::*;
use proptest::sample::select;

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::random_scenario::{PORTS, config, port, scenario};
use sg_testing::scenario_text::scenario_of;

const VIEWS: [CheckedDirections; 3] =
    [CheckedDirections::Egress, CheckedDirections::Ingress, CheckedDirections::Both];

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u32::from(v4).into(),
        IpAddr::V6(v6) => v6.into(),
    }
}

/// The number of addresses of a partition; saturates for the whole of IPv6.
fn size(piece: &AddressPartition) -> u128 {
    let sizes =
        piece.ranges.iter().map(|(first, last)| (number(*last) - number(*first)).saturating_add(1));
    sizes.fold(0, u128::saturating_add)
}

fn choice() -> impl Strategy<Value = PacketChoice> {
    prop_oneof![
        2 => Just(PacketChoice::All),
        1 => select(&PORTS[..]).prop_map(|p| PacketChoice::One(AskedPacket::Tcp(port(p)))),
        1 => select(&PORTS[..]).prop_map(|p| PacketChoice::One(AskedPacket::Udp(port(p)))),
        1 => select(&[AskedPacket::Icmp, AskedPacket::Icmpv6, AskedPacket::Gre][..])
            .prop_map(PacketChoice::One),
    ]
}

/// Checks that address intervals are sorted, disjoint and inside the block.
fn well_formed(pieces: &[AddressPartition], block: IpNet) {
    let mut all: Vec<(IpAddr, IpAddr)> = Vec::new();
    for piece in pieces {
        for pair in piece.ranges.windows(2) {
            let [(_, last), (first, _)] = pair else { unreachable!() };
            let gap = number(*first).checked_sub(number(*last));
            assert!(gap.is_some_and(|gap| gap > 1), "intervals touch or overlap: {piece:?}");
        }
        let held = |range: &&(IpAddr, IpAddr)| {
            range.0 <= piece.representative && piece.representative <= range.1
        };
        assert!(piece.ranges.iter().any(|range| held(&range)), "{piece:?}");
        all.extend(&piece.ranges);
    }
    all.sort_unstable();
    for pair in all.windows(2) {
        let [(_, last), (first, _)] = pair else { unreachable!() };
        assert!(last < first, "an address is in two partitions: {pieces:?}");
    }
    for (first, last) in &all {
        assert!(first <= last && block.contains(first) && block.contains(last), "{all:?}");
    }
    let sizes: Vec<u128> = pieces.iter().map(size).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b), "the largest partition comes first: {sizes:?}");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn pieces_are_stretches_apart_from_each_other_the_largest_first(scenario in scenario()) {
        let drawn = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
        for (row, from) in drawn.ends.iter().enumerate() {
            for (column, to) in drawn.ends.iter().enumerate() {
                let cell = drawn.cell(row, column).unwrap();
                let block = |end: &End| match end {
                    End::Interface(_) => None,
                    End::Outside(name) => {
                        scenario.outside().iter().find(|outside| outside.name == *name)
                    }
                };
                match (block(from), block(to)) {
                    (Some(outside), None) | (None, Some(outside)) => {
                        well_formed(&cell.pieces, outside.block);
                    }
                    _ => prop_assert_eq!(cell.pieces.len(), 1),
                }
            }
        }
    }

    #[test]
    fn one_cell_is_the_cell_of_the_matrix(
        scenario in scenario(), choice in choice(), view in select(&VIEWS[..]),
    ) {
        let drawn = matrix(&scenario, choice, view);
        for (row, from) in drawn.ends.iter().enumerate() {
            for (column, to) in drawn.ends.iter().enumerate() {
                let cell = drawn.cell(row, column).unwrap();
                let alone = cell_between(&scenario, from, to, choice, view);
                prop_assert_eq!(Some(cell), alone.as_ref());
                prop_assert!(std::ptr::eq(cell, drawn.between(from, to).unwrap()));
            }
        }
        let nobody = End::Outside("nobody".to_owned());
        prop_assert!(drawn.between(&nobody, &drawn.ends[0]).is_none());
        prop_assert!(cell_between(&scenario, &drawn.ends[0], &nobody, choice, view).is_none());
        prop_assert!(drawn.cell(0, drawn.ends.len()).is_none());
    }

    #[test]
    fn a_space_is_uniform_where_all_regions_agree(scenario in scenario()) {
        let drawn = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
        for (row, column) in (0..drawn.ends.len()).flat_map(|a| (0..drawn.ends.len()).map(move |b| (a, b))) {
            let space = &drawn.cell(row, column).unwrap().space;
            let key = |r: &Region| (r.verdict, r.decider.clone(), r.contested);
            let mut keys: Vec<_> = space.regions.iter().map(key).collect();
            keys.dedup();
            prop_assert_eq!(space.uniform().is_some(), keys.len() == 1);
        }
    }
}

#[test]
fn a_space_whose_regions_differ_in_one_thing_is_not_uniform() {
    let region = |packets, verdict, rule: &str, contested| Region {
        packets,
        verdict,
        decider: Decider::Policy { group: SecurityGroupId::parse(rule).unwrap() },
        contested,
    };
    let uniform = |second: Region| {
        let first = region(PacketSet::Gre, Verdict::Pass, "a", None);
        PacketSpace { regions: vec![first, second] }.uniform().is_some()
    };
    let icmp = PacketSet::Icmp;
    assert!(uniform(region(icmp, Verdict::Pass, "a", None)));
    assert!(!uniform(region(icmp, Verdict::Blocked, "a", None)));
    assert!(!uniform(region(icmp, Verdict::Pass, "b", None)));
    assert!(!uniform(region(icmp, Verdict::Pass, "a", Some(Verdict::Blocked))));
    assert!(PacketSpace { regions: Vec::new() }.uniform().is_none());
}

#[test]
fn a_summary_names_few_sets_and_knows_which_side_is_shorter() {
    let world = scenario_of(
        "group G1 basic drop
         instance a 10.0.0.1 in G1
         instance b 10.0.0.2 in G1
         rule G1 in accept tcp 80/90 from 10.0.0.1/32 prio 1
         rule G1 in accept tcp 91/100 from 10.0.0.1/32 prio 2
         rule G1 in accept tcp 102/110 from 10.0.0.1/32 prio 2
         rule G1 in accept udp 1/65535 from 10.0.0.1/32 prio 1
         rule G1 in accept 7 from 10.0.0.1/32 prio 1
         rule G1 in accept 8 from 10.0.0.1/32 prio 2
         rule G1 in accept gre from 10.0.0.1/32 prio 2
         rule G1 in accept all from 10.0.0.2/32 prio 2
         rule G1 in drop icmp from 10.0.0.2/32 prio 1",
    );
    let drawn = matrix(&world, PacketChoice::All, CheckedDirections::Both);
    let summary = |row, column| {
        let CellState::Partial(summary) = &drawn.cell(row, column).unwrap().state else {
            unreachable!()
        };
        summary.clone()
    };
    let range = |text| PortRange::parse(text).unwrap();
    let tcp = |text| PacketSet::Tcp { source: PortRange::ALL, destination: range(text) };
    let udp = PacketSet::Udp { source: PortRange::ALL, destination: PortRange::ALL };
    let there = summary(0, 1);
    let named = [
        tcp("80/100"),
        tcp("102/110"),
        udp,
        PacketSet::Gre,
        PacketSet::Other { first: 7, last: 8 },
    ];
    assert_eq!(there.passing, named);
    assert!(!there.complement_is_shorter());
    let back = summary(1, 0);
    assert_eq!(back.blocked, [PacketSet::Icmp]);
    assert!(back.complement_is_shorter());
}

#[test]
fn the_largest_piece_comes_first_however_many_stretches_the_others_have() {
    let world = scenario_of(
        "list pl-1 203.0.113.0/32 203.0.113.255/32
         outside office 203.0.113.0/24
         group G1 basic drop
         instance a 10.0.0.1 public 192.0.2.1 in G1
         rule G1 in accept tcp 22/22 from pl-1 prio 1",
    );
    let office = End::Outside("office".to_owned());
    let drawn = matrix(&world, PacketChoice::All, CheckedDirections::Both);
    let cell = drawn.between(&office, &drawn.ends[0]).unwrap();
    let address = |text: &str| text.parse::<IpAddr>().unwrap();
    let range = |first, last| (address(first), address(last));
    let edges = ["203.0.113.0", "203.0.113.255"].map(|edge| range(edge, edge));
    let ranges: Vec<_> = cell.pieces.iter().map(|piece| piece.ranges.clone()).collect();
    assert_eq!(ranges, [vec![range("203.0.113.1", "203.0.113.254")], edges.to_vec()]);
    assert_eq!(cell.source.address(), address("203.0.113.2"));
}

#[test]
fn a_block_of_public_and_private_addresses_is_judged_in_two_parts() {
    let world = scenario_of(
        "vpc vpc-1 192.168.0.0/16
         outside mixed 8.0.0.0/5
         group G1 basic drop
         instance a 192.168.0.1 in G1
         rule G1 in accept all from 0.0.0.0/0 prio 1",
    );
    let mixed = End::Outside("mixed".to_owned());
    let drawn = matrix(&world, PacketChoice::All, CheckedDirections::Both);
    let cell = drawn.between(&mixed, &drawn.ends[0]).unwrap();
    let range = |first: &str, last: &str| (first.parse().unwrap(), last.parse().unwrap());
    let (private, public) = (
        vec![range("10.0.0.0", "10.255.255.255")],
        vec![range("8.0.0.0", "9.255.255.255"), range("11.0.0.0", "15.255.255.255")],
    );
    let pieces: Vec<(Vec<(IpAddr, IpAddr)>, Verdict)> = cell
        .pieces
        .iter()
        .map(|piece| (piece.ranges.clone(), piece.space.uniform().unwrap().verdict))
        .collect();
    assert_eq!(pieces, [(public, Verdict::Blocked), (private, Verdict::Pass)]);
    let CellState::Partial(summary) = &cell.state else { panic!("{:?}", cell.state) };
    assert!(summary.depends_on_address, "{summary:?}");
}

#[test]
fn two_matrices_are_equal_when_they_ask_the_same_and_say_the_same() {
    let world = scenario_of(
        "group G1 basic accept\ninstance a 10.0.0.11 in G1\ninstance b 10.0.0.12 in G1",
    );
    let https = PacketChoice::One(AskedPacket::Tcp(port(443)));
    let of = |choice, view| matrix(&world, choice, view);
    let (all, one) =
        (of(PacketChoice::All, CheckedDirections::Both), of(https, CheckedDirections::Both));
    let pair = (&all.ends[0], &all.ends[1]);
    assert_eq!(all.between(pair.0, pair.1), one.between(pair.0, pair.1), "both pass");
    assert_ne!(all, one, "different packets");
    assert_ne!(all, of(PacketChoice::All, CheckedDirections::Egress), "different directions");
    assert_eq!(all, of(PacketChoice::All, CheckedDirections::Both));
    let isolated =
        scenario_of("group G1 basic drop\ninstance a 10.0.0.11 in G1\ninstance b 10.0.0.12 in G1");
    assert_ne!(
        all,
        matrix(&isolated, PacketChoice::All, CheckedDirections::Both),
        "another answer"
    );
}
