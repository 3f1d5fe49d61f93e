//! The main journey: read the question, flip the switch, see who reaches whom, why, and through
//! which call.

use crate::browser::{Page, Setup, journey};
use crate::playground::FLIP_URL;

const PAIRS: [&str; 6] =
    ["ecs1 → ecs2", "ecs2 → ecs1", "ecs2 → ecs3", "ecs3 → ecs2", "ecs1 → ecs3", "ecs3 → ecs1"];

#[test]
fn flipping_the_accepting_group_cuts_the_pair_and_undo_joins_it_again() {
    journey(&Setup::default(), "/", |page| {
        let question = page.text(".question");
        assert!(question.contains("ecs1 and ecs2 share an isolated group."), "{question}");
        assert_eq!(page.glyphs(&PAIRS), "??✓✓✗✗");
        page.answer_question();
        assert_eq!(page.glyphs(&PAIRS), "✓✓✓✓✗✗");
        assert!(page.matrix()["ecs1 → ecs2"].chosen, "the question's pair is selected");
        assert_eq!([page.policy("G1"), page.policy("G2")], ["Drop", "Accept"]);
        let before = page.reason();
        assert!(page.deciding_step().contains("G2"), "the policy of G2 decides: {before:#?}");

        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&"✗✗✓✓✗✗".to_owned(), |page| page.glyphs(&PAIRS));
        let matrix = page.matrix();
        let changes: Vec<&str> = PAIRS.iter().map(|pair| matrix[*pair].change.as_str()).collect();
        assert_eq!(changes, ["−", "−", "", "", "", ""]);
        assert!(matrix["ecs1 → ecs2"].label.contains("blocked"), "{matrix:#?}");
        assert_eq!(page.strip(), "After “G2 → Drop”: blocked ecs1 ↔ ecs2.");
        assert_eq!(page.url(), FLIP_URL);
        assert_eq!(page.outcome(), "returned 200 OK");
        assert_eq!(page.policy("G2"), "Drop");
        let answer = page.text(".question");
        assert!(!answer.is_empty() && answer != question, "the question is answered: {answer}");
        let after = page.reason();
        assert_ne!(after, before);
        assert!(after[0].starts_with("✗ ecs1 → ecs2: all traffic is blocked"), "{after:#?}");
        let step = page.deciding_step();
        assert!(step.contains("ecs2 inbound") && step.contains("no rule matches"), "{step}");

        page.click_in("header", "↶ Undo");
        page.wait_to_read(&"✓✓✓✓✗✗".to_owned(), |page| page.glyphs(&PAIRS));
        assert_eq!(page.policy("G2"), "Accept");
        assert_eq!(page.reason(), before);
    });
}

#[test]
fn two_members_of_one_isolated_group_do_not_reach_each_other() {
    journey(&Setup::default(), "/", |page| {
        // The second documented case is the first without G2's members: ecs1 and ecs2 share only
        // G1, which isolates; ecs2 and ecs3 share G3, which connects; ecs1 and ecs3 share no group.
        page.click_in("#group-sg-bp1g2", "Remove ecs1 from G2");
        page.wait_to_read(&"✗✗✓✓✗✗".to_owned(), |page| page.glyphs(&PAIRS));
        let url = page.url();
        assert!(
            url.contains("?Action=LeaveSecurityGroup&") && url.contains("=i-bp1ecs1&"),
            "{url}"
        );
        assert_eq!(page.outcome(), "returned 200 OK");
        page.click_in("#group-sg-bp1g2", "Remove ecs2 from G2");
        page.wait("G2 without members", |page| {
            page.text("#group-sg-bp1g2 .members").starts_with("no members").then_some(())
        });
        assert_eq!(page.glyphs(&PAIRS), "✗✗✓✓✗✗");
        assert!(page.strip().ends_with("Nothing changes for any packet."), "{}", page.strip());
        assert!(page.reason()[0].starts_with("✗ ecs1 → ecs2"), "{:#?}", page.reason());
        page.click(|page| page.cell("ecs2", "ecs3"));
        page.wait("why ecs2 reaches ecs3", |page| {
            page.deciding_step().contains("G3").then_some(())
        });
        page.click(|page| page.cell("ecs1", "ecs3"));
        page.wait("why ecs1 does not reach ecs3", |page| {
            page.reason()[0].starts_with("✗ ecs1 → ecs3").then_some(())
        });
        // Undoing both steps returns to the first case.
        page.click_in("header", "↶ Undo");
        page.click_in("header", "↶ Undo");
        page.wait_to_read(&"✓✓✓✓✗✗".to_owned(), |page| page.glyphs(&PAIRS));
    });
}

#[test]
fn pointing_at_the_switch_shows_what_it_would_change_and_does_nothing() {
    journey(&Setup::default(), "/", |page| {
        page.answer_question();
        page.point_at(|page| page.button_in(&Page::switch("G2"), "Drop"));
        let foreseen = "“G2 → Drop” would have this effect: blocked ecs1 ↔ ecs2.".to_owned();
        page.wait_to_read(&foreseen, Page::strip);
        assert_eq!(page.glyphs(&PAIRS), "✓✓✓✓✗✗", "the matrix shows the current scenario");
        assert_eq!(page.matrix()["ecs1 → ecs2"].change, "−", "and marks the predicted changes");
        assert_eq!(page.url(), FLIP_URL);
        assert_eq!(page.outcome(), "would return 200 OK");
        page.rest_pointer();
        page.wait("the preview to end", |page| {
            page.matrix().values().all(|cell| cell.change.is_empty()).then_some(())
        });
        assert_eq!(page.policy("G2"), "Accept");
        page.button_in(".request", "Timeline 0");
    });
}

#[test]
fn pointing_moves_nothing_away_from_under_the_pointer() {
    let places = "return [...document.querySelectorAll('article.group .seg, .bottom')]
        .map((element) => Math.round(element.getBoundingClientRect().top))";
    journey(&Setup::default(), "/", |page| {
        for language in ["en", "zh"] {
            // Use an example, because without a fragment the page restores the work done in the
            // previous language.
            page.go(&format!("/?lang={language}#ex/three-groups"));
            page.wait_until_ready();
            page.rest_pointer();
            page.click(|page| page.all(".pane.groups .pane-head button")[0].clone());
            page.choose(|page| page.find(".pane.groups form select"), "enterprise");
            page.click(|page| page.find(".pane.groups form [type=submit]"));
            page.wait("four groups", |page| (page.all("article.group").len() == 4).then_some(()));
            for card in page.all("article.group") {
                page.rest_pointer();
                let script = "return [...arguments[0].querySelectorAll('.seg button')]
                    .filter((button) => button.ariaPressed === 'false')";
                let other = |page: &Page| page.elements(script, &[card.to_json()])[0].clone();
                page.run_with(
                    "arguments[0].scrollIntoView({ block: 'center' })",
                    &[card.to_json()],
                );
                let before = page.run(places);
                page.point_at(other);
                page.wait("the preview", |page| page.outcome().contains(' ').then_some(()));
                page.wait("the preview", |page| {
                    let will = page.outcome();
                    (will.starts_with("would return") || will.starts_with("将返回")).then_some(())
                });
                assert_eq!(page.run(places), before, "{language}: {}", page.outcome());
            }
        }
    });
}
