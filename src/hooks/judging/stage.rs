//! How far the reading of logs is.

use std::cell::Cell;

use crate::derived::FileFault;

/// How far the reading of logs is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum JudgingStage {
    /// Nothing is being read.
    #[default]
    Idle,
    /// The rules are being compiled.
    Preparing,
    /// Files are being read.
    Reading(ReadBytes),
    /// The records are being added up.
    Summing,
    /// No file had any record: the names, and what is wrong with which.
    Nothing(Vec<String>, Vec<(usize, FileFault)>),
}

/// How much has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadBytes {
    /// Bytes that were read.
    pub done: usize,
    /// Bytes of all files.
    pub all: usize,
    /// Records that were read.
    pub records: u64,
    /// The seconds that are left, once they can be told.
    pub seconds: Option<u32>,
}

/// A run, as the page sees it.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Whether it is to stop and keep its result.
    pub(super) stopped: Cell<bool>,
    /// Whether its result is no longer wanted.
    pub(super) dropped: Cell<bool>,
    /// Whether nobody shows its progress any longer.
    pub(super) unseen: Cell<bool>,
}
