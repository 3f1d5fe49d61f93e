//! What the tests and benches of all packages share: scenarios as text, generators, a naive
//! evaluator, hostile values.

#![expect(missing_docs, reason = "what only tests call is read where they call it")]

pub mod environment;
pub mod hostile_values;
pub mod naive;
pub mod scene;
pub mod schema;
pub mod workload;

// Files, and a source of randomness that does not compile for the browser.
#[cfg(not(target_arch = "wasm32"))]
pub mod golden;
#[cfg(not(target_arch = "wasm32"))]
pub mod hostile_links;
#[cfg(not(target_arch = "wasm32"))]
pub mod random_edits;
#[cfg(not(target_arch = "wasm32"))]
pub mod random_scene;
#[cfg(not(target_arch = "wasm32"))]
pub mod worlds;

/// The folder of the project, in whose `tests/` cases, data and snapshots lie.
pub fn root() -> &'static std::path::Path {
    std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
