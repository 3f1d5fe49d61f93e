//! The top bar: what this is, what it leaves out, undo and redo, language and colours.

use std::sync::Arc;

use yew::prelude::*;

use crate::history::{Edit, WorldEdit};
use crate::language::Text;
use crate::lesson::first_scene;
use crate::ui::hooks::{Session, use_session};
use crate::ui::state::{Action, Over, PlaceEdit, Theme};
use crate::ui::text::{chrome as text, lessons, links, reference};

/// Properties of [`Header`].
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// The colours in force.
    pub theme: Theme,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Whether the list of shortcuts is open.
    pub shortcuts: bool,
}

/// The bar.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let session = use_session();
    let (glyph, theme) = match props.theme {
        Theme::System => ("◐", text::THEME_SYSTEM),
        Theme::Light => ("○", text::THEME_LIGHT),
        Theme::Dark => ("●", text::THEME_DARK),
    };
    // Built only when it is asked for.
    let start_over = session.edit.reform(|_: MouseEvent| {
        Edit::World(WorldEdit::StartOver { scenario: Arc::new(first_scene()) })
    });
    let other = session.language.other();
    html! {
        <header class="top">
            <h1>{session.say(text::TITLE)}</h1>
            <span class="scope" title={session.say(text::SCOPE_MORE)}>{session.say(text::SCOPE)}</span>
            {opens(&session, "open-examples", Over::Examples, links::EXAMPLES)}
            {opens(&session, "open-lessons", Over::Lessons, lessons::LESSONS)}
            {opens(&session, "open-statements", Over::Statements, reference::STATEMENTS)}
            {opens(&session, "open-glossary", Over::Glossary, reference::GLOSSARY)}
            <span class="grow"></span>
            <button type="button" id="undo" data-heir="redo" disabled={!props.can_undo} onclick={session.on(Action::Undo)} title="Ctrl+Z">
                <span aria-hidden="true">{"↶ "}</span>{session.say(text::UNDO)}
            </button>
            <button type="button" id="redo" data-heir="undo" disabled={!props.can_redo} onclick={session.on(Action::Redo)} title="Ctrl+Shift+Z">
                <span aria-hidden="true">{"↷ "}</span>{session.say(text::REDO)}
            </button>
            <button type="button" onclick={start_over}>{session.say(text::START_OVER)}</button>
            {opens(&session, "open-share", Over::Share, links::SHARE)}
            <button
                type="button"
                lang={other.tag()}
                aria-label={session.say(text::SWITCH_LANGUAGE)}
                title={session.say(text::SWITCH_LANGUAGE)}
                onclick={session.on(Action::Speak(other))}
            >
                {session.say(text::LANGUAGE_BUTTON)}
            </button>
            <button
                type="button"
                class="icon"
                aria-label={session.say(theme)}
                title={session.say(theme)}
                onclick={session.on(Action::Paint(props.theme.next()))}
            >
                {glyph}
            </button>
            <button
                type="button"
                class="icon"
                aria-label={session.say(text::SHORTCUTS)}
                title={session.say(text::SHORTCUTS)}
                aria-expanded={props.shortcuts.to_string()}
                onclick={session.on(Action::Shortcuts(!props.shortcuts))}
            >
                {"?"}
            </button>
        </header>
    }
}

/// A button that lays something over the work.
fn opens(session: &Session, id: &'static str, over: Over, name: Text) -> Html {
    let onclick = session.on(Action::Place(PlaceEdit::Over(Some(over))));
    html! {
        <button type="button" {id} aria-haspopup="dialog" {onclick}>{session.say(name)}</button>
    }
}
