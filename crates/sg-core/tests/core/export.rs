//! Exported files, read back by readers of their own: the scene in them answers as the one exported.

#![expect(clippy::wildcard_enum_match_arm, reason = "whatever else stands in a file is a fault")]

mod shell;
mod table;
mod terraform;
