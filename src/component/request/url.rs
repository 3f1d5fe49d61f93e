//! A request URL with its parts highlighted.

use yew::prelude::*;

use crate::hooks::Session;
use sg_core::emulator::Call;
use sg_core::request::url::{CommonParameters, RequestUrl, UrlPart};

/// The URL in the format of the reference pages. The last value, which selects the effect, is
/// emphasized.
pub(crate) fn url_line(session: &Session, call: &Call) -> Html {
    let url = RequestUrl::unsigned(call, CommonParameters::Abbreviated(session.language));
    let last = url.parts().iter().rposition(|(part, _)| *part == UrlPart::Value);
    html! {
        <code class="url" id="request-url" translate="no" tabindex="0">
            {for url.parts().iter().enumerate().map(|(place, (part, text))| {
                let class = match part {
                    UrlPart::Endpoint => "endpoint",
                    UrlPart::Separator => "separator",
                    UrlPart::Name => "name",
                    UrlPart::Value if Some(place) == last => "value last",
                    UrlPart::Value => "value",
                    UrlPart::Placeholder => "placeholder",
                };
                html! { <span {class}>{text.clone()}</span> }
            })}
        </code>
    }
}
