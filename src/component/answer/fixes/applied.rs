//! The applied fix: while it is the last thing done, its row offers to undo it.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::hooks::use_session;
use crate::state::Selection;
use sg_core::connectivity::{Intent, PacketChoice};
use sg_core::history::{Edit, History};
use sg_core::model::Scenario;

/// A fix and what it was found for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Applied {
    /// The scenario before it.
    pub(crate) before: Arc<Scenario>,
    /// What was offered then.
    pub(crate) intents: Vec<Intent>,
    /// What it is for.
    pub(crate) intent: Intent,
    /// Its edits.
    pub(crate) edits: Vec<Edit>,
}

/// The fix that was applied last, if nothing has been done since, and the callback that applies
/// one. It does so once, however often it is called before the page shows the effect.
#[hook]
pub(crate) fn use_applied(
    history: &Rc<History>,
    asked: (&Selection, PacketChoice),
) -> (Option<Applied>, Callback<Applied>) {
    let session = use_session();
    let asked = (asked.0.clone(), asked.1);
    let last = use_state(|| None::<(Applied, (Selection, PacketChoice))>);
    let done = use_mut_ref(|| None::<Rc<History>>);
    let applied = last.as_ref().filter(|(_, before)| *before == asked).map(|(own, _)| own.clone());
    let applied = applied.filter(|own| is_last(history, own));
    let apply = {
        let (setter, history) = (last.setter(), Rc::clone(history));
        Callback::from(move |own: Applied| {
            let before = done.replace(Some(Rc::clone(&history)));
            if !before.is_some_and(|before| Rc::ptr_eq(&before, &history)) {
                own.edits.iter().cloned().for_each(|edit| session.edit.emit(edit));
                setter.set(Some((own, asked.clone())));
            }
        })
    };
    (applied, apply)
}

/// Whether the last steps are those of a fix.
fn is_last(history: &History, own: &Applied) -> bool {
    let done = history.steps().get(..history.position()).unwrap_or_default();
    let Some(first) = done.len().checked_sub(own.edits.len()) else { return false };
    let steps = done.get(first..).unwrap_or_default();
    steps.iter().map(|step| &step.edit).eq(&own.edits) && *history.scenario_at(first) == own.before
}
