//! The import preview: what was understood in each text, what was not, and what was assumed.

use yew::prelude::*;

use crate::hooks::Session;
use crate::text::import as text;
use sg_core::import::{Assumed, Note, Reading, Understood};

/// The most names listed below an assumption.
const MOST_NAMES: usize = 12;

/// Three lists: understood, not understood, assumed.
pub(crate) fn findings(session: &Session, reading: &Reading) -> Html {
    let unread = reading.unread.len() + reading.more_unread;
    let files = reading.files.iter().zip(&reading.understood);
    html! {
        <section class="findings" aria-label={session.say(text::PREVIEW)}>
            <h3>{session.say(text::UNDERSTOOD)}</h3>
            <ul class="understood">{for files.map(|(name, found)| understood(session, name, found))}</ul>
            if !reading.incomplete.is_empty() {
                <p class="bad" role="alert">
                    <span class="glyph" aria-hidden="true">{"▲ "}</span>
                    <b>{session.fill(text::INCOMPLETE, &[("count", &reading.incomplete.len().to_string())])}</b>
                </p>
                <ul class="unread">{for reading.incomplete.iter().map(|one| note(session, reading, one))}</ul>
            }
            if unread == 0 && reading.incomplete.is_empty() {
                <p class="all-read"><span class="glyph" aria-hidden="true">{"✓ "}</span>{session.say(text::ALL_READ)}</p>
            } else if unread > 0 {
                <h3>{session.fill(text::UNREAD, &[("count", &unread.to_string())])}</h3>
                <ul class="unread">
                    {for reading.unread.iter().map(|one| note(session, reading, one))}
                    {more(session, reading.more_unread)}
                </ul>
            }
            if !reading.assumed.is_empty() {
                <h3>{session.fill(text::ASSUMED, &[("count", &reading.assumed.len().to_string())])}</h3>
                <ul class="assumed">{for reading.assumed.iter().map(|one| assumption(session, one))}</ul>
            }
        </section>
    }
}

fn understood(session: &Session, name: &str, found: &Understood) -> Html {
    let counts: Vec<_> = found.counts().into_iter().filter(|(_, count)| *count > 0).collect();
    let none = counts.is_empty();
    html! {
        <li>
            <span class="mono" translate="no">{name.to_owned()}</span>
            {for counts.into_iter().map(|(kind, count)| html! {
                <span class="count-of">{session.say(kind)}{" "}<b>{count}</b></span>
            })}
            if none {
                <span class="muted">{session.say(text::NOTHING_IN_IT)}</span>
            }
        </li>
    }
}

fn note(session: &Session, reading: &Reading, Note { place, said }: &Note) -> Html {
    let place = place.and_then(|at| {
        let file = reading.files.get(at.file)?;
        let (line, column) = (at.line.to_string(), at.column.to_string());
        Some(session.fill(text::PLACE, &[("file", file), ("line", &line), ("column", &column)]))
    });
    html! {
        <li>
            <span class="glyph" aria-hidden="true">{"✗ "}</span>
            if let Some(place) = place {
                <b class="place">{place}</b>{" "}
            }
            <span>{said.say(session.language)}</span>
        </li>
    }
}

fn more(session: &Session, count: usize) -> Html {
    if count == 0 {
        return Html::default();
    }
    html! { <li class="muted">{session.fill(text::MORE, &[("count", &count.to_string())])}</li> }
}

fn assumption(session: &Session, assumed: &Assumed) -> Html {
    let names: Vec<&str> = assumed.about.iter().take(MOST_NAMES).map(String::as_str).collect();
    let rest = assumed.count.saturating_sub(names.len());
    html! {
        <li>
            <span class="glyph" aria-hidden="true">{"~ "}</span>
            <span>{assumed.say(session.language)}</span>{session.gap()}
            <code translate="no">{names.join(" · ")}</code>
            if rest > 0 {
                <span class="muted">{" "}{session.fill(text::MORE, &[("count", &rest.to_string())])}</span>
            }
        </li>
    }
}
