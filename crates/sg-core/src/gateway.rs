//! The HTTP gateway: takes an HTTP request, returns an HTTP response and updates the state.
//!
//! Pure, like the rest of the core: keys, clock and entropy are arguments, and there are no
//! sockets. It is a separate module because it combines the signatures of `request` with the
//! answers of `emulator`, which are independent of each other.

use crate::emulator::{
    Action, ApiError, Call, Env, Params, RequestId, answer_after, gateway, not_emulated,
    region_is_known,
};
use crate::model::RegionId;
use crate::request::VERSION;
use crate::request::common_parameters::is_common;

mod access;
mod authenticate;
mod nonces;
mod read;
mod state;

pub use access::Access;
pub use nonces::MAX_NONCES;
use read::Read;
pub use read::{Headers, HttpRequest, MAX_BODY_BYTES, MAX_PARAMETERS, pairs as decoded_pairs};
pub use state::{Change, Held, MAX_TOKENS, State};

/// An HTTP response, with details for the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpResponse {
    /// The HTTP status code.
    pub status: u16,
    /// `Content-Type`.
    pub content_type: &'static str,
    /// The body.
    pub body: String,
    /// The requested operation, if it is emulated.
    pub action: Option<Action>,
    /// The requested operation, if the API has it and it is not emulated.
    pub not_emulated: Option<&'static str>,
    /// `Code` of the error, if any.
    pub code: Option<&'static str>,
    /// `RequestId`, as in the body.
    pub request_id: RequestId,
}

/// The format of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Xml,
}

/// Answers a request and moves the state on.
pub fn respond(
    state: &mut State,
    request: &HttpRequest<'_>,
    access: &Access<'_>,
    env: &Env,
) -> HttpResponse {
    let (response, change) = answer(state, request, access, env);
    state.apply(change);
    response
}

/// Answers a request: the response, and what it does to the state once that is applied.
///
/// The checks stand in the order of `Assumption::OrderOfTheFront`; those of the operation follow.
pub fn answer(
    state: &State,
    request: &HttpRequest<'_>,
    access: &Access<'_>,
    env: &Env,
) -> (HttpResponse, Change) {
    let mut change = Change::default();
    let response = answer_into(&mut change, state, request, access, env);
    (response, change)
}

fn answer_into(
    change: &mut Change,
    state: &State,
    request: &HttpRequest<'_>,
    access: &Access<'_>,
    env: &Env,
) -> HttpResponse {
    let read = read::read(request);
    let front = Front { host: host(request.headers), region: state.scenario.region(), env };
    if !matches!(request.method, "GET" | "POST") {
        // The error comes in the format that the client asks for, as every other does.
        let format = read.as_ref().ok().and_then(format).unwrap_or(Format::Xml);
        return front.refuse(gateway::Error::Method, format, None);
    }
    let read = match read {
        Ok(read) => read,
        Err(error) => return front.refuse(error, Format::Xml, None),
    };
    let Some(format) = format(&read) else {
        let refused = gateway::refused(gateway::Error::Format, Some("Format"), None, env);
        return front.failed(refused, Format::Xml, None);
    };
    let action = match action(&read) {
        Ok(action) => action,
        Err((error, not_emulated)) => {
            return HttpResponse { not_emulated, ..front.refuse(error, format, None) };
        }
    };
    if let Err(denied) = authenticate::authenticate(state, &read, access, env, change) {
        return front.failed(denied.into_error(env), format, Some(action));
    }
    if access.denied.contains(&action) {
        return front.refuse(gateway::Error::NoPermission, format, Some(action));
    }
    let own = |name: &str| read.params.given(name);
    if own("OwnerId").is_some() && own("OwnerAccount").is_some() {
        return front.refuse(gateway::Error::OwnerTwice, format, Some(action));
    }
    // A region that does not exist is an error of the operation (`Assumption::EndpointRegion`).
    let elsewhere = |region: &RegionId| {
        own("RegionId").is_some_and(|own| own != region.as_str() && region_is_known(own))
    };
    if access.region.is_some_and(elsewhere) {
        let error = gateway::Error::OtherRegion;
        let refused = gateway::refused(error, Some("RegionId"), None, env);
        return front.failed(refused, format, Some(action));
    }
    let mut call = Call { action, params: operation_params(&read.params) };
    if action == Action::CreateSecurityGroup
        && call.params.given("VpcId").is_none()
        && let Some(vpc) = access.default_vpc
    {
        call.params.set("VpcId", vpc.as_str());
    }
    operate(change, state, call, format, &front)
}

/// What an error says of the request that it answers.
struct Front<'a> {
    /// The host that was called, if the request names it.
    host: Option<&'a str>,
    /// The region of the scenario.
    region: &'a RegionId,
    env: &'a Env,
}

impl Front<'_> {
    fn refuse(
        &self,
        error: gateway::Error,
        format: Format,
        action: Option<Action>,
    ) -> HttpResponse {
        self.failed(refuse(error, self.env), format, action)
    }

    fn failed(&self, error: ApiError, format: Format, action: Option<Action>) -> HttpResponse {
        let error = error.seen_in(self.region);
        let error = match self.host {
            Some(host) => error.sent_by(host),
            None => error,
        };
        failed(&error, format, action)
    }
}

/// The host that a request was sent to.
fn host(headers: &Headers) -> Option<&str> {
    headers.get("host").map(String::as_str).filter(|host| !host.is_empty())
}

/// Has the operation answer a call that may be made.
fn operate(
    change: &mut Change,
    state: &State,
    call: Call,
    format: Format,
    front: &Front<'_>,
) -> HttpResponse {
    let action = Some(call.action);
    match answer_after(&state.scenario, &call, front.env, state.earlier(&call)) {
        Ok(answer) => {
            let (content_type, body) = match format {
                Format::Json => (JSON, answer.reply.to_json()),
                Format::Xml => (XML, answer.reply.to_xml()),
            };
            let request_id = answer.reply.request_id().clone();
            change.scenario = Some(answer.scenario).filter(|next| *next != state.scenario);
            change.answered = Some((call, answer.reply));
            HttpResponse {
                status: 200,
                content_type,
                body,
                action,
                not_emulated: None,
                code: None,
                request_id,
            }
        }
        Err(error) => front.failed(error, format, action),
    }
}

/// The response to bytes that are not a valid request, or to a request that was too long to read
/// completely.
pub fn unreadable(env: &Env) -> HttpResponse {
    failed(&refuse(gateway::Error::Unreadable, env), Format::Xml, None)
}

/// The response to send instead if a server could not persist the effect of a call and has rolled
/// it back: an internal error in the same format.
pub fn undone(response: &HttpResponse, env: &Env) -> HttpResponse {
    let format = if response.content_type == JSON { Format::Json } else { Format::Xml };
    failed(&gateway::internal(env), format, response.action)
}

/// The answer when the program itself has failed on a request: the internal error, in the format
/// asked for.
pub fn failed_inside(request: &HttpRequest<'_>, env: &Env) -> HttpResponse {
    let format = read::read(request).as_ref().ok().and_then(format).unwrap_or(Format::Xml);
    failed(&gateway::internal(env), format, None)
}

const JSON: &str = "application/json;charset=utf-8";
const XML: &str = "text/xml;charset=utf-8";

fn refuse(error: gateway::Error, env: &Env) -> ApiError {
    gateway::refused(error, None, None, env)
}

fn failed(error: &ApiError, format: Format, action: Option<Action>) -> HttpResponse {
    let (content_type, body) = match format {
        Format::Json => (JSON, error.to_json()),
        Format::Xml => (XML, error.to_xml()),
    };
    HttpResponse {
        status: error.status(),
        content_type,
        body,
        action,
        not_emulated: None,
        code: Some(error.code()),
        request_id: error.request_id().clone(),
    }
}

/// The requested format; `None` if `Format` has another value (`Assumption::DefaultFormat`).
fn format(read: &Read<'_>) -> Option<Format> {
    match read.params.given("Format").map(str::to_ascii_uppercase).as_deref() {
        None if read.is_v3() => Some(Format::Json),
        None | Some("XML") => Some(Format::Xml),
        Some("JSON") => Some(Format::Json),
        Some(_) => None,
    }
}

/// The requested operation.
///
/// # Errors
/// Why there is none, and the name of an operation that exists and is not emulated
/// (`Assumption::NotEmulated`).
fn action(read: &Read<'_>) -> Result<Action, (gateway::Error, Option<&'static str>)> {
    let text = |header: &str, name: &str| {
        let header = read.headers.get(header).map(String::as_str).filter(|text| !text.is_empty());
        header.or_else(|| read.params.given(name)).map(str::to_owned)
    };
    let action = text("x-acs-action", "Action").ok_or((gateway::Error::ActionMissing, None))?;
    let version = text("x-acs-version", "Version").ok_or((gateway::Error::VersionMissing, None))?;
    if version != VERSION {
        return Err((gateway::Error::VersionUnknown, None));
    }
    Action::parse(&action).ok_or_else(|| (gateway::Error::ActionUnknown, not_emulated(&action)))
}

/// The parameters without the common ones, which operations never see.
fn operation_params(params: &Params) -> Params {
    params.iter().filter(|(name, _)| !is_common(name)).collect()
}
