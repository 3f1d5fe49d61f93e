//! Buttons that save the report as a file.

use std::rc::Rc;

use yew::prelude::*;

use crate::derived::JudgedFiles;
use crate::hooks::Session;
use crate::platform;
use crate::text::flows as text;
use sg_core::flow_report::{View, csv_of, json_of};
use sg_core::language::{Language, Text};

/// A form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Markdown,
    Json,
    Disagreements,
    Rules,
}

impl Form {
    const ALL: [Self; 4] = [Self::Markdown, Self::Json, Self::Disagreements, Self::Rules];

    const fn name(self) -> Text {
        match self {
            Self::Markdown => text::SAVE_MARKDOWN,
            Self::Json => text::SAVE_JSON,
            Self::Disagreements => text::SAVE_DISAGREEMENTS,
            Self::Rules => text::SAVE_RULES,
        }
    }

    /// The name of the file and its type.
    const fn file(self, is_whole: bool) -> (&'static str, &'static str) {
        match (self, is_whole) {
            (Self::Markdown, true) => ("flow-log.md", "text/markdown"),
            (Self::Markdown, false) => ("flow-log-partial.md", "text/markdown"),
            (Self::Json, true) => ("flow-log.json", "application/json"),
            (Self::Json, false) => ("flow-log-partial.json", "application/json"),
            (Self::Disagreements, true) => ("flow-log-disagreements.csv", "text/csv"),
            (Self::Disagreements, false) => ("flow-log-disagreements-partial.csv", "text/csv"),
            (Self::Rules, true) => ("flow-log-rules.csv", "text/csv"),
            (Self::Rules, false) => ("flow-log-rules-partial.csv", "text/csv"),
        }
    }

    fn content(self, judged: &JudgedFiles, unread: &[String], language: Language) -> String {
        let told = |with_use| judged.told(unread, with_use);
        match self {
            Self::Markdown => View::new(&told(true), language, usize::MAX).markdown(),
            Self::Json => {
                let json = json_of(&told(true), language);
                serde_json::to_string_pretty(&json).unwrap_or_default()
            }
            Self::Disagreements => csv_of(&told(false), language),
            Self::Rules => csv_of(&told(true), language),
        }
    }
}

/// The buttons, in a row.
pub(super) fn save(session: &Session, judged: &Rc<JudgedFiles>) -> Html {
    html! {
        <div class="log-save" role="group" aria-label={session.say(text::SAVE)}>
            <span class="muted" aria-hidden="true">{session.say(text::SAVE)}</span>
            {for Form::ALL.into_iter().map(|form| button(session, judged, form))}
        </div>
    }
}

fn button(session: &Session, judged: &Rc<JudgedFiles>, form: Form) -> Html {
    let (judged, language) = (Rc::clone(judged), session.language);
    let onclick = Callback::from(move |_: MouseEvent| {
        let unread = judged.unread(language);
        let (name, kind) = form.file(unread.is_empty());
        platform::download(name, kind, form.content(&judged, &unread, language).as_bytes());
    });
    html! { <button type="button" class="link" {onclick}>{session.say(form.name())}</button> }
}
