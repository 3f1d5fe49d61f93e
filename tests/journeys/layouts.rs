//! The layouts by the width of the page: what is in sight together, that nothing is cut and nothing
//! scrolls sideways, and where a change out of sight is told.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::browser::{Page, Setup, journey};

/// Sizes of a frame in a documentation page.
const FRAME: (u32, u32) = (760, 440);

/// Parts of a selector that are not in sight as a whole.
fn out_of_sight(page: &Page, selectors: &[&str]) -> Vec<String> {
    let script = "return arguments[0].flatMap((selector) => {
        const found = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
        if (!found.length) return [`no ${selector}`];
        return found.filter((element) => {
            const { top, left, bottom, right } = element.getBoundingClientRect();
            return top < 0 || left < 0 || bottom > innerHeight + 0.5 || right > innerWidth + 0.5;
        }).map((element) => `${selector} ${JSON.stringify(element.getBoundingClientRect())}`);
    })";
    lines(&page.run_with(script, &[json!(selectors)]))
}

fn lines(value: &Value) -> Vec<String> {
    serde_json::from_value(value.clone()).unwrap()
}

fn number(page: &Page, script: &str) -> f64 {
    page.run(script).as_f64().unwrap()
}

/// By how much the page is wider than its window.
fn too_wide(page: &Page) -> f64 {
    number(
        page,
        "const root = document.documentElement;
        return Math.max(root.scrollWidth, document.body.scrollWidth) - innerWidth",
    )
}

/// Text and controls that are cut although nothing says so and nothing scrolls.
fn cut(page: &Page) -> Vec<String> {
    let script = "
        const cut = [];
        for (const element of document.querySelectorAll('#app button, #app p, #app li, #app th')) {
            if (!element.checkVisibility() || element.closest('.visually-hidden, .skip, svg')) continue;
            const own = element.getBoundingClientRect();
            for (let box = element.parentElement; box; box = box.parentElement) {
                const style = getComputedStyle(box);
                if (/auto|scroll/.test(style.overflowX)) break;
                if (!/hidden|clip/.test(style.overflowX) || style.textOverflow === 'ellipsis') continue;
                const { left, right } = box.getBoundingClientRect();
                if (own.left < left - 1 || own.right > right + 1) cut.push(element.outerHTML.slice(0, 120));
            }
            if (own.right > innerWidth + 1) cut.push(`beyond: ${element.outerHTML.slice(0, 120)}`);
        }
        return cut";
    lines(&page.run(script))
}

#[test]
fn an_embed_of_760_by_440_shows_switches_matrix_and_sentence_with_nothing_to_scroll() {
    let setup = Setup { size: FRAME, ..Setup::default() };
    journey(&setup, "/?embed=1", |page| {
        for (language, theme) in [("en", "light"), ("zh", "dark")] {
            for fragment in ["", "#ex/three-groups"] {
                page.go(&format!("/?embed=1&lang={language}&theme={theme}{fragment}"));
                page.wait_until_ready();
                let mut parts = vec![".group .seg", "table[role=grid]", ".why .verdict"];
                if fragment.is_empty() {
                    parts.push(".question");
                    let asked = [".question > button", ".group .seg", "table[role=grid]"];
                    assert_eq!(out_of_sight(page, &asked), Vec::<String>::new(), "{language}");
                    page.answer_question();
                }
                assert_eq!(
                    out_of_sight(page, &parts),
                    Vec::<String>::new(),
                    "{language} {fragment}"
                );
                assert_eq!(page.all(".group .seg").len(), 3);
                let spare =
                    number(page, "return innerHeight - document.documentElement.scrollHeight");
                assert!(spare >= 0.0, "{language} {fragment}: {spare}");
                page.click(|page| page.all(".group .seg button[aria-pressed=false]")[1].clone());
                page.wait("what changed", |page| (!page.all(".change").is_empty()).then_some(()));
                parts.extend([".strip", "td:has(.change)"]);
                assert_eq!(
                    out_of_sight(page, &parts),
                    Vec::<String>::new(),
                    "{language} {fragment}"
                );
                assert_eq!(cut(page), Vec::<String>::new(), "{language} {fragment}");
            }
        }
    });
}

#[test]
fn an_embed_of_another_width_cuts_nothing_and_scrolls_to_its_end() {
    journey(&Setup { size: (640, 480), ..Setup::default() }, "/?embed=1&lang=en", |page| {
        for size in [(624, 300), (640, 480), (703, 360), (1000, 600), (360, 500)] {
            page.resize(size);
            for language in ["en", "zh"] {
                page.go(&format!("/?embed=1&lang={language}#ex/three-groups"));
                page.wait_until_ready();
                assert_eq!(cut(page), Vec::<String>::new(), "{size:?} {language}");
                assert!(too_wide(page) <= 0.0, "{size:?} {language}");
                page.click(|page| page.find(".embed-foot"));
                page.run("scrollTo(0, 0)");
                page.wheel(|page| page.find("main"), 4_000);
                page.wait("the end of the page", |page| {
                    let rest =
                        "return document.documentElement.scrollHeight - scrollY - innerHeight";
                    (number(page, rest) <= 1.0).then_some(())
                });
                assert_eq!(out_of_sight(page, &[".embed-foot"]), Vec::<String>::new(), "{size:?}");
            }
        }
    });
}

#[test]
fn a_row_opens_its_card_in_place_and_more_shows_the_rest_of_the_answer() {
    journey(
        &Setup { size: FRAME, ..Setup::default() },
        "/?embed=1&lang=en#ex/source-port",
        |page| {
            let row = page.text("#group-sg-bp1dns h3");
            assert!(row.contains("dns") && row.contains("client, resolver"), "{row}");
            assert!(page.all(".rules, .steps").is_empty());
            page.click(|page| page.find("#group-sg-bp1dns h3 button"));
            page.find("#group-sg-bp1dns .rules");
            let focused = "return document.activeElement.matches('#group-sg-bp1dns h3 button')";
            assert_eq!(page.run(focused), json!(true), "the button keeps the focus");
            page.click_in(".answer", "More");
            assert!(page.all(".why .steps > li").len() > 1);
            page.find(".space");
            page.click_in(".answer", "Less");
            page.wait("only the first sentence", |page| {
                page.all(".steps").is_empty().then_some(())
            });
        },
    );
}

#[test]
fn a_phone_shows_the_pressed_switch_and_the_changed_cell_together() {
    let setup = Setup { size: (360, 740), ..Setup::default() };
    journey(&setup, "/", |page| {
        // Otherwise the lesson would return to the work of the first language.
        page.before_every_page("localStorage.removeItem('sgp.training')");
        for language in ["en", "zh"] {
            for fragment in ["#ex/three-groups", "#lesson/three-groups/2"] {
                page.go(&format!("/?lang={language}{fragment}"));
                page.wait_until_ready();
                let switch = "#group-sg-bp1g2 .seg";
                let pair = [switch, "#cell-0-1"];
                let what = format!("{language} {fragment}");
                assert_eq!(out_of_sight(page, &pair), Vec::<String>::new(), "{what}");
                page.click(|page| page.all(&format!("{switch} button"))[1].clone());
                page.wait("what changed", |page| (!page.all(".change").is_empty()).then_some(()));
                assert_eq!(number(page, "return scrollY"), 0.0, "nothing had to scroll");
                let mut parts = vec![switch, "#cell-0-1", "td:has(.change)", ".strip"];
                if fragment.starts_with("#lesson") {
                    parts.extend([".solved", ".brief"]);
                }
                assert_eq!(out_of_sight(page, &parts), Vec::<String>::new(), "{what}");
                assert_eq!(cut(page), Vec::<String>::new(), "{what}");
                page.screenshot(&format!("360x740-flip-{language}-{}", fragment.len()));
            }
        }
        page.click(|page| page.find(".solved button"));
        page.wait("the reasons of the lesson", |page| page.all(".reasons").pop());
        page.wait_to_read(&"lesson".to_owned(), Page::focused_id);
    });
}

#[test]
fn a_change_out_of_sight_is_told_where_one_is_and_leads_there() {
    let setup = Setup { size: (360, 320), ..Setup::default() };
    journey(&setup, "/?lang=en#ex/three-groups", |page| {
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait("what changed", |page| page.strip().contains("blocked ecs1").then_some(()));
        assert_eq!(out_of_sight(page, &[".strip"]), Vec::<String>::new(), "it stays in sight");
        let out = out_of_sight(page, &["#cell-0-1"]);
        assert_eq!(out.len(), 1, "the cell is far below");
        page.click(|page| page.find(".to-change"));
        page.wait("the changed cell", |page| {
            out_of_sight(page, &["#cell-0-1"]).is_empty().then_some(())
        });
        // Nor is it covered by the line itself.
        let uncovered = "const { left, top, width, height } =
                document.getElementById('cell-0-1').getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('td') !== null";
        assert_eq!(page.run(uncovered), json!(true));
    });
}

/// The ids of all examples.
fn examples() -> Vec<String> {
    let list = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/examples.txt");
    let list = fs::read_to_string(list).unwrap();
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let mut ids: Vec<String> =
        lines.filter_map(|line| line.split_once(':')).map(|(id, _)| id.to_owned()).collect();
    ids.dedup();
    ids
}

#[test]
fn no_example_scrolls_sideways_and_no_rule_loses_its_buttons() {
    // The buttons of the rules, and what covers or cuts them.
    let lost = "return [...document.querySelectorAll('.rule-tools button')].filter((button) => {
        button.scrollIntoView({ block: 'center' });
        const { left, right, top, height } = button.getBoundingClientRect();
        const there = document.elementFromPoint(right - 2, top + height / 2);
        return left < 0 || right > innerWidth || !button.contains(there);
    }).map((button) => button.ariaLabel)";
    let unfold = "for (const row of document.querySelectorAll('.group.folded h3 button')) row.click();
        for (const more of document.querySelectorAll('.more-answer[aria-expanded=false]')) more.click()";
    journey(&Setup { size: (320, 740), ..Setup::default() }, "/?lang=en", |page| {
        let ids = examples();
        assert!(ids.len() > 30, "{ids:?}");
        let mut problems = Vec::new();
        for size in [(320, 740), (360, 740), (640, 600), (1000, 700), (1280, 800)] {
            page.resize(size);
            for id in &ids {
                page.run_with("location.hash = `#ex/${arguments[0]}`", &[json!(id)]);
                page.wait("the example", |page| {
                    let shown = "return document.querySelector('.notice.about')?.innerText ?? ''";
                    let title = sg_core::lesson::Example::find(id).unwrap().title.en;
                    page.run(shown).as_str().unwrap().contains(title).then_some(())
                });
                let mut measure = |what: &str| {
                    let wide = too_wide(page);
                    if wide > 0.0 {
                        problems.push(format!("{size:?} {id} {what}: {wide} px too wide"));
                    }
                };
                measure("as opened");
                page.run(unfold);
                measure("unfolded");
                for button in lines(&page.run(lost)) {
                    problems.push(format!("{size:?} {id}: {button} is cut"));
                }
            }
        }
        assert!(problems.is_empty(), "{problems:#?}");
    });
}

#[test]
fn the_header_is_one_line_at_every_width() {
    journey(&Setup { size: (1280, 800), ..Setup::default() }, "/", |page| {
        for language in ["en", "zh"] {
            page.go(&format!("/?lang={language}#ex/three-groups"));
            page.wait_until_ready();
            for width in [320, 360, 414, 599, 600, 768, 959, 960, 1000, 1100, 1280] {
                page.resize((width, 740));
                let height =
                    "return document.querySelector('header.top').getBoundingClientRect().height";
                page.wait_to_read(&48.0, |page| number(page, height));
                assert!(too_wide(page) <= 0.0, "{language} {width}");
                let undo = page.run("return document.getElementById('undo').getBoundingClientRect().right <= innerWidth");
                assert_eq!(undo, json!(true), "{language} {width}");
            }
        }
        // What has no room is in the menu, and a dialog gives the focus back to it.
        page.resize((360, 740));
        page.go("/?lang=en#ex/three-groups");
        page.wait_until_ready();
        page.click(|page| page.find("#more"));
        page.click(|page| page.find("#open-examples"));
        page.find("dialog.over");
        page.press(&[crate::browser::key::ESCAPE]);
        page.wait_to_read(&"more".to_owned(), Page::focused_id);
    });
}

#[test]
fn a_zoom_of_400_percent_leaves_the_page_usable() {
    // 1280 × 1024 at 400 % are 320 × 256 CSS pixels.
    journey(&Setup { size: (320, 256), ..Setup::default() }, "/?lang=en#ex/three-groups", |page| {
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait("what changed", |page| page.strip().contains("blocked ecs1").then_some(()));
        assert!(too_wide(page) <= 0.0);
        let sticky = "return [...document.querySelectorAll('#app *')]
            .filter((element) => element.checkVisibility() && !element.closest('table'))
            .filter((element) => /sticky|fixed/.test(getComputedStyle(element).position))
            .filter((element) => element.getBoundingClientRect().height > innerHeight / 3 + 1)
            .map((element) => element.className)";
        assert_eq!(page.run(sticky), json!([]), "no part takes the page over");
        // Everything that is pressed can be brought into sight and is not covered there.
        let covered = "return [...document.querySelectorAll('#app button, #app select, #app a')]
            .filter((element) => element.checkVisibility() && !element.matches('.skip, :disabled'))
            .filter((element) => {
                element.scrollIntoView({ block: 'center', inline: 'center' });
                const { left, top, width, height } = element.getBoundingClientRect();
                const there = document.elementFromPoint(left + width / 2, top + height / 2);
                return !element.contains(there);
            }).map((element) => element.outerHTML.slice(0, 120))";
        assert_eq!(page.run(covered), json!([]));
    });
}

#[test]
fn what_is_opened_is_shown_from_its_start_and_the_list_keeps_its_columns() {
    journey(
        &Setup { size: (1280, 500), ..Setup::default() },
        "/?lang=en#ex/three-groups",
        |page| {
            let top = "return document.getElementById('groups-pane').scrollTop";
            page.run("document.getElementById('groups-pane').scrollTop = 200");
            assert!(number(page, top) > 0.0, "there is something to scroll");
            page.run("location.hash = '#ex/two-interfaces'");
            page.wait_to_read(&0.0, |page| number(page, top));
            page.click_in(".lenses", "List");
            let shown = page.run(
                "const row = document.querySelector('.pairs tr.chosen');
            const heads = [...document.querySelectorAll('.pairs thead th')];
            const left = (cell) => Math.round(cell.getBoundingClientRect().left);
            return [getComputedStyle(row).display, [...row.children].every((cell, place) =>
                left(cell) === left(heads[place]))]",
            );
            assert_eq!(shown, json!(["table-row", true]));
        },
    );
}
