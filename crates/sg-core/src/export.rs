//! Exports of a scenario for other programs: CLI scripts and Terraform that rebuild it, and CSV.
//!
//! Read-only output, such as an explanation as Markdown, lives in [`explain`](crate::explain); the
//! scenario document lives in [`share`](crate::share).

mod csv;
mod script;
mod terraform;
pub mod text;

pub use csv::{csv, matrix_rows};
pub use script::script;
pub use terraform::terraform;
