//! A misconception: what is thought, what is true, and where the thought comes from.

use yew::prelude::*;

use crate::component::kit::cite::cite;
use crate::hooks::Session;
use crate::text::quiz as text;
use sg_core::language::Text;
use sg_core::quiz::{Explanation, Misconception};

/// The three, each with its name.
pub(crate) fn explained(session: &Session, misconception: Misconception) -> Html {
    let Explanation { thought, correction, met, clause, .. } = misconception.explanation();
    let line = |term: Text, said: Html| html! { <><dt>{session.say(term)}</dt><dd>{said}</dd></> };
    html! {
        <dl>
            {line(text::THOUGHT, html! { {session.say(thought)} })}
            {line(text::CORRECTION, html! { <>{session.say(correction)}{cite(session, Some(clause))}</> })}
            {line(text::MET, html! { {session.say(met)} })}
        </dl>
    }
}
