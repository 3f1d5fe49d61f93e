//! Keeps the address and the state in sync: links open scenarios, edits update the link.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::fault::{self, Place};
use crate::platform;
use crate::state::{Action, LocationEdit, State, WRITE_LINK, Work};
use sg_core::share::{Limits, Route};

/// How long the scenario must stay unchanged before the address is updated, in milliseconds.
const REST: u32 = 400;

/// The longest link written to the address, in bytes; some programs truncate longer ones.
const LONGEST: usize = 16 * 1024;

/// Opens the link in the address when it changes, and updates the address from the page. Opening
/// something pushes a history entry; an edit replaces the current one.
#[hook]
pub fn use_address(state: Rc<State>, dispatch: Callback<Action>) {
    let first = use_mut_ref(|| true);
    let now = Rc::clone(&state);
    use_effect_with(Rc::clone(&state.location.opened), move |_| {
        // The address already holds the link the page was opened with, valid or not.
        if first.replace(false) {
            return;
        }
        // Returning to edited work leads to the work, not to what it began with. A scenario too
        // large for a link still opens; Undo returns from it.
        if let Some(route) = new_address(&now) {
            platform::push_route(&route);
        }
    });
    use_effect_with(state, move |state| {
        let timer = state.location.bad.is_none().then(|| {
            let state = Rc::clone(state);
            Timeout::new(REST, move || {
                fault::at(Place::Timer);
                // What is larger than any link needs no part to write one.
                let written = state.is_as_opened() || !Limits::LINK.hold(state.scenario());
                let update = move || {
                    if let Some(route) = new_address(&state) {
                        platform::replace_route(&route);
                    }
                };
                if written || WRITE_LINK.get().is_some() {
                    return update();
                }
                // The page may have changed again until the part is here; then another timer runs.
                spawn_local(async move {
                    if WRITE_LINK.fetch().await.is_ok() {
                        update();
                    }
                });
            })
        });
        let state = Rc::clone(state);
        let listeners = platform::on_address(&Callback::from(move |()| {
            let here = state.route().is_some_and(|route| platform::stands_at(&route));
            if !here {
                let follow = LocationEdit::Follow(platform::fragment(), platform::env());
                dispatch.emit(Action::Location(follow));
            }
        }));
        move || drop((timer, listeners))
    });
}

/// What the address is to become: the link to the page or, if it has none that fits, the one to what
/// this browser saved, so that a reload does not lead to what was here before the work.
fn new_address(state: &State) -> Option<Route> {
    let link = state.route().filter(|route| route.to_string().len() <= LONGEST);
    let saved = || (state.autosave.work != Work::Opened).then_some(Route::Start);
    link.or_else(saved).filter(|route| !platform::stands_at(route))
}
