//! Screenshots for visual review, and checks that apply to all of them.

use serde_json::json;

use crate::browser::{Page, Setup, journey};

const LANGUAGES: [&str; 2] = ["en", "zh"];
const THEMES: [&str; 2] = ["light", "dark"];

/// The bottom edge of a selector's first visible element, and the height of the window.
fn bottom(page: &Page, selector: &str) -> (f64, f64) {
    let element = page.find(selector);
    let script = "return [arguments[0].getBoundingClientRect().bottom, innerHeight]";
    let edges = page.run_with(script, &[element.to_json()]);
    (edges[0].as_f64().unwrap(), edges[1].as_f64().unwrap())
}

/// Elements that overflow the right edge of the window and are not inside a scroll box.
fn sticking_out(page: &Page) -> Vec<String> {
    let script = "
        const inside = (element) => {
            for (let box = element.parentElement; box; box = box.parentElement) {
                if (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX)) return true;
            }
            return false;
        };
        return [...document.querySelectorAll('body *')]
            .filter((element) => element.checkVisibility() && !inside(element))
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
            .map((element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`)";
    let found = page.run(script);
    found.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
}

/// Touch targets that are too small: interactive elements lower than 44 px, except for names within
/// a sentence, which have the height of the line.
fn too_small(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('a[href], button, select, input:not([type=checkbox])')]
            .filter((element) => element.checkVisibility() && !element.closest('p, dd, .chip-group'))
            .filter((element) => element.getBoundingClientRect().height < 43.5)
            .map((element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`)";
    let found = page.run(script);
    found.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
}

fn scrolls_sideways(page: &Page) -> bool {
    let script = "const root = document.documentElement;
        return Math.max(root.scrollWidth, document.body.scrollWidth) > innerWidth";
    page.run(script) == json!(true)
}

#[test]
fn the_main_job_needs_no_scrolling_at_1280_by_800() {
    journey(&Setup::default(), "/", |page| {
        for language in LANGUAGES {
            for theme in THEMES {
                page.go(&format!("/?lang={language}&theme={theme}"));
                page.wait_until_ready();
                page.rest_pointer();
                page.screenshot(&format!("1280x800-{language}-{theme}-asked"));
                page.answer_question();
                page.screenshot(&format!("1280x800-{language}-{theme}"));
                let parts = [
                    ".seg[role=group]",
                    "table[role=grid]",
                    ".strip",
                    ".why .verdict",
                    "#request-url",
                    "#request-outcome",
                ];
                for part in parts {
                    let (bottom, window) = bottom(page, part);
                    assert!(bottom <= window, "{part} ends at {bottom} of {window} in {language}");
                }
                assert!(!scrolls_sideways(page), "{:?}", sticking_out(page));
            }
        }
    });
}

#[test]
fn a_phone_never_scrolls_sideways() {
    let setup = Setup { size: (360, 740), ..Setup::default() };
    journey(&setup, "/", |page| {
        for language in LANGUAGES {
            for theme in THEMES {
                page.go(&format!("/?lang={language}&theme={theme}"));
                page.wait_until_ready();
                page.screenshot(&format!("360x740-{language}-{theme}"));
                assert!(!scrolls_sideways(page), "{language}: {:?}", sticking_out(page));
                assert_eq!(sticking_out(page), Vec::<String>::new(), "{language}");
                assert_eq!(too_small(page), Vec::<String>::new(), "{language}");
                assert_eq!(page.all("header .scope").len(), 1, "{language}: what is left out");
            }
        }
        // Everything open at once, in the language with the longer words.
        page.go("/?lang=en&theme=light");
        page.wait_until_ready();
        page.answer_question();
        page.click_in(".pane.groups", "+ group");
        page.click(|page| page.find("#group-sg-bp1g1 h3 button"));
        page.click_in("#group-sg-bp1g1", "+ rule");
        page.click_in(".answer", "More");
        page.click(|page| page.find(".request .operation"));
        page.open_tab("Request");
        page.find("#drawer");
        page.screenshot("360x740-en-light-open");
        assert!(!scrolls_sideways(page), "{:?}", sticking_out(page));
    });
}

#[test]
fn every_layout_is_pictured_as_it_opens_and_after_an_edit() {
    let every: Vec<_> =
        LANGUAGES.into_iter().flat_map(|own| THEMES.map(|theme| (own, theme))).collect();
    journey(&Setup::default(), "/", |page| {
        for (name, size) in [("640", (640, 480)), ("760", (760, 440)), ("1000", (1000, 600))] {
            page.resize(size);
            picture(page, &format!("embed-{name}"), "&embed=1#ex/three-groups", &every);
        }
        page.resize((360, 740));
        picture(page, "phone", "#ex/three-groups", &every);
        let some = [("en", "light"), ("zh", "dark")];
        picture(page, "phone-lesson", "#lesson/three-groups/2", &some);
        page.resize((768, 900));
        picture(page, "tablet", "#ex/two-interfaces", &some);
    });
}

/// Pictures of an address as it opens and after an edit, in languages and colour schemes.
fn picture(page: &Page, name: &str, address: &str, looks: &[(&str, &str)]) {
    for (language, theme) in looks {
        page.go(&format!("/?lang={language}&theme={theme}{address}"));
        page.wait_until_ready();
        page.rest_pointer();
        page.screenshot(&format!("{name}-{language}-{theme}"));
        assert!(!scrolls_sideways(page), "{name} {language}: {:?}", sticking_out(page));
        page.click(|page| page.all(".group .seg button[aria-pressed=false]")[1].clone());
        page.wait("the edit to be told", |page| page.all(".strip.told").pop());
        page.rest_pointer();
        page.screenshot(&format!("{name}-{language}-{theme}-edited"));
    }
}
