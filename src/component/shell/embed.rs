//! Notices about the presentation: unsupported query values, locks, and the footer of an embedded
//! page.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::notice::notice;
use crate::component::words::lock::what_of;
use crate::hooks::{
    Session, use_page_address, use_presentation, use_seam, use_session, use_toggle,
};
use crate::platform;
use crate::state::{Action, Lock, State, VERSION, WRITE_LINK};
use crate::text::{chrome, embed as text, reference};
use sg_core::citation::NEWEST_SOURCE;

/// Properties of [`PresentationNotices`].
#[derive(Properties, PartialEq, Eq)]
pub struct PresentationNoticesProps {
    /// The lock that rejected the last edit.
    pub locked_notice: Option<Lock>,
}

/// Notices about ignored query values and, after a rejected edit, about what is locked.
#[component]
pub fn PresentationNotices(props: &PresentationNoticesProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let unread = use_toggle(true);
    let ignored = presentation.ignored.iter().map(|ignored| {
        html! { <>{session.gap()}<code translate="no">{format!("{}={}", ignored.name, ignored.value)}</code></> }
    });
    let cross = |onclick: Callback<MouseEvent>| {
        IconButton::cross(session.say(chrome::CLOSE), onclick).fallback("matrix")
    };
    let locked_notice = props.locked_notice.map(|lock| {
        let said = if presentation.embed { text::BARRED_EMBED } else { text::BARRED };
        let said = session.fill(said, &[("what", session.say(what_of(lock)))]);
        let said = html! { <><span class="glyph" aria-hidden="true">{"⊘ "}</span>{said}</> };
        notice(
            "locked-notice",
            None,
            said,
            Html::default(),
            cross(session.on(Action::HideLockedNotice)),
        )
    });
    html! {
        <>
            if !presentation.ignored.is_empty() && unread.open {
                {notice("", Some("note"), html! { <>{session.say(text::IGNORED)}{for ignored}</> }, Html::default(), cross(unread.on()))}
            }
            <div role="status">{for locked_notice}</div>
        </>
    }
}

/// The first stop of the tab key: leads to the end of the embedded page, so that the next press
/// leaves the frame.
pub fn skip_past(session: &Session) -> Html {
    // Links use the fragment, so the skip link must not change it.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::focus(END);
    });
    html! { <a class="skip" href={format!("#{END}")} onclick={skip}>{session.say(text::SKIP_PAST)}</a> }
}

/// The element id of the last link of an embedded page.
const END: &str = "open-full";

/// Properties of [`EmbedFoot`].
#[derive(Properties, PartialEq, Eq)]
pub struct EmbedFootProps {
    /// The page state.
    pub state: Rc<State>,
}

/// The footer of an embedded page: its title, a button back to the start, and a link to the full
/// page.
#[component]
pub fn EmbedFoot(props: &EmbedFootProps) -> Html {
    let session = use_session();
    let state = &props.state;
    let page = use_page_address();
    let written = use_seam(&WRITE_LINK, state.history.position() > 0).is_some();
    let linked = (Rc::clone(state), written);
    let fragment = use_memo(linked, |(state, _)| {
        state.shared_route(true).map_or_else(String::new, |route| route.to_string())
    });
    let language = session.language.short();
    let theme = state.view.theme.word().map(|word| format!("&theme={word}"));
    let href = format!("{}?lang={language}{}{fragment}", page, theme.unwrap_or_default());
    let version = [("version", VERSION), ("date", NEWEST_SOURCE)];
    let version = session.fill(reference::ABOUT_VERSION, &version);
    let onmore = Callback::from(|_: MouseEvent| platform::scroll_on());
    html! {
        <>
        // For the mouse: the other ways to scroll work before the frame has the focus.
        <button type="button" class="embed-more" tabindex="-1" aria-hidden="true" onclick={onmore}>
            {session.say(text::MORE_BELOW)}{" ▾"}
        </button>
        <footer class="embed-foot" aria-label={session.say(text::ABOUT)}>
            <h1 class="visually-hidden">{session.say(chrome::TITLE)}</h1>
            <span>
                <span title={version}>{session.say(chrome::TITLE)}</span>{" · "}
                <span title={session.say(chrome::SCOPE_MORE)}>{session.say(chrome::SCOPE)}</span>
            </span>
            <span class="grow"></span>
            if state.history.position() > 0 {
                <button type="button" class="link" data-focus-fallback={END} onclick={session.on(Action::Scrub(0))}>{session.say(text::BACK_TO_START)}</button>
            }
            <a id={END} {href} target="_blank" rel="noopener" title={session.say(text::OPEN_FULL_TITLE)}>
                {session.say(text::OPEN_FULL)}<span aria-hidden="true">{" ↗"}</span>
            </a>
        </footer>
        </>
    }
}
