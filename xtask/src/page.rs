//! Serves and builds the page with Trunk.

use crate::Outcome;
use crate::faults;
use crate::homes;
use crate::process::{run, say};
use crate::project;
use crate::sizes;
use crate::tools::{self, PageTools};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Serves the page and rebuilds it on every edit, until interrupted.
pub(crate) fn serve(args: &[String]) -> Outcome {
    let tools = tools::page_tools()?;
    let host = value(args, &["--address", "-a"]).unwrap_or("127.0.0.1");
    let port = value(args, &["--port", "-p"]).unwrap_or("8080");
    say(&format!("http://{host}:{port} as soon as the first build is done; Ctrl-C stops"));
    let mut serve = trunk(&tools)?;
    serve.arg("serve").args(args);
    if value(args, &["--dist", "-d"]).is_none() {
        // So that dist/ only ever contains a release build.
        serve.arg("--dist").arg(project::target()?.join("serve"));
    }
    replace_self(&mut serve)
}

/// Builds the page for release into `dist/` and lists what a visitor downloads.
pub(crate) fn build(args: &[String]) -> Outcome {
    let tools = tools::page_tools()?;
    let mut build = trunk(&tools)?;
    build.args(["build", "--release"]).args(args);
    homes::leave_out(&mut build)?;
    run(&mut build)?;
    let dist = project::root().join(value(args, &["--dist", "-d"]).unwrap_or("dist"));
    homes::check(&dist)?;
    faults::check(&dist)?;
    sizes::print(&dist)
}

/// Builds the page for the tests, outside `dist/`, and returns its folder.
pub(crate) fn build_for_tests(tools: &PageTools, optimised: bool) -> Outcome<PathBuf> {
    let site = project::target()?.join("site");
    say(&format!("building the page for the journeys into {}", site.display()));
    let mut build = trunk(tools)?;
    // The journeys make the program panic in places that no click does.
    build.arg("build").args(["--features", "faults"]).arg("--dist").arg(&site);
    if optimised {
        build.arg("--release");
        homes::leave_out(&mut build)?;
    }
    run(&mut build)?;
    if optimised {
        homes::check(&site)?;
    }
    Ok(site)
}

fn trunk(tools: &PageTools) -> Outcome<Command> {
    let mut trunk = Command::new(&tools.trunk);
    trunk
        .current_dir(project::root())
        .env("PATH", tools.path()?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk 0.21 rejects the customary NO_COLOR=1 as an invalid value of its own option.
        .env_remove("NO_COLOR");
    Ok(trunk)
}

/// The value of an option in either form, `--port 80` or `--port=80`.
fn value<'a>(args: &'a [String], names: &[&str]) -> Option<&'a str> {
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        for name in names {
            if arg == name {
                return args.next().map(String::as_str);
            }
            if let Some(value) = arg.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
                return Some(value);
            }
        }
    }
    None
}

/// Replaces this process with the server, so that stopping the process stops the server.
#[cfg(unix)]
fn replace_self(command: &mut Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(format!("could not start {}: {error}", Path::new(command.get_program()).display()))
}

#[cfg(not(unix))]
fn replace_self(command: &mut Command) -> Outcome {
    run(command)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn options_are_read_in_both_spellings() {
        let args = ["--open", "--port", "9000", "--address=::1"].map(str::to_owned);
        assert_eq!(value(&args, &["--port", "-p"]), Some("9000"));
        assert_eq!(value(&args, &["--address", "-a"]), Some("::1"));
        assert_eq!(value(&args, &["--dist", "-d"]), None);
    }
}
