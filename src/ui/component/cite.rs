//! A clause beside what rests on it.

use yew::prelude::*;

use crate::connectivity::{ClauseId, Status};
use crate::ui::hooks::Session;
use crate::ui::text::connectivity as text;

/// The clause as a small disclosure: its number, and on request what it says and who says so.
pub(super) fn cite(session: &Session, id: Option<ClauseId>) -> Html {
    let Some(clause) = id.map(ClauseId::clause) else { return Html::default() };
    let status = match clause.status {
        Status::Documented => text::DOCUMENTED,
        Status::Inferred => text::INFERRED,
        Status::SourcesDisagree => text::SOURCES_DISAGREE,
    };
    let sources = clause.sources.iter().map(|source| {
        html! { <li>{session.say(source.title)}{session.say(text::LIST_SEPARATOR)}{source.date}</li> }
    });
    html! {
        <>
        {" "}
        <details class="cite">
            <summary>{clause.id.to_string()}</summary>
            <div class="clause">
                <p>{session.say(clause.statement)}</p>
                <p class="muted">{session.say(status)}</p>
                <ul class="muted">{for sources}</ul>
            </div>
        </details>
        </>
    }
}
