//! The header of a searchable panel: a summary, the search field and the number of matches.

use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::hooks::{text_of, use_session};
use sg_core::language::Text;

/// Properties of [`Search`].
#[derive(Properties, PartialEq)]
pub(crate) struct SearchProps {
    /// A summary of the panel's content.
    pub(crate) lead: Text,
    /// The label of the field.
    pub(crate) label: Text,
    /// The number of matches, as text.
    pub(crate) count: AttrValue,
    /// The search text.
    pub(crate) value: AttrValue,
    /// Called with the new search text.
    pub(crate) onsearch: Callback<String>,
    /// Called on Enter.
    #[prop_or_default]
    pub(crate) onenter: Callback<()>,
}

/// The search line. It filters on every keystroke.
#[component]
pub(crate) fn Search(props: &SearchProps) -> Html {
    let session = use_session();
    let oninput = props.onsearch.reform(|event: InputEvent| text_of(&event));
    // Submitting a form would reload the page.
    let onsubmit = props.onenter.reform(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="search" role="search" {onsubmit}>
            <p class="muted">{session.say(props.lead)}</p>
            <input
                type="search"
                maxlength={Limit::LINE}
                aria-label={session.say(props.label)}
                placeholder={session.say(props.label)}
                value={props.value.clone()}
                {oninput}
            />
            <span class="count" role="status">{props.count.clone()}</span>
        </form>
    }
}
