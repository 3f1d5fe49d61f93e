//! The initial state of the page.

use std::rc::Rc;

use crate::platform::address::fragment;
use crate::platform::preference::{drawer_height, language, learned, theme};
use crate::platform::query::presentation;
use crate::platform::scenario::{left_page, note_saved_scenario};
use crate::state::{Opening, State, Theme, View};
use sg_core::language::Language;
use sg_core::share::Route;

/// The initial state: what the address asks for or else the saved scenario, in the selected
/// language and colour scheme.
pub fn initial_state() -> State {
    let language = language().unwrap_or(Language::En);
    let theme = theme().unwrap_or(Theme::System);
    let (drawer_height, learned) = (drawer_height(), learned());
    let presentation = Rc::new(presentation());
    let view = View { drawer_height, learned, presentation, ..View::new(language, theme) };
    let opening = Opening::of(&fragment());
    let intent = opening.route != Route::Start || opening.bad.is_some();
    let opened = || State::opened(opening, &view);
    if intent {
        note_saved_scenario();
        return opened();
    }
    left_page(opened, &view)
}
