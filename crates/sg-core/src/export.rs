//! The scene for other programs: calls and Terraform that rebuild it, the matrix for spreadsheets.
//!
//! What only reads the scene, such as an explanation as Markdown, is written where it is made
//! ([`explain`](crate::explain)); the scene itself as a document is [`share`](crate::share)'s.

mod csv;
mod script;
mod terraform;
pub mod text;

pub use csv::{csv, matrix_rows};
pub use script::script;
pub use terraform::terraform;
