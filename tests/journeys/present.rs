//! Before an audience: everything is in sight on a projector, and a clicker turns the slides.

use crate::browser::{Page, Setup, journey, key};

/// 1280 × 720 at 150 %.
const PROJECTOR: (u32, u32) = (853, 480);

/// Whether elements are within the window.
fn in_sight(page: &Page, selectors: &[&str]) -> bool {
    let script = "return arguments[0].every(selector => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
    })";
    page.run_with(script, &[selectors.into()]) == true
}

#[test]
fn a_clicker_turns_the_slides_and_all_is_in_sight() {
    let setup = Setup { size: PROJECTOR, ..Setup::default() };
    journey(&setup, "/?lang=en&present", |page| {
        page.wait_to_read(&true, |page| {
            in_sight(page, &["#question", ".stage-switches", ".matrix"])
        });
        page.screenshot("present-question");
        page.click_in(&Page::switch("G2"), "Drop");
        let all = ["#question", ".stage-switches", ".matrix", ".stage .verdict", ".stage .decides"];
        page.wait_to_read(&true, |page| in_sight(page, &all));
        page.screenshot("present-reason");
        page.run("document.activeElement.blur()");
        page.press(&['l']);
        page.point_at(|page| page.find(".matrix"));
        page.find(".spotlight");
        page.screenshot("present-pointer");
        page.press(&['l']);
        page.wait_to_read(&0, |page| page.all(".spotlight").len());
        page.click(|page| page.find("#present-steps"));
        page.wait_to_read(&true, |page| page.text(".present-bar").contains("Step 0 of 1"));
        page.run("document.activeElement.blur()");
        page.press(&[key::RIGHT]);
        page.wait_to_read(&true, |page| page.text(".slide").contains("Closed (2)"));
        page.screenshot("present-step");
        // The arrows belong to the matrix while the focus is in it.
        page.click(|page| page.cell("ecs2", "ecs1"));
        page.press(&[key::LEFT]);
        page.wait_to_read(&true, |page| page.text(".present-bar").contains("Step 1 of 1"));
        page.press(&[key::ESCAPE]);
        page.find("header.top");
    });
}
