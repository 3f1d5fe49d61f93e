//! The engine phases that are timed natively and in a browser, with one line of output each.

use std::hint::black_box;

use sg_core::connectivity::{CheckedDirections, Flow, PacketChoice, Reach, diff, matrix};
use sg_core::model::Scenario;

use sg_testing::workload::{Edit, Random, Workload, questions};

/// How long a batch of a phase is repeated, in milliseconds. Browser clocks are coarse.
const BATCH: f64 = 20.0;

/// The maximum number of batches per phase, and the time limit in milliseconds. The fastest batch
/// counts, because other programs on the machine can only slow a batch down.
const BATCHES: (usize, f64) = (8, 2_000.0);

/// The clock, in milliseconds, and the output.
pub(crate) struct Host<'a> {
    pub(crate) now: &'a dyn Fn() -> f64,
    pub(crate) say: &'a dyn Fn(String),
    /// Bytes of memory in use, if the host can tell.
    pub(crate) memory: &'a dyn Fn() -> Option<usize>,
}

/// Runs every phase once.
pub(crate) fn run(host: &Host<'_>) {
    // Memory first: WebAssembly memory never shrinks.
    memory(host, Workload::A);
    for workload in [Workload::A, Workload::G] {
        let scenario = workload.scenario(1);
        host.phase("P1", "start", workload, || Reach::new(&scenario));
        let reach = Reach::new(&scenario);
        let lists = || {
            reach.for_each_pair(|pair| {
                black_box(pair);
            });
        };
        host.phase("P1", "lists of all pairs", workload, lists);
        host.phase("P1", "all regions of all pairs", workload, || visit_all(&reach));
    }
    one_edit(host);
    one_question(host);
    for workload in [Workload::M, Workload::S] {
        whole_matrix(host, workload);
    }
    memory(host, Workload::A_2000);
}

impl Host<'_> {
    /// Repeats `work` and reports the time per call in the fastest batch.
    fn phase<T>(&self, goal: &str, name: &str, workload: Workload, mut work: impl FnMut() -> T) {
        drop(black_box(work()));
        let begun = (self.now)();
        let mut quickest = f64::INFINITY;
        for _ in 0..BATCHES.0 {
            quickest = quickest.min(self.batch(&mut work));
            if (self.now)() - begun > BATCHES.1 {
                break;
            }
        }
        (self.say)(format!("phase|{goal}|{name}|{}|{quickest}", workload.name));
    }

    fn batch<T>(&self, work: &mut impl FnMut() -> T) -> f64 {
        let (start, mut count) = ((self.now)(), 0_u32);
        loop {
            drop(black_box(work()));
            count += 1;
            let passed = (self.now)() - start;
            if passed >= BATCH {
                return passed / f64::from(count);
            }
        }
    }
}

/// The number of regions of the full answer, so that the work is not optimised away.
pub(crate) fn visit_all(reach: &Reach) -> u64 {
    let mut regions = 0;
    reach.for_each_pair(|pair| {
        pair.for_each_region(|packets, outcome| {
            black_box((packets, outcome));
            regions += 1;
        });
    });
    regions
}

fn one_edit(host: &Host<'_>) {
    for workload in [Workload::A, Workload::M] {
        let scenario = workload.scenario(1);
        let reach = Reach::new(&scenario);
        for edit in Edit::ALL {
            let mut random = Random::new(4);
            let edits: Vec<Scenario> =
                (0..60).filter_map(|_| edit.apply(&scenario, &mut random)).collect();
            let mut next = edits.iter().cycle();
            let name = format!("{edit:?}: update");
            host.phase("P4", &name, workload, || next.next().map(|after| reach.updated(after)));
            let mut singles: Vec<f64> =
                edits.iter().map(|after| single(host, &reach, after)).collect();
            singles.sort_by(f64::total_cmp);
            let at = |hundredth: usize| {
                let place = (singles.len() * hundredth).div_ceil(100).saturating_sub(1);
                singles.get(place).copied().unwrap_or(f64::NAN)
            };
            let (middle, high) = (at(50), at(99));
            (host.say)(format!("single|P4|{edit:?}|{}|{middle}|{high}", workload.name));
        }
    }
}

fn single(host: &Host<'_>, reach: &Reach, after: &Scenario) -> f64 {
    let start = (host.now)();
    let updated = black_box(reach.updated(after));
    let passed = (host.now)() - start;
    drop(updated);
    passed
}

fn one_question(host: &Host<'_>) {
    for workload in [Workload::A, Workload::M, Workload::S] {
        let scenario = workload.scenario(1);
        let reach = Reach::new(&scenario);
        let flows = questions(&scenario, &mut Random::new(2), 2_000);
        let ask =
            |flows: &[Flow]| flows.iter().for_each(|flow| drop(black_box(reach.decide(flow))));
        host.phase("P5", "2,000 questions", workload, || ask(&flows));
    }
}

fn whole_matrix(host: &Host<'_>, workload: Workload) {
    let scenario = workload.scenario(1);
    let whole = || matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
    host.phase("P7", "matrix of the page", workload, whole);
    let mut random = Random::new(5);
    let edits: Vec<Scenario> = (0..60)
        .filter_map(|index| Edit::ALL.get(index % Edit::ALL.len())?.apply(&scenario, &mut random))
        .collect();
    let before = whole();
    let mut next = edits.iter().cycle();
    let updated = || {
        let after = before.updated(next.next()?);
        Some((diff(&before, &after), after))
    };
    host.phase("P7", "matrix and difference after an edit", workload, updated);
}

/// The memory used with the scenario, after compiling it, and after the full answer.
fn memory(host: &Host<'_>, workload: Workload) {
    let scenario = workload.scenario(1);
    let bare = (host.memory)();
    let reach = Reach::new(&scenario);
    let compiled = (host.memory)();
    let regions = visit_all(&reach);
    if let (Some(bare), Some(compiled), Some(full)) = (bare, compiled, (host.memory)()) {
        let name = workload.name;
        (host.say)(format!("memory|P2|{regions}|{name}|{bare}|{compiled}|{full}"));
    }
}
