//! A page opened at an address, in Chinese and with the dark colour scheme.

use std::rc::Rc;

use sg_core::language::Language;
use sg_playground::state::{Action, LocationEdit, Opening, State, Theme, View};
use sg_testing::environment::env;
use yew::Reducible;

/// The display settings of these pages.
pub(crate) fn view() -> View {
    View::new(Language::Zh, Theme::Dark)
}

/// Opens the page at a fragment.
pub(crate) fn at(fragment: &str) -> Rc<State> {
    Rc::new(State::opened(Opening::of(fragment), &view()))
}

/// Opens another fragment in the page.
pub(crate) fn go(state: &Rc<State>, fragment: &str) -> Rc<State> {
    let open = LocationEdit::Open(Rc::new(Opening::of(fragment)), env(7));
    Rc::clone(state).reduce(Action::Location(open))
}
