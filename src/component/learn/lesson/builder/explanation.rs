//! Why a lesson works, in the words of its author: for every solution, and for some.

use yew::prelude::*;

use crate::component::learn::lesson::builder::conditions::in_words;
use crate::component::learn::lesson::builder::goals::removes;
use crate::component::learn::lesson::builder::making::Making;
use crate::component::learn::lesson::builder::prose::prose;
use crate::text::builder as text;
use sg_core::lesson::Draft;
use sg_core::lesson::course::Words;

/// The fields.
pub(super) fn explanation(making: &Making<'_>) -> Html {
    let session = making.session;
    let why = making.change(|draft: &mut Draft, why: Words| draft.why = why);
    let places = 0..making.draft.reasons.len();
    html! {
        <>
            <p class="muted">{session.say(text::WHY_LEAD)}</p>
            {prose(session, "lesson-why", [text::WHY_EN, text::WHY_ZH], None, &making.draft.why, &why)}
            <ol class="builder-list">{for places.map(|place| reason(making, place))}</ol>
            <p class="muted">{session.say(text::WHY_HOW)}</p>
        </>
    }
}

/// A reason with its conditions, each of which can be removed.
fn reason(making: &Making<'_>, place: usize) -> Html {
    let session = making.session;
    let Some(own) = making.draft.reasons.get(place) else { return Html::default() };
    let number = place + 1;
    let name = session.fill(text::REASON, &[("number", &number.to_string())]);
    let change = making.change(move |draft: &mut Draft, words: Words| {
        if let Some(own) = draft.reasons.get_mut(place) {
            own.text = words;
        }
    });
    let remove = making.change(move |draft: &mut Draft, _: MouseEvent| {
        draft.reasons.remove(place);
    });
    let condition = |at: usize| {
        let said = own.when.get(at).map(|claim| in_words(session, claim)).unwrap_or_default();
        let remove = making.change(move |draft: &mut Draft, _: MouseEvent| {
            if let Some(own) = draft.reasons.get_mut(place) {
                own.when.remove(at);
            }
        });
        html! { <li key={at}>{said.clone()}{removes(session, &said, remove)}</li> }
    };
    let labels = [text::REASON_ONE_EN, text::REASON_ONE_ZH];
    html! {
        <li key={place}>
            <p class="builder-item"><b>{name.clone()}</b><span class="grow"></span>{removes(session, &name, remove)}</p>
            {prose(session, &format!("lesson-reason-of-{number}"), labels, None, &own.text, &change)}
            if own.when.is_empty() {
                <p class="muted">{session.say(text::ALWAYS)}</p>
            } else {
                <p class="muted">{session.say(text::CONDITIONS)}</p>
                <ul class="builder-conditions">{for (0..own.when.len()).map(condition)}</ul>
            }
        </li>
    }
}
