//! The autosave notice: what prevents saving, and what can be done about it.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::notice;
use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, AutosaveAction, AutosaveNotice, State, fetch_reading};
use crate::text::{chrome, storage as text};
use sg_core::language::Text;

/// The notice.
pub fn keep_line(session: &Session, state: &Rc<State>, told: &AutosaveNotice) -> Html {
    let (said, reason) = match told {
        AutosaveNotice::Denied => (text::DENIED, None),
        AutosaveNotice::Full => (text::FULL, None),
        AutosaveNotice::Unread(reason) => (text::UNREAD, Some(reason)),
        AutosaveNotice::Newer(_) => (text::NEWER, None),
        AutosaveNotice::WhenLeft => (text::WHEN_LEFT, None),
        AutosaveNotice::NotYet => (text::NOT_YET, None),
        AutosaveNotice::Elsewhere(_) => (text::ELSEWHERE, None),
    };
    let said = html! {
        <>
            <span class="glyph" aria-hidden="true">{"! "}</span>
            {session.say(said)}
            if let Some(reason) = reason {
                {session.gap()}<code translate="no">{reason.clone()}</code>
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
        AutosaveNotice::Denied
        | AutosaveNotice::Full
        | AutosaveNotice::WhenLeft
        | AutosaveNotice::NotYet
        | AutosaveNotice::Unread(_) => Html::default(),
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
    let dispatch = session.dispatch.clone();
    Callback::from(move |_| {
        let dispatch = dispatch.clone();
        spawn_local(async move {
            // Otherwise the notice stays, and with it the button.
            if fetch_reading().await.is_ok() {
                let taken = platform::saved_elsewhere().map(Rc::new);
                let take = taken.map(|saved| AutosaveAction::Take(saved, platform::env()));
                dispatch.emit(Action::Autosave(take.unwrap_or(AutosaveAction::Hide)));
            }
        });
    })
}

fn save_over(session: &Session, state: &Rc<State>) -> Callback<MouseEvent> {
    let state = Rc::clone(state);
    session.dispatch.reform(move |_| match platform::save_over(&state) {
        Some(notice) => Action::Autosave(AutosaveAction::Say(notice)),
        None => Action::Autosave(AutosaveAction::Hide),
    })
}
