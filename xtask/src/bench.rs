//! `cargo xtask bench`: times the engine's phases natively and in headless Chromium, and compares
//! them.

use crate::Outcome;
use crate::browser;
use crate::process::{cargo, run, say};
use crate::project::{self, WASM};
use crate::suites::run_in_browser;
use crate::tools;
use std::collections::BTreeMap;
use std::process::{Command, Stdio};

/// The hosts, which take turns, and the build profile of each.
const HOSTS: [(&str, &str); 3] =
    [("native", "bench"), ("browser", "bench"), ("browser, as released", "page")];

/// The output of each host in each round: figures by line key.
type Rounds = Vec<[BTreeMap<String, Vec<f64>>; 3]>;

/// Runs every phase on each host in turn, for the given number of rounds.
pub(crate) fn bench(args: &[String]) -> Outcome {
    let rounds = match args {
        [] => 5,
        [count] => count.parse().ok().filter(|count| *count > 0).ok_or_else(|| {
            format!("`{count}` is no number of rounds; bench takes one, 5 when absent")
        })?,
        [_, extra, ..] => return Err(format!("bench has no argument `{extra}`")),
    };
    let (tools, browser) = (tools::page_tools()?, browser::find_or_install()?);
    let command = |host: usize| -> Outcome<Command> {
        let mut cargo = cargo();
        cargo.args(["test", "--quiet", "--package", "sg-core", "--bench", "browser"]);
        let (name, profile) = HOSTS[host];
        cargo.args(["--profile", profile]).current_dir(project::root());
        if name != "native" {
            cargo.args(["--target", WASM]);
            run_in_browser(&mut cargo, &tools, &browser)?;
            // In seconds; a round exceeds the runner's default timeout.
            cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "900");
        }
        Ok(cargo)
    };
    for (host, (name, _)) in HOSTS.iter().enumerate() {
        say(&format!("building: {name}"));
        run(command(host)?.arg("--no-run"))?;
    }
    let mut all = Rounds::new();
    for round in 1..=rounds {
        say(&format!("round {round} of {rounds}"));
        let mut said = [const { BTreeMap::new() }; 3];
        for (host, lines) in said.iter_mut().enumerate() {
            *lines = figures(&spoken(command(host)?.args(["--", "--nocapture"]))?);
        }
        all.push(said);
    }
    print!("{}", table(&all));
    Ok(())
}

/// The standard output of a command.
fn spoken(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("could not start the bench: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() { Ok(text) } else { Err(format!("the bench failed:\n{text}")) }
}

/// Parses lines of the form `kind|goal|name|workload|figure|…` into figures, keyed by everything
/// before them.
fn figures(text: &str) -> BTreeMap<String, Vec<f64>> {
    let mut found = BTreeMap::new();
    for line in text.lines() {
        let line = line.trim();
        if !["phase|", "single|", "memory|"].iter().any(|kind| line.starts_with(kind)) {
            continue;
        }
        let parts: Vec<&str> = line.split('|').collect();
        let (key, values) = parts.split_at(parts.len().min(4));
        found.insert(key.join("|"), values.iter().filter_map(|v| v.parse().ok()).collect());
    }
    found
}

/// The median ratio is affected by other running programs; the fastest times are affected least.
const HEAD: &str = "| goal | phase | workload | browser / native | 10 % to 90 % | quickest | as \
                    released, quickest | native | browser | as released |\n\
                    |---|---|---|---|---|---|---|---|---|---|\n";

/// The table in `docs/benchmarks.md`.
fn table(rounds: &Rounds) -> String {
    let mut text = HEAD.to_owned();
    let Some(first) = rounds.first() else { return text };
    let series = |host: usize, key: &str, place: usize| -> Vec<f64> {
        let values = rounds.iter().filter_map(|round| round[host].get(key)?.get(place).copied());
        values.collect()
    };
    let mut keys: Vec<&String> = first[1].keys().collect();
    keys.sort_by_key(|key| key.split('|').skip(1).collect::<Vec<_>>());
    for key in keys {
        let parts: Vec<&str> = key.split('|').collect();
        let [kind, goal, name, workload] = parts[..] else { continue };
        let times = |place: usize| [0, 1, 2].map(|host| series(host, key, place));
        let row = row(kind, name, workload, &times);
        text += &format!("| {goal} | {row} |\n");
    }
    text
}

/// A table row after the goal column: what was timed, where, and how the hosts compare. `times`
/// returns the series of each host at an index.
fn row(kind: &str, name: &str, workload: &str, times: &dyn Fn(usize) -> [Vec<f64>; 3]) -> String {
    match kind {
        "phase" => {
            let [native, browser, released] = times(0);
            let rounds = browser.iter().zip(&native);
            let ratios: Vec<f64> = rounds.map(|(time, native)| time / native).collect();
            let [native, browser, released] = [native, browser, released].map(|t| at(&t, 0));
            format!(
                "{name} | {workload} | {:.2} | {:.2} to {:.2} | {:.2} | {:.2} | {} | {} | {}",
                at(&ratios, 50),
                at(&ratios, 10),
                at(&ratios, 90),
                browser / native,
                released / native,
                time(native),
                time(browser),
                time(released)
            )
        }
        "single" => {
            let [middle, high] = [times(0), times(1)];
            let both = |host: usize| {
                format!("{} and {}", time(at(&middle[host], 0)), time(at(&high[host], 0)))
            };
            let (native, browser, released) = (both(0), both(1), both(2));
            format!("{name}, p50 and p99 | {workload} | | | | | {native} | {browser} | {released}")
        }
        _ => {
            let taken = |host: usize| {
                let of = |place: usize| at(&times(place)[host], 50) / 1_048_576.0;
                format!("{:.1}, {:.1}, {:.1} MB", of(0), of(1), of(2))
            };
            format!(
                "memory with the scenario, compiled, after the full answer ({name} regions) | \
                 {workload} | | | | | | {} | {}",
                taken(1),
                taken(2)
            )
        }
    }
}

/// The given percentile of some values.
fn at(values: &[f64], hundredth: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() * hundredth).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

/// Formats milliseconds in a readable unit.
fn time(milliseconds: f64) -> String {
    match milliseconds {
        ms if ms >= 1_000.0 => format!("{:.2} s", ms / 1e3),
        ms if ms >= 1.0 => format!("{ms:.2} ms"),
        ms => format!("{:.1} µs", ms * 1e3),
    }
}

#[cfg(test)]
mod tests {
    use super::{figures, table};

    #[test]
    fn lines_become_ratios_of_the_same_round() {
        let round = |native: f64, browser: f64| {
            let line = |ms: f64| figures(&format!("noise\n  phase|P1|start|A|{ms}\n"));
            [line(native), line(browser), line(native * 3.0)]
        };
        let text = table(&vec![round(2.0, 3.0), round(4.0, 4.0), round(1.0, 2.0)]);
        let row = text.lines().nth(2);
        let expected = "| P1 | start | A | 1.50 | 1.00 to 2.00 | 2.00 | 3.00 | 1.00 ms | 2.00 ms | \
                        3.00 ms |";
        assert_eq!(row, Some(expected));
    }
}
