//! The switch that replaces all names and addresses in what is shared or exported.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button::tick;
use crate::hooks::{use_session, use_toggle};
use crate::platform;
use crate::state::{State, View, empty_scenario};
use crate::text::{import, links as text};

/// What a dialog shares or exports.
pub(crate) struct Hiding {
    /// The page, under other names if the switch is on.
    pub(crate) state: Rc<State>,
    /// Whether names of the user's own are in it.
    pub(crate) tells: bool,
    /// The switch; nothing where no name is the user's own.
    pub(crate) switch: Html,
}

/// The page as a dialog shares it, and the switch.
#[hook]
pub(crate) fn use_hiding(state: &Rc<State>) -> Hiding {
    let session = use_session();
    let hidden = use_toggle(false);
    let own = state.has_own_names();
    let on = own && hidden.open;
    let shared = use_memo((Rc::clone(state), on), |(state, on)| match on {
        false => Ok(Rc::clone(state)),
        true => state.anonymised(platform::visit_seed()).map(Rc::new),
    });
    let switch = html! {
        <div class="hiding">
            {tick(session.say(import::ANONYMISE), (on, false), hidden.on::<Event>())}
            <span class="muted">{session.say(import::ANONYMISE_HINT)}</span>
            if shared.is_err() {
                <p class="api-error" role="alert">{session.say(text::NOT_ANONYMISED)}</p>
            }
        </div>
    };
    let state = match &*shared {
        Ok(state) => Rc::clone(state),
        // Under the old names nothing may be shared.
        Err(_) => Rc::new(State::new(
            Arc::new(empty_scenario()),
            View::new(state.view.language, state.view.theme),
        )),
    };
    Hiding { state, tells: own && !on, switch: if own { switch } else { Html::default() } }
}
