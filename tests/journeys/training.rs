//! An hour with a class: a course is built, three learners take it in browsers of their own, one of them
//! with a misconception and one with a reload in the middle, and their codes become a table.

use std::cell::RefCell;

use sg_core::language::Language;
use sg_core::quiz::{Misconception, Quiz};

use crate::browser::{Page, Setup, journey, key};

fn fragment(page: &Page) -> String {
    page.run("return location.hash").as_str().unwrap_or_default().to_owned()
}

/// The misconception that one of the learners has.
const HELD: Misconception = Misconception::TopToBottom;

/// Three questions that it gets wrong.
fn seeds() -> [u64; 3] {
    [0, 1, 2].map(|round| Quiz::seed(HELD, round))
}

/// Builds a course with five parts and returns its link.
fn build() -> String {
    let link = RefCell::new(String::new());
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click(|page| page.find("#more"));
        page.click_in("#more-menu", "Course builder");
        let part = |page: &Page, count: usize| {
            page.wait_to_read(&count, |page| page.all(".course-parts > li").len());
        };
        page.fill(|page| page.find("#course-title-en"), "An hour");
        page.fill(|page| page.find("#course-part-en"), "Welcome to the course.");
        page.click_in(".course-builder", "+ text");
        part(page, 1);
        page.click_in(".course-builder", "+ lesson");
        part(page, 2);
        let numbers = seeds().map(|seed| seed.to_string()).join(", ");
        page.fill(|page| page.find("#course-part-quiz"), &numbers);
        page.click_in(".course-builder", "+ quiz");
        part(page, 3);
        page.choose(|page| page.find("#course-part-example"), "ping");
        page.click_in(".course-builder", "+ example");
        part(page, 4);
        page.choose(|page| page.find("#course-part-lesson"), "isolate-a-group");
        page.click_in(".course-builder", "+ lesson");
        part(page, 5);
        page.wait_to_read(&true, |page| {
            page.text(".course-builder").contains("The course is valid.")
        });
        // The draft survives a reload.
        page.wait("the draft to be kept", |page| {
            let kept = page.run("return localStorage.getItem('sgp.training')");
            kept.as_str()?.contains("isolate-a-group").then_some(())
        });
        reload(page);
        page.click(|page| page.find("#more"));
        page.click_in("#more-menu", "Course builder");
        part(page, 5);
        page.click(|page| page.find("#course-try"));
        page.wait_to_read(&"An hour".to_owned(), |page| page.text("#course-page"));
        let opened = fragment(page);
        assert!(opened.starts_with("#course/v1/"), "{opened}");
        link.replace(opened);
    });
    link.into_inner()
}

fn reload(page: &Page) {
    page.run("window.before = true; location.reload()");
    page.wait("another page", |page| {
        (page.run("return window.before === true") == false).then_some(())
    });
    page.wait_until_ready();
}

/// Whether an element is within the window.
fn in_sight(page: &Page, selector: &str) -> bool {
    let script = format!(
        "const box = document.querySelector('{selector}').getBoundingClientRect();
         return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth"
    );
    page.run(&script) == true
}

/// Solves a lesson by one switch; success stands where the learner looks.
fn solve(page: &Page, group: &str) {
    page.wait_for_focus("#lesson");
    page.click_in(&Page::switch(group), "Drop");
    page.find(".solved .next-part");
    page.wait_to_read(&true, |page| in_sight(page, ".solved"));
    page.click(|page| page.find(".solved .next-part"));
}

/// Takes the course and returns what is handed in.
fn take(link: &str, name: &str, believes: bool, reloads: bool, size: (u32, u32)) -> String {
    let handed_in = RefCell::new(String::new());
    let setup = Setup { size, ..Setup::default() };
    journey(&setup, &format!("/?lang=en{link}"), |page| {
        page.wait_to_read(&"An hour".to_owned(), |page| page.text("#course-page"));
        page.tab_to(".course-bar", "Next part");
        page.press(&[key::ENTER]);
        solve(page, "G2");
        for (place, seed) in (1..).zip(seeds()) {
            let number = format!("Question {place} of 3");
            page.wait_to_read(&true, |page| page.text(".quiz-head").contains(&number));
            if reloads && place == 2 {
                page.wait("the first answer to be kept", |page| {
                    let kept = page.run("return localStorage.getItem('sgp.training')");
                    kept.as_str()?.contains(&format!("\"open\":{seed}")).then_some(())
                });
                reload(page);
                page.wait_to_read(&true, |page| page.text(".quiz-head").contains(&number));
            }
            let works = Quiz::of(seed).unwrap().works() != believes;
            let answer = if works { "#quiz-works" } else { "#quiz-blocked" };
            page.click(|page| page.find(answer));
            let next = if place == 3 { "Next part" } else { "Next question" };
            page.click_in(".quiz-reveal", next);
        }
        // A phone shows the open part alone.
        page.wait_to_read(&true, |page| {
            let done = page.run("return document.querySelectorAll('.course-dots .done').length");
            done.as_u64() >= Some(3)
        });
        page.tab_to(".course-bar", "Next part");
        page.press(&[key::ENTER]);
        solve(page, "G1");
        page.wait_to_read(&"End of the course".to_owned(), |page| page.text("#course-page"));
        page.wait_to_read(&true, |page| page.text(".quiz-result").contains("All parts are done."));
        let correction = HELD.explanation().correction.get(Language::En);
        assert_eq!(page.text(".quiz-result").contains(correction), believes);
        page.fill(|page| page.find("#hand-in-name"), name);
        let wanted = format!("{name}: An hour: 2 of 2 lessons solved");
        page.wait_to_read(&true, |page| page.text(".result-line").starts_with(&wanted));
        let line = page.text(".result-line");
        page.screenshot(&format!("course-end-{}", size.0));
        let code = page.run("return document.querySelector('#result-code').value");
        handed_in.replace(format!("{line}\n{}\n", code.as_str().unwrap()));
    });
    handed_in.into_inner()
}

#[test]
fn a_class_takes_a_course_and_hands_in_its_results() {
    let link = build();
    let codes = [
        take(&link, "Ann", false, false, (1280, 800)),
        take(&link, "Bob", true, true, (760, 440)),
        take(&link, "Cleo", false, false, (360, 740)),
    ];
    journey(&Setup::default(), "/?lang=en#result", |page| {
        page.fill(|page| page.find("#result-codes"), &codes.concat());
        page.wait_to_read(&3, |page| page.all(".class-table tbody tr").len());
        assert_eq!(page.texts(".class-table tbody th"), ["Ann", "Bob", "Cleo"]);
        let rows = page.texts(".class-table tbody tr");
        let name = HELD.explanation().name.get(Language::En);
        let held: Vec<bool> = rows.iter().map(|row| row.contains(name)).collect();
        assert_eq!(held, [false, true, false], "{rows:?}");
        assert!(rows.iter().all(|row| row.contains("2 of 2")), "{rows:?}");
        let told = page.text(".results");
        assert!(told.contains("Learners: 1 of 3."), "{told}");
        page.screenshot("class-table");
    });
}
