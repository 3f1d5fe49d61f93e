//! The initial state of the page.

use std::rc::Rc;

use crate::platform::address::fragment;
use crate::platform::memory::recall;
use crate::platform::preference::{drawer_height, language, learned, theme};
use crate::platform::query::presentation;
use crate::platform::scenario::{SCENARIO, left_page, note_saved_scenario, resumed_page};
use crate::platform::training::{LOAD_LEARNER, has_learner};
use crate::state::opening::OPENING;
use crate::state::{
    BEGUN, Opening, Slides, State, TRAINED, Theme, TrainingEdit, View, opens_by_reading,
};
use sg_core::language::Language;
use sg_core::share::Route;

/// Whether the initial state is read: from a link, or from what an earlier visit saved.
pub fn starts_by_reading() -> bool {
    opens_by_reading(&fragment()) || recall(SCENARIO).is_some() || has_learner()
}

/// The initial state: what the address asks for or else the saved scenario, in the selected
/// language and colour scheme.
pub fn initial_state() -> State {
    let state = state_of_address();
    let load = LOAD_LEARNER.get().filter(|_| has_learner());
    let Some((load, begun)) = load.zip(BEGUN.get()) else { return state };
    let (learner, notice) = load();
    let state = begun(state, learner);
    match (notice, TRAINED.get()) {
        (Some(notice), Some(trained)) => trained(&state, TrainingEdit::Say(notice)),
        _ => state,
    }
}

fn state_of_address() -> State {
    let language = language().unwrap_or(Language::En);
    let theme = theme().unwrap_or(Theme::System);
    let (drawer_height, learned) = (drawer_height(), learned());
    let presentation = Rc::new(presentation());
    let presenting = presentation.present.then_some(Slides::Page);
    let first = View::new(language, theme);
    let view = View { drawer_height, learned, presentation, presenting, ..first };
    let fragment = fragment();
    let read = || OPENING.get().map(|opening| opening(&fragment));
    let opening = Opening::plain(&fragment).or_else(read).unwrap_or_else(Opening::first);
    let intent = opening.route != Some(Route::Start) || opening.bad.is_some();
    if !intent {
        return left_page(|| State::opened(opening, &view), &view);
    }
    resumed_page(&opening, &view).unwrap_or_else(|| {
        note_saved_scenario();
        State::opened(opening, &view)
    })
}
