//! Links to lessons and examples: real ones, so that they open in another tab too.

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, LocationEdit, Opening};
use sg_core::share::Route;

/// The link to a lesson from its beginning.
pub(crate) fn to_lesson(id: &str) -> Route {
    Route::Lesson { id: id.to_owned(), step: None }
}

/// A link that opens a route in this page, or in another tab where that is asked for. Then the
/// focus goes to `focus`.
pub(crate) fn link(
    session: &Session,
    route: Route,
    class: Classes,
    focus: &'static str,
    said: Html,
) -> Html {
    let href = route.to_string();
    let session = session.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        if let Ok(opening) = Opening::by(route.clone()) {
            let open = LocationEdit::Open(Rc::new(opening), platform::env());
            session.dispatch.emit(Action::Location(open));
            platform::focus_soon(focus);
        }
    });
    html! { <a {class} {href} {onclick}>{said}</a> }
}
