//! The line below the pairs while two steps are compared.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::button::{IconButton, tick};
use crate::component::words::edit::counts;
use crate::derived::Reachability;
use crate::hooks::use_session;
use crate::state::{Action, LinesShown, LocationEdit, OpenDialog};
use crate::text::compare as text;

/// Properties of [`ComparedBar`].
#[derive(Properties, PartialEq, Eq)]
pub struct ComparedBarProps {
    /// The step that the displayed scenario is compared with.
    pub compared_with: usize,
    /// All pairs and their changes.
    pub reachability: Rc<Reachability>,
    /// How the ends are put into lines.
    pub lines: Rc<LinesShown>,
}

/// Says what differs, filters the pairs, and ends the comparison.
#[component]
pub fn ComparedBar(props: &ComparedBarProps) -> Html {
    let session = use_session();
    let (seen, shown) = (&props.reachability, &props.lines);
    let changes = match seen.uncompared {
        0 => counts(&session, seen).unwrap_or_else(|| session.say(text::SAME).to_owned()),
        count => session.fill(text::MANY, &[("count", &count.to_string())]),
    };
    let changes = if seen.hidden.is_some() { "…".to_owned() } else { changes };
    let step = props.compared_with.to_string();
    let only = LinesShown { only_changed: !shown.only_changed, ..(**shown).clone() };
    let details = Action::Location(LocationEdit::Dialog(Some(OpenDialog::Compare)));
    html! {
        <div class="strip told compared">
            <p class="delta" role="status">{session.fill(text::COMPARED_WITH, &[("step", &step), ("changes", &changes)])}</p>
            {tick(session.say(text::ONLY_CHANGED), (shown.only_changed, seen.hidden.is_some()), session.on(Action::Lines(only)))}
            <button type="button" id="compared-details" class="link" aria-haspopup="dialog" onclick={session.on(details)}>{session.say(text::DETAILS)}</button>
            {IconButton::cross(session.say(text::END), session.on(Action::Compare(None))).fallback("matrix").show()}
        </div>
    }
}
