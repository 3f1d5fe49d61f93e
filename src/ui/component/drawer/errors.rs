//! The error laboratory: every documented error of the operation, each with a call that meets it.

use std::rc::Rc;

use yew::prelude::*;

use crate::emulator::{Action, ApiError, ErrorRow, Reach, Reply};
use crate::history::History;
use crate::specimen::{Table, rows};
use crate::ui::hooks::use_session;
use crate::ui::text::errors as text;

mod card;

use card::ErrorCard;

/// Properties of [`Errors`].
#[derive(Properties, PartialEq)]
pub(super) struct ErrorsProps {
    /// The operation.
    pub(super) action: Action,
    /// What the API answered, or would answer.
    pub(super) outcome: Result<Reply, ApiError>,
    /// The log, in whose scene errors are provoked.
    pub(super) history: Rc<History>,
}

/// The operation's own errors in the published order, then those of the service as a whole.
#[component]
pub(super) fn Errors(props: &ErrorsProps) -> Html {
    let session = use_session();
    let ErrorsProps { action, outcome, history } = props;
    let hit = outcome.as_ref().err().map(ApiError::row);
    let shown = |(row, table): &(&'static ErrorRow, Table)| {
        *table != Table::Common || row.reach == Reach::Reached || hit == Some(*row)
    };
    let (common, own): (Vec<_>, Vec<_>) =
        rows(*action).filter(shown).partition(|(_, table)| *table == Table::Common);
    let cards = |rows: Vec<(&'static ErrorRow, Table)>| {
        rows.into_iter()
            .map(|(row, _)| {
                let met = outcome.as_ref().err().filter(|error| error.row() == row).cloned();
                let key = format!("{}{}{}", action.as_str(), row.code, row.message);
                html! { <ErrorCard {key} action={*action} {row} {met} history={Rc::clone(history)} /> }
            })
            .collect::<Html>()
    };
    let several = !common.is_empty();
    html! {
        <div class="errors">
            <h3>{session.fill(text::ERRORS_OF, &[("action", action.as_str())])}</h3>
            <ol class="cards">{cards(own)}</ol>
            if several {
                <h3>{session.say(text::COMMON)}</h3>
                <ol class="cards">{cards(common)}</ol>
            }
        </div>
    }
}
