//! Quizzes in the browser: by keyboard alone, through a link, embedded in a small window.

use crate::browser::{Page, Setup, journey, key};

fn fragment(page: &Page) -> String {
    page.run("return location.hash").as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_quiz_is_answered_with_the_keyboard_alone_and_the_next_one_follows() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.tab_to("header", "Quiz");
        page.press(&[key::ENTER]);
        page.find(".quiz-card");
        page.wait_to_read(&"quiz-question".to_owned(), Page::focused_id);
        let first = fragment(page);
        assert!(first.starts_with("#quiz/"), "{first}");
        // Nothing that would reveal the answer is present yet.
        assert_eq!(page.all(".why, .matrix, .path.pass, .path.fail").len(), 0);

        page.tab_to(".quiz-answers", "It gets through");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"quiz-told".to_owned(), Page::focused_id);
        page.find(".quiz-reveal .why");
        page.find(".quiz-score");

        page.tab_to(".quiz-reveal", "Next question");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"quiz-question".to_owned(), Page::focused_id);
        assert_ne!(fragment(page), first);
        page.run("history.back()");
        page.wait_to_read(&first, fragment);
    });
}

#[test]
fn a_link_opens_the_same_question_in_either_language() {
    journey(&Setup::default(), "/?lang=en#quiz/5", |page| {
        let question = page.text("#quiz-question");
        assert!(
            question.contains("jump (eni-bp1jump)") && question.contains("TCP 6379"),
            "{question}"
        );
        page.go("/?lang=zh#quiz/5");
        page.wait_until_ready();
        let question = page.text("#quiz-question");
        assert!(question.contains("TCP 6379") && question.contains("能通吗"), "{question}");
        page.click_in(".quiz-answers", "能通");
        page.wait_to_read(&true, |page| {
            page.text(".misconception").contains("安全组对整台实例生效")
        });
    });
}

#[test]
fn an_answered_scenario_opens_in_the_playground() {
    journey(&Setup::default(), "/?lang=en#quiz/11", |page| {
        page.click_in(".quiz-answers", "It is blocked");
        page.click_in(".quiz-reveal", "Open the scenario in the playground");
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["jump → app"]));
        assert_eq!(page.glyphs(&["app → jump"]), "✓");
    });
}
