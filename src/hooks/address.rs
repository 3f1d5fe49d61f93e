//! Keeps the address and the state in sync: links open scenarios, edits update the link.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::platform;
use crate::state::{Action, LocationEdit, Opening, State};

/// How long the scenario must stay unchanged before the address is updated, in milliseconds.
const REST: u32 = 400;

/// The longest link written to the address, in bytes; some programs truncate longer ones.
const LONGEST: usize = 16 * 1024;

/// Opens the link in the address when it changes, and updates the address from the page. Opening
/// something pushes a history entry; an edit replaces the current one.
#[hook]
pub fn use_address(state: Rc<State>, dispatch: Callback<Action>) {
    let first = use_mut_ref(|| true);
    use_effect_with(Rc::clone(&state.location.opened), move |opened| {
        // The address already holds the link the page was opened with, valid or not.
        // A scenario too large for a link still opens; Undo returns from it.
        let fits = opened.route.to_string().len() <= LONGEST;
        if !first.replace(false) && fits && !platform::stands_at(&opened.route) {
            platform::push_route(&opened.route);
        }
    });
    use_effect_with(state, move |state| {
        let timer = state.location.bad.is_none().then(|| {
            let state = Rc::clone(state);
            Timeout::new(REST, move || {
                let route = state.route();
                if !platform::stands_at(&route) && route.to_string().len() <= LONGEST {
                    platform::replace_route(&route);
                }
            })
        });
        let state = Rc::clone(state);
        let listeners = platform::on_address(&Callback::from(move |()| {
            if !platform::stands_at(&state.route()) {
                let opening = Rc::new(Opening::of(&platform::fragment()));
                dispatch.emit(Action::Location(LocationEdit::Open(opening, platform::env())));
            }
        }));
        move || drop((timer, listeners))
    });
}
