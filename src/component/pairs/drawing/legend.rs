//! The legend of a drawing: instructions, symbols, and the button for the text alternative.

use yew::prelude::*;

use crate::component::pairs::drawing::sketch::Sketch;
use crate::derived::Reachability;
use crate::drawing::Grain;
use crate::hooks::Session;
use crate::text::views as text;

/// The content of the legend.
pub(crate) struct Legend<'a> {
    /// The names of the ends.
    pub(crate) names: &'a [String],
    /// What the drawing leaves out.
    pub(crate) counted: Option<String>,
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
    let signs = signs(session, props.from.map(name));
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
            if let Some(counted) = props.counted {
                <p class="legend">{counted}</p>
            }
            <ul class="legend">
                {for signs.into_iter().map(|(class, sign, said)| html! {
                    <li><span {class} aria-hidden="true">{sign}</span>{said}</li>
                })}
            </ul>
        </>
    }
}

/// The signs of a drawing with their classes and meanings; `from` is the end whose paths it shows.
pub(crate) fn signs(
    session: &Session,
    from: Option<&str>,
) -> Vec<(&'static str, &'static str, String)> {
    let paths = from.map(|from| session.fill(text::LEGEND_PATHS, &[("from", from)]));
    let signs = [
        ("key-accept", "⇄", session.say(text::LEGEND_ACCEPT).to_owned()),
        ("key-drop", "⊘", session.say(text::LEGEND_DROP).to_owned()),
        ("bad", "✗", session.say(text::LEGEND_STOP).to_owned()),
    ];
    signs.into_iter().chain(paths.map(|paths| ("muted", "→", paths))).collect()
}

/// What a drawing of many interfaces leaves out; `None` if it shows every one.
pub(crate) fn counted(session: &Session, seen: &Reachability, sketch: &Sketch) -> Option<String> {
    let said = match sketch.plan.grain {
        Grain::Each => return None,
        Grain::Sets => text::COUNTED_SETS,
        Grain::Groups => text::COUNTED_GROUPS,
    };
    let outside = sketch.plan.outside.len();
    let count = seen.lines.as_ref().map_or(seen.ends.len(), |lines| lines.shown());
    let [all, own, ends, boxes] = [
        count - outside,
        sketch.ends.len() - outside,
        count,
        sketch.plan.nodes.len() + outside - sketch.ends.len(),
    ]
    .map(|number| number.to_string());
    let drawn = sketch.ends.len().to_string();
    let values =
        [("all", &*all), ("own", &*own), ("boxes", &*boxes), ("drawn", &*drawn), ("ends", &*ends)];
    Some(session.fill(said, &values))
}
