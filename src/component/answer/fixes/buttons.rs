//! The buttons of a fix: apply it, and undo it in its place.

use yew::prelude::*;

use crate::hooks::Session;
use crate::state::Action;
use crate::text::{chrome, fix as text};

/// Applies a fix.
pub(crate) fn apply(
    session: &Session,
    name: &str,
    disabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    let label = session.fill(text::APPLY_NAMED, &[("fix", name)]);
    html! {
        <button type="button" class="apply" aria-label={label} data-focus-fallback="fix-applied" {disabled} {onclick}>{session.say(text::APPLY)}</button>
    }
}

/// Goes back to the position before the fix.
pub(crate) fn undo(session: &Session, position: usize) -> Html {
    let onclick = once(session.on(Action::Scrub(position)));
    html! {
        <span class="applied">
            <span class="ok" aria-hidden="true">{"✓ "}</span>{session.say(text::APPLIED)}{" · "}
            <button type="button" class="link" {onclick}>{session.say(chrome::UNDO)}</button>
        </span>
    }
}

/// Ignores the second click of a double click, which may meet a button that has just appeared under
/// the pointer.
pub(crate) fn once(then: Callback<()>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if event.detail() < 2 {
            then.emit(());
        }
    })
}
