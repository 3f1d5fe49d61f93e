//! Keyboard-only journeys: flip, rules, a refused call, a fix, undo, without any pointer.

use crate::browser::{Page, Setup, journey, key};

const CARD: &str = "#group-sg-bp1g3";
const FORM: &str = "#group-sg-bp1g3 form";
const ROW_FORM: &str = "#group-sg-bp1g3 tr.editing form";
/// The button of a rule that opens the form in its row.
const EDIT: &str = "[id^='rule-'][id$='-open']";

fn words(page: &Page) -> String {
    page.matrix()["ecs1 → ecs3"].words.clone()
}

/// Adds the rule that the form suggests, which opens TCP 22 to everyone.
fn add_offered_rule(page: &Page) {
    page.tab_to(CARD, "+ rule");
    page.press(&[key::ENTER]);
    page.wait_for_focus("[id$='-first']");
    page.tab_to(FORM, "Add");
    page.press(&[key::ENTER]);
    page.wait_to_read(&"TCP 22".to_owned(), words);
    page.wait_for_focus("#add-rule-sg-bp1g3-open");
}

#[test]
fn keys_flip_a_policy_and_read_what_changed() {
    journey(&Setup::default(), "/", |page| {
        page.tab_to(&Page::switch("G2"), "Accept");
        page.press(&['t']);
        page.wait_to_read(&"✗✗".to_owned(), |page| {
            page.glyphs(&["ecs1 → ecs2", "ecs2 → ecs1"])
        });
        assert_eq!(page.policy("G2"), "Drop");
        assert_eq!(page.strip(), "After “G2 → Drop”: blocked ecs1 ↔ ecs2.");
        assert_eq!(page.matrix()["ecs1 → ecs2"].change, "−");
        assert!(page.reason()[0].starts_with("✗ ecs1 → ecs2"), "{:#?}", page.reason());
        assert_eq!(page.focused(), "Accept", "the focus stays on the switch");
        page.assert_focus_seen();
    });
}

#[test]
fn keys_add_a_rule_and_read_why_it_opens_the_port() {
    journey(&Setup::default(), "/", |page| {
        page.tab_to(CARD, "+ rule");
        page.press(&[key::ENTER]);
        page.wait_for_focus("[id$='-first']");
        page.tab_to(FORM, "Port range");
        page.retype("22/22");
        page.tab_to(FORM, "Source");
        page.retype("10.0.0.11/32");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"TCP 22".to_owned(), words);
        page.wait_for_focus("#add-rule-sg-bp1g3-open");
        assert_eq!(page.outcome(), "returned 200 OK");

        // The packet, then the cell, then the explanation.
        page.tab_to(".connectivity", "Packet");
        for _ in 0..8 {
            if page.focused_value() == "tcp" {
                break;
            }
            page.press(&[key::DOWN]);
        }
        assert_eq!(page.focused_value(), "tcp");
        page.tab_to(".connectivity", "Destination port");
        page.retype("22");
        page.tab_to(".lenses", "Matrix");
        page.press(&['m']);
        page.wait_for_focus("#cell-0-1");
        page.press(&[key::RIGHT]);
        page.wait_for_focus("#cell-0-2");
        page.wait("the rule to be named", |page| {
            page.deciding_step().contains("10.0.0.11/32").then_some(())
        });
        assert!(page.reason()[0].starts_with("✓ ecs1 → ecs3"), "{:#?}", page.reason());
        assert_eq!(page.all(&format!("{CARD} .rules tr.lit")).len(), 1);
    });
}

#[test]
fn keys_edit_a_rule_in_its_row_give_up_and_delete_it() {
    journey(&Setup::default(), "/", |page| {
        add_offered_rule(page);
        page.tab_to(CARD, "Edit rule");
        page.press(&[key::ENTER]);
        page.wait_for_focus("[id$='-first']");
        page.tab_to(ROW_FORM, "Port range");
        page.retype("23/24");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"TCP 23-24".to_owned(), words);
        page.wait_for_focus(EDIT);

        page.press(&[key::ENTER]);
        page.tab_to(ROW_FORM, "Priority");
        page.retype("50");
        page.press(&[key::ESCAPE]);
        page.wait("the row again", |page| page.all(ROW_FORM).is_empty().then_some(()));
        page.wait_for_focus(EDIT);
        assert_eq!(page.texts(&format!("{CARD} .rules tbody td"))[1], "1");

        // The button is removed with its rule; the focus moves to the button that adds a rule.
        page.tab_to(CARD, "Delete rule");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs3"]));
        page.wait_for_focus("#add-rule-sg-bp1g3-open");
    });
}

#[test]
fn keys_send_a_wrong_call_and_read_the_error_beside_its_parameter() {
    journey(&Setup::default(), "/", |page| {
        let scenario = page.matrix();
        page.tab_to(&Page::switch("G1"), "Accept");
        page.press(&['r']);
        page.tab_to("#drawer", "Value of SecurityGroupId");
        page.retype("sg-nobody");
        let error = "404 InvalidSecurityGroupId.NotFound";
        page.wait_to_read(&format!("would return {error}"), Page::outcome);
        let beside = "const id = document.activeElement.getAttribute('aria-describedby');
            return document.getElementById(id)?.innerText ?? ''";
        let beside = page.run(beside);
        assert!(beside.as_str().unwrap().contains(error), "beside the field: {beside}");

        page.tab_to(".request", "Send");
        page.press(&[key::ENTER]);
        page.wait_to_read(&format!("returned {error}"), Page::outcome);
        assert!(page.strip().ends_with("Nothing changed."), "{}", page.strip());
        assert_eq!(page.matrix(), scenario);
        assert_eq!(page.focused(), "Send");

        // Esc closes the drawer, and the focus moves to the button that opens it again.
        page.tab_to("#drawer", "Value of SecurityGroupId");
        page.press(&[key::ESCAPE]);
        page.wait("the drawer to close", |page| page.all("#drawer").is_empty().then_some(()));
        page.wait_for_focus("#open-drawer-request");
        page.press(&[key::ENTER]);
        page.tab_to("#drawer", "Close");
        page.press(&[key::ENTER]);
        page.wait("the drawer to close", |page| page.all("#drawer").is_empty().then_some(()));
        page.wait_for_focus("#open-drawer-request");
    });
}

#[test]
fn keys_find_a_fix_apply_it_and_come_back() {
    journey(&Setup::default(), "/", |page| {
        page.press(&['m']);
        page.wait_for_focus("#cell-0-1");
        page.press(&[key::RIGHT]);
        page.wait_for_focus("#cell-0-2");
        page.wait("the blocked pair", |page| {
            page.reason().first()?.starts_with("✗ ecs1 → ecs3").then_some(())
        });
        page.press(&['f']);
        page.wait_for_focus("#find-fixes");
        page.tab_to(".fixes", "Apply:");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"✓".to_owned(), |page| page.glyphs(&["ecs1 → ecs3"]));
        // The button gave way to the undo of the row, which has the focus.
        page.wait_for_focus("#fix-applied");
        assert!(page.reason()[0].starts_with("✓ ecs1 → ecs3"), "{:#?}", page.reason());
        page.press(&[key::CONTROL, 'z']);
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs3"]));
    });
}

#[test]
fn keys_read_what_a_cure_changes_and_how_to_undo_it_before_they_apply_it() {
    journey(&Setup::default(), "/?lang=en#ex/accept-ignores-rules", |page| {
        page.tab_to(".request", "Problems");
        page.press(&[key::ENTER]);
        page.find("#drawer .problems .proposed li");
        let cure = "G1: set the intra-group policy to Drop";
        page.tab_to("#drawer", cure);
        // What it changes is shown without a press, by role and with the number of pairs.
        page.wait("what the cure changes", |page| {
            page.text("#drawer .proposed li").contains("all traffic closed, 2 pairs").then_some(())
        });
        page.tab_to("#drawer", "Calls that undo it");
        page.assert_focus_seen();
        page.press(&[key::ENTER]);
        let calls = page.wait("the calls", |page| page.texts("#drawer .proposed pre").pop());
        assert!(calls.starts_with("aliyun ecs ModifySecurityGroupPolicy"), "{calls}");
        assert!(calls.contains("--InnerAccessPolicy Accept"), "{calls}");
        page.tab_to("#drawer", cure);
        page.press(&[key::ENTER]);
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs2"]));
    });
}

#[test]
fn keys_undo_and_redo_by_the_shortcut_and_by_the_buttons() {
    journey(&Setup::default(), "/", |page| {
        let policy = |wanted: &str| page.wait_to_read(&wanted.to_owned(), |page| page.policy("G2"));
        page.tab_to(&Page::switch("G2"), "Drop");
        page.press(&[key::ENTER]);
        policy("Drop");
        page.press(&[key::CONTROL, 'z']);
        policy("Accept");
        page.press(&[key::CONTROL, key::SHIFT, 'Z']);
        policy("Drop");
        assert_eq!(page.focused(), "Drop");
        page.assert_focus_seen();
        // A button that becomes disabled passes the focus to its counterpart.
        page.tab_to("header", "↶ Undo");
        page.press(&[key::ENTER]);
        policy("Accept");
        page.wait_for_focus("#redo");
        page.press(&[key::ENTER]);
        policy("Drop");
        page.wait_for_focus("#undo");
    });
}
