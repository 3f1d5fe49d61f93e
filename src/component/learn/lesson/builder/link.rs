//! The link to a lesson draft.

use yew::prelude::*;

use crate::component::kit::copy::CopyButton;
use crate::hooks::{use_page_address, use_session};
use crate::text::builder as text;
use sg_core::share::lesson_route;

#[derive(Properties, PartialEq)]
pub(crate) struct SendLinkProps {
    /// The lesson's file.
    pub(crate) file: AttrValue,
}

/// A self-contained link to the lesson: it holds the whole file.
#[component]
pub(crate) fn SendLink(props: &SendLinkProps) -> Html {
    let session = use_session();
    let page = use_page_address();
    let route = use_memo(props.file.clone(), |file| lesson_route(file).ok());
    let Some(route) = &*route else {
        return html! { <span class="muted">{session.say(text::TOO_LONG)}</span> };
    };
    let link = format!("{}?lang={}{route}", page, session.language.short());
    html! { <CopyButton label={session.say(text::COPY_LINK)} done={session.say(text::LINK_COPIED)} what={link} /> }
}
