//! The lines of the lists, in the words of the report.

use yew::prelude::*;

use crate::component::flows::kind::{Kind, ListContext};
use crate::component::flows::narrower::narrower_line;
use crate::component::flows::pressing::{rule_button, show_button};
use crate::hooks::Session;
use crate::state::Presentation;
use sg_core::flow_log::{Disagreement, DisagreementKind, RuleUse};
use sg_core::flow_report::{Words, disagreement_lines, fault_line, unknown_lines, use_line};

/// A line; `None` if the list has no such line.
pub(super) fn line(
    session: &Session,
    presentation: &Presentation,
    kind: Kind,
    context: &ListContext,
    index: usize,
) -> Option<Html> {
    let judged = &context.judged;
    let words = judged.words(session.language);
    let (report, intake) = (&judged.report, &judged.intake);
    Some(match kind {
        Kind::Disagreements => {
            disagreement(session, context, report.disagreements.get(index)?, words)
        }
        Kind::Unknown => {
            let (head, rest) = split(unknown_lines(report.unknown.get(index)?, words))?;
            item("log-open", "?", html! { {head} }, rest)
        }
        Kind::Strangers => {
            let (name, traffic) = intake.strangers.iter().nth(index)?;
            let name = html! { <code translate="no">{name.clone()}</code> };
            item("muted", "·", name, vec![words.traffic(traffic)])
        }
        Kind::Faults => {
            let said = fault_line(intake.faults.get(index)?, words);
            item("log-wrong", "✗", html! { {said} }, Vec::new())
        }
        Kind::Use => match report.rules.get(index) {
            Some(own) => rule_use(session, context, own, words),
            None => {
                let (other, traffic) = report.others.get(index - report.rules.len())?;
                let said = words.other(other);
                item("muted", "·", html! { {said} }, vec![words.traffic(traffic)])
            }
        },
        Kind::Narrower => {
            let own = judged.narrowings.as_ref()?.get(index)?;
            narrower_line(session, presentation, &context.proposals, own, words)
        }
    })
}

fn split(lines: Vec<String>) -> Option<(String, Vec<String>)> {
    let mut lines = lines.into_iter();
    Some((lines.next()?, lines.collect()))
}

/// A line with its mark, its first words, and what belongs to it.
fn item(class: &'static str, glyph: &'static str, head: Html, rest: Vec<String>) -> Html {
    html! {
        <li {class}>
            <span class="sign" aria-hidden="true">{glyph}</span>
            <div class="said">
                {head}
                {for rest.into_iter().map(|line| html! { <p class="muted">{line}</p> })}
            </div>
        </li>
    }
}

/// A press on a disagreement shows its pair in the page.
fn disagreement(
    session: &Session,
    context: &ListContext,
    own: &Disagreement,
    words: Words<'_>,
) -> Html {
    let glyph = match own.kind {
        DisagreementKind::Accepted | DisagreementKind::NoWay => "+",
        DisagreementKind::Rejected | DisagreementKind::RejectedReply => "−",
    };
    let mut lines = disagreement_lines(own, words).into_iter();
    let head = lines.next().unwrap_or_default();
    let (head, note) = show_button(session, context.proposals.scenario(), own, head);
    item("log-wrong", glyph, head, note.into_iter().chain(lines).collect())
}

/// A press on a rule shows it in its group.
fn rule_use(session: &Session, context: &ListContext, own: &RuleUse, words: Words<'_>) -> Html {
    let head = rule_button(session, context.proposals.scenario(), (&own.group, &own.rule), words);
    let (class, glyph) = match own.traffic {
        Some(_) => ("log-right", "✓"),
        None => ("muted", "·"),
    };
    item(class, glyph, head, vec![use_line(own, words)])
}
