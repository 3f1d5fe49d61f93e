//! What an embedded page says about itself, and what a query asks for in vain.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::words::lock::what_of;
use crate::hooks::{use_presentation, use_session};
use crate::platform;
use crate::state::{Action, Lock, State};
use crate::text::{chrome, embed as text};

/// Properties of [`PresentationNotices`].
#[derive(Properties, PartialEq)]
pub struct PresentationNoticesProps {
    /// The lock that has just held back an edit.
    pub barred: Option<Lock>,
}

/// Lines above the work: which wishes of the address were left out, and what is locked when
/// somebody tried to change it.
#[component]
pub fn PresentationNotices(props: &PresentationNoticesProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let read = use_state(|| false);
    let ignored = presentation.ignored.iter().map(|ignored| {
        html! { <>{" "}<code translate="no">{format!("{}={}", ignored.name, ignored.value)}</code></> }
    });
    let put_away = {
        let read = read.setter();
        Callback::from(move |_: MouseEvent| read.set(true))
    };
    let barred = props.barred.map(|lock| {
        let what = session.say(what_of(lock));
        let said = if presentation.embed { text::BARRED_EMBED } else { text::BARRED };
        session.fill(said, &[("what", what)])
    });
    let cross = |onclick: Callback<MouseEvent>| {
        let close = session.say(chrome::CLOSE);
        html! {
            <button type="button" class="icon" data-heir="matrix" aria-label={close} title={close} {onclick}>{"×"}</button>
        }
    };
    html! {
        <>
            if !presentation.ignored.is_empty() && !*read {
                <div class="notice" role="note">
                    <p>{session.say(text::IGNORED)}{for ignored}</p>
                    {cross(put_away)}
                </div>
            }
            <div role="status">
                if let Some(barred) = barred {
                    <div class="notice barred">
                        <p><span class="glyph" aria-hidden="true">{"⊘ "}</span>{barred}</p>
                        {cross(session.on(Action::HideBarred))}
                    </div>
                }
            </div>
        </>
    }
}

/// Properties of [`EmbedFoot`].
#[derive(Properties, PartialEq)]
pub struct EmbedFootProps {
    /// Everything the page remembers.
    pub state: Rc<State>,
}

/// The last line of an embedded page: what it is, the way back, and the way to the full page.
#[component]
pub fn EmbedFoot(props: &EmbedFootProps) -> Html {
    let session = use_session();
    let state = &props.state;
    let page = use_state(String::new);
    {
        let setter = page.setter();
        use_effect_with((), move |()| setter.set(platform::page_address()));
    }
    let fragment = use_memo(Rc::clone(state), |state| state.shared_route(true).to_string());
    let language = session.language.short();
    let theme = state.view.theme.word().map(|word| format!("&theme={word}"));
    let href = format!("{}?lang={language}{}{fragment}", *page, theme.unwrap_or_default());
    html! {
        <footer class="embed-foot" aria-label={session.say(text::ABOUT)}>
            <h1 class="visually-hidden">{session.say(chrome::TITLE)}</h1>
            <span>{session.say(chrome::TITLE)}{" · "}<span title={session.say(chrome::SCOPE_MORE)}>{session.say(chrome::SCOPE)}</span></span>
            <span class="grow"></span>
            if state.history.position() > 0 {
                <button type="button" class="link" data-heir="open-full" onclick={session.on(Action::Scrub(0))}>{session.say(text::BACK_TO_START)}</button>
            }
            <a id="open-full" {href} target="_blank" rel="noopener" title={session.say(text::OPEN_FULL_TITLE)}>
                {session.say(text::OPEN_FULL)}<span aria-hidden="true">{" ↗"}</span>
            </a>
        </footer>
    }
}
