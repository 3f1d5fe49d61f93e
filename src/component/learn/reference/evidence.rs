//! Recorded facts about the service, beside the statements that rest on them.

use yew::prelude::*;

use crate::hooks::Session;
use crate::text::reference as text;
use sg_core::evidence::{Record, Words, records};
use sg_core::language::{Language, Text, has_words};

const fn said(words: &Words, language: Language) -> &str {
    match language {
        Language::En => words.en.as_str(),
        Language::Zh => words.zh.as_str(),
    }
}

/// The records that no assumption follows, as far as they have every search word.
pub(crate) fn others(search: &str) -> Vec<&'static Record> {
    let others = records().iter().filter(|record| record.assumption().is_none());
    others.filter(|record| matches(record, search)).collect()
}

/// Whether every search word occurs in a record.
pub(crate) fn matches(record: &Record, search: &str) -> bool {
    has_words(&words(record), search)
}

/// Every text of a record that is shown.
pub(crate) fn words(record: &Record) -> Vec<&str> {
    let Record { action, situation, source, answer, date, .. } = record;
    let mut texts = vec![action.as_str(), &situation.en, &situation.zh, &source.en, &source.zh];
    texts.extend([&answer.code, &answer.message, date].into_iter().flatten().map(String::as_str));
    texts
}

/// The records as a list; nothing if there is none.
pub(crate) fn list(session: &Session, records: &[&Record]) -> Html {
    if records.is_empty() {
        return Html::default();
    }
    html! { <ul class="evidence">{for records.iter().map(|record| item(session, record))}</ul> }
}

fn item(session: &Session, record: &Record) -> Html {
    let language = session.language;
    let Record { action, situation, source, kind, date, .. } = record;
    let basis: Text = kind.name();
    let basis = match date {
        Some(date) => session
            .fill(text::EVIDENCE_DATED, &[("kind", session.say(basis)), ("date", date.as_str())]),
        None => session.say(basis).to_owned(),
    };
    let from = [("basis", &*basis), ("source", said(source, language))];
    html! {
        <li key={record.id.clone()}>
            <span class="mono" translate="no">{action.clone()}</span>{" "}
            <span>{said(situation, language).to_owned()}</span>{session.gap()}
            {"→"}{session.gap()}
            <span class="mono" translate="no">{answer(session, record)}</span>{session.gap()}
            <span class="muted">{session.fill(text::EVIDENCE_FROM, &from)}</span>
        </li>
    }
}

/// The recorded answer: status and code, or the message if nothing else is recorded.
fn answer(session: &Session, record: &Record) -> String {
    let answer = &record.answer;
    if answer.status == Some(200) {
        return session.say(text::EVIDENCE_SUCCESS).to_owned();
    }
    let status = answer.status.map(|status| status.to_string());
    let parts: Vec<String> = status.into_iter().chain(answer.code.clone()).collect();
    match (parts.is_empty(), &answer.message) {
        (true, Some(message)) => message.clone(),
        _ => parts.join(" "),
    }
}
