//! The plan and layout of drawings: every node inside all of its groups and outside all others, no
//! overlaps, deterministic.

use std::sync::Arc;

use sg_core::connectivity::*;
use sg_core::lesson::first_scenario;
use sg_core::model::*;
use sg_playground::drawing::*;

use sg_testing::scenario_text;

use sg_testing::workload::Workload;

fn drawn(scenario: &Scenario, chosen: &[usize], room: i32) -> (Plan, Layout) {
    let plan = plan(scenario, &ends(scenario), &Others::default(), chosen);
    let layout = layout(&plan, WANTED, room);
    (plan, layout)
}

/// The width of nodes with short names.
const WANTED: i32 = 80;

fn inside(inner: &Rect, outer: &Rect) -> bool {
    inner.x > outer.x
        && inner.y > outer.y
        && inner.x + inner.width < outer.x + outer.width
        && inner.y + inner.height < outer.y + outer.height
}

fn meet(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/// Checks the guarantees of the layout.
fn check(plan: &Plan, layout: &Layout) {
    let boxes: Vec<&Rect> = layout.nodes.iter().chain(&layout.outside).collect();
    for (place, a) in boxes.iter().enumerate() {
        assert!(a.width > 0 && a.x >= 0 && a.y >= 0, "{a:?}");
        assert!(a.x + a.width <= layout.size.0 && a.y + a.height <= layout.size.1, "{a:?}");
        for b in boxes.iter().skip(place + 1) {
            assert!(!meet(a, b), "overlapping nodes: {a:?} {b:?}");
        }
    }
    for (node, rect) in plan.nodes.iter().zip(&layout.nodes) {
        for (area, pieces) in layout.areas.iter().enumerate() {
            let holds = pieces.iter().any(|piece| inside(rect, piece));
            let touches = pieces.iter().any(|piece| meet(rect, piece));
            let belongs = node.areas.contains(&area);
            assert_eq!((holds, touches), (belongs, belongs), "{node:?} and area {area}");
        }
    }
    for outside in &layout.outside {
        let areas = layout.areas.iter().flatten();
        assert!(!areas.chain(&layout.frames).any(|area| meet(outside, area)));
    }
    for (place, pieces) in layout.areas.iter().enumerate() {
        assert!(!pieces.is_empty(), "every group is drawn: {place}");
        let between = pieces.windows(2).count();
        assert_eq!(layout.bridges.iter().filter(|bridge| bridge.area == place).count(), between);
        for other in layout.areas.iter().skip(place + 1).flatten() {
            for piece in pieces.iter().filter(|piece| meet(piece, other)) {
                // The labels of overlapping areas are at different heights.
                assert!((piece.y - other.y).abs() >= 19, "{piece:?} {other:?}");
            }
        }
        if let Some(frame) = layout.frames.get(plan.areas[place].vpc) {
            assert!(pieces.iter().all(|piece| inside(piece, frame)), "{pieces:?} in {frame:?}");
        }
    }
}

#[test]
fn the_first_scenario_is_three_areas_that_overlap() {
    let (plan, layout) = drawn(&first_scenario(), &[], 740);
    check(&plan, &layout);
    assert_eq!((plan.nodes.len(), plan.outside.len(), plan.grain), (3, 1, Grain::Each));
    assert!(layout.areas.iter().all(|pieces| pieces.len() == 1), "{:?}", layout.areas);
    assert!(layout.bridges.is_empty() && layout.frames.is_empty());
    let meets = |a: usize, b: usize| meet(&layout.areas[a][0], &layout.areas[b][0]);
    assert!(meets(0, 1) && meets(0, 2) && meets(1, 2), "they share ecs2");
    assert!(layout.size.0 <= 740 && layout.size.1 <= 260, "{:?}", layout.size);
}

#[test]
fn a_group_that_cannot_lie_together_is_joined_by_bridges() {
    // Every two of four groups share a member: no order of six columns keeps them all contiguous.
    let scenario = scenario_text::scenario_of(
        "group G1 basic drop
         group G2 basic accept
         group G3 basic drop
         group G4 basic drop
         instance a 10.0.0.1 in G1 G2
         instance b 10.0.0.2 in G1 G3
         instance c 10.0.0.3 in G1 G4
         instance d 10.0.0.4 in G2 G3
         instance e 10.0.0.5 in G2 G4
         instance f 10.0.0.6 in G3 G4",
    );
    let (plan, layout) = drawn(&scenario, &[], 740);
    check(&plan, &layout);
    assert!(!layout.bridges.is_empty());
}

#[test]
fn several_vpcs_have_frames_and_empty_groups_have_areas() {
    let scenario = scenario_text::scenario_of(
        "group G1 basic drop
         group G2 advanced
         instance a 10.0.0.1 in G1",
    );
    let two = scenario.edited(|draft| {
        let id = VpcId::parse("vpc-two").unwrap();
        let blocks = vec!["172.16.0.0/16".parse().unwrap()];
        let vpc = Vpc { id: id.clone(), name: "second".to_owned(), blocks, snat: None };
        draft.vpcs.insert(id.clone(), Arc::new(vpc));
        let group = SecurityGroup {
            id: SecurityGroupId::parse("sg-other").unwrap(),
            vpc: id,
            ..(**draft.groups.first().unwrap().1).clone()
        };
        draft.groups.insert(group.id.clone(), Arc::new(group));
    });
    let (plan, layout) = drawn(&two.unwrap(), &[], 740);
    check(&plan, &layout);
    assert_eq!((plan.vpcs.len(), layout.frames.len()), (2, 2));
    assert!(!meet(&layout.frames[0], &layout.frames[1]));
    assert_eq!(plan.areas[2].members, 0);
    assert_eq!(plan.vpcs[1].1, "second");
}

#[test]
fn random_scenarios_keep_the_promise_in_any_room_and_twice_alike() {
    for seed in 0..40 {
        for (instances, groups) in [(5, 3), (12, 4), (40, 9)] {
            let workload = Workload { instances, groups, internet: true, ..Workload::S };
            let scenario = workload.scenario(seed);
            for room in [330, 740, 1_400] {
                let (plan, layout) = drawn(&scenario, &[], room);
                assert_eq!((plan.grain, plan.nodes.len()), (Grain::Each, instances));
                check(&plan, &layout);
                assert_eq!(drawn(&scenario, &[], room), (plan, layout));
            }
        }
    }
}

#[test]
fn many_interfaces_become_counts_and_the_chosen_ones_stay() {
    let alike = Workload { instances: 100, groups: 6, templates: Some(8), ..Workload::S };
    let (plan, layout) = drawn(&alike.scenario(1), &[3, 70], 740);
    check(&plan, &layout);
    assert_eq!(plan.grain, Grain::Sets);
    let counted: usize = plan
        .nodes
        .iter()
        .map(|node| match node.who {
            Who::One(_) => 1,
            Who::Many(count) => count,
        })
        .sum();
    assert_eq!(counted, 100, "every interface is counted");
    let alone = |plan: &Plan, place| plan.nodes.iter().any(|node| node.who == Who::One(place));
    assert!(alone(&plan, 3) && alone(&plan, 70));
    let (plan, layout) = drawn(&Workload::A.scenario(1), &[3, 70], 740);
    check(&plan, &layout);
    assert_eq!(plan.grain, Grain::Groups);
    assert!(alone(&plan, 3) && alone(&plan, 70) && plan.nodes.len() <= 102);
}

#[test]
fn arrow_keys_lead_to_every_node_and_back() {
    let (_, layout) = drawn(&first_scenario(), &[], 740);
    let right = neighbour(&layout.nodes, 0, "ArrowRight").unwrap();
    assert_eq!(neighbour(&layout.nodes, right, "ArrowLeft"), Some(0));
    assert_eq!(neighbour(&layout.nodes, 0, "ArrowUp"), None);
    assert_eq!(neighbour(&layout.nodes, 0, "x"), None);
}

#[test]
fn a_path_keeps_clear_of_the_node_in_between_and_of_its_way_back() {
    let (_, layout) = drawn(&first_scenario(), &[], 740);
    let mut row = layout.nodes.clone();
    row.sort_by_key(|rect| rect.x);
    let (there, back) = (curve(&row[0], &row[2], &layout), curve(&row[2], &row[0], &layout));
    for part in 0..=20_u8 {
        let part = f32::from(part) / 20.0;
        for at in [there.at(part), back.at(part)] {
            let node = &row[1];
            #[expect(clippy::cast_precision_loss, reason = "small numbers")]
            let hit = at.x > node.x as f32
                && at.x < (node.x + node.width) as f32
                && at.y > node.y as f32
                && at.y < (node.y + node.height) as f32;
            assert!(!hit, "{at:?} in {node:?}");
        }
    }
    assert!((there.at(0.5).y - back.at(0.5).y).abs() > 20.0);
    assert_eq!(there.until(0.0).end, there.start);
    assert_eq!(there.at(1.0), there.end);
}

/// How many points of all paths of an example are on a label or on a node in between.
fn crossings(scenario: &Scenario, room: i32) -> usize {
    let (_, layout) = drawn(scenario, &[], room);
    let boxes: Vec<&Rect> = layout.nodes.iter().chain(&layout.outside).collect();
    let mut count = 0;
    for from in &boxes {
        for to in boxes.iter().filter(|to| to != &from) {
            let curve = curve(from, to, &layout);
            let others = boxes.iter().copied().filter(|own| *own != *from && *own != *to);
            let obstacles: Vec<&Rect> = others.chain(&layout.labels).collect();
            for part in 0..=40_u8 {
                let at = curve.at(f32::from(part) / 40.0);
                #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
                let at = Rect { x: at.x as i32, y: at.y as i32, width: 1, height: 1 };
                count += obstacles.iter().filter(|own| meet(&at, own)).count();
            }
        }
    }
    count
}

#[test]
fn paths_keep_clear_of_names_where_there_is_room() {
    for room in [480, 740, 1_000] {
        assert_eq!(crossings(&first_scenario(), room), 0, "{room}");
    }
    // Where many nodes leave no way, labels lie above the paths. Most have one.
    let (mut clear, mut all) = (0, 0);
    for example in sg_core::lesson::Example::all() {
        let scenario = example.scenario().unwrap();
        all += 1;
        clear += usize::from(crossings(&scenario, 740) == 0);
    }
    assert!(clear * 4 >= all * 3, "{clear} of {all} examples");
}

#[test]
fn names_get_the_room_that_is_there() {
    let scenario = first_scenario();
    let plan = plan(&scenario, &ends(&scenario), &Others::default(), &[]);
    for room in (288..1_200).step_by(7) {
        for wanted in [40, 90, 150, 400] {
            let layout = layout(&plan, wanted, room);
            check(&plan, &layout);
            assert!(layout.size.0 <= room, "{:?} in {room}", layout.size);
            let node = layout.nodes[0];
            assert!(node.width >= 52 && node.width <= wanted.clamp(80, 220));
            assert!(node.height >= if room < 700 { 44 } else { 28 }, "tapped");
            if room >= 800 && wanted == 150 {
                assert_eq!(node.width, 150, "whole names in {room}");
            }
        }
        let layout = layout(&plan, 80, room);
        if room >= 740 {
            assert!(layout.size.0 > 520, "{:?} leaves {room} unused", layout.size);
        }
    }
}

#[test]
fn a_blocked_path_is_stopped_at_the_side_that_blocks() {
    let scenario = scenario_text::scenario_of(
        "group G1 basic drop
         group G2 basic drop
         group G3 basic drop
         instance a 10.0.0.1 in G1
         instance b 10.0.0.2 in G2
         instance c 10.0.0.3 in G3
         rule G1 out drop all to 0.0.0.0/0 prio 1
         rule G3 out drop tcp 1/80 to 0.0.0.0/0 prio 1",
    );
    let all = PacketChoice::All;
    let of = |from: usize, to: usize, choice| {
        let ends = ends(&scenario);
        let view = CheckedDirections::Both;
        stop(&cell_between(&scenario, &ends[from], &ends[to], choice, view).unwrap(), choice)
    };
    assert_eq!(of(0, 1, all), Some(Stop::Egress));
    assert_eq!(of(1, 0, all), Some(Stop::Ingress));
    assert_eq!(of(2, 1, all), Some(Stop::Both));
    let port = |number| PacketChoice::One(AskedPacket::Tcp(Port::new(number).unwrap()));
    assert_eq!(of(2, 1, port(22)), Some(Stop::Egress));
    assert_eq!(of(2, 1, port(443)), Some(Stop::Ingress));
}
