//! Classes of equivalent ends compared with all cells of the matrix, one by one.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;

use sg_core::connectivity::*;
use sg_core::explain::line_text;
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::gaps::gappy;
use sg_testing::random_scenario::{config, port, scenario};
use sg_testing::scenario_text::scenario_of;
use sg_testing::workload::Workload;

const VIEWS: [CheckedDirections; 3] =
    [CheckedDirections::Egress, CheckedDirections::Ingress, CheckedDirections::Both];

fn choice() -> impl Strategy<Value = PacketChoice> {
    select(vec![
        PacketChoice::All,
        PacketChoice::One(AskedPacket::Tcp(port(443))),
        PacketChoice::One(AskedPacket::Icmp),
        PacketChoice::One(AskedPacket::Icmpv6),
    ])
}

/// How a copy of an interface differs from its original.
type Copied = (usize, bool, bool);

/// A scenario with few rules and several interfaces in the same groups; not everything may be known
/// of it.
fn crowded() -> impl Strategy<Value = Scenario> {
    let copies = prop::collection::vec((0..4usize, any::<bool>(), any::<bool>()), 2..7);
    (prop_oneof![scenario(), gappy()], copies, 0..5usize).prop_map(|(scenario, copies, rules)| {
        let edited = scenario.edited(|draft| {
            for group in draft.groups.values_mut() {
                Arc::make_mut(group).rules.truncate(rules);
            }
            for (number, copy) in copies.into_iter().enumerate() {
                add(draft, number, copy);
            }
        });
        edited.unwrap_or(scenario)
    })
}

fn add(draft: &mut ScenarioDraft, number: usize, (original, public, only_first): Copied) {
    let mut copy = draft.interfaces[original].as_ref().clone();
    copy.id = NetworkInterfaceId::parse(&format!("eni-copy-{number}")).unwrap();
    for address in &mut copy.addresses {
        *address = moved(*address, number);
    }
    copy.addresses.dedup();
    if only_first {
        copy.addresses.truncate(1);
    }
    let at = format!("203.0.113.{}", 100 + number);
    copy.public_address = public.then(|| at.parse().unwrap());
    // What belongs to a service has no instance.
    if copy.holder.is_none() {
        let id = InstanceId::parse(&format!("i-copy-{number}")).unwrap();
        let interfaces = vec![copy.id.clone()];
        let instance = Instance { id: id.clone(), name: format!("copy{number}"), interfaces };
        draft.instances.insert(id, Arc::new(instance));
    }
    draft.interfaces.insert(copy.id.clone(), Arc::new(copy));
}

/// An address of the copy with a number, in the same VPC.
fn moved(address: IpAddr, number: usize) -> IpAddr {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, ..] = v4.octets();
            format!("{a}.{b}.0.{}", 20 + number).parse().unwrap()
        }
        IpAddr::V6(_) => format!("2001:db8::{}", 20 + number).parse().unwrap(),
    }
}

/// The kinds of packets that can exist in a space.
fn kinds(space: &PacketSpace) -> BTreeSet<&'static str> {
    let kind = |region: &Region| match region.packets {
        PacketSet::Tcp { .. } => "TCP",
        PacketSet::Udp { .. } => "UDP",
        PacketSet::Icmp => "ICMP",
        PacketSet::Icmpv6 => "ICMPv6",
        PacketSet::Gre => "GRE",
        PacketSet::Other { .. } => "other",
    };
    space.regions.iter().map(kind).collect()
}

/// Whether every packet gets the same verdict in two spaces, whatever the reason.
fn same_space(a: &PacketSpace, b: &PacketSpace) -> bool {
    kinds(a) == kinds(b)
        && a.regions.iter().all(|a| {
            b.regions.iter().all(|b| {
                a.packets.intersection(&b.packets).is_none()
                    || (a.verdict, a.contested) == (b.verdict, b.contested)
            })
        })
}

/// Whether every packet gets the same verdict in two cells, from or to every outside address.
fn same_cell(a: &Cell, b: &Cell) -> bool {
    let unfiltered = |cell: &Cell| cell.state == CellState::NotFiltered;
    let meet = |a: &AddressPartition, b: &AddressPartition| {
        let all = |(first, last): &(IpAddr, IpAddr)| {
            b.ranges.iter().any(|(start, end)| first <= end && start <= last)
        };
        a.ranges.is_empty() && b.ranges.is_empty() || a.ranges.iter().any(all)
    };
    unfiltered(a) == unfiltered(b)
        && a.pieces
            .iter()
            .all(|a| b.pieces.iter().all(|b| !meet(a, b) || same_space(&a.space, &b.space)))
}

/// Whether exchanging two interfaces changes no cell.
fn are_equivalent(matrix: &Matrix, a: usize, b: usize) -> bool {
    let cell = |from, to| matrix.cell(from, to).unwrap();
    let others = (0..matrix.ends.len()).filter(|other| ![a, b].contains(other));
    same_cell(cell(a, b), cell(b, a))
        && others.into_iter().all(|other| {
            same_cell(cell(a, other), cell(b, other)) && same_cell(cell(other, a), cell(other, b))
        })
}

fn is_interface(end: &End) -> bool {
    matches!(end, End::Interface(_))
}

fn compare(
    scenario: &Scenario,
    choice: PacketChoice,
    view: CheckedDirections,
) -> Result<usize, TestCaseError> {
    let matrix = matrix(scenario, choice, view);
    let found = Reach::new(scenario).equivalent_ends(choice, view);
    let count = matrix.ends.len();
    for a in 0..count {
        for b in a + 1..count {
            let both = is_interface(&matrix.ends[a]) && is_interface(&matrix.ends[b]);
            let expected = both && are_equivalent(&matrix, a, b);
            let ends = (&matrix.ends[a], &matrix.ends[b]);
            prop_assert_eq!(found.class_of(a) == found.class_of(b), expected, "{:?}", ends);
        }
    }
    let mut members: Vec<usize> = found.classes().concat();
    members.sort_unstable();
    prop_assert_eq!(members, (0..count).collect::<Vec<_>>(), "every end is in one class");
    // The cell of a line is that of any two of its members.
    for (from, senders) in found.classes().iter().enumerate() {
        for (to, receivers) in found.classes().iter().enumerate() {
            let (first, second) = found.representatives(from, to).unwrap();
            let shown = &matrix.cell(first, second).unwrap().state;
            for sender in senders {
                for receiver in receivers.iter().filter(|receiver| *receiver != sender) {
                    let own = &matrix.cell(*sender, *receiver).unwrap().state;
                    prop_assert_eq!(own, shown, "{:?}", (sender, receiver));
                }
            }
        }
    }
    Ok(found.classes().len())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn two_interfaces_are_one_line_exactly_if_no_cell_tells_them_apart(
        scenario in crowded(),
        choice in choice(),
        view in select(&VIEWS[..]),
    ) {
        compare(&scenario, choice, view)?;
    }
}

#[test]
fn groups_that_make_no_difference_are_no_lines_of_their_own() {
    let text = "group G1 basic drop\n\
                group G2 basic drop\n\
                group G3 basic accept\n\
                instance a 10.0.0.1 in G1\n\
                instance b 10.0.0.2 in G1\n\
                instance c 10.0.0.3 in G2\n\
                instance d 10.0.0.4 in G3\n\
                instance e 10.0.0.5 in G3\n";
    let found = Reach::new(&scenario_of(text)).equivalent_ends(PacketChoice::All, VIEWS[2]);
    // Nobody reaches the first three, so their groups make no difference.
    assert_eq!(found.classes(), [vec![0, 1, 2], vec![3, 4]]);
    assert_eq!(found.representatives(0, 0), Some((0, 1)));
    assert_eq!(found.representatives(0, 1), Some((0, 3)));
    assert_eq!(found.class_of(4), Some(1));
    assert_eq!((found.class_of(5), found.representatives(2, 0)), (None, None));
}

/// Thirty roles with their own groups, each of several instances, and rules between them.
fn roles(instances: usize) -> Scenario {
    let mut text = String::new();
    for role in 0..30 {
        text.push_str(&format!(
            "group G{role} basic {}\n",
            if role % 3 == 0 { "accept" } else { "drop" }
        ));
    }
    for role in 0..30 {
        let (next, port) = ((role + 1) % 30, 1000 + role);
        text.push_str(&format!("rule G{role} in accept tcp {port}/{port} from G{next} prio 1\n"));
    }
    for number in 0..instances {
        let (role, high, low) = (number % 30, number / 200, number % 200 + 1);
        text.push_str(&format!("instance role{role}-{number} 10.0.{high}.{low} in G{role}\n"));
    }
    scenario_of(&text)
}

#[test]
fn a_thousand_instances_of_thirty_roles_are_thirty_lines() {
    let scenario = roles(1_000);
    let found = Reach::new(&scenario).equivalent_ends(PacketChoice::All, CheckedDirections::Both);
    assert_eq!(found.classes().len(), 30);
    for (index, class) in found.classes().iter().enumerate() {
        assert!(class.iter().all(|end| end % 30 == index), "{class:?}");
    }
    // The same on a scenario that is small enough to compare every cell.
    let count = compare(&roles(90), PacketChoice::All, CheckedDirections::Both).unwrap();
    assert_eq!(count, 30);
}

#[test]
fn generated_accounts_agree_with_all_their_cells() {
    for (workload, view) in [
        (
            Workload {
                instances: 60,
                groups: 6,
                rules_per_group: 3,
                templates: Some(8),
                ..Workload::M
            },
            VIEWS[2],
        ),
        (Workload { instances: 40, groups: 20, rules_per_group: 10, ..Workload::M }, VIEWS[0]),
        (
            Workload { instances: 60, groups: 4, rules_per_group: 2, finest: 18, ..Workload::M },
            VIEWS[1],
        ),
    ] {
        for seed in 1..4 {
            compare(&workload.scenario(seed), PacketChoice::All, view).unwrap();
        }
    }
}

/// Whether there are different members of two groups, and which verdicts there are between them, by
/// brute force.
fn between_groups(from: &Line, to: &Line, matrix: &Matrix) -> [bool; 4] {
    let (mut passes, mut blocks, mut unknown, mut pairs) = (false, false, false, false);
    for sender in &from.members {
        for receiver in to.members.iter().filter(|receiver| *receiver != sender) {
            let cell = matrix.cell(*sender, *receiver).unwrap();
            for region in cell.pieces.iter().flat_map(|piece| &piece.space.regions) {
                passes |= region.verdict == Verdict::Pass;
                blocks |= region.verdict == Verdict::Blocked;
                unknown |= region.verdict == Verdict::Unknown;
            }
            pairs = true;
        }
    }
    [pairs, passes, blocks, unknown]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_cell_between_groups_is_what_any_member_can_send_to_any_other(scenario in crowded()) {
        let view = CheckedDirections::Both;
        let matrix = matrix(&scenario, PacketChoice::All, view);
        let reach = Reach::new(&scenario);
        let mut groups =
            LineMatrix::new(&reach, GroupBy::SecurityGroup, PacketChoice::All, view);
        for from in 0..groups.lines.len() {
            for to in 0..groups.lines.len() {
                let cell = groups.cell(from, to).unwrap();
                let (senders, receivers) = (groups.lines[from].clone(), groups.lines[to].clone());
                let [pairs, passes, blocks, unknown] = between_groups(&senders, &receivers, &matrix);
                let fits = match cell.state {
                    CellState::Itself => !pairs,
                    CellState::Pass => passes && !blocks && !unknown,
                    CellState::Blocked => blocks && !passes && !unknown,
                    CellState::Partial(_) => {
                        usize::from(passes) + usize::from(blocks) + usize::from(unknown) > 1
                    }
                    // Where nothing is known to pass, a pair that is blocked settles nothing.
                    CellState::Unknown => pairs && !passes && (unknown || !blocks),
                    CellState::NotFiltered => pairs && !passes && !blocks,
                };
                prop_assert!(fits, "{:?} -> {:?}: {:?}", senders, receivers, cell);
            }
        }
    }
}

#[test]
fn a_group_with_different_members_answers_for_some_pairs() {
    let text = "group G1 basic drop\n\
                group G2 basic drop\n\
                rule G2 in accept tcp 443/443 from 10.0.0.1/32 prio 1\n\
                rule G2 in accept tcp 80/80 from G1 prio 1\n\
                instance a 10.0.0.1 in G1\n\
                instance b 10.0.0.2 in G1\n\
                instance c 10.0.0.3 in G2\n";
    let scenario = scenario_of(text);
    let reach = Reach::new(&scenario);
    let mut groups = LineMatrix::new(&reach, GroupBy::SecurityGroup, PacketChoice::All, VIEWS[2]);
    let cell = groups.cell(0, 1).unwrap();
    assert_eq!(line_text(&cell, Language::En), "TCP 80, TCP 443, some pairs");
    let cell = groups.cell(1, 1).unwrap();
    assert_eq!((cell.state, cell.differs), (CellState::Itself, false));
    assert_eq!(groups.cell(0, 2), None);
    let mut roles = LineMatrix::new(&reach, GroupBy::Role, PacketChoice::All, VIEWS[2]);
    assert_eq!(roles.lines.len(), 3);
    assert_eq!(line_text(&roles.cell(1, 2).unwrap(), Language::En), "TCP 80");
}
