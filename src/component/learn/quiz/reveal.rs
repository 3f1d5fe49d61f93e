//! The answer of a quiz: whether the learner was right, the matching misconception, the
//! explanation.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::answer::why::why;
use crate::component::kit::cite::cite;
use crate::component::kit::copy::CopyButton;
use crate::hooks::{Session, use_page_address, use_session};
use crate::platform;
use crate::state::{Action, QuizEdit};
use crate::text::quiz as text;
use sg_core::explain::explain;
use sg_core::language::Text;
use sg_core::quiz::{Explanation, Misconception, Quiz};
use sg_core::share::Route;

/// Properties of [`Reveal`].
#[derive(Properties, PartialEq, Eq)]
pub struct RevealProps {
    /// The quiz.
    pub quiz: Arc<Quiz>,
    /// The learner's answer.
    pub works: bool,
}

/// The reveal, with the most relevant parts first.
#[component]
pub fn Reveal(props: &RevealProps) -> Html {
    let session = use_session();
    let RevealProps { quiz, works } = props;
    let right = *works == quiz.works();
    let told = match (right, quiz.works()) {
        (true, true) => text::RIGHT_WORKS,
        (true, false) => text::RIGHT_BLOCKED,
        (false, true) => text::WRONG_WORKS,
        (false, false) => text::WRONG_BLOCKED,
    };
    let (class, glyph) = if right { ("told right", "✓") } else { ("told wrong", "✗") };
    let explanation = use_memo((Arc::clone(quiz), session.language), |(quiz, language)| {
        explain(&quiz.scenario, &quiz.truth, *language)
    });
    let page = use_page_address();
    let next =
        session.dispatch.reform(|_: MouseEvent| Action::Quiz(QuizEdit::Next(platform::env())));
    html! {
        <div class="quiz-reveal" data-focus-fallback="quiz-question">
            <h3 id="quiz-told" tabindex="-1" {class}>
                <span aria-hidden="true">{glyph}{" "}</span>{session.say(told)}
            </h3>
            {misconception(&session, quiz, right)}
            {why(&session, Some(&explanation))}
            <div class="quiz-ways">
                <button type="button" id="quiz-next" class="primary" onclick={next}>{session.say(text::NEXT)}</button>
                <button type="button" onclick={session.on(Action::Quiz(QuizEdit::Leave))}>{session.say(text::LEAVE)}</button>
                <CopyButton label={session.say(text::SHARE)} done={session.say(text::SHARED)} what={link(&session, &page, quiz)} />
            </div>
        </div>
    }
}

/// The misconception behind the question: a wrong answer matches it, a right one rules it out.
fn misconception(session: &Session, quiz: &Quiz, right: bool) -> Html {
    let Explanation { name, thought, correction, met, clause } = quiz.topic.explanation();
    let others: Vec<&str> = quiz
        .misled
        .iter()
        .filter(|misconception| **misconception != quiz.topic)
        .map(|misconception: &Misconception| session.say(misconception.explanation().name))
        .collect();
    let line = |term: Text, said: Html| html! { <><dt>{session.say(term)}</dt><dd>{said}</dd></> };
    html! {
        <div class={classes!("misconception", (!right).then_some("held"))}>
            <p>
                {session.say(if right { text::AVOIDED } else { text::FITS })}{session.gap()}
                <b>{session.say(name)}</b>
            </p>
            <dl>
                {line(text::THOUGHT, html! { {session.say(thought)} })}
                {line(text::CORRECTION, html! { <>{session.say(correction)}{cite(session, Some(clause))}</> })}
                {line(text::MET, html! { {session.say(met)} })}
            </dl>
            if !right && !others.is_empty() {
                <p class="muted">
                    {session.fill(text::ALSO_FITS, &[("misconceptions", &others.join(session.say(text::MISCONCEPTION_SEPARATOR)))])}
                </p>
            }
        </div>
    }
}

/// A link to the question in the page's language.
fn link(session: &Session, page: &str, quiz: &Quiz) -> String {
    let language = session.language.short();
    format!("{page}?lang={language}{}", Route::Quiz { seed: quiz.seed })
}
