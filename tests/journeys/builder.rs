//! A teacher makes a lesson by pointing at the matrix, takes it as a learner, and saves it.

use sg_core::lesson::Lesson;

use crate::browser::{Page, Setup, journey};

/// Selects a cell and makes it a goal.
fn point(page: &Page, from: &str, to: &str, button: &str) {
    let goals = page.all(".builder-goals > li").len();
    page.click(|page| page.cell(from, to));
    let selected = format!("Selected: {from} → {to}");
    page.wait_to_read(&true, |page| page.text(".builder-selected").contains(&selected));
    page.click_in(".builder", button);
    page.wait_to_read(&(goals + 1), |page| page.all(".builder-goals > li").len());
}

fn part(page: &Page, name: &str) {
    page.click_in(".builder .parts", name);
}

/// The saved file.
fn file(page: &Page) -> String {
    let script = "return decodeURIComponent(document.querySelector('#lesson-save').href.split(',').slice(1).join(','))";
    page.run(script).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_lesson_is_made_at_the_matrix_previewed_solved_explained_and_saved() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click(|page| page.find("#more"));
        page.click_in("#more-menu", "Lesson builder");
        page.wait_to_read(&"builder".to_owned(), Page::focused_id);
        point(page, "ecs1", "ecs2", "+ must be blocked");
        point(page, "ecs2", "ecs3", "+ must be allowed");
        page.screenshot("builder-goals");
        part(page, "Texts");
        page.fill(|page| page.find("#lesson-title-en"), "Keep ecs1 away");
        page.fill(
            |page| page.find("#lesson-task-en"),
            "Cut ecs1 off from ecs2.\nNothing else changes.",
        );
        part(page, "Hints");
        page.click(|page| page.find("#lesson-add-hint"));
        page.fill(|page| page.find("#lesson-hint-1-en"), "Look at the groups that both are in.");
        part(page, "Why");
        page.fill(|page| page.find("#lesson-why-en"), "Isolated members need a rule.");
        page.wait_to_read(&true, |page| page.text(".builder-verdict").contains("is valid"));
        page.click(|page| page.find("#builder-preview"));
        page.wait_to_read(&"lesson".to_owned(), Page::focused_id);
        page.wait_to_read(&true, |page| page.text(".lesson .task").contains("Cut ecs1 off"));
        page.screenshot("builder-preview");
        page.click_in(".lesson", "Skip the question");
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&true, |page| {
            page.text(".lesson .result").contains("All goals are met.")
        });
        page.click(|page| page.find("#preview-explain"));
        page.wait_for_focus("#lesson-reason-of-1-en");
        page.wait_to_read(&true, |page| {
            page.text(".builder-conditions").contains("G2 is set to Drop")
        });
        page.fill(|page| page.find("#lesson-reason-of-1-en"), "G2 isolates its members now.");
        // The page is as it was: the solution was the learner's.
        page.wait_to_read(&"Accept".to_owned(), |page| page.policy("G2"));
        part(page, "File");
        page.wait_to_read(&true, |page| Lesson::read(&file(page)).is_ok());
        let lesson = Lesson::read(&file(page)).unwrap();
        assert_eq!((lesson.id.as_str(), lesson.goals.len()), ("keep-ecs1-away", 2));
        assert_eq!((lesson.hints.len(), lesson.why.len()), (1, 2));
        assert!(lesson.why[0].when.is_empty() && !lesson.why[1].when.is_empty());
        page.screenshot("builder-file");
    });
}
