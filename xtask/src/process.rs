//! Runs other programs: finds them, waits for them and reports failures in one sentence.

use crate::Outcome;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Runs a command with its output on the terminal; any failure is an error.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| format!("could not start {}: {error}", line(command)))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {}", line(command))) }
}

/// Runs a command silently and returns its standard output, or `None` if it failed.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first version number in the output of `program --version`, such as `0.21.14`.
pub(crate) fn version(program: &Path) -> Option<String> {
    let text = output(Command::new(program).arg("--version"))?;
    let starts_with_digit = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    text.split_whitespace().find(starts_with_digit).map(str::to_owned)
}

/// The path of a program on PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let file = executable(name);
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}

/// The file name of a program on this platform.
pub(crate) fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// PATH with these folders first.
pub(crate) fn path_with<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Outcome<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().map(Path::to_path_buf).chain(env::split_paths(&old));
    env::join_paths(all).map_err(|error| format!("a tool folder cannot be put on PATH: {error}"))
}

/// The Cargo that runs this program, so that the pinned toolchain is used throughout.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Prints progress to standard error, so that standard output can be piped.
pub(crate) fn say(message: &str) {
    eprintln!("xtask: {message}");
}

fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let mut line = format!("`{}", program.to_string_lossy());
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line.push('`');
    line
}
