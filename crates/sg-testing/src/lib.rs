//! Shared by the tests and benchmarks of all packages: scenarios as text, generators, a naive
//! evaluator and hostile values.

pub mod account;
pub mod environment;
pub mod flow_records;
pub mod hostile_values;
pub mod mixed_calls;
pub mod naive;
pub mod scenario_text;
pub mod workload;

// Files, and a source of randomness that does not compile for the browser.
#[cfg(not(target_arch = "wasm32"))]
pub mod gaps;
#[cfg(not(target_arch = "wasm32"))]
pub mod golden;
#[cfg(not(target_arch = "wasm32"))]
pub mod hostile_links;
#[cfg(not(target_arch = "wasm32"))]
pub mod hostile_scenarios;
#[cfg(not(target_arch = "wasm32"))]
pub mod hostile_text;
#[cfg(not(target_arch = "wasm32"))]
pub mod parsers;
#[cfg(not(target_arch = "wasm32"))]
pub mod port_lists;
#[cfg(not(target_arch = "wasm32"))]
pub mod program;
#[cfg(not(target_arch = "wasm32"))]
pub mod random_edits;
#[cfg(not(target_arch = "wasm32"))]
pub mod random_scenario;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
#[cfg(not(target_arch = "wasm32"))]
pub mod vswitches;
#[cfg(not(target_arch = "wasm32"))]
pub mod worlds;

/// The root folder of the project; `tests/` below it contains cases, data and snapshots.
pub fn root() -> &'static std::path::Path {
    std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
