//! The core without the emulator: verdicts, explanations, documents, links, import, export,
//! lessons, quizzes.

mod cells;
mod cheat_sheet;
mod checker;
mod connectivity;
mod connectivity_properties;
mod differences;
mod examples;
mod explanations;
mod export;
mod fix;
mod fix_calls;
mod fix_properties;
mod goal_ends;
mod history;
mod hostile_links;
mod import;
mod laws;
mod lessons;
mod links;
mod lint;
mod lint_properties;
mod logs;
mod quiz;
mod quotas;
mod reach;
mod session;
mod share_document;
mod shown;
mod small_worlds;
mod topology_edits;
mod updates;
