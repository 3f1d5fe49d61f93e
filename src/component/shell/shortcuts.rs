//! The list of keyboard shortcuts.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::later::{View, shown};
use crate::hooks::use_session;
use crate::seam;
use crate::state::Action;
use crate::text::{answer, chrome as text, edit, present};

/// Properties of [`ShortcutList`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct ShortcutListProps {
    /// The group that the toggle shortcut acts on.
    pub(crate) group: Option<String>,
}

seam! { pub(crate) static SHORTCUTS: View<ShortcutListProps> = shown::<ShortcutList>; shortcuts in learn }

/// A list next to the page content, not over it: the page stays usable while it is open.
#[component]
pub(crate) fn ShortcutList(props: &ShortcutListProps) -> Html {
    let session = &use_session();
    let group = props.group.as_deref();
    let switch = session.fill(text::SHORTCUT_SWITCH, &[("group", group.unwrap_or("–"))]);
    let rows = [
        ("t", switch),
        ("m", session.say(text::SHORTCUT_MATRIX).to_owned()),
        ("← ↑ ↓ →", session.say(text::SHORTCUT_ARROWS).to_owned()),
        ("PgUp PgDn", session.say(answer::SHORTCUT_PAGES).to_owned()),
        ("d", session.say(answer::SHORTCUT_VIEW_MODE).to_owned()),
        ("f", session.say(answer::SHORTCUT_FIX).to_owned()),
        ("/", session.say(edit::SHORTCUT_FIND).to_owned()),
        ("r", session.say(text::SHORTCUT_REQUEST).to_owned()),
        ("[ ]", session.say(text::SHORTCUT_STEPS).to_owned()),
        ("p", session.say(present::SHORTCUT_PRESENT).to_owned()),
        ("PgUp PgDn ← →", session.say(present::SHORTCUT_TURN).to_owned()),
        ("l", session.say(present::SHORTCUT_LIGHT).to_owned()),
        ("Ctrl+Z", session.say(text::SHORTCUT_UNDO).to_owned()),
        ("Ctrl+Shift+Z", session.say(text::SHORTCUT_REDO).to_owned()),
        ("Esc", session.say(text::SHORTCUT_ESCAPE).to_owned()),
        ("?", session.say(text::SHORTCUT_HELP).to_owned()),
    ];
    html! {
        <aside class="shortcuts" aria-label={session.say(text::SHORTCUTS)}>
            <div class="shortcuts-head">
                <h2>{session.say(text::SHORTCUTS)}</h2>
                {IconButton::cross(session.say(text::CLOSE), session.on(Action::Shortcuts(false))).show()}
            </div>
            <dl>
                {for rows.into_iter().map(|(key, what)| html! {
                    <><dt><kbd>{key}</kbd></dt><dd>{what}</dd></>
                })}
            </dl>
        </aside>
    }
}
