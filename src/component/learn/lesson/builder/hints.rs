//! The hints of a lesson draft, and what its learners may change.

use yew::prelude::*;

use crate::component::kit::button::tick;
use crate::component::learn::lesson::builder::goals::{moves, removes};
use crate::component::learn::lesson::builder::making::Making;
use crate::component::learn::lesson::builder::prose::prose;
use crate::component::words::lock::what_of;
use crate::state::Lock;
use crate::text::builder as text;
use sg_core::lesson::Draft;
use sg_core::lesson::course::Words;

/// The fields.
pub(super) fn hints(making: &Making<'_>) -> Html {
    let session = making.session;
    let count = making.draft.hints.len();
    let add = making.change(|draft: &mut Draft, _: MouseEvent| draft.hints.push(Words::default()));
    html! {
        <>
            <p class="muted">{session.say(text::HINTS_LEAD)}</p>
            <ol class="builder-list">{for (0..count).map(|place| hint(making, place))}</ol>
            <div class="builder-cell">
                <button type="button" id="lesson-add-hint" disabled={count >= Draft::MOST_HINTS} onclick={add}>{session.say(text::ADD_HINT)}</button>
            </div>
            <fieldset class="builder-locks">
                <legend>{session.say(text::LOCKS)}</legend>
                {for Lock::ALL.into_iter().map(|lock| may(making, lock))}
            </fieldset>
        </>
    }
}

fn hint(making: &Making<'_>, place: usize) -> Html {
    let session = making.session;
    let number = place + 1;
    let name = session.fill(text::HINT, &[("number", &number.to_string())]);
    let Some(words) = making.draft.hints.get(place) else { return Html::default() };
    let change = making.change(move |draft: &mut Draft, words: Words| {
        if let Some(own) = draft.hints.get_mut(place) {
            *own = words;
        }
    });
    let remove = making.change(move |draft: &mut Draft, _: MouseEvent| {
        draft.hints.remove(place);
    });
    let up = place.checked_sub(1).map(|before| {
        making.change(move |draft: &mut Draft, _: MouseEvent| draft.hints.swap(before, place))
    });
    let id = format!("lesson-hint-{number}");
    html! {
        <li key={place}>
            <p class="builder-item"><b>{name.clone()}</b><span class="grow"></span>{moves(session, &name, up)}{removes(session, &name, remove)}</p>
            {prose(session, &id, [text::HINT_EN, text::HINT_ZH], Some(number), words, &change)}
        </li>
    }
}

/// A kind of edit, ticked if learners may make it.
fn may(making: &Making<'_>, lock: Lock) -> Html {
    let locked = making.draft.locks.iter().any(|word| word == lock.word());
    let onchange = making.change(move |draft: &mut Draft, _: Event| {
        let words = &mut draft.locks;
        match words.iter().position(|word| word == lock.word()) {
            Some(place) => drop(words.remove(place)),
            None => words.push(lock.word().to_owned()),
        }
    });
    tick(making.session.say(what_of(lock)), (!locked, false), onchange)
}
