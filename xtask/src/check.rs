//! `cargo xtask check`: formatting, lints for both targets, and that the core depends on no web
//! crate.

use crate::Outcome;
use crate::process::{cargo, on_path, output, run, say};
use crate::project::{self, WASM};
use crate::tools;
use std::process::Command;

/// Browser crates; each name also covers all crates that start with it and a dash.
const WEB: [&str; 7] =
    ["gloo", "js-sys", "wasm-bindgen", "web-sys", "web-time", "yew", "console_error_panic_hook"];

/// Lints that tests may violate but product code may not: a test may panic.
const ALLOWED_IN_TESTS: [&str; 5] = [
    "clippy::unwrap_used",
    "clippy::expect_used",
    "clippy::panic",
    "clippy::indexing_slicing",
    "clippy::string_slice",
];

/// Runs all checks, the fastest first.
pub(crate) fn all() -> Outcome {
    components()?;
    say("formatting");
    run(&mut project_cargo(&["fmt", "--all", "--check"]))?;
    core_is_web_free()?;
    say("lints: native");
    lint(&["--workspace", "--lib", "--bins"], &[])?;
    let tests = ["--workspace", "--tests", "--benches", "--features", "sg-playground/journeys"];
    lint(&tests, &ALLOWED_IN_TESTS)?;
    tools::wasm_target()?;
    say("lints: WebAssembly");
    lint(&["--target", WASM, "--lib", "--bins"], &[])?;
    lint(&["--target", WASM, "--test", "wasm"], &ALLOWED_IN_TESTS)
}

/// Lints with warnings as errors. Clippy's own test exceptions cover functions marked `#[test]`,
/// but neither helpers in `tests/` nor tests with other attributes, hence the list.
fn lint(targets: &[&str], allowed: &[&str]) -> Outcome {
    let mut clippy = project_cargo(&["clippy", "--quiet"]);
    clippy.args(targets).args(["--", "--deny", "warnings"]);
    run(clippy.args(allowed.iter().flat_map(|lint| ["--allow", lint])))
}

fn project_cargo(args: &[&str]) -> Command {
    let mut cargo = cargo();
    cargo.args(args).current_dir(project::root());
    cargo
}

/// A toolchain installed with the minimal profile lacks rustfmt and Clippy.
fn components() -> Outcome {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let works = output(&mut project_cargo(&[command, "--version"])).is_some();
        if works {
            continue;
        }
        if on_path("rustup").is_none() {
            return Err(format!("install {component} for your Rust compiler"));
        }
        say(&format!("installing {component}"));
        let mut rustup = Command::new("rustup");
        run(rustup.args(["component", "add", component]).current_dir(project::root()))?;
    }
    Ok(())
}

/// Fails if the core or the command line depends on a web crate, on any platform.
fn core_is_web_free() -> Outcome {
    say("the core and the command line depend on no web crate");
    let mut tree = project_cargo(&["tree", "--package", "sg-core", "--package", "sgp"]);
    tree.args([
        "--edges",
        "normal,build",
        "--target",
        "all",
        "--prefix",
        "none",
        "--format",
        "{lib}",
    ]);
    let listing = output(&mut tree).ok_or("`cargo tree` failed on the core")?;
    match web_crates(&listing).as_slice() {
        [] => Ok(()),
        found => Err(format!("the core depends on web crates: {}", found.join(", "))),
    }
}

fn web_crates(listing: &str) -> Vec<&str> {
    let is_web = |name: &str| {
        let name = name.replace('_', "-");
        WEB.iter().map(|web| web.replace('_', "-")).any(|web| {
            name.strip_prefix(&web).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })
    };
    let mut found: Vec<&str> = listing.lines().map(str::trim).filter(|name| is_web(name)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::web_crates;

    #[test]
    fn web_crates_are_told_by_their_names() {
        let listing = "sg_playground\nserde\nwasm_bindgen_futures\nweb_sys\nyewish\nweb_sys\n";
        assert_eq!(web_crates(listing), ["wasm_bindgen_futures", "web_sys"]);
        assert!(web_crates("serde\nindexmap\nipnet\n").is_empty());
    }
}
