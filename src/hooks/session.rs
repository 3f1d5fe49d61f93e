//! The session: the language and the two ways to act.

use yew::prelude::*;

use crate::state::Action;
use sg_core::history::Edit;
use sg_core::language::{Language, Text};

/// The language and the two ways to act, provided to every component.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// The language of every text.
    pub language: Language,
    /// Changes the view or the request pane.
    pub dispatch: Callback<Action>,
    /// Performs an edit with the current time and fresh entropy.
    pub edit: Callback<Edit>,
}

impl Session {
    /// A session in which nothing has an effect, for markup outside the page.
    pub fn silent(language: Language) -> Self {
        Self { language, dispatch: Callback::noop(), edit: Callback::noop() }
    }

    /// A text in the page's language.
    pub const fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    /// A text in the page's language with its placeholders filled in.
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        text.fill(self.language, values)
    }

    /// The separator between two sentences in the page's language; Chinese needs no space.
    pub const fn gap(&self) -> &'static str {
        match self.language {
            Language::En => " ",
            Language::Zh => "",
        }
    }

    /// A callback that dispatches one action, ignoring the event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        self.dispatch.reform(move |_: E| action.clone())
    }

    /// A callback that performs several edits in order, ignoring the event.
    pub fn edit_all<E: 'static>(&self, edits: Vec<Edit>) -> Callback<E> {
        let edit = self.edit.clone();
        Callback::from(move |_: E| edits.iter().cloned().for_each(|one| edit.emit(one)))
    }

    /// A callback that performs one edit, ignoring the event.
    pub fn on_edit<E: 'static>(&self, edit: Edit) -> Callback<E> {
        self.edit.reform(move |_: E| edit.clone())
    }
}

/// The session of the page.
///
/// **Panics** in a component that is not inside [`App`](crate::App) or a
/// `ContextProvider<Session>`.
#[hook]
#[expect(clippy::expect_used, reason = "the documented contract of the hook")]
pub fn use_session() -> Session {
    use_context::<Session>().expect("inside a ContextProvider<Session>")
}
