//! Lessons one to three from the start, by keyboard alone: predict, work, read, continue.

use crate::browser::{Page, Setup, journey, key};

/// The part of the address after the `#`.
fn fragment(page: &Page) -> String {
    page.run("return location.hash").as_str().unwrap_or_default().to_owned()
}

/// Selects the answer with this index and checks the announced result.
fn guess(page: &Page, answer: usize, heard: &str) {
    page.wait_for_focus("#lesson");
    let on_radio = "return document.activeElement.type === 'radio'";
    for _ in 0..12 {
        if page.run(on_radio) == true {
            break;
        }
        page.press(&[key::TAB]);
    }
    assert_eq!(page.run(on_radio), true, "Tab reaches the answers");
    page.assert_focus_seen();
    match answer {
        0 => page.press(&[' ']),
        _ => (0..answer).for_each(|_| page.press(&[key::DOWN])),
    }
    page.tab_to(".predict", "Check answer");
    page.press(&[key::ENTER]);
    page.wait("what to say about it", |page| {
        page.texts(".feedback").first()?.starts_with(heard).then_some(())
    });
    // The submit button is gone, so the focus moves to its focus fallback.
    page.wait_for_focus("#lesson-go-on");
    page.press(&[key::ENTER]);
    page.wait("the goals", |page| (!page.all(".lesson .goals li").is_empty()).then_some(()));
    page.wait_for_focus("#lesson");
}

/// Checks that the lesson is completed within par, and opens the next one.
fn read_and_go_on(page: &Page, goals: &str, next: &str) {
    page.wait_to_read(&goals.to_owned(), |page| page.text(".goals-met"));
    let result = page.wait("the result", |page| page.texts(".lesson .result").pop());
    assert!(result.contains("All goals are met."), "{result}");
    assert!(result.contains("Changes made: 1; a good solution needs 1."), "{result}");
    assert!(page.texts(".lesson .reasons li").len() >= 3);
    page.tab_to(".lesson", "Next lesson");
    page.press(&[key::ENTER]);
    page.wait_to_read(&next.to_owned(), fragment);
}

#[test]
fn keys_pass_the_first_three_lessons_from_a_cold_start() {
    journey(&Setup::default(), "/", |page| {
        page.tab_to("header", "Lessons");
        page.press(&[key::ENTER]);
        page.wait("the list", |page| (page.all(".to-lesson").len() >= 16).then_some(()));
        assert_eq!(page.all(".to-lesson.done").len(), 0);
        page.tab_to("dialog", "1Two groups in common");
        page.press(&[key::ENTER]);

        // A wrong prediction is reported, and the cell stays hidden until then.
        page.wait_for_focus("#lesson");
        assert_eq!(page.glyphs(&["ecs1 → ecs2"]), "?");
        guess(page, 0, "Incorrect.");
        assert_eq!(page.glyphs(&["ecs1 → ecs2"]), "✓");
        // The wrong switch: the first violating packet is described, and a key selects its cell.
        page.tab_to(&Page::switch("G3"), "Drop");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"goals 0/2".to_owned(), |page| page.text(".goals-met"));
        assert!(page.texts(".miss")[1].starts_with("ecs2 → ecs3: TCP 1 is blocked"));
        page.tab_to(".lesson li:nth-child(2)", "Show this packet");
        page.press(&[key::ENTER]);
        page.wait("the reason of that packet", |page| {
            page.reason().first()?.starts_with("✗ ecs2 → ecs3").then_some(())
        });
        page.press(&[key::CONTROL, 'z']);
        page.tab_to(&Page::switch("G2"), "Drop");
        page.press(&[key::ENTER]);
        read_and_go_on(page, "goals 2/2", "#lesson/isolate-a-group");

        guess(page, 0, "Correct.");
        page.tab_to(&Page::switch("G1"), "Drop");
        page.press(&[key::ENTER]);
        read_and_go_on(page, "goals 3/3", "#lesson/one-door");

        guess(page, 1, "Correct.");
        page.tab_to("#group-sg-bp1g1", "+ rule");
        page.press(&[key::ENTER]);
        page.wait_for_focus("[id$='-first']");
        // What to open is the task, so neither the port nor the source is filled in.
        page.tab_to("#group-sg-bp1g1 form", "Port range");
        page.retype("22/22");
        page.tab_to("#group-sg-bp1g1 form", "Source");
        page.retype("10.0.0.11/32");
        page.press(&[key::ENTER]);
        read_and_go_on(page, "goals 2/2", "#lesson/common-friend");

        // Completed lessons are stored for the next visit.
        page.go("/");
        page.wait_until_ready();
        page.tab_to("header", "Lessons");
        page.press(&[key::ENTER]);
        page.wait("three marks", |page| (page.all(".to-lesson.done").len() == 3).then_some(()));
    });
}

#[test]
fn a_link_opens_a_lesson_at_its_part_and_back_goes_back() {
    journey(&Setup::default(), "/#lesson/ping/3", |page| {
        page.wait("the reasons", |page| {
            (!page.all(".lesson .reasons li").is_empty()).then_some(())
        });
        assert!(page.text(".lesson-head").contains("Ping is not a port"));
        page.tab_to(".lesson", "Next lesson");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"#lesson/ipv6-visitors".to_owned(), fragment);
        page.run("history.back()");
        page.wait_to_read(&"#lesson/ping/3".to_owned(), fragment);
        page.wait("the lesson before", |page| {
            page.text(".lesson-head").contains("Ping is not a port").then_some(())
        });
    });
}
