//! The answers of an author's own question: text, claim and reason of each.

use yew::prelude::*;

use crate::component::learn::lesson::builder::goals::{moves, removes};
use crate::component::learn::lesson::builder::making::Making;
use crate::component::learn::lesson::builder::prose::prose;
use crate::hooks::value_of;
use crate::text::builder as text;
use sg_core::connectivity::ClauseId;
use sg_core::lesson::course::Words;
use sg_core::lesson::course::wire::{ChoiceWire, QuestionWire};
use sg_core::lesson::draft::Answer;

/// An answer. Whether it is right, the engine says.
pub(super) fn answer(making: &Making<'_>, question: &QuestionWire, place: usize) -> Html {
    let session = making.session;
    let Some(choice) = question.choices.get(place) else { return Html::default() };
    let number = place + 1;
    let name = session.fill(text::ANSWER, &[("number", &number.to_string())]);
    let holds = |choice: &ChoiceWire| {
        choice.claims.iter().all(|claim| claim.holds(making.scenario) == Some(true))
    };
    // What a question imagines to have been done changes what is right.
    let right = question.after.is_empty().then(|| holds(choice));
    let say = set(making, place, |choice, words| choice.text = words);
    let explain = set(making, place, |choice, words| choice.feedback = words);
    let remove = making.ask(move |question, _: MouseEvent| {
        question.choices.remove(place);
    });
    let up = place.checked_sub(1).map(|before| {
        making.ask(move |question, _: MouseEvent| question.choices.swap(before, place))
    });
    let id = format!("lesson-answer-{number}");
    let reason = format!("lesson-reason-{number}");
    html! {
        <li key={place}>
            <p class="builder-item">
                <b>{name.clone()}</b>
                {right.map(mark(making)).unwrap_or_default()}
                <span class="grow"></span>
                {moves(session, &name, up)}{removes(session, &name, remove)}
            </p>
            {prose(session, &id, [text::ANSWER_EN, text::ANSWER_ZH], None, &choice.text, &say)}
            {claim(making, question, choice, place)}
            {prose(session, &reason, [text::REASON_EN, text::REASON_ZH], None, &choice.feedback, &explain)}
        </li>
    }
}

fn mark(making: &Making<'_>) -> impl Fn(bool) -> Html {
    let session = making.session.clone();
    move |right: bool| {
        let (class, glyph, word) = match right {
            true => ("ok", "✓ ", text::ANSWER_RIGHT),
            false => ("muted", "✗ ", text::ANSWER_WRONG),
        };
        html! { <span {class}><span aria-hidden="true">{glyph}</span>{session.say(word)}</span> }
    }
}

fn set(making: &Making<'_>, place: usize, set: fn(&mut ChoiceWire, Words)) -> Callback<Words> {
    making.ask(move |question, words: Words| {
        if let Some(choice) = question.choices.get_mut(place) {
            set(choice, words);
        }
    })
}

/// What the answer claims about the cell of the question.
fn claim(making: &Making<'_>, question: &QuestionWire, choice: &ChoiceWire, place: usize) -> Html {
    let session = making.session;
    let Some(own) = Answer::of(question, choice) else {
        return html! { <p class="muted">{session.say(text::CLAIMS)}{": "}{session.say(text::CLAIM_FILE)}</p> };
    };
    let put = |set: fn(&mut Answer, String)| {
        let own = own.clone();
        making.ask(move |question: &mut QuestionWire, event: Event| {
            let mut own = own.clone();
            set(&mut own, value_of(&event));
            let claims = own.claims(question);
            if let Some(choice) = question.choices.get_mut(place) {
                choice.claims = claims;
            }
        })
    };
    let passes = put(|own, value| own.passes = value == "pass");
    let because = put(|own, value| own.clause = (!value.is_empty()).then_some(value));
    let clauses = ClauseId::ALL.iter().map(|id| {
        let number = id.to_string();
        let statement = id.clause().statement.get(session.language);
        html! { <option value={number.clone()} selected={own.clause.as_ref() == Some(&number)}>{format!("{number} {}", short(statement))}</option> }
    });
    html! {
        <div class="builder-cell">
            <label class="field">
                {session.say(text::CLAIMS)}
                <select id={format!("lesson-claim-{}", place + 1)} onchange={passes}>
                    <option value="pass" selected={own.passes}>{session.say(text::CLAIM_PASS)}</option>
                    <option value="blocked" selected={!own.passes}>{session.say(text::CLAIM_BLOCKED)}</option>
                </select>
            </label>
            <label class="field">
                {session.say(text::BECAUSE)}
                <select class="builder-clause" onchange={because}>
                    <option value="" selected={own.clause.is_none()}>{session.say(text::BECAUSE_ANY)}</option>
                    {for clauses}
                </select>
            </label>
        </div>
    }
}

/// The beginning of a statement, as it fits into a list.
fn short(statement: &str) -> String {
    const MOST: usize = 60;
    match statement.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", statement.get(..end).unwrap_or_default()),
        None => statement.to_owned(),
    }
}
