//! The overflow menu of the header, for less frequent actions.

use yew::prelude::*;

use crate::component::shell::header::opens::opens;
use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, OpenDialog};
use crate::text::{builder, chrome as text, reference};

/// The menu: the browser's own popover, which closes on Escape, on a click elsewhere and when a
/// dialog opens.
pub(crate) fn menu(session: &Session) -> Html {
    let start_over = session.dispatch.reform(|_: MouseEvent| {
        platform::focus("more");
        Action::StartOver(platform::env())
    });
    html! {
        <div id="more-menu" class="menu" popover="auto">
            {opens(session, "open-statements", OpenDialog::Statements, reference::STATEMENTS)}
            {opens(session, "open-glossary", OpenDialog::Glossary, reference::GLOSSARY)}
            {opens(session, "open-builder", OpenDialog::Builder, builder::BUILDER)}
            <button type="button" popovertarget="more-menu" popovertargetaction="hide" onclick={start_over}>
                {session.say(text::START_OVER)}
            </button>
        </div>
    }
}
