//! The lines of a large scenario: whether ends share them, which are shown, and what the selected
//! ones stand for.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::button::{choice, tick};
use crate::component::kit::limit::Limit;
use crate::derived::{Lines, Reachability};
use crate::hooks::{Session, text_of, use_chosen, use_session};
use crate::state::{Action, LinesShown, Selection};
use crate::text::{compare, lines as text};
use sg_core::connectivity::GroupBy;
use sg_core::explain::end_label;

/// Properties of [`LinesBar`].
#[derive(Properties, PartialEq, Eq)]
pub struct LinesBarProps {
    /// All pairs; of a large scenario, in lines.
    pub reachability: Rc<Reachability>,
}

/// Properties of [`StandsFor`].
#[derive(Properties, PartialEq, Eq)]
pub struct StandsForProps {
    /// All pairs; of a large scenario, in lines.
    pub reachability: Rc<Reachability>,
    /// The selected pair.
    pub selection: Selection,
}

/// Nothing in a small scenario.
#[component]
pub fn LinesBar(props: &LinesBarProps) -> Html {
    let session = use_session();
    let Some(lines) = &props.reachability.lines else { return Html::default() };
    let shown = &lines.asked;
    let by = shown.by(lines.all);
    let one = |own, (name, title)| {
        let set = session.on(Action::Lines(LinesShown { by: Some(own), ..shown.clone() }));
        choice(session.say(name), by == own, Some(session.say(title)), set)
    };
    let oninput = {
        let (dispatch, shown) = (session.dispatch.clone(), shown.clone());
        Callback::from(move |event: InputEvent| {
            dispatch.emit(Action::Lines(LinesShown { filter: text_of(&event), ..shown.clone() }));
        })
    };
    let only_changed = LinesShown { only_changed: !shown.only_changed, ..shown.clone() };
    html! {
        <div class="filters lines-bar">
            <div class="lenses" role="group" aria-label={session.say(text::LINES)}>
                {one(GroupBy::Role, (text::ALIKE, text::ALIKE_TITLE))}
                {one(GroupBy::SecurityGroup, (text::GROUPS, text::GROUPS_TITLE))}
                {one(GroupBy::Nothing, (text::EACH, text::EACH_TITLE))}
            </div>
            <label class="field">{session.say(text::FILTER)}
                <input type="search" maxlength={Limit::LINE} placeholder="group:web vpc:prod name:db" title={session.say(text::FILTER_TITLE)} value={shown.filter.clone()} {oninput} />
            </label>
            {tick(session.say(compare::ONLY_CHANGED), (shown.only_changed, false), session.on(Action::Lines(only_changed)))}
            <span class="faint" role="status">{counted(&session, lines)}</span>
        </div>
    }
}

/// How many ends are in how many lines.
fn counted(session: &Session, lines: &Lines) -> String {
    let [shown, all, rows] = [lines.shown(), lines.all, lines.rows.len()].map(|n| n.to_string());
    let values = [("shown", &*shown), ("all", &*all), ("lines", &*rows)];
    match lines.shown() == lines.all {
        true => session.fill(text::COUNTED, &values),
        false => session.fill(text::COUNTED_SOME, &values),
    }
}

/// Says which pair is explained if its lines stand for more than that.
#[component]
pub fn StandsFor(props: &StandsForProps) -> Html {
    let session = use_session();
    let (seen, pair) = (&props.reachability, &props.selection);
    let Some((from, to)) = use_chosen(seen, Some(pair)) else { return Html::default() };
    if !seen.stands_for_several(from) && !seen.stands_for_several(to) {
        return Html::default();
    }
    let name = |end| end_label(seen.scenario(), end, session.language);
    let (source, destination) = (name(&pair.from), name(&pair.to));
    let text = match seen.differs(from, to) {
        true => text::STANDS_FOR_SOME,
        false => text::STANDS_FOR,
    };
    let said = session.fill(text, &[("from", &source), ("to", &destination)]);
    html! { <p class="stands-for">{said}</p> }
}
