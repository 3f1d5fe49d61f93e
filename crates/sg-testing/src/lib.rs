//! Shared by the tests and benchmarks of all packages: scenarios as text, generators, a naive
//! evaluator and hostile values.

pub mod environment;
pub mod hostile_values;
pub mod naive;
pub mod scenario_text;
pub mod workload;

// Files, and a source of randomness that does not compile for the browser.
#[cfg(not(target_arch = "wasm32"))]
pub mod golden;
#[cfg(not(target_arch = "wasm32"))]
pub mod hostile_links;
#[cfg(not(target_arch = "wasm32"))]
pub mod hostile_scenarios;
#[cfg(not(target_arch = "wasm32"))]
pub mod hostile_text;
#[cfg(not(target_arch = "wasm32"))]
pub mod program;
#[cfg(not(target_arch = "wasm32"))]
pub mod random_edits;
#[cfg(not(target_arch = "wasm32"))]
pub mod random_scenario;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
#[cfg(not(target_arch = "wasm32"))]
pub mod worlds;

/// The root folder of the project; `tests/` below it contains cases, data and snapshots.
pub fn root() -> &'static std::path::Path {
    std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
