//! The static shell explains and helps when the program cannot start or crashes.

use crate::browser::{Fault, Page, Setup};

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
    assert!(said.contains("Failed to fetch"), "with the browser's message: {said}");
    assert!(!said.contains("Loading the playground"), "{said}");
    page.button_in("#shell", "Reload");
    assert!(page.text("#shell table").contains("G1"), "the static picture stays");
    // The browser itself logs the missing file; there is no other message.
    let console = page.console();
    assert!(console.iter().all(|line| line.contains(".wasm")), "{console:#?}");
    page.assert_own_requests_only();
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
    assert_eq!(page.glyphs(&["ecs1 → ecs2"]), "✓");
    assert_eq!(page.console(), Vec::<String>::new());
}
