//! A page opened at an address, as a reader of Chinese with dark colours sees it.

use std::rc::Rc;

use sg_core::language::Language;
use sg_playground::state::{Action, LocationEdit, Opening, State, Theme, View};
use sg_testing::environment::env;
use yew::Reducible;

/// How that reader sees every page.
pub(crate) fn view() -> View {
    View::new(Language::Zh, Theme::Dark)
}

/// The page opened at the fragment of an address.
pub(crate) fn at(fragment: &str) -> Rc<State> {
    Rc::new(State::opened(Opening::of(fragment), &view()))
}

/// The page after another fragment was opened in it.
pub(crate) fn go(state: &Rc<State>, fragment: &str) -> Rc<State> {
    let open = LocationEdit::Open(Rc::new(Opening::of(fragment)), env(7));
    Rc::clone(state).reduce(Action::Location(open))
}
