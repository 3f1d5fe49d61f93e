//! The exit codes of every command.

/// Everything went as asked.
pub(crate) const SUCCESS: u8 = 0;
/// `sgp check` found a goal that is not met, `sgp fix` no fix, `sgp lint` what it denies, `sgp diff`
/// what --fail-on names, `sgp flows` a disagreement; the API refuses a call of `sgp what-if`.
pub(crate) const UNMET: u8 = 1;
/// `sgp export` left something out of its file, or `sgp import --strict` found something that was
/// assumed, left out or incomplete, or `sgp flows --strict` a record that could not be judged.
pub(crate) const INCOMPLETE: u8 = 3;
/// The command or its input is wrong; one sentence on standard error says how.
pub(crate) const REFUSED: u8 = 2;
