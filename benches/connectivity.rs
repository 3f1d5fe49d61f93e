//! Criterion benches of the engine: one question, one matrix.

#![expect(
    missing_docs,
    clippy::unwrap_used,
    reason = "criterion's macros; a bench stops when broken"
)]

#[path = "../tests/common/workload.rs"]
mod workload;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use sg_playground::connectivity::*;
use workload::{Random, Workload, questions};

fn one_question(criterion: &mut Criterion) {
    for workload in [Workload::A, Workload::G, Workload::M, Workload::S] {
        let scenario = workload.scenario(1);
        let flows = questions(&scenario, &mut Random::new(2), 256);
        let mut next = flows.iter().cycle();
        criterion.bench_function(&format!("one question/{}", workload.name), |bencher| {
            bencher.iter(|| black_box(evaluate(&scenario, next.next().unwrap())));
        });
    }
}

fn one_matrix(criterion: &mut Criterion) {
    for workload in [Workload::M, Workload::S] {
        let scenario = workload.scenario(1);
        criterion.bench_function(&format!("matrix/{}", workload.name), |bencher| {
            bencher.iter(|| black_box(matrix(&scenario, PacketChoice::All, DirectionView::Both)));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = one_question, one_matrix
}
criterion_main!(benches);
