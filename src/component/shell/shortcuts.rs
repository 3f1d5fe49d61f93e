//! The list of keyboard shortcuts.

use yew::prelude::*;

use crate::hooks::use_session;
use crate::state::Action;
use crate::text::{answer, chrome as text, edit};

/// Properties of [`Shortcuts`].
#[derive(Properties, PartialEq)]
pub struct ShortcutsProps {
    /// The name of the group that the switch key acts on.
    pub group: Option<AttrValue>,
}

/// A list beside the work, not over it: the page stays usable while it is open.
#[component]
pub fn Shortcuts(props: &ShortcutsProps) -> Html {
    let session = use_session();
    let group = props.group.as_deref().unwrap_or("–");
    let switch = session.fill(text::SHORTCUT_SWITCH, &[("group", group)]);
    let rows = [
        ("t", switch),
        ("m", session.say(text::SHORTCUT_MATRIX).to_owned()),
        ("← ↑ ↓ →", session.say(text::SHORTCUT_ARROWS).to_owned()),
        ("PgUp PgDn", session.say(answer::SHORTCUT_PAGES).to_owned()),
        ("d", session.say(answer::SHORTCUT_LENS).to_owned()),
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
                <button
                    type="button"
                    class="icon"
                    aria-label={session.say(text::CLOSE)}
                    title={session.say(text::CLOSE)}
                    onclick={session.on(Action::Shortcuts(false))}
                >
                    {"×"}
                </button>
            </div>
            <dl>
                {for rows.into_iter().map(|(key, what)| html! {
                    <><dt><kbd>{key}</kbd></dt><dd>{what}</dd></>
                })}
            </dl>
        </aside>
    }
}
