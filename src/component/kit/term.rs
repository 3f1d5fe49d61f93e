//! A word that the glossary explains, one press away from its entry.

use yew::prelude::*;

use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, LocationEdit, OpenDialog};
use crate::text::reference as text;
use sg_core::language::Text;
use sg_core::lesson::Entry;

/// The word as a button that opens the glossary at an entry.
pub(crate) fn term(session: &Session, entry: Entry, word: Text) -> Html {
    let word = session.say(word);
    let title = session.fill(text::LOOK_UP, &[("term", word)]);
    let dispatch = session.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::Location(LocationEdit::Dialog(Some(OpenDialog::Glossary))));
        platform::focus_soon(entry.id());
    });
    html! {
        <button type="button" class="term-link" data-term={entry.name()} {title} aria-haspopup="dialog" {onclick}>{word}</button>
    }
}
