//! A script as a file.

use super::choice::{Collect, Shell};
use super::{posix, powershell};

/// A script that collects, to be run from a file or piped into the shell.
pub fn script(shell: Shell, collect: &Collect) -> String {
    match shell {
        Shell::Posix => format!("#!/bin/sh\n{}", posix::script(collect)),
        Shell::PowerShell => powershell::script(collect),
    }
}
