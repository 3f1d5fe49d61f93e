//! Editing in place: a rule, a name, an outside address, a second VPC; invalid edits keep the
//! input.

use serde_json::json;

use crate::browser::{Element, Page, Setup, journey, key};

const CARD: &str = "#group-sg-bp1g3";
const ROW_FORM: &str = "#group-sg-bp1g3 tr.editing form";

fn field(scope: &'static str, label: &'static str) -> impl Fn(&Page) -> Element {
    move |page| page.field_in(scope, label)
}

/// Expands a topology section.
fn open_section(page: &Page, name: &str) {
    page.click_in(".pane.groups", name);
}

#[test]
fn a_rule_is_edited_in_its_row_by_keys_and_refusals_keep_what_was_typed() {
    journey(&Setup::default(), "/", |page| {
        page.click_in(CARD, "+ rule");
        page.wait("the first field to have the focus", |page| {
            page.focused_id().ends_with("-first").then_some(())
        });
        page.wait("the pending rule to be foreseen", |page| {
            (page.matrix()["ecs1 → ecs3"].change == "+").then_some(())
        });
        page.click_in(&format!("{CARD} form"), "Add");
        page.wait_to_read(&"TCP 22".to_owned(), |page| page.matrix()["ecs1 → ecs3"].words.clone());

        // Enter saves, and the focus returns.
        page.click(|page| page.find(&format!("{CARD} [aria-label^='Edit rule']")));
        page.fill(field(ROW_FORM, "Port range"), "23/24");
        let would = "would return 200 OK".to_owned();
        page.wait_to_read(&would, Page::outcome);
        page.press(&[key::ENTER]);
        page.wait_to_read(&"TCP 23-24".to_owned(), |page| {
            page.matrix()["ecs1 → ecs3"].words.clone()
        });
        let url = page.url();
        assert!(url.contains("Action=ModifySecurityGroupRule&"), "{url}");
        assert!(url.contains("PortRange=23/24&") && !url.contains("Priority="), "{url}");
        page.wait("the focus to come back", |page| {
            let id = page.focused_id();
            (id.starts_with("rule-") && id.ends_with("-open")).then_some(())
        });

        // Esc gives up, and the focus comes back.
        page.press(&[key::ENTER]);
        page.fill(field(ROW_FORM, "Priority"), "50");
        page.press(&[key::ESCAPE]);
        page.wait("the row again", |page| page.all(ROW_FORM).is_empty().then_some(()));
        assert!(page.focused_id().ends_with("-open"), "{}", page.focused_id());
        assert_eq!(page.texts(&format!("{CARD} .rules tbody td"))[1], "1");

        // An invalid value is refused beside its field; the kind of the peer cannot be changed at
        // all.
        page.press(&[key::ENTER]);
        let before = page.matrix()["ecs1 → ecs3"].words.clone();
        page.fill(field(ROW_FORM, "Priority"), "101");
        let beside = format!("{ROW_FORM} .priority");
        let error = "400 InvalidPriority.ValueNotSupported The parameter Priority is invalid.";
        page.wait_to_read(&vec![error.to_owned()], |page| page.errors(&beside));
        page.press(&[key::ENTER]);
        let returned = "returned 400 InvalidPriority.ValueNotSupported".to_owned();
        page.wait_to_read(&returned, Page::outcome);
        assert_eq!(page.matrix()["ecs1 → ecs3"].words, before);
        assert_eq!(page.errors(CARD).len(), 1, "the error is shown once");
        let typed = page.field_in(ROW_FORM, "Priority").to_json();
        assert_eq!(page.run_with("return arguments[0].value", &[typed]), "101");
        page.fill(field(ROW_FORM, "Priority"), "1");
        page.choose(field(ROW_FORM, "Type of authorization object"), "group");
        page.wait("the peer to be refused", |page| {
            let errors = page.errors(&format!("{ROW_FORM} .peer"));
            errors.first()?.starts_with("400 InvalidOperation.ModifySgRuleEntityType").then_some(())
        });
        page.press(&[key::ESCAPE]);
        page.click_in("header", "↶ Undo");
        page.wait_to_read(&"TCP 22".to_owned(), |page| page.matrix()["ecs1 → ecs3"].words.clone());
        page.click_in("header", "↷ Redo");
        page.wait_to_read(&"TCP 23-24".to_owned(), |page| {
            page.matrix()["ecs1 → ecs3"].words.clone()
        });
    });
}

#[test]
fn moving_an_instance_is_one_call_and_joining_names_its_successor() {
    journey(&Setup::default(), "/", |page| {
        // ecs1 leaves G1 and G2 in the same call.
        page.choose(|page| page.find("#join-sg-bp1g3"), "=eni-bp1ecs1");
        page.wait_to_read(&"all".to_owned(), |page| page.matrix()["ecs1 → ecs3"].words.clone());
        let url = page.url();
        assert!(url.contains("Action=ModifyInstanceAttribute&"), "{url}");
        assert!(url.contains("InstanceId=i-bp1ecs1&SecurityGroupIds.1=sg-bp1g3&"), "{url}");
        assert!(page.text(".strip").contains("ecs1 → G3"), "{}", page.text(".strip"));
        assert_eq!(page.texts("#group-sg-bp1g1 .members .chip:not(.add)").len(), 1, "ecs2 alone");
        page.open_tab("Request");
        let deprecated = "The newest SDK deprecates JoinSecurityGroup. ModifyInstanceAttribute takes \
                          its place: it replaces all security groups at once.";
        assert!(!page.text(".request").contains("deprecates"), "{}", page.text(".request"));
        page.click_in("header", "↶ Undo");
        page.wait_to_read(&2, |page| page.texts("#group-sg-bp1g1 .members .chip:not(.add)").len());

        // Joining keeps the other groups, by an operation that the newest client library deprecates.
        page.choose(|page| page.find("#join-sg-bp1g3"), "eni-bp1ecs1");
        page.wait_to_read(&3, |page| page.texts("#group-sg-bp1g3 .members .chip:not(.add)").len());
        assert!(page.url().contains("Action=JoinSecurityGroup&"), "{}", page.url());
        let said = page.text(".forms");
        assert!(said.contains(deprecated), "{said}");
        assert_eq!(page.texts("#group-sg-bp1g1 .members .chip:not(.add)").len(), 2, "ecs1 stays");
    });
}

#[test]
fn a_group_is_renamed_and_a_wrong_name_is_refused() {
    journey(&Setup::default(), "/", |page| {
        let form = "#group-sg-bp1g2 form.attributes";
        page.click_in("#group-sg-bp1g2", "Rename or describe G2");
        page.fill(field(form, "Name"), "1web");
        let error =
            "400 InvalidSecurityGroupName.Malformed Specified security group name is not valid.";
        page.wait_to_read(&vec![error.to_owned()], |page| page.errors(form));
        page.press(&[key::ENTER]);
        let returned = "returned 400 InvalidSecurityGroupName.Malformed".to_owned();
        page.wait_to_read(&returned, Page::outcome);
        assert_eq!(page.text("#group-sg-bp1g2 .name"), "G2");
        page.fill(field(form, "Name"), "web-tier");
        page.fill(field(form, "Description"), "faces the load balancer");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"web-tier".to_owned(), |page| page.text("#group-sg-bp1g2 .name"));
        assert_eq!(page.text("#group-sg-bp1g2 .description"), "faces the load balancer");
        assert!(page.url().contains("Action=ModifySecurityGroupAttribute&"), "{}", page.url());
        assert!(page.focused_id().ends_with("-rename-open"), "{}", page.focused_id());
        page.click_in("header", "↶ Undo");
        page.wait_to_read(&"G2".to_owned(), |page| page.text("#group-sg-bp1g2 .name"));
    });
}

#[test]
fn an_outside_address_becomes_a_row_of_the_matrix() {
    journey(&Setup::default(), "/", |page| {
        open_section(page, "External addresses 1");
        page.click_in(".pane.groups", "+ external address");
        let form = ".world form";
        page.fill(field(form, "Name"), "office");
        page.fill(field(form, "CIDR block"), "10.0.0.0/24");
        page.wait_to_read(
            &vec!["10.0.0.0/24 belongs to a VPC, so it is not an external address.".to_owned()],
            |page| page.errors(form),
        );
        page.press(&[key::ENTER]);
        assert!(!page.matrix().contains_key("ecs1 → office"), "nothing changed");
        page.fill(field(form, "CIDR block"), "192.0.2.0/24");
        page.press(&[key::ENTER]);
        page.wait("the new row", |page| page.matrix().get("ecs1 → office").map(|_| ()));
        page.click_in(".world", "Edit office");
        page.fill(field(form, "Name"), "branch");
        page.press(&[key::ENTER]);
        page.wait("the new name", |page| page.matrix().get("ecs1 → branch").map(|_| ()));
        page.click_in(".world", "Remove branch");
        page.wait("the row to go", |page| {
            (!page.matrix().contains_key("ecs1 → branch")).then_some(())
        });
        page.click_in("header", "↶ Undo");
        page.wait("the row again", |page| page.matrix().get("ecs1 → branch").map(|_| ()));
    });
}

#[test]
fn a_second_vpc_is_made_filled_joined_and_kept_while_it_is_used() {
    journey(&Setup::default(), "/", |page| {
        open_section(page, "VPCs 1");
        page.click_in(".pane.groups", "+ VPC");
        page.fill(field(".world form", "CIDR blocks, IPv4 and IPv6"), "10.0.0.0/16");
        page.press(&[key::ENTER]);
        page.wait("the VPC", |page| {
            page.texts(".world b").contains(&"vpc2".to_owned()).then_some(())
        });
        let route = "[role=group][aria-label='Route between main and vpc2']";
        page.click_in(route, "connected");
        page.wait("the route to be refused", |page| {
            page.strip().contains("10.0.0.0/16 and 10.0.0.0/16 overlap").then_some(())
        });
        page.click_in(".world", "Edit vpc2");
        page.fill(field(".world form", "CIDR blocks, IPv4 and IPv6"), "172.16.0.0/12");
        page.press(&[key::ENTER]);
        page.click_in(route, "connected");
        page.wait_to_read(&"connected".to_owned(), |page| {
            page.text(&format!("{route} [aria-pressed=true]"))
        });

        page.click_in(".pane.groups", "+ group");
        page.choose(field(".pane.groups > form", "VPC"), "vpc2");
        page.click_in(".pane.groups > form", "Create");
        page.wait("the group", |page| (page.all("article.group").len() == 4).then_some(()));
        page.click_in(".world", "Delete vpc2");
        page.wait("the deletion to be refused", |page| {
            page.strip().starts_with("“Delete VPC vpc2” was rejected: In use by G4").then_some(())
        });

        page.click_in(".pane.groups", "+ instance");
        let boxes = ".pane.groups > form .choice label";
        page.click(|page| page.all(boxes).pop().expect("the box of G4"));
        page.click_in(".pane.groups > form", "Create");
        page.wait("the instance", |page| page.matrix().get("ecs1 → ecs4").map(|_| ()));
        assert_eq!(page.glyphs(&["ecs1 → ecs4"]), "✗", "G4 lets nobody in");
    });
}

#[test]
fn slash_finds_groups_by_what_stands_on_them() {
    journey(&Setup::default(), "/", |page| {
        page.press(&['/']);
        page.wait_to_read(&"find".to_owned(), Page::focused_id);
        page.fill(|page| page.find("#find"), "ecs3");
        page.wait_to_read(&vec!["G3".to_owned()], |page| page.texts("article.group .name"));
        page.press(&[key::ESCAPE]);
        page.wait("all groups again", |page| (page.all("article.group").len() == 3).then_some(()));
    });
}

#[test]
fn a_group_in_use_is_moved_and_deleted_step_by_step_and_all_of_it_is_undone() {
    journey(&Setup::default(), "/#ex/three-groups", |page| {
        page.click(|page| page.find(&format!("{CARD} [aria-label='Delete G3']")));
        page.wait("the refusal with its offers", |page| {
            page.texts(&format!("{CARD} .leaving p")).pop()
        });
        let scenario = page.matrix();
        page.choose(|page| page.find(&format!("{CARD} .leaving select")), "sg-bp1g2");
        page.click_in(CARD, "Move the members to G2 and delete G3");
        page.wait("the group to go", |page| page.all(CARD).is_empty().then_some(()));
        assert_eq!(page.strip(), "“delete G3”: Nothing changes for any packet.");
        assert_eq!(page.glyphs(&["ecs1 → ecs3"]), "✓", "ecs3 has moved to G2");
        // ecs2 leaves, ecs3 joins and leaves, and the group is deleted: four calls.
        for _ in 0..4 {
            page.click_in("header", "↶ Undo");
        }
        page.find(CARD);
        assert_eq!(page.glyphs(&["ecs1 → ecs3"]), "✗");
        assert_eq!(page.matrix().len(), scenario.len());
    });
}

#[test]
fn the_pane_stays_where_it_is_when_what_was_pressed_goes() {
    let setup = Setup { size: (1280, 460), ..Setup::default() };
    journey(&setup, "/#ex/three-groups", |page| {
        // Where the first card is: above the window once the page is scrolled.
        let first = "return Math.round(document.querySelector('#group-sg-bp1g1')
            .getBoundingClientRect().top)";
        let top = |page: &Page| page.run(first);
        let start = top(page).as_f64().unwrap();
        // A rule and a member go; by pointer, nothing moves under it.
        page.click_in(CARD, "+ rule");
        page.click_in(&format!("{CARD} form"), "Anywhere 0.0.0.0/0");
        page.click_in(&format!("{CARD} form"), "Add");
        page.find(&format!("{CARD} .rules"));
        for (press, gone) in [
            ("[aria-label^='Delete rule']", ".rules tbody tr"),
            ("[aria-label='Remove ecs2 from G3']", "[aria-label='Remove ecs2 from G3']"),
        ] {
            page.run(&format!(
                "document.querySelector(\"{CARD} {press}\").scrollIntoView({{ block: 'center' }})"
            ));
            let before = top(page);
            assert!(before.as_f64().unwrap() < start - 40.0, "scrolled from {start} to {before}");
            page.click(|page| page.find(&format!("{CARD} {press}")));
            page.wait("it to go", |page| {
                page.all(&format!("{CARD} {gone}")).is_empty().then_some(())
            });
            page.wait("the focus to be somewhere", |page| (page.focused() != "body").then_some(()));
            assert_eq!(top(page), before, "{press}");
        }
    });
}

#[test]
fn a_word_of_the_page_leads_to_its_entry_in_the_glossary_and_back() {
    journey(&Setup::default(), "/", |page| {
        page.click_in("#group-sg-bp1g2", "Intra-group connectivity");
        let entry = "term-intra-group-connectivity".to_owned();
        page.wait_to_read(&entry, Page::focused_id);
        page.press(&[key::ESCAPE]);
        page.wait_to_read(&"Intra-group connectivity".to_owned(), Page::focused);
    });
}

#[test]
fn the_members_of_a_group_are_one_press_and_one_rule_each() {
    journey(&Setup::default(), "/", |page| {
        let form = "#group-sg-bp1g1 form";
        page.click_in("#group-sg-bp1g1", "+ rule");
        page.wait("the empty form without an error", |page| {
            (page.all(form).len() == 1 && page.errors(form).is_empty()).then_some(())
        });
        page.click_in(form, "Add");
        page.wait("what is missing to be said", |page| page.errors(form).pop());
        page.click_in(form, "My address…");
        page.wait_to_read(&"rule-input-peer-sg-bp1g1".to_owned(), Page::focused_id);
        page.click_in(form, "This group's members");
        page.click_in(form, "Add");
        let peers = vec!["10.0.0.11/32".to_owned(), "10.0.0.12/32".to_owned()];
        page.wait_to_read(&peers, |page| page.texts("#group-sg-bp1g1 .rules tbody td.mono"));
    });
}

#[test]
fn what_is_too_long_for_a_field_is_said_and_not_cut() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click_in(".pane.groups", "+ group");
        let name = |page: &Page| page.field_in(".pane.groups form", "Name");
        page.fill(name, "kept");
        // What a browser tells of a paste, before it cuts the text.
        let paste = |text: &str| {
            let script = "const [field, data] = arguments;
                const event = new InputEvent('beforeinput',
                    { bubbles: true, cancelable: true, inputType: 'insertFromPaste', data });
                return [field.dispatchEvent(event), field.value, field.validationMessage]";
            page.run_with(script, &[name(page).to_json(), json!(text)])
        };
        let said = "Nothing was inserted: the text would have 100004 characters, and this field \
            takes 1000.";
        assert_eq!(paste(&"9".repeat(100_000)), json!([false, "kept", said]));
        assert_eq!(paste("it"), json!([true, "kept", said]), "a short text is inserted");
        page.fill(name, "again");
        assert_eq!(paste("it"), json!([true, "again", ""]), "the message ends with the next input");
    });
}
