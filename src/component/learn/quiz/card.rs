//! The question of a quiz with its two answers, which the reveal replaces.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::learn::quiz::reveal::Reveal;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::state::{Action, QuizEdit, Quizzing, SeriesPlace};
use crate::text::{quiz as text, training};
use sg_core::connectivity::Packet;
use sg_core::emulator::Env;
use sg_core::explain::end_label;
use sg_core::language::Segment;
use sg_core::quiz::{Misconception, Quiz};

/// Properties of [`QuizCard`].
#[derive(Properties, PartialEq, Eq)]
pub struct QuizCardProps {
    /// The quiz.
    pub quiz: Arc<Quiz>,
    /// The answers so far, including this one once it is given.
    pub quizzing: Quizzing,
    /// How many misconceptions are due to be practised.
    #[prop_or_default]
    pub due: usize,
    /// Its place in a series, if its questions are fixed.
    #[prop_or_default]
    pub series: Option<SeriesPlace>,
}

/// The card. Until the question is answered, nothing in it depends on the answer.
#[component]
pub fn QuizCard(props: &QuizCardProps) -> Html {
    let session = use_session();
    let QuizCardProps { quiz, quizzing, due, series } = props;
    // The focus target: the question and, once it is answered, the result.
    let place = (quiz.seed, quizzing.answer.is_some());
    let first = use_mut_ref(|| true);
    use_effect_with(place, move |(_, answered)| {
        if !first.replace(false) {
            let id = match answered {
                true => "quiz-told",
                false => "quiz-question",
            };
            platform::focus(id);
        }
    });
    let press = |edit: fn(Env) -> QuizEdit| {
        session.dispatch.reform(move |_: MouseEvent| Action::Quiz(edit(platform::env())))
    };
    let asks_some =
        series.is_none() && quizzing.session.topics().count() < Misconception::ALL.len();
    html! {
        <section class="quiz-card" data-focus-fallback="matrix" aria-labelledby="quiz-question">
            <p class="quiz-head">
                <span class="tag">{session.fill(text::QUIZ_OF, &[("number", &quiz.seed.to_string())])}</span>
                {series.map(|place| html! { <span>{question_of(&session, place)}</span> }).unwrap_or_default()}
                <span class="grow"></span>
                if quizzing.answer.is_none() && series.is_none() {
                    <button type="button" class="link" onclick={press(QuizEdit::Next)}>{session.say(text::SKIP)}</button>
                }
                // A course is left by its own bar.
                if series.is_none_or(|place| place.next_part.is_none()) {
                    <button type="button" class="link" data-focus-fallback="open-quiz" onclick={press(QuizEdit::End)}>{session.say(text::END)}</button>
                }
            </p>
            <h2 id="quiz-question" tabindex="-1">{question(&session, quiz)}</h2>
            if let Some(works) = quizzing.answer {
                <Reveal quiz={Arc::clone(quiz)} {works} done={quizzing.session.is_done()} due={*due} series={*series} />
            } else {
                <p class="muted">{session.say(text::HINT)}</p>
                <div class="quiz-answers" role="group" aria-label={session.say(text::YOUR_ANSWER)} data-focus-fallback="quiz-told">
                    {answer(&session, true)}
                    {answer(&session, false)}
                </div>
                if asks_some {
                    <p class="muted">
                        {session.say(text::ONLY_TAUGHT)}{session.gap()}
                        <button type="button" class="link" onclick={press(QuizEdit::Everything)}>{session.say(text::EVERYTHING)}</button>
                    </p>
                }
            }
        </section>
    }
}

fn question_of(session: &Session, place: SeriesPlace) -> String {
    let numbers = [("number", &*place.number.to_string()), ("all", &*place.all.to_string())];
    session.fill(training::QUESTION_OF, &numbers)
}

fn answer(session: &Session, works: bool) -> Html {
    let (id, name) = match works {
        true => ("quiz-works", text::WORKS),
        false => ("quiz-blocked", text::BLOCKED),
    };
    html! {
        <button type="button" {id} class="quiz-answer" onclick={session.on(Action::Quiz(QuizEdit::Answer(works)))}>
            {session.say(name)}
        </button>
    }
}

/// The question as one sentence, with the ends and packets highlighted.
fn question(session: &Session, quiz: &Quiz) -> Html {
    let (from, to) = quiz.ends();
    let label = |end| end_label(&quiz.scenario, end, session.language);
    let flow = &quiz.truth.flow;
    let values = [
        ("from", label(&from)),
        ("to", label(&to)),
        ("packet", flow.packet.to_string()),
        ("address", flow.destination.address().to_string()),
    ];
    let asked = match (flow.packet, quiz.is_public()) {
        (Packet::Icmp | Packet::Icmpv6, false) => text::ASK_PING,
        (Packet::Icmp | Packet::Icmpv6, true) => text::ASK_PING_PUBLIC,
        (_, false) => text::ASK,
        (_, true) => text::ASK_PUBLIC,
    };
    let parts = asked.segments(session.language, &values);
    let part = |part: Segment<String>| match part {
        Segment::Words(words) => html! { {words} },
        Segment::Value(value) => html! { <b translate="no">{value}</b> },
    };
    parts.into_iter().map(part).collect()
}
