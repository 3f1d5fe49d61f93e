//! The explanation of the selected cell: the verdict, the layers in order, the rules tried and the
//! sources.

use yew::prelude::*;

use crate::component::kit::cite::cite;
use crate::hooks::Session;
use crate::platform;
use crate::state::Action;
use crate::text::connectivity as text;
use sg_core::connectivity::{FieldMatch, Verdict};
use sg_core::explain::{Explanation, Note, Outcome, Part, RuleLine, Step};

/// The explanation, with the sentence structure shared by all answers.
pub fn why(session: &Session, explanation: Option<&Explanation>) -> Html {
    let Some(explanation) = explanation else {
        return html! { <p class="none">{session.say(text::CHOOSE_A_CELL)}</p> };
    };
    let (class, glyph) = verdict_look(explanation.verdict);
    html! {
        <section class="why" aria-label={session.say(text::WHY)}>
            <p class="verdict">
                <span class={classes!("badge", class)} aria-hidden="true">{glyph}</span>
                <span>
                    {parts(session, &explanation.headline)}
                    {cite(session, explanation.clause)}
                </span>
            </p>
            <ol class="steps">{for explanation.steps.iter().map(|step| self::step(session, step))}</ol>
            {for explanation.notes.iter().map(|note| self::note(session, note))}
        </section>
    }
}

const fn verdict_look(verdict: Option<Verdict>) -> (&'static str, &'static str) {
    match verdict {
        Some(Verdict::Pass) => ("pass", "✓"),
        Some(Verdict::Blocked) => ("fail", "✗"),
        Some(Verdict::Unknown) => ("unknown", "?"),
        None => ("part", "◐"),
    }
}

fn step(session: &Session, step: &Step) -> Html {
    let (class, glyph) = match step.outcome {
        Outcome::Passes => ("ok", "✓"),
        Outcome::Fails => ("bad", "✗"),
        Outcome::FailsByDefault => ("bad default", "⊘"),
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

fn parts(session: &Session, parts: &[Part]) -> Html {
    parts.iter().map(|part| self::part(session, part)).collect()
}

/// A fragment of a sentence. Rules and groups are buttons that lead to their place on the left.
fn part(session: &Session, part: &Part) -> Html {
    match part {
        Part::Words(words) => html! { {words.clone()} },
        Part::Rule { id, text, .. } => html! {
            <button type="button" class="chip-rule" onclick={session.on(Action::Show(id.clone()))}>{text.clone()}</button>
        },
        Part::Group { id, label } => {
            let place = format!("group-{id}");
            let reveal = Callback::from(move |_: MouseEvent| platform::reveal(&place));
            html! {
                <button type="button" class="chip-group" onclick={reveal}>{label.clone()}</button>
            }
        }
        Part::End { label } => html! { <b>{label.clone()}</b> },
        Part::Code(code) => html! { <code translate="no">{code.clone()}</code> },
    }
}
