//! The page in a real browser, tested from inside: it mounts, renders its matrix, and has a clock
//! and entropy.

use sg_playground::{App, AppProps, platform};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::turns::turns_until;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_page_mounts_and_draws_its_matrix() {
    let document = web_sys::window().unwrap().document().unwrap();
    // Not attached to the document: the runner's own page stays unchanged.
    let root = document.create_element("div").unwrap();
    let initial = platform::initial_state();
    yew::Renderer::<App>::with_root_and_props(root.clone(), AppProps { initial }).render();
    let cells = || root.query_selector_all("table[role=grid] td button").unwrap().length();
    turns_until(|| cells() > 0).await;
    assert_eq!(cells(), 16, "three instances and the Internet");
    let chosen = root.query_selector("td[aria-selected=true] button").unwrap().unwrap();
    let label = chosen.get_attribute("aria-label").unwrap();
    assert!(label.contains("ecs1") && label.contains("ecs2"), "{label}");
}

#[wasm_bindgen_test]
fn every_call_has_a_chance_of_its_own_and_the_time_of_day() {
    let (first, second) = (platform::env(), platform::env());
    assert_ne!(first.entropy, second.entropy);
    let now = js_sys::Date::now() / 1000.0;
    let text = first.now.to_string();
    let year = js_sys::Date::new(&(now * 1000.0).into()).get_utc_full_year();
    assert!(text.starts_with(&format!("{year}-")), "{text}");
    assert!(second.now >= first.now);
}
