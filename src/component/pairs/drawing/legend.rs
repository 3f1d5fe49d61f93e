//! The legend of a drawing: instructions, symbols, and the button for the text alternative.

use yew::prelude::*;

use crate::drawing::Grain;
use crate::hooks::Session;
use crate::text::views as text;

/// The content of the legend.
pub(crate) struct Legend<'a> {
    /// The names of the ends.
    pub(crate) names: &'a [String],
    /// The level of detail of the drawing.
    pub(crate) grain: Grain,
    /// The end whose paths are drawn.
    pub(crate) from: Option<usize>,
    /// The sender, while the receiver is yet to be selected.
    pub(crate) pending: Option<usize>,
    /// Whether the text alternative is open.
    pub(crate) worded: bool,
    /// Toggles the text alternative.
    pub(crate) ontoggle: Callback<MouseEvent>,
}

/// The legend.
pub(crate) fn legend(session: &Session, props: Legend<'_>) -> Html {
    let names = props.names;
    let name = |place: usize| names.get(place).map(String::as_str).unwrap_or_default();
    let hint = match props.pending {
        Some(from) => session.fill(text::CHOOSE_RECEIVER, &[("from", name(from))]),
        None => session.say(text::CHOOSE_TWO).to_owned(),
    };
    let counted = match props.grain {
        Grain::Each => None,
        Grain::Sets => Some(text::COUNTED_SETS),
        Grain::Groups => Some(text::COUNTED_GROUPS),
    };
    let paths = props.from.map(|from| session.fill(text::LEGEND_PATHS, &[("from", name(from))]));
    let signs = [
        ("key-accept", "⇄", session.say(text::LEGEND_ACCEPT).to_owned()),
        ("key-drop", "⊘", session.say(text::LEGEND_DROP).to_owned()),
        ("bad", "✗", session.say(text::LEGEND_STOP).to_owned()),
    ];
    let signs = signs.into_iter().chain(paths.map(|paths| ("muted", "→", paths)));
    html! {
        <>
            <p class="legend">
                <span role="status">{hint}</span>
                <button
                    type="button"
                    class="link"
                    aria-expanded={props.worded.to_string()}
                    onclick={props.ontoggle}
                >
                    {session.say(text::IN_WORDS)}
                </button>
            </p>
            if let Some(counted) = counted {
                <p class="legend">{session.say(counted)}</p>
            }
            <ul class="legend">
                {for signs.map(|(class, sign, said)| html! {
                    <li><span {class} aria-hidden="true">{sign}</span>{said}</li>
                })}
            </ul>
        </>
    }
}
