//! The header: title, disclaimer, undo and redo, language and colour scheme.

use yew::prelude::*;

use crate::component::shell::header::menu::menu;
use crate::component::shell::header::new_scenario::new_scenario;
use crate::component::shell::header::opens::opens;
use crate::component::shell::header::quiz::quiz_button;
use crate::component::shell::header::settings::{language, shortcuts, theme};
use crate::hooks::{Session, use_layout, use_session};
use crate::state::{Action, OpenDialog, PageLayout, Theme};
use crate::text::{chrome as text, export, import, lessons, links};
use sg_core::language::Text;

mod menu;
mod new_scenario;
mod opens;
mod quiz;
mod settings;

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

/// The header in one line: the title on the left, the actions on the right. What has no room in a
/// narrower layout is in the menu.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let session = use_session();
    let layout = use_layout();
    let [places, more_places] = split(layout, places(&session));
    let [acts, more_acts] = split(layout, acts(&session, props));
    let settings = [
        (PageLayout::Wide, language(&session)),
        (PageLayout::Wide, theme(&session, props.theme, layout)),
        (PageLayout::Wide, shortcuts(&session, props.shortcuts, layout)),
    ];
    let [settings, more_settings] = split(layout, settings);
    html! {
        <header class="top">
            <div class="title">
                <h1>{session.say(text::TITLE)}</h1>
                <span class="scope" title={session.say(text::SCOPE_MORE)}>{session.say(text::SCOPE)}</span>
            </div>
            <nav class="places" aria-label={session.say(text::PLACES)}>
                {places}
                // The menu has it by its whole name at every width.
                if layout == PageLayout::Wide {
                    {new_scenario(&session, "open-new", links::NEW, None)}
                }
            </nav>
            <span class="grow"></span>
            <div class="acts">{acts}</div>
            <div class="acts">
                {settings}
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
            {menu(&session, html! { <>{more_places}{more_acts}</> }, more_settings)}
        </header>
    }
}

/// An item with the narrowest layout that has room for it in the bar.
type Item = (PageLayout, Html);

fn places(session: &Session) -> [Item; 4] {
    let open = |id, dialog, name| opens(session, id, dialog, name);
    [
        (PageLayout::Columns, open("open-examples", OpenDialog::Examples, links::EXAMPLES)),
        (PageLayout::Columns, open("open-lessons", OpenDialog::Lessons, lessons::LESSONS)),
        (PageLayout::Wide, quiz_button(session)),
        (PageLayout::Wide, open("open-import", OpenDialog::Import, import::IMPORT)),
    ]
}

fn acts(session: &Session, props: &HeaderProps) -> [Item; 4] {
    let undo = ("↶", text::UNDO, "Ctrl+Z");
    let redo = ("↷", text::REDO, "Ctrl+Shift+Z");
    let undo = step(session, ["undo", "redo"], undo, Action::Undo, props.can_undo);
    let redo = step(session, ["redo", "undo"], redo, Action::Redo, props.can_redo);
    [
        (PageLayout::Phone, undo),
        (PageLayout::Columns, redo),
        (PageLayout::Columns, opens(session, "open-share", OpenDialog::Share, links::SHARE)),
        (PageLayout::Wide, opens(session, "open-export", OpenDialog::Export, export::EXPORT)),
    ]
}

/// What stays in the bar, and what moves into the menu.
fn split<const N: usize>(layout: PageLayout, items: [Item; N]) -> [Html; 2] {
    let (stay, move_away): (Vec<_>, Vec<_>) =
        items.into_iter().partition(|(narrowest, _)| *narrowest >= layout);
    [stay, move_away].map(|items| items.into_iter().map(|(_, item)| item).collect())
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
