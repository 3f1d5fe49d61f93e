//! A script as one paste into a terminal.

use super::choice::{Collect, Shell};
use super::{posix, powershell};

/// Lines to paste into a terminal. For `sh` they write the script to a file in the current folder
/// and run it from there; for PowerShell they are the script as a block.
pub fn paste(shell: Shell, collect: &Collect) -> String {
    match shell {
        // Without `#!`, which an interactive shell would take for its history.
        Shell::Posix => {
            let (file, script) = (shell.file(), posix::script(collect));
            format!("cat >{file} <<'END_OF_SGP_COLLECT'\n{script}END_OF_SGP_COLLECT\nsh {file}\n")
        }
        // A block, which needs no file and no leave to run one.
        Shell::PowerShell => format!("& {{\n{}}}\n", powershell::script(collect)),
    }
}
