//! The header: title, disclaimer, undo and redo, language and colour scheme.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::shell::header::menu::menu;
use crate::component::shell::header::opens::opens;
use crate::component::shell::header::quiz::quiz_button;
use crate::hooks::{Session, use_session};
use crate::state::{Action, OpenDialog, Theme};
use crate::text::{chrome as text, export, import, lessons, links};
use sg_core::language::Text;

mod menu;
mod opens;
mod quiz;

/// Properties of [`Header`].
#[derive(Properties, PartialEq, Eq)]
pub struct HeaderProps {
    /// The current colour scheme.
    pub theme: Theme,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Whether the list of shortcuts is open.
    pub shortcuts: bool,
}

/// The header: the title on the left, the actions on the right.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let session = use_session();
    html! {
        <header class="top">
            <h1>{session.say(text::TITLE)}</h1>
            <span class="scope" title={session.say(text::SCOPE_MORE)}>{session.say(text::SCOPE)}</span>
            <nav class="places" aria-label={session.say(text::PLACES)}>
                {opens(&session, "open-examples", OpenDialog::Examples, links::EXAMPLES)}
                {opens(&session, "open-lessons", OpenDialog::Lessons, lessons::LESSONS)}
                {quiz_button(&session)}
                {opens(&session, "open-import", OpenDialog::Import, import::IMPORT)}
            </nav>
            <span class="grow"></span>
            <div class="acts">
                {step(&session, ["undo", "redo"], ("↶", text::UNDO, "Ctrl+Z"), Action::Undo, props.can_undo)}
                {step(&session, ["redo", "undo"], ("↷", text::REDO, "Ctrl+Shift+Z"), Action::Redo, props.can_redo)}
                {opens(&session, "open-share", OpenDialog::Share, links::SHARE)}
                {opens(&session, "open-export", OpenDialog::Export, export::EXPORT)}
            </div>
            <div class="acts">
                {language(&session)}
                {theme(&session, props.theme)}
                {shortcuts(&session, props.shortcuts)}
                <button
                    type="button"
                    id="more"
                    class="icon"
                    popovertarget="more-menu"
                    aria-label={session.say(text::MORE)}
                    title={session.say(text::MORE)}
                >
                    {"⋯"}
                </button>
            </div>
            {menu(&session)}
        </header>
    }
}

/// Undo or redo; when there is nothing left to do, the other button gets the focus.
fn step(
    session: &Session,
    [id, focus_fallback]: [&'static str; 2],
    (glyph, name, keys): (&'static str, Text, &'static str),
    action: Action,
    can: bool,
) -> Html {
    let title = session.fill(text::WITH_KEYS, &[("name", session.say(name)), ("keys", keys)]);
    html! {
        <button type="button" class="step" {id} data-focus-fallback={focus_fallback} disabled={!can} onclick={session.on(action)} {title}>
            <span aria-hidden="true">{glyph}{" "}</span><span class="name">{session.say(name)}</span>
        </button>
    }
}

fn language(session: &Session) -> Html {
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

fn theme(session: &Session, theme: Theme) -> Html {
    let (glyph, name) = match theme {
        Theme::System => ("◐", text::THEME_SYSTEM),
        Theme::Light => ("○", text::THEME_LIGHT),
        Theme::Dark => ("●", text::THEME_DARK),
    };
    IconButton::new(glyph, session.say(name), session.on(Action::SetTheme(theme.next()))).show()
}

fn shortcuts(session: &Session, open: bool) -> Html {
    html! {
        <button
            type="button"
            class="icon"
            aria-label={session.say(text::SHORTCUTS)}
            title={session.say(text::SHORTCUTS)}
            aria-expanded={open.to_string()}
            onclick={session.on(Action::Shortcuts(!open))}
        >
            {"?"}
        </button>
    }
}
