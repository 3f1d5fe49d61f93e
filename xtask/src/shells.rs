//! The shells of the tests: scripts that the project writes are run by each of them.

use crate::browser::{apt, may_install};
use crate::process::{on_path, run, say};
use std::process::Stdio;

/// What every run needs, and what it takes besides. Debian calls the packages as it calls the programs.
const SHELLS: [&str; 7] = ["dash", "bash", "busybox", "zsh", "ksh", "mksh", "fish"];

/// Installs the shells that are missing, where that needs no question: as root on a system with apt.
/// Elsewhere the tests run with those that are there, and say which.
pub(crate) fn find_or_install() {
    let missing = missing();
    if missing.is_empty() {
        return;
    }
    let names = missing.join(" ");
    if !may_install() {
        say(&format!(
            "the tests of copied scripts run without {names}: install what you can of them"
        ));
        return;
    }
    say(&format!("installing shells for the tests with apt: {names}"));
    // A list that cannot be refreshed may still be good enough for the installation.
    if let Err(error) = run(apt().arg("update")) {
        say(&error);
    }
    let mut install = apt();
    install.args(["install", "--yes", "--no-install-recommends"]).args(missing);
    if let Err(error) = run(install.stdout(Stdio::null())) {
        say(&error);
    }
}

fn missing() -> Vec<&'static str> {
    SHELLS.into_iter().filter(|name| on_path(name).is_none()).collect()
}
