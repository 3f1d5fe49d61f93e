//! A session of `thirtyfour` in a fresh browser, in words that do not wait to be awaited.

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

/// An element of the page, as the driver names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element(WebElement);

impl Element {
    /// The element as an argument of a script.
    pub(crate) fn to_json(&self) -> Value {
        self.0.to_json().expect("an element has an id")
    }
}

/// Why the driver does not do something.
#[derive(Debug)]
pub(crate) enum Refused {
    /// The element is no longer in the page, which was drawn anew in between.
    Stale,
    /// Anything else, in the driver's words.
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

/// The session. Browser and driver go when it is dropped, also while panicking.
pub(crate) struct Session {
    runtime: Runtime,
    driver: WebDriver,
    engine: Engine,
    /// Ends after the session: fields are dropped in their order.
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
        let driver = driver.unwrap_or_else(|error| panic!("the browser starts: {error}"));
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

    /// Goes into a frame of the page, or back to the page itself.
    pub(crate) fn enter(&self, frame: Option<Element>) {
        match frame {
            Some(frame) => self.must("the frame is there", frame.0.enter_frame()),
            None => self.must("the page is there", self.driver.enter_default_frame()),
        }
    }

    /// Turns the wheel over an element, by so many CSS pixels downwards.
    pub(crate) fn wheel(&self, element: &Element, by: u32) -> Result<(), Refused> {
        let turn = json!({
            "type": "scroll", "origin": element.to_json(), "x": 0, "y": 0,
            "deltaX": 0, "deltaY": by, "duration": 0,
        });
        let wheel = json!({ "type": "wheel", "id": "wheel", "actions": [turn] });
        let actions = json!({ "actions": [wheel] });
        self.command(Method::POST, "actions".to_owned(), Some(actions)).map(drop)
    }

    /// Runs the body of a function in the page.
    pub(crate) fn run(&self, script: &str, arguments: &[Value]) -> Result<Value, Refused> {
        let value = self.wait(self.driver.execute(script, arguments))?;
        Ok(value.json().clone())
    }

    /// Runs the body of a function that returns a list of elements.
    pub(crate) fn elements(
        &self,
        script: &str,
        arguments: &[Value],
    ) -> Result<Vec<Element>, Refused> {
        let found =
            self.wait(async { self.driver.execute(script, arguments).await?.elements() })?;
        Ok(found.into_iter().map(Element).collect())
    }

    /// Sets the inner size of the window. The window may have borders, and a headless one a
    /// smallest width, so Chromium emulates the screen itself; others take what is missing.
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

    /// Runs a script in every document from now on, before any script of its own.
    pub(crate) fn before_every_page(&self, script: &str) {
        assert_eq!(self.engine, Engine::Chromium, "WebDriver itself has no such command");
        let source = json!({ "source": script });
        self.tell_chromium("Page.addScriptToEvaluateOnNewDocument", &source);
    }

    fn tell_chromium(&self, command: &str, parameters: &Value) {
        let body = json!({ "cmd": command, "params": parameters });
        let told = self.command(Method::POST, "goog/cdp/execute".to_owned(), Some(body));
        told.unwrap_or_else(|refused| panic!("{command}: {refused:?}"));
    }

    /// The handle of the window that commands go to.
    pub(crate) fn window(&self) -> String {
        self.must("a window", self.driver.window()).to_string()
    }

    /// Opens a window beside the others, and says its handle.
    pub(crate) fn new_window(&self) -> String {
        self.must("a new window", self.driver.new_tab()).to_string()
    }

    /// Sends the commands that follow to another window.
    pub(crate) fn look_at(&self, window: &str) {
        let window = WindowHandle::from(window.to_owned());
        self.must("the window is there", self.driver.switch_to_window(window));
    }

    /// Moves the pointer to an element and presses its main button.
    pub(crate) fn click(&self, element: &Element) -> Result<(), Refused> {
        self.wait(element.0.click())
    }

    /// The text of an element as it is shown.
    pub(crate) fn text(&self, element: &Element) -> Result<String, Refused> {
        self.wait(element.0.text())
    }

    /// Types into an element.
    pub(crate) fn type_into(&self, element: &Element, text: &str) -> Result<(), Refused> {
        self.wait(element.0.send_keys(text))
    }

    /// The name and the role an element has for assistive technology.
    pub(crate) fn accessible(&self, element: &Element) -> Result<(String, String), Refused> {
        let get = |what: &str| {
            let path = format!("element/{}/{what}", element.0.element_id());
            let value = self.command(Method::GET, path, None)?;
            Ok(value.as_str().unwrap_or_default().to_owned())
        };
        Ok((get("computedlabel")?, get("computedrole")?))
    }

    /// Presses keys together on whatever has the focus, then lets go of them. A key is a
    /// character, or one of WebDriver's code points for named keys.
    pub(crate) fn press(&self, keys: &[char]) {
        let chain = self.driver.action_chain_with_delay(Some(NONE), Some(NONE));
        let down = keys.iter().fold(chain, |chain, key| chain.key_down(*key));
        let up = keys.iter().rev().fold(down, |chain, key| chain.key_up(*key));
        self.must("keys are pressed", up.perform());
    }

    /// Moves the pointer to the middle of an element, without pressing anything.
    pub(crate) fn point_at(&self, element: &Element) -> Result<(), Refused> {
        let chain = self.driver.action_chain_with_delay(Some(NONE), Some(NONE));
        self.wait(chain.move_to_element_center(&element.0).perform())
    }

    /// Moves the pointer to the top left corner, where nothing reacts to it.
    pub(crate) fn rest_pointer(&self) {
        let chain = self.driver.action_chain_with_delay(Some(NONE), Some(NONE));
        self.must("the pointer moves", chain.move_to(0, 0).perform());
    }

    /// What the page shows, as PNG.
    pub(crate) fn screenshot(&self) -> Vec<u8> {
        self.must("a picture", self.driver.screenshot_as_png())
    }

    /// What the console has said since it was last asked. Only Chromium's driver hears it.
    pub(crate) fn console(&self) -> Vec<String> {
        let log = self.log("browser");
        log.iter().map(|(level, message)| format!("\"{level}\" {message}")).collect()
    }

    /// The address of every request of the browser since it was last asked. Drivers other than
    /// Chromium's keep no record: then the page's own of this document counts.
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
            // The browser opens a start page of its own before it goes anywhere.
            let start_page = event["params"]["documentURL"].as_str()?.starts_with("chrome:");
            (!start_page).then(|| url.to_owned())
        };
        self.log("performance").iter().filter_map(address).collect()
    }

    /// The entries of a log since it was last asked for: level and message.
    fn log(&self, kind: &str) -> Vec<(String, String)> {
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        let log = self.must("a log", self.driver.get_log(kind));
        log.into_iter().map(|entry| (entry.level, entry.message)).collect()
    }
}

/// Actions follow each other at once: conditions are waited for, not time.
const NONE: Duration = Duration::ZERO;

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.runtime.block_on(self.driver.clone().quit());
    }
}
