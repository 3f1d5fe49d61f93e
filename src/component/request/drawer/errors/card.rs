//! One documented error: its message, cause and remedy, and a call that triggers it.

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::{Session, use_presentation, use_session};
use crate::platform;
use crate::state::{Action, RequestEdit};
use crate::text::{embed, errors as text};
use sg_core::emulator::{Action as Operation, ApiError, ErrorRow, Reach};
use sg_core::error_example::{ErrorExample, error_example};
use sg_core::history::History;
use sg_core::language::{Segment, Text};

/// Properties of [`ErrorCard`].
#[derive(Properties, PartialEq)]
pub(crate) struct ErrorCardProps {
    /// The operation.
    pub(crate) action: Operation,
    /// The error.
    pub(crate) row: &'static ErrorRow,
    /// The error as raised by the call in the request pane, if it is.
    pub(crate) met: Option<ApiError>,
    /// The log, whose current scenario is used to trigger the error.
    pub(crate) history: Rc<History>,
}

/// The error example is computed on request, because some take a while to prepare.
#[component]
pub(crate) fn ErrorCard(props: &ErrorCardProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let ErrorCardProps { action, row, met, history } = props;
    // The edits made in preparation for the call, or the reason why there is no such call.
    let said = use_state_eq(Vec::<Text>::new);
    let show = {
        let (session, history, said) = (session.clone(), Rc::clone(history), said.clone());
        let (action, row) = (*action, *row);
        Callback::from(move |_: MouseEvent| {
            match error_example(action, row, &history, &platform::env()) {
                Ok(error_example)
                    if presentation.rejects(history.scenario(), &error_example.prepare) =>
                {
                    said.set(vec![embed::PREPARES_LOCKED]);
                }
                Ok(error_example) => {
                    said.set(error_example.preparation.clone());
                    load(&session, error_example);
                }
                Err(why) => said.set(vec![why]),
            }
        })
    };
    let never = match row.reach {
        Reach::Never(why) => Some(why),
        Reach::Reached => None,
    };
    let name = session.fill(text::SHOW_NAMED, &[("code", row.code)]);
    html! {
        <li class={classes!("card", met.is_some().then_some("hit"))} aria-current={met.is_some().to_string()}>
            <p class="card-head">
                <span class="http">{row.status}</span>
                <code translate="no">{row.code}</code>
                if met.is_some() {
                    <span class="tag bad">{"◀ "}{session.say(text::THIS_ONE)}</span>
                }
            </p>
            <p class="message" lang="en" translate="no">{row.message}</p>
            if let Some(error) = met.as_ref().filter(|_| row.is_template()) {
                <p class="muted">{our_words(&session, &error.message())}</p>
            }
            <p class="muted">{cause(&session, row)}</p>
            if let Some(why) = never {
                <p class="faint">{session.say(why)}</p>
            } else {
                <p class="card-foot">
                    <button type="button" class="apply" aria-label={name} onclick={show}>{session.say(text::SHOW)}</button>
                    <span class="muted" role="status">{for said.iter().map(|words| html! { <>{session.say(*words)}{session.gap()}</> })}</span>
                </p>
            }
        </li>
    }
}

/// The message that the emulator gives where the documents leave it open. It is never translated.
fn our_words(session: &Session, message: &str) -> Html {
    let part = |part: Segment<&str>| match part {
        Segment::Words(words) => html! { {words} },
        Segment::Value(message) => {
            html! { <span lang="en" translate="no">{message.to_owned()}</span> }
        }
    };
    let parts = text::OUR_WORDS.segments(session.language, &[("message", message)]);
    parts.into_iter().map(part).collect()
}

/// When the error occurs and, if known, how to resolve it.
fn cause(session: &Session, row: &ErrorRow) -> String {
    let cause = session.say(row.cause);
    row.cure.map_or_else(
        || cause.to_owned(),
        |cure| session.fill(text::CURED, &[("cause", cause), ("cure", session.say(cure))]),
    )
}

/// Performs the preparatory edits and loads the call into the request pane. The call is not sent:
/// its outcome is predicted like that of any call.
fn load(session: &Session, error_example: ErrorExample) {
    for edit in error_example.prepare {
        session.edit.emit(edit);
    }
    session.dispatch.emit(Action::Request(RequestEdit::Load(error_example.call)));
}
