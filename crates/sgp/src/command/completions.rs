//! `sgp completions`: completion scripts for shells.

use clap::Command;
use clap_complete::{Shell, generate};

use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::streams::Streams;

/// Completions of commands, options and their words for a shell
///
/// Writes a script to standard output; the shell's own documentation says where it reads such
/// scripts.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

const EXAMPLE: &str = "\
Example:
  sgp completions bash > sgp.bash";

pub(super) fn run(
    args: &Args,
    mut command: Command,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    let mut script = Vec::new();
    generate(args.shell, &mut command, "sgp", &mut script);
    streams.output.write_all(&script)?;
    Ok(SUCCESS)
}
