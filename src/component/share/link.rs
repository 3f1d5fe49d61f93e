//! The share dialog: the scenario as a link, or the reason why it has none.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::dialog::Dialog;
use crate::component::share::hiding::use_hiding;
use crate::component::share::link::copies::Copies;
use crate::component::share::link::no_link::NoLink;
use crate::hooks::use_session;
use crate::state::State;
use crate::text::links as text;

mod copies;
mod form_field;
mod forms;
pub mod frame;
pub mod frame_form;
pub mod framing;
mod height;
pub mod measure;
mod no_link;
pub mod qr;
pub mod steps;

/// Properties of [`SharePanel`].
#[derive(Properties, PartialEq, Eq)]
pub struct SharePanelProps {
    /// The page state.
    pub state: Rc<State>,
}

/// The dialog.
#[component]
pub fn SharePanel(props: &SharePanelProps) -> Html {
    let session = use_session();
    let hiding = use_hiding(&props.state);
    let state = Rc::clone(&hiding.state);
    let linked = use_memo(Rc::clone(&state), |state| state.shared_route(true).is_some());
    html! {
        <Dialog title={&text::SHARE} opener="open-share">
            if *linked {
                <p class="muted">{session.say(text::SHARE_LEAD)}</p>
            }
            if hiding.tells {
                <p class="tells-names">{session.say(text::TELLS_NAMES)}</p>
            }
            {hiding.switch}
            if *linked {
                <Copies {state} />
            } else {
                <NoLink {state} />
            }
        </Dialog>
    }
}
