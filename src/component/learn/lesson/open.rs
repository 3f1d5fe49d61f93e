//! Links to lessons and examples: real links, so they can be opened in a new tab.

use yew::prelude::*;

use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, LocationEdit};
use sg_core::share::Route;

/// A link to the beginning of a lesson.
pub(crate) fn to_lesson(id: &str) -> Route {
    Route::Lesson { id: id.to_owned(), step: None }
}

/// A link that opens a route in this page, unless a new tab is requested. Then `focus` gets the
/// focus.
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
        let follow = LocationEdit::Follow(route.to_string(), platform::env());
        session.dispatch.emit(Action::Location(follow));
        platform::focus_soon(focus);
    });
    html! { <a {class} {href} {onclick}>{said}</a> }
}
