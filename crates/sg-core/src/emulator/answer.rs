//! The front door: hands a call to its operation and puts the outcome into an envelope.

use super::action;
use super::common;
use super::env::{Env, Mint};
use super::error::{ApiError, OperationError, Refusal};
use super::params::Params;
use super::reply::{Field, Reply};
use super::token::{self, Token};
use super::{Action, Call};
use crate::model::{Scenario, ScenarioDraft, Timestamp};

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
///
/// ```
/// use sg_core::emulator::{Action, Call, Env, answer};
/// use sg_core::lesson::first_scene;
/// use sg_core::model::Timestamp;
///
/// let scenario = first_scene();
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
    match operate(call.action, &request, &mut mint) {
        Ok(Outcome { scenario, fields }) => {
            Ok(Answer { scenario, reply: Reply::new(call.action, request_id, fields) })
        }
        Err(refusal) => Err(ApiError::new(refusal, request_id)),
    }
}

fn operate(action: Action, request: &Request<'_>, mint: &mut Mint) -> Result<Outcome, Refusal> {
    match action {
        Action::ModifySecurityGroupPolicy => action::modify_security_group_policy::answer(request),
        Action::CreateSecurityGroup => action::create_security_group::answer(request, mint),
        Action::DeleteSecurityGroup => action::delete_security_group::answer(request),
        Action::DescribeSecurityGroupAttribute => {
            action::describe_security_group_attribute::answer(request)
        }
        Action::AuthorizeSecurityGroup => action::authorize_security_group::answer(request, mint),
        Action::AuthorizeSecurityGroupEgress => {
            action::authorize_security_group_egress::answer(request, mint)
        }
        Action::RevokeSecurityGroup => action::revoke_security_group::answer(request),
        Action::RevokeSecurityGroupEgress => action::revoke_security_group_egress::answer(request),
        Action::JoinSecurityGroup => action::join_security_group::answer(request),
        Action::LeaveSecurityGroup => action::leave_security_group::answer(request),
        Action::ModifySecurityGroupAttribute => {
            action::modify_security_group_attribute::answer(request)
        }
        Action::ModifySecurityGroupRule => action::modify_security_group_rule::answer(request),
        Action::ModifySecurityGroupEgressRule => {
            action::modify_security_group_egress_rule::answer(request)
        }
        Action::DescribeSecurityGroups => action::describe_security_groups::answer(request),
        Action::DescribeSecurityGroupReferences => {
            action::describe_security_group_references::answer(request)
        }
        Action::DescribeInstances => action::describe_instances::answer(request),
        Action::DescribeRegions => action::describe_regions::answer(request),
    }
}

/// What an operation works on.
#[derive(Debug)]
pub(super) struct Request<'a> {
    /// The scene before the call.
    pub(super) scenario: &'a Scenario,
    /// The call's parameters.
    pub(super) params: &'a Params,
    /// The moment of the call.
    pub(super) now: Timestamp,
    /// Whether an earlier call had the same `ClientToken` and other parameters.
    pub(super) token_reused: bool,
}

/// What an operation did.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The scene after the call.
    pub(super) scenario: Scenario,
    /// The reply's fields besides `RequestId`.
    pub(super) fields: Vec<Field>,
}

impl Outcome {
    /// Success that changed nothing and says nothing.
    pub(super) fn unchanged(request: &Request<'_>) -> Self {
        Self { scenario: request.scenario.clone(), fields: Vec::new() }
    }

    /// Success with an edited scene.
    ///
    /// The operation has checked everything a scene demands, so the edit must fit. Should it not,
    /// that is our defect, and the caller sees what a caller of the service would see of a
    /// defect: the internal error.
    pub(super) fn edited(
        request: &Request<'_>,
        edit: impl FnOnce(&mut ScenarioDraft),
    ) -> Result<Self, Refusal> {
        match request.scenario.edited(edit) {
            Ok(scenario) => Ok(Self { scenario, fields: Vec::new() }),
            Err(_) => Err(common::Error::Internal.alone()),
        }
    }

    /// The same outcome with reply fields.
    pub(super) fn saying(self, fields: Vec<Field>) -> Self {
        Self { fields, ..self }
    }
}
