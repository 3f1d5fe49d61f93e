//! An exercise from its link: a solution is shown, a reload resumes, and the next one opens.

use crate::browser::{Page, Setup, journey, key};

/// The part of the address after the `#`.
fn fragment(page: &Page) -> String {
    page.run("return location.hash").as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_link_opens_an_exercise_whose_solution_is_shown_and_kept() {
    journey(&Setup::default(), "/#exercise/3", |page| {
        page.wait("the task", |page| (!page.all(".lesson .goals li").is_empty()).then_some(()));
        assert!(page.text(".lesson-head").contains("Exercise 3"));
        page.tab_to(".lesson", "Show a solution");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"goals 1/1".to_owned(), |page| page.text(".goals-met"));
        page.wait("what it is about", |page| {
            page.texts(".lesson .misconception").pop()?.contains("A Deny rule blocks").then_some(())
        });
        // The record is stored after a pause.
        page.wait("the stored work", |page| {
            let stored = page.run("return localStorage['sgp.training'] || ''");
            stored.as_str().is_some_and(|own| own.contains("\"shown\":true")).then_some(())
        });
        page.run("window.before = true; location.reload()");
        page.wait("the page to be loaded again", |page| {
            (page.run("return window.before !== true") == true).then_some(())
        });
        page.wait_until_ready();
        page.wait_to_read(&"goals 1/1".to_owned(), |page| page.text(".goals-met"));
        page.tab_to(".lesson", "Next exercise");
        page.press(&[key::ENTER]);
        page.wait("another exercise", |page| {
            let there = fragment(page);
            (there.starts_with("#exercise/") && there != "#exercise/3").then_some(())
        });
        page.wait("its goals", |page| {
            page.text(".goals-met").starts_with("goals 0/").then_some(())
        });
    });
}
