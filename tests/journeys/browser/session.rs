//! A WebDriver session: the driver's process, a fresh browser, and the few commands tests need.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{env, fs, process};

use serde_json::{Value, json};
use ureq::Agent;

/// The key under which WebDriver names an element (W3C WebDriver, section 12.2).
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Flags that keep headless Chromium quiet and alone: no update, no sync, no request of its own.
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A lean container has a tiny /dev/shm, which Chromium would fill.
    "--disable-dev-shm-usage",
];

/// How the browser is set up.
#[derive(Debug, Clone)]
pub(crate) struct Setup {
    /// The inner size of the window in CSS pixels.
    pub(crate) size: (u32, u32),
    /// The browser's own language, the one its user has chosen.
    pub(crate) language: &'static str,
    /// Flags besides the usual ones.
    pub(crate) flags: Vec<&'static str>,
}

impl Default for Setup {
    fn default() -> Self {
        Self { size: (1280, 800), language: "en", flags: Vec::new() }
    }
}

/// An element of the page, as the driver names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element(String);

impl Element {
    /// The element as an argument or a result of a script.
    pub(crate) fn to_json(&self) -> Value {
        json!({ ELEMENT_KEY: self.0 })
    }

    /// The element in a script's result.
    pub(crate) fn from_json(value: &Value) -> Option<Self> {
        Some(Self(value.get(ELEMENT_KEY)?.as_str()?.to_owned()))
    }
}

/// What the driver answers to a command it cannot do: the error word and its message.
#[derive(Debug)]
pub(crate) struct Refused {
    /// A word such as `no such element`.
    pub(crate) error: String,
    /// More of it.
    pub(crate) message: String,
}

/// The session. Browser, driver and profile folder go when it is dropped, also while panicking.
pub(crate) struct Session {
    agent: Agent,
    driver: Child,
    base: String,
    profile: PathBuf,
}

impl Session {
    /// Starts the driver on a free port and a browser with an empty profile.
    pub(crate) fn start(setup: &Setup) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let profile = env::temp_dir().join(format!("sgp-profile-{}-{number}", process::id()));
        let mut driver = Command::new(from_environment("SGP_CHROMEDRIVER"))
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the driver starts");
        let port = port_of(&mut driver);
        // The proxy of the machine, if any, must not stand between the test and its own driver.
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .proxy(None);
        let mut session = Self {
            agent: config.build().into(),
            driver,
            base: format!("http://127.0.0.1:{port}/session"),
            profile,
        };
        let capabilities = session.capabilities(setup);
        let answer = session.send("", Some(&capabilities)).expect("the browser starts");
        let id = answer["sessionId"].as_str().expect("a session has an id").to_owned();
        session.base = format!("{}/{id}", session.base);
        session.resize(setup.size);
        session
    }

    fn capabilities(&self, setup: &Setup) -> Value {
        let mut flags: Vec<String> = FLAGS.iter().map(ToString::to_string).collect();
        flags.push(format!("--user-data-dir={}", self.profile.display()));
        flags.push(format!("--lang={}", setup.language));
        flags.extend(setup.flags.iter().map(ToString::to_string));
        json!({ "capabilities": { "alwaysMatch": {
            "goog:chromeOptions": {
                "binary": from_environment("SGP_CHROME"),
                "args": flags,
                "prefs": { "intl.accept_languages": setup.language },
            },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        }}})
    }

    /// Sends a command of the session: a POST with a body, else a GET.
    pub(crate) fn send(&self, command: &str, body: Option<&Value>) -> Result<Value, Refused> {
        let address = format!("{}{command}", self.base);
        let response = match body {
            Some(body) => self.agent.post(&address).send_json(body),
            None => self.agent.get(&address).call(),
        };
        let mut answer: Value = response
            .and_then(|mut response| response.body_mut().with_config().limit(1 << 26).read_json())
            .unwrap_or_else(|error| panic!("the driver does not answer {command}: {error}"));
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(error) => Err(Refused {
                error: error.to_owned(),
                message: value["message"].as_str().unwrap_or_default().to_owned(),
            }),
            None => Ok(value),
        }
    }

    /// Opens an address and waits for its load event.
    pub(crate) fn navigate(&self, address: &str) {
        self.send("/url", Some(&json!({ "url": address }))).expect("the address opens");
    }

    /// Goes into a frame of the page, or back to the page itself.
    pub(crate) fn enter(&self, frame: Option<&Element>) {
        let id = frame.map_or(Value::Null, Element::to_json);
        self.send("/frame", Some(&json!({ "id": id }))).expect("the frame is there");
    }

    /// Turns the wheel over an element, by so many CSS pixels downwards.
    pub(crate) fn wheel(&self, element: &Element, by: u32) -> Result<(), Refused> {
        let turn = json!({
            "type": "scroll", "origin": element.to_json(), "x": 0, "y": 0,
            "deltaX": 0, "deltaY": by, "duration": 0,
        });
        let wheel = json!({ "type": "wheel", "id": "wheel", "actions": [turn] });
        self.send("/actions", Some(&json!({ "actions": [wheel] }))).map(drop)
    }

    /// Runs the body of a function in the page.
    pub(crate) fn run(&self, script: &str, arguments: &[Value]) -> Result<Value, Refused> {
        self.send("/execute/sync", Some(&json!({ "script": script, "args": arguments })))
    }

    /// Sets the inner size of the window. The window may have borders, and a headless one a
    /// smallest width, so the screen itself is emulated.
    pub(crate) fn resize(&self, (width, height): (u32, u32)) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": metrics });
        self.send("/goog/cdp/execute", Some(&command)).expect("the window takes a size");
    }

    /// Runs a script in every document from now on, before any script of its own.
    pub(crate) fn before_every_page(&self, script: &str) {
        let command = json!({
            "cmd": "Page.addScriptToEvaluateOnNewDocument", "params": { "source": script },
        });
        self.send("/goog/cdp/execute", Some(&command)).expect("the script is taken");
    }

    /// The handle of the window that commands go to.
    pub(crate) fn window(&self) -> String {
        let handle = self.send("/window", None).expect("a window");
        handle.as_str().unwrap_or_default().to_owned()
    }

    /// Opens a window beside the others, and says its handle.
    pub(crate) fn new_window(&self) -> String {
        let command = json!({ "type": "tab" });
        let window = self.send("/window/new", Some(&command)).expect("a new window");
        window["handle"].as_str().unwrap_or_default().to_owned()
    }

    /// Sends the commands that follow to another window.
    pub(crate) fn look_at(&self, window: &str) {
        self.send("/window", Some(&json!({ "handle": window }))).expect("the window is there");
    }

    /// Moves the pointer to an element and presses its main button.
    pub(crate) fn click(&self, element: &Element) -> Result<(), Refused> {
        self.send(&format!("/element/{}/click", element.0), Some(&json!({}))).map(drop)
    }

    /// The text of an element as it is shown.
    pub(crate) fn text(&self, element: &Element) -> Result<String, Refused> {
        let text = self.send(&format!("/element/{}/text", element.0), None)?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Types into an element.
    pub(crate) fn type_into(&self, element: &Element, text: &str) -> Result<(), Refused> {
        let command = format!("/element/{}/value", element.0);
        self.send(&command, Some(&json!({ "text": text }))).map(drop)
    }

    /// The name and the role an element has for assistive technology.
    pub(crate) fn accessible(&self, element: &Element) -> Result<(String, String), Refused> {
        let get = |what: &str| {
            let value = self.send(&format!("/element/{}/{what}", element.0), None)?;
            Ok(value.as_str().unwrap_or_default().to_owned())
        };
        Ok((get("computedlabel")?, get("computedrole")?))
    }

    /// Presses keys together on whatever has the focus, then lets go of them. A key is a
    /// character, or one of WebDriver's code points for named keys.
    pub(crate) fn press(&self, keys: &[char]) {
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let strokes: Vec<Value> = down.chain(up).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.send("/actions", Some(&json!({ "actions": [keyboard] }))).expect("keys are pressed");
    }

    /// Moves the pointer to the middle of an element, without pressing anything.
    pub(crate) fn point_at(&self, element: &Element) -> Result<(), Refused> {
        let movement = json!({
            "type": "pointerMove", "origin": element.to_json(), "x": 0, "y": 0, "duration": 0,
        });
        let pointer = json!({ "type": "pointer", "id": "mouse", "actions": [movement] });
        self.send("/actions", Some(&json!({ "actions": [pointer] }))).map(drop)
    }

    /// Moves the pointer to the top left corner, where nothing reacts to it.
    pub(crate) fn rest_pointer(&self) {
        let movement = json!({ "type": "pointerMove", "x": 0, "y": 0, "duration": 0 });
        let pointer = json!({ "type": "pointer", "id": "mouse", "actions": [movement] });
        self.send("/actions", Some(&json!({ "actions": [pointer] }))).expect("the pointer moves");
    }

    /// What the page shows, as PNG in base64.
    pub(crate) fn screenshot(&self) -> String {
        let picture = self.send("/screenshot", None).expect("a picture");
        picture.as_str().unwrap_or_default().to_owned()
    }

    /// The entries of a log (`browser`, `performance`) since it was last asked for.
    pub(crate) fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.send("/se/log", Some(&json!({ "type": kind }))).expect("a log");
        log.as_array().cloned().unwrap_or_default()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Ends the browser; the driver stays for others, so it goes by itself.
        let _ = self.agent.delete(&self.base).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// The port the driver has found, which it says on its output.
fn port_of(driver: &mut Child) -> u16 {
    let output = driver.stdout.take().expect("the driver has an output");
    let mut lines = BufReader::new(output).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        line.strip_prefix("ChromeDriver was started successfully on port ")?
            .trim_end_matches('.')
            .parse()
            .ok()
    });
    // What it still says goes nowhere, but must be read, or it would stop on a full pipe.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    port.expect("the driver names its port")
}

/// A setting that `cargo xtask test` makes.
pub(crate) fn from_environment(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `cargo xtask test`"))
}
