//! The call as a whole: what it says, how it is written, what comes back.

use yew::prelude::*;

use crate::component::request::forms::Forms;
use crate::component::request::parameters::Parameters;
use crate::component::request::reply::ReplyPane;
use crate::state::{Request, RequestForm};
use sg_core::emulator::{ApiError, Reply};

/// Properties of [`RequestPane`].
#[derive(Properties, PartialEq)]
pub(crate) struct RequestPaneProps {
    /// The call being edited.
    pub(crate) request: Request,
    /// How the call is written.
    pub(crate) form: RequestForm,
    /// What the API answered, or would answer.
    pub(crate) outcome: Result<Reply, ApiError>,
    /// Whether the call was sent as it stands.
    pub(crate) sent: bool,
}

/// Cause on the left, effect on the right, as on the page above.
#[component]
pub(crate) fn RequestPane(props: &RequestPaneProps) -> Html {
    html! {
        <div class="request-pane">
            <Parameters request={props.request.clone()} outcome={props.outcome.clone()} />
            <Forms call={props.request.call()} form={props.form} />
            <ReplyPane outcome={props.outcome.clone()} sent={props.sent} />
        </div>
    }
}
