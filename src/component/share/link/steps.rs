//! Beside the length of a link: whether the steps that led to the scene go along, and how many.

use yew::prelude::*;

use crate::hooks::use_session;
use crate::state::SentSteps;
use crate::text::storage as text;
use sg_core::share::Log;

/// Properties of [`StepsAlong`].
#[derive(Properties, PartialEq)]
pub struct StepsAlongProps {
    /// The steps, and what becomes of them in the link.
    pub sent: SentSteps,
    /// Whether they are wanted.
    pub with: bool,
    /// Hears whether they are wanted.
    pub onchange: Callback<bool>,
}

/// The box to tick, or why there is none. Steps say what was there before.
#[component]
pub fn StepsAlong(props: &StepsAlongProps) -> Html {
    let session = use_session();
    let SentSteps { all, done, newest, fit } = props.sent;
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
    let with = props.with;
    let onchange = props.onchange.reform(move |_: Event| !with);
    html! {
        <p class="with-steps">
            <label class="check"><input type="checkbox" checked={with} {onchange} />{session.fill(offer, &values)}</label>
            <span class="muted">{session.say(text::STEPS_TELL)}</span>
        </p>
    }
}
