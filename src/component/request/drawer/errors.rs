//! The error laboratory: every documented error of the operation, each with a call that triggers
//! it.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::request::drawer::errors::card::ErrorCard;
use crate::derived::prediction_env;
use crate::hooks::use_session;
use crate::text::errors as text;
use sg_core::emulator::{Action, ApiError, ErrorRow, Reply};
use sg_core::error_example::{Table, common_error_examples, rows};
use sg_core::history::History;

mod card;

/// Properties of [`Errors`].
#[derive(Properties, PartialEq)]
pub(crate) struct ErrorsProps {
    /// The operation.
    pub(crate) action: Action,
    /// The API's actual or predicted reply.
    pub(crate) outcome: Result<Reply, ApiError>,
    /// The log, whose current scenario is used to trigger errors.
    pub(crate) history: Rc<History>,
}

/// The operation's own errors in the published order, then the service-wide ones.
#[component]
pub(crate) fn Errors(props: &ErrorsProps) -> Html {
    let session = use_session();
    let ErrorsProps { action, outcome, history } = props;
    let hit = outcome.as_ref().err().map(ApiError::row);
    let common = use_memo((*action, Rc::clone(history)), |(action, history)| {
        let entries = common_error_examples(*action, history, &prediction_env());
        entries.into_iter().map(|entry| entry.row).collect::<Vec<_>>()
    });
    let own: Vec<&'static ErrorRow> =
        rows(*action).filter(|(_, table)| *table != Table::Common).map(|(row, _)| row).collect();
    let mut common = common.to_vec();
    // The call may raise an error that has no recipe, such as one of the API gateway.
    common.extend(hit.filter(|row| !own.contains(row) && !common.contains(row)));
    let cards = |rows: Vec<&'static ErrorRow>| {
        rows.into_iter()
            .map(|row| {
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
