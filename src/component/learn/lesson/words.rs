//! A text of a lesson in the page: code between backticks, and its language where it is another.

use yew::prelude::*;

use crate::hooks::Session;
use sg_core::lesson::course::Words;

/// The text in the page's language. Where it is written in the other one alone, it says so to
/// screen readers.
pub(crate) fn said(session: &Session, words: &Words) -> Html {
    let language = words.language(session.language);
    let parts = words.get(session.language).split('`').enumerate();
    let parts = parts.map(|(place, part)| match place % 2 {
        0 => html! { {part.to_owned()} },
        _ => html! { <code translate="no">{part.to_owned()}</code> },
    });
    let tag = (language != session.language).then(|| language.tag());
    html! { <span lang={tag}>{for parts}</span> }
}
