//! The autosave notice: what prevents saving, and what can be done about it.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::notice;
use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, AutosaveAction, AutosaveNotice, State};
use crate::text::{chrome, storage as text};
use sg_core::language::Text;

/// The notice.
pub fn keep_line(session: &Session, state: &Rc<State>, told: &AutosaveNotice) -> Html {
    let (said, reason) = match told {
        AutosaveNotice::Denied => (text::DENIED, None),
        AutosaveNotice::Full => (text::FULL, None),
        AutosaveNotice::Unread(reason) => (text::UNREAD, Some(reason)),
        AutosaveNotice::Newer(_) => (text::NEWER, None),
        AutosaveNotice::Elsewhere(_) => (text::ELSEWHERE, None),
    };
    let said = html! {
        <>
            <span class="glyph" aria-hidden="true">{"! "}</span>
            {session.say(said)}
            if let Some(reason) = reason {
                {" "}<code translate="no">{reason.clone()}</code>
            }
        </>
    };
    let choices = match told {
        AutosaveNotice::Elsewhere(_) => html! {
            <>
                {choice(session, text::TAKE, take(session))}
                {choice(session, text::MINE, save_over(session, state))}
            </>
        },
        AutosaveNotice::Newer(_) => choice(session, text::SAVE_ANYWAY, save_over(session, state)),
        AutosaveNotice::Denied | AutosaveNotice::Full | AutosaveNotice::Unread(_) => {
            Html::default()
        }
    };
    let hide = session.on(Action::Autosave(AutosaveAction::Hide));
    let cross = IconButton::cross(session.say(chrome::CLOSE), hide).fallback("open-examples");
    notice::notice("keep", Some("status"), said, choices, cross)
}

fn choice(session: &Session, name: Text, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" data-focus-fallback="open-examples" {onclick}>{session.say(name)}</button>
    }
}

fn take(session: &Session) -> Callback<MouseEvent> {
    session.dispatch.reform(|_| match platform::saved_elsewhere() {
        Some(saved) => Action::Autosave(AutosaveAction::Take(Rc::new(saved), platform::env())),
        None => Action::Autosave(AutosaveAction::Hide),
    })
}

fn save_over(session: &Session, state: &Rc<State>) -> Callback<MouseEvent> {
    let state = Rc::clone(state);
    session.dispatch.reform(move |_| match platform::save_over(&state) {
        Some(notice) => Action::Autosave(AutosaveAction::Say(notice)),
        None => Action::Autosave(AutosaveAction::Hide),
    })
}
