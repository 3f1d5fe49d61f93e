//! Lesson texts as markup: code in backticks, and a language tag where it differs from the page's.

use yew::prelude::*;

use crate::hooks::Session;
use sg_core::lesson::course::Words;

/// The text in the page's language. If it exists only in the other language, it is tagged for
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
