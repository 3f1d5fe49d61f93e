//! A documentation page on another port, served by a plain file server, that embeds the playground
//! by the lines that *Share* writes.

use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;

use crate::browser::{Fault, Host, Page, Setup, key};

/// A documentation page whose column is as wide as those of the usual generators.
struct Site(PathBuf);

impl Site {
    fn new(body: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("sgp-host-{}-{number}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let page = format!(
            "<!doctype html><meta charset=\"utf-8\"><title>Host</title>\
             <link rel=\"icon\" href=\"data:,\">\
             <style>body {{ width: 690px; margin: 0 auto }} p {{ margin: 16px 0 }}</style>{body}"
        );
        fs::write(folder.join("host.html"), page).unwrap();
        Self(folder)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The lines that *Share* writes for an example, in one of the forms of its list, once the height
/// is known.
fn lines(page: &Page, form: &str) -> String {
    page.click_in("header", "Share");
    page.click_in("dialog", "Choose what the embedded page shows");
    page.choose(|page| page.find("#frame-form"), form);
    let read = |page: &Page| {
        let lines = page.run("return document.getElementById('share-2').value");
        lines.as_str().unwrap().to_owned()
    };
    page.wait("the measured height", |page| {
        Some(read(page)).filter(|lines| !lines.contains("height=\"560\""))
    })
}

/// Opens a page that embeds the lines.
fn embedded(page: &Page, body: &str) -> (Site, Host) {
    let site = Site::new(body);
    let host = page.visit(&site.0, "/host.html");
    (site, host)
}

/// The height that the host page gives its frame, and the height of what is in it.
fn heights(page: &Page) -> (i64, i64) {
    let given = page.run("return document.querySelector('iframe').clientHeight").as_i64();
    let wanted = page.inside("iframe", |page| {
        page.run("return document.getElementById('app').scrollHeight").as_i64()
    });
    (given.unwrap(), wanted.unwrap())
}

#[test]
fn the_lines_of_share_work_on_a_plain_file_server_and_are_as_high_as_the_scenario() {
    let page = Page::open(&Setup::default(), Fault::Plain, "/?lang=en#ex/three-groups");
    page.wait_until_ready();
    let lines = lines(&page, "a frame");
    let _host = embedded(&page, &lines);
    page.inside("iframe", |page| {
        page.wait_until_ready();
        assert_eq!(page.glyphs(&["ecs1 → ecs2", "ecs1 → ecs3"]), "✓✗");
        let more = page.run("return 'more' in document.documentElement.dataset");
        assert_eq!(more, false, "nothing is below the frame");
    });
    let (given, wanted) = heights(&page);
    assert!((given - wanted).abs() <= 1, "{given} for {wanted}");

    // Without any sandbox, as a plain frame.
    let (before, rest) = lines.split_once(" sandbox=\"").unwrap();
    let plain = format!("{before} {}", rest.split_once('"').unwrap().1);
    let _host = embedded(&page, &plain);
    page.inside("iframe", |page| {
        page.wait_until_ready();
        // Here the frame has the storage of the full page, and leaves it alone.
        let stored = |page: &Page| page.run("return JSON.stringify({ ...localStorage })");
        let before = stored(page);
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs2"]));
        assert_eq!(stored(page), before);
    });
    let console = page.console();
    assert_eq!(console, Vec::<String>::new(), "the console is not empty");
}

#[test]
fn a_frame_without_an_origin_starts_with_the_header_and_names_it_where_it_is_missing() {
    let page = Page::open(&Setup::default(), Fault::Plain, "/?lang=en#ex/three-groups");
    page.wait_until_ready();
    let lines = lines(&page, "a frame without an origin");
    assert!(!lines.contains("allow-same-origin"), "{lines}");
    let _host = embedded(&page, &lines);
    page.inside("iframe", |page| {
        page.wait("the reason", |page| {
            let state = page.run("return document.documentElement.dataset.start");
            (state == "no-origin").then_some(())
        });
        let said = page.texts("#shell .status").join(" ");
        assert!(said.contains("Access-Control-Allow-Origin: *"), "{said}");
        assert!(said.contains("allow-same-origin") && !said.contains("http.server"), "{said}");
        let link = page.run("return document.getElementById('shell-open').href");
        assert_eq!(link, format!("{}/#ex/three-groups", page.origin()));
        assert_eq!(page.all("#styles-missing").len(), 0, "one message is enough");
    });
    page.set_fault(Fault::None);
    let _host = embedded(&page, &lines);
    page.inside("iframe", |page| {
        page.wait_until_ready();
        assert_eq!(page.run("return self.origin"), "null");
        assert_eq!(page.glyphs(&["ecs1 → ecs2"]), "✓");
    });
}

#[test]
fn a_link_becomes_a_frame_that_follows_height_and_theme() {
    let page = Page::open(&Setup::default(), Fault::Plain, "/?lang=en#ex/three-groups");
    page.wait_until_ready();
    let lines = lines(&page, "a link that becomes a frame");
    // Readers who came by an anchor stay where they are, whatever grows above.
    let text = "<p>Text.</p>".repeat(40);
    // Whoever pastes twice has the script twice.
    let (_, script) = lines.split_once('\n').unwrap();
    let body = format!("<p>Start</p>{lines}{script}{text}<h2 id=\"here\">Here</h2>{text}");
    let site = Site::new(&body);
    let _host = page.visit(&site.0, "/host.html#here");
    let top = |page: &Page| {
        page.run("return document.getElementById('here').getBoundingClientRect().top").as_f64()
    };
    let before = top(&page).unwrap();
    assert!(before.abs() < 2.0, "at the anchor: {before}");
    // A frame above that becomes higher moves nothing that is in sight.
    page.run("document.querySelector('iframe').height = 900");
    page.wait_to_read(&true, |page| (top(page).unwrap() - before).abs() < 2.0);

    page.run("scrollTo(0, 0)");
    page.inside("iframe", Page::wait_until_ready);
    page.wait_to_read(&true, |page| {
        let (given, wanted) = heights(page);
        (given - wanted).abs() <= 1
    });
    let script = "const frame = document.querySelector('iframe');
        return [frame.title, getComputedStyle(frame).borderTopWidth,
            getComputedStyle(document.querySelector('a.sgp-embed')).display]";
    assert_eq!(page.run(script)[1], "0px");
    assert_eq!(page.run(script)[2], "none", "one or the other");
    let shown = |page: &Page| {
        page.inside("iframe", |page| {
            page.run("return document.documentElement.dataset.theme ?? ''")
        })
    };
    for (mark, theme) in [
        ("document.documentElement.classList.add('dark')", "dark"),
        ("document.documentElement.className = 'light'", "light"),
        ("document.body.dataset.mdColorScheme = 'slate'", "dark"),
        ("document.body.dataset.mdColorScheme = 'default'", "light"),
        (
            "delete document.body.dataset.mdColorScheme;
             document.documentElement.dataset.theme = 'dark'",
            "dark",
        ),
    ] {
        page.run(mark);
        page.wait_to_read(&json!(theme), shown);
    }

    // Nothing else is listened to, whoever sends it.
    page.run(
        "const { contentWindow } = document.querySelector('iframe');
        for (const message of [
            'sgp:theme', null, 7, [], {}, { type: 'sgp:theme' },
            { type: 'sgp:theme', theme: 'blue' }, { type: 'sgp:theme', theme: ['light'] },
            { type: 'theme', theme: 'light' }, { theme: 'light' },
            { type: 'sgp:height', height: 1, theme: 'light' },
        ]) contentWindow.postMessage(message, '*')",
    );
    let own = "postMessage({ type: 'sgp:theme', theme: 'light' }, '*');
        return new Promise((done) => setTimeout(() =>
            done(document.documentElement.dataset.theme), 0))";
    assert_eq!(page.inside("iframe", |page| page.run(own)), "dark", "not even from itself");
    page.inside("iframe", |page| {
        assert_eq!(page.glyphs(&["ecs1 → ecs2"]), "✓");
        assert_eq!(page.text(".locked-notice"), "");
    });
    assert_eq!(page.console(), Vec::<String>::new(), "the console is not empty");
}

#[test]
fn two_presses_of_tab_lead_past_a_frame() {
    let page = Page::open(&Setup::default(), Fault::Plain, "/?lang=en#ex/three-groups");
    page.wait_until_ready();
    let lines = lines(&page, "a frame");
    let (frame, _) = lines.split_once("\n").unwrap();
    let body = format!("<button id=\"a\">Before</button>{frame}<button id=\"b\">After</button>");
    let _host = embedded(&page, &body);
    page.inside("iframe", Page::wait_until_ready);
    page.run("document.getElementById('a').focus()");
    page.press(&[key::TAB]);
    page.inside("iframe", |page| {
        let script = "return document.activeElement?.textContent";
        page.wait_to_read(&json!("Skip this embedded page"), |page| page.run(script));
    });
    page.press(&[key::ENTER]);
    page.inside("iframe", |page| {
        page.wait_to_read(&json!("open-full"), |page| {
            page.run("return document.activeElement?.id")
        });
    });
    page.press(&[key::TAB]);
    page.wait_to_read(&json!("b"), |page| page.run("return document.activeElement?.id"));
}

#[test]
fn whatever_is_below_a_low_frame_is_announced_and_reached() {
    let page = Page::open(&Setup::default(), Fault::Plain, "/?lang=en#ex/three-groups");
    page.wait_until_ready();
    let lines = lines(&page, "a frame");
    let (before, rest) = lines.split_once("height=\"").unwrap();
    let low = format!("{before}height=\"200{}", &rest[rest.find('"').unwrap()..]);
    let _host = embedded(&page, &low);
    let scrolled =
        |page: &Page| page.inside("iframe", |page| page.run("return scrollY").as_f64().unwrap());
    page.inside("iframe", |page| {
        page.wait_until_ready();
        page.click(|page| page.find(".embed-more"));
    });
    page.wait("the frame to scroll", |page| (scrolled(page) > 100.0).then_some(()));
    page.wheel(|page| page.find("iframe"), 3_000);
    page.inside("iframe", |page| {
        page.wait("the end of the page", |page| {
            let end = "const root = document.documentElement;
                return scrollY + innerHeight >= root.scrollHeight - 1";
            (page.run(end) == true).then_some(())
        });
        page.wait("the sign to go", |page| page.all(".embed-more").is_empty().then_some(()));
    });
}

#[test]
fn a_style_sheet_that_does_not_arrive_is_said_and_the_page_works() {
    let page = Page::open(&Setup::default(), Fault::StyleMissing, "/?lang=en");
    page.wait_until_ready();
    let said = page.text("#styles-missing");
    assert!(said.contains("A style sheet of this page did not arrive"), "{said}");
    assert!(!said.contains("样式"), "in one language: {said}");
    page.set_fault(Fault::None);
    page.click_in("#styles-missing", "Reload");
    page.wait("a page with all its styles", |page| {
        let state = page.run("return document.documentElement.dataset.start");
        (state == "ready" && page.all("#styles-missing").is_empty()).then_some(())
    });
}

#[test]
fn the_drawing_cuts_no_box_at_any_width() {
    let page = Page::open(&Setup::default(), Fault::None, "/?lang=en");
    page.wait_until_ready();
    let source = format!("{}/?embed=1&lang=en&panes=drawing#ex/three-groups", page.origin());
    let _host = embedded(
        &page,
        &format!("<iframe src=\"{source}\" height=\"700\" style=\"border:0\"></iframe>"),
    );
    page.inside("iframe", Page::wait_until_ready);
    // What is cut, and whether the drawing itself has to be scrolled sideways.
    let cut = "const inside = (inner, outer) => inner.top >= outer.top - 1 && inner.left >= outer.left - 1
            && inner.bottom <= outer.bottom + 1 && inner.right <= outer.right + 1;
        const box = (element) => element.getBoundingClientRect();
        const wrap = document.querySelector('.drawing-wrap');
        const nodes = [...document.querySelectorAll('.drawing .node')];
        const bad = nodes.filter((node) => !inside(box(node), box(node.parentElement))
            || !inside(box(node), box(wrap)) || node.scrollWidth > node.clientWidth);
        return [nodes.length, bad.map((node) => node.textContent), wrap.scrollWidth > wrap.clientWidth]";
    for width in [320, 360, 420, 480, 560, 600, 640, 690, 703, 760, 960, 1_200] {
        page.run_with("document.querySelector('iframe').width = arguments[0]", &[json!(width)]);
        page.inside("iframe", |page| {
            page.wait_to_read(&json!([width, [4, [], false]]), |page| {
                json!([page.run("return innerWidth"), page.run(cut)])
            });
        });
    }
}
