//! The views of a whole account, imported twice: nothing scrolls sideways from 320 px up, and nothing
//! lies under something else.

use serde_json::{Value, json};

use crate::browser::{Page, Setup, journey};
use crate::import::drop_file;

const SIZES: [(u32, u32); 4] = [(1280, 800), (760, 440), (360, 740), (320, 740)];

/// Opens an account of `tests/data`.
fn import(page: &Page, name: &str, [import, open]: [&str; 2]) {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    page.click_in("header", import);
    drop_file(page, name, &text, 1);
    page.click_in("dialog", open);
    page.wait_to_read(&0, |page| page.all("dialog").len());
}

/// Opens a tab of the drawer, which a narrow page folds.
fn open_tab(page: &Page, tab: &str, content: &str) {
    let script = "const button = document.getElementById(`open-drawer-${arguments[0]}`);
        if (!button) document.querySelector('.bottom .fold').click();
        else if (!document.querySelector(arguments[1])) button.click()";
    page.wait(content, |page| {
        page.run_with(script, &[json!(tab), json!(content)]);
        page.all(content).pop()
    });
}

/// What is wider than its box or its window, and buttons of which something covers the middle.
fn faults(page: &Page, scope: &str) -> Vec<String> {
    let script = "
        const scope = document.querySelector(arguments[0]), faults = [];
        const name = (element) => `${element.tagName}.${element.className} ${element.innerText.slice(0, 40)}`;
        const root = document.documentElement;
        const wide = Math.max(root.scrollWidth, document.body.scrollWidth) - innerWidth;
        if (wide > 0) faults.push(`the page is ${wide} px too wide`);
        for (const element of [scope, ...scope.querySelectorAll('*')]) {
            if (!element.checkVisibility() || element.closest('.visually-hidden, select')) continue;
            const { left, right } = element.getBoundingClientRect();
            if (left < -1 || right > innerWidth + 1) faults.push(`beyond the window: ${name(element)}`);
            if (element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX))
                faults.push(`scrolls by ${element.scrollWidth - element.clientWidth}: ${name(element)}`);
        }
        for (const button of scope.querySelectorAll('button')) {
            if (!button.checkVisibility() || button.closest('.drawer-tools')) continue;
            button.scrollIntoView({ block: 'center' });
            const { left, top, width, height } = button.getBoundingClientRect();
            const there = document.elementFromPoint(left + width / 2, top + height / 2);
            if (there && !button.contains(there)) faults.push(`covered by ${there.className}: ${name(button)}`);
        }
        return faults";
    let found: Value = page.run_with(script, &[json!(scope)]);
    serde_json::from_value(found).unwrap()
}

fn look_at_all_views(language: &str, words: [&str; 2]) {
    let setup = Setup { size: (1280, 800), ..Setup::default() };
    journey(&setup, &format!("/?lang={language}"), |page| {
        import(page, "evening.json", words);
        import(page, "night.json", words);
        let mut found = Vec::new();
        for size in SIZES {
            page.resize(size);
            let mut look = |what: &str, scope: &str| {
                let faults = faults(page, scope).into_iter();
                found.extend(faults.map(|fault| format!("{size:?} {what}: {fault}")));
            };
            open_tab(page, "problems", ".problems .proposed li .said");
            page.run("document.querySelectorAll('.problems details').forEach((own) => { own.open = true })");
            look("problems", "#drawer");
            open_tab(page, "exposure", ".exposure tbody tr");
            look("exposure", "#drawer");
            open_tab(page, "timeline", "#timeline-compare");
            page.run("document.getElementById('timeline-compare').click()");
            page.find("dialog .comparison li");
            look("comparison", "dialog");
            page.run("document.querySelector('dialog .primary').click()");
            page.find(".compared");
            look("compared", ".compared");
        }
        assert!(found.is_empty(), "{found:#?}");
    });
}

#[test]
fn no_view_of_an_account_scrolls_sideways_or_covers_a_button() {
    look_at_all_views("en", ["Import", "Open this scenario"]);
    look_at_all_views("zh", ["导入", "打开此场景"]);
}
