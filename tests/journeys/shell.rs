//! The static shell explains and helps when the program cannot start or crashes.

use crate::browser::{Fault, Page, Setup, journey};
use sg_core::language::Language;

fn state(page: &Page) -> String {
    let state = page.run("return document.documentElement.dataset.start");
    state.as_str().unwrap_or_default().to_owned()
}

/// The visible status lines of the shell.
fn status(page: &Page) -> String {
    page.texts("#shell .status").join(" | ")
}

#[test]
fn a_missing_program_is_said_and_the_page_still_reads() {
    let page = Page::open(&Setup::default(), Fault::ProgramMissing, "/");
    page.wait_to_read(&"fetch-failed".to_owned(), state);
    let said = status(&page);
    assert!(said.contains("Part of the playground could not be loaded"), "{said}");
    assert!(said.contains("HTTP 404"), "with the reason: {said}");
    assert!(!said.contains("Loading the playground"), "{said}");
    page.button_in("#shell", "Reload");
    assert!(page.text("#shell table").contains("G1"), "the static picture stays");
    // The browser itself logs the missing file; there is no other message.
    let console = page.console();
    assert!(console.iter().all(|line| line.contains(".wasm")), "{console:#?}");
    page.assert_own_requests_only();
}

#[test]
fn the_program_is_asked_for_once() {
    let page = Page::open(&Setup::default(), Fault::None, "/");
    page.wait_until_ready();
    let asked = page.requests();
    let program = asked.iter().filter(|path| path.ends_with("_bg.wasm")).count();
    assert_eq!(program, 1, "{asked:#?}");
    assert_eq!(page.run("return document.getElementById('shell-progress').value"), 100);
}

#[test]
fn a_part_that_does_not_arrive_can_be_asked_for_again_and_nothing_is_lost() {
    for (address, message, retry) in [
        ("/?lang=en", "This part of the page could not be loaded", "Try again"),
        ("/?lang=zh", "页面的这一部分未能加载", "重试"),
    ] {
        let page = Page::open(&Setup::default(), Fault::PartsMissing, address);
        page.wait_until_ready();
        page.run("document.querySelectorAll('article.group')[1].querySelectorAll('.seg button')[1].click()");
        let flipped = |page: &Page| {
            page.run(
                "return document.querySelectorAll('article.group')[1]
                    .querySelectorAll('.seg button')[1].ariaPressed",
            )
        };
        page.wait_to_read(&serde_json::json!("true"), flipped);
        page.run("document.getElementById('open-share').click()");
        // A page that is not split has its parts.
        let split = page.run("return document.querySelector('link[href*=\"parts-\"]') !== null");
        if split == true {
            let said = |page: &Page| page.texts(".part-missing").join(" ").contains(message);
            page.wait_to_read(&true, said);
            page.set_fault(Fault::None);
            let offered = page.texts(".part-missing button");
            assert!(offered.iter().all(|name| name == retry), "{offered:?}");
            page.run(
                "for (const button of document.querySelectorAll('.part-missing button')) {
                    button.click();
                }",
            );
        }
        page.wait("the dialog", |page| page.texts("dialog").pop());
        page.run("document.querySelector('dialog').close()");
        assert_eq!(flipped(&page), "true", "the edit is still there");
    }
}

#[test]
fn a_part_that_stops_on_its_way_is_said_and_nothing_is_lost() {
    let page = Page::open(&Setup::default(), Fault::None, "/?lang=en");
    page.wait_until_ready();
    // The parts of the first visit must not be at hand, nor on their way.
    page.wait_until_kept();
    page.run(
        "return Promise.all([
            caches.keys().then((all) => Promise.all(all.map((own) => caches.delete(own)))),
            navigator.serviceWorker.getRegistrations()
                .then((all) => Promise.all(all.map((own) => own.unregister()))),
        ]).then(() => null)",
    );
    page.set_fault(Fault::PartsStalled);
    page.go("/?lang=en&theme=dark");
    page.wait_until_ready();
    if page.run("return document.querySelector('link[href*=\"parts-\"]') !== null") != true {
        // A page that is not split has its parts.
        return;
    }
    page.click_in(&Page::switch("G2"), "Drop");
    page.wait_to_read(&"Drop".to_owned(), |page| page.policy("G2"));
    page.run("document.getElementById('open-share').click()");
    let said = |page: &Page| page.texts(".part-missing").join(" ").contains("Try again");
    page.wait_to_read(&true, said);
    page.set_fault(Fault::None);
    // What had begun before stops one after the other, and has to be asked for again each time.
    page.wait("the dialog", |page| {
        page.run("document.querySelectorAll('.part-missing button').forEach((own) => own.click())");
        page.texts("dialog").pop()
    });
    page.run("document.querySelector('dialog').close()");
    assert_eq!(page.policy("G2"), "Drop", "the edit is still there");
}

#[test]
fn an_altered_program_is_never_run() {
    let page = Page::open(&Setup::default(), Fault::ProgramAltered, "/?lang=zh");
    page.wait_to_read(&"fetch-failed".to_owned(), state);
    let said = status(&page);
    assert!(said.contains("演练场有部分文件未能加载"), "{said}");
    assert!(!said.contains("could not be loaded"), "in one language: {said}");
}

#[test]
fn a_browser_without_web_assembly_is_told() {
    let flags = vec!["--js-flags=--jitless"];
    let page = Page::open(&Setup { flags, ..Setup::default() }, Fault::None, "/");
    page.wait_to_read(&"no-wasm".to_owned(), state);
    let said = status(&page);
    assert!(said.contains("WebAssembly is not available in this browser"), "{said}");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn a_panic_opens_the_way_out() {
    let page = Page::open(&Setup::default(), Fault::None, "/");
    page.wait_until_ready();
    // Imitate the panic hook, because no click makes the program panic.
    page.run(
        "document.documentElement.dataset.panic = 'panicked at src/somewhere.rs';
         document.dispatchEvent(new Event('sgp:panic'))",
    );
    page.wait_to_read(&"panic".to_owned(), state);
    let said = page.text("#recovery");
    assert!(said.contains("The playground has stopped"), "{said}");
    assert!(said.contains("panicked at src/somewhere.rs"), "{said}");
    assert_eq!(page.run("return document.activeElement.id"), "recovery-title");
    assert_eq!(page.run("return document.getElementById('app').inert"), true);
    page.click_in("#recovery", "Reload");
    page.wait_until_ready();
    assert_eq!(page.glyphs(&["ecs1 → ecs3"]), "✗");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn a_download_that_stops_is_said_and_forgotten_once_it_goes_on() {
    let page = Page::open(&Setup::default(), Fault::None, "/?lang=en");
    page.wait_until_ready();
    page.set_fault(Fault::ProgramStalled);
    page.go("/?lang=en&theme=dark");
    let said = |page: &Page| status(page).contains("Nothing has arrived for 20 seconds");
    page.wait_to_read(&true, said);
    page.button_in("#shell", "Reload");
    page.run("document.dispatchEvent(new Event('sgp:arrived'))");
    assert!(!said(&page));
    page.wait_to_read(&true, said);
    page.set_fault(Fault::None);
    page.click_in("#shell", "Reload");
    page.wait_until_ready();
}

#[test]
fn a_clock_that_throws_or_is_missing_stops_nothing() {
    for fault in [
        "Date.now = () => { throw new Error('no clock') }",
        "Date.now = () => 'noon'",
        "delete Date.now",
        "Date.now = () => -1e300",
    ] {
        let page = Page::open(&Setup::default(), Fault::None, "/?lang=en");
        page.wait_until_ready();
        page.before_every_page(fault);
        page.go("/?lang=en&theme=dark");
        page.wait_until_ready();
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&"Drop".to_owned(), |page| page.policy("G2"));
        assert_eq!(page.console(), Vec::<String>::new(), "{fault}");
    }
}

#[test]
fn a_start_that_ends_without_the_page_says_so_and_offers_a_reload() {
    // Both ways to start: with the first scenario, and once what a link needs is here.
    for address in ["/?lang=en&theme=dark", "/?lang=en&theme=dark#ex/ping"] {
        let page = Page::open(&Setup::default(), Fault::None, "/?lang=en");
        page.wait_until_ready();
        page.before_every_page(
            "Document.prototype.createTextNode = () => { throw new Error('no text') }",
        );
        page.go(address);
        page.wait_to_read(&"start-failed".to_owned(), state);
        let said = status(&page);
        assert!(said.contains("could not start") && said.contains("no text"), "{said}");
        page.button_in("#shell", "Reload");
        page.button_in("#shell", "Start over");
    }
}

#[test]
fn what_is_thrown_through_the_running_program_opens_the_way_out() {
    let page = Page::open(&Setup::default(), Fault::None, "/?lang=en");
    page.wait_until_ready();
    // Imitate what the browser tells of an error that passed through the program.
    page.run(
        "const error = new Error('no text');
         error.stack = 'Error: no text\\n at https://example.org/page_bg.wasm:wasm-function[1]:0x1';
         dispatchEvent(new ErrorEvent('error', { error }))",
    );
    page.wait_to_read(&"panic".to_owned(), state);
    assert_eq!(page.run("return document.querySelectorAll('#recovery main h1').length"), 1);
    page.button_in("#recovery", "Reload");
}

#[test]
fn a_missing_clipboard_is_said_however_often_it_is_asked_for() {
    for missing in ["undefined", "null", "{}", "{ writeText() { throw new Error('no') } }"] {
        journey(&Setup::default(), "/?lang=en", |page| {
            page.run(&format!(
                "Object.defineProperty(navigator, 'clipboard', {{ value: {missing} }})"
            ));
            // More often than there is room for closures that nobody drops.
            page.run(
                "const copy = document.querySelector('.copy button');
                 for (let count = 0; count < 1100; count += 1) copy.click();",
            );
            let said = |page: &Page| page.texts(".copy [role=status]").join(" ");
            page.wait("the refusal", |page| said(page).contains("not").then_some(()));
            page.click_in(&Page::switch("G2"), "Drop");
            page.wait_to_read(&"Drop".to_owned(), |page| page.policy("G2"));
        });
    }
}

#[test]
fn every_tag_of_a_language_is_taken_as_the_program_takes_it() {
    let page = Page::open(&Setup::default(), Fault::None, "/?lang=en");
    page.wait_until_ready();
    for tag in ["zh_TW", "ZH-hant-tw", "zh", "en_GB", "EN", "de-CH-1996", "english", "constructor"]
    {
        let before = if tag.to_lowercase().starts_with("en") { "zh" } else { "en" };
        page.run(&format!("localStorage.setItem('sgp.lang', '{before}')"));
        page.go(&format!("/?lang={tag}#new"));
        page.wait_until_ready();
        let wanted = Language::from_tag(tag).or_else(|| Language::from_tag(before));
        let shown = page.run("return document.documentElement.lang");
        assert_eq!(shown, wanted.unwrap().tag(), "{tag}");
        let ignored = page.texts(".notice").join(" ");
        let reported = ignored.contains(tag);
        assert_eq!(reported, Language::from_tag(tag).is_none(), "{tag}: {ignored}");
    }
}
