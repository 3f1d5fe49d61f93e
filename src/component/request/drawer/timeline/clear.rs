//! Clearing the log.

use yew::prelude::*;

use crate::hooks::use_session;
use crate::state::Action;
use crate::text::timeline as text;

/// Clearing the log cannot be undone, so it takes two clicks.
#[component]
pub(crate) fn Clear() -> Html {
    let session = use_session();
    let asked = use_state_eq(|| false);
    let ask = |next: bool| {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(next))
    };
    if !*asked {
        return html! {
            <button type="button" class="link" id="clear-log-open" data-focus-fallback="clear-log-first" onclick={ask(true)}>{session.say(text::CLEAR)}</button>
        };
    }
    html! {
        <span class="confirm" role="group" data-focus-fallback="clear-log-open" aria-label={session.say(text::CLEAR)}>
            {session.say(text::CLEAR_ASK)}
            <button type="button" class="link danger" id="clear-log-first" onclick={session.on(Action::ClearLog)}>{session.say(text::CLEAR_YES)}</button>
            <button type="button" class="link" onclick={ask(false)}>{session.say(text::CLEAR_NO)}</button>
        </span>
    }
}
