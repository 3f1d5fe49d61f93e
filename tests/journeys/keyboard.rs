//! The main journey without a pointer: every key works, the focus is visible and never trapped.

use serde_json::Value;

use crate::browser::{Page, Setup, journey, key};
use crate::keys::FOCUS_LOOKS;
use crate::playground::FLIP_URL;

#[test]
fn the_switch_is_flipped_read_and_undone_by_keys() {
    journey(&Setup::default(), "/", |page| {
        let in_switch = |page: &Page, group: &str, name: &str| {
            let script = "return document.activeElement.closest('[role=group]')
                ?.getAttribute('aria-label') ?? ''";
            page.run(script).as_str().unwrap().ends_with(group) && page.focused() == name
        };
        page.answer_question();
        page.tab_to(&Page::switch("G2"), "Drop");
        let foreseen = "“G2 → Drop” would have this effect: blocked ecs1 ↔ ecs2.".to_owned();
        page.wait_to_read(&foreseen, Page::strip);
        page.press(&[key::ENTER]);
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs2"]));
        assert_eq!(page.url(), FLIP_URL);
        assert!(in_switch(page, "of G2", "Drop"), "the focus stays: {}", page.focused());

        page.press(&['m']);
        page.wait("the matrix to have the focus", |page| {
            page.focused().starts_with("From ecs1 to ecs2:").then_some(())
        });
        for (arrow, cell) in [
            (key::DOWN, "ecs2 to itself"),
            (key::RIGHT, "From ecs2 to ecs3:"),
            (key::UP, "From ecs1 to ecs3:"),
            (key::LEFT, "From ecs1 to ecs2:"),
        ] {
            page.press(&[arrow]);
            page.wait(cell, |page| page.focused().starts_with(cell).then_some(()));
        }
        page.wait("the reason of the chosen cell", |page| {
            page.reason().first()?.starts_with("✗ ecs1 → ecs2").then_some(())
        });

        // `t` toggles the last focused group, which is G2.
        page.press(&['t']);
        page.wait_to_read(&"✓".to_owned(), |page| page.glyphs(&["ecs1 → ecs2"]));
        page.press(&[key::CONTROL, 'z']);
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs2"]));
        page.press(&[key::CONTROL, key::SHIFT, 'Z']);
        page.wait_to_read(&"✓".to_owned(), |page| page.glyphs(&["ecs1 → ecs2"]));

        page.press(&['?']);
        let list = page.find(".shortcuts");
        assert!(!page.accessible(&list).0.is_empty(), "the list has a name");
        assert!(page.text(".shortcuts").contains("(G2)"), "it names the group that `t` acts on");
        page.press(&[key::ESCAPE]);
        page.wait("the list to close", |page| page.all(".shortcuts").is_empty().then_some(()));
        page.press(&['r']);
        page.find("#drawer");
        page.press(&[key::ESCAPE]);
        page.wait("the drawer to close", |page| page.all("#drawer").is_empty().then_some(()));
    });
}

#[test]
fn letters_typed_into_a_field_are_letters() {
    journey(&Setup::default(), "/", |page| {
        page.click_in(".pane.groups", "+ group");
        page.click(|page| page.field_in(".pane.groups form", "Name"));
        for letter in ['t', 'm', '?', 'r'] {
            page.press(&[letter]);
        }
        page.wait("the letters in the field", |page| {
            let name = page.field_in(".pane.groups form", "Name");
            let value = page.run_with("return arguments[0].value", &[name.to_json()]);
            value.as_str()?.ends_with("tm?r").then_some(())
        });
        assert!(page.all("#drawer, .shortcuts").is_empty());
        assert_eq!(page.policy("G1"), "Drop");
    });
}

#[test]
fn tab_goes_round_the_whole_page_and_the_focus_is_always_seen() {
    journey(&Setup::default(), "/", |page| {
        page.click_in(".pane.groups", "+ group");
        page.click_in("#group-sg-bp1g3", "+ rule");
        page.open_tab("Request");
        page.find("#drawer");
        page.rest_pointer();
        page.run("document.activeElement.blur()");
        // Number the tab stops, so that the round ends when the first one is reached again.
        let script = format!(
            "{FOCUS_LOOKS}
            if (element === document.body) return null;
            window.stops ??= new Map();
            const seen = window.stops.has(element);
            if (!seen) window.stops.set(element, window.stops.size);
            return {{ ...looks, seen }}"
        );
        let mut stops = 0;
        let mut wrong = Vec::new();
        for _ in 0..200 {
            page.press(&[key::TAB]);
            let stop = page.run(&script);
            if stop == Value::Null {
                continue;
            }
            if stop["seen"] == true {
                break;
            }
            stops += 1;
            let fine = stop["ring"] == true && stop["inside"] == true && stop["covered"] == false;
            if !fine {
                wrong.push(stop);
            }
        }
        let script = "return [...document.querySelectorAll(
                'a[href], button, input, select, textarea, summary, pre[tabindex=\"0\"]')]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }))
            .filter((element) => !element.disabled && element.tabIndex >= 0)
            .filter((element) => !window.stops.has(element))
            .map((element) => element.outerHTML.slice(0, 120))";
        let missed = page.run(script);
        assert_eq!(missed, serde_json::json!([]), "after {stops} stops some were never reached");
        assert!(stops > 40, "only {stops} stops");
        assert!(wrong.is_empty(), "the focus is not visible: {wrong:#?}");
    });
}
