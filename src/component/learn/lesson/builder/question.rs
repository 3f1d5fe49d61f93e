//! The question of a lesson draft: about the first goal, or the author's own.

use yew::prelude::*;

use crate::component::learn::lesson::builder::cell::selected;
use crate::component::learn::lesson::builder::making::Making;
use crate::component::learn::lesson::builder::prose::prose;
use crate::component::learn::lesson::builder::question_answers::answer;
use crate::text::builder as text;
use sg_core::language::Text;
use sg_core::lesson::Draft;
use sg_core::lesson::course::Words;
use sg_core::lesson::course::wire::{ChoiceWire, QuestionWire};
use sg_core::lesson::draft::{Answer, point};

/// The choice between the two, and the fields of an own question.
pub(super) fn question(making: &Making<'_>) -> Html {
    let own = making.draft.own_question();
    // An own question is kept for the author who changes their mind.
    let usual = kind(making, text::QUESTION_USUAL, own.is_none(), |draft| draft.asks_usual = true);
    let custom = kind(making, text::QUESTION_OWN, own.is_some(), |draft| {
        draft.asks_usual = false;
        draft.question = draft.question.take().or_else(|| Some(draft.usual_question()));
    });
    html! {
        <>
            <fieldset class="builder-kinds">{usual}{custom}</fieldset>
            {own.map(|question| fields(making, question)).unwrap_or_default()}
        </>
    }
}

fn kind(making: &Making<'_>, name: Text, checked: bool, choose: fn(&mut Draft)) -> Html {
    let onchange = making.change(move |draft: &mut Draft, _: Event| choose(draft));
    html! {
        <label class="check">
            <input type="radio" name="lesson-question" {checked} {onchange} />{making.session.say(name)}
        </label>
    }
}

fn fields(making: &Making<'_>, question: &QuestionWire) -> Html {
    let session = making.session;
    let set = making.ask(|question, words: Words| question.text = words);
    let add = making.ask(|question, _: MouseEvent| {
        let claims = Answer::default().claims(question);
        let (text, feedback) = (Words::default(), Words::default());
        question.choices.push(ChoiceWire { text, claims, feedback });
    });
    let cell = selected(making.scenario, making.view);
    let use_cell = making.ask({
        let cell = cell.clone();
        move |question, _: MouseEvent| {
            if let Some(cell) = &cell {
                *question = point(question, &cell.from, &cell.to, &cell.packets);
            }
        }
    });
    let packets = question.packets.as_deref().unwrap_or(session.say(text::ALL_PACKETS));
    let about = [("from", &*question.from), ("to", &question.to), ("packets", packets)];
    let places = 0..question.choices.len();
    html! {
        <>
            {prose(session, "lesson-question", [text::QUESTION_EN, text::QUESTION_ZH], None, &question.text, &set)}
            <p>{session.fill(text::QUESTION_CELL, &about)}</p>
            <div class="builder-cell">
                <button type="button" id="lesson-question-cell" disabled={cell.is_none()} onclick={use_cell}>{session.say(text::QUESTION_POINT)}</button>
            </div>
            <p class="muted">{session.say(text::ONE_RIGHT)}</p>
            <ol class="builder-list">{for places.map(|place| answer(making, question, place))}</ol>
            <div class="builder-cell">
                <button type="button" id="lesson-add-answer" disabled={question.choices.len() >= MOST_ANSWERS} onclick={add}>{session.say(text::ADD_ANSWER)}</button>
            </div>
        </>
    }
}

/// The most answers that the builder adds. A file may have more.
const MOST_ANSWERS: usize = 8;
