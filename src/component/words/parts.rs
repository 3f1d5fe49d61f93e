//! The fragments of a sentence: words, and buttons that lead to what they name.

use yew::prelude::*;

use crate::hooks::Session;
use crate::platform;
use crate::state::Action;
use sg_core::connectivity::FindingPart;
use sg_core::explain::Part;
use sg_core::model::RuleId;

/// A fragment to show: words that may begin with a punctuation mark, or a box of its own.
enum Fragment {
    Words(String),
    Button(Html),
    Other(Html),
}

/// The fragments of a sentence.
pub(crate) fn parts(session: &Session, parts: &[Part]) -> Html {
    let fragment = |part: &Part| match part {
        Part::Words(words) => Fragment::Words(words.clone()),
        Part::Rule { .. } | Part::Group { .. } => Fragment::Button(self::part(session, part)),
        Part::End { .. } | Part::Code(_) => Fragment::Other(self::part(session, part)),
    };
    joined(parts.iter().map(fragment))
}

/// The sentence of a finding.
pub(crate) fn finding_parts(session: &Session, parts: &[FindingPart]) -> Html {
    let fragment = |part: &FindingPart| match part {
        FindingPart::Words(words) => Fragment::Words(words.clone()),
        FindingPart::Rule(id, text) => Fragment::Button(rule_chip(session, id, text)),
    };
    joined(parts.iter().map(fragment))
}

/// A button is a box of its own: without a box around both, the punctuation after it would begin
/// the next line.
fn joined(fragments: impl Iterator<Item = Fragment>) -> Html {
    let mut shown = Vec::new();
    let mut fragments = fragments.peekable();
    while let Some(fragment) = fragments.next() {
        match fragment {
            Fragment::Words(words) => shown.push(html! { {words} }),
            Fragment::Other(other) => shown.push(other),
            Fragment::Button(button) => {
                let mark = match fragments.peek() {
                    Some(Fragment::Words(words)) => punctuation(words),
                    _ => None,
                };
                let Some((mark, words)) = mark else {
                    shown.push(button);
                    continue;
                };
                shown.push(html! { <span class="with-mark">{button}{mark}</span> });
                shown.push(html! { {words} });
                fragments.next();
            }
        }
    }
    shown.into_iter().collect()
}

/// The punctuation mark that words begin with, and what follows it.
fn punctuation(words: &str) -> Option<(char, String)> {
    let mut characters = words.chars();
    let first = characters.next().filter(|first| ".,;:。，；：、）".contains(*first))?;
    Some((first, characters.as_str().to_owned()))
}

/// A fragment of a sentence. Rules and groups are buttons that lead to their place on the left.
pub(crate) fn part(session: &Session, part: &Part) -> Html {
    match part {
        Part::Words(words) => html! { {words.clone()} },
        Part::Rule { id, text, .. } => rule_chip(session, id, text),
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

/// A rule as a button that leads to it.
pub(crate) fn rule_chip(session: &Session, id: &RuleId, text: &str) -> Html {
    html! {
        <button type="button" class="chip-rule" onclick={session.on(Action::Show(id.clone()))}>{text.to_owned()}</button>
    }
}
