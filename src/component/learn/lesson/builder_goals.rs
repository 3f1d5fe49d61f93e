//! The goals of a lesson draft: cells that must pass, and cells that must be blocked.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::error_line::FieldError;
use crate::component::kit::text_field::TextField;
use crate::hooks::{use_session, value_of};
use crate::state::{Action, LocationEdit, Selection};
use crate::text::builder as text;
use sg_core::connectivity::End;
use sg_core::explain::end_label;
use sg_core::goal::packets;
use sg_core::language::Language;
use sg_core::language::Text;
use sg_core::lesson::{Draft, GoalCell, draft};
use sg_core::model::Scenario;

#[derive(Properties, PartialEq)]
pub(crate) struct BuilderGoalsProps {
    pub(crate) scenario: Arc<Scenario>,
    pub(crate) draft: Rc<Draft>,
    pub(crate) selection: Option<Selection>,
}

/// The goals so far, and a form to add a cell, initially the one selected on the page.
#[component]
pub(crate) fn BuilderGoals(props: &BuilderGoalsProps) -> Html {
    let session = use_session();
    let BuilderGoalsProps { scenario, draft, selection } = props;
    let names = names(scenario);
    let chosen = use_state(|| first(scenario, selection.as_ref(), &names));
    let set = |draft: Draft| {
        session.on::<MouseEvent>(Action::Location(LocationEdit::Draft(Rc::new(draft))))
    };
    let typed = chosen.packets.trim();
    let unreadable = !typed.is_empty() && packets::parse(typed).is_err();
    let error = unreadable.then(|| FieldError::Topology(session.say(text::BAD_PACKETS).into()));
    let add = |passes: bool, name: Text| {
        let mut next = Draft::clone(draft);
        next.goals.push(GoalCell { passes, ..(*chosen).clone() });
        html! { <button type="button" disabled={unreadable} onclick={set(next)}>{session.say(name)}</button> }
    };
    let goal = |(place, cell): (usize, &GoalCell)| {
        let sentence = if cell.passes { draft::text::MUST_PASS } else { draft::text::MUST_NOT };
        let said = cell.says(sentence).get(session.language).to_owned();
        let mut next = Draft::clone(draft);
        next.goals.remove(place);
        let name = session.fill(text::REMOVE, &[("goal", &said)]);
        html! {
            <li key={place}>
                {said}{" "}
                {IconButton::cross(name, set(next)).fallback("lesson-packets").show()}
            </li>
        }
    };
    let end = |label: Text, value: &str, put: fn(&mut GoalCell, String)| {
        let chosen = chosen.clone();
        let onchange = Callback::from(move |event: Event| {
            let mut cell = (*chosen).clone();
            put(&mut cell, value_of(&event));
            chosen.set(cell);
        });
        select(session.say(label), &names, value, onchange)
    };
    let oninput = {
        let chosen = chosen.clone();
        Callback::from(move |packets: String| chosen.set(GoalCell { packets, ..(*chosen).clone() }))
    };
    html! {
        <>
            <h3>{session.say(text::GOALS)}</h3>
            <ul class="builder-goals">{for draft.goals.iter().enumerate().map(goal)}</ul>
            <div class="builder-cell">
                {end(text::FROM, &chosen.from, |cell, name| cell.from = name)}
                {end(text::TO, &chosen.to, |cell, name| cell.to = name)}
                <TextField id="lesson-packets" label={text::PACKETS} value={chosen.packets.clone()} placeholder="tcp/443" {oninput} {error} />
                {add(true, text::MUST_PASS)}
                {add(false, text::MUST_NOT)}
            </div>
        </>
    }
}

fn select(label: &str, names: &[String], value: &str, onchange: Callback<Event>) -> Html {
    html! {
        <label class="field">
            {label.to_owned()}
            <select {onchange}>
                {for names.iter().map(|name| html! { <option value={name.clone()} selected={name == value}>{name.clone()}</option> })}
            </select>
        </label>
    }
}

/// The ends of the scenario as lessons name them: one of several interfaces by its id.
fn names(scenario: &Scenario) -> Vec<String> {
    let inside = scenario.interfaces().map(|own| name(scenario, &End::Interface(own.id.clone())));
    inside.chain(scenario.outside().iter().map(|outside| outside.name.clone())).collect()
}

fn name(scenario: &Scenario, end: &End) -> String {
    match end {
        End::Interface(id) => match scenario.instance_of(id) {
            Some(instance) if instance.interfaces.len() == 1 => {
                end_label(scenario, end, Language::En)
            }
            Some(_) | None => id.to_string(),
        },
        End::Outside(name) => name.clone(),
    }
}

fn first(scenario: &Scenario, selection: Option<&Selection>, names: &[String]) -> GoalCell {
    let own = selection.map(|pair| (name(scenario, &pair.from), name(scenario, &pair.to)));
    let other = || {
        let mut names = names.iter().cloned();
        let from = names.next().unwrap_or_default();
        (from.clone(), names.next().unwrap_or(from))
    };
    let (from, to) = own.unwrap_or_else(other);
    GoalCell { from, to, ..GoalCell::default() }
}
