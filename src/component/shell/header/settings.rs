//! The settings of the header: language, colour scheme and the list of keys.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, PageLayout, Theme};
use crate::text::chrome as text;

/// The other language.
pub(super) fn language(session: &Session) -> Html {
    let other = session.language.other();
    html! {
        <button
            type="button"
            lang={other.tag()}
            aria-label={session.say(text::SWITCH_LANGUAGE)}
            title={session.say(text::SWITCH_LANGUAGE)}
            onclick={session.on(Action::SetLanguage(other))}
        >
            {session.say(text::LANGUAGE_BUTTON)}
        </button>
    }
}

/// The colour scheme: a glyph in the bar, words in the menu.
pub(super) fn theme(session: &Session, theme: Theme, layout: PageLayout) -> Html {
    let (glyph, name) = match theme {
        Theme::System => ("◐", text::THEME_SYSTEM),
        Theme::Light => ("○", text::THEME_LIGHT),
        Theme::Dark => ("●", text::THEME_DARK),
    };
    let onclick = session
        .dispatch
        .reform(move |_: MouseEvent| Action::SetTheme(theme.next(platform::prefers_dark())));
    match layout {
        PageLayout::Wide => IconButton::new(glyph, session.say(name), onclick).show(),
        PageLayout::Columns | PageLayout::Phone => html! {
            <button type="button" {onclick}>{session.say(name)}</button>
        },
    }
}

/// The list of keys: a glyph in the bar, words in the menu.
pub(super) fn shortcuts(session: &Session, open: bool, layout: PageLayout) -> Html {
    let (name, wide) = (session.say(text::SHORTCUTS), layout == PageLayout::Wide);
    html! {
        <button
            type="button"
            class={wide.then_some("icon")}
            aria-label={wide.then_some(name)}
            title={wide.then_some(name)}
            aria-expanded={open.to_string()}
            onclick={session.on(Action::Shortcuts(!open))}
        >
            {if wide { "?" } else { name }}
        </button>
    }
}
