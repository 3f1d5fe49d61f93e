//! Injected faults: each leaves a page that works, or one that says what is wrong and offers a way on.
//! In no case is work lost. What single faults are to look like is tested where they belong
//! (`shell`, `storage`, `offline`, `import`); here all of them are held to the same promise.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};

use crate::browser::{Fault, Page, Setup, key};

/// What must be seen after the fault.
enum Then {
    /// The page works: a switch can be flipped, and undone.
    Works,
    /// The page cannot start. It says so, with this text, and offers a reload.
    Says(&'static str),
}

/// A fault that is there when the page starts.
struct Start {
    name: &'static str,
    /// The server's fault.
    fault: Fault,
    /// A script that runs before the page's own.
    before: &'static str,
    address: &'static str,
    then: Then,
}

const fn with(name: &'static str, before: &'static str) -> Start {
    Start { name, fault: Fault::None, before, address: "/?lang=en&theme=dark", then: Then::Works }
}

const fn served(name: &'static str, fault: Fault, then: Then) -> Start {
    Start { name, fault, before: "", address: "/?lang=en&theme=dark", then }
}

const fn at(name: &'static str, address: &'static str) -> Start {
    Start { name, fault: Fault::None, before: "", address, then: Then::Works }
}

const STARTS: [Start; 27] = [
    with(
        "storage is denied",
        "Object.defineProperty(window, 'localStorage', {
            get() { throw new DOMException('no', 'SecurityError') } })",
    ),
    with(
        "storage is full in mid-save",
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }",
    ),
    with("storage holds junk", "localStorage.setItem('sgp.scene', '\\u0000junk')"),
    with("storage holds an older version", "localStorage.setItem('sgp.scene', '{\"version\":0}')"),
    with("storage holds a newer version", "localStorage.setItem('sgp.scene', '{\"version\":9}')"),
    with("no clipboard", "Object.defineProperty(navigator, 'clipboard', { value: undefined })"),
    with(
        "the clipboard refuses",
        "Object.defineProperty(navigator, 'clipboard',
            { value: { writeText: () => Promise.reject(new Error('no')) } })",
    ),
    with("no crypto", "Object.defineProperty(window, 'crypto', { value: undefined })"),
    with("the clock says 1970", "Date.now = () => 0"),
    with("the clock says 2100", "Date.now = () => 4102444800000"),
    with("the clock runs backwards", "let now = 1.8e12; Date.now = () => (now -= 1000)"),
    with("the clock throws", "Date.now = () => { throw new Error('no clock') }"),
    with("dates are patched", "Date.prototype.toISOString = () => 'noon'; window.Date = class {}"),
    with("no idle callbacks", "delete window.requestIdleCallback"),
    with("no service worker", "delete Navigator.prototype.serviceWorker"),
    served(
        "the program is missing",
        Fault::ProgramMissing,
        Then::Says("Part of the playground could not be loaded"),
    ),
    served(
        "the program is truncated",
        Fault::ProgramTruncated,
        Then::Says("Part of the playground could not be loaded"),
    ),
    served(
        "the program is another one than its hash says",
        Fault::ProgramAltered,
        Then::Says("Part of the playground could not be loaded"),
    ),
    served("the program has a wrong type", Fault::ProgramMistyped, Then::Works),
    served("parts of the program are missing", Fault::PartsMissing, Then::Works),
    served("a style sheet is missing", Fault::StyleMissing, Then::Works),
    Start {
        name: "no WebAssembly",
        fault: Fault::None,
        before: "delete window.WebAssembly",
        address: "/?lang=en&theme=dark",
        then: Then::Says("WebAssembly is not available"),
    },
    Start {
        name: "the page cannot be drawn",
        fault: Fault::None,
        before: "Document.prototype.createTextNode = () => { throw new Error('no text') }",
        address: "/?lang=en&theme=dark",
        then: Then::Says("could not start"),
    },
    at("an unknown language", "/?lang=tlh&theme=dark"),
    at("a link cut by a mail program", "/?lang=en&theme=dark#s/v2/eNqFzk"),
    at("a link encoded again", "/?lang=en&theme=dark#s%252Fv2%252FeNqFzks"),
    at("a link with a trailing dot", "/?lang=en&theme=dark#ex/three-groups."),
];

/// Flips a switch and takes it back.
fn works(page: &Page, name: &str) {
    // A bad link, an unreadable saved scenario and a missing part are said, and nothing is in the way.
    if page.all("table[role=grid]").is_empty() {
        page.run("location.hash = '#ex/three-groups'");
    }
    page.wait(name, |page| (!page.all("table[role=grid]").is_empty()).then_some(()));
    let before = page.policy("G2");
    let other = if before == "Drop" { "Accept" } else { "Drop" };
    page.click_in(&Page::switch("G2"), other);
    page.wait_to_read(&other.to_owned(), |page| page.policy("G2"));
    page.press(&[key::CONTROL, 'z']);
    page.wait_to_read(&before, |page| page.policy("G2"));
}

/// Injects each fault, whatever became of the others, and says which were survived.
fn survived(names: impl Iterator<Item = &'static str>, inject: impl Fn(usize)) {
    let all: Vec<&str> = names.collect();
    let failed = |at: &usize| catch_unwind(AssertUnwindSafe(|| inject(*at))).is_err();
    let failed: Vec<&str> = (0..all.len()).filter(failed).map(|at| all[at]).collect();
    println!("survived {} of {}", all.len() - failed.len(), all.len());
    assert!(failed.is_empty(), "not survived: {failed:#?}");
}

fn start(page: &Page) -> Value {
    page.run("return document.documentElement.dataset.start")
}

#[test]
fn a_fault_at_the_start_leaves_a_page_that_works_or_says_why_not() {
    survived(STARTS.iter().map(|own| own.name), |at| {
        let Start { name, fault, before, address, then } = &STARTS[at];
        let page = Page::open(&Setup::default(), Fault::None, "/blank.html");
        page.before_every_page(before);
        page.set_fault(*fault);
        page.go(address);
        match then {
            Then::Works => {
                page.wait(name, |page| (start(page) == "ready").then_some(()));
                works(&page, name);
            }
            Then::Says(text) => {
                let said = |page: &Page| page.texts("#shell .status").join(" ").contains(text);
                page.wait(name, |page| said(page).then_some(()));
                page.button_in("#shell", "Reload");
            }
        }
    });
}

/// A fault while the page is open.
type Act = fn(&Page);

const WHILE_OPEN: [(&str, Act); 8] = [
    ("a hundred thousand changes of the address", |page| {
        page.run(
            "for (let count = 0; count < 1e5; count += 1) {
                // Some browsers count, and refuse at some point.
                try { history.replaceState(null, '', `#ex/ping${count % 7}`); } catch { }
                if (count % 1000 === 0) dispatchEvent(new HashChangeEvent('hashchange'));
             }
             location.hash = '#ex/three-groups'",
        );
    }),
    ("a storm of back and forward", |page| {
        page.run(
            "for (let count = 0; count < 20; count += 1) location.hash = `#ex/${
                count % 2 ? 'ping' : 'three-groups'}`;
             for (let count = 0; count < 100; count += 1) count % 3 ? history.back() : history.forward()",
        );
        page.go("/?lang=en#ex/three-groups");
        page.wait_until_ready();
    }),
    ("another tab writes at the same time", |page| {
        page.run(
            "for (let count = 0; count < 50; count += 1) {
                localStorage.setItem('sgp.scene', `{\"version\":1,\"stamp\":\"${count}\"}`);
                dispatchEvent(new StorageEvent('storage', { key: 'sgp.scene' }));
             }",
        );
    }),
    ("a paste of ten megabytes", |page| {
        page.click_in("header", "Import");
        page.find("#import-paste");
        page.run(
            "const field = document.getElementById('import-paste');
             field.value = 'x'.repeat(1e7);
             field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        );
        page.wait_to_read(&true, |page| page.text("dialog").contains("Not recognized"));
        page.press(&[key::ESCAPE]);
    }),
    ("a file of a gigabyte", |page| {
        page.click_in("header", "Import");
        page.find(".intake");
        page.run(
            "const data = new DataTransfer();
             const megabyte = new Blob([new Uint8Array(2 ** 20)]);
             data.items.add(new File(new Array(1024).fill(megabyte), 'huge.json'));
             Blob.prototype.slice = () => { throw new Error('read in spite of its size') };
             const event = { bubbles: true, cancelable: true, dataTransfer: data };
             document.querySelector('.intake').dispatchEvent(new DragEvent('drop', event))",
        );
        page.wait("the refusal", |page| {
            (!page.texts("dialog .import-stage .api-error").is_empty()).then_some(())
        });
        page.press(&[key::ESCAPE]);
    }),
    ("a file that changes while it is read", |page| {
        page.click_in("header", "Import");
        page.find(".intake");
        page.run(
            "Blob.prototype.arrayBuffer = () =>
                Promise.reject(new DOMException('changed', 'NotReadableError'));
             const data = new DataTransfer();
             data.items.add(new File(['{}'], 'moving.json'));
             const event = { bubbles: true, cancelable: true, dataTransfer: data };
             document.querySelector('.intake').dispatchEvent(new DragEvent('drop', event))",
        );
        page.wait("the refusal", |page| {
            (!page.texts("dialog .import-stage .api-error").is_empty()).then_some(())
        });
        page.press(&[key::ESCAPE]);
    }),
    ("a hundred thousand characters in a field", |page| {
        page.run(
            "const field = document.querySelector('.pane.groups input');
             field.value = '9'.repeat(1e5);
             field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        );
        page.run(
            "const field = document.querySelector('.pane.groups input');
             field.value = '';
             field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        );
    }),
    ("no server any more", |page| {
        page.set_fault(Fault::Unreachable);
    }),
];

#[test]
fn a_fault_of_the_open_page_leaves_it_working() {
    survived(WHILE_OPEN.iter().map(|(name, _)| *name), |at| {
        let (name, act) = WHILE_OPEN[at];
        let page = Page::open(&Setup::default(), Fault::None, "/?lang=en#ex/three-groups");
        page.wait_until_ready();
        act(&page);
        if !page.all("dialog").is_empty() {
            page.run("document.querySelector('dialog').close()");
        }
        page.wait("the dialog to close", |page| page.all("dialog").is_empty().then_some(()));
        works(&page, name);
    });
}

const FLIP: &str =
    "document.querySelector('article.group .seg button[aria-pressed=false]').click()";

/// A place in the program, and what makes it get there.
const PANICS: [(&str, &str); 5] = [
    ("Reducer", FLIP),
    ("View", FLIP),
    ("Effect", "document.querySelector('header button[title^=Theme]').click()"),
    ("Timer", FLIP),
    ("Part", "location.reload()"),
];

#[test]
fn a_panic_anywhere_opens_the_way_out_with_the_scenario() {
    survived(PANICS.iter().map(|(place, _)| *place), |at| {
        let (place, act) = PANICS[at];
        let page = Page::open(&Setup::default(), Fault::None, "/?lang=en");
        page.wait_until_ready();
        page.run("navigator.clipboard.writeText = () => Promise.reject()");
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait("the scenario to be saved", |page| {
            let saved = page.run("return localStorage.getItem('sgp.scene') ?? ''");
            saved.as_str().unwrap().contains("\"innerAccessPolicy\":\"Drop\"").then_some(())
        });
        page.run_with("window.name = arguments[0]", &[json!(place)]);
        page.run(act);
        page.wait(place, |page| (start(page) == "panic").then_some(()));
        let said = page.text("#recovery");
        assert!(said.contains(&format!("injected fault: {place}")), "{said}");
        page.run("navigator.clipboard.writeText = () => Promise.reject()");
        page.click_in("#recovery", "Copy my scenario");
        page.wait("the scenario to be copied", |page| {
            let copied = page.run("return document.getElementById('recovery-scenario').value");
            let scenario: Value = serde_json::from_str(copied.as_str()?).ok()?;
            (scenario["securityGroups"][1]["innerAccessPolicy"] == "Drop").then_some(())
        });
        page.run("window.name = ''");
        page.click_in("#recovery", "Reload");
        page.wait_until_ready();
        assert_eq!(page.policy("G2"), "Drop", "{place}: the work is still there");
    });
}

#[test]
fn the_faults_are_as_many_as_the_record_says() {
    let kinds = STARTS.len() + WHILE_OPEN.len() + PANICS.len();
    assert_eq!(kinds, 40);
    let mut names: Vec<&str> = STARTS.iter().map(|own| own.name).collect();
    names.extend(WHILE_OPEN.iter().map(|(name, _)| name));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len() + PANICS.len(), kinds, "each once");
}
