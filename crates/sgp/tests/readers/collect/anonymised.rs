//! The script's own anonymising: nothing of the account is left, and no answer changes.

use std::collections::BTreeSet;
use std::fs;

use sg_core::connectivity::{CellState, CheckedDirections, PacketChoice, ends, matrix};
use sg_core::model::Scenario;
use sg_testing::program::has;

use super::account::HOSTILE;
use super::{Bench, SMALL, Size, imported, in_each, one};

/// The state of every cell.
fn cells(scenario: &Scenario) -> Vec<CellState> {
    let matrix = matrix(scenario, PacketChoice::All, CheckedDirections::Both);
    let count = ends(scenario).len();
    let places = (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
    places.map(|(from, to)| matrix.cell(from, to).unwrap().state.clone()).collect()
}

/// Every id and address of a scenario that is not the same everywhere.
fn secrets(scenario: &Scenario) -> BTreeSet<String> {
    let parts = scenario.parts();
    let mut found: BTreeSet<String> = BTreeSet::new();
    found.extend(parts.groups.keys().map(ToString::to_string));
    found.extend(parts.vpcs.keys().map(ToString::to_string));
    found.extend(parts.instances.keys().map(ToString::to_string));
    found.extend(parts.prefix_lists.keys().map(ToString::to_string));
    found.extend(parts.vswitches.keys().map(ToString::to_string));
    found.extend(parts.port_lists.keys().map(ToString::to_string));
    found.insert("203.0.113.254".to_owned());
    found.extend(
        parts.vpcs.keys().flat_map(|id| ["ngw", "stb", "ftb"].map(|kind| format!("{kind}-{id}"))),
    );
    for interface in parts.interfaces.values() {
        found.insert(interface.id.to_string());
        found.extend(interface.public_address.map(|address| address.to_string()));
    }
    found
}

#[test]
fn no_answer_changes_and_nothing_of_the_account_is_left() {
    in_each(&["dash", "bash", "busybox"].map(one), |shell| {
        let bench = Bench::new(&[Size { groups: 12, interfaces: 40 }, SMALL]);
        bench.run_well(shell, &["--anonymise"]);
        for scenario in &bench.scenarios {
            let text = bench.collected(scenario.region().as_str());
            for secret in secrets(scenario) {
                assert!(!text.contains(&format!("\"{secret}\"")), "{secret}: {text}");
            }
            for hostile in HOSTILE {
                assert!(
                    !text.contains(&serde_json::to_string(hostile).unwrap()),
                    "{hostile}: {text}"
                );
            }
            for part in ["touch", "1234567890123456", "00:16:3e", "473469C7", "名"] {
                assert!(!text.contains(part), "{part}: {text}");
            }
            let reading = imported(&text);
            let other = reading.scenario.unwrap();
            let count = |scenario: &Scenario| {
                let rules: usize = scenario.groups().map(|group| group.rules.len()).sum();
                (scenario.groups().len(), rules, scenario.interfaces().len())
            };
            assert_eq!(count(scenario), count(&other));
            assert!(other.groups().all(|group| group.description.is_empty()));
            // The same account, imported as it is, has the same ends in the same order.
            fs::remove_file(bench.folder.join(format!("sgp-collect-{}.json", scenario.region())))
                .unwrap();
            bench.run_well(shell, &["--region", scenario.region().as_str()]);
            let plain = imported(&bench.collected(scenario.region().as_str())).scenario.unwrap();
            assert_eq!(cells(&plain), cells(&other));
            let snat = |scenario: &Scenario| {
                scenario.parts().vpcs.values().map(|vpc| vpc.snat).collect::<Vec<_>>()
            };
            assert_eq!(snat(&other), [Some(true), Some(false)]);
            assert_eq!(scenario.parts().vswitches.len(), other.parts().vswitches.len());
        }
    });
}

#[test]
fn every_awk_keeps_every_answer_and_no_two_runs_agree() {
    let bench = Bench::new(&[SMALL]);
    let shell = one("dash");
    bench.run_well(shell, &[]);
    let plain = cells(&imported(&bench.collected("cn-hangzhou")).scenario.unwrap());
    let mut texts = BTreeSet::new();
    for (program, args) in
        [("mawk", ""), ("gawk", ""), ("gawk", "--posix"), ("original-awk", ""), ("busybox", "awk")]
    {
        let probe: Vec<&str> =
            [args].into_iter().filter(|it| !it.is_empty()).chain(["BEGIN{}"]).collect();
        if !has(program, &probe, program == "busybox") {
            continue;
        }
        bench.place.give_program("awk", &format!("#!/bin/sh\nexec {program} {args} \"$@\"\n"));
        bench.run_well(shell, &["--anonymise"]);
        let text = bench.collected("cn-hangzhou");
        assert_eq!(cells(&imported(&text).scenario.unwrap()), plain, "{program} {args}");
        assert!(texts.insert(text), "{program} {args}");
    }
}
