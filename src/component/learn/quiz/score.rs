//! What the answers so far reveal about each misconception.

use yew::prelude::*;

use crate::hooks::Session;
use crate::text::quiz as text;
use sg_core::language::Text;
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
    let (ruled_out, all) = (cleared.len().to_string(), answers.topics().count().to_string());
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
                <p><b>{session.say(done_text(answers))}</b></p>
            }
            if !held.is_empty() {
                <h3>{session.say(text::HELD)}</h3>
                <ul>{for held.iter().map(|misconception| suspect(session, answers, *misconception))}</ul>
            }
            {ruled_out_list(session, &cleared)}
        </section>
    }
}

/// That everything asked about is ruled out.
pub(crate) fn done_text(answers: &Answers) -> Text {
    match answers.topics().count() == Misconception::ALL.len() {
        true => text::DONE,
        false => text::DONE_SO_FAR,
    }
}

/// The misconceptions ruled out, each as a statement that is false: a mark of success before the
/// misconception itself would read as if it were true.
pub(crate) fn ruled_out_list(session: &Session, cleared: &[Misconception]) -> Html {
    if cleared.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{session.say(text::RULED_OUT)}</h3>
            <ul>{for cleared.iter().map(|misconception| html! { <li>{refuted(session, *misconception)}</li> })}</ul>
        </>
    }
}

/// A misconception as a statement that is false.
pub(crate) fn refuted(session: &Session, misconception: Misconception) -> String {
    session.fill(text::FALSE, &[("misconception", session.say(misconception.explanation().name))])
}

fn suspect(session: &Session, answers: &Answers, misconception: Misconception) -> Html {
    let tally = answers.tally(misconception);
    let missing = tally.wanted().saturating_sub(tally.in_a_row).to_string();
    html! {
        <li>
            {refuted(session, misconception)}{session.gap()}
            <span class="muted">{session.fill(text::MORE_IN_A_ROW, &[("count", &missing)])}</span>
        </li>
    }
}
