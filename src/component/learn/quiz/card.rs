//! The question of a quiz with its two answers, which the reveal replaces.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::learn::quiz::reveal::Reveal;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::state::{Action, LocationEdit, Opening, QuizEdit, Quizzing};
use crate::text::quiz as text;
use sg_core::connectivity::Packet;
use sg_core::explain::end_label;
use sg_core::language::Segment;
use sg_core::quiz::Quiz;

/// Properties of [`QuizCard`].
#[derive(Properties, PartialEq, Eq)]
pub struct QuizCardProps {
    /// The quiz.
    pub quiz: Arc<Quiz>,
    /// The answers so far, including this one once it is given.
    pub quizzing: Quizzing,
}

/// The card. Until the question is answered, nothing in it depends on the answer.
#[component]
pub fn QuizCard(props: &QuizCardProps) -> Html {
    let session = use_session();
    let QuizCardProps { quiz, quizzing } = props;
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
    let skip =
        session.dispatch.reform(|_: MouseEvent| Action::Quiz(QuizEdit::Next(platform::env())));
    let end = session.dispatch.reform(|_: MouseEvent| {
        let start = LocationEdit::Open(std::rc::Rc::new(Opening::of("")), platform::env());
        Action::Location(start)
    });
    html! {
        <section class="quiz-card" aria-labelledby="quiz-question">
            <p class="quiz-head">
                <span class="tag">{session.fill(text::QUIZ_OF, &[("number", &quiz.seed.to_string())])}</span>
                <span class="grow"></span>
                if quizzing.answer.is_none() {
                    <button type="button" class="link" onclick={skip}>{session.say(text::SKIP)}</button>
                }
                <button type="button" class="link" onclick={end}>{session.say(text::END)}</button>
            </p>
            <h2 id="quiz-question" tabindex="-1">{question(&session, quiz)}</h2>
            if let Some(works) = quizzing.answer {
                <Reveal quiz={Arc::clone(quiz)} {works} />
            } else {
                <p class="muted">{session.say(text::HINT)}</p>
                <div class="quiz-answers" role="group" aria-label={session.say(text::YOUR_ANSWER)} data-focus-fallback="quiz-told">
                    {answer(&session, true)}
                    {answer(&session, false)}
                </div>
            }
        </section>
    }
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
    let label = |end| end_label(&quiz.scenario, end);
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
