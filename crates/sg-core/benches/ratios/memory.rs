//! Measures the memory of the answers, in a separate process per workload.

use std::fs;
use std::process::Command;

use sg_core::connectivity::Reach;

use crate::visit_all;
use sg_testing::workload::Workload;

const FLAG: &str = "--memory=";
const WORKLOADS: [Workload; 4] = [Workload::A, Workload::G, Workload::A_500, Workload::A_2000];

/// The workload that this process should measure.
pub(crate) fn asked(arguments: &[String]) -> Option<String> {
    arguments.iter().find_map(|word| word.strip_prefix(FLAG)).map(str::to_owned)
}

/// P2: the memory of each workload.
pub(crate) fn table() {
    for workload in WORKLOADS {
        let myself = std::env::current_exe().unwrap();
        let child = Command::new(myself).arg(format!("{FLAG}{}", workload.name)).output().unwrap();
        print!("{}", String::from_utf8_lossy(&child.stdout));
    }
}

/// Measures this process.
pub(crate) fn report(name: &str) {
    let workload = WORKLOADS.into_iter().find(|workload| workload.name == name).unwrap();
    let scenario = workload.scenario(1);
    let bare = megabytes("VmRSS");
    let reach = Reach::new(&scenario);
    let compiled = megabytes("VmRSS");
    // The peak so far includes the generator, so it is reset before the full answer.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let regions = visit_all(&reach);
    let peak = megabytes("VmHWM");
    println!(
        "| P2 | compiled, then peak of the full answer ({regions} regions) | {name} | | | {:.1} MB | {:.1} MB |",
        compiled - bare,
        peak - bare
    );
}

/// A line of this process's status (Linux), in megabytes.
fn megabytes(line: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|text| text.strip_prefix(line)?.strip_prefix(':'));
    let kilobytes = found.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.map_or(f64::NAN, |kilobytes| kilobytes / 1024.0)
}
