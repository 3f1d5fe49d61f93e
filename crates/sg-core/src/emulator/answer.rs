//! The front door: hands a call to its operation and puts the outcome into an envelope.

use super::call::Call;
use super::env::{Env, Mint};
use super::error::ApiError;
use super::handler::{Outcome, Request};
use super::reply::Reply;
use super::token::{self, Token};
use crate::model::Scenario;

/// A call that succeeded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The scene after the call; equal to the one before when the call only read or changed
    /// nothing.
    pub scenario: Scenario,
    /// What the service says.
    pub reply: Reply,
}

/// Answers a call as the service would, as the first of all calls. Pure: the same arguments give
/// the same answer, byte for byte.
///
/// # Errors
/// [`ApiError`], a documented one, when the service would refuse; the scene is as it was.
pub fn answer(scenario: &Scenario, call: &Call, env: &Env) -> Result<Answer, ApiError> {
    answer_after(scenario, call, env, [])
}

/// Answers a call as the service would after these calls, which succeeded, and their replies.
///
/// They matter for `ClientToken` alone: a call that repeats the token of an earlier one with the
/// same parameters gets that call's reply again and changes nothing; with other parameters it is
/// refused. The caller keeps the list, and with it decides `Assumption::TokenLifetime`.
///
/// # Errors
/// As [`answer`].
pub fn answer_after<'a>(
    scenario: &Scenario,
    call: &Call,
    env: &Env,
    earlier: impl IntoIterator<Item = (&'a Call, &'a Reply)>,
) -> Result<Answer, ApiError> {
    let token = token::look_up(call, earlier);
    if let Token::Repeated(reply) = token {
        return Ok(Answer { scenario: scenario.clone(), reply: reply.clone() });
    }
    let mut mint = Mint::new(env.entropy);
    let request_id = mint.request_id();
    let token_reused = token == Token::Reused;
    let request = Request { scenario, params: &call.params, now: env.now, token_reused };
    match call.action.operation().answer.run(&request, &mut mint) {
        Ok(Outcome { scenario, fields, request_id_last }) => {
            let reply = Reply::new(call.action, request_id, fields, request_id_last);
            Ok(Answer { scenario, reply })
        }
        Err(refusal) => Err(ApiError::new(refusal, request_id)),
    }
}
