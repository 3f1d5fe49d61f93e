//! The keys of a presented page: those that a clicker sends, the pointer, and the way out.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::hooks::local::Toggle;
use crate::hooks::session::Session;
use crate::platform;
use crate::state::{Action, State};

/// Listens while the page is presented. Keys that a field or the matrix takes are left to it.
#[hook]
pub fn use_clicker(session: &Session, state: &Rc<State>, light: &Toggle) {
    let dispatch = session.dispatch.clone();
    use_effect_with((Rc::clone(state), light.clone()), move |(state, light)| {
        let (state, light) = (Rc::clone(state), light.on::<()>());
        let options = EventListenerOptions::enable_prevent_default();
        let listener = platform::root_target().map(|target| {
            EventListener::new_with_options(&target, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
                if pressed(event, &state, &dispatch, &light) {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

/// Handles a key; returns whether it did something.
fn pressed(
    event: &web_sys::KeyboardEvent,
    state: &State,
    dispatch: &Callback<Action>,
    light: &Callback<()>,
) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    let taken = event.default_prevented() || platform::takes_arrows(event);
    let view = &state.view;
    // What is open above the page is closed first, by the page's own keys.
    let above = state.location.dialog.is_some() || view.shortcuts;
    if modified || above {
        return false;
    }
    let turn = |forward: bool| {
        let turns = state.turns();
        let to = if forward { turns.next } else { turns.back };
        to.is_some_and(|to| {
            dispatch.emit(to.action(platform::env()));
            true
        })
    };
    match event.key().as_str() {
        "Escape" => {
            dispatch.emit(Action::Present(None));
            platform::focus_soon("more");
            true
        }
        "PageDown" | "ArrowRight" if !taken => turn(true),
        "PageUp" | "ArrowLeft" if !taken => turn(false),
        "l" if !taken => {
            light.emit(());
            true
        }
        _ => false,
    }
}
