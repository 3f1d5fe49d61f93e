//! A numbered statement cited beside what relies on it.

use yew::prelude::*;

use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, LocationEdit, OpenDialog};
use crate::text::connectivity as text;
use crate::text::reference::{PAGE, TO_STATEMENTS};
use sg_core::connectivity::{ClauseId, Source, Status};
use sg_core::language::Text;
use sg_core::lesson::course::Basis;

/// The clause as a small disclosure: its number and, when opened, its text and sources.
pub(crate) fn cite(session: &Session, id: Option<ClauseId>) -> Html {
    id.map(|id| cite_basis(session, Basis::Clause(id))).unwrap_or_default()
}

/// The same for any numbered statement: a clause or an assumption of the emulator.
pub(crate) fn cite_basis(session: &Session, basis: Basis) -> Html {
    let (statement, pages, status) = basis.says();
    let dispatch = session.dispatch.clone();
    let open = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::Location(LocationEdit::Dialog(Some(OpenDialog::Statements))));
        platform::reveal_soon(format!("statement-{}", basis.number()));
    });
    html! {
        <>
        {" "}
        <details class="cite">
            <summary>{basis.number()}</summary>
            <div class="clause">
                <p>{session.say(statement)}</p>
                <p class="muted">{session.say(status_name(status))}</p>
                {sources(session, pages)}
                <button type="button" class="link" onclick={open}>{session.say(TO_STATEMENTS)}</button>
            </div>
        </details>
        </>
    }
}

/// The standing of a statement, as text.
pub(crate) const fn status_name(status: Status) -> Text {
    match status {
        Status::Documented => text::DOCUMENTED,
        Status::Inferred => text::INFERRED,
        Status::SourcesDisagree => text::SOURCES_DISAGREE,
    }
}

/// The sources of a statement, with their dates.
pub(crate) fn sources(session: &Session, sources: &[Source]) -> Html {
    let page = |source: &Source| {
        let named = [("title", session.say(source.title)), ("date", source.date)];
        html! { <li>{session.fill(PAGE, &named)}</li> }
    };
    html! { <ul class="muted sources">{for sources.iter().map(page)}</ul> }
}
