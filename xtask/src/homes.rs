//! Keeps the folders of whoever builds the page out of it: panic messages name source files, and by
//! their full paths a page would publish somebody's home and differ from machine to machine.

use crate::Outcome;
use crate::process::output;
use crate::project;
use crate::sizes;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders of this machine that source files are in.
struct Homes {
    /// Cargo's own folder.
    cargo: PathBuf,
    /// The folders of unpacked crates, one for each registry.
    crates: Vec<PathBuf>,
    /// The sources of the standard library, if they are installed.
    library: PathBuf,
    /// What the compiler calls them if they are not.
    library_name: String,
}

impl Homes {
    fn find() -> Outcome<Self> {
        let own = || Some(PathBuf::from(env::var_os("HOME")?).join(".cargo"));
        let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(own);
        let cargo = cargo.ok_or("neither CARGO_HOME nor HOME is set")?;
        let unpacked = cargo.join("registry").join("src");
        let crates = fs::read_dir(unpacked).into_iter().flatten().flatten();
        let mut crates: Vec<_> = crates.map(|entry| entry.path()).collect();
        crates.sort();
        let sysroot = told(&["--print", "sysroot"])?;
        let version = told(&["-vV"])?;
        let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
        Ok(Self {
            cargo,
            crates,
            library: Path::new(sysroot.trim()).join("lib/rustlib/src/rust"),
            library_name: format!("/rustc/{}", commit.unwrap_or_default()),
        })
    }

    /// The options by which the compiler writes other names for these folders. Cargo names the files of
    /// the project by paths inside of it anyway.
    fn options(&self) -> Vec<String> {
        let short =
            |folder: &Path, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
        // The last one that fits counts.
        let mut options = vec![short(&self.cargo, "cargo")];
        options.extend(self.crates.iter().map(|folder| short(folder, "crates")));
        options.push(short(&self.library, &self.library_name));
        options
    }
}

/// What the compiler of this project says about itself.
fn told(question: &[&str]) -> Outcome<String> {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let told = output(Command::new(compiler).args(question).current_dir(project::root()));
    told.ok_or_else(|| "the Rust compiler does not say where it is".to_owned())
}

/// Makes a build of the page write other names for the folders of this machine. Only what is compiled
/// for the page gets the options: the build calls this program, which must not be compiled anew.
pub(crate) fn leave_out(build: &mut Command) -> Outcome {
    // Cargo would ignore the options beside these variables; whoever sets them decides.
    if OTHERS.iter().any(|name| env::var_os(name).is_some()) {
        return Ok(());
    }
    let set = env::var(OPTIONS).ok().filter(|set| !set.is_empty());
    let options: Vec<String> = set.into_iter().chain(Homes::find()?.options()).collect();
    build.env(OPTIONS, options.join(" "));
    Ok(())
}

/// The compiler's options for the page.
const OPTIONS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The compiler's options for everything.
const OTHERS: [&str; 2] = ["CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"];

/// Fails if a program of a built page names a folder of this machine.
pub(crate) fn check(dist: &Path) -> Outcome {
    if OTHERS.iter().any(|name| env::var_os(name).is_some()) {
        return Ok(());
    }
    let home = env::var_os("HOME").map(PathBuf::from).filter(|home| home.parent().is_some());
    let Homes { cargo, library, .. } = Homes::find()?;
    let own = [Some(cargo), Some(library), Some(project::root().to_path_buf()), home];
    let own: Vec<String> =
        own.into_iter().flatten().map(|folder| format!("{}/", folder.display())).collect();
    let files = sizes::files(dist).map_err(|error| format!("cannot read {dist:?}: {error}"))?;
    for file in files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "wasm")) {
        let bytes = fs::read(file).map_err(|error| format!("cannot read {file:?}: {error}"))?;
        let text = String::from_utf8_lossy(&bytes);
        if let Some(folder) = own.iter().find(|folder| text.contains(*folder)) {
            return Err(format!("{} names {folder}, a folder of this machine", file.display()));
        }
    }
    Ok(())
}
