//! The search field of the left pane.

use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::hooks::{Session, Typed, escape_to};
use crate::platform::FIND_FIELD;
use crate::text::edit as text;

/// The field. Esc clears it; a second Esc reaches the page.
///
/// If there are only a `few` items to search, small screens hide the field.
pub(crate) fn find_field(session: &Session, find: &Typed, few: bool) -> Html {
    let empty = find.set().reform(|()| String::new());
    let onkeydown = (!find.is_empty()).then(|| escape_to(&empty));
    html! {
        <input
            type="search"
            maxlength={Limit::LINE}
            id={FIND_FIELD}
            class={classes!("find", (few && find.is_empty()).then_some("few"))}
            value={find.value()}
            placeholder={session.say(text::FIND_SHORT)}
            aria-label={session.say(text::FIND)}
            title={session.say(text::FIND)}
            aria-keyshortcuts="/"
            autocomplete="off"
            spellcheck="false"
            oninput={find.oninput()}
            {onkeydown}
        />
    }
}
