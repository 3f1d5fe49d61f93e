//! The browsers of the journeys beside Chromium: Firefox with geckodriver, and WebKitGTK with its own
//! driver, which needs a display.

use crate::Outcome;
use crate::browser::{apt, may_install};
use crate::process::{on_path, run, say};
use crate::tools;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A browser that the journeys can run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The engine with a name; `None` if no engine has it.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "chromium" => Some(Self::Chromium),
            "firefox" => Some(Self::Firefox),
            "webkit" => Some(Self::WebKit),
            _ => None,
        }
    }
}

/// The environment of journeys in another browser than Chromium, and the display they need.
pub(crate) struct Other {
    /// Variables of the journeys (`tests/journeys/browser/engine.rs`).
    pub(crate) variables: Vec<(&'static str, PathBuf)>,
    /// Ended when the journeys are done.
    _display: Option<Display>,
}

/// Finds a browser and its driver, or installs them if that is possible without asking.
pub(crate) fn find_or_install(engine: Engine) -> Outcome<Option<Other>> {
    match engine {
        Engine::Chromium => Ok(None),
        Engine::Firefox => firefox().map(Some),
        Engine::WebKit => webkit().map(Some),
    }
}

fn firefox() -> Outcome<Other> {
    let find = || ["firefox", "firefox-esr"].into_iter().find_map(on_path);
    let browser = present(&find, &["firefox-esr"])?;
    let driver = match on_path("geckodriver") {
        Some(driver) => driver,
        None => tools::geckodriver()?,
    };
    let variables = vec![
        ("SGP_BROWSER", PathBuf::from("firefox")),
        ("SGP_FIREFOX", browser),
        ("SGP_GECKODRIVER", driver),
    ];
    Ok(Other { variables, _display: None })
}

fn webkit() -> Outcome<Other> {
    const PACKAGES: [&str; 2] = ["webkit2gtk-driver", "xvfb"];
    let driver = present(&|| on_path("WebKitWebDriver"), &PACKAGES)?;
    let browser = present(&mini_browser, &PACKAGES)?;
    let display = match std::env::var_os("DISPLAY") {
        Some(_) => None,
        None => Some(Display::start(&present(&|| on_path("Xvfb"), &PACKAGES)?)?),
    };
    let mut variables = vec![
        ("SGP_BROWSER", PathBuf::from("webkit")),
        ("SGP_WEBKIT", browser),
        ("SGP_WEBKITDRIVER", driver),
    ];
    variables.extend(display.as_ref().map(|own| ("DISPLAY", PathBuf::from(&own.name))));
    Ok(Other { variables, _display: display })
}

/// The browser that comes with WebKitGTK, in a folder named after platform and version.
fn mini_browser() -> Option<PathBuf> {
    let folders = |path: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(path).into_iter().flatten().flatten().map(|own| own.path()).collect()
    };
    let mut found: Vec<PathBuf> = ["/usr/lib", "/usr/libexec"]
        .iter()
        .flat_map(|root| folders(Path::new(root)))
        .flat_map(|own| {
            let inner = folders(&own);
            [own].into_iter().chain(inner)
        })
        .filter(|own| own.to_string_lossy().contains("webkit2gtk-4"))
        .map(|own| own.join("MiniBrowser"))
        .filter(|own| own.is_file())
        .collect();
    found.sort();
    found.pop()
}

/// What `find` finds, after an installation of packages if necessary.
fn present(find: &dyn Fn() -> Option<PathBuf>, packages: &[&str]) -> Outcome<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let advice =
        || format!("install the Debian packages {} or what they hold", packages.join(", "));
    if !may_install() {
        return Err(advice());
    }
    say(&format!("installing {} with apt (about 1 minute, once)", packages.join(", ")));
    let mut install = apt();
    install.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    run(install.stdout(Stdio::null()))?;
    find().ok_or_else(advice)
}

/// A display that shows nothing.
struct Display {
    name: String,
    server: Child,
}

impl Display {
    fn start(server: &Path) -> Outcome<Self> {
        let free = |number: &u32| !Path::new(&format!("/tmp/.X{number}-lock")).exists();
        let number = (90..200).find(free).ok_or("no number for a display is free")?;
        let name = format!(":{number}");
        let server = Command::new(server)
            .args([&name, "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("cannot start a display: {error}"))?;
        Ok(Self { name, server })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn engines_have_names() {
        assert_eq!(Engine::named("webkit"), Some(Engine::WebKit));
        assert_eq!(Engine::named("safari"), None);
    }
}
