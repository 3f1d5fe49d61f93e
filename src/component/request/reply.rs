//! The reply of the call, or the reply that would come, as JSON and as XML.

use yew::prelude::*;

use crate::hooks::use_session;
use crate::text::request as text;
use sg_core::emulator::{ApiError, Reply};

/// Properties of [`ReplyPane`].
#[derive(Properties, PartialEq)]
pub(crate) struct ReplyPaneProps {
    /// What the API answered, or would answer.
    pub(crate) outcome: Result<Reply, ApiError>,
    /// Whether the call was sent as it stands.
    pub(crate) sent: bool,
}

/// Both bodies side by side.
#[component]
pub(crate) fn ReplyPane(props: &ReplyPaneProps) -> Html {
    let session = use_session();
    let (status, json, xml) = match &props.outcome {
        Ok(reply) => (200, reply.to_json_pretty(), reply.to_xml()),
        Err(error) => (error.status(), error.to_json_pretty(), error.to_xml()),
    };
    let what = if props.sent { text::DID_REPLY } else { text::WOULD_REPLY };
    html! {
        <div class="reply">
            <p>{session.say(what)}{" · HTTP "}<b>{status}</b></p>
            <div class="bodies">
                <figure><figcaption>{session.say(text::JSON)}</figcaption><pre tabindex="0" translate="no">{json}</pre></figure>
                <figure><figcaption>{session.say(text::XML)}</figcaption><pre tabindex="0" translate="no">{xml}</pre></figure>
            </div>
        </div>
    }
}
