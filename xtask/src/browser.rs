//! Finds the browser for the tests: Chromium or Chrome, and a driver of the same version.

use crate::Outcome;
use crate::process::{on_path, output, run, say, version};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The paths of a browser and its driver.
pub(crate) struct Browser {
    /// Chromium or Chrome.
    pub(crate) chrome: PathBuf,
    /// `chromedriver`.
    pub(crate) driver: PathBuf,
}

/// Debian packages: the browser, its driver, and a font for Chinese, which would otherwise render
/// as boxes.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// Finds the browser and its driver. Installs them if possible without asking: as root on a system
/// with apt.
pub(crate) fn find_or_install() -> Outcome<Browser> {
    let found = find();
    if found.is_some() && (has_chinese_glyphs() || !may_install()) {
        return found.map_or_else(|| Err(advice()), matching);
    }
    if may_install() {
        install()?;
    }
    find().map_or_else(|| Err(advice()), matching)
}

fn find() -> Option<Browser> {
    Some(Browser {
        chrome: named("CHROME")
            .or_else(|| {
                ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
                    .iter()
                    .find_map(|name| on_path(name))
            })
            .or_else(usual_place)?,
        driver: named("CHROMEDRIVER").or_else(|| {
            ["chromedriver", "chromium.chromedriver"].iter().find_map(|name| on_path(name))
        })?,
    })
}

/// The program that an environment variable names, as a path or a name on PATH.
fn named(variable: &str) -> Option<PathBuf> {
    let value = env::var(variable).ok().filter(|value| !value.is_empty())?;
    let path = PathBuf::from(&value);
    if path.is_file() { std::path::absolute(path).ok() } else { on_path(&value) }
}

/// The default locations of the browser on macOS and Windows, where it is not on PATH.
fn usual_place() -> Option<PathBuf> {
    let mut places = vec![
        PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        PathBuf::from("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    ];
    for base in ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"] {
        if let Some(base) = env::var_os(base) {
            places.push(Path::new(&base).join(r"Google\Chrome\Application\chrome.exe"));
        }
    }
    places.into_iter().find(|place| place.is_file())
}

/// Rejects a pair with different major versions, for which WebDriver reports a less clear error. On
/// Windows the browser prints no version, so the pair is accepted unchecked.
fn matching(browser: Browser) -> Outcome<Browser> {
    let major = |program: &Path| {
        let full = version(program)?;
        full.split('.').next().map(str::to_owned)
    };
    match (major(&browser.chrome), major(&browser.driver)) {
        (Some(chrome), Some(driver)) if chrome != driver => Err(format!(
            "{} is version {chrome} but {} is version {driver}: install the driver of the browser's \
             own version, or point CHROME and CHROMEDRIVER at a pair that fits",
            browser.chrome.display(),
            browser.driver.display(),
        )),
        _ => Ok(browser),
    }
}

/// Whether any installed font covers Chinese; assumed if it cannot be determined.
fn has_chinese_glyphs() -> bool {
    output(Command::new("fc-list").arg(":lang=zh-cn")).is_none_or(|fonts| !fonts.trim().is_empty())
}

fn may_install() -> bool {
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    // Ubuntu's chromium package only installs a snap, which needs a running snapd.
    root && on_path("apt-get").is_some() && Path::new("/etc/debian_version").is_file()
}

fn install() -> Outcome {
    say("installing Chromium, its driver and a Chinese font with apt (about 1 minute, once)");
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    // An outdated package list may still be good enough for the installation.
    if let Err(error) = run(apt().arg("update")) {
        say(&error);
    }
    let mut install = apt();
    install.args(["install", "--yes", "--no-install-recommends"]).args(PACKAGES);
    run(install.stdout(std::process::Stdio::null()))
}

fn advice() -> String {
    let how = match env::consts::OS {
        "macos" => "brew install --cask google-chrome chromedriver",
        "windows" => {
            "install Google Chrome and put the chromedriver.exe of the same version \
             (https://googlechromelabs.github.io/chrome-for-testing/) on PATH"
        }
        _ if on_path("apt-get").is_some() => {
            "sudo apt-get install chromium chromium-driver fonts-noto-cjk (on Ubuntu: sudo snap \
             install chromium, which brings its driver)"
        }
        _ if on_path("dnf").is_some() => {
            "sudo dnf install chromium chromedriver google-noto-sans-cjk-fonts"
        }
        _ if on_path("pacman").is_some() => "sudo pacman -S chromium noto-fonts-cjk",
        _ => "install Chromium and the chromedriver of the same version",
    };
    format!(
        "the browser tests need Chromium or Chrome and its driver: {how}; or set CHROME and CHROMEDRIVER"
    )
}
