//! Paths in this project and the versions locked in `Cargo.lock`.

use crate::Outcome;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The target triple of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The root folder of the workspace.
pub(crate) fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// Cargo's target folder, wherever it is: this program is in one of its profile folders.
pub(crate) fn target() -> Outcome<PathBuf> {
    let own = env::current_exe().map_err(|error| format!("cannot tell where xtask is: {error}"))?;
    own.ancestors()
        .nth(2)
        .map(Path::to_path_buf)
        .ok_or_else(|| "run xtask through Cargo: cargo xtask help".to_owned())
}

/// The version of a crate in `Cargo.lock`.
pub(crate) fn locked(name: &str) -> Outcome<String> {
    let path = root().join("Cargo.lock");
    let text =
        fs::read_to_string(&path).map_err(|error| format!("cannot read {path:?}: {error}"))?;
    locked_in(&text, name).ok_or_else(|| format!("Cargo.lock names no version of {name}"))
}

fn locked_in(lock: &str, name: &str) -> Option<String> {
    let heading = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != heading);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::locked_in;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn the_whole_name_decides() {
        assert_eq!(locked_in(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_in(LOCK, "wasm-bindgen-futures").as_deref(), Some("0.4.80"));
        assert_eq!(locked_in(LOCK, "wasm"), None);
    }
}
