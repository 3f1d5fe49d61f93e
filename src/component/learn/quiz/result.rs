//! The end of a quiz: the score, the misconceptions that showed up, and what comes next.

use yew::prelude::*;

use crate::component::kit::cite::cite;
use crate::component::learn::lesson::open::{link, to_lesson};
use crate::component::learn::quiz::score::{done_text, refuted, ruled_out_list};
use crate::component::learn::training::hand_in::HandIn;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::state::{Action, QuizEdit};
use crate::text::quiz as text;
use sg_core::emulator::Env;
use sg_core::lesson::Lesson;
use sg_core::quiz::{Explanation, Misconception, Session as Answers, Standing};
use sg_core::training::Results;

/// Properties of [`QuizResult`].
#[derive(Properties, PartialEq)]
pub(crate) struct QuizResultProps {
    /// All answers.
    pub(crate) answers: Answers,
    /// Whether there is something to return to.
    pub(crate) returns: bool,
    /// What to hand in.
    pub(crate) results: Option<Results>,
}

/// The result, which has the focus when it appears.
#[component]
pub(crate) fn QuizResult(props: &QuizResultProps) -> Html {
    let session = use_session();
    use_effect_with((), |()| {
        platform::focus("quiz-result");
    });
    let answers = &props.answers;
    let (count, right) = answers.score();
    let (count, right) = (count.to_string(), right.to_string());
    let (held, cleared) = (answers.held(), answers.of(Standing::Clear).collect::<Vec<_>>());
    let asks_some = answers.topics().count() < Misconception::ALL.len();
    let press = |edit: fn(Env) -> QuizEdit| {
        session.dispatch.reform(move |_: MouseEvent| Action::Quiz(edit(platform::env())))
    };
    let back = if props.returns { text::BACK } else { text::TO_PLAYGROUND };
    html! {
        <section class="pane quiz-result" aria-labelledby="quiz-result" data-focus-fallback="matrix">
            <h2 id="quiz-result" tabindex="-1">
                {session.say(text::RESULT)}{" · "}
                {session.fill(text::ANSWERED, &[("right", &right), ("answers", &count)])}
            </h2>
            if held.is_empty() {
                <p>{session.say(if answers.is_done() { done_text(answers) } else { text::NOTHING_HELD })}</p>
            } else {
                <h3>{session.say(text::HELD)}</h3>
                <ul>{for held.iter().map(|own| suspect(&session, *own, Html::default()))}</ul>
            }
            {ruled_out_list(&session, &cleared)}
            {props.results.clone().map(|results| html! { <HandIn {results} /> }).unwrap_or_default()}
            <p class="quiz-ways">
                <button type="button" class="primary" data-focus-fallback="open-quiz" onclick={press(QuizEdit::Return)}>{session.say(back)}</button>
                <button type="button" data-focus-fallback="quiz-question" onclick={press(QuizEdit::Again)}>{session.say(text::AGAIN)}</button>
                if asks_some {
                    <button type="button" data-focus-fallback="quiz-question" onclick={press(QuizEdit::Everything)}>{session.say(text::EVERYTHING)}</button>
                }
            </p>
        </section>
    }
}

/// A misconception that showed up, what is true instead, the lesson that teaches it, and a note.
pub(crate) fn suspect(session: &Session, misconception: Misconception, note: Html) -> Html {
    let Explanation { correction, clause, lesson, .. } = misconception.explanation();
    let place = Lesson::all().iter().position(|own| own.id == lesson);
    let lesson = place.zip(Lesson::find(lesson)).map(|(place, own)| {
        let number = (place + 1).to_string();
        let values = [("number", number.as_str()), ("title", own.title.get(session.language))];
        let said = html! { {session.fill(text::TO_LESSON, &values)} };
        link(session, to_lesson(&own.id), Classes::default(), "lesson", said)
    });
    html! {
        <li>
            <b>{refuted(session, misconception)}</b>{session.gap()}
            {session.say(correction)}{cite(session, Some(clause))}{session.gap()}
            {lesson.unwrap_or_default()}
            {note}
        </li>
    }
}
