//! The operation's documented errors, the one this call meets marked.

use yew::prelude::*;

use crate::emulator::{Action, ApiError, ErrorRow, Reply, error_rows};
use crate::ui::hooks::use_session;
use crate::ui::text::request as text;

/// Properties of [`Errors`].
#[derive(Properties, PartialEq)]
pub(super) struct ErrorsProps {
    /// The operation.
    pub(super) action: Action,
    /// What the API answered, or would answer.
    pub(super) outcome: Result<Reply, ApiError>,
}

/// A table: status, code, message as documented, and when it is returned.
#[component]
pub(super) fn Errors(props: &ErrorsProps) -> Html {
    let session = use_session();
    let hit = props.outcome.as_ref().err();
    let mut rows: Vec<&'static ErrorRow> = error_rows(props.action).iter().collect();
    // An error of the gateway, or one borrowed from a sibling, stands in no table of its own.
    rows.extend(hit.map(ApiError::row).filter(|row| !error_rows(props.action).contains(row)));
    let head = [text::STATUS, text::CODE, text::MESSAGE, text::CONDITION];
    let row = |row: &'static ErrorRow| {
        let hit = hit.filter(|error| error.row() == row);
        html! {
            <tr class={classes!(hit.is_some().then_some("hit"))} aria-current={hit.is_some().to_string()}>
                <td>{row.status}</td>
                <td>
                    <code translate="no">{row.code}</code>
                    if hit.is_some() {
                        {" "}<span class="tag bad">{"◀ "}{session.say(text::THIS_ONE)}</span>
                    }
                </td>
                <td>
                    <span lang="en" translate="no">{row.message}</span>
                    if let Some(error) = hit.filter(|_| row.is_template()) {
                        <span class="muted">{" → "}{error.message()}{" "}{session.say(text::OUR_WORDS)}</span>
                    }
                </td>
                <td class="muted">{session.say(row.cause)}{row.cure.map(|cure| html! { <>{" "}{session.say(cure)}</> })}</td>
            </tr>
        }
    };
    html! {
        <div class="errors">
            <table>
                <caption>{session.fill(text::ERRORS_OF, &[("action", props.action.as_str())])}</caption>
                <thead><tr>{for head.into_iter().map(|name| html! { <th scope="col">{session.say(name)}</th> })}</tr></thead>
                <tbody>{for rows.into_iter().map(row)}</tbody>
            </table>
        </div>
    }
}
