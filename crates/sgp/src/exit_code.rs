//! The exit codes of every command.

/// Everything went as asked.
pub(crate) const SUCCESS: u8 = 0;
/// `sgp check` found a goal that is not met, `sgp fix` no fix, `sgp lint` what it denies.
pub(crate) const UNMET: u8 = 1;
/// The command or its input is wrong; one sentence on standard error says how.
pub(crate) const REFUSED: u8 = 2;
