//! The button that opens an empty scenario.

use yew::prelude::*;

use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, LocationEdit};
use crate::text::links as text;
use sg_core::language::Text;
use sg_core::share::Route;

/// A button that opens an empty scenario. What was there before is one step back in the browser's
/// history. `menu` is the menu that it is in, which it closes.
pub(crate) fn new_scenario(
    session: &Session,
    id: &'static str,
    name: Text,
    menu: Option<&'static str>,
) -> Html {
    let dispatch = session.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let follow = LocationEdit::Follow(Route::New.to_string(), platform::env());
        dispatch.emit(Action::Location(follow));
        platform::focus_soon("new-group-open");
    });
    html! {
        <button
            type="button"
            {id}
            popovertarget={menu}
            popovertargetaction={menu.map(|_| "hide")}
            aria-label={session.say(text::NEW_SCENARIO)}
            title={session.say(text::NEW_TITLE)}
            {onclick}
        >
            {session.say(name)}
        </button>
    }
}
