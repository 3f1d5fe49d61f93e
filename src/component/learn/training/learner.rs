//! The learner in the list of lessons: the name, what was left open, and how to begin anew.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::component::kit::text_field::TextField;
use crate::component::learn::lesson::words::said;
use crate::hooks::{Session, use_session, use_toggle, use_typed};
use crate::platform;
use crate::state::{Action, LocationEdit, Training, TrainingEdit};
use crate::text::training as text;
use sg_core::training::Visit;

/// Properties of [`LearnerPanel`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct LearnerPanelProps {
    /// The learner.
    pub(crate) training: Rc<Training>,
}

/// The panel. It names nobody but the learner whose progress is shown.
#[component]
pub(crate) fn LearnerPanel(props: &LearnerPanelProps) -> Html {
    let session = use_session();
    let learner = &props.training.learner;
    let typed = use_typed(|| learner.name.clone());
    let sure = use_toggle(false);
    let name = typed.trim().to_owned();
    let become_named = {
        let (dispatch, name) = (session.dispatch.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            // Otherwise submitting the form would reload the page.
            event.prevent_default();
            let learner = platform::learner_named(&name);
            dispatch.emit(Action::Training(TrainingEdit::Become(learner, platform::env())));
            platform::focus_soon("learner-name");
        })
    };
    let reset = {
        let (dispatch, closed) = (session.dispatch.clone(), sure.set(false));
        Callback::from(move |_: MouseEvent| {
            closed.emit(());
            dispatch.emit(Action::Training(TrainingEdit::Reset(platform::env())));
        })
    };
    let label = if name.is_empty() { text::CONTINUE_UNNAMED } else { text::CONTINUE_AS };
    html! {
        <section class="level learner" aria-labelledby="learner">
            <h3 id="learner">{session.say(text::LEARNER)}</h3>
            <p class="muted">{session.say(text::LEARNER_LEAD)}</p>
            <form class="builder-cell" onsubmit={become_named}>
                <TextField id="learner-name" label={text::YOUR_NAME} value={typed.value()} oninput={typed.set()} limit={Limit::NAME} />
                <button type="submit" disabled={name == learner.name}>{session.say(label)}</button>
                if !learner.name.is_empty() {
                    <span>{session.fill(text::NAMED_NOW, &[("name", &learner.name)])}</span>
                }
            </form>
            {left(&session, &learner.visits)}
            if sure.open {
                <p role="alert">
                    {session.say(text::RESET_SURE)}{" "}
                    <button type="button" id="reset-yes" data-focus-fallback="learner-name" onclick={reset}>{session.say(text::RESET_YES)}</button>{" "}
                    <button type="button" data-focus-fallback="reset" onclick={sure.on::<MouseEvent>()}>{session.say(text::RESET_NO)}</button>
                </p>
            } else {
                <p><button type="button" id="reset" class="link" data-focus-fallback="reset-yes" onclick={sure.on::<MouseEvent>()}>{session.say(text::RESET)}</button></p>
            }
        </section>
    }
}

/// What can be continued: the latest first.
fn left(session: &Session, visits: &[Visit]) -> Html {
    let open: Vec<&Visit> = visits.iter().rev().filter(|visit| visit.has_work()).take(5).collect();
    if open.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h4>{session.say(text::GO_ON_WITH)}</h4>
            <ul>{for open.into_iter().map(|visit| html! { <li key={visit.address.clone()}>{go_on(session, visit)}</li> })}</ul>
        </>
    }
}

fn go_on(session: &Session, visit: &Visit) -> Html {
    html! {
        <button type="button" class="link" data-focus-fallback="open-lessons" onclick={follow(session, &visit.address)}>{said(session, &visit.title)}</button>
    }
}

/// Opens a visit at the part and the step that were left.
pub(crate) fn follow(session: &Session, address: &str) -> Callback<MouseEvent> {
    let (dispatch, address) = (session.dispatch.clone(), address.to_owned());
    Callback::from(move |_: MouseEvent| {
        // A quiz without a series has no address of its own: its button leads back to its question.
        if address == "#quiz" {
            let next = crate::state::QuizEdit::Next(platform::env());
            return dispatch.emit(Action::Quiz(next));
        }
        let follow = LocationEdit::Follow(address.clone(), platform::env());
        dispatch.emit(Action::Location(follow));
    })
}
