//! Why a command failed: one sentence for a person or a log.

use std::fmt::Display;
use std::io;

use thiserror::Error;

/// A command that failed.
#[derive(Debug, Error)]
pub(super) enum Failure {
    /// The command line is wrong.
    #[error("{0}")]
    Usage(String),
    /// A file, or a name in the arguments, is not valid.
    #[error("{0}")]
    Input(String),
    /// Output could not be written.
    #[error("cannot write the output: {0}")]
    Output(#[from] io::Error),
}

impl Failure {
    pub(super) fn input(sentence: impl Display) -> Self {
        Self::Input(sentence.to_string())
    }

    pub(super) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
