//! The effect of an edit in one sentence: what it changed or would change.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::words::edit::{counts, describe, refusal_line};
use crate::derived::Reachability;
use crate::hooks::{Session, use_session};
use crate::state::Action;
use crate::text::{chrome, connectivity as text};
use sg_core::history::{Edit, Outcome, Refusal, Step};
use sg_core::language::Text;
use sg_core::model::Scenario;

/// Properties of [`ChangeStrip`].
#[derive(Properties, PartialEq, Eq)]
pub struct ChangeStripProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The changes.
    pub reachability: Rc<Reachability>,
    /// The previewed edit.
    pub preview: Option<Edit>,
    /// The last step.
    pub last: Option<Arc<Step>>,
}

/// Announced when an edit is done; a preview is not announced, since it changes with every pointer
/// move.
#[component]
pub fn ChangeStrip(props: &ChangeStripProps) -> Html {
    let session = use_session();
    let preview = props.preview.as_ref().map(|edit| preview_sentence(&session, props, edit));
    let done = props.last.as_deref().map(|step| done_sentence(&session, props, step));
    let refused = matches!(
        props.last.as_deref().map(|s| &s.outcome),
        Some(Outcome::Refused(_) | Outcome::Impossible(_))
    );
    let undo = props.last.is_some() && preview.is_none() && !refused;
    html! {
        <div class="strip">
            <p class={classes!("delta", (preview.is_none() && refused).then_some("refused"))}>
                <span aria-live="polite" class={classes!(preview.is_some().then_some("visually-hidden"))}>
                    {done.unwrap_or_default()}
                </span>
                if props.last.is_none() && preview.is_none() {
                    <span class="hint">{session.say(text::HINT)}</span>
                }
                if let Some(preview) = preview {
                    <span aria-hidden="true">{preview}</span>
                }
            </p>
            if undo {
                <button type="button" class="link" onclick={session.on(Action::Undo)}>{session.say(chrome::UNDO)}</button>
            }
        </div>
    }
}

fn preview_sentence(session: &Session, props: &ChangeStripProps, edit: &Edit) -> String {
    let edit = describe(session, &props.scenario, edit);
    if let Some(refusal) = &props.reachability.refusal {
        let error = refusal_line(session, refusal);
        return session.fill(text::WOULD_BE_REFUSED, &[("edit", &edit), ("error", &error)]);
    }
    if let Some(many) = uncompared(session, props, text::WOULD_TOUCH_MANY) {
        return session.fill(text::SAY_EDIT, &[("edit", &edit), ("said", &many)]);
    }
    match counts(session, &props.scenario, &props.reachability.changes) {
        Some(changes) => session.fill(text::WOULD, &[("edit", &edit), ("changes", &changes)]),
        None => {
            let said = session.say(text::WOULD_NOT_CHANGE);
            session.fill(text::SAY_EDIT, &[("edit", &edit), ("said", said)])
        }
    }
}

fn done_sentence(session: &Session, props: &ChangeStripProps, step: &Step) -> String {
    let edit = describe(session, &props.scenario, &step.edit);
    let refused = |refusal: &Refusal| {
        let error = refusal_line(session, refusal);
        session.fill(text::WAS_REFUSED, &[("edit", &edit), ("error", &error)])
    };
    match &step.outcome {
        Outcome::Refused(error) => refused(&Refusal::Api(error.clone())),
        Outcome::Impossible(error) => refused(&Refusal::Topology(error.clone())),
        Outcome::Replied(_) | Outcome::Done => {
            if let Some(many) = uncompared(session, props, text::TOUCHED_MANY) {
                return session.fill(text::SAY_EDIT, &[("edit", &edit), ("said", &many)]);
            }
            match counts(session, &props.scenario, &props.reachability.changes)
                .filter(|_| props.preview.is_none())
            {
                Some(changes) => {
                    session.fill(text::AFTER, &[("edit", &edit), ("changes", &changes)])
                }
                None => {
                    let said = session.say(text::NO_CHANGE);
                    session.fill(text::SAY_EDIT, &[("edit", &edit), ("said", said)])
                }
            }
        }
    }
}

/// Says that an edit affects more pairs than were compared, and where its changes are shown.
fn uncompared(session: &Session, props: &ChangeStripProps, text: Text) -> Option<String> {
    let count = props.reachability.uncompared;
    (count > 0).then(|| session.fill(text, &[("count", &count.to_string())]))
}
