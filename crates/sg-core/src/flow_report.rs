//! What a flow log came to, for readers: words, Markdown, CSV and JSON.

mod json;
mod judged;
mod table;
mod view;
mod words;

pub mod text;

pub use json::{FlowsJson, json_of};
pub use judged::JudgedLog;
pub use table::csv_of;
pub use view::{
    List, View, caution, counts, disagreement_lines, fault_line, notes, rule_line, seen_line,
    summary, unknown_lines, use_heading, use_line,
};
pub use words::{Words, action};
