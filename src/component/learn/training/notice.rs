//! The notice about a learner's record: what is kept, or what prevents it.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::notice::notice;
use crate::component::learn::training::learner::follow;
use crate::hooks::use_session;
use crate::platform;
use crate::state::{Action, TrainingEdit, TrainingNotice};
use crate::text::{chrome, training as text};

/// Properties of [`TrainingLine`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct TrainingLineProps {
    /// The notice.
    pub(crate) told: TrainingNotice,
}

/// The notice, with the way back to what was left.
#[component]
pub(crate) fn TrainingLine(props: &TrainingLineProps) -> Html {
    let session = use_session();
    let (said, reason) = match &props.told {
        TrainingNotice::Left(title, _) => {
            let kept = if platform::may_store() { text::LEFT } else { text::LEFT_GONE };
            (session.fill(kept, &[("title", title.get(session.language))]), None)
        }
        TrainingNotice::Denied => (session.say(text::TRAINING_DENIED).to_owned(), None),
        TrainingNotice::Full => (session.say(text::TRAINING_FULL).to_owned(), None),
        TrainingNotice::Newer(_) => (session.say(text::TRAINING_NEWER).to_owned(), None),
        TrainingNotice::Unread(reason) => {
            (session.say(text::TRAINING_UNREAD).to_owned(), Some(reason.clone()))
        }
    };
    let said = html! {
        <>
            {said}
            if let Some(reason) = reason {
                {session.gap()}<code translate="no">{reason}</code>
            }
        </>
    };
    let choices = match &props.told {
        TrainingNotice::Left(_, address) => html! {
            <button type="button" data-focus-fallback="lesson" onclick={follow(&session, address)}>{session.say(text::CONTINUE)}</button>
        },
        TrainingNotice::Denied
        | TrainingNotice::Full
        | TrainingNotice::Newer(_)
        | TrainingNotice::Unread(_) => Html::default(),
    };
    let hide = session.on(Action::Training(TrainingEdit::Hide));
    let cross = IconButton::cross(session.say(chrome::CLOSE), hide).fallback("open-examples");
    notice("training", Some("status"), said, choices, cross)
}
