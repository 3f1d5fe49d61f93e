//! Criterion benchmarks of the engine: a query, a cold start, an update, a matrix.

#![expect(clippy::unwrap_used, reason = "a benchmark panics if something is missing")]

use std::hint::black_box;

use criterion::{Bencher, Criterion, criterion_group, criterion_main};
use sg_core::connectivity::*;
use sg_testing::workload::{Edit, Random, Workload, questions};

fn one_question(criterion: &mut Criterion) {
    for workload in [Workload::A, Workload::G, Workload::M, Workload::S] {
        let scenario = workload.scenario(1);
        let flows = questions(&scenario, &mut Random::new(2), 256);
        let mut next = flows.iter().cycle();
        criterion.bench_function(&format!("one question/{}", workload.name), |bencher| {
            bencher.iter(|| black_box(evaluate(&scenario, next.next().unwrap())));
        });
        let reach = Reach::new(&scenario);
        let mut next = flows.iter().cycle();
        let name = format!("one question, prepared/{}", workload.name);
        criterion.bench_function(&name, |bencher| {
            bencher.iter(|| black_box(reach.decide(next.next().unwrap())));
        });
    }
}

fn one_matrix(criterion: &mut Criterion) {
    for workload in [Workload::M, Workload::S] {
        let scenario = workload.scenario(1);
        criterion.bench_function(&format!("matrix/{}", workload.name), |bencher| {
            bencher
                .iter(|| black_box(matrix(&scenario, PacketChoice::All, CheckedDirections::Both)));
        });
    }
}

fn prepare(criterion: &mut Criterion) {
    for workload in [Workload::A, Workload::G, Workload::M, Workload::S] {
        let scenario = workload.scenario(1);
        let start = |bencher: &mut Bencher<'_>| bencher.iter(|| black_box(Reach::new(&scenario)));
        criterion.bench_function(&format!("prepare/{}", workload.name), start);
        let reach = Reach::new(&scenario);
        let after = Edit::AddRule.apply(&scenario, &mut Random::new(3)).unwrap();
        let update = |bencher: &mut Bencher<'_>| bencher.iter(|| black_box(reach.updated(&after)));
        criterion.bench_function(&format!("update by a rule/{}", workload.name), update);
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = one_question, prepare, one_matrix
}
criterion_main!(benches);
