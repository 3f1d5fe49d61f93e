//! `ClientToken`: whether a call repeats an earlier one, or only its token.

use std::collections::BTreeMap;

use super::call::Call;
use super::reply::Reply;

/// What the earlier calls say of a call's token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// No token, or one that no earlier call of the operation had.
    Fresh,
    /// An earlier call was the same; this is what it got.
    Repeated(&'a Reply),
    /// An earlier call had the token and other parameters.
    Reused,
}

/// Looks for the token of a call among earlier calls that succeeded.
///
/// Only calls that succeeded are looked at (`Assumption::RefusalFreesToken`), of the same operation
/// (`Assumption::TokenPerOperation`), and their reply comes back (`Assumption::ReplyComesBack`).
pub(super) fn look_up<'a>(
    call: &Call,
    earlier: impl IntoIterator<Item = (&'a Call, &'a Reply)>,
) -> Token<'a> {
    let Some(token) = call.params.given(NAME).filter(|_| takes_token(call)) else {
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
fn takes_token(call: &Call) -> bool {
    call.action.param(NAME).is_some()
}

/// The parameters that say something, whatever their order.
fn said(call: &Call) -> BTreeMap<&str, &str> {
    call.params.iter().filter(|(_, value)| !value.is_empty()).collect()
}
