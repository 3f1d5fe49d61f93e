//! The three view modes of the pairs: the drawing, the list, and the context of the answer.

use serde_json::{Value, json};

use crate::browser::{Page, Setup, journey, key};

/// The headline of the explanation.
fn headline(page: &Page) -> String {
    page.text(".why .verdict")
}

#[test]
fn two_nodes_of_the_drawing_choose_a_pair_and_its_path_is_drawn() {
    journey(&Setup::default(), "/", |page| {
        page.click_in(".lenses", "Drawing");
        page.find(".drawing svg");
        assert!(page.all("table[role=grid]").is_empty());
        // By pointer: the sender, then the receiver.
        page.click(|page| page.find("#node-0"));
        page.wait("the sender to be taken", |page| {
            page.text(".drawing [role=status]").starts_with("From ecs1 to").then_some(())
        });
        page.click(|page| page.find("#node-2"));
        page.wait("the reason of the new pair", |page| {
            headline(page).starts_with("✗ ecs1 → ecs3").then_some(())
        });
        assert_eq!(page.all(".path-badge.chosen.fail").len(), 1, "blocked on one side");
        // By keyboard: arrows move between nodes, Enter selects, Escape cancels.
        page.press(&[key::LEFT]);
        page.wait_to_read(&"node-1".to_owned(), Page::focused_id);
        page.press(&[key::ENTER]);
        page.wait("the sender by keys", |page| {
            page.text(".drawing [role=status]").starts_with("From ecs2 to").then_some(())
        });
        page.press(&[key::ESCAPE]);
        page.wait("the choice to be given up", |page| {
            page.text(".drawing [role=status]").starts_with("Select a source").then_some(())
        });
        page.press(&[key::ENTER]);
        page.press(&[key::RIGHT]);
        page.press(&[key::ENTER]);
        page.wait("the pair chosen by keys", |page| {
            headline(page).starts_with("✓ ecs2 → ecs3").then_some(())
        });
        assert_eq!(page.all(".path.chosen.pass").len(), 1, "its path is drawn");
        // The text alternative says the same.
        page.click_in(".drawing", "Text version");
        let twin = page.text(".text-alternative");
        assert!(twin.contains("G1 (Drop): ecs1, ecs2"), "{twin}");
        let stopped = "to ecs3 blocked (at the destination, inbound)";
        assert!(twin.contains(stopped), "{twin}");
        // Every area contains its nodes, measured in the browser as well.
        let overlaps = page.run(
            "const boxes = [...document.querySelectorAll('.drawing .node')]
                .map((node) => node.getBoundingClientRect());
            return boxes.some((a, i) => boxes.some((b, j) => i < j && a.left < b.right
                && b.left < a.right && a.top < b.bottom && b.top < a.bottom))",
        );
        assert_eq!(overlaps, json!(false));
    });
}

#[test]
fn the_list_filters_and_shares_the_choice_with_the_matrix() {
    journey(&Setup::default(), "/", |page| {
        page.click_in(".lenses", "List");
        assert_eq!(page.all(".pair-list tbody tr").len(), 12);
        page.choose(|page| page.field_in(".pair-list", "Show"), "blocked");
        page.wait("only what is blocked", |page| {
            (page.all(".pair-list tbody tr").len() == 5).then_some(())
        });
        page.fill(|page| page.field_in(".pair-list", "Names"), "-> ecs3");
        page.wait("only what goes to ecs3", |page| {
            (page.all(".pair-list tbody tr").len() == 2).then_some(())
        });
        page.click(|page| page.find("#pair-0-2"));
        page.wait("the reason", |page| headline(page).starts_with("✗ ecs1 → ecs3").then_some(()));
        page.press(&[key::DOWN]);
        page.wait_to_read(&"pair-3-2".to_owned(), Page::focused_id);
        page.wait("the next pair", |page| {
            headline(page).starts_with("✗ internet → ecs3").then_some(())
        });
        page.click_in(".lenses", "Matrix");
        page.wait("the matrix with the same choice", |page| {
            page.matrix().get("internet → ecs3")?.chosen.then_some(())
        });
    });
}

#[test]
fn keys_switch_the_view_and_open_the_fixes_and_lead_back() {
    journey(&Setup::default(), "/", |page| {
        page.answer_question();
        page.press(&['m']);
        page.wait_to_read(&"cell-0-1".to_owned(), Page::focused_id);
        page.press(&['f']);
        page.wait_to_read(&"find-fixes".to_owned(), Page::focused_id);
        page.find(".fixes li");
        page.press(&[key::ESCAPE]);
        page.wait("the fixes to close", |page| page.all(".fixes li").is_empty().then_some(()));
        page.wait_to_read(&"cell-0-1".to_owned(), Page::focused_id);
        page.press(&['d']);
        page.find(".drawing svg");
        page.press(&['d']);
        page.find("table[role=grid]");
        page.press(&['?']);
        let keys = page.text(".shortcuts");
        assert!(keys.contains("Find the smallest changes") && keys.contains("matrix and drawing"));
    });
}

#[test]
fn the_answer_tells_both_ways_a_session_and_every_region() {
    journey(&Setup::default(), "/", |page| {
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait("what becomes of a session", |page| {
            page.text(".around").contains("may be interrupted by the last edit").then_some(())
        });
        page.click_in(".around", "ecs2 → ecs1");
        page.wait("the way back", |page| headline(page).starts_with("✗ ecs2 → ecs1").then_some(()));
        page.click_in(".regions", "All packets as a table (5)");
        assert_eq!(page.all(".regions tbody tr").len(), 5);
        page.choose(|page| page.field_in(".tools", "Packet"), "tcp");
        page.fill(|page| page.field_in(".tools", "Source port"), "1024");
        page.wait("the packet with its source port", |page| {
            headline(page).contains("from port 1024").then_some(())
        });
        page.fill(|page| page.field_in(".tools", "Source port"), "70000");
        page.wait("a wrong port to be told", |page| {
            let wrong = page.all("input.port[aria-invalid=true]");
            (wrong.len() == 1).then_some(())
        });
        // While typing, the last complete port was 7000.
        assert!(headline(page).contains("from port 7000"), "the last valid port stays");
    });
}

#[test]
fn every_view_fits_a_phone_and_a_laptop() {
    for (size, name) in [((1280, 800), "1280x800"), ((360, 740), "360x740")] {
        journey(&Setup { size, ..Setup::default() }, "/", |page| {
            for (language, theme) in [("en", "light"), ("zh", "dark")] {
                page.go(&format!("/?lang={language}&theme={theme}"));
                page.wait_until_ready();
                page.answer_question();
                for (place, view) in ["matrix", "drawing", "list"].into_iter().enumerate() {
                    page.click(|page| page.all(".lenses button")[place].clone());
                    page.rest_pointer();
                    page.screenshot(&format!("{name}-{view}-{language}-{theme}"));
                    let wide = page.run(
                        "const root = document.documentElement;
                        return Math.max(root.scrollWidth, document.body.scrollWidth) > innerWidth",
                    );
                    assert_eq!(wide, Value::Bool(false), "{name} {view} scrolls sideways");
                    if size.1 == 800 {
                        let script = "return ['.lenses', '.strip', '.why .verdict', '#request-url']
                            .filter((part) => document.querySelector(part)
                                .getBoundingClientRect().bottom > innerHeight)";
                        assert_eq!(page.run(script), json!([]), "{view} in {language}");
                    }
                    let found = page.run(include_str!("audit.js"));
                    assert_eq!(found["problems"], json!([]), "{name} {view} {language} {theme}");
                }
            }
        });
    }
}
