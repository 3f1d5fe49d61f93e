//! What every component may reach: the language, and the two ways to act.

use yew::prelude::*;

use sg_core::history::Edit;
use sg_core::language::{Language, Text};
use sg_core::model::SecurityGroupId;

use super::platform;
use super::state::Action;

mod address;
mod autosave;
mod disclosure;
mod importing;
mod pending;
mod presentation;

pub use address::use_address;
pub use autosave::use_autosave;
pub use disclosure::{Disclosure, escape_to, use_disclosure, use_editor};
pub use importing::{Importing, Source, Stage, use_importing};
pub use pending::{Pending, use_pending};
pub use presentation::use_presentation;

/// The language and the two ways to act, given to every component of the page.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// The language of every text.
    pub language: Language,
    /// Changes the view or the request pane.
    pub dispatch: Callback<Action>,
    /// Does an edit, with the clock and the chance of this moment.
    pub edit: Callback<Edit>,
}

impl Session {
    /// A text in the page's language.
    pub const fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    /// A text in the page's language with its places filled.
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        text.fill(self.language, values)
    }

    /// What stands between two sentences in the page's language: Chinese needs no space.
    pub const fn gap(&self) -> &'static str {
        match self.language {
            Language::En => " ",
            Language::Zh => "",
        }
    }

    /// A callback that dispatches one action, whatever the event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        self.dispatch.reform(move |_: E| action.clone())
    }

    /// A callback that does several edits in their order, whatever the event.
    pub fn edit_all<E: 'static>(&self, edits: Vec<Edit>) -> Callback<E> {
        let edit = self.edit.clone();
        Callback::from(move |_: E| edits.iter().cloned().for_each(|one| edit.emit(one)))
    }

    /// A callback that does one edit, whatever the event.
    pub fn on_edit<E: 'static>(&self, edit: Edit) -> Callback<E> {
        self.edit.reform(move |_: E| edit.clone())
    }
}

/// The session of the page.
///
/// **Panics** in a component that is not inside [`App`](super::App) or a
/// `ContextProvider<Session>`.
#[hook]
#[expect(clippy::expect_used, reason = "the stated contract of the hook")]
pub fn use_session() -> Session {
    use_context::<Session>().expect("inside a ContextProvider<Session>")
}

/// The value of the input or select an event came from.
pub fn value_of(event: &Event) -> String {
    let input = event.target_dyn_into::<web_sys::HtmlInputElement>().map(|input| input.value());
    let select = || event.target_dyn_into::<web_sys::HtmlSelectElement>().map(|s| s.value());
    input.or_else(select).unwrap_or_default()
}

/// The text of the field an event came from.
pub fn text_of(event: &InputEvent) -> String {
    let line = event.target_dyn_into::<web_sys::HtmlInputElement>().map(|line| line.value());
    let area = || event.target_dyn_into::<web_sys::HtmlTextAreaElement>().map(|a| a.value());
    line.or_else(area).unwrap_or_default()
}

/// Scrolls the newest group into view when it has just been added.
#[hook]
pub fn use_reveal_of_new(groups: Vec<SecurityGroupId>) {
    let known = use_mut_ref(|| groups.len());
    use_effect_with(groups, move |groups| {
        if let Some(newest) = groups.last().filter(|_| *known.borrow() < groups.len()) {
            platform::reveal(&format!("group-{newest}"));
        }
        *known.borrow_mut() = groups.len();
    });
}

/// Scrolls a box to its end whenever it holds more than before.
#[hook]
pub fn use_scroll_to_end(id: &'static str, length: usize) {
    use_effect_with(length, move |_| platform::scroll_to_end(id));
}

/// Does something when the reader leaves the page, even to come back to it later.
#[hook]
pub fn use_page_hidden(leave: Callback<()>) {
    use_effect_with(leave, |leave| {
        let leave = leave.clone();
        let listener = platform::on_page_hide(move || leave.emit(()));
        move || drop(listener)
    });
}
