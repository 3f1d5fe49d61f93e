//! Why a command did not run: one sentence for the person or the log.

use std::fmt::Display;
use std::io;

use thiserror::Error;

/// A command that could not do its work.
#[derive(Debug, Error)]
pub(super) enum Failure {
    /// The command line is wrong.
    #[error("{0}")]
    Usage(String),
    /// A file, or a name in the arguments, does not fit.
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
