//! What the answers so far reveal about each misconception.

use yew::prelude::*;

use crate::hooks::Session;
use crate::text::quiz as text;
use sg_core::quiz::{Misconception, Session as Answers, Standing};

/// The score; empty before the first answer. Misconceptions not yet covered are only counted,
/// because their names would give answers away.
pub(crate) fn quiz_score(session: &Session, answers: &Answers) -> Html {
    let (count, right) = answers.score();
    if count == 0 {
        return Html::default();
    }
    let cleared: Vec<Misconception> = answers.of(Standing::Clear).collect();
    let (count, right) = (count.to_string(), right.to_string());
    let (ruled_out, all) = (cleared.len().to_string(), Misconception::ALL.len().to_string());
    let held = answers.held();
    html! {
        <section class="quiz-score" aria-label={session.say(text::SCORE)}>
            <p>
                {session.fill(text::ANSWERED, &[("right", &right), ("answers", &count)])}
                {" · "}
                {session.fill(text::CLEARED, &[("count", &ruled_out), ("all", &all)])}
            </p>
            <progress max={all.clone()} value={ruled_out.clone()} aria-hidden="true"></progress>
            if answers.is_done() {
                <p><b>{session.say(text::DONE)}</b></p>
            }
            if !held.is_empty() {
                <h3>{session.say(text::HELD)}</h3>
                <ul>{for held.iter().map(|misconception| suspect(session, answers, *misconception))}</ul>
            }
            if !cleared.is_empty() {
                <h3>{session.say(text::RULED_OUT)}</h3>
                <ul>{for cleared.iter().map(|misconception| html! {
                    <li><span class="ok" aria-hidden="true">{"✓ "}</span>{session.say(misconception.explanation().name)}</li>
                })}</ul>
            }
        </section>
    }
}

fn suspect(session: &Session, answers: &Answers, misconception: Misconception) -> Html {
    let tally = answers.tally(misconception);
    let missing = tally.wanted().saturating_sub(tally.in_a_row).to_string();
    html! {
        <li>
            <span class="bad" aria-hidden="true">{"✗ "}</span>{session.say(misconception.explanation().name)}{" "}
            <span class="muted">{session.fill(text::MORE_IN_A_ROW, &[("count", &missing)])}</span>
        </li>
    }
}
