//! The line at the head of a panel that is searched: what it holds, the field, how much is found.

use yew::prelude::*;

use crate::hooks::{text_of, use_session};
use sg_core::language::Text;

/// Properties of [`Search`].
#[derive(Properties, PartialEq)]
pub(crate) struct SearchProps {
    /// What the panel holds.
    pub(crate) lead: Text,
    /// The name of the field.
    pub(crate) label: Text,
    /// How much is found, in words.
    pub(crate) count: AttrValue,
    /// What is looked for.
    pub(crate) value: AttrValue,
    /// Hears what is looked for from now on.
    pub(crate) onsearch: Callback<String>,
    /// Hears of Enter.
    #[prop_or_default]
    pub(crate) onenter: Callback<()>,
}

/// The line. Typing searches at once.
#[component]
pub(crate) fn Search(props: &SearchProps) -> Html {
    let session = use_session();
    let oninput = props.onsearch.reform(|event: InputEvent| text_of(&event));
    // A form would load the page anew.
    let onsubmit = props.onenter.reform(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="search" role="search" {onsubmit}>
            <p class="muted">{session.say(props.lead)}</p>
            <input
                type="search"
                aria-label={session.say(props.label)}
                placeholder={session.say(props.label)}
                value={props.value.clone()}
                {oninput}
            />
            <span class="count" role="status">{props.count.clone()}</span>
        </form>
    }
}
