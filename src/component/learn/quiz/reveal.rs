//! The answer of a quiz: whether the learner was right, the matching misconception, the
//! explanation.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::answer::why::why;
use crate::component::kit::copy::CopyButton;
use crate::component::learn::practice::practise;
use crate::component::learn::quiz::misconception::explained;
use crate::component::learn::training::bar::next_part;
use crate::hooks::{Session, use_page_address, use_session};
use crate::platform;
use crate::state::{Action, QuizEdit, SeriesPlace};
use crate::text::quiz as text;
use sg_core::emulator::Env;
use sg_core::explain::explain;
use sg_core::quiz::{Explanation, Misconception, Quiz};
use sg_core::share::Route;

/// Properties of [`Reveal`].
#[derive(Properties, PartialEq, Eq)]
pub struct RevealProps {
    /// The quiz.
    pub quiz: Arc<Quiz>,
    /// The learner's answer.
    pub works: bool,
    /// Whether everything asked about is ruled out, so that the result comes next.
    pub done: bool,
    /// How many misconceptions are due to be practised.
    #[prop_or_default]
    pub due: usize,
    /// Its place in a series, if its questions are fixed.
    #[prop_or_default]
    pub series: Option<SeriesPlace>,
}

/// The reveal, with the most relevant parts first.
#[component]
pub fn Reveal(props: &RevealProps) -> Html {
    let session = use_session();
    let RevealProps { quiz, works, done, due, series } = props;
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
    let press = |edit: fn(Env) -> QuizEdit| {
        session.dispatch.reform(move |_: MouseEvent| Action::Quiz(edit(platform::env())))
    };
    html! {
        <div class="quiz-reveal" data-focus-fallback="quiz-question">
            <h3 id="quiz-told" tabindex="-1" {class}>
                <span aria-hidden="true">{glyph}{" "}</span>{session.say(told)}
            </h3>
            {misconception(&session, quiz, right)}
            {why(&session, Some(&explanation))}
            <div class="quiz-ways">
                {match series {
                    Some(SeriesPlace { is_last: true, next_part: Some(part), .. }) => next_part(&session, *part),
                    Some(SeriesPlace { is_last: true, next_part: None, .. }) => html! {
                        <button type="button" class="primary" onclick={press(QuizEdit::End)}>{session.say(text::SHOW_RESULT)}</button>
                    },
                    Some(_) => html! {
                        <button type="button" id="quiz-next" class="primary" onclick={press(QuizEdit::Next)}>{session.say(text::NEXT)}</button>
                    },
                    None => html! {
                        <>
                            if *done {
                                <button type="button" class="primary" onclick={press(QuizEdit::End)}>{session.say(text::SHOW_RESULT)}</button>
                            }
                            <button type="button" id="quiz-next" class={(!*done).then_some("primary")} onclick={press(QuizEdit::Next)}>{session.say(text::NEXT)}</button>
                            if *due > 0 {
                                {practise(&session, *due, None)}
                            }
                            <button type="button" data-focus-fallback="matrix" onclick={press(QuizEdit::Leave)}>{session.say(text::LEAVE)}</button>
                        </>
                    },
                }}
                <CopyButton label={session.say(text::SHARE)} done={session.say(text::SHARED)} what={link(&session, &page, quiz)} />
            </div>
        </div>
    }
}

/// The misconception behind the question: a wrong answer matches it, a right one rules it out.
fn misconception(session: &Session, quiz: &Quiz, right: bool) -> Html {
    let Explanation { name, .. } = quiz.topic.explanation();
    let others: Vec<&str> = quiz
        .misled
        .iter()
        .filter(|misconception| **misconception != quiz.topic)
        .map(|misconception: &Misconception| session.say(misconception.explanation().name))
        .collect();
    html! {
        <div class={classes!("misconception", (!right).then_some("held"))}>
            <p>
                {session.say(if right { text::AVOIDED } else { text::FITS })}{session.gap()}
                <b>{session.say(name)}</b>
            </p>
            {explained(session, quiz.topic)}
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
