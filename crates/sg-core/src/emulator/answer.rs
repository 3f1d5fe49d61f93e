//! The entry point: dispatches a call to its operation and wraps the outcome in an envelope.

use super::action::{Action, modify_security_group_policy};
use super::call::Call;
use super::env::{Env, IdGenerator};
use super::error::ApiError;
use super::handler::{Handler, Outcome, Request};
use super::operation::Operation;
use super::reply::Reply;
use super::token::{self, Token};
use crate::model::Scenario;

/// A call that succeeded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The scenario after the call. It is equal to the scenario before if the call only read or
    /// changed nothing.
    pub scenario: Scenario,
    /// The reply of the service.
    pub reply: Reply,
}

/// Answers a call as the service would if no calls had been made before. Pure: the same arguments
/// give the same answer, byte for byte.
///
/// # Errors
/// [`ApiError`], always a documented one, if the service would refuse. The scenario is unchanged.
///
/// ```
/// use sg_core::emulator::{Action, Call, Env, answer};
/// use sg_core::lesson::first_scenario;
/// use sg_core::model::Timestamp;
///
/// let scenario = first_scenario();
/// let env = Env { now: Timestamp::from_unix_seconds(1_704_067_200), entropy: 7 };
/// let set = |policy| {
///     let group = ("SecurityGroupId", "sg-bp1g2");
///     let params = [("RegionId", "cn-hangzhou"), group, ("InnerAccessPolicy", policy)];
///     answer(&scenario, &Call::new(Action::ModifySecurityGroupPolicy, params), &env)
/// };
///
/// let done = set("Drop").unwrap();
/// assert_ne!(done.scenario, scenario);
/// assert_eq!(set("Drop").unwrap().reply.to_json(), done.reply.to_json());
///
/// let error = set("Deny").unwrap_err();
/// assert_eq!((error.status(), error.code()), (400, "InvalidPolicy.Malformed"));
/// assert_eq!(error.param(), Some("InnerAccessPolicy"));
/// ```
pub fn answer(scenario: &Scenario, call: &Call, env: &Env) -> Result<Answer, ApiError> {
    answer_after(scenario, call, env, [])
}

/// Answers a call as the service would after the given calls, which succeeded with the given
/// replies.
///
/// Earlier calls matter only for `ClientToken`: a call that repeats the token of an earlier one
/// with the same parameters gets that call's reply again and changes nothing; with other parameters
/// it is refused. The caller keeps the list and thereby decides `Assumption::TokenLifetime`.
///
/// # Errors
/// Same as [`answer`].
pub fn answer_after<'a>(
    scenario: &Scenario,
    call: &Call,
    env: &Env,
    earlier: impl IntoIterator<Item = (&'a Call, &'a Reply)>,
) -> Result<Answer, ApiError> {
    let operation = (call.action.operation(), call.action.handler());
    answer_by(operation, scenario, call, env, earlier)
}

/// As [`answer_after`], for a policy change; `None` for every other call. A program that makes no
/// other calls does not hold the rest of the emulator.
pub fn answer_policy_change<'a>(
    scenario: &Scenario,
    call: &Call,
    env: &Env,
    earlier: impl IntoIterator<Item = (&'a Call, &'a Reply)>,
) -> Option<Result<Answer, ApiError>> {
    let operation =
        (&modify_security_group_policy::OPERATION, modify_security_group_policy::HANDLER);
    let own = call.action == Action::ModifySecurityGroupPolicy;
    own.then(|| answer_by(operation, scenario, call, env, earlier))
}

fn answer_by<'a>(
    (operation, handler): (&Operation, Handler),
    scenario: &Scenario,
    call: &Call,
    env: &Env,
    earlier: impl IntoIterator<Item = (&'a Call, &'a Reply)>,
) -> Result<Answer, ApiError> {
    let token = token::look_up(operation, call, earlier);
    if let Token::Repeated(reply) = token {
        return Ok(Answer { scenario: scenario.clone(), reply: reply.clone() });
    }
    let mut generator = IdGenerator::new(env.entropy);
    let request_id = generator.request_id();
    let token_reused = token == Token::Reused;
    let request = Request { scenario, params: &call.params, now: env.now, token_reused };
    match handler.run(&request, &mut generator) {
        Ok(Outcome { scenario, fields, request_id_last }) => {
            let reply = Reply::new(call.action, request_id, fields, request_id_last);
            Ok(Answer { scenario, reply })
        }
        Err(refusal) => Err(ApiError::new(refusal, request_id).seen_in(scenario.region())),
    }
}
