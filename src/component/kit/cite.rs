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
    let Some(id) = id else { return Html::default() };
    let clause = id.clause();
    cited(session, &id.to_string(), (clause.statement, clause.sources, clause.status))
}

/// The same for any numbered statement: a clause or an assumption of the emulator.
pub(crate) fn cite_basis(session: &Session, basis: Basis) -> Html {
    cited(session, &basis.number(), basis.says())
}

/// The number of a clause alone, as it looks while it is closed: the texts of all clauses are larger.
pub(crate) fn cite_number(id: Option<ClauseId>) -> Html {
    id.map(|id| disclosure(&id.to_string(), Html::default())).unwrap_or_default()
}

fn disclosure(number: &str, content: Html) -> Html {
    html! {
        <>
        {" "}
        <details class="cite">
            <summary>{number.to_owned()}</summary>
            {content}
        </details>
        </>
    }
}

fn cited(
    session: &Session,
    number: &str,
    (statement, pages, status): (Text, &'static [Source], Status),
) -> Html {
    let dispatch = session.dispatch.clone();
    let statement_id = format!("statement-{number}");
    let open = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::Location(LocationEdit::Dialog(Some(OpenDialog::Statements))));
        platform::reveal_soon(statement_id.clone());
    });
    let content = html! {
        <div class="clause">
            <p>{session.say(statement)}</p>
            <p class="muted">{session.say(status_name(status))}</p>
            {sources(session, pages)}
            <button type="button" class="link" onclick={open}>{session.say(TO_STATEMENTS)}</button>
        </div>
    };
    disclosure(number, content)
}

/// The standing of a statement, as text.
pub(crate) const fn status_name(status: Status) -> Text {
    match status {
        Status::Documented => text::DOCUMENTED,
        Status::Inferred => text::INFERRED,
        Status::SourcesDisagree => text::SOURCES_DISAGREE,
        Status::SeenLive => text::SEEN_LIVE,
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
