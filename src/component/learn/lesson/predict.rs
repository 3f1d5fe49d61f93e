//! The question before the work: select an answer, then see whether it is right and why.

use yew::prelude::*;

use crate::component::learn::lesson::words::said;
use crate::hooks::{Session, use_session};
use crate::state::{Action, LessonEdit, LessonStep};
use crate::text::lessons as text;
use sg_core::lesson::course::{Choice, Question};

/// Properties of [`Predict`].
#[derive(Properties, PartialEq)]
pub(crate) struct PredictProps {
    /// The question.
    pub(crate) question: Question,
    /// The selected answer.
    pub(crate) predicted: Option<usize>,
}

/// Radio buttons in a form. The selected answer is checked against the engine's result.
#[component]
pub(crate) fn Predict(props: &PredictProps) -> Html {
    let session = use_session();
    let chosen = use_state(|| props.predicted);
    let question = &props.question;
    let current = props.predicted.or(*chosen);
    let onsubmit = {
        let (dispatch, chosen) = (session.dispatch.clone(), *chosen);
        Callback::from(move |event: SubmitEvent| {
            // Otherwise submitting the form would reload the page.
            event.prevent_default();
            if let Some(choice) = chosen {
                dispatch.emit(Action::Lesson(LessonEdit::Predict(choice)));
            }
        })
    };
    let answered = props.predicted.is_some();
    let option = |(place, choice): (usize, &Choice)| {
        let setter = chosen.setter();
        let right = answered && place == question.right;
        let wrong = answered && !right && current == Some(place);
        html! {
            <label class={classes!("choice", right.then_some("right"), wrong.then_some("wrong"))}>
                <input
                    type="radio"
                    name="prediction"
                    checked={current == Some(place)}
                    disabled={answered}
                    onchange={Callback::from(move |_: Event| setter.set(Some(place)))}
                />
                <span>
                    if right { <span class="visually-hidden">{session.say(text::RIGHT_ANSWER)}</span> }
                    {said(&session, &choice.text)}
                </span>
                if right { <span class="glyph" aria-hidden="true">{"✓"}</span> }
                if wrong { <span class="glyph" aria-hidden="true">{"✗"}</span> }
            </label>
        }
    };
    html! {
        <form class="predict" aria-label={session.say(text::PREDICT)} {onsubmit}>
            <fieldset>
                <legend>{said(&session, &question.text)}</legend>
                {for question.choices.iter().enumerate().map(option)}
            </fieldset>
            <div role="status">
                if let Some(predicted) = props.predicted {
                    {feedback(&session, question, predicted)}
                }
            </div>
            <p class="row">
                if answered {
                    <button type="button" class="primary" id="lesson-go-on" onclick={to_task(&session)}>{session.say(text::GO_ON)}</button>
                } else {
                    <button type="submit" class="primary" data-focus-fallback="lesson-go-on" disabled={current.is_none()}>{session.say(text::CHECK)}</button>
                    <button type="button" class="link" data-focus-fallback="lesson" onclick={to_task(&session)}>{session.say(text::SKIP)}</button>
                }
            </p>
        </form>
    }
}

fn to_task(session: &Session) -> Callback<MouseEvent> {
    session.on(Action::Lesson(LessonEdit::Step(LessonStep::Do)))
}

/// Whether the selected answer is right, the feedback, and what there is to say about the right one.
fn feedback(session: &Session, question: &Question, predicted: usize) -> Html {
    let Some(chosen) = question.choices.get(predicted) else { return Html::default() };
    let right = question.choices.get(question.right).filter(|_| predicted != question.right);
    let correct = right.is_none();
    let verdict = if correct { text::RIGHT } else { text::NOT_RIGHT };
    html! {
        <>
            <p class={classes!("feedback", correct.then_some("right"), (!correct).then_some("wrong"))}>
                <b>{session.say(verdict)}</b>{session.gap()}{said(session, &chosen.feedback)}
            </p>
            if let Some(right) = right {
                // Its text stands above, with a mark.
                <p class="feedback">{said(session, &right.feedback)}</p>
            }
        </>
    }
}
