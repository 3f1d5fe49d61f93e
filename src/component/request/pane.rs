//! The call as a whole: what it says, how it is written, what comes back.

use yew::prelude::*;

use crate::state::{Request, RequestForm};
use sg_core::emulator::{ApiError, Reply};

use super::forms::Forms;
use super::parameters::Parameters;
use super::reply::ReplyPane;

/// Properties of [`RequestPane`].
#[derive(Properties, PartialEq)]
pub(in crate::component) struct RequestPaneProps {
    /// The call being edited.
    pub(in crate::component) request: Request,
    /// How the call is written.
    pub(in crate::component) form: RequestForm,
    /// What the API answered, or would answer.
    pub(in crate::component) outcome: Result<Reply, ApiError>,
    /// Whether the call was sent as it stands.
    pub(in crate::component) sent: bool,
}

/// Cause on the left, effect on the right, as on the page above.
#[component]
pub(in crate::component) fn RequestPane(props: &RequestPaneProps) -> Html {
    html! {
        <div class="request-pane">
            <Parameters request={props.request.clone()} outcome={props.outcome.clone()} />
            <Forms call={props.request.call()} form={props.form} />
            <ReplyPane outcome={props.outcome.clone()} sent={props.sent} />
        </div>
    }
}
