//! Times two things alternately and formats a line of the table.

use std::fs;
use std::hint::black_box;
use std::time::Instant;

/// The seconds of both measurements, one entry per round.
#[derive(Debug, Clone)]
pub(crate) struct Times {
    pub(crate) firsts: Vec<f64>,
    seconds: Vec<f64>,
}

/// Alternates both for the given number of rounds, after a warm-up round.
pub(crate) fn alternate<A, B>(
    rounds: usize,
    mut first: impl FnMut() -> A,
    mut second: impl FnMut() -> B,
) -> Times {
    let _ = (timed(&mut first), timed(&mut second));
    let mut times = Times { firsts: Vec::new(), seconds: Vec::new() };
    for _ in 0..rounds {
        times.firsts.push(timed(&mut first));
        times.seconds.push(timed(&mut second));
    }
    times
}

/// The seconds that `work` takes; its result is dropped after the clock has stopped.
///
/// From 0.1 s on, this is the CPU time if the system reports it (Linux), so that other programs
/// matter less. Below that, the resolution of CPU time is too coarse.
fn timed<T>(mut work: impl FnMut() -> T) -> f64 {
    let (begun, start) = (on_processor(), Instant::now());
    let answer = black_box(work());
    let seconds = start.elapsed().as_secs_f64();
    let ended = on_processor();
    drop(answer);
    match (begun, ended) {
        (Some(begun), Some(ended)) if seconds >= 0.1 => ended - begun,
        _ => seconds,
    }
}

/// The CPU seconds used by this process.
fn on_processor() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// The given percentile of some values.
pub(crate) fn percentile(values: &mut [f64], hundredth: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = (values.len() * hundredth).div_ceil(100).saturating_sub(1);
    values.get(place).copied().unwrap_or(f64::NAN)
}

impl Times {
    pub(crate) fn first(&self) -> f64 {
        percentile(&mut self.firsts.clone(), 50)
    }

    pub(crate) fn second(&self) -> f64 {
        percentile(&mut self.seconds.clone(), 50)
    }

    fn ratios(&self) -> Vec<f64> {
        self.firsts.iter().zip(&self.seconds).map(|(first, second)| first / second).collect()
    }

    /// The median of the per-round ratios of the first measurement to the second.
    pub(crate) fn ratio(&self) -> f64 {
        percentile(&mut self.ratios(), 50)
    }

    pub(crate) fn scale(mut self, by: f64) -> Self {
        self.firsts.iter_mut().for_each(|time| *time *= by);
        self.scale_second(by)
    }

    pub(crate) fn scale_second(mut self, by: f64) -> Self {
        self.seconds.iter_mut().for_each(|time| *time *= by);
        self
    }
}

/// A line of the table.
pub(crate) struct Line(String);

impl Line {
    pub(crate) const HEAD: &str = "| goal | what / against what | workload | ratio | 10 % to 90 % | first | second |\n|---|---|---|---|---|---|---|";

    pub(crate) fn new(goal: &str, what: &str, workload: &str, times: &Times) -> Self {
        let mut ratios = times.ratios();
        let (low, high) = (percentile(&mut ratios, 10), percentile(&mut ratios, 90));
        Self(format!(
            "| {goal} | {what} | {workload} | {} | {} to {} | {} | {} |",
            figure(times.ratio()),
            figure(low),
            figure(high),
            time(times.first()),
            time(times.second())
        ))
    }

    pub(crate) fn print(&self) {
        println!("{}", self.0);
    }
}

fn figure(value: f64) -> String {
    if value < 0.01 { format!("{value:.6}") } else { format!("{value:.3}") }
}

fn time(seconds: f64) -> String {
    match seconds {
        s if s >= 1.0 => format!("{s:.2} s"),
        s if s >= 1e-3 => format!("{:.2} ms", s * 1e3),
        s if s >= 1e-6 => format!("{:.2} µs", s * 1e6),
        s => format!("{:.0} ns", s * 1e9),
    }
}
