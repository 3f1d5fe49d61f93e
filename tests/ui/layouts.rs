//! What the narrower layouts render: rows of groups, the first sentence of an answer, a lesson in
//! one line, a header whose actions are in the menu.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::{InnerAccessPolicy, SecurityGroupId};
use sg_playground::component::shell::header::Header;
use sg_playground::page::{Playground, PlaygroundProps};
use sg_playground::state::{Action, Opening, PageLayout, State, Theme, View};
use sg_testing::environment::env;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{draw, words};

const LAYOUTS: [PageLayout; 3] = [PageLayout::Wide, PageLayout::Columns, PageLayout::Phone];

fn laid_out(layout: PageLayout, language: Language, content: Html) -> String {
    draw(
        language,
        html! { <ContextProvider<PageLayout> context={layout}>{content}</ContextProvider<PageLayout>> },
    )
}

fn page(layout: PageLayout, state: &Rc<State>) -> String {
    let props = PlaygroundProps { state: Rc::clone(state), onsend: Callback::noop() };
    laid_out(layout, state.view.language, html! { <Playground ..props /> })
}

fn first(language: Language) -> Rc<State> {
    Rc::new(State::new(Arc::new(first_scenario()), View::new(language, Theme::System)))
}

fn lesson(fragment: &str) -> Rc<State> {
    let view = View::new(Language::En, Theme::Light);
    Rc::new(State::opened(Opening::of(fragment), &view))
}

#[test]
fn a_width_has_one_layout() {
    let at = PageLayout::of_width;
    assert_eq!(at(1_280.0), PageLayout::Wide);
    assert_eq!([at(960.0), at(959.9)], [PageLayout::Wide, PageLayout::Columns]);
    assert_eq!([at(600.0), at(599.9)], [PageLayout::Columns, PageLayout::Phone]);
    assert_eq!(at(0.0), PageLayout::Phone);
}

#[test]
fn groups_are_cards_where_there_is_room_and_rows_that_name_their_members_elsewhere() {
    for language in Language::ALL {
        let state = first(language);
        let wide = page(PageLayout::Wide, &state);
        assert_eq!(wide.matches("class=\"rules-area\"").count(), 3);
        for layout in [PageLayout::Columns, PageLayout::Phone] {
            let markup = page(layout, &state);
            assert_eq!(markup.matches("class=\"rules-area\"").count(), 0, "{layout:?}");
            let (comma, switch) = match language {
                Language::En => (", ", "Accept Drop"),
                Language::Zh => ("、", "Accept Drop"),
            };
            let said = words(&markup);
            let row = format!("ecs2{comma}ecs3 {switch}");
            assert!(said.contains(&row), "{layout:?}: `{row}` in {said}");
        }
    }
}

#[test]
fn only_the_first_sentence_of_an_answer_is_rendered_until_more_is_wanted() {
    for language in Language::ALL {
        // Until the question is answered, there is no answer to show.
        let state = first(language).reduce(Action::Guess(true));
        let verdicts = LAYOUTS.map(|layout| {
            let markup = page(layout, &state);
            let whole =
                ["class=\"steps\"", "class=\"around\"", "class=\"space\"", "class=\"regions\""];
            for part in whole {
                assert_eq!(markup.contains(part), layout == PageLayout::Wide, "{part}, {layout:?}");
            }
            assert_eq!(markup.contains("more-answer"), layout != PageLayout::Wide);
            let verdict = markup.split("class=\"verdict\"").nth(1).unwrap();
            words(&format!("<p{}", verdict.split("</p>").next().unwrap()))
        });
        assert_eq!(verdicts[0], verdicts[1], "the same sentence");
        assert_eq!(verdicts[1], verdicts[2]);
        // The key that searches for fixes shows them in every layout.
        let fixes = Rc::clone(&state).reduce(Action::Fixes(true));
        for layout in LAYOUTS {
            assert!(page(layout, &fixes).contains("id=\"find-fixes\""), "{layout:?}");
        }
    }
}

#[test]
fn a_lesson_is_one_line_while_the_learner_works_and_its_success_is_beside_the_matrix() {
    let state = lesson("#lesson/three-groups/2");
    let task = "ecs1 and ecs2 share two groups";
    assert!(words(&page(PageLayout::Wide, &state)).contains(task));
    let group = SecurityGroupId::parse("sg-bp1g2").unwrap();
    let drop = InnerAccessPolicy::Drop;
    let call = Call::modify_security_group_policy(state.scenario().region(), &group, drop);
    let solved = Rc::clone(&state).reduce(Action::Edit(Edit::Call(call), env(1)));
    for layout in [PageLayout::Columns, PageLayout::Phone] {
        let markup = page(layout, &state);
        assert!(!words(&markup).contains(task), "the task is folded");
        assert!(markup.contains("class=\"brief\"") && !markup.contains("class=\"solved\""));
        let markup = page(layout, &solved);
        assert!(markup.contains("class=\"brief\""), "nothing unfolds by itself");
        let solved = markup.split("class=\"solved\"").nth(1).unwrap();
        assert!(words(&format!("<p{solved}")).starts_with("✓ All goals are met."));
    }
    let wide = page(PageLayout::Wide, &solved);
    assert!(wide.contains("class=\"solved\""), "at every width it is said where the learner acts");
}

#[test]
fn every_action_of_the_header_is_there_once_in_every_layout() {
    let ids = [
        "open-examples",
        "open-lessons",
        "open-quiz",
        "open-import",
        "open-share",
        "open-export",
        "undo",
        "redo",
        "more",
        "open-statements",
        "open-glossary",
        "open-builder",
    ];
    for language in Language::ALL {
        let mut in_bar = Vec::new();
        for layout in LAYOUTS {
            let header = html! { <Header theme={Theme::System} can_undo=true can_redo=true shortcuts=false /> };
            let markup = laid_out(layout, language, header);
            let (bar, _) = markup.split_once("popover=\"auto\"").unwrap();
            for id in ids {
                assert_eq!(markup.matches(&format!("id=\"{id}\"")).count(), 1, "{id}, {layout:?}");
            }
            in_bar.push(ids.iter().filter(|id| bar.contains(&format!("id=\"{id}\""))).count());
        }
        assert_eq!(in_bar, [9, 6, 2], "fewer and fewer have room in one line");
    }
}
