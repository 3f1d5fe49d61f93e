//! Embedded scenarios: edited, locked, sandboxed, and as high as their content or scrolled.

use serde_json::json;

use crate::browser::{Fault, Page, Setup, journey};

const FIRST: &str = "figure iframe[title^=Three]";
const LOCKED: &str = "figure iframe[title^='The smaller']";
const CHINESE: &str = "section[lang=zh-CN] iframe";

/// Scrolls to a lazy frame and waits until it has started.
fn show(page: &Page, frame: &str) {
    page.run_with("document.querySelector(arguments[0]).scrollIntoView()", &[json!(frame)]);
    page.inside(frame, Page::wait_until_ready);
}

/// Waits until a frame is as high as its content.
fn wait_for_height(page: &Page, frame: &str) {
    page.wait("the height of the frame", |page| {
        let wanted = page.inside(frame, |page| {
            page.run("return document.getElementById('app').scrollHeight").as_i64()
        });
        let script = "return Number(document.querySelector(arguments[0]).height)";
        let given = page.run_with(script, &[json!(frame)]).as_i64();
        (given == wanted).then_some(())
    });
}

#[test]
fn a_documentation_page_holds_three_scenarios() {
    let page = Page::open(&Setup::default(), Fault::None, "/embed-demo.html");
    assert_eq!(page.run("return document.querySelectorAll('iframe').length"), 3);

    // The first frame may be edited except for its lock, and stores nothing.
    show(&page, FIRST);
    wait_for_height(&page, FIRST);
    page.inside(FIRST, |page| {
        assert_eq!(page.glyphs(&["ecs1 → ecs2", "ecs1 → ecs3"]), "✓✗");
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs2"]));
        assert_eq!(page.policy("G2"), "Drop");
        assert_eq!(page.all("header.top, .answer, .request").len(), 0, "one task, no header");
        assert_eq!(page.all(".rules-bar .link, .chip-remove, select.chip").len(), 0, "locked");
        page.click_in(".embed-foot", "Back to the start");
        page.wait_to_read(&"Accept".to_owned(), |page| page.policy("G2"));
        let link = page.run("return document.getElementById('open-full').href");
        assert!(link.as_str().unwrap().ends_with("/?lang=en#ex/three-groups"), "{link}");
    });
    assert_eq!(page.run("return localStorage.length + sessionStorage.length"), 0);

    // The second is sandboxed and locked, also for keys.
    show(&page, LOCKED);
    page.inside(LOCKED, |page| {
        let stores = "try { return typeof localStorage } catch (error) { return error.name }";
        assert_eq!(page.run(stores), "SecurityError");
        page.click(|page| page.cell("internet", "ecs2"));
        assert!(!page.reason().is_empty());
        page.press(&['t']);
        page.wait("the reason why nothing happens", |page| {
            page.text(".locked-notice").contains("cannot be changed here").then_some(())
        });
        page.press(&['d']);
        page.find(".drawing svg");
    });

    // The third has the strictest sandbox that still runs scripts.
    show(&page, CHINESE);
    page.inside(CHINESE, |page| {
        assert_eq!(page.run("return document.documentElement.lang"), "zh-CN");
        assert_eq!(page.run("return document.documentElement.dataset.theme"), "dark");
        page.find(".drawing svg");
        page.click(|page| page.all(".group .seg button[aria-pressed=false]").remove(0));
        page.wait("the call that was made", |page| {
            page.text(".strip p").contains("组内互通").then_some(())
        });
        assert!(page.text(".outcome").contains("200 OK"), "{}", page.text(".outcome"));
        assert_eq!(page.all("#open-drawer-signing").len(), 0, "no field for a secret");
    });
    assert_eq!(page.console(), Vec::<String>::new(), "the console is not empty");
    page.assert_own_requests_only();
}

#[test]
fn the_wheel_belongs_to_the_page_around_until_the_reader_is_inside() {
    let page = Page::open(&Setup::default(), Fault::None, "/embed-demo.html");
    show(&page, FIRST);
    wait_for_height(&page, FIRST);
    // A host page that does not listen: the frame is lower than its content.
    let script = "const frame = document.querySelector(arguments[0]);
        // The style wins over the height that the host page sets.
        frame.style.height = '220px';
        scrollTo(0, 0)";
    page.run_with(script, &[json!(FIRST)]);
    let outer = |page: &Page| page.run("return scrollY").as_f64().unwrap();
    let inner =
        |page: &Page| page.inside(FIRST, |page| page.run("return scrollY").as_f64().unwrap());
    page.wheel(|page| page.find(FIRST), 150);
    page.wait("the page around to scroll", |page| (outer(page) > 0.0).then_some(()));
    assert!(inner(&page).abs() < 0.5, "the frame stays");
    page.inside(FIRST, |page| page.click(|page| page.find(".pane-head h2")));
    page.wheel(|page| page.find(FIRST), 60);
    page.wait("the frame to scroll", |page| (inner(page) > 0.0).then_some(()));
}

#[test]
fn a_frame_far_below_waits_until_it_is_seen() {
    let page = Page::open(
        &Setup { size: (900, 500), ..Setup::default() },
        Fault::None,
        "/embed-demo.html",
    );
    // Load all frames eagerly, because frames that have not been loaded cannot be inspected.
    page.run("for (const frame of document.querySelectorAll('iframe')) frame.loading = 'eager'");
    page.wait("the last frame to load", |page| {
        page.inside(CHINESE, |page| {
            let state = page.run("return document.documentElement.dataset.start ?? ''");
            (state == "loading").then_some(())
        })
    });
    show(&page, FIRST);
    let state =
        page.inside(CHINESE, |page| page.run("return document.documentElement.dataset.start"));
    assert_eq!(state, "loading", "it has not started");
    show(&page, CHINESE);
}

#[test]
fn what_the_address_asks_for_in_vain_is_said_and_the_page_stands() {
    let address = "/?embed=1&lang=en&panes=matrx&lock=everything&theme=blue#ex/three-groups";
    journey(&Setup { size: (360, 740), ..Setup::default() }, address, |page| {
        let said = page.text(".notice");
        for wrong in ["panes=matrx", "lock=everything", "theme=blue"] {
            assert!(said.contains(wrong), "{said}");
        }
        assert_eq!(page.glyphs(&["ecs1 → ecs2"]), "✓");
        page.click_in(".notices", "Close");
        page.wait_to_read(&false, |page| page.text(".notices").contains("matrx"));
        assert_eq!(page.run("return document.documentElement.scrollWidth <= innerWidth"), true);
    });
}
