//! The list of keyboard shortcuts.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::hooks::Session;
use crate::state::Action;
use crate::text::{answer, chrome as text, edit};

/// A list next to the page content, not over it: the page stays usable while it is open. `group` is
/// the group that the toggle shortcut acts on.
pub(crate) fn shortcuts(session: &Session, group: Option<&str>) -> Html {
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
