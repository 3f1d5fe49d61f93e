//! Whether the link includes the steps that led to the scenario, and how many.

use yew::prelude::*;

use crate::component::kit::button::tick;
use crate::hooks::Session;
use crate::state::SentSteps;
use crate::text::storage as text;
use sg_core::share::Log;

/// The checkbox, or the reason why there is none. Steps reveal earlier states of the scenario.
pub(crate) fn steps_along(
    session: &Session,
    sent: SentSteps,
    with: bool,
    onchange: Callback<Event>,
) -> Html {
    let SentSteps { all, done, newest, fit } = sent;
    let numbers = [all, done, newest, all - done, Log::MOST_STEPS].map(|count| count.to_string());
    let [all_steps, done_steps, newest_steps, undone, most] = &numbers;
    let values = [
        ("count", all_steps.as_str()),
        ("done", done_steps),
        ("newest", newest_steps),
        ("undone", undone),
        ("most", most),
    ];
    let alone = match (newest, fit) {
        (0, _) => Some(text::STEPS_TOO_OLD),
        (_, false) => Some(text::STEPS_TOO_LONG),
        (_, true) => None,
    };
    if let Some(alone) = alone {
        return html! { <p class="with-steps muted">{session.fill(alone, &values)}</p> };
    }
    let offer = match (newest < all, done < all) {
        (true, _) => text::STEPS_NEWEST,
        (false, true) => text::STEPS_UNDONE,
        (false, false) => text::STEPS,
    };
    html! {
        <p class="with-steps">
            {tick(session.fill(offer, &values), (with, false), onchange)}
            <span class="muted">{session.say(text::STEPS_TELL)}</span>
        </p>
    }
}
