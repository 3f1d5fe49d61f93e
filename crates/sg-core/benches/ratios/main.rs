//! Prints the table of ratios: each line alternates two measurements in this process.
//!
//! `cargo bench -p sg-core --bench ratios`; append `-- P4 P5` for selected lines.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark panics if something is missing"
)]

mod measure;
mod memory;
use sg_testing::naive;
mod scan;

use std::hint::black_box;

use measure::{Line, Times, alternate, percentile};
use scan::Scan;
use sg_core::connectivity::{
    CheckedDirections, Endpoint, Flow, PacketChoice, Reach, diff, matrix, packet_space,
};
use sg_core::model::Scenario;
use sg_testing::workload::{Edit, Random, Workload, questions};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(name) = memory::asked(&arguments) {
        return memory::report(&name);
    }
    let chosen: Vec<&String> = arguments.iter().filter(|word| word.starts_with('P')).collect();
    let wanted = |goal: &str| chosen.is_empty() || chosen.iter().any(|word| *word == goal);
    println!("{}", Line::HEAD);
    let parts: [(&str, fn()); 6] = [
        ("P1", full_answer),
        ("P2", memory::table),
        ("P4", one_edit),
        ("P5", one_question),
        ("P6", growth),
        ("P7", whole_matrix),
    ];
    for (goal, part) in parts {
        if wanted(goal) {
            part();
        }
    }
}

/// The number of regions of the full answer, so that the work is not optimised away.
fn visit_all(reach: &Reach) -> u64 {
    let mut regions = 0;
    reach.for_each_pair(|pair| {
        pair.for_each_region(|packets, outcome| {
            black_box((packets, outcome));
            regions += 1;
        });
    });
    regions
}

fn full(scenario: &Scenario) -> u64 {
    visit_all(&Reach::new(scenario))
}

/// P1: the full answer for all pairs, against the plain packet space of some pairs, scaled to all.
fn full_answer() {
    for workload in [Workload::A, Workload::G] {
        let scenario = workload.scenario(1);
        let pairs = 200;
        let all = workload.instances * (workload.instances - 1);
        let flows = questions(&scenario, &mut Random::new(3), pairs);
        let plain = |flow: &Flow| packet_space(&scenario, &flow.source, &flow.destination);
        let times = alternate(
            7,
            || black_box(full(&scenario)),
            || flows.iter().for_each(|flow| drop(black_box(plain(flow)))),
        );
        let scaled = times.scale_second(all as f64 / pairs as f64);
        Line::new("P1", "full answer / plain spaces", workload.name, &scaled).print();
        let reach = Reach::new(&scenario);
        let lists = || {
            reach.for_each_pair(|pair| {
                black_box(pair);
            });
        };
        let parts = alternate(7, lists, || black_box(visit_all(&reach)));
        let regions = visit_all(&reach);
        let name = format!("of it the lists alone / lists and {regions} regions");
        Line::new("", &name, workload.name, &parts).print();
    }
}

/// P4: updating after an edit, against preparing from scratch.
fn one_edit() {
    for workload in [Workload::A, Workload::M] {
        let scenario = workload.scenario(1);
        let reach = Reach::new(&scenario);
        for edit in Edit::ALL {
            let mut random = Random::new(4);
            let edits: Vec<Scenario> =
                (0..60).filter_map(|_| edit.apply(&scenario, &mut random)).collect();
            let mut next = edits.iter().cycle();
            let times = alternate(
                edits.len().max(5),
                || black_box(reach.updated(next.next().unwrap())),
                || black_box(Reach::new(&scenario)),
            );
            let name = format!("{edit:?}: update / new start");
            Line::new("P4", &name, workload.name, &times).print();
            let mut singles = times.firsts.clone();
            println!(
                "| | p50, p99 of the update | {} | | | {:.3} ms | {:.3} ms |",
                workload.name,
                percentile(&mut singles, 50) * 1e3,
                percentile(&mut singles, 99) * 1e3
            );
        }
    }
}

/// P5: a prepared query, against two linear scans.
fn one_question() {
    for workload in [Workload::A, Workload::G, Workload::M, Workload::S] {
        let scenario = workload.scenario(1);
        let reach = Reach::new(&scenario);
        let flows = questions(&scenario, &mut Random::new(2), 2_000);
        // Short rounds, so that most are not disturbed by other programs.
        let (batch, rounds) = (50, 401);
        let mut places = (0..rounds + 1).map(|round| round * batch % flows.len()).cycle();
        let mut chosen = || {
            let start = places.next().unwrap();
            &flows[start..start + batch]
        };
        let ask =
            |flows: &[Flow]| flows.iter().for_each(|flow| drop(black_box(reach.decide(flow))));
        let naive = |flows: &[Flow]| {
            flows.iter().for_each(|flow| {
                black_box(naive::verdict(&scenario, flow));
            });
        };
        let scan = Scan::new(&scenario);
        let scanned = |flows: &[Flow]| {
            flows.iter().for_each(|flow| {
                black_box(scan.decide(&flow.source, &flow.destination, flow.packet));
            });
        };
        let per = 1.0 / batch as f64;
        let round = std::cell::Cell::new(chosen());
        let first = || {
            round.set(chosen());
            ask(round.get());
        };
        let times = alternate(rounds, first, || naive(round.get())).scale(per);
        Line::new("P5", "one question / naive scan", workload.name, &times).print();
        let first = || {
            round.set(chosen());
            ask(round.get());
        };
        let times = alternate(rounds, first, || scanned(round.get())).scale(per);
        let name = "one question / scan of merged, sorted lists";
        Line::new("P5", name, workload.name, &times).print();
    }
}

/// P6: the full answer of a larger scenario, against that of a smaller one.
fn growth() {
    for (large, small, name) in [
        (Workload::A, Workload::A_500, "instances 500 to 1,000"),
        (Workload::A_2000, Workload::A, "instances 1,000 to 2,000"),
        (Workload::A_RULES, Workload::A, "rules per group 50 to 100"),
        (Workload::A, Workload::A_50_GROUPS, "groups 50 to 100"),
    ] {
        let (large, small) = (large.scenario(1), small.scenario(1));
        let times = alternate(5, || black_box(full(&large)), || black_box(full(&small)));
        Line::new("P6", name, "A", &times).print();
    }
}

/// P7, the engine's share: the matrix of the page, against the plain packet spaces of its pairs.
fn whole_matrix() {
    for workload in [Workload::M, Workload::S] {
        let scenario = workload.scenario(1);
        let interfaces: Vec<Endpoint> = scenario
            .interfaces()
            .map(|interface| Endpoint::Interface {
                id: interface.id.clone(),
                address: *interface.addresses.first().unwrap(),
            })
            .collect();
        let plain = || {
            for source in &interfaces {
                for destination in &interfaces {
                    black_box(packet_space(&scenario, source, destination));
                }
            }
        };
        let whole = || black_box(matrix(&scenario, PacketChoice::All, CheckedDirections::Both));
        let times: Times = alternate(7, whole, plain);
        Line::new("P7", "matrix of the page / plain spaces", workload.name, &times).print();
        let mut random = Random::new(5);
        let edits: Vec<Scenario> = (0..60)
            .filter_map(|index| Edit::ALL[index % Edit::ALL.len()].apply(&scenario, &mut random))
            .collect();
        let before = whole();
        let mut next = edits.iter().cycle();
        let mut again = edits.iter().cycle();
        let updated = || {
            let after = before.updated(next.next().unwrap());
            black_box((diff(&before, &after), after))
        };
        let anew = || {
            let after = matrix(again.next().unwrap(), PacketChoice::All, CheckedDirections::Both);
            black_box((diff(&before, &after), after))
        };
        let times = alternate(edits.len(), updated, anew);
        let name = "matrix and difference after an edit / drawn anew";
        Line::new("P7", name, workload.name, &times).print();
        let mut singles = times.firsts;
        let p99 = percentile(&mut singles, 99) * 1e3;
        println!("| | p99 of the updated matrix | {} | | | {p99:.3} ms | |", workload.name);
    }
}
