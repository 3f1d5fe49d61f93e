//! The results of a class: pasted codes, the table, and the misconceptions that are still held.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::component::learn::quiz::result::suspect;
use crate::component::learn::training::class_table::class_table;
use crate::hooks::{Session, use_session, use_typed};
use crate::platform;
use crate::state::{Action, TrainingEdit};
use crate::text::training as text;
use sg_core::share::LinkError;
use sg_core::training::{Class, Found, ResultError, found};

/// Properties of [`ResultsTable`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct ResultsTableProps {
    /// The code of the link, which may be empty.
    pub(crate) code: String,
}

/// The table of everything that is pasted.
#[component]
pub(crate) fn ResultsTable(props: &ResultsTableProps) -> Html {
    let session = use_session();
    let typed = use_typed(|| match props.code.is_empty() {
        true => String::new(),
        false => format!("#result/{}\n", props.code),
    });
    let codes = use_memo(typed.value(), |text| found(text));
    let all = codes.iter().filter_map(|found| found.results.clone().ok()).collect();
    let class = Class { all };
    let bad = codes.iter().filter_map(|found| Some((found, found.results.as_ref().err()?)));
    let csv = class.csv(session.language);
    let href =
        format!("data:text/csv;charset=utf-8,{}", utf8_percent_encode(&csv, NON_ALPHANUMERIC));
    let leave = session
        .dispatch
        .reform(|_: MouseEvent| Action::Training(TrainingEdit::Leave(platform::env())));
    let nothing = codes.is_empty() && !typed.trim().is_empty();
    html! {
        <section class="pane quiz-result results" aria-labelledby="course-page">
            <h2 id="course-page" tabindex="-1">{session.say(text::RESULTS)}</h2>
            <p class="muted">{session.say(text::RESULTS_LEAD)}</p>
            <textarea id="result-codes" rows="5" maxlength={Limit::DOCUMENT} spellcheck="false" aria-label={session.say(text::PASTE)} value={typed.value()} oninput={typed.oninput()} />
            <div role="status">
                if nothing {
                    <p>{session.say(text::NO_CODE)}</p>
                } else if !codes.is_empty() {
                    <p>{session.fill(text::RESULTS_READ, &[("count", &class.all.len().to_string())])}</p>
                }
                {for bad.map(|(found, error)| problem(&session, found, error))}
            </div>
            if !class.all.is_empty() {
                {class_table(&session, &class)}
                <p><a class="alone-link" download="results.csv" {href}>{session.say(text::SAVE_CSV)}</a></p>
                {held(&session, &class)}
            }
            <p class="quiz-ways">
                <button type="button" data-focus-fallback="open-lessons" onclick={leave}>{session.say(text::LEAVE_RESULTS)}</button>
            </p>
        </section>
    }
}

/// A code that cannot be read, by its beginning.
fn problem(session: &Session, found: &Found, error: &ResultError) -> Html {
    let why = match error {
        ResultError::Code(LinkError::Newer(_)) => text::CODE_NEWER,
        ResultError::Code(_) | ResultError::Check | ResultError::Contents(_) => text::CODE_CHANGED,
    };
    html! {
        <p class="bad-code">
            <span class="bad" aria-hidden="true">{"✗ "}</span>
            {session.say(text::BAD_CODE)}{" "}<code translate="no">{format!("{}…", found.code)}</code>{" "}{session.say(why)}
        </p>
    }
}

/// The misconceptions that are still held, the most frequent first.
fn held(session: &Session, class: &Class) -> Html {
    let held = class.held();
    if held.is_empty() {
        return html! { <p>{session.say(text::CLASS_NONE)}</p> };
    }
    let all = class.all.len().to_string();
    let item = |(own, count): &(sg_core::quiz::Misconception, usize)| {
        let numbers = [("count", &*count.to_string()), ("all", &*all)];
        let note = html! { <span class="muted">{session.fill(text::CLASS_COUNT, &numbers)}</span> };
        suspect(session, *own, note)
    };
    html! {
        <>
            <h3>{session.say(text::CLASS_HELD)}</h3>
            <ul>{for held.iter().map(item)}</ul>
        </>
    }
}
