//! Exported files, read back by readers of their own: the scene in them answers as the one exported.

#![expect(clippy::wildcard_enum_match_arm, reason = "whatever else stands in a file is a fault")]

#[path = "common/random_scene.rs"]
#[expect(dead_code, reason = "other tests use packets and single rules too")]
mod random_scene;

#[path = "common/hostile_values.rs"]
#[expect(dead_code, reason = "snippets number them too")]
mod hostile_values;

#[path = "export/shell.rs"]
mod shell;
#[path = "export/table.rs"]
mod table;
#[path = "export/terraform.rs"]
mod terraform;
