//! A blocking wrapper of a `thirtyfour` session in a fresh browser.

use std::future::Future;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};
use thirtyfour::{RequestData, SessionId, WebDriver, WebElement, WindowHandle};
use tokio::runtime::{Builder, Runtime};
use ureq::http::Method;

use super::client::Client;
use super::engine::{Engine, Process, Setup};

/// An element of the page, by the driver's reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element(WebElement);

impl Element {
    /// The element as a script argument.
    pub(crate) fn to_json(&self) -> Value {
        self.0.to_json().expect("an element must have an id")
    }
}

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Refused {
    /// The element was removed from the page by a re-render.
    Stale,
    /// Any other error, in the driver's words.
    Other(String),
}

/// A command that the library has no method for.
#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl FormatRequestData for Command {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let address = format!("session/{session}/{}", self.path);
        let request = RequestData::new(self.method.clone(), address);
        match &self.body {
            Some(body) => request.add_body(body.clone()),
            None => request,
        }
    }
}

/// The session. Dropping it ends browser and driver, also during a panic.
pub(crate) struct Session {
    runtime: Runtime,
    driver: WebDriver,
    engine: Engine,
    /// Dropped after the session, since fields are dropped in order.
    _process: Process,
}

impl Session {
    /// Starts the driver on a free port and a browser with an empty profile.
    pub(crate) fn start(setup: &Setup) -> Self {
        let engine = Engine::from_environment();
        let process = Process::start(engine);
        let runtime = Builder::new_current_thread().build().unwrap();
        let builder = WebDriver::builder(process.address(), process.capabilities(setup));
        let driver = runtime.block_on(builder.client(Client::default()).connect());
        let driver = driver.unwrap_or_else(|error| panic!("cannot start the browser: {error}"));
        let session = Self { runtime, driver, engine, _process: process };
        session.resize(setup.size);
        session
    }

    fn wait<T>(&self, done: impl Future<Output = WebDriverResult<T>>) -> Result<T, Refused> {
        self.runtime.block_on(done).map_err(|error| {
            match matches!(*error, WebDriverErrorInner::StaleElementReference(_)) {
                true => Refused::Stale,
                false => Refused::Other(error.to_string()),
            }
        })
    }

    fn must<T>(&self, what: &str, done: impl Future<Output = WebDriverResult<T>>) -> T {
        self.wait(done).unwrap_or_else(|refused| panic!("{what}: {refused:?}"))
    }

    fn command(&self, method: Method, path: String, body: Option<Value>) -> Result<Value, Refused> {
        let answer = self.wait(self.driver.cmd(Command { method, path, body }))?;
        answer.value_json().map_err(|error| Refused::Other(error.to_string()))
    }

    /// Opens an address and waits for its load event.
    pub(crate) fn navigate(&self, address: &str) {
        self.must("the address opens", self.driver.goto(address));
    }

    /// Switches to a frame of the page, or back to the page itself.
    pub(crate) fn enter(&self, frame: Option<Element>) {
        match frame {
            Some(frame) => self.must("the frame is there", frame.0.enter_frame()),
            None => self.must("the page is there", self.driver.enter_default_frame()),
        }
    }

    /// Scrolls down with the wheel over an element, by this many CSS pixels.
    pub(crate) fn wheel(&self, element: &Element, by: u32) -> Result<(), Refused> {
        let turn = json!({
            "type": "scroll", "origin": element.to_json(), "x": 0, "y": 0,
            "deltaX": 0, "deltaY": by, "duration": 0,
        });
        let wheel = json!({ "type": "wheel", "id": "wheel", "actions": [turn] });
        let actions = json!({ "actions": [wheel] });
        self.command(Method::POST, "actions".to_owned(), Some(actions)).map(drop)
    }

    /// Runs a function body in the page.
    pub(crate) fn run(&self, script: &str, arguments: &[Value]) -> Result<Value, Refused> {
        let value = self.wait(self.driver.execute(script, arguments))?;
        Ok(value.json().clone())
    }

    /// Runs a function body that returns a list of elements.
    pub(crate) fn elements(
        &self,
        script: &str,
        arguments: &[Value],
    ) -> Result<Vec<Element>, Refused> {
        let found =
            self.wait(async { self.driver.execute(script, arguments).await?.elements() })?;
        Ok(found.into_iter().map(Element).collect())
    }

    /// Sets the inner size of the window. Windows may have borders and, when headless, a minimum
    /// width, so Chromium emulates the screen; for other browsers the difference is added.
    pub(crate) fn resize(&self, (width, height): (u32, u32)) {
        if self.engine == Engine::Chromium {
            let metrics = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            return self.tell_chromium("Emulation.setDeviceMetricsOverride", &metrics);
        }
        let inner = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]);
        let border: [u32; 2] = serde_json::from_value(inner.unwrap()).unwrap();
        let size = self.driver.set_window_rect(0, 0, width + border[0], height + border[1]);
        self.must("the window takes a size", size);
    }

    /// Runs a script in every new document, before any script of the page. Returns whether the
    /// browser can be told to: WebDriver itself has no such command.
    pub(crate) fn before_every_page(&self, script: &str) -> bool {
        let can = self.engine == Engine::Chromium;
        if can {
            let source = json!({ "source": script });
            self.tell_chromium("Page.addScriptToEvaluateOnNewDocument", &source);
        }
        can
    }

    fn tell_chromium(&self, command: &str, parameters: &Value) {
        let body = json!({ "cmd": command, "params": parameters });
        let told = self.command(Method::POST, "goog/cdp/execute".to_owned(), Some(body));
        told.unwrap_or_else(|refused| panic!("{command}: {refused:?}"));
    }

    /// The handle of the current window.
    pub(crate) fn window(&self) -> String {
        self.must("a window", self.driver.window()).to_string()
    }

    /// Opens another window and returns its handle.
    pub(crate) fn new_window(&self) -> String {
        self.must("a new window", self.driver.new_tab()).to_string()
    }

    /// Switches to another window.
    pub(crate) fn look_at(&self, window: &str) {
        let window = WindowHandle::from(window.to_owned());
        self.must("the window is there", self.driver.switch_to_window(window));
    }

    /// Clicks an element with the pointer. Firefox's driver does not scroll the page around a frame, and
    /// then clicks where nobody could.
    pub(crate) fn click(&self, element: &Element) -> Result<(), Refused> {
        if self.engine == Engine::Firefox {
            let script = "arguments[0].scrollIntoView({ block: 'nearest' })";
            self.run(script, &[element.to_json()])?;
        }
        self.wait(element.0.click())
    }

    /// The displayed text of an element.
    pub(crate) fn text(&self, element: &Element) -> Result<String, Refused> {
        self.wait(element.0.text())
    }

    /// Types into an element.
    pub(crate) fn type_into(&self, element: &Element, text: &str) -> Result<(), Refused> {
        self.wait(element.0.send_keys(text))
    }

    /// The accessible name and role of an element.
    pub(crate) fn accessible(&self, element: &Element) -> Result<(String, String), Refused> {
        let get = |what: &str| {
            let path = format!("element/{}/{what}", element.0.element_id());
            let value = self.command(Method::GET, path, None)?;
            Ok(value.as_str().unwrap_or_default().to_owned())
        };
        Ok((get("computedlabel")?, get("computedrole")?))
    }

    /// Presses keys together on the focused element, then releases them. A key is a character or
    /// one of WebDriver's code points for named keys.
    pub(crate) fn press(&self, keys: &[char]) {
        let chain = self.driver.action_chain_with_delay(Some(NONE), Some(NONE));
        let down = keys.iter().fold(chain, |chain, key| chain.key_down(*key));
        let up = keys.iter().rev().fold(down, |chain, key| chain.key_up(*key));
        self.must("keys are pressed", up.perform());
    }

    /// Moves the pointer to the middle of an element.
    pub(crate) fn point_at(&self, element: &Element) -> Result<(), Refused> {
        let chain = self.driver.action_chain_with_delay(Some(NONE), Some(NONE));
        self.wait(chain.move_to_element_center(&element.0).perform())
    }

    /// Moves the pointer to the top left corner, where nothing reacts to it.
    pub(crate) fn rest_pointer(&self) {
        let chain = self.driver.action_chain_with_delay(Some(NONE), Some(NONE));
        self.must("the pointer moves", chain.move_to(0, 0).perform());
    }

    /// A screenshot as PNG.
    pub(crate) fn screenshot(&self) -> Vec<u8> {
        self.must("a picture", self.driver.screenshot_as_png())
    }

    /// New console messages since the last call. Only Chromium's driver supports this.
    pub(crate) fn console(&self) -> Vec<String> {
        let log = self.log("browser");
        log.iter().map(|(level, message)| format!("\"{level}\" {message}")).collect()
    }

    /// The addresses of new requests since the last call. Other drivers than Chromium's keep no
    /// record, so the document's own performance entries are used.
    pub(crate) fn requested(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            let own = "return performance.getEntries().filter((entry) =>
                ['navigation', 'resource'].includes(entry.entryType)).map((entry) => entry.name)";
            return serde_json::from_value(self.run(own, &[]).unwrap()).unwrap();
        }
        let address = |(_, message): &(String, String)| {
            let message: Value = serde_json::from_str(message).ok()?;
            let event = &message["message"];
            let sent = event["method"] == "Network.requestWillBeSent";
            let url = event["params"]["request"]["url"].as_str().filter(|_| sent)?;
            // Ignore the browser's own start page.
            let start_page = event["params"]["documentURL"].as_str()?.starts_with("chrome:");
            (!start_page).then(|| url.to_owned())
        };
        self.log("performance").iter().filter_map(address).collect()
    }

    /// New entries of a log since the last call: level and message.
    fn log(&self, kind: &str) -> Vec<(String, String)> {
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        let log = self.must("a log", self.driver.get_log(kind));
        log.into_iter().map(|entry| (entry.level, entry.message)).collect()
    }
}

/// Actions follow each other without delays: tests wait for conditions, not for time.
const NONE: Duration = Duration::ZERO;

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.runtime.block_on(self.driver.clone().quit());
    }
}
