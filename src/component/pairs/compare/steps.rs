//! The steps of the log as choices.

use yew::prelude::*;

use crate::component::words::edit::describe;
use crate::hooks::Session;
use crate::text::{compare as text, timeline};
use sg_core::history::History;
use sg_core::language::Text;

/// A field that chooses a step.
pub(super) fn step_field(
    session: &Session,
    history: &History,
    (label, chosen): (Text, usize),
    onchange: Callback<Event>,
) -> Html {
    let option = |position: usize| {
        html! {
            <option value={position.to_string()} selected={position == chosen}>{step_name(session, history, position)}</option>
        }
    };
    html! {
        <label class="field">{session.say(label)}
            <select {onchange}>{for (0..=history.steps().len()).map(option)}</select>
        </label>
    }
}

/// A step by its number and what it did.
fn step_name(session: &Session, history: &History, position: usize) -> String {
    let step = position.checked_sub(1).and_then(|index| history.steps().get(index));
    let what = match step {
        None => session.say(timeline::BEGINNING).to_owned(),
        Some(step) if step.opens() => {
            let groups = step.after.groups().len().to_string();
            let interfaces = step.after.interfaces().len().to_string();
            let opened =
                describe(session, history.scenario_at(position.saturating_sub(1)), &step.edit);
            let time = step.env.now.to_string();
            let values = [
                ("opened", opened.as_str()),
                ("time", time.as_str()),
                ("groups", groups.as_str()),
                ("interfaces", interfaces.as_str()),
            ];
            session.fill(text::STEP_OPENED, &values)
        }
        Some(step) => {
            let before = history.scenario_at(position.saturating_sub(1));
            describe(session, before, &step.edit)
        }
    };
    session.fill(text::STEP, &[("number", &position.to_string()), ("what", &what)])
}
