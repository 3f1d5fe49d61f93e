//! Golden files: texts of the product that are kept in the project and compared byte for byte.
//!
//! They are files and not literals in tests, because people and other tests read them too: the tables
//! of `docs/`, the cheat sheets of `static/`, the snapshots of `tests/`. `UPDATE_EXPECT=1 cargo test`
//! writes those anew that differ; the difference is then reviewed like any other.

use expect_test::expect_file;

use crate::root;

/// Compares a text with a file of the project, by its path from the root.
#[track_caller]
pub fn assert_golden(path: &str, text: &str) {
    expect_file![root().join(path)].assert_eq(text);
}
