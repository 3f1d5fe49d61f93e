//! The browser under test: its choice, its settings, and the process of its driver.
//!
//! `SGP_BROWSER` selects `chromium`, the default, `firefox` or `webkit`. The browser and its driver
//! are given by `SGP_CHROME` and `SGP_CHROMEDRIVER`, by `SGP_FIREFOX` and `SGP_GECKODRIVER`, or by
//! `SGP_WEBKIT` and `SGP_WEBKITDRIVER`.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{env, fs, process, thread};

use serde_json::{Value, json};
use thirtyfour::Capabilities;

/// Flags that keep headless Chromium quiet: no updates, no sync, no requests of its own.
const CHROMIUM_FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Lean containers have a tiny /dev/shm, which Chromium would fill.
    "--disable-dev-shm-usage",
];

/// The settings of the browser.
#[derive(Debug, Clone)]
pub(crate) struct Setup {
    /// The inner size of the window in CSS pixels.
    pub(crate) size: (u32, u32),
    /// The browser's own language, as its user selected it.
    pub(crate) language: &'static str,
    /// Additional flags for Chromium.
    pub(crate) flags: Vec<&'static str>,
}

impl Default for Setup {
    fn default() -> Self {
        Self { size: (1280, 800), language: "en", flags: Vec::new() }
    }
}

/// A supported browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The browser that the environment selects.
    pub(crate) fn from_environment() -> Self {
        match env::var("SGP_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("SGP_BROWSER is `{other}`: must be chromium, firefox or webkit"),
        }
    }

    /// The variables that give the browser and its driver.
    const fn variables(self) -> [&'static str; 2] {
        match self {
            Self::Chromium => ["SGP_CHROME", "SGP_CHROMEDRIVER"],
            Self::Firefox => ["SGP_FIREFOX", "SGP_GECKODRIVER"],
            Self::WebKit => ["SGP_WEBKIT", "SGP_WEBKITDRIVER"],
        }
    }

    /// The text before the port in the driver's output; `None` if it takes the port that it is told
    /// and prints nothing.
    const fn before_port(self) -> Option<&'static str> {
        match self {
            Self::Chromium => Some("started successfully on port "),
            Self::Firefox => Some("Listening on 127.0.0.1:"),
            Self::WebKit => None,
        }
    }
}

/// The driver's process and the browser profile; both are removed when dropped.
pub(crate) struct Process {
    engine: Engine,
    driver: Child,
    port: u16,
    profile: PathBuf,
}

impl Process {
    /// Starts the driver on a free port.
    pub(crate) fn start(engine: Engine) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let profile = env::temp_dir().join(format!("sgp-profile-{}-{number}", process::id()));
        fs::create_dir_all(&profile).unwrap();
        // A driver takes a port that is free in IPv4 and then wants the same in IPv6, which another
        // driver may have taken in between. It ends then, so the next one is tried.
        let started = (0..ATTEMPTS).find_map(|_| {
            let wanted = if engine.before_port().is_some() { 0 } else { free_port() };
            let mut driver = Command::new(from_environment(engine.variables()[1]))
                .arg(format!("--port={wanted}"))
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .spawn()
                .expect("the driver must start");
            let port = match engine.before_port() {
                Some(before) => port_of(&mut driver, before),
                None => listens(wanted).then_some(wanted),
            };
            if port.is_none() {
                let _ = driver.kill();
                let _ = driver.wait();
            }
            Some((driver, port?))
        });
        let (driver, port) = started.expect("the driver must print its port");
        Self { engine, driver, port, profile }
    }

    /// The address of the driver.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The capabilities of a new session.
    pub(crate) fn capabilities(&self, setup: &Setup) -> Capabilities {
        let binary = from_environment(self.engine.variables()[0]);
        let Setup { language, flags, .. } = setup;
        let profile = self.profile.display();
        let wanted = match self.engine {
            Engine::Chromium => {
                let mut all: Vec<String> = CHROMIUM_FLAGS.iter().map(ToString::to_string).collect();
                all.push(format!("--user-data-dir={profile}"));
                all.push(format!("--lang={language}"));
                all.extend(flags.iter().map(ToString::to_string));
                json!({
                    "goog:chromeOptions": {
                        "binary": binary,
                        "args": all,
                        "prefs": { "intl.accept_languages": language },
                    },
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                })
            }
            Engine::Firefox => {
                assert!(flags.is_empty(), "{flags:?} are flags of Chromium");
                json!({ "moz:firefoxOptions": {
                    "binary": binary,
                    "args": ["-headless", "-profile", profile.to_string()],
                    "prefs": { "intl.accept_languages": language },
                }})
            }
            Engine::WebKit => {
                assert!(flags.is_empty(), "{flags:?} are flags of Chromium");
                json!({
                    "browserName": "MiniBrowser",
                    "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] },
                })
            }
        };
        let Value::Object(wanted) = wanted else { unreachable!("an object was written above") };
        Capabilities::from(wanted)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Ending the session closed the browser, but the driver keeps running and is ended here.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// How often a driver is started that finds its port taken.
const ATTEMPTS: usize = 5;

/// The port that the driver chose and printed; `None` if it ended without one.
fn port_of(driver: &mut Child, before: &str) -> Option<u16> {
    let output = driver.stdout.take().expect("the driver's output must be piped");
    let mut lines = BufReader::new(output).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once(before)?;
        port.trim_end_matches('.').parse().ok()
    });
    // Keep reading the rest of the output, or the driver would block on a full pipe.
    thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    port
}

/// A port that nobody listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// Waits until somebody listens on a port; `false` if nobody does for a while.
fn listens(port: u16) -> bool {
    (0..500).any(|_| {
        thread::sleep(Duration::from_millis(20));
        TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
    })
}

/// A setting that `cargo xtask test` provides.
pub(crate) fn from_environment(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `cargo xtask test`"))
}
