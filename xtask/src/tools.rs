//! The tools that build the page: found on PATH or in the tool folder, or else installed there.

use crate::Outcome;
use crate::process::{cargo, executable, on_path, output, path_with, run, say, version};
use crate::project::{self, WASM};
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Trunk version to install if no suitable one is found.
const TRUNK: &str = "0.22.1";

/// The version of wasm-split-cli; the crate that marks the seams states which ones fit together.
const WASM_SPLIT: &str = "0.2.4";

/// The version of geckodriver to install if none is on PATH.
const GECKODRIVER: &str = "0.36.0";

/// The tools needed to build the page, by full path.
pub(crate) struct PageTools {
    /// `trunk`.
    pub(crate) trunk: PathBuf,
    /// `wasm-bindgen`, with `wasm-bindgen-test-runner` next to it.
    pub(crate) wasm_bindgen: PathBuf,
}

impl PageTools {
    /// PATH with these tools first, for programs that search it.
    pub(crate) fn path(&self) -> Outcome<OsString> {
        path_with([&self.trunk, &self.wasm_bindgen].into_iter().filter_map(|tool| tool.parent()))
    }
}

/// Finds or installs everything needed to build the page.
pub(crate) fn page_tools() -> Outcome<PageTools> {
    wasm_target()?;
    let bindgen = project::locked("wasm-bindgen")?;
    Ok(PageTools {
        trunk: find_or_install(&Tool {
            package: "trunk",
            version: TRUNK,
            programs: &["trunk"],
            accepts: &trunk_fits,
            // Uses its released lock file. Trunk does not compile without TLS, and rustls needs no
            // system library. Everything that Trunk would download is installed before it starts.
            options: &["--locked", "--no-default-features", "--features", "rustls"],
            // Optimised for compile time, because Trunk mostly waits for Cargo.
            opt_level: "0",
            minutes: 3,
            tells_version: true,
        })?,
        wasm_bindgen: find_or_install(&Tool {
            package: "wasm-bindgen-cli",
            version: &bindgen,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            accepts: &|found| found == bindgen,
            // No --locked: the lock file of 0.2.130 names a release that is missing on some
            // mirrors.
            options: &[],
            opt_level: "1",
            minutes: 2,
            tells_version: true,
        })?,
    })
}

/// Finds or installs `wasm-split-cli`, which only a release build of the page needs.
pub(crate) fn wasm_split() -> Outcome<PathBuf> {
    find_or_install(&Tool {
        package: "wasm_split_cli_support",
        version: WASM_SPLIT,
        programs: &["wasm-split-cli"],
        accepts: &|_| false,
        options: &["--locked", "--features", "build-binary"],
        opt_level: "1",
        minutes: 1,
        tells_version: false,
    })
}

/// Finds or installs `geckodriver`, which only journeys in Firefox need.
pub(crate) fn geckodriver() -> Outcome<PathBuf> {
    find_or_install(&Tool {
        package: "geckodriver",
        version: GECKODRIVER,
        programs: &["geckodriver"],
        accepts: &|found| found == GECKODRIVER,
        options: &["--locked"],
        opt_level: "0",
        minutes: 2,
        tells_version: true,
    })
}

/// Ensures that the standard library for the page's target is installed.
pub(crate) fn wasm_target() -> Outcome {
    if wasm_library().is_some_and(|folder| folder.is_dir()) {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        return Err(format!("install the Rust target {WASM} for your compiler, or use rustup"));
    }
    say(&format!("installing the Rust target {WASM}"));
    run(Command::new("rustup").args(["target", "add", WASM]).current_dir(project::root()))
}

fn wasm_library() -> Option<PathBuf> {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args(["--print", "target-libdir", "--target", WASM]).current_dir(project::root());
    Some(PathBuf::from(output(&mut rustc)?.trim()))
}

/// A crate with programs, from crates.io.
struct Tool<'a> {
    package: &'a str,
    version: &'a str,
    programs: &'a [&'a str],
    /// Whether a version found on PATH is suitable.
    accepts: &'a dyn Fn(&str) -> bool,
    options: &'a [&'a str],
    opt_level: &'a str,
    /// The approximate installation time on two cores, in minutes.
    minutes: u32,
    /// Whether its programs know their version. The others are only used from the tool folder, whose
    /// name holds it.
    tells_version: bool,
}

/// The first program of a tool: a suitable one on PATH, else the one in the tool folder.
fn find_or_install(tool: &Tool) -> Outcome<PathBuf> {
    if let Some(found) = tool.programs.first().and_then(|name| on_path(name)) {
        let folder = found.parent().unwrap_or(Path::new(""));
        if works(tool, folder, tool.accepts) {
            return Ok(found);
        }
    }
    let home = folder()?.join(format!("{}-{}", tool.package, tool.version));
    let bin = home.join("bin");
    if !works(tool, &bin, &|found| found == tool.version) {
        install(tool, &home)?;
    }
    Ok(bin.join(executable(tool.programs.first().unwrap_or(&""))))
}

/// Whether every program of a tool is in a folder and reports a suitable version. Each one is
/// executed, because a file may be truncated or built for another platform.
fn works(tool: &Tool, folder: &Path, accepts: &dyn Fn(&str) -> bool) -> bool {
    tool.programs.iter().all(|program| {
        let program = folder.join(executable(program));
        match tool.tells_version {
            true => version(&program).is_some_and(|found| accepts(&found)),
            false => accepts(tool.version) && output(Command::new(program).arg("--help")).is_some(),
        }
    })
}

/// Installs a tool into a temporary folder and moves it into place if it works, under a file lock
/// that the system releases if this process dies. Build artifacts are kept until then, so that an
/// interrupted installation can resume.
fn install(tool: &Tool, home: &Path) -> Outcome {
    let io =
        |what: &str, error: std::io::Error| format!("cannot {what} {}: {error}", home.display());
    let parent = home.parent().unwrap_or(home);
    fs::create_dir_all(parent).map_err(|error| io("create the folder of", error))?;
    let lock = File::create(home.with_added_extension("lock")).map_err(|e| io("lock", e))?;
    if lock.try_lock().is_err() {
        say(&format!("waiting for another installation of {}", tool.package));
        lock.lock().map_err(|error| io("lock", error))?;
    }
    let wanted = |found: &str| found == tool.version;
    if works(tool, &home.join("bin"), &wanted) {
        return Ok(());
    }

    let Tool { package, version, minutes, .. } = tool;
    say(&format!(
        "installing {package} {version} (about {minutes} minutes, once) into {}",
        parent.display()
    ));
    let partial = home.with_added_extension("partial");
    let build = home.with_added_extension("build");
    remove(&partial)?;
    cargo_install(tool, &partial, &build)?;
    if !works(tool, &partial.join("bin"), &wanted) {
        return Err(format!("{package} {version} was installed but does not run"));
    }
    remove(home)?;
    fs::rename(&partial, home).map_err(|error| io("move the new tool to", error))?;
    remove(&build)
}

fn cargo_install(tool: &Tool, root: &Path, build: &Path) -> Outcome {
    let mut install = cargo();
    install.arg("install").args(tool.options).args(["--force", "--root"]).arg(root);
    install.arg(format!("{}@{}", tool.package, tool.version));
    if !stderr().is_terminal() {
        install.arg("--quiet");
    }
    install
        .current_dir(project::root())
        .env("CARGO_TARGET_DIR", build)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level)
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        .env("CARGO_PROFILE_RELEASE_STRIP", "true")
        // These settings are meant for the project and would break the build of a tool.
        .env_remove("CARGO_BUILD_TARGET")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTFLAGS");
    run(&mut install)
}

fn remove(folder: &Path) -> Outcome {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("cannot remove {}: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// The folder for tools. It is a cache: anything missing is installed again.
fn folder() -> Outcome<PathBuf> {
    if let Some(chosen) = env::var_os("SGP_TOOLS").filter(|value| !value.is_empty()) {
        return std::path::absolute(chosen).map_err(|error| format!("SGP_TOOLS: {error}"));
    }
    let cache = match user_cache() {
        Some(cache) => cache,
        None => project::target()?,
    };
    Ok(cache.join("sg-playground").join("tools"))
}

fn user_cache() -> Option<PathBuf> {
    let variable = |name: &str| env::var_os(name).map(PathBuf::from).filter(|it| it.is_absolute());
    match env::consts::OS {
        "windows" => variable("LOCALAPPDATA"),
        "macos" => Some(variable("HOME")?.join("Library").join("Caches")),
        _ => variable("XDG_CACHE_HOME").or_else(|| Some(variable("HOME")?.join(".cache"))),
    }
}

/// The range stated in `Trunk.toml`: at least 0.21.14, below 0.23, no pre-releases.
fn trunk_fits(found: &str) -> bool {
    let parts: Option<Vec<u32>> = found.split('.').map(|part| part.parse().ok()).collect();
    match parts.as_deref() {
        Some([0, 21, patch]) => *patch >= 14,
        Some([0, 22, _]) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::trunk_fits;

    #[test]
    fn the_trunk_range_is_the_one_in_trunk_toml() {
        for fits in ["0.21.14", "0.21.15", "0.22.0", "0.22.1"] {
            assert!(trunk_fits(fits), "{fits}");
        }
        for unfit in ["0.21.13", "0.22.0-beta.1", "0.23.0", "1.21.14", "0.21", ""] {
            assert!(!trunk_fits(unfit), "{unfit}");
        }
        let settings = include_str!("../../Trunk.toml");
        assert!(settings.contains("trunk-version = \">=0.21.14, <0.23\""));
        assert!(trunk_fits(super::TRUNK));
    }
}
