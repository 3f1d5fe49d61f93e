//! The effect of an edit in one sentence: what it changed or would change.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::pairs::change_strip::sayer::Sayer;
use crate::component::words::edit::IN_WORDS;
use crate::derived::Reachability;
use crate::hooks::{Session, use_layout, use_seam, use_session};
use crate::platform;
use crate::state::Action;
use crate::text::{chrome, connectivity as text, lessons};
use sg_core::history::{Edit, History, Outcome, Step};

mod sayer;

/// Properties of [`ChangeStrip`].
#[derive(Properties, PartialEq, Eq)]
pub struct ChangeStripProps {
    /// The log, including the current scenario.
    pub history: Rc<History>,
    /// The changes.
    pub reachability: Rc<Reachability>,
    /// The previewed edit.
    pub preview: Option<Edit>,
}

/// Announced when an edit is done; a preview is not announced, since it changes with every pointer
/// move.
#[component]
pub fn ChangeStrip(props: &ChangeStripProps) -> Html {
    let session = use_session();
    // Even an effect on other pairs could tell the answer that is to be predicted.
    let hidden = props.reachability.hidden.is_some();
    let refuses =
        |step: &&Arc<Step>| matches!(step.outcome, Outcome::Refused(_) | Outcome::Impossible(_));
    // Opening another scenario is no edit: it has no effect to speak of.
    let last = props.history.last_edit().filter(|step| !hidden || refuses(step));
    let preview = props.preview.as_ref().filter(|_| !hidden);
    let refused = last.as_ref().is_some_and(refuses);
    let words = use_seam(&IN_WORDS, last.is_some() || preview.is_some());
    let said = Sayer {
        session: &session,
        history: &props.history,
        seen: &props.reachability,
        previews: props.preview.is_some(),
        words,
    };
    let preview = preview.map(|edit| said.preview(edit));
    let done = last.and_then(|step| said.done(step));
    let undo = last.is_some() && preview.is_none() && !refused;
    let compact = use_layout().is_compact();
    let hint = match (hidden, compact) {
        (true, _) => lessons::PREDICT_FIRST,
        (false, true) => text::HINT_SHORT,
        (false, false) => text::HINT,
    };
    let class = classes!("strip", last.map(|_| "told"), hidden.then_some("veiled"));
    html! {
        <div {class}>
            <p class={classes!("delta", (preview.is_none() && refused).then_some("refused"))}>
                <span aria-live="polite" class={classes!(preview.is_some().then_some("visually-hidden"))}>
                    {done.map(|said| told(&session, compact && !refused, said)).unwrap_or_default()}
                </span>
                if last.is_none() && preview.is_none() {
                    <span class="hint">{session.say(hint)}</span>
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

/// The sentence; where the cells may be out of sight, a button that leads to what changed.
fn told(session: &Session, leads: bool, said: String) -> Html {
    let onclick = Callback::from(|_: MouseEvent| platform::reveal_change());
    match leads {
        true => html! {
            <button type="button" class="to-change" title={session.say(text::TO_CHANGE)} {onclick}>{said}</button>
        },
        false => html! { {said} },
    }
}
