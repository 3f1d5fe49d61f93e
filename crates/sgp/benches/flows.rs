//! `cargo bench -p sgp --bench flows`: how many flows `sgp evaluate` answers, and how many records
//! `sgp flows` judges, beside a brute force in Python and the naive scan.
//!
//! All take turns in one run on the same flows of workload A (1,000 instances). For each, the table has
//! the time from the start to the end of the program, its processor time, and the ratio of processor
//! times, per flow or record. Processor time is what a busy machine disturbs least; starting up and
//! preparing the scenario is in it. To measure a program other than the one from this build, append
//! `-- PROGRAM`; for another number of rounds, `-- PROGRAM ROUNDS`. Needs Linux and `python3`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing measurement should stop at once and say where"
)]

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use sg_core::connectivity::{Endpoint, Flow, Packet};
use sg_core::share::write;
use sg_testing::flow_records::Writer;
use sg_testing::naive;
use sg_testing::workload::{Random, Workload, questions};

/// How many flows `sgp evaluate` answers.
const FLOWS: usize = 1_000_000;
/// How many records `sgp flows` judges.
const RECORDS: u64 = 2_000_000;
/// How many flows the brute force in Python and the naive scan answer.
const FEW: usize = 4_000;

/// Seconds from start to end, and of processor time.
type Times = (f64, f64);

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with('-'));
    let program = arguments.next().unwrap_or_else(|| env!("CARGO_BIN_EXE_sgp").to_owned());
    let rounds: usize = arguments.next().map_or(5, |rounds| rounds.parse().unwrap());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("flows");
    fs::create_dir_all(&folder).unwrap();
    let scenario = Workload::A.scenario(1);
    let document = folder.join("a.json");
    fs::write(&document, write(&scenario)).unwrap();
    let flows = questions(&scenario, &mut Random::new(2), FLOWS);
    let asked = written(&folder.join("questions.jsonl"), flows.iter().map(question));
    let oracle = folder.join("oracle.jsonl");
    let few: Vec<String> = flows.iter().take(FEW).map(oracle_question).collect();
    let line =
        format!("{{\"scenario\":{},\"questions\":[{}]}}\n", compact(&document), few.join(","));
    fs::write(&oracle, line).unwrap();
    let mut writer = Writer::new(&scenario, 3);
    let log = folder.join("log.jsonl");
    let mut file = BufWriter::new(File::create(&log).unwrap());
    while writer.expected.entries < RECORDS {
        writer.step(|line| writeln!(file, "{line}").unwrap());
    }
    file.flush().unwrap();
    drop(file);
    let records = usize::try_from(writer.expected.entries).unwrap();

    let sgp = |arguments: &[&str], input: &Path| {
        let mut command = Command::new(&program);
        command.args(arguments).stdin(File::open(input).unwrap());
        run(&mut command)
    };
    let path = document.to_str().unwrap();
    let python = || {
        let mut command = Command::new("python3");
        command.arg(sg_testing::root().join("tests/oracle/engine.py"));
        command.stdin(File::open(&oracle).unwrap());
        run(&mut command)
    };
    let scan = || {
        let start = (Instant::now(), own_seconds());
        for flow in flows.iter().take(FEW) {
            black_box(naive::verdict(&scenario, flow));
        }
        (start.0.elapsed().as_secs_f64(), own_seconds() - start.1)
    };
    let mut table: Vec<(&str, usize, Vec<Times>)> = vec![
        ("brute force in Python", FEW, Vec::new()),
        ("naive scan", FEW, Vec::new()),
        ("`sgp evaluate`", FLOWS, Vec::new()),
        ("`sgp evaluate --rules none`", FLOWS, Vec::new()),
        ("`sgp evaluate --rules all`", FLOWS / 50, Vec::new()),
        ("`sgp flows`", records, Vec::new()),
    ];
    let less = folder.join("less.jsonl");
    written(&less, flows.iter().take(FLOWS / 50).map(question));
    for _ in 0..rounds {
        let times = [
            python(),
            scan(),
            sgp(&["evaluate", path], &asked),
            sgp(&["evaluate", path, "--rules", "none"], &asked),
            sgp(&["evaluate", path, "--rules", "all"], &less),
            sgp(&["flows", path, "-"], &log),
        ];
        table.iter_mut().zip(times).for_each(|((_, _, all), times)| all.push(times));
    }
    println!("| what | a second | a second of one processor | against Python | against the scan |");
    println!("|---|---|---|---|---|");
    let each = |row: usize, round: usize| table[row].2[round].1 / as_float(table[row].1);
    for (row, (what, count, times)) in table.iter().enumerate() {
        let rate = |of: fn(&Times) -> f64| {
            median(times.iter().map(|times| as_float(*count) / of(times)).collect())
        };
        let against = |other: usize| {
            let ratios = (0..rounds).map(|round| each(other, round) / each(row, round));
            let ratios: Vec<f64> = ratios.collect();
            let (low, high) = spread(&ratios);
            format!("{:.2} ({low:.2} to {high:.2})", median(ratios))
        };
        println!(
            "| {what} | {:.0} | {:.0} | {} | {} |",
            rate(|times| times.0),
            rate(|times| times.1.max(0.01)),
            against(0),
            against(1)
        );
    }
}

fn as_float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn spread(values: &[f64]) -> (f64, f64) {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    (least, values.iter().copied().fold(0.0, f64::max))
}

/// Writes lines to a file.
fn written(path: &Path, lines: impl Iterator<Item = String>) -> PathBuf {
    let mut file = BufWriter::new(File::create(path).unwrap());
    lines.for_each(|line| writeln!(file, "{line}").unwrap());
    file.flush().unwrap();
    path.to_owned()
}

/// Runs a program whose answers nobody reads. A disagreement is no failure.
fn run(command: &mut Command) -> Times {
    let (start, before) = (Instant::now(), children_seconds());
    let status = command.stdout(Stdio::null()).status().unwrap();
    assert!(matches!(status.code(), Some(0 | 1)), "{command:?}: {status}");
    (start.elapsed().as_secs_f64(), children_seconds() - before)
}

/// The processor time of all programs that have ended, in seconds.
fn children_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let after = stat.rsplit(')').next().unwrap();
    let ticks: Vec<&str> = after.split_whitespace().collect();
    // cutime and cstime, in hundredths of a second.
    (ticks[13].parse::<f64>().unwrap() + ticks[14].parse::<f64>().unwrap()) / 100.0
}

/// The processor time of this thread, in seconds.
fn own_seconds() -> f64 {
    let text = fs::read_to_string("/proc/self/schedstat").unwrap();
    text.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1e9
}

fn question(flow: &Flow) -> String {
    let (source, destination) = (flow.source.address(), flow.destination.address());
    let rest = match flow.packet {
        Packet::Tcp { destination_port, .. } => {
            format!("\"tcp\",\"dst_port\":{}", destination_port.get())
        }
        Packet::Udp { destination_port, .. } => {
            format!("\"udp\",\"dst_port\":{}", destination_port.get())
        }
        Packet::Icmp | Packet::Icmpv6 | Packet::Gre | Packet::Other(_) => "\"icmp\"".to_owned(),
    };
    format!("{{\"src\":\"{source}\",\"dst\":\"{destination}\",\"protocol\":{rest}}}")
}

/// A question as the second engine reads it; the verdict that it is compared with does not matter.
fn oracle_question(flow: &Flow) -> String {
    let end = |end: &Endpoint| {
        let interface = end.interface().map_or("null".to_owned(), |id| format!("\"{id}\""));
        format!("[{interface},\"{}\"]", end.address())
    };
    let packet = match flow.packet {
        Packet::Tcp { source_port, destination_port } => {
            format!("[\"TCP\",{},{}]", source_port.get(), destination_port.get())
        }
        Packet::Udp { source_port, destination_port } => {
            format!("[\"UDP\",{},{}]", source_port.get(), destination_port.get())
        }
        Packet::Icmp | Packet::Icmpv6 | Packet::Gre | Packet::Other(_) => "[\"ICMP\"]".to_owned(),
    };
    format!("[{},{},{packet},\"pass\"]", end(&flow.source), end(&flow.destination))
}

/// A document on one line.
fn compact(path: &Path) -> String {
    let value: serde_json::Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    value.to_string()
}
