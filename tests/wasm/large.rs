//! A thousand instances in a real browser: the page starts, responds, and renders only what is
//! visible. The time of a selection is printed relative to that in a small scenario.

use std::sync::Arc;

use js_sys::Date;
use sg_core::language::Language;
use sg_playground::state::{State, Theme, View};
use sg_playground::{App, AppProps};
use sg_testing::workload::Workload;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

use crate::turns::turns_until;

wasm_bindgen_test_configure!(run_in_browser);

/// How many times a cell is selected and its explanation awaited.
const CHOICES: usize = 10;

#[wasm_bindgen_test]
async fn a_thousand_instances_answer() {
    let small = choose(Workload::S).await;
    let large = choose(Workload { internet: true, ..Workload::A }).await;
    console_log!("a choice among 1,000 instances / among 5: {:.2}", large / small.max(0.1));
}

/// Mounts the page with a workload and selects cells. Returns the total milliseconds.
async fn choose(workload: Workload) -> f64 {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    // Attached to the document so that clicks arrive, but without a size: the runner's own page
    // stays unchanged.
    root.set_attribute("hidden", "").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let scenario = Arc::new(workload.scenario(5));
    let initial = State::new(scenario, View::new(Language::En, Theme::System));
    let app = yew::Renderer::<App>::with_root_and_props(root.clone(), AppProps { initial });
    let handle = app.render();
    turns_until(|| cells(&root) > 0).await;
    assert!((25..=500).contains(&cells(&root)), "{} cells", cells(&root));
    let start = Date::now();
    for to in 0..CHOICES {
        let (from, to) = (to % 4, (to + 1) % 4);
        let id = format!("#cell-{from}-{to}");
        let cell = root.query_selector(&id).unwrap().unwrap();
        cell.dyn_into::<HtmlElement>().unwrap().click();
        let says = format!("ecs{from} → ecs{to}");
        turns_until(|| headline(&root).contains(&says) || from == to).await;
        assert!(from == to || headline(&root).contains(&says), "{says}: {}", headline(&root));
    }
    let taken = Date::now() - start;
    handle.destroy();
    root.remove();
    taken
}

fn cells(root: &Element) -> u32 {
    root.query_selector_all("table[role=grid] td button").unwrap().length()
}

fn headline(root: &Element) -> String {
    let headline = root.query_selector(".why .verdict").unwrap();
    headline.and_then(|headline| headline.text_content()).unwrap_or_default()
}
