//! The actual or predicted reply of the call, as JSON and as XML.

use yew::prelude::*;

use crate::hooks::Session;
use crate::text::request as text;
use sg_core::emulator::{ApiError, Reply};

/// Both bodies side by side.
pub(crate) fn reply_pane(session: &Session, outcome: &Result<Reply, ApiError>, sent: bool) -> Html {
    let (status, json, xml) = match outcome {
        Ok(reply) => (200, reply.to_json_pretty(), reply.to_xml()),
        Err(error) => (error.status(), error.to_json_pretty(), error.to_xml()),
    };
    let what = if sent { text::DID_REPLY } else { text::WOULD_REPLY };
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
