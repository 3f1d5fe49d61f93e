//! The field that asks since when rules were created. The answer and the problems share its text.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::kit::limit::Limit;
use crate::component::kit::text_field::TextField;
use crate::hooks::use_session;
use crate::platform;
use crate::state::{Action, Since};
use crate::text::answer as text;

/// Properties of [`SinceField`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct SinceFieldProps {
    /// The id of the input, unique on the page.
    pub(crate) id: &'static str,
    /// What is typed.
    pub(crate) since: Rc<Since>,
}

/// The field, with an error below it for a text that is no moment.
#[component]
pub(crate) fn SinceField(props: &SinceFieldProps) -> Html {
    let session = use_session();
    let error = props.since.moment().err();
    let error = error.map(|_| FieldError::Topology(session.say(text::NO_MOMENT).into()));
    let dispatch = session.dispatch;
    let oninput = Callback::from(move |typed: String| {
        let at = Some(platform::env().now);
        dispatch.emit(Action::Since(Since { typed, at }));
    });
    html! {
        <div class="since">
            <TextField
                id={props.id}
                label={text::SINCE}
                value={props.since.typed.clone()}
                limit={Limit::NUMBER}
                placeholder="20:00"
                {error}
                {oninput}
            />
        </div>
    }
}
