//! The request pane: parameters, every form of the call, the reply.

use yew::prelude::*;

use crate::component::request::forms::forms;
use crate::component::request::parameters::parameters;
use crate::component::request::reply::reply_pane;
use crate::hooks::Session;
use crate::state::{Request, RequestForm};
use sg_core::emulator::{ApiError, Reply};

/// The call on the left, its reply on the right, matching the layout of the page.
pub(crate) fn request_pane(
    session: &Session,
    request: &Request,
    form: RequestForm,
    outcome: &Result<Reply, ApiError>,
    sent: bool,
) -> Html {
    html! {
        <div class="request-pane">
            {parameters(session, request, outcome)}
            {forms(session, &request.call(), form)}
            {reply_pane(session, outcome, sent)}
        </div>
    }
}
