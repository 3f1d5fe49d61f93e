//! `cargo xtask test`: the WebAssembly tests, the native tests and the browser journeys, in this
//! order, so that the output ends with the summary of the largest run.

use crate::Outcome;
use crate::browser::{self, Browser};
use crate::engines::{self, Engine, Other};
use crate::page;
use crate::process::{cargo, output, run, say};
use crate::project::{self, WASM};
use crate::shells;
use crate::tools::{self, PageTools};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Flags that keep headless Chromium quiet: no updates, no sync, no first-run page, no background
/// requests.
const QUIET: [&str; 6] = [
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
];

/// Where the random properties begin. The suite decides about a change, so it asks the same every time;
/// a run with a number of cases of its own, or `cargo nextest run`, draws new ones.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "20261201");

/// Runs all tests, or those whose name contains the filter.
pub(crate) fn test(args: &[String]) -> Outcome {
    let Options { dev, engine, filter } = options(args)?;
    let tools = tools::page_tools()?;
    if let Some(other) = engines::find_or_install(engine)? {
        let site = page::build_for_tests(&tools, !dev)?;
        return journeys(&site, &other, filter);
    }
    let browser = browser::find_or_install()?;
    shells::find_or_install();
    wasm_tests(&tools, &browser, filter)?;
    let site = page::build_for_tests(&tools, !dev)?;
    native_tests(&Setting { site, browser }, filter)
}

/// What to test.
#[derive(Debug, PartialEq, Eq)]
struct Options<'a> {
    /// On an unoptimised page.
    dev: bool,
    /// The browser of the journeys. Only in Chromium are all other tests run too.
    engine: Engine,
    filter: Option<&'a str>,
}

fn options(args: &[String]) -> Outcome<Options<'_>> {
    let (mut dev, mut engine, mut filter) = (false, Engine::Chromium, None);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--dev" => dev = true,
            "--browser" => {
                let named = args.next().and_then(|name| Engine::named(name));
                engine = named.ok_or("--browser is chromium, firefox or webkit")?;
            }
            option if option.starts_with('-') => {
                return Err(format!(
                    "test has no option `{option}`; it takes --dev, --browser and one filter"
                ));
            }
            word if filter.is_none() => filter = Some(word),
            word => return Err(format!("`{word}` is a second filter; test takes one")),
        }
    }
    Ok(Options { dev, engine, filter })
}

/// Runs the journeys in another browser than Chromium, one after the other: they share a display.
fn journeys(site: &Path, other: &Other, filter: Option<&str>) -> Outcome {
    say("journeys");
    let mut test = cargo();
    test.args(["test", "--test", "journeys", "--features", "sg-playground/journeys"]);
    test.args(filter).args(["--", "--test-threads=1"]);
    test.current_dir(project::root()).env("SGP_SITE_DIR", site);
    if let Ok(own) = env::current_exe() {
        test.env("SGP_XTASK", own);
    }
    run(test.envs(other.variables.iter().map(|(name, value)| (name, value))))
}

/// Runs `tests/wasm/` in the browser.
fn wasm_tests(tools: &PageTools, browser: &Browser, filter: Option<&str>) -> Outcome {
    say("WebAssembly tests");
    let mut test = cargo();
    test.args(["test", "--target", WASM, "--test", "wasm"]).args(filter);
    run_in_browser(&mut test, tools, browser)?;
    run(test.current_dir(project::root()))
}

/// Makes Cargo run WebAssembly test binaries in the browser.
pub(crate) fn run_in_browser(
    command: &mut Command,
    tools: &PageTools,
    browser: &Browser,
) -> Outcome {
    // A bare name on PATH, because Cargo splits this variable at spaces, which a path may contain.
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("PATH", tools.path()?)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(browser)?);
    // The runner would prefer the driver of another browser if one is set.
    for other in ["GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"] {
        command.env_remove(other);
    }
    Ok(())
}

/// Writes the file that tells the runner which browser to start and how.
fn capabilities(browser: &Browser) -> Outcome<PathBuf> {
    let file = project::target()?.join("webdriver.json");
    let binary = browser.chrome.to_string_lossy().replace('\\', "\\\\").replace('"', "\\\"");
    let flags = QUIET.join("\", \"");
    let text = format!(
        "{{\"goog:chromeOptions\": {{\"binary\": \"{binary}\", \"args\": [\"{flags}\"]}}}}\n"
    );
    fs::write(&file, text).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    Ok(file)
}

/// The environment of the browser journeys.
struct Setting {
    /// The folder of the built page, which the test serves itself.
    site: PathBuf,
    browser: Browser,
}

impl Setting {
    fn cargo(&self, args: &[&str]) -> Command {
        let mut cargo = cargo();
        // A journey seals its own page with this program, as Trunk does.
        if let Ok(own) = env::current_exe() {
            cargo.env("SGP_XTASK", own);
        }
        if [SEED.0, "SGP_CASES"].iter().all(|name| env::var_os(name).is_none()) {
            cargo.env(SEED.0, SEED.1);
        }
        cargo
            .args(args)
            .current_dir(project::root())
            .env("SGP_SITE_DIR", &self.site)
            .env("SGP_CHROME", &self.browser.chrome)
            .env("SGP_CHROMEDRIVER", &self.browser.driver);
        cargo
    }
}

/// Runs all native tests, with cargo-nextest if it is installed.
fn native_tests(setting: &Setting, filter: Option<&str>) -> Outcome {
    let features = ["--features", "sg-playground/journeys"];
    say("examples in the documentation");
    run(setting.cargo(&["test", "--workspace", "--doc"]).args(filter))?;
    if output(Command::new("cargo").args(["nextest", "--version"])).is_some() {
        say("native tests and journeys");
        let mut all = setting.cargo(&["nextest", "run", "--workspace"]);
        all.args(features).args(filter);
        if filter.is_some() {
            // The filter may match only tests of another kind.
            all.arg("--no-tests=pass");
        }
        return run(&mut all);
    }
    say("native tests");
    let native = ["test", "--workspace", "--lib", "--bins", "--tests"];
    run(setting.cargo(&native).args(filter))?;
    say("journeys");
    run(setting.cargo(&["test", "--test", "journeys"]).args(features).args(filter))
}

#[cfg(test)]
mod tests {
    use super::{Engine, Options, options};

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_filter_and_an_option_in_any_order() {
        let none = Options { dev: false, engine: Engine::Chromium, filter: None };
        assert_eq!(options(&words("")), Ok(none));
        let flip = Options { dev: true, engine: Engine::Firefox, filter: Some("flip") };
        assert_eq!(options(&words("flip --dev --browser firefox")), Ok(flip));
        assert!(options(&words("--browser lynx")).is_err());
        assert!(options(&words("--browser")).is_err());
        assert!(options(&words("flip matrix")).is_err());
        assert!(options(&words("--release")).is_err());
    }
}
