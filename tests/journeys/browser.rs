//! The browser of the journeys: a server, a session, and a page with waiting queries.

mod client;
mod engine;
mod server;
mod session;

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

pub(crate) use engine::{Setup, from_environment};
pub(crate) use server::Fault;
use server::Server;
pub(crate) use session::Element;
use session::{Refused, Session};

/// How long the page may take before a condition counts as failed. Generous, because two browsers
/// may share one slow core; a passing test never waits that long. `SGP_PATIENCE` gives other seconds,
/// for a machine that is slower still.
fn patience() -> Duration {
    let given = std::env::var("SGP_PATIENCE").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(given.unwrap_or(60))
}

/// WebDriver's code points for keys that are not characters.
pub(crate) mod key {
    pub(crate) const TAB: char = '\u{E004}';
    pub(crate) const ENTER: char = '\u{E007}';
    pub(crate) const SHIFT: char = '\u{E008}';
    pub(crate) const CONTROL: char = '\u{E009}';
    pub(crate) const ESCAPE: char = '\u{E00C}';
    pub(crate) const BACKSPACE: char = '\u{E003}';
    pub(crate) const LEFT: char = '\u{E012}';
    pub(crate) const UP: char = '\u{E013}';
    pub(crate) const RIGHT: char = '\u{E014}';
    pub(crate) const DOWN: char = '\u{E015}';
}

/// The built page in its own browser.
pub(crate) struct Page {
    session: Session,
    server: Server,
}

/// The server of a page that embeds the page under test.
pub(crate) struct Host(Server);

/// Opens the page in a fresh browser, runs the journey, and then checks what must hold for all of
/// them: an empty console, and no requests to other servers.
pub(crate) fn journey(setup: &Setup, address: &str, take: impl FnOnce(&Page)) {
    let page = Page::open(setup, Fault::None, address);
    page.wait_until_ready();
    take(&page);
    assert_eq!(page.console(), Vec::<String>::new(), "the console is not empty");
    page.assert_own_requests_only();
}

impl Page {
    /// Opens the page in a fresh browser, at a path of its server such as `/?lang=zh`.
    pub(crate) fn open(setup: &Setup, fault: Fault, address: &str) -> Self {
        let site = PathBuf::from(from_environment("SGP_SITE_DIR"));
        let server = Server::start(&site, fault);
        let session = Session::start(setup);
        session.navigate(&format!("{}{address}", server.origin()));
        Self { session, server }
    }

    /// Waits until the program has taken over from the static shell.
    pub(crate) fn wait_until_ready(&self) {
        self.wait("the program to start", |page| {
            let state = page.run("return document.documentElement.dataset.start");
            (state == "ready").then_some(())
        });
    }

    /// Waits until `probe` returns a value.
    pub(crate) fn wait<T>(&self, what: &str, probe: impl Fn(&Self) -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = probe(self) {
                return found;
            }
            let body = || self.run("return document.body.innerText");
            assert!(start.elapsed() < patience(), "waited in vain for {what}; page: {}", body());
            // This only sets the polling rate: the condition above decides.
            thread::sleep(Duration::from_millis(15));
        }
    }

    /// Waits until reading the page gives the expected value; a failure shows the last value.
    pub(crate) fn wait_to_read<T: PartialEq + std::fmt::Debug>(
        &self,
        expected: &T,
        read: impl Fn(&Self) -> T,
    ) {
        let start = Instant::now();
        loop {
            let found = read(self);
            if found == *expected {
                return;
            }
            if start.elapsed() > patience() {
                assert_eq!(found, *expected, "the page still reads differently");
            }
            thread::sleep(Duration::from_millis(15));
        }
    }

    /// The result of a script without arguments.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.run_with(script, &[])
    }

    /// The result of a script.
    pub(crate) fn run_with(&self, script: &str, arguments: &[Value]) -> Value {
        let result = self.session.run(script, arguments);
        result.unwrap_or_else(|refused| panic!("{script} failed: {refused:?}"))
    }

    /// Waits for a visible element that matches a selector.
    pub(crate) fn find(&self, selector: &str) -> Element {
        self.wait(selector, |page| page.all(selector).into_iter().next())
    }

    /// All visible elements that match a selector, in document order.
    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }))";
        self.elements(script, &[json!(selector)])
    }

    /// The visible button or summary with a name, inside the element of a selector.
    pub(crate) fn button_in(&self, scope: &str, name: &str) -> Element {
        let script = "const [scope, name] = arguments;
            return [...document.querySelectorAll(`${scope} button, ${scope} summary, ${scope} a`)]
                .filter((element) => element.checkVisibility({ visibilityProperty: true }))
                .filter((element) =>
                    (element.getAttribute('aria-label') ?? element.innerText)
                        .replace(/\\s+/g, ' ').trim() === name)";
        self.wait(&format!("a button `{name}` in {scope}"), |page| {
            page.elements(script, &[json!(scope), json!(name)]).into_iter().next()
        })
    }

    /// The visible input or select with a label, inside the element of a selector.
    pub(crate) fn field_in(&self, scope: &str, label: &str) -> Element {
        let script = "const [scope, label] = arguments;
            const name = (element) => element.getAttribute('aria-label')
                ?? [...(element.labels ?? [])].map((label) => [...label.childNodes]
                    .filter((node) => node.nodeType === Node.TEXT_NODE)
                    .map((node) => node.data).join('')).join(' ');
            return [...document.querySelectorAll(`${scope} input, ${scope} select`)]
                .filter((element) => element.checkVisibility({ visibilityProperty: true }))
                .filter((element) => name(element).trim() === label)";
        self.wait(&format!("a field `{label}` in {scope}"), |page| {
            page.elements(script, &[json!(scope), json!(label)]).into_iter().next()
        })
    }

    /// The elements in the list that a script returns.
    pub(crate) fn elements(&self, script: &str, arguments: &[Value]) -> Vec<Element> {
        let found = self.session.elements(script, arguments);
        found.unwrap_or_else(|refused| panic!("{script} failed: {refused:?}"))
    }

    /// Clicks the element that `find` returns; finds it again if the page was re-rendered in
    /// between.
    pub(crate) fn click(&self, find: impl Fn(&Self) -> Element) {
        self.retry(|page| page.session.click(&find(page)));
        self.settle();
    }

    /// Moves the pointer over the element that `find` returns.
    pub(crate) fn point_at(&self, find: impl Fn(&Self) -> Element) {
        self.retry(|page| page.session.point_at(&find(page)));
    }

    /// Runs a closure inside a frame.
    pub(crate) fn inside<T>(&self, frame: &str, act: impl FnOnce(&Self) -> T) -> T {
        self.session.enter(Some(self.find(frame)));
        let done = act(self);
        self.session.enter(None);
        done
    }

    /// Scrolls down with the wheel over the element that `find` returns.
    pub(crate) fn wheel(&self, find: impl Fn(&Self) -> Element, by: u32) {
        self.retry(|page| page.session.wheel(&find(page), by));
    }

    /// Clicks the button with a name, inside the element of a selector.
    pub(crate) fn click_in(&self, scope: &str, name: &str) {
        self.click(|page| page.button_in(scope, name));
    }

    /// Replaces the text of a field by typing.
    pub(crate) fn fill(&self, find: impl Fn(&Self) -> Element, text: &str) {
        self.retry(|page| {
            let field = find(page);
            page.session.run("arguments[0].select()", &[field.to_json()])?;
            let typed = if text.is_empty() { key::BACKSPACE.to_string() } else { text.to_owned() };
            page.session.type_into(&field, &typed)
        });
        self.settle();
    }

    /// Selects the option with a value or label.
    pub(crate) fn choose(&self, find: impl Fn(&Self) -> Element, option: &str) {
        self.retry(|page| {
            let script = "const [select, wanted] = arguments;
                return [...select.options].filter((o) => o.value === wanted || o.text === wanted)";
            let found = page.session.elements(script, &[find(page).to_json(), json!(option)])?;
            page.session.click(found.first().unwrap_or_else(|| panic!("no such option: {option}")))
        });
        self.settle();
    }

    /// Lets the page draw what follows from an action, since a driver answers before that. A page that
    /// is being left, or whose clock is part of the test, has nothing to wait for.
    pub(crate) fn settle(&self) {
        let script = "return new Promise((done) => {
            setTimeout(done, 500);
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
        }).then(() => null)";
        let _left_or_settled = self.session.run(script, &[]);
    }

    fn retry<T>(&self, act: impl Fn(&Self) -> Result<T, Refused>) -> T {
        let start = Instant::now();
        loop {
            match act(self) {
                Ok(value) => return value,
                Err(Refused::Stale) => assert!(start.elapsed() < patience(), "still stale"),
                Err(Refused::Other(why)) => panic!("the browser refused: {why}"),
            }
        }
    }

    /// The text of a selector's first visible element, with white space normalized; empty if there
    /// is none.
    pub(crate) fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_default()
    }

    /// The texts of a selector's visible elements, once the page has caught up: an answer follows the
    /// matrix by a frame.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.wait("the answer to follow", |page| {
            let busy = "return document.querySelector('.answer[aria-busy=true]') !== null";
            (page.run(busy) == false).then_some(())
        });
        let read = |page: &Self| {
            page.all(selector).iter().map(|e| page.session.text(e)).collect::<Result<Vec<_>, _>>()
        };
        let texts = self.retry(read);
        texts.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// The accessible name and role of an element.
    pub(crate) fn accessible(&self, element: &Element) -> (String, String) {
        self.session.accessible(element).expect("every element has a name, possibly empty")
    }

    /// Presses keys together.
    pub(crate) fn press(&self, keys: &[char]) {
        self.press_on(keys);
        self.settle();
    }

    /// Presses keys together, as one of many presses in a row.
    pub(crate) fn press_on(&self, keys: &[char]) {
        self.session.press(keys);
    }

    /// Moves the pointer away from everything.
    pub(crate) fn rest_pointer(&self) {
        self.session.rest_pointer();
    }

    /// Gives the page another size, in CSS pixels.
    pub(crate) fn resize(&self, size: (u32, u32)) {
        self.session.resize(size);
    }

    /// Opens another path of the page's server in the same browser.
    pub(crate) fn go(&self, address: &str) {
        self.session.navigate(&format!("{}{address}", self.server.origin()));
    }

    /// Opens a page of another server, a plain one on another port, in the same browser. The server
    /// runs until it is dropped.
    pub(crate) fn visit(&self, folder: &Path, address: &str) -> Host {
        let host = Host(Server::start(folder, Fault::Plain));
        self.session.navigate(&format!("{}{address}", host.0.origin()));
        host
    }

    /// The address of the page's own server.
    pub(crate) fn origin(&self) -> &str {
        self.server.origin()
    }

    /// Makes the page's server serve another folder.
    pub(crate) fn serve_folder(&self, folder: &Path) {
        self.server.serve_folder(folder);
    }

    /// Sets or clears the server's fault.
    pub(crate) fn set_fault(&self, fault: Fault) {
        self.server.set_fault(fault);
    }

    /// Waits until the browser has cached the build, which starts once the page is running, and is
    /// not installing another one.
    pub(crate) fn wait_until_kept(&self) {
        self.wait("the build to be kept", |page| {
            let state = "return navigator.serviceWorker.getRegistration().then((registration) =>
                !registration?.installing && !registration?.waiting && registration?.active?.state)";
            (page.run(state) == "activated").then_some(())
        });
    }

    /// Runs a script in every new page, before any script of the page.
    pub(crate) fn before_every_page(&self, script: &str) {
        if !self.session.before_every_page(script) {
            self.server.before_every_page(script);
        }
    }

    /// The current window.
    pub(crate) fn window(&self) -> String {
        self.session.window()
    }

    /// Opens a path of the page's server in a new window and switches to it.
    pub(crate) fn new_window(&self, address: &str) -> String {
        let window = self.session.new_window();
        self.look_at(&window);
        self.go(address);
        window
    }

    /// Switches to another window of the same browser.
    pub(crate) fn look_at(&self, window: &str) {
        self.session.look_at(window);
    }

    /// Writes a screenshot to `target/screenshots/<name>.png`.
    pub(crate) fn screenshot(&self, name: &str) {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("../screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), self.session.screenshot()).unwrap();
    }

    /// New console messages since the last call.
    pub(crate) fn console(&self) -> Vec<String> {
        self.session.console()
    }

    /// All paths requested from the server.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    /// Checks the browser's own record of requests against the page's origin.
    pub(crate) fn assert_own_requests_only(&self) {
        let urls = self.session.requested();
        assert!(urls.len() >= 5, "page, styles, scripts and program at least: {urls:?}");
        let origin = format!("{}/", self.server.origin());
        for url in &urls {
            assert!(url.starts_with(&origin), "a request to another server: {url}");
        }
    }
}
