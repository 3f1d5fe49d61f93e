//! Accessibility, measured in the browser (WCAG 2.2, level AA).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::browser::{Page, Setup, journey};

/// All interactive elements and landmarks.
const NAMED: &str =
    "button, a[href], input, select, textarea, summary, [role=group], [role=grid], form";

fn lines(value: &Value) -> Vec<String> {
    let text = |line: &Value| line.as_str().map_or_else(|| line.to_string(), str::to_owned);
    value.as_array().unwrap().iter().map(text).collect()
}

/// Opens everything that can be open at the same time.
fn open_all(page: &Page, chinese: bool) {
    let say = |en: &'static str, zh: &'static str| if chinese { zh } else { en };
    page.click_in(".pane.groups", say("+ group", "+ 安全组"));
    page.click_in("#group-sg-bp1g2", say("+ rule", "+ 规则"));
    let anywhere = say("Anywhere 0.0.0.0/0", "任意 IPv4 0.0.0.0/0");
    page.click_in("#group-sg-bp1g2 form", anywhere);
    page.click_in("#group-sg-bp1g2 form", say("Add", "添加"));
    for card in ["#group-sg-bp1g1", "#group-sg-bp1g3"] {
        page.click_in(card, say("+ rule", "+ 规则"));
        let form = format!("{card} form");
        page.click_in(&form, anywhere);
        page.fill(|page| page.field_in(&form, say("Port range", "端口范围")), "x");
        page.find(&format!("{form} .api-error"));
    }
    page.press(&[crate::browser::key::ESCAPE]);
    page.click_in("header", say("Keyboard shortcuts", "键盘快捷键"));
    page.find(".shortcuts");
}

#[test]
fn everything_that_acts_has_a_name() {
    journey(&Setup::default(), "/", |page| {
        open_all(page, false);
        page.open_tab("Request");
        page.find("#drawer");
        let elements = page.all(NAMED);
        assert!(elements.len() > 60, "{}", elements.len());
        for element in elements {
            let (name, role) = page.accessible(&element);
            let html =
                page.run_with("return arguments[0].outerHTML.slice(0, 160)", &[element.to_json()]);
            assert!(!name.trim().is_empty(), "a {role} without a name: {html}");
            // A glyph alone means nothing when it is read out.
            assert!(name.chars().any(char::is_alphanumeric), "a {role} called `{name}`: {html}");
        }
    });
}

#[test]
fn every_state_of_the_page_passes_the_audit() {
    journey(&Setup::default(), "/", |page| {
        let mut problems = Vec::new();
        for (language, theme) in [("en", "light"), ("en", "dark"), ("zh", "light"), ("zh", "dark")]
        {
            page.go(&format!("/?lang={language}&theme={theme}"));
            page.wait_until_ready();
            let mut audit = |what: &str| {
                page.rest_pointer();
                let found = page.run(include_str!("audit.js"));
                let texts = found["texts"].as_u64().unwrap();
                assert!(texts > 60, "only {texts} texts measured");
                let found = lines(&found["problems"]);
                problems
                    .extend(found.iter().map(|line| format!("{language} {theme}, {what}: {line}")));
            };
            audit("as opened");
            open_all(page, language == "zh");
            audit("all open");
            for place in 0..4 {
                page.click(|page| page.all(".request-tools [aria-controls=drawer]")[place].clone());
                page.find("#drawer");
                audit(&format!("drawer {place}"));
            }
        }
        assert!(problems.is_empty(), "{problems:#?}");
    });
}

/// The targets among the problems of the audit, and how many were measured.
fn small_targets(page: &Page, what: &str) -> (Vec<String>, u64) {
    let found = page.run(include_str!("audit.js"));
    let small = lines(&found["problems"]).into_iter().filter(|line| line.starts_with("target"));
    let small = small.map(|line| format!("{what}: {line}")).collect();
    (small, found["targets"].as_u64().unwrap())
}

#[test]
fn everything_that_acts_is_large_enough_wherever_it_is() {
    let open_details = "document.querySelectorAll('details').forEach((own) => { own.open = true })";
    let dialogs = "return [...document.querySelectorAll('[aria-haspopup=dialog]')]
        .map((own) => own.id).filter((id) => id)";
    journey(&Setup::default(), "/?lang=en", |page| {
        let (mut small, mut measured) = (Vec::new(), 0);
        let addresses = ["#ex/three-groups", "#ex/ping", "#lesson/three-groups", "#quiz/5", "#new"];
        // Another query each time, so that the browser really loads the page.
        for (address, theme) in addresses.into_iter().zip(["light", "dark"].into_iter().cycle()) {
            page.go(&format!("/?lang=en&theme={theme}{address}"));
            page.wait_until_ready();
            page.run(open_details);
            let mut measure = |what: &str| {
                let (found, count) = small_targets(page, &format!("{address} {what}"));
                small.extend(found);
                measured += count;
            };
            measure("as opened");
            let openers: Vec<String> = serde_json::from_value(page.run(dialogs)).unwrap();
            for id in openers {
                page.run_with("document.getElementById(arguments[0]).click()", &[json!(id)]);
                page.find("dialog");
                page.run(open_details);
                measure(&id);
                page.run("document.querySelector('dialog').close()");
                page.wait("the dialog to close", |page| {
                    page.all("dialog").is_empty().then_some(())
                });
            }
        }
        assert!(small.is_empty(), "{small:#?}");
        assert!(measured > 600, "only {measured} targets measured");
    });
}

#[test]
fn the_matrix_is_a_table_with_one_tab_stop() {
    journey(&Setup::default(), "/", |page| {
        let stops = page.run(
            "return [...document.querySelectorAll('table[role=grid] button')]
            .filter((button) => button.tabIndex === 0).length",
        );
        assert_eq!(stops, json!(1));
        let roles = page.run(
            "return [...document.querySelectorAll('table[role=grid] th')]
            .map((head) => head.scope)",
        );
        let roles: BTreeSet<String> = lines(&roles).into_iter().collect();
        assert_eq!(roles, BTreeSet::from(["col".to_owned(), "row".to_owned()]));
        let (name, role) = page.accessible(&page.find("table[role=grid]"));
        assert_eq!((name.as_str(), role.as_str()), ("Who can reach whom", "grid"));
        let live = page.run("return document.querySelectorAll('.strip [aria-live=polite]').length");
        assert_eq!(live, json!(1), "the effect of an edit is announced");
    });
}
