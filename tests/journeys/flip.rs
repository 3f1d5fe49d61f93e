//! The main journey: read the question, flip the switch, see who reaches whom, why, and by which
//! call.

use crate::browser::{Page, Setup, journey};
use crate::playground::FLIP_URL;

const PAIRS: [&str; 6] =
    ["ecs1 → ecs2", "ecs2 → ecs1", "ecs2 → ecs3", "ecs3 → ecs2", "ecs1 → ecs3", "ecs3 → ecs1"];

#[test]
fn flipping_the_accepting_group_cuts_the_pair_and_undo_joins_it_again() {
    journey(&Setup::default(), "/", |page| {
        let question = page.text(".question");
        assert!(question.contains("ecs1 and ecs2 share an isolated group."), "{question}");
        assert_eq!(page.glyphs(&PAIRS), "✓✓✓✓✗✗");
        assert!(page.matrix()["ecs1 → ecs2"].chosen, "the question's pair is chosen");
        assert_eq!([page.policy("G1"), page.policy("G2")], ["Drop", "Accept"]);
        let before = page.reason();
        assert!(page.deciding_step().contains("G2"), "the policy of G2 decides: {before:#?}");

        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&"✗✗✓✓✗✗".to_owned(), |page| page.glyphs(&PAIRS));
        let matrix = page.matrix();
        let changes: Vec<&str> = PAIRS.iter().map(|pair| matrix[*pair].change.as_str()).collect();
        assert_eq!(changes, ["−", "−", "", "", "", ""]);
        assert!(matrix["ecs1 → ecs2"].label.contains("closed"), "{matrix:#?}");
        assert_eq!(page.strip(), "After G2 → Drop: ecs1 → ecs2, ecs2 → ecs1 closed.");
        assert_eq!(page.url(), FLIP_URL);
        assert_eq!(page.outcome(), "returned 200 OK");
        assert_eq!(page.policy("G2"), "Drop");
        assert_eq!(page.all(".question").len(), 0, "the question is answered");
        let after = page.reason();
        assert_ne!(after, before);
        assert!(after[0].starts_with("✗ ecs1 → ecs2: every packet is blocked"), "{after:#?}");
        let step = page.deciding_step();
        assert!(step.contains("Ingress of ecs2") && step.contains("no rule matches"), "{step}");

        page.click_in("header", "↶ Undo");
        page.wait_to_read(&"✓✓✓✓✗✗".to_owned(), |page| page.glyphs(&PAIRS));
        assert_eq!(page.policy("G2"), "Accept");
        assert_eq!(page.reason(), before);
    });
}
