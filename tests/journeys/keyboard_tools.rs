//! Keyboard-only journeys through the tools: timeline, console, errors, views, gallery, settings.

use crate::browser::{Page, Setup, journey, key};

/// Opens a tab of the drawer.
fn open(page: &Page, name: &str) {
    page.tab_to(".request", name);
    page.press(&[key::ENTER]);
    page.find("#drawer");
    assert!(page.focused().starts_with(name), "the focus stays: {}", page.focused());
}

fn glyph(page: &Page, wanted: &str) {
    page.wait_to_read(&wanted.to_owned(), |page| page.glyphs(&["ecs1 → ecs2"]));
}

fn headline(page: &Page, wanted: &str) {
    page.wait(&format!("the reason of {wanted}"), |page| {
        page.reason().first()?.starts_with(wanted).then_some(())
    });
}

#[test]
fn keys_scrub_the_timeline_and_read_which_step_changed_the_pair() {
    journey(&Setup::default(), "/", |page| {
        page.tab_to(&Page::switch("G2"), "Drop");
        page.press(&[key::ENTER]);
        glyph(page, "✗");
        page.press(&['[']);
        glyph(page, "✓");
        page.press(&[']']);
        glyph(page, "✗");
        open(page, "Timeline");
        let turned = "ecs1 → ecs2 changed once, by “G2 → Drop”.";
        page.wait("which step changed the pair", |page| {
            page.text(".transitions").starts_with(turned).then_some(())
        });
        page.tab_to("#drawer", "Position in the timeline");
        page.press(&[key::LEFT]);
        glyph(page, "✓");
        let said = "return document.activeElement.getAttribute('aria-valuetext')";
        page.wait_to_read(&"step 0 of 1".into(), |page| page.run(said));
        // The shortcut works on the slider too, because a slider takes no letters.
        page.press(&[']']);
        glyph(page, "✗");
        page.wait_to_read(&"step 1 of 1".into(), |page| page.run(said));
        page.assert_focus_seen();
        // At the end the button is disabled, and the focus moves to the slider next to it.
        page.tab_to("#drawer", "Step back");
        page.press(&[key::ENTER]);
        glyph(page, "✓");
        page.wait_for_focus("#timeline-step");
        page.tab_to("#drawer", "Go to step 1");
        page.press(&[key::ENTER]);
        glyph(page, "✗");
        assert_eq!(page.focused(), "Go to step 1");
        // Clearing the log asks for confirmation, and cancelling returns the focus.
        page.tab_to("#drawer", "Clear");
        page.press(&[key::ENTER]);
        page.wait_for_focus("#clear-log-first");
        page.tab_to("#drawer", "Keep");
        page.press(&[key::ENTER]);
        page.wait_for_focus("#clear-log-open");
        page.press(&[key::ESCAPE]);
        page.wait_for_focus("#open-drawer-timeline");
    });
}

#[test]
fn keys_type_a_command_take_an_offer_and_recall_it() {
    journey(&Setup::default(), "/", |page| {
        open(page, "Command line");
        page.tab_to("#drawer", "Command line");
        page.retype("aliyun ecs ModifySecurityGroupPo");
        page.press(&[key::RIGHT]);
        page.wait("the offer to be taken", |page| {
            (page.focused_value().trim_end() == "aliyun ecs ModifySecurityGroupPolicy")
                .then_some(())
        });
        let rest = "--RegionId cn-hangzhou --SecurityGroupId sg-bp1g2 --InnerAccessPolicy Drop";
        let gap = if page.focused_value().ends_with(' ') { "" } else { " " };
        page.type_keys(&format!("{gap}{rest}"));
        let line = page.focused_value();
        page.press(&[key::ENTER]);
        glyph(page, "✗");
        assert_eq!(page.policy("G2"), "Drop");
        assert_eq!(page.texts("#console-lines .typed"), [format!("$ {line}")]);
        assert!(page.text("#console-lines pre").contains("\"RequestId\""));
        page.wait_for_focus("#console-line");
        page.wait_to_read(&"aliyun ecs ".to_owned(), Page::focused_value);
        page.press(&[key::UP]);
        page.wait_to_read(&line, Page::focused_value);
        page.press(&[key::DOWN]);
        page.wait_to_read(&"aliyun ecs ".to_owned(), Page::focused_value);
        // Tab moves on: the prompt does not trap the focus.
        page.press(&[key::TAB]);
        assert_ne!(page.focused_id(), "console-line");
        page.assert_focus_seen();
    });
}

#[test]
fn keys_show_a_documented_error_foretold() {
    journey(&Setup::default(), "/", |page| {
        let scenario = page.matrix();
        open(page, "Errors");
        page.tab_to("#drawer", "Try it: InvalidPolicy.Malformed");
        page.press(&[key::ENTER]);
        let foretold = "would return 400 InvalidPolicy.Malformed".to_owned();
        page.wait_to_read(&foretold, Page::outcome);
        let hit = page.text("#drawer .card[aria-current=true]");
        assert!(hit.contains("InvalidPolicy.Malformed") && hit.contains("this request"), "{hit}");
        assert_eq!(page.focused(), "Try it: InvalidPolicy.Malformed", "the focus stays");
        page.assert_focus_seen();
        assert_eq!(page.matrix(), scenario, "shown, not sent");
    });
}

#[test]
fn keys_choose_a_pair_in_each_of_the_three_views() {
    journey(&Setup::default(), "/", |page| {
        page.answer_question();
        page.tab_to(".lenses", "Drawing");
        page.press(&[key::ENTER]);
        page.find(".drawing svg");
        assert_eq!(page.focused(), "Drawing", "the focus stays");
        page.tab_to(".drawing svg", "ecs1");
        page.press(&[key::ENTER]);
        for _ in 0..4 {
            if page.focused_id() == "node-2" {
                break;
            }
            page.press(&[key::RIGHT]);
        }
        page.wait_for_focus("#node-2");
        page.press(&[key::ENTER]);
        headline(page, "✗ ecs1 → ecs3");
        page.wait_for_focus("#node-2");

        page.tab_to(".lenses", "List");
        page.press(&[key::ENTER]);
        page.tab_to(".pair-list tbody", "ecs1 → ecs3");
        page.press(&[key::UP]);
        page.wait_for_focus("#pair-0-1");
        headline(page, "✓ ecs1 → ecs2");

        page.tab_to(".lenses", "Matrix");
        page.press(&[key::ENTER]);
        page.tab_to("table[role=grid]", "From ecs1 to ecs2");
        page.press(&[key::RIGHT]);
        page.wait_for_focus("#cell-0-2");
        headline(page, "✗ ecs1 → ecs3");
    });
}

#[test]
fn keys_open_an_example_and_close_the_gallery() {
    journey(&Setup::default(), "/", |page| {
        page.tab_to("header", "Examples");
        page.press(&[key::ENTER]);
        page.find("dialog .thumbnail");
        assert_eq!(page.run("return !!document.activeElement.closest('dialog')"), true);
        page.press(&[key::ESCAPE]);
        page.wait_to_read(&0, |page| page.all("dialog").len());
        page.wait_for_focus("#open-examples");

        page.press(&[key::ENTER]);
        page.tab_to("dialog", "Search examples");
        page.type_keys("metadata");
        page.wait_for_one_example();
        page.press(&[key::TAB]);
        let link = "return document.activeElement.getAttribute('href')";
        page.wait_to_read(&"#ex/metadata".into(), |page| page.run(link));
        page.assert_focus_seen();
        page.press(&[key::ENTER]);
        page.wait_to_read(&"✓".to_owned(), |page| {
            page.matrix().get("ecs1 → metadata").map(|c| c.glyph.clone()).unwrap_or_default()
        });
        page.wait_to_read(&0, |page| page.all("dialog").len());
        page.wait_for_focus("#open-examples");

        // The example notice can be dismissed without losing the focus.
        page.tab_to(".notice.about", "");
        page.press(&[key::ENTER]);
        page.wait_to_read(&0, |page| page.all(".notice.about").len());
        page.wait_for_focus("#open-examples");
    });
}

#[test]
fn keys_change_the_language_and_the_colours() {
    journey(&Setup::default(), "/?theme=light", |page| {
        let root = |page: &Page, name: &str| {
            page.run(&format!("return document.documentElement.getAttribute('{name}')"))
        };
        page.tab_to("header", "切换到中文");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"zh-CN".into(), |page| root(page, "lang"));
        assert_eq!(page.text("h1"), "安全组演练场");
        page.wait_to_read(&"Switch to English".to_owned(), Page::focused);
        page.tab_to("header", "配色：浅色");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"dark".into(), |page| root(page, "data-theme"));
        page.wait_to_read(&"配色：深色".to_owned(), Page::focused);
        page.assert_focus_seen();
        page.tab_to("header", "Switch to English");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"en".into(), |page| root(page, "lang"));
        assert_eq!(page.text("h1"), "Security group playground");
        page.assert_focus_seen();
    });
}
