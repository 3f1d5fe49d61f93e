//! The goals of a lesson draft: cells of the matrix that must pass, and cells that must be blocked.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::error_line::FieldError;
use crate::component::kit::text_field::TextField;
use crate::component::learn::lesson::builder::cell::{packets, selected};
use crate::component::learn::lesson::builder::making::Making;
use crate::component::learn::lesson::words::said;
use crate::hooks::{Session, use_session};
use crate::state::View;
use crate::text::builder as text;
use sg_core::connectivity::PacketChoice;
use sg_core::goal::packets::parse;
use sg_core::language::Text;
use sg_core::lesson::{Draft, GoalCell};
use sg_core::model::Scenario;

#[derive(Properties, PartialEq)]
pub(crate) struct BuilderGoalsProps {
    pub(crate) scenario: Arc<Scenario>,
    pub(crate) draft: Rc<Draft>,
    pub(crate) view: View,
}

/// The selected cell with a button for each kind of goal, and the goals so far. Its packets are those
/// of the matrix until others are typed.
#[component]
pub(crate) fn BuilderGoals(props: &BuilderGoalsProps) -> Html {
    let session = use_session();
    let BuilderGoalsProps { scenario, draft, view } = props;
    let making = Making { session: &session, scenario, draft, view };
    let typed = use_state(|| None::<(PacketChoice, String)>);
    let own = (*typed).clone().filter(|(choice, _)| *choice == view.packet);
    let value = own.map_or_else(|| packets(view.packet), |(_, text)| text);
    let unreadable = !value.trim().is_empty() && parse(value.trim()).is_err();
    let error = unreadable.then(|| FieldError::Topology(session.say(text::BAD_PACKETS).into()));
    let oninput = {
        let (typed, choice) = (typed.setter(), view.packet);
        Callback::from(move |text: String| typed.set(Some((choice, text))))
    };
    let cell = selected(scenario, view);
    let cell = cell.map(|cell| GoalCell { packets: value.trim().to_owned(), ..cell });
    html! {
        <>
            <p class="muted">{session.say(text::LEAD)}</p>
            <div class="builder-cell">
                {cell.as_ref().map_or_else(|| html! { <p>{session.say(text::NONE_SELECTED)}</p> }, |cell| now(&making, cell))}
                <TextField id="lesson-packets" label={text::PACKETS} {value} placeholder="tcp/443" {oninput} {error} />
                {add(&making, cell.as_ref().filter(|_| !unreadable), true, text::MUST_PASS)}
                {add(&making, cell.as_ref().filter(|_| !unreadable), false, text::MUST_NOT)}
            </div>
            if draft.goals.is_empty() {
                <p class="none">{session.say(text::NO_GOALS)}</p>
            }
            <ol class="goals builder-goals" aria-label={session.say(text::TAB_GOALS)}>
                {for (0..draft.goals.len()).map(|place| goal(&making, place))}
            </ol>
        </>
    }
}

/// The cell, and how its packets fare in the scenario.
fn now(making: &Making<'_>, cell: &GoalCell) -> Html {
    let Making { session, scenario, .. } = making;
    let holds = |passes: bool| {
        let goal = GoalCell { passes, ..cell.clone() }.goal();
        goal.claim.holds(scenario) == Some(true)
    };
    let (class, glyph, word) = match (holds(true), holds(false)) {
        (true, _) => ("pass", "✓", text::NOW_PASS),
        (_, true) => ("fail", "✗", text::NOW_BLOCKED),
        _ => ("part", "◐", text::NOW_OTHER),
    };
    let ends = [("from", &*cell.from), ("to", &cell.to)];
    html! {
        <p class="builder-selected" role="status">
            <b>{session.fill(text::SELECTED, &ends)}</b>{" "}
            <span class={classes!("badge", class)} aria-hidden="true">{glyph}</span>{" "}{session.say(word)}
        </p>
    }
}

/// A button that adds the cell as a goal. A goal about the same packets is replaced, because both
/// cannot be met.
fn add(making: &Making<'_>, cell: Option<&GoalCell>, passes: bool, name: Text) -> Html {
    let disabled = cell.is_none();
    let cell = cell.map(|cell| GoalCell { passes, ..cell.clone() });
    let onclick = making.change(move |draft: &mut Draft, _: MouseEvent| {
        let Some(cell) = cell.clone() else { return };
        let same = |own: &&mut GoalCell| {
            own.written.is_none()
                && (&own.from, &own.to, &own.packets) == (&cell.from, &cell.to, &cell.packets)
        };
        match draft.goals.iter_mut().find(same) {
            Some(known) => *known = cell,
            None => draft.goals.push(cell),
        }
    });
    html! { <button type="button" {disabled} {onclick}>{making.session.say(name)}</button> }
}

fn goal(making: &Making<'_>, place: usize) -> Html {
    let Making { session, scenario, draft, .. } = making;
    let Some(goal) = draft.goals.get(place).map(GoalCell::goal) else { return Html::default() };
    let holds = goal.claim.holds(scenario) == Some(true);
    let (class, glyph, word) = match holds {
        true => ("met", "✓", text::HOLDS),
        false => ("open", "○", text::OPEN),
    };
    let name = goal.name.get(session.language).to_owned();
    let remove = making.change(move |draft: &mut Draft, _: MouseEvent| {
        draft.goals.remove(place);
    });
    html! {
        <li key={place} {class}>
            <span class="glyph" aria-hidden="true">{glyph}</span>
            <span class="visually-hidden">{session.say(word)}{" "}</span>
            <div>{said(session, &goal.name)}</div>
            <span>{moves(session, &name, up(making, place))}{removes(session, &name, remove)}</span>
        </li>
    }
}

fn up(making: &Making<'_>, place: usize) -> Option<Callback<MouseEvent>> {
    let before = place.checked_sub(1)?;
    Some(making.change(move |draft: &mut Draft, _: MouseEvent| draft.goals.swap(before, place)))
}

/// A button that moves an item up; disabled for the first one.
pub(super) fn moves(session: &Session, name: &str, up: Option<Callback<MouseEvent>>) -> Html {
    let label = session.fill(text::UP, &[("what", name)]);
    let enabled = up.is_some();
    IconButton::new("↑", label, up.unwrap_or_default()).enabled(enabled).fallback("builder").show()
}

/// A button that removes an item.
pub(super) fn removes(session: &Session, name: &str, remove: Callback<MouseEvent>) -> Html {
    let label = session.fill(text::REMOVE, &[("what", name)]);
    IconButton::cross(label, remove).fallback("builder").show()
}
