//! Exports of a scenario for other programs: CLI scripts and Terraform that rebuild it, and CSV.
//!
//! Read-only output, such as an explanation as Markdown, lives in [`explain`](crate::explain); the
//! scenario document lives in [`share`](crate::share).

mod csv;
mod exposure;
mod left_out;
mod script;
mod terraform;
pub mod text;

pub use csv::{complete_line_rows, complete_matrix_rows, csv, line_rows, matrix_rows};
pub use exposure::{
    ExposureColumn, block_text, exposed_names, exposure_lines, exposure_markdown, exposure_rows,
};
pub use left_out::{LeftOut, Omitted, Written};
pub use script::script;
pub use terraform::terraform;
