//! What the parts of the lesson builder share.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::hooks::Session;
use crate::state::{Action, BuilderTab, LocationEdit, View};
use crate::text::builder as text;
use sg_core::language::Text;
use sg_core::lesson::Draft;
use sg_core::lesson::course::wire::QuestionWire;
use sg_core::model::Scenario;

/// A lesson that is being made.
pub(crate) struct Making<'a> {
    pub(crate) session: &'a Session,
    pub(crate) scenario: &'a Arc<Scenario>,
    pub(crate) draft: &'a Rc<Draft>,
    pub(crate) view: &'a View,
}

impl Making<'_> {
    /// A callback that changes the draft.
    pub(crate) fn change<E: 'static>(
        &self,
        change: impl Fn(&mut Draft, E) + 'static,
    ) -> Callback<E> {
        let (draft, dispatch) = (Rc::clone(self.draft), self.session.dispatch.clone());
        Callback::from(move |event: E| {
            let mut draft = Draft::clone(&draft);
            change(&mut draft, event);
            dispatch.emit(Action::Location(LocationEdit::Draft(Rc::new(draft))));
        })
    }

    /// A callback that changes the author's own question.
    pub(crate) fn ask<E: 'static>(
        &self,
        change: impl Fn(&mut QuestionWire, E) + 'static,
    ) -> Callback<E> {
        self.change(move |draft: &mut Draft, event: E| {
            if let Some(question) = &mut draft.question {
                change(question, event);
            }
        })
    }
}

/// The name of a part.
pub(crate) const fn name_of(tab: BuilderTab) -> Text {
    match tab {
        BuilderTab::Goals => text::TAB_GOALS,
        BuilderTab::Texts => text::TAB_TEXTS,
        BuilderTab::Question => text::TAB_QUESTION,
        BuilderTab::Hints => text::TAB_HINTS,
        BuilderTab::Why => text::TAB_WHY,
        BuilderTab::File => text::TAB_FILE,
    }
}
