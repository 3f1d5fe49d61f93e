//! The explanation of the selected cell: the verdict, the layers in order, the rules tried and the
//! sources.

use yew::prelude::*;

use crate::component::kit::cite::{cite, cite_number};
use crate::component::words::parts::{part, parts};
use crate::drawing::{BY_ADDRESS, PARTIAL_UNKNOWN};
use crate::hooks::Session;
use crate::text::connectivity as text;
use sg_core::connectivity::{FieldMatch, Verdict};
use sg_core::explain::{Explanation, Note, Outcome, RuleLine, Step};

/// The explanation, with the sentence structure shared by all answers.
pub fn why(session: &Session, explanation: Option<&Explanation>) -> Html {
    let Some(explanation) = explanation else { return unasked(session) };
    html! {
        <section class="why" aria-label={session.say(text::WHY)}>
            {verdict(session, explanation, cite(session, explanation.clause))}
            {steps(session, explanation)}
        </section>
    }
}

/// Only the first sentence of the explanation.
pub(crate) fn why_in_short(session: &Session, explanation: Option<&Explanation>) -> Html {
    sentence(session, explanation, |own| cite(session, own.clause))
}

/// The same before the part of the program is here that holds the cited statements.
pub(crate) fn why_at_first(session: &Session, explanation: Option<&Explanation>) -> Html {
    sentence(session, explanation, |own| cite_number(own.clause))
}

fn sentence(
    session: &Session,
    explanation: Option<&Explanation>,
    cited: impl Fn(&Explanation) -> Html,
) -> Html {
    let Some(explanation) = explanation else { return unasked(session) };
    let verdict = verdict(session, explanation, cited(explanation));
    html! { <section class="why" aria-label={session.say(text::WHY)}>{verdict}</section> }
}

/// What follows the first sentence.
pub(crate) fn layers(session: &Session, explanation: &Explanation) -> Html {
    html! { <div class="why">{steps(session, explanation)}</div> }
}

fn steps(session: &Session, explanation: &Explanation) -> Html {
    html! {
        <>
            <ol class="steps">{for explanation.steps.iter().map(|step| self::step(session, step))}</ol>
            {for explanation.notes.iter().map(|note| self::note(session, note))}
        </>
    }
}

fn unasked(session: &Session) -> Html {
    html! { <p class="none">{session.say(text::CHOOSE_A_CELL)}</p> }
}

fn verdict(session: &Session, explanation: &Explanation, cited: Html) -> Html {
    let (class, glyph) = look(explanation);
    html! {
        <p class="verdict">
            <span class={classes!("badge", class)} aria-hidden="true">{glyph}</span>
            <span>
                {parts(session, &explanation.headline)}
                {cited}
            </span>
        </p>
    }
}

/// The class and glyph of an explained answer: those of its cell.
fn look(explanation: &Explanation) -> (&'static str, &'static str) {
    let unknown = |step: &Step| step.decides && step.outcome == Outcome::Unknown;
    match explanation.verdict {
        Some(Verdict::Pass) => ("pass", "✓"),
        Some(Verdict::Blocked) => ("fail", "✗"),
        Some(Verdict::Unknown) => ("unknown", "?"),
        None if !explanation.parts.is_empty() => ("part", BY_ADDRESS),
        None if explanation.steps.iter().any(unknown) => ("part", PARTIAL_UNKNOWN),
        None => ("part", "◐"),
    }
}

fn step(session: &Session, step: &Step) -> Html {
    let (class, glyph) = match step.outcome {
        Outcome::Passes => ("ok", "✓"),
        Outcome::Fails => ("bad", "✗"),
        Outcome::FailsByDefault => ("bad default", "⊘"),
        Outcome::Unknown => ("unknown", "?"),
        Outcome::Silent => ("faint", "·"),
    };
    let rules = match (step.rules.len(), step.skips_rules) {
        (1, false) => session.say(text::RULE_TRIED).to_owned(),
        (1, true) => session.say(text::RULE_SKIPPED).to_owned(),
        (count, skipped) => {
            let text = if skipped { text::RULES_SKIPPED } else { text::RULES_TRIED };
            session.fill(text, &[("count", &count.to_string())])
        }
    };
    html! {
        <li class={classes!(step.decides.then_some("decides"))}>
            <span class={classes!("glyph", class)} aria-hidden="true">{glyph}</span>
            <span class="layer">{step.layer.clone()}</span>
            <div>
                {parts(session, &step.parts)}{cite(session, step.clause)}
                if !step.rules.is_empty() {
                    <details>
                        <summary>{rules}</summary>
                        <ul class="tried">{for step.rules.iter().map(|line| rule_line(session, line))}</ul>
                    </details>
                }
            </div>
        </li>
    }
}

fn rule_line(session: &Session, line: &RuleLine) -> Html {
    let mark = |(field, matched): &(String, FieldMatch)| {
        let (class, glyph, word) = match matched {
            FieldMatch::Matched => ("ok", "✓", text::MATCHED),
            FieldMatch::Missed => ("bad", "✗", text::MISSED),
            FieldMatch::Unknown => ("unknown", "?", text::MAY_MATCH),
            FieldMatch::NotAsked => return Html::default(),
        };
        html! {
            <span class={classes!("mark", class)} title={session.say(word)}>
                {field.clone()}{" "}<span aria-hidden="true">{glyph}</span>
                <span class="visually-hidden">{session.say(word)}</span>
            </span>
        }
    };
    html! {
        <li class={classes!(line.decides.then_some("decides"))}>
            {part(session, &line.rule)}{" "}{part(session, &line.group)}{" "}
            {for line.marks.iter().map(mark)}
            <span class="muted">{parts(session, &line.result)}</span>
        </li>
    }
}

fn note(session: &Session, note: &Note) -> Html {
    html! { <p class="note">{parts(session, &note.parts)}{cite(session, Some(note.clause))}</p> }
}
