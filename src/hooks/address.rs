//! The address and the state, kept in step: links open scenarios, edits become links.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::platform;
use crate::state::{Action, LocationEdit, Opening, State};

/// How long the scenario must rest before the address follows it, in milliseconds.
const REST: u32 = 400;

/// The longest link that is put into the address, in bytes; some programs cut longer ones.
const LONGEST: usize = 16 * 1024;

/// Opens what the address asks for when it changes, and lets the address follow the page: what is
/// opened on purpose is a step that Back undoes, an edit replaces the link that stands there.
#[hook]
pub fn use_address(state: Rc<State>, dispatch: Callback<Action>) {
    let first = use_mut_ref(|| true);
    use_effect_with(Rc::clone(&state.location.opened), move |opened| {
        // What the page opened with stands in the address already, bad or not.
        // A scenario that is too large for a link opens all the same; Undo leads back from it.
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
