//! `ClientToken`: detects whether a call repeats an earlier one or merely reuses its token.

use std::collections::BTreeMap;

use crate::map::map_of;

use super::call::Call;
use super::operation::Operation;
use super::param_spec::ParamSpec;
use super::reply::Reply;

/// How a call's token relates to earlier calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// No token, or one that no earlier call of the operation used.
    Fresh,
    /// An earlier call was identical; this is its reply.
    Repeated(&'a Reply),
    /// An earlier call used the token with other parameters.
    Reused,
}

/// Looks for the token of a call among earlier calls.
///
/// Only successful calls (`Assumption::RefusalFreesToken`) of the same operation
/// (`Assumption::TokenPerOperation`) count, and their reply is returned again
/// (`Assumption::ReplyComesBack`).
pub(super) fn look_up<'a>(
    operation: &Operation,
    call: &Call,
    earlier: impl IntoIterator<Item = (&'a Call, &'a Reply)>,
) -> Token<'a> {
    let Some(token) = call.params.given(NAME).filter(|_| takes_token(operation)) else {
        return Token::Fresh;
    };
    let same_token = |(other, _): &(&Call, &Reply)| {
        other.action == call.action && other.params.given(NAME) == Some(token)
    };
    match earlier.into_iter().find(same_token) {
        None => Token::Fresh,
        Some((other, reply)) if said(other) == said(call) => Token::Repeated(reply),
        Some(_) => Token::Reused,
    }
}

const NAME: &str = "ClientToken";

/// Whether the operation documents `ClientToken`; the others ignore it.
fn takes_token(operation: &Operation) -> bool {
    ParamSpec::find(operation.params, NAME).is_some()
}

/// The non-empty parameters, regardless of order.
fn said(call: &Call) -> BTreeMap<&str, &str> {
    map_of(call.params.iter().filter(|(_, value)| !value.is_empty()))
}
